#include "models/clv/population.h"

#include "models/numerics/parallel.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace Clv {

namespace {

/// Above this many groups they are worked on side by side rather than each by all processors.
constexpr std::size_t manyGroups = 16;
constexpr std::size_t groupsPerBlock = 32;
/// Classes a side where groups are joined.
constexpr std::size_t classesPerSide = 8;

void addGroup(std::vector<CustomerGroup> &groups, const PurchaseSummary &summary,
              std::vector<std::uint32_t> member, std::vector<double> z)
{
    std::vector<std::uint32_t> x;
    std::vector<double> tx;
    std::vector<double> T;
    for (const std::uint32_t i : member) {
        x.push_back(summary.x[i]);
        tx.push_back(summary.tx[i]);
        T.push_back(summary.T[i]);
    }
    CustomerGroup group;
    group.rows = groupRows(x, tx, T, daysPerPeriod(summary.period));
    group.member = std::move(member);
    group.z = std::move(z);
    groups.push_back(std::move(group));
}

double sumOfSquares(std::span<const double> logs)
{
    return std::inner_product(logs.begin(), logs.end(), logs.begin(), 0.0);
}

/// Derivatives in the logarithms of the group's own parameters, brought to those of all.
void addGradient(const PurchaseProcess &process, std::span<const double> own,
                 std::span<const double> z, std::span<double> all)
{
    const std::size_t base = own.size();
    for (std::size_t i = 0; i < base; ++i)
        all[i] += own[i];
    for (std::size_t s = 0; s < process.shifted.size(); ++s) {
        for (std::size_t c = 0; c < z.size(); ++c)
            all[process.position(s, c)] += process.sign(s) * own[process.shifted[s]] * z[c];
    }
}

/// ln L of all groups and its derivatives in the logarithms of all parameters.
double logLikelihood(const PurchaseProcess &process, const std::vector<CustomerGroup> &groups,
                     std::span<const double> all, std::span<double> gradient, Accuracy accuracy)
{
    const auto ofGroup = [&](const CustomerGroup &group, std::span<double> sum) {
        std::vector<double> own(process.model->size());
        const double value = process.model->logLikelihood(
            group.rows, process.parameters(all, group.z), own, accuracy);
        addGradient(process, own, group.z, sum);
        return value;
    };
    std::fill(gradient.begin(), gradient.end(), 0.0);
    double total = 0;
    if (groups.size() < manyGroups) {
        for (const CustomerGroup &group : groups)
            total += ofGroup(group, gradient);
        return total;
    }
    const std::size_t blocks = Numerics::blockCount(groups.size(), groupsPerBlock);
    std::vector<double> values(blocks, 0.0);
    std::vector<double> gradients(blocks * gradient.size(), 0.0);
    Numerics::forBlocks(
        groups.size(), groupsPerBlock, [&](std::size_t block, std::size_t from, std::size_t until) {
            const std::span sum =
                std::span(gradients).subspan(block * gradient.size(), gradient.size());
            for (std::size_t i = from; i < until; ++i)
                values[block] += ofGroup(groups[i], sum);
        });
    for (std::size_t block = 0; block < blocks; ++block) {
        total += values[block];
        for (std::size_t i = 0; i < gradient.size(); ++i)
            gradient[i] += gradients[block * gradient.size() + i];
    }
    return total;
}

} // namespace

std::vector<CustomerGroup> oneGroup(const PurchaseSummary &summary)
{
    std::vector<CustomerGroup> groups(1);
    groups.front().rows =
        groupRows(summary.x, summary.tx, summary.T, daysPerPeriod(summary.period));
    return groups;
}

std::vector<CustomerGroup> groupsByCovariates(const PurchaseSummary &summary,
                                              const std::vector<double> &z, std::size_t columns)
{
    std::map<std::vector<double>, std::vector<std::uint32_t>> byValue;
    for (std::size_t i = 0; i < summary.size(); ++i) {
        const auto begin = z.begin() + std::ptrdiff_t(i * columns);
        byValue[std::vector<double>(begin, begin + std::ptrdiff_t(columns))].push_back(
            std::uint32_t(i));
    }
    std::vector<CustomerGroup> groups;
    groups.reserve(byValue.size());
    for (auto &[value, member] : byValue)
        addGroup(groups, summary, std::move(member), value);
    return groups;
}

