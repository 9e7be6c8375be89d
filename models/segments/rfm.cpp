#include "models/segments/rfm.h"

#include "models/customers/purchasemetrics.h"
#include "models/numerics/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Segments {
namespace {

struct GroupName
{
    const char *id;
    const char *english;
    const char16_t *arabic;
};

// Both languages whatever language is chosen, as the words of rules.
constexpr std::array<GroupName, rfmGroupCount> groupNames{{
    {"champions", "Champions", u"الأبطال"},
    {"loyal", "Loyal customers", u"العملاء الأوفياء"},
    {"potential_loyalists", "Potential loyalists", u"أوفياء محتملون"},
    {"new_customers", "New customers", u"عملاء جدد"},
    {"promising", "Promising", u"واعدون"},
    {"need_attention", "Need attention", u"بحاجة إلى اهتمام"},
    {"about_to_sleep", "About to sleep", u"على وشك الخمول"},
    {"at_risk", "At risk", u"معرّضون للفقدان"},
    {"cannot_lose", "Can’t lose them", u"لا يمكن خسارتهم"},
    {"hibernating", "Hibernating", u"خاملون"},
}};

std::array<double, 4> quintiles(std::vector<double> values)
{
    std::ranges::sort(values);
    std::array<double, 4> limits{};
    for (std::size_t i = 0; i < limits.size(); ++i)
        limits[i] = Numerics::sortedQuantile(values, 0.2 * double(i + 1));
    return limits;
}

/// 1 to 5: the fifth that \a value falls into.
std::uint8_t fifthOf(double value, const std::array<double, 4> &limits)
{
    return std::uint8_t(1 + std::ranges::count_if(limits, [&](double limit) { return value > limit; }));
}

} // namespace

RfmMeasures rfmMeasures(const Customers::Snapshot &snapshot, QDate until)
{
    RfmMeasures measures;
    measures.until = until.isValid() ? until : snapshot.extent.until;
    if (!measures.until.isValid())
        return measures; // without a day there is nothing that anybody could have bought
    const Customers::PurchaseMetrics metrics = Customers::purchaseMetrics(snapshot, measures.until);
    const double minor = double(snapshot.currency.minorPerMajor());
    const auto lastDay = double(epochDay(epochSeconds(measures.until)));
    for (Customers::CustomerIndex customer = 0; customer < snapshot.customers(); ++customer) {
        if (metrics.purchases[customer] == 0)
            continue;
        measures.customer.push_back(customer);
        measures.recencyDays.push_back(lastDay - double(metrics.lastDay[customer]));
        measures.frequency.push_back(double(metrics.purchases[customer]));
        measures.monetary.push_back(double(metrics.revenue[customer]) / minor);
    }
    return measures;
}

QString rfmGroupId(RfmGroup group)
{
    return QString::fromLatin1(groupNames[std::size_t(group)].id);
}

QString rfmGroupTitle(RfmGroup group, Language language)
{
    const GroupName &name = groupNames[std::size_t(group)];
    return language == Language::Arabic ? QString::fromUtf16(name.arabic)
                                        : QString::fromUtf8(name.english);
}

RfmGroup rfmGroup(int recency, int frequency)
{
    using enum RfmGroup;
    if (recency <= 2)
        return frequency <= 2 ? Hibernating : frequency <= 4 ? AtRisk : CannotLose;
    if (recency == 3)
        return frequency <= 2 ? AboutToSleep : frequency == 3 ? NeedAttention : Loyal;
    if (frequency == 1)
        return recency == 4 ? Promising : NewCustomers;
    if (frequency <= 3)
        return PotentialLoyalists;
    return recency == 4 ? Loyal : Champions;
}

RfmScores rfmScores(const RfmMeasures &measures)
{
    RfmScores scores;
    const std::size_t size = measures.size();
    if (size == 0)
        return scores;
    scores.recencyLimits = quintiles(measures.recencyDays);
    scores.monetaryLimits = quintiles(measures.monetary);
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return measures.frequency[i]; });
    scores.frequency.resize(size);
    // The limits of the ranks 1 … n lie at 1 + (n − 1) k / 5; integers, so that none is blurred.
    for (std::size_t rank = 0; rank < size; ++rank) {
        std::uint8_t fifth = 1;
        for (std::size_t k = 1; k <= 4; ++k)
            fifth = std::uint8_t(fifth + (5 * rank > (size - 1) * k ? 1 : 0));
        scores.frequency[order[rank]] = fifth;
    }
    scores.recency.reserve(size);
    scores.monetary.reserve(size);
    scores.group.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
        // The fewer days ago, the better.
        scores.recency.push_back(
            std::uint8_t(6 - fifthOf(measures.recencyDays[i], scores.recencyLimits)));
        scores.monetary.push_back(fifthOf(measures.monetary[i], scores.monetaryLimits));
        scores.group.push_back(rfmGroup(scores.recency[i], scores.frequency[i]));
    }
    return scores;
}

QList<RfmGroupSummary> rfmSummary(const RfmMeasures &measures, const RfmScores &scores)
{
    QList<RfmGroupSummary> groups;
    for (int i = 0; i < rfmGroupCount; ++i)
        groups.append({.group = RfmGroup(i)});
    double revenue = 0;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        RfmGroupSummary &group = groups[int(scores.group[i])];
        ++group.customers;
        group.revenue += measures.monetary[i];
        group.meanRecencyDays += measures.recencyDays[i];
        group.meanFrequency += measures.frequency[i];
        revenue += measures.monetary[i];
    }
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    for (RfmGroupSummary &group : groups) {
        const auto count = double(group.customers);
        group.share = measures.size() > 0 ? count / double(measures.size()) : 0;
        group.revenueShare = revenue > 0 ? group.revenue / revenue : none;
        group.meanMonetary = count > 0 ? group.revenue / count : none;
        group.meanRecencyDays = count > 0 ? group.meanRecencyDays / count : none;
        group.meanFrequency = count > 0 ? group.meanFrequency / count : none;
    }
    return groups;
}

} // namespace Segments
