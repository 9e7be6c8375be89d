#pragma once

#include "models/clv/clvresult.h"
#include "models/core/progress.h"
#include "models/core/result.h"

#include <span>
#include <vector>

namespace Clv {

struct CustomerGroup;
struct PurchaseProcess;
struct PurchaseSummary;

/// Mean number of purchases in the holdout by number of repeat purchases before it; the last bin is
/// "or more". Fader, Hardie & Lee 2005, "Counting your customers the easy way", figure 5.
struct ConditionalExpectation
{
    std::vector<double> customers;
    std::vector<double> actual;   ///< per customer; NaN without customers
    std::vector<double> expected; ///< per customer
};

/// Customers with a similar P(alive) at the calibration's end. Whether somebody is alive cannot be
/// seen, but whether they bought in the holdout can: so the share that did is compared with the
/// share that the model expects, which is smaller than P(alive) because not everybody who is alive
/// buys in time.
struct AliveGroup
{
    double from = 0; ///< of P(alive)
    double until = 1;
    double customers = 0;
    double meanAlive = 0;
    double expectedActive = 0; ///< share that buys in the holdout, by the model
    double actualActive = 0;   ///< share that did
    double low = 0;            ///< 90 % interval of the actual share (Wilson 1927)
    double high = 0;
};

/// Observed mean spend of customers with repeat purchases and the density that the spend model
/// gives it, as shares per bin; the last bin is "or more".
struct SpendFit
{
    std::vector<double> edge; ///< bins + 1, money; the last is where the axis ends
    std::vector<double> actual;
    std::vector<double> expected;
    double customers = 0;
    double actualMean = notAvailable; ///< money, mean over the customers
    double expectedMean = notAvailable;
    double correlation = notAvailable; ///< of number and mean amount: Gamma-Gamma assumes none
};

/// A model fitted to the data until a day, and what the data after it say about the fit.
struct FitDiagnostics
{
    ClvQuery query; ///< calibrationEnd is the day
    DataStrength strength = DataStrength::Enough;
    QString remark; ///< translated: why parts are empty
    FitSummary purchaseFit;
    std::optional<FitSummary> spendFit;
    Holdout holdout;
    FrequencyFit frequency; ///< of the calibration
    ConditionalExpectation conditional;
    std::vector<AliveGroup> alive; ///< groups without customers are left out
    SpendFit spend;
};

/// Fits the query's model to the data until its calibrationEnd and judges it on the rest, until the
/// query's last day. Too thin data leave everything but strength and remark empty.
Result<FitDiagnostics> diagnoseFit(const Customers::Snapshot &snapshot, const ClvQuery &query,
                                   const Progress &progress = {},
                                   const ClvResult *warmStart = nullptr);

/// What a fit says of each customer of a calibration, in the order of its summary.
struct CustomerForecasts
{
    std::vector<double> alive;     ///< P(alive) at the calibration's end
    std::vector<double> purchases; ///< expected in the periods after it
    std::vector<double> active;    ///< P(buys in them)
};
/// For the \a length periods after the calibration of \a groups, each customer by the parameters of
/// its own covariates. The chance to buy comes from \a seed ed draws of the future.
[[nodiscard]] CustomerForecasts forecastCustomers(const PurchaseProcess &process,
                                                  std::span<const double> parameters,
                                                  const std::vector<CustomerGroup> &groups,
                                                  double length, std::uint64_t seed);

/// \a counts are each customer's purchases after \a calibration.
[[nodiscard]] ConditionalExpectation conditionalExpectation(const PurchaseSummary &calibration,
                                                            const CustomerForecasts &forecasts,
                                                            std::span<const std::uint32_t> counts);

/// Ten groups of P(alive).
[[nodiscard]] std::vector<AliveGroup> aliveCalibration(const CustomerForecasts &forecasts,
                                                       std::span<const std::uint32_t> counts);

/// \a fit: p, q, gamma of Gamma-Gamma; empty: only what was observed.
[[nodiscard]] SpendFit spendFit(const PurchaseSummary &summary, std::span<const double> fit);

/// The calibration end of a holdout of half a year, or of a third of the data where they are
/// shorter; invalid where the data are too short for any.
[[nodiscard]] QDate usualCalibrationEnd(const DateRange &purchases);
/// The days a calibration may end on: at least twelve weeks of data before, four weeks after.
[[nodiscard]] DateRange calibrationEnds(const DateRange &purchases);

} // namespace Clv
