#include "ui/charts/pairedbarschart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

void drawExpected(QCPPainter *painter, const QRectF &rect, const QColor &color)
{
    // Outlined, so that the two differ without colour too.
    QColor wash = color;
    wash.setAlphaF(0.30F);
    painter->setPen(QPen(color, 1.4));
    painter->setBrush(wash);
    painter->drawRect(rect);
}

} // namespace

PairedBarsChart::PairedBarsChart(const QString &name, Display &display, QWidget *parent)
    : Chart(name, display, parent)
{}

void PairedBarsChart::setBars(std::vector<double> actual, std::vector<double> expected)
{
    m_actual = std::move(actual);
    m_expected = std::move(expected);
    m_expected.resize(m_actual.size(), std::numeric_limits<double>::quiet_NaN());
    dataChanged(m_actual.empty());
}

QString PairedBarsChart::binName(std::size_t bin) const
{
    const QString number = display().format().integer(qint64(bin));
    return bin + 1 == m_actual.size() ? tr("%1+", "that many or more").arg(number) : number;
}

QList<Chart::TipRow> PairedBarsChart::moreRows(std::size_t) const { return {}; }

void PairedBarsChart::resetView()
{
    double most = 0;
    for (std::size_t i = 0; i < m_actual.size(); ++i) {
        for (const double value : {m_actual[i], m_expected[i]})
            most = std::isfinite(value) ? std::max(most, value) : most;
    }
    if (!(most > 0))
        most = 1;
    const double step = PlotTools::niceStep(most / 4);
    plot()->yAxis->setRange(0, std::ceil(most * 1.02 / step) * step);
    plot()->yAxis->setTicker(QSharedPointer<PlotTools::NumberTicker>::create(display()));
    plot()->xAxis->setRange(0, double(m_actual.size()));
}

void PairedBarsChart::layOut(const QSizeF &)
{
    const int line = display().lineHeight(Theme::TextRole::Axis);
    setPlotMargins(-1, line + 8, 2, 2 * line + 8);
}

QRectF PairedBarsChart::bar(std::size_t bin, bool expected) const
{
    const double value = expected ? m_expected[bin] : m_actual[bin];
    const double left = plot()->xAxis->coordToPixel(double(bin) + (expected ? 0.51 : 0.14));
    const double right = plot()->xAxis->coordToPixel(double(bin) + (expected ? 0.86 : 0.49));
    const double top = plot()->yAxis->coordToPixel(std::isfinite(value) ? value : 0);
    return {left, top, right - left, plotArea().bottom() - top};
}

void PairedBarsChart::drawOver(QCPPainter *painter) const
{
    const QRectF area = plotArea();
    QList<PlotTools::AxisLabel> labels;
    for (std::size_t i = 0; i < m_actual.size(); ++i) {
        PlotTools::drawBar(painter, bar(i, false), display().theme().category(Theme::Teal));
        drawExpected(painter, bar(i, true).adjusted(0.7, 0.7, -0.7, 0),
                     display().theme().category(Theme::Violet));
        labels.append({plot()->xAxis->coordToPixel(double(i) + 0.5), binName(i), {}});
    }
    PlotTools::drawAxisLabels(painter, display(), labels, area.bottom());
    PlotTools::drawCaption(painter, display(), area,
                           area.bottom() + 4 + display().lineHeight(Theme::TextRole::Axis),
                           valueCaption(), binCaption());
    drawLegend(painter);
}

/// At the upper right, where long tails leave room.
void PairedBarsChart::drawLegend(QCPPainter *painter) const
{
    const QRectF area = plotArea();
    const double line = display().lineHeight(Theme::TextRole::Axis);
    const QString names[]{tr("observed"), tr("expected")};
    const bool arabic = display().isArabic();
    double x = area.right();
    for (int i = 1; i >= 0; --i) {
        const double width = PlotTools::textWidth(display(), names[i]);
        const QRectF text(x - width, area.top() - line - 5, width, line);
        const QRectF box(arabic ? text.right() + 5 : text.left() - 15, text.center().y() - 5, 10,
                         10);
        const double shift = arabic ? -15 : 0;
        PlotTools::drawText(painter, display(), text.translated(shift, 0), Qt::AlignCenter,
                            names[i], "text2");
        if (i == 0)
            PlotTools::drawBar(painter, box.translated(shift, 0),
                               display().theme().category(Theme::Teal));
        else
            drawExpected(painter, box.translated(shift, 0),
                         display().theme().category(Theme::Violet));
        x -= width + 31;
    }
}

QList<Chart::Mark> PairedBarsChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    QList<Mark> marks;
    for (std::size_t i = 0; i < m_actual.size(); ++i) {
        Mark mark;
        mark.title = markTitle(i);
        mark.rows = {{tr("Observed"), format.decimal(m_actual[i], decimals())},
                     {tr("Expected"), format.decimal(m_expected[i], decimals())}};
        mark.rows += moreRows(i);
        const double left = plot()->xAxis->coordToPixel(double(i));
        const double right = plot()->xAxis->coordToPixel(double(i) + 1);
        mark.area = QRectF(left, area.top(), right - left, area.height());
        marks.append(mark);
    }
    return marks;
}

QList<QStringList> PairedBarsChart::dataTable() const
{
    const auto number = [](double value, int places) {
        return std::isfinite(value) ? QString::number(value, 'f', places) : QString();
    };
    QList<QStringList> table{{binCaption(), tr("Observed"), tr("Expected")}};
    for (std::size_t i = 0; i < m_actual.size(); ++i) {
        const bool last = i + 1 == m_actual.size();
        table.append({QString::number(i) + (last ? u"+"_s : QString()),
                      number(m_actual[i], decimals()), number(m_expected[i], decimals() + 2)});
    }
    return table;
}
