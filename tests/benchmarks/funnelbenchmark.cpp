// Speed of funnel questions over columns already in memory. Prints a table; judges nothing.
//
//   bench_funnel [--events N] [--customers N] [--csv FILE]
//
// --csv also writes the log (customer, seconds, event), for the comparison in duckdb.mjs.

#include "models/funnel/counts.h"
#include "models/funnel/evaluator.h"
#include "models/funnel/retention.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <random>

using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 7;
constexpr std::int64_t epoch = 1'704'067'200; // 2024-01-01
constexpr std::uint32_t year = 365 * 86400;
constexpr int regions = 20;

const QStringList names{u"site_visit"_s,    u"form_submitted"_s, u"demo_attended"_s,
                        u"order_paid"_s,    u"review_posted"_s,  u"newsletter_open"_s,
                        u"ticket_opened"_s, u"page_view"_s};

struct Columns
{
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> time;
    std::vector<std::uint16_t> name;
};

/// Customers of very different activity, early steps more common than late ones.
Columns makeColumns(std::size_t events, std::size_t customers)
{
    std::mt19937_64 random(20240101);
    std::discrete_distribution<int> pick{22, 16, 12, 10, 6, 14, 8, 12};
    std::gamma_distribution<double> activity(1.0, double(events) / double(customers));
    std::vector<std::uint32_t> sizes(customers);
    std::size_t total = 0;
    for (std::uint32_t &size : sizes) {
        size = std::uint32_t(activity(random));
        total += size;
    }
    for (std::size_t customer = 0; total < events; ++total, customer = (customer + 1) % customers)
        ++sizes[customer];
    Columns columns;
    columns.first.push_back(0);
    columns.time.reserve(total);
    columns.name.reserve(total);
    for (const std::uint32_t size : sizes) {
        const std::size_t begin = columns.time.size();
        for (std::uint32_t i = 0; i < size; ++i) {
            columns.time.push_back(std::uint32_t(random() % year));
            columns.name.push_back(std::uint16_t(pick(random)));
        }
        std::sort(columns.time.begin() + std::ptrdiff_t(begin), columns.time.end());
        columns.first.push_back(std::uint32_t(columns.time.size()));
    }
    return columns;
}

Funnel::FunnelQuery fiveSteps()
{
    Funnel::FunnelQuery query;
    query.windowSeconds = 90 * 86400;
    for (int step = 0; step < 5; ++step)
        query.steps.append({{names[step], {}}, false});
    query.listActors = false;
    return query;
}

/// Wall time counts; processor time tells whether the cores were idle enough for it to mean
/// anything.
template <typename Work>
void measure(const char *what, double target, Work work)
{
    std::vector<double> wall;
    std::vector<double> processor;
    for (int run = 0; run < runs; ++run) {
        const std::clock_t busy = std::clock();
        const auto start = std::chrono::steady_clock::now();
        work();
        wall.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                .count());
        processor.push_back(1000.0 * double(std::clock() - busy) / CLOCKS_PER_SEC);
    }
    std::sort(wall.begin(), wall.end());
    std::sort(processor.begin(), processor.end());
    std::printf("%-50s %8.1f %8.1f %10.1f", what, wall[runs / 2], wall[0], processor[runs / 2]);
    if (target > 0)
        std::printf(" %8.0f", target);
    std::printf("\n");
}

void writeCsv(const QString &path, const Columns &columns)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    QByteArray line("customer,t,event,region\n");
    for (std::size_t customer = 0; customer + 1 < columns.first.size(); ++customer) {
        for (std::uint32_t event = columns.first[customer]; event < columns.first[customer + 1];
             ++event) {
            line += QByteArray::number(qulonglong(customer)) + ','
                    + QByteArray::number(qlonglong(epoch + columns.time[event])) + ','
                    + QByteArray::number(columns.name[event]) + ','
                    + QByteArray::number(int(customer % regions)) + '\n';
            if (line.size() > (1 << 20)) {
                file.write(line);
                line.clear();
            }
        }
    }
    file.write(line);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"events"_s, u"Number of events."_s, u"N"_s, u"10000000"_s},
                       {u"customers"_s, u"Number of customers."_s, u"N"_s, u"1000000"_s},
                       {u"csv"_s, u"Also write the events to this file."_s, u"FILE"_s}});
    parser.addHelpOption();
    parser.process(application);
    const std::size_t customers = parser.value(u"customers"_s).toULongLong();
    Columns columns = makeColumns(parser.value(u"events"_s).toULongLong(), customers);
    if (parser.isSet(u"csv"_s))
        writeCsv(parser.value(u"csv"_s), columns);

    auto snapshot = std::make_shared<Customers::Snapshot>();
    Customers::CodedColumn region;
    region.field = u"region"_s;
    region.values.append(QString());
    for (int i = 0; i < regions; ++i)
        region.values.append(u"region %1"_s.arg(i));
    for (std::size_t customer = 0; customer < customers; ++customer) {
        snapshot->customerRow.push_back(std::int64_t(customer) + 1);
        region.code.push_back(std::uint16_t(customer % regions + 1));
    }
    snapshot->coded.append(region);
    snapshot->events.first = std::move(columns.first);
    snapshot->events.time = std::move(columns.time);
    snapshot->events.name = std::move(columns.name);
    snapshot->events.epoch = epoch;
    snapshot->events.names = names;
    const Funnel::EventLog log = Funnel::EventLog::fromSnapshot(snapshot);

    std::printf("%zu events of %zu customers, median of %d runs\n", log.size(), log.actors(), runs);
    std::printf("%-50s %8s %8s %10s %8s\n", "milliseconds", "median", "best", "processor",
                "at most");
    const Funnel::FunnelQuery funnel = fiveSteps();
    QList<qint64> counts;
    measure("five ordered steps, window 90 days, counts", 60,
            [&] { counts = Funnel::countActors(log, funnel)->total; });
    Funnel::FunnelQuery byRegion = funnel;
    byRegion.breakdown = Funnel::Breakdown{u"region"_s, Funnel::Attribution::FirstTouch, 0};
    measure("the same by 20 values", 120,
            [&] { static_cast<void>(Funnel::countActors(log, byRegion)); });
    measure("the same with times, reached actors, still open", 0,
            [&] { static_cast<void>(Funnel::evaluate(log, funnel)); });

    Funnel::RetentionQuery retention;
    retention.period = Funnel::Interval::Month;
    retention.intervals = 12;
    retention.dateTo = epoch + year - 1;
    Funnel::RetentionMatrix matrix;
    measure("retention, 12 months, any event", 100,
            [&] { matrix = *Funnel::evaluateRetention(log, retention); });
    retention.period = Funnel::Interval::Week;
    retention.intervals = 52;
    measure("retention, 52 weeks, any event", 0,
            [&] { static_cast<void>(Funnel::evaluateRetention(log, retention)); });

    std::printf("counts");
    for (const qint64 count : std::as_const(counts))
        std::printf(" %lld", static_cast<long long>(count));
    std::printf("; first cohort");
    for (const qint64 count : matrix.rows.first())
        std::printf(" %lld", static_cast<long long>(count));
    std::printf("\n");
    return 0;
}
