#pragma once

#include "models/core/numberformat.h"
#include "models/core/result.h"
#include "models/core/strongid.h"
#include "models/workspace/workspace.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>

namespace Import {

/// The kept rejected rows of one import: line, reason, then the cells as they stood in the file.
/// Rows are fetched in windows as they are shown; all memory it takes is a few windows.
class RejectedRowsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { LineColumn, ReasonColumn, ValueColumn, FirstCellColumn };
    enum Role { SortRole = Qt::UserRole, ReasonRole, FaultyRole /**< true on the cell at fault */ };

    explicit RejectedRowsModel(QObject *parent = nullptr);
    ~RejectedRowsModel() override;

    /// Shows the rows of \a batch, only those rejected for \a reason when it is not empty.
    Result<void> load(const Workspace &workspace, BatchId batch, const QString &reason = {});
    void clear();
    void setNumberFormat(const NumberFormat &format);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        qint64 line = 0;
        int column = 0;
        QString reason;
        QString value;
        QStringList cells;
    };
    const Row *row(int index) const;

    std::unique_ptr<Database> m_database;
    BatchId m_batch;
    QString m_reason;
    QList<qint64> m_rowIds;
    QStringList m_headings;
    mutable QHash<int, QList<Row>> m_windows; ///< by first row / window length
    mutable QList<int> m_recent;              ///< windows, the last used behind
    NumberFormat m_format;
};

} // namespace Import
