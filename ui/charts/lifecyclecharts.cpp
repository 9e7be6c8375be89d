#include "ui/charts/lifecyclecharts.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using Lifecycle::CohortMatrix;
using Lifecycle::CohortMeasure;

namespace LifecycleCharts {
namespace {

QString tr(const char *text, const char *note = nullptr, int n = -1)
{
    return QCoreApplication::translate("LifecycleCharts", text, note, n);
}

QString measureText(double value, CohortMeasure measure, const Currency &currency,
                    const Display &display)
{
    const NumberFormat &format = display.format();
    switch (measure) {
    case CohortMeasure::Retention:
    case CohortMeasure::Payback:
        return format.percent(value);
    case CohortMeasure::Revenue:
    case CohortMeasure::CumulativeValue: {
        const double major = value / double(currency.minorPerMajor());
        return std::abs(major) >= 100000 ? format.shortNumber(major) : format.integer(std::llround(major));
    }
    case CohortMeasure::Orders:
        return format.decimal(value, 2);
    }
    return {};
}

/// With the unit, for tips.
QString measureWords(double value, CohortMeasure measure, const Currency &currency,
                     const Display &display)
{
    const NumberFormat &format = display.format();
    if (!std::isfinite(value))
        return u"–"_s;
    if (measure == CohortMeasure::Revenue || measure == CohortMeasure::CumulativeValue)
        return format.money(value / double(currency.minorPerMajor()), currency.code);
    if (measure == CohortMeasure::Orders)
        return format.decimal(value, 2);
    return format.percent(value, 1);
}

QString unitCaption(PeriodUnit unit)
{
    switch (unit) {
    case PeriodUnit::Week:
        return tr("weeks since the first purchase");
    case PeriodUnit::Month:
        return tr("months since the first purchase");
    case PeriodUnit::Quarter:
        return tr("quarters since the first purchase");
    default:
        return tr("years since the first purchase");
    }
}

QString measureNote(CohortMeasure measure, const CohortMatrix &matrix, const Currency &currency,
                    const Display &display)
{
    switch (measure) {
    case CohortMeasure::Retention:
        return tr("share of the cohort that bought in the period");
    case CohortMeasure::Revenue:
        return tr("%1 of the period per customer").arg(display.format().currencyName(currency.code));
    case CohortMeasure::CumulativeValue:
        return tr("%1 of margin so far per customer, at %2 of revenue")
            .arg(display.format().currencyName(currency.code), display.format().percent(matrix.margin));
    case CohortMeasure::Orders:
        return tr("days with an order in the period, per customer");
    case CohortMeasure::Payback:
        return display.format().shapeDigits(
            tr("margin so far over the cohort's acquisition cost; 100 % has paid back"));
    }
    return {};
}

QString cohortFinding(const CohortMatrix &matrix, CohortMeasure measure, const Currency &currency,
                      const Display &display)
{
    int last = 0;
    for (int column = 1; column < matrix.columns(); ++column) {
        if (std::isfinite(matrix.average(column, measure)))
            last = column;
    }
    if (last == 0)
        return {};
    const QString value = measureWords(matrix.average(last, measure), measure, currency, display);
    const QString periods = display.format().integer(last);
    switch (measure) {
    case CohortMeasure::Retention:
        return tr("After %1 periods %2 of a cohort still buy").arg(periods, value);
    case CohortMeasure::Revenue:
        return tr("In period %1 a customer brings %2").arg(periods, value);
    case CohortMeasure::CumulativeValue:
        return tr("After %1 periods a customer has brought a margin of %2").arg(periods, value);
    case CohortMeasure::Orders:
        return tr("In period %1 a customer orders %2 times").arg(periods, value);
    case CohortMeasure::Payback:
        return tr("After %1 periods %2 of the acquisition cost is paid back").arg(periods, value);
    }
    return {};
}

double highestOf(const CohortMatrix &matrix, CohortMeasure measure)
{
    // The first period of orders and revenue holds the purchase that made the cohort; the scale is
    // for the rest.
    const int first = measure == CohortMeasure::CumulativeValue || measure == CohortMeasure::Payback
                          ? 0
                          : 1;
    double most = 0;
    for (int cohort = 0; cohort < matrix.columns(); ++cohort) {
        for (int column = first; column < matrix.columns() - cohort; ++column) {
            const double value = matrix.value(cohort, column, measure);
            if (std::isfinite(value))
                most = std::max(most, value);
        }
    }
    return measure == CohortMeasure::Payback ? std::min(most, 1.5) : most;
}

} // namespace

QString stageName(const Lifecycle::Stage &stage, const Display &display)
{
    return display.isArabic() && !stage.nameArabic.isEmpty() ? stage.nameArabic : stage.nameEnglish;
}

QString measureName(CohortMeasure measure)
{
    switch (measure) {
    case CohortMeasure::Retention:
        return tr("Retention");
    case CohortMeasure::Revenue:
        return tr("Revenue per customer");
    case CohortMeasure::CumulativeValue:
        return tr("Cumulative value per customer");
    case CohortMeasure::Orders:
        return tr("Orders per customer");
    case CohortMeasure::Payback:
        return tr("Payback of acquisition cost");
    }
    return {};
}

QString periodLabel(QDate start, PeriodUnit unit, const Display &display)
{
    switch (unit) {
    case PeriodUnit::Month:
        return display.format().monthYear(start);
    case PeriodUnit::Quarter:
        return display.format().quarter(start);
    case PeriodUnit::Year:
        return display.format().year(start);
    default:
        return display.format().date(start);
    }
}

HeatTable cohortTable(const CohortMatrix &matrix, CohortMeasure measure, const Currency &currency,
                      const Display &display)
{
    const NumberFormat &format = display.format();
    HeatTable table;
    table.name = measureName(measure);
    table.finding = cohortFinding(matrix, measure, currency, display);
    table.title = table.finding;
    table.subtitle = measureNote(measure, matrix, currency, display);
    table.emptyTitle = tr("No cohort began in these periods");
    table.emptyReason = tr("A cohort is the customers whose first purchase fell into one period. Choose "
                           "longer periods, or import purchases.");
    table.corner = tr("First purchase");
    table.size = tr("Customers");
    for (int column = 0; column < matrix.columns(); ++column)
        table.columns.append(format.integer(column));
    const double most = highestOf(matrix, measure);
    for (int cohort = 0; cohort < matrix.columns(); ++cohort) {
        const Lifecycle::Cohort &entry = matrix.cohorts[cohort];
        if (entry.customers == 0)
            continue;
        HeatTable::Row row;
        row.name = periodLabel(entry.start, matrix.unit, display);
        row.size = format.integer(entry.customers);
        for (int column = 0; column < matrix.columns(); ++column) {
            HeatTable::Cell cell;
            const double value = matrix.value(cohort, column, measure);
            if (std::isfinite(value)) {
                cell.text = measureText(value, measure, currency, display);
                cell.position = most > 0 ? std::clamp(value / most, 0.0, 1.0) : 0;
                cell.isHatched = !matrix.isFinished(cohort, column);
                cell.value = value;
                cell.title = tr("%1, period %2").arg(row.name, format.integer(column));
                cell.rows = {{measureName(measure), measureWords(value, measure, currency, display)},
                             {tr("Bought in the period"), format.integer(entry.active[column])},
                             {tr("Customers of the cohort"), format.integer(entry.customers)}};
                if (cell.isHatched)
                    cell.rows.append({tr("Not finished"), tr("the period has not ended")});
            }
            row.cells.append(cell);
        }
        table.rows.append(row);
    }
    if (table.rows.isEmpty())
        return table;
    HeatTable::Row average;
    average.name = tr("Weighted average");
    average.isStrong = true;
    for (int column = 0; column < matrix.columns(); ++column) {
        HeatTable::Cell cell;
        const double value = matrix.average(column, measure);
        if (std::isfinite(value)) {
            cell.text = measureText(value, measure, currency, display);
            cell.value = value;
            cell.title = tr("Weighted average, period %1").arg(format.integer(column));
            cell.rows = {{measureName(measure), measureWords(value, measure, currency, display)}};
        }
        average.cells.append(cell);
    }
    table.rows.append(average);
    return table;
}

Curves cohortCurves(const CohortMatrix &matrix, CohortMeasure measure, const Currency &currency,
                    const Display &display)
{
    const bool isMoney = measure == CohortMeasure::Revenue || measure == CohortMeasure::CumulativeValue;
    const double unit = isMoney ? double(currency.minorPerMajor()) : 1;
    Curves curves;
    curves.name = tr("%1 by cohort").arg(measureName(measure));
    curves.finding = cohortFinding(matrix, measure, currency, display);
    curves.subtitle = measureNote(measure, matrix, currency, display);
    curves.emptyTitle = tr("No cohort has two finished periods");
    curves.emptyReason = tr("Choose shorter periods, or import more purchases.");
    curves.caption = unitCaption(matrix.unit);
    curves.isPercent = measure == CohortMeasure::Retention || measure == CohortMeasure::Payback;
    if (measure == CohortMeasure::Retention)
        curves.top = 1; // nobody can come back more than once
    curves.text = [measure, currency, unit, &display](double value) {
        return measureWords(value * unit, measure, currency, display);
    };
    for (int cohort = 0; cohort < matrix.columns(); ++cohort) {
        Curves::Series series;
        series.name = periodLabel(matrix.cohorts[cohort].start, matrix.unit, display);
        series.category = Theme::Stone;
        series.isThin = true;
        for (int column = 0; column < matrix.columns() - cohort; ++column) {
            const double value = matrix.value(cohort, column, measure);
            if (std::isfinite(value) && matrix.isFinished(cohort, column))
                series.points.append({double(column), value / unit});
        }
        if (series.points.size() > 1)
            curves.series.append(series);
    }
    Curves::Series average;
    average.name = tr("Average");
    average.category = Theme::Teal;
    for (int column = 0; column < matrix.columns(); ++column) {
        const double value = matrix.average(column, measure);
        if (std::isfinite(value))
            average.points.append({double(column), value / unit});
    }
    curves.series.append(average);
    const int step = std::max(1, matrix.columns() / 12);
    for (int column = 0; column < matrix.columns(); ++column) {
        if (column % step == 0 || step == 1)
            curves.labels.append({double(column), display.format().integer(column)});
        curves.marks.append({double(column), tr("Period %1").arg(display.format().integer(column))});
    }
    if (measure == CohortMeasure::Payback)
        curves.guide = 1;
    return curves;
}

Columns growthBars(const Funnel::GrowthBars &bars, const Display &display)
{
    const NumberFormat &format = display.format();
    Columns columns;
    columns.name = tr("Growth of active customers");
    columns.emptyTitle = tr("Nobody was active in these periods");
    columns.emptyReason = tr("Choose a longer period, or import purchases.");
    columns.text = [&format](double value) { return format.integer(std::llround(value)); };
    const auto numbers = [](const QList<qint64> &values) {
        QList<double> result;
        for (const qint64 value : values)
            result.append(double(value));
        return result;
    };
    columns.series = {{tr("New"), Theme::Blue, numbers(bars.fresh)},
                      {tr("Returning"), Theme::Teal, numbers(bars.returning)},
                      {tr("Resurrecting"), Theme::Sky, numbers(bars.resurrecting)},
                      {tr("Dormant"), Theme::Vermilion, numbers(bars.dormant)}};
    for (const QString &period : bars.periods) {
        const QDate day = QDate::fromString(period.left(10), Qt::ISODate);
        columns.titles.append(day.isValid() ? format.monthYear(day) : period);
        columns.labels.append(day.isValid() ? format.monthYear(day) : period);
    }
    if (!bars.periods.isEmpty()) {
        const qsizetype last = bars.periods.size() - 1;
        const qint64 net = bars.fresh[last] + bars.resurrecting[last] + bars.dormant[last];
        columns.finding = tr("%1: %2 customers joined or came back, %3 fell silent")
                              .arg(columns.titles.last(),
                                   format.integer(bars.fresh[last] + bars.resurrecting[last]),
                                   format.integer(-bars.dormant[last]));
        columns.title = columns.finding;
        columns.subtitle = tr("net %1 in the last period; who fell silent hangs below zero")
                               .arg(format.signedDecimal(double(net), 0));
    }
    return columns;
}

Curves stayCurves(const QList<Lifecycle::StageStay> &stays,
                  const Lifecycle::LifecycleModel &lifecycle, int stage, const Display &display)
{
    static constexpr int inOrder[] = {Theme::Blue, Theme::Sky, Theme::Violet, Theme::Plum,
                                      Theme::Teal, Theme::Amber, Theme::Vermilion};
    const NumberFormat &format = display.format();
    Curves curves;
    curves.name = tr("Time in stage");
    curves.emptyTitle = tr("Nobody has moved on from this stage yet");
    curves.emptyReason = tr("The curve falls when customers enter the next stage. Those who are still "
                            "here count as not finished.");
    curves.caption = tr("days in the stage");
    curves.isPercent = true;
    curves.top = 1;
    curves.guide = 0.5;
    curves.text = [&format](double value) { return format.percent(value, 1); };
    double longest = 1;
    for (const Lifecycle::StageStay &stay : stays) {
        if (stage >= 0 && stay.stage != stage)
            continue;
        Curves::Series series;
        series.name = stageName(lifecycle.stages[stay.stage], display);
        series.category = inOrder[stay.stage % int(std::size(inOrder))];
        series.isStep = true;
        series.points.append({0, 1});
        if (stage >= 0)
            series.band.append({1, 1});
        for (const Lifecycle::SurvivalPoint &point : stay.band) {
            series.points.append({point.days, point.share});
            if (stage >= 0)
                series.band.append({point.low, point.high});
            longest = std::max(longest, point.days);
        }
        if (series.points.size() > 1)
            curves.series.append(series);
        if (stage >= 0) {
            if (std::isfinite(stay.medianDays)) {
                curves.finding = tr("Half of those in %1 move on within %2")
                                     .arg(series.name, format.duration(stay.medianDays));
                curves.bound = stay.medianDays;
            } else {
                curves.finding =
                    tr("Fewer than half of those in %1 have moved on").arg(series.name);
            }
            curves.title = curves.finding;
            curves.subtitle =
                format.shapeDigits(tr("share still in the stage, 90 % band; %1 of %2 are still open")
                                       .arg(format.integer(stay.open), format.integer(stay.entered)));
        }
    }
    if (stage < 0)
        curves.subtitle = tr("share still in the stage; the dashed line is the median");
    const double step = PlotTools::niceStep(longest / 8);
    for (double x = 0; x <= longest; x += step)
        curves.labels.append({x, format.integer(std::llround(x))});
    const double fine = std::max(1.0, std::floor(longest / 40));
    for (double x = 0; x <= longest; x += fine)
        curves.marks.append({x, tr("After %1").arg(format.duration(x))});
    return curves;
}

HeatTable transitionTable(const Journeys::Journey &journey, const Display &display)
{
    const NumberFormat &format = display.format();
    HeatTable table;
    table.name = tr("Transition matrix");
    table.title = table.name;
    table.subtitle = tr("share of moves from the row's stage to the column's");
    table.emptyTitle = tr("Nobody began a journey in this period");
    table.emptyReason = tr("Choose a longer period, or import events.");
    table.corner = tr("From");
    table.size = tr("Moves");
    const auto stages = int(journey.lifecycle.stages.size());
    for (const Lifecycle::Stage &stage : journey.lifecycle.stages)
        table.columns.append(stageName(stage, display));
    table.columns.append(tr("End"));
    if (journey.contacts == 0)
        return table;
    const QList<QList<double>> shares =
        journey.moves.values(Funnel::TransitionValue::ProbabilityOut);
    for (int from = 0; from <= stages; ++from) {
        HeatTable::Row row;
        row.name = from == 0 ? tr("Start") : stageName(journey.lifecycle.stages[from - 1], display);
        qint64 moves = 0;
        for (const qint64 count : journey.moves.counts[from])
            moves += count;
        row.size = format.integer(moves);
        for (int to = 1; to <= stages + 1; ++to) {
            HeatTable::Cell cell;
            const qint64 count = journey.moves.counts[from][to];
            if (count > 0) {
                cell.text = format.percent(shares[from][to], shares[from][to] < 0.1 ? 1 : 0);
                cell.position = shares[from][to];
                cell.value = shares[from][to];
                cell.title = row.name + (display.isArabic() ? u" ← "_s : u" → "_s)
                             + table.columns[to - 1];
                cell.rows = {{tr("Share"), format.percent(shares[from][to], 1)},
                             {tr("Moves"), format.integer(count)},
                             {tr("Mean time"),
                              from > 0 && to <= stages
                                  ? format.duration(journey.moves.averageSeconds(from, to) / 86400)
                                  : u"–"_s}};
            }
            row.cells.append(cell);
        }
        table.rows.append(row);
    }
    return table;
}

} // namespace LifecycleCharts
