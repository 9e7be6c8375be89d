#pragma once

#include "models/lifecycle/deals.h"

#include <QMap>

namespace Lifecycle {

/// What a person wrote about one MEDDIC element of a deal.
struct MeddicNote
{
    std::optional<int> score; ///< 0 to 3; empty: the imported one stays
    QString evidence;         ///< what the score rests on
    std::int64_t time = 0;    ///< when it was written, epoch seconds

    [[nodiscard]] bool isEmpty() const { return !score && evidence.isEmpty(); }
    bool operator==(const MeddicNote &) const = default;
};

/// The notes of one deal by element, and of all deals by reference. Only those that say something
/// are there.
using DealNotes = QMap<int, MeddicNote>;
using MeddicNotes = QMap<QString, DealNotes>;

/// \a notes with one of them changed; an empty one is taken out.
[[nodiscard]] MeddicNotes withNote(MeddicNotes notes, const QString &deal, int element,
                                   const MeddicNote &note);
/// The scores of \a notes become the newest ones of their deals. Everything else of the deals stays:
/// a note is no change of stage, so hand-offs are computed before.
void applyNotes(std::vector<Deal> &deals, const MeddicNotes &notes);

/// The workspace's notes. One that cannot be read is an error that names its deal.
Result<MeddicNotes> loadMeddicNotes(Database &database);
/// Writes what makes \a before into \a after, in one transaction.
Result<void> saveMeddicNotes(Database &database, const MeddicNotes &before,
                             const MeddicNotes &after);

} // namespace Lifecycle
