#include "models/clv/contractjob.h"

#include "models/clv/contractvalue.h"
#include "models/clv/fitsummary.h"
#include "models/clv/models.h"
#include "models/clv/purchasesummary.h"
#include "models/clv/selection.h"
#include "models/clv/valuation.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <map>

namespace Clv {

using namespace Qt::StringLiterals;

namespace {

/// Renewals that the curves go on beyond the last one observed.
constexpr std::size_t projectedRenewals = 12;

QDate dayOf(std::int64_t day) { return QDate(1970, 1, 1).addDays(day); }

/// S(0), S(1), …: the model's share that outlives each renewal.
std::vector<double> survivalOf(Model model, std::span<const double> parameters, std::size_t count)
{
    std::vector<double> survival(count);
    for (std::size_t t = 0; t < count; ++t)
        survival[t] = model == Model::Bdw
                          ? Bdw::survival({parameters[0], parameters[1], parameters[2]}, double(t))
                          : Sbg::survival({parameters[0], parameters[1]}, double(t));
    return survival;
}

Fit fitContracts(Model model, const ContractCounts &counts, const Cancelled &isCancelled)
{
    if (model == Model::Sbg)
        return Sbg::fit(counts, isCancelled);
    Fit fit = Bdw::fit(counts, isCancelled);
    const Fit simpler = Sbg::fit(counts, isCancelled);
    if (simpler.logLikelihood > fit.logLikelihood && simpler.parameters.size() == 2) {
        // The model contains sBG at c = 1, so it can do as well.
        fit.parameters = {simpler.parameters[0], simpler.parameters[1], 1};
        fit.logLikelihood = simpler.logLikelihood;
        fit.stdErrors.assign(3, notAvailable);
        fit.problem = FitProblem::NotConverged;
    }
    return fit;
}

/// The rate at which all contracts together renew: what stands in for a model.
std::vector<double> constantRetention(const ContractCounts &counts, std::size_t count)
{
    double atRisk = 0;
    double lost = 0;
    for (const SurvivalPoint &point : survivalPoints(counts, {})) {
        if (!std::isfinite(point.retention))
            continue;
        atRisk += point.atRisk;
        lost += point.atRisk * (1 - point.retention);
    }
    const double retention = atRisk > 0 ? 1 - lost / atRisk : 0;
    std::vector<double> survival{1};
    while (survival.size() < count)
        survival.push_back(survival.back() * retention);
    return survival;
}

double meanPrice(const ContractSummary &contracts)
{
    double sum = 0;
    double count = 0;
    for (const double price : contracts.price) {
        if (std::isfinite(price)) {
            sum += price;
            count += 1;
        }
    }
    return count > 0 ? sum / count : notAvailable;
}

/// Renewals of each period from the calibration's first to the last day, actual and expected.
Holdout judgeContracts(const Customers::Snapshot &snapshot, const ContractSummary &calibration,
                       std::span<const double> survival, QDate until)
{
    Holdout result;
    result.calibrationEnd = calibration.until;
    result.until = until;
    std::map<QDate, TrackingPoint> periods;
    double absolute = 0;
    double square = 0;
    double judged = 0;
    const Customers::SubscriptionColumns &columns = snapshot.subscriptions;
    std::size_t i = 0; // the calibration holds the columns' contracts that had begun, in order
    for (std::size_t row = 0; row < columns.size(); ++row) {
        const QDate start = dayOf(columns.startedDay[row]);
        if (start > calibration.until)
            continue;
        const std::size_t contract = i++;
        const QDate end =
            columns.endedDay[row] == INT32_MIN ? QDate() : dayOf(columns.endedDay[row]);
        const qint64 known = calibration.renewals[contract];
        double predicted = 0;
        double actual = 0;
        for (qint64 k = 1;; ++k) {
            const QDate day = renewalDay(start, calibration.period, k);
            if (day > until || k >= qint64(survival.size()))
                break;
            const bool isMade = !end.isValid() || day < end;
            const bool isAhead = day > calibration.until;
            double expected = survival[std::size_t(k)];
            if (isAhead)
                expected = calibration.isActive[contract]
                               ? survival[std::size_t(k)] / survival[std::size_t(known)]
                               : 0;
            const QDate bin = periodEnd(day, calibration.period);
            TrackingPoint &point = periods[bin];
            point.date = bin;
            point.actual += isMade ? 1 : 0;
            point.predicted += expected;
            if (isAhead) {
                predicted += expected;
                actual += isMade ? 1 : 0;
            }
        }
        if (!calibration.isActive[contract])
            continue;
        judged += 1;
        result.predicted += predicted;
        result.actual += actual;
        absolute += std::abs(predicted - actual);
        square += (predicted - actual) * (predicted - actual);
    }
    result.mae = judged > 0 ? absolute / judged : 0;
    result.rmse = judged > 0 ? std::sqrt(square / judged) : 0;
    for (const auto &[day, point] : periods)
        result.tracking.append(point);
    return result;
}

} // namespace

QDate renewalDay(QDate start, PeriodUnit unit, std::int64_t renewal)
{
    switch (unit) {
    case PeriodUnit::Day:
        return start.addDays(renewal);
    case PeriodUnit::Week:
        return start.addDays(7 * renewal);
    case PeriodUnit::Month:
        return start.addMonths(int(renewal));
    case PeriodUnit::Quarter:
        return start.addMonths(int(3 * renewal));
    case PeriodUnit::Year:
        break;
    }
    return start.addYears(int(renewal));
}

std::int64_t renewalsUntil(QDate start, PeriodUnit unit, QDate day)
{
    std::int64_t k = std::max<std::int64_t>(0, std::int64_t(double(start.daysTo(day)) / daysPerPeriod(unit)));
    while (renewalDay(start, unit, k + 1) <= day)
        ++k;
    while (k > 0 && renewalDay(start, unit, k) > day)
        --k;
    return k;
}

DateRange contractExtent(const Customers::Snapshot &snapshot)
{
    const Customers::SubscriptionColumns &columns = snapshot.subscriptions;
    if (columns.size() == 0)
        return {};
    std::int32_t first = INT32_MAX;
    std::int32_t last = INT32_MIN;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        first = std::min(first, columns.startedDay[i]);
        last = std::max({last, columns.startedDay[i], columns.endedDay[i]});
    }
    return {dayOf(first), dayOf(last)};
}

