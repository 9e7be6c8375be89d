#pragma once

#include "models/report/report.h"
#include "ui/pages/analysispage.h"

#include <QSet>

#include <functional>

class AliveMapChart;
class ClvHistogramChart;
class CustomerDrawer;
class CustomerValuesModel;
class FrequencyChart;
class ModelCard;
class QLineEdit;
class QStackedWidget;
class QTableView;
class QTimer;
class SegmentedControl;
class SelectionBar;
class TextLabel;
class TrackingChart;

/// Customers by lifetime value: their distribution, the model behind it and how well it fits, the
/// customers of a chosen range, one customer in the inspector.
class LifetimeValuePage final : public AnalysisPage
{
    Q_OBJECT

public:
    /// Finds customers by name or number and hands them to the receiver, now or later.
    using Found = std::function<void(const QList<CustomerId> &)>;
    using Search = std::function<void(const QString &text, Found found)>;

    explicit LifetimeValuePage(Display &display, QWidget *parent = nullptr);

    /// Where names come from, for the rows on screen; without, customers show as numbers.
    void setNameLookup(const Report::NameLookup &names);
    /// Without, there is no search field.
    void setSearch(const Search &search);
    /// Opens the customer in the inspector, also one outside the selection.
    void showCustomer(CustomerId customer);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QWidget *inspector() override;

protected:
    void renewTexts() override;
    void showNumbers(const Insights::Analysis &analysis) override;
    [[nodiscard]] std::pair<QString, QString> emptyTexts() const override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeDistribution(Display &display);
    void makeFit(Display &display);
    void makeTable(Display &display);
    void applyRange();
    void clearRange();
    void search();
    void showFitCard();
    void renewTableTexts();
    void chooseRow(int row);
    void fillDrawer(std::size_t position);
    [[nodiscard]] std::optional<std::size_t> positionOf(CustomerId customer) const;

    ClvHistogramChart *m_histogram;
    SegmentedControl *m_scale;
    SelectionBar *m_selectionBar;
    ModelCard *m_model;
    TrackingChart *m_tracking;
    Card *m_fitCard;
    QStackedWidget *m_fitStack;
    SegmentedControl *m_fitKind;
    AliveMapChart *m_aliveMap;
    FrequencyChart *m_frequency;
    Card *m_tableCard;
    QLineEdit *m_searchField;
    QTableView *m_table;
    CustomerValuesModel *m_customers;
    CustomerDrawer *m_drawer;
    QTimer *m_searchDelay;
    Search m_search;
    int m_searchNumber = 0;
};
