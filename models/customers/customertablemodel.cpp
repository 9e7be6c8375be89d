#include "models/customers/customertablemodel.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Customers {
namespace {

constexpr int rowsAPage = 256;
constexpr int pagesKept = 32;
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

bool isRightToLeft(QChar c)
{
    const QChar::Direction direction = c.direction();
    return direction == QChar::DirR || direction == QChar::DirAL;
}

} // namespace

CustomerTableModel::CustomerTableModel(QObject *parent)
    : QAbstractTableModel(parent), m_pages(pagesKept)
{
    connect(&m_sortJob, &QFutureWatcherBase::finished, this, [this] {
        m_isSorting = false;
        if (!m_sortJob.isCanceled() && m_sortJob.future().resultCount() > 0) {
            if (const Keys keys = m_sortJob.result(); keys)
                applyOrder(*keys);
            else if (keys.error().kind != Error::Kind::Cancelled)
                emit failed(keys.error());
        }
        emit workingChanged(isWorking());
    });
    connect(&m_searchJob, &QFutureWatcherBase::finished, this, [this] {
        m_isSearching = false;
        if (m_searchJob.future().resultCount() > 0 && m_snapshot) {
            if (const Rows rows = m_searchJob.result(); rows) {
                m_found.emplace();
                for (const std::int64_t row : *rows) {
                    if (const CustomerIndex found = m_snapshot->indexOf(CustomerId{row});
                        found < m_snapshot->customers())
                        m_found->push_back(found);
                }
                rebuild();
                emit searchFinished(rowCount());
            } else if (rows.error().kind != Error::Kind::Cancelled) {
                emit failed(rows.error());
            }
        }
        emit workingChanged(isWorking());
    });
}

CustomerTableModel::~CustomerTableModel()
{
    m_sortStop.request_stop();
    m_searchStop.request_stop();
}

Result<void> CustomerTableModel::setSnapshot(const Workspace *workspace,
                                             const SnapshotPtr &snapshot, QDate until)
{
    dropSortJob();
    dropSearchJob();
    beginResetModel();
    m_workspace = workspace;
    m_snapshot = workspace ? snapshot : nullptr;
    m_metrics = m_snapshot ? purchaseMetrics(*m_snapshot, until) : PurchaseMetrics();
    m_minorPerMajor = m_snapshot ? double(m_snapshot->currency.minorPerMajor()) : 1;
    m_extra.clear();
    m_filter.reset();
    m_found.reset();
    m_matching.reset();
    m_searched.clear();
    m_filters.clear();
    m_store.reset();
    m_sortKeys.clear();
    forgetTexts();
    Result<void> opened;
    if (m_snapshot) {
        Result<CustomerStore> store = CustomerStore::open(*workspace);
        if (store)
            m_store.emplace(*std::move(store));
        else
            opened = store.error();
    }
    m_visible = unordered();
    endResetModel();
    if (m_sortColumn >= 0 && m_sortColumn < columnCount())
        sort(m_sortColumn, m_sortOrder);
    emit workingChanged(isWorking());
    return opened;
}

void CustomerTableModel::setExtraColumns(QList<ExtraColumn> columns)
{
    beginResetModel();
    m_extra = std::move(columns);
    endResetModel();
    if (!m_filters.isEmpty())
        setColumnFilters(m_filters); // a column may have changed its values
    if (m_sortColumn >= FixedColumnCount && m_sortColumn < columnCount())
        sort(m_sortColumn, m_sortOrder);
}

void CustomerTableModel::setNumberFormat(const NumberFormat &format)
{
    m_format = format;
    retranslate();
}

void CustomerTableModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                         {Qt::DisplayRole, Qt::ToolTipRole});
}

void CustomerTableModel::setFilter(const std::optional<std::vector<CustomerIndex>> &customers)
{
    m_filter = customers;
    if (m_filter)
        std::ranges::sort(*m_filter);
    rebuild();
}

CustomerId CustomerTableModel::customerAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_snapshot->id(m_visible[std::size_t(row)])
                                        : CustomerId();
}

int CustomerTableModel::rowOf(CustomerId customer) const
{
    if (!m_snapshot)
        return -1;
    const auto at = std::ranges::find(m_visible, m_snapshot->indexOf(customer));
    return at != m_visible.end() ? int(at - m_visible.begin()) : -1;
}

