#include "models/workspace/settings.h"
#include "tests/support/testworkspace.h"

#include <QtTest>

using namespace Qt::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void aNewWorkspaceHasTheDefaults();
    void whatIsSavedIsLoaded();
    void valuesOutOfRangeFallBack();
    void textThatIsNotJsonFallsBack();
    void singleValuesAreKept();
};

void TestSettings::aNewWorkspaceHasTheDefaults()
{
    TestWorkspace workspace;
    const auto loaded = Settings::load(workspace.database());
    QVERIFY(loaded.ok());
    QVERIFY(*loaded == WorkspaceSettings());
}

void TestSettings::whatIsSavedIsLoaded()
{
    TestWorkspace workspace;
    WorkspaceSettings settings;
    settings.nameEnglish = u"Rawafid Supplies"_s;
    settings.nameArabic = u"روافد للتوريد"_s;
    settings.currency = {u"KWD"_s};
    settings.margin = 0.42;
    settings.annualDiscountRate = 0.12;
    settings.horizonMonths = 0;
    settings.intervalLevel = 0.95;
    settings.clvModel = u"pareto-nbd"_s;
    settings.spendModel = u"none"_s;
    settings.opportunityPeriod = PeriodUnit::Quarter;
    settings.billingPeriod = PeriodUnit::Year;
    settings.retentionCost = 12.5;
    settings.discounting = u"yearly"_s;
    settings.covariates = QStringList{u"sector"_s, u"age"_s};
    settings.equalCovariates = QStringList{u"age"_s};
    settings.covariatePenalty = 0.25;
    settings.weekStart = Qt::Monday;
    settings.lifecycleName = u"B2B"_s;
    settings.isDemo = true;
    workspace.settings(settings);
    workspace.settings(settings); // a second time over the first
    const auto loaded = Settings::load(workspace.database());
    QVERIFY(loaded.ok());
    QVERIFY(*loaded == settings);
}

void TestSettings::valuesOutOfRangeFallBack()
{
    TestWorkspace workspace;
    QVERIFY(Settings::setValue(
                workspace.database(), u"workspace"_s,
                uR"({"currency":"RIYAL","margin":7,"annual_discount_rate":-2,"horizon_months":-1,
                                    "interval_level":1,"week_start":9})"_s)
                .ok());
    const auto loaded = Settings::load(workspace.database());
    QVERIFY(loaded.ok());
    QVERIFY(*loaded == WorkspaceSettings());
}

void TestSettings::textThatIsNotJsonFallsBack()
{
    TestWorkspace workspace;
    QVERIFY(Settings::setValue(workspace.database(), u"workspace"_s, u"{"_s).ok());
    const auto loaded = Settings::load(workspace.database());
    QVERIFY(loaded.ok());
    QVERIFY(*loaded == WorkspaceSettings());
}

void TestSettings::singleValuesAreKept()
{
    TestWorkspace workspace;
    QCOMPARE(*Settings::value(workspace.database(), u"truth"_s), QString());
    QVERIFY(Settings::setValue(workspace.database(), u"truth"_s, u"قيمة '\"%"_s).ok());
    QCOMPARE(*Settings::value(workspace.database(), u"truth"_s), u"قيمة '\"%"_s);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
