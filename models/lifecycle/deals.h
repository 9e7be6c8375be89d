#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/customers/snapshot.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace Lifecycle {

/// The milestones that deals are counted by, in order; other stages of a pipeline stand between.
enum class Milestone {
    Open,      ///< a stage of the pipeline's own
    Marketing, ///< marketing qualified lead (MQL): offered to sales
    Accepted,  ///< sales accepted lead (SAL)
    Sales,     ///< sales qualified lead (SQL)
    Won,
    Lost
};
/// What the name of a deal's stage means: "MQL", "sales accepted", "closed won", "مغلقة ناجحة", …
[[nodiscard]] Milestone milestoneOf(const QString &stage);

/// The six elements of MEDDIC, in its order.
inline constexpr int meddicElements = 6;
[[nodiscard]] QString meddicElementTitle(int element); ///< translated
inline constexpr int highestMeddicScore = 3;

/// One row of a deal's history, with the values after the change.
struct DealChange
{
    std::int64_t row = 0;  ///< row id: the receipt
    std::int64_t time = 0; ///< epoch seconds
    QString stage;
    Milestone milestone = Milestone::Open;
    std::optional<std::int64_t> amount; ///< minor units
    std::optional<double> probability;
    QString owner;
    std::optional<bool> accepted; ///< by the department that it was offered to
    QString reason;               ///< of the rejection or the loss
    std::array<std::optional<int>, meddicElements> meddic;
};

/// A score of an element and the change that gave it: its evidence.
struct MeddicScore
{
    int score = 0;
    std::int64_t time = 0;
    QString owner;
    QString stage;
};

struct Deal
{
    QString reference;
    Customers::CustomerIndex customer = 0;
    std::vector<DealChange> changes; ///< by time, then row

    [[nodiscard]] bool isWon() const;
    [[nodiscard]] bool isLost() const;
    [[nodiscard]] bool isOpen() const { return !isWon() && !isLost(); }
    [[nodiscard]] std::int64_t firstTime() const { return changes.front().time; }
    /// The newest amount, in minor units.
    [[nodiscard]] std::optional<std::int64_t> amount() const;
    [[nodiscard]] QString owner() const; ///< the newest
    /// The first moment at which the deal stood at \a milestone or beyond; Lost is beyond nothing.
    [[nodiscard]] std::optional<std::int64_t> reached(Milestone milestone) const;
    /// The newest score of an element; empty: never answered.
    [[nodiscard]] std::optional<MeddicScore> meddic(int element) const;
    /// Sum of the six newest scores, 0 to 18; an element never answered counts 0.
    [[nodiscard]] int meddicTotal() const;
    [[nodiscard]] bool hasMeddic() const;
};

/// All deals of the workspace, by their first change; empty where none were imported.
Result<std::vector<Deal>> loadDeals(const Workspace &workspace,
                                    const Customers::Snapshot &snapshot,
                                    const Progress &progress = {});

} // namespace Lifecycle
