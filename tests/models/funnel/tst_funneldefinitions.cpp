#include "models/funnel/analyse.h"
#include "models/funnel/query.h"
#include "models/funnel/retention.h"
#include "models/segments/evaluate.h"
#include "tests/support/testworkspace.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

/// Definitions: what is refused and how, what an empty answer says, and what reads back as written.
class TestFunnelDefinitions : public QObject
{
    Q_OBJECT

private slots:
    void namesTheFieldItRefuses_data();
    void namesTheFieldItRefuses();
    void explainsAnEmptyAnswer_data();
    void explainsAnEmptyAnswer();
    void writesTheStepInTheDigitsChosen();
    void goalThatHasNotOccurredYetIsAWarning();
    void readsBackAsWritten_data();
    void readsBackAsWritten();
    void comparesPropertiesByTheirKind_data();
    void comparesPropertiesByTheirKind();
    void purchasesAndRefundsAreEventsOfAWorkspace();
    void eventPropertiesGoBeforeCustomerAttributes();
    void rulesReachEventsAndCustomers();
    void comparesASavedSegmentWithTheRest();
    void addsUpAMeasureAtEveryStep();
    void stickinessCountsDifferentPeriods();
    void pathsHonourStartEndAndGroups();
};

namespace {

QJsonObject object(const char *text)
{
    QJsonParseError error;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray(text).replace('\'', '"'), &error);
    Q_ASSERT_X(error.error == QJsonParseError::NoError, text, "");
    return document.object();
}

/// Three customers who sign up; two pay, one of them after an exclusion.
Funnel::EventLog smallLog()
{
    return *Funnel::EventLog::fromJson(object(R"({"rows": [
        ["c1", "signup", "2025-01-01T00:00:00Z", {"plan": "pro", "seats": 5, "trial": true}],
        ["c1", "purchase", "2025-01-03T00:00:00Z"],
        ["c2", "signup", "2025-01-02T00:00:00Z", {"plan": "basic", "seats": 10, "trial": false}],
        ["c2", "refund", "2025-01-03T00:00:00Z"],
        ["c2", "purchase", "2025-01-04T00:00:00Z"],
        ["c3", "signup", "2025-01-05T00:00:00Z"]]})")
                                           .value(u"rows")
                                           .toArray());
}

} // namespace

