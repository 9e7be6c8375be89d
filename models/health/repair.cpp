#include "models/health/edit.h"
#include "models/health/health.h"
#include "models/import/rowedit.h"
#include "models/workspace/rowcursor.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Health {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Health::Repair)
};

std::string quoted(const QString &name)
{
    return '"' + QString(name).replace(u'"', u"\"\""_s).toStdString() + '"';
}

/// The rows with their text in the finding's column, read before any of them changes.
std::vector<std::pair<std::int64_t, QString>> rowsWithText(SQLite::Database &connection,
                                                           const Finding &finding)
{
    std::vector<std::pair<std::int64_t, QString>> rows;
    const std::string table = finding.table.toStdString();
    const auto read = [&](const std::string &condition) {
        RowCursor row(connection, "SELECT t.rowid, "
                                      + (finding.repair == Repair::RemoveRows
                                             ? std::string("NULL")
                                             : "t." + quoted(finding.column))
                                      + " FROM \"" + table + "\" t WHERE " + condition);
        while (row.next()) {
            const std::string_view text = row.text(1);
            rows.emplace_back(row.integer(0),
                              QString::fromUtf8(text.data(), qsizetype(text.size())));
        }
    };
    if (finding.ids) {
        for (const std::int64_t id : *finding.ids)
            read("t.rowid = " + std::to_string(id));
    } else {
        read(finding.condition);
    }
    return rows;
}

QString tidied(const Finding &finding, const QString &text)
{
    return finding.column == u"email" ? text.trimmed().toLower() : text.simplified();
}

} // namespace

Result<EditOutcome> repairFinding(const Workspace &workspace, const Finding &finding,
                                  const Progress &progress)
{
    if (finding.repair == Repair::None)
        return Error{Error::Kind::Definition, Tr::tr("This finding has no repair."), workspace.file()};
    return editRows(workspace, progress, [&](SQLite::Database &connection) -> Result<EditOutcome> {
        Import::RowEditor editor(connection, Import::repairBatch,
                                 finding.table + u'.' + finding.column,
                                 {{u"finding"_s, finding.id}});
        QHash<QString, QString> spellings;
        for (const auto &[written, wanted] : finding.spellings)
            spellings.insert(written, wanted);
        // One pass for all customers: purchases have no index by customer.
        QHash<qint64, qint64> firstDays;
        if (finding.repair == Repair::FirstPurchase) {
            RowCursor row(connection, "SELECT customer, min(time) FROM purchase WHERE amount > 0 "
                                      "GROUP BY customer");
            while (row.next())
                firstDays.insert(row.integer(0), epochDay(row.integer(1)));
        }
        const auto rows = rowsWithText(connection, finding);
        const std::string table = finding.table.toStdString();
        const std::string column = finding.column.toStdString();
        qint64 done = 0;
        for (const auto &[row, text] : rows) {
            switch (finding.repair) {
            case Repair::RemoveRows:
                editor.remove(table, row);
                break;
            case Repair::ClearField:
                editor.update(table, row, {{column, std::nullopt}});
                break;
            case Repair::TidyField:
                editor.update(table, row, {{column, tidied(finding, text).toStdString()}});
                break;
            case Repair::OneSpelling:
                editor.update(table, row, {{column, spellings.value(text, text).toStdString()}});
                break;
            case Repair::FirstPurchase:
                if (const auto day = firstDays.constFind(row); day != firstDays.constEnd())
                    editor.update(table, row, {{column, std::to_string(*day)}});
                break;
            case Repair::None:
                break;
            }
            if (++done % 1000 == 0) {
                if (progress.isCancelled())
                    return Error::cancelled();
                progress.report(double(done) / double(rows.size()), Tr::tr("Repairing rows"));
            }
        }
        editor.finish();
        return EditOutcome{BatchId{editor.batch()}, editor.changed(), editor.removed()};
    });
}

} // namespace Health
