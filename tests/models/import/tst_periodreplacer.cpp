#include "tests/models/import/importtesting.h"

#include "models/import/rowpack.h"
#include "models/workspace/rowcursor.h"

using namespace Import;
using namespace Qt::StringLiterals;

/// An import that replaces a period keeps what it took out in little room, and undoing brings back
/// exactly that.
class TestPeriodReplacer : public QObject
{
    Q_OBJECT

private slots:
    void packsHoldEveryValue();
    void damagedPacksAreRefused_data();
    void damagedPacksAreRefused();
    void manyRowsComeBackAsTheyWere();
    void rowsOfSeveralImportsComeBackToTheirOwn();
    void anEarlierChangeIsUndoneInWhatWasTakenOut();
    void customersOfRowsTakenOutStay();
    void aDamagedPackStopsTheUndo();
};

namespace {

const char *allPurchases = "SELECT p.id, p.customer, c.ref, time, amount, currency, category, product, channel, quantity, "
                           "margin, order_ref FROM purchase p JOIN customer c ON c.id = customer ORDER BY p.id";
const char *allRanges = "SELECT tab, sum(rows), sum(fingerprint) FROM batch_range GROUP BY tab, batch ORDER BY tab, batch";

/// \a rows purchases, one a minute from the first day of 2025 on.
QByteArray purchases(int rows, const char *prefix, int amount)
{
    QByteArray csv = "order_id,customer_id,time,amount,category,quantity\n";
    const QDateTime first(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC);
    for (int i = 0; i < rows; ++i)
        csv += prefix + QByteArray::number(i) + ",c" + QByteArray::number(i % 97) + ','
               + first.addSecs(60 * i).toString(u"yyyy-MM-dd HH:mm:ss"_s).toLatin1() + ',' + QByteArray::number(amount + i % 7)
               + (i % 3 ? ",قهوة," : ",,") + (i % 5 ? "0.3" : "") + '\n';
    return csv;
}

ImportHints replacing()
{
    ImportHints hints;
    hints.onDuplicate = OnDuplicate::ReplacePeriod;
    return hints;
}

RowPack packOf(SQLite::Database &connection, const std::string &sql)
{
    RowPack pack({"a", "b", "c", "d"}, 12);
    RowCursor row(connection, sql);
    while (row.next())
        pack.add(row.statement());
    return pack;
}

} // namespace

void TestPeriodReplacer::packsHoldEveryValue()
{
    SQLite::Database memory(":memory:");
    const std::string sql =
        "SELECT 1, NULL, 0, 0.1, '' UNION ALL SELECT 2, -9223372036854775807, 9223372036854775807, -1e300, 'قهوة \"x\"' "
        "UNION ALL SELECT 900, 1, -1, 5e-324, char(10) || 'a' UNION ALL SELECT 4611686018427387904, 63, -64, 3.0, 'e'";
    const RowPack pack = packOf(memory, sql);
    const std::optional<RowPack> read = RowPack::fromText(pack.text());
    QVERIFY(read);
    QCOMPARE(read->batch(), 12);
    QCOMPARE(read->firstId(), 1);
    QVERIFY(read->columns() == pack.columns());
    QCOMPARE(read->rows().size(), pack.rows().size());
    for (std::size_t i = 0; i < pack.rows().size(); ++i) {
        QCOMPARE(read->rows()[i].id, pack.rows()[i].id);
        QVERIFY(read->rows()[i].values == pack.rows()[i].values);
    }
    QCOMPARE(read->kept(900)->value(u"d").toString(), u"\na"_s);
    QVERIFY(!read->kept(3));
}

void TestPeriodReplacer::damagedPacksAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    SQLite::Database memory(":memory:");
    const QByteArray sound = QByteArray::fromStdString(packOf(memory, "SELECT 1, 2, 3, 4, 'five'").text());
    QVERIFY(RowPack::fromText(sound.toStdString()));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a row's values") << QByteArray("{\"amount\":\"5\"}");
    QTest::newRow("cut") << sound.left(sound.size() - 20);
    const auto packed = [](const QByteArray &bytes) {
        return QByteArray(packMark) + ":1,\"*batch\":\"1\",\"*columns\":[\"a\"],\"*rows\":\"" + bytes.toBase64() + "\"}";
    };
    QTest::newRow("no rows") << packed({});
    QTest::newRow("not compressed") << packed("12345678");
    QTest::newRow("unpacks to gigabytes") << packed(QByteArray("\x7f\xff\xff\xff", 4) + qCompress("x").mid(4));
    QTest::newRow("unknown kind of value") << packed(qCompress(QByteArray("\x02\x09", 2)));
    QTest::newRow("text longer than the rest") << packed(qCompress(QByteArray("\x02\x03\x50""ab", 5)));
    QTest::newRow("endless number") << packed(qCompress(QByteArray(12, '\xff')));
    QTest::newRow("row without its values") << packed(qCompress(QByteArray("\x02", 1)));
}

void TestPeriodReplacer::damagedPacksAreRefused()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!RowPack::fromText(text.toStdString()));
}

