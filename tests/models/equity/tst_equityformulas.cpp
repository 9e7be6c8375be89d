#include "models/equity/brandchoice.h"
#include "models/equity/migration.h"
#include "models/equity/spendresponse.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

/// Migration between states, spend on winning and keeping, choice between brands: against worked
/// cases, and where the answer is known without any.
class TestEquityFormulas : public QObject
{
    Q_OBJECT

private slots:
    void migrationAgreesWithTheWorkedCase();
    void migrationOfOneStateIsAnAnnuity();
    void longSumsApproachTheValueWithoutEnd();
    void impossibleMigrationsHaveNoValue_data();
    void impossibleMigrationsHaveNoValue();
    void policiesAgreeWithTheWorkedCase();
    void spendAgreesWithTheWorkedCase();
    void noSpendNearTheBestOneIsBetter_data();
    void noSpendNearTheBestOneIsBetter();
    void nothingIsSpentWhereNobodyIsWorthWinning();
    void impossibleResponsesHaveNoPlan_data();
    void impossibleResponsesHaveNoPlan();
    void brandsAgreeWithTheWorkedCase();
    void equalBrandsShareTheMarket();
    void hugeUtilitiesStayProbabilities();
    void initiativeNeedsABrandAndACost();
};

namespace {

QJsonObject entry(const QString &id)
{
    QFile file(QStringLiteral(QEEMA_SHARED_DIR "/reference/clv_reference.json"));
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

std::vector<double> numbers(const QJsonValue &array)
{
    std::vector<double> result;
    for (const QJsonValue &value : array.toArray())
        result.push_back(value.toDouble());
    return result;
}

Equity::Transitions matrix(const QJsonValue &rows)
{
    Equity::Transitions result;
    for (const QJsonValue &row : rows.toArray())
        result.push_back(numbers(row));
    return result;
}

bool agrees(double value, double expected, double relative)
{
    if (std::abs(value - expected) <= relative * std::abs(expected)
        || (expected == 0 && std::abs(value) < relative))
        return true;
    qInfo("%.12g instead of %.12g", value, expected);
    return false;
}

bool agree(const std::vector<double> &values, const std::vector<double> &expected, double relative)
{
    if (values.size() != expected.size())
        return false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!agrees(values[i], expected[i], relative))
            return false;
    }
    return true;
}

} // namespace

#define REFERENCE(id)                                                                              \
    entry(id);                                                                                     \
    if (test.isEmpty())                                                                            \
    QSKIP("The reference numbers are not on this machine.")

void TestEquityFormulas::migrationAgreesWithTheWorkedCase()
{
    const QJsonObject test = REFERENCE(u"markov-clv-a"_s);
    const QJsonObject in = test[u"inputs"].toObject();
    const QJsonObject expected = test[u"expected"].toObject();
    const double relative = test[u"tolerance"][u"rel"].toDouble();
    const double discount = in[u"discount"].toDouble();
    const Equity::Transitions transitions = matrix(in[u"transition"]);
    const std::vector<double> reward = numbers(in[u"reward"]);
    QVERIFY(agree(Equity::migrationValue(transitions, reward, discount),
                  numbers(expected[u"value_infinite"]), relative));
    QVERIFY(agree(Equity::migrationValue(transitions, reward, discount, 5),
                  numbers(expected[u"value_five_terms_t0_to_t4"]), relative));
}

void TestEquityFormulas::migrationOfOneStateIsAnAnnuity()
{
    const std::vector<double> reward{100};
    QVERIFY(agrees(Equity::migrationValue({{1}}, reward, 0.25).front(), 500, 1e-12));
    QVERIFY(agrees(Equity::migrationValue({{1}}, reward, 0, 7).front(), 700, 1e-12));
    QVERIFY(agrees(Equity::migrationValue({{1}}, reward, 0.25, 0).front(), 0, 1e-12));
}

void TestEquityFormulas::longSumsApproachTheValueWithoutEnd()
{
    const Equity::Transitions transitions{{0.5, 0.3, 0.2}, {0.1, 0.6, 0.3}, {0, 0, 1}};
    const std::vector<double> reward{10, 3, 0};
    QVERIFY(agree(Equity::migrationValue(transitions, reward, 0.1, 600),
                  Equity::migrationValue(transitions, reward, 0.1), 1e-10));
}

