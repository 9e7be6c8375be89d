#pragma once

#include "models/clv/derivation.h"
#include "models/insights/segmentlabels.h"
#include "models/report/report.h"
#include "models/segments/segment.h"
#include "ui/widgets/card.h"

#include <functional>

class Button;
class CustomerValuesModel;
class LatestJob;
class QLineEdit;
class QMenu;
class QTableView;
class QTimer;
class TextLabel;

/// The customers of a result, or those whose value lies in a range, or who are found by name: sorted
/// by any column, with what they are worth together, and a segment made of them on request.
class CustomersCard final : public Card
{
    Q_OBJECT

public:
    /// Finds customers by name or number and hands them to the receiver, now or later.
    using Found = std::function<void(const QList<CustomerId> &)>;
    using Search = std::function<void(const QString &text, Found found)>;
    /// Which segment each customer is in; runs on a worker.
    using SegmentSource =
        std::function<Result<Insights::SegmentLabels>(const Insights::Analysis &, const Progress &)>;
    using Range = std::optional<std::pair<double, double>>;

    explicit CustomersCard(Display &display, QWidget *parent = nullptr);

    void setNameLookup(const Report::NameLookup &names);
    void setSearch(const Search &search);
    /// Without, there is no column of segments.
    void setSegmentSource(const SegmentSource &source);
    /// The workspace's segments have changed.
    void reloadSegments();

    void renewTexts();
    void showNumbers(const Insights::AnalysisPtr &analysis);
    void setRange(const Range &range);
    /// Marks the customer's row, or none where the customer is not among those shown.
    void select(CustomerId customer);
    [[nodiscard]] Report::NamedCustomer named(std::size_t position) const;

signals:
    void customerChosen(std::size_t position); ///< in the result's columns
    void customerActivated(CustomerId customer);
    void derivationRequested(Clv::Figure figure, std::size_t position);
    void rangeCleared();
    /// A segment of the customers shown. \a members: a fixed list; empty: the segment's rule holds.
    void segmentWanted(const Segments::Segment &segment,
                       const std::vector<Customers::CustomerIndex> &members);

private:
    void makeTable();
    void makeColumns();
    void makeFooter();
    void openMenu(const QPoint &place);
    void search();
    void renewTitle();
    void showNobody();
    void showSegmentColumn(bool hasSegments);
    void chooseRow(int row);
    void wantSegment();
    [[nodiscard]] bool isNarrowed() const;
    [[nodiscard]] QString searched() const;

    Insights::AnalysisPtr m_analysis;
    Range m_range;
    CustomerValuesModel *m_customers;
    QTableView *m_table;
    QLineEdit *m_searchField;
    QTimer *m_searchDelay;
    Search m_search;
    int m_searchNumber = 0;
    Button *m_columnsButton;
    QMenu *m_columns;
    TextLabel *m_hint;
    Button *m_segment;
    SegmentSource m_segments;
    LatestJob *m_segmentJob;
};

/// A rule segment of the customers whose lifetime value lies in \a range, with a name that says so.
[[nodiscard]] Segments::Segment segmentOfRange(const std::pair<double, double> &range,
                                               const Currency &currency, const NumberFormat &format);
