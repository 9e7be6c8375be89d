#include "ui/pages/lifetimevalue/customervaluesmodel.h"

#include "models/clv/selection.h"
#include "ui/dialogs/latestjob.h"
#include "ui/style/display.h"
#include "ui/style/segmentcolors.h"
#include "ui/widgets/delegates.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace {

/// Names are read for this many rows at a time.
constexpr int nameBlock = 64;
/// Up to this many customers sorting takes less than anybody notices.
constexpr std::size_t sortedAtOnce = 30'000;

/// Positions by key; what is not known comes last in either order, equal keys keep the customers'
/// order.
std::vector<std::uint32_t> orderOf(const std::vector<double> &keys, bool ascending)
{
    std::vector<std::uint32_t> order(keys.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const bool aKnown = std::isfinite(keys[a]);
        const bool bKnown = std::isfinite(keys[b]);
        if (aKnown != bKnown)
            return aKnown;
        if (!aKnown || keys[a] == keys[b])
            return a < b;
        return ascending ? keys[a] < keys[b] : keys[a] > keys[b];
    });
    return order;
}

/// The same by value, from the order that came with the values.
std::vector<std::uint32_t> orderOfValues(const Clv::CustomerValues &values, bool ascending)
{
    std::vector<std::uint32_t> order = Clv::orderByValue(values);
    if (ascending)
        return order;
    const auto known = std::find_if(order.rbegin(), order.rend(), [&](std::uint32_t position) {
                           return std::isfinite(values.clv[position]);
                       }).base();
    std::reverse(order.begin(), known);
    for (auto at = order.begin(); at != known;) { // equal values back into the customers' order
        const auto next = std::find_if(at, known, [&](std::uint32_t position) {
            return values.clv[position] != values.clv[*at];
        });
        std::reverse(at, next);
        at = next;
    }
    return order;
}

} // namespace

CustomerValuesModel::CustomerValuesModel(Display &display, QObject *parent)
    : QAbstractTableModel(parent), m_display(display), m_sortJob(new LatestJob(this))
{}

void CustomerValuesModel::setNameLookup(const Report::NameLookup &names)
{
    m_lookup = names;
    m_names.clear();
    renewTexts();
}

void CustomerValuesModel::setResult(const Customers::SnapshotPtr &snapshot,
                                    const Clv::ClvResult &result, const Currency &currency)
{
    beginResetModel();
    keepTicks(snapshot, result.values.get());
    if (m_snapshot != snapshot) {
        m_names.clear();
        m_segments = {};
    }
    m_snapshot = snapshot;
    m_values = result.values;
    m_currency = currency;
    m_weeksPerPeriod = daysPerPeriod(result.query.period) / 7;
    m_renews = Clv::isContractual(result.query.model);
    m_intervalLevel = result.query.intervalLevel;
    m_scaleUntil = 1;
    if (m_values && m_values->size() > 0) {
        // The widest intervals would flatten all others: the scale ends at the 98th percentile.
        std::vector<double> ends = m_values->clvHigh.empty() ? m_values->clv : m_values->clvHigh;
        const auto at = ends.begin() + std::ptrdiff_t(0.98 * double(ends.size() - 1));
        std::nth_element(ends.begin(), at, ends.end());
        m_scaleUntil = std::max(*at, 1e-9);
    }
    m_sorted = m_values ? orderOfValues(*m_values, m_sortOrder == Qt::AscendingOrder)
                        : std::vector<std::uint32_t>();
    filter();
    endResetModel();
    if (m_sortColumn != Value)
        startSort();
    else
        m_sortJob->cancel();
    emit ticksChanged();
}

CustomerValuesModel::SegmentMark CustomerValuesModel::segmentMark(std::size_t position) const
{
    const int segment = segmentOf(position);
    if (segment < 0)
        return {};
    const QString &name = m_segments.segments[segment].name;
    return {text(Segment, position, -1),
            m_display.theme().category(m_segmentCategories.value(name, Theme::Stone))};
}

void CustomerValuesModel::setSegments(const Insights::SegmentLabels &segments)
{
    if (!m_snapshot || segments.of.size() != m_snapshot->customers())
        return;
    m_segments = segments;
    QStringList names;
    for (const Segments::Segment &segment : segments.segments)
        names.append(segment.name);
    m_segmentCategories = segmentCategories(names);
    if (m_sortColumn == Segment)
        startSort();
    else if (rowCount() > 0)
        emit dataChanged(index(0, Segment), index(rowCount() - 1, Segment));
}

int CustomerValuesModel::segmentOf(std::size_t position) const
{
    const Customers::CustomerIndex customer = m_values->customer[position];
    return customer < m_segments.of.size() ? m_segments.of[customer] : -1;
}

void CustomerValuesModel::setRange(const std::optional<std::pair<double, double>> &range)
{
    beginResetModel();
    m_range = range;
    filter();
    endResetModel();
}

