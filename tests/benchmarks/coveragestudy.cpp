#include "models/clv/intervals.h"
#include "models/clv/models.h"
#include "models/clv/purchasefit.h"
#include "models/numerics/random.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

/// How often the 90 % interval of the total holds the truth over simulated data sets, for two
/// truths: what the customers went on to spend (the interval that is shown: parameters and chance)
/// and what they are expected to spend at the true parameters (parameters alone).
namespace {

constexpr double year = 52;

struct World
{
    Clv::Model model;
    std::vector<double> parameters;
    int customers = 1000;
};

struct Simulated
{
    Clv::PurchaseSummary summary;
    double future = 0; ///< discounted spend in the horizon
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
        return {1e300, random.beta(p[2], p[3]), false};
    case Clv::Model::MbgNbd:
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
        const double lambda = random.gamma(world.parameters[0], world.parameters[1]);
        const Life life = drawLife(world, random);
        const double nu = random.gamma(4, 60); // spend: p 6, q 4, gamma 60
        std::uint32_t x = 0;
        double last = 0;
        double spent = 0;
        bool isCustomer = !life.flipsAtFirst || random.uniform() >= life.leave;
        for (double time = random.exponential(lambda);
             isCustomer && time <= std::min(age + horizon, life.end);
             time += random.exponential(lambda)) {
            const double amount = random.gamma(6, nu);
            if (time <= age) {
                ++x;
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
    }
    return result;
}

void study(const World &world, int dataSets)
{
    const std::unique_ptr<const Clv::PurchaseModel> model = Clv::purchaseModel(world.model);
    const Clv::PurchaseProcess process{model.get(), {}, 0};
    Clv::ClvQuery query;
    query.horizonPeriods = year;
    const Clv::ValueTerms terms = Clv::valueTerms(query);
    int outcomes = 0;
    int expectations = 0;
    int converged = 0;
    double width = 0;
    double bias = 0;
    for (int set = 0; set < dataSets; ++set) {
        const Simulated data =
            simulate(world, terms.rate, *query.horizonPeriods, 90001 + std::uint64_t(set));
        const std::vector<Clv::CustomerGroup> groups = Clv::oneGroup(data.summary);
        const Clv::Fit fit = Clv::fitPurchases(*model, groups[0].rows);
        converged += fit.isConverged() ? 1 : 0;
        const Clv::SpendForecast spend =
            Clv::forecastSpend(Clv::SpendModel::GammaGamma, data.summary, data.summary, {}, {});
        const std::vector<Clv::Prediction> predictions{
            Clv::predict(*model, fit.parameters, groups[0].rows, terms)};
        const Clv::TotalBounds bounds = Clv::totalInterval(
            {process, fit, spend, data.summary, groups, predictions}, terms, 0.9, 7);
        const Clv::Prediction truth = Clv::predict(*model, world.parameters, groups[0].rows, terms);
        double expected = 0;
        double fitted = 0;
        for (std::size_t i = 0; i < data.summary.size(); ++i) {
            const double x = data.summary.x[i];
            const double z = x > 0 ? data.summary.meanSpend[i] : 0;
            const double mean = 6 * (60 + x * z) / (6 * x + 3);
            expected += truth.discountedOf(groups[0].rows.rowOf[i]) * mean;
            fitted += predictions[0].discountedOf(groups[0].rows.rowOf[i]) * spend.expected[i];
        }
        const auto holds = [](const Clv::Interval &interval, double value) {
            return interval.low <= value && value <= interval.high ? 1 : 0;
        };
        outcomes += holds(bounds.outcome, data.future);
        expectations += holds(bounds.expected, expected);
        width += (bounds.outcome.high - bounds.outcome.low) / fitted;
        bias += fitted / expected - 1;
    }
    std::printf(
        "%-12s %6d customers: what came %5.1f %%, its expectation %5.1f %%; width %.1f %% of "
        "the total, bias %+.1f %%, %d of %d fits converged\n",
        qPrintable(Clv::modelTitle(world.model)), world.customers, 100.0 * outcomes / dataSets,
        100.0 * expectations / dataSets, 100 * width / dataSets, 100 * bias / dataSets, converged,
        dataSets);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const int dataSets = argc > 1 ? std::atoi(argv[1]) : 200;
    const int customers = argc > 2 ? std::atoi(argv[2]) : 1000;
    std::printf("90 %% intervals of the total over %d simulated data sets, horizon 52 weeks\n",
                dataSets);
    for (const World &world : {World{Clv::Model::BgNbd, {0.5, 5, 0.8, 3}, customers},
                               World{Clv::Model::MbgNbd, {0.7, 5, 0.6, 2}, customers},
                               World{Clv::Model::ParetoNbd, {0.8, 4, 0.5, 20}, customers},
                               World{Clv::Model::Nbd, {0.8, 6}, customers},
                               World{Clv::Model::GgomNbd, {0.8, 4, 2, 0.02, 1}, customers}})
        study(world, dataSets);
    return 0;
}
