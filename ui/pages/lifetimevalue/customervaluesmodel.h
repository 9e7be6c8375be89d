#pragma once

#include "models/clv/clvresult.h"
#include "models/core/currency.h"
#include "models/insights/segmentlabels.h"
#include "models/report/report.h"

#include <QAbstractTableModel>
#include <QColor>
#include <QHash>
#include <QSet>

#include <optional>

class Display;
class LatestJob;

/// The customers of a result with their values, over any number of rows: the columns stay where
/// they are, the table is an order of positions in them, names are read for the rows on screen
/// only.
class CustomerValuesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Tick,
        Name,
        Segment,
        Orders,
        WeeksSilent,
        MeanOrder,
        Alive,
        Expected,
        Value,
        Interval,
        ColumnCount
    };

    explicit CustomerValuesModel(Display &display, QObject *parent = nullptr);

    /// Where names come from; without, a customer shows as a number.
    void setNameLookup(const Report::NameLookup &names);
    void setResult(const Customers::SnapshotPtr &snapshot, const Clv::ClvResult &result,
                   const Currency &currency);
    /// Only customers whose CLV lies within; none: all.
    void setRange(const std::optional<std::pair<double, double>> &range);
    /// Only these customers; none: all.
    void setFound(const std::optional<QSet<qint64>> &customers);
    /// Of the snapshot of setResult(); those of another are left out.
    void setSegments(const Insights::SegmentLabels &segments);
    void renewTexts();

    /// Ticks stay when the rows are sorted, narrowed or computed anew.
    void setTicked(int firstRow, int lastRow, bool ticked);
    void clearTicks();
    [[nodiscard]] qint64 ticked() const { return m_tickCount; }
    /// Also those that are not shown now, in the order of the table.
    [[nodiscard]] QList<CustomerId> tickedCustomers() const;
    /// The ticked customers with headings, tab-separated: what \a columns show, the interval as its
    /// two ends; the first \a most of them.
    [[nodiscard]] QString tickedText(const QList<int> &columns, int most) const;
    /// The same of one customer.
    [[nodiscard]] QString textOf(std::size_t position, const QList<int> &columns) const;

    [[nodiscard]] qint64 total() const { return qint64(m_sorted.size()); }
    /// Position in the result's columns of a row of the table.
    [[nodiscard]] std::size_t position(int row) const { return m_rows[std::size_t(row)]; }
    [[nodiscard]] CustomerId customer(int row) const;
    /// Row of a customer, −1: not among the rows shown.
    [[nodiscard]] int rowOf(CustomerId customer) const;
    [[nodiscard]] Report::NamedCustomer named(std::size_t position) const;
    /// Name and colour of the segment that a customer is in; an empty name: none.
    struct SegmentMark
    {
        QString name;
        QColor color;
    };
    [[nodiscard]] SegmentMark segmentMark(std::size_t position) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    /// Very many customers are sorted on a worker: the rows keep their order until then.
    void sort(int column, Qt::SortOrder order) override;

signals:
    void sortingChanged(bool isRunning);
    void ticksChanged();

private:
    void startSort();
    void takeOrder(std::vector<std::uint32_t> order);
    void filter();
    [[nodiscard]] std::vector<double> keys(Column column) const;
    [[nodiscard]] int segmentOf(std::size_t position) const;
    [[nodiscard]] QString text(Column column, std::size_t position, int row) const;
    [[nodiscard]] QString nameOf(std::size_t position) const;
    [[nodiscard]] QStringList headingsFor(const QList<int> &columns) const;
    [[nodiscard]] QStringList cellsOf(std::size_t position, const QList<int> &columns) const;
    void keepTicks(const Customers::SnapshotPtr &snapshot, const Clv::CustomerValues *values);
    void readNames(int row) const;

    Display &m_display;
    Report::NameLookup m_lookup;
    Customers::SnapshotPtr m_snapshot;
    std::shared_ptr<const Clv::CustomerValues> m_values;
    Currency m_currency;
    bool m_renews = false; ///< contracts instead of purchases
    double m_weeksPerPeriod = 1;
    double m_intervalLevel = 0.9;
    double m_scaleUntil = 1; ///< right end of the interval bars
    Column m_sortColumn = Value;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    std::optional<std::pair<double, double>> m_range;
    std::optional<QSet<qint64>> m_found;
    Insights::SegmentLabels m_segments;
    QHash<QString, int> m_segmentCategories;
    std::vector<bool> m_ticks; ///< by position
    qint64 m_tickCount = 0;
    LatestJob *m_sortJob;
    std::vector<std::uint32_t> m_sorted; ///< all positions in the chosen order
    std::vector<std::uint32_t> m_rows;   ///< those that pass the filters
    mutable QHash<qint64, Report::NamedCustomer> m_names;
};
