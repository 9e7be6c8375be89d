#include "ui/charts/alivemapchart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

AliveMapChart::AliveMapChart(Display &display, QWidget *parent)
    : Chart(u"alive-map"_s, display, parent)
    , m_colors(new QCPColorMap(plot()->xAxis, plot()->yAxis))
{
    m_colors->setInterpolate(false);
    m_colors->setTightBoundary(true);
}

void AliveMapChart::setData(const Clv::AliveMap &map, PeriodUnit period)
{
    m_map = map;
    m_period = period;
    if (m_map.pAlive.size() != columns() * rows())
        m_map = {};
    if (columns() > 1 && rows() > 1) {
        m_colors->data()->setSize(int(columns()), int(rows()));
        m_colors->data()->setRange({0, double(columns() - 1)}, {0, double(rows() - 1)});
        for (std::size_t row = 0; row < rows(); ++row) {
            for (std::size_t column = 0; column < columns(); ++column) {
                m_colors->data()->setCell(int(column), int(row),
                                          m_map.pAlive[row * columns() + column]);
            }
        }
        m_colors->setDataRange({0, 1});
    }
    dataChanged(columns() < 2 || rows() < 2);
}

void AliveMapChart::setCustomer(double repeatPurchases, double silence)
{
    m_customer = QPointF(repeatPurchases, silence);
    replotQueued();
}

void AliveMapChart::clearCustomer()
{
    m_customer.reset();
    replotQueued();
}

QString AliveMapChart::silence(double periods) const
{
    const int count = int(std::lround(periods));
    switch (m_period) {
    case PeriodUnit::Day:
        return PlotTools::counted(display(), tr("%n day(s)", nullptr, count), count);
    case PeriodUnit::Month:
        return PlotTools::counted(display(), tr("%n month(s)", nullptr, count), count);
    default:
        return PlotTools::counted(display(), tr("%n week(s)", nullptr, count), count);
    }
}

void AliveMapChart::retranslate()
{
    setEmptyText(tr("No model to show"),
                 tr("P(alive) needs a fitted model, and that needs repeat customers."), u"clv"_s);
    setTexts(tr("P(alive)"),
             tr("Probability that a customer is still active, by number of repeat orders and time "
                "since the last "
                "order. More orders make a long silence more telling."),
             {},
             tr("by repeat orders and silence, line = %1").arg(display().format().decimal(0.5, 1)));
    plot()->yAxis->setLabel(m_period == PeriodUnit::Day     ? tr("Days silent")
                            : m_period == PeriodUnit::Month ? tr("Months silent")
                                                            : tr("Weeks silent"));
}

void AliveMapChart::applyStyle()
{
    QCPColorGradient gradient;
    gradient.clearColorStops();
    gradient.setColorInterpolation(QCPColorGradient::ciRGB);
    // The scale is interpolated in OKLab by the theme; enough stops make the rest invisible.
    constexpr int stops = 32;
    for (int i = 0; i <= stops; ++i)
        gradient.setColorStopAt(double(i) / stops, display().theme().sequential(double(i) / stops));
    m_colors->setGradient(gradient);
    plot()->yAxis->grid()->setVisible(false);
    plot()->xAxis->setBasePen(Qt::NoPen);
    plot()->yAxis->setTickLabels(false);
    plot()->yAxis->setLabelPadding(30);
}

void AliveMapChart::resetView()
{
    plot()->xAxis->setRange(-0.5, double(columns()) - 0.5);
    plot()->yAxis->setRange(-0.5, double(rows()) - 0.5);
    plot()->yAxis->setRangeReversed(true); // no silence at the top
}

void AliveMapChart::layOut(const QSizeF &)
{
    const int line = display().lineHeight(Theme::TextRole::Axis);
    setPlotMargins(-1, 4, 46, 2 * line + 8);
}

