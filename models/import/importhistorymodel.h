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
    QString kind;   ///< as kindName(), "demo" where the program made the rows, or an edit's (isEdit())
    QString source; ///< the file's path; of an edit what was changed
    QDateTime started;
    qint64 rowsRead = 0;
    qint64 rowsImported = 0;
    qint64 rowsUpdated = 0;
    qint64 rowsRejected = 0;
    bool undone = false;
};

/// What the batch is, translated: "Transactions", "Merge of customers", "Repair".
[[nodiscard]] QString batchTitle(const ImportRecord &record);
/// Where it came from: a file's name, the customer that stayed, the column that was mended.
[[nodiscard]] QString batchSource(const ImportRecord &record);

/// All imports, merges and repairs, newest first.
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