void TestEquityFormulas::impossibleMigrationsHaveNoValue_data()
{
    QTest::addColumn<std::vector<std::vector<double>>>("transitions");
    QTest::addColumn<double>("discount");
    using Rows = std::vector<std::vector<double>>;
    QTest::newRow("no state") << Rows{} << 0.1;
    QTest::newRow("not square") << Rows{{1, 0}} << 0.1;
    QTest::newRow("too many rows") << Rows{{1, 0}, {0, 1}, {0, 1}} << 0.1;
    QTest::newRow("chances above one") << Rows{{0.9, 0.2}, {0, 1}} << 0.1;
    QTest::newRow("negative chance") << Rows{{1.1, -0.1}, {0, 1}} << 0.1;
    QTest::newRow("not a number") << Rows{{std::nan(""), 1}, {0, 1}} << 0.1;
    QTest::newRow("no discount") << Rows{{1, 0}, {0, 1}} << 0.0;
    QTest::newRow("discount of -1") << Rows{{1, 0}, {0, 1}} << -1.0;
}

void TestEquityFormulas::impossibleMigrationsHaveNoValue()
{
    QFETCH(std::vector<std::vector<double>>, transitions);
    QFETCH(double, discount);
    const std::vector<double> reward{1, 2};
    QVERIFY(Equity::migrationValue(transitions, reward, discount).empty());
}

void TestEquityFormulas::policiesAgreeWithTheWorkedCase()
{
    const QJsonObject test = REFERENCE(u"markov-clv-a"_s);
    const QJsonObject in = test[u"inputs"].toObject();
    const QJsonObject expected =
        test[u"expected"][u"value_of_just_bought_customer_by_policy"].toObject();
    const double relative = test[u"tolerance"][u"rel"].toDouble();
    const Equity::RecencyPolicy policy{
        numbers(in[u"purchase_probability"]), in[u"net_contribution"].toDouble(),
        in[u"marketing_cost"].toDouble(), in[u"discount"].toDouble()};
    QCOMPARE(expected.size(), 4);
    for (int last = 1; last <= 4; ++last)
        QVERIFY(agrees(Equity::valueOfPolicy(policy, last),
                       expected[u"drop_after_recency_%1"_s.arg(last)].toDouble(), relative));
    QVERIFY(std::isnan(Equity::valueOfPolicy(policy, 0)));
    QVERIFY(std::isnan(Equity::valueOfPolicy(policy, 5)));
}

void TestEquityFormulas::spendAgreesWithTheWorkedCase()
{
    const QJsonObject test = REFERENCE(u"blattberg-deighton-a"_s);
    const QJsonObject in = test[u"inputs"].toObject();
    const QJsonObject expected = test[u"expected"].toObject();
    const QJsonObject tolerance = test[u"tolerance"].toObject();
    const double acquisitionSpend = in[u"current_acquisition_spend_per_prospect"].toDouble();
    const double retentionSpend = in[u"current_retention_spend_per_customer"].toDouble();
    Equity::SpendProblem problem;
    problem.margin = in[u"margin"].toDouble();
    problem.discount = in[u"discount"].toDouble();
    problem.acquisition =
        Equity::responseThrough(in[u"current_acquisition_rate"].toDouble(), acquisitionSpend,
                                in[u"acquisition_ceiling"].toDouble());
    problem.retention =
        Equity::responseThrough(in[u"current_retention_rate"].toDouble(), retentionSpend,
                                in[u"retention_ceiling"].toDouble());
    const double kRelative = tolerance[u"k_rel"].toDouble();
    QVERIFY(agrees(problem.acquisition.k, expected[u"ka"].toDouble(), kRelative));
    QVERIFY(agrees(problem.retention.k, expected[u"kr"].toDouble(), kRelative));
    const double equityRelative = tolerance[u"optimum_equity_rel"].toDouble();
    QVERIFY(agrees(Equity::equityOfSpend(problem, acquisitionSpend, retentionSpend).equity,
                   expected[u"current_equity"].toDouble(), equityRelative));
    const Equity::SpendPlan best = Equity::bestSpend(problem);
    const double spendRelative = tolerance[u"spend_rel"].toDouble();
    QVERIFY(agrees(best.acquisitionSpend, expected[u"optimal_acquisition_spend"].toDouble(),
                   spendRelative));
    QVERIFY(agrees(best.retentionSpend, expected[u"optimal_retention_spend"].toDouble(),
                   spendRelative));
    QVERIFY(agrees(best.acquisitionRate, expected[u"optimal_acquisition_rate"].toDouble(),
                   spendRelative));
    QVERIFY(agrees(best.retentionRate, expected[u"optimal_retention_rate"].toDouble(),
                   spendRelative));
    QVERIFY(agrees(best.equity, expected[u"optimal_equity"].toDouble(), equityRelative));
}

