#include "ui/pages/data/healthtile.h"

#include "ui/style/display.h"

#include <QPainter>

using namespace Qt::StringLiterals;

HealthTile::HealthTile(Display &display, QWidget *parent)
    : QAbstractButton(parent)
    , m_display(display)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(&display, &Display::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void HealthTile::setFigure(const QString &title, const QString &value, const QString &note, const char *token)
{
    setText(title);
    m_value = value;
    m_note = note;
    m_token = token;
    setAccessibleName(title);
    setAccessibleDescription(value + u", "_s + note);
    updateGeometry();
    update();
}

QSize HealthTile::sizeHint() const
{
    const int height = m_display.lineHeight(Theme::TextRole::Table) + m_display.lineHeight(Theme::TextRole::PageTitle)
        + m_display.lineHeight(Theme::TextRole::Axis) + 20;
    const int words = std::max(QFontMetrics(m_display.font(Theme::TextRole::Table)).horizontalAdvance(text()),
                               QFontMetrics(m_display.font(Theme::TextRole::Axis)).horizontalAdvance(m_note));
    return {words + 28, height};
}

QSize HealthTile::minimumSizeHint() const
{
    return {96, sizeHint().height()};
}

void HealthTile::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void HealthTile::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void HealthTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPen pen(m_display.color(hasFocus() ? "focus" : isChecked() ? "primary" : "border"), hasFocus() ? 2 : 1);
    painter.setPen(pen);
    painter.setBrush(m_display.color(isChecked() ? "tint" : underMouse() ? "hover" : "surface"));
    painter.drawRoundedRect(hasFocus() ? frame.adjusted(0.5, 0.5, -0.5, -0.5) : frame, 6, 6);
    QRect line = rect().adjusted(12, 9, -12, -9);
    const auto write = [&](Theme::TextRole role, const QString &words, const char *token) {
        painter.setFont(m_display.font(role));
        painter.setPen(m_display.color(token));
        const int height = m_display.lineHeight(role);
        painter.drawText(QRect(line.left(), line.top(), line.width(), height),
                         (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(words, Qt::ElideRight, line.width()));
        line.setTop(line.top() + height);
    };
    write(Theme::TextRole::Table, text(), "text2");
    write(Theme::TextRole::PageTitle, m_value, m_token.constData());
    write(Theme::TextRole::Axis, m_note, "text3");
}