ContractSummary summariseContracts(const Customers::Snapshot &snapshot, QDate until,
                                   PeriodUnit period)
{
    ContractSummary result;
    result.until = until;
    result.period = period;
    const Customers::SubscriptionColumns &columns = snapshot.subscriptions;
    const std::int64_t lastDay = dayNumber(until);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns.startedDay[i] > lastDay)
            continue;
        const QDate start = dayOf(columns.startedDay[i]);
        const bool hasEnded = columns.endedDay[i] != INT32_MIN && columns.endedDay[i] <= lastDay;
        qint64 renewals = 0;
        double toNext = notAvailable;
        if (hasEnded) {
            // Renewals lie before the end; that on the last day was not made.
            const QDate end = dayOf(columns.endedDay[i]);
            renewals = end > start ? renewalsUntil(start, period, end.addDays(-1)) : 0;
        } else {
            renewals = renewalsUntil(start, period, until);
            toNext = double(until.daysTo(renewalDay(start, period, renewals + 1)))
                     / daysPerPeriod(period);
        }
        result.customer.push_back(columns.customer[i]);
        result.startedDay.push_back(columns.startedDay[i]);
        result.renewals.push_back(std::int32_t(renewals));
        result.isActive.push_back(!hasEnded);
        result.toNext.push_back(toNext);
        result.price.push_back(columns.price[i] == INT64_MIN
                                   ? notAvailable
                                   : snapshot.currency.toMajor(columns.price[i]));
    }
    return result;
}

