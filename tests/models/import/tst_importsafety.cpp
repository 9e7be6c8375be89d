#include "tests/models/import/importtesting.h"

#include <QFileInfo>
#include <QProcess>

#include <unistd.h>

using namespace Import;
using namespace Qt::StringLiterals;

/// What may go wrong around an import: the disk is full, the source changes, the folder cannot be
/// written, another program writes. The workspace is then as it was, and sound.
class TestImportSafety : public QObject
{
    Q_OBJECT
private slots:
    void aFullDiskLeavesTheWorkspaceAsItWas_data();
    void aFullDiskLeavesTheWorkspaceAsItWas();
    void aReaderAtWorkKeepsACommandFromWriting();
    void aSourceThatGrowsWhileReadIsRefused();
    void aSourceThatIsRewrittenWhileReadIsRefused();
    void aSourceThatChangesAfterItsLastRowIsRefused();
    void aReadOnlyFolderIsTold();
    void twoImportsAtOnceDoNotMix();
    void badRowsCostNoMemory();
};

namespace {

QByteArray transactions(int rows)
{
    QByteArray content = "customer_id,date,amount,category\n";
    for (int i = 0; i < rows; ++i)
        content += "C" + QByteArray::number(i) + ",2025-01-0" + QByteArray::number(i % 9 + 1)
                   + ",1.5,some category\n";
    return content;
}

/// A small file system of its own, gone with the object.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &options)
    {
        m_mounted = geteuid() == 0
                    && QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, options,
                                                      u"tmpfs"_s, m_folder.path()})
                           == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            QProcess::execute(u"umount"_s, {m_folder.path()});
    }
    [[nodiscard]] bool isMounted() const { return m_mounted; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    bool makeReadOnly()
    {
        return QProcess::execute(u"mount"_s, {u"-o"_s, u"remount,ro"_s, m_folder.path()}) == 0;
    }

private:
    QTemporaryDir m_folder;
    bool m_mounted = false;
};

} // namespace

void TestImportSafety::aFullDiskLeavesTheWorkspaceAsItWas_data()
{
    QTest::addColumn<Workspace::Access>("access");
    QTest::addRow("beside readers") << Workspace::Access::Write;
    QTest::addRow("alone") << Workspace::Access::WriteAlone;
}

void TestImportSafety::aFullDiskLeavesTheWorkspaceAsItWas()
{
    QFETCH(const Workspace::Access, access);
    const SmallDisk disk(u"size=6m"_s);
    if (!disk.isMounted())
        QSKIP("a small disk can only be mounted by root");
    ImportBench bench;
    const QString file = bench.write(transactions(200000)); // 5 MB, 10 MB as rows
    const QString workspaceFile = disk.path(u"full.qeema"_s);
    {
        Result<Workspace> workspace = Workspace::create(workspaceFile, false, access);
        VERIFY_OK(workspace);
        QCOMPARE(workspace->readsDuringWrites(), access == Workspace::Access::Write);
        auto plan = planImport(file, Kind::Transactions);
        VERIFY_OK(plan);
        // The free space is asked for first.
        const auto foreseen = runImport(*workspace, *plan);
        QVERIFY(!foreseen);
        QVERIFY2(foreseen.error().message.contains(u"MB free"_s),
                 qPrintable(foreseen.error().message));
        // Another program may fill the disk meanwhile: SQLite then runs into its end.
        plan->fileBytes = 1;
        const auto outcome = runImport(*workspace, *plan);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Error::Kind::File);
        QVERIFY2(outcome.error().message.contains(u"full"_s, Qt::CaseInsensitive),
                 qPrintable(outcome.error().message));
        Result<Database> database = workspace->connect(Database::Mode::ReadOnly);
        VERIFY_OK(database);
        QCOMPARE(database->connection().execAndGet("SELECT count(*) FROM purchase").getInt(), 0);
        QCOMPARE(database->connection().execAndGet("SELECT count(*) FROM import_batch").getInt(), 0);
    }
    const auto check = checkWorkspace(workspaceFile);
    VERIFY_OK(check);
    QCOMPARE(check->problems, QStringList());
}

