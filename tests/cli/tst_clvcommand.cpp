#include "tests/cli/program.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

/// `qeema clv`: every model and option of the contract.
class TestClvCommand final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyPurchaseModelAnswers_data();
    void everyPurchaseModelAnswers();
    void subscriptionsAreImportedAndValued_data();
    void subscriptionsAreImportedAndValued();
    void autoRanksItsCandidatesAndSaysWhy();
    void optionsChangeTheValue();
    void covariatesGetCoefficients();
    void wrongOptionsAreNamed_data();
    void wrongOptionsAreNamed();
    void runsAreKeptInTheWorkspace();
    void equalCoefficientsAreNamedBoth();
    void importedSummariesAreValued();
    void thinDataGiveTheHistoricMeanAndSaySo();

private:
    QTemporaryDir m_folder;
    QString m_demo;
    QString m_contracts;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] double totalWith(const QStringList &options) const
    {
        const Run run = runProgram(
            QStringList{u"clv"_s, m_demo, u"--model"_s, u"bg-nbd"_s, u"--json"_s} + options);
        return run.exitCode == 0 ? run.json()[u"clv"][u"total"].toDouble() : std::nan("");
    }
};

void TestClvCommand::initTestCase()
{
    m_demo = path(u"demo.qeema"_s);
    const Run run =
        runProgram({u"demo"_s, m_demo, u"--customers"_s, u"1500"_s, u"--seed"_s, u"7"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    // 400 contracts of 20 a month from 2023 on; every third leaves after some months.
    QByteArray csv = "customer_id,started_on,ended_on,price\n";
    for (int i = 0; i < 400; ++i) {
        const QDate start = QDate(2023, 1, 1).addDays(i % 300);
        const QDate end = i % 3 == 0 ? start.addMonths(1 + i * 7 % 18) : QDate();
        csv += "s" + QByteArray::number(i) + ',' + start.toString(Qt::ISODate).toUtf8() + ','
               + (end.isValid() && end <= QDate(2024, 12, 31) ? end.toString(Qt::ISODate).toUtf8()
                                                              : QByteArray())
               + ",20\n";
    }
    m_contracts = path(u"contracts.qeema"_s);
    QVERIFY(writeFile(path(u"contracts.csv"_s), csv));
    const Run imported = runProgram({u"import"_s, m_contracts, path(u"contracts.csv"_s), u"--as"_s,
                                     u"subscriptions"_s, u"--json"_s});
    QVERIFY2(imported.exitCode == 0, imported.error.constData());
    QCOMPARE(imported.json()[u"rows_imported"].toInteger(), 400);
}

void TestClvCommand::everyPurchaseModelAnswers_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QStringList>("parameters");
    QTest::addColumn<QString>("period");
    const QString week = u"week"_s;
    QTest::newRow("nbd") << u"nbd"_s << QStringList{u"r"_s, u"alpha"_s} << week;
    QTest::newRow("pareto-nbd") << u"pareto-nbd"_s
                                << QStringList{u"r"_s, u"alpha"_s, u"s"_s, u"beta"_s} << week;
    QTest::newRow("bg-nbd") << u"bg-nbd"_s << QStringList{u"r"_s, u"alpha"_s, u"a"_s, u"b"_s}
                            << week;
    QTest::newRow("mbg-nbd") << u"mbg-nbd"_s << QStringList{u"r"_s, u"alpha"_s, u"a"_s, u"b"_s}
                             << week;
    QTest::newRow("bg-cnbd-k") << u"bg-cnbd-k"_s
                               << QStringList{u"r"_s, u"alpha"_s, u"a"_s, u"b"_s, u"k"_s} << week;
    QTest::newRow("mbg-cnbd-k") << u"mbg-cnbd-k"_s
                                << QStringList{u"r"_s, u"alpha"_s, u"a"_s, u"b"_s, u"k"_s} << week;
    QTest::newRow("ggom-nbd") << u"ggom-nbd"_s
                              << QStringList{u"r"_s, u"alpha"_s, u"beta"_s, u"b"_s, u"s"_s} << week;
    QTest::newRow("bg-bb") << u"bg-bb"_s
                           << QStringList{u"alpha"_s, u"beta"_s, u"gamma"_s, u"delta"_s}
                           << u"year"_s;
}

void TestClvCommand::everyPurchaseModelAnswers()
{
    QFETCH(QString, model);
    QFETCH(QStringList, parameters);
    QFETCH(QString, period);
    const Run run = runProgram({u"clv"_s, m_demo, u"--model"_s, model, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    const QJsonObject json = run.json();
    QCOMPARE(json[u"model"].toString(), model);
    QCOMPARE(json[u"period"].toString(), period);
    QCOMPARE(json[u"parameters"].toObject().size(), parameters.size());
    for (const QString &name : parameters)
        QVERIFY2(json[u"parameters"][name][u"value"].toDouble() > 0, qPrintable(name));
    QVERIFY(json[u"log_likelihood"].isDouble());
    QVERIFY(json[u"converged"].isBool());
    QVERIFY(json[u"clv"][u"total"].toDouble() > 0);
    QVERIFY(json[u"clv"][u"low"].toDouble() < json[u"clv"][u"high"].toDouble());
    QVERIFY(json[u"clv"][u"realised"].toDouble() > 0);
}

void TestClvCommand::subscriptionsAreImportedAndValued_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("parameters");
    QTest::newRow("sbg") << u"sbg"_s << 2;
    QTest::newRow("bdw") << u"bdw"_s << 3;
    QTest::newRow("auto") << u"auto"_s << 0;
}

void TestClvCommand::subscriptionsAreImportedAndValued()
{
    QFETCH(QString, model);
    QFETCH(int, parameters);
    const QString csv = path(u"contracts_%1.csv"_s.arg(model));
    const Run run =
        runProgram({u"clv"_s, m_contracts, u"--model"_s, model, u"--until"_s, u"2024-12-31"_s,
                    u"--horizon"_s, u"36"_s, u"--customers"_s, csv, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    const QJsonObject json = run.json();
    QCOMPARE(json[u"period"].toString(), u"month"_s);
    QCOMPARE(json[u"customers"].toInteger(), 400);
    if (parameters > 0)
        QCOMPARE(json[u"parameters"].toObject().size(), parameters);
    const QJsonArray survival = json[u"survival"].toArray();
    QVERIFY(survival.size() > 12);
    double before = 1;
    for (const QJsonValue &point : survival) {
        const double fitted = point[u"survival_fitted"].toDouble();
        QVERIFY(fitted <= before);
        before = fitted;
    }
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 401);
    double total = 0;
    for (qsizetype i = 1; i < lines.size(); ++i)
        total += lines[i].split(',').value(8).toDouble();
    QVERIFY(std::abs(total - json[u"clv"][u"total"].toDouble()) < 1e-6 * total);
    if (model == u"auto")
        QCOMPARE(json[u"candidates"].toArray().size(), 2);
}

void TestClvCommand::autoRanksItsCandidatesAndSaysWhy()
{
    const Run run = runProgram({u"clv"_s, m_demo, u"--model"_s, u"auto"_s, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    const QJsonObject json = run.json();
    const QJsonArray candidates = json[u"candidates"].toArray();
    QCOMPARE(candidates.size(), 8);
    QCOMPARE(candidates[0][u"model"].toString(), json[u"model"].toString());
    QVERIFY(json[u"reason"].toString().endsWith(u'.'));
    const Run text = runProgram({u"clv"_s, m_demo, u"--model"_s, u"auto"_s});
    QVERIFY(text.output.contains("historic-mean"));
    QVERIFY(text.output.contains(json[u"reason"].toString().toUtf8()));
}

void TestClvCommand::optionsChangeTheValue()
{
    const double plain = totalWith({});
    QVERIFY(plain > 0);
    const double monthly = totalWith({u"--discounting"_s, u"monthly"_s});
    const double yearlySteps = totalWith({u"--discounting"_s, u"yearly"_s});
    QVERIFY(monthly < plain && yearlySteps < monthly && yearlySteps > 0.9 * plain);
    QVERIFY(totalWith({u"--retention-cost"_s, u"100"_s}) < plain);
    QVERIFY(totalWith({u"--discount"_s, u"0.5"_s}) < plain);
    QCOMPARE(totalWith({u"--horizon"_s, u"0"_s}), 0.0);
    QVERIFY(totalWith({u"--horizon"_s, u"lifetime"_s}) > plain);
    QCOMPARE(totalWith({u"--seed"_s, u"5"_s}), plain); // the seed moves the bounds only
}

void TestClvCommand::covariatesGetCoefficients()
{
    const Run run = runProgram({u"clv"_s, m_demo, u"--model"_s, u"pareto-nbd"_s, u"--covariates"_s,
                                u"channel"_s, u"--covariate-penalty"_s, u"0.001"_s, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    const QJsonObject json = run.json();
    int trans = 0;
    int life = 0;
    const QStringList names = json[u"parameters"].toObject().keys();
    for (const QString &name : names) {
        trans += name.startsWith(u"trans.channel="_s) ? 1 : 0;
        life += name.startsWith(u"life.channel="_s) ? 1 : 0;
    }
    QVERIFY(trans >= 1);
    QCOMPARE(trans, life);
    QVERIFY(json[u"penalised"].toBool());
    QCOMPARE(json[u"covariates"].toArray(), QJsonArray{u"channel"_s});
    QCOMPARE(json[u"tests"].toArray().size(), 1);
    QCOMPARE(json[u"tests"][0][u"degrees_of_freedom"].toInt(), 2 * trans);
}

void TestClvCommand::wrongOptionsAreNamed_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("unknown model")
        << QStringList{u"--model"_s, u"magic"_s} << 2 << QByteArray("--model");
    QTest::newRow("horizon below zero")
        << QStringList{u"--horizon"_s, u"-2"_s} << 2 << QByteArray("--horizon");
    QTest::newRow("discount of -1")
        << QStringList{u"--discount"_s, u"-1"_s} << 2 << QByteArray("--discount");
    QTest::newRow("discount below -1")
        << QStringList{u"--discount"_s, u"-1.5"_s} << 2 << QByteArray("--discount");
    QTest::newRow("retention cost below zero")
        << QStringList{u"--retention-cost"_s, u"-3"_s} << 2 << QByteArray("--retention-cost");
    QTest::newRow("unknown discounting")
        << QStringList{u"--discounting"_s, u"daily"_s} << 2 << QByteArray("--discounting");
    QTest::newRow("unknown period")
        << QStringList{u"--period"_s, u"hour"_s} << 2 << QByteArray("--period");
    QTest::newRow("unknown spend model")
        << QStringList{u"--spend"_s, u"dice"_s} << 2 << QByteArray("--spend");
    QTest::newRow("interval of 1.5")
        << QStringList{u"--interval"_s, u"1.5"_s} << 2 << QByteArray("--interval");
    QTest::newRow("penalty below zero")
        << QStringList{u"--covariate-penalty"_s, u"-1"_s} << 2 << QByteArray("--covariate-penalty");
    QTest::newRow("unknown covariate")
        << QStringList{u"--model"_s, u"bg-nbd"_s, u"--covariates"_s, u"shoe_size"_s} << 1
        << QByteArray("--covariates: ");
    QTest::newRow("model without covariates")
        << QStringList{u"--model"_s, u"mbg-nbd"_s, u"--covariates"_s, u"channel"_s} << 1
        << QByteArray("--covariates: ");
    QTest::newRow("no subscriptions")
        << QStringList{u"--model"_s, u"sbg"_s} << 1 << QByteArray("--model: ");
    QTest::newRow("nobody had bought by then")
        << QStringList{u"--model"_s, u"bg-nbd"_s, u"--until"_s, u"1990-01-01"_s} << 1
        << QByteArray("--until: ");
    QTest::newRow("equal coefficient of no covariate")
        << QStringList{u"--model"_s, u"pareto-nbd"_s, u"--equal-covariates"_s, u"channel"_s} << 1
        << QByteArray("--equal-covariates: ");
    QTest::newRow("calibration end too late")
        << QStringList{u"--calibration-end"_s, u"2099-01-01"_s} << 1
        << QByteArray("--calibration-end: ");
}

void TestClvCommand::wrongOptionsAreNamed()
{
    QFETCH(QStringList, options);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, named);
    const Run run = runProgram(QStringList{u"clv"_s, m_demo} + options);
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY(run.output.isEmpty());
    QVERIFY2(run.error.split('\n').first().contains(named), run.error.constData());
    QCOMPARE(run.error.trimmed().count('\n'), exitCode == 2 ? 1 : 0); // with 2 the usage follows
}

void TestClvCommand::runsAreKeptInTheWorkspace()
{
    // What was stored does not change what is computed, and the file stays sound.
    const double first = totalWith({});
    QCOMPARE(totalWith({}), first);
    const Run check = runProgram({u"check"_s, m_demo});
    QVERIFY2(check.exitCode == 0, check.error.constData());
    QFile file(m_demo);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("\"data_fingerprint\""));
}

void TestClvCommand::equalCoefficientsAreNamedBoth()
{
    const Run run = runProgram({u"clv"_s, m_demo, u"--model"_s, u"pareto-nbd"_s, u"--covariates"_s,
                                u"channel"_s, u"--equal-covariates"_s, u"channel"_s, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    const QStringList names = run.json()[u"parameters"].toObject().keys();
    int both = 0;
    for (const QString &name : names) {
        QVERIFY(!name.startsWith(u"trans."_s) && !name.startsWith(u"life."_s));
        both += name.startsWith(u"both.channel="_s) ? 1 : 0;
    }
    QVERIFY(both > 0);
    QCOMPARE(run.json()[u"equal_covariates"].toArray(), QJsonArray{u"channel"_s});
}

void TestClvCommand::importedSummariesAreValued()
{
    QByteArray csv = "customer_id,x,t_x,T,mean_spend,period\n";
    for (int i = 0; i < 600; ++i) {
        const int x = i % 4;
        csv += "w" + QByteArray::number(i) + ',' + QByteArray::number(x) + ','
               + QByteArray::number(x == 0 ? 0 : 5 + i % 31) + ',' + QByteArray::number(40 + i % 20)
               + ',' + (x == 0 ? QByteArray() : QByteArray::number(20 + i % 50)) + ",week\n";
    }
    const QString workspace = path(u"warehouse.qeema"_s);
    QVERIFY(writeFile(path(u"warehouse.csv"_s), csv));
    const Run imported = runProgram({u"import"_s, workspace, path(u"warehouse.csv"_s), u"--as"_s,
                                     u"summaries"_s, u"--json"_s});
    QVERIFY2(imported.exitCode == 0, imported.error.constData());
    QCOMPARE(imported.json()[u"rows_imported"].toInt(), 600);
    const Run run =
        runProgram({u"clv"_s, workspace, u"--model"_s, u"mbg-nbd"_s, u"--horizon"_s, u"52"_s,
                    u"--customers"_s, path(u"warehouse-clv.csv"_s), u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    const QJsonObject json = run.json();
    QCOMPARE(json[u"customers"].toInt(), 600);
    QCOMPARE(json[u"repeat_customers"].toInt(), 450);
    QVERIFY(json[u"clv"][u"total"].toDouble() > 0);
    QVERIFY(json[u"holdout"].isNull());
    QFile table(path(u"warehouse-clv.csv"_s));
    QVERIFY(table.open(QIODevice::ReadOnly));
    QByteArray row;
    while (!table.atEnd() && !row.startsWith("w7,"))
        row = table.readLine();
    const QList<QByteArray> cells = row.split(',');
    QCOMPARE(cells[1], QByteArray("3"));
    QVERIFY(std::abs(cells[2].toDouble() - 12) < 1e-9);
    QVERIFY(std::abs(cells[3].toDouble() - 47) < 1e-9);
    QVERIFY(std::abs(cells[4].toDouble() - 27) < 1e-9);
    const Run early =
        runProgram({u"clv"_s, workspace, u"--model"_s, u"bg-nbd"_s, u"--until"_s, u"2001-01-01"_s});
    QCOMPARE(early.exitCode, 1);
    QVERIFY2(early.error.contains("--until: "), early.error.constData());
    const Run regular = runProgram({u"clv"_s, workspace, u"--model"_s, u"bg-cnbd-k"_s});
    QCOMPARE(regular.exitCode, 1);
    QVERIFY2(regular.error.contains("--model: "), regular.error.constData());
}

void TestClvCommand::thinDataGiveTheHistoricMeanAndSaySo()
{
    const QString workspace = path(u"thin.qeema"_s);
    QVERIFY(writeFile(path(u"thin.csv"_s), "customer_id,time,amount\nA,2025-01-02,10\n"
                                           "B,2025-01-20,20\nA,2025-03-02,12\n"));
    const Run imported = runProgram({u"import"_s, workspace, path(u"thin.csv"_s), u"--as"_s,
                                     u"transactions"_s});
    QVERIFY2(imported.exitCode == 0, imported.error.constData());
    const Run json = runProgram({u"clv"_s, workspace, u"--model"_s, u"bg-nbd"_s, u"--json"_s});
    QVERIFY2(json.exitCode == 0, json.error.constData());
    QCOMPARE(json.json()[u"model"].toString(), u"historic-mean"_s);
    QVERIFY(json.json()[u"log_likelihood"].isNull());
    const Run text = runProgram({u"clv"_s, workspace, u"--model"_s, u"bg-nbd"_s});
    QVERIFY(text.output.contains("only 1 customer bought more than once"));
    QVERIFY(!text.output.contains("nan")); // what there is not is not printed
    QVERIFY(!text.output.contains("between"));
}

QTEST_GUILESS_MAIN(TestClvCommand)
#include "tst_clvcommand.moc"
