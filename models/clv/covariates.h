#pragma once

#include "models/clv/clvresult.h"
#include "models/core/result.h"

#include <span>
#include <vector>

namespace Clv {

/// How customer attributes become numbers: a category is 1 for one of its values and 0 for the
/// others (the most frequent value is the reference and has no column; values of few customers and
/// no value count as the reference), a number is centred and divided by its standard deviation. A
/// number that is only ever 0 or 1 stays as it is.
class CovariateCoding
{
public:
    /// Learns the coding from \a customers. An unknown field, one that does not vary or has too
    /// many values is an error that names it.
    [[nodiscard]] static Result<CovariateCoding>
    learn(const Customers::Snapshot &snapshot, std::span<const Customers::CustomerIndex> customers,
          const QStringList &fields);

    [[nodiscard]] std::size_t columns() const { return std::size_t(m_columns.size()); }
    /// "sector=Retail", "age".
    [[nodiscard]] QString name(std::size_t column) const;
    /// The attribute that the column codes.
    [[nodiscard]] QString field(std::size_t column) const
    {
        return m_columns[qsizetype(column)].field;
    }
    /// What a coefficient is divided by to be of the attribute's own unit.
    [[nodiscard]] double scale(std::size_t column) const
    {
        return m_columns[qsizetype(column)].scale;
    }
    /// columns() values a customer.
    [[nodiscard]] std::vector<double>
    code(const Customers::Snapshot &snapshot,
         std::span<const Customers::CustomerIndex> customers) const;

private:
    struct Column
    {
        QString field;
        std::uint16_t level = 0; ///< of a category; 0: a number
        QString value;           ///< the level's name
        double mean = 0;
        double scale = 1;
    };
    QList<Column> m_columns;
};

/// The attributes that can be covariates of these customers.
[[nodiscard]] QStringList covariateFields(const Customers::Snapshot &snapshot);
/// An error that names the first field that is none of them.
[[nodiscard]] Result<void> checkCovariates(const Customers::Snapshot &snapshot,
                                           const QStringList &fields);

} // namespace Clv
