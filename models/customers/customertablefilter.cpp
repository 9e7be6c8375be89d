// The part of CustomerTableModel that narrows the table: search and filters of columns.

#include "models/customers/customertablemodel.h"

#include "models/customers/columnfilter.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace Customers {

namespace {

/// Names of the text columns in the table customer.
const QList<QByteArray> &textColumns()
{
    static const QList<QByteArray> names{"ref",     "name",  "company", "country", "city",
                                         "channel", "email", "phone",   "stage"};
    return names;
}

} // namespace

void CustomerTableModel::search(const QString &text)
{
    m_searched = text.trimmed();
    startSearch();
}

void CustomerTableModel::setColumnFilters(const QHash<int, QString> &filters)
{
    m_filters = filters;
    m_matching = matching();
    rebuild();
    startSearch();
}

const CodedColumn *CustomerTableModel::codedOf(int column) const
{
    if (!m_snapshot || column < 0 || column >= columnCount())
        return nullptr;
    if (column >= FixedColumnCount)
        return m_snapshot->codedColumn(m_extra.at(column - FixedColumnCount).coded);
    if (column < CompanyColumn || column > ChannelColumn)
        return nullptr;
    return m_snapshot->codedColumn(QString::fromLatin1(textColumns().at(column)));
}

bool CustomerTableModel::isDate(int column) const
{
    if (column == AcquiredColumn || column == LastPurchaseColumn)
        return true;
    const qsizetype extra = column - FixedColumnCount;
    return extra >= 0 && extra < m_extra.size() && m_extra.at(extra).format == Format::Date;
}

bool CustomerTableModel::isFilterValid(int column, const QString &text) const
{
    if (text.trimmed().isEmpty() || !isNumeric(column))
        return true;
    const qsizetype extra = column - FixedColumnCount;
    if (extra >= 0 && m_extra.at(extra).format == Format::Percent)
        return parsePercentFilter(text).has_value();
    return parseNumberFilter(text, isDate(column)).has_value();
}

/// Customers that the filters on numbers and coded texts let through; nothing: there is no such
/// filter.
std::optional<std::vector<CustomerIndex>> CustomerTableModel::matching() const
{
    if (!m_snapshot)
        return {};
    std::optional<std::vector<CustomerIndex>> left;
    const auto keep = [&](auto matches) {
        if (!left) {
            left.emplace();
            for (CustomerIndex i = 0; i < m_snapshot->customers(); ++i) {
                if (matches(i))
                    left->push_back(i);
            }
        } else {
            std::erase_if(*left, [&](CustomerIndex i) { return !matches(i); });
        }
    };
    for (auto filter = m_filters.cbegin(); filter != m_filters.cend(); ++filter) {
        const int column = filter.key();
        if (column < 0 || column >= columnCount() || !isFilterValid(column, *filter))
            continue;
        if (isNumeric(column)) {
            const qsizetype extra = column - FixedColumnCount;
            const bool isPercent = extra >= 0 && m_extra.at(extra).format == Format::Percent;
            const std::optional<NumberFilter> wanted =
                isPercent ? parsePercentFilter(*filter) : parseNumberFilter(*filter, isDate(column));
            keep([&](CustomerIndex i) { return wanted->matches(value(i, column)); });
        } else if (const CodedColumn *coded = codedOf(column)) {
            std::vector<bool> wanted;
            for (const QString &text : coded->values)
                wanted.push_back(*filter == QLatin1StringView("-") ? text.isEmpty()
                                                                 : text.contains(*filter, Qt::CaseInsensitive));
            keep([&](CustomerIndex i) { return bool(wanted[coded->code[i]]); });
        }
    }
    return left;
}

/// Texts that are in the file only are looked for beside the window.
void CustomerTableModel::startSearch()
{
    dropSearchJob();
    QList<std::pair<QByteArray, QString>> columns;
    for (auto filter = m_filters.cbegin(); filter != m_filters.cend(); ++filter) {
        if (filter.key() < AcquiredColumn && !codedOf(filter.key()) && !filter->trimmed().isEmpty())
            columns.append({textColumns().at(filter.key()), *filter});
    }
    if (!m_snapshot || (m_searched.isEmpty() && columns.isEmpty())) {
        if (m_found) {
            m_found.reset();
            rebuild();
        }
        emit workingChanged(isWorking());
        emit searchFinished(rowCount());
        return;
    }
    Result<Database> database = m_workspace->connect(Database::Mode::ReadOnly);
    if (!database) {
        emit failed(database.error());
        return;
    }
    m_searchStop = std::stop_source();
    m_isSearching = true;
    const auto connection = std::make_shared<Database>(*std::move(database));
    m_searchJob.setFuture(QtConcurrent::run(
        [connection, text = m_searched, columns, progress = Progress(m_searchStop.get_token())]() -> Rows {
            if (columns.isEmpty())
                return searchCustomers(*connection, text, progress);
            return searchCustomers(*connection, text, columns, progress);
        }));
    emit workingChanged(true);
}

} // namespace Customers
