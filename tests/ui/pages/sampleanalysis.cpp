#include "tests/ui/pages/sampleanalysis.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Sample {

namespace {

const QDate lastDay(2025, 6, 30);

Customers::SnapshotPtr makeSnapshot()
{
    auto snapshot = std::make_shared<Customers::Snapshot>();
    snapshot->currency.code = u"SAR"_s;
    snapshot->version = u"sample"_s;
    snapshot->extent = {QDate(2023, 1, 1), lastDay};
    snapshot->purchaseExtent = snapshot->extent;
    Customers::CodedColumn sector;
    sector.field = u"sector"_s;
    sector.title = u"Sector"_s;
    sector.values = {QString(), u"Hospitality"_s, u"Retail"_s};
    Customers::CodedColumn city;
    city.field = u"city"_s;
    city.title = u"City"_s;
    city.values = {QString(), u"Riyadh"_s, u"Jeddah"_s, u"Dammam"_s};
    snapshot->purchases.epoch = epochSeconds(QDate(2023, 1, 1));
    snapshot->purchases.categories = {QString(), u"linen"_s};
    snapshot->events.epoch = snapshot->purchases.epoch;
    snapshot->events.names = {u"demo_request"_s};
    const auto offset = [&](const QDate &day) {
        return std::uint32_t(epochSeconds(day) - snapshot->purchases.epoch);
    };
    for (int customer = 0; customer < customers; ++customer) {
        snapshot->customerRow.push_back(1000 + customer);
        sector.code.push_back(std::uint16_t(1 + customer % 2));
        city.code.push_back(std::uint16_t(1 + customer % 3));
        snapshot->purchases.first.push_back(std::uint32_t(snapshot->purchases.time.size()));
        snapshot->events.first.push_back(std::uint32_t(snapshot->events.time.size()));
        snapshot->events.time.push_back(offset(QDate(2023, 6, 1)));
        snapshot->events.name.push_back(0);
        snapshot->events.row.push_back(std::uint32_t(customer + 1));
        for (int order = 0; order <= customer % 4; ++order) {
            snapshot->purchases.time.push_back(
                offset(QDate(2023, 7, 1).addDays(100 * order + customer % 50)));
            snapshot->purchases.amount.push_back(50000 + 100 * customer);
            snapshot->purchases.category.push_back(1);
            snapshot->purchases.row.push_back(std::uint32_t(snapshot->purchases.time.size()));
        }
        snapshot->acquiredDay.push_back(std::int32_t(QDate(1970, 1, 1).daysTo(QDate(2023, 7, 1))));
        snapshot->acquisitionCost.push_back(100000);
    }
    snapshot->purchases.first.push_back(std::uint32_t(snapshot->purchases.time.size()));
    snapshot->events.first.push_back(std::uint32_t(snapshot->events.time.size()));
    snapshot->coded = {sector, city};
    return snapshot;
}

Clv::ClvResult makeClv(const Options &options)
{
    Clv::ClvResult clv;
    clv.until = lastDay;
    clv.query.until = lastDay;
    clv.query.horizonPeriods = 156;
    clv.query.margin = 0.3;
    clv.customers = customers;
    clv.repeatCustomers = 150;
    clv.activeCustomers = 120;
    auto values = std::make_shared<Clv::CustomerValues>();
    for (int position = 0; position < customers; ++position) {
        values->customer.push_back(Customers::CustomerIndex(position));
        values->x.push_back(std::uint32_t(position % 4));
        values->tx.push_back(position % 4 * 100 / 7.0);
        values->T.push_back(104 - position % 50 / 7.0);
        values->meanSpend.push_back(position % 4 > 0 ? 500.0 + position : Clv::notAvailable);
        values->pAlive.push_back(position / double(customers));
        values->expectedPurchases.push_back(position / 20.0);
        values->expectedSpend.push_back(500);
        values->clv.push_back(clvOf(position));
        values->clvLow.push_back(0.8 * clvOf(position));
        values->clvHigh.push_back(1.3 * clvOf(position));
        clv.totalClv += clvOf(position);
    }
    clv.values = values;
    clv.meanClv = clv.totalClv / customers;
    clv.meanClvLow = 9500;
    clv.meanClvHigh = 10700;
    clv.totalLow = 9500.0 * customers;
    clv.totalHigh = 10700.0 * customers;
    if (options.thinData) {
        clv.strength = Clv::DataStrength::TooThin;
        clv.remark = u"Only 12 customers bought more than once: historic means are shown."_s;
        return clv;
    }
    clv.purchaseFit.model = Clv::modelName(Clv::Model::BgNbd);
    clv.purchaseFit.parameters = {{u"r"_s, 0.243, 0.012},
                                  {u"alpha"_s, 4.414, 0.378},
                                  {u"a"_s, 0.793, 0.186},
                                  {u"b"_s, 2.426, 0.705}};
    clv.purchaseFit.logLikelihood = -9582.4;
    clv.purchaseFit.bic = 19190.1;
    clv.purchaseFit.converged = true;
    clv.spendFit = Clv::FitSummary{};
    clv.spendFit->model = Clv::spendModelName(Clv::SpendModel::GammaGamma);
    clv.spendFit->parameters = {
        {u"p"_s, 6.25, 1.19}, {u"q"_s, 3.74, 0.29}, {u"gamma"_s, 15.44, 4.2}};
    clv.spendFit->converged = true;
    Clv::Holdout holdout;
    holdout.calibrationEnd = QDate(2024, 12, 31);
    holdout.until = lastDay;
    holdout.actual = 100;
    holdout.predicted = 102;
    for (int month = 0; month < 24; ++month) {
        const QDate day = periodEnd(QDate(2023, 7, 1).addMonths(month), PeriodUnit::Month);
        holdout.tracking.append({day, 40.0 + month + month % 3 * 4, 41.0 + month});
    }
    clv.holdout = holdout;
    clv.frequency.actual = {50, 50, 50, 50};
    clv.frequency.expected = {52, 47, 49, 52};
    return clv;
}

Clv::Comparison makeModels()
{
    Clv::Comparison models;
    struct Row
    {
        Clv::Model model;
        double bic, error, mean;
    };
    for (const Row &row : {Row{Clv::Model::BgNbd, 19190.1, 0.02, 10050},
                           Row{Clv::Model::ParetoNbd, 19202.5, 0.03, 10010},
                           Row{Clv::Model::MbgNbd, 19240.0, -0.04, 10120}}) {
        Clv::Candidate candidate;
        candidate.model = row.model;
        candidate.fit.model = Clv::modelName(row.model);
        candidate.fit.bic = row.bic;
        candidate.fit.converged = true;
        candidate.holdoutError = row.error;
        candidate.meanClv = row.mean;
        models.candidates.append(candidate);
    }
    Clv::Candidate mean;
    mean.isHistoricMean = true;
    mean.holdoutError = 0.184;
    mean.meanClv = 13000;
    models.candidates.append(mean);
    models.recommended = 0;
    models.reason = u"BG/NBD predicts the holdout best."_s;
    return models;
}

Equity::EquityResult makeEquity(const Clv::ClvResult &clv)
{
    Equity::EquityResult equity;
    equity.currency.code = u"SAR"_s;
    const double totals[] = {1.5e6, 1.7e6, 1.8e6, clv.totalClv};
    const QDate ends[] = {{2024, 9, 30}, {2024, 12, 31}, {2025, 3, 31}, lastDay};
    for (int quarter = 0; quarter < 4; ++quarter) {
        Equity::EquityPoint point;
        point.date = ends[quarter];
        point.customers = 170 + 10 * quarter;
        point.equity = totals[quarter];
        point.meanClv = totals[quarter] / double(point.customers);
        point.low = 0.95 * totals[quarter];
        point.high = 1.06 * totals[quarter];
        point.method = u"bg-nbd"_s;
        equity.series.append(point);
        if (quarter == 0)
            continue;
        Equity::EquityBridge bridge;
        bridge.from = ends[quarter - 1];
        bridge.until = ends[quarter];
        bridge.opening = totals[quarter - 1];
        bridge.closing = totals[quarter];
        const double growth = bridge.closing - bridge.opening;
        bridge.acquired = 100000;
        bridge.expansion = 200000 + growth;
        bridge.contraction = 120000;
        bridge.churned = 180000;
        bridge.acquiredCustomers = 10;
        bridge.expansionCustomers = 60;
        bridge.contractionCustomers = 50;
        bridge.churnedCustomers = 8;
        equity.bridges.append(bridge);
    }
    return equity;
}

Lifecycle::LifecycleView makeLifecycle(const Insights::PeriodFilter &filter)
{
    Lifecycle::LifecycleView view;
    view.funnel.lifecycle = Lifecycle::businessTemplate();
    view.funnel.period = filter.period;
    view.funnel.comparison = filter.comparison;
    view.funnel.windowDays = 90;
    const qint64 counts[] = {1000, 500, 300, 120, 40};
    const qint64 previous[] = {900, 430, 270, 118, 30};
    for (qsizetype stage = 0; stage < view.funnel.lifecycle.stages.size(); ++stage) {
        Lifecycle::StageLevel level;
        level.count = counts[stage];
        level.previousCount = previous[stage];
        level.shareOfAll = double(counts[stage]) / double(counts[0]);
        if (stage > 0) {
            level.stepRate = double(counts[stage]) / double(counts[stage - 1]);
            level.previousStepRate = double(previous[stage]) / double(previous[stage - 1]);
            level.dropOff = counts[stage - 1] - counts[stage];
            level.medianDays = 6.0 * double(stage);
        }
        view.funnel.levels.append(level);
    }
    view.funnel.contactToCustomer = 0.12;
    view.funnel.previousContactToCustomer = 0.113;
    view.funnel.turnedShare = 0.12;
    view.funnel.medianDaysToTurn = 34;
    view.funnel.definitionEnglish =
        u"Customers who entered Attract in the period, in order, within 90 days."_s;
    view.funnel.definitionArabic =
        u"العملاء الذين دخلوا مرحلة الجذب خلال الفترة، بالترتيب، خلال ٩٠ يومًا."_s;
    view.breakdownField = u"sector"_s;
    view.breakdown = {{u"Hospitality"_s,
                       {600, 330, 210, 90, 30},
                       {Lifecycle::notAvailable, 0.55, 0.636, 0.429, 0.333}},
                      {u"Retail"_s,
                       {400, 170, 90, 30, 10},
                       {Lifecycle::notAvailable, 0.425, 0.529, 0.333, 0.333}}};
    return view;
}

} // namespace

