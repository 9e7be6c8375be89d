#include "models/funnel/analyse.h"
#include "models/funnel/behind.h"
#include "models/funnel/counts.h"
#include "models/funnel/store.h"
#include "models/funnel/words.h"
#include "tests/support/testworkspace.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Funnel;

/// Totals, accounts, a property held constant, comparison with a segment, who was lost and what they
/// did instead; the definition in words and in the file.
class TestFunnelCounting : public QObject
{
    Q_OBJECT

private slots:
    void totalsEnterAgain_data();
    void totalsEnterAgain();
    void accountsActTogether();
    void refusesAnAccountThatNothingHas();
    void aHeldPropertyCountsOncePerValue();
    void aWindowPerStepRunsFromTheStepBefore_data();
    void aWindowPerStepRunsFromTheStepBefore();
    void trendsAndDriversCountPasses();
    void trendsAndDriversHoldTheProperty();
    void comparesASegmentWithTheRest();
    void listsWhoWasLostAndWhatTheyDidInstead();
    void tellsWhatEverySideDidInstead();
    void sessionsPassForThemselves_data();
    void sessionsPassForThemselves();
    void alternativesCountAsOneStep();
    void anchoredStepsKeepTheirPlace_data();
    void anchoredStepsKeepTheirPlace();
    void refusesAnAnchorAmongOrderedSteps();
    void traitsGoWithConversion();
    void addsUpEveryCustomerOnce_data();
    void addsUpEveryCustomerOnce();
    void saysTheNewOptionsInBothLanguages();
    void saysWhatItCountsInBothLanguages();
    void keepsFunnelsInTheFile();
    void refusesFunnelsThatCannotBeKept_data();
    void refusesFunnelsThatCannotBeKept();
};

namespace {

QJsonObject object(const char *text)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(text).replace('\'', '"'));
    Q_ASSERT_X(document.isObject(), text, "");
    return document.object();
}

EventLog logOf(const char *rows)
{
    return *EventLog::fromJson(object(rows).value(u"rows").toArray());
}

FunnelQuery query(const char *text)
{
    const Result<FunnelQuery> read = funnelQueryFromJson(object(text));
    Q_ASSERT(read);
    return *read;
}

} // namespace

void TestFunnelCounting::totalsEnterAgain_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QByteArray>("definition");
    QTest::addColumn<QList<qint64>>("counts");
    QTest::newRow("after completion")
        << QByteArray("{'rows': [['a', 'x', '2025-01-01'], ['a', 'y', '2025-01-02'], ['a', 'x', "
                      "'2025-01-03'], ['a', 'y', '2025-01-04'], ['a', 'x', '2025-01-05']]}")
        << QByteArray("{'steps': [{'event': 'x'}, {'event': 'y'}], 'count': 'totals'}")
        << QList<qint64>{3, 2};
    QTest::newRow("after the window")
        << QByteArray("{'rows': [['a', 'x', '2025-01-01'], ['a', 'x', '2025-01-01T12:00:00'], ['a', 'x', "
                      "'2025-01-04'], ['a', 'y', '2025-01-05']]}")
        << QByteArray("{'steps': [{'event': 'x'}, {'event': 'y'}], 'count': 'totals', 'window_seconds': "
                      "86400}")
        << QList<qint64>{2, 1}; // the second x lies within the first window
    QTest::newRow("after an exclusion")
        << QByteArray("{'rows': [['a', 'x', '2025-01-01'], ['a', 'z', '2025-01-02'], ['a', 'y', "
                      "'2025-01-03'], ['a', 'x', '2025-01-04'], ['a', 'y', '2025-01-05']]}")
        << QByteArray("{'steps': [{'event': 'x'}, {'event': 'y'}], 'count': 'totals', 'exclusions': "
                      "[{'event': 'z', 'from_step': 0, 'to_step': 1}]}")
        << QList<qint64>{1, 1};
    QTest::newRow("customers count once")
        << QByteArray("{'rows': [['a', 'x', '2025-01-01'], ['a', 'y', '2025-01-02'], ['a', 'x', "
                      "'2025-01-03'], ['a', 'y', '2025-01-04']]}")
        << QByteArray("{'steps': [{'event': 'x'}, {'event': 'y'}], 'count': 'customers'}")
        << QList<qint64>{1, 1};
}

void TestFunnelCounting::totalsEnterAgain()
{
    QFETCH(const QByteArray, rows);
    QFETCH(const QByteArray, definition);
    QFETCH(const QList<qint64>, counts);
    const Result<FunnelResult> result = evaluate(logOf(rows.constData()), query(definition.constData()));
    QVERIFY(result);
    QCOMPARE(result->total.counts(), counts);
}

