#pragma once

#include <cstdint>
#include <vector>

namespace Funnel {

/// The columns of a log that are not borrowed from a snapshot.
struct OwnedColumns
{
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> time;
    std::vector<std::uint16_t> name;
};

} // namespace Funnel