void AliveMapChart::drawOver(QCPPainter *painter) const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    const double line = display().lineHeight(Theme::TextRole::Axis);
    QCPAxis *xAxis = plot()->xAxis;
    QCPAxis *yAxis = plot()->yAxis;

    // The line of 0.5: in each column between the last row above it and the first below.
    QPolygonF half;
    for (std::size_t column = 0; column < columns(); ++column) {
        for (std::size_t row = 0; row + 1 < rows(); ++row) {
            const double above = m_map.pAlive[row * columns() + column];
            const double below = m_map.pAlive[(row + 1) * columns() + column];
            if (above >= 0.5 && below < 0.5) {
                const double share = (above - 0.5) / (above - below);
                half << QPointF(xAxis->coordToPixel(double(column)),
                                yAxis->coordToPixel(double(row) + share));
                break;
            }
        }
    }
    if (half.size() > 1) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(Qt::black, 3.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(half);
        painter->setPen(QPen(Qt::white, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(half);
    }
    if (m_customer) {
        const auto place = [](const std::vector<double> &axis, double value) {
            // Position on the axis of cells, whose values need not be evenly spaced.
            const auto next = std::lower_bound(axis.begin(), axis.end(), value);
            if (next == axis.begin())
                return 0.0;
            if (next == axis.end())
                return double(axis.size() - 1);
            const auto i = double(next - axis.begin());
            return i - (*next - value) / (*next - *(next - 1));
        };
        const QPointF center(xAxis->coordToPixel(place(m_map.frequency, m_customer->x())),
                             yAxis->coordToPixel(place(m_map.recency, m_customer->y())));
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(Qt::white, 4.5));
        painter->drawEllipse(center, 5.5, 5.5);
        painter->setPen(QPen(display().theme().category(Theme::Vermilion), 2.2));
        painter->drawEllipse(center, 5.5, 5.5);
    }

    QList<PlotTools::AxisLabel> labels;
    const std::size_t columnStep = std::max<std::size_t>(1, (columns() + 3) / 4);
    for (std::size_t column = 0; column < columns(); column += columnStep)
        labels.append(
            {xAxis->coordToPixel(double(column)), format.decimal(m_map.frequency[column], 0), {}});
    PlotTools::drawAxisLabels(painter, display(), labels, area.bottom());
    const std::size_t rowStep = std::max<std::size_t>(1, (rows() + 3) / 4);
    for (std::size_t row = 0; row < rows(); row += rowStep) {
        PlotTools::drawText(
            painter, display(),
            QRectF(area.left() - 46, yAxis->coordToPixel(double(row)) - line / 2, 40, line),
            Qt::AlignRight | Qt::AlignVCenter, format.decimal(m_map.recency[row], 0), "text3");
    }
    PlotTools::drawCaption(painter, display(), area, area.bottom() + 4 + line, {},
                           tr("Repeat orders"));

    const QRectF scale(area.right() + 8, area.top(), 8, area.height());
    QLinearGradient gradient(scale.bottomLeft(), scale.topLeft());
    constexpr int bands = 48;
    for (int i = 0; i < bands; ++i) {
        const double height = scale.height() / bands;
        painter->fillRect(
            QRectF(scale.left(), scale.bottom() - (i + 1) * height, scale.width(), height + 0.5),
            display().theme().sequential((i + 0.5) / bands));
    }
    for (const double value : {0.0, 0.5, 1.0}) {
        const double y = scale.bottom() - value * scale.height();
        const double top = std::clamp(y - line / 2, scale.top() - 2, scale.bottom() - line + 2);
        PlotTools::drawText(painter, display(), QRectF(scale.right() + 4, top, 30, line),
                            Qt::AlignLeft | Qt::AlignVCenter, format.decimal(value, 1), "text3");
    }
}

QList<Chart::Mark> AliveMapChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    QList<Mark> marks;
    marks.reserve(qsizetype(columns() * rows()));
    for (std::size_t row = 0; row < rows(); ++row) {
        for (std::size_t column = 0; column < columns(); ++column) {
            Mark mark;
            mark.title =
                tr("P(alive) %1").arg(format.decimal(m_map.pAlive[row * columns() + column], 2));
            mark.rows = {{tr("Repeat orders"), format.decimal(m_map.frequency[column], 0)},
                         {tr("Silent for"), silence(m_map.recency[row])}};
            const QPointF from(plot()->xAxis->coordToPixel(double(column) - 0.5),
                               plot()->yAxis->coordToPixel(double(row) - 0.5));
            const QPointF until(plot()->xAxis->coordToPixel(double(column) + 0.5),
                                plot()->yAxis->coordToPixel(double(row) + 0.5));
            mark.area = QRectF(from, until).normalized();
            marks.append(mark);
        }
    }
    return marks;
}

int AliveMapChart::neighbour(int index, Qt::Key key) const
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

QList<QStringList> AliveMapChart::dataTable() const
{
    QStringList headings{tr("Silence")};
    for (const double frequency : m_map.frequency)
        headings << QString::number(frequency, 'f', 0);
    QList<QStringList> table{headings};
    for (std::size_t row = 0; row < rows(); ++row) {
        QStringList cells{QString::number(m_map.recency[row], 'f', 1)};
        for (std::size_t column = 0; column < columns(); ++column)
            cells << QString::number(m_map.pAlive[row * columns() + column], 'f', 4);
        table.append(cells);
    }
    return table;
}
