#include "ui/charts/equitychart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr double bandOpacity = 0.14;
constexpr qsizetype mostPointsWithRings = 26;
constexpr int dayLabelWidth = 90;
} // namespace

EquityChart::EquityChart(Display &display, QWidget *parent)
    : Chart(u"equity-trend"_s, display, parent)
{
    setZoomable(true);
}

void EquityChart::setData(const Equity::EquityResult &result, Measure measure)
{
    m_result = result;
    m_measure = measure;
    for (Equity::EquityPoint &point : m_result.series) {
        if (measure == Measure::Total || point.customers <= 0)
            continue;
        point.equity /= double(point.customers);
        point.low /= double(point.customers);
        point.high /= double(point.customers);
    }
    double largest = 0;
    for (const Equity::EquityPoint &point : m_result.series)
        largest = std::max({largest, point.high, point.equity});
    m_unit = PlotTools::unitFor(largest);
    m_decimals = m_unit > 1 ? 1 : 0;
    dataChanged(m_result.series.isEmpty());
}

/// Periods stand evenly; days as far apart as they are, over the same width.
double EquityChart::x(qsizetype index) const
{
    const QList<Equity::EquityPoint> &series = m_result.series;
    const qint64 days = series.first().date.daysTo(series.last().date);
    if (m_result.query.step != PeriodUnit::Day || days <= 0)
        return double(index);
    return double(series.first().date.daysTo(series[index].date)) / double(days)
           * double(series.size() - 1);
}

QPointF EquityChart::pixel(qsizetype index, double value) const
{
    return {plot()->xAxis->coordToPixel(x(index)), plot()->yAxis->coordToPixel(value)};
}

bool EquityChart::isBreakBefore(qsizetype index) const
{
    return index > 0 && m_result.series[index].method != m_result.series[index - 1].method;
}

QString EquityChart::interval(const Equity::EquityPoint &point) const
{
    const NumberFormat &format = display().format();
    return tr("%1 – %2", "an interval")
        .arg(format.decimal(point.low / m_unit, m_decimals),
             format.decimal(point.high / m_unit, m_decimals));
}

QString EquityChart::pointName(const Equity::EquityPoint &point) const
{
    switch (m_result.query.step) {
    case PeriodUnit::Month:
        return display().format().monthYear(point.date);
    case PeriodUnit::Year:
        return display().format().year(point.date);
    case PeriodUnit::Quarter:
        // The last point may stand before its quarter has ended; it still belongs to that quarter.
        return display().format().quarter(point.date);
    default:
        return display().format().date(point.date);
    }
}

QString EquityChart::trendTitle() const
{
    if (m_result.query.step == PeriodUnit::Day)
        return {}; // days far apart are no run
    QList<double> values;
    for (const Equity::EquityPoint &point : m_result.series) {
        if (point.isComplete)
            values << point.equity;
    }
    int rises = 0;
    for (qsizetype i = values.size() - 1; i > 0 && values[i] > values[i - 1]; --i)
        ++rises;
    int falls = 0;
    for (qsizetype i = values.size() - 1; i > 0 && values[i] < values[i - 1]; --i)
        ++falls;
    const int run = std::max(rises, falls);
    if (run < 2)
        return {};
    const auto sentence = [&]() -> QString {
        switch (m_result.query.step) {
        case PeriodUnit::Month:
            return rises ? tr("Equity grew for %n month(s) in a row", nullptr, run)
                         : tr("Equity fell for %n month(s) in a row", nullptr, run);
        case PeriodUnit::Year:
            return rises ? tr("Equity grew for %n year(s) in a row", nullptr, run)
                         : tr("Equity fell for %n year(s) in a row", nullptr, run);
        default:
            return rises ? tr("Equity grew for %n quarter(s) in a row", nullptr, run)
                         : tr("Equity fell for %n quarter(s) in a row", nullptr, run);
        }
    };
    return PlotTools::counted(display(), sentence(), run);
}

QString EquityChart::trendSentence() const
{
    const NumberFormat &format = display().format();
    const QString &currency = m_result.currency.code;
    const Equity::EquityPoint &first = m_result.series.first();
    const Equity::EquityPoint &last = m_result.series.last();
    const auto highest =
        std::max_element(m_result.series.begin(), m_result.series.end(),
                         [](const auto &a, const auto &b) { return a.equity < b.equity; });
    if (m_measure == Measure::PerCustomer) {
        return tr("A customer was worth %1 on %2 and %3 on %4 on average, with an interval from %5 "
                  "to %6.")
            .arg(format.moneyShort(first.equity, currency), format.date(first.date),
                 format.moneyShort(last.equity, currency), format.date(last.date),
                 format.moneyShort(last.low, currency), format.moneyShort(last.high, currency));
    }
    return tr("Customer equity was %1 on %2 and %3 on %4, with an interval from %5 to %6; the "
              "highest was %7 on "
              "%8.")
        .arg(format.moneyShort(first.equity, currency), format.date(first.date),
             format.moneyShort(last.equity, currency), format.date(last.date),
             format.moneyShort(last.low, currency), format.moneyShort(last.high, currency),
             format.moneyShort(highest->equity, currency), format.date(highest->date));
}