void TestEquityFormulas::noSpendNearTheBestOneIsBetter_data()
{
    QTest::addColumn<double>("margin");
    QTest::addColumn<double>("ka");
    QTest::addColumn<double>("kr");
    QTest::addColumn<double>("discount");
    QTest::newRow("dear customers") << 500.0 << 0.02 << 0.05 << 0.1;
    QTest::newRow("hardly any response") << 80.0 << 0.2 << 1e-4 << 0.1;
    QTest::newRow("no discount") << 30.0 << 0.5 << 0.3 << 0.0;
    QTest::newRow("steep response") << 10.0 << 50.0 << 50.0 << 0.3;
}

void TestEquityFormulas::noSpendNearTheBestOneIsBetter()
{
    QFETCH(double, margin);
    QFETCH(double, ka);
    QFETCH(double, kr);
    QFETCH(double, discount);
    const Equity::SpendProblem problem{margin, {0.3, ka}, {0.9, kr}, discount};
    const Equity::SpendPlan best = Equity::bestSpend(problem);
    QVERIFY(best.equity > 0);
    for (int i = 0; i <= 200; ++i) {
        for (int j = 0; j <= 200; ++j) {
            const double acquisition = best.acquisitionSpend * i / 100 + (i == 0 ? 0 : 1e-3);
            const double retention = margin * j / 200;
            QVERIFY(Equity::equityOfSpend(problem, acquisition, retention).equity
                    <= best.equity * (1 + 1e-9));
        }
    }
}

void TestEquityFormulas::nothingIsSpentWhereNobodyIsWorthWinning()
{
    const Equity::SpendPlan best = Equity::bestSpend({1, {0.1, 0.01}, {0.5, 0.01}, 0.1});
    QCOMPARE(best.acquisitionSpend, 0.0);
    QCOMPARE(best.retentionSpend, 0.0);
    QCOMPARE(best.equity, 0.0);
}

void TestEquityFormulas::impossibleResponsesHaveNoPlan_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("spend");
    QTest::addColumn<double>("ceiling");
    QTest::newRow("rate at the ceiling") << 0.5 << 5.0 << 0.5;
    QTest::newRow("rate above the ceiling") << 0.6 << 5.0 << 0.5;
    QTest::newRow("ceiling above one") << 0.6 << 5.0 << 1.5;
    QTest::newRow("nothing spent") << 0.2 << 0.0 << 0.5;
    QTest::newRow("negative rate") << -0.1 << 5.0 << 0.5;
    QTest::newRow("not a number") << std::nan("") << 5.0 << 0.5;
}

void TestEquityFormulas::impossibleResponsesHaveNoPlan()
{
    QFETCH(double, rate);
    QFETCH(double, spend);
    QFETCH(double, ceiling);
    const Equity::SpendResponse response = Equity::responseThrough(rate, spend, ceiling);
    QVERIFY(std::isnan(response.k));
    QVERIFY(std::isnan(Equity::bestSpend({50, response, {0.5, 0.1}, 0.1}).equity));
}

