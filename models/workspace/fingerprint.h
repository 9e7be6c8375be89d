#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Fingerprints of the rows of an import, kept in batch_range: SQLite's pages carry no checksum, so
/// a flipped bit inside a value goes unnoticed. The fingerprint of a range is the sum (modulo 2^64)
/// of its rows' hashes: it does not depend on their order, and an update is old hash out, new in.
///
/// A row is hashed by column position in its CREATE TABLE, id included as column 0. NULL adds
/// nothing, so columns that are never set need no call and a column added later changes nothing.
namespace Fingerprint {

namespace Detail {
/// The 128-bit product of \a a and \a b, folded.
[[nodiscard]] inline std::uint64_t fold(std::uint64_t a, std::uint64_t b)
{
    __extension__ using Wide = unsigned __int128;
    const Wide product = Wide(a) * b;
    return std::uint64_t(product) ^ std::uint64_t(product >> 64);
}
[[nodiscard]] inline std::uint64_t key(unsigned column)
{
    return (column + 1) * 0x9E3779B97F4A7C15ULL;
}
} // namespace Detail

/// The columns of a row without its id: a sum, so that it can be made before the id is known.
class Columns
{
public:
    void integer(unsigned column, std::int64_t value)
    {
        m_sum += Detail::fold(std::uint64_t(value) ^ Detail::key(column),
                              0xD6E8FEB86659FD93ULL ^ column);
    }
    /// NaN counts as NULL and −0 as 0, which is what SQLite stores.
    void real(unsigned column, double value)
    {
        if (value == value)
            integer(column, value == 0 ? 0 : std::bit_cast<std::int64_t>(value));
    }
    void text(unsigned column, std::string_view utf8)
    {
        std::uint64_t hash = Detail::key(column) ^ utf8.size();
        const char *at = utf8.data();
        std::size_t left = utf8.size();
        for (; left >= 8; left -= 8, at += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, at, 8);
            hash = Detail::fold(hash ^ littleEndian(word), 0xA0761D6478BD642FULL);
        }
        std::uint64_t tail = 0;
        for (std::size_t i = 0; i < left; ++i)
            tail |= std::uint64_t(static_cast<unsigned char>(at[i])) << (8 * i);
        m_sum += Detail::fold(hash ^ tail, 0xE7037ED1A0B428DBULL ^ column);
    }

    [[nodiscard]] std::uint64_t sum() const { return m_sum; }

protected:
    std::uint64_t m_sum = 0;

private:
    [[nodiscard]] static std::uint64_t littleEndian(std::uint64_t word)
    {
        if constexpr (std::endian::native == std::endian::big)
            return __builtin_bswap64(word);
        return word;
    }
};

class Row : public Columns
{
public:
    explicit Row(std::int64_t id) { integer(0, id); }

    /// Adds Columns::sum() of columns that are none of those given one by one.
    void add(std::uint64_t columns) { m_sum += columns; }
    [[nodiscard]] std::uint64_t hash() const
    {
        return Detail::fold(m_sum ^ 0x8EBC6AF09C88C6E3ULL, 0x589965CC75374CC3ULL);
    }
};

} // namespace Fingerprint
