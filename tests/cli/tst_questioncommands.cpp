#include "tests/cli/program.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

/// What is asked about customers on the command line: segments, groups of buyers, funnels; and the
/// stage history that imports leave behind.
class TestQuestionCommands final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void importsKeepTheStageHistory();
    void rfmNamesEveryBuyersGroup();
    void clustersHoldEveryBuyer();
    void groupsNeedExactlyOneWay_data();
    void groupsNeedExactlyOneWay();
    void groupsNeedBuyers();
    void rulesOfAFunnelReachTheCustomer();
    void aFunnelAddsUpLifetimeValue();
    void aBadDefinitionIsOneLineThatNamesFileAndField_data();
    void aBadDefinitionIsOneLineThatNamesFileAndField();
    void anEmptyAnswerSaysWhatRemovedEverybody_data();
    void anEmptyAnswerSaysWhatRemovedEverybody();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// How many rows of \a table "check" counts.
    [[nodiscard]] int rows(const QString &table) const
    {
        const Run run = runProgram({u"check"_s, m_file});
        const QRegularExpression line(u"^%1 +(\\d+)$"_s.arg(table),
                                      QRegularExpression::MultilineOption);
        return run.exitCode == 0 ? line.match(QString::fromUtf8(run.output)).captured(1).toInt() : -1;
    }
    [[nodiscard]] QList<QByteArrayList> readCsv(const QString &name) const
    {
        QFile file(path(name));
        QList<QByteArrayList> table;
        if (file.open(QIODevice::ReadOnly)) {
            while (!file.atEnd())
                table.append(file.readLine().trimmed().split(','));
        }
        return table;
    }

    [[nodiscard]] static bool isArabic(const QByteArray &text)
    {
        return QString::fromUtf8(text).contains(QRegularExpression(u"[\\x{0621}-\\x{064A}]"_s));
    }

    QTemporaryDir m_folder;
    QString m_file;
};

