#include "ui/charts/stepfunnelchart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"
#include "ui/style/painttext.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

StepFunnelChart::StepFunnelChart(Display &display, QWidget *parent)
    : Chart(u"own-funnel"_s, display, parent)
{
    setMirrors(true);
    connect(this, &Chart::markActivated, this, [this](int index) {
        // Marks come in the order of the places, the loss behind its bar.
        int at = 0;
        for (const Place &place : geometry().places) {
            if (at++ == index)
                emit stepActivated(place.step, place.series, false);
            if (!place.loss.isEmpty() && at++ == index)
                emit stepActivated(place.step, place.series, true);
        }
    });
}

void StepFunnelChart::setData(const StepFunnel &funnel)
{
    m_funnel = funnel;
    dataChanged(funnel.steps.isEmpty()
                || std::all_of(funnel.series.begin(), funnel.series.end(),
                               [](const StepFunnel::Series &series) {
                                   return series.counts.value(0) == 0;
                               }));
}

void StepFunnelChart::setMode(Mode mode)
{
    m_mode = mode;
    dataChanged(isEmpty());
}

double StepFunnelChart::Geometry::centre(int step) const
{
    const double x = all.left() + pitch * (step + 0.5);
    return mirrored ? all.left() + all.right() - x : x;
}

double StepFunnelChart::level(int series, int step) const
{
    const StepFunnel::Series &entry = m_funnel.series[series];
    switch (m_mode) {
    case Mode::Count:
        return double(entry.counts.value(step));
    case Mode::Percent:
        return entry.counts.value(0) > 0 ? double(entry.counts.value(step)) / double(entry.counts[0]) : 0;
    case Mode::Value:
        return entry.values.value(step);
    }
    return 0;
}

QString StepFunnelChart::levelText(int series, int step) const
{
    const NumberFormat &format = display().format();
    const double value = level(series, step);
    if (m_mode == Mode::Percent)
        return format.percent(value, value < 0.1 ? 1 : 0);
    return m_mode == Mode::Value ? format.moneyShort(value, m_funnel.currency)
                                 : format.integer(std::llround(value));
}

double StepFunnelChart::rate(int series, int step) const
{
    const QList<qint64> &counts = m_funnel.series[series].counts;
    return step > 0 && counts.value(step - 1) > 0 ? double(counts.value(step)) / double(counts[step - 1])
                                                  : std::nan("");
}

QColor StepFunnelChart::colour(int series) const
{
    return display().theme().category(series == 0 ? Theme::Blue : Theme::Stone);
}

void StepFunnelChart::retranslate()
{
    setEmptyText(tr("Nobody entered this funnel"),
                 tr("The note under the chart says which condition removed everybody."), u"lifecycle"_s);
    setTexts(tr("Funnel"), m_funnel.finding, m_funnel.finding, {});
}

StepFunnelChart::Geometry StepFunnelChart::geometry() const
{
    Geometry g;
    const double line = display().lineHeight(Theme::TextRole::Axis);
    g.all = QRectF(plot()->viewport()).adjusted(2, 2, -2, -2);
    g.rowHeight = line + 9;
    g.mirrored = isMirrored();
    const auto steps = int(m_funnel.steps.size());
    g.pitch = g.all.width() / std::max(1, steps);
    g.gap = std::min(70.0, 0.34 * g.pitch);
    g.legend = QRectF(g.all.left(), g.all.top(), g.all.width(), line);
    g.nameTop = g.all.top() + (m_funnel.series.size() > 1 ? line + 6 : 0);
    const double barsTop = g.nameTop + line + 8 + line;
    g.bars = QRectF(g.all.left(), barsTop, g.all.width(),
                    g.all.bottom() - 3 * g.rowHeight - 4 - barsTop);
    const auto series = int(m_funnel.series.size());
    double most = 1e-12;
    for (int s = 0; s < series; ++s) {
        for (int step = 0; step < steps; ++step)
            most = std::max(most, level(s, step));
    }
    constexpr double widest = 130;
    const double width = std::min(widest, (g.pitch - g.gap) / std::max(1, series));
    for (int step = 0; step < steps; ++step) {
        for (int s = 0; s < series; ++s) {
            const double offset = (s - (series - 1) / 2.0) * width;
            const double x = g.centre(step) + (g.mirrored ? -offset : offset) - width / 2;
            const double height = g.bars.height() * level(s, step) / most;
            Place place{step, s, QRectF(x + 1, g.bars.bottom() - height, width - 2, height), {}};
            if (step > 0) {
                const double before = g.bars.height() * level(s, step - 1) / most;
                place.loss = QRectF(x + 1, g.bars.bottom() - before, width - 2,
                                    std::max(0.0, before - height));
            }
            g.places.append(place);
        }
    }
    return g;
}

