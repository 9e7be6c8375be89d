#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <sqlite3.h>

#include <string>
#include <string_view>

/// Steps through a query with SQLite's own functions, for the places where a wrapper's calls per
/// value cost too much. Lives inside Database::attempt(): throws SQLite::Exception.
class RowCursor
{
public:
    RowCursor(SQLite::Database &connection, const std::string &sql)
        : m_connection(connection.getHandle())
    {
        const int code = sqlite3_prepare_v2(m_connection, sql.c_str(), int(sql.size()) + 1,
                                            &m_statement, nullptr);
        if (code != SQLITE_OK)
            throw SQLite::Exception(m_connection, code);
    }
    ~RowCursor() { sqlite3_finalize(m_statement); }
    RowCursor(const RowCursor &) = delete;
    RowCursor &operator=(const RowCursor &) = delete;

    [[nodiscard]] bool next()
    {
        const int code = sqlite3_step(m_statement);
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            throw SQLite::Exception(m_connection, code);
        return code == SQLITE_ROW;
    }

    [[nodiscard]] sqlite3_stmt *statement() const { return m_statement; }
    [[nodiscard]] int columns() const { return sqlite3_column_count(m_statement); }
    [[nodiscard]] int type(int column) const { return sqlite3_column_type(m_statement, column); }
    [[nodiscard]] bool isNull(int column) const { return type(column) == SQLITE_NULL; }
    [[nodiscard]] sqlite3_int64 integer(int column) const
    {
        return sqlite3_column_int64(m_statement, column);
    }
    [[nodiscard]] double real(int column) const
    {
        return sqlite3_column_double(m_statement, column);
    }
    /// Valid until the next step; empty for NULL.
    [[nodiscard]] std::string_view text(int column) const
    {
        const auto *bytes =
            reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        return bytes
                   ? std::string_view(bytes, std::size_t(sqlite3_column_bytes(m_statement, column)))
                   : std::string_view();
    }

private:
    sqlite3 *m_connection;
    sqlite3_stmt *m_statement = nullptr;
};