void TestFunnelDefinitions::namesTheFieldItRefuses_data()
{
    QTest::addColumn<QJsonObject>("definition");
    QTest::addColumn<QString>("named");

    const auto add = [](const char *name, const char *definition, const char *named) {
        QTest::newRow(name) << object(definition) << QString::fromLatin1(named);
    };
    add("no kind", "{'steps': [{'event': 'signup'}]}", "\"kind\"");
    add("unknown kind", "{'kind': 'funnels'}", "funnels");
    add("no steps", "{'kind': 'funnel'}", "\"steps\"");
    add("empty steps", "{'kind': 'funnel', 'steps': []}", "\"steps\"");
    add("step without event", "{'kind': 'funnel', 'steps': [{'where': {'plan': 'pro'}}]}",
        "\"steps[0].event\"");
    add("unknown field", "{'kind': 'funnel', 'steps': [{'event': 'signup'}], 'windw_seconds': 5}",
        "\"windw_seconds\"");
    add("unknown field of a step",
        "{'kind': 'funnel', 'steps': [{'event': 'signup', 'first': true}]}", "\"steps[0].first\"");
    add("field of another kind", "{'kind': 'funnel', 'steps': [{'event': 'signup'}], 'labels': []}",
        "\"labels\"");
    add("negative window",
        "{'kind': 'funnel', 'steps': [{'event': 'signup'}], 'window_seconds': -1}",
        "\"window_seconds\"");
    add("window as text",
        "{'kind': 'funnel', 'steps': [{'event': 'signup'}], 'window_seconds': 'long'}",
        "\"window_seconds\"");
    add("from after until",
        "{'kind': 'funnel', 'steps': [{'event': 'signup'}], 'date_from': '2025-02-01', 'date_to': "
        "'2025-01-01'}",
        "\"date_from\"");
    add("no date", "{'kind': 'funnel', 'steps': [{'event': 'signup'}], 'date_from': 'yesterday'}",
        "\"date_from\"");
    add("unknown order", "{'kind': 'funnel', 'steps': [{'event': 'signup'}], 'order': 'loose'}",
        "\"order\"");
    add("unknown entry event",
        "{'kind': 'funnel', 'steps': [{'event': 'sign_up_done'}, {'event': 'purchase'}]}",
        "\"steps[0].event\"");
    add("unknown event on the way",
        "{'kind': 'funnel', 'steps': [{'event': 'signup'}, {'event': 'demo'}, {'event': "
        "'purchase'}]}",
        "\"demo\"");
    add("misspelt goal", "{'kind': 'funnel', 'steps': [{'event': 'signup'}, {'event': 'purchse'}]}",
        "Did you mean \"purchase\"");
    add("unknown property",
        "{'kind': 'funnel', 'steps': [{'event': 'signup', 'where': {'colour': 'red'}}]}",
        "\"colour\"");
    add("bad operator of a rule",
        "{'kind': 'funnel', 'steps': [{'event': 'signup', 'where': {'all': [{'field': 'plan', "
        "'op': 'near', 'value': 'pro'}]}}]}",
        "steps[0].where.all[0].op");
    add("rule about an unknown field",
        "{'kind': 'funnel', 'steps': [{'event': 'signup', 'where': {'field': 'colour', 'op': '=', "
        "'value': 'red'}}]}",
        "\"colour\"");
    add("rule that compares with text",
        "{'kind': 'funnel', 'steps': [{'event': 'signup', 'where': {'field': 'seats', 'op': '>', "
        "'value': 'many'}}]}",
        "\"seats\"");
    add("rule with a period about an event property",
        "{'kind': 'funnel', 'steps': [{'event': 'signup', 'where': {'field': 'seats', 'op': '>', "
        "'value': 3, 'within_days': 30}}]}",
        "\"seats\"");
    add("window of the first step",
        "{'kind': 'funnel', 'steps': [{'event': 'signup', 'window_seconds': 5}]}",
        "\"steps[0].window_seconds\"");
    add("negative window of a step",
        "{'kind': 'funnel', 'steps': [{'event': 'signup'}, {'event': 'purchase', 'window_seconds': -5}]}",
        "\"steps[1].window_seconds\"");
    add("window of a step in any order",
        "{'kind': 'funnel', 'order': 'any', 'steps': [{'event': 'signup'}, {'event': 'purchase', "
        "'window_seconds': 5}]}",
        "\"steps[1].window_seconds\"");
    add("comparison with a segment where there are none",
        "{'kind': 'funnel_compare', 'steps': [{'event': 'signup'}], 'compare': {'segment': 'VIP'}}",
        "compare.segment");
    add("where with a list",
        "{'kind': 'funnel', 'steps': [{'event': 'signup', 'where': {'plan': ['a']}}]}",
        "\"steps[0].where.plan\"");
    add("exclusion behind the steps",
        "{'kind': 'funnel', 'steps': [{'event': 'signup'}, {'event': 'purchase'}], 'exclusions': "
        "[{'event': 'refund', 'from_step': 0, 'to_step': 2}]}",
        "\"exclusions[0].to_step\"");
    add("exclusion before the steps",
        "{'kind': 'funnel', 'steps': [{'event': 'signup'}, {'event': 'purchase'}], 'exclusions': "
        "[{'event': 'refund', 'from_step': -1, 'to_step': 1}]}",
        "\"exclusions[0].from_step\"");
    add("exclusion of no width",
        "{'kind': 'funnel', 'steps': [{'event': 'signup'}, {'event': 'purchase'}], 'exclusions': "
        "[{'event': 'refund', 'from_step': 1, 'to_step': 1}]}",
        "\"exclusions[0].to_step\"");
    add("unknown exclusion event",
        "{'kind': 'funnel', 'steps': [{'event': 'signup'}, {'event': 'purchase'}], 'exclusions': "
        "[{'event': 'cancelled', 'from_step': 0, 'to_step': 1}]}",
        "\"exclusions[0].event\"");
    add("breakdown without property",
        "{'kind': 'funnel_breakdown', 'steps': [{'event': 'signup'}]}", "\"breakdown\"");
    add("breakdown by an unknown property",
        "{'kind': 'funnel_breakdown', 'steps': [{'event': 'signup'}], 'breakdown': {'property': "
        "'region'}}",
        "\"region\"");
    add("breakdown step outside",
        "{'kind': 'funnel_breakdown', 'steps': [{'event': 'signup'}], 'breakdown': {'property': "
        "'plan', 'attribution': 'step', 'step': 3}}",
        "\"breakdown.step\"");
    add("comparison with an unknown value",
        "{'kind': 'funnel_compare', 'steps': [{'event': 'signup'}], 'compare': {'property': "
        "'plan', 'left': 'gold', 'right': '*rest*'}}",
        "\"compare.left\"");
    add("trend to a step outside",
        "{'kind': 'funnel_trend', 'steps': [{'event': 'signup'}], 'to_step': 4}", "\"to_step\"");
    add("times backwards",
        "{'kind': 'time_to_convert', 'steps': [{'event': 'signup'}, {'event': 'purchase'}], "
        "'from_step': 1, 'to_step': 0}",
        "\"to_step\"");
    add("no bins",
        "{'kind': 'time_to_convert', 'steps': [{'event': 'signup'}, {'event': 'purchase'}], "
        "'bins': 0}",
        "\"bins\"");
    add("retention of an unknown event", "{'kind': 'retention', 'target': {'event': 'login'}}",
        "\"target.event\"");
    add("retention without periods", "{'kind': 'retention', 'intervals': 0}", "\"intervals\"");
    add("unknown period", "{'kind': 'lifecycle', 'period': 'fortnight'}", "\"period\"");
    add("paths without steps", "{'kind': 'paths', 'max_steps': 0}", "\"max_steps\"");
    add("transition of an unknown event", "{'kind': 'transitions', 'labels': ['(start)', 'login']}",
        "\"login\"");
    add("conversion without end", "{'kind': 'event_conversion', 'start': 'signup'}", "\"end\"");
    add("negative limit",
        "{'kind': 'event_conversion', 'start': 'signup', 'end': 'purchase', 'within_seconds': -5}",
        "\"within_seconds\"");
    add("stages that never occur", "{'kind': 'stage_funnel', 'stages': ['lead', 'won']}",
        "\"stages\"");
    add("no stages", "{'kind': 'stage_times'}", "\"stages\"");
    add("bins without a current period", "{'kind': 'bin_boundaries'}", "\"current\"");
}

