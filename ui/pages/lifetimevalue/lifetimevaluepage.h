#pragma once

#include "models/clv/concentration.h"
#include "models/clv/customermaps.h"
#include "ui/pages/analysispage.h"
#include "ui/pages/lifetimevalue/customerscard.h"

class AliveMapChart;
class ClvHistogramChart;
class CustomerDrawer;
class CustomerMapChart;
class ExpectedMapChart;
class FitCard;
class LatestJob;
class LorenzChart;
class ModelCard;
class QStackedWidget;
class TextLabel;
class SegmentedControl;
class SelectionBar;

/// Customers by lifetime value: their distribution, the models behind it and how well they fit, maps
/// and concentration, the customers of a chosen range, one customer in the inspector. Every figure
/// says how it was computed.
class LifetimeValuePage final : public AnalysisPage
{
    Q_OBJECT

public:
    using Found = CustomersCard::Found;

    explicit LifetimeValuePage(Display &display, QWidget *parent = nullptr);

    /// Where names come from, for the rows on screen; without, customers show as numbers.
    void setNameLookup(const Report::NameLookup &names);
    /// Without, there is no search field.
    void setSearch(const CustomersCard::Search &search);
    /// Without, the customers have no column of segments.
    void setSegmentSource(const CustomersCard::SegmentSource &source);
    void setSegments(const QList<Segments::Segment> &segments) override;
    /// The workspace's segments have changed in its file.
    void reloadSegments();
    /// Opens the customer in the inspector, also one outside the selection.
    void showCustomer(CustomerId customer);

    [[nodiscard]] QString title() const override;
    bool saveSelection() override;
    [[nodiscard]] QWidget *inspector() override;

protected:
    void renewTexts() override;
    void showNumbers(const Insights::Analysis &analysis) override;
    [[nodiscard]] std::pair<QString, QString> emptyTexts() const override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What the shapes card draws, made on a worker.
    struct Shapes
    {
        Clv::AliveMap alive;
        Clv::PurchaseMap purchases;
        Clv::Concentration curve;
    };

    void makeDistribution(Display &display);
    void makeModel(Display &display);
    void makeFit(Display &display);
    void makeShapes(Display &display);
    void startShapes();
    void fillShapes();
    void nameShapes();
    void rank(const QDate &calibrationEnd);
    void rankIfNeeded();
    void stopRanking();
    void showModels();
    void linkSelection();
    void askForSegment(const Segments::Draft &draft);
    void offerSegments(const Segments::Draft &draft, QWidget *anchor);
    void connectDrawer();
    void showDrawerSegment();
    void explain(Clv::Figure figure, std::size_t position = 0);
    [[nodiscard]] std::optional<std::pair<double, double>> range() const;
    void makeTable(Display &display);
    void applyRange();
    void clearRange();
    void showShapesCard();
    void fillDrawer(std::size_t position);
    [[nodiscard]] std::optional<std::size_t> positionOf(CustomerId customer) const;

    ClvHistogramChart *m_histogram;
    SegmentedControl *m_scale;
    SelectionBar *m_selectionBar;
    ModelCard *m_model;
    FitCard *m_fit;
    Card *m_shapesCard;
    QStackedWidget *m_shapes;
    TextLabel *m_shapesNote;
    SegmentedControl *m_shapeKind;
    AliveMapChart *m_aliveMap;
    ExpectedMapChart *m_expectedMap;
    LorenzChart *m_lorenz;
    QList<CustomerMapChart *> m_maps;
    CustomersCard *m_customers;
    CustomerDrawer *m_drawer;
    QList<Segments::Segment> m_segments; ///< of the workspace
    LatestJob *m_shapesJob;
    Shapes m_shapesData;
    std::optional<int> m_shapeBefore; ///< what was shown before subscriptions, which have no maps
    LatestJob *m_ranking;
    std::optional<Clv::Comparison> m_models; ///< ranked on the page; none: the analysis' own
    bool m_areModelsStale = false; ///< m_models is of the numbers before
    bool m_rankingIsStale = false;
    bool m_rankingFailed = false;
    Insights::AnalysisPtr m_seen; ///< the analysis that the jobs above work for
};
