#include "ui/charts/heattablechart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"
#include "ui/style/painttext.h"

#include <algorithm>

namespace {

constexpr double smallestCell = 34;
constexpr double gap = 1;

} // namespace

HeatTableChart::HeatTableChart(const QString &name, Display &display, QWidget *parent)
    : Chart(name, display, parent)
{
    setMirrors(true);
    connect(this, &Chart::markActivated, this, [this](int index) {
        const QList<Place> all = places();
        if (index >= 0 && index < all.size())
            emit cellActivated(all[index].row, all[index].column);
    });
}

void HeatTableChart::setMaker(Maker maker)
{
    m_make = std::move(maker);
    m_table = m_make ? m_make(display()) : HeatTable();
    dataChanged(m_table.rows.isEmpty());
    updateGeometry();
}

void HeatTableChart::retranslate()
{
    if (m_make)
        m_table = m_make(display());
    setEmptyText(m_table.emptyTitle, m_table.emptyReason);
    setTexts(m_table.name, m_table.finding, m_table.title, m_table.subtitle);
}

double HeatTableChart::rowHeight() const { return display().lineHeight(Theme::TextRole::Table) + 6; }

double HeatTableChart::headHeight() const { return display().lineHeight(Theme::TextRole::Axis) + 8; }

double HeatTableChart::nameWidth() const
{
    double width = PlotTools::textWidth(display(), m_table.corner, Theme::TextRole::Axis);
    for (const HeatTable::Row &row : m_table.rows)
        width = std::max(width, PlotTools::textWidth(display(), row.name, Theme::TextRole::Table,
                                                     row.isStrong ? QFont::DemiBold : QFont::Normal));
    return std::min(width + 14, 0.3 * plot()->viewport().width());
}

double HeatTableChart::sizeWidth() const
{
    if (m_table.size.isEmpty())
        return 0;
    double width = PlotTools::textWidth(display(), m_table.size, Theme::TextRole::Axis);
    for (const HeatTable::Row &row : m_table.rows)
        width = std::max(width, PlotTools::textWidth(display(), row.size, Theme::TextRole::Table,
                                                     QFont::DemiBold));
    return width + 16;
}

QRectF HeatTableChart::flipped(const QRectF &rect) const
{
    if (!isMirrored())
        return rect;
    const QRectF all = plot()->viewport();
    return {all.left() + all.right() - rect.right(), rect.top(), rect.width(), rect.height()};
}

QRectF HeatTableChart::cellRect(int row, int column) const
{
    const QRectF all = plot()->viewport();
    const double start = all.left() + nameWidth() + sizeWidth();
    const double width = (all.right() - start) / double(std::max<qsizetype>(1, m_table.columns.size()));
    const double height = std::min(
        2 * rowHeight(), std::max(rowHeight(), (all.height() - headHeight())
                                                   / double(std::max<qsizetype>(1, m_table.rows.size()))));
    return flipped(QRectF(start + column * width, all.top() + headHeight() + row * height,
                          width - gap, height - gap));
}

QList<HeatTableChart::Place> HeatTableChart::places() const
{
    QList<Place> all;
    for (int row = 0; row < m_table.rows.size(); ++row) {
        for (int column = 0; column < m_table.rows[row].cells.size(); ++column) {
            if (m_table.rows[row].cells[column].isPresent())
                all.append({row, column});
        }
    }
    return all;
}

