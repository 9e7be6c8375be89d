#include "tests/cli/program.h"

#include "models/workspace/database.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <csignal>

using namespace Qt::StringLiterals;

/// The contract of the command line: exit codes, one-line errors, JSON shapes.
class TestCommandLine final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void wrongWordsExitWithTwoAndShowTheUsage_data();
    void wrongWordsExitWithTwoAndShowTheUsage();
    void faultyInputExitsWithOneLine_data();
    void faultyInputExitsWithOneLine();
    void everyCommandExplainsItself_data();
    void everyCommandExplainsItself();
    void theLanguageMayStandAnywhere_data();
    void theLanguageMayStandAnywhere();
    void clvPrintsOneDocumentInTheAgreedShape();
    void clvWritesOneRowPerCustomer();
    void segmentCountsListsAndTellsItsMembers();
    void segmentRefusesAFieldItDoesNotKnow();
    void equityBridgesAddUpToTheLastCent();
    void reportIsWrittenInBothLanguages_data();
    void reportIsWrittenInBothLanguages();
    void chartIsWritten_data();
    void chartIsWritten();
    void aForeignFileIsLeftUntouched();
    void anotherPersonsFileIsNotReplacedByTheDemo();
    void interruptedImportLeavesNoTrace();
    void rejectedRowsAreReportedNotAnError();
    void importTakesMonthsAndForeignCosts();
    void importsWithTheSameHeadingsAddUp();
    void importTakesFormatsModesAndRates();
    void exportWritesWorkbooksThatTheImportReads();
    void importKnowsTheCountryOfTelephoneNumbers();
    void exportWritesTheMembersOfSegments();

private:
    QTemporaryDir m_folder;
    QString m_demo;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
};

void TestCommandLine::initTestCase()
{
    m_demo = path(u"demo.qeema"_s);
    const Run run = runProgram({u"demo"_s, m_demo, u"--customers"_s, u"1500"_s, u"--seed"_s, u"7"_s, u"--write-csv"_s, path(u"csv"_s)});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    for (const QString &name : {u"customers"_s, u"transactions"_s, u"events"_s, u"costs"_s, u"surveys"_s, u"deals"_s})
        QVERIFY2(QFileInfo(path(u"csv/"_s + name + u".csv"_s)).size() > 1000, qPrintable(name));
    const Run check = runProgram({u"check"_s, m_demo});
    QVERIFY2(check.exitCode == 0, check.error.constData());
}

void TestCommandLine::wrongWordsExitWithTwoAndShowTheUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("named"); // what the line must name
    const QString demo = u"WORKSPACE"_s;
    QTest::newRow("unknown option") << QStringList{u"clv"_s, demo, u"--modle"_s, u"bg-nbd"_s} << QByteArray("modle");
    QTest::newRow("unknown model") << QStringList{u"clv"_s, demo, u"--model"_s, u"magic"_s} << QByteArray("--model");
    QTest::newRow("horizon below zero") << QStringList{u"clv"_s, demo, u"--horizon"_s, u"-1"_s} << QByteArray("--horizon");
    QTest::newRow("horizon not a number") << QStringList{u"clv"_s, demo, u"--horizon"_s, u"nan"_s} << QByteArray("--horizon");
    QTest::newRow("discount of -1") << QStringList{u"clv"_s, demo, u"--discount"_s, u"-1"_s} << QByteArray("--discount");
    QTest::newRow("margin above one") << QStringList{u"clv"_s, demo, u"--margin"_s, u"1.2"_s} << QByteArray("--margin");
    QTest::newRow("no such day") << QStringList{u"clv"_s, demo, u"--until"_s, u"2025-02-30"_s} << QByteArray("--until");
    QTest::newRow("no workspace") << QStringList{u"clv"_s} << QByteArray("WORKSPACE");
    QTest::newRow("too many words") << QStringList{u"check"_s, demo, u"more"_s} << QByteArray("more");
    QTest::newRow("unknown kind") << QStringList{u"import"_s, demo, u"a.csv"_s, u"--as"_s, u"people"_s} << QByteArray("--as");
    QTest::newRow("kind missing") << QStringList{u"import"_s, demo, u"a.csv"_s} << QByteArray("--as");
    QTest::newRow("segment without rule") << QStringList{u"segment"_s, demo} << QByteArray("--definition");
    QTest::newRow("report without file") << QStringList{u"report"_s, demo} << QByteArray("--pdf");
    QTest::newRow("export to a foreign format") << QStringList{u"export"_s, demo, u"--what"_s, u"customers"_s, u"--out"_s, u"x.ods"_s} << QByteArray(".xlsx");
    QTest::newRow("unknown chart") << QStringList{u"chart"_s, demo, u"--name"_s, u"pie"_s, u"--out"_s, u"x.png"_s} << QByteArray("--name");
    QTest::newRow("unknown step") << QStringList{u"equity"_s, demo, u"--step"_s, u"week"_s} << QByteArray("--step");
    QTest::newRow("unknown language") << QStringList{u"check"_s, demo, u"--language"_s, u"fr"_s} << QByteArray("--language");
    QTest::newRow("demo of nobody") << QStringList{u"demo"_s, u"new"_s, u"--customers"_s, u"0"_s} << QByteArray("--customers");
}

