#pragma once

#include "models/core/numberformat.h"
#include "models/customers/customerstore.h"
#include "models/customers/purchasemetrics.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QFutureWatcher>
#include <QHash>

#include <functional>
#include <optional>

namespace Customers {

/// All customers of a snapshot as a table. Holds numbers and one permutation; names and other texts
/// are read from the file for the rows on screen, so the number of customers does not matter.
/// Sorting by a text that is not in the snapshot, and searching, go on beside the window.
class CustomerTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        ReferenceColumn,
        NameColumn,
        CompanyColumn,
        CountryColumn,
        CityColumn,
        ChannelColumn,
        EmailColumn,
        PhoneColumn,
        StageColumn,
        AcquiredColumn,
        PurchasesColumn,
        RevenueColumn,
        LastPurchaseColumn,
        MeanOrderColumn,
        FixedColumnCount ///< the extra columns follow
    };
    enum Role {
        SortRole = Qt::UserRole, ///< the value behind the text
        CustomerRole             ///< CustomerId::value, qint64
    };
    enum class Format {
        Integer,
        Decimal,
        Percent,
        Money,
        Date
    }; ///< Money in major units, Date in days since 1970

    /// A number or a coded text for each customer that another part has, such as CLV or an
    /// attribute.
    struct ExtraColumn
    {
        std::function<QString()> title; ///< asked again whenever the language changes
        std::vector<double> value;      ///< by position in the snapshot; NaN: none
        Format format = Format::Decimal;
        int decimals = 1;  ///< of Decimal and Percent
        QString coded = {}; ///< field of a coded column of the snapshot, instead of value
    };

    explicit CustomerTableModel(QObject *parent = nullptr);
    ~CustomerTableModel() override;

    /// Shows \a snapshot with purchases up to \a until. Search, filter and extra columns are
    /// dropped, the sort column stays. Null: empty and no connection open (do so before closing the
    /// workspace).
    Result<void> setSnapshot(const Workspace *workspace, const SnapshotPtr &snapshot,
                             QDate until = {});
    void setExtraColumns(QList<ExtraColumn> columns);
    void setNumberFormat(const NumberFormat &format);
    /// Only these customers; nullopt: all.
    void setFilter(const std::optional<std::vector<CustomerIndex>> &customers);
    /// Only customers in whose texts \a text occurs (see searchCustomers); searchFinished()
    /// follows.
    void search(const QString &text);
    /// Only customers whose columns hold what is asked for: a part of a text, or a condition on a
    /// number or day (see NumberFilter). What is not understood filters nothing. searchFinished()
    /// follows.
    void setColumnFilters(const QHash<int, QString> &filters);
    /// Whether the column's filter can be understood.
    [[nodiscard]] bool isFilterValid(int column, const QString &text) const;
    [[nodiscard]] bool isDate(int column) const;
    /// The value behind a cell of an extra column, for exports: number or text.
    [[nodiscard]] const QList<ExtraColumn> &extraColumns() const { return m_extra; }
    /// Words again, after a change of language.
    void retranslate();

    [[nodiscard]] CustomerId customerAt(int row) const; ///< invalid: no such row
    [[nodiscard]] CustomerIndex indexAt(int row) const { return m_visible[std::size_t(row)]; }
    [[nodiscard]] int rowOf(CustomerId customer) const; ///< −1: not shown
    /// The customers shown, in the order shown, for exports.
    [[nodiscard]] const std::vector<CustomerIndex> &visible() const { return m_visible; }
    [[nodiscard]] bool isWorking() const; ///< sorting or searching
    [[nodiscard]] bool isNumeric(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    void workingChanged(bool working);
    void searchFinished(int customers);
    void failed(const Error &error); ///< a page could not be read, or a search or sort failed

private:
    using Keys = Result<std::vector<double>>;
    using Rows = Result<std::vector<std::int64_t>>;

    [[nodiscard]] QVariant textCell(int row, int column, int role) const;
    [[nodiscard]] QVariant numberCell(CustomerIndex customer, int column, int role) const;
    [[nodiscard]] double value(CustomerIndex customer, int column) const;
    [[nodiscard]] QString numberText(CustomerIndex customer, int column) const;
    [[nodiscard]] const Customer *textsOf(int row) const;
    [[nodiscard]] QString shown(const QString &text) const;
    [[nodiscard]] std::vector<CustomerIndex> unordered() const;
    [[nodiscard]] std::optional<std::vector<double>> keysAtHand(int column) const;
    void startSortJob(int column);
    void applyOrder(const std::vector<double> &keys);
    void rebuild();
    void forgetTexts();
    void startSearch();
    void dropSortJob();
    void dropSearchJob();
    [[nodiscard]] const CodedColumn *codedOf(int column) const;
    [[nodiscard]] std::optional<std::vector<CustomerIndex>> matching() const;

    const Workspace *m_workspace = nullptr;
    SnapshotPtr m_snapshot;
    PurchaseMetrics m_metrics;
    double m_minorPerMajor = 1;
    QList<ExtraColumn> m_extra;
    NumberFormat m_format;
    std::optional<std::vector<CustomerIndex>> m_filter;
    std::optional<std::vector<CustomerIndex>> m_found; ///< by search and text filters
    std::optional<std::vector<CustomerIndex>> m_matching; ///< by filters on columns in memory
    QString m_searched;
    QHash<int, QString> m_filters;
    std::vector<CustomerIndex> m_visible;
    std::vector<double> m_sortKeys; ///< of the sort column; empty: order of the file
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;

    mutable std::optional<CustomerStore> m_store;
    mutable QCache<int, QList<Customer>> m_pages;
    mutable bool m_readingFailed = false;

    bool m_isSorting = false;   ///< an order is on its way
    bool m_isSearching = false; ///< rows of a search are on their way
    std::stop_source m_sortStop;
    std::stop_source m_searchStop;
    QFutureWatcher<Keys> m_sortJob;
    QFutureWatcher<Rows> m_searchJob;
};

} // namespace Customers
