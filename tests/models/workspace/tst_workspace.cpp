#include "models/workspace/closedfiles.h"
#include "models/workspace/schema.h"
#include "models/workspace/workspace.h"
#include "tests/support/unprivileged.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using Access = Workspace::Access;

namespace {

QByteArray hashOf(const QString &file)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return "unreadable";
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&device);
    return hash.result();
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                                  QDir::Name);
}

void writeBytes(const QString &file, qint64 offset, const QByteArray &bytes)
{
    QFile device(file);
    QVERIFY(device.open(QIODevice::ReadWrite));
    QVERIFY(device.seek(offset));
    QCOMPARE(device.write(bytes), bytes.size());
}

void run(const QString &file, const char *sql)
{
    SQLite::Database connection(file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    connection.exec(sql);
}

qint64 ask(const QString &file, const char *sql)
{
    SQLite::Database connection(file.toStdString(), SQLite::OPEN_READONLY);
    return connection.execAndGet(sql).getInt64();
}

constexpr auto oneCustomer = "INSERT INTO customer(ref, batch) VALUES('C1', 1)";

} // namespace

class TestWorkspaceFile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aNewWorkspaceIsOneFileOfTheDocumentedFormat();
    void creatingRefusesAnExistingFile();
    void overwritingReplacesTheFileAndItsOldJournals();
    void creatingInAMissingFolderFails();
    void aBadFileIsRefusedAndLeftUntouched_data();
    void aBadFileIsRefusedAndLeftUntouched();
    void aFileFromElsewhereIsCheckedBeforeAnythingElse();
    void aFileClosedHereIsCheckedBehind();
    void aFileThatWasNotClosedIsCheckedFirst();
    void aNewerFileOpensForReadingOnly();
    void attributeColumnsBelongToTheSchema();
    void writingHappensAheadAndClosingLeavesOneFile();
    void aReaderThatStaysDoesNotLoseRows();
    void aPlaceWithoutSharedMemoryStillWorks();
    void oneWriterAtATime();
    void anotherProgramIsNamed();
    void aKilledWriterLeavesAUsableFile();
    void aReadOnlyFolderOpensForReading();
    void aReadOnlyFolderWithAnUnfinishedJournalIsExplained();
    void aReadOnlyWorkspaceGivesNoWritingConnection();
    void aSymbolicLinkSharesTheLock();
    void migrationsRunForwardAfterABackup();
    void aFailedMigrationLeavesTheFile();
    void anOlderFileIsNotMigratedByReading();
    void openingCanBeCancelled();
    void aFullDiskIsSaid();
    void theDefencesAreOn();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    QString made(const QString &name = u"a.qeema"_s);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWorkspaceFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    // Readable by the unprivileged user that ReadOnlyFolder becomes.
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                                | QFile::ReadGroup | QFile::ExeGroup
                                                | QFile::ReadOther | QFile::ExeOther);
}

QString TestWorkspaceFile::made(const QString &name)
{
    const auto created = Workspace::create(path(name));
    if (!created)
        qFatal("%s", qPrintable(created.error().message));
    return path(name);
}

void TestWorkspaceFile::aNewWorkspaceIsOneFileOfTheDocumentedFormat()
{
    const QString file = made();
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"a.qeema"_s});
    QCOMPARE(ask(file, "PRAGMA application_id"), 0x51454D41);
    QCOMPARE(ask(file, "PRAGMA user_version"), 1);
    QCOMPARE(ask(file, "PRAGMA page_size"), 16384);
    QCOMPARE(ask(file, "SELECT count(*) FROM purchase"), 0);
}

void TestWorkspaceFile::creatingRefusesAnExistingFile()
{
    const QString file = made();
    run(file, oneCustomer);
    const QByteArray before = hashOf(file);
    const auto created = Workspace::create(file);
    QVERIFY(!created);
    QCOMPARE(created.error().kind, Error::Kind::File);
    QVERIFY(created.error().message.contains(u"a.qeema"_s));
    QCOMPARE(hashOf(file), before);
}

