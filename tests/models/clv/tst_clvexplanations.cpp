#include "models/clv/clvjob.h"
#include "models/clv/derivation.h"
#include "models/clv/printedformulas.h"
#include "models/clv/models.h"
#include "models/clv/simplevalue.h"
#include "tests/support/snapshotbuilder.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

/// What explains a figure: the calculation for beginners and "how was this computed".
class TestClvExplanations : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void simpleValueIsTheProduct();
    void prefillsFromTheCompanysOwnYear();
    void shortDataTakeTheHorizonAsLifetime();
    void faithfulCustomersAreCapped();
    void theStepsAddUpToTheModel();
    void theDifferenceIsSaidInWords();
    void noModelNoComparison();
    void aCustomersFigureShowsItsNumbersAndRows();
    void derivationsNameCostAndDiscounting();
    void ownParametersAreNamedWithCovariates();
    void contractsAreExplainedByTheirRenewals();
    void derivationsOfAllCustomersNeedNoRow_data();
    void derivationsOfAllCustomersNeedNoRow();
    void printedFormulasAreWhatTheModelsCompute_data();
    void printedFormulasAreWhatTheModelsCompute();
    void theHistoricMeanIsExplainedToo();

private:
    std::shared_ptr<Customers::Snapshot> m_snapshot;
    Clv::ClvResult m_result;
};

