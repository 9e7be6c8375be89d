#pragma once

#include <QStringList>

namespace Import {

struct ImportPlan;

/// Where customers have their first and last name in two columns, both become the name: the first
/// one's column is mapped, the last one's is joined to it. Nothing changes where the plan has a
/// column for the whole name, or uses either of the two for something else. Columns with the headings
/// \a settled stay as they are.
void joinNames(ImportPlan &plan, const QStringList &settled = {});

} // namespace Import
