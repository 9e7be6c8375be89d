#include "ui/charts/frequencychart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

FrequencyChart::FrequencyChart(Display &display, QWidget *parent)
    : Chart(u"frequency"_s, display, parent)
{}

void FrequencyChart::setData(const Clv::ClvResult &result)
{
    m_fit = result.frequency;
    m_fit.expected.resize(m_fit.actual.size(), Clv::notAvailable);
    m_model.clear();
    if (const auto model = Clv::modelFromName(result.purchaseFit.model))
        m_model = Clv::modelTitle(*model);
    dataChanged(m_fit.actual.empty());
}

QString FrequencyChart::binName(std::size_t bin) const
{
    const QString number = display().format().integer(qint64(bin));
    return bin + 1 == m_fit.actual.size() ? tr("%1+", "that many or more").arg(number) : number;
}

void FrequencyChart::retranslate()
{
    setEmptyText(tr("No fit to show"), tr("The model needs customers with orders."), u"clv"_s);
    if (m_fit.actual.empty()) {
        setTexts(tr("Customers by repeat orders"), {}, {}, {});
        return;
    }
    double difference = 0;
    double total = 0;
    for (std::size_t i = 0; i < m_fit.actual.size(); ++i) {
        total += m_fit.actual[i];
        if (std::isfinite(m_fit.expected[i]))
            difference += std::abs(m_fit.actual[i] - m_fit.expected[i]) / 2;
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

void FrequencyChart::resetView()
{
    double most = 1;
    for (std::size_t i = 0; i < m_fit.actual.size(); ++i) {
        most = std::max(most, m_fit.actual[i]);
        if (std::isfinite(m_fit.expected[i]))
            most = std::max(most, m_fit.expected[i]);
    }
    const double step = PlotTools::niceStep(most / 4);
    plot()->yAxis->setRange(0, std::ceil(most * 1.02 / step) * step);
    plot()->yAxis->setTicker(QSharedPointer<PlotTools::NumberTicker>::create(display()));
    plot()->xAxis->setRange(0, double(m_fit.actual.size()));
}

void FrequencyChart::layOut(const QSizeF &)
{
    const int line = display().lineHeight(Theme::TextRole::Axis);
    setPlotMargins(-1, line + 8, 2, 2 * line + 8);
}

QRectF FrequencyChart::bar(std::size_t bin, bool expected) const
{
    const double value = expected ? m_fit.expected[bin] : m_fit.actual[bin];
    const double left = plot()->xAxis->coordToPixel(double(bin) + (expected ? 0.51 : 0.14));
    const double right = plot()->xAxis->coordToPixel(double(bin) + (expected ? 0.86 : 0.49));
    const double top = plot()->yAxis->coordToPixel(std::isfinite(value) ? value : 0);
    return {left, top, right - left, plotArea().bottom() - top};
}

void FrequencyChart::drawOver(QCPPainter *painter) const
{
    const QRectF area = plotArea();
    const QColor observed = display().theme().category(Theme::Teal);
    const QColor expected = display().theme().category(Theme::Violet);
    QList<PlotTools::AxisLabel> labels;
    QColor wash = expected;
    wash.setAlphaF(0.30F);
    for (std::size_t i = 0; i < m_fit.actual.size(); ++i) {
        PlotTools::drawBar(painter, bar(i, false), observed);
        // Outlined, so that the two differ without colour too.
        painter->setPen(QPen(expected, 1.4));
        painter->setBrush(wash);
        painter->drawRect(bar(i, true).adjusted(0.7, 0.7, -0.7, 0));
        labels.append({plot()->xAxis->coordToPixel(double(i) + 0.5), binName(i), {}});
    }
    PlotTools::drawAxisLabels(painter, display(), labels, area.bottom());
    const double line = display().lineHeight(Theme::TextRole::Axis);
    PlotTools::drawCaption(painter, display(), area, area.bottom() + 4 + line, tr("Customers"),
                           tr("Repeat orders"));

    // The legend at the upper right, where long tails leave room.
    const QString names[]{tr("observed"), tr("expected")};
    double x = area.right();
    for (int i = 1; i >= 0; --i) {
        const double width = PlotTools::textWidth(display(), names[i]);
        const bool arabic = display().isArabic();
        const QRectF text(x - width, area.top() - line - 5, width, line);
        const QRectF box(arabic ? text.right() + 5 : text.left() - 15, text.center().y() - 5, 10,
                         10);
        const double shift = arabic ? -15 : 0;
        PlotTools::drawText(painter, display(), text.translated(shift, 0), Qt::AlignCenter,
                            names[i], "text2");
        if (i == 0) {
            PlotTools::drawBar(painter, box.translated(shift, 0), observed);
        } else {
            painter->setPen(QPen(expected, 1.4));
            painter->setBrush(wash);
            painter->drawRect(box.translated(shift, 0));
        }
        x -= width + 31;
    }
}

QList<Chart::Mark> FrequencyChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    QList<Mark> marks;
    for (std::size_t i = 0; i < m_fit.actual.size(); ++i) {
        Mark mark;
        mark.title = tr("Repeat orders: %1").arg(binName(i));
        mark.rows = {{tr("Observed"), format.decimal(m_fit.actual[i], 0)},
                     {tr("Expected"), format.decimal(m_fit.expected[i], 0)}};
        const double left = plot()->xAxis->coordToPixel(double(i));
        const double right = plot()->xAxis->coordToPixel(double(i) + 1);
        mark.area = QRectF(left, area.top(), right - left, area.height());
        marks.append(mark);
    }
    return marks;
}

QList<QStringList> FrequencyChart::dataTable() const
{
    QList<QStringList> table{{tr("Repeat orders"), tr("Observed"), tr("Expected")}};
    for (std::size_t i = 0; i < m_fit.actual.size(); ++i) {
        const bool last = i + 1 == m_fit.actual.size();
        table.append({QString::number(i) + (last ? u"+"_s : QString()),
                      QString::number(m_fit.actual[i], 'f', 0),
                      std::isfinite(m_fit.expected[i]) ? QString::number(m_fit.expected[i], 'f', 2)
                                                       : QString()});
    }
    return table;
}
