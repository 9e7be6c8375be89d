#pragma once

#include "models/clv/clvresult.h"
#include "models/core/progress.h"
#include "models/core/result.h"

#include <span>

namespace Clv {

/// Checks the options alone: margin, discount, horizon, dates. The sentence names the option.
Result<void> validate(const ClvQuery &query);

/// How much work goes into the interval of the mean and the total.
enum class TotalInterval {
    None,   ///< left NaN
    Coarse, ///< 160 draws, for a trend over many dates
    Full    ///< 400 draws
};

/// Fits, predicts and values. \a warmStart may hold an earlier result of the same model to start
/// from. \a withCustomerIntervals false leaves clvLow/clvHigh empty (the trend does not need them).
Result<ClvResult> computeClv(const Customers::Snapshot &snapshot, const ClvQuery &query,
                             const Progress &progress = {}, const ClvResult *warmStart = nullptr,
                             bool withCustomerIntervals = true,
                             TotalInterval total = TotalInterval::Full);

/// First and last day on which a contract is known to have begun or ended; invalid without any.
[[nodiscard]] DateRange contractExtent(const Customers::Snapshot &snapshot);

/// One candidate of the model picker: the whole result without per-customer values.
struct Candidate
{
    Model model = Model::BgNbd;
    bool isHistoricMean = false;
    FitSummary fit;
    double holdoutError = notAvailable; ///< (predicted - actual) / actual of repeat purchases
    double holdoutMae = notAvailable;   ///< mean absolute error per customer
    double meanClv = 0;
};
struct Comparison
{
    QList<Candidate> candidates; ///< best first
    int recommended = -1;
    QString reason;                   ///< translated sentence
    QList<LikelihoodRatioTest> tests; ///< of candidates against simpler ones they contain
};
/// Fits every model that works on the data and the historic mean and ranks them by holdout error,
/// then BIC. Fits start from those of \a earlier, where there are any.
Result<Comparison> compareModels(const Customers::Snapshot &snapshot, const ClvQuery &query,
                                 const Progress &progress = {},
                                 const Comparison *earlier = nullptr);
/// The one model that \a result was computed with, until the others are compared; nothing
/// recommended.
[[nodiscard]] Comparison comparisonOf(const ClvResult &result);

/// The purchase model's parameters for the customer at \a position of the result's values: with
/// covariates each has own ones. Empty where the historic mean stands in.
[[nodiscard]] std::vector<double> parametersOf(const ClvResult &result, std::size_t position);

/// The model that \a comparison recommends; the plainest one where the data are too thin for any.
[[nodiscard]] Model recommendedModel(const Comparison &comparison,
                                     const Customers::Snapshot &snapshot);

/// P(alive) over number of repeat purchases (columns) and periods since the last one (rows); with
/// covariates the mean over the customers' attributes.
struct AliveMap
{
    std::vector<double> frequency; ///< column values
    std::vector<double> recency;   ///< row values: periods of silence
    std::vector<double> pAlive;    ///< row-major, recency.size() × frequency.size()
};
AliveMap aliveMap(const ClvResult &result, int columns = 31, int rows = 24);

/// P(alive) of one customer at the end of each week of the last \a weeks before the result's day.
struct AliveHistory
{
    QList<QDate> date;
    std::vector<double> pAlive;
    QList<QDate> purchases;
};
AliveHistory aliveHistory(const Customers::Snapshot &snapshot, const ClvResult &result,
                          Customers::CustomerIndex customer, int weeks = 52);

} // namespace Clv
