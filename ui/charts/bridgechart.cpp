#include "ui/charts/bridgechart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"
#include "ui/style/painttext.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

BridgeChart::BridgeChart(Display &display, QWidget *parent)
    : Chart(u"equity-bridge"_s, display, parent)
{
    setMirrors(true);
}

void BridgeChart::setData(const Equity::EquityBridge &bridge, const Currency &currency)
{
    m_bridge = bridge;
    m_currency = currency;
    m_unit = PlotTools::unitFor(std::max(bridge.opening, bridge.closing));
    dataChanged(!bridge.until.isValid());
}

void BridgeChart::setCompact(bool compact)
{
    m_compact = compact;
    dataChanged(isEmpty());
}

QList<BridgeChart::Step> BridgeChart::steps() const
{
    const Theme &theme = display().theme();
    const auto brief = [this](QDate day) {
        return day == periodEnd(day, PeriodUnit::Quarter) ? display().format().quarterShort(day)
                                                          : PlotTools::periodName(display(), day);
    };
    const double acquired = m_bridge.opening + m_bridge.acquired;
    const double expanded = acquired + m_bridge.expansion;
    const double contracted = expanded - m_bridge.contraction;
    return {
        {PlotTools::periodName(display(), m_bridge.from), brief(m_bridge.from), 0, m_bridge.opening,
         -1, theme.category(Theme::Stone), true},
        {tr("Acquired"), tr("Acq.", "short for acquired"), m_bridge.opening, acquired,
         m_bridge.acquiredCustomers, theme.category(Theme::Blue), false},
        {tr("Expansion"), tr("Exp.", "short for expansion"), acquired, expanded,
         m_bridge.expansionCustomers, theme.category(Theme::Teal), false},
        {tr("Contraction"), tr("Contr.", "short for contraction"), expanded, contracted,
         m_bridge.contractionCustomers, theme.category(Theme::Amber), false},
        {tr("Churned"), tr("Churn", "short for churned"), contracted, contracted - m_bridge.churned,
         m_bridge.churnedCustomers, theme.category(Theme::Vermilion), false},
        {PlotTools::periodName(display(), m_bridge.until), brief(m_bridge.until), 0,
         m_bridge.closing, -1, theme.category(Theme::Teal), true},
    };
}

void BridgeChart::retranslate()
{
    setEmptyText(tr("No movement to show"),
                 tr("The movement of equity compares two dates. It needs at least two period ends "
                    "with orders."),
                 u"equity"_s);
    if (!m_bridge.until.isValid()) {
        setTexts(tr("Equity movement"), {}, {}, {});
        return;
    }
    const NumberFormat &format = display().format();
    const QString period = PlotTools::periodName(display(), m_bridge.until);
    const QString name = tr("Equity movement, %1").arg(period);
    const double gains = m_bridge.acquired + m_bridge.expansion;
    const double losses = m_bridge.contraction + m_bridge.churned;
    QString title;
    if (losses > gains)
        title = tr("Losses outweigh gains in %1").arg(period);
    else if (m_bridge.expansion > m_bridge.acquired)
        title = tr("Expansion outweighs acquisition in %1").arg(period);
    else if (m_bridge.acquired > m_bridge.expansion)
        title = tr("Acquisition outweighs expansion in %1").arg(period);
    if (m_compact)
        title.clear();
    QString subtitle = PlotTools::unitName(display(), m_currency.code, m_unit);
    if (m_base > 0)
        subtitle = tr("%1, axis starts at %2")
                       .arg(subtitle, format.decimal(m_base / m_unit,
                                                     PlotTools::decimalsFor(m_base / m_unit)));
    const auto money = [&](double value) { return format.moneyShort(value, m_currency.code); };
    setTexts(name,
             tr("Equity went from %1 on %2 to %3 on %4: %5 acquired, %6 expansion, %7 contraction, "
                "%8 churned.")
                 .arg(money(m_bridge.opening), format.date(m_bridge.from), money(m_bridge.closing),
                      format.date(m_bridge.until), money(m_bridge.acquired),
                      money(m_bridge.expansion), money(m_bridge.contraction),
                      money(m_bridge.churned)),
             title, subtitle);
}

void BridgeChart::applyStyle()
{
    QCPAxis *shown = isMirrored() ? plot()->yAxis2 : plot()->yAxis;
    QCPAxis *other = isMirrored() ? plot()->yAxis : plot()->yAxis2;
    shown->setVisible(!m_compact);
    shown->setTickLabels(!m_compact);
    shown->grid()->setVisible(!m_compact);
    other->setVisible(false);
    other->grid()->setVisible(false);
    for (QCPAxis *axis : {shown, other})
        axis->setTicker(QSharedPointer<PlotTools::NumberTicker>::create(display(), m_unit));
}

void BridgeChart::resetView()
{
    double low = std::min(m_bridge.opening, m_bridge.closing);
    double high = std::max(m_bridge.opening, m_bridge.closing);
    for (const Step &step : steps()) {
        if (step.isLevel)
            continue;
        low = std::min({low, step.from, step.until});
        high = std::max({high, step.from, step.until});
    }
    // Where the changes are small beside the levels, the axis is cut so that they can be seen.
    const double movement = high - low;
    const double step = PlotTools::niceStep(std::max(movement, high * 1e-3) / 4);
    const bool cut = movement < 0.35 * high && low > 2 * step;
    m_base = cut ? std::max(0.0, std::floor((low - 0.6 * step) / step) * step) : 0;
    const double top = high + (high - m_base) * 0.1;
    for (QCPAxis *axis : {plot()->yAxis, plot()->yAxis2})
        axis->setRange(m_base, top);
    retranslate(); // the subtitle says where the axis starts
}

