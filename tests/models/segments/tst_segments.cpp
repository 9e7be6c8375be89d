#include "models/segments/evaluate.h"
#include "models/segments/draft.h"
#include "models/segments/store.h"
#include "models/segments/words.h"
#include "tests/support/testworkspace.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Segments;

/// Rules of segments: how they are read, whom they hold for, how they are told and stored.
class TestSegments : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void holdsForTheRightCustomers_data();
    void holdsForTheRightCustomers();
    void refusesABadDefinition_data();
    void refusesABadDefinition();
    void refusesWhatTheDataDoesNotHave_data();
    void refusesWhatTheDataDoesNotHave();
    void readsBackAsWritten();
    void tellsTheRuleInBothLanguages_data();
    void tellsTheRuleInBothLanguages();
    void explainsWhichConditionRemovedEverybody();
    void notAndNoneAreComplements();
    void periodCountsFromTheLastDay();
    void laterDaysDoNotCount();
    void storesListsAndRemovesSegments();
    void makesSegmentsOfDrafts();
    void savesWhatChanged();
    void customersJoinAList();
    void refusesCircles();
    void staticSegmentKeepsItsCustomersByReference();

private:
    [[nodiscard]] QStringList members(const QByteArray &json, const Facts &facts) const;

    TestWorkspace m_workspace;
    Facts m_facts;
};

