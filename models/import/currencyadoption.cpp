#include "models/import/currencyadoption.h"

#include "models/workspace/settings.h"

#include <QCoreApplication>

#include <algorithm>

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Job)
};

/// Enough to tell the usual currency; counting ten million would take as long as a tenth of the
/// import.
constexpr int rowsLookedAt = 10'000;

/// Amounts that no row of \a batch brought. Those without a currency of their own are in the
/// workspace's.
bool hasOtherAmounts(SQLite::Database &connection, std::int64_t batch)
{
    const std::string id = std::to_string(batch);
    const auto outside = [&](const char *table, const char *column) {
        return std::string("SELECT EXISTS(SELECT 1 FROM ") + table + " t WHERE t." + column
               + " IS NOT NULL AND NOT EXISTS(SELECT 1 FROM batch_range r WHERE r.batch = " + id
               + " AND r.tab = '" + table + "' AND t.id BETWEEN r.first_id AND r.last_id))";
    };
    for (const auto &[table, column] :
         {std::pair("cost", "amount"), std::pair("subscription", "price"), std::pair("deal_change", "amount"),
          std::pair("interaction", "cost"), std::pair("customer", "acquisition_cost")}) {
        if (connection.execAndGet(outside(table, column)).getInt() != 0)
            return true;
    }
    // Purchases are many: the first one tells, as an import appends.
    SQLite::Statement first(connection, "SELECT batch FROM batch_range WHERE tab = 'purchase' AND "
                                        "first_id <= (SELECT min(id) FROM purchase) ORDER BY "
                                        "first_id DESC LIMIT 1");
    const bool any = connection.execAndGet("SELECT EXISTS(SELECT 1 FROM purchase)").getInt() != 0;
    return any && !(first.executeStep() && first.getColumn(0).getInt64() == batch);
}

/// Empty: none, or all have a rate.
QString usualCurrency(SQLite::Database &connection, std::int64_t batch,
                      const QMap<QString, double> &rates)
{
    SQLite::Statement query(
        connection, "SELECT t.text FROM (SELECT p.currency AS currency FROM purchase p JOIN batch_range r "
                    "ON p.id BETWEEN r.first_id AND r.last_id WHERE r.batch = ?1 AND r.tab = 'purchase' "
                    "LIMIT " + std::to_string(rowsLookedAt)
                    + ") u JOIN term t ON t.id = u.currency GROUP BY t.text ORDER BY count(*) DESC, t.text");
    query.bind(1, batch);
    while (query.executeStep())
        if (const QString code = QString::fromUtf8(query.getColumn(0).getText()); !rates.contains(code))
            return code;
    return {};
}

} // namespace

Result<AmountCurrencies> amountCurrencies(Database &database, const ImportPlan &plan)
{
    const Result<WorkspaceSettings> settings = Settings::load(database);
    if (!settings)
        return settings.error();
    AmountCurrencies currencies{settings->currency, {}};
    if (!plan.currency.isEmpty())
        currencies.given = Currency{plan.currency};
    if (plan.kind == Kind::Transactions)
        return currencies;
    currencies.kept = settings->currency;
    if (currencies.given == settings->currency || plan.rates.contains(currencies.given.code))
        return currencies;
    const Result<QString> chosen = Settings::value(database, QLatin1StringView(currencyChosenKey));
    if (!chosen)
        return chosen.error();
    const Result<bool> hasAmounts = database.attempt(
        [](SQLite::Database &connection) { return hasOtherAmounts(connection, 0); });
    if (!hasAmounts)
        return hasAmounts.error();
    if (chosen->isEmpty() && !*hasAmounts) {
        currencies.kept = currencies.given; // adoptCurrency() makes it the workspace's
        return currencies;
    }
    const QList<Field> &fields = fieldsOf(plan.kind);
    const bool hasMoney = std::ranges::any_of(fields, [&plan](const Field &field) {
        return field.type == FieldType::Money && plan.columnOf(field.name) >= 0;
    });
    if (hasMoney)
        return Error{Error::Kind::Definition,
                     Tr::tr("The amounts of %1 are in %2 and the workspace counts in %3. Say what one %2 is "
                            "worth in %3: under Rates in the step Check, or with --rate on the command line.")
                         .arg(plan.source().name(), currencies.given.code, settings->currency.code),
                     plan.file};
    return currencies;
}

Result<void> adoptCurrency(Database &database, std::int64_t batch, const ImportPlan &plan)
{
    const QString said = plan.rates.contains(plan.currency) ? QString() : plan.currency;
    const Result<QString> chosen = Settings::value(database, QLatin1StringView(currencyChosenKey));
    if (!chosen)
        return chosen.error();
    if (!chosen->isEmpty())
        return {};
    Result<WorkspaceSettings> settings = Settings::load(database);
    if (!settings)
        return settings.error();
    const Result<QString> currency = database.attempt([&](SQLite::Database &connection) {
        if (hasOtherAmounts(connection, batch))
            return QString();
        const QString usual = usualCurrency(connection, batch, plan.rates);
        return usual.isEmpty() ? said : usual;
    });
    if (!currency)
        return currency.error();
    if (currency->size() != 3 || *currency == settings->currency.code)
        return {};
    settings->currency.code = *currency;
    return Settings::save(database, *settings);
}

} // namespace Import