void TestCommandLine::wrongWordsExitWithTwoAndShowTheUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, named);
    arguments.replaceInStrings(u"WORKSPACE"_s, m_demo);
    const Run run = runProgram(arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.output.isEmpty());
    const QList<QByteArray> lines = run.error.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines.first().contains(named), run.error.constData());
    QVERIFY(lines.last().startsWith("Usage: qeema "));
}

void TestCommandLine::faultyInputExitsWithOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("workspace missing") << QStringList{u"clv"_s, u"nowhere.qeema"_s} << QByteArray("nowhere.qeema");
    QTest::newRow("import file missing") << QStringList{u"import"_s, u"NEW"_s, u"nowhere.csv"_s, u"--as"_s, u"customers"_s} << QByteArray("nowhere.csv");
    QTest::newRow("definition missing") << QStringList{u"analyse"_s, u"WORKSPACE"_s, u"nowhere.json"_s} << QByteArray("nowhere.json");
    QTest::newRow("folder missing") << QStringList{u"report"_s, u"WORKSPACE"_s, u"--pdf"_s, u"/nowhere/x.pdf"_s} << QByteArray("x.pdf");
    QTest::newRow("until before any purchase") << QStringList{u"clv"_s, u"WORKSPACE"_s, u"--until"_s, u"1990-01-01"_s} << QByteArray("1990");
}

void TestCommandLine::faultyInputExitsWithOneLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, named);
    arguments.replaceInStrings(u"WORKSPACE"_s, m_demo);
    arguments.replaceInStrings(u"NEW"_s, path(u"new.qeema"_s));
    const Run run = runProgram(arguments);
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.error.trimmed().count('\n'), 0);
    QVERIFY2(run.error.contains(named), run.error.constData());
}

