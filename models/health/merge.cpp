#include "models/health/merge.h"

#include "models/health/edit.h"
#include "models/import/rowedit.h"
#include "models/workspace/rowcursor.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QSet>

#include <vector>

using namespace Qt::StringLiterals;

namespace Health {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Health::Merge)
};

/// The tables whose column "customer" names a customer, whatever the version of the file has.
std::vector<std::string> factTables(SQLite::Database &connection)
{
    std::vector<std::string> tables;
    SQLite::Statement query(connection,
                            "SELECT s.name FROM sqlite_schema s JOIN pragma_foreign_key_list(s.name) f "
                            "WHERE s.type = 'table' AND f.\"table\" = 'customer' AND f.\"from\" = "
                            "'customer' ORDER BY s.name");
    while (query.executeStep())
        tables.emplace_back(query.getColumn(0).getText());
    return tables;
}

Result<void> checkMerges(SQLite::Database &connection, const QList<Merge> &merges,
                         const QString &file)
{
    QSet<CustomerId> seen;
    SQLite::Statement exists(connection, "SELECT 1 FROM customer WHERE id = ?");
    for (const Merge &merge : merges) {
        for (const CustomerId id : QList<CustomerId>{merge.keep} + merge.remove) {
            exists.bind(1, std::int64_t(id.value));
            const bool found = exists.executeStep();
            exists.reset();
            if (!found)
                return Error{Error::Kind::Data,
                             Tr::tr("A customer to merge is no longer in the workspace. Look for "
                                    "duplicates again."),
                             file};
            if (seen.contains(id))
                return Error{Error::Kind::Definition,
                             Tr::tr("A customer cannot be merged twice at the same time."), file};
            seen.insert(id);
        }
        if (merge.remove.isEmpty())
            return Error{Error::Kind::Definition, Tr::tr("A merge needs at least two customers."),
                         file};
    }
    return {};
}

void moveFacts(SQLite::Database &connection, Import::RowEditor &editor, const Progress &progress)
{
    const std::vector<std::string> tables = factTables(connection);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        progress.report(0.1 + 0.7 * double(i) / double(tables.size()), Tr::tr("Moving rows"));
        std::vector<std::pair<std::int64_t, std::int64_t>> rows; // row, customer that stays
        {
            RowCursor row(connection, "SELECT t.rowid, m.keep FROM \"" + tables[i]
                                          + "\" t JOIN temp.merged m ON m.customer = t.customer");
            while (row.next())
                rows.emplace_back(row.integer(0), row.integer(1));
        }
        for (const auto &[row, keep] : rows)
            editor.update(tables[i], row, {{"customer", std::to_string(keep)}});
    }
}

/// The values of one row of \a table by column, the id left out; empty: no such row.
QJsonObject valuesOf(SQLite::Database &connection, const std::string &table, std::int64_t row)
{
    QJsonObject values;
    RowCursor now(connection,
                  "SELECT * FROM " + table + " WHERE rowid = " + std::to_string(row));
    if (now.next()) {
        for (int i = 1; i < now.columns(); ++i)
            values.insert(QString::fromUtf8(sqlite3_column_name(now.statement(), i)),
                          Import::keptValue(now.statement(), i));
    }
    return values;
}

bool isEmpty(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || value.toString().trimmed().isEmpty();
}

Import::RowEditor::Values completed(const QJsonObject &own, const QJsonObject &other,
                                    const QStringList &columns)
{
    Import::RowEditor::Values values;
    for (const QString &column : columns) {
        const QJsonValue more = other.value(column);
        if (isEmpty(more))
            continue;
        const bool isEarlier = column == u"acquired_on"
                               && more.toString().toLongLong() < own.value(column).toString().toLongLong();
        if (isEmpty(own.value(column)) || isEarlier)
            values[column.toStdString()] = more.toString().toStdString();
    }
    return values;
}

void mergeOne(SQLite::Database &connection, Import::RowEditor &editor, const Merge &merge)
{
    static const QStringList own{u"name"_s,        u"email"_s,   u"phone"_s,
                                 u"company"_s,     u"country"_s, u"city"_s,
                                 u"acquired_on"_s, u"channel"_s, u"acquisition_cost"_s,
                                 u"stage"_s};
    const std::int64_t keep = merge.keep.value;
    for (const CustomerId id : merge.remove) {
        const std::int64_t other = id.value;
        if (const auto values = completed(valuesOf(connection, "customer", keep),
                                          valuesOf(connection, "customer", other), own);
            !values.empty())
            editor.update("customer", keep, values);
        const QJsonObject attributes = valuesOf(connection, "customer_attribute", other);
        if (!attributes.isEmpty()) {
            const QJsonObject kept = valuesOf(connection, "customer_attribute", keep);
            const auto values = completed(kept, attributes, attributes.keys());
            if (!values.empty() && kept.isEmpty())
                editor.insert("customer_attribute", keep, values);
            else if (!values.empty())
                editor.update("customer_attribute", keep, values);
        }
        editor.remove("customer_attribute", other);
        editor.remove("customer", other);
    }
}

QString subjectOf(SQLite::Database &connection, const QList<Merge> &merges)
{
    if (merges.size() != 1)
        return {};
    SQLite::Statement query(connection, "SELECT coalesce(name, ref) FROM customer WHERE id = ?");
    query.bind(1, std::int64_t(merges.first().keep.value));
    return query.executeStep() ? QString::fromUtf8(query.getColumn(0).getText()) : QString();
}

QJsonObject optionsOf(const QList<Merge> &merges)
{
    QJsonArray list;
    for (const Merge &merge : merges) {
        QJsonArray removed;
        for (const CustomerId id : merge.remove)
            removed.append(id.value);
        list.append(QJsonObject{{u"keep"_s, merge.keep.value}, {u"remove"_s, removed}});
    }
    return {{u"merges"_s, list}};
}

} // namespace

Result<EditOutcome> mergeCustomers(const Workspace &workspace, const QList<Merge> &merges,
                                   const Progress &progress)
{
    return editRows(workspace, progress, [&](SQLite::Database &connection) -> Result<EditOutcome> {
        if (const Result<void> checked = checkMerges(connection, merges, workspace.file()); !checked)
            return checked.error();
        Import::RowEditor editor(connection, Import::mergeBatch, subjectOf(connection, merges),
                                 optionsOf(merges));
        connection.exec("CREATE TEMP TABLE IF NOT EXISTS merged(customer INTEGER PRIMARY KEY, keep "
                        "INTEGER NOT NULL); DELETE FROM temp.merged;");
        {
            SQLite::Statement insert(connection, "INSERT INTO temp.merged(customer, keep) VALUES(?, ?)");
            for (const Merge &merge : merges) {
                for (const CustomerId id : merge.remove) {
                    insert.bind(1, std::int64_t(id.value));
                    insert.bind(2, std::int64_t(merge.keep.value));
                    insert.exec();
                    insert.reset();
                }
            }
        }
        moveFacts(connection, editor, progress);
        qsizetype done = 0;
        for (const Merge &merge : merges) {
            if (progress.isCancelled())
                return Error::cancelled();
            mergeOne(connection, editor, merge);
            progress.report(0.8 + 0.2 * double(++done) / double(merges.size()),
                            Tr::tr("Merging customers"));
        }
        connection.exec("DELETE FROM temp.merged");
        editor.finish();
        return EditOutcome{BatchId{editor.batch()}, editor.changed(), editor.removed()};
    });
}

} // namespace Health
