#include "models/equity/valuation.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

const QString reference = QStringLiteral(QEEMA_SHARED_DIR "/reference/clv_reference.json");
const QString firms = QStringLiteral(QEEMA_SHARED_DIR "/data/clv/gls2004_firms.csv");

QJsonObject entry(const QString &id)
{
    QFile file(reference);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonArray entries =
        QJsonDocument::fromJson(file.readAll()).object()[u"entries"].toArray();
    for (const QJsonValue &value : entries) {
        if (value[u"id"].toString() == id)
            return value.toObject();
    }
    return {};
}

bool agrees(double value, double expected, double relative)
{
    if (std::abs(value - expected) <= relative * std::abs(expected))
        return true;
    qInfo("%.12g instead of %.12g", value, expected);
    return false;
}

Equity::Firm firmOf(const QString &company)
{
    QFile file(firms);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.readLine();
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(u',');
        if (cells[0] == company)
            return {cells[1].toDouble() / 1e6, cells[2].toDouble(), cells[3].toDouble(),
                    cells[4].toDouble(),       cells[5].toDouble(), cells[6].toDouble(),
                    cells[7].toDouble()};
    }
    return {};
}

} // namespace

class TestValuation : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void timingCasesAgreeWithTheNote();
    void withoutConvergenceThereIsNoValue();
    void cohortsAgreeWithTheHandout();
    void aCohortOfEqualCustomersNeedsNoHeterogeneity();
    void firmsAgreeWithTheArticle_data();
    void firmsAgreeWithTheArticle();
    void accountingBridgeAgreesWithTheWorkedCase();
};

void TestValuation::init()
{
    if (!QFile::exists(reference))
        QSKIP("The reference numbers are not on this machine.");
}

void TestValuation::timingCasesAgreeWithTheNote()
{
    const QJsonObject test = entry(u"clv-formulas-a"_s);
    const QJsonObject in = test[u"inputs"].toObject();
    const QJsonObject expected = test[u"expected"].toObject();
    const double relative = test[u"tolerance"][u"rel"].toDouble();
    const double m = in[u"margin_per_period"].toDouble();
    const double r = in[u"retention"].toDouble();
    const double d = in[u"discount"].toDouble();
    using Timing = Equity::PaymentTiming;
    QVERIFY(agrees(Equity::perpetualValue(m, r, d, Timing::FirstPaymentNow),
                   expected[u"case1_first_payment_now"].toDouble(), relative));
    QVERIFY(agrees(Equity::perpetualValue(m, r, d, Timing::JustPaid),
                   expected[u"case2_residual_just_paid"].toDouble(), relative));
    QVERIFY(agrees(Equity::perpetualValue(m, r, d, Timing::EndOfPeriod),
                   expected[u"case3_payment_end_of_period"].toDouble(), relative));
    QVERIFY(
        agrees(Equity::marginMultiple(r, d), expected[u"margin_multiple"].toDouble(), relative));
    QVERIFY(agrees(Equity::finiteResidualValue(m, r, d, 10),
                   expected[u"finite_10_periods_case2"].toDouble(), relative));
    QVERIFY(agrees(Equity::growingResidualValue(m, r, d, 0.03),
                   expected[u"with_margin_growth_3pct_case2"].toDouble(), relative));
    QVERIFY(agrees(Equity::retentionElasticity(r, d),
                   expected[u"retention_elasticity_case2"].toDouble(), relative));
}

void TestValuation::withoutConvergenceThereIsNoValue()
{
    QVERIFY(std::isnan(Equity::marginMultiple(1.1, 0.05)));
    QVERIFY(std::isnan(Equity::growingResidualValue(100, 0.9, 0.1, 0.3)));
    QVERIFY(std::isnan(Equity::discountedResidualLifetime({1, 1}, 0, 0)));
    QCOMPARE(Equity::finiteResidualValue(100, 1, 0, 7), 700.0);
}

void TestValuation::cohortsAgreeWithTheHandout()
{
    const QJsonObject test = entry(u"cohort-valuation-case1"_s);
    const QJsonObject in = test[u"inputs"].toObject();
    const QJsonObject expected = test[u"expected"].toObject();
    const double relative = test[u"tolerance"][u"rel"].toDouble();
    const Equity::RenewalChances chances{in[u"alpha"].toDouble(), in[u"beta"].toDouble()};
    const double discount = in[u"annual_discount"].toDouble();
    const QStringList years{u"2004"_s, u"2003"_s, u"2002"_s, u"2001"_s,
                            u"2000"_s}; // youngest first
    std::vector<double> acquired;
    for (const QString &year : years)
        acquired.push_back(in[u"cohorts_new"][year].toDouble());
    const std::vector<Equity::CohortValue> values =
        Equity::valueCohorts(acquired, chances, discount);
    double total = 0;
    for (std::size_t age = 0; age < values.size(); ++age) {
        QVERIFY(agrees(values[age].active,
                       expected[u"active_by_cohort"][years[qsizetype(age)]].toDouble(), relative));
        QVERIFY(agrees(values[age].perCustomer,
                       expected[u"derl_by_cohort"][years[qsizetype(age)]].toDouble(), relative));
        total += values[age].active * values[age].perCustomer;
    }
    QVERIFY(agrees(total, expected[u"total"].toDouble(), relative));
    QVERIFY(agrees(Equity::naiveCohortValue(acquired, chances, discount),
                   expected[u"naive_total"].toDouble(), relative));
}

