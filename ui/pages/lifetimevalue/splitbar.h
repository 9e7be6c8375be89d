#pragma once

#include "models/core/dates.h"

#include <QWidget>

class Button;
class Display;
class QSlider;
class QTimer;
class TextLabel;

/// Where the data are parted into calibration and holdout: a slider over the days it may end on,
/// with the day in words. Like a time axis it runs from left to right in either language.
class SplitBar final : public QWidget
{
    Q_OBJECT

public:
    explicit SplitBar(Display &display, QWidget *parent = nullptr);

    /// \a ends: the days possible, none where invalid; \a dataEnd: the holdout's last day.
    void setRange(const DateRange &ends, const QDate &usual, const QDate &dataEnd);
    /// Without signal.
    void setDay(const QDate &day);
    [[nodiscard]] QDate day() const;
    void renewTexts();

signals:
    void settled(const QDate &day); ///< moved, and at rest for a moment

private:
    void showDay();

    Display &m_display;
    TextLabel *m_until;
    QSlider *m_slider;
    TextLabel *m_length;
    Button *m_reset;
    QTimer *m_rest;
    DateRange m_ends;
    QDate m_usual;
    QDate m_dataEnd;
};