void TestCommandLine::everyCommandExplainsItself_data()
{
    QTest::addColumn<QString>("command");
    for (const QString &name : {u"demo"_s, u"import"_s, u"undo-import"_s, u"clv"_s, u"analyse"_s, u"segment"_s, u"equity"_s,
                                u"report"_s, u"chart"_s, u"export"_s, u"check"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TestCommandLine::everyCommandExplainsItself()
{
    QFETCH(QString, command);
    const Run run = runProgram({command, u"--help"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.output.startsWith("Usage: qeema " + command.toUtf8()));
    QVERIFY(run.output.contains("--language"));
    QVERIFY(runProgram({u"--help"_s}).output.contains(command.toUtf8()));
}

void TestCommandLine::theLanguageMayStandAnywhere_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("behind the command") << QStringList{u"check"_s, u"WORKSPACE"_s, u"--language"_s, u"ar"_s};
    QTest::newRow("before the command") << QStringList{u"--language"_s, u"ar"_s, u"check"_s, u"WORKSPACE"_s};
    QTest::newRow("in one word") << QStringList{u"--language=ar"_s, u"check"_s, u"WORKSPACE"_s};
    QTest::newRow("with a command's help") << QStringList{u"--language"_s, u"ar"_s, u"check"_s, u"--help"_s};
    QTest::newRow("with the overview") << QStringList{u"--help"_s, u"--language"_s, u"ar"_s};
}

void TestCommandLine::theLanguageMayStandAnywhere()
{
    QFETCH(QStringList, arguments);
    arguments.replaceInStrings(u"WORKSPACE"_s, m_demo);
    const Run run = runProgram(arguments);
    QVERIFY2(run.exitCode == 0, run.error.constData());
    const QString said = QString::fromUtf8(run.output);
    QVERIFY2(std::any_of(said.begin(), said.end(),
                         [](QChar c) { return c.script() == QChar::Script_Arabic; }),
             run.output.constData());
    const Run wrong = runProgram({u"--language"_s, u"fr"_s});
    QCOMPARE(wrong.exitCode, 2);
    QVERIFY(wrong.error.contains("--language"));
}

void TestCommandLine::clvPrintsOneDocumentInTheAgreedShape()
{
    const Run run = runProgram({u"clv"_s, m_demo, u"--model"_s, u"pareto-nbd"_s, u"--horizon"_s, u"156"_s,
                                u"--calibration-end"_s, u"2024-12-31"_s, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    const QJsonObject json = run.json();
    QCOMPARE(json[u"model"].toString(), u"pareto-nbd"_s);
    QCOMPARE(json[u"period"].toString(), u"week"_s);
    for (const QString &name : {u"r"_s, u"alpha"_s, u"s"_s, u"beta"_s}) {
        QVERIFY2(json[u"parameters"][name][u"value"].toDouble() > 0, qPrintable(name));
        QVERIFY2(json[u"parameters"][name][u"std_error"].toDouble() > 0, qPrintable(name));
    }
    QCOMPARE(json[u"spend_model"][u"model"].toString(), u"gamma-gamma"_s);
    QVERIFY(json[u"holdout"][u"actual"].toDouble() > 0);
    QVERIFY(json[u"holdout"][u"tracking"].toArray().size() > 20);
    QVERIFY(json[u"clv"][u"low"].toDouble() < json[u"clv"][u"total"].toDouble());
    QVERIFY(json[u"clv"][u"high"].toDouble() > json[u"clv"][u"total"].toDouble());
    for (const QString &step : {u"load"_s, u"fit"_s, u"predict"_s})
        QVERIFY(json[u"seconds"][step].toDouble(-1) >= 0);
}

void TestCommandLine::clvWritesOneRowPerCustomer()
{
    const QString csv = path(u"values.csv"_s);
    const Run run = runProgram({u"clv"_s, m_demo, u"--model"_s, u"bg-nbd"_s, u"--customers"_s, csv, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.first().trimmed(), QByteArray("customer_id,x,t_x,T,mean_spend,p_alive,expected_purchases,expected_spend,clv,clv_low,clv_high"));
    QCOMPARE(lines.size() - 1, run.json()[u"customers"].toInteger());
    double total = 0;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QList<QByteArray> cells = lines.at(i).trimmed().split(',');
        QCOMPARE(cells.size(), 11);
        const double pAlive = cells.at(5).toDouble();
        QVERIFY(pAlive >= 0 && pAlive <= 1);
        total += cells.at(8).toDouble();
    }
    const double stated = run.json()[u"clv"][u"total"].toDouble();
    QVERIFY2(std::abs(total - stated) < 1e-4 * stated, "the rows must add up to the total");
}

void TestCommandLine::segmentCountsListsAndTellsItsMembers()
{
    // Buyers and the rest are all contacts.
    QVERIFY(writeFile(path(u"buyers.json"_s), R"({"name": "Buyers", "rule": {"field": "frequency", "op": ">", "value": 0}})"));
    QVERIFY(writeFile(path(u"rest.json"_s), R"({"none": [{"field": "frequency", "op": ">", "value": 0}]})"));
    QVERIFY(writeFile(path(u"valued.json"_s),
              R"({"all": [{"field": "clv", "op": ">", "value": 0}, {"field": "stage", "op": "=", "value": "retain"}]})"));
    const Run buyers = runProgram({u"segment"_s, m_demo, u"--definition"_s, path(u"buyers.json"_s), u"--members"_s,
                                   path(u"members.csv"_s), u"--json"_s});
    QVERIFY2(buyers.exitCode == 0, buyers.error.constData());
    const QJsonObject found = buyers.json();
    QCOMPARE(found[u"customers"].toInt(), 1500);
    QCOMPARE(found[u"name"].toString(), u"Buyers"_s);
    QVERIFY(found[u"definition_en"].toString().contains(u"number of purchases"_s));
    QVERIFY(found[u"empty_reason"].isNull());
    QFile members(path(u"members.csv"_s));
    QVERIFY(members.open(QIODevice::ReadOnly));
    QCOMPARE(members.readAll().count('\n'), 1501);
    const Run rest = runProgram({u"segment"_s, m_demo, u"--definition"_s, path(u"rest.json"_s), u"--json"_s});
    QVERIFY2(rest.exitCode == 0, rest.error.constData());
    QCOMPARE(rest.json()[u"customers"].toInt() + 1500, found[u"of"].toInt());
    const Run valued = runProgram({u"segment"_s, m_demo, u"--definition"_s, path(u"valued.json"_s), u"--json"_s});
    QVERIFY2(valued.exitCode == 0, valued.error.constData());
    QVERIFY(valued.json()[u"customers"].toInt() > 0);
}

void TestCommandLine::segmentRefusesAFieldItDoesNotKnow()
{
    QVERIFY(writeFile(path(u"bad.json"_s), R"({"rule": {"field": "citty", "op": "=", "value": "Riyadh"}})"));
    const Run run = runProgram({u"segment"_s, m_demo, u"--definition"_s, path(u"bad.json"_s)});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.error.contains("citty") && run.error.contains("city"), run.error.constData());
    QVERIFY(writeFile(path(u"none.json"_s), R"({"rule": {"field": "frequency", "op": ">", "value": 100000}})"));
    const Run none = runProgram({u"segment"_s, m_demo, u"--definition"_s, path(u"none.json"_s), u"--json"_s});
    QCOMPARE(none.exitCode, 0);
    QVERIFY(none.json()[u"empty_reason"].toString().contains(u"100,000"_s));
}

void TestCommandLine::equityBridgesAddUpToTheLastCent()
{
    const Run run = runProgram({u"equity"_s, m_demo, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    const QJsonArray series = run.json()[u"series"].toArray();
    const QJsonArray bridges = run.json()[u"bridges"].toArray();
    QVERIFY(series.size() >= 8);
    QCOMPARE(bridges.size(), series.size() - 1);
    const auto cents = [](const QJsonValue &value) { return std::llround(value.toDouble() * 100); };
    for (qsizetype i = 0; i < bridges.size(); ++i) {
        const QJsonObject bridge = bridges.at(i).toObject();
        QCOMPARE(cents(bridge[u"opening"]) + cents(bridge[u"acquired"]) + cents(bridge[u"expansion"])
                     - cents(bridge[u"contraction"]) - cents(bridge[u"churned"]),
                 cents(bridge[u"closing"]));
        QCOMPARE(bridge[u"from"].toString(), series.at(i)[u"date"].toString());
        QCOMPARE(cents(bridge[u"opening"]), cents(series.at(i)[u"equity"]));
        QCOMPARE(cents(bridge[u"closing"]), cents(series.at(i + 1)[u"equity"]));
    }
    for (const QJsonValue &point : series) {
        QVERIFY(point[u"low"].toDouble() <= point[u"equity"].toDouble());
        QVERIFY(point[u"high"].toDouble() >= point[u"equity"].toDouble());
        QVERIFY(std::abs(point[u"mean_clv"].toDouble() * point[u"customers"].toDouble() - point[u"equity"].toDouble())
                < 1e-6 * point[u"equity"].toDouble() + 0.01);
    }
}

void TestCommandLine::reportIsWrittenInBothLanguages_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Arabic") << u"ar"_s;
}

void TestCommandLine::reportIsWrittenInBothLanguages()
{
    QFETCH(QString, language);
    const QString pdf = path(u"report-%1.pdf"_s.arg(language));
    const Run run = runProgram({u"report"_s, m_demo, u"--pdf"_s, pdf, u"--language"_s, language});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QFile file(pdf);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
}

void TestCommandLine::chartIsWritten_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("PDF") << u"trend.pdf"_s << QByteArray("%PDF-");
    QTest::newRow("SVG") << u"trend.svg"_s << QByteArray("<?xml");
    QTest::newRow("PNG") << u"trend.png"_s << QByteArray("\x89PNG");
    QTest::newRow("CSV") << u"trend.csv"_s << QByteArray();
    QTest::newRow("XLSX") << u"trend.xlsx"_s << QByteArray("PK");
}

void TestCommandLine::chartIsWritten()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, begins);
    const Run run = runProgram({u"chart"_s, m_demo, u"--name"_s, u"equity-trend"_s, u"--out"_s, path(file)});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QFile written(path(file));
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    QVERIFY(bytes.size() > 100);
    QVERIFY(bytes.startsWith(begins));
}

void TestCommandLine::aForeignFileIsLeftUntouched()
{
    const QString file = path(u"letter.qeema"_s);
    const QByteArray bytes = "Dear customer, this is no database.";
    QVERIFY(writeFile(file, bytes));
    const QString csv = path(u"one.csv"_s);
    QVERIFY(writeFile(csv, "customer_id\nc1\n"));
    const Run run = runProgram({u"import"_s, file, csv, u"--as"_s, u"customers"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.error.contains("letter.qeema"));
    QFile after(file);
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), bytes);
}

void TestCommandLine::anotherPersonsFileIsNotReplacedByTheDemo()
{
    const QString file = path(u"mine.qeema"_s);
    QVERIFY(writeFile(file, "mine"));
    QCOMPARE(runProgram({u"demo"_s, file, u"--customers"_s, u"10"_s}).exitCode, 1);
    QFile after(file);
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), QByteArray("mine"));
}