namespace {

QJsonObject object(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

const QDate lastDay(2025, 6, 30);

} // namespace

void TestSegments::initTestCase()
{
    // a: Riyadh, 3 purchases, last on the last day; b: Jeddah, 1 old purchase; c: Riyadh, only a
    // refund; d: no city, nothing but events.
    const qint64 a = m_workspace.customer({.ref = u"a"_s, .city = u"Riyadh"_s,
                                           .acquiredOn = QDate(2024, 1, 1), .acquisitionCost = 5000});
    const qint64 b = m_workspace.customer({.ref = u"b"_s, .city = u"Jeddah"_s});
    const qint64 c = m_workspace.customer({.ref = u"c"_s, .city = u"Riyadh"_s});
    const qint64 d = m_workspace.customer({.ref = u"d"_s});
    m_workspace.purchase(a, QDate(2025, 1, 1), 10000);
    m_workspace.purchase(a, QDate(2025, 6, 1), 20000);
    m_workspace.purchase(a, lastDay, 30000);
    m_workspace.purchase(b, QDate(2024, 12, 31), 4050);
    m_workspace.purchase(c, QDate(2025, 3, 1), -500);
    m_workspace.event(d, QDate(2025, 6, 1), u"visit"_s);
    m_workspace.event(d, QDate(2025, 6, 2), u"visit"_s);
    m_workspace.event(b, QDate(2025, 6, 30), u"form"_s);
    m_workspace.attribute(a, u"sector"_s, u"Retail"_s);
    m_workspace.attribute(a, u"employees"_s, 12.0);
    m_workspace.survey(a, QDate(2025, 5, 1), u"nps"_s, 9);
    m_workspace.survey(b, QDate(2025, 5, 1), u"nps"_s, 5);
    m_workspace.survey(a, QDate(2025, 2, 1), u"nps"_s, 3); // imported later, but older
    m_workspace.survey(b, QDate(2025, 7, 9), u"csat"_s, 4); // younger than the last event
    const Customers::SnapshotPtr snapshot = m_workspace.snapshot();
    Result<Facts> facts = loadFacts(m_workspace.workspace(), snapshot);
    QVERIFY(facts.ok());
    m_facts = *facts;
    auto values = std::make_shared<Clv::CustomerValues>();
    values->customer = {0, 1};
    values->clv = {800, 100};
    values->pAlive = {0.95, 0.2};
    values->expectedPurchases = {6, 0.5};
    m_facts.values = values;
    auto stages = std::make_shared<StageFacts>();
    stages->ids = {u"attract"_s, u"convert"_s};
    stages->namesEnglish = {u"Attract"_s, u"Convert"_s};
    stages->namesArabic = {u"الجذب"_s, u"التحويل"_s};
    stages->current = {1, 1, -1, 0};
    m_facts.stages = stages;
}

QStringList TestSegments::members(const QByteArray &json, const Facts &facts) const
{
    const Result<Rule> rule = parseRule(object(json));
    if (!rule)
        return {rule.error().message};
    const Result<std::vector<Customers::CustomerIndex>> found = evaluate(*rule, facts);
    if (!found)
        return {found.error().message};
    QStringList names;
    for (const Customers::CustomerIndex customer : *found)
        names.append(QString(QChar(u'a' + int(customer))));
    return names;
}

void TestSegments::holdsForTheRightCustomers_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *rule, const char *expected) {
        QTest::newRow(name) << QByteArray(rule) << QString::fromLatin1(expected);
    };
    row("equals", R"({"field": "city", "op": "=", "value": "Riyadh"})", "ac");
    row("not equal holds for a missing value", R"({"field": "city", "op": "!=", "value": "Riyadh"})",
        "bd");
    row("one of", R"({"field": "city", "op": "in", "value": ["Jeddah", "Riyadh"]})", "abc");
    row("none of", R"({"field": "city", "op": "not_in", "value": ["Jeddah", "Riyadh"]})", "d");
    row("contains, in either case", R"({"field": "city", "op": "contains", "value": "JED"})", "b");
    row("known", R"({"field": "city", "op": "known"})", "abc");
    row("missing", R"({"field": "city", "op": "missing"})", "d");
    row("attribute as text", R"({"field": "sector", "op": "=", "value": "Retail"})", "a");
    row("attribute as number", R"({"field": "employees", "op": ">", "value": 10})", "a");
    row("recency of a buyer of today is 0", R"({"field": "recency_days", "op": "=", "value": 0})", "a");
    row("recency counts days", R"({"field": "recency_days", "op": ">=", "value": 181})", "b");
    row("who never bought has no recency", R"({"field": "recency_days", "op": "missing"})", "cd");
    row("a refund is no purchase", R"({"field": "frequency", "op": "=", "value": 0})", "cd");
    row("frequency", R"({"field": "frequency", "op": "between", "value": [1, 2]})", "b");
    row("frequency within days", R"({"field": "frequency", "op": "=", "value": 2, "within_days": 30})",
        "a");
    row("money is in major units", R"({"field": "monetary", "op": "=", "value": 40.5})", "b");
    row("a refund lowers revenue", R"({"field": "monetary", "op": "<", "value": 0})", "c");
    row("mean order", R"({"field": "mean_order", "op": "=", "value": 200})", "a");
    row("date", R"({"field": "first_purchase", "op": "<", "value": "2025-01-01"})", "b");
    row("acquisition", R"({"field": "acquired_on", "op": ">=", "value": "2024-01-01"})", "a");
    row("acquisition cost", R"({"field": "acquisition_cost", "op": "=", "value": 50})", "a");
    row("lifetime value", R"({"field": "clv", "op": ">", "value": 500})", "a");
    row("probability alive", R"({"field": "p_alive", "op": "<", "value": 0.5})", "b");
    row("stage", R"({"field": "stage", "op": "=", "value": "convert"})", "ab");
    row("no stage yet", R"({"field": "stage", "op": "missing"})", "c");
    row("the latest answer counts", R"({"field": "survey.nps", "op": ">=", "value": 9})", "a");
    row("events", R"({"field": "event.visit", "op": ">=", "value": 2})", "d");
    row("events of a period",
        R"({"field": "event.visit", "op": "=", "value": 1, "from": "2025-06-02"})", "d");
    row("all", R"({"all": [{"field": "city", "op": "=", "value": "Riyadh"},
                           {"field": "frequency", "op": ">", "value": 0}]})", "a");
    row("any", R"({"any": [{"field": "city", "op": "=", "value": "Jeddah"},
                           {"field": "event.visit", "op": ">", "value": 0}]})", "bd");
    row("none", R"({"none": [{"field": "city", "op": "=", "value": "Jeddah"},
                             {"field": "event.visit", "op": ">", "value": 0}]})", "ac");
    row("groups beside each other must all hold",
        R"({"any": [{"field": "city", "op": "known"}],
            "none": [{"field": "city", "op": "=", "value": "Jeddah"}]})", "ac");
    row("all of nothing is everybody", R"({"all": []})", "abcd");
    row("any of nothing is nobody", R"({"any": []})", "");
}

void TestSegments::holdsForTheRightCustomers()
{
    QFETCH(QByteArray, rule);
    QFETCH(QString, expected);
    QCOMPARE(members(rule, m_facts).join(QString()), expected);
}