void TestWorkspaceFile::overwritingReplacesTheFileAndItsOldJournals()
{
    const QString file = made();
    run(file, oneCustomer);
    writeBytes(file + u"-wal"_s, 0, QByteArray(100, 'x'));
    writeBytes(file + u"-journal"_s, 0, QByteArray(100, 'x'));
    QVERIFY(Workspace::create(file, true).ok());
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"a.qeema"_s});
    QCOMPARE(ask(file, "SELECT count(*) FROM customer"), 0);
}

void TestWorkspaceFile::creatingInAMissingFolderFails()
{
    const auto created = Workspace::create(path(u"missing/a.qeema"_s));
    QVERIFY(!created);
    QCOMPARE(created.error().kind, Error::Kind::File);
    QVERIFY(namesIn(m_folder->path()).isEmpty());
}

void TestWorkspaceFile::aBadFileIsRefusedAndLeftUntouched_data()
{
    using Make = std::function<void(const QString &)>;
    QTest::addColumn<Make>("make");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, Error::Kind kind, const QString &said, Make make) {
        QTest::newRow(name) << make << int(kind) << said;
    };
    const auto workspace = [](const QString &file) {
        QVERIFY(Workspace::create(file).ok());
        run(file, "INSERT INTO customer(ref, name, batch) WITH RECURSIVE n(i) AS (SELECT 1 UNION "
                  "ALL SELECT i + 1 FROM n "
                  "WHERE i < 3000) SELECT 'C' || i, 'A name of some length', 1 FROM n");
    };
    const auto withSql = [workspace](const char *sql) -> Make {
        return [=](const QString &file) {
            workspace(file);
            run(file, sql);
        };
    };
    const auto withBytes = [workspace](qint64 offset, const QByteArray &bytes) -> Make {
        return [=](const QString &file) {
            workspace(file);
            writeBytes(file, offset, bytes);
        };
    };
    row("missing", Error::Kind::File, u"There is no file"_s, [](const QString &) {});
    row("a folder", Error::Kind::File, u"is a folder"_s,
        [](const QString &file) { QVERIFY(QDir().mkpath(file)); });
    row("empty", Error::Kind::Format, u"is empty"_s,
        [](const QString &file) { writeBytes(file, 0, {}); });
    row("text", Error::Kind::Format, u"is not a Qeema workspace"_s, [](const QString &file) {
        writeBytes(file, 0, "customer_id,time,amount\nC1,2025-01-01,10\n");
    });
    row("long text", Error::Kind::Format, u"is not a Qeema workspace"_s,
        [](const QString &file) { writeBytes(file, 0, QByteArray(100000, 'a')); });
    row("a database of another program", Error::Kind::Format, u"another program"_s,
        [](const QString &file) { run(file, "CREATE TABLE t(x); INSERT INTO t VALUES(1)"); });
    row("cut in half", Error::Kind::Damaged, u"ends too early"_s, [workspace](const QString &file) {
        workspace(file);
        QVERIFY(QFile::resize(file, QFileInfo(file).size() / 2));
    });
    row("cut within a page", Error::Kind::Damaged, u"ends too early"_s,
        [workspace](const QString &file) {
            workspace(file);
            QVERIFY(QFile::resize(file, QFileInfo(file).size() - 100));
        });
    row("cut within the header", Error::Kind::Damaged, u"ends too early"_s,
        [workspace](const QString &file) {
            workspace(file);
            QVERIFY(QFile::resize(file, 60));
        });
    row("first byte flipped", Error::Kind::Damaged, u"first bytes"_s, withBytes(0, "T"));
    row("page size flipped", Error::Kind::Damaged, u"first bytes"_s, withBytes(16, "\x41"));
    row("version zero", Error::Kind::Damaged, u"first bytes"_s, withBytes(60, QByteArray(4, '\0')));
    row("schema page overwritten", Error::Kind::Damaged, u"damaged"_s,
        withBytes(100, QByteArray(200, '\x7f')));
    row("a table's page overwritten", Error::Kind::Damaged, u"damaged"_s,
        [workspace](const QString &file) {
            workspace(file);
            const qint64 page =
                ask(file, "SELECT rootpage FROM sqlite_schema WHERE name = 'customer'");
            writeBytes(file, (page - 1) * Schema::pageSize, QByteArray(400, '\x7f'));
        });
    row("a trigger added", Error::Kind::Damaged, u"trigger named \"t\""_s,
        withSql("CREATE TRIGGER t AFTER INSERT ON customer BEGIN DELETE FROM purchase; END"));
    row("a table added", Error::Kind::Damaged, u"table named \"extra\""_s,
        withSql("CREATE TABLE extra(x)"));
    row("an index added", Error::Kind::Damaged, u"index named \"i\""_s,
        withSql("CREATE INDEX i ON customer(name)"));
    row("a view replaced", Error::Kind::Damaged, u"view \"purchase_readable\" is not as"_s,
        withSql("DROP VIEW purchase_readable; CREATE VIEW purchase_readable AS SELECT 1"));
    row("a column added", Error::Kind::Damaged, u"table \"purchase\" is not as"_s,
        withSql("ALTER TABLE purchase ADD COLUMN extra TEXT"));
    row("a default hidden among the attributes", Error::Kind::Damaged,
        u"\"customer_attribute\" is not as"_s,
        withSql("ALTER TABLE customer_attribute ADD COLUMN extra TEXT DEFAULT (hex('x'))"));
    row("a table dropped", Error::Kind::Damaged, u"table \"event\" is missing"_s,
        withSql("DROP VIEW event_readable; DROP TABLE event"));
    row("a newer version, to write", Error::Kind::Newer, u"newer version"_s,
        withSql("PRAGMA user_version = 99"));
}

