#include "ui/pages/lifecycle/shadeddelegate.h"

#include "ui/pages/lifecycle/breakdownmodel.h"
#include "ui/style/display.h"
#include "ui/widgets/delegates.h"

#include <QPainter>

namespace {

constexpr int cellPadding = 10;
constexpr int swatchWidth = 14;
constexpr int swatchHeight = 10;
constexpr double swatchPositions[] = {-1, -0.5, 0, 0.5, 1};

} // namespace

ShadedDelegate::ShadedDelegate(Display &display, QObject *parent)
    : QStyledItemDelegate(parent), m_display(display)
{}

QSize ShadedDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QFont font = m_display.font(Theme::TextRole::Table);
    font.setWeight(QFont::DemiBold);
    const QString text = index.data().toString();
    const double width = index.column() == 0 ? QFontMetricsF(font).horizontalAdvance(text)
                                             : NumberDelegate::numberWidth(font, text);
    return {int(width) + 2 * cellPadding + 2, qMax(28, option.fontMetrics.height() + 10)};
}

void ShadedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    const QVariant position = index.data(BreakdownModel::PositionRole);
    QColor ground = m_display.color("surface");
    if (position.isValid())
        ground = m_display.theme().diverging(position.toDouble());
    const QColor ink = position.isValid() ? Theme::textOn(ground) : m_display.color("text");
    painter->fillRect(option.rect, ground);
    painter->setPen(m_display.color("border"));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    QFont font = m_display.font(Theme::TextRole::Table);
    if (index.data(BreakdownModel::StrongRole).toBool())
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(ink);
    const QRect cell = option.rect.adjusted(cellPadding, 0, -cellPadding, 0);
    const QString text = index.data().toString();
    if (index.column() == 0) {
        const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, cell.width());
        painter->setLayoutDirection(option.direction);
        painter->drawText(cell, Qt::AlignVCenter | Qt::AlignLeading, shown);
    } else {
        NumberDelegate::paintNumber(*painter, cell, text, ink);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(m_display.color("focus"), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

ShadeLegend::ShadeLegend(Display &display, QWidget *parent) : QWidget(parent), m_display(display)
{
    connect(&display, &Display::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize ShadeLegend::sizeHint() const
{
    const QFontMetrics metrics(m_display.font(Theme::TextRole::Axis));
    const int words =
        metrics.horizontalAdvance(tr("lower")) + metrics.horizontalAdvance(tr("higher than all"));
    return {words + int(std::size(swatchPositions)) * swatchWidth + 14, metrics.height() + 2};
}

void ShadeLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont font = m_display.font(Theme::TextRole::Axis);
    painter.setFont(font);
    painter.setPen(m_display.color("text3"));
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const QString first = tr("lower");
    const QString last = tr("higher than all");
    const int firstWidth = QFontMetrics(font).horizontalAdvance(first);
    const auto place = [&](int x, int width) {
        return QRect(rightToLeft ? this->width() - x - width : x, 0, width, height());
    };
    painter.drawText(place(0, firstWidth + 2), Qt::AlignCenter, first);
    int x = firstWidth + 7;
    for (const double position : swatchPositions) {
        const QRect cell = place(x, swatchWidth);
        painter.fillRect(
            QRect(cell.left(), (height() - swatchHeight) / 2, swatchWidth, swatchHeight),
            m_display.theme().diverging(position));
        x += swatchWidth;
    }
    painter.drawText(place(x + 5, QFontMetrics(font).horizontalAdvance(last) + 2), Qt::AlignCenter,
                     last);
}
