#include "ui/charts/chart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"
#include "ui/style/painttext.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

bool Chart::pressed(const QPointF &, Qt::MouseButton, Qt::KeyboardModifiers) { return false; }

bool Chart::moved(const QPointF &, Qt::MouseButtons) { return false; }

bool Chart::released(const QPointF &, Qt::MouseButton) { return false; }

bool Chart::keyPressed(Qt::Key, Qt::KeyboardModifiers) { return false; }

bool Chart::doubleClicked(const QPointF &) { return false; }

bool Chart::event(QEvent *event)
{
    if (event->type() == QEvent::Polish)
        prepare();
    return QWidget::event(event);
}

void Chart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (!m_prepared)
        return;
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        renew();
}

bool Chart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_plot && plotEvent(event))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool Chart::plotEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton)
            setFocus(Qt::MouseFocusReason);
        if (m_zoomable && mouse->button() == Qt::MiddleButton) {
            m_panning = true;
            m_panPixel = mouse->position().x();
            return true;
        }
        if (mouse->button() != Qt::LeftButton)
            return false; // the right button opens the menu through the chart
        m_pressed = -1;
        if (!pressed(mouse->position(), mouse->button(), mouse->modifiers()))
            m_pressed = markAt(mouse->position());
        return true;
    }
    case QEvent::MouseMove: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (m_panning) {
            pan(mouse->position().x() - m_panPixel);
            m_panPixel = mouse->position().x();
            return true;
        }
        if (moved(mouse->position(), mouse->buttons()))
            setHovered(-1);
        else
            setHovered(markAt(mouse->position()));
        return true;
    }
    case QEvent::MouseButtonRelease: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::MiddleButton)
            m_panning = false;
        if (mouse->button() != Qt::LeftButton)
            return mouse->button() == Qt::MiddleButton;
        const bool done = released(mouse->position(), mouse->button());
        if (!done && m_pressed >= 0 && m_pressed == markAt(mouse->position())) {
            m_keyboardFocus = false;
            emit markActivated(m_pressed, mouse->modifiers());
        }
        m_pressed = -1;
        return true;
    }
    case QEvent::MouseButtonDblClick: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton && !doubleClicked(mouse->position()) && m_zoomable)
            resetZoom();
        return true;
    }
    case QEvent::Wheel: {
        auto *wheel = static_cast<QWheelEvent *>(event);
        if (!m_zoomable || m_empty || !(wheel->modifiers() & Qt::ControlModifier)) {
            wheel->ignore(); // the page scrolls
            return true;
        }
        zoom(wheel->position(), wheel->angleDelta().y() / 120.0);
        wheel->accept();
        return true;
    }
    case QEvent::Leave:
        setHovered(-1);
        return false;
    case QEvent::ScreenChangeInternal:
    case QEvent::Show:
        // Read by the plot only once, when it is made.
        if (!qFuzzyCompare(m_plot->bufferDevicePixelRatio(), m_plot->devicePixelRatioF())) {
            m_plot->setBufferDevicePixelRatio(m_plot->devicePixelRatioF());
            replotQueued();
        }
        return false;
    default:
        return false;
    }
}

void Chart::zoom(const QPointF &position, double steps)
{
    QCPAxis *axis = m_plot->xAxis;
    axis->scaleRange(std::pow(0.85, steps), axis->pixelToCoord(position.x()));
    limitRange();
    replotQueued();
}

void Chart::pan(double pixels)
{
    QCPAxis *axis = m_plot->xAxis;
    axis->moveRange(axis->pixelToCoord(0) - axis->pixelToCoord(pixels));
    limitRange();
    replotQueued();
}

/// Never further out than all data, never closer than a hundredth of it.
void Chart::limitRange()
{
    const double full = m_fullHigh - m_fullLow;
    QCPRange range = m_plot->xAxis->range();
    const double size = std::clamp(range.size(), full / 100, full);
    double low = range.center() - size / 2;
    low = std::clamp(low, m_fullLow, m_fullHigh - size);
    m_plot->xAxis->setRange(low, low + size);
}

