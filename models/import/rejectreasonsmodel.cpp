#include "models/import/rejectreasonsmodel.h"

namespace Import {

Result<QList<RejectGroup>> loadRejectGroups(const Workspace &workspace, BatchId batch)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return database->attempt([batch](SQLite::Database &connection) {
        QList<RejectGroup> groups;
        SQLite::Statement query(
            connection, "SELECT reason, count, first_line, (SELECT substr(value, 1, 60) FROM rejected_row r "
                        "WHERE r.batch = g.batch AND r.reason = g.reason AND r.line = g.first_line AND r.column > 0 "
                        "LIMIT 1) FROM reject_reason g WHERE batch = ? ORDER BY count DESC, first_line");
        query.bind(1, std::int64_t(batch.value));
        while (query.executeStep())
            groups.append({QString::fromUtf8(query.getColumn(0).getText()),
                           query.getColumn(1).getInt64(), query.getColumn(2).getInt64(),
                           QString::fromUtf8(query.getColumn(3).getText())});
        return groups;
    });
}

RejectReasonsModel::RejectReasonsModel(QObject *parent) : QAbstractTableModel(parent) {}

void RejectReasonsModel::setGroups(QList<RejectGroup> groups)
{
    beginResetModel();
    m_groups = std::move(groups);
    m_total = 0;
    for (const RejectGroup &entry : std::as_const(m_groups))
        m_total += entry.count;
    endResetModel();
}

void RejectReasonsModel::setNumberFormat(const NumberFormat &format)
{
    m_format = format;
    retranslate();
}

void RejectReasonsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_groups.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_groups.size()) - 1, ColumnCount - 1));
}

int RejectReasonsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_groups.size());
}

int RejectReasonsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant RejectReasonsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RejectGroup &entry = m_groups.at(index.row());
    if (role == ReasonRole)
        return entry.reason;
    if (role == Qt::TextAlignmentRole && index.column() != ReasonColumn)
        return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool shown = role == Qt::DisplayRole;
    const double share = m_total > 0 ? double(entry.count) / double(m_total) : 0;
    switch (Column(index.column())) {
    case ReasonColumn:
        return rejectReasonText(entry.reason);
    case CountColumn:
        return shown ? QVariant(m_format.integer(entry.count)) : QVariant(entry.count);
    case ShareColumn:
        return shown ? QVariant(m_format.percent(share, 1)) : QVariant(share);
    case FirstLineColumn:
        return shown ? QVariant(m_format.integer(entry.firstLine)) : QVariant(entry.firstLine);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant RejectReasonsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == ReasonColumn ? Qt::AlignLeading : Qt::AlignTrailing)
                        | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case ReasonColumn:
        return tr("Reason");
    case CountColumn:
        return tr("Rows");
    case ShareColumn:
        return tr("Share");
    case FirstLineColumn:
        return tr("First line");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Import