void TestQuestionCommands::initTestCase()
{
    m_file = path(u"shop.qeema"_s);
    const Run demo = runProgram({u"demo"_s, u"--customers"_s, u"400"_s, u"--seed"_s, u"3"_s,
                                 u"--write-csv"_s, path(u"csv"_s)});
    QVERIFY2(demo.exitCode == 0, demo.error.constData());
    for (const QString &kind : {u"customers"_s, u"transactions"_s, u"surveys"_s, u"deals"_s}) {
        const Run run = runProgram(
            {u"import"_s, m_file, path(u"csv/%1.csv"_s.arg(kind)), u"--as"_s, kind, u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.error.constData());
        QCOMPARE(run.json()[u"rows_rejected"].toInt(), 0);
        QCOMPARE(run.json()[u"rows_imported"], run.json()[u"rows_read"]);
    }
}

void TestQuestionCommands::importsKeepTheStageHistory()
{
    const QStringList import{u"import"_s, m_file, path(u"csv/events.csv"_s), u"--as"_s, u"events"_s,
                             u"--json"_s};
    const int before = rows(u"stage_change"_s);
    QVERIFY(before >= 400); // at least the first purchase of everybody
    const Run dry = runProgram(import + QStringList{u"--dry-run"_s});
    QVERIFY2(dry.exitCode == 0, dry.error.constData());
    QCOMPARE(rows(u"stage_change"_s), before);
    const Run first = runProgram(import);
    QVERIFY2(first.exitCode == 0, first.error.constData());
    const int after = rows(u"stage_change"_s);
    QVERIFY(after > before);
    const Run undone = runProgram(
        {u"undo-import"_s, m_file, QString::number(first.json()[u"batch"].toInt())});
    QVERIFY2(undone.exitCode == 0, undone.error.constData());
    QCOMPARE(rows(u"stage_change"_s), before);
    const Run again = runProgram(import);
    QVERIFY2(again.exitCode == 0, again.error.constData());
    QCOMPARE(rows(u"stage_change"_s), after);
}

void TestQuestionCommands::rfmNamesEveryBuyersGroup()
{
    const Run run = runProgram(
        {u"segment"_s, m_file, u"--rfm"_s, u"--members"_s, path(u"rfm.csv"_s), u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    const QJsonObject json = run.json();
    QCOMPARE(json[u"kind"].toString(), u"rfm"_s);
    QCOMPARE(json[u"currency"].toString(), u"SAR"_s);
    QCOMPARE(json[u"buyers"].toInt(), 400);
    const QList<QByteArrayList> table = readCsv(u"rfm.csv"_s);
    QCOMPARE(table.first().join(','),
             QByteArray("customer_id,recency_days,frequency,monetary,r,f,m,segment"));
    QCOMPARE(table.size(), 401);
    QHash<QString, int> counted;
    for (const QByteArrayList &row : table.mid(1)) {
        for (int score = 4; score < 7; ++score)
            QVERIFY(row[score].toInt() >= 1 && row[score].toInt() <= 5);
        ++counted[QString::fromUtf8(row[7])];
    }
    double share = 0;
    for (const QJsonValue &group : json[u"segments"].toArray()) {
        QCOMPARE(group[u"customers"].toInt(), counted.value(group[u"segment"].toString()));
        share += group[u"share"].toDouble();
    }
    QVERIFY(std::abs(share - 1) < 1e-9);
    const Run six = runProgram({u"segment"_s, m_file, u"--rfm"_s, u"--rfm-map"_s, u"c"_s,
                                u"--recency-days"_s, u"14,60"_s, u"--json"_s});
    QVERIFY2(six.exitCode == 0, six.error.constData());
    QCOMPARE(six.json()[u"map"].toString(), u"c"_s);
    QCOMPARE(six.json()[u"segments"].toArray().size(), 6);
    QCOMPARE(six.json()[u"recency_limits_days"].toArray(), (QJsonArray{14, 60}));
    QCOMPARE(six.json()[u"warnings"].toArray().size(), 1); // 400 buyers
    for (const QStringList &wrong : {QStringList{u"--rfm-map"_s, u"d"_s}, QStringList{u"--recency-days"_s, u"60,14"_s},
                                     QStringList{u"--recency-days"_s, u"14,60"_s}}) {
        const Run refused = runProgram(QStringList{u"segment"_s, m_file, u"--rfm"_s} + wrong);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.error.contains(wrong.first().toUtf8()), refused.error.constData());
    }
    const Run words = runProgram({u"segment"_s, m_file, u"--rfm"_s, u"--language"_s, u"ar"_s});
    QVERIFY(QString::fromUtf8(words.output).contains(u"الأبطال"_s));
}

void TestQuestionCommands::clustersHoldEveryBuyer()
{
    const Run run = runProgram({u"segment"_s, m_file, u"--clusters"_s, u"4"_s, u"--members"_s,
                                path(u"clusters.csv"_s), u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    int customers = 0;
    for (const QJsonValue &cluster : run.json()[u"clusters"].toArray())
        customers += cluster[u"customers"].toInt();
    QCOMPARE(customers, 400);
    QCOMPARE(readCsv(u"clusters.csv"_s).size(), 401);
    const QStringList automatic{u"segment"_s, m_file, u"--clusters"_s, u"auto"_s, u"--json"_s};
    const Run chosen = runProgram(automatic);
    QVERIFY2(chosen.exitCode == 0, chosen.error.constData());
    const QJsonArray trials = chosen.json()[u"trials"].toArray();
    QCOMPARE(trials.size(), 7);
    double best = -1;
    for (const QJsonValue &trial : trials)
        best = std::max(best, trial[u"silhouette"].toDouble());
    QCOMPARE(chosen.json()[u"silhouette"].toDouble(), best);
    QCOMPARE(runProgram(automatic).output, chosen.output); // the same buyers, the same digits
}

void TestQuestionCommands::groupsNeedExactlyOneWay_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("none") << QStringList();
    QTest::newRow("two") << QStringList{u"--rfm"_s, u"--clusters"_s, u"3"_s};
    QTest::newRow("one cluster") << QStringList{u"--clusters"_s, u"1"_s};
    QTest::newRow("no number") << QStringList{u"--clusters"_s, u"many"_s};
}

void TestQuestionCommands::groupsNeedExactlyOneWay()
{
    QFETCH(QStringList, options);
    const Run run = runProgram(QStringList{u"segment"_s, m_file} + options);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.error.contains("--clusters"), run.error.constData());
    QVERIFY(run.error.contains("(--definition FILE.json | --rfm | --clusters K|auto)"));
}

void TestQuestionCommands::groupsNeedBuyers()
{
    const QString file = path(u"nobody.qeema"_s);
    QVERIFY(writeFile(path(u"nobody.csv"_s), "customer_id\nc1\n"));
    QCOMPARE(runProgram({u"import"_s, file, path(u"nobody.csv"_s), u"--as"_s, u"customers"_s}).exitCode, 0);
    for (const QStringList &way : {QStringList{u"--rfm"_s}, QStringList{u"--clusters"_s, u"auto"_s}}) {
        const Run run = runProgram(QStringList{u"segment"_s, file} + way);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.error.contains("Import transactions"), run.error.constData());
    }
}

void TestQuestionCommands::rulesOfAFunnelReachTheCustomer()
{
    const auto counts = [&](const QByteArray &where) {
        const bool written = writeFile(
            path(u"rule.json"_s), "{\"kind\": \"funnel\", \"steps\": [{\"event\": \"purchase\", \"where\": "
                                      + where + "}]}");
        const Run run = runProgram({u"analyse"_s, m_file, path(u"rule.json"_s)});
        return written && run.exitCode == 0 ? run.json()[u"counts"].toArray().first().toInt() : -1;
    };
    // Every field that rules may name: attribute, metric, lifetime value, stage, survey, event.
    QCOMPARE(counts(R"({"field": "frequency", "op": ">=", "value": 1})"), 400);
    const QByteArray rules[][2] = {
        {R"({"field": "city", "op": "=", "value": "Riyadh"})", R"({"field": "city", "op": "!=", "value": "Riyadh"})"},
        {R"({"field": "monetary", "op": ">", "value": 5000})", R"({"field": "monetary", "op": "<=", "value": 5000})"},
        {R"({"field": "clv", "op": ">", "value": 2000})", R"({"field": "clv", "op": "<=", "value": 2000})"},
        {R"({"field": "stage", "op": "=", "value": "convert"})", R"({"field": "stage", "op": "!=", "value": "convert"})"},
        {R"({"field": "survey.nps", "op": ">=", "value": 9})",
         R"({"none": [{"field": "survey.nps", "op": ">=", "value": 9}]})"}};
    for (const auto &pair : rules) {
        const int with = counts(pair[0]);
        const int without = counts(pair[1]);
        QVERIFY2(with > 0 && without > 0, pair[0].constData());
        QVERIFY2(with + without == 400, pair[0].constData());
    }
}

void TestQuestionCommands::aFunnelAddsUpLifetimeValue()
{
    QVERIFY(writeFile(path(u"value.json"_s),
                      R"({"kind": "funnel", "steps": [{"event": "purchase"}], "value": "clv"})"));
    const Run run = runProgram({u"analyse"_s, m_file, path(u"value.json"_s)});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QCOMPARE(run.json()[u"currency"].toString(), u"SAR"_s);
    // All 400 buyers are there, so the step is worth what "clv" prints as the total.
    const Run clv = runProgram({u"clv"_s, m_file, u"--json"_s});
    QVERIFY2(clv.exitCode == 0, clv.error.constData());
    const double total = clv.json()[u"clv"][u"total"].toDouble();
    QVERIFY(total > 0);
    QVERIFY(std::abs(run.json()[u"values"].toArray().first().toDouble() - total) < 1e-6 * total);
}

void TestQuestionCommands::aBadDefinitionIsOneLineThatNamesFileAndField_data()
{
    QTest::addColumn<QByteArray>("definition");
    QTest::addColumn<QByteArray>("named");
    const auto row = [](const char *name, const char *definition, const char *named) {
        QTest::newRow(name) << QByteArray(definition) << QByteArray(named);
    };
    row("no step", R"({"kind": "funnel", "steps": []})", "\"steps\"");
    row("exclusion outside the steps",
        R"({"kind": "funnel", "steps": [{"event": "purchase"}, {"event": "refund"}], "exclusions": [{"event": "purchase", "from_step": 0, "to_step": 2}]})",
        "\"exclusions[0].to_step\"");
    row("negative window", R"({"kind": "funnel", "steps": [{"event": "purchase"}], "window_seconds": -1})",
        "\"window_seconds\"");
    row("unknown event", R"({"kind": "funnel", "steps": [{"event": "purchased"}, {"event": "refund"}]})",
        "\"purchased\"");
    row("from after until",
        R"({"kind": "funnel", "steps": [{"event": "purchase"}], "date_from": "2025-02-01", "date_to": "2025-01-01"})",
        "\"date_from\"");
    row("unknown field of a rule",
        R"({"kind": "funnel", "steps": [{"event": "purchase", "where": {"field": "citty", "op": "=", "value": "Riyadh"}}]})",
        "citty");
    row("unknown survey",
        R"({"kind": "funnel", "steps": [{"event": "purchase", "where": {"field": "survey.npss", "op": ">", "value": 6}}]})",
        "survey.npss");
    row("unknown stage",
        R"({"kind": "funnel", "steps": [{"event": "purchase", "where": {"field": "stage", "op": "=", "value": "moon"}}]})",
        "moon");
    row("unknown segment",
        R"({"kind": "funnel_compare", "steps": [{"event": "purchase"}], "compare": {"segment": "VIP"}})",
        "VIP");
    row("broken JSON", "{\"kind\": \"funnel\",\n\"steps\": [{]}", "bad.json:2");
}

void TestQuestionCommands::aBadDefinitionIsOneLineThatNamesFileAndField()
{
    QFETCH(QByteArray, definition);
    QFETCH(QByteArray, named);
    QVERIFY(writeFile(path(u"bad.json"_s), definition));
    for (const QString &language : {u"en"_s, u"ar"_s}) {
        const Run run = runProgram(
            {u"analyse"_s, m_file, path(u"bad.json"_s), u"--language"_s, language});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.output.isEmpty());
        QCOMPARE(run.error.trimmed().count('\n'), 0);
        QVERIFY2(run.error.contains("bad.json") && run.error.contains(named), run.error.constData());
        QCOMPARE(isArabic(run.error), language == u"ar");
    }
}