int Chart::markAt(const QPointF &position) const
{
    const QList<Mark> &all = marks();
    int best = -1;
    double bestDistance = std::numeric_limits<double>::infinity();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (!all[i].area.contains(position))
            continue;
        const bool hasShape = !all[i].shape.isEmpty();
        if (hasShape && !all[i].shape.contains(position))
            continue;
        const QPointF offset = all[i].area.center() - position;
        const double distance = hasShape ? 0 : std::hypot(offset.x(), offset.y());
        if (distance <= bestDistance) { // the later one lies on top
            best = int(i);
            bestDistance = distance;
        }
    }
    return best;
}

void Chart::setHovered(int index)
{
    if (m_hovered == index)
        return;
    m_hovered = index;
    replotOverlay();
    emit markHovered(index);
}

void Chart::setFocusedMark(int index)
{
    const int count = int(marks().size());
    m_focused = index < 0 || count == 0 ? -1 : std::min(index, count - 1);
    m_hovered = -1;
    announce();
    replotOverlay();
}

/// Tells assistive technology which mark is meant now.
void Chart::announce()
{
    if (m_focused < 0) {
        setAccessibleDescription(m_finding);
        return;
    }
    setAccessibleDescription(spoken(marks().at(m_focused)));
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(m_focused);
    QAccessible::updateAccessibility(&event);
}

int Chart::neighbour(int index, Qt::Key key) const
{
    const int count = int(marks().size());
    if (count == 0)
        return -1;
    const bool mirrored = isMirrored();
    switch (key) {
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return count - 1;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: {
        if (index < 0)
            return count - 1 == 0 || mirrored ? 0 : key == Qt::Key_Left ? count - 1 : 0;
        const bool forward = key == Qt::Key_Down || (key == Qt::Key_Right) != mirrored;
        const bool isForward = key == Qt::Key_Up ? false : forward;
        return std::clamp(index + (isForward ? 1 : -1), 0, count - 1);
    }
    default:
        return index;
    }
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    const auto key = Qt::Key(event->key());
    m_keyboardFocus = true;
    if (keyPressed(key, event->modifiers()))
        return;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
            break;
        setFocusedMark(neighbour(m_focused, key));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_focused >= 0) {
            emit markActivated(m_focused, event->modifiers());
            return;
        }
        break;
    case Qt::Key_Escape:
        if (m_focused >= 0) {
            setFocusedMark(-1);
            return;
        }
        break;
    case Qt::Key_Menu:
        openMenu();
        return;
    case Qt::Key_F10:
        if (event->modifiers() & Qt::ShiftModifier) {
            openMenu();
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void Chart::focusInEvent(QFocusEvent *event)
{
    m_keyboardFocus =
        event->reason() != Qt::MouseFocusReason && event->reason() != Qt::PopupFocusReason;
    replotOverlay();
    QWidget::focusInEvent(event);
}

void Chart::focusOutEvent(QFocusEvent *event)
{
    replotOverlay();
    QWidget::focusOutEvent(event);
}

void Chart::contextMenuEvent(QContextMenuEvent *event)
{
    // Some platforms send a menu event and the Menu key as well.
    event->accept();
    if (const auto *open = findChild<QMenu *>(u"chartMenu"_s); open && open->isVisible())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"chartMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_actions);
    menu->popup(event->globalPos());
}

void Chart::openMenu()
{
    const QPoint place = m_focused >= 0 && m_focused < marks().size()
                             ? marks().at(m_focused).area.center().toPoint()
                             : rect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, place, mapToGlobal(place));
    contextMenuEvent(&event);
}

