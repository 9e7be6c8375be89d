#pragma once

#include "models/segments/segment.h"
#include "models/workspace/database.h"

#include <QList>

namespace Segments {

/// The workspace's segments by name. A definition that cannot be read is an error that names it.
Result<QList<Segment>> list(Database &database);
/// The segment of that name; empty: none.
Result<std::optional<Segment>> load(Database &database, const QString &name);
/// Writes a segment under its name, over an earlier one of that name. Refuses one without a name, a
/// reference to a segment that does not exist, and a circle.
Result<void> save(Database &database, const Segment &segment);
/// Refuses to remove a segment that another one refers to.
Result<void> remove(Database &database, const QString &name);
/// \a name, or with a number behind it where a segment has that name already.
[[nodiscard]] QString freeName(const QList<Segment> &segments, const QString &name);

} // namespace Segments
