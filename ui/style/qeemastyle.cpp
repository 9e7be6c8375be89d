#include "ui/style/qeemastyle.h"

#include "ui/style/display.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace {

/// Of the arrow that shows by which column a table is sorted, with some air.
constexpr int sortArrowWidth = 16;

/// Fusion's label of a push button keeps the text at the left edge when there is an icon and the
/// direction is right-to-left; here icon and text are centred together in reading order.
void drawButtonLabel(const QStyleOptionButton &button, QPainter *painter, const QStyle &style)
{
    const int gap = 6;
    const QIcon::Mode mode = button.state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled;
    const int textWidth = button.text.isEmpty()
                              ? 0
                              : button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    const int width = button.iconSize.width() + (textWidth ? gap + textWidth : 0);
    QRect all = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {width, button.rect.height()},
                                    button.rect);
    QRect iconRect(all.right() - button.iconSize.width() + 1,
                   all.center().y() - button.iconSize.height() / 2, button.iconSize.width(),
                   button.iconSize.height());
    button.icon.paint(painter, iconRect, Qt::AlignCenter, mode,
                      button.state & QStyle::State_On ? QIcon::On : QIcon::Off);
    if (textWidth) {
        const QRect textRect(all.left(), all.top(), textWidth, all.height());
        style.drawItemText(painter, textRect, Qt::AlignCenter | Qt::TextHideMnemonic,
                           button.palette, button.state & QStyle::State_Enabled, button.text,
                           QPalette::ButtonText);
    }
}

} // namespace

QeemaStyle::QeemaStyle(const Display &display)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s)), m_display(display)
{}

void QeemaStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (element == CE_PushButtonLabel) {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (button && button->direction == Qt::RightToLeft && !button->icon.isNull()) {
            drawButtonLabel(*button, painter, *this);
            return;
        }
    }
    if (element == CE_ProgressBarLabel) {
        // Fusion paints the words white over the filled part without mirroring it.
        const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
        if (bar && bar->textVisible) {
            const double share = bar->maximum > bar->minimum ? double(bar->progress - bar->minimum)
                                                                   / (bar->maximum - bar->minimum)
                                                             : 0;
            const int filled = int(share * bar->rect.width());
            const bool fromRight = (bar->direction == Qt::RightToLeft) != bar->invertedAppearance;
            const QRect filledRect(fromRight ? bar->rect.right() - filled + 1 : bar->rect.left(),
                                   bar->rect.top(), filled, bar->rect.height());
            painter->save();
            painter->setPen(m_display.color("text"));
            painter->setClipRegion(QRegion(bar->rect).subtracted(filledRect));
            painter->drawText(bar->rect, Qt::AlignCenter, bar->text);
            painter->setPen(m_display.color("onPrimary"));
            painter->setClipRect(filledRect);
            painter->drawText(bar->rect, Qt::AlignCenter, bar->text);
            painter->restore();
            return;
        }
    }
    if (element == CE_HeaderLabel) {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (header && header->sortIndicator != QStyleOptionHeader::None) {
            // The style sheet gives words the whole section, also where the arrow is painted.
            QStyleOptionHeaderV2 words;
            if (const auto *newer = qstyleoption_cast<const QStyleOptionHeaderV2 *>(option))
                words = *newer;
            else
                static_cast<QStyleOptionHeader &>(words) = *header;
            words.rect = visualRect(option->direction, option->rect,
                                    option->rect.adjusted(0, 0, -sortArrowWidth, 0));
            QProxyStyle::drawControl(element, &words, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void QeemaStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    const bool isCheck =
        element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    const bool isRadio = element == PE_IndicatorRadioButton;
    if (!isCheck && !isRadio) {
        if (element == PE_FrameFocusRect) {
            if (qobject_cast<const QTabBar *>(widget))
                return; // the tab's own border shows the focus already
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(m_display.color("focus"), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 3, 3);
            painter->restore();
            return;
        }
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }

    // In dark Fusion the frames of check boxes nearly vanish.
    const bool enabled = option->state & State_Enabled;
    const bool on = option->state & State_On;
    const bool partly = option->state & State_NoChange;
    const double side = std::min({option->rect.width(), option->rect.height(), 16});
    QRectF box(0, 0, side - 1, side - 1);
    box.moveCenter(QRectF(option->rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool focused =
        (option->state & State_HasFocus) && (option->state & State_KeyboardFocusChange);
    const QColor frame = m_display.color(!enabled       ? "borderStrong"
                                         : on || partly ? "primary"
                                                        : "input");
    painter->setPen(QPen(focused ? m_display.color("focus") : frame, focused ? 2 : 1.2));
    if (isRadio) {
        painter->setBrush(m_display.color("surface"));
        painter->drawEllipse(box);
        if (on) {
            painter->setPen(QPen(m_display.color(enabled ? "primary" : "mute"), side * 0.28));
            painter->setBrush(m_display.color("surface"));
            painter->drawEllipse(box.center(), side * 0.33, side * 0.33);
        }
    } else {
        painter->setBrush(m_display.color(!(on || partly) ? "surface"
                                          : enabled       ? "primary"
                                                          : "mute"));
        painter->drawRoundedRect(box, 3, 3);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(
            QPen(m_display.color("onPrimary"), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&](double x, double y) {
            return QPointF(box.x() + x * box.width(), box.y() + y * box.height());
        };
        if (partly) {
            painter->drawLine(at(0.26, 0.5), at(0.74, 0.5));
        } else if (on) {
            QPainterPath tick(at(0.24, 0.52)); // a tick is not mirrored
            tick.lineTo(at(0.43, 0.71));
            tick.lineTo(at(0.77, 0.31));
            painter->drawPath(tick);
        }
    }
    painter->restore();
}

int QeemaStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ToolBarItemSpacing:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int QeemaStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_UnderlineShortcut:
        // The underline cuts an Arabic word into runs that no longer join.
        if ((option ? option->direction : m_display.direction()) == Qt::RightToLeft)
            return 0;
        break;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_EtchDisabledText:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    default:
        break;
    }
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}
