#include "ui/charts/clvhistogramchart.h"

#include "models/clv/selection.h"
#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {
constexpr int binCount = 42;

double quantile(const std::vector<double> &sorted, double share)
{
    const double position = share * double(sorted.size() - 1);
    const auto index = std::size_t(position);
    if (index + 1 >= sorted.size())
        return sorted.back();
    return sorted[index] + (position - double(index)) * (sorted[index + 1] - sorted[index]);
}
} // namespace

ClvHistogramChart::ClvHistogramChart(Display &display, QWidget *parent)
    : Chart(u"clv-histogram"_s, display, parent)
    , m_bars(new QCPBars(plot()->xAxis, plot()->yAxis))
    , m_selected(new QCPBars(plot()->xAxis, plot()->yAxis))
{
    setZoomable(true);
    for (QCPBars *bars : {m_bars, m_selected}) {
        bars->setAntialiased(false);
        bars->setPen(Qt::NoPen);
    }
}

void ClvHistogramChart::setData(const Clv::ClvResult &result, const Currency &currency)
{
    m_currency = currency;
    m_sorted.clear();
    if (result.values) {
        // Values that are not known come last.
        for (const std::uint32_t position : Clv::orderByValue(*result.values)) {
            if (!std::isfinite(result.values->clv[position]))
                break;
            m_sorted.push_back(result.values->clv[position]);
        }
    }
    m_cumulative.resize(m_sorted.size());
    std::partial_sum(m_sorted.begin(), m_sorted.end(), m_cumulative.begin());
    m_mean = result.meanClv;
    m_median = m_sorted.empty() ? 0 : quantile(m_sorted, 0.5);
    m_drag = Drag::None;
    m_keyAnchor = -1;
    binValues();
    if (m_selection)
        brush(m_selection->low, m_selection->high, false); // the same range over the new values
    dataChanged(m_sorted.empty());
}

void ClvHistogramChart::setLogScale(bool logScale)
{
    if (m_log == logScale)
        return;
    m_log = logScale;
    binValues();
    dataChanged(m_sorted.empty());
    if (m_selection)
        brush(m_selection->low, m_selection->high, false);
}

double ClvHistogramChart::axisValue(double clv) const
{
    if (!m_log)
        return clv;
    const double smallest = m_bins.isEmpty() ? 1 : m_bins.first().low;
    return std::log10(std::max(clv, smallest));
}

double ClvHistogramChart::clvAt(double axisPosition) const
{
    return m_log ? std::pow(10.0, axisPosition) : axisPosition;
}

void ClvHistogramChart::binValues()
{
    m_bins.clear();
    if (m_sorted.empty())
        return;
    double low = 0;
    double high = quantile(m_sorted, 0.995);
    if (m_log) {
        const auto firstPositive = std::upper_bound(m_sorted.begin(), m_sorted.end(), 0.0);
        const double smallest = firstPositive == m_sorted.end() ? 1 : *firstPositive;
        // A logarithmic axis has no zero: the lowest bar takes everything beneath it.
        low = std::log10(
            std::max({smallest, quantile(m_sorted, 0.01), m_sorted.back() * 1e-5, 0.01}));
        high = std::log10(std::max(m_sorted.back(), 0.02));
    }
    if (high - low < 1e-9)
        high = low + 1;
    const double width = (high - low) / binCount;
    for (int i = 0; i < binCount; ++i)
        m_bins.append({clvAt(low + i * width), clvAt(low + (i + 1) * width), 0});
    for (const double value : m_sorted) {
        const double position = m_log ? (value > 0 ? std::log10(value) : low) : value;
        const int bin = std::clamp(int(std::floor((position - low) / width)), 0, binCount - 1);
        ++m_bins[bin].count;
    }
    colourBars();
}

/// Bars within the brush are teal; beside a brush the others turn mute.
void ClvHistogramChart::colourBars()
{
    QVector<double> keys;
    QVector<double> rest;
    QVector<double> chosen;
    for (const Bin &bin : m_bins) {
        const double from = axisValue(bin.low);
        const double until = axisValue(bin.high);
        keys << (from + until) / 2;
        const double middle = clvAt((from + until) / 2);
        const bool inside =
            m_selection && middle >= m_selection->low && middle <= m_selection->high;
        const auto count = double(bin.count);
        chosen << (inside ? count : 0);
        rest << (inside ? 0 : count);
    }
    const double width =
        m_bins.isEmpty() ? 1 : axisValue(m_bins.first().high) - axisValue(m_bins.first().low);
    m_bars->setData(keys, rest, true);
    m_selected->setData(keys, chosen, true);
    m_bars->setWidth(width * 0.92);
    m_selected->setWidth(width * 0.92);
    const Theme &theme = display().theme();
    m_bars->setBrush(m_selection ? theme.color("mute") : theme.category(Theme::Teal));
    m_selected->setBrush(theme.category(Theme::Teal));
}

