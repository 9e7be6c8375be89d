#include "ui/charts/spendreturnchart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"
#include "ui/style/painttext.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype shownPeriods = 4;
}

SpendReturnChart::SpendReturnChart(Display &display, QWidget *parent)
    : Chart(u"spend-return"_s, display, parent)
{
    setMirrors(true);
}

void SpendReturnChart::setData(const QList<Equity::SpendSummary> &spend,
                               const Equity::EquityResult &result)
{
    m_currency = result.currency;
    m_periods.clear();
    const qsizetype count = std::min(spend.size(), result.bridges.size());
    double largest = 0;
    bool anyCosts = false;
    for (qsizetype i = std::max<qsizetype>(0, count - shownPeriods); i < count; ++i) {
        Period period;
        period.until = result.bridges[i].until;
        period.spend[0] = spend[i].acquisition;
        period.spend[1] = spend[i].retention;
        period.created[0] = result.bridges[i].acquired;
        period.created[1] = result.bridges[i].expansion;
        anyCosts = anyCosts || spend[i].hasCosts;
        for (int which = 0; which < 2; ++which)
            largest = std::max({largest, period.spend[which], period.created[which]});
        m_periods.append(period);
    }
    m_unit = PlotTools::unitFor(largest);
    dataChanged(m_periods.isEmpty() || !anyCosts);
}

QString SpendReturnChart::panelName(int which) const
{
    return which == 0 ? tr("Acquisition") : tr("Retention and expansion");
}

double SpendReturnChart::ratio(int which) const
{
    double spend = 0;
    double created = 0;
    for (const Period &period : m_periods) {
        spend += period.spend[which];
        created += period.created[which];
    }
    return spend > 0 ? created / spend : std::nan("");
}

void SpendReturnChart::retranslate()
{
    setEmptyText(tr("No costs imported"),
                 tr("Import what was spent on acquisition and retention to see what it returns."),
                 u"equity"_s);
    const NumberFormat &format = display().format();
    const QString currency = format.currencyName(m_currency.code);
    if (m_periods.isEmpty()) {
        setTexts(tr("What spend returns"), {}, {}, {});
        return;
    }
    const auto sentence = [&](int which) {
        return std::isfinite(ratio(which))
                   ? tr("%1: %2 %3 of equity per %3 spent.")
                         .arg(panelName(which), format.decimal(ratio(which), 1), currency)
                   : tr("%1: nothing was spent.").arg(panelName(which));
    };
    setTexts(tr("What each %1 of spend returns").arg(currency), sentence(0) + u' ' + sentence(1),
             {},
             tr("%1, equity created beside spend")
                 .arg(PlotTools::unitName(display(), m_currency.code, m_unit)));
}

void SpendReturnChart::applyStyle()
{
    for (QCPAxis *axis : {plot()->xAxis, plot()->yAxis, plot()->xAxis2, plot()->yAxis2}) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
    setPlotMargins(0, 0, 0, 0);
}

QRectF SpendReturnChart::panel(int which) const
{
    const QRectF all = QRectF(plot()->viewport()).adjusted(0, 0, 0, -2);
    const double legend = display().lineHeight(Theme::TextRole::Axis) + 6;
    const double head = display().lineHeight(Theme::TextRole::Table)
                        + display().lineHeight(Theme::TextRole::PageTitle) + 4;
    const double foot = display().lineHeight(Theme::TextRole::Axis) + 8;
    const double gap = 24;
    const double width = (all.width() - gap) / 2;
    const bool second = (which == 1) != isMirrored();
    return {all.left() + (second ? width + gap : 0), all.top() + legend + head, width,
            std::max(20.0, all.height() - legend - head - foot)};
}

QRectF SpendReturnChart::bar(int which, qsizetype period, bool created) const
{
    double largest = 0;
    for (const Period &entry : m_periods) {
        for (int i = 0; i < 2; ++i)
            largest = std::max({largest, entry.spend[i], entry.created[i]});
    }
    const QRectF area = panel(which);
    const double slot = area.width() / double(m_periods.size());
    const double width = std::min(28.0, slot * 0.4);
    // Time runs to the right in both directions; spend stands before what it created.
    const double middle = area.left() + slot * (double(period) + 0.5);
    const double value =
        created ? m_periods[period].created[which] : m_periods[period].spend[which];
    const double room = area.height() - display().lineHeight(Theme::TextRole::Axis) - 4;
    const double height = largest > 0 ? room * std::max(0.0, value) / largest : 0;
    return {created ? middle + 1 : middle - 1 - width, area.bottom() - height, width, height};
}