void TestSegments::refusesABadDefinition_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const char *json, const char *named) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(named);
    };
    row("nothing", R"({"kind": "segment", "name": "x"})", "\"rule\"");
    row("other kind", R"({"kind": "funnel", "rule": {"all": []}})", "\"kind\"");
    row("neither group nor condition", R"({"rule": {"every": []}})", "rule.every");
    row("operator", R"({"all": [{"field": "city", "op": "~", "value": 1}]})", "all[0].op");
    row("no value", R"({"rule": {"field": "city", "op": "="}})", "rule.value");
    row("between one", R"({"rule": {"any": [{"field": "clv", "op": "between", "value": [1]}]}})",
        "rule.any[0].value");
    row("between reversed", R"({"rule": {"field": "clv", "op": "between", "value": [2, 1]}})",
        "rule.value");
    row("in nothing", R"({"rule": {"field": "city", "op": "in", "value": []}})", "rule.value");
    row("negative period",
        R"({"rule": {"field": "frequency", "op": ">", "value": 1, "within_days": -3}})",
        "rule.within_days");
    row("from after until",
        R"({"rule": {"field": "frequency", "op": ">", "value": 1, "from": "2025-02-01", "until": "2025-01-01"}})",
        "rule.from");
    row("no such day", R"({"rule": {"field": "frequency", "op": ">", "value": 1, "from": "2025-02-30"}})",
        "rule.from");
    row("unknown word", R"({"rule": {"field": "city", "op": "=", "value": "x", "note": 1}})",
        "rule.note");
    row("list and rule", R"({"customers": ["a"], "rule": {"all": []}})", "\"customers\"");
    row("members not text", R"({"customers": [1]})", "\"customers\"");
    row("group not a list", R"({"rule": {"all": {}}})", "rule.all");
}

void TestSegments::refusesABadDefinition()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const Result<Segment> segment = parse(object(json));
    QVERIFY(!segment.ok());
    QCOMPARE(segment.error().kind, Error::Kind::Definition);
    QVERIFY2(segment.error().message.contains(named), qPrintable(segment.error().message));
}

void TestSegments::refusesWhatTheDataDoesNotHave_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const char *rule, const char *named) {
        QTest::newRow(name) << QByteArray(rule) << QString::fromLatin1(named);
    };
    row("field", R"({"field": "citty", "op": "=", "value": "x"})", "\"citty\" is not known. Did you mean \"city\"?");
    row("event", R"({"field": "event.visitt", "op": ">", "value": 1})", "\"visitt\"");
    row("survey", R"({"field": "survey.ces", "op": ">", "value": 1})", "survey.ces");
    row("stage", R"({"field": "stage", "op": "=", "value": "convertt"})", "\"convertt\"");
    row("segment", R"({"field": "segment", "op": "=", "value": "Nobody"})", "\"Nobody\"");
    row("text larger", R"({"field": "city", "op": ">", "value": 3})", "\"city\"");
    row("number as text", R"({"field": "clv", "op": ">", "value": "high"})", "\"clv\"");
    row("date as number", R"({"field": "acquired_on", "op": ">", "value": 5})", "\"acquired_on\"");
    row("period of no count", R"({"field": "city", "op": "=", "value": "x", "within_days": 3})", "\"city\"");
}

void TestSegments::refusesWhatTheDataDoesNotHave()
{
    QFETCH(QByteArray, rule);
    QFETCH(QString, named);
    const Result<Rule> parsed = parseRule(object(rule));
    QVERIFY(parsed.ok());
    const auto found = evaluate(*parsed, m_facts);
    QVERIFY(!found.ok());
    QVERIFY2(found.error().message.contains(named), qPrintable(found.error().message));
}

void TestSegments::readsBackAsWritten()
{
    const Result<Segment> segment = parse(object(
        R"({"kind": "segment", "name": "Big", "name_ar": "كبار", "rule": {"all": [
            {"field": "monetary", "op": ">=", "value": 100, "within_days": 365},
            {"any": [{"field": "city", "op": "in", "value": ["Riyadh"]},
                     {"none": [{"field": "frequency", "op": "between", "value": [1, 2],
                                "from": "2025-01-01", "until": "2025-02-01"}]}]}]}})"));
    QVERIFY2(segment.ok(), segment ? "" : qPrintable(segment.error().message));
    const Result<Segment> again = parse(toJson(*segment));
    QVERIFY(again.ok());
    QVERIFY(*again == *segment);
    QCOMPARE(conditions(again->rule).size(), std::size_t(3));
    QCOMPARE(conditions(again->rule)[2]->until, QDate(2025, 2, 1));
}

