#include "models/equity/equityjson.h"

#include <QJsonArray>

#include <cmath>

namespace Equity {
namespace {

QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

QString iso(QDate day) { return day.toString(Qt::ISODate); }

QJsonObject toJson(const EquityPoint &point)
{
    return {{QStringLiteral("date"), iso(point.date)},
            {QStringLiteral("customers"), point.customers},
            {QStringLiteral("active_customers"), point.activeCustomers},
            {QStringLiteral("mean_clv"), number(point.meanClv)},
            {QStringLiteral("equity"), number(point.equity)},
            {QStringLiteral("low"), number(point.low)},
            {QStringLiteral("high"), number(point.high)},
            {QStringLiteral("method"), point.method},
            {QStringLiteral("complete"), point.isComplete}};
}

QJsonObject toJson(const EquityBridge &bridge)
{
    return {{QStringLiteral("from"), iso(bridge.from)},
            {QStringLiteral("until"), iso(bridge.until)},
            {QStringLiteral("opening"), bridge.opening},
            {QStringLiteral("acquired"), bridge.acquired},
            {QStringLiteral("expansion"), bridge.expansion},
            {QStringLiteral("contraction"), bridge.contraction},
            {QStringLiteral("churned"), bridge.churned},
            {QStringLiteral("closing"), bridge.closing},
            {QStringLiteral("acquired_customers"), bridge.acquiredCustomers},
            {QStringLiteral("expansion_customers"), bridge.expansionCustomers},
            {QStringLiteral("contraction_customers"), bridge.contractionCustomers},
            {QStringLiteral("churned_customers"), bridge.churnedCustomers},
            {QStringLiteral("method_changed"), bridge.methodChanged}};
}

} // namespace

QJsonObject equityToJson(const EquityResult &result)
{
    QJsonArray series;
    for (const EquityPoint &point : result.series)
        series.append(toJson(point));
    QJsonArray bridges;
    for (const EquityBridge &bridge : result.bridges)
        bridges.append(toJson(bridge));
    return {{QStringLiteral("currency"), result.currency.code},
            {QStringLiteral("step"), periodUnitName(result.query.step)},
            {QStringLiteral("series"), series},
            {QStringLiteral("bridges"), bridges}};
}

} // namespace Equity