void TestFunnelDefinitions::namesTheFieldItRefuses()
{
    QFETCH(QJsonObject, definition);
    QFETCH(QString, named);
    const Result<QJsonObject> answer = Funnel::analyse(smallLog(), definition);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Definition);
    QVERIFY2(answer.error().message.contains(named), qPrintable(answer.error().message));
}

void TestFunnelDefinitions::explainsAnEmptyAnswer_data()
{
    QTest::addColumn<QJsonObject>("definition");
    QTest::addColumn<QString>("blamed");
    const auto add = [](const char *name, const char *definition, const char *blamed) {
        QTest::newRow(name) << object(definition) << QString::fromLatin1(blamed);
    };
    add("date range",
        "{'kind': 'funnel', 'steps': [{'event': 'signup'}], 'date_from': '2026-01-01'}",
        "date_from");
    add("window",
        "{'kind': 'funnel', 'steps': [{'event': 'signup'}, {'event': 'purchase'}], "
        "'window_seconds': 60}",
        "window_seconds");
    add("exclusion",
        "{'kind': 'funnel', 'steps': [{'event': 'signup', 'where': {'plan': 'basic'}}, {'event': "
        "'purchase'}], 'exclusions': [{'event': 'refund', 'from_step': 0, 'to_step': 1}]}",
        "exclusions");
    add("property",
        "{'kind': 'funnel', 'steps': [{'event': 'purchase', 'where': {'plan': 'pro'}}]}", "where");
    add("rule",
        "{'kind': 'funnel', 'steps': [{'event': 'signup', 'where': {'field': 'seats', 'op': '>', "
        "'value': 100}}]}",
        "where");
    add("window of a step",
        "{'kind': 'funnel', 'steps': [{'event': 'signup'}, {'event': 'purchase', 'window_seconds': 60}]}",
        "steps[].window_seconds");
    add("property held constant",
        "{'kind': 'funnel', 'steps': [{'event': 'signup'}, {'event': 'purchase'}], 'hold_constant': "
        "'plan', 'window_seconds': 200000}",
        "hold_constant");
    add("order", "{'kind': 'funnel', 'steps': [{'event': 'purchase'}, {'event': 'signup'}]}",
        "order");
    add("order, where it is strict besides",
        "{'kind': 'funnel', 'order': 'strict', 'steps': [{'event': 'purchase'}, {'event': 'signup'}]}",
        "the order of the steps");
    add("trend, by the range",
        "{'kind': 'funnel_trend', 'steps': [{'event': 'signup'}], 'date_from': '2026-01-01', 'date_to': "
        "'2026-01-05'}",
        "date_from");
    add("trend, by a property",
        "{'kind': 'funnel_trend', 'steps': [{'event': 'purchase', 'where': {'plan': 'pro'}}]}", "where");
    add("drivers",
        "{'kind': 'funnel_correlation', 'steps': [{'event': 'purchase', 'where': {'plan': 'pro'}}, {'event': "
        "'refund'}]}",
        "where");
    add("time to convert",
        "{'kind': 'time_to_convert', 'steps': [{'event': 'signup'}, {'event': 'purchase'}], "
        "'window_seconds': 60}",
        "window_seconds");
    add("comparison, one side",
        "{'kind': 'funnel_compare', 'steps': [{'event': 'refund'}], 'compare': {'property': 'plan', 'left': "
        "'pro'}}",
        "\"left\"");
    add("comparison, both sides",
        "{'kind': 'funnel_compare', 'steps': [{'event': 'signup'}], 'compare': {'property': 'plan', 'left': "
        "'pro'}, 'date_from': '2026-01-01'}",
        "date_from");
    add("goal never occurs",
        "{'kind': 'funnel', 'steps': [{'event': 'signup'}, {'event': 'advocacy'}]}",
        "never occurs");
    add("lifecycle", "{'kind': 'lifecycle', 'date_from': '2026-01-01', 'date_to': '2026-01-31'}",
        "date range");
    add("retention",
        "{'kind': 'retention', 'period': 'day', 'intervals': 2, 'date_to': '2026-01-31'}",
        "target");
}