void TestFunnelCounting::accountsActTogether()
{
    // Two contacts of ACME do one step each; the one of Zeta does both; the last has no company.
    TestWorkspace workspace;
    const auto contact = [&](const QString &company, const QString &event, int day) {
        TestWorkspace::Customer row;
        row.company = company;
        const qint64 customer = workspace.customer(row);
        workspace.event(customer, QDate(2025, 1, day), event);
        return customer;
    };
    contact(u"ACME"_s, u"form"_s, 1);
    contact(u"ACME"_s, u"deal"_s, 9);
    const qint64 zeta = contact(u"Zeta"_s, u"form"_s, 2);
    workspace.event(zeta, QDate(2025, 1, 3), u"deal"_s);
    contact(QString(), u"form"_s, 2);
    const QJsonObject byCustomer =
        object("{'kind': 'funnel', 'steps': [{'event': 'form'}, {'event': 'deal'}]}");
    QJsonObject byAccount = byCustomer;
    byAccount.insert(u"count"_s, u"accounts"_s);
    const EventLog log = EventLog::fromSnapshot(workspace.snapshot());
    QCOMPARE(analyse(log, byCustomer)->value(u"counts").toArray(), QJsonArray({3, 1}));
    const Result<QJsonObject> accounts = analyse(log, byAccount);
    QVERIFY2(accounts, accounts ? "" : qPrintable(accounts.error().message));
    QCOMPARE(accounts->value(u"counts").toArray(), QJsonArray({2, 2}));
    QCOMPARE(accounts->value(u"reached").toArray().first().toArray(), QJsonArray({u"ACME"_s, u"Zeta"_s}));
}

void TestFunnelCounting::refusesAnAccountThatNothingHas()
{
    const Result<QJsonObject> refused =
        analyse(logOf("{'rows': [['a', 'x', '2025-01-01']]}"),
                object("{'kind': 'funnel', 'steps': [{'event': 'x'}], 'count': 'accounts', "
                       "'account_property': 'team'}"));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"account_property"), qPrintable(refused.error().message));
    QVERIFY(refused.error().message.contains(u"team"));
}

void TestFunnelCounting::aHeldPropertyCountsOncePerValue()
{
    // One customer looks at tea and coffee, buys coffee only; another mixes the two.
    const EventLog log = logOf(
        "{'rows': [['a', 'view', '2025-01-01', {'item': 'tea'}], ['a', 'view', '2025-01-02', {'item': "
        "'coffee'}], ['a', 'buy', '2025-01-03', {'item': 'coffee'}], ['b', 'view', '2025-01-01', {'item': "
        "'tea'}], ['b', 'buy', '2025-01-02', {'item': 'coffee'}]]}");
    const char *plain = "{'steps': [{'event': 'view'}, {'event': 'buy'}]}";
    const char *held = "{'steps': [{'event': 'view'}, {'event': 'buy'}], 'hold_constant': 'item'}";
    QCOMPARE(evaluate(log, query(plain))->total.counts(), QList<qint64>({2, 2}));
    QCOMPARE(evaluate(log, query(held))->total.counts(), QList<qint64>({3, 1}));
    // The same funnel read value by value.
    const Result<FunnelResult> byValue = evaluate(
        log, query("{'steps': [{'event': 'view'}, {'event': 'buy'}], 'breakdown': {'property': 'item', "
                   "'attribution': 'all_events'}}"));
    QCOMPARE(byValue->groups.size(), 2);
    QCOMPARE(byValue->groups[0].reading.counts(), QList<qint64>({2, 0}));
    QCOMPARE(byValue->groups[1].reading.counts(), QList<qint64>({1, 1}));
    const Result<FunnelResult> unknown = evaluate(
        log, query("{'steps': [{'event': 'view'}, {'event': 'buy'}], 'hold_constant': 'colour'}"));
    QVERIFY(!unknown);
    QVERIFY(unknown.error().message.contains(u"hold_constant"));
}

