#pragma once

#include "models/core/result.h"
#include "models/workspace/database.h"

#include <QString>

namespace Import {

/// Setting that says somebody chose the workspace's currency, which then stays.
inline constexpr auto currencyChosenKey = "currency.chosen";

/// A new workspace takes the currency of the first amounts that come into it: the one most of
/// \a batch's purchases have, or \a said where its file names none. Nothing happens where somebody
/// chose the currency, or where amounts were there before. Belongs into the import's transaction.
Result<void> adoptCurrency(Database &database, std::int64_t batch, const QString &said);

} // namespace Import
