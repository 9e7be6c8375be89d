#pragma once

#include "models/clv/contractoutlook.h"
#include "models/clv/derivation.h"
#include "models/insights/analysis.h"
#include "models/report/report.h"

#include <QWidget>

class AliveHistoryChart;
class Badge;
class Button;
class Display;
class QGridLayout;
class QLabel;
class QListView;
class QScrollArea;
class QVBoxLayout;
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
    /// The segment that the customer is in; an empty name: none.
    void showSegment(const QString &name, const QColor &color);
    void showCopied(); ///< the customer's figures are on the clipboard
    [[nodiscard]] CustomerId customer() const;
    [[nodiscard]] QString shownName() const { return windowTitle(); }
    [[nodiscard]] QWidget *addButton() const;
    void renewTexts();

signals:
    /// How was this customer's figure computed?
    void derivationRequested(Clv::Figure figure);
    void addToSegmentRequested();
    void copyRequested();

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
    void makeButtons(QVBoxLayout *outer);
    void renewButtons();
    void fill();
    void fillFigures(const Clv::AliveHistory &history);
    void fillValue();
    void fillForecast();
    void fillContract(const Clv::ContractOutlook &outlook);
    [[nodiscard]] bool renews() const;

    Display &m_display;
    Insights::AnalysisPtr m_analysis;
    std::size_t m_position = 0;
    Report::NamedCustomer m_named;
    TextLabel *m_name;
    TextLabel *m_reference;
    Badge *m_badge;
    QLabel *m_segmentMark;
    TextLabel *m_segment;
    Labels m_figures[FigureCount];
    TextLabel *m_historyTitle;
    AliveHistoryChart *m_history;
    TextLabel *m_timelineTitle;
    SegmentedControl *m_timelineShow;
    QListView *m_timeline;
    TimelineModel *m_timelineModel;
    TextLabel *m_nothing;
    QScrollArea *m_scroll;
    QWidget *m_body;
    QWidget *m_actions;
    Button *m_add;
    Button *m_copy;
    bool m_isCopied = false;
};