void TestFunnelCounting::aWindowPerStepRunsFromTheStepBefore_data()
{
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<QList<qint64>>("counts");
    QTest::addColumn<QList<qint64>>("open");
    // One customer: x at 0 h, y at 1 h and 10 h, z at 15 h, the last event of all at 16 h.
    QTest::newRow("the first y comes too early for z, the second does not")
        << QByteArray("'steps': [{'event': 'x'}, {'event': 'y'}, {'event': 'z', 'window_seconds': 18000}]")
        << QList<qint64>{1, 1, 1} << QList<qint64>{0, 0, 0};
    QTest::newRow("limit included")
        << QByteArray("'steps': [{'event': 'x'}, {'event': 'y', 'window_seconds': 3600}]")
        << QList<qint64>{1, 1} << QList<qint64>{0, 0};
    QTest::newRow("one second less")
        << QByteArray("'steps': [{'event': 'x'}, {'event': 'y', 'window_seconds': 3599}]")
        << QList<qint64>{1, 0} << QList<qint64>{0, 0};
    QTest::newRow("both windows must hold")
        << QByteArray("'window_seconds': 50000, 'steps': [{'event': 'x'}, {'event': 'y'}, {'event': 'z', "
                      "'window_seconds': 18000}]")
        << QList<qint64>{1, 1, 0} << QList<qint64>{0, 0, 0};
    QTest::newRow("strict")
        << QByteArray("'order': 'strict', 'steps': [{'event': 'y'}, {'event': 'z', 'window_seconds': 17999}]")
        << QList<qint64>{1, 0} << QList<qint64>{0, 0};
    QTest::newRow("still open")
        << QByteArray("'steps': [{'event': 'y'}, {'event': 'z'}, {'event': 'w', 'window_seconds': 7200}]")
        << QList<qint64>{1, 1, 0} << QList<qint64>{0, 0, 1};
}

void TestFunnelCounting::aWindowPerStepRunsFromTheStepBefore()
{
    QFETCH(const QByteArray, steps);
    QFETCH(const QList<qint64>, counts);
    QFETCH(const QList<qint64>, open);
    const EventLog log = logOf("{'rows': [['a', 'x', '2025-01-01T00:00:00'], ['a', 'y', '2025-01-01T01:00:00'], "
                               "['a', 'y', '2025-01-01T10:00:00'], ['a', 'z', '2025-01-01T15:00:00'], "
                               "['b', 'other', '2025-01-01T16:00:00']]}");
    const Result<FunnelResult> result = evaluate(log, query(QByteArray('{' + steps + '}').constData()));
    QVERIFY(result);
    QCOMPARE(result->total.counts(), counts);
    QList<qint64> stillOpen;
    for (const StepReading &step : result->total.steps)
        stillOpen.append(step.stillOpen);
    QCOMPARE(stillOpen, open);
}

void TestFunnelCounting::trendsAndDriversCountPasses()
{
    // a passes twice in January, once after a call for help; b calls for help and does not order.
    const EventLog log = logOf("{'rows': [['a', 'x', '2025-01-01'], ['a', 'help', '2025-01-02'], ['a', 'y', "
                               "'2025-01-03'], ['a', 'x', '2025-01-04'], ['a', 'y', '2025-01-05'], ['b', 'x', "
                               "'2025-01-01'], ['b', 'help', '2025-01-02']]}");
    const char *trend = "{'kind': 'funnel_trend', 'interval': 'month', 'count': '%1', 'steps': [{'event': 'x'}, "
                        "{'event': 'y'}]}";
    const auto rowOf = [&](const char *count) {
        const Result<QList<TrendRow>> rows =
            evaluateTrend(log, query(qPrintable(QString::fromLatin1(trend).arg(QLatin1String(count)))));
        return rows && rows->size() == 1 ? std::pair(rows->first().entered, rows->first().reached)
                                         : std::pair<qint64, qint64>(-1, -1);
    };
    QCOMPARE(rowOf("customers"), (std::pair<qint64, qint64>(2, 1)));
    QCOMPARE(rowOf("totals"), (std::pair<qint64, qint64>(3, 2)));
    const Result<Drivers> drivers = evaluateDrivers(
        log, query("{'kind': 'funnel_correlation', 'count': 'totals', 'steps': [{'event': 'x'}, {'event': "
                   "'y'}]}"));
    QVERIFY(drivers);
    QCOMPARE(drivers->converted, 2);
    QCOMPARE(drivers->notConverted, 1);
    QCOMPARE(drivers->events.size(), 1);
    QCOMPARE(drivers->events[0].success, 1);
    QCOMPARE(drivers->events[0].failure, 1);
    QCOMPARE(drivers->events[0].oddsRatio, 0.5); // (1 + 1)(1 − 1 + 1) / ((2 − 1 + 1)(1 + 1))
}

