#include "models/clv/bgnbd.h"
#include "models/clv/fit.h"
#include "models/clv/gammagamma.h"
#include "models/clv/intervals.h"
#include "models/clv/mbgnbd.h"
#include "models/clv/paretonbd.h"
#include "models/clv/purchasefit.h"
#include "models/clv/purchaserows.h"
#include "models/clv/valuation.h"
#include "models/insights/analysis.h"
#include "models/numerics/parallel.h"
#include "models/numerics/random.h"

#include <malloc.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

/// Seconds of fitting and predicting on simulated customers, medians of five runs, beside the
/// published figures of other packages on customers simulated alike (design: clv_numerics.md,
/// section 3).
namespace {

struct Population
{
    std::vector<std::uint32_t> x;
    std::vector<double> tx;
    std::vector<double> T;
    std::vector<double> meanSpend;
};

/// Pareto/NBD with r .8, alpha 4, s .5, beta 20, ages 26 to 104 weeks, daily dates; gamma-gamma
/// spend.
Population simulate(std::size_t count)
{
    Numerics::Random random(20240601);
    const auto wholeDays = [](double weeks) { return std::floor(weeks * 7) / 7; };
    Population result;
    for (std::size_t i = 0; i < count; ++i) {
        const double age = wholeDays(random.uniform(26, 104));
        const double lambda = random.gamma(0.8, 4);
        const double end = std::min(age, random.exponential(random.gamma(0.5, 20)));
        std::uint32_t x = 0;
        double last = 0;
        for (double time = random.exponential(lambda); time <= end;
             time += random.exponential(lambda)) {
            const double day = wholeDays(time);
            if (day > last) {
                ++x;
                last = day;
            }
        }
        result.x.push_back(x);
        result.tx.push_back(last);
        result.T.push_back(age);
        const double nu = random.gamma(4, 60);
        result.meanSpend.push_back(x > 0 ? random.gamma(6.0 * x, nu * x) : std::nan(""));
    }
    return result;
}

/// The same customers as a workspace would load them: every purchase with its day and amount.
Customers::SnapshotPtr shopOf(std::size_t count)
{
    constexpr int weeksOfData = 104;
    const QDate start(2023, 7, 3);
    Numerics::Random random(20240601);
    auto shop = std::make_shared<Customers::Snapshot>();
    shop->version = QStringLiteral("benchmark");
    shop->purchaseExtent = {start, start.addDays(7 * weeksOfData)};
    shop->extent = shop->purchaseExtent;
    Customers::PurchaseColumns &purchases = shop->purchases;
    purchases.epoch = epochSeconds(start);
    purchases.categories = {QString()};
    purchases.first.push_back(0);
    constexpr std::uint32_t day = 86400;
    const auto add = [&](std::uint32_t at, double amount) {
        purchases.time.push_back(at * day);
        purchases.amount.push_back(std::int64_t(amount * 100));
        purchases.category.push_back(0);
        purchases.row.push_back(std::uint32_t(purchases.row.size() + 1));
    };
    for (std::size_t i = 0; i < count; ++i) {
        const auto age = std::uint32_t(random.uniform(26, weeksOfData) * 7);
        const std::uint32_t born = 7 * weeksOfData - age;
        const double lambda = random.gamma(0.8, 4);
        const double end = std::min(age / 7.0, random.exponential(random.gamma(0.5, 20)));
        const double nu = random.gamma(4, 60);
        add(born, random.gamma(6, nu));
        std::uint32_t last = 0;
        for (double time = random.exponential(lambda); time <= end;
             time += random.exponential(lambda)) {
            const auto at = std::uint32_t(time * 7);
            if (at > last)
                add(born + at, random.gamma(6, nu));
            last = std::max(last, at);
        }
        purchases.first.push_back(std::uint32_t(purchases.time.size()));
        shop->customerRow.push_back(std::int64_t(i) + 1);
    }
    shop->events.first.assign(count + 1, 0);
    shop->acquiredDay.assign(count, INT32_MIN);
    shop->acquisitionCost.assign(count, INT64_MIN);
    return shop;
}

double seconds(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double medianOf5(const std::function<void()> &work)
{
    std::vector<double> times;
    for (int run = 0; run < 5; ++run)
        times.push_back(seconds(work));
    std::sort(times.begin(), times.end());
    return times[2];
}

/// What else the machine was doing: processes that wanted to run, over the last minute.
double load()
{
    double average = 0;
    std::ifstream("/proc/loadavg") >> average;
    return average;
}

/// A line of /proc/self/status in bytes; 0 where the system does not tell.
double memory(const std::string &name)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind(name + ':', 0) == 0)
            return std::atof(line.c_str() + name.size() + 1) * 1024;
    }
    return 0;
}

