#pragma once

#include "models/core/numberformat.h"
#include "models/core/result.h"
#include "models/core/strongid.h"
#include "models/import/importjob.h"

#include <QAbstractTableModel>
#include <QList>

namespace Import {

/// The reasons of a batch, most frequent first.
Result<QList<RejectGroup>> loadRejectGroups(const Workspace &workspace, BatchId batch);

/// Why rows of an import were rejected, with counts and shares.
class RejectReasonsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { ReasonColumn, CountColumn, ShareColumn, FirstLineColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole, ReasonRole };

    explicit RejectReasonsModel(QObject *parent = nullptr);

    void setGroups(QList<RejectGroup> groups);
    void setNumberFormat(const NumberFormat &format);
    void retranslate();
    [[nodiscard]] const RejectGroup &group(int row) const { return m_groups.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    QList<RejectGroup> m_groups;
    qint64 m_total = 0;
    NumberFormat m_format;
};

} // namespace Import
