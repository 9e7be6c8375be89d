#include "ui/charts/journeyflowchart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using Journeys::Link;
using Journeys::Node;

JourneyFlowChart::JourneyFlowChart(Display &display, QWidget *parent)
    : Chart(u"journey-flow"_s, display, parent)
{
    setMirrors(true);
    connect(this, &Chart::markActivated, this, [this](int index) {
        const QList<Ribbon> ribbons = layOutFlow().ribbons;
        if (index >= 0 && index < ribbons.size())
            emit linkActivated(ribbons[index].link);
    });
}

void JourneyFlowChart::setData(const Journeys::Journey &journey)
{
    m_journey = journey;
    m_path.reset();
    m_link.reset();
    dataChanged(journey.contacts == 0);
}

void JourneyFlowChart::setOptions(const Options &options)
{
    m_options = options;
    dataChanged(m_journey.contacts == 0);
}

void JourneyFlowChart::setSelection(const std::optional<Journeys::Path> &path)
{
    m_path = path;
    m_link.reset();
    replotQueued();
}

void JourneyFlowChart::setSelectedLink(const std::optional<Link> &link)
{
    m_link = link;
    m_path.reset();
    replotQueued();
}

int JourneyFlowChart::shownStages() const
{
    const int all = int(m_journey.lifecycle.stages.size());
    return m_options.depth > 0 ? std::min(m_options.depth, all) : all;
}

QString JourneyFlowChart::nodeName(const Node &node) const
{
    if (node.kind == Node::Kind::Source) {
        const QString name = m_journey.sources.value(node.index);
        return name.isEmpty() ? tr("Not known") : name;
    }
    const Lifecycle::Stage &stage = m_journey.lifecycle.stages[node.index];
    const QString name =
        display().isArabic() && !stage.nameArabic.isEmpty() ? stage.nameArabic : stage.nameEnglish;
    if (node.kind == Node::Kind::Still)
        return tr("Still in %1").arg(name);
    if (node.kind == Node::Kind::Left)
        return tr("Left after %1").arg(name);
    return name;
}

QString JourneyFlowChart::pathName(const Journeys::Path &path) const
{
    QStringList names{NumberFormat::isolate(nodeName({Node::Kind::Source, path.source}))};
    for (const int stage : path.stages)
        names.append(nodeName({Node::Kind::Stage, stage}));
    return names.join(isMirrored() || display().isArabic() ? u" ← "_s : u" → "_s);
}

void JourneyFlowChart::retranslate()
{
    setEmptyText(tr("Nobody began a journey in this period"),
                 tr("Choose a longer period, or import events."), u"lifecycle"_s);
    QString finding;
    int worst = -1;
    for (int stage = 0; stage + 1 < m_journey.stages.size(); ++stage) {
        if (m_journey.stages[stage].left > 0
            && (worst < 0 || m_journey.stages[stage].left > m_journey.stages[worst].left))
            worst = stage;
    }
    if (worst >= 0) {
        finding = tr("Most contacts are lost after %1: %2 of %3")
                      .arg(nodeName({Node::Kind::Stage, worst}),
                           display().format().integer(m_journey.stages[worst].left),
                           display().format().integer(m_journey.stages[worst].contacts));
    }
    const QString days = PlotTools::counted(
        display(), tr("left: silent for more than %n day(s)", nullptr, m_journey.query.quietDays),
        m_journey.query.quietDays);
    setTexts(tr("Journey through the stages"), finding, finding, days);
}

QColor JourneyFlowChart::stageColour(int stage) const
{
    const Lifecycle::Stage &entry = m_journey.lifecycle.stages[stage];
    if (m_options.colour == Colour::Owner) {
        static constexpr int ofDepartment[] = {Theme::Blue, Theme::Amber, Theme::Teal, Theme::Violet,
                                               Theme::Stone};
        return display().theme().category(
            entry.hasOwner ? ofDepartment[std::size_t(entry.accountable)] : Theme::Stone);
    }
    return display().theme().category(
        entry.side == Lifecycle::Side::ValueCreation ? Theme::Blue : Theme::Teal);
}