void HeatTableChart::drawOver(QCPPainter *painter) const
{
    const QRectF all = plot()->viewport();
    const Qt::Alignment start =
        (isMirrored() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    const Qt::Alignment end = (isMirrored() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    const double names = nameWidth();
    const double sizes = sizeWidth();
    PlotTools::drawText(painter, display(),
                        flipped(QRectF(all.left() + 2, all.top(), names, headHeight())), start,
                        m_table.corner, "text3");
    if (sizes > 0)
        PlotTools::drawText(painter, display(),
                            flipped(QRectF(all.left() + names, all.top(), sizes - 8, headHeight())),
                            end, m_table.size, "text3");
    double occupied = -1e9;
    for (int column = 0; column < m_table.columns.size(); ++column) {
        const QRectF cell = cellRect(0, column);
        const QString &text = m_table.columns[column];
        const QFont font = display().font(Theme::TextRole::Axis);
        const double room = m_table.columns.size() > 14 ? 1e6 : cell.width();
        const QString shown = PaintText::elided(font, text, room);
        const double half = PaintText::width(font, shown) / 2;
        const double way = isMirrored() ? -cell.center().x() : cell.center().x();
        if (way - half < occupied + 3)
            continue; // labels that would touch are thinned out
        occupied = way + half;
        PlotTools::drawText(painter, display(),
                            QRectF(cell.center().x() - half - 2, all.top(), 2 * half + 4, headHeight()),
                            Qt::AlignCenter, shown, "text3");
    }
    for (int row = 0; row < m_table.rows.size(); ++row) {
        const HeatTable::Row &entry = m_table.rows[row];
        const QRectF first = cellRect(row, 0);
        const QFont::Weight weight = entry.isStrong ? QFont::DemiBold : QFont::Normal;
        const QRectF name(all.left() + 2, first.top(), names - 6, first.height());
        PlotTools::drawText(painter, display(), flipped(name), start,
                            PaintText::elided(PlotTools::font(display(), Theme::TextRole::Table, weight),
                                              entry.name, name.width()),
                            "text", Theme::TextRole::Table, weight);
        if (sizes > 0)
            PlotTools::drawText(painter, display(),
                                flipped(QRectF(all.left() + names, first.top(), sizes - 8, first.height())),
                                end, entry.size, "text2", Theme::TextRole::Table, weight);
        for (int column = 0; column < entry.cells.size(); ++column) {
            const HeatTable::Cell &cell = entry.cells[column];
            if (!cell.isPresent())
                continue;
            const QRectF rect = cellRect(row, column);
            QColor ground = display().color("surface");
            if (std::isfinite(cell.position))
                ground = display().theme().sequential(std::clamp(cell.position, 0.0, 1.0));
            else if (entry.isStrong)
                ground = display().color("surface2");
            painter->fillRect(rect, ground);
            if (cell.isHatched) {
                // Lines instead of a pattern brush, which a report's PDF would blow up.
                painter->save();
                painter->setClipRect(rect);
                painter->setPen(QPen(display().color("surface"), 1.2));
                for (double x = rect.left() - rect.height(); x < rect.right(); x += 6)
                    painter->drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
                painter->restore();
            }
            painter->setFont(PlotTools::font(display(), Theme::TextRole::Axis, weight));
            if (PaintText::width(painter->font(), cell.text) > rect.width() - 1)
                continue; // the tooltip has it
            if (cell.isHatched) {
                // Keeps the number readable over the hatching.
                const double half = PaintText::width(painter->font(), cell.text) / 2 + 2;
                painter->fillRect(QRectF(rect.center().x() - half, rect.top() + 3, 2 * half,
                                         rect.height() - 6),
                                  ground);
            }
            painter->setPen(QPen(std::isfinite(cell.position) ? Theme::textOn(ground)
                                                              : display().color("text")));
            PaintText::draw(*painter, display(), rect, Qt::AlignCenter, cell.text);
        }
    }
}

QList<Chart::Mark> HeatTableChart::buildMarks() const
{
    QList<Mark> marks;
    for (const Place &place : places()) {
        const HeatTable::Cell &cell = m_table.rows[place.row].cells[place.column];
        Mark mark;
        mark.title = cell.title.isEmpty() ? m_table.rows[place.row].name : cell.title;
        mark.rows = cell.rows;
        mark.area = cellRect(place.row, place.column);
        marks.append(mark);
    }
    return marks;
}

int HeatTableChart::neighbour(int index, Qt::Key key) const
{
    const QList<Place> all = places();
    if (index < 0 || index >= all.size() || (key != Qt::Key_Up && key != Qt::Key_Down))
        return Chart::neighbour(index, key);
    const int step = key == Qt::Key_Up ? -1 : 1;
    const Place from = all[index];
    int best = index;
    for (int i = index + step; i >= 0 && i < all.size(); i += step) {
        if (all[i].row == from.row)
            continue;
        if (all[i].row != from.row + step && best != index)
            break;
        if (best == index || std::abs(all[i].column - from.column) < std::abs(all[best].column - from.column))
            best = i;
    }
    return best;
}

void HeatTableChart::applyStyle()
{
    for (QCPAxis *axis : {plot()->xAxis, plot()->yAxis, plot()->xAxis2, plot()->yAxis2}) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
    setPlotMargins(0, 0, 0, 0);
}

QSize HeatTableChart::minimumSizeHint() const
{
    return {320, int(headHeight() + double(std::max<qsizetype>(m_table.rows.size(), 4)) * rowHeight()) + 2};
}

QSize HeatTableChart::exportSize() const
{
    const double cells = smallestCell * double(std::max<qsizetype>(m_table.columns.size(), 8));
    return {int(std::max(640.0, 190 + cells)), minimumSizeHint().height() + 50};
}

QList<QStringList> HeatTableChart::dataTable() const
{
    QStringList head{m_table.corner};
    if (!m_table.size.isEmpty())
        head.append(m_table.size);
    QList<QStringList> rows{head + m_table.columns};
    for (const HeatTable::Row &row : m_table.rows) {
        QStringList cells{row.name};
        if (!m_table.size.isEmpty())
            cells.append(row.size);
        for (const HeatTable::Cell &cell : row.cells)
            cells.append(std::isfinite(cell.value) ? QString::number(cell.value, 'g', 8) : QString());
        rows.append(cells);
    }
    return rows;
}
