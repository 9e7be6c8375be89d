// The brush of the histogram: choosing a range of values with mouse and keys.

#include "ui/charts/clvhistogramchart.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace {
constexpr double handleReach = 7;  ///< px on either side of a handle
constexpr double dragDistance = 4; ///< px before a press becomes a drag
constexpr int tellEveryMs = 60;
} // namespace

void ClvHistogramChart::setRange(double low, double high) { brush(low, high, false); }

void ClvHistogramChart::brush(double low, double high, bool tell)
{
    if (m_sorted.empty())
        return;
    if (low > high)
        std::swap(low, high);
    const auto from = std::lower_bound(m_sorted.begin(), m_sorted.end(), low);
    const auto until = std::upper_bound(m_sorted.begin(), m_sorted.end(), high);
    const auto first = std::size_t(from - m_sorted.begin());
    const auto end = std::size_t(until - m_sorted.begin());
    Selection selection{low, high, qint64(end - first), 0, 0};
    if (end > first) {
        selection.total = m_cumulative[end - 1] - (first > 0 ? m_cumulative[first - 1] : 0);
        selection.share = m_cumulative.back() > 0 ? selection.total / m_cumulative.back() : 0;
    }
    m_selection = selection;
    colourBars();
    replotQueued();
    if (tell && (!m_sinceTold.isValid() || m_sinceTold.elapsed() >= tellEveryMs))
        tellRange();
}

void ClvHistogramChart::tellRange()
{
    m_sinceTold.start();
    if (m_selection)
        emit rangeSelected(m_selection->low, m_selection->high);
}

void ClvHistogramChart::clearRange()
{
    m_keyAnchor = -1;
    if (!m_selection)
        return;
    m_selection.reset();
    colourBars();
    replotQueued();
    emit rangeCleared();
}

void ClvHistogramChart::brushBins(int first, int last)
{
    if (first > last)
        std::swap(first, last);
    // The lowest bar holds what lies beneath the axis, the highest of a linear axis what lies
    // beyond.
    const double low =
        first == 0 ? std::min(m_bins.first().low, m_sorted.front()) : m_bins[first].low;
    const double high = last == m_bins.size() - 1 ? std::max(m_bins.last().high, m_sorted.back())
                                                  : m_bins[last].high;
    brush(low, high, false);
    tellRange();
}

bool ClvHistogramChart::pressed(const QPointF &position, Qt::MouseButton,
                                Qt::KeyboardModifiers modifiers)
{
    const QRectF area = plotArea();
    if (isEmpty() || !area.adjusted(-handleReach, 0, handleReach, 0).contains(position))
        return false;
    m_dragPixel = position;
    m_drag = Drag::Pending;
    m_dragStart = valueAt(position);
    m_extends = modifiers & Qt::ControlModifier;
    if (m_selection) {
        const double toLow = std::abs(position.x() - pixelOf(m_selection->low));
        const double toHigh = std::abs(position.x() - pixelOf(m_selection->high));
        if (std::min(toLow, toHigh) <= handleReach) {
            m_drag = toLow < toHigh ? Drag::Low : Drag::High;
            m_dragStart = m_drag == Drag::Low ? m_selection->high : m_selection->low;
        }
    }
    return true;
}

bool ClvHistogramChart::moved(const QPointF &position, Qt::MouseButtons buttons)
{
    if (m_drag == Drag::None || !(buttons & Qt::LeftButton)) {
        const bool onHandle = m_selection && plotArea().contains(position)
                              && std::min(std::abs(position.x() - pixelOf(m_selection->low)),
                                          std::abs(position.x() - pixelOf(m_selection->high)))
                                     <= handleReach;
        plot()->setCursor(onHandle ? Qt::SplitHCursor : Qt::ArrowCursor);
        return false;
    }
    if (m_drag == Drag::Pending && std::abs(position.x() - m_dragPixel.x()) >= dragDistance)
        m_drag = Drag::New;
    if (m_drag != Drag::Pending)
        brush(m_dragStart, valueAt(position), true);
    return true;
}

bool ClvHistogramChart::released(const QPointF &position, Qt::MouseButton)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    if (drag == Drag::None)
        return false;
    if (drag != Drag::Pending) {
        brush(m_dragStart, valueAt(position), false);
        tellRange();
        return true;
    }
    // A click takes the bar under it; with Ctrl it is added to the range.
    const int bin = binAt(position);
    if (m_extends && m_selection) {
        brush(std::min(m_selection->low, m_bins[bin].low),
              std::max(m_selection->high, m_bins[bin].high), false);
        tellRange();
    } else {
        brushBins(bin, bin);
    }
    return true;
}

bool ClvHistogramChart::doubleClicked(const QPointF &)
{
    // First the zoom, then the brush.
    const double full = axisValue(m_bins.isEmpty() ? 1 : m_bins.last().high)
                        - axisValue(m_bins.isEmpty() ? 1 : m_bins.first().low);
    if (!m_bins.isEmpty() && plot()->xAxis->range().size() < full * 0.999) {
        resetZoom();
        return true;
    }
    clearRange();
    return true;
}

bool ClvHistogramChart::keyPressed(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    if (isEmpty())
        return false;
    if (key == Qt::Key_Escape && m_selection) {
        clearRange();
        return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
        && focusedMark() >= 0) {
        m_keyAnchor = focusedMark();
        brushBins(focusedMark(), focusedMark());
        return true;
    }
    if ((modifiers & Qt::ShiftModifier) && (key == Qt::Key_Left || key == Qt::Key_Right)) {
        if (m_keyAnchor < 0)
            m_keyAnchor = std::max(0, focusedMark());
        setFocusedMark(focusedMark() < 0 ? m_keyAnchor : neighbour(focusedMark(), key));
        brushBins(m_keyAnchor, focusedMark());
        return true;
    }
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        m_keyAnchor = -1;
    return false;
}
