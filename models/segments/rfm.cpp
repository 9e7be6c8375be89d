#include "models/segments/rfm.h"

#include "models/customers/purchasemetrics.h"
#include "models/numerics/statistics.h"

#include <QCoreApplication>

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
    {"lost", "Lost", u"مفقودون"},
    {"recent", "Recent customers", u"عملاء حديثون"},
    {"inactive", "Inactive", u"غير نشطين"},
}};

/// The limits between \a parts equal parts.
std::vector<double> limitsOf(std::vector<double> values, std::size_t parts)
{
    std::ranges::sort(values);
    std::vector<double> limits;
    for (std::size_t i = 1; i < parts; ++i)
        limits.push_back(Numerics::sortedQuantile(values, double(i) * (1.0 / double(parts))));
    return limits;
}

/// From 1: the part that \a value falls into.
std::uint8_t partOf(double value, const std::vector<double> &limits)
{
    return std::uint8_t(1 + std::ranges::count_if(limits, [&](double limit) { return value > limit; }));
}

RfmGroup groupOfA(int recency, int frequency)
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

/// The published ranges run from 0 to 5 on both axes, so that 4–5 is the fifth score and 0–1 the
/// first. Where two of them overlap the narrower one goes first: champions within loyal, cannot lose
/// within at risk, hibernating within lost.
RfmGroup groupOfB(int recency, int worth)
{
    using enum RfmGroup;
    if (recency <= 2) {
        if (worth >= 3)
            return recency == 1 && worth == 5 ? CannotLose : AtRisk;
        return recency == 2 && worth == 2 ? Hibernating : Lost;
    }
    if (worth >= 4)
        return recency == 5 && worth == 5 ? Champions : Loyal;
    if (recency == 3)
        return worth == 3 ? NeedAttention : AboutToSleep;
    if (worth >= 2)
        return PotentialLoyalists;
    return recency == 5 ? NewCustomers : Promising;
}

