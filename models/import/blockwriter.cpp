#include "models/import/blockwriter.h"

#include "models/import/tablelayout.h"
#include "models/workspace/fingerprint.h"

#include <sqlite3.h>

#include <algorithm>

namespace Import {

BlockWriter::BlockWriter(sqlite3 *connection, const std::string &table, std::vector<Column> columns,
                         std::int64_t firstId)
    : m_connection(connection), m_table(table), m_firstId(firstId), m_nextId(firstId)
{
    for (Column &column : columns)
        (column.isConstant ? m_constants : m_columns).push_back(std::move(column));
    Fingerprint::Columns constants;
    for (const Column &column : m_constants) {
        if (column.storage == Storage::Text)
            constants.text(column.position, column.text);
        else
            constants.integer(column.position, column.integer);
    }
    m_constantSum = constants.sum();
    const std::size_t variables = std::max<std::size_t>(m_columns.size(), 1);
    m_rowsPerStatement = std::clamp<std::size_t>(8000 / variables, 1, 64);
    m_many = prepare(m_rowsPerStatement);
    m_one = prepare(1);
}

BlockWriter::~BlockWriter()
{
    sqlite3_finalize(m_many);
    sqlite3_finalize(m_one);
}

sqlite3_stmt *BlockWriter::prepare(std::size_t rows) const
{
    // A NULL id lets SQLite append without searching for the place.
    std::string names = "id";
    std::string row = "(NULL";
    for (const Column &column : m_columns) {
        names += ',' + quotedName(column.name);
        row += ",?";
    }
    for (const Column &column : m_constants) {
        names += ',' + quotedName(column.name);
        row += column.storage == Storage::Text ? ",'" + column.text + '\''
                                               : ',' + std::to_string(column.integer);
    }
    row += ')';
    std::string sql = "INSERT INTO " + quotedName(m_table) + '(' + names + ")VALUES";
    for (std::size_t i = 0; i < rows; ++i)
        sql += i == 0 ? row : ',' + row;
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_connection, sql.c_str(), int(sql.size()) + 1,
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        throw SQLite::Exception(m_connection, code);
    return statement;
}

void BlockWriter::run(sqlite3_stmt *statement)
{
    sqlite3_step(statement);
    if (const int code = sqlite3_reset(statement); code != SQLITE_OK)
        throw SQLite::Exception(m_connection, code);
}

void BlockWriter::bindRow(sqlite3_stmt *statement, int &at, const RowBlock &block, std::uint32_t row)
{
    for (const Column &column : m_columns) {
        const BlockColumn &values = block.columns[column.source];
        switch (column.storage) {
        case Storage::Integer: {
            const std::int64_t value = values.integers[row];
            if (value == nullInteger)
                sqlite3_bind_null(statement, at);
            else
                sqlite3_bind_int64(statement, at, value);
            break;
        }
        case Storage::Real:
            sqlite3_bind_double(statement, at, values.reals[row]); // NaN is stored as NULL
            break;
        case Storage::Text: {
            const std::string_view value = values.texts[row];
            if (value.empty())
                sqlite3_bind_null(statement, at);
            else
                sqlite3_bind_text(statement, at, value.data(), int(value.size()), SQLITE_STATIC);
            break;
        }
        }
        ++at;
    }
    Fingerprint::Row hash(m_nextId);
    hash.add(block.sums[row] + m_constantSum);
    m_fingerprint += hash.hash();
    ++m_nextId;
}

template <typename Bind>
void BlockWriter::writeRows(std::size_t count, Bind bind)
{
    std::size_t done = 0;
    while (count - done >= m_rowsPerStatement) {
        int at = 1;
        for (std::size_t i = 0; i < m_rowsPerStatement; ++i)
            bind(m_many, at, done + i);
        run(m_many);
        done += m_rowsPerStatement;
    }
    for (; done < count; ++done) {
        int at = 1;
        bind(m_one, at, done);
        run(m_one);
    }
    if (count > 0 && sqlite3_last_insert_rowid(m_connection) != m_nextId - 1)
        throw SQLite::Exception("row ids are not consecutive", SQLITE_INTERNAL);
}

void BlockWriter::write(const RowBlock &block, const std::uint32_t *rows, std::size_t count)
{
    writeRows(count, [&](sqlite3_stmt *statement, int &at, std::size_t i) {
        bindRow(statement, at, block, rows[i]);
    });
}

void BlockWriter::write(const std::vector<std::string_view> &texts)
{
    writeRows(texts.size(), [&](sqlite3_stmt *statement, int &at, std::size_t i) {
        Fingerprint::Row hash(m_nextId);
        sqlite3_bind_text(statement, at++, texts[i].data(), int(texts[i].size()), SQLITE_STATIC);
        hash.text(m_columns.front().position, texts[i]);
        hash.add(m_constantSum);
        m_fingerprint += hash.hash();
        ++m_nextId;
    });
}

} // namespace Import
