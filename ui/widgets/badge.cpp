#include "ui/widgets/badge.h"

#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/style/painttext.h"

#include <QPainter>

#include <cmath>

namespace {

struct BadgeColors
{
    const char *ground;
    const char *text;
};

BadgeColors colorsOf(Badge::Tone tone)
{
    switch (tone) {
    case Badge::Tone::Good:
        return {"goodBg", "good"};
    case Badge::Tone::Warn:
        return {"warnBg", "warn"};
    case Badge::Tone::Bad:
        return {"badBg", "bad"};
    case Badge::Tone::Info:
        return {"infoBg", "info"};
    case Badge::Tone::Neutral:
        break;
    }
    return {"hover", "text2"};
}

} // namespace

Badge::Badge(Display &display, Tone tone, QWidget *parent)
    : QLabel(parent), m_display(display), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&display, &Display::changed, this, &Badge::applyDisplay);
    applyDisplay();
}

void Badge::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Badge::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    const int icon = m_iconName.isEmpty() ? 0 : 18;
    return {int(std::ceil(PaintText::width(font(), text()))) + 14 + icon,
            m_display.lineHeight(Theme::TextRole::Axis) + 4};
}

QSize Badge::minimumSizeHint() const { return sizeHint(); }

void Badge::paintEvent(QPaintEvent *)
{
    const BadgeColors colors = colorsOf(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_display.color(colors.ground));
    painter.drawRoundedRect(rect(), 3, 3);
    QRect inner = rect().adjusted(7, 0, -7, 0);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (!m_iconName.isEmpty()) {
        QRect place(0, 0, 14, 14);
        place.moveCenter(rect().center());
        if (mirrored)
            place.moveRight(inner.right());
        else
            place.moveLeft(inner.left());
        Icons::icon(m_iconName, m_display, colors.text).paint(&painter, place);
        inner.adjust(mirrored ? 0 : 18, 0, mirrored ? -18 : 0, 0);
    }
    painter.setPen(m_display.color(colors.text));
    painter.setFont(font());
    PaintText::draw(painter, m_display, inner, Qt::AlignCenter, text());
}

void Badge::applyDisplay()
{
    QFont wanted = m_display.font(Theme::TextRole::Axis);
    wanted.setWeight(QFont::Medium);
    setFont(wanted);
    updateGeometry();
    update();
}
