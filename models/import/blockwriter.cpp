#include "models/import/blockwriter.h"

#include "models/import/tablelayout.h"
#include "models/workspace/fingerprint.h"

#include <sqlite3.h>

#include <utility>

namespace Import {

BlockWriter::BlockWriter(SQLite::Database &connection, const std::string &table,
                         const std::vector<Column> &columns, std::int64_t firstId)
    : m_connection(connection), m_table(table), m_firstId(firstId), m_nextId(firstId)
{
    SQLite::Statement sql(connection,
                          "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?");
    sql.bind(1, table);
    if (!sql.executeStep())
        throw SQLite::Exception("no such table: " + table, SQLITE_ERROR);
    m_createTable = sql.getColumn(0).getString();
    SQLite::Statement info(connection,
                           "SELECT \"notnull\", pk FROM pragma_table_info(?) ORDER BY cid");
    info.bind(1, table);
    while (info.executeStep()) // a row id stands before the record, which has nothing in its place
        m_fields.push_back(
            {.isRequired = info.getColumn(0).getInt() != 0 && info.getColumn(1).getInt() == 0});

    Fingerprint::Columns constants;
    for (const Column &column : columns) {
        Field &field = m_fields.at(column.position);
        field.from = column.isConstant ? Field::From::Constant : Field::From::Block;
        field.storage = column.storage;
        field.source = column.source;
        field.integer = column.integer;
        field.text = column.text;
        if (!column.isConstant)
            continue;
        if (column.storage == Storage::Text)
            constants.text(column.position, column.text);
        else
            constants.integer(column.position, column.integer);
    }
    m_constantSum = constants.sum();

    sqlite3 *handle = connection.getHandle();
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, -1) + 1);
    connection.exec("ATTACH ':memory:' AS " + quotedName("incoming_" + table));
}

void BlockWriter::formNull(const Field &field)
{
    m_lacksValue |= field.isRequired;
    m_image.null();
}

void BlockWriter::formConstant(const Field &field)
{
    if (field.storage == Storage::Text)
        m_image.text(field.text);
    else
        m_image.integer(field.integer);
}

void BlockWriter::formValue(const Field &field, const RowBlock &block, std::uint32_t row)
{
    const BlockColumn &values = block.columns[field.source];
    switch (field.storage) {
    case Storage::Integer:
        if (values.integers[row] == nullInteger)
            formNull(field);
        else
            m_image.integer(values.integers[row]);
        break;
    case Storage::Real:
        m_image.real(values.reals[row]);
        break;
    case Storage::Text:
        if (values.texts[row].empty())
            formNull(field);
        else
            m_image.text(values.texts[row]);
        break;
    }
}

void BlockWriter::endRow(std::uint64_t columnSum)
{
    m_image.endRow(m_nextId);
    Fingerprint::Row hash(m_nextId);
    hash.add(columnSum + m_constantSum);
    m_fingerprint += hash.hash();
    ++m_nextId;
}

FormedRows BlockWriter::take(std::size_t count)
{
    m_image.finish();
    return {.image = m_image.release(), .count = count, .lacksValue = m_lacksValue};
}

FormedRows BlockWriter::form(const RowBlock &block, const std::uint32_t *rows, std::size_t count)
{
    if (count == 0)
        return {};
    m_image.begin(m_table, m_createTable);
    for (std::size_t i = 0; i < count; ++i) {
        m_image.beginRow();
        for (const Field &field : m_fields) {
            if (field.from == Field::From::Block)
                formValue(field, block, rows[i]);
            else if (field.from == Field::From::Constant)
                formConstant(field);
            else
                formNull(field);
        }
        endRow(block.sums[rows[i]]);
    }
    return take(count);
}

FormedRows BlockWriter::form(const std::vector<std::string_view> &texts)
{
    if (texts.empty())
        return {};
    m_image.begin(m_table, m_createTable);
    for (const std::string_view text : texts) {
        Fingerprint::Columns sum;
        m_image.beginRow();
        for (std::size_t position = 0; position < m_fields.size(); ++position) {
            const Field &field = m_fields[position];
            if (field.from == Field::From::Block) {
                m_image.text(text);
                sum.text(unsigned(position), text);
            } else if (field.from == Field::From::Constant) {
                formConstant(field);
            } else {
                formNull(field);
            }
        }
        endRow(sum.sum());
    }
    return take(texts.size());
}

void BlockWriter::append(FormedRows rows)
{
    if (rows.count == 0)
        return;
    if (!rows.image.data)
        throw SQLite::Exception("no memory for the rows", SQLITE_NOMEM);
    if (rows.lacksValue)
        throw SQLite::Exception("a value is missing in " + m_table, SQLITE_CONSTRAINT);
    // The connection's own copy of the table's name; what it held before goes, and SQLite frees the
    // bytes in its time.
    const std::string incoming = "incoming_" + m_table;
    const auto size = sqlite3_int64(rows.image.size);
    const int code = sqlite3_deserialize(m_connection.getHandle(), incoming.c_str(),
                                         rows.image.data.release(), size, size,
                                         SQLITE_DESERIALIZE_FREEONCLOSE
                                             | SQLITE_DESERIALIZE_READONLY);
    if (code != SQLITE_OK)
        throw SQLite::Exception(m_connection.getHandle(), code);
    // Two tables of one form: SQLite moves whole records from one to the other, undivided. An id
    // that is there already ends the whole import, so nothing need be kept to end the statement only.
    if (!m_move)
        m_move.emplace(m_connection, "INSERT OR ROLLBACK INTO main." + quotedName(m_table) + " SELECT * FROM "
                                         + quotedName(incoming) + '.' + quotedName(m_table));
    m_move->reset();
    if (std::size_t(m_move->exec()) != rows.count)
        throw SQLite::Exception("not all rows were moved", SQLITE_INTERNAL);
    m_move->reset();
}

} // namespace Import
