#include "ui/charts/lifecyclefunnelchart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"
#include "ui/style/painttext.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr double gapShare = 0.58; ///< of a column's width
constexpr double ownerHeight = 24;

Theme::Category departmentColor(Lifecycle::Department department)
{
    switch (department) {
    case Lifecycle::Department::Marketing:
        return Theme::Blue;
    case Lifecycle::Department::Sales:
        return Theme::Amber;
    case Lifecycle::Department::CustomerSuccess:
        return Theme::Teal;
    case Lifecycle::Department::Service:
        return Theme::Violet;
    case Lifecycle::Department::Other:
        break;
    }
    return Theme::Stone;
}

} // namespace

/// Where everything is, in plot pixels; columns in order of stages, mirrored already.
struct LifecycleFunnelChart::Geometry
{
    QRectF all;
    QRectF bars; ///< between the stage names and the base line
    double nameTop = 0;
    double rowsTop = 0;
    double rowHeight = 0;
    double column = 0;
    double gap = 0;
    bool mirrored = false;
    QList<QRectF> columns; ///< full height of the bars
    QList<double> tops;    ///< of each column

    [[nodiscard]] double gapCenter(qsizetype before) const
    {
        return mirrored ? columns[before].right() + gap / 2 : columns[before].left() - gap / 2;
    }
    [[nodiscard]] QRectF bar(qsizetype i) const
    {
        return {columns[i].left(), tops[i], columns[i].width(), bars.bottom() - tops[i]};
    }
};

LifecycleFunnelChart::LifecycleFunnelChart(Display &display, QWidget *parent)
    : Chart(u"lifecycle-funnel"_s, display, parent)
{
    setMirrors(true);
    connect(this, &Chart::markActivated, this, [this](int index) {
        const Place place = places().value(index, {-1, Part::Stage});
        if (place.stage < 0)
            return;
        if (place.part == Part::Stage)
            emit stageActivated(place.stage);
        else
            emit customersWanted(place.stage, place.part == Part::Loss);
    });
}

void LifecycleFunnelChart::setData(const Lifecycle::LifecycleFunnel &funnel)
{
    m_funnel = funnel;
    const qsizetype stages = std::min(m_funnel.levels.size(), m_funnel.lifecycle.stages.size());
    m_funnel.levels.resize(stages);
    m_funnel.lifecycle.stages.resize(stages);
    if (m_selected >= stages)
        m_selected = -1;
    dataChanged(stages == 0 || m_funnel.levels.first().count == 0);
}

void LifecycleFunnelChart::setValues(const QList<double> &values, const QString &currency)
{
    m_values = values;
    m_currency = currency;
    dataChanged(isEmpty());
}

bool LifecycleFunnelChart::showsValues() const
{
    return m_mode == Mode::Value && m_values.size() == m_funnel.levels.size();
}

double LifecycleFunnelChart::columnValue(qsizetype stage) const
{
    return showsValues() ? m_values[stage] : double(m_funnel.levels[stage].count);
}

void LifecycleFunnelChart::setMode(Mode mode)
{
    m_mode = mode;
    dataChanged(isEmpty());
}

void LifecycleFunnelChart::setSelectedStage(int stage)
{
    m_selected = stage;
    replotQueued();
}

QSize LifecycleFunnelChart::minimumSizeHint() const
{
    return {int(60 * std::max<qsizetype>(3, m_funnel.levels.size())), 330};
}

bool LifecycleFunnelChart::hasComparison() const
{
    return std::any_of(m_funnel.levels.begin(), m_funnel.levels.end(),
                       [](const auto &level) { return std::isfinite(level.previousStepRate); });
}

QString LifecycleFunnelChart::stageName(qsizetype stage) const
{
    const Lifecycle::Stage &entry = m_funnel.lifecycle.stages[stage];
    return display().isArabic() && !entry.nameArabic.isEmpty() ? entry.nameArabic
                                                               : entry.nameEnglish;
}

QString LifecycleFunnelChart::levelText(qsizetype stage) const
{
    const Lifecycle::StageLevel &level = m_funnel.levels[stage];
    if (showsValues())
        return display().format().moneyShort(m_values[stage], m_currency);
    return m_mode == Mode::Percent
               ? display().format().percent(level.shareOfAll, level.shareOfAll < 0.1 ? 1 : 0)
               : display().format().integer(level.count);
}

