#include "ui/charts/spendfitchart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

SpendFitChart::SpendFitChart(Display &display, QWidget *parent)
    : Chart(u"spend-fit"_s, display, parent)
{}

void SpendFitChart::setData(const Clv::SpendFit &fit, const Currency &currency)
{
    m_fit = fit;
    m_currency = currency;
    dataChanged(m_fit.actual.empty());
}

void SpendFitChart::retranslate()
{
    const QString name = tr("Mean amount of an order");
    setEmptyText(tr("No amounts to show"),
                 tr("The spend model needs customers with repeat orders and amounts."), u"clv"_s);
    if (m_fit.actual.empty()) {
        setTexts(name, {}, {}, {});
        return;
    }
    const NumberFormat &format = display().format();
    if (!hasModel()) {
        setTexts(name,
                 tr("The mean over customers is %1.")
                     .arg(format.money(m_fit.actualMean, m_currency.code)),
                 {}, tr("observed"));
        return;
    }
    double difference = 0;
    for (std::size_t i = 0; i < m_fit.actual.size(); ++i)
        difference += std::abs(m_fit.actual[i] - m_fit.expected[i]) / 2;
    setTexts(name,
             tr("%1 of the customers would have to move to another bar for the density to be exact.")
                 .arg(format.percent(difference, 1)),
             {},
             //: %1 is a correlation such as 0.03
             tr("observed and by Gamma-Gamma · correlation with orders %1")
                 .arg(format.signedDecimal(m_fit.correlation, 2)));
}

void SpendFitChart::resetView()
{
    double most = 0.01;
    // The last bar gathers the tail and may be cut.
    for (std::size_t i = 0; i + 1 < m_fit.actual.size(); ++i) {
        most = std::max(most, m_fit.actual[i]);
        if (hasModel())
            most = std::max(most, m_fit.expected[i]);
    }
    const double step = PlotTools::niceStep(most / 4);
    plot()->yAxis->setRange(0, std::ceil(most * 1.02 / step) * step);
    plot()->yAxis->setTicker(
        QSharedPointer<PlotTools::NumberTicker>::create(display(), 1, true));
    plot()->xAxis->setRange(0, m_fit.edge.back());
}

void SpendFitChart::layOut(const QSizeF &)
{
    const int line = display().lineHeight(Theme::TextRole::Axis);
    setPlotMargins(-1, line + 8, 16, 2 * line + 8);
}

QRectF SpendFitChart::bar(std::size_t bin) const
{
    const double left = plot()->xAxis->coordToPixel(m_fit.edge[bin]) + 0.5;
    const double right = plot()->xAxis->coordToPixel(m_fit.edge[bin + 1]) - 0.5;
    const double top =
        std::max(plot()->yAxis->coordToPixel(m_fit.actual[bin]), plotArea().top());
    return {left, top, std::max(1.0, right - left), plotArea().bottom() - top};
}

QString SpendFitChart::binName(std::size_t bin) const
{
    const NumberFormat &format = display().format();
    const int decimals = m_fit.edge[1] < 5 ? 2 : 0;
    if (bin + 1 == m_fit.actual.size())
        return tr("%1 and more").arg(format.money(m_fit.edge[bin], m_currency.code, decimals));
    return tr("%1 – %2", "an interval")
               .arg(format.decimal(m_fit.edge[bin], decimals),
                    format.decimal(m_fit.edge[bin + 1], decimals))
           + u' ' + format.currencyName(m_currency.code);
}

void SpendFitChart::drawOver(QCPPainter *painter) const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    const double height = display().lineHeight(Theme::TextRole::Axis);
    for (std::size_t i = 0; i < m_fit.actual.size(); ++i)
        PlotTools::drawBar(painter, bar(i), display().theme().category(Theme::Teal));
    const QColor model = display().theme().category(Theme::Violet);
    if (hasModel()) {
        QPolygonF line;
        for (std::size_t i = 0; i + 1 < m_fit.expected.size(); ++i) {
            line << QPointF(
                plot()->xAxis->coordToPixel((m_fit.edge[i] + m_fit.edge[i + 1]) / 2),
                plot()->yAxis->coordToPixel(m_fit.expected[i]));
        }
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(model, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(line);
    }
    QList<PlotTools::AxisLabel> labels;
    const double end = m_fit.edge.back();
    const double step = PlotTools::niceStep(end / std::max(2.0, area.width() / 90));
    for (double value = 0; value <= end; value += step)
        labels.append({plot()->xAxis->coordToPixel(value),
                       format.decimal(value, PlotTools::decimalsFor(step)), {}});
    PlotTools::drawAxisLabels(painter, display(), labels, area.bottom());
    PlotTools::drawCaption(
        painter, display(), area, area.bottom() + 4 + height, tr("Customers"),
        tr("Mean repeat order, %1").arg(format.currencyName(m_currency.code)));
    const auto mark = [&](double value, const QString &text, const QColor &color, double row) {
        if (!(value > 0) || value > end)
            return;
        const double x = std::round(plot()->xAxis->coordToPixel(value)) + 0.5;
        painter->setPen(QPen(color, 1.3, Qt::DashLine));
        painter->drawLine(QPointF(x, area.top() - 2), QPointF(x, area.bottom()));
        const double width = PlotTools::textWidth(display(), text) + 4;
        const bool isLeft = x + 4 + width > area.right();
        PlotTools::drawText(painter, display(),
                            QRectF(isLeft ? x - 4 - width : x + 4, row, width, height),
                            (isLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text,
                            "text2");
    };
    mark(m_fit.actualMean,
         //: %1 is an amount
         tr("observed mean %1").arg(format.decimal(m_fit.actualMean, end < 100 ? 2 : 0)),
         display().color("text"), area.top() - height - 3);
    if (hasModel()) {
        mark(m_fit.expectedMean,
             tr("expected mean %1").arg(format.decimal(m_fit.expectedMean, end < 100 ? 2 : 0)),
             model, area.top() + 2);
    }
}

QList<Chart::Mark> SpendFitChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    QList<Mark> marks;
    for (std::size_t i = 0; i < m_fit.actual.size(); ++i) {
        Mark mark;
        mark.title = binName(i);
        mark.rows = {{tr("Observed"), format.percent(m_fit.actual[i], 1)}};
        if (hasModel())
            mark.rows.append({tr("Expected"), format.percent(m_fit.expected[i], 1)});
        const double left = plot()->xAxis->coordToPixel(m_fit.edge[i]);
        mark.area = QRectF(left, area.top(),
                           plot()->xAxis->coordToPixel(m_fit.edge[i + 1]) - left, area.height());
        marks.append(mark);
    }
    return marks;
}

QList<QStringList> SpendFitChart::dataTable() const
{
    QList<QStringList> table{{tr("From"), tr("To"), tr("Observed"), tr("Expected")}};
    for (std::size_t i = 0; i < m_fit.actual.size(); ++i) {
        table.append({QString::number(m_fit.edge[i], 'f', 2),
                      i + 1 == m_fit.actual.size() ? QString()
                                                   : QString::number(m_fit.edge[i + 1], 'f', 2),
                      QString::number(m_fit.actual[i], 'f', 6),
                      hasModel() ? QString::number(m_fit.expected[i], 'f', 6) : QString()});
    }
    return table;
}