/// With very large α and β everybody renews with the same chance: the closed form of case 2, paid
/// now.
void TestValuation::aCohortOfEqualCustomersNeedsNoHeterogeneity()
{
    const Equity::RenewalChances equal{2e9, 8e9};
    QVERIFY(agrees(Equity::discountedResidualLifetime(equal, 3, 0.1),
                   Equity::marginMultiple(0.8, 0.1) * 1.1, 1e-6));
}

void TestValuation::firmsAgreeWithTheArticle_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"gls-amazoncom", "gls-ameritrade", "gls-etrade"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestValuation::firmsAgreeWithTheArticle()
{
    QFETCH(QString, id);
    const QJsonObject test = entry(id);
    const QJsonObject in = test[u"inputs"].toObject();
    const QJsonObject expected = test[u"expected"].toObject();
    const QJsonObject tolerance = test[u"tolerance"].toObject();
    const double relative = tolerance[u"own_rel"].toDouble();
    const Equity::Firm firm = firmOf(test[u"company"].toString());
    QVERIFY(firm.customers > 0);
    const Equity::FirmTerms terms{in[u"annual_discount"].toDouble(), in[u"tax"].toDouble(),
                                  in[u"valuation_quarter_index"].toDouble()};
    QVERIFY(agrees(Equity::discountedFutureCustomers(firm, terms),
                   expected[u"discounted_future_adds_million"].toDouble(), relative));
    const double value = Equity::firmValue(firm, terms);
    QVERIFY(agrees(value, expected[u"value_million"].toDouble(), relative));
    QVERIFY(agrees(value / 1000, test[u"published"][u"value_billion"].toDouble(),
                   tolerance[u"published_rel"].toDouble()));

    const auto gain = [&](auto change) {
        Equity::Firm changed = firm;
        change(changed);
        return (Equity::firmValue(changed, terms) / value - 1) * 100;
    };
    const double within = tolerance[u"elasticity_abs"].toDouble();
    const double byMargin = gain([](Equity::Firm &changed) { changed.quarterlyMargin *= 1.01; });
    const double byCost = gain([](Equity::Firm &changed) { changed.acquisitionCost *= 0.99; });
    const double byRetention = gain([](Equity::Firm &changed) { changed.annualRetention *= 1.01; });
    QVERIFY(std::abs(byRetention - expected[u"pct_gain_1pct_retention"].toDouble()) <= within);
    QVERIFY(std::abs(byMargin - expected[u"pct_gain_1pct_margin"].toDouble()) <= within);
    QVERIFY(std::abs(byCost - expected[u"pct_gain_1pct_acquisition_cost"].toDouble()) <= within);
}

void TestValuation::accountingBridgeAgreesWithTheWorkedCase()
{
    const QJsonObject test = entry(u"equity-waterfall-a"_s);
    const QJsonObject expected = test[u"expected"].toObject();
    const double within = test[u"tolerance"][u"abs"].toDouble();
    std::vector<Equity::CustomerAtTwoDates> customers;
    const QJsonArray rows = test[u"inputs"][u"rows"].toArray();
    for (const QJsonValue &row : rows) {
        using Status = Equity::CustomerAtTwoDates::Status;
        const QString status = row[1].toString();
        customers.push_back({status == u"new"_s    ? Status::New
                             : status == u"lost"_s ? Status::Lost
                                                   : Status::Stays,
                             row[2].toDouble(), row[3].toDouble(), row[4].toDouble()});
    }
    QVERIFY(!customers.empty());
    const Equity::AccountingBridge bridge =
        Equity::accountingBridge(customers, test[u"inputs"][u"period_discount"].toDouble());
    const auto check = [&](double value, QStringView name) {
        QVERIFY2(std::abs(value - expected[name].toDouble()) <= within,
                 qPrintable(u"%1: %2"_s.arg(name).arg(value)));
    };
    check(bridge.opening, u"opening");
    check(bridge.unwind, u"unwind_of_discount");
    check(bridge.marginRealised, u"margin_realised");
    check(bridge.acquired, u"new_customers");
    check(bridge.lost, u"lost_customers");
    check(bridge.revaluation, u"revaluation_of_stayers");
    check(bridge.closing, u"closing");
    check(bridge.opening + bridge.unwind + bridge.marginRealised + bridge.acquired + bridge.lost
              + bridge.revaluation,
          u"closing");
}

QTEST_GUILESS_MAIN(TestValuation)
#include "tst_valuation.moc"
