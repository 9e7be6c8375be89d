#pragma once

#include "models/clv/derivation.h"
#include "models/insights/analysis.h"
#include "models/report/report.h"

#include <QWidget>

class AliveHistoryChart;
class Badge;
class Button;
class Display;
class QGridLayout;
class QListView;
class SegmentedControl;
class TextLabel;
class TimelineModel;

/// One customer: value with its interval, activity, habit, P(alive) over the last year, and what
/// happened. Behind each figure stands how it was computed, with this customer's numbers. Its
/// window title is the customer's name.
class CustomerDrawer final : public QWidget
{
    Q_OBJECT

public:
    explicit CustomerDrawer(Display &display, QWidget *parent = nullptr);

    /// \a position is the customer's place in the result's columns.
    void showCustomer(const Insights::AnalysisPtr &analysis, std::size_t position,
                      const Report::NamedCustomer &named);
    void clear();
    [[nodiscard]] CustomerId customer() const;
    void renewTexts();

signals:
    /// How was this customer's figure computed?
    void derivationRequested(Clv::Figure figure);

private:
    enum Figure { Value, Alive, Orders, Gap, Expected, Spend, FigureCount };
    struct Labels
    {
        TextLabel *name = nullptr;
        Button *how = nullptr;
        TextLabel *value = nullptr;
        TextLabel *note = nullptr;
    };

    void addFigure(QGridLayout *grid, Figure figure);
    void fill();
    void fillFigures(const Clv::AliveHistory &history);
    void fillForecast();

    Display &m_display;
    Insights::AnalysisPtr m_analysis;
    std::size_t m_position = 0;
    Report::NamedCustomer m_named;
    TextLabel *m_name;
    TextLabel *m_reference;
    Badge *m_badge;
    Labels m_figures[FigureCount];
    TextLabel *m_historyTitle;
    AliveHistoryChart *m_history;
    TextLabel *m_timelineTitle;
    SegmentedControl *m_timelineShow;
    QListView *m_timeline;
    TimelineModel *m_timelineModel;
    TextLabel *m_nothing;
    QWidget *m_body;
};
