// How the lifecycle funnel is drawn: owners, columns, steps, turning point, rows.

#include "ui/charts/lifecyclefunnelgeometry.h"
#include "ui/charts/plottools.h"
#include "ui/style/display.h"
#include "ui/style/painttext.h"

#include <QCoreApplication>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

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

/// Where the whole name has no room.
QString shortTitle(Lifecycle::Department department)
{
    //: short for the department "Customer success"
    return department == Lifecycle::Department::CustomerSuccess
               ? QCoreApplication::translate("LifecycleFunnelChart", "Success")
           : department == Lifecycle::Department::Other
               //: short for "Other department"
               ? QCoreApplication::translate("LifecycleFunnelChart", "Other")
               : Lifecycle::departmentTitle(department);
}

} // namespace

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
        const QRectF band(left, g.all.top() + 0.5, right - left, Geometry::ownerHeight - 1);
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
        QString owner = hasOwner ? Lifecycle::departmentTitle(stages[from].accountable)
                                 : tr("No owner");
        const QFont font = PlotTools::font(display(), Theme::TextRole::Axis, QFont::Medium);
        if (hasOwner && PaintText::width(font, owner) > band.width() - 14)
            owner = shortTitle(stages[from].accountable);
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
    painter->drawLine(QPointF(x, g.all.top() + Geometry::ownerHeight + 4), QPointF(x, g.all.bottom()));

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
    const QStringList shortNames{names[0], tr("Median days"), tr("Change")};
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
                            PaintText::width(font, names[row]) <= room
                                ? names[row]
                                : PaintText::elided(font, shortNames[row], room),
                            "text2");
    }
}
