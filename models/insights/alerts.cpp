#include "models/insights/overview.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Insights {
namespace {

constexpr qsizetype mostAlerts = 5;
constexpr double targetClvToCac = 3;
constexpr double averageExistingRevenue = 0.3; // survey of 750 companies
constexpr double averageAcquisitionSpend = 2.0 / 3;
constexpr qint64 enoughCustomers = 30; // below that a rate says too little

/// Collects findings in the order of checking; each is one sentence as title and one as text.
class Finder
{
    Q_DECLARE_TR_FUNCTIONS(Alerts)

public:
    Finder(const KeyFigures &figures, const NumberFormat &format, QString currency)
        : m_figures(figures), m_format(format), m_currency(std::move(currency))
    {}

    void checkEquityChange();
    void checkSlippingCustomers(const Equity::EquityResult &equity);
    void checkAcquisitionCost();
    void checkRetention();
    void checkExistingRevenue();
    void checkFunnelRate(const Lifecycle::LifecycleFunnel &funnel);
    void checkFunnelTime(const Lifecycle::LifecycleFunnel &funnel);
    void checkConcentration(const Clv::ClvResult &clv);
    void checkSpendSplit();
    void checkDataStrength(const Clv::ClvResult &clv);

    [[nodiscard]] QList<Alert> worstFirst()
    {
        std::stable_sort(m_alerts.begin(), m_alerts.end(),
                         [](const Alert &a, const Alert &b) { return a.level < b.level; });
        return m_alerts.mid(0, mostAlerts);
    }

private:
    void add(AlertLevel level, const char *id, const QString &title, const QString &text,
             const char *page)
    {
        m_alerts.append({level, QString::fromLatin1(id), m_format.shapeDigits(title),
                         m_format.shapeDigits(text), QString::fromLatin1(page)});
    }
    [[nodiscard]] QString money(double major) const
    {
        return m_format.moneyShort(major, m_currency);
    }
    [[nodiscard]] QString points(double fraction) const
    {
        return m_format.decimal(std::abs(fraction) * 100, 1);
    }
    [[nodiscard]] QString stageName(const Lifecycle::Stage &stage) const
    {
        return m_format.language() == Language::Arabic && !stage.nameArabic.isEmpty()
                   ? stage.nameArabic
                   : stage.nameEnglish;
    }
    /// The observed stage before \a index, −1 when there is none.
    [[nodiscard]] static qsizetype stageBefore(const Lifecycle::LifecycleFunnel &funnel,
                                               qsizetype index)
    {
        for (qsizetype i = index - 1; i >= 0; --i) {
            if (funnel.levels[i].observed)
                return i;
        }
        return -1;
    }

