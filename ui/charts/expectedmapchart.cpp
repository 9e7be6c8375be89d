#include "ui/charts/expectedmapchart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

ExpectedMapChart::ExpectedMapChart(Display &display, QWidget *parent)
    : CustomerMapChart(u"expected-map"_s, display, parent)
{}

void ExpectedMapChart::setData(const Clv::PurchaseMap &map, PeriodUnit period)
{
    m_months = int(std::lround(map.periods * daysPerPeriod(period)
                               / daysPerPeriod(PeriodUnit::Month)));
    const auto most = std::max_element(map.expected.begin(), map.expected.end());
    setCells(map.frequency, map.recency, map.expected,
             most == map.expected.end() ? 1 : std::max(*most, 1e-9), period);
}

void ExpectedMapChart::retranslate()
{
    setEmptyText(tr("No model to show"),
                 tr("Expected orders need a fitted model, and that needs repeat customers."),
                 u"clv"_s);
    setTexts(tr("Expected orders"),
             tr("Orders that the model expects of a customer, by number of repeat orders and time "
                "since the last order. Most come from many orders and a short silence."),
             {},
             PlotTools::counted(display(),
                                tr("within %n month(s), line = one order", nullptr, m_months),
                                m_months));
    nameAxes();
}

QString ExpectedMapChart::markTitle(double value) const
{
    return tr("Expected orders: %1").arg(display().format().decimal(value, 2));
}

int ExpectedMapChart::scaleDecimals() const { return top() < 10 ? 1 : 0; }

void ExpectedMapChart::drawMap(QCPPainter *painter) const
{
    if (top() > 1)
        drawContour(painter, contour(1));
}