void TestCommandLine::interruptedImportLeavesNoTrace()
{
    const QString csv = path(u"large.csv"_s);
    QByteArray rows = "customer_id,time,amount\n";
    for (int i = 0; i < 3'000'000; ++i)
        rows += "c" + QByteArray::number(i % 50000) + ",2024-05-" + QByteArray::number(10 + i % 20) + ",12.50\n";
    QVERIFY(writeFile(csv, rows));
    const QString workspace = path(u"interrupted.qeema"_s);
    const QString seed = path(u"seed.csv"_s);
    QVERIFY(writeFile(seed, "customer_id,time,amount\nfirst,2024-01-01,5\n"));
    QCOMPARE(runProgram({u"import"_s, workspace, seed, u"--as"_s, u"transactions"_s}).exitCode, 0);
    const QByteArray before = runProgram({u"check"_s, workspace}).output;

    QProcess process;
    process.start(QStringLiteral(QEEMA_PROGRAM), {u"import"_s, workspace, csv, u"--as"_s, u"transactions"_s});
    QVERIFY(process.waitForStarted());
    // It has begun to write, with three million rows before it.
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(workspace + u"-journal"_s), 30000);
    ::kill(pid_t(process.processId()), SIGTERM);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QVERIFY2(process.exitCode() == 1, "the import ended before the signal came");
    const Run check = runProgram({u"check"_s, workspace});
    QCOMPARE(check.exitCode, 0);
    QCOMPARE(check.output, before);
}

