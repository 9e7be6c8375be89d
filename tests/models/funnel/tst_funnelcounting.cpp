#include "models/funnel/analyse.h"
#include "models/funnel/evaluator.h"
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
        compareWithRest(log, query("{'steps': [{'event': 'x'}, {'event': 'y'}]}"), segment);
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
