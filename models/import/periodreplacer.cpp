#include "models/import/periodreplacer.h"

#include "models/import/rangeledger.h"
#include "models/import/tablelayout.h"
#include "models/workspace/rowcursor.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

namespace Import {

namespace {

QJsonValue jsonOf(const RowCursor &row, int column)
{
    switch (row.type(column)) {
    // A JSON number is a double: whole numbers go as text and come back exactly.
    case SQLITE_INTEGER:
        return QString::number(row.integer(column));
    case SQLITE_FLOAT:
        return QString::number(row.real(column), 'g', 17);
    case SQLITE_NULL:
        return QJsonValue::Null;
    default: {
        const std::string_view text = row.text(column);
        return QString::fromUtf8(text.data(), qsizetype(text.size()));
    }
    }
}

} // namespace

std::int64_t removePeriod(SQLite::Database &connection, const std::string &table,
                          const std::string &column, std::int64_t first, std::int64_t last,
                          std::int64_t lastKnown, std::int64_t batch)
{
    const std::string where = " WHERE id <= " + std::to_string(lastKnown) + " AND "
                              + quotedName(column) + " BETWEEN " + std::to_string(first) + " AND "
                              + std::to_string(last);
    RangeLedger ledger(connection);
    SQLite::Statement keep(connection,
                           "INSERT INTO previous_value(batch, tab, row, old) VALUES(?, ?, ?, ?)");
    std::int64_t rows = 0;
    {
        RowCursor row(connection, "SELECT * FROM " + quotedName(table) + where);
        while (row.next()) {
            QJsonArray values;
            for (int i = 0; i < row.columns(); ++i)
                values.append(jsonOf(row, i));
            keep.bind(1, batch);
            keep.bind(2, table);
            keep.bind(3, std::int64_t(row.integer(0)));
            keep.bind(4, QJsonDocument(values).toJson(QJsonDocument::Compact).toStdString());
            keep.exec();
            keep.reset();
            ledger.adjust(table, row.integer(0), 0 - rowHash(row.statement()), -1);
            ++rows;
        }
    }
    connection.exec("DELETE FROM " + quotedName(table) + where);
    // Ranges stay even without rows: undoing fills them again.
    ledger.store(RangeLedger::EmptyRanges::Keep);
    return rows;
}

void restoreRemoved(SQLite::Database &connection, std::int64_t batch)
{
    RangeLedger ledger(connection);
    SQLite::Statement kept(connection, "SELECT tab, row, old FROM previous_value WHERE batch = ? "
                                       "AND substr(old, 1, 1) = '[' ORDER BY rowid");
    kept.bind(1, batch);
    while (kept.executeStep()) {
        const std::string table = kept.getColumn(0).getText();
        const std::int64_t id = kept.getColumn(1).getInt64();
        const QJsonArray values =
            QJsonDocument::fromJson(QByteArray(kept.getColumn(2).getText())).array();
        std::string marks;
        for (qsizetype i = 0; i < values.size(); ++i)
            marks += i == 0 ? "?" : ",?";
        const bool namesCustomer =
            connection
                .execAndGet("SELECT EXISTS(SELECT 1 FROM pragma_table_info('" + table
                            + "') WHERE name = 'customer')")
                .getInt()
            != 0;
        if (namesCustomer) {
            SQLite::Statement owner(connection, "SELECT 1 FROM customer WHERE id = ?");
            owner.bind(1, std::int64_t(values.at(1).toString().toLongLong()));
            if (!owner.executeStep())
                continue;
        }
        SQLite::Statement insert(connection,
                                 "INSERT INTO " + quotedName(table) + " VALUES(" + marks + ')');
        for (qsizetype i = 0; i < values.size(); ++i) {
            if (values.at(i).isNull())
                insert.bind(int(i) + 1);
            else
                insert.bind(int(i) + 1, values.at(i).toString().toStdString());
        }
        insert.exec();
        RowCursor row(connection, "SELECT * FROM " + quotedName(table)
                                      + " WHERE id = " + std::to_string(id));
        if (row.next())
            ledger.adjust(table, id, rowHash(row.statement()), 1);
    }
    ledger.store(RangeLedger::EmptyRanges::Keep);
    SQLite::Statement forget(connection,
                             "DELETE FROM previous_value WHERE batch = ? AND substr(old, 1, 1) = '['");
    forget.bind(1, batch);
    forget.exec();
}

} // namespace Import
