#include "models/import/rowpipeline.h"

#include <QTest>

#include <set>

using namespace Import;
using namespace Qt::StringLiterals;

/// Blocks through reading, converting and writing: in order, in few pieces of memory, and to an end
/// whichever step fails.
class TestRowPipeline : public QObject
{
    Q_OBJECT
private slots:
    void everyBlockGoesThroughAllStepsInOrder();
    void theStepThatFailsIsTold_data();
    void theStepThatFailsIsTold();
};

namespace {

Error failure(const QString &step) { return {Error::Kind::File, step}; }

} // namespace

void TestRowPipeline::everyBlockGoesThroughAllStepsInOrder()
{
    constexpr int blocks = 500;
    int read = 0;
    int converted = 0;
    int written = 0;
    bool inOrder = true;
    std::set<const RowBlock *> used;
    QVERIFY(run({.read = [&](RowBlock &block) -> Result<bool> {
                     block.rowsRead = read;
                     block.rows.clear();
                     return read++ < blocks;
                 },
                 .convert = [&](RowBlock &block) -> Result<void> {
                     inOrder &= block.rowsRead == converted && block.rows.empty();
                     block.rows.push_back(std::uint32_t(converted++));
                     return {};
                 },
                 .write = [&](RowBlock &block) -> Result<void> {
                     used.insert(&block);
                     inOrder &= block.rows.size() == 1 && int(block.rows.front()) == written++;
                     return {};
                 }}));
    QVERIFY(inOrder);
    QCOMPARE(converted, blocks);
    QCOMPARE(written, blocks);
    QVERIFY(used.size() <= 12);
}

void TestRowPipeline::theStepThatFailsIsTold_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<int>("after");
    for (const QString &step : {u"read"_s, u"convert"_s, u"write"_s})
        for (const int after : {0, 1, 40})
            QTest::newRow(qPrintable(u"%1 after %2"_s.arg(step).arg(after))) << step << after;
}

void TestRowPipeline::theStepThatFailsIsTold()
{
    QFETCH(const QString, step);
    QFETCH(const int, after);
    // The file never ends: only the failure does.
    int read = 0;
    int converted = 0;
    int written = 0;
    const Result<void> done = run({.read = [&](RowBlock &) -> Result<bool> {
                                       if (step == u"read" && read++ == after)
                                           return failure(u"read"_s);
                                       return true;
                                   },
                                   .convert = [&](RowBlock &) -> Result<void> {
                                       if (step == u"convert" && converted++ == after)
                                           return failure(u"convert"_s);
                                       return {};
                                   },
                                   .write = [&](RowBlock &) -> Result<void> {
                                       if (step == u"write" && written++ == after)
                                           return failure(u"write"_s);
                                       return {};
                                   }});
    QVERIFY(!done);
    QCOMPARE(done.error().message, step);
}

QTEST_GUILESS_MAIN(TestRowPipeline)
#include "tst_rowpipeline.moc"