void EquityChart::retranslate()
{
    const QString unit = PlotTools::unitName(display(), m_result.currency.code, m_unit);
    setEmptyText(
        tr("No equity yet"),
        tr("Equity needs customers and their orders. Twelve months of history give a useful first "
           "estimate."),
        u"equity"_s);
    if (m_result.series.isEmpty()) {
        setTexts(tr("Customer equity"), {}, {}, {});
        return;
    }
    const bool total = m_measure == Measure::Total;
    setTexts(total ? tr("Customer equity") : tr("Equity per customer"), trendSentence(),
             total ? trendTitle() : QString(),
             tr("%1, band = %2 interval")
                 .arg(unit, display().format().percent(m_result.query.clv.intervalLevel)));
}

void EquityChart::applyStyle()
{
    plot()->yAxis->setTicker(QSharedPointer<PlotTools::NumberTicker>::create(display(), m_unit));
}

void EquityChart::resetView()
{
    double low = m_result.series.first().low;
    double high = m_result.series.first().high;
    for (const Equity::EquityPoint &point : m_result.series) {
        low = std::min({low, point.low, point.equity});
        high = std::max({high, point.high, point.equity});
    }
    const double step = PlotTools::niceStep(std::max(high - low, high * 0.05) / 5);
    // A trend may start above zero, but not below it.
    plot()->yAxis->setRange(std::max(0.0, std::floor((low - 0.3 * step) / step) * step),
                            std::ceil((high + 0.1 * step) / step) * step);
    const double count = double(m_result.series.size());
    plot()->xAxis->setRange(-0.35, std::max(0.65, count - 1 + 0.15));
}

void EquityChart::layOut(const QSizeF &)
{
    double label = 0;
    if (!m_result.series.isEmpty()) {
        label =
            std::max(PlotTools::textWidth(
                         display(), display().format().shortNumber(m_result.series.last().equity),
                         Theme::TextRole::Table, QFont::DemiBold),
                     PlotTools::textWidth(display(), interval(m_result.series.last())));
    }
    setPlotMargins(-1, display().lineHeight(Theme::TextRole::Axis) / 2 + 4, int(label) + 16,
                   2 * display().lineHeight(Theme::TextRole::Axis) + 8);
}

QList<Chart::Mark> EquityChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    QList<Mark> marks;
    for (qsizetype i = 0; i < m_result.series.size(); ++i) {
        const Equity::EquityPoint &point = m_result.series[i];
        // Halfway to the neighbours.
        const bool isLast = i + 1 == m_result.series.size();
        const double before = i > 0 ? (x(i - 1) + x(i)) / 2 : x(i) - 0.5;
        const double after = isLast ? x(i) + 0.5 : (x(i) + x(i + 1)) / 2;
        const double left = plot()->xAxis->coordToPixel(before);
        const double right = plot()->xAxis->coordToPixel(after);
        Mark mark;
        mark.title = pointName(point);
        mark.rows = {{m_measure == Measure::Total ? tr("Equity") : tr("Mean CLV"),
                      format.moneyShort(point.equity, m_result.currency.code)},
                     {tr("%1 interval").arg(format.percent(m_result.query.clv.intervalLevel)),
                      interval(point)},
                     {tr("Customers × CLV"), tr("%1 × %2").arg(format.integer(point.customers),
                                                               format.decimal(point.meanClv, 0))}};
        if (m_result.query.step == PeriodUnit::Day)
            mark.rows.append({tr("Method"), NumberFormat::isolate(point.method.section(u',', 0, 0))});
        if (!point.isComplete)
            mark.rows.append(
                {tr("Until"), tr("%1, the period has not ended").arg(format.date(point.date))});
        mark.area = QRectF(left, area.top(), right - left, area.height());
        mark.points = {pixel(i, point.equity)};
        mark.isCrossed = true;
        marks.append(mark);
    }
    return marks;
}

void EquityChart::drawUnder(QCPPainter *painter) const
{
    const QColor teal = display().theme().category(Theme::Teal);
    QColor wash = teal;
    wash.setAlphaF(float(bandOpacity));
    painter->save();
    painter->setClipRect(plotArea());
    qsizetype start = 0;
    for (qsizetype i = 1; i <= m_result.series.size(); ++i) {
        if (i < m_result.series.size() && !isBreakBefore(i))
            continue;
        // One stretch of the same method: out along the upper ends, back along the lower.
        QPainterPath band(pixel(start, m_result.series[start].high));
        for (qsizetype k = start + 1; k < i; ++k)
            band.lineTo(pixel(k, m_result.series[k].high));
        for (qsizetype k = i - 1; k >= start; --k)
            band.lineTo(pixel(k, m_result.series[k].low));
        band.closeSubpath();
        painter->fillPath(band, wash);
        if (i - start == 1) { // a single point has no band: a bar from low to high
            painter->setPen(QPen(wash, 6));
            painter->drawLine(pixel(start, m_result.series[start].low),
                              pixel(start, m_result.series[start].high));
        }
        start = i;
    }
    painter->restore();
}

