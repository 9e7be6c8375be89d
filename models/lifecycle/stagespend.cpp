#include "models/lifecycle/stagespend.h"

#include <QHash>

#include <algorithm>

namespace Lifecycle {
namespace {

struct Sum
{
    double acquisition = 0;
    double retention = 0;
    double hours = 0;
};

StageSpend spendOf(const QString &id, const Sum &sum)
{
    StageSpend spend;
    spend.stage = id;
    spend.nameEnglish = id;
    spend.nameArabic = id;
    spend.isAcquisition = sum.acquisition > sum.retention;
    spend.amount = sum.acquisition + sum.retention;
    spend.hours = sum.hours;
    return spend;
}

} // namespace

SpendView computeSpend(const Customers::Snapshot &snapshot, const LifecycleModel &lifecycle,
                       const DateRange &period)
{
    SpendView view;
    if (!period.isValid())
        return view;
    QHash<QString, Sum> sums;
    for (const Customers::CostEntry &cost : snapshot.costs) {
        const DateRange common{std::max(cost.period.from, period.from),
                               std::min(cost.period.until, period.until)};
        if (!common.isValid())
            continue;
        const double share = double(common.days()) / double(cost.period.days());
        const double amount = share * snapshot.currency.toMajor(cost.amount);
        const double hours = share * cost.hours;
        Sum &sum = sums[cost.stage];
        (cost.isAcquisition ? sum.acquisition : sum.retention) += amount;
        (cost.isAcquisition ? view.acquisition : view.retention) += amount;
        (cost.isAcquisition ? view.acquisitionHours : view.retentionHours) += hours;
        sum.hours += hours;
    }
    for (const Stage &stage : lifecycle.stages) {
        const auto sum = sums.constFind(stage.id);
        if (sum == sums.constEnd())
            continue;
        StageSpend spend = spendOf(stage.id, *sum);
        spend.nameEnglish = stage.nameEnglish;
        spend.nameArabic = stage.nameArabic;
        view.stages.append(spend);
        sums.erase(sum);
    }
    QStringList others = sums.keys();
    others.sort();
    for (const QString &id : others)
        view.stages.append(spendOf(id, sums[id]));
    return view;
}

} // namespace Lifecycle
