#include "models/import/rowkeys.h"

#include "models/import/importplan.h"
#include "models/import/tablelayout.h"

namespace Import {

std::vector<std::string> keyColumns(const ImportPlan &plan)
{
    switch (plan.kind) {
    case Kind::Transactions:
        if (plan.columnOf(QStringLiteral("order_id")) < 0)
            return {};
        return {"order_ref"};
    case Kind::Deals:
        return {"deal_ref", "changed_at", "stage"};
    case Kind::Subscriptions:
        return {"customer", "started_on"};
    case Kind::Summaries:
        return {"customer"};
    default:
        return {};
    }
}

bool looksUpRows(const ImportPlan &plan)
{
    return plan.kind != Kind::Customers && plan.onDuplicate != OnDuplicate::Add
           && plan.onDuplicate != OnDuplicate::ReplacePeriod;
}

bool followsKeys(const ImportPlan &plan)
{
    return !keyColumns(plan).empty()
           && (looksUpRows(plan)
               || (plan.kind == Kind::Transactions && plan.orderRows != OrderRows::EachRow));
}

std::string knownKeysQuery(const std::string &table, const std::vector<std::string> &columns)
{
    std::string key;
    std::string filled;
    for (const std::string &column : columns) {
        const std::string name = quotedName(column);
        key += (key.empty() ? "" : " || char(" + std::to_string(int(keySeparator)) + ") || ") + name;
        filled += (filled.empty() ? "" : " AND ") + name + " IS NOT NULL";
    }
    return "SELECT id, " + key + " FROM " + quotedName(table) + " WHERE " + filled;
}

} // namespace Import
