#include "ui/charts/alivemapchart.h"

#include "ui/style/display.h"

using namespace Qt::StringLiterals;

AliveMapChart::AliveMapChart(Display &display, QWidget *parent)
    : CustomerMapChart(u"alive-map"_s, display, parent)
{}

void AliveMapChart::setData(const Clv::AliveMap &map, PeriodUnit period)
{
    setCells(map.frequency, map.recency, map.pAlive, 1, period);
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
    nameAxes();
}

QString AliveMapChart::markTitle(double value) const
{
    return tr("P(alive) %1").arg(display().format().decimal(value, 2));
}

void AliveMapChart::drawMap(QCPPainter *painter) const { drawContour(painter, contour(0.5)); }
