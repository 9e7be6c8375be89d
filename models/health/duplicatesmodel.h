#pragma once

#include "models/core/numberformat.h"
#include "models/health/duplicates.h"

#include <QAbstractTableModel>

namespace Health {

/// Groups of customers that are probably one, a row each.
class DuplicatesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { CustomerColumn, MembersColumn, ReasonColumn, SureColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole, CertainRole };

    explicit DuplicatesModel(QObject *parent = nullptr);

    void setGroups(const QList<DuplicateGroup> &groups);
    void setNumberFormat(const NumberFormat &format);
    void retranslate();
    [[nodiscard]] const DuplicateGroup &group(int row) const { return m_groups.at(row); }
    [[nodiscard]] const QList<DuplicateGroup> &groups() const { return m_groups; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString reason(const DuplicateGroup &group) const;

    QList<DuplicateGroup> m_groups;
    NumberFormat m_format;
};

} // namespace Health