void TestQuestionCommands::anEmptyAnswerSaysWhatRemovedEverybody_data()
{
    QTest::addColumn<QByteArray>("definition");
    QTest::addColumn<QString>("named");
    const auto add = [](const char *name, const char *definition, const char *named) {
        QTest::newRow(name) << QByteArray(definition).replace('\'', '"') << QString::fromLatin1(named);
    };
    // One row for every kind of condition, and for every question that can be left without an answer.
    add("date range", "{'kind': 'funnel', 'steps': [{'event': 'a'}], 'date_from': '2026-01-01'}",
        "\"date_from\"");
    add("window",
        "{'kind': 'funnel', 'steps': [{'event': 'e'}, {'event': 'g'}], 'window_seconds': 60}",
        "\"window_seconds\"");
    add("window of a step",
        "{'kind': 'funnel', 'steps': [{'event': 'e'}, {'event': 'g', 'window_seconds': 60}]}",
        "\"steps[].window_seconds\"");
    add("sessions",
        "{'kind': 'funnel', 'count': 'sessions', 'session_gap_seconds': 60, 'steps': [{'event': 'e'}, "
        "{'event': 'g'}]}",
        "\"count\"");
    add("held constant",
        "{'kind': 'funnel', 'hold_constant': 'plan', 'steps': [{'event': 'a'}, {'event': 'b'}]}",
        "\"hold_constant\"");
    add("exclusion",
        "{'kind': 'funnel', 'steps': [{'event': 'e'}, {'event': 'g'}], 'exclusions': [{'event': 'f', "
        "'from_step': 0, 'to_step': 1}]}",
        "\"exclusions\"");
    add("property", "{'kind': 'funnel', 'steps': [{'event': 'a', 'where': {'plan': 'q'}}]}", "\"where\"");
    add("rule",
        "{'kind': 'funnel', 'steps': [{'event': 'a', 'where': {'field': 'event.a', 'op': '>', 'value': "
        "50}}]}",
        "\"where\"");
    add("first ever",
        "{'kind': 'funnel', 'steps': [{'event': 'c'}, {'event': 'a', 'first_time': true}]}",
        "\"first_time\"");
    add("kept place",
        "{'kind': 'funnel', 'order': 'any', 'steps': [{'event': 'g'}, {'event': 'f'}, {'event': 'e', "
        "'anchored': true}]}",
        "\"steps[].anchored\"");
    add("entry",
        "{'kind': 'funnel', 'order': 'strict', 'entry_mode': 'first_entry', 'steps': [{'event': 'a'}, "
        "{'event': 'b'}]}",
        "\"entry_mode\"");
    add("strict order",
        "{'kind': 'funnel', 'order': 'strict', 'steps': [{'event': 'e'}, {'event': 'g'}]}",
        "\"order\"");
    add("order", "{'kind': 'funnel', 'steps': [{'event': 'g'}, {'event': 'e'}]}", "\"order\"");
    add("event that never occurs", "{'kind': 'funnel', 'steps': [{'event': 'a'}, {'event': 'z'}]}",
        "\"z\"");
    add("trend",
        "{'kind': 'funnel_trend', 'steps': [{'event': 'a'}], 'date_from': '2026-01-01', 'date_to': "
        "'2026-01-05'}",
        "\"date_from\"");
    add("drivers of nobody",
        "{'kind': 'funnel_correlation', 'steps': [{'event': 'a', 'where': {'plan': 'q'}}, {'event': 'b'}]}",
        "\"where\"");
    add("no driver", "{'kind': 'funnel_correlation', 'steps': [{'event': 'e'}, {'event': 'f'}]}", "");
    add("time to convert",
        "{'kind': 'time_to_convert', 'steps': [{'event': 'e'}, {'event': 'g'}], 'window_seconds': 60}",
        "\"window_seconds\"");
    add("one side of a comparison",
        "{'kind': 'funnel_compare', 'steps': [{'event': 'a'}], 'compare': {'property': 'plan', 'left': "
        "'q', 'right': 'p'}}",
        "\"left\"");
    add("retention", "{'kind': 'retention', 'period': 'day', 'intervals': 2, 'date_to': '2026-01-31'}",
        "\"target\"");
    add("growth",
        "{'kind': 'lifecycle', 'period': 'month', 'date_from': '2026-01-01', 'date_to': '2026-03-31'}", "");
    add("stickiness",
        "{'kind': 'stickiness', 'period': 'day', 'date_from': '2026-01-01', 'date_to': '2026-01-31'}", "");
    add("paths", "{'kind': 'paths', 'date_from': '2026-01-01', 'date_to': '2026-01-31'}", "");
    add("transitions", "{'kind': 'transitions', 'date_from': '2026-01-01', 'date_to': '2026-01-31'}", "");
}

