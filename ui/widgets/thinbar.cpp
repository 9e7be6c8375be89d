#include "ui/widgets/thinbar.h"

#include "ui/style/display.h"

#include <QPainter>

#include <algorithm>

ThinBar::ThinBar(Display &display, QWidget *parent) : QWidget(parent), m_display(display)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(4);
    m_timer.setInterval(100);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_phase = (m_phase + 1) % 40;
        update();
    });
    connect(&display, &Display::changed, this, qOverload<>(&QWidget::update));
}

void ThinBar::setFraction(double fraction)
{
    m_fraction = fraction < 0 ? -1 : std::min(fraction, 1.0);
    if (isVisible() && m_fraction < 0)
        m_timer.start();
    else
        m_timer.stop();
    update();
}

QSize ThinBar::sizeHint() const { return {80, 4}; }

void ThinBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF track = rect();
    const double radius = track.height() / 2;
    painter.setBrush(m_display.color("mute2"));
    painter.drawRoundedRect(track, radius, radius);
    QRectF filled = track;
    if (m_fraction >= 0) {
        filled.setWidth(track.width() * m_fraction);
    } else {
        filled.setWidth(track.width() / 4);
        filled.moveLeft((track.width() * 5 / 4) * m_phase / 40.0 - filled.width());
        filled = filled.intersected(track);
    }
    if (layoutDirection() == Qt::RightToLeft)
        filled.moveRight(track.right() - (filled.left() - track.left()));
    painter.setBrush(m_display.color("primary"));
    if (filled.width() > 0)
        painter.drawRoundedRect(filled, radius, radius);
}

void ThinBar::showEvent(QShowEvent *event)
{
    if (m_fraction < 0)
        m_timer.start();
    QWidget::showEvent(event);
}

void ThinBar::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QWidget::hideEvent(event);
}
