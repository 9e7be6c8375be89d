#include "models/workspace/readergroup.h"
#include "models/workspace/workspace.h"
#include "tests/support/testworkspace.h"

#include <QtTest>

#include <atomic>

using namespace Qt::StringLiterals;

class TestReaderGroup : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void allSeeTheStateOfTheBeginning();
    void theFirstFailureIsTold();
    void nothingIsBegunAfterAFailure();
    void cancellingInterruptsStatements();

private:
    [[nodiscard]] ReaderGroup group(unsigned most)
    {
        return ReaderGroup::open(m_workspace->workspace(), most).value();
    }

    std::optional<TestWorkspace> m_workspace;
};

void TestReaderGroup::init()
{
    m_workspace.emplace();
    m_workspace->customer();
    m_workspace->commit();
}

void TestReaderGroup::allSeeTheStateOfTheBeginning()
{
    ReaderGroup readers = group(8);
    m_workspace->customer();
    m_workspace->commit();
    QCOMPARE(m_workspace->integer(u"SELECT count(*) FROM customer"_s), 2);
    m_workspace->commit();
    std::atomic<qint64> seen = 0;
    const ReaderGroup::Work count = [&seen](Database &database, const Progress &) {
        return database.attempt([&seen](SQLite::Database &connection) {
            seen += connection.execAndGet("SELECT count(*) FROM customer").getInt64();
        });
    };
    QVERIFY(readers.run(std::vector(20, count), {}).ok());
    QCOMPARE(seen.load(), 20);
}

void TestReaderGroup::theFirstFailureIsTold()
{
    ReaderGroup readers = group(8);
    const auto failing = [](const QString &message) -> ReaderGroup::Work {
        return [message](Database &, const Progress &) -> Result<void> {
            return Error{Error::Kind::Data, message, {}};
        };
    };
    const Result<void> result = readers.run({failing(u"first"_s), failing(u"second"_s)}, {});
    QVERIFY(!result.ok());
    QCOMPARE(result.error().message, u"first"_s);
}

void TestReaderGroup::nothingIsBegunAfterAFailure()
{
    ReaderGroup readers = group(1);
    int begun = 0;
    const ReaderGroup::Work good = [&begun](Database &, const Progress &) -> Result<void> {
        ++begun;
        return {};
    };
    const ReaderGroup::Work bad = [&begun](Database &, const Progress &) -> Result<void> {
        ++begun;
        return Error{Error::Kind::Data, u"bad"_s, {}};
    };
    QVERIFY(!readers.run({good, bad, good, good}, {}).ok());
    QCOMPARE(begun, 2);
}

void TestReaderGroup::cancellingInterruptsStatements()
{
    ReaderGroup readers = group(2);
    std::stop_source stop;
    const ReaderGroup::Work endless = [&stop](Database &database, const Progress &) {
        stop.request_stop();
        return database.attempt([](SQLite::Database &connection) {
            connection.exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                            "SELECT sum(i) FROM n");
        });
    };
    const Result<void> result = readers.run({endless, endless}, Progress(stop.get_token()));
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestReaderGroup)
#include "tst_readergroup.moc"
