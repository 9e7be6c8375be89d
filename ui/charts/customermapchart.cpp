#include "ui/charts/customermapchart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <algorithm>
#include <cmath>
#include <span>

using namespace Qt::StringLiterals;

namespace {

/// Steps between labels that a reader counts in: quarters and years of weeks, years of months.
constexpr double countSteps[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
constexpr double daySteps[] = {1, 7, 14, 28, 91, 182, 364, 728, 1820, 3640};
constexpr double weekSteps[] = {1, 2, 4, 13, 26, 52, 104, 260, 520, 1040};
constexpr double monthSteps[] = {1, 2, 3, 6, 12, 24, 60, 120, 240, 480};
constexpr double quarterSteps[] = {1, 2, 4, 8, 20, 40, 80, 160, 400, 800};
/// About as many labels as a small chart has room for.
constexpr int mostSteps = 6;

std::span<const double> stepsOf(PeriodUnit period)
{
    switch (period) {
    case PeriodUnit::Day:
        return daySteps;
    case PeriodUnit::Week:
        return weekSteps;
    case PeriodUnit::Month:
        return monthSteps;
    case PeriodUnit::Quarter:
        return quarterSteps;
    case PeriodUnit::Year:
        break;
    }
    return countSteps;
}

/// 0 and the multiples of the smallest step that does not crowd an axis up to \a last.
std::vector<double> ticks(double last, std::span<const double> steps)
{
    const auto fits = std::find_if(steps.begin(), steps.end(),
                                   [last](double step) { return last / step <= mostSteps; });
    const double step = fits == steps.end() ? std::max(last, 1.0) : *fits;
    std::vector<double> values;
    for (int i = 0; i * step <= last * (1 + 1e-9); ++i)
        values.push_back(i * step);
    return values;
}

/// Position on the axis of cells, whose values need not be evenly spaced.
double place(const std::vector<double> &axis, double value)
{
    const auto next = std::lower_bound(axis.begin(), axis.end(), value);
    if (next == axis.begin())
        return 0.0;
    if (next == axis.end())
        return double(axis.size() - 1);
    const auto i = double(next - axis.begin());
    return i - (*next - value) / (*next - *(next - 1));
}

} // namespace

CustomerMapChart::CustomerMapChart(const QString &name, Display &display, QWidget *parent)
    : Chart(name, display, parent)
    , m_colors(new QCPColorMap(plot()->xAxis, plot()->yAxis))
{
    m_colors->setInterpolate(false);
    m_colors->setTightBoundary(true);
}

void CustomerMapChart::setCells(const std::vector<double> &frequency,
                                const std::vector<double> &recency,
                                const std::vector<double> &values, double top, PeriodUnit period)
{
    m_frequency = frequency;
    m_recency = recency;
    m_values = values;
    m_top = top;
    m_period = period;
    m_selected.clear();
    if (m_values.size() != columns() * rows() || columns() < 2 || rows() < 2) {
        m_frequency.clear();
        m_recency.clear();
        m_values.clear();
        dataChanged(true);
        return;
    }
    m_colors->data()->setSize(int(columns()), int(rows()));
    m_colors->data()->setRange({0, double(columns() - 1)}, {0, double(rows() - 1)});
    for (std::size_t row = 0; row < rows(); ++row) {
        for (std::size_t column = 0; column < columns(); ++column)
            m_colors->data()->setCell(int(column), int(row), value(row, column));
    }
    m_colors->setDataRange({0, m_top});
    dataChanged(false);
}

void CustomerMapChart::setCustomer(double repeatPurchases, double silence)
{
    m_customer = QPointF(repeatPurchases, silence);
    replotQueued();
}

void CustomerMapChart::clearCustomer()
{
    m_customer.reset();
    replotQueued();
}

void CustomerMapChart::setSelected(const std::vector<std::uint32_t> &perCell)
{
    m_selected = perCell.size() == m_values.size() ? perCell : std::vector<std::uint32_t>{};
    replotQueued();
}

QString CustomerMapChart::silence(double periods) const
{
    const int count = int(std::lround(periods));
    switch (m_period) {
    case PeriodUnit::Day:
        return PlotTools::counted(display(), tr("%n day(s)", nullptr, count), count);
    case PeriodUnit::Month:
        return PlotTools::counted(display(), tr("%n month(s)", nullptr, count), count);
    case PeriodUnit::Quarter:
        return PlotTools::counted(display(), tr("%n quarter(s)", nullptr, count), count);
    case PeriodUnit::Year:
        return PlotTools::counted(display(), tr("%n year(s)", nullptr, count), count);
    case PeriodUnit::Week:
        break;
    }
    return PlotTools::counted(display(), tr("%n week(s)", nullptr, count), count);
}

void CustomerMapChart::nameAxes()
{
    plot()->yAxis->setLabel(m_period == PeriodUnit::Day       ? tr("Days silent")
                            : m_period == PeriodUnit::Month   ? tr("Months silent")
                            : m_period == PeriodUnit::Quarter ? tr("Quarters silent")
                            : m_period == PeriodUnit::Year    ? tr("Years silent")
                                                              : tr("Weeks silent"));
}

void CustomerMapChart::applyStyle()
{
    QCPColorGradient gradient;
    gradient.clearColorStops();
    gradient.setColorInterpolation(QCPColorGradient::ciRGB);
    // The scale is interpolated in OKLab by the theme; enough stops make the rest invisible.
    constexpr int stops = 32;
    for (int i = 0; i <= stops; ++i)
        gradient.setColorStopAt(double(i) / stops, display().theme().sequential(double(i) / stops));
    gradient.setNanHandling(QCPColorGradient::nhTransparent); // what cannot be stays empty
    m_colors->setGradient(gradient);
    plot()->yAxis->grid()->setVisible(false);
    plot()->xAxis->setBasePen(Qt::NoPen);
    plot()->yAxis->setTickLabels(false);
    plot()->yAxis->setLabelPadding(30);
}

void CustomerMapChart::resetView()
{
    plot()->xAxis->setRange(-0.5, double(columns()) - 0.5);
    plot()->yAxis->setRange(-0.5, double(rows()) - 0.5);
    plot()->yAxis->setRangeReversed(true); // no silence at the top
}

void CustomerMapChart::layOut(const QSizeF &)
{
    const int line = display().lineHeight(Theme::TextRole::Axis);
    setPlotMargins(-1, 4, 46, 2 * line + 8);
}

QPointF CustomerMapChart::cell(double column, double row) const
{
    return {plot()->xAxis->coordToPixel(column), plot()->yAxis->coordToPixel(row)};
}

QPolygonF CustomerMapChart::contour(double level) const
{
    QPolygonF line;
    for (std::size_t column = 0; column < columns(); ++column) {
        for (std::size_t row = 0; row + 1 < rows(); ++row) {
            const double above = value(row, column);
            const double below = value(row + 1, column);
            if (above >= level && below < level) {
                line << cell(double(column), double(row) + (above - level) / (above - below));
                break;
            }
        }
    }
    return line;
}

void CustomerMapChart::drawContour(QCPPainter *painter, const QPolygonF &line)
{
    if (line.size() < 2)
        return;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(Qt::black, 3.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(line);
    painter->setPen(QPen(Qt::white, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(line);
}

void CustomerMapChart::drawOver(QCPPainter *painter) const
{
    drawMap(painter);
    drawSelected(painter);
    drawCustomer(painter);
    drawAxes(painter);
    drawScale(painter);
}

/// A dot's area grows with the number of customers in its cell.
void CustomerMapChart::drawSelected(QCPPainter *painter) const
{
    // The last column and row gather all that lies beyond: they do not set the scale.
    std::uint32_t most = 0;
    std::uint32_t all = 0;
    for (std::size_t i = 0; i < m_selected.size(); ++i) {
        const bool isEdge = i % columns() + 1 == columns() || i / columns() + 1 == rows();
        most = isEdge ? most : std::max(most, m_selected[i]);
        all += m_selected[i];
    }
    if (all == 0)
        return;
    most = std::max(most, 1U);
    const QPointF step = cell(1, 1) - cell(0, 0);
    const double largest = std::clamp(std::max(step.x(), step.y()) * 0.75, 2.5, 8.0);
    QColor fill = display().theme().category(Theme::Amber);
    painter->setPen(QPen(QColor(0, 0, 0, 150), 0.8));
    painter->setBrush(fill);
    for (std::size_t row = 0; row < rows(); ++row) {
        for (std::size_t column = 0; column < columns(); ++column) {
            const std::uint32_t count = m_selected[row * columns() + column];
            if (count == 0)
                continue;
            const double radius =
                std::clamp(largest * std::sqrt(double(count) / double(most)), 1.2, largest);
            painter->drawEllipse(cell(double(column), double(row)), radius, radius);
        }
    }
}

void CustomerMapChart::drawCustomer(QCPPainter *painter) const
{
    if (!m_customer)
        return;
    const QPointF center =
        cell(place(m_frequency, m_customer->x()), place(m_recency, m_customer->y()));
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(Qt::white, 4.5));
    painter->drawEllipse(center, 5.5, 5.5);
    painter->setPen(QPen(display().theme().category(Theme::Vermilion), 2.2));
    painter->drawEllipse(center, 5.5, 5.5);
}

void CustomerMapChart::drawAxes(QCPPainter *painter) const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    const double line = display().lineHeight(Theme::TextRole::Axis);
    QList<PlotTools::AxisLabel> labels;
    for (const double tick : ticks(m_frequency.back(), countSteps))
        labels.append({cell(place(m_frequency, tick), 0).x(), format.decimal(tick, 0), {}});
    PlotTools::drawAxisLabels(painter, display(), labels, area.bottom());
    for (const double tick : ticks(m_recency.back(), stepsOf(m_period))) {
        PlotTools::drawText(painter, display(),
                            QRectF(area.left() - 46,
                                   cell(0, place(m_recency, tick)).y() - line / 2, 40, line),
                            Qt::AlignRight | Qt::AlignVCenter, format.decimal(tick, 0), "text3");
    }
    PlotTools::drawCaption(painter, display(), area, area.bottom() + 4 + line, {},
                           tr("Repeat orders"));
}

void CustomerMapChart::drawScale(QCPPainter *painter) const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    const double line = display().lineHeight(Theme::TextRole::Axis);
    const QRectF scale(area.right() + 8, area.top(), 8, area.height());
    constexpr int bands = 48;
    for (int i = 0; i < bands; ++i) {
        const double height = scale.height() / bands;
        painter->fillRect(
            QRectF(scale.left(), scale.bottom() - (i + 1) * height, scale.width(), height + 0.5),
            display().theme().sequential((i + 0.5) / bands));
    }
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = scale.bottom() - share * scale.height();
        const double top = std::clamp(y - line / 2, scale.top() - 2, scale.bottom() - line + 2);
        PlotTools::drawText(painter, display(), QRectF(scale.right() + 4, top, 34, line),
                            Qt::AlignLeft | Qt::AlignVCenter,
                            format.decimal(share * m_top, scaleDecimals()), "text3");
    }
}

