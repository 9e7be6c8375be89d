#include "ui/style/painttext.h"

#include "ui/style/display.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

void PaintText::draw(QPainter &painter, const Display &display, const QRectF &rect,
                     Qt::Alignment alignment, const QString &text)
{
    // The direction is forced, so marks are not needed; they would bring in a further font, because ours
    // have no glyph for them.
    QString unmarked = text;
    unmarked.remove(QChar(0x200E)).remove(QChar(0x200F));
    const int direction = display.isArabic() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
    painter.drawText(rect, int(alignment | Qt::AlignAbsolute) | direction | Qt::TextDontClip, unmarked);
}

QString PaintText::elided(const QFont &font, const QString &text, double width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

double PaintText::width(const QFont &font, const QString &text)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

QString PaintText::marked(const Display &display, const QString &text)
{
    if (!display.isArabic() || text.isEmpty())
        return text;
    QString unmarked = text;
    unmarked.remove(QChar(0x200E)).remove(QChar(0x200F));
    return QChar(0x2067) + unmarked + QChar(0x2069);
}

void PaintText::drawTriangle(QPainter &painter, const QPointF &center, double side, bool up,
                             const QColor &color)
{
    const double half = side / 2;
    const double tip = up ? -half : half;
    QPainterPath path(QPointF(center.x(), center.y() + tip));
    path.lineTo(center.x() + half, center.y() - tip);
    path.lineTo(center.x() - half, center.y() - tip);
    path.closeSubpath();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(path, color);
    painter.restore();
}