void TestImportSafety::aReaderAtWorkKeepsACommandFromWriting()
{
    ImportBench bench;
    const QString file = bench.write(transactions(20));
    bench.close();
    Result<Workspace> workspace =
        Workspace::open(bench.workspaceFile(), Workspace::Access::WriteAlone);
    VERIFY_OK(workspace);
    const auto plan = planImport(file, Kind::Transactions);
    VERIFY_OK(plan);
    {
        Result<Database> reader = Database::open(bench.workspaceFile(), Database::Mode::ReadOnly);
        VERIFY_OK(reader);
        reader->connection().exec("BEGIN");
        QCOMPARE(reader->connection().execAndGet("SELECT count(*) FROM purchase").getInt(), 0);
        // It is told at once rather than after all rows were read.
        const auto outcome = runImport(*workspace, *plan);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Error::Kind::Locked);
    }
    VERIFY_OK(runImport(*workspace, *plan));
}

void TestImportSafety::aSourceThatGrowsWhileReadIsRefused()
{
    ImportBench bench;
    const QString file = bench.write(transactions(150000));
    const auto plan = planImport(file, Kind::Transactions);
    VERIFY_OK(plan);
    bool grown = false;
    const Progress progress({}, [&](const ProgressReport &report) {
        if (grown || report.rows == 0)
            return;
        QFile more(file);
        grown = more.open(QIODevice::Append) && more.write("C1,2025-01-01,1,x\n") > 0;
    });
    const auto outcome = runImport(bench.workspace(), *plan, progress);
    QVERIFY(grown);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"changed while it was read"_s),
             qPrintable(outcome.error().message));
    QCOMPARE(bench.count("purchase"), 0);
    QCOMPARE(bench.count("import_batch"), 0);
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportSafety::aSourceThatIsRewrittenWhileReadIsRefused()
{
    ImportBench bench;
    const QByteArray content = transactions(150000);
    const QString file = bench.write(content);
    const auto plan = planImport(file, Kind::Transactions);
    VERIFY_OK(plan);
    bool cut = false;
    const Progress progress({}, [&](const ProgressReport &report) {
        if (!cut && report.rows > 0)
            cut = QFile::resize(file, content.size() / 3);
    });
    const auto outcome = runImport(bench.workspace(), *plan, progress);
    QVERIFY(cut);
    QVERIFY(!outcome);
    QCOMPARE(bench.count("purchase"), 0);
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportSafety::aSourceThatChangesAfterItsLastRowIsRefused()
{
    // The reader is far ahead of the writer here: a file of one block was read whole before.
    ImportBench bench;
    const QString file = bench.write(transactions(20));
    const auto plan = planImport(file, Kind::Transactions);
    VERIFY_OK(plan);
    bool grown = false;
    const Progress progress({}, [&](const ProgressReport &report) {
        if (grown || report.fraction < 0.9)
            return;
        QFile more(file);
        grown = more.open(QIODevice::Append) && more.write("C1,2025-01-01,1,x\n") > 0;
    });
    const auto outcome = runImport(bench.workspace(), *plan, progress);
    QVERIFY(grown);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"changed while it was read"_s),
             qPrintable(outcome.error().message));
    QCOMPARE(bench.count("purchase"), 0);
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportSafety::aReadOnlyFolderIsTold()
{
    SmallDisk disk(u"size=8m"_s);
    if (!disk.isMounted())
        QSKIP("a read-only disk can only be mounted by root");
    const QString workspaceFile = disk.path(u"kept.qeema"_s);
    VERIFY_OK(Workspace::create(workspaceFile));
    QVERIFY(disk.makeReadOnly());
    QVERIFY(!Workspace::open(workspaceFile, Workspace::Access::Write));
    Result<Workspace> workspace = Workspace::open(workspaceFile, Workspace::Access::WriteOrRead);
    VERIFY_OK(workspace);
    QVERIFY(workspace->isReadOnly());
    ImportBench bench;
    const auto plan = planImport(bench.write(transactions(5)), Kind::Transactions);
    VERIFY_OK(plan);
    const auto outcome = runImport(*workspace, *plan);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().message, workspace->readOnlyReason());
    const auto check = checkWorkspace(workspaceFile);
    VERIFY_OK(check);
    QCOMPARE(check->problems, QStringList());
}

