#include "models/clv/clvjob.h"
#include "models/clv/cnbdk.h"
#include "models/clv/contractual.h"
#include "models/clv/intervals.h"
#include "models/clv/models.h"
#include "models/clv/purchasefit.h"
#include "models/numerics/random.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

/// How often the 90 % interval of the total holds the truth over simulated data sets, for two
/// truths: what the customers went on to spend (the interval that is shown: parameters and chance)
/// and what they are expected to spend at the true parameters (parameters alone). A name chooses
/// one world: coveragestudy 200 1000 bg-nbd.
namespace {

constexpr double year = 52;

struct World
{
    Clv::Model model;
    std::vector<double> parameters;
    int customers = 1000;
    int k = 1;         ///< of regular buyers: a purchase is every k-th event
    double effect = 0; ///< e^effect: how much more often half of the customers buy
};

struct Simulated
{
    Clv::PurchaseSummary summary;
    std::vector<double> z; ///< the covariate, by customer
    double future = 0;     ///< discounted spend in the horizon
};

/// When a customer of the world leaves: a time, or after which purchase.
struct Life
{
    double end = 1e300;
    double leave = 0; ///< probability after each purchase
    bool flipsAtFirst = false;
};

Life drawLife(const World &world, Numerics::Random &random)
{
    const std::vector<double> &p = world.parameters;
    switch (world.model) {
    case Clv::Model::ParetoNbd:
        return {random.exponential(random.gamma(p[2], p[3]))};
    case Clv::Model::BgNbd:
    case Clv::Model::BgCnbdK:
        return {1e300, random.beta(p[2], p[3]), false};
    case Clv::Model::MbgNbd:
    case Clv::Model::MbgCnbdK:
        return {1e300, random.beta(p[2], p[3]), true};
    case Clv::Model::GgomNbd: {
        // S(t | η) = exp(-η (e^bt - 1)), η ~ Gamma(s, β).
        const double eta = random.gamma(p[4], p[2]);
        return {std::log1p(random.exponential(1) / eta) / p[3]};
    }
    default:
        return {};
    }
}

Simulated simulate(const World &world, double rate, double horizon, std::uint64_t seed)
{
    Numerics::Random random(seed);
    Simulated result;
    Clv::PurchaseSummary &summary = result.summary;
    for (int i = 0; i < world.customers; ++i) {
        const double age = std::floor(random.uniform(26, 104) * 7) / 7;
        const double z = world.effect != 0 ? i % 2 : 0;
        const double lambda = random.gamma(world.parameters[0], world.parameters[1])
                              * std::exp(world.effect * z);
        const auto gap = [&] { return random.gamma(world.k, lambda); };
        const Life life = drawLife(world, random);
        const double nu = random.gamma(4, 60); // spend: p 6, q 4, gamma 60
        std::uint32_t x = 0;
        double last = 0;
        double spent = 0;
        double logGaps = 0;
        bool isCustomer = !life.flipsAtFirst || random.uniform() >= life.leave;
        for (double time = gap(); isCustomer && time <= std::min(age + horizon, life.end);
             time += gap()) {
            const double amount = random.gamma(6, nu);
            if (time <= age) {
                ++x;
                logGaps += std::log(time - last);
                last = time;
                spent += amount;
            } else {
                result.future += amount * std::exp(-rate * (time - age));
            }
            isCustomer = life.leave == 0 || random.uniform() >= life.leave;
        }
        summary.customer.push_back(std::uint32_t(i));
        summary.x.push_back(x);
        summary.tx.push_back(last);
        summary.T.push_back(age);
        summary.meanSpend.push_back(x > 0 ? spent / x : std::nan(""));
        summary.firstSpend.push_back(120);
        summary.logGaps.push_back(logGaps);
        result.z.push_back(z);
    }
    return result;
}

/// What one data set shows.
struct Trial
{
    Clv::TotalBounds bounds;
    double future = 0;   ///< what came
    double expected = 0; ///< at the true parameters
    double fitted = 0;
    bool converged = false;
    bool isOtherK = false; ///< regularity was taken for another than it is
};

void report(const std::string &name, int customers, int dataSets,
            const std::function<Trial(std::uint64_t seed)> &run)
{
    int outcomes = 0;
    int expectations = 0;
    int converged = 0;
    int otherK = 0;
    double width = 0;
    double bias = 0;
    double square = 0;
    double spread = 0; // of the expectation, as its interval says
    const auto holds = [](const Clv::Interval &interval, double value) {
        return interval.low <= value && value <= interval.high ? 1 : 0;
    };
    for (int set = 0; set < dataSets; ++set) {
        const Trial trial = run(90001 + std::uint64_t(set));
        outcomes += holds(trial.bounds.outcome, trial.future);
        expectations += holds(trial.bounds.expected, trial.expected);
        converged += trial.converged ? 1 : 0;
        otherK += trial.isOtherK ? 1 : 0;
        width += (trial.bounds.outcome.high - trial.bounds.outcome.low) / trial.fitted;
        const double error = trial.fitted / trial.expected - 1;
        bias += error;
        square += error * error;
        spread += (trial.bounds.expected.high - trial.bounds.expected.low) / trial.fitted
                  / (2 * 1.6449);
    }
    const double errors = std::sqrt(std::max(0.0, square - bias * bias / dataSets) / (dataSets - 1));
    std::printf("%-22s %6d customers: what came %5.1f %%, its expectation %5.1f %%; width %.1f %% "
                "of the total, bias %+.1f %%, errors of %.2f %% where the interval says %.2f %%; "
                "%d of %d fits converged, %d of another k\n",
                name.c_str(), customers, 100.0 * outcomes / dataSets,
                100.0 * expectations / dataSets, 100 * width / dataSets, 100 * bias / dataSets,
                100 * errors, 100 * spread / dataSets, converged, dataSets, otherK);
    std::fflush(stdout);
}

/// Spend at p 6, q 4, gamma 60, given x purchases of mean z.
double trueSpend(const Clv::PurchaseSummary &summary, std::size_t i)
{
    const double x = summary.x[i];
    return 6 * (60 + (x > 0 ? x * summary.meanSpend[i] : 0)) / (6 * x + 3);
}

Trial purchases(const World &world, std::uint64_t seed)
{
    Clv::ClvQuery query;
    query.horizonPeriods = year;
    const Clv::ValueTerms terms = Clv::valueTerms(query);
    const Simulated data = simulate(world, terms.rate, *query.horizonPeriods, seed);
    const bool hasCovariate = world.effect != 0;
    const std::vector<Clv::CustomerGroup> groups =
        hasCovariate ? Clv::groupsByCovariates(data.summary, data.z, 1)
                     : Clv::oneGroup(data.summary);
    const std::unique_ptr<const Clv::PurchaseModel> truth =
        Clv::purchaseModel(world.model, world.k);
    Clv::PurchaseProcess process{truth.get(), {}, 0};
    if (hasCovariate) {
        process.shifted = Clv::shiftedParameters(world.model);
        process.covariates = 1;
    }
    std::vector<double> parameters = world.parameters;
    if (hasCovariate) { // e^effect on purchases, none on dropout
        parameters.push_back(std::exp(world.effect));
        parameters.resize(process.size(), 1.0);
    }
    Clv::RegularFit regular;
    Clv::Fit fit;
    if (world.k > 1) {
        regular = Clv::fitRegular(world.model == Clv::Model::MbgCnbdK ? 1 : 0, groups[0].rows,
                                  std::accumulate(data.summary.logGaps.begin(),
                                                  data.summary.logGaps.end(), 0.0));
        fit = regular.fit;
    } else {
        fit = Clv::fitProcess(process, groups, 0, {}, {});
    }
    Clv::PurchaseProcess fitted = process;
    if (regular.model)
        fitted.model = regular.model.get();
    const Clv::SpendForecast spend =
        Clv::forecastSpend(Clv::SpendModel::GammaGamma, data.summary, data.summary, {}, {});
    std::vector<Clv::Prediction> predictions;
    Trial trial;
    for (const Clv::CustomerGroup &group : groups) {
        predictions.push_back(Clv::predict(
            *fitted.model, fitted.parameters(fit.parameters, group.z), group.rows, terms));
        const Clv::Prediction known =
            Clv::predict(*truth, process.parameters(parameters, group.z), group.rows, terms);
        for (std::size_t i = 0; i < group.size(); ++i) {
            const std::uint32_t row = group.rows.rowOf[i];
            const std::uint32_t customer = group.at(i);
            trial.expected += known.discountedOf(row) * trueSpend(data.summary, customer);
            trial.fitted += predictions.back().discountedOf(row) * spend.expected[customer];
        }
    }
    trial.bounds = Clv::totalInterval({fitted, fit, spend, data.summary, groups, predictions},
                                      terms, 0.9, 7);
    trial.future = data.future;
    trial.converged = fit.isConverged();
    trial.isOtherK = regular.model && regular.model->k() != world.k;
    return trial;
}

/// Buyers at yearly opportunities, seen for three to eight, over the five after.
Trial opportunities(const std::vector<double> &p, int customers, std::uint64_t seed)
{
    constexpr double ahead = 5;
    Clv::ClvQuery query;
    query.model = Clv::Model::BgBb;
    query.period = PeriodUnit::Year;
    query.horizonPeriods = ahead;
    const Clv::ValueTerms terms = Clv::valueTerms(query);
    Numerics::Random random(seed);
    Clv::PurchaseSummary summary;
    summary.period = PeriodUnit::Year;
    Trial trial;
    for (int i = 0; i < customers; ++i) {
        const double n = double(random.integer(3, 8));
        const double takes = random.beta(p[0], p[1]);
        const double leaves = random.beta(p[2], p[3]);
        const double nu = random.gamma(4, 60);
        std::uint32_t x = 0;
        double last = 0;
        double spent = 0;
        for (double j = 1; j <= n + ahead && random.uniform() >= leaves; j += 1) {
            if (random.uniform() >= takes)
                continue;
            const double amount = random.gamma(6, nu);
            if (j <= n) {
                ++x;
                last = j;
                spent += amount;
            } else {
                trial.future += amount * std::exp(-terms.rate * (j - n));
            }
        }
        summary.customer.push_back(std::uint32_t(i));
        summary.x.push_back(x);
        summary.tx.push_back(last);
        summary.T.push_back(n);
        summary.meanSpend.push_back(x > 0 ? spent / x : std::nan(""));
        summary.firstSpend.push_back(120);
    }
    const std::unique_ptr<const Clv::PurchaseModel> model = Clv::purchaseModel(query.model);
    const Clv::PurchaseProcess process{model.get(), {}, 0};
    const std::vector<Clv::CustomerGroup> groups = Clv::oneGroup(summary);
    const Clv::Fit fit = Clv::fitPurchases(*model, groups[0].rows);
    const Clv::SpendForecast spend =
        Clv::forecastSpend(Clv::SpendModel::GammaGamma, summary, summary, {}, {});
    const std::vector<Clv::Prediction> predictions{
        Clv::predict(*model, fit.parameters, groups[0].rows, terms)};
    const Clv::Prediction known = Clv::predict(*model, p, groups[0].rows, terms);
    for (std::size_t i = 0; i < summary.size(); ++i) {
        const std::uint32_t row = groups[0].rows.rowOf[i];
        trial.expected += known.discountedOf(row) * trueSpend(summary, i);
        trial.fitted += predictions[0].discountedOf(row) * spend.expected[i];
    }
    trial.bounds =
        Clv::totalInterval({process, fit, spend, summary, groups, predictions}, terms, 0.9, 7);
    trial.converged = fit.isConverged();
    return trial;
}

/// Monthly contracts begun over two years, seen for three, over the year after. \a p: alpha, beta
/// and, for BdW, c.
Trial contracts(Clv::Model model, const std::vector<double> &p, int customers, std::uint64_t seed)
{
    constexpr int monthsAhead = 12;
    constexpr std::int64_t price = 2000;
    const QDate start(2022, 1, 1);
    Clv::ClvQuery query;
    query.model = model;
    query.period = PeriodUnit::Month;
    query.until = QDate(2024, 12, 31);
    query.horizonPeriods = monthsAhead;
    const Clv::ValueTerms terms = Clv::valueTerms(query);
    Numerics::Random random(seed);
    Customers::Snapshot snapshot;
    snapshot.purchases.first.assign(std::size_t(customers) + 1, 0);
    snapshot.purchases.categories = {QString()};
    Trial trial;
    const double c = p.size() > 2 ? p[2] : 1;
    for (int i = 0; i < customers; ++i) {
        const QDate begun = start.addDays(random.integer(0, 730));
        const double theta = random.beta(p[0], p[1]);
        // Discrete Weibull: outlives t renewals with probability (1 - theta)^(t^c).
        const double chance = random.uniform();
        int ends = 1;
        while (ends < 600 && std::pow(1 - theta, std::pow(ends, c)) > chance)
            ++ends;
        const QDate end = begun.addMonths(ends);
        snapshot.customerRow.push_back(i + 1);
        snapshot.subscriptions.customer.push_back(Customers::CustomerIndex(i));
        snapshot.subscriptions.startedDay.push_back(std::int32_t(Clv::dayNumber(begun)));
        snapshot.subscriptions.endedDay.push_back(
            end <= query.until ? std::int32_t(Clv::dayNumber(end)) : INT32_MIN);
        snapshot.subscriptions.price.push_back(price);
        if (end <= query.until)
            continue;
        int next = 1;
        while (begun.addMonths(next) <= query.until)
            ++next;
        const double toNext =
            double(query.until.daysTo(begun.addMonths(next))) / daysPerPeriod(PeriodUnit::Month);
        const double stayed = Clv::Bdw::survival({p[0], p[1], c}, next - 1);
        for (int renewal = next;; ++renewal) {
            const double time = toNext + renewal - next;
            if (time > monthsAhead + 1e-9)
                break;
            const double worth = double(price) / 100 * std::exp(-terms.rate * time);
            trial.expected += worth * Clv::Bdw::survival({p[0], p[1], c}, renewal) / stayed;
            trial.future += renewal < ends ? worth : 0;
        }
    }
    const Result<Clv::ClvResult> result = Clv::computeClv(snapshot, query, {}, nullptr, false);
    if (!result)
        return trial;
    trial.bounds = {{result->expectedLow, result->expectedHigh},
                    {result->totalLow, result->totalHigh}};
    trial.fitted = result->totalClv;
    trial.converged = result->purchaseFit.converged;
    return trial;
}

} // namespace