void TestFunnelCounting::trendsAndDriversHoldTheProperty()
{
    // As in aHeldPropertyCountsOncePerValue(), with a call for help before the coffee is bought.
    const EventLog log = logOf(
        "{'rows': [['a', 'view', '2025-01-01', {'item': 'tea'}], ['a', 'view', '2025-01-02', {'item': "
        "'coffee'}], ['a', 'help', '2025-01-02'], ['a', 'buy', '2025-01-03', {'item': 'coffee'}], ['b', 'view', "
        "'2025-01-01', {'item': 'tea'}], ['b', 'buy', '2025-01-02', {'item': 'coffee'}]]}");
    const Result<QList<TrendRow>> rows = evaluateTrend(
        log, query("{'kind': 'funnel_trend', 'interval': 'month', 'hold_constant': 'item', 'steps': [{'event': "
                   "'view'}, {'event': 'buy'}]}"));
    QVERIFY(rows);
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->first().entered, 3);
    QCOMPARE(rows->first().reached, 1);
    const Result<Drivers> drivers = evaluateDrivers(
        log, query("{'kind': 'funnel_correlation', 'hold_constant': 'item', 'steps': [{'event': 'view'}, "
                   "{'event': 'buy'}]}"));
    QVERIFY(drivers);
    QCOMPARE(drivers->converted, 1);
    QCOMPARE(drivers->notConverted, 2);
    QCOMPARE(drivers->events.size(), 1);
    QCOMPARE(drivers->events[0].oddsRatio, 2.0); // (1 + 1)(2 − 1 + 1) / ((1 − 1 + 1)(1 + 1))
}

void TestFunnelCounting::comparesASegmentWithTheRest()
{
    const EventLog log = logOf("{'rows': [['a', 'x', '2025-01-01'], ['a', 'y', '2025-01-02'], ['b', 'x', "
                               "'2025-01-01'], ['c', 'x', '2025-01-01'], ['c', 'y', '2025-01-05']]}");
    const std::vector<std::uint8_t> segment{1, 1, 0};
    const auto sides =
        compareSides(log, query("{'steps': [{'event': 'x'}, {'event': 'y'}]}"), sidesOf(log, segment));
    QVERIFY(sides);
    QCOMPARE(sides->first.counts(), QList<qint64>({2, 1}));
    QCOMPARE(sides->second.counts(), QList<qint64>({1, 1}));
    QCOMPARE(sides->first.actors, 2);
}

void TestFunnelCounting::listsWhoWasLostAndWhatTheyDidInstead()
{
    const EventLog log = logOf(
        "{'rows': [['a', 'x', '2025-01-01'], ['a', 'y', '2025-01-02'], ['b', 'x', '2025-01-01'], ['b', "
        "'help', '2025-01-02'], ['c', 'x', '2025-01-01'], ['c', 'help', '2025-01-02'], ['c', 'z', "
        "'2025-01-03'], ['d', 'x', '2025-01-01']]}");
    const FunnelQuery steps = query("{'steps': [{'event': 'x'}, {'event': 'y'}]}");
    const Result<FunnelResult> result = evaluate(log, steps);
    QCOMPARE(lostBefore(result->total, 1), std::vector<std::uint32_t>({1, 2, 3}));
    const Result<QList<Instead>> instead = evaluateInstead(log, steps, 1);
    QVERIFY(instead);
    QCOMPARE(instead->size(), 2);
    QCOMPARE(instead->at(0).event, u"help"_s);
    QCOMPARE(instead->at(0).actors, 2);
    QCOMPARE(instead->at(1).event, QString()); // nothing more
    QCOMPARE(instead->at(1).actors, 1);
    // Of one side of a comparison alone: b and d of the left side.
    const std::vector<std::uint8_t> left{1, 1, 0, 1};
    const Sides sides = sidesOf(log, left);
    const Result<QList<Instead>> ofLeft =
        evaluateInstead(log, steps, 1, {}, maskOf(sides, LeftSide));
    QVERIFY(ofLeft);
    QCOMPARE(ofLeft->size(), 2);
    QCOMPARE(ofLeft->at(0).actors, 1);
    QCOMPARE(ofLeft->at(1).actors, 1);
    const Result<QList<Instead>> ofRight =
        evaluateInstead(log, steps, 1, {}, maskOf(sides, RightSide));
    QVERIFY(ofRight);
    QCOMPARE(ofRight->size(), 1);
    QCOMPARE(ofRight->at(0).event, u"help"_s);
    QCOMPARE(ofRight->at(0).actors, 1);
}

void TestFunnelCounting::tellsWhatEverySideDidInstead()
{
    // North: b calls for help and d does nothing more. South: c calls for help.
    const EventLog log = logOf(
        "{'rows': [['a', 'x', '2025-01-01', {'part': 'north'}], ['a', 'y', '2025-01-02'], "
        "['b', 'x', '2025-01-01', {'part': 'north'}], ['b', 'help', '2025-01-02'], "
        "['c', 'x', '2025-01-01', {'part': 'south'}], ['c', 'help', '2025-01-02'], "
        "['d', 'x', '2025-01-01', {'part': 'north'}]]}");
    const Result<QJsonObject> answer = analyse(
        log, object("{'kind': 'funnel_compare', 'instead': true, 'steps': [{'event': 'x'}, {'event': 'y'}], "
                    "'compare': {'property': 'part', 'left': 'north', 'right': 'south'}}"));
    QVERIFY2(answer.ok(), answer ? "" : qPrintable(answer.error().message));
    const auto insteadOf = [&](const QString &side) {
        return answer->value(side).toObject().value(u"instead").toArray();
    };
    QCOMPARE(insteadOf(u"left"_s),
             (QJsonArray{QJsonArray(), QJsonArray{QJsonArray{u"help"_s, 1}, QJsonArray{QJsonValue(), 1}}}));
    QCOMPARE(insteadOf(u"right"_s), (QJsonArray{QJsonArray(), QJsonArray{QJsonArray{u"help"_s, 1}}}));
}

