#include "ui/charts/turningpointchart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"
#include "ui/style/painttext.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

TurningPointChart::TurningPointChart(Display &display, QWidget *parent)
    : Chart(u"turning-point"_s, display, parent)
{}

void TurningPointChart::setData(const Lifecycle::TurningView &view,
                                const Lifecycle::TurningQuery &query, Groups groups,
                                const Currency &currency)
{
    m_view = view;
    m_query = query;
    m_groups = groups;
    m_currency = currency;
    double largest = 0;
    for (const Lifecycle::TurningReading &reading : readings())
        largest = std::max(largest, major(reading.revenueBefore + reading.revenueAfter));
    m_unit = PlotTools::unitFor(largest);
    dataChanged(view.all.customers == 0 || readings().isEmpty());
}

const QList<Lifecycle::TurningReading> &TurningPointChart::readings() const
{
    return m_groups == Groups::Cohorts ? m_view.cohorts
           : m_groups == Groups::Saved  ? m_view.groups
                                        : m_view.segments;
}

double TurningPointChart::major(std::int64_t minor) const { return m_currency.toMajor(minor); }

QString TurningPointChart::groupName(qsizetype group, bool isShort) const
{
    const QString &label = readings()[group].label;
    if (m_groups != Groups::Cohorts)
        return label.isEmpty() ? tr("not known") : label;
    const QDate day = QDate::fromString(label, Qt::ISODate);
    return isShort ? display().format().quarterShort(day) : display().format().quarter(day);
}

void TurningPointChart::retranslate()
{
    setEmptyText(tr("Nobody can be judged yet"),
                 m_query.rule == Lifecycle::TurningRule::Payback
                     ? tr("The payback needs customers whose acquisition cost is known.")
                     : tr("The turning point needs customers who began within the period."),
                 u"lifecycle"_s);
    const NumberFormat &format = display().format();
    const Lifecycle::TurningReading &all = m_view.all;
    QString when;
    switch (m_query.rule) {
    case Lifecycle::TurningRule::FirstPurchase:
        when = tr("the turn is the first purchase or win");
        break;
    case Lifecycle::TurningRule::SecondPurchase:
        when = tr("the turn is the second purchase");
        break;
    case Lifecycle::TurningRule::Payback:
        when = tr("the turn is when margin has paid back the acquisition cost");
        break;
    }
    QString finding;
    if (all.customers > 0) {
        finding = std::isfinite(all.medianDays)
                      ? tr("%1 of %2 customers have turned, half of them within %3.")
                            .arg(format.percent(all.share), format.integer(all.customers),
                                 format.duration(all.medianDays))
                      : tr("%1 of %2 customers have turned; fewer than half, so no median time is known.")
                            .arg(format.percent(all.share), format.integer(all.customers));
    }
    setTexts(tr("Turning point to value expansion"), finding, {},
             tr("revenue before and after the turn, %1; share turned above; %2")
                 .arg(PlotTools::unitName(display(), m_currency.code, m_unit), when));
}

void TurningPointChart::resetView()
{
    double most = 0;
    for (const Lifecycle::TurningReading &reading : readings())
        most = std::max(most, major(std::max<std::int64_t>(reading.revenueBefore, 0)
                                    + std::max<std::int64_t>(reading.revenueAfter, 0)));
    most = std::max(most, m_unit * 0.01);
    const double step = PlotTools::niceStep(most / 4);
    plot()->yAxis->setRange(0, std::ceil(most * 1.15 / step) * step);
    plot()->yAxis->setTicker(QSharedPointer<PlotTools::NumberTicker>::create(display(), m_unit));
    plot()->xAxis->setRange(0, double(std::max<qsizetype>(readings().size(), 1)));
}

void TurningPointChart::layOut(const QSizeF &)
{
    const int line = display().lineHeight(Theme::TextRole::Axis);
    setPlotMargins(-1, 2 * line + 6, 2, 2 * line + 8);
}

QRectF TurningPointChart::bar(qsizetype group, bool after) const
{
    const Lifecycle::TurningReading &reading = readings()[group];
    const double slotLeft = plot()->xAxis->coordToPixel(double(group));
    const double slot = plot()->xAxis->coordToPixel(double(group) + 1) - slotLeft;
    const double width = std::min(44.0, slot * 0.6);
    const double from = after ? major(std::max<std::int64_t>(reading.revenueBefore, 0)) : 0;
    const double until =
        from + major(std::max<std::int64_t>(after ? reading.revenueAfter : reading.revenueBefore, 0));
    const double top = plot()->yAxis->coordToPixel(until);
    return {slotLeft + (slot - width) / 2, top, width, plot()->yAxis->coordToPixel(from) - top};
}