void TestFunnelDefinitions::explainsAnEmptyAnswer()
{
    QFETCH(QJsonObject, definition);
    QFETCH(QString, blamed);
    const Result<QJsonObject> answer = Funnel::analyse(smallLog(), definition);
    QVERIFY2(answer.ok(), answer ? "" : qPrintable(answer.error().message));
    const QString explanation = answer->value(u"explanation").toString();
    QVERIFY2(explanation.contains(blamed), qPrintable(explanation));
}

void TestFunnelDefinitions::writesTheStepInTheDigitsChosen()
{
    Funnel::EventLog log = smallLog();
    log.setFormat(NumberFormat(Language::Arabic, Digits::ArabicIndic));
    const Result<QJsonObject> answer = Funnel::analyse(
        log, object("{'kind': 'funnel', 'steps': [{'event': 'purchase'}, {'event': 'signup'}]}"));
    QVERIFY(answer.ok());
    const QString explanation = answer->value(u"explanation").toString();
    QVERIFY2(explanation.contains(u"٢"_s) && !explanation.contains(u'2'), qPrintable(explanation));
}

void TestFunnelDefinitions::goalThatHasNotOccurredYetIsAWarning()
{
    const Result<QJsonObject> answer = Funnel::analyse(
        smallLog(),
        object("{'kind': 'funnel', 'steps': [{'event': 'signup'}, {'event': 'advocacy'}]}"));
    QVERIFY(answer.ok());
    QCOMPARE(answer->value(u"counts").toArray(), (QJsonArray{3, 0}));
    QVERIFY(answer->value(u"warnings").toArray().first().toString().contains(u"advocacy"));
}

void TestFunnelDefinitions::readsBackAsWritten_data()
{
    QTest::addColumn<QJsonObject>("definition");
    QTest::newRow("contract's example") << object(
        R"({ "kind": "funnel", "name": "Signup to second order", "order": "ordered", "window_seconds": 2592000,
        "entry_mode": "best_attempt", "steps": [ {"event": "signup"}, {"event": "purchase", "where": {"category": "coffee"}}, {"event": "purchase"} ],
        "exclusions": [ {"event": "refund", "from_step": 0, "to_step": 2} ],
        "breakdown": {"property": "country", "attribution": "first_touch"}, "date_from": "2025-01-01", "date_to": "2025-12-31" })");
    QTest::newRow("everything else") << object(
        R"({ "kind": "funnel_trend", "order": "any", "window_seconds": null, "entry_mode": "first_entry",
        "steps": [ {"event": null, "first_time": true}, {"event": "b", "where": {"n": 5, "t": true}} ], "interval": "week", "week_start": "saturday",
        "from_step": 0, "to_step": 1, "list_actors": false, "breakdown": {"property": "p", "attribution": "step", "step": 1} })");
    QTest::newRow("rule and window of a step") << object(
        R"({ "kind": "funnel", "order": "ordered", "window_seconds": null, "entry_mode": "best_attempt",
        "steps": [ {"event": "a", "where": {"all": [{"field": "seats", "op": ">", "value": 5}, {"any": [{"field": "clv", "op": ">=", "value": 10}]}]}},
        {"event": "b", "window_seconds": 60} ] })");
    QTest::newRow("comparison with a segment") << object(
        R"({ "kind": "funnel_compare", "order": "ordered", "window_seconds": null, "entry_mode": "best_attempt",
        "steps": [ {"event": "a"} ], "compare": {"segment": "VIP"} })");
    QTest::newRow("sessions, alternatives, two segments") << object(
        R"({ "kind": "funnel_compare", "order": "any", "window_seconds": null, "entry_mode": "best_attempt",
        "count": "sessions", "session_gap_seconds": 600, "value": "clv", "instead": true,
        "steps": [ {"event": ["a", "b"]}, {"event": "c", "anchored": true} ],
        "compare": {"segment": "VIP", "right": "New"} })");
    QTest::newRow("traits") << object(
        R"({ "kind": "funnel_correlation", "order": "ordered", "window_seconds": null, "entry_mode": "best_attempt",
        "steps": [ {"event": "a"} ], "traits": ["p", "q"] })");
    QTest::newRow("bins") << object(
        R"({ "kind": "time_to_convert", "order": "strict", "window_seconds": 10, "entry_mode": "best_attempt",
        "steps": [ {"event": "a"}, {"event": "b"} ], "from_step": 0, "to_step": 1, "bins": 7 })");
}