void EquityChart::drawOver(QCPPainter *painter) const
{
    const QColor teal = display().theme().category(Theme::Teal);
    const QRectF area = plotArea();
    const auto &series = m_result.series;
    const double line = display().lineHeight(Theme::TextRole::Axis);

    painter->save();
    painter->setClipRect(area.adjusted(-6, -6, 6, 6));
    for (qsizetype i = 1; i < series.size(); ++i) {
        if (isBreakBefore(i)) {
            const double middle = (pixel(i - 1, 0).x() + pixel(i, 0).x()) / 2;
            painter->setPen(QPen(display().color("text3"), 1, Qt::DotLine));
            painter->drawLine(QPointF(middle, area.top() + line), QPointF(middle, area.bottom()));
            PlotTools::drawText(painter, display(), QRectF(middle - 90, area.top(), 180, line),
                                Qt::AlignCenter, tr("method changed"), "text2");
            continue;
        }
        painter->setPen(
            QPen(teal, 2, series[i].isComplete ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap));
        painter->drawLine(pixel(i - 1, series[i - 1].equity), pixel(i, series[i].equity));
    }
    for (qsizetype i = 0; i < series.size(); ++i) {
        const bool last = i == series.size() - 1;
        if (!last && series.size() > mostPointsWithRings)
            continue;
        painter->setPen(QPen(teal, 1.5));
        painter->setBrush(last && series[i].isComplete ? teal : display().color("surface"));
        const double radius = last ? 4.5 : 3;
        painter->drawEllipse(pixel(i, series[i].equity), radius, radius);
    }
    painter->restore();

    const QPointF end = pixel(series.size() - 1, series.last().equity);
    if (area.adjusted(-1, -1, 1, 1).contains(end)) {
        const double top = std::min(end.y() - line - 1, area.bottom() - 2 * line);
        // Not mirrored: the line's end is at the right in both directions.
        PlotTools::drawText(painter, display(), QRectF(end.x() + 10, top, 160, line + 2),
                            Qt::AlignLeft | Qt::AlignVCenter,
                            display().format().shortNumber(series.last().equity), "text",
                            Theme::TextRole::Table, QFont::DemiBold);
        PlotTools::drawText(painter, display(), QRectF(end.x() + 10, top + line + 2, 160, line),
                            Qt::AlignLeft | Qt::AlignVCenter, interval(series.last()), "text3");
    }

    QList<PlotTools::AxisLabel> labels;
    int lastYear = 0;
    double nextLabel = area.left() - 1;
    for (qsizetype i = 0; i < series.size(); ++i) {
        const QDate date = series[i].date;
        const double place = plot()->xAxis->coordToPixel(x(i));
        if (place < nextLabel || place > area.right() + 1)
            continue;
        if (m_result.query.step == PeriodUnit::Day)
            nextLabel = place + dayLabelWidth;
        PlotTools::AxisLabel label{place, {}, {}};
        const QString year = display().format().year(date);
        switch (m_result.query.step) {
        case PeriodUnit::Year:
            label.text = year;
            break;
        case PeriodUnit::Month:
            label.text =
                display().format().locale().standaloneMonthName(date.month(), QLocale::ShortFormat);
            break;
        case PeriodUnit::Quarter:
            label.text = display().format().quarterShort(date);
            break;
        default:
            label.text = display().format().date(date);
            break;
        }
        const bool hasYear =
            m_result.query.step == PeriodUnit::Month || m_result.query.step == PeriodUnit::Quarter;
        if (hasYear && date.year() != lastYear)
            label.second = year;
        lastYear = date.year();
        labels.append(label);
    }
    PlotTools::drawAxisLabels(painter, display(), labels, area.bottom());
}

QList<QStringList> EquityChart::dataTable() const
{
    QList<QStringList> table{
        {tr("Date"), m_measure == Measure::Total ? tr("Equity") : tr("Equity per customer"),
         tr("Low"), tr("High"), tr("Customers"), tr("Active customers"), tr("Mean CLV"),
         tr("Method"), tr("Complete")}};
    const auto number = [](double value) { return QString::number(value, 'f', 2); };
    for (const Equity::EquityPoint &point : m_result.series) {
        table.append({point.date.toString(Qt::ISODate), number(point.equity), number(point.low),
                      number(point.high), QString::number(point.customers),
                      QString::number(point.activeCustomers), number(point.meanClv), point.method,
                      point.isComplete ? tr("yes") : tr("no")});
    }
    return table;
}