void TestFunnelCounting::sessionsPassForThemselves_data()
{
    QTest::addColumn<QByteArray>("definition");
    QTest::addColumn<QList<qint64>>("counts");
    QTest::addColumn<QList<qint64>>("open");
    QTest::addColumn<qint64>("sessions");
    // a: x 10:00, y 10:30 | x 11:01, z 11:20 | y 12:00. b: x 10:00 | y 11:00, x 11:10, y 11:59.
    QTest::newRow("half an hour, the limit included")
        << QByteArray("'steps': [{'event': 'x'}, {'event': 'y'}]") << QList<qint64>{4, 1}
        << QList<qint64>{0, 0} << qint64(6);
    QTest::newRow("one second less")
        << QByteArray("'steps': [{'event': 'x'}, {'event': 'y'}], 'session_gap_seconds': 1799")
        << QList<qint64>{4, 0} << QList<qint64>{0, 0} << qint64(7);
    QTest::newRow("a longer pause joins sessions")
        << QByteArray("'steps': [{'event': 'x'}, {'event': 'y'}], 'session_gap_seconds': 3600")
        << QList<qint64>{2, 2} << QList<qint64>{0, 0} << qint64(2);
    QTest::newRow("the window holds within the session")
        << QByteArray("'steps': [{'event': 'x'}, {'event': 'y'}], 'session_gap_seconds': 3600, "
                      "'window_seconds': 1800, 'entry_mode': 'first_entry'")
        << QList<qint64>{2, 1} << QList<qint64>{0, 0} << qint64(2);
    QTest::newRow("any order")
        << QByteArray("'order': 'any', 'steps': [{'event': 'x'}, {'event': 'y'}]")
        << QList<qint64>{6, 2} << QList<qint64>{0, 2} << qint64(6); // the two that begin about noon
    QTest::newRow("an exclusion ends the session's attempt only")
        << QByteArray("'steps': [{'event': 'x'}, {'event': 'y'}], 'exclusions': [{'event': 'z', 'from_step': "
                      "0, 'to_step': 1}]")
        << QList<qint64>{3, 1} << QList<qint64>{0, 0} << qint64(6);
}

void TestFunnelCounting::sessionsPassForThemselves()
{
    QFETCH(const QByteArray, definition);
    QFETCH(const QList<qint64>, counts);
    QFETCH(const QList<qint64>, open);
    QFETCH(const qint64, sessions);
    const EventLog log = logOf(
        "{'rows': [['a', 'x', '2025-01-01T10:00:00'], ['a', 'y', '2025-01-01T10:30:00'], ['a', 'x', "
        "'2025-01-01T11:01:00'], ['a', 'z', '2025-01-01T11:20:00'], ['a', 'y', '2025-01-01T12:00:00'], ['b', 'x', "
        "'2025-01-01T10:00:00'], ['b', 'y', '2025-01-01T11:00:00'], ['b', 'x', '2025-01-01T11:10:00'], ['b', 'y', "
        "'2025-01-01T11:59:00'], ['c', 'w', '2025-01-01T11:35:00']]}");
    const Result<FunnelResult> result =
        evaluate(log, query(QByteArray("{'count': 'sessions', " + definition + "}").constData()));
    QVERIFY(result);
    QCOMPARE(result->total.counts(), counts);
    QCOMPARE(result->total.actors, sessions + 1); // and the one of c
    QList<qint64> stillOpen;
    for (const StepReading &step : result->total.steps)
        stillOpen.append(step.stillOpen);
    QCOMPARE(stillOpen, open);
}