void TestSegments::tellsTheRuleInBothLanguages_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("arabic");
    QTest::newRow("condition")
        << QByteArray(R"({"field": "frequency", "op": ">=", "value": 3, "within_days": 90})")
        << u"number of purchases in the last 90 days is at least 3"_s
        << u"عدد مرات الشراء (خلال آخر أيام البيانات، وعددها 90): 3 على الأقل"_s;
    QTest::newRow("stage") << QByteArray(R"({"field": "stage", "op": "=", "value": "convert"})")
                           << u"lifecycle stage is Convert"_s
                           << u"مرحلة دورة الحياة: التحويل"_s;
    QTest::newRow("groups")
        << QByteArray(R"({"all": [{"field": "p_alive", "op": "<", "value": 0.5},
                         {"any": [{"field": "clv", "op": ">", "value": 500},
                                  {"field": "city", "op": "missing"}]}]})")
        << u"probability of being active is less than 50 % and (customer lifetime value is more than SAR 500 or city is not known)"_s
        << u"احتمال أن يكون العميل نشطًا: أقل من 50٪، و(قيمة العميل مدى الحياة: أكثر من 500 ر.س، أو المدينة: غير معروفة)"_s;
    QTest::newRow("none") << QByteArray(R"({"none": [{"field": "frequency", "op": "=", "value": 0}]})")
                          << u"not (number of purchases is 0)"_s
                          << u"لا ينطبق (عدد مرات الشراء: 0)"_s;
}

void TestSegments::tellsTheRuleInBothLanguages()
{
    QFETCH(QByteArray, rule);
    QFETCH(QString, english);
    QFETCH(QString, arabic);
    const Result<Rule> parsed = parseRule(object(rule));
    QVERIFY(parsed.ok());
    const Titles names = titles(m_facts);
    const auto bare = [](QString text) {
        static const QRegularExpression marks(u"[\u200e\u200f\u2066-\u2069\u00a0]"_s);
        return text.replace(QChar(0xa0), u' ').replace(QChar(0x202f), u' ').remove(marks);
    };
    QCOMPARE(bare(describe(*parsed, names, NumberFormat(Language::English))), english);
    QCOMPARE(bare(describe(*parsed, names, NumberFormat(Language::Arabic, Digits::Latin))), arabic);
}

void TestSegments::explainsWhichConditionRemovedEverybody()
{
    const NumberFormat format;
    const auto reason = [&](const QByteArray &json) {
        const Result<QString> sentence = explainEmpty(*parseRule(object(json)), m_facts, format);
        return sentence ? *sentence : sentence.error().message;
    };
    const QString last = reason(R"({"all": [{"field": "city", "op": "=", "value": "Riyadh"},
        {"field": "event.visit", "op": ">", "value": 0}, {"field": "clv", "op": ">", "value": 0}]})");
    QVERIFY2(last.contains(u"“visit”"_s) && last.contains(u"2 customer"_s), qPrintable(last));
    const QString alone = reason(R"({"all": [{"field": "city", "op": "known"},
        {"field": "frequency", "op": ">", "value": 99}]})");
    QVERIFY2(alone.startsWith(u"No customer meets"_s) && alone.contains(u"99"_s), qPrintable(alone));
}

void TestSegments::notAndNoneAreComplements()
{
    for (const char *field : {"city", "survey.nps", "recency_days"}) {
        const QByteArray name(field);
        const QByteArray value = name == "city" ? "\"Riyadh\"" : "5";
        const QStringList in = members("{\"field\": \"" + name + "\", \"op\": \"=\", \"value\": " + value + "}", m_facts);
        const QStringList out = members("{\"field\": \"" + name + "\", \"op\": \"!=\", \"value\": " + value + "}", m_facts);
        QCOMPARE(in.size() + out.size(), 4);
        for (const QString &customer : in)
            QVERIFY(!out.contains(customer));
    }
}

