#pragma once

#include "models/insights/overview.h"

#include <QWidget>

class Button;
class Display;
class PeriodPopup;
class QActionGroup;
class QMenu;

/// The filters that every screen obeys: the period and what it is compared with.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(Display &display, QWidget *parent = nullptr);

    void setExtent(const DateRange &extent);
    void setFilter(const Insights::PeriodFilter &filter);
    [[nodiscard]] const Insights::PeriodFilter &filter() const { return m_filter; }
    /// Less room: icons and short words only.
    void setNarrow(bool narrow);

    /// Which kind of comparison a filter holds.
    [[nodiscard]] static Insights::ComparisonKind kindOf(const Insights::PeriodFilter &filter);

public slots:
    void choosePeriod();
    void chooseComparison();

signals:
    void filterEdited(const Insights::PeriodFilter &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void renewTexts();
    void setPeriod(const DateRange &period);
    void setComparison(Insights::ComparisonKind kind);

    Display &m_display;
    Insights::PeriodFilter m_filter;
    DateRange m_extent;
    Button *m_period;
    Button *m_comparison;
    PeriodPopup *m_popup;
    QMenu *m_menu;
    QList<QAction *> m_kinds;
    bool m_narrow = false;
};
