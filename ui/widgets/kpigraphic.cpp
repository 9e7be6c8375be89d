#include "ui/widgets/kpigraphic.h"

#include "ui/style/display.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

KpiGraphic::KpiGraphic(Display &display, QWidget *parent) : QWidget(parent), m_display(display)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(24);
    connect(&display, &Display::changed, this, qOverload<>(&QWidget::update));
}

void KpiGraphic::clear()
{
    m_kind = Kind::None;
    update();
}

void KpiGraphic::setSparkline(const std::vector<double> &values)
{
    m_kind = values.size() < 2 ? Kind::None : Kind::Sparkline;
    m_values = values;
    update();
}

void KpiGraphic::setInterval(double low, double value, double high, double from, double until)
{
    m_kind = std::isfinite(low) && std::isfinite(high) && high >= low ? Kind::Interval : Kind::None;
    if (until <= from) {
        const double width = std::max(high - low, std::abs(value) * 0.02);
        from = low - 0.6 * width;
        until = high + 0.6 * width;
    }
    const double scale = until > from ? until - from : 1;
    m_low = (low - from) / scale;
    m_value = (value - from) / scale;
    m_high = (high - from) / scale;
    update();
}

void KpiGraphic::setBullet(double share, const std::vector<double> &marks)
{
    m_kind = std::isfinite(share) ? Kind::Bullet : Kind::None;
    m_value = std::clamp(share, 0.0, 1.0);
    m_values = marks;
    update();
}

QSize KpiGraphic::sizeHint() const { return {120, 24}; }

void KpiGraphic::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    switch (m_kind) {
    case Kind::None:
        break;
    case Kind::Sparkline:
        paintSparkline(painter);
        break;
    case Kind::Interval:
        paintInterval(painter);
        break;
    case Kind::Bullet:
        paintBullet(painter);
        break;
    }
}

void KpiGraphic::paintSparkline(QPainter &painter) const
{
    const auto [low, high] = std::minmax_element(m_values.begin(), m_values.end());
    const double range = *high > *low ? *high - *low : 1;
    const QRectF area = QRectF(rect()).adjusted(2, 4, -4, -5);
    QPainterPath line;
    QPointF last;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        last = {area.left() + area.width() * double(i) / double(m_values.size() - 1),
                area.bottom() - area.height() * (m_values[i] - *low) / range};
        if (i == 0)
            line.moveTo(last);
        else
            line.lineTo(last);
    }
    QPainterPath ground = line;
    ground.lineTo(area.right(), height());
    ground.lineTo(area.left(), height());
    ground.closeSubpath();
    const QColor color = m_display.theme().category(Theme::Teal);
    QColor wash = color;
    wash.setAlphaF(0.12F);
    painter.fillPath(ground, wash);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(last, 2.5, 2.5);
}

void KpiGraphic::paintInterval(QPainter &painter) const
{
    const double middle = height() / 2.0;
    const QColor color = m_display.theme().category(Theme::Teal);
    painter.setPen(QPen(m_display.color("mute2"), 2));
    painter.drawLine(QPointF(0, middle), QPointF(width(), middle));
    const double low = position(m_low);
    const double high = position(m_high);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRect(
        QRectF(std::min(low, high), middle - 3, std::max(2.0, std::abs(high - low)), 6));
    painter.setPen(QPen(color, 2));
    painter.setBrush(m_display.color("surface"));
    painter.drawEllipse(QPointF(position(m_value), middle), 4.5, 4.5);
}

void KpiGraphic::paintBullet(QPainter &painter) const
{
    const double middle = height() / 2.0;
    const QRectF track(0, middle - 4, width(), 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_display.color("hover"));
    painter.drawRoundedRect(track, 2, 2);
    painter.setBrush(m_display.theme().category(Theme::Teal));
    const double end = position(m_value);
    const double start = position(0);
    painter.drawRoundedRect(QRectF(std::min(start, end), track.top(), std::abs(end - start), 8), 2,
                            2);
    painter.setPen(QPen(m_display.color("text"), 1.6));
    for (const double mark : m_values) {
        const double x = std::clamp(position(mark), 1.0, width() - 1.0);
        painter.drawLine(QPointF(x, middle - 8), QPointF(x, middle + 8));
    }
}

double KpiGraphic::position(double share) const
{
    const double x = std::clamp(share, 0.0, 1.0) * width();
    return layoutDirection() == Qt::RightToLeft ? width() - x : x;
}