ContractCounts countsOf(const ContractSummary &contracts)
{
    ContractCounts counts;
    const auto add = [](std::vector<double> &column, std::size_t at) {
        if (column.size() <= at)
            column.resize(at + 1, 0.0);
        column[at] += 1;
    };
    for (std::size_t i = 0; i < contracts.size(); ++i)
        add(contracts.isActive[i] ? counts.active : counts.lost,
            std::size_t(contracts.renewals[i]));
    return counts;
}

std::vector<SurvivalPoint> survivalPoints(const ContractCounts &counts,
                                          std::span<const double> fitted)
{
    const std::size_t observed = std::max(counts.lost.size() + 1, counts.active.size());
    const std::size_t last = std::max(observed, fitted.size());
    std::vector<SurvivalPoint> points;
    double atRisk = counts.customers();
    double survival = 1;
    for (std::size_t t = 1; t < last; ++t) {
        // Those last seen after t - 1 renewals had not come up for the t-th.
        if (t - 1 < counts.active.size())
            atRisk -= counts.active[t - 1];
        SurvivalPoint point;
        point.renewals = int(t);
        if (atRisk > 0.5 && t < observed) {
            const double lost = t <= counts.lost.size() ? counts.lost[t - 1] : 0;
            point.atRisk = atRisk;
            point.retention = 1 - lost / atRisk;
            survival *= point.retention;
            point.survival = survival;
            atRisk -= lost;
        }
        if (t < fitted.size()) {
            point.survivalFitted = fitted[t];
            point.retentionFitted = fitted[t - 1] > 0 ? fitted[t] / fitted[t - 1] : 0;
        }
        points.push_back(point);
    }
    return points;
}