void TestFunnelCounting::alternativesCountAsOneStep()
{
    const EventLog log = logOf(
        "{'rows': [['a', 'visit', '2025-01-01'], ['a', 'buy', '2025-01-02'], ['b', 'search', '2025-01-01'], ['b', "
        "'call', '2025-01-02'], ['c', 'call', '2025-01-01'], ['d', 'visit', '2025-01-01'], ['d', 'refund', "
        "'2025-01-02'], ['d', 'buy', '2025-01-03']]}");
    const FunnelQuery either =
        query("{'steps': [{'event': ['visit', 'search']}, {'event': ['buy', 'call']}]}");
    QCOMPARE(evaluate(log, either)->total.counts(), QList<qint64>({3, 3}));
    QCOMPARE(countActors(log, either)->total, QList<qint64>({3, 3}));
    QVERIFY(countsInOnePass(either));
    // An exclusion may name several events as well; c never enters.
    const FunnelQuery excluded = query(
        "{'steps': [{'event': ['visit', 'search']}, {'event': ['buy', 'call']}], 'exclusions': [{'event': "
        "['refund', 'call'], 'from_step': 0, 'to_step': 1}]}");
    QCOMPARE(evaluate(log, excluded)->total.counts(), QList<qint64>({2, 2}));
    QCOMPARE(*funnelQueryFromJson(toJson(excluded)), excluded);
    const Result<FunnelQuery> single = funnelQueryFromJson(object("{'steps': [{'event': ['visit']}]}"));
    QCOMPARE(*single, query("{'steps': [{'event': 'visit'}]}"));
    QVERIFY(definitionWords(either, NumberFormat(Language::English)).contains(u"or"));
    // Both are refused by the field that names them.
    const Result<QJsonObject> unknown = analyse(
        log, object("{'kind': 'funnel', 'steps': [{'event': ['visit', 'serch']}, {'event': 'buy'}]}"));
    QVERIFY(!unknown);
    QVERIFY2(unknown.error().message.contains(u"\"steps[0].event[1]\"")
                 && unknown.error().message.contains(u"search"),
             qPrintable(unknown.error().message));
    const Result<FunnelQuery> empty = funnelQueryFromJson(object("{'steps': [{'event': []}]}"));
    QVERIFY(!empty);
    QVERIFY2(empty.error().message.contains(u"\"steps[0].event\""), qPrintable(empty.error().message));
}

void TestFunnelCounting::anchoredStepsKeepTheirPlace_data()
{
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<QList<qint64>>("counts");
    // a: p q r s; b: q p s r; c: r p q s; d: p r q s.
    QTest::newRow("all free") << QByteArray("{'event': 'p'}, {'event': 'q'}, {'event': 'r'}, {'event': 's'}")
                              << QList<qint64>{4, 4, 4, 4};
    // a and b do p and q before r; c begins with p and lacks r then; d does r too early and has no other.
    QTest::newRow("the third is anchored")
        << QByteArray("{'event': 'p'}, {'event': 'q'}, {'event': 'r', 'anchored': true}, {'event': 's'}")
        << QList<qint64>{4, 4, 2, 1};
    // Everybody begins with r or later: after r come for a s, for b nothing, for c p q s, for d q s.
    QTest::newRow("the first is anchored")
        << QByteArray("{'event': 'r', 'anchored': true}, {'event': 'p'}, {'event': 'q'}, {'event': 's'}")
        << QList<qint64>{4, 3, 2, 1};
    QTest::newRow("every step is anchored: in order")
        << QByteArray("{'event': 'p', 'anchored': true}, {'event': 'q', 'anchored': true}, {'event': 'r', "
                      "'anchored': true}, {'event': 's', 'anchored': true}")
        << QList<qint64>{4, 3, 1, 1};
}

void TestFunnelCounting::anchoredStepsKeepTheirPlace()
{
    QFETCH(const QByteArray, steps);
    QFETCH(const QList<qint64>, counts);
    const EventLog log = logOf(
        "{'rows': [['a', 'p', '2025-01-01'], ['a', 'q', '2025-01-02'], ['a', 'r', '2025-01-03'], ['a', 's', "
        "'2025-01-04'], ['b', 'q', '2025-01-01'], ['b', 'p', '2025-01-02'], ['b', 's', '2025-01-03'], ['b', 'r', "
        "'2025-01-04'], ['c', 'r', '2025-01-01'], ['c', 'p', '2025-01-02'], ['c', 'q', '2025-01-03'], ['c', 's', "
        "'2025-01-04'], ['d', 'p', '2025-01-01'], ['d', 'r', '2025-01-02'], ['d', 'q', '2025-01-03'], ['d', 's', "
        "'2025-01-04']]}");
    const FunnelQuery funnel = query(QByteArray("{'order': 'any', 'steps': [" + steps + "]}").constData());
    QCOMPARE(evaluate(log, funnel)->total.counts(), counts);
    QCOMPARE(*funnelQueryFromJson(toJson(funnel)), funnel);
}

void TestFunnelCounting::refusesAnAnchorAmongOrderedSteps()
{
    const Result<FunnelQuery> refused = funnelQueryFromJson(
        object("{'steps': [{'event': 'x'}, {'event': 'y', 'anchored': true}]}"));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"\"steps[1].anchored\""), qPrintable(refused.error().message));
}

