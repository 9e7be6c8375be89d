#include "models/funnel/counts.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace Funnel;

/// What must hold for every log, tried on many small random ones.
class TestFunnelProperties : public QObject
{
    Q_OBJECT

private slots:
    void countsNeverRise_data() { addSeeds(); }
    void countsNeverRise();
    void strictIsWithinOrderedIsWithinAny_data() { addSeeds(); }
    void strictIsWithinOrderedIsWithinAny();
    void onePassAgreesWithAttempts_data() { addSeeds(); }
    void onePassAgreesWithAttempts();
    void aLongerWindowNeverLosesActors_data() { addSeeds(); }
    void aLongerWindowNeverLosesActors();
    void groupsOfABreakdownAddUp_data() { addSeeds(); }
    void groupsOfABreakdownAddUp();
    void orderedCountsAgreeWithTryingEverySelection_data() { addSeeds(); }
    void orderedCountsAgreeWithTryingEverySelection();
    void stepWindowsAgreeWithTryingEverySelection_data() { addSeeds(); }
    void stepWindowsAgreeWithTryingEverySelection();
    void sessionsAgreeWithActorsOfTheirOwn_data() { addSeeds(); }
    void sessionsAgreeWithActorsOfTheirOwn();
    void sidesAndSumsAgreeInOnePass_data() { addSeeds(); }
    void sidesAndSumsAgreeInOnePass();

private:
    static void addSeeds();
};

namespace {

constexpr int seeds = 40;

struct RandomCase
{
    EventLog log;
    FunnelQuery query;
};

/// Short paths of few different events, many of them at the same time, and a random funnel.
RandomCase randomCase(unsigned seed)
{
    std::mt19937 random(seed);
    const auto below = [&](unsigned limit) { return unsigned(random() % limit); };
    QJsonArray rows;
    const unsigned actors = 30 + below(40);
    for (unsigned actor = 0; actor < actors; ++actor) {
        const unsigned events = below(12);
        for (unsigned event = 0; event < events; ++event) {
            QJsonObject properties;
            if (below(3) > 0)
                properties.insert(u"src"_s, QString(QChar(u'x' + int(below(3)))));
            const std::int64_t second = 1'700'000'000 + below(40);
            rows.append(QJsonArray{
                u"c%1"_s.arg(actor), QString(QChar(u'a' + int(below(4)))),
                QDateTime::fromSecsSinceEpoch(second, Qt::UTC).toString(Qt::ISODate), properties});
        }
    }
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) // so that every name is known
        rows.append(QJsonArray{u"last"_s, name, u"2023-11-14T23:00:00Z"_s,
                               QJsonObject{{u"src"_s, u"x"_s}}});
    RandomCase result{*EventLog::fromJson(rows), {}};
    const unsigned steps = 1 + below(4);
    for (unsigned step = 0; step < steps; ++step) {
        Condition condition;
        if (below(8) > 0)
            condition.event = QString(QChar(u'a' + int(below(4))));
        if (below(6) == 0)
            condition.where.append({u"src"_s, u"x"_s});
        result.query.steps.append({condition, false});
    }
    if (below(3) > 0)
        result.query.windowSeconds = below(25);
    if (below(4) == 0) {
        result.query.range.from = 1'700'000'005;
        result.query.range.until = 1'700'000'030;
    }
    return result;
}

/// Customers per step by every selection of events in order of the rows, by recursion over the steps.
QList<qint64> countsOfEverySelection(const RandomCase &random)
{
    const FunnelMatchers matchers = *resolve(random.log, random.query);
    const int steps = int(random.query.steps.size());
    QList<qint64> counts(steps, 0);
    for (std::size_t actor = 0; actor < random.log.actors(); ++actor) {
        int deepest = 0;
        const auto tryFrom = [&](const auto &self, std::uint32_t from, int step, std::int64_t entry,
                                 std::int64_t before) -> void {
            deepest = std::max(deepest, step);
            for (std::uint32_t event = from; step < steps && event < random.log.end(actor);
                 ++event) {
                const std::int64_t second = random.log.seconds(event);
                const std::int64_t start = step == 0 ? second : entry;
                const auto &ofStep = random.query.steps[step].windowSeconds;
                const bool inWindow =
                    (!random.query.windowSeconds || second - start <= *random.query.windowSeconds)
                    && (!ofStep || second - before <= *ofStep);
                if (inWindow && random.query.range.holds(second)
                    && matchers.steps[std::size_t(step)].matches(actor, event))
                    self(self, event + 1, step + 1, start, second);
            }
        };
        tryFrom(tryFrom, random.log.first(actor), 0, 0, 0);
        for (int step = 0; step < deepest; ++step)
            ++counts[step];
    }
    return counts;
}

} // namespace

