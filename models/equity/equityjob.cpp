#include "models/equity/equityresult.h"

#include "models/clv/clvjob.h"
#include "models/clv/purchasesummary.h"
#include "models/core/numberformat.h"
#include "models/equity/customerworth.h"

#include <QCoreApplication>

#include <optional>

namespace Equity {
namespace {

/// The dates to value at: every period's end, and the last day where its period has not ended.
QList<QDate> valuationDates(const DateRange &range, PeriodUnit step)
{
    QList<QDate> dates = periodEnds(range.from, range.until, step);
    if (dates.isEmpty() || dates.last() < range.until)
        dates.append(range.until);
    return dates;
}

QString methodOf(const Clv::ClvResult &clv)
{
    if (clv.strength == Clv::DataStrength::TooThin || clv.purchaseFit.parameters.isEmpty())
        return QStringLiteral("historic-mean");
    const QString spend = clv.spendFit && !clv.spendFit->parameters.isEmpty()
                              ? clv.spendFit->model
                              : Clv::spendModelName(clv.query.spend);
    return clv.purchaseFit.model + QStringLiteral(" + ") + spend;
}

EquityPoint pointOf(const Clv::ClvResult &clv, const CustomerWorth &worth, const Currency &currency,
                    PeriodUnit step)
{
    EquityPoint point;
    point.date = worth.date;
    point.customers = qint64(worth.customer.size());
    point.activeCustomers = clv.activeCustomers;
    point.equity = currency.toMajor(worth.total());
    point.meanClv = point.customers > 0 ? point.equity / double(point.customers) : 0;
    point.low = clv.totalLow;
    point.high = clv.totalHigh;
    point.method = worth.method;
    point.strength = clv.strength;
    point.isComplete = periodEnd(worth.date, step) == worth.date;
    return point;
}

} // namespace

Result<EquityResult> computeEquity(const Customers::Snapshot &snapshot, const EquityQuery &query,
                                   const Progress &progress)
{
    if (const Result<void> valid = Clv::validate(query.clv); !valid)
        return valid.error();
    if (query.from.isValid() && query.until.isValid() && query.from > query.until)
        return Error{Error::Kind::Definition,
                     QCoreApplication::translate(
                         "Equity", "The period ends before it begins: choose a `from` on or "
                                   "before the `until`.")};
    if (query.step != PeriodUnit::Month && query.step != PeriodUnit::Quarter
        && query.step != PeriodUnit::Year)
        return Error{
            Error::Kind::Definition,
            QCoreApplication::translate("Equity", "The step must be month, quarter or year.")};
    EquityResult result;
    result.query = query;
    result.currency = snapshot.currency;
    DateRange range = Clv::purchasesKnown(snapshot);
    if (!range.isValid())
        return result;
    if (query.from.isValid())
        range.from = query.from;
    if (query.until.isValid())
        range.until = query.until;
    if (Clv::usesSummaries(snapshot)) // they stand at one day
        range.from = range.until = std::max(range.from, snapshot.summaries.day);
    if (!range.isValid())
        return result;

    const QList<QDate> dates = valuationDates(range, query.step);
    std::optional<Clv::ClvResult> previous;
    std::optional<CustomerWorth> opening;
    for (qsizetype i = 0; i < dates.size(); ++i) {
        if (progress.isCancelled())
            return Error::cancelled();
        const Progress part =
            progress.part(double(i) / double(dates.size()), double(i + 1) / double(dates.size()));
        //: %1 and %2 are whole numbers: valuation 3 of 12
        part.report(0, QCoreApplication::translate("Equity", "Valuing customers at date %1 of %2")
                           .arg(i + 1)
                           .arg(dates.size()));
        Clv::ClvQuery clvQuery = query.clv;
        clvQuery.until = dates[i];
        clvQuery.calibrationEnd = {};
        Result<Clv::ClvResult> clv =
            Clv::computeClv(snapshot, clvQuery, Progress(progress.stopToken(), {}),
                            previous ? &*previous : nullptr, false, Clv::TotalInterval::Coarse);
        if (!clv) {
            if (clv.error().kind == Error::Kind::Data)
                continue; // nobody had bought by that day
            return clv.error();
        }
        if (clv->customers == 0)
            continue;
        clv->until = dates[i]; // also where the newest purchase is older
        CustomerWorth worth = worthOf(*clv, snapshot.currency);
        worth.method = methodOf(*clv);
        const EquityPoint point = pointOf(*clv, worth, snapshot.currency, query.step);
        // Historic means at the very beginning say nothing about equity: begin where a model holds,
        // unless the caller chose the beginning.
        if (!query.from.isValid() && point.strength != Clv::DataStrength::TooThin && opening
            && result.series.last().strength == Clv::DataStrength::TooThin) {
            result.series.clear();
            result.bridges.clear();
            opening.reset();
        }
        if (opening)
            result.bridges.append(bridgeBetween(*opening, worth, snapshot.currency));
        result.series.append(point);
        opening = std::move(worth);
        if (!clv->purchaseFit.parameters.isEmpty())
            previous = std::move(*clv);
    }
    progress.report(1, QString());
    return result;
}

} // namespace Equity