void TestFunnelCounting::traitsGoWithConversion()
{
    // North: 3 of 4 convert; south: 1 of 4. With one added to every cell: (3+1)(3+1) / ((1+1)(1+1)) = 4.
    QJsonArray rows;
    for (int i = 0; i < 8; ++i) {
        const QString actor = u"c%1"_s.arg(i);
        const bool isNorth = i < 4;
        rows.append(QJsonArray{actor, u"x"_s, u"2025-01-01"_s,
                               QJsonObject{{u"part"_s, isNorth ? u"north"_s : u"south"_s}}});
        if (i < 3 || i == 4)
            rows.append(QJsonArray{actor, u"y"_s, u"2025-01-02"_s});
    }
    const EventLog log = *EventLog::fromJson(rows);
    const char *asked = "{'kind': 'funnel_correlation', 'traits': ['part'], 'steps': [{'event': 'x'}, {'event': 'y'}]}";
    const Result<Drivers> drivers = evaluateDrivers(log, query(asked));
    QVERIFY(drivers);
    QCOMPARE(drivers->traits.size(), 2);
    QCOMPARE(drivers->traits[0].value, u"north"_s);
    QCOMPARE(drivers->traits[0].success, 3);
    QCOMPARE(drivers->traits[0].failure, 1);
    QCOMPARE(drivers->traits[0].oddsRatio, 4.0);
    QCOMPARE(drivers->traits[1].value, u"south"_s);
    QCOMPARE(drivers->traits[1].oddsRatio, 0.25);
    QCOMPARE(*traitActors(log, query(asked), u"part"_s, u"north"_s, true), Actors({0, 1, 2}));
    QCOMPARE(*traitActors(log, query(asked), u"part"_s, u"south"_s, false), Actors({5, 6, 7}));
    const Result<Drivers> unknown = evaluateDrivers(
        log, query("{'kind': 'funnel_correlation', 'traits': ['colour'], 'steps': [{'event': 'x'}]}"));
    QVERIFY(!unknown);
    QVERIFY2(unknown.error().message.contains(u"traits[0]"), qPrintable(unknown.error().message));
}

void TestFunnelCounting::addsUpEveryCustomerOnce_data()
{
    QTest::addColumn<QByteArray>("count");
    QTest::addColumn<QList<qint64>>("counts");
    // a passes twice and b enters once: lifetime values 10 and 3.
    QTest::newRow("customers") << QByteArray("customers") << QList<qint64>{2, 1};
    QTest::newRow("totals") << QByteArray("totals") << QList<qint64>{3, 2};
    QTest::newRow("sessions") << QByteArray("sessions") << QList<qint64>{3, 2};
}

void TestFunnelCounting::addsUpEveryCustomerOnce()
{
    QFETCH(const QByteArray, count);
    QFETCH(const QList<qint64>, counts);
    EventLog log = logOf(
        "{'rows': [['a', 'x', '2025-01-01T10:00:00'], ['a', 'y', '2025-01-01T10:10:00'], ['a', 'x', "
        "'2025-01-02T10:00:00'], ['a', 'y', '2025-01-02T10:10:00'], ['b', 'x', '2025-01-01T10:00:00']]}");
    log.setMeasure([](const QString &) -> Result<ActorMeasure> {
        return ActorMeasure{{10, 3}, u"SAR"_s};
    });
    const FunnelQuery funnel = query(
        QByteArray("{'count': '" + count + "', 'value': 'clv', 'steps': [{'event': 'x'}, {'event': 'y'}]}")
            .constData());
    const Result<FunnelResult> result = evaluate(log, funnel);
    QVERIFY(result);
    QCOMPARE(result->total.counts(), counts);
    QCOMPARE(result->total.steps[0].value, 13.0);
    QCOMPARE(result->total.steps[1].value, 10.0);
    QCOMPARE(result->total.currency, u"SAR"_s);
    // What the slider redraws says the same, of everybody and of either side.
    QCOMPARE(countActors(log, funnel)->sums, QList<double>({13, 10}));
    const std::vector<std::uint8_t> left{0, 1};
    const auto sides = countSides(log, funnel, sidesOf(log, left));
    QVERIFY(sides);
    QCOMPARE(sides->first.sums, QList<double>({3, 0}));
    QCOMPARE(sides->second.sums, QList<double>({10, 10}));
    QCOMPARE(sides->second.total, QList<qint64>({counts[0] - 1, counts[1]}));
}