void TestPeriodReplacer::manyRowsComeBackAsTheyWere()
{
    constexpr int rows = 20'000;
    ImportBench bench;
    VERIFY_OK(bench.import(purchases(rows, "a", 10), Kind::Transactions));
    const QStringList before = bench.rows(allPurchases);
    const QStringList ranges = bench.rows(allRanges);
    const auto outcome = bench.import(purchases(rows, "b", 500), Kind::Transactions, replacing());
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsReplaced, rows);
    QCOMPARE(bench.count("purchase"), rows);
    QCOMPARE(bench.problems(), QStringList());
    // A few entries instead of one a row, and less room than the rows themselves had.
    QVERIFY(bench.count("previous_value") <= 6);
    QVERIFY(bench.rows("SELECT sum(length(old)) FROM previous_value").constFirst().toInt() < rows * 30);
    VERIFY_OK(undoImport(bench.workspace(), outcome->batch));
    QCOMPARE(bench.rows(allPurchases), before);
    QCOMPARE(bench.rows(allRanges), ranges);
    QCOMPARE(bench.count("previous_value"), 0);
    QCOMPARE(bench.problems(), QStringList());
}

void TestPeriodReplacer::rowsOfSeveralImportsComeBackToTheirOwn()
{
    ImportBench bench;
    const auto first = bench.import(purchases(50, "a", 10), Kind::Transactions);
    VERIFY_OK(first);
    VERIFY_OK(bench.import(purchases(80, "b", 20), Kind::Transactions));
    const QStringList before = bench.rows(allPurchases);
    const auto third = bench.import(purchases(10, "c", 30), Kind::Transactions, replacing());
    VERIFY_OK(third);
    QCOMPARE(third->rowsReplaced, 130);
    VERIFY_OK(undoImport(bench.workspace(), third->batch));
    QCOMPARE(bench.rows(allPurchases), before);
    QCOMPARE(bench.problems(), QStringList());
    // Each import still knows its own rows.
    VERIFY_OK(undoImport(bench.workspace(), first->batch));
    QCOMPARE(bench.rows("SELECT DISTINCT substr(order_ref, 1, 1) FROM purchase"), QStringList{u"b"_s});
    QCOMPARE(bench.count("purchase"), 80);
    QCOMPARE(bench.problems(), QStringList());
}

void TestPeriodReplacer::anEarlierChangeIsUndoneInWhatWasTakenOut()
{
    ImportBench bench;
    VERIFY_OK(bench.import(purchases(5000, "a", 10), Kind::Transactions));
    const QStringList before = bench.rows(allPurchases);
    ImportHints updating;
    updating.onDuplicate = OnDuplicate::Update;
    const auto update = bench.import("order_id,customer_id,time,amount,category,quantity\n"
                                     "a7,c7,2025-01-01 00:07,999.5,شاي,8.25\na4999,c52,2025-01-04 11:19,1,,\n",
                                     Kind::Transactions, updating);
    VERIFY_OK(update);
    QCOMPARE(update->rowsUpdated, 2);
    const auto replaced = bench.import(purchases(10, "b", 500) + "b,c1,2025-01-31,5,,\n", Kind::Transactions, replacing());
    VERIFY_OK(replaced);
    QCOMPARE(replaced->rowsReplaced, 5000);
    VERIFY_OK(undoImport(bench.workspace(), update->batch));
    QCOMPARE(bench.problems(), QStringList());
    VERIFY_OK(undoImport(bench.workspace(), replaced->batch));
    QCOMPARE(bench.rows(allPurchases), before);
    QCOMPARE(bench.problems(), QStringList());
}

void TestPeriodReplacer::customersOfRowsTakenOutStay()
{
    ImportBench bench;
    const auto first = bench.import("customer_id,time,amount\na,2025-01-01,1\nb,2025-01-01,1\n", Kind::Transactions);
    VERIFY_OK(first);
    VERIFY_OK(bench.import("customer_id,time,amount\na,2025-02-01,2\n", Kind::Transactions));
    const auto replaced = bench.import("customer_id,time,amount\nx,2025-02-01,3\n", Kind::Transactions, replacing());
    VERIFY_OK(replaced);
    VERIFY_OK(undoImport(bench.workspace(), first->batch));
    // Nothing in the tables names a any more, but its purchase of February can come back.
    QCOMPARE(bench.rows("SELECT ref FROM customer ORDER BY id"), (QStringList{u"a"_s, u"x"_s}));
    VERIFY_OK(undoImport(bench.workspace(), replaced->batch));
    QCOMPARE(bench.rows("SELECT c.ref, amount FROM purchase JOIN customer c ON c.id = customer"), QStringList{u"a|200"_s});
    QCOMPARE(bench.problems(), QStringList());
}

void TestPeriodReplacer::aDamagedPackStopsTheUndo()
{
    ImportBench bench;
    VERIFY_OK(bench.import(purchases(10, "a", 10), Kind::Transactions));
    const auto replaced = bench.import(purchases(10, "b", 500), Kind::Transactions, replacing());
    VERIFY_OK(replaced);
    {
        Result<Database> database = bench.workspace().connect(Database::Mode::ReadWrite);
        VERIFY_OK(database);
        VERIFY_OK(database->attempt([](SQLite::Database &connection) {
            connection.exec("UPDATE previous_value SET old = replace(old, '\"*rows\":\"', '\"*rows\":\"AAAA')");
        }));
    }
    const QStringList before = bench.rows(allPurchases);
    const auto undone = undoImport(bench.workspace(), replaced->batch);
    QVERIFY(!undone);
    QCOMPARE(undone.error().kind, Error::Kind::Damaged);
    QCOMPARE(bench.rows(allPurchases), before); // all or nothing
}

QTEST_GUILESS_MAIN(TestPeriodReplacer)
#include "tst_periodreplacer.moc"
