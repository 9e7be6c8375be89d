#pragma once

#include "models/clv/clvresult.h"
#include "models/core/currency.h"
#include "models/core/numberformat.h"

#include <QStringList>

namespace Clv {

/// The transparent calculation for beginners: order value × orders a year × years × margin.
struct SimpleValue
{
    double orderValue = 0;    ///< money per order
    double ordersPerYear = 0; ///< of a customer who still buys
    double lifetimeYears = 0;
    double margin = 1; ///< fraction of revenue

    [[nodiscard]] double value() const
    {
        return orderValue * ordersPerYear * lifetimeYears * margin;
    }
    bool operator==(const SimpleValue &) const = default;
};

/// Where the prefilled numbers come from.
struct SimpleValueSource
{
    SimpleValue value;
    qint64 orders = 0;            ///< order days in the year up to the day
    qint64 buyers = 0;            ///< customers who bought in that year
    double retention = notAvailable; ///< share of the year before's buyers who bought again in it
    bool isLifetimeCapped = false; ///< by the longest lifetime below, or for want of a year before
};
inline constexpr double longestSimpleLifetime = 20; ///< years

/// From the company's own data at the result's day. Order value: revenue of the last year ÷ its
/// order days; orders a year: those ÷ the year's buyers; lifetime: 1 ÷ (1 − retention), the mean of
/// a customer who stays with that chance each year. Without a year before, the result's horizon.
[[nodiscard]] SimpleValueSource simpleValueFrom(const Customers::Snapshot &snapshot,
                                                const ClvResult &result);

/// The way from the simple value to the model's mean CLV in steps that add up to the cent.
struct SimpleComparison
{
    double simple = 0;
    double horizon = 0;  ///< years beyond the model's horizon are left out (0 or less)
    double discount = 0; ///< later money counts less
    double habit = 0;    ///< what customers who are surely active would order and spend by the model
    double left = 0;     ///< some customers have stopped already
    double model = 0;    ///< mean CLV
    double goneShare = 0; ///< 1 − mean P(alive)
    double horizonYears = 0; ///< of the model; infinite: lifetime
};
[[nodiscard]] SimpleComparison compareWithModel(const SimpleValue &simple, const ClvResult &result);

/// The comparison in sentences, most telling numbers first; nothing where there is no model.
[[nodiscard]] QStringList explainDifference(const SimpleComparison &comparison,
                                            const ClvResult &result, const Currency &currency,
                                            const NumberFormat &format);

} // namespace Clv