void CustomerTableModel::dropSortJob()
{
    m_sortStop.request_stop();
    m_sortJob.setFuture({});
    m_isSorting = false;
}

void CustomerTableModel::dropSearchJob()
{
    m_searchStop.request_stop();
    m_searchJob.setFuture({});
    m_isSearching = false;
}

bool CustomerTableModel::isWorking() const
{
    // Not the futures' own state: they end on the worker, before their result has arrived here.
    return m_isSorting || m_isSearching;
}

bool CustomerTableModel::isNumeric(int column) const
{
    if (column < FixedColumnCount)
        return column >= AcquiredColumn;
    const qsizetype extra = column - FixedColumnCount;
    return extra < m_extra.size() && m_extra.at(extra).coded.isEmpty();
}

int CustomerTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_visible.size());
}

int CustomerTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(FixedColumnCount) + int(m_extra.size());
}

QVariant CustomerTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int column = index.column();
    switch (role) {
    case CustomerRole:
        return customerAt(index.row()).value;
    case Qt::TextAlignmentRole:
        // Numbers keep their digits in line on the same side in either direction of the window.
        return QVariant::fromValue(isNumeric(column)
                                       ? Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter
                                       : Qt::AlignLeading | Qt::AlignVCenter);
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::ToolTipRole:
    case SortRole:
        if (isNumeric(column))
            return numberCell(m_visible[std::size_t(index.row())], column, role);
        if (const CodedColumn *coded = column >= FixedColumnCount ? codedOf(column) : nullptr) {
            const QString &text = coded->values.at(coded->code[m_visible[std::size_t(index.row())]]);
            return role == Qt::DisplayRole ? shown(text) : text;
        }
        return textCell(index.row(), column, role);
    default:
        return {};
    }
}

QVariant CustomerTableModel::textCell(int row, int column, int role) const
{
    const Customer *customer = textsOf(row);
    if (!customer)
        return {};
    const auto cell = [&](const QString &text) {
        return role == Qt::DisplayRole ? shown(text) : text;
    };
    switch (column) {
    case ReferenceColumn:
        return cell(customer->reference);
    case NameColumn:
        return cell(customer->name);
    case CompanyColumn:
        return cell(customer->company);
    case CountryColumn:
        return cell(customer->country);
    case CityColumn:
        return cell(customer->city);
    case ChannelColumn:
        return cell(customer->channel);
    case EmailColumn:
        return cell(customer->email);
    case PhoneColumn:
        return cell(customer->phone);
    case StageColumn:
        return cell(customer->stage);
    default:
        return {};
    }
}

double CustomerTableModel::value(CustomerIndex customer, int column) const
{
    const auto dayOr = [](std::int32_t day) {
        return day == PurchaseMetrics::never ? missing : double(day);
    };
    switch (column) {
    case AcquiredColumn:
        return dayOr(m_snapshot->acquiredDay[customer]);
    case PurchasesColumn:
        return m_metrics.purchases[customer];
    case RevenueColumn:
        return double(m_metrics.revenue[customer]) / m_minorPerMajor;
    case LastPurchaseColumn:
        return dayOr(m_metrics.lastDay[customer]);
    case MeanOrderColumn:
        return m_metrics.meanOrder(customer) / m_minorPerMajor;
    default:
        break;
    }
    const ExtraColumn &extra = m_extra.at(column - FixedColumnCount);
    return customer < extra.value.size() ? extra.value[customer] : missing;
}

QString CustomerTableModel::numberText(CustomerIndex customer, int column) const
{
    const double number = value(customer, column);
    if (!std::isfinite(number))
        return QStringLiteral("–");
    Format format = Format::Integer;
    int decimals = 0;
    switch (column) {
    case AcquiredColumn:
    case LastPurchaseColumn:
        format = Format::Date;
        break;
    case PurchasesColumn:
        break;
    case RevenueColumn:
    case MeanOrderColumn:
        format = Format::Money;
        break;
    default:
        format = m_extra.at(column - FixedColumnCount).format;
        decimals = m_extra.at(column - FixedColumnCount).decimals;
    }
    switch (format) {
    case Format::Integer:
        return m_format.integer(std::llround(number));
    case Format::Decimal:
        return m_format.decimal(number, decimals);
    case Format::Percent:
        return m_format.percent(number, decimals);
    case Format::Money:
        return m_format.money(number, m_snapshot->currency.code);
    case Format::Date:
        return m_format.date(dayOfEpoch(qint64(number) * 86400));
    }
    Q_UNREACHABLE();
}