void TestWorkspaceFile::aBadFileIsRefusedAndLeftUntouched()
{
    using Make = std::function<void(const QString &)>;
    QFETCH(Make, make);
    QFETCH(int, kind);
    QFETCH(QString, said);
    const QString file = path(u"bad.qeema"_s);
    make(file);
    const QByteArray before = hashOf(file);
    const QStringList names = namesIn(m_folder->path());
    for (const Access access : {Access::Write, Access::WriteOrRead, Access::Read}) {
        if (Error::Kind(kind) == Error::Kind::Newer && access != Access::Write)
            continue;
        const auto opened = Workspace::open(file, access);
        QVERIFY(!opened);
        QCOMPARE(int(opened.error().kind), kind);
        QVERIFY2(opened.error().message.contains(said), qPrintable(opened.error().message));
        QVERIFY(opened.error().message.contains(u"bad.qeema"_s));
        QCOMPARE(hashOf(file), before);
        QCOMPARE(namesIn(m_folder->path()), names);
    }
}

/// A workspace at rest with damage that its size, time and counter do not show: a failing disk.
void makeQuietlyDamaged(const QString &file)
{
    {
        const Result<Workspace> workspace = Workspace::create(file);
        QVERIFY(workspace.ok());
        Result<Database> database = workspace->connect(Database::Mode::ReadWrite);
        database->connection().exec(
            "INSERT INTO customer(ref, name, batch) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT "
            "i + 1 FROM n WHERE i < 3000) SELECT 'C' || i, 'A name of some length', 1 FROM n");
    }
    const qint64 page = ask(file, "SELECT rootpage FROM sqlite_schema WHERE name = 'customer'");
    const QDateTime modified = QFileInfo(file).lastModified();
    writeBytes(file, (page - 1) * Schema::pageSize, QByteArray(400, '\x7f'));
    QFile device(file);
    QVERIFY(device.open(QIODevice::ReadWrite));
    QVERIFY(device.setFileTime(modified, QFileDevice::FileModificationTime));
}

void TestWorkspaceFile::aFileFromElsewhereIsCheckedBeforeAnythingElse()
{
    const QString file = path(u"elsewhere.qeema"_s);
    makeQuietlyDamaged(file);
    ClosedFiles::forget(file); // as on the computer it was sent to
    for (const Access access : {Access::Read, Access::Write, Access::WriteOrRead}) {
        const auto opened = Workspace::open(file, access);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Damaged);
    }
}

