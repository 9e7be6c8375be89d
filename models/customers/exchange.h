#pragma once

#include "models/core/currency.h"
#include "models/core/result.h"

#include <QStringList>

#include <cstdint>
#include <unordered_map>
#include <vector>

class Database;

namespace Customers {

/// Amounts of any currency in the workspace's. Each import may carry rates in its options,
/// {"rates": {"USD": 3.75}}: workspace currency for one unit of the other. Where an import has no
/// rate for a currency its amounts count one to one, so that nothing disappears; such currencies
/// are listed in unconverted().
class Exchange
{
public:
    /// \a amount minor units of the currency with the term id \a currency, in the row \a row of
    /// purchase. Rows are asked in ascending order.
    [[nodiscard]] std::int64_t toWorkspace(std::int64_t row, std::int64_t currency,
                                           std::int64_t amount);
    /// The currencies that were counted one to one so far.
    [[nodiscard]] QStringList unconverted() const;

private:
    friend Result<Exchange> loadExchange(Database &database, const Currency &workspace);

    struct Batch
    {
        std::int64_t firstRow = 0;
        std::int64_t lastRow = 0;
        std::unordered_map<std::int64_t, double> rate; ///< by term id
    };
    [[nodiscard]] double factorOf(std::int64_t row, std::int64_t currency);

    Currency m_workspace;
    std::unordered_map<std::int64_t, Currency> m_currencies; ///< by term id
    std::vector<Batch> m_batches;                            ///< by first row
    std::size_t m_batch = 0;
    std::int64_t m_workspaceTerm = -1;
    std::int64_t m_lastTerm = -1;
    std::int64_t m_validUntil = -1; ///< the last row for which m_factor holds
    double m_factor = 1;
    QStringList m_unconverted;
};

Result<Exchange> loadExchange(Database &database, const Currency &workspace);

} // namespace Customers