void CustomerValuesModel::setFound(const std::optional<QSet<qint64>> &customers)
{
    beginResetModel();
    m_found = customers;
    filter();
    endResetModel();
}

void CustomerValuesModel::renewTexts()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

std::vector<double> CustomerValuesModel::keys(Column column) const
{
    const Clv::CustomerValues &values = *m_values;
    std::vector<double> keys(values.size());
    const auto fill = [&keys](auto keyAt) {
        for (std::size_t p = 0; p < keys.size(); ++p)
            keys[p] = double(keyAt(p));
    };
    switch (column) {
    case Tick:
        fill([&](std::size_t p) { return m_ticks[p] ? 1 : 0; });
        break;
    case Name:
        fill([&](std::size_t p) { return values.customer[p]; });
        break;
    case Segment:
        fill([&](std::size_t p) {
            const int segment = segmentOf(p);
            return segment < 0 ? Clv::notAvailable : segment;
        });
        break;
    case Orders:
        fill([&](std::size_t p) { return values.x[p]; });
        break;
    case WeeksSilent:
        fill([&](std::size_t p) { return m_renews ? values.T[p] : values.T[p] - values.tx[p]; });
        break;
    case MeanOrder:
        return values.meanSpend;
    case Alive:
        return values.pAlive;
    case Expected:
        return values.expectedPurchases;
    case Interval:
        fill([&](std::size_t p) {
            return values.clvHigh.empty() ? 0 : values.clvHigh[p] - values.clvLow[p];
        });
        break;
    default:
        return values.clv;
    }
    return keys;
}

void CustomerValuesModel::startSort()
{
    m_sortJob->cancel();
    if (!m_values)
        return;
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    if (m_sortColumn == Value) {
        takeOrder(orderOfValues(*m_values, ascending));
        return;
    }
    if (m_values->size() <= sortedAtOnce) {
        takeOrder(orderOf(keys(m_sortColumn), ascending));
        return;
    }
    emit sortingChanged(true);
    m_sortJob->start([keys = keys(m_sortColumn),
                      ascending](const Progress &) { return orderOf(keys, ascending); },
                     [this](std::vector<std::uint32_t> order) { takeOrder(std::move(order)); });
}

void CustomerValuesModel::takeOrder(std::vector<std::uint32_t> order)
{
    beginResetModel();
    m_sorted = std::move(order);
    filter();
    endResetModel();
    emit sortingChanged(false);
}

void CustomerValuesModel::filter()
{
    if (!m_range && !m_found) {
        m_rows = m_sorted;
        return;
    }
    m_rows.clear();
    for (const std::uint32_t p : m_sorted) {
        const double clv = m_values->clv[p];
        if (m_range && (clv < m_range->first || clv > m_range->second))
            continue;
        if (m_found && !m_found->contains(m_snapshot->customerRow[m_values->customer[p]]))
            continue;
        m_rows.push_back(p);
    }
}

void CustomerValuesModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_sortColumn = Column(column);
    m_sortOrder = order;
    startSort();
}

CustomerId CustomerValuesModel::customer(int row) const
{
    return m_snapshot->id(m_values->customer[position(row)]);
}

int CustomerValuesModel::rowOf(CustomerId customer) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_snapshot->id(m_values->customer[m_rows[row]]) == customer)
            return int(row);
    }
    return -1;
}

void CustomerValuesModel::readNames(int row) const
{
    if (!m_lookup)
        return;
    QList<CustomerId> wanted;
    const int first = row / nameBlock * nameBlock;
    const int last = std::min(first + nameBlock, rowCount());
    for (int r = first; r < last; ++r) {
        const CustomerId id = customer(r);
        if (!m_names.contains(id.value))
            wanted.append(id);
    }
    m_names.insert(m_lookup(wanted));
    for (const CustomerId id : wanted) {
        if (!m_names.contains(id.value))
            m_names.insert(id.value, {});
    }
}

Report::NamedCustomer CustomerValuesModel::named(std::size_t position) const
{
    const CustomerId id = m_snapshot->id(m_values->customer[position]);
    auto found = m_names.constFind(id.value);
    if (found == m_names.constEnd() && m_lookup) {
        m_names.insert(m_lookup({id}));
        found = m_names.constFind(id.value);
    }
    return found == m_names.constEnd() ? Report::NamedCustomer{} : *found;
}

QString CustomerValuesModel::nameOf(std::size_t position) const
{
    const Report::NamedCustomer customer = named(position);
    if (!customer.name.isEmpty())
        return customer.name;
    const qint64 id = m_snapshot->customerRow[m_values->customer[position]];
    //: a customer without a name: %1 is a number
    return customer.ref.isEmpty() ? tr("Customer %1").arg(m_display.format().integer(id))
                                  : customer.ref;
}

