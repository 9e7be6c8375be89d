#pragma once

#include <QHash>
#include <QStringList>

/// The category of Theme that marks each segment, by its name, so that a segment has one colour on
/// every screen: the usual ones have theirs by design, another keeps the one that its name leads to
/// unless a segment before it has that already.
[[nodiscard]] QHash<QString, int> segmentCategories(const QStringList &names);