void TurningPointChart::drawOver(QCPPainter *painter) const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    const double line = display().lineHeight(Theme::TextRole::Axis);
    const QColor before = display().theme().category(Theme::Blue);
    const QColor after = display().theme().category(Theme::Teal);
    QList<PlotTools::AxisLabel> labels;
    for (qsizetype i = 0; i < readings().size(); ++i) {
        const QRectF lower = bar(i, false);
        const QRectF upper = bar(i, true);
        painter->fillRect(lower, before);
        if (upper.height() > 0.5)
            PlotTools::drawBar(painter, upper, after);
        const double top = std::min(lower.top(), upper.top());
        const double slot = plot()->xAxis->coordToPixel(1) - plot()->xAxis->coordToPixel(0);
        PlotTools::drawText(painter, display(),
                            QRectF(lower.center().x() - slot / 2, top - line - 1, slot, line),
                            Qt::AlignCenter, format.percent(readings()[i].share), "text",
                            Theme::TextRole::Axis, QFont::DemiBold);
        PlotTools::AxisLabel label{lower.center().x(), groupName(i, true), {}};
        if (m_groups == Groups::Cohorts) {
            const QDate day = QDate::fromString(readings()[i].label, Qt::ISODate);
            if (i == 0 || day.month() == 1)
                label.second = format.year(day);
        } else {
            const QFont font = display().font(Theme::TextRole::Axis);
            label.text = PaintText::elided(font, label.text, slot - 4);
        }
        labels.append(label);
    }
    PlotTools::drawAxisLabels(painter, display(), labels, area.bottom());

    // The legend above, beginning at the far end.
    const QString names[]{tr("before the turn"), tr("after the turn")};
    const bool arabic = display().isArabic();
    double x = area.right();
    for (int i = 1; i >= 0; --i) {
        const double width = PlotTools::textWidth(display(), names[i]) + 2;
        const QRectF text(x - width - (arabic ? 15 : 0), 2, width, line);
        const QRectF box(arabic ? text.right() + 5 : text.left() - 15, text.center().y() - 5, 10, 10);
        PlotTools::drawText(painter, display(), text, Qt::AlignCenter, names[i], "text2");
        PlotTools::drawBar(painter, box, i == 0 ? before : after);
        x -= width + 31;
    }
}

QList<Chart::Mark> TurningPointChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    QList<Mark> marks;
    for (qsizetype i = 0; i < readings().size(); ++i) {
        const Lifecycle::TurningReading &reading = readings()[i];
        Mark mark;
        mark.title = groupName(i, false);
        mark.rows = {
            {tr("Customers who began"), format.integer(reading.customers)},
            {tr("Turned"), format.integer(reading.turned)},
            {tr("Share turned"), format.percent(reading.share, 1)},
            {tr("Median time to turn"),
             std::isfinite(reading.medianDays) ? format.duration(reading.medianDays)
                                               : format.decimal(reading.medianDays, 0)},
            {tr("Revenue before"), format.moneyShort(major(reading.revenueBefore), m_currency.code)},
            {tr("Revenue after"), format.moneyShort(major(reading.revenueAfter), m_currency.code)}};
        const double left = plot()->xAxis->coordToPixel(double(i));
        const double right = plot()->xAxis->coordToPixel(double(i) + 1);
        mark.area = QRectF(left, area.top(), right - left, area.height());
        marks.append(mark);
    }
    return marks;
}

QList<QStringList> TurningPointChart::dataTable() const
{
    QList<QStringList> table{{m_groups == Groups::Cohorts ? tr("Quarter of the beginning") : tr("Segment"),
                              tr("Customers who began"), tr("Turned"), tr("Median time to turn, days"),
                              tr("Revenue before"), tr("Revenue after")}};
    for (const Lifecycle::TurningReading &reading : readings()) {
        table.append({reading.label, QString::number(reading.customers),
                      QString::number(reading.turned),
                      std::isfinite(reading.medianDays) ? QString::number(reading.medianDays, 'f', 1)
                                                        : QString(),
                      QString::number(major(reading.revenueBefore), 'f', 2),
                      QString::number(major(reading.revenueAfter), 'f', 2)});
    }
    return table;
}
