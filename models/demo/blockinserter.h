#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

struct sqlite3_stmt;

namespace Demo {

/// Appends rows to one table, 64 with each statement, and sums up their fingerprint. Values are
/// given in the order of the columns; each row starts with its id. Lives inside
/// Database::attempt(): throws SQLite::Exception.
class BlockInserter
{
public:
    /// \a columns: positions in the CREATE TABLE, by which fingerprints count; the first is the
    /// id's, 0.
    struct Column
    {
        const char *name;
        unsigned position;
    };
    BlockInserter(SQLite::Database &connection, const std::string &table,
                  std::vector<Column> columns);
    ~BlockInserter();
    BlockInserter(const BlockInserter &) = delete;
    BlockInserter &operator=(const BlockInserter &) = delete;

    void integer(std::int64_t value);
    void real(double value);
    void text(const QByteArray &value); ///< UTF-8
    void null();
    void endRow(); ///< after the last column's value
    void flush();  ///< writes what is left

    [[nodiscard]] std::int64_t rows() const { return m_rows; }
    /// Fingerprint of the rows since the last call; starts the next range.
    [[nodiscard]] std::uint64_t takeFingerprint();

private:
    enum class Type : unsigned char { Null, Integer, Real, Text };
    struct Value
    {
        Type type = Type::Null;
        std::int64_t integer = 0;
        double real = 0;
        QByteArray text;
    };
    void write(sqlite3_stmt *statement, std::size_t rows);
    [[nodiscard]] sqlite3_stmt *prepare(std::size_t rows) const;

    static constexpr std::size_t blockRows = 64;

    SQLite::Database &m_connection;
    std::string m_table;
    std::vector<Column> m_columns;
    std::vector<Value> m_values;
    std::size_t m_used = 0; ///< of m_values
    sqlite3_stmt *m_block = nullptr;
    sqlite3_stmt *m_single = nullptr;
    std::int64_t m_rows = 0;
    std::uint64_t m_fingerprint = 0;
};

} // namespace Demo
