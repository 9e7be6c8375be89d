#pragma once

#include "models/import/rowblock.h"
#include "models/workspace/database.h"

#include <cstdint>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace Import {

/// Appends rows of blocks to one table with a prepared statement of 64 rows, bound straight from
/// the block's columns, and sums up their fingerprint. Throws SQLite::Exception, like SQLiteCpp:
/// to be used within Database::attempt().
class BlockWriter final
{
public:
    struct Column
    {
        std::string name;
        unsigned position = 0; ///< in the CREATE TABLE
        Storage storage = Storage::Text;
        std::size_t source = 0; ///< index into the block's columns
        bool isConstant = false;
        std::int64_t integer = 0; ///< the constant
        std::string text = {};    ///< the constant where storage is Text
    };

    /// Rows get the ids from \a firstId on, which SQLite gives them when that is one above the
    /// highest.
    BlockWriter(sqlite3 *connection, const std::string &table, std::vector<Column> columns,
                std::int64_t firstId);
    ~BlockWriter();
    BlockWriter(const BlockWriter &) = delete;
    BlockWriter &operator=(const BlockWriter &) = delete;

    /// Writes the records \a rows of \a block.
    void write(const RowBlock &block, const std::uint32_t *rows, std::size_t count);
    void write(const RowBlock &block) { write(block, block.rows.data(), block.rows.size()); }
    /// Writes rows of one text and the constants.
    void write(const std::vector<std::string_view> &texts);

    [[nodiscard]] std::int64_t firstId() const { return m_firstId; }
    [[nodiscard]] std::int64_t nextId() const { return m_nextId; }
    [[nodiscard]] std::int64_t rows() const { return m_nextId - m_firstId; }
    [[nodiscard]] std::uint64_t fingerprint() const { return m_fingerprint; }
    void adjustFingerprint(std::uint64_t difference) { m_fingerprint += difference; }

private:
    sqlite3_stmt *prepare(std::size_t rows) const;
    void run(sqlite3_stmt *statement);
    template <typename Bind>
    void writeRows(std::size_t count, Bind bind);
    void bindRow(sqlite3_stmt *statement, int &at, const RowBlock &block, std::uint32_t row);

    sqlite3 *m_connection;
    std::string m_table;
    std::vector<Column> m_columns; ///< those bound; constants stand in the statement
    std::vector<Column> m_constants;
    std::uint64_t m_constantSum = 0; ///< what these add to the fingerprint of every row
    std::size_t m_rowsPerStatement = 64;
    sqlite3_stmt *m_many = nullptr;
    sqlite3_stmt *m_one = nullptr;
    std::int64_t m_firstId;
    std::int64_t m_nextId;
    std::uint64_t m_fingerprint = 0;
};

} // namespace Import
