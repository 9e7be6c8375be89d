#include "models/numerics/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace Numerics {

unsigned processors() { return std::clamp(std::thread::hardware_concurrency(), 1u, 16u); }

void forBlocks(std::size_t count, std::size_t blockSize,
               const std::function<void(std::size_t, std::size_t, std::size_t)> &work)
{
    const std::size_t blocks = blockCount(count, blockSize);
    std::atomic<std::size_t> next = 0;
    const auto run = [&] {
        for (std::size_t block = next++; block < blocks; block = next++)
            work(block, block * blockSize, std::min(count, (block + 1) * blockSize));
    };
    const std::size_t helpers = std::min<std::size_t>(processors(), blocks);
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < helpers; ++i)
        threads.emplace_back(run);
    run();
}

} // namespace Numerics
