#include "ui/pages/lifecycle/breakdownmodel.h"

#include "ui/style/display.h"

#include <algorithm>
#include <cmath>

namespace {

/// A difference of this share of all's own rate has the full colour.
constexpr double fullShade = 0.35;

} // namespace

BreakdownModel::BreakdownModel(Display &display, QObject *parent)
    : QAbstractTableModel(parent), m_display(display)
{}

void BreakdownModel::setView(const Lifecycle::LifecycleView &view, const QString &attributeTitle)
{
    beginResetModel();
    m_view = view;
    m_attribute = attributeTitle;
    m_all = {};
    for (const Lifecycle::StageLevel &level : view.funnel.levels) {
        m_all.counts.append(level.count);
        m_all.stepRates.append(level.stepRate);
    }
    endResetModel();
}

void BreakdownModel::renewTexts()
{
    if (columnCount() > 0)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

std::optional<Lifecycle::FunnelPlace> BreakdownModel::place(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() == 0)
        return {};
    Lifecycle::FunnelPlace place;
    place.stage = index.column() == columnCount() - 1 ? turnStage() : index.column() - 1;
    if (index.row() > 0)
        place.value = row(index.row()).value;
    return place;
}

QString BreakdownModel::placeName(const Lifecycle::FunnelPlace &place,
                                  const Lifecycle::LifecycleFunnel &funnel) const
{
    const QString stage = stageName(funnel.lifecycle.stages[place.stage]);
    const QString value = !place.value           ? QString()
                          : place.value->isEmpty() ? tr("not known")
                                                   : NumberFormat::isolate(*place.value);
    if (place.isLoss)
        return value.isEmpty() ? tr("Lost before %1").arg(stage)
                               //: %1 is the value of an attribute such as a city, %2 a stage
                               : tr("%1, lost before %2").arg(value, stage);
    //: %1 is the value of an attribute such as a city, %2 a stage
    return value.isEmpty() ? stage : tr("%1, %2").arg(value, stage);
}

int BreakdownModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || stages() == 0 ? 0 : int(m_view.breakdown.size()) + 1;
}

int BreakdownModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || stages() == 0 ? 0 : stages() + 2;
}

const Lifecycle::BreakdownRow &BreakdownModel::row(int index) const
{
    return index == 0 ? m_all : m_view.breakdown[index - 1];
}

int BreakdownModel::turnStage() const
{
    const int turn = m_view.funnel.lifecycle.turningPoint();
    return turn > 0 ? turn - 1 : stages() - 1;
}

QString BreakdownModel::stageName(const Lifecycle::Stage &stage) const
{
    return m_display.isArabic() && !stage.nameArabic.isEmpty() ? stage.nameArabic
                                                               : stage.nameEnglish;
}

QVariant BreakdownModel::text(const Lifecycle::BreakdownRow &row, bool isAll, int column) const
{
    const NumberFormat &format = m_display.format();
    if (column == 0) {
        if (isAll)
            return tr("All");
        return row.value.isEmpty() ? tr("not known") : row.value;
    }
    if (column == 1)
        return format.integer(row.counts.value(0));
    if (column == columnCount() - 1)
        return format.integer(row.counts.value(turnStage()));
    return format.percent(row.stepRates.value(column - 1, Lifecycle::notAvailable));
}

QVariant BreakdownModel::position(const Lifecycle::BreakdownRow &row, int column) const
{
    if (column < 2 || column >= columnCount() - 1)
        return {};
    const double rate = row.stepRates.value(column - 1, Lifecycle::notAvailable);
    const double all = m_all.stepRates.value(column - 1, Lifecycle::notAvailable);
    if (!std::isfinite(rate) || !std::isfinite(all) || !(all > 0))
        return {};
    return std::clamp((rate / all - 1) / fullShade, -1.0, 1.0);
}

QVariant BreakdownModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isAll = index.row() == 0;
    const Lifecycle::BreakdownRow &values = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(values, isAll, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == 0 ? int(Qt::AlignLeading | Qt::AlignVCenter)
                                   : int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    case PositionRole:
        return isAll ? QVariant() : position(values, index.column());
    case StrongRole:
        return isAll;
    case Qt::ToolTipRole:
        if (index.column() >= 2 && index.column() < columnCount() - 1) {
            const NumberFormat &format = m_display.format();
            //: %1 of %2 customers who were in one stage, %3, reached the next, %4
            return tr("%1 of %2 went on from %3 to %4.")
                .arg(format.integer(values.counts.value(index.column() - 1)),
                     format.integer(values.counts.value(index.column() - 2)),
                     stageName(index.column() - 2), stageName(index.column() - 1));
        }
        return {};
    default:
        return {};
    }
}

QVariant BreakdownModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == 0 ? int(Qt::AlignLeading | Qt::AlignVCenter)
                            : int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return m_attribute;
    if (section == 1)
        return tr("Contacts");
    if (section == columnCount() - 1)
        return tr("Customers");
    return stageName(section - 1);
}
