#include "models/health/duplicatesmodel.h"

namespace Health {

DuplicatesModel::DuplicatesModel(QObject *parent) : QAbstractTableModel(parent) {}

void DuplicatesModel::setGroups(const QList<DuplicateGroup> &groups)
{
    beginResetModel();
    m_groups = groups;
    endResetModel();
}

void DuplicatesModel::setNumberFormat(const NumberFormat &format)
{
    m_format = format;
    retranslate();
}

void DuplicatesModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_groups.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int DuplicatesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_groups.size());
}

int DuplicatesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString DuplicatesModel::reason(const DuplicateGroup &group) const
{
    QStringList parts;
    if (group.likeness & int(Likeness::Email))
        parts.append(tr("same e-mail"));
    if (group.likeness & int(Likeness::Phone))
        parts.append(tr("same phone"));
    if (group.likeness & int(Likeness::Name))
        parts.append(group.nameSimilarity >= 1
                         ? tr("same name and city")
                         //: %1 how alike two names are, in percent
                         : tr("name %1 alike, same city").arg(m_format.percent(group.nameSimilarity)));
    return parts.join(tr(", "));
}

QVariant DuplicatesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const DuplicateGroup &group = m_groups.at(index.row());
    if (role == CertainRole)
        return group.isCertain();
    if (role == Qt::TextAlignmentRole)
        return index.column() == MembersColumn
                   ? QVariant::fromValue(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter)
                   : QVariant();
    if (role != Qt::DisplayRole && role != SortRole && role != Qt::ToolTipRole)
        return {};
    switch (Column(index.column())) {
    case CustomerColumn: {
        const DuplicateGroup::Member &kept = group.members.first();
        return NumberFormat::isolate(kept.name.isEmpty() ? kept.reference : kept.name);
    }
    case MembersColumn:
        return role == SortRole ? QVariant(group.members.size())
                                : QVariant(m_format.integer(group.members.size()));
    case ReasonColumn:
        return reason(group);
    case SureColumn:
        return group.isCertain() ? tr("certain") : tr("likely");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant DuplicatesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == MembersColumn
                   ? QVariant::fromValue(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter)
                   : QVariant(int(Qt::AlignLeading | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case CustomerColumn:
        return tr("Customer");
    case MembersColumn:
        return tr("Entries");
    case ReasonColumn:
        return tr("Why");
    case SureColumn:
        return tr("How sure");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Health
