#pragma once

#include "models/core/numberformat.h"
#include "models/core/result.h"
#include "models/core/strongid.h"
#include "models/import/kinds.h"
#include "models/workspace/workspace.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QList>

namespace Import {

/// One import as the history shows it.
struct ImportRecord
{
    BatchId batch;
    QString kind;   ///< as kindName(), or "demo" where the program made the rows
    QString source; ///< the file's path
    QDateTime started;
    qint64 rowsRead = 0;
    qint64 rowsImported = 0;
    qint64 rowsUpdated = 0;
    qint64 rowsRejected = 0;
    bool undone = false;
};

/// All imports, newest first.
Result<QList<ImportRecord>> loadImportHistory(const Workspace &workspace);

/// The imports of a workspace, newest first.
class ImportHistoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        StartedColumn,
        KindColumn,
        SourceColumn,
        ImportedColumn,
        UpdatedColumn,
        RejectedColumn,
        StateColumn,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole, BatchRole, UndoneRole };

    explicit ImportHistoryModel(QObject *parent = nullptr);

    void setRecords(QList<ImportRecord> records);
    void setNumberFormat(const NumberFormat &format);
    void retranslate(); ///< after a change of language
    [[nodiscard]] const ImportRecord &record(int row) const { return m_records.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    QList<ImportRecord> m_records;
    NumberFormat m_format;
};

} // namespace Import
