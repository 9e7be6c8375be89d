#include "models/equity/storedtrend.h"

#include <QJsonArray>
#include <QStringList>

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace Equity {
namespace {

/// The model that was fitted, then whatever of the query changes a value, in the order of its names.
QString methodOf(const Clv::StoredClv &stored)
{
    QStringList parts{stored.model};
    for (auto at = stored.method.begin(); at != stored.method.end(); ++at) {
        const QJsonValue value = at.value();
        if (at.key() == u"model"_s || at.key() == u"seed"_s || value.isNull()
            || (value.isArray() && value.toArray().isEmpty()))
            continue;
        QString text = value.isDouble() ? QString::number(value.toDouble(), 'g', 6)
                                        : value.toString();
        if (value.isArray()) {
            QStringList entries;
            for (const QJsonValue &entry : value.toArray())
                entries.append(entry.toString());
            text = entries.join(u' ');
        }
        parts.append(at.key() + u' ' + text);
    }
    return parts.join(u", "_s);
}

} // namespace

EquityResult storedTrend(const QList<Clv::StoredClv> &kept, const Currency &currency)
{
    std::map<QDate, const Clv::StoredClv *> newest;
    for (const Clv::StoredClv &stored : kept) {
        if (!std::isfinite(stored.total)
            || stored.result[u"clv"_s][u"currency"_s].toString(currency.code) != currency.code)
            continue;
        const Clv::StoredClv *&at = newest[stored.until];
        if (!at || std::pair(stored.made, stored.id) > std::pair(at->made, at->id))
            at = &stored;
    }
    EquityResult result;
    result.currency = currency;
    result.query.step = PeriodUnit::Day;
    for (const auto &[date, stored] : newest) {
        EquityPoint point;
        point.date = date;
        point.customers = stored->result[u"customers"_s].toInteger();
        point.activeCustomers = stored->result[u"active_customers"_s].toInteger();
        point.meanClv = stored->mean;
        point.equity = stored->total;
        // A historic mean comes without bounds.
        point.low = std::isfinite(stored->low) ? stored->low : stored->total;
        point.high = std::isfinite(stored->high) ? stored->high : stored->total;
        point.method = methodOf(*stored);
        result.series.append(point);
        result.query.clv.intervalLevel =
            stored->result[u"clv"_s][u"interval"_s].toDouble(result.query.clv.intervalLevel);
    }
    if (!result.series.isEmpty()) {
        result.query.from = result.series.first().date;
        result.query.until = result.series.last().date;
    }
    return result;
}

} // namespace Equity