void TestWorkspaceFile::aFileClosedHereIsCheckedBehind()
{
    const QString file = path(u"here.qeema"_s);
    makeQuietlyDamaged(file);
    const auto opened = Workspace::open(file, Access::Read);
    QVERIFY2(opened.ok(), "nothing says that it is not as it was closed");
    QVERIFY(opened->wasClosedHere());
    const Result<void> checked = opened->quickCheck();
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, Error::Kind::Damaged);
    QVERIFY2(checked.error().message.contains(u"backups"_s), qPrintable(checked.error().message));
    QVERIFY(checked.error().message.contains(u"here.qeema"_s));

    const QString sound = path(u"sound.qeema"_s);
    QVERIFY(Workspace::create(sound).ok());
    const auto again = Workspace::open(sound, Access::Write);
    QVERIFY(again->wasClosedHere());
    QVERIFY(again->quickCheck().ok());
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(again->quickCheck(Progress(stop.get_token())).error().kind, Error::Kind::Cancelled);
}

void TestWorkspaceFile::aFileThatWasNotClosedIsCheckedFirst()
{
    const QString file = path(u"open.qeema"_s);
    QVERIFY(Workspace::create(file).ok());
    const auto writer = Workspace::open(file, Access::Write);
    QVERIFY(writer->wasClosedHere());
    // Whoever reads meanwhile, or after the writer's program has died, knows nothing.
    QVERIFY(!Workspace::open(file, Access::Read)->wasClosedHere());
}

void TestWorkspaceFile::aNewerFileOpensForReadingOnly()
{
    const QString file = made();
    run(file, "INSERT INTO customer(ref, batch) VALUES('C1', 1); CREATE TABLE future(x); PRAGMA "
              "user_version = 2");
    const QByteArray before = hashOf(file);
    for (const Access access : {Access::Read, Access::WriteOrRead}) {
        auto opened = Workspace::open(file, access);
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message));
        QVERIFY(opened->isReadOnly());
        QVERIFY(opened->readOnlyReason().contains(u"newer version"_s));
        QCOMPARE(opened->schemaVersion(), 2);
        auto database = opened->connect(Database::Mode::ReadOnly);
        QVERIFY(database.ok());
        QCOMPARE(database->connection().execAndGet("SELECT count(*) FROM customer").getInt(), 1);
    }
    QCOMPARE(hashOf(file), before);
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"a.qeema"_s});
}

void TestWorkspaceFile::attributeColumnsBelongToTheSchema()
{
    const QString file = made();
    run(file, "ALTER TABLE customer_attribute ADD COLUMN \"قطاع, \"\"x\"\"\" TEXT;"
              "ALTER TABLE customer_attribute ADD COLUMN employees REAL");
    QVERIFY(Workspace::open(file, Access::Write).ok());
}

void TestWorkspaceFile::writingHappensAheadAndClosingLeavesOneFile()
{
    const QString file = made();
    {
        auto workspace = Workspace::open(file, Access::Write);
        QVERIFY(workspace.ok());
        QVERIFY(!workspace->isReadOnly());
        QVERIFY(workspace->readsDuringWrites());
        auto writer = workspace->connect(Database::Mode::ReadWrite);
        auto reader = workspace->connect(Database::Mode::ReadOnly);
        QVERIFY(writer.ok() && reader.ok());
        QCOMPARE(
            QString::fromUtf8(writer->connection().execAndGet("PRAGMA journal_mode").getText()),
            u"wal"_s);
        QCOMPARE(writer->connection().execAndGet("PRAGMA synchronous").getInt(), 3);
        writer->connection().exec("BEGIN IMMEDIATE");
        writer->connection().exec(oneCustomer);
        QCOMPARE(reader->connection().execAndGet("SELECT count(*) FROM customer").getInt(), 0);
        writer->connection().exec("COMMIT");
        QCOMPARE(reader->connection().execAndGet("SELECT count(*) FROM customer").getInt(), 1);
    }
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"a.qeema"_s});
    QFile device(file);
    QVERIFY(device.open(QIODevice::ReadOnly));
    QCOMPARE(device.read(20).at(18), '\x01'); // at rest no journal of another kind is needed
    QCOMPARE(ask(file, "SELECT count(*) FROM customer"), 1);
}