void SpendReturnChart::drawOver(QCPPainter *painter) const
{
    const NumberFormat &format = display().format();
    const QString currency = format.currencyName(m_currency.code);
    const double line = display().lineHeight(Theme::TextRole::Axis);
    const Qt::Alignment start =
        (display().isArabic() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    const int decimals = m_unit > 1 ? 2 : 0;
    const QColor fills[]{display().theme().category(Theme::Blue),
                         display().theme().category(Theme::Teal)};

    // Legend in the far corner.
    const bool arabic = display().isArabic();
    const QRectF view(plot()->viewport());
    double x = arabic ? view.left() : view.right();
    const QString names[]{tr("spend"), tr("equity created")};
    for (int i = 1; i >= 0; --i) {
        const double width = PlotTools::textWidth(display(), names[i]) + 15;
        const QRectF place(arabic ? x : x - width, view.top(), width, line);
        QRectF box(arabic ? place.right() - 10 : place.left(), place.center().y() - 5, 10, 10);
        if (i == 0) {
            PlotTools::drawBar(painter, box, display().color("mute"));
        } else {
            QRectF firstHalf = box;
            firstHalf.setWidth(5);
            PlotTools::drawBar(painter, box, fills[1]);
            painter->fillRect(firstHalf, fills[0]);
        }
        PlotTools::drawText(painter, display(),
                            place.adjusted(arabic ? 0 : 15, 0, arabic ? -15 : 0, 0), start,
                            names[i], "text2");
        x += (arabic ? 1 : -1) * (width + 14);
    }

    for (int which = 0; which < 2; ++which) {
        const QRectF area = panel(which);
        const double titleHeight = display().lineHeight(Theme::TextRole::Table);
        const double figureHeight = display().lineHeight(Theme::TextRole::PageTitle);
        QRectF head(area.left(), area.top() - titleHeight - figureHeight - 4, area.width(),
                    titleHeight);
        PlotTools::drawText(painter, display(), head, start, panelName(which), "text",
                            Theme::TextRole::Table, QFont::DemiBold);
        head = QRectF(area.left(), head.bottom(), area.width(), figureHeight);
        const QString figure = format.decimal(ratio(which), 1);
        painter->setFont(display().font(Theme::TextRole::PageTitle));
        painter->setPen(QPen(fills[which]));
        PaintText::draw(*painter, display(), head, start, figure);
        const double used =
            PlotTools::textWidth(display(), figure, Theme::TextRole::PageTitle, QFont::DemiBold)
            + 6;
        const QRectF rest = head.adjusted(arabic ? 0 : used, 3, arabic ? -used : 0, 0);
        const QFont noteFont = display().font(Theme::TextRole::Axis);
        PlotTools::drawText(painter, display(), rest, start,
                            PaintText::elided(noteFont,
                                              tr("%1 of equity per %1 spent").arg(currency),
                                              rest.width()),
                            "text2");
        const double slot = area.width() / double(m_periods.size());
        for (qsizetype i = 0; i < m_periods.size(); ++i) {
            PlotTools::drawBar(painter, bar(which, i, false), display().color("mute"));
            PlotTools::drawBar(painter, bar(which, i, true), fills[which]);
            QString name = PlotTools::periodName(display(), m_periods[i].until);
            if (PlotTools::textWidth(display(), name) > slot - 2)
                name = format.quarterShort(m_periods[i].until);
            PlotTools::drawText(
                painter, display(),
                QRectF(area.left() + slot * double(i), area.bottom() + 4, slot, line),
                Qt::AlignCenter, PaintText::elided(noteFont, name, slot), "text3");
            if (i != m_periods.size() - 1)
                continue;
            for (const bool created : {false, true}) {
                const QRectF column = bar(which, i, created);
                // The figure of the spend is left out where it would run into the other.
                const double apart = std::abs(column.top() - bar(which, i, true).top());
                if (!created && apart < line && column.width() < 40)
                    continue;
                const double value =
                    created ? m_periods[i].created[which] : m_periods[i].spend[which];
                PlotTools::drawText(
                    painter, display(),
                    QRectF(column.center().x() - 40, column.top() - line - 1, 80, line),
                    Qt::AlignCenter, format.decimal(value / m_unit, decimals),
                    created ? "text" : "text2", Theme::TextRole::Axis,
                    created ? QFont::DemiBold : QFont::Normal);
            }
        }
        painter->setPen(QPen(display().color("borderStrong"), 1));
        painter->drawLine(QPointF(area.left(), area.bottom() + 0.5),
                          QPointF(area.right(), area.bottom() + 0.5));
    }
}

QList<Chart::Mark> SpendReturnChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    QList<Mark> marks;
    for (int which = 0; which < 2; ++which) {
        const QRectF area = panel(which);
        const double slot = area.width() / double(m_periods.size());
        for (qsizetype i = 0; i < m_periods.size(); ++i) {
            const Period &period = m_periods[i];
            Mark mark;
            mark.title =
                panelName(which) + u", "_s + PlotTools::periodName(display(), period.until);
            mark.rows = {
                {tr("Spend"), format.moneyShort(period.spend[which], m_currency.code)},
                {tr("Equity created"), format.moneyShort(period.created[which], m_currency.code)},
                {tr("Return"), format.multiple(period.spend[which] > 0
                                                   ? period.created[which] / period.spend[which]
                                                   : std::nan(""))}};
            mark.area = QRectF(area.left() + slot * double(i), area.top(), slot, area.height());
            marks.append(mark);
        }
    }
    return marks;
}

QList<QStringList> SpendReturnChart::dataTable() const
{
    QList<QStringList> table{{tr("Period end"), tr("Acquisition spend"), tr("Equity acquired"),
                              tr("Retention spend"), tr("Equity from expansion")}};
    const auto number = [](double value) { return QString::number(value, 'f', 2); };
    for (const Period &period : m_periods) {
        table.append({period.until.toString(Qt::ISODate), number(period.spend[0]),
                      number(period.created[0]), number(period.spend[1]),
                      number(period.created[1])});
    }
    return table;
}