Result<ClvResult> computeContractClv(const Customers::Snapshot &snapshot, ClvResult result,
                                     const Progress &progress, bool withCustomerIntervals,
                                     TotalInterval total)
{
    const ClvQuery query = result.query;
    const Cancelled isCancelled = [&progress] { return progress.isCancelled(); };
    progress.report(0.05, QCoreApplication::translate("Clv", "Counting renewals"));
    if (!query.covariates.isEmpty()) {
        return Error{Error::Kind::Definition,
                     QCoreApplication::translate(
                         "Clv", "The model %1 takes no covariates. Choose Pareto/NBD or BG/NBD, "
                                "or leave out \"%2\".")
                         .arg(modelTitle(query.model), query.covariates.first())};
    }
    const ContractSummary contracts = summariseContracts(snapshot, result.until, query.period);
    if (contracts.size() == 0) {
        return Error{Error::Kind::Data,
                     QCoreApplication::translate(
                         "Clv", "No subscription began until %1. Choose a later day.")
                         .arg(result.until.toString(Qt::ISODate))};
    }
    const bool hasHoldout = query.calibrationEnd.isValid();
    const ContractSummary calibration =
        hasHoldout ? summariseContracts(snapshot, query.calibrationEnd, query.period)
                   : ContractSummary{};
    const ContractSummary &fitted = hasHoldout ? calibration : contracts;
    const ContractCounts counts = countsOf(fitted);
    judgeStrength(result,
                  std::count_if(fitted.renewals.begin(), fitted.renewals.end(),
                                [](std::int32_t renewals) { return renewals > 0; }),
                  fitted.size() == 0
                      ? 0
                      : dayNumber(fitted.until)
                            - *std::min_element(fitted.startedDay.begin(), fitted.startedDay.end())
                            + 1);
    progress.report(0.2, QCoreApplication::translate("Clv", "Fitting the model"));
    const auto start = std::chrono::steady_clock::now();
    const auto seconds = [](std::chrono::steady_clock::time_point since) {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
    };
    const ContractTerms terms = contractTerms(query);
    const std::size_t longest =
        std::size_t(*std::max_element(contracts.renewals.begin(), contracts.renewals.end()));
    const std::size_t needed = longest + projectedRenewals + 2 + terms.mostRenewals();
    Fit fit;
    bool hasModel = result.strength != DataStrength::TooThin;
    if (hasModel) {
        fit = fitContracts(query.model, counts, isCancelled);
        if (progress.isCancelled())
            return Error::cancelled();
        if (!std::isfinite(fit.logLikelihood) || fit.parameters.empty()) {
            hasModel = false;
            result.strength = DataStrength::TooThin;
            result.remark = QCoreApplication::translate(
                "Clv", "Historic mean instead of a model: no fit was found for these data.");
        }
    }
    result.secondsFit = seconds(start);
    const auto predictStart = std::chrono::steady_clock::now();
    if (hasModel) {
        result.purchaseFit = summaryOf(fit, {u"alpha"_s, u"beta"_s, u"c"_s}, modelName(query.model),
                                       double(fitted.size()));
        if (query.model == Model::Bdw) {
            const Fit simpler = Sbg::fit(counts, isCancelled);
            if (simpler.isConverged())
                result.tests = {likelihoodRatio(modelName(Model::Bdw), modelName(Model::Sbg),
                                                fit.logLikelihood, simpler.logLikelihood, 1)};
        }
    } else {
        result.purchaseFit.model = u"historic-mean"_s;
    }
    const std::vector<double> survival = hasModel ? survivalOf(query.model, fit.parameters, needed)
                                                  : constantRetention(counts, needed);
    const std::size_t shown =
        std::max(counts.lost.size() + 1, counts.active.size()) + projectedRenewals;
    result.survival =
        survivalPoints(counts, std::span(survival).first(std::min(shown, survival.size())));

    progress.report(0.5, QCoreApplication::translate("Clv", "Valuing contracts"));
    const double fallbackPrice = meanPrice(contracts);
    if (query.spend == SpendModel::None || !std::isfinite(fallbackPrice)) {
        if (query.spend != SpendModel::None && result.remark.isEmpty())
            result.remark = QCoreApplication::translate(
                "Clv", "The subscriptions carry no prices, so that only renewals are forecast.");
    }
    const double pricePer = query.spend == SpendModel::None ? notAvailable : fallbackPrice;
    ContractValues valued =
        valueContracts(contracts, survival, terms, pricePer, hasModel && withCustomerIntervals);
    if (progress.isCancelled())
        return Error::cancelled();
    result.customers = qint64(valued.values.size());
    result.repeatCustomers = std::count_if(valued.values.x.begin(), valued.values.x.end(),
                                           [](std::uint32_t x) { return x > 0; });
    result.totalClv = 0;
    for (std::size_t i = 0; i < valued.values.size(); ++i) {
        result.totalClv += valued.values.clv[i];
        result.realisedTotal += valued.values.realised[i];
        result.activeCustomers += valued.values.pAlive[i] >= 0.5 ? 1 : 0;
    }
    result.meanClv = result.totalClv / double(result.customers);
    TotalBounds bounds;
    if (hasModel && total != TotalInterval::None && std::isfinite(result.totalClv)) {
        progress.report(0.7, QCoreApplication::translate("Clv", "Drawing intervals"));
        bounds = contractBounds(
            valued, fit, terms, result.totalClv,
            [&](std::span<const double> parameters) {
                return survivalOf(query.model, parameters, needed);
            },
            survival, query.intervalLevel, query.seed,
            total == TotalInterval::Full ? fullDraws.parameters : coarseDraws.parameters);
    }
    result.totalLow = bounds.outcome.low;
    result.totalHigh = bounds.outcome.high;
    result.meanClvLow = bounds.outcome.low / double(result.customers);
    result.meanClvHigh = bounds.outcome.high / double(result.customers);
    result.expectedLow = bounds.expected.low;
    result.expectedHigh = bounds.expected.high;
    if (hasHoldout)
        result.holdout = judgeContracts(snapshot, calibration, survival, result.until);
    if (withCustomerIntervals)
        valued.values.byValue = orderByValue(valued.values);
    result.values = std::make_shared<CustomerValues>(std::move(valued.values));
    result.secondsPredict = seconds(predictStart);
    if (progress.isCancelled())
        return Error::cancelled();
    return result;
}

} // namespace Clv