    const KeyFigures &m_figures;
    const NumberFormat &m_format;
    QString m_currency;
    QList<Alert> m_alerts;
};

void Finder::checkEquityChange()
{
    const double before = m_figures.previousEquity;
    if (!(before > 0) || m_figures.equity >= before)
        return;
    add(AlertLevel::Bad, "equity-fell",
        //: %1 is an amount of money
        tr("Customer equity fell by %1").arg(money(before - m_figures.equity)),
        //: %1 and %3 are amounts of money, %2 is a date
        tr("It was %1 on %2 and is %3 now.")
            .arg(money(before), m_format.date(m_figures.previousEquityDate),
                 money(m_figures.equity)),
        "equity");
}

void Finder::checkSlippingCustomers(const Equity::EquityResult &equity)
{
    if (equity.bridges.isEmpty() || equity.bridges.last().methodChanged)
        return;
    const Equity::EquityBridge &bridge = equity.bridges.last();
    if (bridge.churnedCustomers == 0 || bridge.churned < 0.005 * bridge.opening)
        return;
    const int count =
        int(std::min<qint64>(bridge.churnedCustomers, std::numeric_limits<int>::max()));
    add(AlertLevel::Bad, "slipping",
        tr("%n customer(s) slipping", nullptr, count)
            .replace(QString::number(count), m_format.integer(bridge.churnedCustomers)),
        //: %1 is a date, %2 an amount of money
        tr("Their probability to be active fell below one half since %1. Equity lost with them: "
           "%2.")
            .arg(m_format.date(bridge.from), money(bridge.churned)),
        "clv");
}

void Finder::checkAcquisitionCost()
{
    const double ratio = m_figures.clvToCac;
    if (!std::isfinite(ratio) || ratio >= targetClvToCac)
        return;
    if (ratio < 1) {
        add(AlertLevel::Bad, "below-cac", tr("A customer is worth less than acquiring one costs"),
            //: %1 and %2 are amounts of money
            tr("Mean lifetime value %1, acquisition cost %2.")
                .arg(money(m_figures.meanClv), money(m_figures.cac)),
            "equity");
        return;
    }
    add(AlertLevel::Warn, "low-clv-to-cac",
        //: %1 is a multiple such as 2.4×
        tr("A customer is worth %1 its acquisition cost").arg(m_format.multiple(ratio)),
        //: %1 is a multiple, %2 and %3 are amounts of money
        tr("The target is %1. Mean lifetime value %2, acquisition cost %3.")
            .arg(m_format.multiple(targetClvToCac, 0), money(m_figures.meanClv),
                 money(m_figures.cac)),
        "equity");
}

void Finder::checkRetention()
{
    const double fall = m_figures.previousRetention - m_figures.retention;
    if (!(fall >= 0.01))
        return;
    add(AlertLevel::Warn, "retention-fell",
        //: %1 is a number of percentage points
        tr("Retention fell by %1 points").arg(points(fall)),
        //: %1 and %2 are percentages
        tr("%1 of last year's customers bought again, %2 in the comparison period.")
            .arg(m_format.percent(m_figures.retention, 1),
                 m_format.percent(m_figures.previousRetention, 1)),
        "clv");
}

void Finder::checkExistingRevenue()
{
    if (!(m_figures.revenueFromExisting < averageExistingRevenue))
        return;
    add(AlertLevel::Warn, "existing-revenue",
        //: %1 is a percentage
        tr("Only %1 of revenue comes from existing customers")
            .arg(m_format.percent(m_figures.revenueFromExisting)),
        //: %1 and %2 are percentages
        tr("A survey of 750 companies found %1 on average and %2 among top performers.")
            .arg(m_format.percent(averageExistingRevenue), m_format.percent(0.5)),
        "equity");
}

void Finder::checkFunnelRate(const Lifecycle::LifecycleFunnel &funnel)
{
    qsizetype worst = -1;
    double worstFall = 0.01;
    for (qsizetype i = 1; i < funnel.levels.size(); ++i) {
        const Lifecycle::StageLevel &level = funnel.levels[i];
        const qsizetype before = stageBefore(funnel, i);
        // Customers whose window has not passed could still arrive: only then is a fall certain.
        if (before < 0 || funnel.levels[before].count < enoughCustomers
            || funnel.levels[before].previousCount < enoughCustomers)
            continue;
        const double best =
            double(level.count + level.stillOpen) / double(funnel.levels[before].count);
        if (level.previousStepRate - best > worstFall) {
            worst = i;
            worstFall = level.previousStepRate - best;
        }
    }
    if (worst < 0)
        return;
    const Lifecycle::StageLevel &level = funnel.levels[worst];
    add(AlertLevel::Warn, "step-rate-fell",
        //: %1 and %2 are names of lifecycle stages
        tr("Fewer go from %1 to %2")
            .arg(stageName(funnel.lifecycle.stages[stageBefore(funnel, worst)]),
                 stageName(funnel.lifecycle.stages[worst])),
        //: %1 and %2 are percentages
        tr("%1 take this step, %2 did in the comparison period.")
            .arg(m_format.percent(level.stepRate, 1), m_format.percent(level.previousStepRate, 1)),
        "lifecycle");
}

void Finder::checkFunnelTime(const Lifecycle::LifecycleFunnel &funnel)
{
    qsizetype slowest = -1;
    double mostDays = 2;
    for (qsizetype i = 1; i < funnel.levels.size(); ++i) {
        const Lifecycle::StageLevel &level = funnel.levels[i];
        const double more = level.medianDays - level.previousMedianDays;
        if (level.count < enoughCustomers || level.previousCount < enoughCustomers
            || !(more > 0.1 * level.previousMedianDays))
            continue;
        if (more > mostDays) {
            slowest = i;
            mostDays = more;
        }
    }
    if (slowest < 0)
        return;
    const Lifecycle::StageLevel &level = funnel.levels[slowest];
    add(AlertLevel::Warn, "step-slower",
        //: %1 and %2 are names of lifecycle stages
        tr("%1 to %2 is slowing")
            .arg(stageName(funnel.lifecycle.stages[stageBefore(funnel, slowest)]),
                 stageName(funnel.lifecycle.stages[slowest])),
        //: %1 and %2 are durations such as "34 days"
        tr("The median is %1; it was %2 in the comparison period.")
            .arg(m_format.duration(level.medianDays), m_format.duration(level.previousMedianDays)),
        "lifecycle");
}

void Finder::checkConcentration(const Clv::ClvResult &clv)
{
    if (!clv.values || clv.values->size() < 100)
        return;
    std::vector<double> values = clv.values->clv;
    const auto top = std::ptrdiff_t(values.size() / 10);
    std::nth_element(values.begin(), values.begin() + top, values.end(), std::greater<>());
    const double total = std::accumulate(values.begin(), values.end(), 0.0);
    const double held = std::accumulate(values.begin(), values.begin() + top, 0.0);
    if (!(total > 0) || held < 0.4 * total)
        return;
    add(AlertLevel::Info, "concentration",
        //: %1 is a percentage
        tr("One customer in ten holds %1 of equity").arg(m_format.percent(held / total)),
        //: %1 is a number of customers, %2 an amount of money
        tr("The %1 most valuable customers are worth %2 together.")
            .arg(m_format.integer(top), money(held)),
        "clv");
}

void Finder::checkSpendSplit()
{
    const double share = m_figures.acquisitionShareOfSpend;
    if (!(share > averageAcquisitionSpend))
        return;
    add(AlertLevel::Info, "acquisition-share",
        //: %1 is a percentage
        tr("%1 of spend goes to acquisition").arg(m_format.percent(share)),
        tr("In a survey of 750 companies, average firms put over two thirds there; top performers "
           "put less."),
        "equity");
}

void Finder::checkDataStrength(const Clv::ClvResult &clv)
{
    if (clv.customers == 0)
        return;
    if (clv.strength == Clv::DataStrength::TooThin)
        add(AlertLevel::Warn, "too-thin", tr("Too few repeat customers for a model"), clv.remark,
            "clv");
    else if (clv.strength == Clv::DataStrength::Weak)
        add(AlertLevel::Info, "weak-data", tr("The lifetime values have wide intervals"),
            clv.remark, "clv");
    else if (!clv.purchaseFit.parameters.isEmpty() && !clv.purchaseFit.converged)
        add(AlertLevel::Warn, "no-convergence", tr("The model did not converge"),
            Clv::problemText(clv.purchaseFit.problem), "clv");
}

} // namespace

QList<Alert> findAlerts(const KeyFigures &figures, const Clv::ClvResult &clv,
                        const Equity::EquityResult &equity,
                        const Lifecycle::LifecycleView &lifecycle, const NumberFormat &format)
{
    Finder finder(figures, format, equity.currency.code);
    finder.checkEquityChange();
    finder.checkSlippingCustomers(equity);
    finder.checkAcquisitionCost();
    finder.checkFunnelTime(lifecycle.funnel);
    finder.checkFunnelRate(lifecycle.funnel);
    finder.checkRetention();
    finder.checkExistingRevenue();
    finder.checkDataStrength(clv);
    finder.checkSpendSplit();
    finder.checkConcentration(clv);
    return finder.worstFirst();
}

} // namespace Insights
