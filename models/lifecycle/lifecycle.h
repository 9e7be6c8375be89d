#pragma once

#include "models/core/numberformat.h"
#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/customers/snapshot.h"
#include "models/lifecycle/workinghours.h"
#include "models/segments/segment.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace Lifecycle {

inline constexpr double notAvailable = std::numeric_limits<double>::quiet_NaN();

enum class Side { ValueCreation, ValueExpansion };
enum class Department { Marketing, Sales, CustomerSuccess, Service, Other };

[[nodiscard]] const QList<Department> &departments(); ///< all of them, in order
[[nodiscard]] QString departmentTitle(Department department); ///< translated
/// The colours a stage can have, as the theme names them.
[[nodiscard]] const QStringList &stageColours();

/// When a customer enters a stage: the first event with one of these names, the n-th purchase, or
/// the first day on which the rule holds, whichever is earliest. Purchases of one calendar day count
/// once and refunds do not count, as in the lifetime value models.
struct EntryRule
{
    QStringList events;
    int purchaseNumber = 0; ///< 1: first purchase; 0: purchases do not matter
    /// Judged at the end of each month and on the last day; may ask for saved segments.
    std::optional<Segments::Rule> rule = {};
    [[nodiscard]] bool isEmpty() const
    {
        return events.isEmpty() && purchaseNumber <= 0 && (!rule || rule->isEmpty());
    }
    bool operator==(const EntryRule &) const = default;
};

struct Stage
{
    QString id; ///< "attract": in files and on the command line
    QString nameEnglish;
    QString nameArabic;
    Side side = Side::ValueCreation;
    Department accountable = Department::Marketing;
    bool hasOwner = true; ///< false: nobody is accountable, whatever accountable says
    QList<Department> contributing;
    EntryRule entry;
    double target = 0; ///< share of the previous stage that should arrive; 0: none
    QString playbookEnglish;
    QString playbookArabic;
    std::optional<Segments::Rule> exit = {}; ///< who is in the stage and meets it has left
    QString colour = {}; ///< a category of the theme such as "amber"; empty: its side's
    bool operator==(const Stage &) const = default;
};

/// Members of segments that are fixed lists, by name, as positions in one snapshot.
using SegmentLists = QHash<QString, std::vector<Customers::CustomerIndex>>;

struct LifecycleModel
{
    QString name;
    QList<Stage> stages;
    ServiceLevel service = {}; ///< how soon the next department should take over
    /// The saved segments that rules ask for: what the definition is read with, no part of it.
    /// withSegments() fills them for one snapshot.
    std::shared_ptr<const QList<Segments::Segment>> segments = {};
    std::shared_ptr<const SegmentLists> lists = {};
    /// The turning point: the first stage on the expansion side; −1 when there is none.
    [[nodiscard]] int turningPoint() const;
    friend bool operator==(const LifecycleModel &a, const LifecycleModel &b)
    {
        return a.name == b.name && a.stages == b.stages && a.service == b.service;
    }
};

[[nodiscard]] LifecycleModel consumerTemplate(); ///< awareness … advocacy
[[nodiscard]] LifecycleModel businessTemplate(); ///< attract, capture, nurture, convert, expand
/// The B2B template with its expansion side in three stages:
/// attract, capture, nurture, convert | retain, expand, advocate.
[[nodiscard]] LifecycleModel businessTemplateWithAdvocacy();
inline constexpr int largestStageCount = 32;

QJsonObject toJson(const LifecycleModel &lifecycle);
Result<LifecycleModel>
fromJson(const QJsonObject &json); ///< an unknown field is an error that names it
/// A stage without an owner, one no rule can reach, one id twice: translated sentences with the
/// remedy, with the stages' names of \a language, which should be the one that is spoken. Rules are
/// followed through the saved \a segments that they ask for.
QStringList problems(const LifecycleModel &lifecycle, Language language = Language::English,
                     const QList<Segments::Segment> &segments = {});
/// Also what only the data show: stages that no row of the workspace can fill, rules about fields
/// that do not exist.
QStringList problems(const LifecycleModel &lifecycle, const Customers::Snapshot &snapshot,
                     Language language = Language::English,
                     const QList<Segments::Segment> &segments = {});

Result<LifecycleModel> load(Database &database); ///< the workspace's lifecycle, or the B2B template
Result<void> save(Database &database, const LifecycleModel &lifecycle);

/// Entry into a stage, with its receipt: what put the customer there.
struct StageEntry
{
    Customers::CustomerIndex customer = 0;
    std::uint16_t stage = 0;
    bool fromPurchase = false; ///< else from an event or the rule
    std::uint32_t row = 0;     ///< row id of that purchase or event; 0: the rule held
    std::int64_t time = 0;     ///< epoch seconds
};

/// Every entry of every customer, clustered by customer, in order of time.
struct StageHistory
{
    std::vector<std::uint32_t> first; ///< customers + 1 offsets
    std::vector<StageEntry> entries;
};
StageHistory deriveHistory(const Customers::Snapshot &snapshot, const LifecycleModel &lifecycle);

/// The lifecycle read as an ordered funnel of customers who entered it within the period. A
/// customer's entry is the first one ever; later stages must follow in order, others may stand
/// between. Stages that no row of the workspace can fill (only purchases were imported, say) are
/// passed over, so that the rest can be read. The comparison period is followed up for as long
/// after its end as the period itself, so that the two compare.
struct StageLevel
{
    qint64 count = 0;
    double stepRate = notAvailable;   ///< of the previous stage; NaN for the first
    double shareOfAll = 0;            ///< of the first stage
    qint64 dropOff = 0;               ///< lost before this stage, 0 for the first
    double medianDays = notAvailable; ///< from the previous stage; NaN: nobody arrived
    qint64 previousCount = -1;        ///< in the comparison period; −1: none
    double previousStepRate = notAvailable;
    double previousMedianDays = notAvailable;
    qint64 stillOpen = 0; ///< entered the previous stage too late for the window to have passed
    bool observed = true; ///< false: no row in the workspace can put anybody here; passed over
};

struct LifecycleFunnel
{
    LifecycleModel lifecycle;
    DateRange period;
    std::optional<DateRange> comparison;
    int windowDays = 0; ///< from the entry; 0: no limit
    QList<StageLevel> levels;
    double contactToCustomer = 0; ///< share of entrants that reach the last creation stage
    double previousContactToCustomer = notAvailable;
    double turnedShare = 0; ///< share that crosses the turning point
    double medianDaysToTurn = notAvailable;
    QString definitionEnglish; ///< the definition in words, under the chart
    QString definitionArabic;
};

struct BreakdownRow
{
    QString value;           ///< attribute value; empty: missing
    QList<qint64> counts;    ///< per stage
    QList<double> stepRates; ///< per stage, NaN for the first
};

struct LifecycleQuery
{
    DateRange period; ///< limits the entry into the first stage
    std::optional<DateRange> comparison;
    int windowDays = 0;
    QString breakdownField; ///< empty: no breakdown
};

struct LifecycleView
{
    LifecycleFunnel funnel;
    QString breakdownField;
    QList<BreakdownRow> breakdown; ///< largest first
};

Result<LifecycleView> computeLifecycle(const Customers::Snapshot &snapshot,
                                       const LifecycleModel &lifecycle, const LifecycleQuery &query,
                                       const Progress &progress = {});

} // namespace Lifecycle
