#include "models/clv/contractvalue.h"

#include "models/clv/models.h"
#include "models/clv/purchasesummary.h"
#include "models/numerics/parallel.h"
#include "models/numerics/random.h"
#include "models/numerics/statistics.h"

#include <algorithm>
#include <cmath>

namespace Clv {

namespace {

constexpr int chancesPerDraw = 8;
/// A renewal that a discount makes worth less than this no longer counts.
constexpr double leastWorth = 1e-12;
/// The same where only the ratio of two values is wanted.
constexpr double leastWorthOfRatio = 1e-4;

/// Worth of the renewals ahead of one contract.
struct Ahead
{
    double expected = 0; ///< discounted renewals
    double square = 0;   ///< expectation of the square of the discounted renewals made
};

Ahead ahead(const ContractPlace &place, std::span<const double> survival,
            const ContractTerms &terms)
{
    Ahead result;
    const std::size_t n = place.renewals;
    const double base = n < survival.size() ? survival[n] : 0;
    if (!(base > 0))
        return result;
    double made = 0; // worth of the renewals so far, all made
    const std::size_t most = std::min(terms.mostRenewals(), survival.size() - 1 - n);
    const double factor = std::exp(-terms.rate);
    double worth = 0;
    for (std::size_t j = 1; j <= most; ++j) {
        if (j == 1 || terms.step > 0)
            worth = terms.worth(place.toNext, j);
        else
            worth = place.toNext + double(j) - 1 > terms.horizon + 1e-9 ? 0 : worth * factor;
        if (worth == 0)
            break;
        const double chance = survival[n + j] / base;
        result.expected += chance * worth;
        // E[A²] grows by A_j² - A_(j-1)² where the j-th renewal is made.
        result.square += chance * (worth * worth + 2 * worth * made);
        made += worth;
    }
    return result;
}

/// Renewals made with probability \a p of fewer, as their discounted worth.
double quantileAhead(const ContractPlace &place, std::span<const double> survival,
                     const ContractTerms &terms, double p)
{
    const std::size_t n = place.renewals;
    double made = 0;
    for (std::size_t j = 1; j <= terms.mostRenewals() && n + j < survival.size(); ++j) {
        const double worth = terms.worth(place.toNext, j);
        if (worth == 0 || 1 - survival[n + j] / survival[n] >= p)
            break;
        made += worth;
    }
    return made;
}

} // namespace

std::size_t ContractTerms::mostRenewals() const
{
    double most = horizon;
    if (rate > 0)
        most = std::min(most, -std::log(leastWorth) / rate);
    return std::size_t(std::clamp(most, 0.0, 50'000.0)) + 1;
}

double ContractTerms::worth(double toNext, std::size_t j) const
{
    const double time = toNext + double(j) - 1;
    if (time > horizon + 1e-9)
        return 0;
    const double received = step > 0 ? std::ceil(time / step - 1e-9) * step : time;
    return std::exp(-rate * received);
}

ContractTerms contractTerms(const ClvQuery &query)
{
    const ValueTerms terms = valueTerms(query);
    return {terms.horizon, terms.expectationHorizon, terms.rate,         terms.step,
            terms.margin,  terms.retentionCost,      query.intervalLevel};
}

ContractValues valueContracts(const ContractSummary &contracts, std::span<const double> survival,
                              const ContractTerms &terms, double usualPrice, bool withIntervals)
{
    ContractValues result;
    CustomerValues &values = result.values;
    ContractTerms plain; // expected renewals: neither discounted nor beyond their own horizon
    plain.horizon = terms.expectationHorizon;
    struct Known
    {
        Ahead ahead;
        double renewals = 0;
        double low = notAvailable;
        double high = notAvailable;
    };
    std::map<ContractPlace, Known> known;
    const double perPeriod = daysPerPeriod(contracts.period);
    const std::int64_t lastDay = dayNumber(contracts.until);
    for (std::size_t i = 0; i < contracts.size(); ++i) {
        if (values.customer.empty() || values.customer.back() != contracts.customer[i]) {
            values.customer.push_back(contracts.customer[i]);
            values.x.push_back(0);
            values.tx.push_back(0);
            values.T.push_back(0);
            values.meanSpend.push_back(notAvailable);
            values.pAlive.push_back(0);
            values.expectedPurchases.push_back(0);
            values.expectedSpend.push_back(notAvailable);
            const double nothing = std::isfinite(usualPrice) ? 0 : notAvailable;
            values.clv.push_back(nothing);
            values.clvLow.push_back(withIntervals ? nothing : notAvailable);
            values.clvHigh.push_back(withIntervals ? nothing : notAvailable);
            values.realised.push_back(0);
        }
        const double price = std::isfinite(usualPrice) && std::isfinite(contracts.price[i])
                                 ? contracts.price[i]
                                 : usualPrice;
        const std::size_t n = std::size_t(contracts.renewals[i]);
        values.x.back() = std::uint32_t(n);
        values.tx.back() = double(n);
        values.T.back() = double(lastDay - contracts.startedDay[i]) / perPeriod;
        values.meanSpend.back() = contracts.price[i];
        values.expectedSpend.back() = price;
        if (std::isfinite(price))
            values.realised.back() += terms.margin * price * (double(n) + 1);
        if (!contracts.isActive[i])
            continue;
        values.pAlive.back() = 1;
        const ContractPlace place{n, contracts.toNext[i]};
        const auto [at, isNew] = known.try_emplace(place);
        if (isNew) {
            at->second.ahead = ahead(place, survival, terms);
            at->second.renewals = ahead(place, survival, plain).expected;
            if (withIntervals) {
                at->second.low =
                    quantileAhead(place, survival, terms, (1 - terms.intervalLevel) / 2);
                at->second.high =
                    quantileAhead(place, survival, terms, (1 + terms.intervalLevel) / 2);
            }
        }
        const double net = terms.margin * price - terms.retentionCost;
        values.expectedPurchases.back() += at->second.renewals;
        values.clv.back() += net * at->second.ahead.expected;
        if (withIntervals) { // bounds of several contracts add up: no customer's are independent
            values.clvLow.back() += net * (net >= 0 ? at->second.low : at->second.high);
            values.clvHigh.back() += net * (net >= 0 ? at->second.high : at->second.low);
        }
        PlaceMoney &money = result.places[place];
        money.net += net;
        money.square += net * net;
    }
    return result;
}

TotalBounds
contractBounds(const ContractValues &valued, const Fit &fit, const ContractTerms &terms,
               double total,
               const std::function<std::vector<double>(std::span<const double>)> &survivalAt,
               std::span<const double> survival, double level, std::uint64_t seed, int draws)
{
    // Under each draw the places after as many renewals change by the same ratio, up to the days
    // that are left until the next renewal.
    struct Group
    {
        ContractPlace place;
        double value = 0;
        double fitted = 0;
    };
    ContractTerms near = terms;
    if (terms.rate > 0)
        near.horizon = std::min(terms.horizon, -std::log(leastWorthOfRatio) / terms.rate);
    std::map<std::size_t, Group> groups;
    double variance = 0;
    for (const auto &[place, money] : valued.places) {
        const Ahead worth = ahead(place, survival, terms);
        Group &group = groups[place.renewals];
        if (group.value == 0) {
            group.place = place;
            group.fitted = ahead(place, survival, near).expected;
        }
        group.value += money.net * worth.expected;
        variance += money.square * std::max(0.0, worth.square - worth.expected * worth.expected);
    }
    Numerics::Random random(seed);
    const std::vector<std::vector<double>> parameters = drawParameters(fit, draws, random);
    if (parameters.empty())
        return {};
    std::vector<double> totals(parameters.size(), total);
    Numerics::forBlocks(totals.size(), 8, [&](std::size_t, std::size_t from, std::size_t until) {
        for (std::size_t draw = from; draw < until; ++draw) {
            const std::vector<double> drawn = survivalAt(parameters[draw]);
            double sum = 0;
            for (const auto &[renewals, group] : groups) {
                const double expected = ahead(group.place, drawn, near).expected;
                sum += group.fitted > 0 ? group.value * expected / group.fitted : 0;
            }
            totals[draw] = sum;
        }
    });
    std::vector<double> outcomes;
    Numerics::Random chance(seed + 0x51ed2701);
    for (const double value : totals) {
        for (int i = 0; i < chancesPerDraw; ++i)
            outcomes.push_back(value + std::sqrt(variance) * chance.normal());
    }
    const auto bounds = [level](std::vector<double> values) {
        std::erase_if(values, [](double value) { return !std::isfinite(value); });
        std::sort(values.begin(), values.end());
        return Interval{Numerics::sortedQuantile(values, (1 - level) / 2),
                        Numerics::sortedQuantile(values, (1 + level) / 2)};
    };
    return {bounds(std::move(totals)), bounds(std::move(outcomes))};
}

} // namespace Clv
