// Where the bars and ribbons of the journey flow stand.

#include "ui/charts/journeyflowchart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <QMap>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using Journeys::Link;
using Journeys::Node;

namespace {

constexpr double barWidth = 10;
constexpr double endWidth = 6;
constexpr double sourceGap = 14;
constexpr double endPlace = 0.45; ///< of the way to the next column
/// Share of the height that the largest stage takes; the rest is for those who left.
constexpr double stageShare = 0.76;

/// A ribbon from one edge to another, both upright.
QPainterPath ribbon(double x1, double top1, double bottom1, double x2, double top2, double bottom2)
{
    const double middle = (x1 + x2) / 2;
    QPainterPath path(QPointF(x1, top1));
    path.cubicTo(middle, top1, middle, top2, x2, top2);
    path.lineTo(x2, bottom2);
    path.cubicTo(middle, bottom2, middle, bottom1, x1, bottom1);
    path.closeSubpath();
    return path;
}

/// An arc under the columns from the foot of one to the foot of another.
QPainterPath arc(double x1, double y1, double x2, double y2, double drop, double width)
{
    QPainterPath line(QPointF(x1, y1));
    line.cubicTo(x1, y1 + drop, x2, y2 + drop, x2, y2);
    QPainterPathStroker stroker;
    stroker.setWidth(std::max(1.5, width));
    stroker.setCapStyle(Qt::FlatCap);
    return stroker.createStroke(line);
}

} // namespace

