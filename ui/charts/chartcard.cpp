#include "ui/charts/chartcard.h"

#include "ui/charts/chart.h"

ChartCard::ChartCard(Display &display, Chart *chart, QWidget *parent)
    : Card(display, parent), m_chart(chart)
{
    setBody(chart);
    setMenuActions(chart->menuActions());
    const auto renew = [this] {
        setTitle(m_chart->title());
        setSubtitle(m_chart->subtitle());
    };
    connect(chart, &Chart::titleChanged, this, renew);
    renew();
}