void LifecycleFunnelChart::retranslate()
{
    setEmptyText(tr("Nobody entered the lifecycle in this period"),
                 tr("The funnel counts customers whose first stage lies in the period. Choose a "
                    "longer period, or "
                    "import events and orders."),
                 u"lifecycle"_s);
    if (m_funnel.levels.isEmpty()) {
        setTexts(tr("Lifecycle funnel"), {}, {}, {});
        return;
    }
    const NumberFormat &format = display().format();
    // The finding: where most are lost.
    qsizetype worst = -1;
    for (qsizetype i = 1; i < m_funnel.levels.size(); ++i) {
        if (m_funnel.levels[i - 1].count > 0
            && (worst < 0 || m_funnel.levels[i].stepRate < m_funnel.levels[worst].stepRate))
            worst = i;
    }
    QString title;
    if (worst > 0) {
        title = tr("%1 → %2 loses most: %3 pass")
                    .arg(stageName(worst - 1), stageName(worst),
                         format.percent(m_funnel.levels[worst].stepRate));
    }
    const QString entered = PlotTools::counted(
        display(), tr("%n contact(s)", nullptr, int(m_funnel.levels.first().count)),
        m_funnel.levels.first().count);
    setTexts(tr("Lifecycle funnel"),
             tr("Of %1, %2 became customers. %3")
                 .arg(entered, format.percent(m_funnel.contactToCustomer, 1), title),
             title,
             m_funnel.period.isValid()
                 ? tr("contacts entering %1").arg(format.dateRange(m_funnel.period))
                 : tr("contacts entering"));
}

void LifecycleFunnelChart::applyStyle()
{
    for (QCPAxis *axis : {plot()->xAxis, plot()->yAxis, plot()->xAxis2, plot()->yAxis2}) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
    setPlotMargins(0, 0, 0, 0);
}

LifecycleFunnelChart::Geometry LifecycleFunnelChart::geometry() const
{
    Geometry g;
    g.mirrored = isMirrored();
    g.all = QRectF(plot()->viewport()).adjusted(1, 0, -1, -2);
    const auto stages = double(m_funnel.levels.size());
    g.column = g.all.width() / (stages + (stages - 1) * gapShare);
    g.gap = g.column * gapShare;
    g.rowHeight = display().lineHeight(Theme::TextRole::Axis) + 14;
    const int rows = hasComparison() ? 3 : 2;
    g.nameTop = g.all.top() + ownerHeight + 8;
    const double barsTop = g.nameTop + display().lineHeight(Theme::TextRole::Body) + 22;
    g.rowsTop = g.all.bottom() - rows * g.rowHeight - 4;
    g.bars = QRectF(g.all.left(), barsTop, g.all.width(), std::max(30.0, g.rowsTop - 4 - barsTop));
    double most = 0;
    for (qsizetype i = 0; i < m_funnel.levels.size(); ++i)
        most = std::max(most, columnValue(i));
    for (qsizetype i = 0; i < m_funnel.levels.size(); ++i) {
        const double offset = double(i) * (g.column + g.gap);
        const double left = g.mirrored ? g.all.right() - offset - g.column : g.all.left() + offset;
        g.columns.append(QRectF(left, g.bars.top(), g.column, g.bars.height()));
        const double share = most > 0 ? columnValue(i) / most : 0;
        g.tops.append(
            g.bars.bottom()
            - std::max(m_funnel.levels[i].count > 0 ? 2.0 : 0.0, share * g.bars.height()));
    }
    return g;
}

void LifecycleFunnelChart::drawOver(QCPPainter *painter) const
{
    const Geometry g = geometry();
    drawOwners(painter, g);
    drawColumns(painter, g);
    drawRows(painter, g);
    drawTurningPoint(painter, g);
    drawSteps(painter, g);
    if (m_selected >= 0 && m_selected < g.columns.size()) {
        QRectF frame = g.columns[m_selected].adjusted(-4, 0, 4, 0);
        frame.setTop(g.nameTop - 2);
        frame.setBottom(g.all.bottom());
        painter->setPen(QPen(display().color("primary"), 1.6));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(frame, 5, 5);
    }
}