void TestFunnelDefinitions::readsBackAsWritten()
{
    QFETCH(QJsonObject, definition);
    const Result<Funnel::FunnelQuery> query = Funnel::funnelQueryFromJson(definition);
    QVERIFY2(query.ok(), query ? "" : qPrintable(query.error().message));
    QCOMPARE(Funnel::toJson(*query), definition);
    QCOMPARE(*Funnel::funnelQueryFromJson(Funnel::toJson(*query)), *query);
}

void TestFunnelDefinitions::comparesPropertiesByTheirKind_data()
{
    QTest::addColumn<QJsonObject>("where");
    QTest::addColumn<int>("entered");
    QTest::newRow("text") << object("{'plan': 'pro'}") << 1;
    QTest::newRow("text is compared exactly") << object("{'plan': 'Pro'}") << 0;
    QTest::newRow("number") << object("{'seats': 5}") << 1;
    QTest::newRow("number written otherwise") << object("{'seats': 5.0}") << 1;
    QTest::newRow("number as text") << object("{'seats': '10'}") << 1;
    QTest::newRow("true") << object("{'trial': true}") << 1;
    QTest::newRow("false is a value") << object("{'trial': false}") << 1;
    QTest::newRow("null is no value") << object("{'trial': null}") << 1;
    QTest::newRow("rule: more than") << object("{'field': 'seats', 'op': '>', 'value': 5}") << 1;
    QTest::newRow("rule: at least") << object("{'field': 'seats', 'op': '>=', 'value': 5}") << 2;
    QTest::newRow("rule: numbers, not texts") << object("{'field': 'seats', 'op': '<', 'value': 7}") << 1;
    QTest::newRow("rule: between") << object("{'field': 'seats', 'op': 'between', 'value': [5, 10]}") << 2;
    QTest::newRow("rule: one of") << object("{'field': 'plan', 'op': 'in', 'value': ['pro', 'basic']}") << 2;
    QTest::newRow("rule: not equal holds for no value") << object("{'field': 'plan', 'op': '!=', 'value': 'pro'}")
                                                        << 2;
    QTest::newRow("rule: missing") << object("{'field': 'plan', 'op': 'missing'}") << 1;
    QTest::newRow("rule: contains") << object("{'field': 'plan', 'op': 'contains', 'value': 'BAS'}") << 1;
    QTest::newRow("rule: all") << object("{'all': [{'field': 'plan', 'op': '=', 'value': 'pro'}, {'field': "
                                         "'seats', 'op': '=', 'value': 5}]}")
                               << 1;
    QTest::newRow("rule: any") << object("{'any': [{'field': 'plan', 'op': '=', 'value': 'pro'}, {'field': "
                                         "'seats', 'op': '>', 'value': 5}]}")
                               << 2;
    QTest::newRow("rule: none") << object("{'none': [{'field': 'plan', 'op': '=', 'value': 'pro'}]}") << 2;
    QTest::newRow("both must hold") << object("{'plan': 'pro', 'seats': 10}") << 0;
}

void TestFunnelDefinitions::comparesPropertiesByTheirKind()
{
    QFETCH(QJsonObject, where);
    QFETCH(int, entered);
    const QJsonObject definition{
        {u"kind"_s, u"funnel"_s},
        {u"steps"_s, QJsonArray{QJsonObject{{u"event"_s, u"signup"_s}, {u"where"_s, where}}}}};
    const Result<QJsonObject> answer = Funnel::analyse(smallLog(), definition);
    QVERIFY2(answer.ok(), answer ? "" : qPrintable(answer.error().message));
    QCOMPARE(answer->value(u"counts").toArray(), QJsonArray{entered});
}

