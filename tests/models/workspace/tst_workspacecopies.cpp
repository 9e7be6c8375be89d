#include "models/workspace/backup.h"
#include "tests/support/testworkspace.h"

#include <QtTest>

using namespace Qt::StringLiterals;

class TestWorkspaceCopies : public QObject
{
    Q_OBJECT

private slots:
    void aBackupHoldsTheCommittedRowsAsOneFile();
    void onlyTheNewestTenBackupsStay();
    void backupsOfOtherWorkspacesStay();
    void aCancelledBackupLeavesNothing();
    void aLabelBecomesAFileName();
    void copiesHaveNoColumnCache_data();
    void copiesHaveNoColumnCache();
    void copiesHaveTheSameSchemaAndRows_data();
    void copiesHaveTheSameSchemaAndRows();
    void aCopyCannotReplaceTheWorkspaceItself();
    void aCopyCannotReplaceAnOpenWorkspace();
    void aCopyIntoAMissingFolderFails();
    void aCancelledCopyLeavesTheOldFile();
    void copiesCancelledOnTheWayLeaveNothing_data();
    void copiesCancelledOnTheWayLeaveNothing();
    void aFullDiskLeavesWholeFiles();
};

namespace {

void fill(TestWorkspace &workspace, int customers)
{
    workspace.exec(
        u"INSERT INTO customer(ref, name, batch) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT "
        u"i + 1 "
        "FROM n WHERE i < %1) SELECT 'C' || i, 'Some name ' || i, 1 FROM n"_s.arg(customers));
    workspace.commit();
}

Result<QString> copyOf(TestWorkspace &workspace, bool isBackup)
{
    if (isBackup)
        return workspace.workspace().backup(u"test"_s);
    const QString copy = workspace.path(u"copy.qeema"_s);
    const Result<void> saved = workspace.workspace().saveCopy(copy);
    return saved ? Result<QString>(copy) : Result<QString>(saved.error());
}

/// One text a row.
QStringList contentsOf(const QString &file, const QString &from, const QString &columns)
{
    SQLite::Database connection(file.toStdString(), SQLite::OPEN_READONLY);
    SQLite::Statement query(connection, "SELECT " + columns.toStdString() + " FROM " + from.toStdString());
    QStringList rows;
    while (query.executeStep()) {
        QStringList cells;
        for (int i = 0; i < query.getColumnCount(); ++i)
            cells.append(query.getColumn(i).isNull() ? u"-"_s : QString::fromUtf8(query.getColumn(i).getText()));
        rows.append(cells.join(u'|'));
    }
    return rows;
}

qint64 ask(const QString &file, const char *sql)
{
    SQLite::Database connection(file.toStdString(), SQLite::OPEN_READONLY);
    return connection.execAndGet(sql).getInt64();
}

} // namespace

void TestWorkspaceCopies::aBackupHoldsTheCommittedRowsAsOneFile()
{
    TestWorkspace workspace;
    fill(workspace, 5000);
    QList<double> fractions;
    const Progress progress(
        {}, [&](const ProgressReport &report) { fractions.append(report.fraction); });
    const auto backup = workspace.workspace().backup(u"before import"_s, progress);
    QVERIFY2(backup, qPrintable(backup ? QString() : backup.error().message));
    QCOMPARE(QFileInfo(*backup).path(), workspace.path(u"backups"_s));
    QVERIFY(QFileInfo(*backup).fileName().endsWith(u" before-import.qeema"_s));
    QCOMPARE(ask(*backup, "SELECT count(*) FROM customer"), 5000);
    QVERIFY(!fractions.isEmpty());
    QVERIFY(std::ranges::is_sorted(fractions));
    QCOMPARE(QDir(workspace.path(u"backups"_s)).entryList(QDir::Files).size(), 1);
    const auto opened = Workspace::open(*backup, Workspace::Access::Write);
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message));
}

void TestWorkspaceCopies::onlyTheNewestTenBackupsStay()
{
    TestWorkspace workspace;
    auto source = workspace.workspace().connect(Database::Mode::ReadOnly);
    QVERIFY(source.ok());
    const QDateTime start(QDate(2025, 12, 31), QTime(23, 59, 55));
    for (int i = 0; i < 12; ++i)
        QVERIFY(
            Backup::make(*source, workspace.file(), u"n%1"_s.arg(i), start.addSecs(i), {}).ok());
    const QStringList left = Backup::list(workspace.file());
    QCOMPARE(left.size(), 10);
    QVERIFY(left.first().endsWith(u"test 2026-01-01 00-00-06-000 n11.qeema"_s));
    QVERIFY(left.last().endsWith(u" n2.qeema"_s));
    QCOMPARE(QDir(workspace.path(u"backups"_s)).entryList(QDir::Files).size(), 10);
}