void StepFunnelChart::drawOver(QCPPainter *painter) const
{
    const Geometry g = geometry();
    const NumberFormat &format = display().format();
    const double line = display().lineHeight(Theme::TextRole::Axis);
    const QFont nameFont = PlotTools::font(display(), Theme::TextRole::Axis, QFont::DemiBold);
    if (m_funnel.series.size() > 1) {
        QList<PlotTools::LegendItem> items;
        for (int s = 0; s < m_funnel.series.size(); ++s)
            items.append({colour(s), m_funnel.series[s].name});
        PlotTools::drawLegend(painter, display(), g.legend, g.mirrored, items);
    }
    for (int step = 0; step < m_funnel.steps.size(); ++step) {
        const QString name =
            PaintText::elided(nameFont, format.integer(step + 1) + u". "_s + m_funnel.steps[step], g.pitch - 6);
        PlotTools::drawText(painter, display(),
                            QRectF(g.centre(step) - g.pitch / 2, g.nameTop, g.pitch, line),
                            Qt::AlignCenter, name, "text", Theme::TextRole::Axis, QFont::DemiBold);
    }
    for (const Place &place : g.places) {
        if (place.loss.height() > 1) {
            painter->setPen(QPen(display().color("borderStrong"), 1, Qt::DashLine));
            painter->setBrush(display().color("surface2"));
            painter->drawRect(place.loss.adjusted(0.5, 0.5, -0.5, 0));
        }
        PlotTools::drawBar(painter, place.bar, colour(place.series));
        const QString text = levelText(place.series, place.step);
        const double y = place.bar.height() > line + 8 ? place.bar.top() + 4 : place.bar.top() - line - 1;
        painter->setFont(nameFont);
        painter->setPen(QPen(place.bar.height() > line + 8 ? Theme::textOn(colour(place.series))
                                                           : display().color("text")));
        PaintText::draw(*painter, display(),
                        QRectF(place.bar.center().x() - g.pitch / 2, y, g.pitch, line), Qt::AlignCenter,
                        text);
    }
    painter->setPen(QPen(display().color("borderStrong"), 1));
    painter->drawLine(QPointF(g.all.left(), g.bars.bottom() + 0.5),
                      QPointF(g.all.right(), g.bars.bottom() + 0.5));
    for (int step = 1; step < m_funnel.steps.size(); ++step) {
        double y = g.bars.bottom() - 12 - double(m_funnel.series.size()) * (line + 8);
        for (int s = 0; s < m_funnel.series.size(); ++s) {
            const QString text = format.percent(rate(s, step), rate(s, step) < 0.1 ? 1 : 0);
            const double width =
                PlotTools::textWidth(display(), text, Theme::TextRole::Axis, QFont::DemiBold) + 12;
            const QRectF chip((g.centre(step) + g.centre(step - 1)) / 2 - width / 2, y, width, line + 5);
            painter->setPen(QPen(s == 0 ? display().color("border") : colour(s), 1));
            painter->setBrush(display().color("surface"));
            painter->drawRoundedRect(chip, chip.height() / 2, chip.height() / 2);
            PlotTools::drawText(painter, display(), chip, Qt::AlignCenter, text, "text",
                                Theme::TextRole::Axis, QFont::DemiBold);
            y += line + 8;
        }
    }
    const QString rows[] = {tr("Drop-off"), tr("Median time"), tr("Still open")};
    const Qt::Alignment start = (g.mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    for (int row = 0; row < 3; ++row) {
        const QRectF strip(g.all.left(), g.bars.bottom() + 4 + row * g.rowHeight, g.all.width(), g.rowHeight);
        if (row > 0) {
            painter->setPen(QPen(display().color("grid"), 1));
            painter->drawLine(strip.topLeft(), strip.topRight());
        }
        PlotTools::drawText(painter, display(), strip, start,
                            PaintText::elided(display().font(Theme::TextRole::Axis), rows[row], g.pitch - 12),
                            "text2");
        for (int step = 1; step < m_funnel.steps.size(); ++step) {
            QStringList texts;
            for (const StepFunnel::Series &series : m_funnel.series) {
                if (row == 0)
                    texts << format.integer(series.counts.value(step) - series.counts.value(step - 1));
                else if (row == 1)
                    texts << format.duration(series.medianDays.value(step, std::nan("")));
                else
                    texts << format.integer(series.stillOpen.value(step));
            }
            PlotTools::drawText(painter, display(),
                                QRectF(g.centre(step) - g.pitch / 2, strip.top(), g.pitch, g.rowHeight),
                                Qt::AlignCenter, texts.join(u" / "_s), "text");
        }
    }
}

QList<Chart::Mark> StepFunnelChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    QList<Mark> marks;
    for (const Place &place : geometry().places) {
        const StepFunnel::Series &series = m_funnel.series[place.series];
        Mark mark;
        mark.title = m_funnel.steps[place.step];
        if (m_funnel.series.size() > 1)
            mark.title = tr("%1, %2").arg(mark.title, series.name);
        mark.rows = {{tr("Did this step"), format.integer(series.counts.value(place.step))}};
        if (place.step > 0) {
            mark.rows.append({tr("Of the step before"), format.percent(rate(place.series, place.step), 1)});
            if (series.counts.value(0) > 0)
                mark.rows.append({tr("Of the first step"),
                                  format.percent(double(series.counts.value(place.step))
                                                     / double(series.counts[0]),
                                                 1)});
            mark.rows.append({tr("Median time"), format.duration(series.medianDays.value(place.step, std::nan("")))});
            if (series.stillOpen.value(place.step) > 0)
                mark.rows.append({tr("Still open"), format.integer(series.stillOpen.value(place.step))});
        }
        if (!series.values.isEmpty())
            mark.rows.append({tr("Lifetime value"), format.moneyShort(series.values.value(place.step),
                                                                      m_funnel.currency)});
        mark.area = place.bar;
        if (mark.area.height() < 8)
            mark.area.setTop(mark.area.bottom() - 8);
        marks.append(mark);
        if (place.loss.isEmpty())
            continue;
        Mark loss;
        loss.title = tr("Lost before %1").arg(m_funnel.steps[place.step]);
        loss.rows = {{tr("Customers"),
                      format.integer(series.counts.value(place.step - 1) - series.counts.value(place.step))},
                     {tr("Still open"), format.integer(series.stillOpen.value(place.step))}};
        loss.area = place.loss.adjusted(0, 0, 0, -std::min(6.0, place.loss.height() / 3));
        marks.append(loss);
    }
    return marks;
}

void StepFunnelChart::applyStyle()
{
    for (QCPAxis *axis : {plot()->xAxis, plot()->yAxis, plot()->xAxis2, plot()->yAxis2}) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
    setPlotMargins(0, 0, 0, 0);
}

QList<QStringList> StepFunnelChart::dataTable() const
{
    QList<QStringList> table{{tr("Step"), tr("Series"), tr("Customers"), tr("Of the step before"),
                              tr("Median days"), tr("Still open"), tr("Lifetime value")}};
    for (int s = 0; s < m_funnel.series.size(); ++s) {
        const StepFunnel::Series &series = m_funnel.series[s];
        for (int step = 0; step < m_funnel.steps.size(); ++step) {
            const double days = series.medianDays.value(step, std::nan(""));
            table.append({m_funnel.steps[step], series.name, QString::number(series.counts.value(step)),
                          std::isfinite(rate(s, step)) ? QString::number(rate(s, step), 'f', 4) : QString(),
                          std::isfinite(days) ? QString::number(days, 'f', 2) : QString(),
                          QString::number(series.stillOpen.value(step)),
                          QString::number(series.values.value(step), 'f', 2)});
        }
    }
    return table;
}