void TestEquityFormulas::brandsAgreeWithTheWorkedCase()
{
    const QJsonObject test = REFERENCE(u"rlz-switching-a"_s);
    const QJsonObject in = test[u"inputs"].toObject();
    const QJsonObject expected = test[u"expected"].toObject();
    const double relative = test[u"tolerance"][u"rel"].toDouble();
    const QJsonObject weight = in[u"coefficients"].toObject();
    const Equity::ChoiceModel model{weight[u"inertia"].toDouble(),
                                    {weight[u"value"].toDouble(), weight[u"brand"].toDouble(),
                                     weight[u"relationship"].toDouble()}};
    Equity::Market market;
    for (const QJsonValue &row :
         in[u"driver_scores_rows_brand_cols_value_brand_relationship"].toArray())
        market.brands.push_back({row[0].toDouble(), row[1].toDouble(), row[2].toDouble()});
    market.share = numbers(in[u"initial_choice_share"]);
    market.purchasesPerYear = in[u"purchases_per_year"].toDouble();
    market.horizonYears = in[u"horizon_years"].toDouble();
    market.spend = in[u"spend_per_purchase"].toDouble();
    market.margin = in[u"margin"].toDouble();
    market.annualDiscount = in[u"annual_discount"].toDouble();
    market.customers = in[u"customers_in_market"].toDouble();

    const auto chances = Equity::switchingMatrix(model, market.brands);
    const Equity::Transitions wanted = matrix(expected[u"switching_matrix"]);
    QCOMPARE(chances.size(), wanted.size());
    for (std::size_t row = 0; row < wanted.size(); ++row)
        QVERIFY(agree(chances[row], wanted[row], relative));
    QVERIFY(agree(Equity::valuePerCustomer(model, market),
                  numbers(expected[u"clv_per_market_customer_by_brand"]), relative));
    const std::vector<double> equity = Equity::brandEquity(model, market);
    QVERIFY(agree(equity, numbers(expected[u"customer_equity_by_brand"]), relative));
    const std::vector<double> share = numbers(expected[u"customer_equity_share"]);
    for (std::size_t brand = 0; brand < share.size(); ++brand)
        QVERIFY(agrees(equity[brand] / (equity[0] + equity[1] + equity[2]), share[brand], relative));
    const Equity::InitiativeReturn gain = Equity::returnOfInitiative(
        model, market, 0, {0, 0.2, 0}, in[u"investment"].toDouble());
    QVERIFY(agrees(gain.equityGain, expected[u"delta_equity_brand_1"].toDouble(), relative));
    QVERIFY(agrees(gain.roi, expected[u"roi"].toDouble(), relative));
}

void TestEquityFormulas::equalBrandsShareTheMarket()
{
    Equity::Market market;
    market.brands.assign(4, {3, 3, 3});
    market.share = {0.25, 0.25, 0.25, 0.25};
    market.spend = 100;
    market.annualDiscount = 0;
    for (const double value : Equity::valuePerCustomer({2, {1, 1, 1}}, market))
        QVERIFY(agrees(value, 100, 1e-12)); // a quarter of the four purchases from now to year 3
}

void TestEquityFormulas::hugeUtilitiesStayProbabilities()
{
    const std::vector<Equity::DriverScores> brands{{1e4, 0, 0}, {-1e4, 0, 0}};
    for (const std::vector<double> &row : Equity::switchingMatrix({0, {1, 0, 0}}, brands)) {
        QCOMPARE(row[0], 1.0);
        QCOMPARE(row[1], 0.0);
    }
}

void TestEquityFormulas::initiativeNeedsABrandAndACost()
{
    Equity::Market market;
    market.brands.assign(2, {3, 3, 3});
    market.share = {0.5, 0.5};
    market.spend = 100;
    market.customers = 10;
    QVERIFY(std::isnan(Equity::returnOfInitiative({}, market, 2, {1, 0, 0}, 5).roi));
    QVERIFY(std::isnan(Equity::returnOfInitiative({}, market, 0, {1, 0, 0}, 0).roi));
    market.share = {1};
    QVERIFY(Equity::valuePerCustomer({}, market).empty());
}

QTEST_GUILESS_MAIN(TestEquityFormulas)
#include "tst_equityformulas.moc"