void BridgeChart::layOut(const QSizeF &)
{
    const int lines = m_compact ? 1 : 2;
    setPlotMargins(-1, display().lineHeight(Theme::TextRole::Axis) / 2 + 4, isMirrored() ? -1 : 0,
                   lines * display().lineHeight(Theme::TextRole::Axis) + 8);
}

QRectF BridgeChart::stepRect(const QList<Step> &all, qsizetype index) const
{
    const QRectF area = plotArea();
    const double slot = area.width() / double(all.size());
    const qsizetype place = isMirrored() ? all.size() - 1 - index : index;
    const double width = slot * (m_compact ? 0.68 : 0.64);
    const double x = area.left() + slot * (double(place) + 0.5) - width / 2;
    const Step &step = all[index];
    const double from = step.isLevel ? m_base : step.from;
    const double a = plot()->yAxis->coordToPixel(std::max(from, m_base));
    const double b = plot()->yAxis->coordToPixel(step.until);
    const QRectF rect = QRectF(QPointF(x, a), QPointF(x + width, b)).normalized();
    return rect.height() < 1 ? rect.adjusted(0, -0.5, 0, 0.5) : rect;
}

QList<Chart::Mark> BridgeChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    const QList<Step> all = steps();
    QList<Mark> marks;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Step &step = all[i];
        Mark mark;
        mark.title = step.name;
        const double change = step.until - step.from;
        mark.rows = {{step.isLevel ? tr("Equity") : tr("Change"),
                      (!step.isLevel && change > 0 ? u"+"_s : QString())
                          + format.money(step.isLevel ? step.until : change, m_currency.code)}};
        if (step.customers >= 0)
            mark.rows.append({tr("Customers"), format.integer(step.customers)});
        if (!step.isLevel && m_bridge.opening > 0)
            mark.rows.append(
                {tr("Of opening"), format.percent(std::abs(change) / m_bridge.opening, 1)});
        const QRectF rect = stepRect(all, i);
        const double slot = plotArea().width() / double(all.size());
        mark.area =
            QRectF(rect.center().x() - slot / 2, plotArea().top(), slot, plotArea().height());
        if (rect.height() > 8)
            mark.area = rect;
        marks.append(mark);
    }
    return marks;
}

void BridgeChart::drawOver(QCPPainter *painter) const
{
    const NumberFormat &format = display().format();
    const QList<Step> all = steps();
    const QRectF area = plotArea();
    const double line = display().lineHeight(Theme::TextRole::Axis);
    const double slot = area.width() / double(all.size());
    const int decimals = m_unit > 1 ? (m_compact ? 1 : 2) : 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Step &step = all[i];
        const QRectF rect = stepRect(all, i);
        PlotTools::drawBar(painter, rect, step.color);
        if (i + 1 < all.size()) {
            const QRectF next = stepRect(all, i + 1);
            const double y = std::round(plot()->yAxis->coordToPixel(step.until)) + 0.5;
            painter->setPen(QPen(display().color("text3"), 1));
            if (isMirrored())
                painter->drawLine(QPointF(rect.left(), y), QPointF(next.right(), y));
            else
                painter->drawLine(QPointF(rect.right(), y), QPointF(next.left(), y));
        }
        if (step.isLevel && m_base > 0 && rect.height() > 16) {
            // A cut through the bar says that it does not start at zero.
            const double y = rect.bottom() - std::min(10.0, rect.height() / 3);
            QPainterPath cut(QPointF(rect.left() - 1, y));
            cut.lineTo(rect.right() + 1, y - 5);
            cut.lineTo(rect.right() + 1, y - 1.5);
            cut.lineTo(rect.left() - 1, y + 3.5);
            cut.closeSubpath();
            painter->fillPath(cut, display().color("surface"));
        }
        const double value = step.isLevel ? step.until : step.until - step.from;
        const QString text = step.isLevel
                                 ? format.decimal(value / m_unit, decimals)
                                 : format.signedDecimal(value / m_unit, m_unit > 1 ? 2 : 0);
        PlotTools::drawText(painter, display(),
                            QRectF(rect.center().x() - slot, rect.top() - line - 3, 2 * slot, line),
                            Qt::AlignCenter, text, "text",
                            m_compact ? Theme::TextRole::Axis : Theme::TextRole::Table,
                            QFont::DemiBold);
        const bool fits = PlotTools::textWidth(display(), step.name) <= slot - 4;
        const QString &name = m_compact || !fits ? step.brief : step.name;
        const QFont labelFont = display().font(Theme::TextRole::Axis);
        PlotTools::drawText(painter, display(),
                            QRectF(rect.center().x() - slot / 2, area.bottom() + 4, slot, line),
                            Qt::AlignCenter, PaintText::elided(labelFont, name, slot + 4),
                            m_compact ? "text3" : "text2");
        if (!m_compact && step.customers >= 0) {
            const QString customers = PlotTools::counted(
                display(), tr("%n cust.", "customers, short", int(step.customers)), step.customers);
            PlotTools::drawText(
                painter, display(),
                QRectF(rect.center().x() - slot / 2, area.bottom() + 4 + line, slot, line),
                Qt::AlignCenter, PaintText::elided(labelFont, customers, slot), "text3");
        }
    }
}

QList<QStringList> BridgeChart::dataTable() const
{
    QList<QStringList> table{{tr("Step"), tr("Change"), tr("Equity after"), tr("Customers")}};
    const auto number = [](double value) { return QString::number(value, 'f', 2); };
    for (const Step &step : steps()) {
        table.append({step.name, step.isLevel ? QString() : number(step.until - step.from),
                      number(step.until),
                      step.customers >= 0 ? QString::number(step.customers) : QString()});
    }
    return table;
}
