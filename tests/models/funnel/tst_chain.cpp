#include "models/funnel/analyse.h"
#include "models/funnel/chain.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Funnel;

/// The absorbing Markov chain over transitions.
class TestChain : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheGamblersRuin();
    void leavesOutWhatCannotReachTheTarget();
    void agreesWithCountingOnPathsWithoutLoops();
    void answersThroughADefinition();
};

namespace {

/// Counts of equal likelihood along \a edges; every move takes \a seconds.
TransitionMatrix matrixOf(const QStringList &labels,
                          const QList<std::pair<QString, QString>> &edges, double seconds)
{
    TransitionMatrix matrix;
    matrix.labels = labels;
    matrix.counts.fill(QList<qint64>(labels.size(), 0), labels.size());
    matrix.seconds.fill(QList<double>(labels.size(), 0), labels.size());
    for (const auto &[from, to] : edges) {
        matrix.counts[labels.indexOf(from)][labels.indexOf(to)] += 1;
        matrix.seconds[labels.indexOf(from)][labels.indexOf(to)] += seconds;
    }
    return matrix;
}

bool isNear(double a, double b) { return std::abs(a - b) < 1e-12 * std::max(1.0, std::abs(b)); }

} // namespace

void TestChain::agreesWithTheGamblersRuin()
{
    // Fair game for 4: from i the chance to win is i / 4, and a won game lasts (16 − i²) / 3
    // rounds.
    const TransitionMatrix matrix = matrixOf({u"1"_s, u"2"_s, u"3"_s, u"win"_s, u"(end)"_s},
                                             {{u"1"_s, u"(end)"_s},
                                              {u"1"_s, u"2"_s},
                                              {u"2"_s, u"1"_s},
                                              {u"2"_s, u"3"_s},
                                              {u"3"_s, u"2"_s},
                                              {u"3"_s, u"win"_s},
                                              {u"win"_s, u"(end)"_s}},
                                             10);
    const Result<Reach> found = reach(matrix, u"win"_s);
    QVERIFY(found.ok());
    QCOMPARE(found->states, (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(isNear(found->probability[i - 1], i / 4.0));
        QVERIFY(isNear(found->expectedSteps[i - 1], (16 - i * i) / 3.0));
        QVERIFY(isNear(found->expectedSeconds[i - 1], 10 * (16 - i * i) / 3.0));
    }
}

void TestChain::leavesOutWhatCannotReachTheTarget()
{
    // "trap" only leads to itself and the end.
    const TransitionMatrix matrix = matrixOf(
        {u"a"_s, u"trap"_s, u"goal"_s, u"(end)"_s},
        {{u"a"_s, u"trap"_s}, {u"a"_s, u"goal"_s}, {u"trap"_s, u"trap"_s}, {u"goal"_s, u"(end)"_s}},
        1);
    const Result<Reach> found = reach(matrix, u"goal"_s);
    QVERIFY(found.ok());
    QVERIFY(isNear(found->probability[0], 0.5));
    QVERIFY(isNear(found->expectedSteps[0], 1));
    QCOMPARE(found->probability[1], 0.0);
    QVERIFY(std::isnan(found->expectedSteps[1]));
    QVERIFY(!reach(matrix, u"elsewhere"_s));
}

void TestChain::agreesWithCountingOnPathsWithoutLoops()
{
    QJsonArray rows;
    const auto path = [&](const QString &actor, const QStringList &events) {
        for (int i = 0; i < events.size(); ++i)
            rows.append(QJsonArray{actor, events[i],
                                   u"2025-01-01T00:%1:00Z"_s.arg(i, 2, 10, QLatin1Char('0'))});
    };
    path(u"c1"_s, {u"visit"_s, u"form"_s, u"purchase"_s});
    path(u"c2"_s, {u"visit"_s, u"form"_s});
    path(u"c3"_s, {u"visit"_s, u"purchase"_s});
    path(u"c4"_s, {u"visit"_s});
    const Result<TransitionMatrix> matrix = evaluateTransitions(*EventLog::fromJson(rows), {});
    QVERIFY(matrix.ok());
    const Result<Reach> found = reach(*matrix, u"purchase"_s);
    QVERIFY(found.ok());
    const qsizetype start = found->states.indexOf(u"(start)"_s);
    QVERIFY(isNear(found->probability[start], 0.5));
    QVERIFY(isNear(found->expectedSeconds[start], 90)); // one took a minute, one two
    QVERIFY(isNear(found->expectedSteps[start], 2.5));
    QVERIFY(isNear(found->probability[found->states.indexOf(u"form"_s)], 0.5));
}

void TestChain::answersThroughADefinition()
{
    const QJsonArray rows{QJsonArray{u"c1"_s, u"visit"_s, u"2025-01-01"_s},
                          QJsonArray{u"c1"_s, u"purchase"_s, u"2025-01-02"_s},
                          QJsonArray{u"c2"_s, u"visit"_s, u"2025-01-01"_s}};
    const QJsonObject definition{{u"kind"_s, u"transitions"_s},
                                 {u"labels"_s, QJsonArray{u"visit"_s}},
                                 {u"reach"_s, QJsonArray{u"purchase"_s}}};
    const Result<QJsonObject> answer = analyse(*EventLog::fromJson(rows), definition);
    QVERIFY2(answer.ok(), answer ? "" : qPrintable(answer.error().message));
    const QJsonObject visit =
        answer->value(u"reach").toObject().value(u"purchase").toObject().value(u"visit").toObject();
    QCOMPARE(visit.value(u"probability").toDouble(), 0.5);
    QCOMPARE(visit.value(u"expected_seconds").toDouble(), 86400.0);
    QCOMPARE(answer->value(u"matrix").toArray().size(), 1);
}

QTEST_GUILESS_MAIN(TestChain)
#include "tst_chain.moc"
