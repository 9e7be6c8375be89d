#include "ui/widgets/deltalabel.h"

#include "ui/style/display.h"
#include "ui/style/painttext.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace {
constexpr int triangleSide = 7;
constexpr int gap = 4;
} // namespace

DeltaLabel::DeltaLabel(Display &display, QWidget *parent) : QWidget(parent), m_display(display)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&display, &Display::changed, this, &DeltaLabel::renew);
}

void DeltaLabel::setDelta(Direction direction, Tone tone, const QString &value, const QString &note)
{
    m_direction = direction;
    m_tone = tone;
    m_value = value;
    m_note = note;
    renew();
}

void DeltaLabel::setChange(double change, const QString &value, const QString &note)
{
    if (!std::isfinite(change))
        setNote(note);
    else if (change > 0)
        setDelta(Direction::Up, Tone::Good, value, note);
    else if (change < 0)
        setDelta(Direction::Down, Tone::Bad, value, note);
    else
        setDelta(Direction::None, Tone::Neutral, value, note);
}

void DeltaLabel::setNote(const QString &note)
{
    setDelta(Direction::None, Tone::Neutral, {}, note);
}

void DeltaLabel::clear() { setNote({}); }

QString DeltaLabel::text() const
{
    QString value = m_value;
    if (m_direction == Direction::Up)
        value = tr("up %1").arg(m_value);
    else if (m_direction == Direction::Down)
        value = tr("down %1").arg(m_value);
    if (value.isEmpty())
        return m_note;
    return m_note.isEmpty()
               ? value
               : tr("%1 %2", "a change and what it is compared with").arg(value, m_note);
}

QSize DeltaLabel::sizeHint() const
{
    QFont strong = m_display.font(Theme::TextRole::Axis);
    strong.setWeight(QFont::DemiBold);
    double width = PaintText::width(strong, m_value)
                   + PaintText::width(m_display.font(Theme::TextRole::Axis), m_note);
    if (m_direction != Direction::None)
        width += triangleSide + gap;
    if (!m_value.isEmpty() && !m_note.isEmpty())
        width += gap;
    return {int(std::ceil(width)) + 2, m_display.lineHeight(Theme::TextRole::Axis)};
}

QSize DeltaLabel::minimumSizeHint() const
{
    return {30, m_display.lineHeight(Theme::TextRole::Axis)};
}

void DeltaLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QColor color = m_display.color(m_tone == Tone::Good  ? "good"
                                         : m_tone == Tone::Bad ? "bad"
                                                               : "text2");
    double used = 0;
    const auto place = [&](double width) {
        const QRectF rect(mirrored ? this->width() - used - width : used, 0, width, height());
        used += width;
        return rect;
    };
    if (m_direction != Direction::None) {
        PaintText::drawTriangle(painter, place(triangleSide).center(), triangleSide,
                                m_direction == Direction::Up, color);
        used += gap;
    }
    const Qt::Alignment side = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    QFont font = m_display.font(Theme::TextRole::Axis);
    if (!m_value.isEmpty()) {
        QFont strong = font;
        strong.setWeight(QFont::DemiBold);
        painter.setFont(strong);
        painter.setPen(color);
        PaintText::draw(painter, m_display, place(PaintText::width(strong, m_value)), side,
                        m_value);
        used += gap;
    }
    const double rest = width() - used;
    if (!m_note.isEmpty() && rest > 12) {
        painter.setFont(font);
        painter.setPen(m_display.color("text3"));
        PaintText::draw(painter, m_display, place(rest), side,
                        PaintText::elided(font, m_note, rest));
    }
}

void DeltaLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange)
        renew();
}

void DeltaLabel::renew()
{
    setAccessibleName(text());
    updateGeometry();
    update();
}