void TestSegments::periodCountsFromTheLastDay()
{
    // The last day alone; 30 days reach back to 1 June.
    QCOMPARE(members(R"({"field": "frequency", "op": "=", "value": 1, "within_days": 1})", m_facts), {u"a"_s});
    QCOMPARE(members(R"({"field": "event.visit", "op": "=", "value": 1, "within_days": 29})", m_facts), {u"d"_s});
    QCOMPARE(members(R"({"field": "event.visit", "op": "=", "value": 2, "within_days": 30})", m_facts), {u"d"_s});
}

void TestSegments::laterDaysDoNotCount()
{
    Facts before = m_facts;
    before.until = QDate(2025, 1, 31);
    QCOMPARE(members(R"({"field": "frequency", "op": "=", "value": 1})", before), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(members(R"({"field": "recency_days", "op": "=", "value": 30})", before), {u"a"_s});
    QCOMPARE(members(R"({"field": "survey.nps", "op": "known"})", before), QStringList());
    before.until = QDate(2025, 2, 28);
    QCOMPARE(members(R"({"field": "survey.nps", "op": "=", "value": 3})", before), {u"a"_s});
}

void TestSegments::makesSegmentsOfDrafts()
{
    TestWorkspace workspace;
    const qint64 first = workspace.customer({.ref = u"A"_s});
    workspace.customer({.ref = u"B"_s});
    const qint64 third = workspace.customer({.ref = u"C"_s});
    const auto snapshot = workspace.snapshot();
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadOnly);
    QVERIFY(database.ok());
    Draft draft;
    draft.name = u"Kept"_s;
    draft.nameArabic = u"\u0645\u062D\u0641\u0648\u0638"_s;
    draft.madeFrom = u"Lost before Convert"_s;
    draft.customers = {CustomerId{third}, CustomerId{first}, CustomerId{987654}}; // one is gone
    const Result<Segment> fixed = segmentOf(*database, *snapshot, draft);
    QVERIFY(fixed.ok());
    QCOMPARE(fixed->name, draft.name);
    QCOMPARE(fixed->nameArabic, draft.nameArabic);
    QCOMPARE(fixed->madeFrom, draft.madeFrom);
    QCOMPARE(*fixed->customers, (QStringList{u"C"_s, u"A"_s}));
    draft.rule = Rule::of({u"purchases"_s, Operator::AtLeast, 2, 0, {}, {}});
    const Result<Segment> ruled = segmentOf(*database, *snapshot, draft);
    QVERIFY(ruled.ok());
    QVERIFY(!ruled->isStatic());
    QCOMPARE(ruled->rule, *draft.rule);
}

void TestSegments::savesWhatChanged()
{
    TestWorkspace workspace;
    workspace.commit();
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    Segment b;
    b.name = u"B"_s;
    b.customers = QStringList{u"1"_s};
    Segment a;
    a.name = u"A"_s;
    a.rule = Rule::of({u"purchases"_s, Operator::AtLeast, 2, 0, {}, {}});
    const QList<Segment> one = withSegment({}, b);
    const QList<Segment> two = withSegment(one, a);
    QCOMPARE(two.first().name, u"A"_s); // by name
    QVERIFY(saveChanges(*database, {}, two).ok());
    QCOMPARE(*list(*database), two);
    b.customers = QStringList{u"1"_s, u"2"_s};
    const QList<Segment> changed = withSegment(two, b);
    QCOMPARE(changed.size(), 2);
    QVERIFY(saveChanges(*database, two, changed).ok());
    QCOMPARE(*list(*database), changed);
    QVERIFY(saveChanges(*database, changed, one).ok()); // undone
    QCOMPARE(*list(*database), one);
}

void TestSegments::customersJoinAList()
{
    Segment list;
    list.name = u"Visited"_s;
    list.nameArabic = u"زرناهم"_s;
    list.madeFrom = u"Made by hand"_s;
    list.customers = QStringList{u"3"_s, u"1"_s};
    Segment added;
    added.name = list.name;
    added.madeFrom = u"A table"_s;
    added.customers = QStringList{u"1"_s, u"2"_s, u"2"_s};
    const Segment both = joined(list, added);
    QCOMPARE(*both.customers, (QStringList{u"3"_s, u"1"_s, u"2"_s})); // each once, the old ones first
    QCOMPARE(both.nameArabic, list.nameArabic);
    QCOMPARE(both.madeFrom, list.madeFrom);
    QVERIFY(joined(both, added) == both);
}