void ClvHistogramChart::applyStyle()
{
    colourBars();
    plot()->yAxis->setTicker(QSharedPointer<PlotTools::NumberTicker>::create(display()));
}

void ClvHistogramChart::resetView()
{
    qint64 most = 1;
    for (const Bin &bin : m_bins)
        most = std::max(most, bin.count);
    const double low = axisValue(m_bins.first().low);
    const double high = axisValue(m_bins.last().high);
    const double edge = (high - low) * 0.005;
    plot()->xAxis->setRange(low - edge, high + edge);
    const double step = PlotTools::niceStep(double(most) / 4);
    plot()->yAxis->setRange(0, std::ceil(double(most) * 1.02 / step) * step);
}

double ClvHistogramChart::shareOfTop(double topShare) const
{
    const double total = m_cumulative.empty() ? 0 : m_cumulative.back();
    const auto top = std::size_t(std::ceil(topShare * double(m_sorted.size())));
    if (!(total > 0) || top == 0 || top >= m_sorted.size())
        return std::nan("");
    return 1 - m_cumulative[m_sorted.size() - top - 1] / total;
}

void ClvHistogramChart::retranslate()
{
    setEmptyText(
        tr("No lifetime values yet"),
        tr("Lifetime value needs customers with orders. Import orders, or choose a later date."),
        u"clv"_s);
    if (m_sorted.empty()) {
        setTexts(tr("Distribution of CLV"), {}, {}, {});
        return;
    }
    const NumberFormat &format = display().format();
    const double share = shareOfTop(0.2);
    const QString title = std::isfinite(share)
                              ? tr("Top %1 of customers hold %2 of equity")
                                    .arg(format.percent(0.2), format.percent(share))
                              : QString();
    setTexts(tr("Distribution of CLV"),
             tr("Half of the customers are worth less than %1; the mean is %2; the highest is %3.")
                 .arg(format.money(m_median, m_currency.code, 0),
                      format.money(m_mean, m_currency.code, 0),
                      format.money(m_sorted.back(), m_currency.code, 0)),
             title, {});
}

void ClvHistogramChart::layOut(const QSizeF &)
{
    const int line = display().lineHeight(Theme::TextRole::Axis);
    setPlotMargins(-1, line + 6, 4, 2 * line + 8);
}

double ClvHistogramChart::pixelOf(double clv) const
{
    return plot()->xAxis->coordToPixel(axisValue(clv));
}

double ClvHistogramChart::valueAt(const QPointF &position) const
{
    const QRectF area = plotArea();
    const double x = std::clamp(position.x(), area.left(), area.right());
    return clvAt(plot()->xAxis->pixelToCoord(x));
}

int ClvHistogramChart::binAt(const QPointF &position) const
{
    const double clv = valueAt(position);
    for (qsizetype i = 0; i < m_bins.size(); ++i) {
        if (clv <= m_bins[i].high)
            return int(i);
    }
    return int(m_bins.size()) - 1;
}

QString ClvHistogramChart::binName(int bin) const
{
    const NumberFormat &format = display().format();
    const auto number = [&](double value) { return format.decimal(value, value < 10 ? 1 : 0); };
    const Bin &entry = m_bins[bin];
    if (bin == 0 && m_log)
        return tr("Up to %1")
            .arg(format.money(entry.high, m_currency.code, entry.high < 10 ? 1 : 0));
    if (bin == m_bins.size() - 1 && !m_log)
        return tr("%1 and more").arg(format.money(entry.low, m_currency.code, 0));
    return tr("%1 – %2", "an interval").arg(number(entry.low), number(entry.high)) + u' '
           + format.currencyName(m_currency.code);
}

QList<Chart::Mark> ClvHistogramChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    QList<Mark> marks;
    for (qsizetype i = 0; i < m_bins.size(); ++i) {
        const double left = pixelOf(m_bins[i].low);
        const double right = pixelOf(m_bins[i].high);
        Mark mark;
        mark.title = binName(int(i));
        mark.rows = {
            {tr("Customers"), format.integer(m_bins[i].count)},
            {tr("Of all"), format.percent(double(m_bins[i].count) / double(m_sorted.size()), 1)}};
        mark.area = QRectF(left, area.top(), right - left, area.height());
        marks.append(mark);
    }
    return marks;
}

void ClvHistogramChart::drawUnder(QCPPainter *painter) const
{
    if (!m_selection)
        return;
    const QRectF area = plotArea();
    const double left = std::clamp(pixelOf(m_selection->low), area.left(), area.right());
    const double right = std::clamp(pixelOf(m_selection->high), area.left(), area.right());
    painter->fillRect(QRectF(left, area.top(), right - left, area.height()),
                      display().color("tint"));
}

