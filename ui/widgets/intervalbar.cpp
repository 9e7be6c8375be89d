#include "ui/widgets/intervalbar.h"

#include "ui/style/display.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

IntervalBar::IntervalBar(Display &display, QWidget *parent) : QWidget(parent), m_display(display)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&display, &Display::changed, this, qOverload<>(&QWidget::update));
}

void IntervalBar::setInterval(double low, double value, double high)
{
    m_low = low;
    m_value = value;
    m_high = high;
    setAccessibleName(tr("%1, interval from %2 to %3")
                          .arg(m_display.format().decimal(value, 0),
                               m_display.format().decimal(low, 0),
                               m_display.format().decimal(high, 0)));
    update();
}

void IntervalBar::setScale(double from, double until)
{
    m_from = from;
    m_until = until;
    update();
}

void IntervalBar::paintInto(QPainter &painter, const QRectF &rect, const Display &display,
                            double low, double value, double high, double from, double until,
                            bool onSelection)
{
    const double middle = rect.center().y();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(display.color(onSelection ? "tint2" : "mute2"), 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle));
    if (std::isfinite(value) && until > from) {
        // An axis of quantity: low at the left in both directions.
        const auto x = [&](double v) {
            return rect.left() + rect.width() * std::clamp((v - from) / (until - from), 0.0, 1.0);
        };
        if (std::isfinite(low) && std::isfinite(high)) {
            painter.setPen(QPen(display.color("mute"), 5, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(x(low), middle), QPointF(x(high), middle));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(display.theme().category(Theme::Teal));
        painter.drawEllipse(QPointF(x(value), middle), 3.5, 3.5);
    }
    painter.restore();
}

QSize IntervalBar::sizeHint() const { return {90, 16}; }

void IntervalBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintInto(painter, QRectF(rect()).adjusted(4, 0, -4, 0), m_display, m_low, m_value, m_high,
              m_from, m_until);
}
