#pragma once

#include <QHashFunctions>

#include <compare>

/// A row id of one table. Ids of different tables do not mix.
template <typename Tag>
struct StrongId
{
    qint64 value = 0; ///< 0: no row

    [[nodiscard]] bool isValid() const { return value > 0; }
    auto operator<=>(const StrongId &) const = default;
    friend size_t qHash(StrongId id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using CustomerId = StrongId<struct CustomerTag>;
using BatchId = StrongId<struct BatchTag>;
