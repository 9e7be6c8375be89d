#pragma once

#include <QWidget>

class Display;
class QPainter;

/// A value with its interval on a common scale: track, thick bar from low to high, dot at the
/// value.
class IntervalBar final : public QWidget
{
    Q_OBJECT

public:
    explicit IntervalBar(Display &display, QWidget *parent = nullptr);

    void setInterval(double low, double value, double high);
    void setScale(double from, double until);

    /// The same picture anywhere, such as in a table cell. NaN paints the track alone.
    static void paintInto(QPainter &painter, const QRectF &rect, const Display &display, double low,
                          double value, double high, double from, double until,
                          bool onSelection = false);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Display &m_display;
    double m_low = 0, m_value = 0, m_high = 0, m_from = 0, m_until = 1;
};