void TestWorkspaceFile::aReaderThatStaysDoesNotLoseRows()
{
    const QString file = made();
    {
        std::optional<Result<Database>> reader;
        {
            auto workspace = Workspace::open(file, Access::Write);
            QVERIFY(workspace.ok());
            reader.emplace(workspace->connect(Database::Mode::ReadOnly));
            (*reader)->connection().exec("BEGIN; SELECT count(*) FROM customer");
            auto writer = workspace->connect(Database::Mode::ReadWrite);
            QVERIFY(writer.ok());
            writer->connection().exec(oneCustomer);
        }
        QCOMPARE((*reader)->connection().execAndGet("SELECT count(*) FROM customer").getInt(), 0);
    }
    QVERIFY(Workspace::open(file, Access::Write).ok()); // and tidies up
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"a.qeema"_s});
    QCOMPARE(ask(file, "SELECT count(*) FROM customer"), 1);
}

void TestWorkspaceFile::aPlaceWithoutSharedMemoryStillWorks()
{
    const QString file = made();
    {
        auto workspace = Workspace::open(file, Access::Write, {}, {.vfs = "unix-none"});
        QVERIFY2(workspace, qPrintable(workspace ? QString() : workspace.error().message));
        QVERIFY(!workspace->readsDuringWrites());
        auto writer = workspace->connect(Database::Mode::ReadWrite);
        QVERIFY(writer.ok());
        writer->connection().exec(oneCustomer);
        auto reader = workspace->connect(Database::Mode::ReadOnly);
        QCOMPARE(reader->connection().execAndGet("SELECT count(*) FROM customer").getInt(), 1);
    }
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"a.qeema"_s});
}

void TestWorkspaceFile::oneWriterAtATime()
{
    const QString file = made();
    {
        const auto first = Workspace::open(file, Access::Write);
        QVERIFY(first.ok());
        const auto second = Workspace::open(file, Access::Write);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Kind::Locked);
        QVERIFY(Workspace::open(file, Access::Read).ok());
        const auto overwriting = Workspace::create(file, true);
        QVERIFY(!overwriting);
        QCOMPARE(overwriting.error().kind, Error::Kind::Locked);
    }
    QVERIFY(Workspace::open(file, Access::Write).ok());
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"a.qeema"_s});
}

void TestWorkspaceFile::anotherProgramIsNamed()
{
    const QString file = made();
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, file});
    QVERIFY(other.waitForReadyRead());
    const auto refused = Workspace::open(file, Access::Write);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Locked);
    const QString message = refused.error().message;
    QVERIFY2(message.contains(u"process %1 on"_s.arg(other.processId())), qPrintable(message));
    QVERIFY2(message.contains(QFileInfo(QCoreApplication::applicationFilePath()).fileName()),
             qPrintable(message));

    auto reading = Workspace::open(file, Access::WriteOrRead);
    QVERIFY(reading.ok());
    QVERIFY(reading->isReadOnly());
    QCOMPARE(reading->readOnlyReason(), message);
    auto database = reading->connect(Database::Mode::ReadOnly);
    QVERIFY(database.ok());
    // One committed by the other program, one still in its transaction.
    QCOMPARE(database->connection().execAndGet("SELECT count(*) FROM customer").getInt(), 1);
    other.kill();
    other.waitForFinished();
}

void TestWorkspaceFile::aKilledWriterLeavesAUsableFile()
{
    const QString file = made();
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, file});
    QVERIFY(other.waitForReadyRead());
    other.kill(); // SIGKILL: no destructor runs
    QVERIFY(other.waitForFinished());
    QVERIFY(QFile::exists(file + u".lock"_s));
    {
        auto reading = Workspace::open(file, Access::Read);
        QVERIFY2(reading, qPrintable(reading ? QString() : reading.error().message));
    }
    {
        auto workspace = Workspace::open(file, Access::Write);
        QVERIFY2(workspace, qPrintable(workspace ? QString() : workspace.error().message));
        QVERIFY(!workspace->isReadOnly());
        auto database = workspace->connect(Database::Mode::ReadWrite);
        QCOMPARE(database->connection().execAndGet("SELECT count(*) FROM customer").getInt(), 1);
        QCOMPARE(QString::fromUtf8(
                     database->connection().execAndGet("PRAGMA integrity_check").getText()),
                 u"ok"_s);
    }
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"a.qeema"_s});
}

