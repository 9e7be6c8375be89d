#include "ui/charts/conditionalchart.h"

#include "ui/style/display.h"

#include <cmath>

using namespace Qt::StringLiterals;

ConditionalChart::ConditionalChart(Display &display, QWidget *parent)
    : PairedBarsChart(u"conditional-expectation"_s, display, parent)
{}

void ConditionalChart::setData(const Clv::ConditionalExpectation &bins)
{
    m_customers = bins.customers;
    setBars(bins.actual, bins.expected);
}

QString ConditionalChart::valueCaption() const { return tr("Orders in the holdout, mean"); }

QString ConditionalChart::binCaption() const { return tr("Repeat orders before"); }

QString ConditionalChart::markTitle(std::size_t bin) const
{
    return tr("Repeat orders before: %1").arg(binName(bin));
}

QList<Chart::TipRow> ConditionalChart::moreRows(std::size_t bin) const
{
    return {{tr("Customers"), display().format().decimal(m_customers[bin], 0)}};
}

void ConditionalChart::retranslate()
{
    const QString name = tr("Orders in the holdout by past orders");
    setEmptyText(tr("The model was not tested on later orders"),
                 tr("A test keeps the last orders back and compares them with the prediction. It "
                    "needs more history."),
                 u"equity"_s);
    double difference = 0;
    double total = 0;
    for (std::size_t i = 0; i < actual().size(); ++i) {
        if (!std::isfinite(actual()[i]) || !std::isfinite(expected()[i]))
            continue;
        total += m_customers[i] * actual()[i];
        difference += m_customers[i] * std::abs(actual()[i] - expected()[i]);
    }
    if (!(total > 0)) {
        setTexts(name, {}, {}, {});
        return;
    }
    const QString share = display().format().percent(difference / total, 1);
    //: %1 is a percentage
    setTexts(name, tr("Over all groups the expectation is off by %1 of the orders.").arg(share), {},
             tr("off by %1 over the groups").arg(share));
}
