#include "ui/charts/curveschart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <algorithm>
#include <cmath>

double Curves::Series::at(double x) const
{
    if (points.isEmpty() || x < points.first().x() - 1e-9)
        return std::nan("");
    const auto after = std::upper_bound(points.begin(), points.end(), x + 1e-9,
                                        [](double value, const QPointF &p) { return value < p.x(); });
    const QPointF &before = *(after - 1);
    if (after == points.end())
        return isStep || std::abs(before.x() - x) < 1e-6 ? before.y() : std::nan("");
    if (isStep || after->x() <= before.x())
        return before.y();
    return before.y() + (after->y() - before.y()) * (x - before.x()) / (after->x() - before.x());
}

CurvesChart::CurvesChart(const QString &name, Display &display, QWidget *parent)
    : Chart(name, display, parent)
{}

void CurvesChart::setMaker(Maker maker)
{
    m_make = std::move(maker);
    m_curves = m_make ? m_make(display()) : Curves();
    dataChanged(std::none_of(m_curves.series.cbegin(), m_curves.series.cend(),
                             [](const Curves::Series &series) { return series.points.size() > 1; }));
}

void CurvesChart::retranslate()
{
    if (m_make)
        m_curves = m_make(display());
    setEmptyText(m_curves.emptyTitle, m_curves.emptyReason);
    setTexts(m_curves.name, m_curves.finding, m_curves.title, m_curves.subtitle);
}

void CurvesChart::resetView()
{
    double lowest = 0;
    double highest = 0;
    double left = std::numeric_limits<double>::infinity();
    double right = -left;
    for (const Curves::Series &series : m_curves.series) {
        for (const QPointF &point : series.points) {
            lowest = std::min(lowest, point.y());
            highest = std::max(highest, point.y());
            left = std::min(left, point.x());
            right = std::max(right, point.x());
        }
    }
    if (!(right > left)) {
        left = std::isfinite(left) ? left : 0;
        right = left + 1;
    }
    const double step = PlotTools::niceStep(std::max(highest - lowest, 1e-9) / 4);
    const double top = m_curves.top > 0 ? m_curves.top : std::ceil(highest * 1.03 / step) * step;
    // A hair more, so that the last tick is not lost to rounding.
    plot()->yAxis->setRange(std::floor(lowest / step) * step, (top > 0 ? top : 1) * (1 + 1e-5));
    plot()->xAxis->setRange(left, right);
    const double unit = m_curves.isPercent ? 1 : PlotTools::unitFor(highest);
    plot()->yAxis->setTicker(
        QSharedPointer<PlotTools::NumberTicker>::create(display(), unit, m_curves.isPercent));
}

void CurvesChart::layOut(const QSizeF &)
{
    double names = 0;
    for (const Curves::Series &series : m_curves.series) {
        if (!series.isThin)
            names = std::max(names, PlotTools::textWidth(display(), series.name,
                                                         Theme::TextRole::Axis, QFont::DemiBold));
    }
    const int axisLine = display().lineHeight(Theme::TextRole::Axis);
    // Half of the highest label stands above the plot.
    setPlotMargins(-1, axisLine / 2 + 3, int(std::min(names, 150.0)) + 14,
                   axisLine * (m_curves.caption.isEmpty() ? 1 : 2) + 10);
}

QPointF CurvesChart::pixel(double x, double y) const
{
    return {plot()->xAxis->coordToPixel(x), plot()->yAxis->coordToPixel(y)};
}

QColor CurvesChart::colour(const Curves::Series &series) const
{
    return display().theme().category(series.category);
}

QPolygonF CurvesChart::line(const Curves::Series &series) const
{
    QPolygonF polygon;
    for (const QPointF &point : series.points) {
        if (series.isStep && !polygon.isEmpty())
            polygon << QPointF(pixel(point.x(), 0).x(), polygon.last().y());
        polygon << pixel(point.x(), point.y());
    }
    return polygon;
}

void CurvesChart::drawUnder(QCPPainter *painter) const
{
    painter->save();
    painter->setClipRect(plotArea());
    for (const Curves::Series &series : m_curves.series) {
        if (series.band.size() != series.points.size())
            continue;
        QPolygonF upper;
        QPolygonF lower;
        for (qsizetype i = 0; i < series.points.size(); ++i) {
            const double x = series.points[i].x();
            if (series.isStep && !upper.isEmpty()) {
                upper << QPointF(pixel(x, 0).x(), upper.last().y());
                lower << QPointF(pixel(x, 0).x(), lower.last().y());
            }
            upper << pixel(x, series.band[i].second);
            lower << pixel(x, series.band[i].first);
        }
        QColor fill = colour(series);
        fill.setAlphaF(0.14f);
        QColor edge = colour(series);
        edge.setAlphaF(0.55f); // where the band is narrow, its ground alone would not be seen
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(edge, 1));
        painter->drawPolyline(upper);
        painter->drawPolyline(lower);
        std::reverse(lower.begin(), lower.end());
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawPolygon(upper + lower);
    }
    painter->restore();
}

