#pragma once

#include "models/import/rowblock.h"
#include "models/import/tablelayout.h"

namespace Import {

/// Fills RowBlock::sums for the rows to write: what their columns add to the fingerprint. The
/// parser's thread does it, because the writer's is the one that is waited for.
void sumColumns(RowBlock &block, const TableLayout &layout);

} // namespace Import
