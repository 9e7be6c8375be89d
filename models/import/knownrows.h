#pragma once

#include "models/core/currency.h"
#include "models/core/result.h"
#include "models/import/internmap.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>

class Database;

namespace Import {

struct ImportPlan;

/// What is in the workspace already: the numbers that texts have.
struct KnownRows
{
    InternMap refs{64};             ///< where customers are found by another key: their own ids
    InternMap rows{64};             ///< row ids of the kind's table by key, where the mode asks
    std::uint32_t lastRow = 0;      ///< highest row id of the kind's table before the import
    InternMap customers{1024};
    std::uint32_t lastCustomer = 0;                      ///< highest row id before the import
    std::map<std::string, InternMap, std::less<>> terms; ///< by term.field
    std::uint32_t lastTerm = 0;

    /// Gives the memory of all texts back; the numbers stay.
    void forgetTexts()
    {
        refs = InternMap();
        rows = InternMap();
        customers = InternMap();
        terms.clear();
    }
};

/// Reads them for \a plan. \a currency of the workspace says which country's telephone numbers are
/// written without its code. Fails where the workspace has no room for more.
Result<KnownRows> loadKnownRows(Database &database, const ImportPlan &plan,
                                const Currency &currency);

} // namespace Import