QList<Chart::Mark> CustomerMapChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    QList<Mark> marks;
    marks.reserve(qsizetype(columns() * rows()));
    for (std::size_t row = 0; row < rows(); ++row) {
        for (std::size_t column = 0; column < columns(); ++column) {
            Mark mark;
            mark.title = std::isnan(value(row, column))
                             ? tr("Not possible: more orders than opportunities before the silence")
                             : markTitle(value(row, column));
            mark.rows = {{tr("Repeat orders"), format.decimal(m_frequency[column], 0)},
                         {tr("Silent for"), silence(m_recency[row])}};
            if (!m_selected.empty()) {
                mark.rows.append({tr("Customers in the selection"),
                                  format.integer(m_selected[row * columns() + column])});
            }
            mark.area = QRectF(cell(double(column) - 0.5, double(row) - 0.5),
                               cell(double(column) + 0.5, double(row) + 0.5))
                            .normalized();
            marks.append(mark);
        }
    }
    return marks;
}

int CustomerMapChart::neighbour(int index, Qt::Key key) const
{
    if (index < 0 || marks().isEmpty())
        return marks().isEmpty() ? -1 : 0;
    const int width = int(columns());
    const int row = index / width;
    const int column = index % width;
    switch (key) {
    case Qt::Key_Left:
        return row * width + std::max(0, column - 1);
    case Qt::Key_Right:
        return row * width + std::min(width - 1, column + 1);
    case Qt::Key_Up:
        return std::max(0, row - 1) * width + column;
    case Qt::Key_Down:
        return std::min(int(rows()) - 1, row + 1) * width + column;
    default:
        return Chart::neighbour(index, key);
    }
}

QList<QStringList> CustomerMapChart::dataTable() const
{
    QStringList headings{tr("Silence")};
    for (const double frequency : m_frequency)
        headings << QString::number(frequency, 'f', 0);
    QList<QStringList> table{headings};
    for (std::size_t row = 0; row < rows(); ++row) {
        QStringList cells{QString::number(m_recency[row], 'f', 1)};
        for (std::size_t column = 0; column < columns(); ++column)
            cells << (std::isnan(value(row, column)) ? QString()
                                                     : QString::number(value(row, column), 'f', 4));
        table.append(cells);
    }
    return table;
}