QRectF ClvHistogramChart::drawMarker(QCPPainter *painter, double clv, const QString &text,
                                     bool atLeft, const QRectF &taken) const
{
    const QRectF area = plotArea();
    const double x = std::round(pixelOf(clv)) + 0.5;
    if (x < area.left() || x > area.right())
        return {};
    const double line = display().lineHeight(Theme::TextRole::Axis);
    painter->setPen(QPen(display().color("text"), 1.3, Qt::DashLine));
    painter->drawLine(QPointF(x, area.top() - 2), QPointF(x, area.bottom()));
    const double width =
        PlotTools::textWidth(display(), text, Theme::TextRole::Axis, QFont::DemiBold) + 4;
    double left = atLeft ? x - width - 1 : x + 3;
    left = std::clamp(left, area.left(), area.right() - width);
    QRectF place(left, area.top() - line - 3, width, line);
    if (place.intersects(taken)) // at an edge there is no room at the marker's own side
        place.moveLeft(taken.right() + 6 + width <= area.right() ? taken.right() + 6
                                                                 : taken.left() - 6 - width);
    PlotTools::drawText(painter, display(), place,
                        (atLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text, "text",
                        Theme::TextRole::Axis, QFont::DemiBold);
    return place;
}

void ClvHistogramChart::drawOver(QCPPainter *painter) const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    const QRectF median = drawMarker(
        painter, m_median, tr("Median %1").arg(format.decimal(m_median, 0)), m_median <= m_mean);
    drawMarker(painter, m_mean, tr("Mean %1").arg(format.decimal(m_mean, 0)), m_median > m_mean,
               median);

    QList<PlotTools::AxisLabel> labels;
    const QCPRange range = plot()->xAxis->range();
    if (m_log) {
        for (int decade = int(std::floor(range.lower)); decade <= int(std::ceil(range.upper));
             ++decade) {
            for (const double factor : {1.0, 3.0}) {
                const double value = factor * std::pow(10.0, decade);
                if (std::log10(value) >= range.lower && std::log10(value) <= range.upper)
                    labels.append({pixelOf(value), format.decimal(value, value < 1 ? 2 : 0), {}});
            }
        }
    } else {
        const double step = PlotTools::niceStep(range.size() / std::max(2.0, area.width() / 90));
        for (double value = std::ceil(range.lower / step) * step; value <= range.upper;
             value += step)
            labels.append(
                {pixelOf(value), format.decimal(value, PlotTools::decimalsFor(step)), {}});
    }
    PlotTools::drawAxisLabels(painter, display(), labels, area.bottom());
    const QString currency = format.currencyName(m_currency.code);
    PlotTools::drawCaption(painter, display(), area,
                           area.bottom() + 4 + display().lineHeight(Theme::TextRole::Axis),
                           tr("Customers"),
                           m_log ? tr("CLV per customer, %1 (log scale)").arg(currency)
                                 : tr("CLV per customer, %1").arg(currency));
}

void ClvHistogramChart::drawOverlay(QCPPainter *painter) const
{
    if (!m_selection)
        return;
    const QRectF area = plotArea();
    const double left = std::clamp(pixelOf(m_selection->low), area.left(), area.right());
    const double right = std::clamp(pixelOf(m_selection->high), area.left(), area.right());
    const QColor primary = display().color("primary");
    for (const double x : {left, right}) {
        painter->setPen(QPen(primary, 1.6));
        painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        const QRectF handle(x - 3.5, area.center().y() - 11, 7, 22);
        painter->setBrush(display().color("surface"));
        painter->drawRoundedRect(handle, 2, 2);
        painter->setPen(QPen(primary, 1));
        painter->drawLine(QPointF(x - 1, handle.top() + 6), QPointF(x - 1, handle.bottom() - 6));
        painter->drawLine(QPointF(x + 1.5, handle.top() + 6),
                          QPointF(x + 1.5, handle.bottom() - 6));
    }
    const double line = display().lineHeight(Theme::TextRole::Axis);
    const QString count = display().format().integer(m_selection->customers);
    if (right - left
        > PlotTools::textWidth(display(), count, Theme::TextRole::Table, QFont::DemiBold) + 12) {
        PlotTools::drawText(painter, display(),
                            QRectF(left, area.top() + 4, right - left, line + 1), Qt::AlignCenter,
                            count, "primary", Theme::TextRole::Table, QFont::DemiBold);
        const QString word = tr("customers");
        if (right - left > PlotTools::textWidth(display(), word) + 8) {
            PlotTools::drawText(painter, display(),
                                QRectF(left, area.top() + 5 + line, right - left, line),
                                Qt::AlignCenter, word, "primary");
        }
    }
}

QList<QStringList> ClvHistogramChart::dataTable() const
{
    QList<QStringList> table{{tr("From"), tr("To"), tr("Customers")}};
    for (const Bin &bin : m_bins) {
        table.append({QString::number(bin.low, 'f', 2), QString::number(bin.high, 'f', 2),
                      QString::number(bin.count)});
    }
    return table;
}