void LifecycleFunnelChart::drawOwners(QCPPainter *painter, const Geometry &g) const
{
    const auto &stages = m_funnel.lifecycle.stages;
    qsizetype from = 0;
    for (qsizetype i = 1; i <= stages.size(); ++i) {
        if (i < stages.size() && stages[i].accountable == stages[from].accountable
            && stages[i].hasOwner == stages[from].hasOwner && i != m_funnel.lifecycle.turningPoint())
            continue;
        const QRectF first = g.columns[from];
        const QRectF last = g.columns[i - 1];
        const double reach = g.gap / 2 - 4;
        const double left = std::max(g.all.left(), std::min(first.left(), last.left()) - reach);
        const double right = std::min(g.all.right(), std::max(first.right(), last.right()) + reach);
        const QRectF band(left, g.all.top() + 0.5, right - left, ownerHeight - 1);
        painter->setPen(QPen(display().color("border"), 1));
        painter->setBrush(display().color("surface2"));
        painter->drawRoundedRect(band, 3, 3);
        QRectF bar(band.left(), band.top(), 4, band.height());
        if (g.mirrored)
            bar.moveRight(band.right());
        const bool hasOwner = stages[from].hasOwner;
        painter->fillRect(
            bar, hasOwner ? display().theme().category(departmentColor(stages[from].accountable))
                          : display().color("warn"));
        const QString owner = hasOwner ? Lifecycle::departmentTitle(stages[from].accountable)
                                       : tr("No owner");
        const QFont font = PlotTools::font(display(), Theme::TextRole::Axis, QFont::Medium);
        PlotTools::drawText(painter, display(), band, Qt::AlignCenter,
                            PaintText::elided(font, owner, band.width() - 14), "text",
                            Theme::TextRole::Axis, QFont::Medium);
        from = i;
    }
}

void LifecycleFunnelChart::drawColumns(QCPPainter *painter, const Geometry &g) const
{
    const double nameLine = display().lineHeight(Theme::TextRole::Body);
    const double valueLine = display().lineHeight(Theme::TextRole::Body);
    const double base = g.bars.bottom();
    for (qsizetype i = 0; i < g.columns.size(); ++i) {
        const Lifecycle::Stage &stage = m_funnel.lifecycle.stages[i];
        const qsizetype chosen = Lifecycle::stageColours().indexOf(stage.colour);
        const int side = stage.side == Lifecycle::Side::ValueCreation ? Theme::Blue : Theme::Teal;
        const QColor fill = display().theme().category(chosen >= 0 ? int(chosen) : side);
        const QRectF bar = g.bar(i);
        if (i > 0) {
            // The way from the stage before, and its level as an outline above this one.
            QColor wash = fill;
            wash.setAlphaF(0.10F);
            const QRectF before = g.bar(i - 1);
            const double from = g.mirrored ? before.left() : before.right();
            const double until = g.mirrored ? bar.right() : bar.left();
            QPainterPath way(QPointF(from, before.top()));
            way.lineTo(until, bar.top());
            way.lineTo(until, base);
            way.lineTo(from, base);
            way.closeSubpath();
            painter->fillPath(way, wash);
            const QRectF outline(bar.left() + 0.5, before.top() + 0.5, bar.width() - 1,
                                 bar.top() - before.top());
            if (outline.height() > 1) {
                painter->setPen(QPen(display().color("borderStrong"), 1, Qt::DashLine));
                painter->setBrush(display().color("surface2"));
                painter->drawRect(outline);
            }
        }
        PlotTools::drawBar(painter, bar, fill);
        const QFont nameFont = PlotTools::font(display(), Theme::TextRole::Body, QFont::DemiBold);
        PlotTools::drawText(painter, display(),
                            QRectF(bar.center().x() - (g.column + g.gap) / 2, g.nameTop,
                                   g.column + g.gap, nameLine),
                            Qt::AlignCenter,
                            PaintText::elided(nameFont, stageName(i), g.column + g.gap - 6), "text",
                            Theme::TextRole::Body, QFont::DemiBold);
        // Within the outline where it fits, else above it.
        const double reach =
            i > 0 && bar.top() - g.tops[i - 1] < valueLine + 4 ? g.tops[i - 1] : bar.top();
        QRectF valueRect(bar.center().x() - g.column, reach - valueLine - 2, 2 * g.column,
                         valueLine);
        const bool inside = i == 0 && bar.height() > 2 * valueLine;
        if (inside)
            valueRect.moveTop(bar.top() + 5);
        painter->setFont(PlotTools::font(display(), Theme::TextRole::Body, QFont::DemiBold));
        painter->setPen(QPen(inside ? Theme::textOn(fill) : display().color("text")));
        PaintText::draw(*painter, display(), valueRect, Qt::AlignCenter, levelText(i));
    }
    painter->setPen(QPen(display().color("borderStrong"), 1));
    painter->drawLine(QPointF(g.all.left(), base + 0.5), QPointF(g.all.right(), base + 0.5));
}