void TestWorkspaceCopies::backupsOfOtherWorkspacesStay()
{
    TestWorkspace workspace;
    QVERIFY(QDir().mkpath(workspace.path(u"backups"_s)));
    const QString other = workspace.path(u"backups/test two 2020-01-01 00-00-00-000.qeema"_s);
    const QString own = workspace.path(u"backups/test notes.qeema"_s);
    for (const QString &file : {other, own}) {
        QFile device(file);
        QVERIFY(device.open(QIODevice::WriteOnly));
    }
    for (int i = 0; i < 11; ++i) {
        QVERIFY(workspace.workspace().backup({}).ok());
        QTest::qWait(2);
    }
    QCOMPARE(Backup::list(workspace.file()).size(), 10);
    QVERIFY(QFile::exists(other));
    QVERIFY(QFile::exists(own));
}

void TestWorkspaceCopies::aCancelledBackupLeavesNothing()
{
    TestWorkspace workspace;
    fill(workspace, 200000); // several steps
    std::stop_source stop;
    const Progress progress(stop.get_token(), [&](const ProgressReport &) { stop.request_stop(); });
    const auto backup = workspace.workspace().backup(u"x"_s, progress);
    QVERIFY(!backup);
    QCOMPARE(backup.error().kind, Error::Kind::Cancelled);
    QVERIFY(QDir(workspace.path(u"backups"_s))
                .entryList(QDir::AllEntries | QDir::NoDotAndDotDot)
                .isEmpty());
}

void TestWorkspaceCopies::aLabelBecomesAFileName()
{
    TestWorkspace workspace;
    const auto backup = workspace.workspace().backup(u"../a: \"قبل الاستيراد\"?"_s);
    QVERIFY(backup.ok());
    QCOMPARE(QFileInfo(*backup).path(), workspace.path(u"backups"_s));
    QVERIFY2(backup->endsWith(u" -a-قبل-الاستيراد-.qeema"_s), qPrintable(*backup));
}

void TestWorkspaceCopies::copiesHaveNoColumnCache_data()
{
    QTest::addColumn<bool>("isBackup");
    QTest::newRow("backup") << true;
    QTest::newRow("copy") << false;
}

void TestWorkspaceCopies::copiesHaveNoColumnCache()
{
    QFETCH(const bool, isBackup);
    TestWorkspace workspace;
    fill(workspace, 100);
    workspace.exec(
        u"INSERT INTO column_cache VALUES('purchase', 'time', 0, 1, 4, 1, zeroblob(2000000))"_s);
    workspace.exec(u"INSERT INTO setting VALUES('column_cache', '{}'), ('other', 'kept')"_s);
    workspace.commit();
    const Result<QString> copy = copyOf(workspace, isBackup);
    QVERIFY2(copy, qPrintable(copy ? QString() : copy.error().message));
    QCOMPARE(ask(*copy, "SELECT count(*) FROM column_cache"), 0);
    QCOMPARE(ask(*copy, "SELECT count(*) FROM setting WHERE key = 'column_cache'"), 0);
    QCOMPARE(ask(*copy, "SELECT count(*) FROM setting WHERE value = 'kept'"), 1);
    QCOMPARE(ask(*copy, "SELECT count(*) FROM customer"), 100);
    QVERIFY(QFileInfo(*copy).size() < 1000000);
    const auto check = checkWorkspace(*copy);
    QVERIFY(check.ok());
    QCOMPARE(check->problems, QStringList());
    QVERIFY(Workspace::open(*copy, Workspace::Access::Write).ok());
    QCOMPARE(workspace.integer(u"SELECT count(*) FROM column_cache"_s), 1);
    QVERIFY(copyOf(workspace, isBackup).ok()); // again, a copy over the first
    QVERIFY(!QDir(workspace.folder()).entryList(QDir::Files).join(u' ').contains(u".part"_s));
}

