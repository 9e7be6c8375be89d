#include "models/clv/clvjob.h"
#include "models/demo/demotruth.h"
#include "models/demo/demoworkspace.h"
#include "models/insights/analysis.h"
#include "models/workspace/settings.h"
#include "models/workspace/workspace.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

/// The demo's data say what they were drawn from.
class TestDemoTruth : public QObject
{
    Q_OBJECT

private slots:
    void fitsRecoverTheTruth_data();
    void fitsRecoverTheTruth();
    void figuresAreOfTheDesignsKind();
};

void TestDemoTruth::fitsRecoverTheTruth_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::newRow("the shipped demo") << quint64(1);
    QTest::newRow("another seed") << quint64(20);
}

void TestDemoTruth::fitsRecoverTheTruth()
{
    QFETCH(quint64, seed);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"demo.qeema"_s);
    QVERIFY(createDemoWorkspace(file, {.customers = 12480, .seed = seed}));
    const Result<Workspace> workspace = Workspace::open(file, Workspace::Access::Read);
    QVERIFY(workspace);
    Result<Database> database = workspace->connect(Database::Mode::ReadOnly);
    QVERIFY(database);
    const Result<QString> stored = Settings::value(*database, QString::fromLatin1(Demo::truthKey));
    QVERIFY(stored);
    const QJsonObject truth = QJsonDocument::fromJson(stored->toUtf8()).object();
    const Result<Customers::SnapshotPtr> snapshot = Customers::loadSnapshot(*workspace);
    QVERIFY(snapshot);

    Clv::ClvQuery query;
    query.model = Clv::Model::ParetoNbd;
    const Result<Clv::ClvResult> clv =
        Clv::computeClv(**snapshot, query, {}, nullptr, false, Clv::TotalInterval::None);
    QVERIFY(clv);
    QVERIFY(clv->purchaseFit.converged);
    QVERIFY(clv->spendFit);
    int compared = 0;
    const auto compare = [&](const Clv::FitSummary &fit, const QJsonObject &expected) {
        for (const Clv::Parameter &parameter : fit.parameters) {
            const double value = expected[parameter.name].toDouble(-1);
            QVERIFY2(value > 0, qPrintable(parameter.name));
            ++compared;
            QVERIFY2(std::abs(parameter.value - value) < 3 * parameter.stdError,
                     qPrintable(u"%1: %2 ± %3, truth %4"_s.arg(parameter.name)
                                    .arg(parameter.value)
                                    .arg(parameter.stdError)
                                    .arg(value)));
        }
    };
    compare(clv->purchaseFit, truth[u"parameters"].toObject());
    compare(*clv->spendFit, truth[u"spend_parameters"].toObject());
    QCOMPARE(compared, 7);
}

/// The interface was designed with these figures in mind: 12,480 customers worth 48.67 million.
void TestDemoTruth::figuresAreOfTheDesignsKind()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"demo.qeema"_s);
    QVERIFY(createDemoWorkspace(file, {}));
    const Result<Workspace> workspace = Workspace::open(file, Workspace::Access::Read);
    QVERIFY(workspace);
    Result<Database> database = workspace->connect(Database::Mode::ReadOnly);
    QVERIFY(database);
    const Result<Customers::SnapshotPtr> snapshot = Customers::loadSnapshot(*workspace);
    QVERIFY(snapshot);
    Insights::AnalysisQuery query;
    query.settings = *Settings::load(*database);
    query.lifecycle = *Lifecycle::load(*database);
    const Result<Insights::AnalysisPtr> analysis =
        Insights::computeAnalysis(*snapshot, query, NumberFormat());
    QVERIFY(analysis);
    const Insights::KeyFigures &figures = (*analysis)->overview.figures;
    const auto isNear = [](double value, double expected, double share) {
        if (std::abs(value - expected) <= share * expected)
            return true;
        qInfo("%g is not near %g", value, expected);
        return false;
    };
    QCOMPARE(figures.customers, 12480);
    QVERIFY(isNear(double((*snapshot)->purchases.size()), 97'000, 0.03));
    QVERIFY(isNear(figures.equity, 48.67e6, 0.03));
    QVERIFY(isNear(figures.meanClv, 3900, 0.03));
    QVERIFY(isNear(double(figures.activeCustomers), 7500, 0.05));
    QVERIFY(isNear(figures.cac, 1240, 0.03));
    QVERIFY(isNear((*analysis)->spend.crc, 190, 0.05));
    QVERIFY(isNear(figures.clvToCac, 3.1, 0.05));
    const QList<Lifecycle::StageLevel> &levels = (*analysis)->lifecycle.funnel.levels;
    QCOMPARE(levels.size(), 7);
    QVERIFY(isNear(levels[1].stepRate, 0.48, 0.05));
    QVERIFY(isNear(levels[2].stepRate, 0.63, 0.05));
    QVERIFY(isNear(levels[3].stepRate, 0.41, 0.05));
    QVERIFY(isNear(levels[4].stepRate, 0.66, 0.05));
    // Equity grows each quarter.
    for (std::size_t i = 1; i < figures.equityTrend.size(); ++i)
        QVERIFY(figures.equityTrend[i] > figures.equityTrend[i - 1]);
    QVERIFY(figures.equityTrend.size() >= 11);
}

QTEST_GUILESS_MAIN(TestDemoTruth)
#include "tst_demotruth.moc"
