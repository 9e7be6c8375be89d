#include "ui/charts/minifunnelchart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"
#include "ui/style/painttext.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

MiniFunnelChart::MiniFunnelChart(Display &display, QWidget *parent)
    : Chart(u"mini-funnel"_s, display, parent)
{
    setMirrors(true);
    connect(this, &Chart::markActivated, this, [this](int index) { emit stageActivated(index); });
}

void MiniFunnelChart::setData(const Lifecycle::LifecycleFunnel &funnel)
{
    m_funnel = funnel;
    const qsizetype stages = std::min(m_funnel.levels.size(), m_funnel.lifecycle.stages.size());
    m_funnel.levels.resize(stages);
    m_funnel.lifecycle.stages.resize(stages);
    dataChanged(stages == 0 || m_funnel.levels.first().count == 0);
}

QString MiniFunnelChart::stageName(qsizetype stage) const
{
    const Lifecycle::Stage &entry = m_funnel.lifecycle.stages[stage];
    return display().isArabic() && !entry.nameArabic.isEmpty() ? entry.nameArabic
                                                               : entry.nameEnglish;
}

void MiniFunnelChart::retranslate()
{
    setEmptyText(tr("Nobody entered the lifecycle in this period"),
                 tr("Choose a longer period, or import events."), u"lifecycle"_s);
    const NumberFormat &format = display().format();
    if (m_funnel.levels.isEmpty()) {
        setTexts(tr("Lifecycle funnel"), {}, {}, {});
        return;
    }
    setTexts(tr("Lifecycle funnel"),
             tr("%1 of those who enter become customers.")
                 .arg(format.percent(m_funnel.contactToCustomer, 1)),
             {},
             m_funnel.period.isValid()
                 ? tr("contacts entering since %1").arg(format.monthYear(m_funnel.period.from))
                 : QString());
}

QList<MiniFunnelChart::Row> MiniFunnelChart::rows(double *turnY, double *footerY) const
{
    const QRectF all = QRectF(plot()->viewport()).adjusted(0, 2, 0, -2);
    const bool mirrored = isMirrored();
    const int turn = m_funnel.lifecycle.turningPoint();
    const bool turns = turn > 0 && turn < m_funnel.levels.size();
    const double footer = display().lineHeight(Theme::TextRole::Table) + 12;
    const double turnHeight = turns ? 22 : 0;
    const double height = std::clamp(
        (all.height() - footer - turnHeight) / double(m_funnel.levels.size()), 14.0, 30.0);
    double names = 0;
    double counts = 0;
    double steps = 0;
    for (qsizetype i = 0; i < m_funnel.levels.size(); ++i) {
        names =
            std::max(names, PlotTools::textWidth(display(), stageName(i), Theme::TextRole::Table));
        counts = std::max(counts,
                          PlotTools::textWidth(display(),
                                               display().format().integer(m_funnel.levels[i].count),
                                               Theme::TextRole::Table, QFont::DemiBold));
        steps = std::max(steps, PlotTools::textWidth(display(), display().format().percent(
                                                                    m_funnel.levels[i].stepRate)));
    }
    names = std::min(names + 12, all.width() * 0.36);
    const double numbers = counts + steps + 22;
    QList<Row> result;
    double y = all.top();
    for (qsizetype i = 0; i < m_funnel.levels.size(); ++i) {
        if (turns && i == turn) {
            *turnY = y + turnHeight / 2;
            y += turnHeight;
        }
        Row row;
        row.line = QRectF(all.left(), y, all.width(), height);
        row.track = QRectF(mirrored ? all.left() + numbers : all.left() + names, y + height / 2 - 8,
                           std::max(20.0, all.width() - names - numbers), 16);
        if (row.track.height() > height - 2) {
            row.track.setTop(y + 1);
            row.track.setHeight(height - 2);
        }
        result.append(row);
        y += height;
    }
    *footerY = y + 4;
    return result;
}

