#pragma once

#include "models/clv/clvresult.h"
#include "models/clv/fit.h"
#include "models/clv/purchasesummary.h"

#include <span>
#include <string>
#include <vector>

namespace Clv {

/// Customers whose purchases follow the same parameters: all of them, or with covariates those who
/// share all attributes.
struct CustomerGroup
{
    PurchaseRows rows;                 ///< rowOf is in the order of member
    std::vector<std::uint32_t> member; ///< positions in the summary; empty: every position
    std::vector<double> z;             ///< the group's covariates as coded

    [[nodiscard]] std::size_t size() const { return rows.rowOf.size(); }
    [[nodiscard]] std::uint32_t at(std::size_t i) const
    {
        return member.empty() ? std::uint32_t(i) : member[i];
    }
};

/// All customers in one group.
[[nodiscard]] std::vector<CustomerGroup> oneGroup(const PurchaseSummary &summary);
/// Groups by equal rows of \a z, \a columns values a customer.
[[nodiscard]] std::vector<CustomerGroup> groupsByCovariates(const PurchaseSummary &summary,
                                                            const std::vector<double> &z,
                                                            std::size_t columns);

/// A purchase model whose parameters may depend on covariates: of the vector of all parameters the
/// first are the model's own, then for each shifted one e^γ of every covariate.
struct PurchaseProcess
{
    const PurchaseModel *model = nullptr;
    std::vector<std::size_t> shifted; ///< positions of parameters that covariates scale
    std::size_t covariates = 0;
    /// For each shifted parameter and covariate the coefficient it takes, where some are shared;
    /// empty: each has its own, in that order.
    std::vector<std::size_t> coefficients{};

    [[nodiscard]] std::size_t size() const;
    /// Position of a coefficient among all parameters.
    [[nodiscard]] std::size_t position(std::size_t shift, std::size_t covariate) const
    {
        const std::size_t own = shift * covariates + covariate;
        return model->size() + (coefficients.empty() ? own : coefficients[own]);
    }
    /// The covariate of the coefficient at \a position of all parameters.
    [[nodiscard]] std::size_t covariateAt(std::size_t position) const;
    /// γ'z of each shifted parameter with its sign: α and β fall where purchases and dropout become
    /// more frequent (Fader & Hardie 2007, note 019).
    [[nodiscard]] std::vector<double> shifts(std::span<const double> all,
                                             std::span<const double> z) const;
    /// The model's parameters for customers with covariates \a z.
    [[nodiscard]] std::vector<double> parameters(std::span<const double> all,
                                                 std::span<const double> z) const;
    /// -1 for scales of time (a higher coefficient means more often), 1 for the beta's shapes.
    [[nodiscard]] double sign(std::size_t shift) const;
    /// "trans.", "life." and, where dropout has two parameters, "life.a." and "life.b."; "both." of
    /// a shared coefficient.
    [[nodiscard]] std::string prefixAt(std::size_t position) const;

private:
    [[nodiscard]] std::string prefix(std::size_t shift) const;
};

/// \a process with one coefficient for both processes of each covariate that \a isShared names.
[[nodiscard]] PurchaseProcess withSharedCoefficients(PurchaseProcess process,
                                                     const std::vector<bool> &isShared);

/// Maximum likelihood over all groups; with \a penalty λ of -ln L / customers + λ Σ γ². The fit's
/// log-likelihood is without the penalty.
[[nodiscard]] Fit fitProcess(const PurchaseProcess &process,
                             const std::vector<CustomerGroup> &groups, double penalty,
                             std::span<const double> warmStart, const Cancelled &isCancelled);

/// Customers with their parameters, few enough to look at each: where covariates make very many
/// groups, near ones share the mean of their shifts.
struct CustomerClass
{
    std::vector<double> parameters;
    std::vector<std::uint32_t> member; ///< positions in the summary; empty: every position

    [[nodiscard]] std::size_t size(std::size_t customers) const
    {
        return member.empty() ? customers : member.size();
    }
    [[nodiscard]] std::uint32_t at(std::size_t i) const
    {
        return member.empty() ? std::uint32_t(i) : member[i];
    }
};
[[nodiscard]] std::vector<CustomerClass> customerClasses(const PurchaseProcess &process,
                                                         std::span<const double> all,
                                                         const std::vector<CustomerGroup> &groups);

} // namespace Clv
