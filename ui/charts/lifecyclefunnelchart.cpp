#include "ui/charts/lifecyclefunnelchart.h"

#include "ui/charts/lifecyclefunnelgeometry.h"
#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr double gapShare = 0.58; ///< of a column's width

} // namespace

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
    g.nameTop = g.all.top() + Geometry::ownerHeight + 8;
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
