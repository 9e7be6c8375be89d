#include "ui/widgets/delegates.h"

#include "ui/style/display.h"
#include "ui/style/painttext.h"
#include "ui/widgets/intervalbar.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

/// Arabic-Indic digits differ in width; in a column each gets the same cell, in em.
constexpr double digitCell = 0.585;
constexpr int cellPadding = 8;

bool isArabicDigit(QChar c) { return c.unicode() >= 0x0660 && c.unicode() <= 0x0669; }

bool belongsToNumber(QChar c)
{
    return isArabicDigit(c) || c.unicode() == 0x066B || c.unicode() == 0x066C;
}

double advance(const QFontMetricsF &metrics, double em, QChar c)
{
    return isArabicDigit(c) ? digitCell * em : metrics.horizontalAdvance(c);
}

/// What stands before, in and after the digits of a number such as "−١٢٬٤٨٠ ر.س".
struct NumberParts
{
    QString before;
    QString number;
    QString after;
};

NumberParts split(const QString &text)
{
    qsizetype from = 0;
    while (from < text.size() && !belongsToNumber(text[from]))
        ++from;
    qsizetype until = from;
    while (until < text.size() && belongsToNumber(text[until]))
        ++until;
    return {text.left(from).trimmed(), text.mid(from, until - from), text.mid(until)};
}

void drawBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    QStyleOptionViewItem background = option;
    background.text.clear();
    background.icon = {};
    background.features &= ~QStyleOptionViewItem::HasDisplay;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);
}

QFont cellFont(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = option.font;
    if (index.data(CellRole::Strong).toBool())
        font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

NumberDelegate::NumberDelegate(Display &display, QObject *parent)
    : QStyledItemDelegate(parent), m_display(display)
{}

void NumberDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = item.text;
    drawBackground(painter, item);
    painter->save();
    painter->setFont(cellFont(item, index));
    paintNumber(*painter, QRectF(item.rect).adjusted(cellPadding, 0, -cellPadding, 0), text,
                m_display.color(item.state & QStyle::State_Enabled ? "text" : "disabled"));
    painter->restore();
}

QSize NumberDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const double width = numberWidth(cellFont(option, index), index.data().toString());
    return {int(std::ceil(width)) + 2 * cellPadding, 28};
}

void NumberDelegate::paintNumber(QPainter &painter, const QRectF &rect, const QString &text,
                                 const QColor &color)
{
    painter.setPen(color);
    const int flags = int(Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextDontClip;
    if (std::none_of(text.begin(), text.end(), isArabicDigit)) {
        painter.drawText(rect, flags | Qt::TextForceLeftToRight, text);
        return;
    }
    const QFontMetricsF metrics(painter.font());
    const double em = painter.font().pixelSize();
    const NumberParts parts = split(text);
    // Seen from the right: the sign, the digits (which run left to right), then unit or percent.
    double right = rect.right();
    if (!parts.before.isEmpty()) {
        painter.drawText(QRectF(rect.left(), rect.top(), right - rect.left(), rect.height()),
                         flags | Qt::TextForceRightToLeft, parts.before);
        right -= metrics.horizontalAdvance(parts.before);
    }
    double x = right;
    for (const QChar c : parts.number)
        x -= advance(metrics, em, c);
    const double left = x;
    for (const QChar c : parts.number) {
        const double width = advance(metrics, em, c);
        painter.drawText(QRectF(x, rect.top(), width, rect.height()),
                         int(Qt::AlignCenter) | Qt::TextDontClip, QString(c));
        x += width;
    }
    if (!parts.after.isEmpty()) {
        painter.drawText(QRectF(rect.left(), rect.top(), left - rect.left(), rect.height()),
                         flags | Qt::TextForceRightToLeft, parts.after);
    }
}

double NumberDelegate::numberWidth(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    if (std::none_of(text.begin(), text.end(), isArabicDigit))
        return metrics.horizontalAdvance(text);
    const NumberParts parts = split(text);
    double width = metrics.horizontalAdvance(parts.before) + metrics.horizontalAdvance(parts.after);
    for (const QChar c : parts.number)
        width += advance(metrics, font.pixelSize(), c);
    return width;
}

void AliveDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = item.text;
    drawBackground(painter, item);
    bool known = false;
    const double value = index.data(CellRole::Value).toDouble(&known);
    painter->save();
    painter->setFont(item.font);
    const QRectF inner = QRectF(item.rect).adjusted(cellPadding, 0, -cellPadding, 0);
    const double numberWidth = NumberDelegate::numberWidth(item.font, text);
    paintNumber(*painter, inner, text, display().color("text"));
    QRectF track(inner.left(), inner.center().y() - 3.5,
                 std::min(54.0, inner.width() - numberWidth - 8), 7);
    if (known && std::isfinite(value) && track.width() > 12) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(display().color(item.state & QStyle::State_Selected ? "tint2" : "hover"));
        painter->drawRoundedRect(track, 2, 2);
        QRectF filled = track;
        filled.setWidth(track.width() * std::clamp(value, 0.0, 1.0));
        if (item.direction == Qt::RightToLeft)
            filled.moveRight(track.right());
        painter->setBrush(display().theme().category(value < 0.5 ? Theme::Vermilion : Theme::Teal));
        painter->drawRoundedRect(filled, 2, 2);
    }
    painter->restore();
}

QSize AliveDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return NumberDelegate::sizeHint(option, index) + QSize(62, 0);
}

void IntervalDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    drawBackground(painter, item);
    const auto number = [&](int role) {
        bool known = false;
        const double value = index.data(role).toDouble(&known);
        return known ? value : std::nan("");
    };
    IntervalBar::paintInto(*painter, QRectF(item.rect).adjusted(cellPadding, 0, -cellPadding, 0),
                           display(), number(CellRole::Low), number(CellRole::Value),
                           number(CellRole::High), number(CellRole::ScaleFrom),
                           number(CellRole::ScaleUntil), item.state & QStyle::State_Selected);
}

QSize IntervalDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {106, 28};
}