Insights::AnalysisPtr analysis(const Options &options)
{
    auto analysis = std::make_shared<Insights::Analysis>();
    analysis->snapshot = makeSnapshot();
    Insights::PeriodFilter filter;
    filter.period = {QDate(2024, 7, 1), lastDay};
    filter.comparison = DateRange{QDate(2023, 7, 1), QDate(2024, 6, 30)};
    analysis->query.filter = filter;
    analysis->query.settings.nameEnglish = u"Rawafid Supplies"_s;
    analysis->query.settings.nameArabic = u"روافد للتوريد"_s;
    analysis->query.lifecycle = Lifecycle::businessTemplate();
    analysis->clv = makeClv(options);
    if (!options.thinData)
        analysis->models = makeModels();
    analysis->equity = makeEquity(analysis->clv);
    for (const Equity::EquityBridge &bridge : analysis->equity.bridges) {
        Equity::SpendSummary quarter;
        quarter.range = {bridge.from.addDays(1), bridge.until};
        quarter.hasCosts = options.costs;
        quarter.acquisition = options.costs ? 60000 : 0;
        quarter.retention = options.costs ? 40000 : 0;
        quarter.newCustomers = 10;
        analysis->quarterlySpend.append(quarter);
    }
    analysis->spend.range = filter.period;
    analysis->spend.hasCosts = options.costs;
    analysis->spend.newCustomers = 40;
    analysis->spend.activeCustomers = 120;
    if (options.costs) {
        analysis->spend.acquisition = 240000;
        analysis->spend.retention = 160000;
        analysis->spend.cac = 6000;
        analysis->spend.crc = 160000.0 / 120;
    }
    analysis->lifecycle = makeLifecycle(filter);

    Insights::Overview &overview = analysis->overview;
    overview.filter = filter;
    overview.figures.equity = analysis->clv.totalClv;
    overview.figures.equityDate = lastDay;
    overview.figures.previousEquity = 1.8e6;
    overview.figures.previousEquityDate = QDate(2025, 3, 31);
    overview.figures.equityTrend = {1.5e6, 1.7e6, 1.8e6, analysis->clv.totalClv};
    overview.figures.meanClv = analysis->clv.meanClv;
    overview.figures.meanClvLow = analysis->clv.meanClvLow;
    overview.figures.meanClvHigh = analysis->clv.meanClvHigh;
    overview.figures.customers = customers;
    overview.figures.activeCustomers = 120;
    if (options.costs) {
        overview.figures.cac = 6000;
        overview.figures.clvToCac = analysis->clv.meanClv / 6000;
    }
    overview.figures.retention = 0.784;
    overview.figures.previousRetention = 0.768;
    overview.figures.revenueFromExisting = 0.43;
    overview.figures.previousRevenueFromExisting = 0.4;
    overview.figures.revenue = 1.2e6;
    overview.figures.orders = 500;
    if (options.alerts) {
        overview.alerts = {
            {Insights::AlertLevel::Bad, u"slipping"_s, u"37 high-value customers slipping"_s,
             u"P(alive) fell below 0.5 in June. SAR 0.52 M of equity is at stake."_s, u"clv"_s},
            {Insights::AlertLevel::Warn, u"slow-step"_s, u"Nurture to Convert is slowing"_s,
             u"Median 34 days, 9 more than the previous year."_s, u"lifecycle"_s}};
    }
    return analysis;
}

} // namespace Sample
