#include "ui/charts/columnschart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <algorithm>
#include <cmath>

ColumnsChart::ColumnsChart(const QString &name, Display &display, QWidget *parent)
    : Chart(name, display, parent)
{
    connect(this, &Chart::markActivated, this, [this](int index) {
        const QList<Place> all = places();
        if (index >= 0 && index < all.size())
            emit columnActivated(all[index].column, all[index].series);
    });
}

void ColumnsChart::setMaker(Maker maker)
{
    m_make = std::move(maker);
    m_columns = m_make ? m_make(display()) : Columns();
    dataChanged(m_columns.titles.isEmpty());
}

void ColumnsChart::retranslate()
{
    if (m_make)
        m_columns = m_make(display());
    setEmptyText(m_columns.emptyTitle, m_columns.emptyReason);
    setTexts(m_columns.name, m_columns.finding, m_columns.title, m_columns.subtitle);
}

void ColumnsChart::resetView()
{
    double lowest = 0;
    double highest = 0;
    for (qsizetype column = 0; column < m_columns.titles.size(); ++column) {
        double up = 0;
        double down = 0;
        for (const Columns::Series &series : m_columns.series) {
            const double value = series.values.value(column);
            (value > 0 ? up : down) += value;
        }
        highest = std::max(highest, up);
        lowest = std::min(lowest, down);
    }
    if (highest == lowest)
        highest = 1; // nothing to draw; the axis still needs a range
    const double step = PlotTools::niceStep((highest - lowest) / 4);
    plot()->yAxis->setRange(std::floor(lowest / step) * step, std::ceil(highest * 1.02 / step) * step * (1 + 1e-9));
    plot()->xAxis->setRange(0, double(std::max<qsizetype>(1, m_columns.titles.size())));
    plot()->yAxis->setTicker(QSharedPointer<PlotTools::NumberTicker>::create(
        display(), PlotTools::unitFor(std::max(highest, -lowest))));
}

void ColumnsChart::layOut(const QSizeF &)
{
    const int line = display().lineHeight(Theme::TextRole::Axis);
    setPlotMargins(-1, hasLegend() || !m_columns.guides.isEmpty() ? line + 8 : line / 2 + 3, 10,
                   line * (m_columns.caption.isEmpty() ? 1 : 2) + 10);
}

double ColumnsChart::edge(double column) const { return plot()->xAxis->coordToPixel(column); }

QList<ColumnsChart::Place> ColumnsChart::places() const
{
    const auto height = [this](double value) { return plot()->yAxis->coordToPixel(value); };
    const qsizetype count = m_columns.titles.size();
    const double pitch = plotArea().width() / double(std::max<qsizetype>(1, count));
    const double inset = m_columns.isHistogram ? 0.6 : std::min(0.18 * pitch, 10.0);
    QList<Place> places;
    for (qsizetype column = 0; column < count; ++column) {
        double up = 0;
        double down = 0;
        for (qsizetype series = 0; series < m_columns.series.size(); ++series) {
            const double value = m_columns.series[series].values.value(column);
            if (value == 0)
                continue;
            double &from = value > 0 ? up : down;
            const double y1 = height(from);
            const double y2 = height(from + value);
            from += value;
            places.append({int(column), int(series),
                           QRectF(QPointF(edge(double(column)) + inset, std::min(y1, y2)),
                                  QPointF(edge(double(column) + 1) - inset, std::max(y1, y2)))});
        }
    }
    return places;
}

void ColumnsChart::drawOver(QCPPainter *painter) const
{
    const QRectF area = plotArea();
    const double line = display().lineHeight(Theme::TextRole::Axis);
    for (const Place &place : places()) {
        PlotTools::drawBar(painter, place.bar,
                           display().theme().category(m_columns.series[place.series].category));
    }
    const double base = plot()->yAxis->coordToPixel(0);
    painter->setPen(QPen(display().color("borderStrong"), 1));
    painter->drawLine(QPointF(area.left(), base), QPointF(area.right(), base));
    double x = area.left();
    if (hasLegend()) {
        for (const Columns::Series &series : m_columns.series) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(display().theme().category(series.category));
            painter->drawRoundedRect(QRectF(x, area.top() - line - 1, 9, 9), 2, 2);
            const double width = PlotTools::textWidth(display(), series.name) + 4;
            PlotTools::drawText(painter, display(), QRectF(x + 13, area.top() - line - 5, width, line),
                                Qt::AlignLeft | Qt::AlignVCenter, series.name, "text2");
            x += width + 28;
        }
    }
    bool toLeft = true;
    for (const auto &[position, words] : m_columns.guides) {
        const double at = edge(position);
        painter->setPen(QPen(display().color("text2"), 1, Qt::DashLine));
        painter->drawLine(QPointF(at, area.top() - 4), QPointF(at, area.bottom()));
        const double width = PlotTools::textWidth(display(), words) + 4;
        const bool left = toLeft ? at - width - 4 > area.left() : at + width + 4 > area.right();
        PlotTools::drawText(painter, display(),
                            QRectF(left ? at - width - 4 : at + 4, area.top() - line - 4, width, line),
                            (left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, words, "text2");
        toLeft = !toLeft;
    }
    QList<PlotTools::AxisLabel> labels;
    for (qsizetype column = 0; column < m_columns.labels.size(); ++column) {
        if (!m_columns.labels[column].isEmpty())
            labels.append({edge(double(column) + (m_columns.isHistogram ? 0 : 0.5)),
                           m_columns.labels[column],
                           {}});
    }
    PlotTools::drawAxisLabels(painter, display(), labels, area.bottom());
    if (!m_columns.caption.isEmpty())
        PlotTools::drawCaption(painter, display(), area, area.bottom() + line + 6, {},
                               m_columns.caption);
}

QList<Chart::Mark> ColumnsChart::buildMarks() const
{
    QList<Mark> marks;
    for (const Place &place : places()) {
        Mark mark;
        mark.title = m_columns.titles[place.column];
        for (const Columns::Series &series : m_columns.series)
            mark.rows.append({series.name, m_columns.text(series.values.value(place.column))});
        if (m_columns.series.size() > 1) {
            //: a period and the part of its column that is pointed at
            mark.title = tr("%1, %2").arg(mark.title, m_columns.series[place.series].name);
        }
        constexpr double least = 6; // to be hit at all
        const double more = std::max(0.0, least - place.bar.height()) / 2;
        mark.area = place.bar.adjusted(0, -more, 0, more);
        if (m_columns.series.size() == 1) {
            mark.area.setTop(plotArea().top());
            mark.area.setBottom(plotArea().bottom());
        }
        marks.append(mark);
    }
    return marks;
}

QList<QStringList> ColumnsChart::dataTable() const
{
    QStringList head{m_columns.caption};
    for (const Columns::Series &series : m_columns.series)
        head.append(series.name);
    QList<QStringList> table{head};
    for (qsizetype column = 0; column < m_columns.titles.size(); ++column) {
        QStringList row{m_columns.titles[column]};
        for (const Columns::Series &series : m_columns.series)
            row.append(QString::number(series.values.value(column), 'g', 8));
        table.append(row);
    }
    return table;
}
