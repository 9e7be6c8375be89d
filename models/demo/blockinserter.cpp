#include "models/demo/blockinserter.h"

#include "models/workspace/fingerprint.h"

#include <sqlite3.h>

namespace Demo {

BlockInserter::BlockInserter(SQLite::Database &connection, const std::string &table,
                             std::vector<Column> columns)
    : m_connection(connection)
    , m_table(table)
    , m_columns(std::move(columns))
    , m_values(m_columns.size() * blockRows)
{
    m_block = prepare(blockRows);
    m_single = prepare(1);
}

BlockInserter::~BlockInserter()
{
    sqlite3_finalize(m_block);
    sqlite3_finalize(m_single);
}

sqlite3_stmt *BlockInserter::prepare(std::size_t rows) const
{
    std::string names;
    std::string marks;
    for (const Column &column : m_columns) {
        names += (names.empty() ? "\"" : ", \"") + std::string(column.name) + '"';
        marks += marks.empty() ? "(?" : ", ?";
    }
    marks += ')';
    std::string sql = "INSERT INTO " + m_table + '(' + names + ") VALUES ";
    for (std::size_t row = 0; row < rows; ++row)
        sql += (row ? ", " : "") + marks;
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_connection.getHandle(), sql.c_str(), int(sql.size()) + 1,
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        throw SQLite::Exception(m_connection.getHandle(), code);
    return statement;
}

void BlockInserter::integer(std::int64_t value)
{
    Value &slot = m_values[m_used++];
    slot.type = Type::Integer;
    slot.integer = value;
}

void BlockInserter::real(double value)
{
    Value &slot = m_values[m_used++];
    slot.type = Type::Real;
    slot.real = value;
}

void BlockInserter::text(const QByteArray &value)
{
    Value &slot = m_values[m_used++];
    slot.type = Type::Text;
    slot.text = value;
}

void BlockInserter::null() { m_values[m_used++].type = Type::Null; }

void BlockInserter::endRow()
{
    const Value *row = &m_values[m_used - m_columns.size()];
    Fingerprint::Row fingerprint(row[0].integer);
    for (std::size_t i = 1; i < m_columns.size(); ++i) {
        const Value &value = row[i];
        switch (value.type) {
        case Type::Null:
            break;
        case Type::Integer:
            fingerprint.integer(m_columns[i].position, value.integer);
            break;
        case Type::Real:
            fingerprint.real(m_columns[i].position, value.real);
            break;
        case Type::Text:
            fingerprint.text(m_columns[i].position,
                             {value.text.constData(), std::size_t(value.text.size())});
            break;
        }
    }
    m_fingerprint += fingerprint.hash();
    ++m_rows;
    if (m_used == m_values.size()) {
        write(m_block, blockRows);
        m_used = 0;
    }
}

void BlockInserter::flush()
{
    const std::size_t width = m_columns.size();
    const std::size_t rows = m_used / width;
    for (std::size_t row = 0; row < rows; ++row) {
        if (row)
            std::swap_ranges(m_values.begin(), m_values.begin() + qsizetype(width),
                             m_values.begin() + qsizetype(row * width));
        write(m_single, 1);
    }
    m_used = 0;
}

void BlockInserter::write(sqlite3_stmt *statement, std::size_t rows)
{
    for (std::size_t i = 0; i < rows * m_columns.size(); ++i) {
        const Value &value = m_values[i];
        const int at = int(i) + 1;
        switch (value.type) {
        case Type::Null:
            sqlite3_bind_null(statement, at);
            break;
        case Type::Integer:
            sqlite3_bind_int64(statement, at, value.integer);
            break;
        case Type::Real:
            sqlite3_bind_double(statement, at, value.real);
            break;
        case Type::Text:
            sqlite3_bind_text(statement, at, value.text.constData(), int(value.text.size()),
                              SQLITE_STATIC);
            break;
        }
    }
    sqlite3_step(statement);
    if (const int code = sqlite3_reset(statement); code != SQLITE_OK)
        throw SQLite::Exception(m_connection.getHandle(), code);
}

std::uint64_t BlockInserter::takeFingerprint() { return std::exchange(m_fingerprint, 0); }

} // namespace Demo
