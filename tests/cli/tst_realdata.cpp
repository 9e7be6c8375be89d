#include "tests/cli/program.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The published CDNOW study, from the raw order file to the report, through the command line.
class TestRealData final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyOrderIsImported_data();
    void everyOrderIsImported();
    void bgNbdReproducesThePublishedParameters();
    void bothReportsAreMade();

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] static QString data(const QString &name)
    {
        return QStringLiteral(QEEMA_SHARED_DIR "/data/clv/") + name;
    }
};

void TestRealData::initTestCase()
{
    if (!QFileInfo::exists(data(u"cdnow_sample_transactions.csv"_s)))
        QSKIP("The public data sets are not beside this checkout.");
}

void TestRealData::everyOrderIsImported_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<qint64>("rows");
    QTest::newRow("whole cohort") << u"cdnow_master_transactions.csv"_s << u"master.qeema"_s << qint64(69659);
    QTest::newRow("one tenth") << u"cdnow_sample_transactions.csv"_s << u"sample.qeema"_s << qint64(6919);
}

void TestRealData::everyOrderIsImported()
{
    QFETCH(QString, file);
    QFETCH(QString, workspace);
    QFETCH(qint64, rows);
    const Run run = runProgram({u"import"_s, path(workspace), data(file), u"--as"_s, u"transactions"_s, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QCOMPARE(run.json()[u"rows_rejected"].toInteger(-1), 0);
    QCOMPARE(run.json()[u"rows_imported"].toInteger(), rows);
    QCOMPARE(runProgram({u"check"_s, path(workspace)}).exitCode, 0);
}

void TestRealData::bgNbdReproducesThePublishedParameters()
{
    const Run run = runProgram({u"clv"_s, path(u"sample.qeema"_s), u"--model"_s, u"bg-nbd"_s, u"--until"_s,
                                u"1997-09-30"_s, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    const QJsonObject json = run.json();
    QCOMPARE(json[u"customers"].toInteger(), 2357);
    QCOMPARE(json[u"repeat_customers"].toInteger(), 946);
    QVERIFY(json[u"converged"].toBool());
    // Fader, Hardie and Lee 2005, table 2: r .243, alpha 4.414, a .793, b 2.426, log-likelihood -9582.4.
    const auto parameter = [&](const QString &name) { return json[u"parameters"][name][u"value"].toDouble(); };
    QVERIFY(qAbs(parameter(u"r"_s) - 0.243) < 0.0005);
    QVERIFY(qAbs(parameter(u"alpha"_s) - 4.414) < 0.0005);
    QVERIFY(qAbs(parameter(u"a"_s) - 0.793) < 0.0005);
    QVERIFY(qAbs(parameter(u"b"_s) - 2.426) < 0.0005);
    QVERIFY(qAbs(json[u"log_likelihood"].toDouble() + 9582.4292) < 0.001);
}

void TestRealData::bothReportsAreMade()
{
    for (const QString &language : {u"en"_s, u"ar"_s}) {
        const QString pdf = path(language + u".pdf"_s);
        const Run run = runProgram({u"report"_s, path(u"sample.qeema"_s), u"--pdf"_s, pdf, u"--language"_s, language});
        QVERIFY2(run.exitCode == 0, run.error.constData());
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        QVERIFY(file.size() > 20'000);
    }
}

QTEST_GUILESS_MAIN(TestRealData)
#include "tst_realdata.moc"
