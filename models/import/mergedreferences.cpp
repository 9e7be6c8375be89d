#include "models/import/mergedreferences.h"

namespace Import {

std::map<std::int64_t, MergedCustomer> mergedCustomers(SQLite::Database &connection)
{
    std::map<std::int64_t, MergedCustomer> merged;
    SQLite::Statement query(
        connection,
        "SELECT p.row, json_extract(p.old, '$.ref'), (SELECT json_extract(m.value, '$.keep') FROM "
        "json_each(b.options, '$.merges') m, json_each(m.value, '$.remove') r WHERE r.value = p.row), "
        "p.batch FROM import_batch b JOIN previous_value p ON p.batch = b.id WHERE b.kind = 'merge' AND "
        "b.undone IS NULL AND p.tab = 'customer' AND json_extract(p.old, '$.\"*batch\"') IS NOT NULL "
        "ORDER BY p.batch");
    while (query.executeStep())
        merged[query.getColumn(0).getInt64()] = {query.getColumn(1).getText(), query.getColumn(2).getInt64(),
                                                 query.getColumn(3).getInt64()};
    return merged;
}

std::vector<std::pair<std::string, std::int64_t>> mergedReferences(SQLite::Database &connection)
{
    const std::map<std::int64_t, MergedCustomer> merged = mergedCustomers(connection);
    std::vector<std::pair<std::string, std::int64_t>> references;
    SQLite::Statement exists(connection, "SELECT EXISTS(SELECT 1 FROM customer WHERE id = ?1) AND NOT "
                                         "EXISTS(SELECT 1 FROM customer WHERE ref = ?2)");
    for (const auto &[row, own] : merged) {
        std::int64_t keep = own.keep;
        std::int64_t batch = own.batch;
        // The one that stayed may have gone into another one later.
        for (auto next = merged.find(keep); next != merged.end() && next->second.batch > batch;
             next = merged.find(keep)) {
            keep = next->second.keep;
            batch = next->second.batch;
        }
        exists.bind(1, keep);
        exists.bind(2, own.reference);
        if (exists.executeStep() && exists.getColumn(0).getInt() != 0)
            references.emplace_back(own.reference, keep);
        exists.reset();
    }
    return references;
}

} // namespace Import