void LifecycleFunnelChart::drawSteps(QCPPainter *painter, const Geometry &g) const
{
    const double line = display().lineHeight(Theme::TextRole::Axis) + 5;
    for (qsizetype i = 1; i < g.columns.size(); ++i) {
        const QString text = display().format().percent(m_funnel.levels[i].stepRate);
        const double center = g.gapCenter(i);
        const double width =
            PlotTools::textWidth(display(), text, Theme::TextRole::Axis, QFont::DemiBold) + 12;
        const QRectF chip(center - width / 2, g.bars.bottom() - line - 20, width, line);
        painter->setPen(QPen(display().color("border"), 1));
        painter->setBrush(display().color("surface"));
        painter->drawRoundedRect(chip, line / 2, line / 2);
        PlotTools::drawText(painter, display(), chip, Qt::AlignCenter, text, "text",
                            Theme::TextRole::Axis, QFont::DemiBold);
        const double way = g.mirrored ? -1 : 1;
        const QPointF tip(center + 2.5 * way, g.bars.bottom() - 10);
        painter->setPen(QPen(display().color("text3"), 1.4, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(tip, QPointF(tip.x() - 4 * way, tip.y() - 4));
        painter->drawLine(tip, QPointF(tip.x() - 4 * way, tip.y() + 4));
    }
}

void LifecycleFunnelChart::drawTurningPoint(QCPPainter *painter, const Geometry &g) const
{
    const int turn = m_funnel.lifecycle.turningPoint();
    if (turn <= 0 || turn >= g.columns.size())
        return;
    const double x = g.gapCenter(turn);
    painter->setPen(QPen(display().theme().category(Theme::Amber), 2, Qt::DashLine));
    painter->drawLine(QPointF(x, g.all.top() + ownerHeight + 4), QPointF(x, g.all.bottom()));

    const NumberFormat &format = display().format();
    const QString title = tr("Turning point");
    const QString sides = tr("Value creation → value expansion");
    const QString share =
        tr("%1 of contacts cross it").arg(format.percent(m_funnel.turnedShare, 1));
    const double width =
        std::max({PlotTools::textWidth(display(), title, Theme::TextRole::Axis, QFont::DemiBold),
                  PlotTools::textWidth(display(), sides), PlotTools::textWidth(display(), share)})
        + 20;
    const double line = display().lineHeight(Theme::TextRole::Axis) + 1;
    const double height = 3 * line + 12;
    const double top = g.bars.top() + std::max(0.0, std::min(20.0, (g.bars.height() - height) / 4));

    // On the side of expansion when there is room above its columns, else on the other; nowhere
    // otherwise.
    const auto fits = [&](const QRectF &box) {
        if (box.left() < g.all.left() || box.right() > g.all.right())
            return false;
        for (qsizetype i = 0; i < g.columns.size(); ++i) {
            const double reach = i > 0 ? g.tops[i - 1] : g.tops[i]; // the outline above the column
            const double valueTop = g.tops[i] - line - 6;
            if (box.left() < g.columns[i].right() && box.right() > g.columns[i].left()
                && box.bottom() + 4 > std::min(reach, valueTop))
                return false;
        }
        return true;
    };
    const double side = g.mirrored ? -1 : 1;
    QRectF box;
    for (const double y : {top, g.bars.top(), g.bars.top() - 18}) {
        for (const double way : {side, -side}) {
            if (box.isNull() && fits(QRectF(way > 0 ? x + 10 : x - 10 - width, y, width, height)))
                box = QRectF(way > 0 ? x + 10 : x - 10 - width, y, width, height);
        }
    }
    if (box.isNull())
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(display().color("warnBg"));
    painter->drawRoundedRect(box, 3, 3);
    const Qt::Alignment start =
        (display().isArabic() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    QRectF row(box.left() + 10, box.top() + 6, box.width() - 20, line);
    PlotTools::drawText(painter, display(), row, start, title, "warn", Theme::TextRole::Axis,
                        QFont::DemiBold);
    row.translate(0, line);
    PlotTools::drawText(painter, display(), row, start, sides, "text");
    row.translate(0, line);
    PlotTools::drawText(painter, display(), row, start, share, "text2");
}

void LifecycleFunnelChart::drawRows(QCPPainter *painter, const Geometry &g) const
{
    const NumberFormat &format = display().format();
    const int rows = hasComparison() ? 3 : 2;
    const QStringList names{tr("Drop-off"), tr("Median days from previous"),
                            tr("Change vs comparison")};
    const Qt::Alignment start =
        (display().isArabic() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    const QFont font = display().font(Theme::TextRole::Axis);
    const double cell = g.column + g.gap - 6;
    for (int row = 0; row < rows; ++row) {
        const double top = g.rowsTop + row * g.rowHeight;
        if (row > 0) {
            painter->setPen(QPen(display().color("grid"), 1));
            painter->drawLine(QPointF(g.all.left(), top + 0.5), QPointF(g.all.right(), top + 0.5));
        }
        double widest = 0;
        for (qsizetype i = 1; i < g.columns.size(); ++i) {
            const Lifecycle::StageLevel &level = m_funnel.levels[i];
            const QRectF place(g.columns[i].center().x() - cell / 2, top, cell, g.rowHeight);
            if (row < 2) {
                const QString text = row == 0 ? (level.dropOff > 0 ? format.integer(-level.dropOff)
                                                                   : format.integer(0))
                                              : format.duration(level.medianDays);
                PlotTools::drawText(painter, display(), place, Qt::AlignCenter, text, "text");
                if (i == 1)
                    widest = PlotTools::textWidth(display(), text);
                continue;
            }
            const double change = (level.stepRate - level.previousStepRate) * 100;
            if (!std::isfinite(change)) {
                PlotTools::drawText(painter, display(), place, Qt::AlignCenter, u"–"_s, "text3");
                continue;
            }
            const char *token = change > 0.05 ? "good" : change < -0.05 ? "bad" : "text2";
            const QString text =
                tr("%1 pts", "percentage points").arg(format.decimal(std::abs(change), 1));
            const double width =
                PlotTools::textWidth(display(), text, Theme::TextRole::Axis, QFont::DemiBold);
            PlotTools::drawText(painter, display(), place.translated(g.mirrored ? -5 : 5, 0),
                                Qt::AlignCenter, text, token, Theme::TextRole::Axis,
                                QFont::DemiBold);
            if (std::abs(change) > 0.05) {
                const double x = place.center().x() + (g.mirrored ? 1 : -1) * (width / 2 + 3);
                PaintText::drawTriangle(*painter, {x, place.center().y()}, 7, change > 0,
                                        display().color(token));
            }
            if (i == 1)
                widest = width + 14;
        }
        // The row's name stands under the first stage, which has no step before it.
        const double room =
            g.columns.size() > 1
                ? std::abs(g.columns[1].center().x() - (g.mirrored ? g.all.right() : g.all.left()))
                      - widest / 2 - 8
                : g.all.width();
        const QRectF nameRect(g.mirrored ? g.all.right() - room : g.all.left(), top, room,
                              g.rowHeight);
        PlotTools::drawText(painter, display(), nameRect, start,
                            PaintText::elided(font, names[row], room), "text2");
    }
}

QList<LifecycleFunnelChart::Place> LifecycleFunnelChart::places() const
{
    QList<Place> places;
    const auto stages = int(m_funnel.levels.size());
    for (int stage = 0; stage < stages; ++stage)
        places.append({stage, Part::Stage});
    // Later marks lie on top: the loss and the column within their stage, the column over the loss,
    // so that a low one can be hit.
    for (int stage = 0; stage < stages; ++stage) {
        if (m_funnel.levels[stage].dropOff > 0)
            places.append({stage, Part::Loss});
        if (m_funnel.levels[stage].count > 0)
            places.append({stage, Part::Column});
    }
    return places;
}

QList<Chart::Mark> LifecycleFunnelChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    const Geometry g = geometry();
    QList<Mark> marks;
    for (const Place &place : places()) {
        const qsizetype i = place.stage;
        const Lifecycle::StageLevel &level = m_funnel.levels[i];
        const QRectF bar = g.bar(i);
        Mark mark;
        mark.title = stageName(i);
        mark.area = g.columns[i];
        if (place.part == Part::Loss) {
            mark.title = tr("Lost before %1").arg(stageName(i));
            mark.rows = {{tr("Customers"), format.integer(level.dropOff)}};
            if (level.stillOpen > 0)
                mark.rows.append({tr("Still within the window"), format.integer(level.stillOpen)});
            const double before = g.tops[i - 1];
            const QRectF figure(bar.left() - g.gap / 2, g.rowsTop, bar.width() + g.gap, g.rowHeight);
            mark.shape.addRect(figure);
            if (bar.top() - before > 2)
                mark.shape.addRect(
                    QRectF(QPointF(bar.left(), before), QPointF(bar.right(), bar.top())));
            mark.area = mark.shape.boundingRect();
            marks.append(mark);
            continue;
        }
        mark.rows = {{tr("Customers"), format.integer(level.count)}};
        if (i > 0) {
            mark.rows.append({tr("Of previous stage"), format.percent(level.stepRate, 1)});
            mark.rows.append({tr("Of first stage"), format.percent(level.shareOfAll, 1)});
            mark.rows.append({tr("Median time"), format.duration(level.medianDays)});
            if (level.stillOpen > 0)
                mark.rows.append({tr("Still within the window"), format.integer(level.stillOpen)});
        }
        if (m_values.size() == m_funnel.levels.size())
            mark.rows.append({tr("Lifetime value"), format.moneyShort(m_values[i], m_currency)});
        if (level.previousCount >= 0)
            mark.rows.append({tr("In the comparison"), format.integer(level.previousCount)});
        if (place.part == Part::Column) {
            mark.title = tr("Customers in %1").arg(stageName(i));
            constexpr double least = 8; // to be hit at all
            mark.shape.addRect(bar.adjusted(0, std::min(0.0, bar.height() - least), 0, 0));
            mark.area = mark.shape.boundingRect();
        } else {
            mark.rows.append(
                {tr("Owner"), m_funnel.lifecycle.stages[i].hasOwner
                                  ? Lifecycle::departmentTitle(m_funnel.lifecycle.stages[i].accountable)
                                  : tr("No owner")});
            mark.area.setTop(g.nameTop);
            mark.area.setBottom(g.all.bottom());
        }
        marks.append(mark);
    }
    return marks;
}

int LifecycleFunnelChart::neighbour(int index, Qt::Key key) const
{
    const QList<Place> all = places();
    const bool isUpDown = key == Qt::Key_Up || key == Qt::Key_Down;
    const auto stages = int(m_funnel.levels.size());
    if (index < 0 || index >= all.size())
        return std::min(Chart::neighbour(index, key), stages - 1);
    // Up and down: stage, its column, the loss before it. Left and right: the same of the next one.
    const Place now = all[index];
    if (isUpDown) {
        static constexpr Part order[] = {Part::Stage, Part::Column, Part::Loss};
        const int step = key == Qt::Key_Down ? 1 : -1;
        for (int part = int(now.part) + step; part >= 0 && part < 3; part += step) {
            if (const qsizetype at = all.indexOf(Place{now.stage, order[part]}); at >= 0)
                return int(at);
        }
        return index;
    }
    if (key == Qt::Key_Home || key == Qt::Key_End)
        return key == Qt::Key_Home ? 0 : stages - 1;
    const int step = (key == Qt::Key_Right) != isMirrored() ? 1 : -1;
    for (int stage = now.stage + step; stage >= 0 && stage < stages; stage += step) {
        if (const qsizetype at = all.indexOf(Place{stage, now.part}); at >= 0)
            return int(at);
    }
    return index;
}

QList<QStringList> LifecycleFunnelChart::dataTable() const
{
    QList<QStringList> table{{tr("Stage"), tr("Owner"), tr("Customers"), tr("Of previous stage"),
                              tr("Of first stage"), tr("Drop-off"), tr("Median days"),
                              tr("Of previous stage, comparison")}};
    const auto number = [](double value, int decimals) {
        return std::isfinite(value) ? QString::number(value, 'f', decimals) : QString();
    };
    for (qsizetype i = 0; i < m_funnel.levels.size(); ++i) {
        const Lifecycle::StageLevel &level = m_funnel.levels[i];
        table.append({stageName(i),
                      Lifecycle::departmentTitle(m_funnel.lifecycle.stages[i].accountable),
                      QString::number(level.count), number(level.stepRate, 4),
                      number(level.shareOfAll, 4), QString::number(level.dropOff),
                      number(level.medianDays, 2), number(level.previousStepRate, 4)});
    }
    return table;
}
