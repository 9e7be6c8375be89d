#pragma once

#include "app/cli/command.h"
#include "app/cli/workspaceaccess.h"
#include "models/segments/rfm.h"

namespace Cli {

/// What "segment" prints and writes beside the groups.
struct BuyerGroupsWanted
{
    QString membersFile; ///< empty: none
    bool json = false;
    Segments::RfmMap map = Segments::RfmMap::A;
    std::array<double, 2> recencyDays = Segments::usualRecencyDays; ///< of map C
};

/// `qeema segment --rfm`
Outcome scoreBuyers(const LoadedWorkspace &loaded, const BuyerGroupsWanted &wanted,
                    const Surroundings &surroundings);
/// `qeema segment --clusters`; \a clusters 0: the best number.
Outcome clusterBuyers(const LoadedWorkspace &loaded, int clusters, const BuyerGroupsWanted &wanted,
                      const Surroundings &surroundings);

} // namespace Cli