void TestWorkspaceCopies::copiesHaveTheSameSchemaAndRows_data() { copiesHaveNoColumnCache_data(); }

void TestWorkspaceCopies::copiesHaveTheSameSchemaAndRows()
{
    QFETCH(const bool, isBackup);
    TestWorkspace workspace;
    fill(workspace, 3000);
    for (const QString &statement :
         {u"ALTER TABLE customer_attribute ADD COLUMN \"size of \"\"it\"\"\" TEXT"_s,
          u"INSERT INTO customer_attribute SELECT id, CASE id % 3 WHEN 0 THEN NULL ELSE 'متوسط' END FROM customer"_s,
          u"INSERT INTO setting VALUES('name', 'قيمة')"_s,
          u"INSERT INTO term VALUES(7, 'currency', 'SAR'), (3, 'event', 'view')"_s,
          u"INSERT INTO purchase(customer, time, amount, currency, quantity, order_ref) SELECT id, id * 7, -id, 7, id / 3.0, 'o' || id FROM customer"_s,
          // Entries of previous_value are told apart by their order.
          u"INSERT INTO previous_value SELECT 2, 'customer', 3001 - id, '{}' FROM customer"_s,
          u"DELETE FROM previous_value WHERE row % 2"_s, u"DELETE FROM purchase WHERE id % 5 = 1"_s})
        workspace.exec(statement);
    workspace.commit();
    const Result<QString> copy = copyOf(workspace, isBackup);
    QVERIFY2(copy, qPrintable(copy ? QString() : copy.error().message));
    for (const char *pragma : {"PRAGMA page_size", "PRAGMA application_id", "PRAGMA user_version"})
        QCOMPARE(ask(*copy, pragma), ask(workspace.file(), pragma));
    QCOMPARE(contentsOf(*copy, u"sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"_s, u"type, name, tbl_name, sql"_s),
             contentsOf(workspace.file(), u"sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"_s, u"type, name, tbl_name, sql"_s));
    for (const QString &table : {u"customer"_s, u"customer_attribute"_s, u"term"_s, u"purchase"_s, u"previous_value"_s,
                                 u"setting"_s, u"import_batch"_s}) {
        const QStringList rows = contentsOf(workspace.file(), table + u" ORDER BY rowid"_s, u"*"_s);
        QVERIFY(table == u"import_batch" || !rows.isEmpty());
        QCOMPARE(contentsOf(*copy, table + u" ORDER BY rowid"_s, u"*"_s), rows);
    }
    SQLite::Database file(copy->toStdString(), SQLite::OPEN_READONLY);
    QCOMPARE(QByteArray(file.execAndGet("PRAGMA integrity_check").getText()), QByteArray("ok"));
}

void TestWorkspaceCopies::aCopyCannotReplaceTheWorkspaceItself()
{
    TestWorkspace workspace;
    fill(workspace, 10);
    const auto saved = workspace.workspace().saveCopy(workspace.file());
    QVERIFY(!saved);
    QVERIFY(saved.error().message.contains(u"is the workspace itself"_s));
    QCOMPARE(workspace.integer(u"SELECT count(*) FROM customer"_s), 10);
}

void TestWorkspaceCopies::aCopyCannotReplaceAnOpenWorkspace()
{
    TestWorkspace workspace;
    fill(workspace, 10);
    const auto other = Workspace::create(workspace.path(u"other.qeema"_s));
    QVERIFY(other.ok());
    const auto saved = workspace.workspace().saveCopy(workspace.path(u"other.qeema"_s));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, Error::Kind::Locked);
}

void TestWorkspaceCopies::aCopyIntoAMissingFolderFails()
{
    TestWorkspace workspace;
    fill(workspace, 10);
    const auto saved = workspace.workspace().saveCopy(workspace.path(u"missing/copy.qeema"_s));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, Error::Kind::File);
}

void TestWorkspaceCopies::aCancelledCopyLeavesTheOldFile()
{
    TestWorkspace workspace;
    fill(workspace, 100000);
    const QString copy = workspace.path(u"copy.qeema"_s);
    QFile old(copy);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    std::stop_source stop;
    stop.request_stop();
    const auto saved = workspace.workspace().saveCopy(copy, Progress(stop.get_token()));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, Error::Kind::Cancelled);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), "old");
    QVERIFY(!QFile::exists(copy + u".part"_s));
}