void TestFunnelProperties::addSeeds()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= seeds; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestFunnelProperties::countsNeverRise()
{
    QFETCH(unsigned, seed);
    RandomCase random = randomCase(seed);
    if (random.query.steps.size() > 1)
        random.query.exclusions.append({{u"d"_s, {}}, 0, 1});
    for (const StepOrder order : {StepOrder::Ordered, StepOrder::Strict, StepOrder::Any}) {
        random.query.order = order;
        const QList<qint64> counts = evaluate(random.log, random.query)->total.counts();
        for (qsizetype step = 1; step < counts.size(); ++step)
            QVERIFY(counts[step] <= counts[step - 1]);
        QVERIFY(counts.first() <= random.log.activeActors());
    }
}

void TestFunnelProperties::strictIsWithinOrderedIsWithinAny()
{
    QFETCH(unsigned, seed);
    RandomCase random = randomCase(seed);
    QList<FunnelReading> readings;
    for (const StepOrder order : {StepOrder::Strict, StepOrder::Ordered, StepOrder::Any}) {
        random.query.order = order;
        readings.append(evaluate(random.log, random.query)->total);
    }
    for (qsizetype step = 0; step < random.query.steps.size(); ++step) {
        for (int i = 0; i < 2; ++i) {
            const std::vector<std::uint32_t> &inner = readings[i].steps[step].reached;
            const std::vector<std::uint32_t> &outer = readings[i + 1].steps[step].reached;
            QVERIFY(std::includes(outer.begin(), outer.end(), inner.begin(), inner.end()));
        }
    }
}

void TestFunnelProperties::onePassAgreesWithAttempts()
{
    QFETCH(unsigned, seed);
    RandomCase random = randomCase(seed);
    QVERIFY(countsInOnePass(random.query));
    QCOMPARE(countActors(random.log, random.query)->total,
             evaluate(random.log, random.query)->total.counts());
    for (const Attribution attribution : {Attribution::FirstTouch, Attribution::LastTouch}) {
        random.query.breakdown = Breakdown{u"src"_s, attribution, 0};
        const FunnelCounts counts = *countActors(random.log, random.query);
        const FunnelResult result = *evaluate(random.log, random.query);
        QHash<QString, QList<qint64>> expected;
        for (const FunnelGroup &group : result.groups)
            expected.insert(group.value, group.reading.counts());
        QHash<QString, QList<qint64>> actual;
        for (qsizetype i = 0; i < counts.values.size(); ++i)
            actual.insert(counts.values[i], counts.groups[i]);
        QCOMPARE(actual, expected);
        QCOMPARE(counts.total, result.total.counts());
    }
}

void TestFunnelProperties::aLongerWindowNeverLosesActors()
{
    QFETCH(unsigned, seed);
    RandomCase random = randomCase(seed);
    QList<qint64> shorter;
    for (const std::int64_t window : {0, 3, 10, 40}) {
        random.query.windowSeconds = window;
        const QList<qint64> counts = countActors(random.log, random.query)->total;
        for (qsizetype step = 0; step < shorter.size(); ++step)
            QVERIFY(counts[step] >= shorter[step]);
        shorter = counts;
    }
    random.query.windowSeconds.reset();
    QCOMPARE(countActors(random.log, random.query)->total, [&] {
        random.query.windowSeconds = 100'000;
        return countActors(random.log, random.query)->total;
    }());
}

void TestFunnelProperties::groupsOfABreakdownAddUp()
{
    QFETCH(unsigned, seed);
    RandomCase random = randomCase(seed);
    random.query.breakdown = Breakdown{u"src"_s, Attribution::FirstTouch, 0};
    const FunnelResult result = *evaluate(random.log, random.query);
    QList<qint64> sum(result.total.steps.size(), 0);
    for (const FunnelGroup &group : result.groups) {
        for (qsizetype step = 0; step < sum.size(); ++step)
            sum[step] += group.reading.steps[step].count;
    }
    QCOMPARE(sum, result.total.counts());
}