void TestFunnelDefinitions::purchasesAndRefundsAreEventsOfAWorkspace()
{
    TestWorkspace workspace;
    const qint64 buyer = workspace.customer({u"buyer"_s});
    const qint64 returner = workspace.customer({u"returner"_s});
    for (const qint64 customer : {buyer, returner}) {
        workspace.event(customer, QDate(2025, 1, 1), u"signup"_s);
        workspace.purchase(customer, QDate(2025, 1, 3), 5000, u"coffee"_s);
    }
    workspace.purchase(returner, QDate(2025, 1, 2), -100);
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    const auto counts = [&](const char *definition) {
        const Result<QJsonObject> answer =
            Funnel::analyse(workspace.workspace(), snapshot, object(definition));
        return answer ? answer->value(u"counts").toArray() : QJsonArray{answer.error().message};
    };
    QCOMPARE(counts("{'kind': 'funnel', 'steps': [{'event': 'signup'}, {'event': 'purchase', "
                    "'where': {'category': 'coffee'}}]}"),
             (QJsonArray{2, 2}));
    QCOMPARE(counts("{'kind': 'funnel', 'steps': [{'event': 'signup'}, {'event': 'purchase'}], "
                    "'exclusions': [{'event': 'refund', 'from_step': 0, 'to_step': 1}]}"),
             (QJsonArray{1, 1}));
    const Result<QJsonObject> named = Funnel::analyse(
        workspace.workspace(), snapshot,
        object("{'kind': 'funnel', 'steps': [{'event': 'signup'}, {'event': 'refund'}]}"));
    QVERIFY(named.ok());
    QCOMPARE(named->value(u"reached").toArray(),
             (QJsonArray{QJsonArray{u"buyer"_s, u"returner"_s}, QJsonArray{u"returner"_s}}));
}

void TestFunnelDefinitions::eventPropertiesGoBeforeCustomerAttributes()
{
    TestWorkspace workspace;
    const qint64 first = workspace.customer({.ref = u"c1"_s, .city = u"Jeddah"_s});
    const qint64 second = workspace.customer({.ref = u"c2"_s, .city = u"Riyadh"_s});
    workspace.event(first, QDate(2025, 1, 1), u"visit"_s, u"{\"city\": \"Dammam\"}"_s);
    workspace.event(second, QDate(2025, 1, 1), u"visit"_s, u"{\"an \\\"odd\\\" key\": 1}"_s);
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    const auto groups = [&](const QString &property) {
        const QJsonObject definition{
            {u"kind"_s, u"funnel_breakdown"_s},
            {u"steps"_s, QJsonArray{QJsonObject{{u"event"_s, u"visit"_s}}}},
            {u"breakdown"_s, QJsonObject{{u"property"_s, property}}}};
        const Result<QJsonObject> answer =
            Funnel::analyse(workspace.workspace(), snapshot, definition);
        return answer ? answer->value(u"groups").toObject().keys()
                      : QStringList{answer.error().message};
    };
    QCOMPARE(groups(u"city"_s), (QStringList{u"Dammam"_s, u"Riyadh"_s}));
    QCOMPARE(groups(u"an \"odd\" key"_s), (QStringList{QString(), u"1"_s}));
}

void TestFunnelDefinitions::rulesReachEventsAndCustomers()
{
    // Two visits from an advertisement, one of a customer who spent 300; a third customer spent more
    // and came by mail.
    TestWorkspace workspace;
    const qint64 rich = workspace.customer({.ref = u"rich"_s, .city = u"Jeddah"_s});
    const qint64 poor = workspace.customer({.ref = u"poor"_s, .city = u"Riyadh"_s});
    const qint64 mailed = workspace.customer({.ref = u"mailed"_s, .city = u"Jeddah"_s});
    workspace.event(rich, QDate(2025, 1, 1), u"visit"_s, u"{\"from\": \"ad\"}"_s);
    workspace.event(poor, QDate(2025, 1, 1), u"visit"_s, u"{\"from\": \"ad\"}"_s);
    workspace.event(mailed, QDate(2025, 1, 1), u"visit"_s, u"{\"from\": \"mail\"}"_s);
    workspace.purchase(rich, QDate(2025, 1, 3), 30000);
    workspace.purchase(poor, QDate(2025, 1, 3), 100);
    workspace.purchase(mailed, QDate(2025, 1, 3), 90000);
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    const auto reached = [&](const char *where) {
        const QJsonObject definition{
            {u"kind"_s, u"funnel"_s},
            {u"steps"_s, QJsonArray{QJsonObject{{u"event"_s, u"visit"_s}, {u"where"_s, object(where)}}}}};
        const Result<QJsonObject> answer =
            Funnel::analyse(workspace.workspace(), snapshot, definition);
        return answer ? answer->value(u"reached").toArray().first().toArray()
                      : QJsonArray{answer.error().message};
    };
    const char *fromAd = "{'field': 'from', 'op': '=', 'value': 'ad'}";
    QCOMPARE(reached(fromAd), (QJsonArray{u"rich"_s, u"poor"_s}));
    QCOMPARE(reached("{'field': 'monetary', 'op': '>=', 'value': 300}"),
             (QJsonArray{u"rich"_s, u"mailed"_s}));
    QCOMPARE(reached("{'all': [{'field': 'from', 'op': '=', 'value': 'ad'}, {'field': 'monetary', 'op': "
                     "'>=', 'value': 300}, {'field': 'city', 'op': 'in', 'value': ['Jeddah']}]}"),
             QJsonArray{u"rich"_s});
    const QString refused = reached("{'field': 'monetery', 'op': '>', 'value': 1}").first().toString();
    QVERIFY2(refused.contains(u"steps[0].where") && refused.contains(u"\"monetary\""),
             qPrintable(refused));
}