std::size_t PurchaseProcess::size() const
{
    if (coefficients.empty())
        return model->size() + shifted.size() * covariates;
    return model->size() + *std::max_element(coefficients.begin(), coefficients.end()) + 1;
}

std::size_t PurchaseProcess::covariateAt(std::size_t position) const
{
    const std::size_t coefficient = position - model->size();
    if (coefficients.empty())
        return coefficient % covariates;
    const auto at = std::find(coefficients.begin(), coefficients.end(), coefficient);
    return std::size_t(at - coefficients.begin()) % covariates;
}

std::string PurchaseProcess::prefixAt(std::size_t position) const
{
    const std::size_t coefficient = position - model->size();
    if (coefficients.empty())
        return prefix(coefficient / covariates);
    const auto at = std::find(coefficients.begin(), coefficients.end(), coefficient);
    const bool isShared = std::find(at + 1, coefficients.end(), coefficient) != coefficients.end();
    return isShared ? "both." : prefix(std::size_t(at - coefficients.begin()) / covariates);
}

PurchaseProcess withSharedCoefficients(PurchaseProcess process, const std::vector<bool> &isShared)
{
    process.coefficients.assign(process.shifted.size() * process.covariates, 0);
    std::size_t next = 0;
    for (std::size_t s = 0; s < process.shifted.size(); ++s) {
        for (std::size_t c = 0; c < process.covariates; ++c) {
            if (!isShared[c])
                process.coefficients[s * process.covariates + c] = next++;
        }
    }
    for (std::size_t c = 0; c < process.covariates; ++c) {
        if (!isShared[c])
            continue;
        for (std::size_t s = 0; s < process.shifted.size(); ++s)
            process.coefficients[s * process.covariates + c] = next;
        ++next;
    }
    return process;
}

double PurchaseProcess::sign(std::size_t shift) const
{
    const std::string_view name = model->parameterNames()[shifted[shift]];
    return name == "alpha" || name == "beta" ? -1 : 1;
}

std::string PurchaseProcess::prefix(std::size_t shift) const
{
    if (shift == 0)
        return "trans.";
    return shifted.size() == 2
               ? "life."
               : "life." + std::string(model->parameterNames()[shifted[shift]]) + '.';
}

std::vector<double> PurchaseProcess::shifts(std::span<const double> all,
                                            std::span<const double> z) const
{
    std::vector<double> result(shifted.size(), 0.0);
    for (std::size_t s = 0; s < shifted.size(); ++s) {
        for (std::size_t c = 0; c < z.size(); ++c)
            result[s] += sign(s) * z[c] * std::log(all[position(s, c)]);
    }
    return result;
}

std::vector<double> PurchaseProcess::parameters(std::span<const double> all,
                                                std::span<const double> z) const
{
    std::vector<double> own(all.begin(), all.begin() + std::ptrdiff_t(model->size()));
    if (z.empty())
        return own;
    const std::vector<double> shift = shifts(all, z);
    for (std::size_t s = 0; s < shifted.size(); ++s)
        own[shifted[s]] *= std::exp(std::clamp(shift[s], -30.0, 30.0));
    return own;
}

