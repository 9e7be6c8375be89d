#pragma once

#include "models/core/result.h"
#include "models/core/strongid.h"
#include "models/workspace/database.h"

#include <cstdint>
#include <string>
#include <vector>

class Workspace;

/// The part of the kept stage history that hangs on an import.
namespace Import {

/// A kept change of a customer's stage, by the customer's reference: ids do not outlive an import.
struct KeptStageChange
{
    std::string reference;
    std::string stage;
    std::int64_t time = 0;
    std::string receipt; ///< JSON
};

/// What undoing \a batch takes away: the changes it brought, and those of the customers it made.
Result<std::vector<KeptStageChange>> stageChangesOf(const Workspace &workspace, BatchId batch);
/// Puts them back under \a now, the import that read the file again, where the customers exist.
Result<void> carryOver(const Workspace &workspace, const std::vector<KeptStageChange> &changes,
                       BatchId before, BatchId now);
/// Takes away the changes that \a batch brought.
void forgetStageChanges(SQLite::Database &connection, std::int64_t batch);

} // namespace Import
