#pragma once

#include "models/core/currency.h"
#include "models/core/result.h"
#include "models/import/importplan.h"
#include "models/workspace/database.h"

#include <QString>

namespace Import {

/// Setting that says somebody chose the workspace's currency, which then stays.
inline constexpr auto currencyChosenKey = "currency.chosen";

/// A new workspace takes the currency of the first amounts that come into it: the one most of
/// \a batch's purchases have, or that of \a plan where its file names none. Nothing happens where
/// somebody chose the currency, or where amounts were there before; and a currency with a rate is
/// another one than the workspace's. Belongs into the import's transaction.
Result<void> adoptCurrency(Database &database, std::int64_t batch, const ImportPlan &plan);

/// In what amounts come and in what they are kept.
struct AmountCurrencies
{
    Currency given; ///< of amounts that name none
    /// Purchases keep the currency they came in; the amounts of all other kinds are converted into
    /// this one as they are imported. Empty for purchases.
    std::optional<Currency> kept;
};

/// Fails where all amounts of \a plan would have to be converted and it has no rate.
Result<AmountCurrencies> amountCurrencies(Database &database, const ImportPlan &plan);

} // namespace Import