void TestFunnelDefinitions::comparesASavedSegmentWithTheRest()
{
    TestWorkspace workspace;
    const qint64 first = workspace.customer({.ref = u"c1"_s, .city = u"Jeddah"_s});
    const qint64 second = workspace.customer({.ref = u"c2"_s, .city = u"Riyadh"_s});
    for (const qint64 customer : {first, second})
        workspace.event(customer, QDate(2025, 1, 1), u"visit"_s);
    workspace.event(first, QDate(2025, 1, 2), u"order"_s);
    Funnel::EventLog log = Funnel::EventLog::fromSnapshot(workspace.snapshot());
    const auto segments = std::make_shared<const QList<Segments::Segment>>(QList<Segments::Segment>{
        {u"Coast"_s, {}, Segments::Rule::of({u"city"_s, Segments::Operator::Equals, u"Jeddah"_s, 0, {}, {}}),
         {}, {}},
        {u"All"_s, {}, Segments::Rule::of({u"city"_s, Segments::Operator::Known, {}, 0, {}, {}}), {}, {}}});
    log.setJudge([&](const Segments::Rule &rule) {
        Segments::Facts facts;
        facts.snapshot = workspace.snapshot();
        facts.segments = segments;
        return Segments::mask(rule, facts);
    });
    const char *steps = "{'kind': 'funnel_compare', 'steps': [{'event': 'visit'}, {'event': 'order'}], "
                        "'compare': {'segment': '%1'}}";
    const Result<QJsonObject> answer =
        Funnel::analyse(log, object(qPrintable(QString::fromLatin1(steps).arg(u"Coast"_s))));
    QVERIFY2(answer.ok(), answer ? "" : qPrintable(answer.error().message));
    QCOMPARE(answer->value(u"left_counts").toArray(), (QJsonArray{1, 1}));
    QCOMPARE(answer->value(u"right_counts").toArray(), (QJsonArray{1, 0}));
    // Everybody is in the other segment, those of the coast too.
    const Result<QJsonObject> two = Funnel::analyse(
        log, object(qPrintable(QString::fromLatin1(steps).arg(u"Coast', 'right': 'All"_s))));
    QVERIFY2(two.ok(), two ? "" : qPrintable(two.error().message));
    QCOMPARE(two->value(u"left_counts").toArray(), (QJsonArray{1, 1}));
    QCOMPARE(two->value(u"right_counts").toArray(), (QJsonArray{2, 1}));
    const Result<QJsonObject> refused =
        Funnel::analyse(log, object(qPrintable(QString::fromLatin1(steps).arg(u"Inland"_s))));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"Inland"), qPrintable(refused.error().message));
}

