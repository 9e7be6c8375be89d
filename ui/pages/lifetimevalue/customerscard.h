#pragma once

#include "models/clv/derivation.h"
#include "models/insights/segmentlabels.h"
#include "models/report/report.h"
#include "models/segments/draft.h"
#include "ui/pages/lifetimevalue/customervaluesmodel.h"
#include "ui/widgets/card.h"

#include <functional>

class Button;
class ChosenBar;
class CustomerTable;
class LatestJob;
class QLineEdit;
class QMenu;
class QTimer;
class TextLabel;

/// The customers of a result, or those whose value lies in a range, or who are found by name: sorted
/// by any column, with what they are worth together, and a segment made of them, or of those that
/// have a tick, on request.
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
    [[nodiscard]] CustomerValuesModel::SegmentMark segmentMark(std::size_t position) const;
    /// Asks for a segment of who has a tick, else of who is shown; false: that would be everybody.
    bool saveSelection();
    /// The customer's row with headings on the clipboard.
    void copyCustomer(std::size_t position) const;

signals:
    void customerChosen(std::size_t position); ///< in the result's columns
    void customerActivated(CustomerId customer);
    void derivationRequested(Clv::Figure figure, std::size_t position);
    void rangeCleared();
    void segmentWanted(const Segments::Draft &draft); ///< of the customers chosen or shown
    /// The chosen customers should join a segment; the list of segments belongs below \a anchor.
    void joinWanted(const Segments::Draft &draft, QWidget *anchor);
    void segmentsShown(); ///< segmentMark() is of the newest segments now

private:
    void makeTable();
    void makeColumns();
    void fitColumns();
    void nameColumns();
    void makeFooter();
    void openMenu(const QPoint &place);
    void search();
    void renewTitle();
    void showNobody();
    void showSegmentColumn(bool hasSegments);
    void chooseRow(int row);
    void wantSegment();
    void showTicks();
    void copyTicked();
    [[nodiscard]] Segments::Draft draftOfTicked() const;
    [[nodiscard]] QList<int> shownColumns() const;
    [[nodiscard]] bool isNarrowed() const;
    [[nodiscard]] QString searched() const;

    Insights::AnalysisPtr m_analysis;
    Range m_range;
    bool m_renews = false; ///< contracts instead of purchases
    CustomerValuesModel *m_customers;
    CustomerTable *m_table;
    QLineEdit *m_searchField;
    QTimer *m_searchDelay;
    Search m_search;
    int m_searchNumber = 0;
    Button *m_columnsButton;
    QMenu *m_columns;
    TextLabel *m_hint;
    Button *m_segment;
    ChosenBar *m_chosen;
    SegmentSource m_segments;
    LatestJob *m_segmentJob;
};

/// A rule segment of the customers whose lifetime value lies in \a range, with a name that says so.
[[nodiscard]] Segments::Draft segmentOfRange(const std::pair<double, double> &range,
                                             const Currency &currency, const NumberFormat &format);
