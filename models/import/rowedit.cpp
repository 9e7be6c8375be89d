#include "models/import/rowedit.h"

#include "models/import/tablelayout.h"
#include "models/workspace/rowcursor.h"

#include <QDateTime>
#include <QJsonDocument>

#include <array>
#include <charconv>

namespace Import {

namespace {

std::string whereRow(std::int64_t row)
{
    return " WHERE rowid = " + std::to_string(row);
}

std::int64_t addBatch(SQLite::Database &connection, const char *kind, const QString &subject,
                      const QJsonObject &options)
{
    SQLite::Statement insert(
        connection, "INSERT INTO import_batch(kind, source, started, options, rows_read, "
                    "rows_imported, rows_updated, rows_rejected) VALUES(?, ?, ?, ?, 0, 0, 0, 0)");
    insert.bind(1, kind);
    insert.bind(2, subject.toStdString());
    insert.bind(3, std::int64_t(QDateTime::currentSecsSinceEpoch()));
    insert.bind(4, QJsonDocument(options).toJson(QJsonDocument::Compact).toStdString());
    insert.exec();
    return connection.getLastInsertRowid();
}

void bindValue(SQLite::Statement &statement, int index, const std::optional<std::string> &value)
{
    if (value)
        statement.bind(index, *value);
    else
        statement.bind(index);
}

} // namespace

bool isEdit(const QString &kind)
{
    return kind == QLatin1StringView(mergeBatch) || kind == QLatin1StringView(repairBatch);
}

QJsonValue keptValue(sqlite3_stmt *row, int column)
{
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL:
        return QJsonValue::Null;
    case SQLITE_FLOAT: {
        std::array<char, 32> text{};
        const auto end = std::to_chars(text.data(), text.data() + text.size(),
                                       sqlite3_column_double(row, column));
        return QString::fromLatin1(text.data(), end.ptr - text.data());
    }
    default:
        return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(row, column)),
                                 sqlite3_column_bytes(row, column));
    }
}

void bindKept(SQLite::Statement &statement, int index, const QJsonValue &value)
{
    if (value.isNull())
        statement.bind(index);
    else
        statement.bind(index, value.toString().toStdString());
}

RowEditor::RowEditor(SQLite::Database &connection, const char *kind, const QString &subject,
                     const QJsonObject &options)
    : m_connection(connection)
    , m_batch(addBatch(connection, kind, subject, options))
    , m_ledger(connection)
    , m_keep(connection, "INSERT INTO previous_value(batch, tab, row, old) VALUES(?, ?, ?, ?)")
{
}

void RowEditor::keep(const std::string &table, std::int64_t row, const QByteArray &old)
{
    m_keep.bind(1, m_batch);
    m_keep.bind(2, table);
    m_keep.bind(3, row);
    m_keep.bind(4, old.toStdString());
    m_keep.exec();
    m_keep.reset();
}

void RowEditor::change(const std::string &table, std::int64_t row, const Values &values)
{
    std::string set;
    for (const auto &[column, value] : values)
        set += (set.empty() ? "" : ", ") + quotedName(column) + " = ?";
    SQLite::Statement statement(m_connection,
                                "UPDATE " + quotedName(table) + " SET " + set + whereRow(row));
    int index = 0;
    for (const auto &[column, value] : values)
        bindValue(statement, ++index, value);
    statement.exec();
}

bool RowEditor::update(const std::string &table, std::int64_t row, const Values &values)
{
    QJsonObject old;
    std::uint64_t before = 0;
    {
        RowCursor now(m_connection, "SELECT * FROM " + quotedName(table) + whereRow(row));
        if (!now.next())
            return false;
        before = rowHash(now.statement());
        for (int i = 1; i < now.columns(); ++i) {
            const auto value = values.find(sqlite3_column_name(now.statement(), i));
            if (value != values.end())
                old.insert(QString::fromStdString(value->first), keptValue(now.statement(), i));
        }
    }
    change(table, row, values);
    RowCursor after(m_connection, "SELECT * FROM " + quotedName(table) + whereRow(row));
    if (!after.next() || rowHash(after.statement()) == before)
        return false;
    m_ledger.adjust(table, row, rowHash(after.statement()) - before);
    keep(table, row, QJsonDocument(old).toJson(QJsonDocument::Compact));
    ++m_changed;
    return true;
}

bool RowEditor::remove(const std::string &table, std::int64_t row)
{
    QJsonObject old;
    std::uint64_t before = 0;
    {
        RowCursor now(m_connection, "SELECT * FROM " + quotedName(table) + whereRow(row));
        if (!now.next())
            return false;
        before = rowHash(now.statement());
        for (int i = 1; i < now.columns(); ++i)
            old.insert(QString::fromUtf8(sqlite3_column_name(now.statement(), i)),
                       keptValue(now.statement(), i));
    }
    old.insert(QLatin1StringView(removedRowBatch), QString::number(m_ledger.batchOf(table, row)));
    m_connection.exec("DELETE FROM " + quotedName(table) + whereRow(row));
    m_ledger.adjust(table, row, 0 - before, -1);
    keep(table, row, QJsonDocument(old).toJson(QJsonDocument::Compact));
    ++m_removed;
    return true;
}

void RowEditor::insert(const std::string &table, std::int64_t row, const Values &values)
{
    m_connection.exec("INSERT INTO " + quotedName(table) + "(rowid) VALUES(" + std::to_string(row)
                      + ")");
    change(table, row, values);
    RowCursor now(m_connection, "SELECT * FROM " + quotedName(table) + whereRow(row));
    if (now.next())
        m_ledger.adjust(table, row, rowHash(now.statement()), 1);
    keep(table, row, "null");
    ++m_changed;
}

void RowEditor::finish()
{
    m_ledger.store();
    SQLite::Statement counts(m_connection,
                             "UPDATE import_batch SET rows_read = ?, rows_updated = ? WHERE id = ?");
    counts.bind(1, m_changed + m_removed);
    counts.bind(2, m_changed + m_removed);
    counts.bind(3, m_batch);
    counts.exec();
}

} // namespace Import
