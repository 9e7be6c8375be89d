#pragma once

#include "app/cli/workspaceaccess.h"

namespace Cli {

/// Writes the per-customer table of a lifetime value result, with the customers' own references:
/// a workbook where the name ends in .xlsx, else CSV.
Result<void> writeCustomerCsv(const QString &file, const Clv::ClvResult &result,
                              const LoadedWorkspace &loaded);

} // namespace Cli