void TestFunnelProperties::orderedCountsAgreeWithTryingEverySelection()
{
    QFETCH(unsigned, seed);
    const RandomCase random = randomCase(seed);
    QCOMPARE(evaluate(random.log, random.query)->total.counts(), countsOfEverySelection(random));
}

void TestFunnelProperties::stepWindowsAgreeWithTryingEverySelection()
{
    QFETCH(unsigned, seed);
    RandomCase random = randomCase(seed);
    std::mt19937 draw(seed + 1000);
    for (int step = 1; step < random.query.steps.size(); ++step) {
        if (draw() % 4 > 0)
            random.query.steps[step].windowSeconds = std::int64_t(draw() % 12);
    }
    QCOMPARE(evaluate(random.log, random.query)->total.counts(), countsOfEverySelection(random));
}

void TestFunnelProperties::sessionsAgreeWithActorsOfTheirOwn()
{
    QFETCH(unsigned, seed);
    RandomCase random = randomCase(seed);
    // The same events, every session given to an actor of its own.
    constexpr std::int64_t gap = 4;
    QJsonArray rows;
    for (std::size_t actor = 0; actor < random.log.actors(); ++actor) {
        int session = 0;
        for (std::uint32_t event = random.log.first(actor); event < random.log.end(actor); ++event) {
            const std::int64_t second = random.log.seconds(event);
            if (event > random.log.first(actor) && second - random.log.seconds(event - 1) > gap)
                ++session;
            QJsonObject properties;
            const PropertyPtr column = *random.log.property(u"src"_s);
            if (const std::uint32_t code = column->code(actor, event))
                properties.insert(u"src"_s, column->values[qsizetype(code)]);
            rows.append(QJsonArray{u"%1/%2"_s.arg(actor).arg(session),
                                   random.log.names()[random.log.codes()[event]],
                                   QDateTime::fromSecsSinceEpoch(second, Qt::UTC).toString(Qt::ISODate),
                                   properties});
        }
    }
    const EventLog split = *EventLog::fromJson(rows);
    FunnelQuery sessions = random.query;
    sessions.counting = Counting::Sessions;
    sessions.sessionGapSeconds = gap;
    for (const StepOrder order : {StepOrder::Ordered, StepOrder::Strict, StepOrder::Any}) {
        random.query.order = sessions.order = order;
        const FunnelReading expected = evaluate(split, random.query)->total;
        const FunnelReading read = evaluate(random.log, sessions)->total;
        QCOMPARE(read.counts(), expected.counts());
        QCOMPARE(read.actors, expected.actors);
        QCOMPARE(evaluateConvertTimes(random.log, sessions)->conversions,
                 evaluateConvertTimes(split, random.query)->conversions);
    }
}

void TestFunnelProperties::sidesAndSumsAgreeInOnePass()
{
    QFETCH(unsigned, seed);
    RandomCase random = randomCase(seed);
    std::mt19937 draw(seed + 2000);
    ActorMeasure measure;
    Sides sides;
    for (std::size_t actor = 0; actor < random.log.actors(); ++actor) {
        // Whole numbers, so that the order of adding does not matter.
        measure.ofActor.push_back(draw() % 5 == 0 ? notAvailable : double(draw() % 100));
        sides.push_back(std::uint8_t(draw() % 4)); // neither, left, right, both
    }
    random.log.setMeasure([measure](const QString &) -> Result<ActorMeasure> { return measure; });
    random.query.value = u"clv"_s;
    const auto counts = *countSides(random.log, random.query, sides);
    const TwoReadings read = *compareSides(random.log, random.query, sides);
    for (const auto &[counted, expected] :
         {std::pair(counts.first, read.first), std::pair(counts.second, read.second)}) {
        QCOMPARE(counted.total, expected.counts());
        for (qsizetype step = 0; step < expected.steps.size(); ++step) {
            QCOMPARE(counted.sums[step], expected.steps[step].value);
            double sum = 0;
            for (const std::uint32_t actor : expected.steps[step].reached)
                sum += std::isnan(measure.ofActor[actor]) ? 0 : measure.ofActor[actor];
            QCOMPARE(expected.steps[step].value, sum);
        }
    }
}

QTEST_GUILESS_MAIN(TestFunnelProperties)
#include "tst_funnelproperties.moc"
