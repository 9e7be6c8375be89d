#pragma once

#include <cstddef>
#include <functional>

namespace Numerics {

/// Processors to use: what the machine has, 1 to 16.
[[nodiscard]] unsigned processors();

/// Calls \a work(block, from, until) for every block of [0, count), spread over the processors, and
/// returns when all are done. Blocks depend only on count and blockSize, so sums taken per block
/// and then added in the order of blocks have the same digits however many processors there are.
void forBlocks(
    std::size_t count, std::size_t blockSize,
    const std::function<void(std::size_t block, std::size_t from, std::size_t until)> &work);

/// Number of blocks that forBlocks() makes.
[[nodiscard]] constexpr std::size_t blockCount(std::size_t count, std::size_t blockSize)
{
    return (count + blockSize - 1) / blockSize;
}

} // namespace Numerics
