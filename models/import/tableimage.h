#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Import {

/// An SQLite database in memory that holds rows of one table. A connection takes it with
/// sqlite3_deserialize() and moves its records as they are: making them is then the work of another
/// thread and needs no statement. The form is that of https://www.sqlite.org/fileformat2.html: a
/// page with the schema, leaves filled in the order of row ids, one root above them.
class TableImage final
{
public:
    static constexpr std::size_t pageBytes = 65536;
    static constexpr std::size_t mostColumns = 600;
    /// What of a record stands in its leaf at most; the rest of a longer one takes pages of its own.
    static constexpr std::size_t mostLocal = pageBytes - 35;

    TableImage();
    TableImage(const TableImage &) = delete;
    TableImage &operator=(const TableImage &) = delete;
    ~TableImage();

    /// Begins an image of \a table, which \a createTable (its text in sqlite_schema) describes.
    void begin(const std::string &table, const std::string &createTable);

    // The values of a row in the order of the table's columns, between beginRow() and endRow(); not
    // more than mostColumns.
    void beginRow()
    {
        m_headEnd = m_head.data();
        m_bodyEnd = m_body.data();
    }
    void null() { *m_headEnd++ = 0; }
    void integer(std::int64_t value)
    {
        // Two's complement in 1, 2, 3, 4, 6 or 8 bytes; 0 and 1 need none.
        if (value == 0 || value == 1) {
            *m_headEnd++ = static_cast<unsigned char>(8 + value);
            return;
        }
        static constexpr std::array<unsigned char, 9> typeOfBytes = {1, 1, 2, 3, 4, 5, 5, 6, 6};
        static constexpr std::array<unsigned char, 7> bytesOfType = {0, 1, 2, 3, 4, 6, 8};
        const auto size = std::uint64_t(value < 0 ? ~value : value);
        const auto bits = std::size_t(std::bit_width(size)) + 1;
        const unsigned char type = typeOfBytes[(bits + 7) / 8];
        *m_headEnd++ = type;
        const unsigned bytes = bytesOfType[type];
        bigEndian(m_bodyEnd, std::uint64_t(value) << (64 - 8 * bytes));
        m_bodyEnd += bytes;
    }
    /// NaN counts as NULL, and whole numbers take the room of integers, as in SQLite's own records.
    void real(double value);
    void text(std::string_view utf8);
    /// Ids rise from row to row.
    void endRow(std::int64_t id);

    /// Puts the root above the leaves; no row comes behind.
    void finish();

    struct Free
    {
        void operator()(unsigned char *bytes) const;
    };
    struct Bytes
    {
        std::unique_ptr<unsigned char[], Free> data; ///< of sqlite3_malloc64()
        std::size_t size = 0;
    };
    /// Hands the finished image over; without data where there was no memory.
    [[nodiscard]] Bytes release();

private:
    struct Leaf
    {
        std::uint32_t page = 0; ///< numbered from 1
        std::int64_t lastId = 0;
    };

    static void bigEndian(unsigned char *to, std::uint64_t value)
    {
        if constexpr (std::endian::native == std::endian::little)
            value = __builtin_bswap64(value);
        std::memcpy(to, &value, 8);
    }
    [[nodiscard]] unsigned char *page(std::uint32_t number)
    {
        return m_bytes + (number - 1) * pageBytes;
    }
    std::uint32_t addPage();
    void beginLeaf(std::uint32_t number, std::size_t start);
    void closeLeaf();
    /// The rest of a record behind its first \a local bytes, on a chain of pages; its first page.
    std::uint32_t addOverflow(std::size_t head, std::size_t local);

    unsigned char *m_bytes = nullptr;
    std::size_t m_capacity = 0; ///< pages
    std::uint32_t m_pages = 0;
    bool m_hasFailed = false; ///< no memory
    std::vector<Leaf> m_leaves;

    // The row: its serial types, then its values.
    std::vector<unsigned char> m_head;
    std::vector<unsigned char> m_body;
    unsigned char *m_headEnd = nullptr;
    unsigned char *m_bodyEnd = nullptr;

    // The leaf that is being filled: pointers to its cells from the top, the cells from the end.
    unsigned char *m_leaf = nullptr;
    std::uint32_t m_leafPage = 0;
    std::size_t m_leafStart = 0;  ///< where its header stands
    std::size_t m_cellsStart = 0; ///< the lowest byte that a cell takes
    std::size_t m_cells = 0;
    std::int64_t m_lastId = 0;
};

} // namespace Import
