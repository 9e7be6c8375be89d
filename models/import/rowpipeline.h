#pragma once

#include "models/core/result.h"
#include "models/import/rowblock.h"

#include <functional>

namespace Import {

/// The steps that a piece of a file takes, one block after the other through each.
struct RowPipeline
{
    std::function<Result<bool>(RowBlock &)> read; ///< fills the chunk; false: the file has ended
    std::function<Result<void>(RowBlock &)> convert;
    std::function<Result<void>(RowBlock &)> write;
};

/// Runs the steps side by side: reading and converting on threads of their own, writing on the
/// caller's, each block through all of them and in order. The first step that fails stops the others;
/// its error is returned. Memory stays the same however long the file is.
Result<void> run(const RowPipeline &pipeline);

} // namespace Import