JourneyFlowChart::Layout JourneyFlowChart::layOutFlow() const
{
    Layout layout;
    const NumberFormat &format = display().format();
    const double line = display().lineHeight(Theme::TextRole::Axis);
    layout.all = QRectF(plot()->viewport()).adjusted(2, 2, -2, -2);
    layout.headTop = layout.all.top();
    layout.legendTop = layout.all.bottom() - line - 4;
    const int stages = shownStages();
    if (stages == 0 || m_journey.contacts == 0)
        return layout;
    const double top = layout.headTop + 3 * line + 10;
    const double bottom = layout.legendTop - 10;
    const double height = std::max(60.0, bottom - top);
    const bool mirrored = isMirrored();
    const auto flip = [&](double x) {
        return mirrored ? layout.all.left() + layout.all.right() - x : x;
    };
    const auto upright = [&](double x, double y, double width, double barHeight) {
        const double left = mirrored ? flip(x) - width : x;
        return QRectF(left, y, width, std::max(1.0, barHeight));
    };

    const int sources = int(std::min<qsizetype>(m_journey.sources.size(), mostSources));
    qint64 most = 1;
    for (int stage = 0; stage < stages; ++stage)
        most = std::max(most, m_journey.stages[stage].contacts);
    qint64 begun = 0;
    for (int i = 0; i < sources; ++i)
        begun += m_journey.ofSource[i];
    const double gaps = std::max(0, sources - 1) * sourceGap;
    const double scale = std::min(stageShare * height / double(most),
                                  begun > 0 ? (height - gaps) / double(begun) : 1e9);

    // Columns: the sources, then one a stage; after the last there is room for its name.
    double widest = 0;
    for (int i = 0; i < sources; ++i)
        widest = std::max(widest, PlotTools::textWidth(display(), nodeName({Node::Kind::Source, i}),
                                                       Theme::TextRole::Axis, QFont::DemiBold));
    const double firstX = layout.all.left() + (sources > 0 ? barWidth + std::max(70.0, widest + 30) : 24);
    const double lastRoom = stages < m_journey.lifecycle.stages.size() ? 90 : 34;
    const double pitch = stages > 1 ? (layout.all.right() - lastRoom - firstX) / (stages - 1) : 200;
    const auto columnX = [&](int stage) { return firstX + pitch * stage; };

    QMap<int, double> outTop; // where the next ribbon leaves a stage
    QMap<int, double> inTop;
    for (int stage = 0; stage < stages; ++stage) {
        const Journeys::StageReading &reading = m_journey.stages[stage];
        Bar bar;
        bar.rect = upright(columnX(stage), top, barWidth, scale * double(reading.contacts));
        bar.name = nodeName({Node::Kind::Stage, stage});
        bar.count = format.integer(reading.contacts);
        bar.colour = stageColour(stage);
        layout.stages.append(bar);
        outTop[stage] = top;
        inTop[stage] = top;
    }
    double y = top - line;
    QList<double> sourceTop;
    for (int i = 0; i < sources; ++i) {
        Bar bar;
        bar.rect = upright(layout.all.left(), y, barWidth, scale * double(m_journey.ofSource[i]));
        bar.name = nodeName({Node::Kind::Source, i});
        bar.count = format.integer(m_journey.ofSource[i]);
        bar.colour = display().theme().category(Theme::Stone);
        layout.sources.append(bar);
        sourceTop.append(y);
        y += std::max(bar.rect.height(), 1.0) + sourceGap;
    }

    // Forward ribbons in the order in which they leave: the next stage, then farther ones.
    QList<Link> links = m_journey.links;
    std::stable_sort(links.begin(), links.end(), [](const Link &a, const Link &b) {
        const auto rank = [](const Link &link) {
            if (link.from.kind == Node::Kind::Source)
                return link.to.index == 0 ? 0 : 2; // who skips the first stage arrives below
            if (link.to.kind == Node::Kind::Stage)
                return link.to.index > link.from.index ? 1 : 5;
            return link.to.kind == Node::Kind::Still ? 3 : 4;
        };
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        // The previous stage arrives first, at the top.
        if (rank(a) == 1 && a.to.index == b.to.index)
            return a.from.index > b.from.index;
        if (rank(a) == 1 && a.from.index != b.from.index && a.to.index != b.to.index)
            return a.from.index < b.from.index;
        return std::pair(a.from.index, a.to.index) < std::pair(b.from.index, b.to.index);
    });
    const double endOffset = std::min(26.0, 0.06 * height);
    for (const Link &link : std::as_const(links)) {
        if (!isShown(link))
            continue;
        const double width = scale * double(link.contacts);
        Ribbon drawn;
        drawn.link = link;
        if (link.from.kind == Node::Kind::Source) {
            const double y1 = sourceTop[link.from.index];
            const double y2 = inTop[link.to.index];
            drawn.shape = ribbon(flip(layout.all.left() + barWidth), y1, y1 + width,
                                 flip(columnX(link.to.index)), y2, y2 + width);
            drawn.colour = display().theme().category(Theme::Stone);
            sourceTop[link.from.index] += width;
            inTop[link.to.index] += width;
        } else if (link.to.kind == Node::Kind::Stage && link.to.index > link.from.index) {
            const double y1 = outTop[link.from.index];
            const double y2 = inTop[link.to.index];
            drawn.shape = ribbon(flip(columnX(link.from.index) + barWidth), y1, y1 + width,
                                 flip(columnX(link.to.index)), y2, y2 + width);
            drawn.colour = stageColour(link.from.index);
            outTop[link.from.index] += width;
            inTop[link.to.index] += width;
        } else if (link.to.kind == Node::Kind::Stage) {
            const double x1 = flip(columnX(link.from.index) + barWidth / 2 + (link.from == link.to ? 3 : 0));
            const double x2 = flip(columnX(link.to.index) + barWidth / 2 - (link.from == link.to ? 3 : 0));
            const double y1 = layout.stages[link.from.index].rect.bottom();
            const double y2 = layout.stages[link.to.index].rect.bottom();
            const double room = std::max(12.0, bottom - std::max(y1, y2));
            drawn.shape = arc(x1, y1, link.from == link.to ? x2 + (mirrored ? 18 : -18) : x2, y2,
                              std::min(room, 30 + 14.0 * (link.from.index - link.to.index)),
                              std::min(width, 14.0));
            drawn.colour = display().theme().category(Theme::Violet);
        } else {
            const bool hasLeft = link.to.kind == Node::Kind::Left;
            const double x = columnX(link.from.index)
                             + (link.from.index + 1 < stages ? endPlace * pitch : 40);
            const double y1 = outTop[link.from.index];
            const double y2 = hasLeft ? bottom - width : std::min(y1 + endOffset, bottom - width);
            drawn.shape = ribbon(flip(columnX(link.from.index) + barWidth), y1, y1 + width, flip(x),
                                 y2, y2 + width);
            drawn.colour = display().theme().category(hasLeft ? Theme::Vermilion : Theme::Amber);
            outTop[link.from.index] += width;
            Bar bar;
            bar.rect = upright(x, y2, endWidth, width);
            bar.count = format.integer(link.contacts);
            bar.name = hasLeft ? tr("left") : QString();
            bar.isSmall = true;
            bar.colour = drawn.colour;
            bar.token = hasLeft ? "bad" : "warn";
            layout.ends.append(bar);
        }
        layout.ribbons.append(drawn);
    }
    const int turn = m_journey.lifecycle.turningPoint();
    if (turn > 0 && turn < stages)
        layout.turnX = flip(columnX(turn) - 16);
    return layout;
}
