#include "models/import/blockwriter.h"
#include "models/import/tableimage.h"

#include "tests/models/import/importtesting.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cmath>
#include <limits>

using namespace Import;
using namespace Qt::StringLiterals;

/// Images of tables against the rows that SQLite makes of the same values by itself.
class TestTableImage : public QObject
{
    Q_OBJECT
private slots:
    void sqliteReadsWhatWasPutIn_data();
    void sqliteReadsWhatWasPutIn();
    void longTextsOfEverySizeArrive();
    void tableWithManyColumnsIsRead();
    void numbersTakeTheRoomThatSqliteGivesThem();
    void aMissingValueIsRefused();
    void anIdThatIsThereAlreadyIsRefused();
};

namespace {

const std::string table = "CREATE TABLE item(id INTEGER PRIMARY KEY, number INTEGER, size REAL, "
                          "name TEXT NOT NULL, spare TEXT) STRICT";

/// A database that has seen an image as the schema "image" and has a table of its own beside it.
class Reader
{
public:
    explicit Reader(const std::string &createTable)
    {
        m_connection.exec(createTable);
        m_connection.exec("ATTACH ':memory:' AS image");
    }
    [[nodiscard]] bool take(TableImage &image)
    {
        image.finish();
        TableImage::Bytes bytes = image.release();
        const auto size = sqlite3_int64(bytes.size);
        return sqlite3_deserialize(m_connection.getHandle(), "image", bytes.data.release(), size,
                                   size, SQLITE_DESERIALIZE_FREEONCLOSE)
               == SQLITE_OK;
    }
    SQLite::Database &connection() { return m_connection; }
    qint64 number(const std::string &sql) { return m_connection.execAndGet(sql).getInt64(); }
    /// Rows that stand in one of the tables only.
    qint64 differences()
    {
        return number("SELECT count(*) FROM (SELECT *, typeof(number), typeof(size), typeof(name) "
                      "FROM main.item EXCEPT SELECT *, typeof(number), typeof(size), typeof(name) "
                      "FROM image.item)")
               + number("SELECT count(*) FROM (SELECT * FROM image.item EXCEPT SELECT * FROM main.item)");
    }
    QByteArray integrity()
    {
        return m_connection.execAndGet("PRAGMA image.integrity_check").getText();
    }

private:
    SQLite::Database m_connection{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

/// Of the table customer: a text from a block and a constant.
const std::vector<BlockWriter::Column> columns = {{.name = "ref", .position = 1},
                                                  {.name = "batch",
                                                   .position = 12,
                                                   .storage = Storage::Integer,
                                                   .isConstant = true,
                                                   .integer = 1}};

/// Puts the same row into both.
void put(Reader &reader, TableImage &image, std::int64_t id, std::int64_t number, double size,
         const std::string &name)
{
    SQLite::Statement insert(reader.connection(), "INSERT INTO main.item VALUES(?, ?, ?, ?, NULL)");
    insert.bind(1, id);
    insert.bind(2, number);
    insert.bind(3, size);
    insert.bind(4, name);
    insert.exec();
    image.beginRow();
    image.null();
    image.integer(number);
    image.real(size);
    image.text(name);
    image.null();
    image.endRow(id);
}

} // namespace

void TestTableImage::sqliteReadsWhatWasPutIn_data()
{
    QTest::addColumn<int>("rows");
    QTest::addRow("no row") << 0;
    QTest::addRow("one row") << 1;
    QTest::addRow("a full leaf and more") << 3000;
    QTest::addRow("many leaves") << 60000;
}

void TestTableImage::sqliteReadsWhatWasPutIn()
{
    QFETCH(const int, rows);
    Reader reader(table);
    TableImage image;
    // An image is begun again for the next rows.
    for (const std::int64_t firstId : {std::int64_t(1), std::int64_t(1) << 40}) {
        reader.connection().exec("DELETE FROM main.item");
        image.begin("item", table);
        for (int i = 0; i < rows; ++i)
            put(reader, image, firstId + 3 * i, std::int64_t(i) * 7919 - 1000, i / 4.0,
                "row " + std::to_string(i));
        QVERIFY(reader.take(image));
        QCOMPARE(reader.number("SELECT count(*) FROM image.item"), rows);
        QCOMPARE(reader.differences(), 0);
        if (rows > 1000)
            QCOMPARE(reader.integrity(), QByteArray("ok"));
    }
}

void TestTableImage::longTextsOfEverySizeArrive()
{
    Reader reader(table);
    TableImage image;
    image.begin("item", table);
    std::int64_t id = 0;
    std::vector<std::size_t> sizes = {0, 1, 57, 58, 8100, 8199, 8200, 200'000, 1'000'000};
    // Around what fits a leaf, and around one and two pages more.
    for (const std::size_t edge : {TableImage::mostLocal, TableImage::pageBytes - 4 + 8199,
                                   2 * (TableImage::pageBytes - 4) + 8199})
        for (std::size_t size = edge - 30; size < edge + 10; ++size)
            sizes.push_back(size);
    for (const std::size_t size : sizes) {
        std::string text(size, 'x');
        for (std::size_t i = 0; i < size; i += 97)
            text[i] = char('a' + i % 26);
        id += 2;
        put(reader, image, id - 1, 1, 0.5, text);
        put(reader, image, id, 2, 0.5, "short");
    }
    QVERIFY(reader.take(image));
    QCOMPARE(reader.number("SELECT count(*) FROM image.item"), id);
    QCOMPARE(reader.differences(), 0);
    QCOMPARE(reader.integrity(), QByteArray("ok"));
}

void TestTableImage::tableWithManyColumnsIsRead()
{
    // More than 127 serial types: the size of the header takes two bytes.
    std::string create = "CREATE TABLE item(id INTEGER PRIMARY KEY";
    for (int c = 1; c < 500; ++c)
        create += ", c" + std::to_string(c) + " INTEGER";
    create += ")";
    Reader reader(create);
    TableImage image;
    image.begin("item", create);
    for (int row = 1; row <= 50; ++row) {
        image.beginRow();
        image.null();
        for (int c = 1; c < 500; ++c)
            image.integer(row * 1000 + c);
        image.endRow(row);
    }
    QVERIFY(reader.take(image));
    QCOMPARE(reader.number("SELECT count(*) FROM image.item WHERE c1 = id * 1000 + 1 AND c126 = id * "
                           "1000 + 126 AND c499 = id * 1000 + 499"),
             50);
    QCOMPARE(reader.integrity(), QByteArray("ok"));
}

void TestTableImage::numbersTakeTheRoomThatSqliteGivesThem()
{
    Reader reader(table);
    TableImage image;
    image.begin("item", table);
    std::int64_t id = 0;
    for (int bit = 0; bit < 64; ++bit)
        for (const std::int64_t sign : {1, -1})
            for (const std::int64_t step : {-1, 0, 1}) {
                const auto power = std::int64_t(std::uint64_t(1) << bit);
                const auto number = std::int64_t(std::uint64_t(sign) * std::uint64_t(power)
                                                 + std::uint64_t(step));
                put(reader, image, ++id, number, std::ldexp(double(sign), bit) + double(step), "n");
            }
    for (const double real : {0.1, -0.0, 1e300, -1e-300, 140737488355327.0, 140737488355328.0,
                              -140737488355328.0, std::numeric_limits<double>::infinity(),
                              std::numeric_limits<double>::quiet_NaN()})
        put(reader, image, ++id, 0, real, "r");
    QVERIFY(reader.take(image));
    QCOMPARE(reader.differences(), 0);
    // The same bytes a record, as the pages show.
    SQLite::Statement probe(reader.connection(), "SELECT count(*) FROM pragma_compile_options WHERE "
                                                 "compile_options = 'ENABLE_DBSTAT_VTAB'");
    QVERIFY(probe.executeStep());
    if (probe.getColumn(0).getInt() == 0)
        QSKIP("this SQLite cannot tell how large records are");
    QCOMPARE(reader.number("SELECT sum(payload) FROM dbstat('image') WHERE name = 'item'"),
             reader.number("SELECT sum(payload) FROM dbstat('main') WHERE name = 'item'"));
}

void TestTableImage::aMissingValueIsRefused()
{
    ImportBench bench;
    Result<Database> database = bench.workspace().connect(Database::Mode::ReadWrite);
    VERIFY_OK(database);
    RowBlock block;
    block.columns.resize(1);
    block.columns[0].storage = Storage::Text;
    block.columns[0].resize(1);
    block.rows = {0};
    block.sums = {0};
    const auto append = [&](std::string_view ref) {
        block.columns[0].texts[0] = ref;
        return database->attempt([&](SQLite::Database &connection) {
            SQLite::Transaction transaction(connection);
            BlockWriter writer(connection, "customer", columns, 1);
            writer.append(writer.form(block));
            transaction.commit();
        });
    };
    QVERIFY(!append({}));
    QCOMPARE(bench.count("customer"), 0);
}

void TestTableImage::anIdThatIsThereAlreadyIsRefused()
{
    ImportBench bench;
    Result<Database> database = bench.workspace().connect(Database::Mode::ReadWrite);
    VERIFY_OK(database);
    SQLite::Database &connection = database->connection();
    connection.exec("INSERT INTO customer(id, ref, batch) VALUES(8, 'known', 1)");
    connection.exec("BEGIN");
    QVERIFY(!database->attempt([&](SQLite::Database &) {
        BlockWriter writer(connection, "customer", columns, 7);
        const std::vector<std::string_view> refs = {"seventh", "eighth"};
        writer.append(writer.form(refs));
    }));
    QVERIFY(sqlite3_get_autocommit(connection.getHandle())); // all of it was taken back
    QCOMPARE(bench.count("customer"), 1);
}

QTEST_GUILESS_MAIN(TestTableImage)
#include "tst_tableimage.moc"