void TestFunnelCounting::saysWhatItCountsInBothLanguages()
{
    const FunnelQuery funnel = query(
        "{'steps': [{'event': 'signup', 'first_time': true}, {'event': 'purchase', 'where': {'category': "
        "'coffee'}}], 'window_seconds': 1209600, 'entry_mode': 'first_entry', 'exclusions': [{'event': "
        "'refund', 'from_step': 0, 'to_step': 1}], 'hold_constant': 'plan', 'breakdown': {'property': "
        "'country', 'attribution': 'last_touch'}, 'date_from': '2025-01-01', 'date_to': '2025-06-30'}");
    const QString english = definitionWords(funnel, NumberFormat(Language::English));
    for (const QString &part : {u"signup"_s, u"category"_s, u"coffee"_s, u"14 day"_s, u"last moment included"_s,
                                u"first entry"_s, u"Left out: who has"_s, u"refund"_s, u"steps 1 and 2"_s,
                                u"“plan”"_s, u"“country” at the last touch"_s, u"30 Jun 2025"_s})
        QVERIFY2(english.contains(part), qPrintable(part + u" | "_s + english));
    const QString arabic = definitionWords(funnel, NumberFormat(Language::Arabic, Digits::ArabicIndic));
    for (const QString &part : {u"العملاء"_s, u"signup"_s, u"١٤"_s, u"يُستبعد"_s, u"آخر تفاعل"_s, u"الخطوة ١"_s})
        QVERIFY2(arabic.contains(part), qPrintable(part + u" | "_s + arabic));
    QVERIFY(!arabic.contains(u'%'));
}

void TestFunnelCounting::saysTheNewOptionsInBothLanguages()
{
    FunnelQuery funnel = query(
        "{'order': 'any', 'count': 'sessions', 'session_gap_seconds': 2700, 'value': 'clv', 'steps': [{'event': "
        "['visit', 'search']}, {'event': 'buy', 'anchored': true}]}");
    funnel.compare = Comparison{u"city"_s, u"Jeddah"_s, u"*rest*"_s};
    const QString english = definitionWords(funnel, NumberFormat(Language::English));
    for (const QString &part : {u"Counts sessions"_s, u"45 min"_s, u" or "_s, u"Step 2 keeps its place"_s, u"“city”"_s,
                                u"Jeddah"_s, u"all others"_s, u"every customer once"_s})
        QVERIFY2(english.contains(part), qPrintable(part + u" | "_s + english));
    const QString arabic = definitionWords(funnel, NumberFormat(Language::Arabic, Digits::ArabicIndic));
    for (const QString &part : {u"الجلسات"_s, u"٤٥"_s, u" أو "_s, u"الخطوة ٢"_s, u"سائر العملاء"_s})
        QVERIFY2(arabic.contains(part), qPrintable(part + u" | "_s + arabic));
    QVERIFY(!arabic.contains(u'%'));
    funnel.compare = Comparison{{}, {}, u"*rest*"_s, u"Coast"_s};
    QVERIFY(definitionWords(funnel, NumberFormat(Language::English)).contains(u"segment “Coast”"));
}

void TestFunnelCounting::keepsFunnelsInTheFile()
{
    TestWorkspace workspace;
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadWrite);
    QVERIFY(database);
    FunnelQuery one = query("{'steps': [{'event': 'x'}], 'name': 'One', 'count': 'totals'}");
    FunnelQuery two = query("{'steps': [{'event': 'x'}, {'event': 'y'}], 'name': 'Two', 'hold_constant': "
                            "'item', 'window_seconds': 60}");
    QVERIFY(saveFunnels(*database, {two, one}));
    QCOMPARE(*loadFunnels(*database), QList<FunnelQuery>({one, two}));
    QVERIFY(saveFunnels(*database, {two}));
    QCOMPARE(*loadFunnels(*database), QList<FunnelQuery>({two}));
}

void TestFunnelCounting::refusesFunnelsThatCannotBeKept_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("says");
    QTest::newRow("no name") << QStringList{u" "_s} << u"needs a name"_s;
    QTest::newRow("one name twice") << QStringList{u"A"_s, u"A"_s} << u"\"A\""_s;
}

void TestFunnelCounting::refusesFunnelsThatCannotBeKept()
{
    QFETCH(const QStringList, names);
    QFETCH(const QString, says);
    TestWorkspace workspace;
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadWrite);
    QVERIFY(database);
    QList<FunnelQuery> funnels;
    for (const QString &name : names) {
        FunnelQuery funnel = query("{'steps': [{'event': 'x'}]}");
        funnel.name = name;
        funnels.append(funnel);
    }
    const Result<void> saved = saveFunnels(*database, funnels);
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.contains(says), qPrintable(saved.error().message));
    QVERIFY(loadFunnels(*database)->isEmpty());
}

QTEST_GUILESS_MAIN(TestFunnelCounting)
#include "tst_funnelcounting.moc"