void TestQuestionCommands::anEmptyAnswerSaysWhatRemovedEverybody()
{
    QFETCH(QByteArray, definition);
    QFETCH(QString, named);
    const QString file = path(u"small.qeema"_s);
    if (!QFile::exists(file)) {
        QVERIFY(writeFile(path(u"small.csv"_s), "customer_id,time,event,plan\n"
                                                "K1,2025-01-01 10:00,a,p\nK1,2025-01-02 10:00,c,p\n"
                                                "K1,2025-01-03 10:00,a,p\nK1,2025-01-03 11:00,b,q\n"
                                                "K1,2025-01-03 12:00,d,q\nK2,2025-01-05 10:00,e,q\n"
                                                "K2,2025-01-06 10:00,f,q\nK2,2025-01-07 10:00,g,q\n"));
        const Run imported =
            runProgram({u"import"_s, file, path(u"small.csv"_s), u"--as"_s, u"events"_s});
        QVERIFY2(imported.exitCode == 0, imported.error.constData());
    }
    QVERIFY(writeFile(path(u"empty.json"_s), definition));
    for (const QString &language : {u"en"_s, u"ar"_s}) {
        const Run run = runProgram(
            {u"analyse"_s, file, path(u"empty.json"_s), u"--language"_s, language});
        QVERIFY2(run.exitCode == 0, run.error.constData());
        const QString explanation = run.json()[u"explanation"].toString();
        QVERIFY2(!explanation.isEmpty(), run.output.constData());
        QVERIFY2(explanation.contains(named), run.output.constData());
        QCOMPARE(isArabic(explanation.toUtf8()), language == u"ar");
    }
}

QTEST_GUILESS_MAIN(TestQuestionCommands)
#include "tst_questioncommands.moc"
