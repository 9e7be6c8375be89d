#include "ui/charts/alivecalibrationchart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

AliveCalibrationChart::AliveCalibrationChart(Display &display, QWidget *parent)
    : Chart(u"alive-calibration"_s, display, parent)
{}

void AliveCalibrationChart::setData(const std::vector<Clv::AliveGroup> &groups)
{
    m_groups = groups;
    dataChanged(m_groups.size() < 2);
}

QPointF AliveCalibrationChart::pixel(double alive, double share) const
{
    return {plot()->xAxis->coordToPixel(alive), plot()->yAxis->coordToPixel(share)};
}

double AliveCalibrationChart::customersWithin() const
{
    double within = 0;
    double all = 0;
    for (const Clv::AliveGroup &group : m_groups) {
        all += group.customers;
        if (group.expectedActive >= group.low && group.expectedActive <= group.high)
            within += group.customers;
    }
    return all > 0 ? within / all : 0;
}

void AliveCalibrationChart::retranslate()
{
    const QString name = tr("Does P(alive) hold?");
    setEmptyText(tr("P(alive) was not tested"),
                 tr("The test looks at who bought again after the calibration. It needs more "
                    "history and repeat customers."),
                 u"clv"_s);
    if (m_groups.size() < 2) {
        setTexts(name, {}, {}, {});
        return;
    }
    double gap = 0;
    double all = 0;
    for (const Clv::AliveGroup &group : m_groups) {
        all += group.customers;
        gap += group.customers * std::abs(group.actualActive - group.expectedActive);
    }
    const NumberFormat &format = display().format();
    //: %1 and %2 are percentages; "points" are percentage points
    setTexts(name,
             tr("Expected and observed shares of buyers differ by %1 points on average; groups "
                "with %2 of the customers agree within their interval.")
                 .arg(format.decimal(100 * gap / all, 1), format.percent(customersWithin())),
             {}, tr("share that bought in the holdout"));
}

void AliveCalibrationChart::resetView()
{
    double most = 0.1;
    for (const Clv::AliveGroup &group : m_groups)
        most = std::max({most, group.high, group.expectedActive});
    const double step = PlotTools::niceStep(most / 4);
    plot()->yAxis->setRange(0, std::min(1.0, std::ceil(most / step) * step));
    plot()->yAxis->setTicker(
        QSharedPointer<PlotTools::NumberTicker>::create(display(), 1, true));
    plot()->xAxis->setRange(0, 1);
}

void AliveCalibrationChart::layOut(const QSizeF &)
{
    const int line = display().lineHeight(Theme::TextRole::Axis);
    setPlotMargins(-1, line + 8, 14, 2 * line + 8);
}

void AliveCalibrationChart::drawOver(QCPPainter *painter) const
{
    const QRectF area = plotArea();
    const QColor actual = display().theme().category(Theme::Teal);
    const QColor model = display().theme().category(Theme::Violet);
    QPolygonF line;
    for (const Clv::AliveGroup &group : m_groups)
        line << pixel(group.meanAlive, group.expectedActive);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(model, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(line);
    for (const Clv::AliveGroup &group : m_groups) {
        painter->setPen(QPen(actual, 1.6));
        painter->drawLine(pixel(group.meanAlive, group.low), pixel(group.meanAlive, group.high));
        painter->setPen(Qt::NoPen);
        painter->setBrush(actual);
        painter->drawEllipse(pixel(group.meanAlive, group.actualActive), 3.6, 3.6);
    }
    const NumberFormat &format = display().format();
    QList<PlotTools::AxisLabel> labels;
    for (int tenth = 0; tenth <= 10; tenth += 2)
        labels.append({pixel(tenth / 10.0, 0).x(), format.decimal(tenth / 10.0, 1), {}});
    PlotTools::drawAxisLabels(painter, display(), labels, area.bottom());
    const double height = display().lineHeight(Theme::TextRole::Axis);
    PlotTools::drawCaption(painter, display(), area, area.bottom() + 4 + height,
                           tr("Bought in the holdout"), tr("P(alive) at the calibration's end"));
    // Above the plot, from the left: where groups with a low P(alive) leave room.
    const QString names[]{tr("observed"), tr("expected")};
    double x = area.left();
    for (int i = 0; i < 2; ++i) {
        const double width = PlotTools::textWidth(display(), names[i]);
        const double y = area.top() - height / 2 - 5;
        if (i == 0) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(actual);
            painter->drawEllipse(QPointF(x + 5, y), 3.6, 3.6);
        } else {
            painter->setPen(QPen(model, 2));
            painter->drawLine(QPointF(x, y), QPointF(x + 11, y));
        }
        PlotTools::drawText(painter, display(),
                            QRectF(x + 16, y - height / 2, width + 2, height),
                            Qt::AlignLeft | Qt::AlignVCenter, names[i], "text2");
        x += width + 34;
    }
}

QList<Chart::Mark> AliveCalibrationChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    QList<Mark> marks;
    for (const Clv::AliveGroup &group : m_groups) {
        Mark mark;
        //: %1 and %2 are probabilities
        mark.title = tr("P(alive) %1 to %2")
                         .arg(format.decimal(group.from, 1), format.decimal(group.until, 1));
        mark.rows = {
            {tr("Customers"), format.decimal(group.customers, 0)},
            {tr("Observed"), format.percent(group.actualActive, 1)},
            //: an interval of percentages
            {tr("90 % interval"), tr("%1 to %2").arg(format.percent(group.low, 1),
                                                     format.percent(group.high, 1))},
            {tr("Expected"), format.percent(group.expectedActive, 1)}};
        const double left = pixel(group.from, 0).x();
        mark.area = QRectF(left, area.top(), pixel(group.until, 0).x() - left, area.height());
        mark.points = {pixel(group.meanAlive, group.actualActive),
                       pixel(group.meanAlive, group.expectedActive)};
        marks.append(mark);
    }
    return marks;
}

QList<QStringList> AliveCalibrationChart::dataTable() const
{
    QList<QStringList> table{{tr("From"), tr("To"), tr("Customers"), tr("Mean P(alive)"),
                              tr("Observed"), tr("Low"), tr("High"), tr("Expected")}};
    const auto number = [](double value) { return QString::number(value, 'f', 4); };
    for (const Clv::AliveGroup &group : m_groups) {
        table.append({QString::number(group.from, 'f', 1), QString::number(group.until, 'f', 1),
                      QString::number(group.customers, 'f', 0), number(group.meanAlive),
                      number(group.actualActive), number(group.low), number(group.high),
                      number(group.expectedActive)});
    }
    return table;
}
