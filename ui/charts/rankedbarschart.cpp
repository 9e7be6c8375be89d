#include "ui/charts/rankedbarschart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"
#include "ui/style/painttext.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr double gap = 10;
constexpr double highestRow = 34;

} // namespace

RankedBarsChart::RankedBarsChart(const QString &name, Display &display, QWidget *parent)
    : Chart(name, display, parent)
{
    setMirrors(true);
}

void RankedBarsChart::setBars(const QList<Bar> &bars, double full)
{
    m_bars = bars;
    m_full = full;
    if (full <= 0) {
        m_full = 0;
        for (const Bar &bar : bars)
            m_full = std::max(m_full, std::isfinite(bar.value) ? bar.value : 0);
    }
}

int RankedBarsChart::preferredHeight() const
{
    const int row = display().lineHeight(Theme::TextRole::Table) + 10;
    return int(std::max<qsizetype>(m_bars.size(), 1)) * row + 8;
}

void RankedBarsChart::applyStyle()
{
    for (QCPAxis *axis : {plot()->xAxis, plot()->yAxis, plot()->xAxis2, plot()->yAxis2}) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
    setPlotMargins(0, 0, 0, 0);
}

QList<RankedBarsChart::Place> RankedBarsChart::places() const
{
    QList<Place> result;
    if (m_bars.isEmpty())
        return result;
    const QRectF all = QRectF(plot()->viewport()).adjusted(2, 2, -2, -2);
    double labels = 0;
    double figures = 0;
    for (const Bar &bar : m_bars) {
        labels = std::max(labels,
                          PlotTools::textWidth(display(), bar.label, Theme::TextRole::Table));
        figures = std::max(figures, PlotTools::textWidth(display(), bar.figure,
                                                         Theme::TextRole::Table, QFont::DemiBold)
                                        + (bar.note.isEmpty()
                                               ? 0
                                               : gap + PlotTools::textWidth(display(), bar.note)));
    }
    labels = std::min(labels + 2, all.width() * 0.36);
    const double track = std::max(24.0, all.width() - labels - figures - 2 * gap);
    const double height = std::min(highestRow, all.height() / double(m_bars.size()));
    const bool mirrored = isMirrored();
    double y = all.top();
    for (const Bar &bar : m_bars) {
        Place place;
        place.row = {all.left(), y, all.width(), height};
        const double share =
            m_full > 0 && std::isfinite(bar.value) ? std::clamp(bar.value / m_full, 0.0, 1.0) : 0;
        const double thick = std::min(18.0, height * 0.62);
        const double top = y + (height - thick) / 2;
        if (mirrored) {
            place.label = {all.right() - labels, y, labels, height};
            place.track = {all.right() - labels - gap - track, top, track, thick};
            place.bar = {place.track.right() - share * track, top, share * track, thick};
        } else {
            place.label = {all.left(), y, labels, height};
            place.track = {all.left() + labels + gap, top, track, thick};
            place.bar = {place.track.left(), top, share * track, thick};
        }
        result.append(place);
        y += height;
    }
    return result;
}

void RankedBarsChart::drawOver(QCPPainter *painter) const
{
    const QList<Place> where = places();
    const bool mirrored = isMirrored();
    const Qt::Alignment start = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    const QFont labelFont = display().font(Theme::TextRole::Table);
    for (qsizetype i = 0; i < where.size(); ++i) {
        const Bar &bar = m_bars[i];
        const Place &place = where[i];
        PlotTools::drawText(painter, display(), place.label, start,
                            PaintText::elided(labelFont, bar.label, place.label.width()), "text",
                            Theme::TextRole::Table);
        PlotTools::drawBar(painter, place.track, display().color("hover"));
        if (place.bar.width() > 0.5)
            PlotTools::drawBar(painter, place.bar, display().theme().category(bar.category));
        const double figure = PlotTools::textWidth(display(), bar.figure, Theme::TextRole::Table,
                                                   QFont::DemiBold)
                              + 2;
        QRectF text(mirrored ? place.track.left() - gap - figure : place.track.right() + gap,
                    place.row.top(), figure, place.row.height());
        PlotTools::drawText(painter, display(), text, start, bar.figure, "text",
                            Theme::TextRole::Table, QFont::DemiBold);
        if (bar.note.isEmpty())
            continue;
        const double note = PlotTools::textWidth(display(), bar.note) + 2;
        text = QRectF(mirrored ? text.left() - gap - note : text.right() + gap, place.row.top(),
                      note, place.row.height());
        PlotTools::drawText(painter, display(), text, start, bar.note, "text3");
    }
}

QList<Chart::Mark> RankedBarsChart::buildMarks() const
{
    QList<Mark> marks;
    const QList<Place> where = places();
    for (qsizetype i = 0; i < where.size(); ++i) {
        Mark mark;
        mark.title = m_bars[i].label;
        mark.rows = m_bars[i].rows;
        mark.area = where[i].row;
        marks.append(mark);
    }
    return marks;
}