void TestWorkspaceCopies::copiesCancelledOnTheWayLeaveNothing_data()
{
    QTest::addColumn<bool>("isBackup");
    QTest::addColumn<int>("reports"); // how often the copy says how far it is before it is cancelled
    for (const bool isBackup : {false, true})
        for (const int reports : {1, 3, 10})
            QTest::addRow("%s, report %d", isBackup ? "backup" : "copy", reports) << isBackup << reports;
}

void TestWorkspaceCopies::copiesCancelledOnTheWayLeaveNothing()
{
    QFETCH(const bool, isBackup);
    QFETCH(const int, reports);
    TestWorkspace workspace;
    fill(workspace, 20000);
    const QString folder = workspace.path(u"target"_s);
    QVERIFY(QDir().mkpath(folder));
    const QString copy = folder + u"/copy.qeema"_s;
    QFile old(copy);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    const QString backups = Backup::folderOf(workspace.file());
    const auto filesNow = [&] {
        return QDir(isBackup ? backups : folder).entryList(QDir::Files | QDir::Hidden);
    };
    const QStringList before = filesNow();

    // The copy runs on a worker, as in the window; it is cancelled from within one of its reports,
    // which comes while its half file is there.
    std::stop_source stop;
    int seen = 0;
    bool wasHalfThere = false;
    const Progress progress(stop.get_token(), [&](const ProgressReport &) {
        if (++seen != reports)
            return;
        wasHalfThere = !QDir(isBackup ? backups : folder).entryList({u"*.part"_s}, QDir::Files).isEmpty();
        stop.request_stop();
    });
    Error::Kind kind = Error::Kind::File;
    QScopedPointer<QThread> worker(QThread::create([&] {
        if (isBackup) {
            Result<Database> database = workspace.workspace().connect(Database::Mode::ReadOnly);
            const auto made = database ? Backup::make(*database, workspace.file(), u"x"_s,
                                                      QDateTime(QDate(2025, 6, 30), QTime(12, 0)), progress)
                                       : Result<QString>(database.error());
            kind = made ? Error::Kind::Data : made.error().kind;
        } else {
            const auto saved = workspace.workspace().saveCopy(copy, progress);
            kind = saved ? Error::Kind::Data : saved.error().kind;
        }
    }));
    worker->start();
    QVERIFY(worker->wait(60'000));
    QVERIFY(seen >= reports);
    QVERIFY(wasHalfThere);
    QCOMPARE(kind, Error::Kind::Cancelled);
    QCOMPARE(filesNow(), before);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), "old");
    QCOMPARE(checkWorkspace(workspace.file())->problems, QStringList());
}

void TestWorkspaceCopies::aFullDiskLeavesWholeFiles()
{
    QTemporaryDir disk;
    QProcess mount;
    mount.start(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=1m"_s, u"tmpfs"_s, disk.path()});
    mount.waitForFinished();
    if (mount.exitStatus() != QProcess::NormalExit || mount.exitCode() != 0)
        QSKIP("a small disk cannot be mounted here");
    const auto unmount = qScopeGuard([&] {
        QProcess::execute(u"umount"_s, {u"-l"_s, disk.path()});
    });

    TestWorkspace workspace;
    fill(workspace, 50000);
    const auto saved = workspace.workspace().saveCopy(disk.filePath(u"copy.qeema"_s));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, Error::Kind::File);
    QVERIFY(QDir(disk.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());

    const QString small = disk.filePath(u"small.qeema"_s);
    {
        auto created = Workspace::create(small);
        QVERIFY2(created, qPrintable(created ? QString() : created.error().message));
        auto database = created->connect(Database::Mode::ReadWrite);
        QVERIFY(database.ok());
        const auto written = database->attempt([](SQLite::Database &connection) {
            SQLite::Transaction transaction(connection);
            for (int i = 0; i < 100; ++i)
                connection.exec("INSERT INTO setting VALUES(" + std::to_string(i)
                                + ", hex(randomblob(50000)))");
            transaction.commit();
        });
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::File);
    }
    const auto check = checkWorkspace(small);
    QVERIFY2(check, qPrintable(check ? QString() : check.error().message));
    QCOMPARE(check->problems, QStringList());
    QCOMPARE(ask(small, "SELECT count(*) FROM setting"), 0);
}

QTEST_GUILESS_MAIN(TestWorkspaceCopies)
#include "tst_workspacecopies.moc"
