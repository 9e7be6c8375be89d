#include "tests/ui/charts/samples.h"

#include "models/core/dates.h"

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;

Equity::EquityResult Samples::equity(int quarters)
{
    constexpr double levels[] = {31.8, 33.1, 34.0, 35.6, 36.9, 38.7,
                                 39.5, 41.3, 42.6, 44.9, 46.1, 48.67};
    Equity::EquityResult result;
    QDate date(2022, 9, 30);
    for (int i = 0; i < quarters; ++i) {
        Equity::EquityPoint point;
        point.date = date;
        point.equity = levels[i % 12] * 1e6;
        point.low = point.equity * 0.966;
        point.high = point.equity * 1.035;
        point.customers = 9000 + 290 * i;
        point.activeCustomers = 5400 + 180 * i;
        point.meanClv = point.equity / double(point.customers);
        point.method = u"bg-nbd"_s;
        result.series.append(point);
        date = periodEnd(date.addDays(1), PeriodUnit::Quarter);
    }
    for (qsizetype i = 1; i < result.series.size(); ++i) {
        Equity::EquityBridge bridge = Samples::bridge();
        bridge.from = result.series[i - 1].date;
        bridge.until = result.series[i].date;
        bridge.opening = result.series[i - 1].equity;
        bridge.closing = result.series[i].equity;
        bridge.acquired = 1.5e6 + 30e3 * double(i);
        bridge.contraction = 0.98e6;
        bridge.churned = 1.68e6;
        bridge.expansion =
            bridge.closing - bridge.opening - bridge.acquired + bridge.contraction + bridge.churned;
        result.bridges.append(bridge);
    }
    return result;
}

Equity::EquityBridge Samples::bridge()
{
    Equity::EquityBridge bridge;
    bridge.from = QDate(2025, 3, 31);
    bridge.until = QDate(2025, 6, 30);
    bridge.opening = 46.10e6;
    bridge.acquired = 1.83e6;
    bridge.expansion = 3.40e6;
    bridge.contraction = 0.98e6;
    bridge.churned = 1.68e6;
    bridge.closing = 48.67e6;
    bridge.acquiredCustomers = 868;
    bridge.expansionCustomers = 3186;
    bridge.contractionCustomers = 1742;
    bridge.churnedCustomers = 641;
    return bridge;
}

QList<Equity::SpendSummary> Samples::spend(const Equity::EquityResult &result)
{
    QList<Equity::SpendSummary> all;
    for (const Equity::EquityBridge &bridge : result.bridges) {
        Equity::SpendSummary summary;
        summary.range = {bridge.from.addDays(1), bridge.until};
        summary.acquisition = 0.9e6;
        summary.retention = 0.36e6;
        summary.hasCosts = true;
        all.append(summary);
    }
    return all;
}

namespace {

Lifecycle::LifecycleFunnel makeFunnel(const QList<Lifecycle::Stage> &stages,
                                      const QList<qint64> &counts)
{
    constexpr double days[] = {0, 6, 19, 34, 58, 96, 143};
    constexpr double changes[] = {0, 0.018, 0.009, -0.021, 0.014, 0.026, -0.004};
    Lifecycle::LifecycleFunnel funnel;
    funnel.lifecycle.stages = stages;
    funnel.period = {QDate(2024, 7, 1), QDate(2025, 6, 30)};
    funnel.comparison = DateRange{QDate(2023, 7, 1), QDate(2024, 6, 30)};
    for (qsizetype i = 0; i < counts.size(); ++i) {
        Lifecycle::StageLevel level;
        level.count = counts[i];
        level.shareOfAll = double(counts[i]) / double(counts[0]);
        level.previousCount = counts[i] * 9 / 10;
        if (i > 0) {
            level.stepRate = double(counts[i]) / double(counts[i - 1]);
            level.dropOff = counts[i - 1] - counts[i];
            level.medianDays = days[i];
            level.previousStepRate = level.stepRate - changes[i];
        }
        funnel.levels.append(level);
    }
    funnel.contactToCustomer = 0.124;
    funnel.previousContactToCustomer = 0.117;
    funnel.turnedShare = 0.124;
    funnel.medianDaysToTurn = 59;
    return funnel;
}

} // namespace