/// Most bytes that \a work holds at once beyond what was there before.
double bytesOf(const std::function<void()> &work)
{
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << "5"; // begins the peak anew
    const double before = memory("VmRSS");
    work();
    return std::max(0.0, memory("VmHWM") - before);
}

struct Line
{
    const char *step;
    /// Fastest peer at 10,000, 100,000 and 1,000,000 customers; 0: not published. All starts from
    /// summaries; CLVTools at a million: 117 s.
    std::array<double, 3> peer;
    const char *peerName;
    double limit; ///< seconds at a million; 0: none set
    std::vector<double> time;
};

} // namespace

int main(int argc, char **argv)
{
    std::vector<std::size_t> sizes{10'000, 100'000, 1'000'000};
    if (argc > 1)
        sizes = {std::size_t(std::atol(argv[1]))};
    std::vector<Line> lines{
        {"group equal customers", {0, 0, 0}, "", 0, {}},
        {"BG/NBD fit", {0.28, 1.2, 18.4}, "lifetimes", 0.7, {}},
        {"MBG/NBD fit", {0.21, 1.34, 13.0}, "lifetimes", 0, {}},
        {"Pareto/NBD fit", {1.9, 9.3, 117}, "CLVTools", 3, {}},
        {"Gamma-Gamma fit", {0.06, 0.45, 9.2}, "lifetimes", 0, {}},
        {"BG/NBD refit after a filter", {0, 0, 0}, "", 0, {}},
        {"BG/NBD values + total's interval", {0, 0, 0}, "", 2, {}},
        {"Pareto/NBD values + total's interval", {0, 0, 0}, "", 2, {}},
        {"customers' intervals (Pareto/NBD)", {0, 0, 0}, "", 0, {}},
        // Values, intervals, the quarterly trend, the holdout, stages: what the window computes.
        {"whole analysis, from purchases", {0, 0, 0}, "", 0, {}},
    };
    std::printf("%u processors, load %.1f before; simulated customers: r .8, alpha 4, s .5, beta 20, T 26-104 weeks, "
                "daily dates\n",
                Numerics::processors(), load());
    for (const std::size_t size : sizes) {
        const Population customers = simulate(size);
        Clv::PurchaseRows rows;
        lines[0].time.push_back(
            medianOf5([&] { rows = Clv::groupRows(customers.x, customers.tx, customers.T); }));
        const Clv::BgNbdModel bg;
        const Clv::MbgNbdModel mbg;
        const Clv::ParetoNbdModel pareto;
        Clv::Fit bgFit;
        Clv::Fit mbgFit;
        Clv::Fit paretoFit;
        // Fits start from summaries in memory: grouping is part of them.
        const auto fitAll = [&](const Clv::PurchaseModel &model, Clv::Fit &fit) {
            return medianOf5([&] {
                fit = Clv::fitPurchases(model,
                                        Clv::groupRows(customers.x, customers.tx, customers.T));
            });
        };
        lines[1].time.push_back(fitAll(bg, bgFit));
        lines[2].time.push_back(fitAll(mbg, mbgFit));
        lines[3].time.push_back(fitAll(pareto, paretoFit));
        Clv::PurchaseSummary summary;
        summary.x = customers.x;
        summary.tx = customers.tx;
        summary.T = customers.T;
        summary.meanSpend = customers.meanSpend;
        summary.firstSpend.assign(size, 60);
        summary.customer.resize(size);
        Clv::SpendForecast spend;
        lines[4].time.push_back(medianOf5([&] {
            spend = Clv::forecastSpend(Clv::SpendModel::GammaGamma, summary, summary, {}, {});
        }));
        // A filter keeps half of the customers; their fit starts from that of all.
        std::vector<std::uint32_t> keptX;
        std::vector<double> keptTx;
        std::vector<double> keptT;
        for (std::size_t i = 0; i < size; i += 2) {
            keptX.push_back(customers.x[i]);
            keptTx.push_back(customers.tx[i]);
            keptT.push_back(customers.T[i]);
        }
        lines[5].time.push_back(medianOf5([&] {
            (void)Clv::fitPurchases(bg, Clv::groupRows(keptX, keptTx, keptT), bgFit.parameters);
        }));
        const Clv::ValueTerms terms = Clv::valueTerms(Clv::ClvQuery{});
        const std::vector<Clv::CustomerGroup> groups = Clv::oneGroup(summary);
        std::vector<Clv::Prediction> predictions(1);
        Clv::TotalBounds bounds;
        const auto value = [&](const Clv::PurchaseModel &model, const Clv::Fit &fit) {
            return medianOf5([&] {
                Clv::CustomerValues values;
                predictions[0] = Clv::predict(model, fit.parameters, groups[0].rows, terms);
                Clv::fillValues(values, summary, groups, predictions, spend.expected, terms);
                const Clv::PurchaseProcess process{&model, {}, 0};
                bounds = Clv::totalInterval({process, fit, spend, summary, groups, predictions},
                                            terms, 0.9, 1);
            });
        };
        lines[6].time.push_back(value(bg, bgFit));
        lines[7].time.push_back(value(pareto, paretoFit));
        std::vector<double> low;
        std::vector<double> high;
        lines[8].time.push_back(medianOf5([&] {
            const Clv::PurchaseProcess process{&pareto, {}, 0};
            Clv::customerIntervals({process, paretoFit, spend, summary, groups, predictions}, terms,
                                   0.9, 1, low, high);
        }));
        {
            const Customers::SnapshotPtr shop = shopOf(size);
            Insights::AnalysisQuery query;
            query.lifecycle = Lifecycle::consumerTemplate();
            query.ranksModels = false; // as the window asks: the page that shows them fits them
            lines[9].time.push_back(medianOf5([&] {
                (void)Insights::computeAnalysis(shop, query, NumberFormat());
            }));
        }
        std::printf("%8zu customers: %zu rows, Pareto/NBD r %.3f alpha %.3f s %.3f beta %.3f (%s, "
                    "%d iterations)\n",
                    size, rows.size(), paretoFit.parameters[0], paretoFit.parameters[1],
                    paretoFit.parameters[2], paretoFit.parameters[3],
                    paretoFit.isConverged() ? "converged" : "not converged", paretoFit.iterations);
        rows = {};
        const auto fitOf = [&](const Clv::PurchaseModel &model) {
            return bytesOf([&] {
                (void)Clv::fitPurchases(model, Clv::groupRows(customers.x, customers.tx,
                                                              customers.T));
            });
        };
        const double perCustomer = 1 / double(size);
        std::printf("         bytes a customer beyond the data: fit BG/NBD %.0f, Pareto/NBD %.0f; "
                    "values with the total's interval %.0f\n",
                    fitOf(bg) * perCustomer, fitOf(pareto) * perCustomer, bytesOf([&] {
                        Clv::CustomerValues values;
                        predictions[0] =
                            Clv::predict(pareto, paretoFit.parameters, groups[0].rows, terms);
                        Clv::fillValues(values, summary, groups, predictions, spend.expected,
                                        terms);
                        const Clv::PurchaseProcess process{&pareto, {}, 0};
                        bounds = Clv::totalInterval(
                            {process, paretoFit, spend, summary, groups, predictions}, terms, 0.9,
                            1);
                    }) * perCustomer);
    }
    std::printf("\nload %.1f after\n%-38s", load(), "median seconds of 5");
    for (const std::size_t size : sizes)
        std::printf("%12zu", size);
    std::printf("%10s%10s  %s\n", "exponent", "limit", "times as fast as the fastest peer");
    for (const Line &line : lines) {
        std::printf("%-38s", line.step);
        for (const double time : line.time)
            std::printf("%12.4f", time);
        if (line.time.size() == 3)
            std::printf("%10.2f", std::log(line.time[2] / line.time[0]) / std::log(100.0));
        if (line.time.size() == 3) {
            if (line.limit > 0)
                std::printf("%8.1f s", line.limit);
            else
                std::printf("%10s", "");
            for (std::size_t i = 0; i < 3 && line.peer[i] > 0; ++i)
                std::printf("%s%.0f", i == 0 ? "  " : " / ", line.peer[i] / line.time[i]);
            std::printf(" %s", line.peerName);
        }
        std::printf("\n");
    }
    return 0;
}