void MiniFunnelChart::drawOver(QCPPainter *painter) const
{
    const NumberFormat &format = display().format();
    const bool mirrored = isMirrored();
    double turnY = -1;
    double footerY = 0;
    const QList<Row> all = rows(&turnY, &footerY);
    const Qt::Alignment start =
        (display().isArabic() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    const Qt::Alignment end =
        (display().isArabic() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    const auto most = double(m_funnel.levels.first().count);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Row &row = all[i];
        const Lifecycle::StageLevel &level = m_funnel.levels[i];
        const QFont nameFont = display().font(Theme::TextRole::Table);
        const double room =
            mirrored ? row.line.right() - row.track.right() : row.track.left() - row.line.left();
        PlotTools::drawText(painter, display(), row.line, start,
                            PaintText::elided(nameFont, stageName(i), room - 8), "text2",
                            Theme::TextRole::Table);
        PlotTools::drawBar(painter, row.track, display().color("hover"));
        QRectF filled = row.track;
        filled.setWidth(
            std::max(2.0, row.track.width() * (most > 0 ? double(level.count) / most : 0)));
        if (mirrored)
            filled.moveRight(row.track.right());
        const bool creates = m_funnel.lifecycle.stages[i].side == Lifecycle::Side::ValueCreation;
        if (level.count > 0)
            PlotTools::drawBar(painter, filled,
                               display().theme().category(creates ? Theme::Blue : Theme::Teal));
        if (i > 0)
            PlotTools::drawText(painter, display(), row.line, end, format.percent(level.stepRate),
                                "text3");
        double steps = 0;
        for (const Lifecycle::StageLevel &other : m_funnel.levels)
            steps =
                std::max(steps, PlotTools::textWidth(display(), format.percent(other.stepRate)));
        QRectF counts = row.line;
        if (mirrored)
            counts.setLeft(counts.left() + steps + 14);
        else
            counts.setRight(counts.right() - steps - 14);
        PlotTools::drawText(painter, display(), counts, end, format.integer(level.count), "text",
                            Theme::TextRole::Table, QFont::DemiBold);
    }
    const QRectF area = QRectF(plot()->viewport());
    if (turnY >= 0) {
        const QString text = tr("Value creation → value expansion");
        const double width =
            PlotTools::textWidth(display(), text, Theme::TextRole::Axis, QFont::DemiBold) + 12;
        painter->setPen(QPen(display().theme().category(Theme::Amber), 1, Qt::DashLine));
        painter->drawLine(QPointF(area.left(), turnY),
                          QPointF(area.center().x() - width / 2, turnY));
        painter->drawLine(QPointF(area.center().x() + width / 2, turnY),
                          QPointF(area.right(), turnY));
        PlotTools::drawText(painter, display(), QRectF(area.left(), turnY - 10, area.width(), 20),
                            Qt::AlignCenter, text, "warn", Theme::TextRole::Axis, QFont::DemiBold);
    }
    // Contact to customer, beneath a rule.
    painter->setPen(QPen(display().color("border"), 1));
    painter->drawLine(QPointF(area.left(), footerY + 0.5), QPointF(area.right(), footerY + 0.5));
    const QRectF footer(area.left(), footerY + 4, area.width(),
                        display().lineHeight(Theme::TextRole::Table) + 4);
    PlotTools::drawText(painter, display(), footer, start, tr("Contact to customer"), "text2",
                        Theme::TextRole::Table);
    const double change = (m_funnel.contactToCustomer - m_funnel.previousContactToCustomer) * 100;
    double used = 0;
    if (std::isfinite(change) && std::abs(change) >= 0.05) {
        const char *token = change > 0 ? "good" : "bad";
        const QString text =
            tr("%1 points", "percentage points").arg(format.decimal(std::abs(change), 1));
        PlotTools::drawText(painter, display(), footer, end, text, token, Theme::TextRole::Table,
                            QFont::DemiBold);
        const double width =
            PlotTools::textWidth(display(), text, Theme::TextRole::Table, QFont::DemiBold);
        const double x = mirrored ? footer.left() + width + 8 : footer.right() - width - 8;
        PaintText::drawTriangle(*painter, {x, footer.center().y()}, 7, change > 0,
                                display().color(token));
        used = width + 22;
    }
    PlotTools::drawText(painter, display(),
                        footer.adjusted(mirrored ? used : 0, 0, mirrored ? 0 : -used, 0), end,
                        format.percent(m_funnel.contactToCustomer, 1), "text",
                        Theme::TextRole::Body, QFont::DemiBold);
}

QList<Chart::Mark> MiniFunnelChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    double turnY = -1;
    double footerY = 0;
    const QList<Row> all = rows(&turnY, &footerY);
    QList<Mark> marks;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Lifecycle::StageLevel &level = m_funnel.levels[i];
        Mark mark;
        mark.title = stageName(i);
        mark.rows = {{tr("Customers"), format.integer(level.count)}};
        if (i > 0) {
            mark.rows.append({tr("Of previous stage"), format.percent(level.stepRate, 1)});
            mark.rows.append({tr("Of first stage"), format.percent(level.shareOfAll, 1)});
        }
        mark.area = all[i].line;
        marks.append(mark);
    }
    return marks;
}

void MiniFunnelChart::applyStyle()
{
    for (QCPAxis *axis : {plot()->xAxis, plot()->yAxis, plot()->xAxis2, plot()->yAxis2}) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
    setPlotMargins(0, 0, 0, 0);
}

QList<QStringList> MiniFunnelChart::dataTable() const
{
    QList<QStringList> table{
        {tr("Stage"), tr("Customers"), tr("Of previous stage"), tr("Of first stage")}};
    for (qsizetype i = 0; i < m_funnel.levels.size(); ++i) {
        const Lifecycle::StageLevel &level = m_funnel.levels[i];
        table.append(
            {stageName(i), QString::number(level.count),
             std::isfinite(level.stepRate) ? QString::number(level.stepRate, 'f', 4) : QString(),
             QString::number(level.shareOfAll, 'f', 4)});
    }
    return table;
}
