#include "ui/pages/lifecycle/funnelreadings.h"

#include "models/funnel/behind.h"
#include "models/funnel/words.h"
#include "ui/charts/columnschart.h"
#include "ui/charts/curveschart.h"
#include "ui/pages/lifecycle/attributes.h"
#include "ui/pages/lifecycle/celltable.h"
#include "ui/pages/lifecycle/funnelchoices.h"
#include "ui/style/display.h"
#include "ui/widgets/card.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr double secondsPerDay = 86400;
enum Kind { BreakdownKind, TrendKind, TimesKind, DriversKind };
enum DriverColumn { EventColumn, ConvertedColumn, NotConvertedColumn };

} // namespace

FunnelReadings::FunnelReadings(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_card(new Card(display, this))
    , m_kind(new SegmentedControl(display))
    , m_stack(new QStackedWidget)
    , m_rows(new CellTable(this))
    , m_trend(new CurvesChart(u"funnel-trend"_s, display))
    , m_times(new ColumnsChart(u"time-to-convert"_s, display))
{
    m_rowView = m_rows->makeView(display, u"funnelRows"_s);
    m_kind->setObjectName(u"funnelTable"_s);
    m_card->addHeaderWidget(m_kind);
    for (QWidget *view : QList<QWidget *>{m_rowView, m_trend, m_times})
        m_stack->addWidget(view);
    m_stack->setMinimumHeight(210);
    m_card->setBody(m_stack);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    connect(m_kind, &SegmentedControl::chosen, this, &FunnelReadings::showReadings);
    connect(m_rows, &CellTable::cellOpened, this, &FunnelReadings::openCell);
    connect(m_times, &ColumnsChart::columnActivated, this, &FunnelReadings::openBin);
}

void FunnelReadings::setStudy(const FunnelData &asked, const Funnel::FunnelQuery &query,
                              const FunnelStudy &study)
{
    m_data = asked;
    m_query = query;
    m_study = study;
    showReadings();
}

void FunnelReadings::renewTexts()
{
    m_kind->setSegments({tr("Breakdown"), tr("Trend"), tr("Time to convert"), tr("Drivers")});
    m_kind->setAccessibleName(tr("What the table shows"));
    m_rowView->setAccessibleName(tr("Readings of the funnel"));
}

QString FunnelReadings::stepName(int step) const
{
    return Funnel::conditionWords(m_query.steps[step].condition, m_display.language());
}

void FunnelReadings::showReadings()
{
    if (!m_data.analysis)
        return;
    const NumberFormat &format = m_display.format();
    const int kind = m_kind->current();
    m_stack->setCurrentIndex(kind == TrendKind ? 1 : kind == TimesKind ? 2 : 0);
    m_card->setTitle(kind == TrendKind    ? tr("Conversion by month of entry")
                          : kind == TimesKind  ? tr("Time to convert")
                          : kind == DriversKind ? tr("What goes with conversion")
                                                : tr("Breakdown"));
    const bool canTell = m_study.drivers.converted > 0 && m_study.drivers.notConverted > 0;
    m_card->setSubtitle(
        kind == DriversKind && !canTell
            ? (m_study.drivers.converted > 0
                   ? tr("everybody converted, so nothing tells the converted from the others")
                   : tr("nobody converted, so nothing tells the converted from the others"))
        : kind == DriversKind
            ? tr("events on the way and attributes; odds ratio with one added to every cell; above 1 goes with conversion, which need not be its cause")
        : kind == BreakdownKind && m_query.breakdown ? breakdownTitle() : QString());
    if (kind == TrendKind) {
        m_trend->setMaker([rows = m_study.trend](const Display &shown) {
            Curves curves;
            curves.name = tr("Conversion by month of entry");
            curves.title = curves.name;
            curves.emptyTitle = tr("There is no second month to compare");
            curves.emptyReason = tr("The trend follows those who enter in each month.");
            curves.isPercent = true;
            curves.text = [&shown](double value) { return shown.format().percent(value, 1); };
            Curves::Series series;
            series.name = tr("Conversion");
            series.category = Theme::Blue;
            const qsizetype step = std::max<qsizetype>(1, rows.size() / 8);
            for (qsizetype i = 0; i < rows.size(); ++i) {
                const QDate day = QDate::fromString(rows[i].period.left(10), Qt::ISODate);
                const QString label = day.isValid() ? shown.format().monthYear(day) : rows[i].period;
                if (rows[i].entered > 0)
                    series.points.append({double(i), rows[i].percent() / 100});
                if (i % step == 0)
                    curves.labels.append({double(i), label});
                curves.marks.append(
                    {double(i), tr("%1: %2 entered").arg(label, shown.format().integer(rows[i].entered))});
            }
            curves.series.append(series);
            return curves;
        });
        return;
    }
    if (kind == TimesKind) {
        m_times->setMaker([times = m_study.times](const Display &shown) {
            const NumberFormat &numbers = shown.format();
            Columns columns;
            columns.name = tr("Time to convert");
            columns.title = columns.name;
            columns.emptyTitle = tr("Nobody has converted yet");
            columns.emptyReason = tr("The histogram counts who did all steps, by the time it took.");
            columns.isHistogram = true;
            columns.text = [&numbers](double value) { return numbers.integer(std::llround(value)); };
            Columns::Series series{tr("Conversions"), Theme::Blue, {}};
            for (qsizetype i = 0; i < times.bins.size(); ++i) {
                const Funnel::ConvertTimes::Bin &bin = times.bins[i];
                series.values.append(double(bin.count));
                const QString from = numbers.duration(double(bin.from) / secondsPerDay);
                columns.labels.append(from);
                columns.titles.append(i + 1 < times.bins.size()
                                          ? tr("%1 to %2").arg(from, numbers.duration(double(times.bins[i + 1].from)
                                                                                      / secondsPerDay))
                                          : tr("from %1").arg(from));
            }
            columns.series.append(series);
            if (times.bins.size() > 1 && times.conversions > 0) {
                const double width = double(times.bins[1].from - times.bins[0].from);
                const auto place = [&](double seconds) { return (seconds - double(times.bins[0].from)) / width; };
                columns.guides = {{place(times.medianSeconds),
                                   tr("median %1").arg(numbers.duration(times.medianSeconds / secondsPerDay))},
                                  {place(times.averageSeconds),
                                   tr("mean %1").arg(numbers.duration(times.averageSeconds / secondsPerDay))}};
                columns.finding = tr("Half convert within %1")
                                      .arg(numbers.duration(times.medianSeconds / secondsPerDay));
            }
            return columns;
        });
        return;
    }
    QList<CellTable::Head> heads;
    QList<CellTable::Row> rows;
    const auto countCell = [&format](qint64 count) {
        CellTable::Cell cell{format.integer(count), count};
        cell.opens = count > 0;
        return cell;
    };
    if (kind == DriversKind) {
        heads = {{tr("Event or attribute")},
                 {tr("Converted with it"), true},
                 {tr("Not converted with it"), true},
                 {tr("Odds ratio"), true}};
        const QList<Funnel::Driver> drivers =
            canTell ? m_study.drivers.events + m_study.drivers.traits : QList<Funnel::Driver>();
        for (const Funnel::Driver &driver : drivers) {
            rows.append({{driverName(driver)},
                         countCell(driver.success),
                         countCell(driver.failure),
                         {format.decimal(driver.oddsRatio, 2), driver.oddsRatio, true}});
        }
    } else {
        heads.append({tr("Value")});
        for (int step = 0; step < m_query.steps.size(); ++step) {
            heads.append({tr("Step %1").arg(format.integer(step + 1)), true, stepName(step)});
            heads.append({step == 0 ? tr("Share") : tr("Rate"), true});
        }
        const qint64 entered =
            m_study.result.total.steps.isEmpty() ? 0 : m_study.result.total.steps.first().count;
        const auto rowOf = [&](const QString &name, const Funnel::FunnelReading &read, bool strong) {
            CellTable::Row row{{name, {}, strong}};
            for (int step = 0; step < read.steps.size(); ++step) {
                const qint64 count = read.steps[step].count;
                const qint64 before = step > 0 ? read.steps[step - 1].count : entered;
                const double share = before > 0 ? double(count) / double(before) : 0;
                CellTable::Cell cell{format.integer(count), count, strong};
                cell.opens = count > 0;
                row.append(cell);
                row.append({format.percent(share, 1), share, strong});
            }
            return row;
        };
        for (const Funnel::FunnelGroup &group : std::as_const(m_study.result.groups))
            rows.append(rowOf(groupName(group.value), group.reading, false));
        if (!m_study.result.total.steps.isEmpty())
            rows.append(rowOf(tr("All"), m_study.result.total, true));
    }
    m_rows->setTable(heads, rows);
    m_rows->dressColumns(*m_rowView, m_display);
}

void FunnelReadings::openCell(int row, int column)
{
    if (m_kind->current() == DriversKind) {
        const Funnel::Driver driver =
            (m_study.drivers.events + m_study.drivers.traits).value(row);
        const bool converted = column == ConvertedColumn;
        const QString what = converted ? tr("Converted with %1") : tr("Not converted with %1");
        request(what.arg(driverName(driver)),
                [driver, converted](const Funnel::EventLog &log, const Funnel::FunnelQuery &query,
                                    const Progress &progress) {
                    return driver.property.isEmpty()
                               ? Funnel::driverActors(log, query, driver.event, converted, progress)
                               : Funnel::traitActors(log, query, driver.property, driver.value,
                                                     converted, progress);
                });
        return;
    }
    const int step = (column - 1) / 2;
    const bool isTotal = row >= m_study.result.groups.size();
    const Funnel::FunnelReading &reading =
        isTotal ? m_study.result.total : m_study.result.groups[row].reading;
    if (step >= reading.steps.size())
        return;
    const QString value = isTotal ? tr("All") : groupName(m_study.result.groups[row].value);
    const QString step1 = m_display.format().integer(step + 1);
    emit contactsRequested(CustomerChoice::of(tr("%1, step %2").arg(value, step1),
                                              m_study.customersOf(reading.steps[step].reached)));
}

void FunnelReadings::openBin(int bin)
{
    const QList<Funnel::ConvertTimes::Bin> &bins = m_study.times.bins;
    if (bin >= bins.size())
        return;
    // The last bin goes on for ever.
    const std::int64_t before = bin + 1 < bins.size() ? bins[bin + 1].from
                                                      : std::numeric_limits<std::int64_t>::max();
    request(tr("Time to convert: %1").arg(m_times->columns().titles.value(bin)),
            [from = bins[bin].from, before](const Funnel::EventLog &log,
                                            const Funnel::FunnelQuery &query,
                                            const Progress &progress) {
                return Funnel::convertedWithin(log, query, from, before, progress);
            });
}

template <typename Find>
void FunnelReadings::request(const QString &what, Find find)
{
    CustomerChoice choice;
    choice.what = what;
    choice.find = [study = std::make_shared<FunnelStudy>(m_study), data = m_data, query = m_query,
                   find](const Progress &progress) -> Result<CustomerChoice::List> {
        const Result<Funnel::EventLog> counted = data.counted(query, progress);
        if (!counted)
            return counted.error();
        const Result<Funnel::Actors> actors = find(*counted, query, progress);
        return actors ? Result<CustomerChoice::List>(study->customersOf(*actors)) : actors.error();
    };
    emit contactsRequested(choice);
}

QString FunnelReadings::driverName(const Funnel::Driver &driver) const
{
    if (driver.property.isEmpty())
        return NumberFormat::isolate(driver.event);
    //: %1 is an attribute of customers, such as City; %2 its value
    return tr("%1: %2").arg(Attributes::title(*m_data.analysis, driver.property),
                            NumberFormat::isolate(groupName(driver.value)));
}

QString FunnelReadings::breakdownTitle() const
{
    return m_query.breakdown->property == savedSegments
               ? tr("saved segments, which may overlap")
               : Attributes::title(*m_data.analysis, m_query.breakdown->property);
}

QString FunnelReadings::groupName(const QString &value) const
{
    if (m_query.breakdown && m_query.breakdown->property == savedSegments) {
        for (const Segments::Segment &segment : m_data.segments) {
            if (segment.name == value && m_display.isArabic() && !segment.nameArabic.isEmpty())
                return segment.nameArabic;
        }
    }
    return value.isEmpty() ? tr("(no value)") : value;
}