QString CustomerValuesModel::text(Column column, std::size_t p, int row) const
{
    const NumberFormat &format = m_display.format();
    const Clv::CustomerValues &values = *m_values;
    switch (column) {
    case Tick:
        return {};
    case Name:
        if (!m_names.contains(m_snapshot->customerRow[values.customer[p]]))
            readNames(row);
        return nameOf(p);
    case Segment: {
        const int segment = segmentOf(p);
        if (segment < 0)
            return QStringLiteral("–");
        const Segments::Segment &entry = m_segments.segments[segment];
        const bool isArabic = m_display.language() == Language::Arabic;
        return isArabic && !entry.nameArabic.isEmpty() ? entry.nameArabic : entry.name;
    }
    case Orders:
        return format.integer(qint64(values.x[p]) + (m_renews ? 0 : 1));
    case WeeksSilent:
        return m_renews ? format.decimal(values.T[p] * m_weeksPerPeriod * 7
                                             / daysPerPeriod(PeriodUnit::Month), 0)
                        : format.decimal((values.T[p] - values.tx[p]) * m_weeksPerPeriod, 0);
    case MeanOrder:
        return format.decimal(values.meanSpend[p], values.meanSpend[p] >= 100 ? 0 : 2);
    case Alive:
        if (m_renews) {
            //: of a contract
            return values.pAlive[p] > 0 ? tr("running") : tr("ended");
        }
        return format.decimal(values.pAlive[p], 2);
    case Expected:
        return format.decimal(values.expectedPurchases[p], 1);
    case Value:
        return format.decimal(values.clv[p], values.clv[p] >= 100 ? 0 : 2);
    default:
        return {};
    }
}

int CustomerValuesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CustomerValuesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags CustomerValuesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Tick ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant CustomerValuesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_values)
        return {};
    const auto column = Column(index.column());
    const std::size_t p = position(index.row());
    const Clv::CustomerValues &values = *m_values;
    const bool hasInterval = !values.clvLow.empty();
    const NumberFormat &format = m_display.format();
    switch (role) {
    case Qt::DisplayRole:
        return text(column, p, index.row());
    case Qt::CheckStateRole:
        return column == Tick ? QVariant(m_ticks[p] ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::DecorationRole:
        return column == Segment && segmentOf(p) >= 0 ? QVariant(segmentMark(p).color)
                                                      : QVariant();
    case Qt::TextAlignmentRole:
        return column <= Segment ? int(Qt::AlignLeading | Qt::AlignVCenter)
                                 : int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    case CellRole::Value:
        return column == Alive ? values.pAlive[p] : values.clv[p];
    case CellRole::Low:
        return hasInterval ? values.clvLow[p] : Clv::notAvailable;
    case CellRole::High:
        return hasInterval ? values.clvHigh[p] : Clv::notAvailable;
    case CellRole::ScaleFrom:
        return 0.0;
    case CellRole::ScaleUntil:
        return m_scaleUntil;
    case CellRole::Strong:
        return column == Value || column == Name;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (column == Segment)
            return text(column, p, index.row());
        if (column == Tick && role == Qt::AccessibleTextRole)
            return m_ticks[p] ? tr("chosen") : tr("not chosen");
        if (column == Interval && hasInterval) {
            //: %1 and %2 are the ends of an interval, %3 a percentage
            return tr("between %1 and %2, %3 interval")
                .arg(format.money(values.clvLow[p], m_currency.code),
                     format.money(values.clvHigh[p], m_currency.code),
                     format.percent(m_intervalLevel));
        }
        return role == Qt::AccessibleTextRole ? QVariant(text(column, p, index.row())) : QVariant();
    default:
        return {};
    }
}

QVariant CustomerValuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const NumberFormat &format = m_display.format();
    if (role == Qt::TextAlignmentRole)
        return section <= Segment || section == Interval || section == Alive
                   ? int(Qt::AlignLeading | Qt::AlignVCenter)
                   : int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Alive)
        return m_renews ? tr("Whether the customer has a contract that runs on the last day of data")
                        : tr("Probability that the customer is still active");
    if (section == Tick && (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole))
        return tr("Choose customers: Space ticks the marked rows, Ctrl+A all that are shown");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Tick:
        return QString();
    case Name:
        return tr("Customer");
    case Segment:
        return tr("Segment");
    case Orders:
        return m_renews ? tr("Renewals") : tr("Orders");
    case WeeksSilent:
        return m_renews ? tr("Age, months") : tr("Weeks silent");
    case MeanOrder:
        return m_renews ? tr("Price") : tr("Avg order");
    case Alive:
        return m_renews ? tr("Contract") : tr("P(alive)");
    case Expected:
        return m_renews ? tr("Renewals ahead") : tr("Expected orders");
    //: %1 is a currency
    case Value:
        return tr("CLV, %1").arg(format.currencyName(m_currency.code));
    //: %1 is a percentage
    case Interval:
        return tr("%1 interval").arg(format.percent(m_intervalLevel));
    default:
        return {};
    }
}
