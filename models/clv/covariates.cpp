#include "models/clv/covariates.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Clv {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t fewestCustomersOfALevel = 20;
constexpr qsizetype mostLevels = 20;

const Customers::NumberColumn *numberColumn(const Customers::Snapshot &snapshot,
                                            const QString &field)
{
    const auto at = std::find_if(
        snapshot.numbers.begin(), snapshot.numbers.end(),
        [&field](const Customers::NumberColumn &column) { return column.field == field; });
    return at == snapshot.numbers.end() ? nullptr : &*at;
}

Error definitionError(const QString &message) { return {Error::Kind::Definition, message}; }

Error doesNotVary(const QString &field)
{
    return definitionError(
        QCoreApplication::translate(
            "Clv", "The covariate \"%1\" is the same for all customers. Leave it out.")
            .arg(field));
}

} // namespace

QStringList covariateFields(const Customers::Snapshot &snapshot)
{
    QStringList fields;
    for (const Customers::CodedColumn &column : snapshot.coded)
        fields.append(column.field);
    for (const Customers::NumberColumn &column : snapshot.numbers)
        fields.append(column.field);
    return fields;
}

Result<void> checkCovariates(const Customers::Snapshot &snapshot, const QStringList &fields)
{
    const QStringList known = covariateFields(snapshot);
    for (const QString &field : fields) {
        if (known.contains(field))
            continue;
        if (known.isEmpty()) {
            return definitionError(QCoreApplication::translate(
                                       "Clv", "The covariate \"%1\" is not an attribute of the "
                                              "customers, who have none yet.")
                                       .arg(field));
        }
        return definitionError(
            QCoreApplication::translate("Clv", "The covariate \"%1\" is not an attribute of the "
                                               "customers. Choose from %2.")
                .arg(field, known.join(u", "_s)));
    }
    return {};
}

Result<CovariateCoding> CovariateCoding::learn(const Customers::Snapshot &snapshot,
                                               std::span<const Customers::CustomerIndex> customers,
                                               const QStringList &fields)
{
    if (const Result<void> known = checkCovariates(snapshot, fields); !known)
        return known.error();
    CovariateCoding coding;
    for (const QString &field : fields) {
        if (const Customers::NumberColumn *numbers = numberColumn(snapshot, field)) {
            double sum = 0;
            double count = 0;
            bool isBinary = true;
            for (const Customers::CustomerIndex customer : customers) {
                const double value = numbers->value[customer];
                if (!std::isfinite(value))
                    continue;
                sum += value;
                count += 1;
                isBinary = isBinary && (value == 0 || value == 1);
            }
            const double mean = count > 0 ? sum / count : 0;
            double square = 0;
            for (const Customers::CustomerIndex customer : customers) {
                const double value = numbers->value[customer];
                square += std::isfinite(value) ? (value - mean) * (value - mean) : 0;
            }
            const double deviation = count > 0 ? std::sqrt(square / count) : 0;
            if (!(deviation > 0) || !std::isfinite(deviation))
                return doesNotVary(field);
            coding.m_columns.append(isBinary ? Column{field, 0, {}, 0, 1}
                                             : Column{field, 0, {}, mean, deviation});
            continue;
        }
        const Customers::CodedColumn &column = *snapshot.codedColumn(field);
        std::vector<std::size_t> count(std::size_t(column.values.size()), 0);
        for (const Customers::CustomerIndex customer : customers)
            ++count[column.code[customer]];
        count[0] = 0; // no value
        const auto reference = std::max_element(count.begin(), count.end()) - count.begin();
        QList<Column> levels;
        for (std::size_t level = 1; level < count.size(); ++level) {
            if (std::ptrdiff_t(level) != reference && count[level] >= fewestCustomersOfALevel)
                levels.append({field, std::uint16_t(level), column.values[qsizetype(level)], 0, 1});
        }
        if (levels.isEmpty())
            return doesNotVary(field);
        if (levels.size() > mostLevels) {
            return definitionError(QCoreApplication::translate(
                                       "Clv", "The covariate \"%1\" has %2 values, and at most %3 "
                                              "can be told apart. Choose a coarser attribute.")
                                       .arg(field)
                                       .arg(levels.size() + 1)
                                       .arg(mostLevels + 1));
        }
        coding.m_columns.append(levels);
    }
    return coding;
}

QString CovariateCoding::name(std::size_t column) const
{
    const Column &entry = m_columns[qsizetype(column)];
    return entry.level == 0 ? entry.field : entry.field + u'=' + entry.value;
}

std::vector<double> CovariateCoding::code(const Customers::Snapshot &snapshot,
                                          std::span<const Customers::CustomerIndex> customers) const
{
    std::vector<double> z(customers.size() * columns());
    for (std::size_t c = 0; c < columns(); ++c) {
        const Column &column = m_columns[qsizetype(c)];
        if (column.level > 0) {
            const Customers::CodedColumn &coded = *snapshot.codedColumn(column.field);
            for (std::size_t i = 0; i < customers.size(); ++i)
                z[i * columns() + c] = coded.code[customers[i]] == column.level ? 1 : 0;
            continue;
        }
        const Customers::NumberColumn &numbers = *numberColumn(snapshot, column.field);
        for (std::size_t i = 0; i < customers.size(); ++i) {
            const double value = numbers.value[customers[i]];
            z[i * columns() + c] = std::isfinite(value) ? (value - column.mean) / column.scale : 0;
        }
    }
    return z;
}

} // namespace Clv
