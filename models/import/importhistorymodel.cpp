#include "models/import/importhistorymodel.h"

#include "models/import/rowedit.h"
#include "models/import/tablelayout.h"

#include <QFileInfo>

namespace Import {

Result<QList<ImportRecord>> loadImportHistory(const Workspace &workspace)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return database->attempt([](SQLite::Database &connection) {
        QList<ImportRecord> records;
        SQLite::Statement query(
            connection, "SELECT id, kind, source, started, rows_read, rows_imported, rows_updated, "
                        "rows_rejected, "
                        "undone IS NOT NULL FROM import_batch ORDER BY started DESC, id DESC");
        while (query.executeStep()) {
            ImportRecord record;
            record.batch = BatchId{query.getColumn(0).getInt64()};
            record.kind = QString::fromUtf8(query.getColumn(1).getText());
            record.source = QString::fromUtf8(query.getColumn(2).getText());
            record.started = QDateTime::fromSecsSinceEpoch(query.getColumn(3).getInt64());
            record.rowsRead = query.getColumn(4).getInt64();
            record.rowsImported = query.getColumn(5).getInt64();
            record.rowsUpdated = query.getColumn(6).getInt64();
            record.rowsRejected = query.getColumn(7).getInt64();
            record.undone = query.getColumn(8).getInt() != 0;
            records.append(record);
        }
        return records;
    });
}

QString batchTitle(const ImportRecord &record)
{
    if (record.kind == QLatin1StringView(mergeBatch))
        return ImportHistoryModel::tr("Merge of customers");
    if (record.kind == QLatin1StringView(repairBatch))
        return ImportHistoryModel::tr("Repair");
    const std::optional<Kind> kind = kindFromName(record.kind);
    return kind ? kindTitle(*kind) : record.kind;
}

QString batchSource(const ImportRecord &record)
{
    if (record.kind == QLatin1StringView(mergeBatch))
        return record.source.isEmpty() ? ImportHistoryModel::tr("several customers")
                                       : NumberFormat::isolate(record.source);
    if (record.kind != QLatin1StringView(repairBatch))
        return QFileInfo(record.source).fileName();
    // "purchase.time": the table and its column.
    const QString table = record.source.section(u'.', 0, 0);
    const QString column = record.source.section(u'.', 1);
    for (const Kind kind : allKinds()) {
        if (tableOf(kind) != table)
            continue;
        for (const Field &field : fieldsOf(kind)) {
            if (QString::fromStdString(columnOfField(kind, field.name)) == column)
                //: a repair: %1 the kind of data such as Transactions, %2 a column of it
                return ImportHistoryModel::tr("%1, %2").arg(kindTitle(kind), fieldTitle(field.name));
        }
        return kindTitle(kind);
    }
    return ImportHistoryModel::tr("%1, %2").arg(kindTitle(Kind::Customers),
                                                NumberFormat::isolate(column));
}

ImportHistoryModel::ImportHistoryModel(QObject *parent) : QAbstractTableModel(parent) {}

void ImportHistoryModel::setRecords(QList<ImportRecord> records)
{
    beginResetModel();
    m_records = std::move(records);
    endResetModel();
}

void ImportHistoryModel::setNumberFormat(const NumberFormat &format)
{
    m_format = format;
    retranslate();
}

void ImportHistoryModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_records.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_records.size()) - 1, ColumnCount - 1));
}

int ImportHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int ImportHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ImportHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ImportRecord &record = m_records.at(index.row());
    if (role == BatchRole)
        return record.batch.value;
    if (role == UndoneRole)
        return record.undone;
    const auto count = [&](qint64 value) -> QVariant {
        if (role == Qt::DisplayRole)
            return m_format.integer(value);
        if (role == Qt::TextAlignmentRole)
            return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
        return role == SortRole ? QVariant(value) : QVariant();
    };
    switch (Column(index.column())) {
    case StartedColumn:
        if (role == SortRole)
            return record.started;
        return role == Qt::DisplayRole ? m_format.date(record.started.date()) + QStringLiteral(", ")
                                             + m_format.shapeDigits(record.started.time().toString(
                                                 QStringLiteral("HH:mm")))
                                       : QVariant();
    case KindColumn: {
        if (role != Qt::DisplayRole && role != SortRole)
            return {};
        return batchTitle(record);
    }
    case SourceColumn:
        if (role == Qt::ToolTipRole)
            return isEdit(record.kind) ? batchSource(record) : record.source;
        return role == Qt::DisplayRole || role == SortRole ? QVariant(batchSource(record))
                                                           : QVariant();
    case ImportedColumn:
        return count(record.rowsImported);
    case UpdatedColumn:
        return count(record.rowsUpdated);
    case RejectedColumn:
        return count(record.rowsRejected);
    case StateColumn:
        if (role != Qt::DisplayRole && role != SortRole)
            return {};
        return record.undone ? tr("Undone") : isEdit(record.kind) ? tr("Done") : tr("Imported");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ImportHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isNumber = section >= ImportedColumn && section <= RejectedColumn;
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case StartedColumn:
        return tr("Imported on");
    case KindColumn:
        return tr("Kind");
    case SourceColumn:
        return tr("File");
    case ImportedColumn:
        return tr("Rows added");
    case UpdatedColumn:
        return tr("Rows updated");
    case RejectedColumn:
        return tr("Rows rejected");
    case StateColumn:
        return tr("State");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Import