void TestFunnelDefinitions::addsUpAMeasureAtEveryStep()
{
    // Revenue of 100, 40 and 7 (in two contacts of one company); the last one never orders.
    TestWorkspace workspace;
    TestWorkspace::Customer row;
    row.company = u"ACME"_s;
    const qint64 first = workspace.customer(row);
    const qint64 second = workspace.customer(row);
    const qint64 alone = workspace.customer();
    for (const qint64 customer : {first, second, alone})
        workspace.event(customer, QDate(2025, 1, 1), u"visit"_s);
    workspace.purchase(first, QDate(2025, 1, 2), 10000);
    workspace.purchase(second, QDate(2025, 1, 2), 4000);
    workspace.purchase(alone, QDate(2024, 12, 2), 700);
    const Funnel::EventLog log = Funnel::EventLog::fromSnapshot(workspace.snapshot());
    const char *funnel = "{'kind': 'funnel', 'steps': [{'event': 'visit'}, {'event': 'purchase'}], 'value': "
                         "'monetary', 'list_actors': false%1}";
    const auto answerOf = [&](const char *more) {
        return Funnel::analyse(log, object(qPrintable(QString::fromLatin1(funnel).arg(QLatin1String(more)))));
    };
    const Result<QJsonObject> byCustomer = answerOf("");
    QVERIFY2(byCustomer.ok(), byCustomer ? "" : qPrintable(byCustomer.error().message));
    QCOMPARE(byCustomer->value(u"counts").toArray(), (QJsonArray{3, 2}));
    QCOMPARE(byCustomer->value(u"values").toArray(), (QJsonArray{147, 140}));
    QCOMPARE(byCustomer->value(u"currency").toString(), u"SAR"_s);
    QVERIFY(!byCustomer->contains(u"reached"));
    const Result<QJsonObject> byAccount = answerOf(", 'count': 'accounts'");
    QVERIFY2(byAccount.ok(), byAccount ? "" : qPrintable(byAccount.error().message));
    QCOMPARE(byAccount->value(u"counts").toArray(), (QJsonArray{1, 1}));
    QCOMPARE(byAccount->value(u"values").toArray(), (QJsonArray{140, 140}));
    for (const char *field : {"monetery", "company", "first_purchase"}) {
        const Result<QJsonObject> refused = Funnel::analyse(
            log, object(qPrintable(QString::fromLatin1("{'kind': 'funnel', 'steps': [{'event': 'visit'}], "
                                                       "'value': '%1'}")
                                       .arg(QLatin1String(field)))));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QLatin1String(field))
                     && refused.error().message.startsWith(u"value"),
                 qPrintable(refused.error().message));
    }
}

void TestFunnelDefinitions::stickinessCountsDifferentPeriods()
{
    const Funnel::EventLog log = *Funnel::EventLog::fromJson(object(R"({"rows": [
        ["c1", "v", "2025-01-01T00:00:00Z"], ["c1", "v", "2025-01-01T08:00:00Z"], ["c1", "v", "2025-01-03T00:00:00Z"],
        ["c2", "v", "2025-01-02T00:00:00Z"], ["c3", "v", "2025-02-02T00:00:00Z"]]})")
                                                                 .value(u"rows")
                                                                 .toArray());
    const Result<QJsonObject> answer =
        Funnel::analyse(log, object("{'kind': 'stickiness', 'period': 'day', 'date_from': "
                                    "'2025-01-01', 'date_to': '2025-01-03'}"));
    QVERIFY(answer.ok());
    QCOMPARE(answer->value(u"active_periods_histogram").toObject(),
             object("{'1': 1, '2': 1, '3': 0}"));
}

void TestFunnelDefinitions::pathsHonourStartEndAndGroups()
{
    const Funnel::EventLog log = *Funnel::EventLog::fromJson(object(R"({"rows": [
        ["c1", "home", "2025-01-01T00:00:00Z"], ["c1", "list", "2025-01-01T00:01:00Z"], ["c1", "item", "2025-01-01T00:02:00Z"],
        ["c1", "pay", "2025-01-01T00:03:00Z"], ["c2", "list", "2025-01-01T00:00:00Z"], ["c2", "item", "2025-01-01T00:01:00Z"]]})")
                                                                 .value(u"rows")
                                                                 .toArray());
    const auto links = [&](const char *definition) {
        const Result<QJsonObject> answer = Funnel::analyse(log, object(definition));
        return answer ? answer->value(u"links").toArray() : QJsonArray{answer.error().message};
    };
    QCOMPARE(links("{'kind': 'paths', 'start_event': 'item'}"),
             (QJsonArray{QJsonArray{u"1:item"_s, u"2:pay"_s, 1, 60}}));
    QCOMPARE(links("{'kind': 'paths', 'end_event': 'pay', 'max_steps': 2}"),
             (QJsonArray{QJsonArray{u"1:item"_s, u"2:pay"_s, 1, 60}}));
    QCOMPARE(links("{'kind': 'paths', 'groups': {'list': 'shop', 'item': 'shop'}, 'join_repeats': "
                   "true, 'exclude': ['home']}"),
             (QJsonArray{QJsonArray{u"1:shop"_s, u"2:pay"_s, 1, 120}}));
    QCOMPARE(links("{'kind': 'paths', 'min_actors': 2}"), QJsonArray());
}

QTEST_GUILESS_MAIN(TestFunnelDefinitions)
#include "tst_funneldefinitions.moc"