QVariant CustomerTableModel::numberCell(CustomerIndex customer, int column, int role) const
{
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return numberText(customer, column);
    const double number = value(customer, column);
    return std::isfinite(number) ? QVariant(number) : QVariant();
}

/// A foreign text inside a window of the other direction is set apart, or its brackets and signs
/// jump.
QString CustomerTableModel::shown(const QString &text) const
{
    const bool rightToLeft = m_format.language() == Language::Arabic;
    const bool differs =
        rightToLeft ? !text.isEmpty()
                          && !std::ranges::all_of(
                              text, [](QChar c) { return isRightToLeft(c) || c.isSpace(); })
                    : std::ranges::any_of(text, isRightToLeft);
    return differs ? NumberFormat::isolate(text) : text;
}

const Customer *CustomerTableModel::textsOf(int row) const
{
    if (!m_store)
        return nullptr;
    const int page = row / rowsAPage;
    QList<Customer> *customers = m_pages.object(page);
    if (!customers) {
        const auto begin = m_visible.begin() + std::ptrdiff_t(page) * rowsAPage;
        const auto end =
            m_visible.begin()
            + std::min(std::ptrdiff_t(page + 1) * rowsAPage, std::ptrdiff_t(m_visible.size()));
        std::vector<std::int64_t> rows;
        std::transform(begin, end, std::back_inserter(rows), [this](CustomerIndex customer) {
            return m_snapshot->customerRow[customer];
        });
        Result<QList<Customer>> read = m_store->customers(rows);
        if (!read) {
            if (!std::exchange(m_readingFailed, true)) {
                // Not from within data(): a view is painting.
                auto *model = const_cast<CustomerTableModel *>(this);
                QMetaObject::invokeMethod(
                    model, [model, error = read.error()] { emit model->failed(error); },
                    Qt::QueuedConnection);
            }
            return nullptr;
        }
        customers = new QList<Customer>(*std::move(read));
        m_pages.insert(page, customers);
    }
    const int within = row % rowsAPage;
    return within < customers->size() ? &customers->at(within) : nullptr;
}

QVariant CustomerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(isNumeric(section)
                                       ? Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter
                                       : Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ReferenceColumn:
        return QCoreApplication::translate("CustomerTableModel", "Customer");
    case NameColumn:
        return QCoreApplication::translate("CustomerTableModel", "Name");
    case CompanyColumn:
        return QCoreApplication::translate("CustomerTableModel", "Company");
    case CountryColumn:
        return QCoreApplication::translate("CustomerTableModel", "Country");
    case CityColumn:
        return QCoreApplication::translate("CustomerTableModel", "City");
    case ChannelColumn:
        return QCoreApplication::translate("CustomerTableModel", "Channel");
    case EmailColumn:
        return QCoreApplication::translate("CustomerTableModel", "E-mail");
    case PhoneColumn:
        return QCoreApplication::translate("CustomerTableModel", "Phone");
    case StageColumn:
        return QCoreApplication::translate("CustomerTableModel", "Stage");
    case AcquiredColumn:
        return QCoreApplication::translate("CustomerTableModel", "Acquired on");
    case PurchasesColumn:
        return QCoreApplication::translate("CustomerTableModel", "Purchases");
    case RevenueColumn:
        return QCoreApplication::translate("CustomerTableModel", "Revenue");
    case LastPurchaseColumn:
        return QCoreApplication::translate("CustomerTableModel", "Last purchase");
    case MeanOrderColumn:
        return QCoreApplication::translate("CustomerTableModel", "Mean order");
    default:
        break;
    }
    const auto &title = m_extra.at(section - FixedColumnCount).title;
    return title ? title() : QString();
}

void CustomerTableModel::forgetTexts()
{
    m_pages.clear();
    m_readingFailed = false;
}

} // namespace Customers