void TestWorkspaceFile::aReadOnlyFolderOpensForReading()
{
    const QString file = made();
    run(file, oneCustomer);
    const QByteArray before = hashOf(file);
    const ReadOnlyFolder folder(m_folder->path());
    if (!folder.works())
        QSKIP("this user can write everywhere");
    const auto refused = Workspace::open(file, Access::Write);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::File);
    QVERIFY2(refused.error().message.contains(u"read-only"_s), qPrintable(refused.error().message));
    auto reading = Workspace::open(file, Access::WriteOrRead);
    QVERIFY(reading.ok());
    QVERIFY(reading->isReadOnly());
    QVERIFY(reading->readOnlyReason().contains(u"read-only"_s));
    auto database = reading->connect(Database::Mode::ReadOnly);
    QCOMPARE(database->connection().execAndGet("SELECT count(*) FROM customer").getInt(), 1);
    QVERIFY(!reading->backup(u"x"_s));
    QCOMPARE(hashOf(file), before);
    const auto created = Workspace::create(path(u"b.qeema"_s));
    QVERIFY(!created);
    QCOMPARE(created.error().kind, Error::Kind::File);
}

void TestWorkspaceFile::aReadOnlyFolderWithAnUnfinishedJournalIsExplained()
{
    const QString file = made();
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, file});
    QVERIFY(other.waitForReadyRead());
    other.kill();
    QVERIFY(other.waitForFinished());
    QFile::remove(file + u"-shm"_s);
    const ReadOnlyFolder folder(m_folder->path());
    if (!folder.works())
        QSKIP("this user can write everywhere");
    const auto opened = Workspace::open(file, Access::WriteOrRead);
    QVERIFY(!opened);
    QVERIFY2(opened.error().message.contains(u"not closed properly"_s),
             qPrintable(opened.error().message));
}

void TestWorkspaceFile::aReadOnlyWorkspaceGivesNoWritingConnection()
{
    const QString file = made();
    const auto workspace = Workspace::open(file, Access::Read);
    QVERIFY(workspace.ok());
    QVERIFY(!workspace->connect(Database::Mode::ReadWrite));
    auto reader = workspace->connect(Database::Mode::ReadOnly);
    const auto written =
        reader->attempt([](SQLite::Database &connection) { connection.exec(oneCustomer); });
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::File);
}

void TestWorkspaceFile::aSymbolicLinkSharesTheLock()
{
    const QString file = made();
    QVERIFY(QFile::link(file, path(u"link.qeema"_s)));
    const auto first = Workspace::open(file, Access::Write);
    QVERIFY(first.ok());
    const auto second = Workspace::open(path(u"link.qeema"_s), Access::Write);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, Error::Kind::Locked);
}

void TestWorkspaceFile::migrationsRunForwardAfterABackup()
{
    const QString file = made();
    run(file, oneCustomer);
    const Schema::Versions versions{
        {Schema::migration(1), u"ALTER TABLE customer ADD COLUMN note TEXT;"_s,
         u"CREATE TABLE extra(id INTEGER PRIMARY KEY) STRICT; INSERT INTO extra VALUES(7);"_s}};
    {
        auto workspace = Workspace::open(file, Access::Write, {}, {.versions = &versions});
        QVERIFY2(workspace, qPrintable(workspace ? QString() : workspace.error().message));
        QCOMPARE(workspace->schemaVersion(), 3);
    }
    QCOMPARE(ask(file, "PRAGMA user_version"), 3);
    QCOMPARE(ask(file, "SELECT id FROM extra"), 7);
    QCOMPARE(ask(file, "SELECT count(*) FROM customer WHERE note IS NULL"), 1);
    const QStringList backups = namesIn(path(u"backups"_s));
    QCOMPARE(backups.size(), 1);
    QVERIFY(backups.first().contains(u"before-upgrade-to-3"_s));
    const QString backup = path(u"backups/"_s + backups.first());
    QCOMPARE(ask(backup, "PRAGMA user_version"), 1);
    QVERIFY(Workspace::open(backup, Access::Write).ok());
    QVERIFY(Workspace::open(file, Access::Write, {}, {.versions = &versions})
                .ok()); // a second time nothing happens
    QCOMPARE(namesIn(path(u"backups"_s)).size(), 1);
}

