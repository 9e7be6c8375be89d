// The order of the customer table: keys for each customer, and the permutation that is shown.

#include "models/customers/customertablemodel.h"

#include "models/customers/customerorder.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace Customers {
namespace {

QCollator collatorOf(const NumberFormat &format)
{
    QCollator collator(format.locale());
    collator.setNumericMode(true); // C9 before C10
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

} // namespace

void CustomerTableModel::sort(int column, Qt::SortOrder order)
{
    dropSortJob();
    m_sortColumn = column;
    m_sortOrder = order;
    if (!m_snapshot)
        return;
    if (column < 0 || column >= columnCount())
        applyOrder({});
    else if (const auto keys = keysAtHand(column))
        applyOrder(*keys);
    else
        startSortJob(column);
    emit workingChanged(isWorking());
}

std::optional<std::vector<double>> CustomerTableModel::keysAtHand(int column) const
{
    const std::size_t customers = m_snapshot->customers();
    if (isNumeric(column)) {
        std::vector<double> keys(customers);
        for (std::size_t i = 0; i < customers; ++i)
            keys[i] = value(CustomerIndex(i), column);
        return keys;
    }
    const CodedColumn *coded = codedOf(column);
    return coded ? std::optional(textKeys(*coded, collatorOf(m_format))) : std::nullopt;
}

void CustomerTableModel::startSortJob(int column)
{
    static const QList<QByteArray> names{"ref",     "name",  "company", "country", "city",
                                         "channel", "email", "phone",   "stage"};
    Result<Database> database = m_workspace->connect(Database::Mode::ReadOnly);
    if (!database) {
        emit failed(database.error());
        return;
    }
    m_sortStop = std::stop_source();
    m_isSorting = true;
    m_sortJob.setFuture(
        QtConcurrent::run([connection = std::make_shared<Database>(*std::move(database)),
                           snapshot = m_snapshot, name = names.at(column), format = m_format,
                           progress = Progress(m_sortStop.get_token())]() mutable -> Keys {
            const Result<QList<QString>> texts =
                customerTexts(*connection, *snapshot, name, progress);
            connection.reset(); // ordering takes longer; the file may be closed meanwhile
            return texts ? Keys(textKeys(*texts, collatorOf(format))) : Keys(texts.error());
        }));
}

std::vector<CustomerIndex> CustomerTableModel::unordered() const
{
    if (!m_snapshot)
        return {};
    std::optional<std::vector<CustomerIndex>> customers;
    for (const auto *part : {&m_filter, &m_found, &m_matching}) {
        if (!*part)
            continue;
        if (!customers) {
            customers = **part;
            continue;
        }
        std::vector<CustomerIndex> both;
        std::ranges::set_intersection(*customers, **part, std::back_inserter(both));
        customers = std::move(both);
    }
    if (!customers) {
        customers.emplace(m_snapshot->customers());
        std::iota(customers->begin(), customers->end(), CustomerIndex(0));
    }
    return *std::move(customers);
}

void CustomerTableModel::applyOrder(const std::vector<double> &keys)
{
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<CustomerIndex> pointedAt;
    QHash<CustomerIndex, int> rowOfCustomer;
    for (const QModelIndex &kept : before) {
        pointedAt.push_back(m_visible[std::size_t(kept.row())]);
        rowOfCustomer.insert(pointedAt.back(), -1);
    }
    m_sortKeys = keys;
    m_visible = unordered();
    if (!m_sortKeys.empty())
        m_visible = orderedBy(std::move(m_visible), m_sortKeys,
                              m_sortOrder == Qt::AscendingOrder ? Direction::Ascending
                                                                : Direction::Descending);
    for (std::size_t row = 0; row < m_visible.size() && !before.isEmpty(); ++row) {
        if (const auto kept = rowOfCustomer.find(m_visible[row]); kept != rowOfCustomer.end())
            *kept = int(row);
    }
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOfCustomer.value(pointedAt[std::size_t(i)]), before.at(i).column()));
    changePersistentIndexList(before, after);
    forgetTexts();
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void CustomerTableModel::rebuild()
{
    beginResetModel();
    m_visible = unordered();
    if (!m_sortKeys.empty())
        m_visible = orderedBy(std::move(m_visible), m_sortKeys,
                              m_sortOrder == Qt::AscendingOrder ? Direction::Ascending
                                                                : Direction::Descending);
    forgetTexts();
    endResetModel();
}

} // namespace Customers
