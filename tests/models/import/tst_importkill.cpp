#include "tests/models/import/importtesting.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>

using namespace Import;
using namespace Qt::StringLiterals;

/// An import in another process is killed at random moments: the workspace must be as it was
/// before, or hold the whole import, and be sound.
class TestImportKill : public QObject
{
    Q_OBJECT
private slots:
    void killedImportLeavesNoTraceOrIsWhole_data();
    void killedImportLeavesNoTraceOrIsWhole();
};

void TestImportKill::killedImportLeavesNoTraceOrIsWhole_data()
{
    QTest::addColumn<QString>("access");
    QTest::addRow("beside readers") << QString();
    QTest::addRow("alone") << u"alone"_s;
}

void TestImportKill::killedImportLeavesNoTraceOrIsWhole()
{
    QFETCH(const QString, access);
    constexpr int rows = 200000;
    const int kills = std::max(qEnvironmentVariableIntValue("QEEMA_KILLS"), 8); // 50 by hand
    ImportBench bench;
    VERIFY_OK(bench.import("customer_id,date,amount\nknown,2025-01-01,1\n", Kind::Transactions));
    QByteArray content = "customer_id,date,amount,category\n";
    for (int i = 0; i < rows; ++i)
        content += QByteArray::number(i % 50000) + ",2025-01-0" + QByteArray::number(i % 9 + 1)
                   + ",1.5,c\n";
    const QString file = bench.write(content);
    bench.close();

    // A run that nobody disturbs says how long there is to kill it in.
    const auto copyOfWorkspace = [&](int number) {
        const QString copy = bench.path(u"copy%1.qeema"_s.arg(number));
        QFile::remove(copy);
        return QFile::copy(bench.workspaceFile(), copy) ? copy : QString();
    };
    QElapsedTimer timer;
    const auto run = [&](const QString &workspace, int killAfterMs, bool *killed) {
        QProcess process;
        process.start(QStringLiteral(QEEMA_IMPORT_HELPER), {workspace, file, access});
        *killed = false;
        if (!process.waitForStarted() || !process.waitForReadyRead())
            return -1;
        timer.start(); // it imports from here on
        if (killAfterMs >= 0 && !process.waitForFinished(killAfterMs)) {
            process.kill();
            *killed = true;
        }
        return process.waitForFinished(60000) ? process.exitCode() : -1;
    };
    bool killed = false;
    QCOMPARE(run(copyOfWorkspace(0), -1, &killed), 0);
    const int whole = int(timer.elapsed());

    QRandomGenerator random(20260630);
    int killedBefore = 0;
    for (int attempt = 1; attempt <= kills; ++attempt) {
        const QString copy = copyOfWorkspace(attempt);
        QVERIFY(!copy.isEmpty());
        // The first one at once, so that a fast machine does not commit before every kill.
        run(copy, attempt == 1 ? 0 : random.bounded(std::max(whole, 10)), &killed);
        // Whoever only reads afterwards finds it in order, too.
        const Result<WorkspaceCheck> first = checkWorkspace(copy);
        VERIFY_OK(first);
        QCOMPARE(first->problems, QStringList());
        {
            Result<Workspace> opened = Workspace::open(copy, Workspace::Access::Write);
            VERIFY_OK(opened);
            Result<Database> database = opened->connect(Database::Mode::ReadOnly);
            VERIFY_OK(database);
            const int purchases =
                database->connection().execAndGet("SELECT count(*) FROM purchase").getInt();
            const int customers =
                database->connection().execAndGet("SELECT count(*) FROM customer").getInt();
            const int batches =
                database->connection().execAndGet("SELECT count(*) FROM import_batch").getInt();
            const bool before = purchases == 1 && customers == 1 && batches == 1;
            const bool after = purchases == rows + 1 && customers == 50001 && batches == 2;
            QVERIFY2(
                before || after,
                qPrintable(
                    u"%1 purchases, %2 customers, %3 imports"_s.arg(purchases).arg(customers).arg(
                        batches)));
            killedBefore += killed && before;
        }
        const Result<WorkspaceCheck> check = checkWorkspace(copy);
        VERIFY_OK(check);
        QCOMPARE(check->problems, QStringList());
        QFile::remove(copy);
    }
    QVERIFY2(killedBefore > 0, "no kill came before the commit, so nothing was shown");
}

QTEST_GUILESS_MAIN(TestImportKill)
#include "tst_importkill.moc"
