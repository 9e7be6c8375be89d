#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/import/importplan.h"
#include "models/import/rowconverter.h"
#include "models/workspace/database.h"

#include <vector>

namespace Import {

/// Finds or makes the attribute columns that the plan's attributes go to, within the open
/// transaction. A new one is a number only where every cell of the file is; the file is read once
/// for that. More than 500 attributes are refused.
Result<std::vector<AttributeColumn>> prepareAttributes(Database &database, const ImportPlan &plan,
                                                       const Progress &progress);

} // namespace Import