void TestCommandLine::rejectedRowsAreReportedNotAnError()
{
    const QString csv = path(u"mixed.csv"_s);
    QVERIFY(writeFile(csv, "customer_id,time,amount\na,2024-01-01,5\n,2024-01-02,6\nb,yesterday,7\nc,2024-01-04,many\n"));
    const Run run = runProgram({u"import"_s, path(u"mixed.qeema"_s), csv, u"--as"_s, u"transactions"_s, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QCOMPARE(run.json()[u"rows_read"].toInteger(), 4);
    QCOMPARE(run.json()[u"rows_imported"].toInteger(), 1);
    QCOMPARE(run.json()[u"rows_rejected"].toInteger(), 3);
    qint64 rejected = 0;
    for (const QJsonValue &reason : run.json()[u"rejects"].toArray()) {
        QVERIFY(!reason[u"reason"].toString().isEmpty());
        QVERIFY(reason[u"first_line"].toInteger() >= 3);
        rejected += reason[u"count"].toInteger();
    }
    QCOMPARE(rejected, 3);
}

void TestCommandLine::importTakesFormatsModesAndRates()
{
    const QString workspace = path(u"choices.qeema"_s);
    const QString json = path(u"orders.jsonl"_s);
    QVERIFY(writeFile(json, R"({"Who": "a@x.example", "When": "01/09/1446", "Net": 10, "No": "o1", "currency": "USD", "state": "paid"}
{"Who": "A@X.example", "When": "02/09/1446", "Net": 5, "No": "o2", "currency": "USD", "state": "void"}
)"));
    const QStringList words{u"import"_s,     workspace,          json,
                            u"--as"_s,       u"transactions"_s,  u"--map"_s,
                            u"Who=customer_id"_s, u"--map"_s,    u"When=time"_s,
                            u"--map"_s,      u"Net=amount"_s,    u"--map"_s,
                            u"No=order_id"_s, u"--calendar"_s,   u"hijri"_s,
                            u"--date-order"_s, u"dmy"_s,         u"--identity"_s,
                            u"email"_s,      u"--rate"_s,        u"USD=3.75"_s,
                            u"--json"_s};
    const Run first = runProgram(words + QStringList{u"--save-mapping"_s, u"shop"_s});
    QVERIFY2(first.exitCode == 0, first.error.constData());
    QCOMPARE(first.json()[u"format"].toString(), u"json"_s);
    QCOMPARE(first.json()[u"rows_imported"].toInteger(), 1);
    QCOMPARE(first.json()[u"rows_left_out"].toInteger(), 1);

    // The mapping knows all of that; known orders are found by their id.
    const Run again = runProgram({u"import"_s, workspace, json, u"--as"_s, u"transactions"_s,
                                  u"--mapping"_s, u"shop"_s, u"--on-duplicate"_s, u"skip"_s,
                                  u"--status"_s, u"void=keep"_s, u"--json"_s});
    QVERIFY2(again.exitCode == 0, again.error.constData());
    QCOMPARE(again.json()[u"rows_imported"].toInteger(), 1);
    QCOMPARE(again.json()[u"rows_unchanged"].toInteger(), 1);
    QCOMPARE(again.json()[u"customers_created"].toInteger(), 0);

    const Run unknown = runProgram({u"import"_s, workspace, json, u"--as"_s, u"transactions"_s,
                                    u"--mapping"_s, u"store"_s});
    QCOMPARE(unknown.exitCode, 1);
    QVERIFY2(unknown.error.contains("shop"), unknown.error.constData());
    for (const QStringList &wrong : {QStringList{u"--rate"_s, u"USD"_s}, QStringList{u"--status"_s, u"paid"_s},
                                     QStringList{u"--calendar"_s, u"maya"_s},
                                     QStringList{u"--phone-country"_s, u"Jordan"_s}}) {
        const Run refused = runProgram(QStringList{u"import"_s, workspace, json, u"--as"_s, u"transactions"_s} + wrong);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.error.contains(wrong.first().toUtf8()), refused.error.constData());
    }
}

void TestCommandLine::importTakesMonthsAndForeignCosts()
{
    const QString workspace = path(u"months.qeema"_s);
    const QString costs = path(u"monthly costs.csv"_s);
    QVERIFY(writeFile(costs, "month,type,amount\n2024-Q1,acquisition,100\nنيسان 2024,retention,50\n"));
    const QStringList words{u"import"_s, workspace, costs, u"--as"_s, u"costs"_s, u"--map"_s, u"month=period"_s,
                            u"--map"_s, u"type=kind"_s, u"--currency"_s, u"USD"_s, u"--rate"_s, u"USD=3.75"_s, u"--json"_s};
    const Run imported = runProgram(words);
    QVERIFY2(imported.exitCode == 0, imported.error.constData());
    QCOMPARE(imported.json()[u"rows_imported"].toInteger(), 2);
    QCOMPARE(imported.json()[u"rows_rejected"].toInteger(-1), 0);
    const QString exported = path(u"costs back.csv"_s);
    QCOMPARE(runProgram({u"export"_s, workspace, u"--what"_s, u"costs"_s, u"--out"_s, exported}).exitCode, 0);
    QFile file(exported);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray rows = file.readAll();
    QVERIFY2(rows.contains("2024-Q1,acquisition,375") && rows.contains("retention,187.5"), rows.constData());

    const QString orders = path(u"monthly orders.csv"_s);
    QVERIFY(writeFile(orders, "customer_id,time,amount\na,2024-03,5\na,Q2 2024,6\n"));
    const QStringList order{u"import"_s, workspace, orders, u"--as"_s, u"transactions"_s, u"--json"_s};
    const Run counted = runProgram(order);
    QCOMPARE(counted.json()[u"rows_imported"].toInteger(), 2);
    QCOMPARE(counted.json()[u"whole_period_columns"].toArray(), QJsonArray{u"time"_s});
    const Run refused = runProgram(order + QStringList{u"--whole-periods"_s, u"reject"_s});
    QCOMPARE(refused.json()[u"rows_rejected"].toInteger(), 2);
    QVERIFY(refused.json()[u"whole_period_columns"].toArray().isEmpty());
    QVERIFY2(refused.json()[u"rejects"][0][u"reason"].toString() == u"whole_period:time",
             qPrintable(refused.json()[u"rejects"][0][u"reason"].toString()));
    QCOMPARE(runProgram(order + QStringList{u"--whole-periods"_s, u"maybe"_s}).exitCode, 2);
}

void TestCommandLine::importsWithTheSameHeadingsAddUp()
{
    const QString workspace = path(u"roundtrip.qeema"_s);
    for (const QString &kind : {u"customers"_s, u"transactions"_s, u"events"_s, u"costs"_s, u"surveys"_s}) {
        const Run run = runProgram({u"import"_s, workspace, path(u"csv/%1.csv"_s.arg(kind)), u"--as"_s, kind, u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.error.constData());
        QCOMPARE(run.json()[u"rows_rejected"].toInteger(-1), 0);
        QCOMPARE(run.json()[u"rows_imported"].toInteger(), run.json()[u"rows_read"].toInteger());
    }
    // The demo workspace and its CSV are the same data: the same model sees the same customers.
    const QStringList question{u"--model"_s, u"bg-nbd"_s, u"--margin"_s, u"1"_s, u"--json"_s};
    const QJsonObject direct = runProgram(QStringList{u"clv"_s, m_demo} + question).json();
    const QJsonObject imported = runProgram(QStringList{u"clv"_s, workspace} + question).json();
    QCOMPARE(imported[u"customers"], direct[u"customers"]);
    QCOMPARE(imported[u"log_likelihood"].toDouble(), direct[u"log_likelihood"].toDouble());
}

void TestCommandLine::exportWritesWorkbooksThatTheImportReads()
{
    const QString workspace = path(u"workbooks.qeema"_s);
    for (const QString &kind : {u"customers"_s, u"transactions"_s, u"surveys"_s}) {
        const QString file = path(kind + u".xlsx"_s);
        const Run run = runProgram({u"export"_s, m_demo, u"--what"_s, kind, u"--out"_s, file});
        QVERIFY2(run.exitCode == 0, run.error.constData());
        QVERIFY(run.output.contains(file.toUtf8()));
        const Run back = runProgram({u"import"_s, workspace, file, u"--as"_s, kind, u"--json"_s});
        QVERIFY2(back.exitCode == 0, back.error.constData());
        QCOMPARE(back.json()[u"rows_rejected"].toInteger(-1), 0);
        QVERIFY(back.json()[u"rows_imported"].toInteger() > 100);
    }
    // The same model sees the same customers.
    const QStringList question{u"--model"_s, u"bg-nbd"_s, u"--margin"_s, u"1"_s, u"--json"_s};
    const QJsonObject direct = runProgram(QStringList{u"clv"_s, m_demo} + question).json();
    const QJsonObject imported = runProgram(QStringList{u"clv"_s, workspace} + question).json();
    QCOMPARE(imported[u"customers"], direct[u"customers"]);
    QCOMPARE(imported[u"log_likelihood"].toDouble(), direct[u"log_likelihood"].toDouble());
    const QString values = path(u"clv.xlsx"_s);
    const Run run = runProgram({u"export"_s, m_demo, u"--what"_s, u"clv"_s, u"--out"_s, values});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QVERIFY(QFileInfo(values).size() > 10'000);
}

void TestCommandLine::importKnowsTheCountryOfTelephoneNumbers()
{
    const QString file = path(u"phones.csv"_s);
    QVERIFY(writeFile(file, "customer_id,name,phone\nC1,Nadia,0791234567\nC2,Omar,+962791234567\n"));
    for (const auto &[country, customers] : {std::pair(u"962"_s, 1), std::pair(u"+966"_s, 2)}) {
        const Run run = runProgram({u"import"_s, path(u"phones-%1.qeema"_s.arg(customers)), file, u"--as"_s, u"customers"_s,
                                    u"--identity"_s, u"phone"_s, u"--phone-country"_s, country, u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.error.constData());
        QCOMPARE(run.json()[u"rows_imported"].toInteger(-1), customers);
    }
}

void TestCommandLine::exportWritesTheMembersOfSegments()
{
    // Without a saved segment the file has its headings only.
    const QString file = path(u"segments.csv"_s);
    const Run run = runProgram({u"export"_s, m_demo, u"--what"_s, u"segments"_s, u"--out"_s, file});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll().trimmed(), QByteArray("segment,customer_id"));
    written.close();

    const QString workspace = path(u"segments.qeema"_s);
    QVERIFY(QFile::copy(m_demo, workspace));
    QVERIFY(QFile::setPermissions(workspace, QFile::ReadOwner | QFile::WriteOwner));
    const QByteArray rule = R"({"kind":"segment","name":"Buyers, \"often\"","rule":{"all":[{"field":"frequency","op":">=","value":3}]}})";
    {
        Result<Database> database = Database::open(workspace, Database::Mode::ReadWrite);
        QVERIFY(database.ok());
        SQLite::Statement insert(database->connection(),
                                 "INSERT INTO definition(kind, name, json, changed) VALUES('segment', ?, ?, 1)");
        for (const auto &[name, json] : {std::pair("Buyers, \"often\"", rule),
                                         std::pair("عملاء", QByteArray(R"({"kind":"segment","name":"عملاء","rule":{"all":[]}})"))}) {
            insert.bind(1, name);
            insert.bind(2, json.toStdString());
            insert.exec();
            insert.reset();
        }
    }
    const Run members = runProgram({u"export"_s, workspace, u"--what"_s, u"segments"_s, u"--out"_s, file});
    QVERIFY2(members.exitCode == 0, members.error.constData());
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = written.readAll().trimmed().split('\n');
    QList<QByteArray> buyers;
    qsizetype all = 0;
    for (const QByteArray &line : lines.mid(1)) {
        if (line.startsWith("\"Buyers, \"\"often\"\"\","))
            buyers.append(line.mid(line.lastIndexOf(',') + 1));
        else if (line.startsWith("عملاء,"))
            ++all;
    }
    QCOMPARE(buyers.size() + all, lines.size() - 1);
    const Run everybody = runProgram({u"export"_s, workspace, u"--what"_s, u"customers"_s, u"--out"_s, path(u"everybody.csv"_s)});
    QVERIFY2(everybody.exitCode == 0, everybody.error.constData());
    QFile customers(path(u"everybody.csv"_s));
    QVERIFY(customers.open(QIODevice::ReadOnly));
    QCOMPARE(all, customers.readAll().trimmed().count('\n'));
    // The same rule asked as a question has the same members.
    const QString definition = path(u"buyers.json"_s);
    QVERIFY(writeFile(definition, rule));
    const Run asked = runProgram({u"segment"_s, workspace, u"--definition"_s, definition, u"--members"_s, path(u"buyers.csv"_s)});
    QVERIFY2(asked.exitCode == 0, asked.error.constData());
    QFile answer(path(u"buyers.csv"_s));
    QVERIFY(answer.open(QIODevice::ReadOnly));
    QList<QByteArray> wanted = answer.readAll().trimmed().split('\n').mid(1);
    QVERIFY(wanted.size() > 5);
    for (QByteArray &line : wanted)
        line = line.split(',').first();
    std::sort(wanted.begin(), wanted.end());
    std::sort(buyers.begin(), buyers.end());
    QCOMPARE(buyers, wanted);
    // A workbook has the same rows.
    const QString workbook = path(u"segments.xlsx"_s);
    QCOMPARE(runProgram({u"export"_s, workspace, u"--what"_s, u"segments"_s, u"--out"_s, workbook}).exitCode, 0);
    const Run back = runProgram({u"import"_s, path(u"from-segments.qeema"_s), workbook, u"--as"_s, u"customers"_s, u"--dry-run"_s, u"--json"_s});
    QCOMPARE(back.json()[u"rows_read"].toInteger(-1), lines.size() - 1);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
