#pragma once

#include "ui/charts/clvhistogramchart.h"

#include <QWidget>

class Button;
class Chip;
class Display;
class TextLabel;

/// Under the histogram: the chosen range, how many customers it holds, what they are worth.
class SelectionBar final : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionBar(Display &display, QWidget *parent = nullptr);

    void showSelection(const std::optional<ClvHistogramChart::Selection> &selection,
                       const Currency &currency);
    void renewTexts();

signals:
    void cleared();
    void derivationRequested(); ///< of the total
    void segmentRequested();    ///< of the chosen range

private:
    Display &m_display;
    Chip *m_chip;
    TextLabel *m_count;
    TextLabel *m_sum;
    TextLabel *m_share;
    TextLabel *m_hint;
    Button *m_how;
    Button *m_segment;
    Button *m_clear;
    std::optional<ClvHistogramChart::Selection> m_selection;
    Currency m_currency;
};
