#pragma once

#include "models/import/rowblock.h"
#include "models/import/tablelayout.h"
#include "models/workspace/database.h"

#include <map>
#include <string>
#include <vector>

struct sqlite3_stmt;

namespace Import {

/// Updates rows of one table that are found by a number, and keeps in previous_value what it
/// replaces. An empty cell leaves what is there. Throws SQLite::Exception.
class RowUpdater final
{
public:
    /// One value of a record that goes to one column.
    struct Change
    {
        std::string name;
        unsigned position = 0; ///< in the CREATE TABLE
        Storage storage = Storage::Text;
        std::size_t source = 0; ///< index into the block's columns

        [[nodiscard]] bool isNull(const BlockColumn &values, std::uint32_t record) const;
        [[nodiscard]] bool equals(sqlite3_stmt *row, const BlockColumn &values,
                                  std::uint32_t record) const;
        void bind(sqlite3_stmt *statement, int at, const BlockColumn &values,
                  std::uint32_t record) const;
    };

    RowUpdater(SQLite::Database &connection, std::string table, const std::string &key,
               std::vector<Change> changes);
    ~RowUpdater();
    RowUpdater(const RowUpdater &) = delete;
    RowUpdater &operator=(const RowUpdater &) = delete;

    /// What one row turned into.
    struct Outcome
    {
        bool changed = false;
        bool inserted = false;
        std::uint64_t difference = 0; ///< new hash minus old
    };

    /// \a keepFor: the batch under which the old values are kept; 0: the row is of this import
    /// itself.
    Outcome apply(std::int64_t id, const std::vector<BlockColumn> &columns, std::uint32_t record,
                  std::int64_t keepFor);
    /// A row for an id that has none: nothing to compare with, so the hash comes from the values.
    void insertNew(std::int64_t id, const std::vector<BlockColumn> &columns, std::uint32_t record);

    /// Rows added by insertNew(), and hashes of those no import covered before.
    std::map<std::int64_t, std::uint64_t> added;

private:
    sqlite3 *m_connection;
    std::string m_table;
    std::vector<Change> m_changes;
    sqlite3_stmt *m_select = nullptr;
    sqlite3_stmt *m_update = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_keep = nullptr;
};

} // namespace Import