void TestWorkspaceFile::aFailedMigrationLeavesTheFile()
{
    const QString file = made();
    run(file, oneCustomer);
    const QByteArray before = hashOf(file);
    const Schema::Versions versions{
        {Schema::migration(1), u"CREATE TABLE extra(x); INSERT INTO nowhere VALUES(1);"_s}};
    const auto opened = Workspace::open(file, Access::Write, {}, {.versions = &versions});
    QVERIFY(!opened);
    QCOMPARE(hashOf(file), before);
    QVERIFY(Workspace::open(file, Access::Write).ok());
}

void TestWorkspaceFile::anOlderFileIsNotMigratedByReading()
{
    const QString file = made();
    const QByteArray before = hashOf(file);
    const Schema::Versions versions{{Schema::migration(1), u"CREATE TABLE extra(x);"_s}};
    const auto opened = Workspace::open(file, Access::Read, {}, {.versions = &versions});
    QVERIFY(!opened);
    QVERIFY(opened.error().message.contains(u"older version"_s));
    QCOMPARE(hashOf(file), before);
}

void TestWorkspaceFile::openingCanBeCancelled()
{
    const QString file = made();
    std::stop_source stop;
    stop.request_stop();
    const auto opened = Workspace::open(file, Access::Write, Progress(stop.get_token()));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Cancelled);
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"a.qeema"_s});
}

void TestWorkspaceFile::aFullDiskIsSaid()
{
    const QString file = made();
    auto workspace = Workspace::open(file, Access::Write);
    QVERIFY(workspace.ok());
    auto database = workspace->connect(Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    const auto written = database->attempt([](SQLite::Database &connection) {
        connection.exec("PRAGMA max_page_count = 1"); // SQLite answers as on a full disk
        connection.exec("INSERT INTO setting VALUES('x', hex(randomblob(200000)))");
    });
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::File);
    QVERIFY2(written.error().message.contains(u"is full"_s), qPrintable(written.error().message));
}

void TestWorkspaceFile::theDefencesAreOn()
{
    const QString file = made();
    auto workspace = Workspace::open(file, Access::Write);
    auto database = workspace->connect(Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    const auto attempt = [&](const char *sql) {
        return database->attempt([sql](SQLite::Database &connection) { connection.exec(sql); })
            .ok();
    };
    QVERIFY(!attempt("ATTACH ':memory:' AS other"));
    QVERIFY(!attempt("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''"));
    QVERIFY(!attempt("SELECT load_extension('x')"));
    QVERIFY(!attempt("SELECT * FROM purchase_readable"));
    QCOMPARE(database->connection().execAndGet("PRAGMA trusted_schema").getInt(), 0);
    QCOMPARE(database->connection().execAndGet("PRAGMA cell_size_check").getInt(), 1);
    QVERIFY(attempt(oneCustomer));
}

/// As another program: opens for writing, commits one row, begins a second and waits to be killed.
static int holdWorkspace(const QString &file)
{
    auto workspace = Workspace::open(file, Access::Write);
    if (!workspace)
        return 1;
    auto database = workspace->connect(Database::Mode::ReadWrite);
    if (!database)
        return 1;
    database->connection().exec(oneCustomer);
    database->connection().exec("BEGIN IMMEDIATE");
    database->connection().exec("INSERT INTO customer(ref, batch) VALUES('C2', 1)");
    std::puts("ready");
    std::fflush(stdout);
    QThread::sleep(600);
    return 0;
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QByteArrayView(argv[1]) == "--hold")
        return holdWorkspace(QString::fromLocal8Bit(argv[2]));
    TestWorkspaceFile test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_workspace.moc"
