#pragma once

#include "models/core/progress.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace Funnel {

/// Runs \a work(partial, begin, end) over chunks of the actors 0 … \a actors on all cores and
/// returns the partial results in the order of the actors, so that results do not depend on the
/// number of cores. Empty when cancelled.
template <typename Partial, typename Work>
std::vector<Partial> overActors(std::size_t actors, const Partial &empty, const Progress &progress,
                                Work work)
{
    constexpr std::size_t smallestChunk = 1 << 13;
    const std::size_t chunks = std::clamp<std::size_t>(actors / smallestChunk, 1, 64);
    std::vector<Partial> partials(chunks, empty);
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> stopped = false;
    const auto loop = [&] {
        for (std::size_t chunk = next++; chunk < chunks; chunk = next++) {
            if (progress.isCancelled()) {
                stopped = true;
                return;
            }
            work(partials[chunk], actors * chunk / chunks, actors * (chunk + 1) / chunks);
        }
    };
    {
        const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < std::min(cores, chunks); ++i)
            helpers.emplace_back(loop);
        loop();
    }
    if (stopped)
        partials.clear();
    return partials;
}

} // namespace Funnel
