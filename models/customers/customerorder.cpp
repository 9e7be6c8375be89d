#include "models/customers/customerorder.h"

#include "models/customers/columnloader.h"
#include "models/workspace/cancelguard.h"
#include "models/workspace/rowcursor.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace Customers {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint64_t signBit = std::uint64_t(1) << 63;
constexpr std::uint64_t last = std::numeric_limits<std::uint64_t>::max();

/// Unsigned numbers in the order of the doubles: negative ones reversed, the others above them.
std::uint64_t orderedBits(double key, Direction direction)
{
    if (std::isnan(key))
        return last;
    const auto bits = std::bit_cast<std::uint64_t>(key == 0 ? 0.0 : key);
    const std::uint64_t ascending = bits & signBit ? ~bits : bits | signBit;
    return direction == Direction::Ascending ? ascending : ~ascending;
}

struct Entry
{
    std::uint64_t key;
    CustomerIndex customer;
};

/// One pass of a least-significant-digit radix sort; nothing to do where all digits are equal.
void sortDigit(std::vector<Entry> &entries, std::vector<Entry> &spare, int shift)
{
    constexpr std::size_t digits = 1 << 11;
    std::array<std::uint32_t, digits> start{};
    for (const Entry &entry : entries)
        ++start[(entry.key >> shift) & (digits - 1)];
    if (std::ranges::find(start, std::uint32_t(entries.size())) != start.end())
        return;
    std::exclusive_scan(start.begin(), start.end(), start.begin(), std::uint32_t(0));
    spare.resize(entries.size());
    for (const Entry &entry : entries)
        spare[start[(entry.key >> shift) & (digits - 1)]++] = entry;
    entries.swap(spare);
}

/// Ranks of texts under a collator, equal texts sharing one; NaN for empty texts.
std::vector<double> ranksOf(const QList<QString> &texts, const QCollator &collator)
{
    std::vector<QCollatorSortKey> keys;
    keys.reserve(std::size_t(texts.size()));
    for (const QString &text : texts)
        keys.push_back(collator.sortKey(text));
    std::vector<std::uint32_t> order(keys.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(
        order, [&](std::uint32_t a, std::uint32_t b) { return keys[a].compare(keys[b]) < 0; });
    std::vector<double> ranks(keys.size(), missing);
    double rank = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && keys[order[i - 1]].compare(keys[order[i]]) != 0)
            ++rank;
        if (!texts.at(qsizetype(order[i])).isEmpty())
            ranks[order[i]] = rank;
    }
    return ranks;
}

} // namespace

std::vector<CustomerIndex> orderedBy(std::vector<CustomerIndex> customers,
                                     const std::vector<double> &key, Direction direction)
{
    std::vector<Entry> entries(customers.size());
    std::ranges::transform(customers, entries.begin(), [&](CustomerIndex customer) {
        return Entry{orderedBits(key[customer], direction), customer};
    });
    std::vector<Entry> spare;
    for (int shift = 0; shift < 64; shift += 11)
        sortDigit(entries, spare, shift);
    std::ranges::transform(entries, customers.begin(), &Entry::customer);
    return customers;
}

std::vector<double> textKeys(const CodedColumn &column, const QCollator &collator)
{
    const std::vector<double> ranks = ranksOf(column.values, collator);
    std::vector<double> keys(column.code.size());
    std::ranges::transform(column.code, keys.begin(),
                           [&](std::uint16_t code) { return ranks[code]; });
    return keys;
}

std::vector<double> textKeys(const QList<QString> &texts, const QCollator &collator)
{
    return ranksOf(texts, collator);
}

Result<QList<QString>> customerTexts(Database &database, const Snapshot &snapshot,
                                     const QByteArray &column, const Progress &progress)
{
    const CancelGuard guard(database.handle(), progress);
    return database.attempt([&](SQLite::Database &connection) -> Result<QList<QString>> {
        QList<QString> texts(qsizetype(snapshot.customers()));
        const CustomerIndexMap map(snapshot.customerRow);
        RowCursor row(connection, "SELECT id, " + column.toStdString() + " FROM customer");
        while (row.next()) {
            const CustomerIndex customer = map.indexOf(row.integer(0));
            if (customer == CustomerIndexMap::none)
                continue;
            const std::string_view text = row.text(1);
            texts[qsizetype(customer)] = QString::fromUtf8(text.data(), qsizetype(text.size()));
        }
        return progress.isCancelled() ? Result<QList<QString>>(Error::cancelled()) : texts;
    });
}

} // namespace Customers