void TestImportSafety::twoImportsAtOnceDoNotMix()
{
    // Another window has the workspace open for writing while this process imports.
    ImportBench bench;
    const QString file = bench.write(transactions(20000));
    QProcess other;
    other.start(QStringLiteral(QEEMA_IMPORT_HELPER), {bench.workspaceFile(), file});
    QVERIFY(other.waitForFinished(60000));
    QCOMPARE(other.exitCode(), 2); // it may not write: this process does
    QCOMPARE(bench.count("purchase"), 0);
    VERIFY_OK(bench.importFile(file, Kind::Transactions));
    QCOMPARE(bench.count("purchase"), 20000);
    bench.close();
    other.start(QStringLiteral(QEEMA_IMPORT_HELPER), {bench.workspaceFile(), file});
    QVERIFY(other.waitForFinished(60000));
    QCOMPARE(other.exitCode(), 0);
    const auto check = checkWorkspace(bench.workspaceFile());
    VERIFY_OK(check);
    QCOMPARE(check->problems, QStringList());
}

void TestImportSafety::badRowsCostNoMemory()
{
    // QEEMA_BAD_ROWS=10000000 by hand. Half of them fill every block of the queue already, so that
    // it does not matter how far the reader runs ahead.
    const int most = std::max(qEnvironmentVariableIntValue("QEEMA_BAD_ROWS"), 600000);
    QTemporaryDir folder;
    const auto peak = [&](int rows) {
        const QString workspaceFile = folder.filePath(u"%1.qeema"_s.arg(rows));
        const QString file = folder.filePath(u"%1.csv"_s.arg(rows));
        {
            QFile csv(file);
            if (!Workspace::create(workspaceFile) || !csv.open(QIODevice::WriteOnly))
                return -1.0;
            csv.write("customer_id,date,amount\nok,2025-01-01,1\n");
            for (int i = 0; i < rows; ++i)
                csv.write("C" + QByteArray::number(i)
                          + ",never,some amount that nobody can read because it is a sentence\n");
        }
        QProcess import;
        import.start(QStringLiteral(QEEMA_IMPORT_HELPER), {workspaceFile, file});
        if (!import.waitForFinished(600000) || import.exitCode() != 0)
            return -1.0;
        const QByteArray last = import.readAllStandardOutput().trimmed().split('\n').last();
        return last.split(' ').value(1).toDouble() / 1024;
    };
    const double few = peak(most / 2);
    const double many = peak(most);
    QVERIFY(few > 0 && many > 0);
#if !defined(__SANITIZE_ADDRESS__)
    QVERIFY2(many - few < 20, qPrintable(u"%1 MB and %2 MB"_s.arg(few).arg(many)));
#endif
    const Result<Workspace> workspace =
        Workspace::open(folder.filePath(u"%1.qeema"_s.arg(most)), Workspace::Access::Read);
    VERIFY_OK(workspace);
    Result<Database> database = workspace->connect(Database::Mode::ReadOnly);
    VERIFY_OK(database);
    SQLite::Database &connection = database->connection();
    QCOMPARE(connection.execAndGet("SELECT count(*) FROM reject_reason").getInt(), 1);
    QCOMPARE(connection.execAndGet("SELECT count FROM reject_reason").getInt(), most);
    QCOMPARE(connection.execAndGet("SELECT count(*) FROM rejected_row").getInt(), 1000);
}

QTEST_GUILESS_MAIN(TestImportSafety)
#include "tst_importsafety.moc"