namespace {

/// Three customers over two years up to 30 June 2025.
std::shared_ptr<Customers::Snapshot> shop()
{
    SnapshotBuilder builder(3);
    builder.purchase(0, QDate(2023, 6, 1), 100'00);
    builder.purchase(0, QDate(2024, 1, 10), 100'00);
    builder.purchase(0, QDate(2025, 1, 10), 100'00);
    builder.purchase(0, QDate(2025, 6, 30), 100'00);
    builder.purchase(1, QDate(2024, 2, 1), 50'00);
    builder.purchase(2, QDate(2025, 3, 1), 40'00);
    builder.purchase(2, QDate(2025, 3, 1), 20'00); // one day, one order
    return builder.build();
}

Clv::ClvResult result()
{
    Clv::ClvResult clv;
    clv.until = QDate(2025, 6, 30);
    clv.query.until = clv.until;
    clv.query.margin = 0.5;
    clv.query.horizonPeriods = 3 * 365.25 / 7;
    clv.customers = 3;
    clv.repeatCustomers = 1;
    clv.purchaseFit.model = u"bg-nbd"_s;
    clv.purchaseFit.parameters = {{u"r"_s, 0.9, 0.05}, {u"alpha"_s, 8, 0.4}, {u"a"_s, 0.8, 0.1},
                                  {u"b"_s, 2.5, 0.3}};
    clv.purchaseFit.logLikelihood = -123.45;
    clv.purchaseFit.bic = 251.3;
    clv.purchaseFit.converged = true;
    clv.spendFit = Clv::FitSummary{};
    clv.spendFit->model = u"gamma-gamma"_s;
    clv.spendFit->parameters = {{u"p"_s, 6, 1}, {u"q"_s, 4, 0.5}, {u"gamma"_s, 15, 2}};
    auto values = std::make_shared<Clv::CustomerValues>();
    values->customer = {0, 1, 2};
    values->x = {3, 0, 0};
    values->tx = {108.571, 0, 0};
    values->T = {108.571, 73.571, 17.286};
    values->meanSpend = {100, Clv::notAvailable, Clv::notAvailable};
    values->pAlive = {0.9, 0.5, 0.8};
    values->expectedPurchases = {4, 1, 2};
    values->expectedSpend = {100, 60, 60};
    values->clv = {180, 20, 50};
    values->clvLow = {100, 0, 0};
    values->clvHigh = {260, 60, 120};
    clv.values = values;
    clv.totalClv = 250;
    clv.meanClv = 250.0 / 3;
    return clv;
}

} // namespace

void TestClvExplanations::initTestCase()
{
    m_snapshot = shop();
    m_snapshot->currency.code = u"SAR"_s;
    m_result = result();
}

void TestClvExplanations::simpleValueIsTheProduct()
{
    QCOMPARE((Clv::SimpleValue{120, 4, 2.5, 0.3}.value()), 360.0);
}

void TestClvExplanations::prefillsFromTheCompanysOwnYear()
{
    const Clv::SimpleValueSource source = Clv::simpleValueFrom(*m_snapshot, m_result);
    // From 1 July 2024: 100 + 100 of the first customer, 60 of the third.
    QCOMPARE(source.orders, 3);
    QCOMPARE(source.buyers, 2);
    QCOMPARE(source.value.orderValue, 260.0 / 3);
    QCOMPARE(source.value.ordersPerYear, 1.5);
    // The year before: the first and the second bought, only the first came back.
    QCOMPARE(source.retention, 0.5);
    QCOMPARE(source.value.lifetimeYears, 2.0);
    QCOMPARE(source.value.margin, 0.5);
    QVERIFY(!source.isLifetimeCapped);
}

void TestClvExplanations::shortDataTakeTheHorizonAsLifetime()
{
    SnapshotBuilder builder(1);
    builder.purchase(0, QDate(2024, 9, 1), 1000).purchase(0, QDate(2025, 6, 30), 1000);
    const Clv::SimpleValueSource source = Clv::simpleValueFrom(*builder.build(), m_result);
    QVERIFY(std::isnan(source.retention));
    QVERIFY(source.isLifetimeCapped);
    QCOMPARE(source.value.lifetimeYears, 3.0);
    const Clv::SimpleValueSource nothing =
        Clv::simpleValueFrom(*SnapshotBuilder(0).build(), Clv::ClvResult{});
    QCOMPARE(nothing.value.value(), 0.0);
}

void TestClvExplanations::faithfulCustomersAreCapped()
{
    SnapshotBuilder builder(1);
    builder.purchase(0, QDate(2023, 6, 1), 1000).purchase(0, QDate(2024, 3, 1), 1000);
    builder.purchase(0, QDate(2025, 3, 1), 1000);
    const Clv::SimpleValueSource source = Clv::simpleValueFrom(*builder.build(), m_result);
    QCOMPARE(source.retention, 1.0);
    QVERIFY(source.isLifetimeCapped);
    QCOMPARE(source.value.lifetimeYears, Clv::longestSimpleLifetime);
}

void TestClvExplanations::theStepsAddUpToTheModel()
{
    for (const double years : {1.0, 3.0, 5.0}) {
        const Clv::SimpleValue simple{80, 2, years, 0.5};
        const Clv::SimpleComparison steps = Clv::compareWithModel(simple, m_result);
        QCOMPARE(steps.simple, 80.0 * years);
        QVERIFY(std::abs(steps.simple + steps.horizon + steps.discount + steps.habit + steps.left
                         - m_result.meanClv)
                < 1e-9);
        QCOMPARE(steps.horizon, years > 3 ? -160.0 : 0.0); // two years of 80 beyond the horizon
        QVERIFY(steps.discount < 0);
        // Everybody alive: 180/.9, 20/.5, 50/.8.
        QVERIFY(std::abs(steps.left - (250.0 / 3 - (200 + 40 + 62.5) / 3)) < 1e-9);
        QVERIFY(std::abs(steps.goneShare - (1 - 2.2 / 3)) < 1e-12);
    }
    // Continuous discounting of 80 a year over one year at 10 %: 80 (1 - 1/1.1) / ln 1.1.
    const Clv::SimpleComparison one = Clv::compareWithModel({80, 2, 1, 0.5}, m_result);
    QVERIFY(std::abs(one.discount - (80 * (1 - 1 / 1.1) / std::log(1.1) - 80)) < 1e-9);
}

void TestClvExplanations::theDifferenceIsSaidInWords()
{
    const NumberFormat format;
    const QStringList sentences = Clv::explainDifference(
        Clv::compareWithModel({80, 2, 5, 0.5}, m_result), m_result, m_snapshot->currency, format);
    QCOMPARE(sentences.size(), 5);
    const QString all = sentences.join(u' ').replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' ');
    for (const QString &part : {u"SAR 400"_s, u"SAR 83"_s, u"\u2212SAR 160"_s, u"3.0 years"_s,
                                u"10.0 %"_s, u"about 27 %"_s})
        QVERIFY2(all.contains(part), qPrintable(all));
}

void TestClvExplanations::noModelNoComparison()
{
    Clv::ClvResult thin = m_result;
    thin.strength = Clv::DataStrength::TooThin;
    QVERIFY(Clv::explainDifference(Clv::compareWithModel({80, 2, 5, 0.5}, thin), thin,
                                   m_snapshot->currency, NumberFormat())
                .isEmpty());
}

void TestClvExplanations::aCustomersFigureShowsItsNumbersAndRows()
{
    const NumberFormat format;
    const Clv::Derivation alive =
        Clv::derive(Clv::Figure::CustomerAlive, *m_snapshot, m_result, 0, format);
    QCOMPARE(alive.result, u"0.90"_s);
    QCOMPARE(alive.parameters.size(), 4);
    QCOMPARE(alive.parameters[1].symbol, u"α"_s);
    QVERIFY(alive.parameters[1].value.contains(u"8.0000 \u200E± 0.4000"_s));
    QCOMPARE(alive.inputs[0].symbol, u"x"_s);
    QCOMPARE(alive.inputs[0].value, u"3"_s);
    QVERIFY(alive.inputs[2].value.startsWith(u"108.6"_s));
    QCOMPARE(alive.rows.size(), 4);
    QCOMPARE(alive.rows[0].role, Clv::Derivation::Role::First);
    QCOMPARE(alive.rows[3].day, QDate(2025, 6, 30));
    QCOMPARE(alive.rows[3].amount, 100.0);

    const Clv::Derivation value =
        Clv::derive(Clv::Figure::CustomerValue, *m_snapshot, m_result, 0, format);
    QCOMPARE(value.parameters.size(), 7);
    QCOMPARE(value.inputs[0].symbol, u"x"_s); // the customer's own numbers come first
    bool hasOrders = false;
    for (const Clv::Derivation::Input &input : value.inputs)
        hasOrders = hasOrders || (input.symbol == u"DET"_s && input.value == u"3.600"_s); // 180/(.5·100)
    QVERIFY(hasOrders);
    // Two orders of one day are one row with both amounts.
    const Clv::Derivation once =
        Clv::derive(Clv::Figure::CustomerOrders, *m_snapshot, m_result, 2, format);
    QCOMPARE(once.rows.size(), 1);
    QCOMPARE(once.rows[0].amount, 60.0);
    QVERIFY(Clv::derive(Clv::Figure::CustomerValue, *m_snapshot, m_result, 3, format)
                .title.isEmpty()); // no such customer
}

namespace {

QString inputOf(const Clv::Derivation &d, const QString &symbol)
{
    for (const Clv::Derivation::Input &input : d.inputs) {
        if (input.symbol == symbol)
            return QString(input.value).replace(QChar(0x00A0), u' ');
    }
    return {};
}

} // namespace

void TestClvExplanations::derivationsNameCostAndDiscounting()
{
    const NumberFormat format;
    Clv::Derivation plain =
        Clv::derive(Clv::Figure::CustomerValue, *m_snapshot, m_result, 0, format);
    QVERIFY(inputOf(plain, u"c"_s).isEmpty());
    QCOMPARE(inputOf(plain, u"Δ"_s), u"as it comes"_s);
    QVERIFY(plain.formulas.join(u' ').contains(u"∫₀ᴴ"_s));

    // m · E · DET − c · DAT gives back the value, with the time as a customer by the model.
    Clv::ClvResult costly = m_result;
    costly.query.retentionCost = 26;
    costly.query.discounting = Clv::Discounting::Monthly;
    const Clv::Derivation d =
        Clv::derive(Clv::Figure::CustomerValue, *m_snapshot, costly, 0, format);
    QVERIFY(inputOf(d, u"c"_s).contains(u"26"_s));
    QCOMPARE(inputOf(d, u"Δ"_s), u"at the month's end"_s);
    QVERIFY(d.formulas.join(u' ').contains(u"− c · DAT"_s));
    QVERIFY(d.formulas.join(u' ').contains(u"months"_s));
    const double det = inputOf(d, u"DET"_s).toDouble();
    const double years = inputOf(d, u"DAT"_s).toDouble();
    QVERIFY(years > 0 && years < 4);
    const double margin = costly.query.margin;
    const double worth = margin * costly.values->expectedSpend[0] * det - 26 * years;
    QVERIFY2(std::abs(worth - costly.values->clv[0]) < 0.1,
             qPrintable(u"%1 instead of %2"_s.arg(worth).arg(costly.values->clv[0])));
    costly.query.discounting = Clv::Discounting::Yearly;
    QCOMPARE(inputOf(Clv::derive(Clv::Figure::TotalValue, *m_snapshot, costly, 0, format), u"Δ"_s),
             u"at the year's end"_s);
}

void TestClvExplanations::ownParametersAreNamedWithCovariates()
{
    Clv::ClvResult result = m_result;
    auto values = std::make_shared<Clv::CustomerValues>(*m_result.values);
    values->shifts.assign(3 * values->size(), 0.0); // alpha, a and b of BG/NBD
    values->shifts[0] = std::log(0.5);
    result.values = values;
    result.purchaseFit.parameters.append({u"trans.sector=Retail"_s, 0.693, 0.1});
    const Clv::Derivation d =
        Clv::derive(Clv::Figure::CustomerValue, *m_snapshot, result, 0, NumberFormat());
    QCOMPARE(inputOf(d, u"α"_s), u"4.0000"_s); // half of 8
    QVERIFY(!d.parameters[4].meaning.isEmpty());
    QVERIFY(d.parameters[4].meaning.contains(u"sector=Retail"_s));
}

void TestClvExplanations::contractsAreExplainedByTheirRenewals()
{
    Customers::Snapshot snapshot;
    snapshot.customerRow = {1};
    snapshot.purchases.first = {0, 0};
    snapshot.subscriptions.customer = {0, 0};
    snapshot.subscriptions.startedDay = {19000, 19500};
    snapshot.subscriptions.endedDay = {19100, INT32_MIN};
    snapshot.subscriptions.price = {2000, 2500};
    Clv::ClvResult result;
    result.query.model = Clv::Model::Sbg;
    result.query.period = PeriodUnit::Month;
    result.until = QDate(1970, 1, 1).addDays(20000);
    result.purchaseFit.model = u"sbg"_s;
    result.purchaseFit.parameters = {{u"alpha"_s, 0.7, 0.1}, {u"beta"_s, 4, 0.5}};
    auto values = std::make_shared<Clv::CustomerValues>();
    values->customer = {0};
    values->x = {16};
    values->tx = {16};
    values->T = {16.4};
    values->meanSpend = {25};
    values->pAlive = {1};
    values->expectedPurchases = {9.5};
    values->expectedSpend = {25};
    values->clv = {180};
    values->realised = {400};
    result.values = values;
    const Clv::Derivation d =
        Clv::derive(Clv::Figure::CustomerValue, snapshot, result, 0, NumberFormat());
    QCOMPARE(inputOf(d, u"n"_s), u"16"_s);
    QVERIFY(inputOf(d, u"v"_s).contains(u"25"_s));
    QVERIFY(d.formulas.join(u' ').contains(u"B(α, β+t)"_s));
    QVERIFY(inputOf(d, u"x"_s).isEmpty());
    QCOMPARE(d.rows.size(), 2);
    QCOMPARE(d.rows[1].role, Clv::Derivation::Role::Contract);
    QCOMPARE(d.rows[1].amount, 25.0);
    // The other figures speak of contracts too, and none of orders.
    const std::pair<Clv::Figure, QString> others[] = {
        {Clv::Figure::CustomerAlive, u"running"_s},
        {Clv::Figure::CustomerOrders, u"16"_s},
        {Clv::Figure::CustomerGap, u"16.4"_s},
        {Clv::Figure::CustomerExpected, u"9.5"_s},
        {Clv::Figure::CustomerSpend, u"25"_s},
        {Clv::Figure::CustomerInterval, u"–"_s}};
    for (const auto &[figure, shown] : others) {
        const Clv::Derivation other = Clv::derive(figure, snapshot, result, 0, NumberFormat());
        QVERIFY2(other.result.contains(shown), qPrintable(other.title + u": "_s + other.result));
        QCOMPARE(inputOf(other, u"n"_s), u"16"_s);
        QCOMPARE(other.rows.size(), 2);
        for (const QString &words : {other.title, other.meaning})
            QVERIFY2(!words.contains(u"order"_s, Qt::CaseInsensitive), qPrintable(words));
    }
}

void TestClvExplanations::derivationsOfAllCustomersNeedNoRow_data()
{
    QTest::addColumn<Clv::Figure>("figure");
    QTest::addColumn<QString>("result");
    QTest::newRow("mean") << Clv::Figure::MeanValue << u"SAR 83.33"_s;
    QTest::newRow("total") << Clv::Figure::TotalValue << u"SAR 250"_s;
    QTest::newRow("BIC") << Clv::Figure::Bic << u"251.3"_s;
    QTest::newRow("holdout not there") << Clv::Figure::HoldoutError << u"–"_s;
}

void TestClvExplanations::derivationsOfAllCustomersNeedNoRow()
{
    QFETCH(const Clv::Figure, figure);
    QFETCH(const QString, result);
    Clv::Derivation d = Clv::derive(figure, *m_snapshot, m_result, 99, NumberFormat());
    QCOMPARE(d.result.replace(QChar(0x00A0), u' '), result);
    QVERIFY(!d.title.isEmpty() && !d.meaning.isEmpty());
}

void TestClvExplanations::printedFormulasAreWhatTheModelsCompute_data()
{
    QTest::addColumn<Clv::Model>("model");
    QTest::addColumn<QList<double>>("parameters");
    QTest::addColumn<int>("k");
    QTest::newRow("NBD") << Clv::Model::Nbd << QList<double>{0.9, 8} << 1;
    QTest::newRow("Pareto/NBD") << Clv::Model::ParetoNbd << QList<double>{0.9, 8, 0.6, 12} << 1;
    QTest::newRow("BG/NBD") << Clv::Model::BgNbd << QList<double>{0.9, 8, 0.8, 2.5} << 1;
    QTest::newRow("MBG/NBD") << Clv::Model::MbgNbd << QList<double>{0.9, 8, 0.8, 2.5} << 1;
    QTest::newRow("BG/CNBD-3") << Clv::Model::BgCnbdK << QList<double>{0.9, 8, 0.8, 2.5} << 3;
    QTest::newRow("MBG/CNBD-2") << Clv::Model::MbgCnbdK << QList<double>{0.9, 8, 0.8, 2.5} << 2;
    QTest::newRow("GGom/NBD") << Clv::Model::GgomNbd << QList<double>{0.9, 8, 1.5, 0.02, 0.6} << 1;
}

/// The formulas shown to people, evaluated as written, give the model's own P(alive).
void TestClvExplanations::printedFormulasAreWhatTheModelsCompute()
{
    QFETCH(const Clv::Model, model);
    QFETCH(const QList<double>, parameters);
    QFETCH(const int, k);
    QVERIFY(!Clv::aliveFormula(model).formulas.isEmpty());
    QVERIFY(!Clv::expectedFormula(model).formulas.isEmpty());
    QVERIFY(!Clv::aliveFormula(model).source.isEmpty());
    const double r = parameters[0];
    const double alpha = parameters[1];
    const auto integral = [](const std::function<double(double)> &f, double from, double until) {
        constexpr int steps = 20000;
        double sum = 0;
        for (int i = 0; i < steps; ++i)
            sum += f(from + (until - from) * (i + 0.5) / steps);
        return sum * (until - from) / steps;
    };
    for (const auto &[x, tx, T] : {std::tuple(0.0, 0.0, 30.0), std::tuple(1.0, 5.0, 40.0),
                                   std::tuple(7.0, 60.0, 90.0)}) {
        double expected = 1;
        if (model == Clv::Model::ParetoNbd) {
            const double s = parameters[2];
            const double beta = parameters[3];
            const double first = std::pow(alpha + T, -(r + x)) * std::pow(beta + T, -s);
            const double I = integral(
                [&](double u) {
                    return std::pow(alpha + u, -(r + x)) * std::pow(beta + u, -(s + 1));
                },
                tx, T);
            expected = first / (first + s * I);
        } else if (model == Clv::Model::GgomNbd) {
            const double beta = parameters[2];
            const double b = parameters[3];
            const double s = parameters[4];
            const double A = std::pow(alpha + T, -(r + x))
                             * std::pow(beta / (beta - 1 + std::exp(b * T)), s);
            const double B = integral(
                [&](double u) {
                    return std::pow(alpha + u, -(r + x)) * b * s * std::pow(beta, s)
                           * std::exp(b * u) / std::pow(beta - 1 + std::exp(b * u), s + 1);
                },
                tx, T);
            expected = A / (A + B);
        } else if (model != Clv::Model::Nbd) {
            const bool isModified = model == Clv::Model::MbgNbd || model == Clv::Model::MbgCnbdK;
            double S = 0;
            for (int j = 0; j < k; ++j)
                S += std::exp(std::lgamma(r + k * x + j) - std::lgamma(r + k * x)
                              - std::lgamma(j + 1.0))
                     * std::pow((T - tx) / (alpha + T), j);
            S *= std::pow((alpha + tx) / (alpha + T), r + k * x);
            const double a = parameters[2];
            const double b = parameters[3];
            const double odds = isModified ? a / (b + x) / S : x > 0 ? a / (b + x - 1) / S : 0;
            expected = 1 / (1 + odds);
        }
        const std::vector<double> values(parameters.begin(), parameters.end());
        const double actual = Clv::purchaseModel(model, k)->pAlive(values, x, tx, T);
        QVERIFY2(std::abs(actual - expected) < 2e-6,
                 qPrintable(u"x = %1: %2 against %3"_s.arg(x).arg(actual).arg(expected)));
    }
}

void TestClvExplanations::theHistoricMeanIsExplainedToo()
{
    Clv::ClvResult thin = m_result;
    thin.strength = Clv::DataStrength::TooThin;
    thin.remark = u"Too few."_s;
    thin.purchaseFit = {};
    thin.spendFit.reset();
    const Clv::Derivation value =
        Clv::derive(Clv::Figure::CustomerValue, *m_snapshot, thin, 0, NumberFormat());
    QCOMPARE(value.meaning, u"Too few."_s);
    QVERIFY(value.parameters.isEmpty());
    QCOMPARE(value.rows.size(), 4);
    QVERIFY(!Clv::derive(Clv::Figure::CustomerAlive, *m_snapshot, thin, 0, NumberFormat())
                 .meaning.isEmpty());
}

QTEST_GUILESS_MAIN(TestClvExplanations)
#include "tst_clvexplanations.moc"