RfmGroup groupOfC(int recency, int frequency, int monetary)
{
    using enum RfmGroup;
    switch (100 * recency + 10 * frequency + monetary) {
    case 333: case 332: case 323:
        return Champions;
    case 321: case 322: case 331: case 232: case 233:
        return Loyal;
    case 312: case 313: case 311: case 222: case 223:
        return Recent;
    case 213: case 221: case 123: case 132: case 133:
        return NeedAttention;
    case 231: case 212: case 122: case 131: case 211:
        return AtRisk;
    default: // 111, 112, 113, 121
        return Inactive;
    }
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

const QList<RfmGroup> &rfmGroups(RfmMap map)
{
    using enum RfmGroup;
    static const QList<RfmGroup> a{Champions, Loyal, PotentialLoyalists, NewCustomers, Promising,
                                   NeedAttention, AboutToSleep, AtRisk, CannotLose, Hibernating};
    static const QList<RfmGroup> b = a + QList<RfmGroup>{Lost};
    static const QList<RfmGroup> c{Champions, Loyal, Recent, NeedAttention, AtRisk, Inactive};
    return map == RfmMap::A ? a : map == RfmMap::B ? b : c;
}

RfmGroup rfmGroup(RfmMap map, int recency, int frequency, int monetary)
{
    switch (map) {
    case RfmMap::A:
        return groupOfA(recency, frequency);
    case RfmMap::B:
        return groupOfB(recency, (frequency + monetary + 1) / 2);
    case RfmMap::C:
        return groupOfC(recency, frequency, monetary);
    }
    Q_UNREACHABLE();
}

QString rfmMapWords(RfmMap map, const std::array<double, 2> &recencyDays, const NumberFormat &format)
{
    const bool arabic = format.language() == Language::Arabic;
    const auto pick = [arabic](const QString &english, const QString &words) {
        return arabic ? words : english;
    };
    const QString ties =
        pick(u"A value on a limit belongs to the lower score of frequency and monetary value and to the better "
             "score of recency; buyers with equally many purchases stand in the order of the file."_s,
             u"القيمة الواقعة على الحد تنتمي إلى الدرجة الأدنى في التكرار والقيمة المالية وإلى الدرجة الأفضل في الحداثة، "
             "ويُرتَّب المشترون المتساوون في عدد المشتريات بحسب ترتيب الملف."_s);
    switch (map) {
    case RfmMap::A:
        return pick(u"Map A: recency against frequency, each in fifths, ten groups."_s,
                    u"الخريطة أ: الحداثة مقابل التكرار، كل منهما في أخماس، وعشر مجموعات."_s)
               + u' ' + ties;
    case RfmMap::B:
        return pick(u"Map B: recency against the mean of frequency and monetary value, each in fifths, half "
                    "rounded up, eleven groups; of overlapping ranges the narrower one goes first."_s,
                    u"الخريطة ب: الحداثة مقابل متوسط التكرار والقيمة المالية، كل منها في أخماس، ويُقرَّب النصف إلى أعلى، "
                    "وإحدى عشرة مجموعة، وعند تداخل النطاقات يُقدَّم الأضيق."_s)
               + u' ' + ties;
    case RfmMap::C:
        return pick(u"Map C: three levels of recency, frequency and monetary value, six groups; recency is cut at "
                    "%1 and %2 since the last purchase, the others into thirds."_s,
                    u"الخريطة ج: ثلاثة مستويات للحداثة والتكرار والقيمة المالية، وست مجموعات، وتُقطع الحداثة عند %1 "
                    "و%2 منذ آخر شراء، والبقية إلى أثلاث."_s)
                   .arg(format.duration(recencyDays[0]), format.duration(recencyDays[1]))
               + u' ' + ties;
    }
    Q_UNREACHABLE();
}

QStringList rfmCautions(const RfmMeasures &measures, const DateRange &extent, const NumberFormat &format)
{
    constexpr std::size_t enoughBuyers = 500;
    constexpr int enoughDays = 180;
    constexpr double enoughPurchases = 3;
    QStringList cautions;
    if (measures.size() < enoughBuyers) {
        cautions << QCoreApplication::translate(
                        "Segments", "Only %1 buyers: below 500 the limits between the scores are rough.")
                        .arg(format.integer(qint64(measures.size())));
    }
    const qint64 days = extent.isValid() ? extent.from.daysTo(measures.until) + 1 : 0;
    if (days < enoughDays) {
        cautions << QCoreApplication::translate(
                        "Segments", "The data cover %1: below 180 days hardly anybody can have fallen silent.")
                        .arg(format.duration(double(days)));
    }
    if (std::ranges::none_of(measures.frequency,
                             [](double purchases) { return purchases >= enoughPurchases; })) {
        cautions << QCoreApplication::translate(
            "Segments", "Nobody has bought three times, so frequency says little.");
    }
    return cautions;
}

RfmScores rfmScores(const RfmMeasures &measures, RfmMap map, const std::array<double, 2> &recencyDays)
{
    RfmScores scores;
    scores.map = map;
    const std::size_t size = measures.size();
    if (size == 0)
        return scores;
    const std::size_t levels = map == RfmMap::C ? 3 : 5;
    scores.recencyLimits = map == RfmMap::C
                               ? std::vector<double>(recencyDays.begin(), recencyDays.end())
                               : limitsOf(measures.recencyDays, levels);
    scores.monetaryLimits = limitsOf(measures.monetary, levels);
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return measures.frequency[i]; });
    scores.frequency.resize(size);
    // The limits of the ranks 1 … n lie at 1 + (n − 1) k / levels; integers, so that none is blurred.
    for (std::size_t rank = 0; rank < size; ++rank) {
        std::uint8_t part = 1;
        for (std::size_t k = 1; k < levels; ++k)
            part = std::uint8_t(part + (levels * rank > (size - 1) * k ? 1 : 0));
        scores.frequency[order[rank]] = part;
    }
    scores.recency.reserve(size);
    scores.monetary.reserve(size);
    scores.group.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
        // The fewer days ago, the better.
        scores.recency.push_back(
            std::uint8_t(levels + 1 - partOf(measures.recencyDays[i], scores.recencyLimits)));
        scores.monetary.push_back(partOf(measures.monetary[i], scores.monetaryLimits));
        scores.group.push_back(
            rfmGroup(map, scores.recency[i], scores.frequency[i], scores.monetary[i]));
    }
    return scores;
}

QList<RfmGroupSummary> rfmSummary(const RfmMeasures &measures, const RfmScores &scores)
{
    QList<RfmGroupSummary> groups;
    for (const RfmGroup group : rfmGroups(scores.map))
        groups.append({.group = group});
    double revenue = 0;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        RfmGroupSummary &group = groups[rfmGroups(scores.map).indexOf(scores.group[i])];
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
