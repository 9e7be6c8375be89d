#include "models/health/findingsmodel.h"

#include <algorithm>

namespace Health {

namespace {

QVariant numberAlignment()
{
    return QVariant::fromValue(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
}

/// Reorders \a list by \a key of each element.
template <typename T, typename Key>
void sortBy(QList<T> &list, Qt::SortOrder order, Key key)
{
    std::ranges::stable_sort(list, [&](const T &a, const T &b) {
        return order == Qt::AscendingOrder ? QVariant::compare(key(a), key(b)) == QPartialOrdering::Less
                                           : QVariant::compare(key(b), key(a)) == QPartialOrdering::Less;
    });
}

} // namespace

FindingsModel::FindingsModel(QObject *parent) : QAbstractTableModel(parent) {}

void FindingsModel::setReport(const Report &report)
{
    m_findings = report.findings;
    renew();
}

void FindingsModel::setAspect(std::optional<Aspect> aspect)
{
    m_aspect = aspect;
    renew();
}

void FindingsModel::renew()
{
    beginResetModel();
    m_shown.clear();
    std::ranges::copy_if(m_findings, std::back_inserter(m_shown), [this](const Finding &finding) {
        return !m_aspect || finding.aspect == *m_aspect;
    });
    if (m_sortColumn >= 0)
        sortBy(m_shown, m_sortOrder, [this](const Finding &finding) { return cell(finding, m_sortColumn, SortRole); });
    endResetModel();
}

void FindingsModel::setNumberFormat(const NumberFormat &format)
{
    m_format = format;
    retranslate();
}

void FindingsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_shown.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int FindingsModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_shown, id, &Finding::id);
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant FindingsModel::cell(const Finding &finding, int column, int role) const
{
    const bool isSort = role == SortRole;
    switch (Column(column)) {
    case SeverityColumn:
        if (isSort)
            return int(finding.severity);
        return finding.severity == Severity::Problem ? tr("Problem")
            : finding.severity == Severity::Warning  ? tr("Warning")
                                                     : tr("Note");
    case AspectColumn:
        return aspectTitle(finding.aspect);
    case TableColumn:
        return tableTitle(finding.table);
    case FindingColumn:
        return findingText(finding, m_format);
    case RowsColumn:
        return isSort ? QVariant(finding.rows) : QVariant(m_format.integer(finding.rows));
    case ShareColumn:
        if (isSort)
            return finding.share();
        // The rows around a gap or of the newest day are shown, not at fault.
        return finding.aspect == Aspect::Gaps || finding.aspect == Aspect::Freshness
                   ? QVariant(QStringLiteral("–"))
                   : QVariant(m_format.percent(finding.share(), finding.share() < 0.1 ? 1 : 0));
    case RepairColumn:
        return repairText(finding);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Finding &finding = m_shown.at(index.row());
    if (role == SeverityRole)
        return int(finding.severity);
    if (role == Qt::TextAlignmentRole)
        return index.column() == RowsColumn || index.column() == ShareColumn ? numberAlignment() : QVariant();
    if (role == Qt::DisplayRole || role == SortRole)
        return cell(finding, index.column(), role);
    if (role == Qt::ToolTipRole && index.column() == FindingColumn)
        return findingText(finding, m_format);
    return {};
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == RowsColumn || section == ShareColumn ? numberAlignment()
                                                               : QVariant(int(Qt::AlignLeading | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case SeverityColumn:
        return tr("Weight");
    case AspectColumn:
        return tr("About");
    case TableColumn:
        return tr("Data");
    case FindingColumn:
        return tr("What was found");
    case RowsColumn:
        return tr("Rows");
    case ShareColumn:
        return tr("Share");
    case RepairColumn:
        return tr("Repair");
    case ColumnCount:
        break;
    }
    return {};
}

void FindingsModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    renew();
}

FieldsModel::FieldsModel(QObject *parent) : QAbstractTableModel(parent) {}

void FieldsModel::setReport(const Report &report)
{
    beginResetModel();
    m_fields = report.fields;
    m_findings.clear();
    for (const Finding &finding : report.findings)
        ++m_findings[finding.table + u'.' + finding.column];
    endResetModel();
}

int FieldsModel::findingsOf(const FieldQuality &field) const
{
    return m_findings.value(field.table + u'.' + field.column);
}

QVariant FieldsModel::sortKey(const FieldQuality &field, int column) const
{
    switch (Column(column)) {
    case TableColumn:
        return tableTitle(field.table);
    case FieldColumn:
        return columnTitle(field.table, field.column, field.title);
    case FilledColumn:
        return field.share();
    case NewestColumn:
        return field.newest.isValid() ? field.newest.toJulianDay() : 0;
    case FindingsColumn:
        return findingsOf(field);
    case MissingColumn:
    case ColumnCount:
        break;
    }
    return field.rows - field.filled;
}

void FieldsModel::setNumberFormat(const NumberFormat &format)
{
    m_format = format;
    retranslate();
}

void FieldsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_fields.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int FieldsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size());
}

int FieldsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant FieldsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FieldQuality &field = m_fields.at(index.row());
    if (role == ShareRole)
        return field.share();
    if (role == Qt::TextAlignmentRole)
        return index.column() >= FilledColumn ? numberAlignment() : QVariant();
    if (role == SortRole)
        return sortKey(field, index.column());
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case TableColumn:
    case FieldColumn:
        return sortKey(field, index.column());
    case FilledColumn:
        return field.filled == 0 ? tr("not in use")
                                 : m_format.percent(field.share(), field.share() < 1 && field.share() > 0.99 ? 2 : 0);
    case MissingColumn:
        return m_format.integer(field.rows - field.filled);
    case NewestColumn:
        return m_format.date(field.newest);
    case FindingsColumn:
        return m_format.integer(findingsOf(field));
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section >= FilledColumn ? numberAlignment() : QVariant(int(Qt::AlignLeading | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case TableColumn:
        return tr("Data");
    case FieldColumn:
        return tr("Field");
    case FilledColumn:
        return tr("Filled");
    case MissingColumn:
        return tr("Empty");
    case NewestColumn:
        return tr("Newest value");
    case FindingsColumn:
        return tr("Findings");
    case ColumnCount:
        break;
    }
    return {};
}

void FieldsModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    sortBy(m_fields, order, [&](const FieldQuality &field) { return sortKey(field, column); });
    endResetModel();
}

} // namespace Health