Fit fitProcess(const PurchaseProcess &process, const std::vector<CustomerGroup> &groups,
               double penalty, std::span<const double> warmStart, const Cancelled &isCancelled)
{
    if (process.covariates == 0)
        return fitPurchases(*process.model, groups.front().rows, warmStart, isCancelled);
    // The model without covariates is the start: with every coefficient at 0 nothing is lost, so
    // the richer model cannot end below the simpler one.
    double customers = 0;
    std::vector<std::uint32_t> x;
    std::vector<double> tx;
    std::vector<double> T;
    for (const CustomerGroup &group : groups) {
        customers += group.rows.customers;
        for (const std::uint32_t row : group.rows.rowOf) {
            x.push_back(std::uint32_t(group.rows.x[row]));
            tx.push_back(group.rows.tx[row]);
            T.push_back(group.rows.T[row]);
        }
    }
    const Fit plain = fitPurchases(*process.model, groupRows(x, tx, T), {}, isCancelled);
    if (plain.problem == FitProblem::Cancelled)
        return plain;
    std::vector<std::vector<double>> starts;
    if (warmStart.size() == process.size())
        starts.emplace_back(warmStart.begin(), warmStart.end());
    starts.push_back(plain.parameters);
    starts.back().resize(process.size(), 1.0);

    const std::size_t base = process.model->size();
    const double strength = penalty * customers;
    const auto objective = [&](Accuracy accuracy) -> Numerics::Objective {
        return [&, accuracy](std::span<const double> logs, std::span<double> gradient) {
            std::vector<double> all(logs.begin(), logs.end());
            for (double &value : all)
                value = std::exp(value);
            const double value = logLikelihood(process, groups, all, gradient, accuracy);
            for (double &slope : gradient)
                slope = -slope;
            for (std::size_t i = base; i < logs.size(); ++i)
                gradient[i] += 2 * strength * logs[i];
            return -value + strength * sumOfSquares(logs.subspan(base));
        };
    };
    Fit fit =
        maximise(objective(Accuracy::Search), objective(Accuracy::Exact), starts, isCancelled);
    if (fit.parameters.size() == process.size()) {
        std::vector<double> logs;
        for (std::size_t i = base; i < process.size(); ++i)
            logs.push_back(std::log(fit.parameters[i]));
        fit.logLikelihood += strength * sumOfSquares(logs);
    }
    fit.iterations += plain.iterations;
    return fit;
}

std::vector<CustomerClass> customerClasses(const PurchaseProcess &process,
                                           std::span<const double> all,
                                           const std::vector<CustomerGroup> &groups)
{
    std::vector<CustomerClass> classes;
    const auto own = [&](const CustomerGroup &group) { return process.parameters(all, group.z); };
    if (groups.size() <= classesPerSide * classesPerSide) {
        for (const CustomerGroup &group : groups)
            classes.push_back({own(group), group.member});
        return classes;
    }
    // Equal numbers of groups along the first shift, then along the second within each.
    std::vector<std::vector<double>> shifts;
    for (const CustomerGroup &group : groups)
        shifts.push_back(process.shifts(all, group.z));
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto sortBy = [&](std::size_t from, std::size_t until, std::size_t shift) {
        std::stable_sort(
            order.begin() + std::ptrdiff_t(from), order.begin() + std::ptrdiff_t(until),
            [&](std::size_t a, std::size_t b) { return shifts[a][shift] < shifts[b][shift]; });
    };
    const auto edge = [](std::size_t from, std::size_t until, std::size_t part) {
        return from + (until - from) * part / classesPerSide;
    };
    sortBy(0, order.size(), 0);
    for (std::size_t i = 0; i < classesPerSide; ++i) {
        const std::size_t from = edge(0, order.size(), i);
        const std::size_t until = edge(0, order.size(), i + 1);
        sortBy(from, until, 1);
        for (std::size_t k = 0; k < classesPerSide; ++k) {
            CustomerClass joined;
            std::vector<double> z(process.covariates, 0.0);
            double weight = 0;
            for (std::size_t at = edge(from, until, k); at < edge(from, until, k + 1); ++at) {
                const CustomerGroup &group = groups[order[at]];
                joined.member.insert(joined.member.end(), group.member.begin(), group.member.end());
                for (std::size_t c = 0; c < z.size(); ++c)
                    z[c] += double(group.size()) * group.z[c];
                weight += double(group.size());
            }
            if (joined.member.empty())
                continue;
            for (double &value : z)
                value /= weight;
            joined.parameters = process.parameters(all, z);
            classes.push_back(std::move(joined));
        }
    }
    return classes;
}

} // namespace Clv
