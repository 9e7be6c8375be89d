#include "ui/charts/frequencychart.h"

#include "ui/style/display.h"

#include <cmath>

using namespace Qt::StringLiterals;

FrequencyChart::FrequencyChart(Display &display, QWidget *parent)
    : PairedBarsChart(u"frequency"_s, display, parent)
{}

void FrequencyChart::setData(const Clv::ClvResult &result)
{
    setData(result.frequency, result.purchaseFit.model);
}

void FrequencyChart::setData(const Clv::FrequencyFit &fit, const QString &model)
{
    m_model.clear();
    if (const auto known = Clv::modelFromName(model))
        m_model = Clv::modelTitle(*known);
    setBars(fit.actual, fit.expected);
}

QString FrequencyChart::valueCaption() const { return tr("Customers"); }

QString FrequencyChart::binCaption() const { return tr("Repeat orders"); }

QString FrequencyChart::markTitle(std::size_t bin) const
{
    return tr("Repeat orders: %1").arg(binName(bin));
}

void FrequencyChart::retranslate()
{
    setEmptyText(tr("No fit to show"), tr("The model needs customers with orders."), u"clv"_s);
    if (actual().empty()) {
        setTexts(tr("Customers by repeat orders"), {}, {}, {});
        return;
    }
    double difference = 0;
    double total = 0;
    for (std::size_t i = 0; i < actual().size(); ++i) {
        total += actual()[i];
        if (std::isfinite(expected()[i]))
            difference += std::abs(actual()[i] - expected()[i]) / 2;
    }
    const NumberFormat &format = display().format();
    const QString share = format.percent(total > 0 ? difference / total : std::nan(""), 1);
    setTexts(
        tr("Customers by repeat orders"),
        tr("%1 of the customers would have to move to another bar for the expectation to be exact.")
            .arg(share),
        {},
        m_model.isEmpty() ? tr("observed and expected")
                          : tr("observed and expected by %1").arg(NumberFormat::isolate(m_model)));
}
