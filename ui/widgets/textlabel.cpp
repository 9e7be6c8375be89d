#include "ui/widgets/textlabel.h"

#include "ui/style/display.h"
#include "ui/style/painttext.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

TextLabel::TextLabel(Display &display, Theme::TextRole role, const char *token, QWidget *parent)
    : QLabel(parent), m_display(display), m_role(role), m_token(token)
{
    setTextFormat(Qt::PlainText);
    connect(&display, &Display::changed, this, &TextLabel::applyDisplay);
    applyDisplay();
}

void TextLabel::setRole(Theme::TextRole role)
{
    m_role = role;
    applyDisplay();
}

void TextLabel::setToken(const char *token)
{
    m_token = token;
    applyDisplay();
}

void TextLabel::setWeight(QFont::Weight weight)
{
    m_weight = weight;
    applyDisplay();
}

void TextLabel::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
}

QSize TextLabel::sizeHint() const
{
    if (!m_elided) {
        const QSize hint = QLabel::sizeHint();
        return wordWrap() ? hint : hint.expandedTo({0, m_display.lineHeight(m_role)});
    }
    return {int(PaintText::width(font(), text())) + 2, m_display.lineHeight(m_role)};
}

QSize TextLabel::minimumSizeHint() const
{
    return m_elided ? QSize(0, m_display.lineHeight(m_role)) : QLabel::minimumSizeHint();
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    // A plain QLabel aligns by the direction of its text: a number or a Latin name would stand at
    // the left of an Arabic page.
    const bool plain = !wordWrap() && textFormat() == Qt::PlainText
                       && !(textInteractionFlags() & Qt::TextSelectableByMouse);
    if (!m_elided && !plain) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    PaintText::draw(painter, m_display, contentsRect(),
                    QStyle::visualAlignment(layoutDirection(), alignment()),
                    m_elided ? PaintText::elided(font(), text(), contentsRect().width()) : text());
}

void TextLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (m_elided)
        setToolTip(PaintText::width(font(), text()) > width() + 1 ? text() : QString());
}

void TextLabel::applyDisplay()
{
    QFont wanted = m_display.font(m_role);
    if (m_weight >= 0)
        wanted.setWeight(QFont::Weight(m_weight));
    setFont(wanted);
    applyColor();
    updateGeometry();
}

void TextLabel::applyColor()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, m_display.color(m_token.constData()));
    colors.setColor(QPalette::Text, m_display.color(m_token.constData()));
    setPalette(colors);
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    // A new style sheet gives the label the palette back that it had under the old one.
    if (event->type() == QEvent::StyleChange)
        applyColor();
}