void CurvesChart::drawOver(QCPPainter *painter) const
{
    const QRectF area = plotArea();
    const double textLine = display().lineHeight(Theme::TextRole::Axis);
    painter->setBrush(Qt::NoBrush);
    if (std::isfinite(m_curves.guide)) {
        painter->setPen(QPen(display().color("text3"), 1, Qt::DashLine));
        const double y = pixel(0, m_curves.guide).y();
        painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    if (std::isfinite(m_curves.bound)) {
        const double x = pixel(m_curves.bound, 0).x();
        painter->setPen(QPen(display().theme().category(Theme::Amber), 1.6, Qt::DashLine));
        painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
    painter->save();
    painter->setClipRect(area.adjusted(-1, -4, 3, 3));
    for (const bool thin : {true, false}) {
        for (const Curves::Series &series : m_curves.series) {
            if (series.isThin != thin || series.points.isEmpty())
                continue;
            QColor ink = colour(series);
            if (thin)
                ink.setAlphaF(0.45f);
            painter->setPen(QPen(ink, thin ? 1 : 2,
                                 series.isDashed ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap,
                                 Qt::RoundJoin));
            painter->setBrush(Qt::NoBrush);
            painter->drawPolyline(line(series));
        }
    }
    painter->restore();

    // Names at the ends, from top to bottom, pushed apart.
    struct End
    {
        double y;
        const Curves::Series *series;
    };
    QList<End> ends;
    for (const Curves::Series &series : m_curves.series) {
        if (!series.isThin && !series.points.isEmpty())
            ends.append({pixel(0, series.points.last().y()).y(), &series});
    }
    std::sort(ends.begin(), ends.end(), [](const End &a, const End &b) { return a.y < b.y; });
    double free = area.top() - textLine;
    for (End &end : ends) {
        end.y = std::max(end.y, free + textLine / 2);
        free = end.y + textLine / 2;
    }
    double limit = area.bottom() + textLine / 2;
    for (qsizetype i = ends.size(); i-- > 0;) {
        ends[i].y = std::min(ends[i].y, limit - textLine / 2);
        limit = ends[i].y - textLine / 2;
        painter->setFont(PlotTools::font(display(), Theme::TextRole::Axis, QFont::DemiBold));
        painter->setPen(QPen(colour(*ends[i].series)));
        painter->drawText(QRectF(area.right() + 7, ends[i].y - textLine / 2, 150, textLine),
                          int(Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextDontClip,
                          ends[i].series->name);
    }

    QList<PlotTools::AxisLabel> labels;
    for (const auto &[x, text] : m_curves.labels) {
        const double at = pixel(x, 0).x();
        if (at >= area.left() - 1 && at <= area.right() + 1)
            labels.append({at, text, {}});
    }
    PlotTools::drawAxisLabels(painter, display(), labels, area.bottom());
    if (!m_curves.caption.isEmpty())
        PlotTools::drawCaption(painter, display(), area, area.bottom() + textLine + 6, {},
                               m_curves.caption);
}

QList<Chart::Mark> CurvesChart::buildMarks() const
{
    const QRectF area = plotArea();
    constexpr int mostRows = 9;
    QList<Mark> marks;
    for (qsizetype i = 0; i < m_curves.marks.size(); ++i) {
        const auto &[x, title] = m_curves.marks[i];
        Mark mark;
        mark.title = title;
        for (const bool thin : {false, true}) {
            for (const Curves::Series &series : m_curves.series) {
                const double value = series.at(x);
                if (series.isThin != thin || !std::isfinite(value) || mark.rows.size() >= mostRows)
                    continue;
                mark.rows.append({series.name, m_curves.text(value)});
                if (!thin)
                    mark.points.append(pixel(x, value));
            }
        }
        if (mark.rows.isEmpty())
            continue;
        const double at = pixel(x, 0).x();
        const double before = i > 0 ? (pixel(m_curves.marks[i - 1].first, 0).x() + at) / 2 : at - 8;
        const double after = i + 1 < m_curves.marks.size()
                                 ? (pixel(m_curves.marks[i + 1].first, 0).x() + at) / 2
                                 : at + 8;
        if (mark.points.isEmpty())
            mark.points.append(QPointF(at, area.bottom()));
        mark.area = QRectF(before, area.top(), after - before, area.height());
        mark.isCrossed = true;
        marks.append(mark);
    }
    return marks;
}

QList<QStringList> CurvesChart::dataTable() const
{
    QStringList head{m_curves.caption};
    for (const Curves::Series &series : m_curves.series)
        head.append(series.name);
    QList<QStringList> table{head};
    for (const auto &[x, title] : m_curves.marks) {
        QStringList row{title};
        for (const Curves::Series &series : m_curves.series) {
            const double value = series.at(x);
            row.append(std::isfinite(value) ? QString::number(value, 'g', 8) : QString());
        }
        table.append(row);
    }
    return table;
}
