#pragma once

#include "models/workspace/database.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

struct sqlite3_stmt;

namespace Import {

/// The rows of batch_range in memory, so that changing or deleting a row keeps the fingerprint of
/// the import it came with true. Throws SQLite::Exception.
class RangeLedger final
{
public:
    explicit RangeLedger(SQLite::Database &connection);

    /// Changes the row's range. False: no import covers the row.
    bool adjust(const std::string &table, std::int64_t id, std::uint64_t difference,
                std::int64_t rows = 0);
    [[nodiscard]] bool covers(const std::string &table, std::int64_t id) const;
    /// The import whose range holds the row; 0: none.
    [[nodiscard]] std::int64_t batchOf(const std::string &table, std::int64_t id) const;
    /// A row that \a batch once brought is there again: its range grows, or it gets one of its own.
    void restore(const std::string &table, std::int64_t id, std::int64_t batch, std::uint64_t hash);
    /// Writes what changed. Ranges without rows fall away, and one that lost its last rows ends
    /// before them: SQLite gives their ids out again.
    void store();

private:
    struct Range
    {
        std::int64_t batch = 0;
        std::int64_t last = 0;
        std::int64_t rows = 0;
        std::uint64_t fingerprint = 0;
        bool changed = false;
        bool lostRows = false;
    };
    [[nodiscard]] Range *find(const std::string &table, std::int64_t id);

    SQLite::Database &m_connection;
    std::map<std::string, std::map<std::int64_t, Range>> m_ranges; ///< by table, then first id
};

/// The hash of the row that a SELECT * stands on.
[[nodiscard]] std::uint64_t rowHash(sqlite3_stmt *row);

} // namespace Import
