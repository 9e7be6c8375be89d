#pragma once

#include "models/journeys/journey.h"
#include "ui/pages/lifecycle/celltable.h"
#include "ui/pages/lifecycle/lifecycletab.h"

class Card;
class ChartCard;
class HeatTableChart;
class JourneyFlowChart;
class JourneyInspector;
class QStackedWidget;
class QTableView;
class SegmentedControl;

/// The ways through the stages as a flow, with the most common paths, the transition matrix and what
/// the chain of stages promises beneath.
class JourneyTab final : public LifecycleTab
{
    Q_OBJECT

public:
    explicit JourneyTab(Display &display, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QWidget *inspector() override;

protected:
    void renewTexts() override;
    void showNumbers(const Insights::Analysis &analysis) override;
    [[nodiscard]] bool canShow(const Insights::Analysis &analysis) const override;
    [[nodiscard]] std::pair<QString, QString> emptyTexts() const override;
    void startComputing(const Insights::AnalysisPtr &analysis) override;
    [[nodiscard]] bool isReady() const override { return m_journey.has_value(); }

private:
    void showTables();
    void showChoice();
    void choosePath(int path);
    void showContacts();
    void saveSegment();
    [[nodiscard]] CustomerChoice::List chosenContacts() const;
    void showMove(int row, int column);
    [[nodiscard]] QList<int> shownPaths() const;

    JourneyFlowChart *m_flow;
    ChartCard *m_flowCard;
    Card *m_tableCard;
    SegmentedControl *m_kind;
    QStackedWidget *m_stack;
    CellTable *m_paths;
    QTableView *m_pathView;
    HeatTableChart *m_matrix;
    CellTable *m_chain;
    QTableView *m_chainView;
    JourneyInspector *m_inspector;

    std::optional<Journeys::JourneyQuery> m_query; ///< what the person chose
    std::optional<Journeys::Journey> m_journey;
    std::optional<Journeys::Link> m_link;
    int m_path = -1;
};