void TestSegments::storesListsAndRemovesSegments()
{
    TestWorkspace workspace;
    Segment riyadh;
    riyadh.name = u"Riyadh"_s;
    riyadh.rule = *parseRule(object(R"({"field": "city", "op": "=", "value": "Riyadh"})"));
    QVERIFY(save(workspace.database(), riyadh).ok());
    Segment other;
    other.name = u"Rest"_s;
    other.rule = *parseRule(object(R"({"field": "segment", "op": "!=", "value": "Riyadh"})"));
    QVERIFY(save(workspace.database(), other).ok());
    const Result<QList<Segment>> all = list(workspace.database());
    QVERIFY(all.ok());
    QCOMPARE(all->size(), 2);
    QVERIFY(all->at(1) == riyadh);
    QCOMPARE(freeName(*all, u"Rest"_s), u"Rest 2"_s);
    const Result<void> used = remove(workspace.database(), u"Riyadh"_s);
    QVERIFY(!used.ok() && used.error().message.contains(u"Rest"_s));
    QVERIFY(remove(workspace.database(), u"Rest"_s).ok());
    QVERIFY(remove(workspace.database(), u"Riyadh"_s).ok());
    QVERIFY(list(workspace.database())->isEmpty());
    QVERIFY(!save(workspace.database(), Segment()).ok());
    QVERIFY(!save(workspace.database(), other).ok()); // what it refers to is gone
}

void TestSegments::refusesCircles()
{
    const auto referring = [](const QString &name, const QString &to) {
        Segment segment;
        segment.name = name;
        segment.rule = Rule::of({u"segment"_s, Operator::Equals, to, 0, {}, {}});
        return segment;
    };
    const QList<Segment> segments{referring(u"A"_s, u"B"_s), referring(u"B"_s, u"C"_s), referring(u"C"_s, u"A"_s)};
    const Result<void> circle = refuseCircle(u"A"_s, segments[0].rule, segments);
    QVERIFY(!circle.ok());
    QVERIFY2(circle.error().message.contains(u"A → B → C → A"_s), qPrintable(circle.error().message));
    Facts facts = m_facts;
    facts.segments = std::make_shared<const QList<Segment>>(segments);
    const auto judged = evaluate(segments[0].rule, facts);
    QVERIFY(!judged.ok());
    QVERIFY2(judged.error().message.contains(u" → "_s), qPrintable(judged.error().message));
    // The same segment twice on different branches is no circle.
    const QList<Segment> tree{referring(u"B"_s, u"C"_s), referring(u"C"_s, u"D"_s)};
    const Rule twice = Rule::group(Rule::Kind::All, {tree[0].rule, referring(u"x"_s, u"B"_s).rule});
    QVERIFY(refuseCircle(u"A"_s, twice, tree).ok());
    TestWorkspace workspace;
    Segment self = referring(u"Self"_s, u"Self"_s);
    QVERIFY(!save(workspace.database(), self).ok());
}

void TestSegments::staticSegmentKeepsItsCustomersByReference()
{
    const Result<QStringList> references = referencesOf(m_workspace.database(), *m_facts.snapshot, {3, 1});
    QVERIFY(references.ok());
    QCOMPARE(*references, (QStringList{u"d"_s, u"b"_s}));
    Segment fixed;
    fixed.name = u"Dropped"_s;
    fixed.customers = *references;
    fixed.madeFrom = u"Funnel step 2"_s;
    QVERIFY(save(m_workspace.database(), fixed).ok());
    m_workspace.commit();
    Result<Facts> facts = loadFacts(m_workspace.workspace(), m_facts.snapshot);
    QVERIFY(facts.ok());
    QCOMPARE(*evaluate(fixed, *facts), (std::vector<Customers::CustomerIndex>{1, 3}));
    QCOMPARE(members(R"({"field": "segment", "op": "=", "value": "Dropped"})", *facts), (QStringList{u"b"_s, u"d"_s}));
    QVERIFY(*parse(toJson(fixed)) == fixed);
    QVERIFY(remove(m_workspace.database(), fixed.name).ok());
}

QTEST_GUILESS_MAIN(TestSegments)
#include "tst_segments.moc"
