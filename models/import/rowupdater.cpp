#include "models/import/rowupdater.h"

#include "models/import/rangeledger.h"
#include "models/workspace/fingerprint.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <sqlite3.h>

#include <utility>

namespace Import {

namespace {

void check(sqlite3 *connection, int code)
{
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        throw SQLite::Exception(connection, code);
}

sqlite3_stmt *prepared(sqlite3 *connection, const std::string &sql)
{
    sqlite3_stmt *statement = nullptr;
    check(connection, sqlite3_prepare_v3(connection, sql.c_str(), int(sql.size()) + 1,
                                         SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    return statement;
}

QJsonValue jsonValue(sqlite3_stmt *row, int column)
{
    switch (sqlite3_column_type(row, column)) {
    // A JSON number is a double: whole numbers go as text and come back exactly.
    case SQLITE_INTEGER:
        return QString::number(sqlite3_column_int64(row, column));
    case SQLITE_FLOAT:
        return QString::number(sqlite3_column_double(row, column), 'g', 17);
    case SQLITE_TEXT:
        return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(row, column)),
                                 sqlite3_column_bytes(row, column));
    default:
        return QJsonValue::Null;
    }
}

} // namespace

bool RowUpdater::Change::isNull(const BlockColumn &values, std::uint32_t record) const
{
    switch (storage) {
    case Storage::Integer:
        return values.integers[record] == nullInteger;
    case Storage::Real:
        return std::isnan(values.reals[record]);
    case Storage::Text:
        return values.texts[record].empty();
    }
    return true;
}

bool RowUpdater::Change::equals(sqlite3_stmt *row, const BlockColumn &values,
                                std::uint32_t record) const
{
    const int column = int(position);
    switch (storage) {
    case Storage::Integer:
        return sqlite3_column_type(row, column) == SQLITE_INTEGER
               && sqlite3_column_int64(row, column) == values.integers[record];
    case Storage::Real:
        return sqlite3_column_type(row, column) == SQLITE_FLOAT
               && sqlite3_column_double(row, column) == values.reals[record];
    case Storage::Text:
        return sqlite3_column_type(row, column) == SQLITE_TEXT
               && std::string_view(
                      reinterpret_cast<const char *>(sqlite3_column_text(row, column)),
                      std::size_t(sqlite3_column_bytes(row, column)))
                      == values.texts[record];
    }
    return false;
}

void RowUpdater::Change::bind(sqlite3_stmt *statement, int at, const BlockColumn &values,
                              std::uint32_t record) const
{
    switch (storage) {
    case Storage::Integer:
        sqlite3_bind_int64(statement, at, values.integers[record]);
        break;
    case Storage::Real:
        sqlite3_bind_double(statement, at, values.reals[record]);
        break;
    case Storage::Text:
        sqlite3_bind_text(statement, at, values.texts[record].data(),
                          int(values.texts[record].size()), SQLITE_STATIC);
        break;
    }
}

RowUpdater::RowUpdater(SQLite::Database &connection, std::string table, const std::string &key,
                       std::vector<Change> changes)
    : m_connection(connection.getHandle()), m_table(std::move(table)), m_changes(std::move(changes))
{
    if (m_changes.empty())
        return;
    m_select =
        prepared(m_connection, "SELECT * FROM " + quotedName(m_table) + " WHERE " + key + "=?");
    std::string set;
    std::string names = key;
    std::string marks = "?1";
    for (std::size_t i = 0; i < m_changes.size(); ++i) {
        const std::string name = quotedName(m_changes[i].name);
        const std::string mark = '?' + std::to_string(i + 2);
        set += (i ? "," : "") + name + "=coalesce(" + mark + ',' + name + ')';
        names += ',' + name;
        marks += ',' + mark;
    }
    m_update = prepared(m_connection, "UPDATE " + quotedName(m_table) + " SET " + set
                                          + " WHERE " + key + "=?1");
    m_insert = prepared(m_connection, "INSERT INTO " + quotedName(m_table) + '(' + names
                                          + ")VALUES(" + marks + ')');
    m_keep =
        prepared(m_connection, "INSERT INTO previous_value(batch,tab,row,old)VALUES(?,?,?,?)");
}

RowUpdater::~RowUpdater()
{
    for (sqlite3_stmt *statement : {m_select, m_update, m_insert, m_keep})
        sqlite3_finalize(statement);
}

RowUpdater::Outcome RowUpdater::apply(std::int64_t id, const std::vector<BlockColumn> &columns,
                                      std::uint32_t record, std::int64_t keepFor)
{
    Outcome outcome;
    if (m_changes.empty())
        return outcome;
    sqlite3_bind_int64(m_select, 1, id);
    const int code = sqlite3_step(m_select);
    check(m_connection, code);
    const bool exists = code == SQLITE_ROW;
    const std::uint64_t before = exists ? rowHash(m_select) : 0;
    QJsonObject old;
    for (std::size_t i = 0; i < m_changes.size(); ++i) {
        const Change &change = m_changes[i];
        const BlockColumn &values = columns[change.source];
        if (change.isNull(values, record)
            || (exists && change.equals(m_select, values, record))) {
            sqlite3_bind_null(exists ? m_update : m_insert, int(i) + 2);
            continue;
        }
        change.bind(exists ? m_update : m_insert, int(i) + 2, values, record);
        outcome.changed = true;
        if (exists && keepFor)
            old.insert(QString::fromStdString(change.name),
                       jsonValue(m_select, int(change.position)));
    }
    sqlite3_reset(m_select);
    if (!outcome.changed)
        return outcome;
    outcome.inserted = !exists;
    sqlite3_stmt *statement = exists ? m_update : m_insert;
    sqlite3_bind_int64(statement, 1, id);
    sqlite3_step(statement);
    check(m_connection, sqlite3_reset(statement));
    if (keepFor) {
        const QByteArray json =
            exists ? QJsonDocument(old).toJson(QJsonDocument::Compact) : QByteArray("null");
        sqlite3_bind_int64(m_keep, 1, keepFor);
        sqlite3_bind_text(m_keep, 2, m_table.c_str(), int(m_table.size()), SQLITE_STATIC);
        sqlite3_bind_int64(m_keep, 3, id);
        sqlite3_bind_text(m_keep, 4, json.constData(), int(json.size()), SQLITE_STATIC);
        sqlite3_step(m_keep);
        check(m_connection, sqlite3_reset(m_keep));
    }
    sqlite3_bind_int64(m_select, 1, id);
    check(m_connection, sqlite3_step(m_select));
    outcome.difference = rowHash(m_select) - before;
    sqlite3_reset(m_select);
    return outcome;
}

void RowUpdater::insertNew(std::int64_t id, const std::vector<BlockColumn> &columns,
                           std::uint32_t record)
{
    Fingerprint::Row hash(id);
    bool any = false;
    for (std::size_t i = 0; i < m_changes.size(); ++i) {
        const Change &change = m_changes[i];
        const BlockColumn &values = columns[change.source];
        if (change.isNull(values, record)) {
            sqlite3_bind_null(m_insert, int(i) + 2);
            continue;
        }
        any = true;
        change.bind(m_insert, int(i) + 2, values, record);
        switch (change.storage) {
        case Storage::Integer:
            hash.integer(change.position, values.integers[record]);
            break;
        case Storage::Real:
            hash.real(change.position, values.reals[record]);
            break;
        case Storage::Text:
            hash.text(change.position, values.texts[record]);
            break;
        }
    }
    if (!any)
        return;
    sqlite3_bind_int64(m_insert, 1, id);
    sqlite3_step(m_insert);
    check(m_connection, sqlite3_reset(m_insert));
    added[id] += hash.hash();
}

} // namespace Import