void Chart::drawHover(QCPPainter *painter) const
{
    const bool focused = hasFocus();
    if (focused && m_keyboardFocus && m_focused < 0) {
        painter->setPen(QPen(m_display.color("focus"), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(m_plot->viewport()).adjusted(1, 1, -1, -1), 4, 4);
    }
    const int index = m_hovered >= 0 ? m_hovered : focused ? m_focused : -1;
    if (index < 0 || index >= marks().size())
        return;
    const Mark &mark = marks().at(index);
    const QRectF area = plotArea();
    if (mark.isCrossed && !mark.points.isEmpty()) {
        painter->setPen(QPen(m_display.color("text3"), 1));
        const double x = std::round(mark.points.first().x()) + 0.5;
        painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
    for (const QPointF &point : mark.points) {
        painter->setPen(QPen(m_display.color("text"), 2));
        painter->setBrush(m_display.color("surface"));
        painter->drawEllipse(point, 4, 4);
    }
    if (!mark.shape.isEmpty()) {
        painter->setPen(QPen(m_display.color(index == m_focused && m_hovered < 0 ? "focus" : "text2"),
                             index == m_focused && m_hovered < 0 ? 2 : 1.2));
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(mark.shape);
    } else if (index == m_focused && m_hovered < 0 && mark.points.isEmpty()) {
        painter->setPen(QPen(m_display.color("focus"), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(mark.area.adjusted(-1, -1, 1, 1), 3, 3);
    }
    drawTip(painter, mark);
}

void Chart::drawTip(QCPPainter *painter, const Mark &mark) const
{
    if (mark.title.isEmpty() && mark.rows.isEmpty())
        return;
    constexpr double padding = 8;
    constexpr double gap = 16;
    const double line = m_display.lineHeight(Theme::TextRole::Axis) + 1;
    double labels = 0;
    double values = 0;
    for (const TipRow &row : mark.rows) {
        labels = std::max(labels, PlotTools::textWidth(m_display, row.label));
        values = std::max(values, PlotTools::textWidth(m_display, row.value, Theme::TextRole::Axis,
                                                       QFont::DemiBold));
    }
    const double title =
        PlotTools::textWidth(m_display, mark.title, Theme::TextRole::Axis, QFont::DemiBold);
    const double width =
        std::max(title, labels + (labels > 0 ? gap : 0) + values) + 2 * padding + 2;
    const double height =
        2 * padding - 2 + line * double(mark.rows.size() + (mark.title.isEmpty() ? 0 : 1));

    const QRectF view(m_plot->viewport());
    const QPointF anchor = mark.points.isEmpty() ? mark.area.center() : mark.points.first();
    const double clearance = mark.points.isEmpty() ? mark.area.width() / 2 + 6 : 12;
    double left = anchor.x() + clearance;
    if (left + width > view.right() - 2)
        left = anchor.x() - clearance - width;
    left = std::clamp(left, view.left() + 2, std::max(view.left() + 2, view.right() - width - 2));
    double top = anchor.y() + 14;
    if (top + height > view.bottom() - 2)
        top = anchor.y() - height - 14;
    top = std::clamp(top, view.top() + 2, std::max(view.top() + 2, view.bottom() - height - 2));

    const QRectF card(std::round(left) + 0.5, std::round(top) + 0.5, width, height);
    painter->setPen(QPen(m_display.color("borderStrong"), 1));
    painter->setBrush(m_display.color("surface"));
    painter->drawRoundedRect(card, 5, 5);
    const bool mirrored = m_display.isArabic();
    const Qt::Alignment start = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    const Qt::Alignment end = (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    QRectF row(card.left() + padding, card.top() + padding - 1, width - 2 * padding, line);
    if (!mark.title.isEmpty()) {
        PlotTools::drawText(painter, m_display, row, start, mark.title, "text",
                            Theme::TextRole::Axis, QFont::DemiBold);
        row.translate(0, line);
    }
    for (const TipRow &tip : mark.rows) {
        PlotTools::drawText(painter, m_display, row, start, tip.label, "text2");
        PlotTools::drawText(painter, m_display, row, tip.label.isEmpty() ? start : end, tip.value,
                            "text", Theme::TextRole::Axis, QFont::DemiBold);
        row.translate(0, line);
    }
}