int main(int argc, char **argv)
{
    const int dataSets = argc > 1 ? std::atoi(argv[1]) : 200;
    const int customers = argc > 2 ? std::atoi(argv[2]) : 1000;
    const std::string only = argc > 3 ? argv[3] : "";
    std::printf("90 %% intervals of the total over %d simulated data sets, horizon a year (BG/BB: 5 "
                "years)\n",
                dataSets);
    const auto wanted = [&](const std::string &name) { return only.empty() || only == name; };
    const World worlds[] = {
        {Clv::Model::BgNbd, {0.5, 5, 0.8, 3}, customers},
        {Clv::Model::MbgNbd, {0.7, 5, 0.6, 2}, customers},
        {Clv::Model::ParetoNbd, {0.8, 4, 0.5, 20}, customers},
        {Clv::Model::Nbd, {0.8, 6}, customers},
        {Clv::Model::GgomNbd, {0.8, 4, 2, 0.02, 1}, customers},
        {Clv::Model::BgCnbdK, {0.9, 3, 0.6, 3}, customers, 2},
        {Clv::Model::MbgCnbdK, {1.2, 3, 0.5, 2}, customers, 3},
        {Clv::Model::ParetoNbd, {0.8, 8, 0.5, 20}, customers, 1, 0.8},
        {Clv::Model::BgNbd, {0.5, 8, 0.8, 3}, customers, 1, 0.8}};
    for (const World &world : worlds) {
        std::string name = Clv::modelName(world.model).toStdString();
        if (world.effect != 0)
            name += "+covariate";
        if (wanted(name))
            report(name, world.customers, dataSets,
                   [&](std::uint64_t seed) { return purchases(world, seed); });
    }
    if (wanted("bg-bb"))
        report("bg-bb", customers, dataSets, [&](std::uint64_t seed) {
            return opportunities({1.2, 0.75, 0.66, 2.8}, customers, seed);
        });
    if (wanted("sbg"))
        report("sbg", customers, dataSets, [&](std::uint64_t seed) {
            return contracts(Clv::Model::Sbg, {0.7, 8}, customers, seed);
        });
    if (wanted("bdw"))
        report("bdw", customers, dataSets, [&](std::uint64_t seed) {
            return contracts(Clv::Model::Bdw, {0.8, 6, 0.8}, customers, seed);
        });
    return 0;
}
