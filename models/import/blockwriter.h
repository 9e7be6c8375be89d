#pragma once

#include "models/import/rowblock.h"
#include "models/import/tableimage.h"
#include "models/workspace/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace Import {

/// Appends rows of blocks to one table in two steps: form() makes SQLite's records of them, append()
/// has the connection move these into the table. Each step belongs to one thread at a time, so that
/// the next rows are formed while some are appended. Sums up the fingerprint of the rows. All but
/// form() throws SQLite::Exception, like SQLiteCpp: to be used within Database::attempt().
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

    /// Rows get the ids from \a firstId on. Columns that are not named stay NULL.
    BlockWriter(SQLite::Database &connection, const std::string &table,
                const std::vector<Column> &columns, std::int64_t firstId);
    BlockWriter(const BlockWriter &) = delete;
    BlockWriter &operator=(const BlockWriter &) = delete;

    /// Forms the records \a rows of \a block, in this order.
    [[nodiscard]] FormedRows form(const RowBlock &block, const std::uint32_t *rows, std::size_t count);
    [[nodiscard]] FormedRows form(const RowBlock &block)
    {
        return form(block, block.rows.data(), block.rows.size());
    }
    /// Forms rows of one text and the constants.
    [[nodiscard]] FormedRows form(const std::vector<std::string_view> &texts);
    /// To be called in the order in which the rows were formed.
    void append(FormedRows rows);

    // As far as rows are formed.
    [[nodiscard]] std::int64_t firstId() const { return m_firstId; }
    [[nodiscard]] std::int64_t nextId() const { return m_nextId; }
    [[nodiscard]] std::int64_t rows() const { return m_nextId - m_firstId; }
    [[nodiscard]] std::uint64_t fingerprint() const { return m_fingerprint + m_adjustment; }
    /// Belongs to the step append().
    void adjustFingerprint(std::uint64_t difference) { m_adjustment += difference; }

private:
    /// A column of the table as a row gets it.
    struct Field
    {
        enum class From { Nothing, Constant, Block };
        From from = From::Nothing;
        bool isRequired = false;
        Storage storage = Storage::Integer;
        std::size_t source = 0;
        std::int64_t integer = 0;
        std::string text = {};
    };

    void formValue(const Field &field, const RowBlock &block, std::uint32_t row);
    void formConstant(const Field &field);
    void formNull(const Field &field);
    void endRow(std::uint64_t columnSum);
    [[nodiscard]] FormedRows take(std::size_t count);

    SQLite::Database &m_connection;
    std::string m_table;
    std::string m_createTable;
    std::vector<Field> m_fields;
    std::uint64_t m_constantSum = 0; ///< what these add to the fingerprint of every row
    std::int64_t m_firstId;

    // Of the step form().
    TableImage m_image;
    std::int64_t m_nextId;
    std::uint64_t m_fingerprint = 0;
    bool m_lacksValue = false;

    // Of the step append().
    std::optional<SQLite::Statement> m_move;
    std::uint64_t m_adjustment = 0;
};

} // namespace Import