bool JourneyFlowChart::isShown(const Link &link) const
{
    const int shown = shownStages();
    if (link.contacts < m_options.leastContacts)
        return false;
    if (link.from.kind == Node::Kind::Source)
        return link.from.index < mostSources && link.to.index < shown;
    if (link.from.index >= shown || (link.to.kind == Node::Kind::Stage && link.to.index >= shown))
        return false;
    if (link.to.kind == Node::Kind::Still)
        return m_options.still && link.from.index + 1 < m_journey.lifecycle.stages.size();
    if (link.to.kind == Node::Kind::Left)
        return m_options.left && link.from.index + 1 < m_journey.lifecycle.stages.size();
    return link.to.index > link.from.index || m_options.returns;
}

bool JourneyFlowChart::isEmphasised(const Link &link) const
{
    if (m_link)
        return link.from == m_link->from && link.to == m_link->to;
    return !m_path || Journeys::takes(*m_path, link.from, link.to);
}

void JourneyFlowChart::drawOver(QCPPainter *painter) const
{
    const Layout layout = layOutFlow();
    const bool dark = display().theme().isDark();
    for (const Ribbon &drawn : layout.ribbons) {
        QColor fill = drawn.colour;
        fill.setAlphaF(isEmphasised(drawn.link) ? (m_path || m_link ? 0.55f : dark ? 0.42f : 0.3f)
                                                : 0.1f);
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawPath(drawn.shape);
    }
    drawBars(painter, layout);
    drawTurningPoint(painter, layout);
    drawLegend(painter, layout);
}

void JourneyFlowChart::drawBars(QCPPainter *painter, const Layout &layout) const
{
    const double line = display().lineHeight(Theme::TextRole::Axis);
    const bool mirrored = isMirrored();
    const Qt::Alignment start = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    for (const Bar &bar : layout.stages) {
        painter->fillRect(bar.rect, bar.colour);
        const double width = std::max(80.0, PlotTools::textWidth(display(), bar.name, Theme::TextRole::Axis, QFont::DemiBold) + 6);
        double left = bar.rect.center().x() - width / 2;
        left = std::clamp(left, layout.all.left(), std::max(layout.all.left(), layout.all.right() - width));
        PlotTools::drawText(painter, display(), QRectF(left, bar.rect.top() - 2 * line - 4, width, line),
                            Qt::AlignCenter, bar.name, "text", Theme::TextRole::Axis,
                            QFont::DemiBold);
        PlotTools::drawText(painter, display(), QRectF(left, bar.rect.top() - line - 3, width, line),
                            Qt::AlignCenter, bar.count, "text2");
    }
    for (const Bar &bar : layout.sources) {
        painter->fillRect(bar.rect, bar.colour);
        const double width = 150;
        const double x = mirrored ? bar.rect.left() - 6 - width : bar.rect.right() + 6;
        const double middle = std::max(bar.rect.center().y(), bar.rect.top() + line / 2);
        PlotTools::drawText(painter, display(), QRectF(x, middle - line, width, line), start,
                            bar.name, "text", Theme::TextRole::Axis, QFont::DemiBold);
        PlotTools::drawText(painter, display(), QRectF(x, middle, width, line), start, bar.count,
                            "text2");
    }
    for (const Bar &bar : layout.ends) {
        painter->fillRect(bar.rect, bar.colour);
        const double width = 90;
        const double x = mirrored ? bar.rect.left() - 5 - width : bar.rect.right() + 5;
        const double middle = bar.rect.center().y();
        const double up = bar.name.isEmpty() ? line / 2 : line;
        const double y = std::min(middle - up, layout.legendTop - 4 - 2 * up);
        PlotTools::drawText(painter, display(), QRectF(x, y, width, line), start, bar.count,
                            bar.token, Theme::TextRole::Axis, QFont::DemiBold);
        if (!bar.name.isEmpty())
            PlotTools::drawText(painter, display(), QRectF(x, y + line - 1, width, line), start,
                                bar.name, "text3");
    }
}

