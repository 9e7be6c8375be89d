#include "models/import/rejectedrowsmodel.h"

#include "models/import/importjob.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Import {

namespace {
constexpr int windowRows = 100;
constexpr qsizetype keptWindows = 8;
} // namespace

RejectedRowsModel::RejectedRowsModel(QObject *parent) : QAbstractTableModel(parent) {}

RejectedRowsModel::~RejectedRowsModel() = default;

Result<void> RejectedRowsModel::load(const Workspace &workspace, BatchId batch,
                                     const QString &reason)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    QList<qint64> rowIds;
    QStringList headings;
    const Result<void> read = database->attempt([&](SQLite::Database &connection) {
        SQLite::Statement rows(
            connection, "SELECT rowid FROM rejected_row WHERE batch = ? AND (? = '' OR reason = ?) "
                        "ORDER BY line, rowid");
        rows.bind(1, std::int64_t(batch.value));
        rows.bind(2, reason.toStdString());
        rows.bind(3, reason.toStdString());
        while (rows.executeStep())
            rowIds.append(rows.getColumn(0).getInt64());
        SQLite::Statement options(connection, "SELECT options FROM import_batch WHERE id = ?");
        options.bind(1, std::int64_t(batch.value));
        if (options.executeStep()) {
            const QJsonDocument plan =
                QJsonDocument::fromJson(QByteArray(options.getColumn(0).getText()));
            for (const QJsonValue &column : plan.object().value(u"columns"_s).toArray())
                headings.append(column.toObject().value(u"heading"_s).toString());
        }
    });
    if (!read)
        return read.error();
    beginResetModel();
    m_database = std::make_unique<Database>(std::move(*database));
    m_batch = batch;
    m_reason = reason;
    m_rowIds = std::move(rowIds);
    m_headings = std::move(headings);
    m_windows.clear();
    m_recent.clear();
    endResetModel();
    return {};
}

void RejectedRowsModel::clear()
{
    beginResetModel();
    m_database.reset();
    m_batch = {};
    m_rowIds.clear();
    m_headings.clear();
    m_windows.clear();
    m_recent.clear();
    endResetModel();
}

void RejectedRowsModel::setNumberFormat(const NumberFormat &format)
{
    m_format = format;
    retranslate();
}

void RejectedRowsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_rowIds.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rowIds.size()) - 1, columnCount() - 1));
}

int RejectedRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rowIds.size());
}

int RejectedRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(FirstCellColumn) + int(m_headings.size());
}

const RejectedRowsModel::Row *RejectedRowsModel::row(int index) const
{
    const int window = index / windowRows;
    const auto known = m_windows.constFind(window);
    if (known != m_windows.constEnd())
        return &known->at(index % windowRows);

    QList<Row> rows;
    const int first = window * windowRows;
    const int last = std::min(first + windowRows, int(m_rowIds.size()));
    (void)m_database->attempt([&](SQLite::Database &connection) {
        SQLite::Statement query(
            connection,
            "SELECT line, column, reason, value, cells FROM rejected_row WHERE rowid = ?");
        for (int i = first; i < last; ++i) {
            Row entry;
            query.bind(1, std::int64_t(m_rowIds.at(i)));
            if (query.executeStep()) {
                entry.line = query.getColumn(0).getInt64();
                entry.column = query.getColumn(1).getInt();
                entry.reason = QString::fromUtf8(query.getColumn(2).getText());
                entry.value = QString::fromUtf8(query.getColumn(3).getText());
                const QJsonArray cells =
                    QJsonDocument::fromJson(QByteArray(query.getColumn(4).getText())).array();
                for (const QJsonValue &cell : cells)
                    entry.cells.append(cell.toString());
            }
            rows.append(entry);
            query.reset();
        }
    });
    rows.resize(last - first); // what could not be read shows as empty
    m_recent.append(window);
    if (m_recent.size() > keptWindows)
        m_windows.remove(m_recent.takeFirst());
    return &m_windows.insert(window, rows)->at(index % windowRows);
}

QVariant RejectedRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != SortRole && role != ReasonRole
        && role != FaultyRole && role != Qt::TextAlignmentRole)
        return {};
    if (role == Qt::TextAlignmentRole)
        return index.column() == LineColumn ? QVariant(Qt::AlignTrailing | Qt::AlignVCenter)
                                            : QVariant();
    const Row *entry = row(index.row());
    if (role == ReasonRole)
        return entry->reason;
    const int cell = index.column() - FirstCellColumn;
    if (role == FaultyRole)
        return cell >= 0 && cell == entry->column - 1;
    switch (index.column()) {
    case LineColumn:
        return role == SortRole ? QVariant(entry->line) : QVariant(m_format.integer(entry->line));
    case ReasonColumn:
        return rejectReasonText(entry->reason);
    case ValueColumn:
        return entry->value;
    default:
        return entry->cells.value(cell);
    }
}

QVariant RejectedRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LineColumn:
        return tr("Line");
    case ReasonColumn:
        return tr("Reason");
    case ValueColumn:
        return tr("Value");
    default:
        return m_headings.value(section - FirstCellColumn);
    }
}

} // namespace Import
