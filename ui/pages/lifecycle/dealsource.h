#pragma once

#include "models/lifecycle/deals.h"

#include <functional>

/// Reads the workspace's deals, on a worker, for the customers of a snapshot.
using DealSource = std::function<Result<std::vector<Lifecycle::Deal>>(
    const Customers::Snapshot &snapshot, const Progress &progress)>;
