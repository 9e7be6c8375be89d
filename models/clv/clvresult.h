#pragma once

#include "models/clv/fitproblem.h"
#include "models/core/dates.h"
#include "models/customers/snapshot.h"

#include <QDate>
#include <QList>
#include <QString>

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace Clv {

inline constexpr double notAvailable = std::numeric_limits<double>::quiet_NaN();

enum class Model {
    Nbd,
    ParetoNbd,
    BgNbd,
    MbgNbd,
    BgCnbdK,
    MbgCnbdK,
    GgomNbd,
    BgBb,
    Sbg,
    Bdw,
    Auto
};
enum class SpendModel { GammaGamma, ObservedMean, None };
/// When money counts as received: as it comes, or at the end of its month or year from now on.
enum class Discounting { Continuous, Monthly, Yearly };

/// "pareto-nbd", …; the names of the command line.
[[nodiscard]] QString modelName(Model model);
[[nodiscard]] std::optional<Model> modelFromName(const QString &name);
/// "Pareto/NBD", …; for people. Never translated.
[[nodiscard]] QString modelTitle(Model model);
[[nodiscard]] QString spendModelName(SpendModel model);
[[nodiscard]] std::optional<SpendModel> spendModelFromName(const QString &name);
/// "continuous", "monthly", "yearly".
[[nodiscard]] QString discountingName(Discounting discounting);
[[nodiscard]] std::optional<Discounting> discountingFromName(const QString &name);
/// True for sBG and BdW, which look at subscriptions instead of purchases.
[[nodiscard]] bool isContractual(Model model);
/// True where customer attributes may explain purchases and dropout.
[[nodiscard]] bool takesCovariates(Model model);

/// What to compute; everything the command line's `clv` can ask for.
struct ClvQuery
{
    Model model = Model::BgNbd;
    SpendModel spend = SpendModel::GammaGamma;
    PeriodUnit period = PeriodUnit::Week;
    QDate until;          ///< last day of data used; invalid: the newest purchase day
    QDate calibrationEnd; ///< invalid: no holdout
    std::optional<double> horizonPeriods; ///< in `period`; empty: lifetime
    double annualDiscountRate = 0.1;
    double margin = 1;        ///< fraction of revenue
    double retentionCost = 0; ///< major units a year for each customer while a customer
    Discounting discounting = Discounting::Continuous;
    double intervalLevel = 0.9;
    QStringList covariates;      ///< fields of the snapshot's coded or number columns
    QStringList equalCovariates; ///< those whose coefficients are the same on purchases and dropout
    double covariatePenalty = 0; ///< λ of -ln L / customers + λ Σ γ²; 0: plain maximum likelihood
    std::uint64_t seed = 1;      ///< of the draws behind intervals

    bool operator==(const ClvQuery &) const = default;
};

struct Parameter
{
    QString name; ///< the literature's: r, alpha, s, beta, …
    double value = 0;
    double stdError = notAvailable;
};

/// A fitted model: how well it fits and whether to believe it.
struct FitSummary
{
    QString model;               ///< modelName() or spendModelName()
    QList<Parameter> parameters; ///< in the model's customary order
    double logLikelihood = notAvailable;
    double bic = notAvailable;
    double aic = notAvailable;
    bool converged = false;
    FitProblem problem = FitProblem::None; ///< problemText() says it
    int iterations = 0;
    double observations = 0;  ///< customers (or contracts) the likelihood is of
    bool isPenalised = false; ///< parameters maximise a penalised likelihood
};

/// Twice the gain in log-likelihood over the simpler model, against chi-square.
struct LikelihoodRatioTest
{
    QString model;
    QString simpler; ///< modelName() of what it contains; may equal model where covariates are the
                     ///< difference
    double statistic = 0;
    int degrees = 1;
    double pValue = notAvailable;
    QString verdict; ///< translated sentence
};

/// Retention of contracts by number of renewals: pooled over cohorts, and what the model fits.
struct SurvivalPoint
{
    int renewals = 0;
    double atRisk = 0;              ///< contracts that came up for this renewal
    double survival = notAvailable; ///< observed (Kaplan-Meier); not available beyond the data
    double survivalFitted = 1;
    double retention = notAvailable; ///< observed share that renewed
    double retentionFitted = notAvailable;
};

/// Actual against predicted repeat purchases of one period (not cumulative).
struct TrackingPoint
{
    QDate date; ///< last day of the period
    double actual = 0;
    double predicted = 0;
};

struct Holdout
{
    QDate calibrationEnd;
    QDate until;
    double actual = 0; ///< repeat purchases in the holdout
    double predicted = 0;
    double mae = 0; ///< per customer
    double rmse = 0;
    QList<TrackingPoint> tracking; ///< calibration and holdout periods, weekly
};

/// Observed and expected number of customers by number of repeat purchases; the last bin is "or
/// more".
struct FrequencyFit
{
    std::vector<double> actual;
    std::vector<double> expected;
};

/// Why no model stands behind the numbers, or a warning that they are weak.
enum class DataStrength { Enough, Weak, TooThin };

/// Per customer with a purchase, in the order of `customer`. Money in major units.
struct CustomerValues
{
    std::vector<Customers::CustomerIndex> customer;
    std::vector<std::uint32_t> x;  ///< repeat purchase days
    std::vector<double> tx;        ///< in periods
    std::vector<double> T;         ///< in periods
    std::vector<double> meanSpend; ///< over repeat purchase days; NaN without any
    std::vector<double> pAlive;
    std::vector<double> expectedPurchases; ///< within the horizon; within 10 years for lifetime
    std::vector<double> expectedSpend;     ///< per purchase
    std::vector<double> clv;               ///< discounted residual margin within the horizon, less
                                           ///< the cost of keeping the customer
    std::vector<double> clvLow;
    std::vector<double> clvHigh;
    std::vector<double> realised; ///< margin of everything bought so far, undiscounted
    /// What covariates add to the logarithms of the model's parameters, one value per customer and
    /// shifted parameter (see parametersOf()); empty without covariates.
    std::vector<double> shifts;
    std::vector<std::uint32_t> byValue; ///< see orderByValue(); empty where nobody looks at single
                                        ///< customers

    [[nodiscard]] std::size_t size() const { return customer.size(); }
};

struct ClvResult
{
    ClvQuery query;
    QDate until; ///< the day actually used
    QString dataVersion;
    DataStrength strength = DataStrength::Enough;
    QString remark;         ///< translated: why the historic mean was used, why weak
    FitSummary purchaseFit; ///< parameters empty when TooThin
    std::optional<FitSummary> spendFit;
    std::optional<Holdout> holdout;
    FrequencyFit frequency;
    qint64 customers = 0; ///< with a purchase until the day
    qint64 repeatCustomers = 0;
    double meanClv = 0;
    double meanClvLow = 0;
    double meanClvHigh = 0;
    double totalClv = 0; ///< customer equity
    double totalLow = 0; ///< bounds of what will come: parameters and chance
    double totalHigh = 0;
    double expectedLow = notAvailable;  ///< bounds of its expectation: what is not known about the
    double expectedHigh = notAvailable; ///< parameters alone
    double realisedTotal = 0; ///< margin of everything bought so far; with totalClv the whole value
    qint64 activeCustomers = 0;              ///< P(alive) ≥ 0.5
    double spendCorrelation = notAvailable;  ///< of x and mean spend: Gamma-Gamma assumes none
    double spendCorrelationP = notAvailable; ///< two-sided p-value of that correlation
    qint64 spendDropped = 0; ///< repeat customers without a positive mean spend, left out there
    QString independence;    ///< translated verdict on that correlation; empty without Gamma-Gamma
    QList<LikelihoodRatioTest> tests;    ///< of this model against the simpler ones it contains
    std::vector<SurvivalPoint> survival; ///< sBG and BdW only
    std::shared_ptr<const CustomerValues> values;
    double secondsFit = 0;
    double secondsPredict = 0;
};

} // namespace Clv
