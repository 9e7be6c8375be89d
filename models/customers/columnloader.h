#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/customers/snapshot.h"

class Database;
namespace SQLite {
class Database;
}

/// Reads rows into the columns of a snapshot and clusters them by customer.
namespace Customers {

/// Row id to position, for ids with or without gaps.
class CustomerIndexMap
{
public:
    static constexpr CustomerIndex none = UINT32_MAX;

    /// \a rows ascending.
    explicit CustomerIndexMap(const std::vector<std::int64_t> &rows);
    [[nodiscard]] CustomerIndex indexOf(std::int64_t row) const;

private:
    const std::vector<std::int64_t> &m_rows;
    std::int64_t m_first = 0;
    bool m_dense = false;
    std::vector<CustomerIndex> m_table; ///< by row − first; empty: dense, or too sparse for a table
};

/// How many rows \a table may have, from its highest id: counting would read all of it. A damaged
/// file has any id, but no row of less than ten bytes.
[[nodiscard]] qint64 mostRowsOf(SQLite::Database &connection, const char *table);
/// The texts that codes of purchases and events stand for.
void loadTerms(SQLite::Database &connection, Snapshot &snapshot);
/// First and last days, from the columns of purchases and events.
void measureExtents(Snapshot &snapshot);
/// Row ids, coded columns, numbers, acquisition day and cost.
Result<void> loadCustomers(Database &database, Snapshot &snapshot);
Result<void> loadCosts(Database &database, Snapshot &snapshot);
Result<void> loadSubscriptions(Database &database, const CustomerIndexMap &map, Snapshot &snapshot);
Result<void> loadSurveys(Database &database, const CustomerIndexMap &map, Snapshot &snapshot,
                         const Progress &progress);
/// Of several summaries of a customer the one imported last counts.
Result<void> loadSummaries(Database &database, const CustomerIndexMap &map, Snapshot &snapshot);

} // namespace Customers