Lifecycle::LifecycleFunnel Samples::funnel()
{
    using Lifecycle::Department;
    using Lifecycle::Side;
    const struct
    {
        QString id, english, arabic;
        Side side;
        Department owner;
    } rows[] = {
        {u"attract"_s, u"Attract"_s, u"جذب"_s, Side::ValueCreation, Department::Marketing},
        {u"capture"_s, u"Capture"_s, u"التقاط"_s, Side::ValueCreation, Department::Marketing},
        {u"nurture"_s, u"Nurture"_s, u"تنشئة"_s, Side::ValueCreation, Department::Marketing},
        {u"convert"_s, u"Convert"_s, u"تحويل"_s, Side::ValueCreation, Department::Sales},
        {u"retain"_s, u"Retain"_s, u"احتفاظ"_s, Side::ValueExpansion, Department::CustomerSuccess},
        {u"expand"_s, u"Expand"_s, u"توسيع"_s, Side::ValueExpansion, Department::Sales},
        {u"advocate"_s, u"Advocate"_s, u"مناصرة"_s, Side::ValueExpansion, Department::Marketing}};
    QList<Lifecycle::Stage> stages;
    for (const auto &row : rows) {
        Lifecycle::Stage stage;
        stage.id = row.id;
        stage.nameEnglish = row.english;
        stage.nameArabic = row.arabic;
        stage.side = row.side;
        stage.accountable = row.owner;
        stages.append(stage);
    }
    return makeFunnel(stages, {24600, 11808, 7439, 3050, 2013, 846, 271});
}

Lifecycle::LifecycleFunnel Samples::businessFunnel()
{
    QList<Lifecycle::Stage> stages = funnel().lifecycle.stages;
    stages.removeAt(6);
    stages.removeAt(4);
    return makeFunnel(stages, {24600, 11808, 7439, 3050, 2013});
}

Clv::ClvResult Samples::clv(int customers)
{
    std::mt19937 random(7);
    std::normal_distribution<double> low(5.6, 0.8);
    std::normal_distribution<double> high(7.9, 0.75);
    auto values = std::make_shared<Clv::CustomerValues>();
    double total = 0;
    for (int i = 0; i < customers; ++i) {
        const double clv = std::exp(i % 4 == 0 ? low(random) : high(random));
        values->customer.push_back(Customers::CustomerIndex(i));
        values->clv.push_back(clv);
        values->x.push_back(std::uint32_t(i % 9));
        values->pAlive.push_back(0.6);
        total += clv;
    }
    Clv::ClvResult result;
    result.values = values;
    result.customers = customers;
    result.meanClv = customers > 0 ? total / customers : 0;
    result.totalClv = total;
    result.purchaseFit.model = u"bg-nbd"_s;
    result.purchaseFit.parameters = {
        {u"r"_s, 0.52, 0.01}, {u"alpha"_s, 6.8, 0.2}, {u"a"_s, 0.71, 0.1}, {u"b"_s, 3.9, 0.5}};
    result.frequency.actual = {1400, 520, 330, 210, 150, 90, 60, 240};
    result.frequency.expected = {1390.4, 540.2, 318.8, 215, 144, 97, 66, 228.6};
    Clv::Holdout holdout;
    holdout.calibrationEnd = QDate(2024, 12, 28);
    holdout.until = QDate(2025, 6, 28);
    std::normal_distribution<double> noise(0, 26);
    int week = 0;
    for (QDate day(2022, 1, 8); day <= holdout.until; day = day.addDays(7), ++week) {
        const double predicted = 260 + 2.4 * week;
        const double actual = std::round(predicted + noise(random));
        holdout.tracking.append({day, actual, predicted});
        if (day > holdout.calibrationEnd) {
            holdout.actual += actual;
            holdout.predicted += predicted;
        }
    }
    result.holdout = holdout;
    return result;
}

Clv::AliveMap Samples::aliveMap()
{
    Clv::AliveMap map;
    for (int i = 0; i < 31; ++i)
        map.frequency.push_back(i + 1);
    for (int i = 0; i < 24; ++i)
        map.recency.push_back(2 * i);
    for (const double silence : map.recency) {
        for (const double x : map.frequency)
            map.pAlive.push_back(
                1 / (1 + std::exp((silence - 44 + 30 / std::sqrt(x) * 0 + 0.9 * x) / 6.5)));
    }
    return map;
}

Clv::AliveHistory Samples::aliveHistory()
{
    Clv::AliveHistory history;
    for (int week = 0; week < 52; ++week) {
        history.date.append(QDate(2024, 7, 5).addDays(7 * week));
        history.pAlive.push_back(week < 30 ? 0.95 - 0.01 * (week % 5) : 0.94 - 0.024 * (week - 30));
        if (week < 31 && week % 5 == 0)
            history.purchases.append(history.date.last());
    }
    return history;
}

Insights::Analysis Samples::analysis()
{
    Insights::Analysis analysis;
    analysis.clv = clv();
    analysis.equity = equity();
    analysis.quarterlySpend = spend(analysis.equity);
    analysis.lifecycle.funnel = funnel();
    return analysis;
}