void JourneyFlowChart::drawTurningPoint(QCPPainter *painter, const Layout &layout) const
{
    if (layout.turnX < 0)
        return;
    const double line = display().lineHeight(Theme::TextRole::Axis);
    painter->setPen(QPen(display().theme().category(Theme::Amber), 1.6, Qt::DashLine));
    // Not through the names of the stages.
    painter->drawLine(QPointF(layout.turnX, layout.headTop),
                      QPointF(layout.turnX, layout.headTop + line));
    painter->drawLine(QPointF(layout.turnX, layout.headTop + 3 * line + 8),
                      QPointF(layout.turnX, layout.legendTop - 8));
    const QString before = tr("Value creation");
    const QString after = tr("Value expansion");
    const bool mirrored = isMirrored();
    const QRectF left(layout.turnX - 166, layout.headTop, 158, line);
    const QRectF right(layout.turnX + 8, layout.headTop, 158, line);
    PlotTools::drawText(painter, display(), left, Qt::AlignRight | Qt::AlignVCenter,
                        mirrored ? after : before, "warn", Theme::TextRole::Axis, QFont::DemiBold);
    PlotTools::drawText(painter, display(), right, Qt::AlignLeft | Qt::AlignVCenter,
                        mirrored ? before : after, "warn", Theme::TextRole::Axis, QFont::DemiBold);
}

void JourneyFlowChart::drawLegend(QCPPainter *painter, const Layout &layout) const
{
    const Theme &theme = display().theme();
    QList<PlotTools::LegendItem> items;
    if (m_options.colour == Colour::Phase) {
        items = {{theme.category(Theme::Blue), tr("moved on, value creation")},
                 {theme.category(Theme::Teal), tr("moved on, value expansion")}};
    } else {
        QList<Lifecycle::Department> seen;
        for (int stage = 0; stage < shownStages(); ++stage) {
            const Lifecycle::Stage &entry = m_journey.lifecycle.stages[stage];
            if (!entry.hasOwner || seen.contains(entry.accountable))
                continue;
            seen.append(entry.accountable);
            items.append({stageColour(stage), Lifecycle::departmentTitle(entry.accountable)});
        }
    }
    if (m_options.still)
        items.append({theme.category(Theme::Amber), tr("still in stage")});
    if (m_options.left)
        items.append({theme.category(Theme::Vermilion), tr("left")});
    if (m_options.returns && m_journey.query.withReturns)
        items.append({theme.category(Theme::Violet), tr("returned to an earlier stage, or repeated it")});
    const double line = display().lineHeight(Theme::TextRole::Axis);
    PlotTools::drawLegend(painter, display(),
                          QRectF(layout.all.left(), layout.legendTop, layout.all.width(), line),
                          isMirrored(), items);
}

QList<Chart::Mark> JourneyFlowChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    const QString arrow = isMirrored() ? u" ← "_s : u" → "_s;
    QList<Mark> marks;
    for (const Ribbon &drawn : layOutFlow().ribbons) {
        const Link &link = drawn.link;
        Mark mark;
        mark.title = link.to.kind == Node::Kind::Stage
                         ? (link.from.kind == Node::Kind::Source
                                ? NumberFormat::isolate(nodeName(link.from))
                                : nodeName(link.from))
                               + arrow + nodeName(link.to)
                         : nodeName(link.to);
        mark.rows = {{tr("Contacts"), format.integer(link.contacts)}};
        const qint64 all = link.from.kind == Node::Kind::Source
                               ? m_journey.ofSource[link.from.index]
                               : m_journey.stages[link.from.index].contacts;
        if (all > 0)
            mark.rows.append({tr("Share of %1").arg(nodeName(link.from)),
                              format.percent(double(link.contacts) / double(all), 1)});
        if (link.moves > link.contacts)
            mark.rows.append({tr("Times"), format.integer(link.moves)});
        if (std::isfinite(link.medianDays))
            mark.rows.append({tr("Median time"), format.duration(link.medianDays)});
        mark.area = drawn.shape.boundingRect();
        mark.shape = drawn.shape;
        marks.append(mark);
    }
    return marks;
}

void JourneyFlowChart::applyStyle()
{
    for (QCPAxis *axis : {plot()->xAxis, plot()->yAxis, plot()->xAxis2, plot()->yAxis2}) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
    setPlotMargins(0, 0, 0, 0);
}

QList<QStringList> JourneyFlowChart::dataTable() const
{
    QList<QStringList> table{{tr("From"), tr("To"), tr("Contacts"), tr("Times"), tr("Median days"),
                              tr("Mean lifetime value")}};
    for (const Link &link : m_journey.links) {
        table.append({nodeName(link.from), nodeName(link.to), QString::number(link.contacts),
                      QString::number(link.moves),
                      std::isfinite(link.medianDays) ? QString::number(link.medianDays, 'f', 2)
                                                     : QString(),
                      QString::number(link.meanClv, 'f', 2)});
    }
    return table;
}
