#include "models/import/periodreplacer.h"

#include "models/import/rangeledger.h"
#include "models/import/rowedit.h"
#include "models/import/tablelayout.h"
#include "models/workspace/rowcursor.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Import {

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
            const std::int64_t id = row.integer(0);
            QJsonObject old;
            // What is empty comes back empty without being kept.
            for (int i = 1; i < row.columns(); ++i)
                if (!row.isNull(i))
                    old.insert(QString::fromUtf8(sqlite3_column_name(row.statement(), i)),
                               keptValue(row.statement(), i));
            old.insert(QLatin1StringView(removedRowBatch),
                       QString::number(ledger.batchOf(table, id)));
            keep.bind(1, batch);
            keep.bind(2, table);
            keep.bind(3, id);
            keep.bind(4, QJsonDocument(old).toJson(QJsonDocument::Compact).toStdString());
            keep.exec();
            keep.reset();
            ledger.adjust(table, id, 0 - rowHash(row.statement()), -1);
            ++rows;
        }
    }
    connection.exec("DELETE FROM " + quotedName(table) + where);
    ledger.store();
    return rows;
}

} // namespace Import
