#pragma once

#include "models/core/dates.h"

#include <QFrame>

class Button;
class DateField;
class Display;
class TextLabel;

/// The choice of a period: presets counted back from the newest day of the data, or two dates.
class PeriodPopup final : public QFrame
{
    Q_OBJECT

public:
    enum class Preset { LastTwelveMonths, ThisYear, LastYear, All };

    explicit PeriodPopup(Display &display, QWidget *parent = nullptr);

    void setExtent(const DateRange &extent);
    void setPeriod(const DateRange &period);
    /// The days a preset stands for in data of this extent.
    [[nodiscard]] static DateRange rangeOf(Preset preset, const DateRange &extent);

signals:
    void chosen(const DateRange &period);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void renewState();

    Display &m_display;
    DateRange m_extent;
    DateRange m_period;
    QList<Button *> m_presets;
    TextLabel *m_customTitle;
    TextLabel *m_fromTitle;
    TextLabel *m_untilTitle;
    TextLabel *m_problem;
    DateField *m_from;
    DateField *m_until;
    Button *m_apply;
};
