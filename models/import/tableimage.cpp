#include "models/import/tableimage.h"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace Import {

namespace {

constexpr std::uint32_t rootPage = 2;
constexpr std::size_t fileHeaderBytes = 100;
constexpr std::size_t leafHeaderBytes = 8;
constexpr std::size_t rootHeaderBytes = 12;
constexpr unsigned char leafOfTable = 0x0D;
constexpr unsigned char interiorOfTable = 0x05;
constexpr std::size_t mostVarint = 9;
/// What a record leaves in its leaf at least where it does not fit.
constexpr std::size_t leastLocal = (TableImage::pageBytes - 12) * 32 / 255 - 23;
constexpr std::size_t overflowBytes = TableImage::pageBytes - 4; ///< of a record on a page of its own
/// Integers beyond need eight bytes, which a double has, too.
constexpr double shortInteger = 140'737'488'355'327.0;

void put16(unsigned char *to, std::size_t value)
{
    to[0] = static_cast<unsigned char>(value >> 8);
    to[1] = static_cast<unsigned char>(value);
}

void put32(unsigned char *to, std::uint32_t value)
{
    put16(to, value >> 16);
    put16(to + 2, value & 0xFFFF);
}

/// Seven bits a byte, the highest first; the ninth byte has eight. Returns what is behind.
unsigned char *putVarint(unsigned char *to, std::uint64_t value)
{
    if (value < 0x80) {
        *to = static_cast<unsigned char>(value);
        return to + 1;
    }
    if (value >> 56 != 0) {
        to[8] = static_cast<unsigned char>(value);
        value >>= 8;
        for (int i = 7; i >= 0; --i, value >>= 7)
            to[i] = static_cast<unsigned char>((value & 0x7F) | 0x80);
        return to + mostVarint;
    }
    int bytes = 1;
    while (value >> (7 * bytes) != 0)
        ++bytes;
    for (int i = bytes - 1; i >= 0; --i, value >>= 7)
        to[i] = static_cast<unsigned char>((value & 0x7F) | (i == bytes - 1 ? 0 : 0x80));
    return to + bytes;
}

} // namespace

TableImage::TableImage() : m_head(mostColumns * mostVarint), m_body(mostColumns * mostVarint) {}

TableImage::~TableImage() { sqlite3_free(m_bytes); }

void TableImage::Free::operator()(unsigned char *bytes) const { sqlite3_free(bytes); }

std::uint32_t TableImage::addPage()
{
    if (m_pages == m_capacity) {
        const std::size_t capacity = std::max<std::size_t>(2 * m_capacity, 16);
        auto *bytes = static_cast<unsigned char *>(
            m_hasFailed ? nullptr : sqlite3_realloc64(m_bytes, capacity * pageBytes));
        if (!bytes) {
            // Goes on over what was written: the image is thrown away.
            m_hasFailed = true;
            return m_pages;
        }
        m_bytes = bytes;
        m_capacity = capacity;
    }
    return ++m_pages;
}

void TableImage::beginLeaf(std::uint32_t number, std::size_t start)
{
    m_leafPage = number;
    m_leafStart = start;
    m_leaf = m_bytes ? page(number) : nullptr;
    m_cellsStart = pageBytes;
    m_cells = 0;
}

void TableImage::closeLeaf()
{
    unsigned char *header = m_leaf + m_leafStart;
    header[0] = leafOfTable;
    put16(header + 1, 0); // no free blocks
    put16(header + 3, m_cells);
    put16(header + 5, m_cellsStart % pageBytes); // 65536 is written as 0
    header[7] = 0;
}

void TableImage::begin(const std::string &table, const std::string &createTable)
{
    m_pages = 0;
    m_hasFailed = false;
    m_leaves.clear();
    beginLeaf(addPage(), fileHeaderBytes);
    (void)addPage();
    if (m_hasFailed)
        return;
    beginRow();
    text("table");
    text(table);
    text(table);
    integer(rootPage);
    text(createTable);
    endRow(1);
    closeLeaf();
    m_leaves.clear();
    beginLeaf(addPage(), 0);
}

void TableImage::real(double value)
{
    if (value != value) {
        null();
    } else if (value >= -shortInteger - 1 && value <= shortInteger
               && double(std::int64_t(value)) == value) {
        integer(std::int64_t(value));
    } else {
        *m_headEnd++ = 7;
        bigEndian(m_bodyEnd, std::bit_cast<std::uint64_t>(value));
        m_bodyEnd += 8;
    }
}

void TableImage::text(std::string_view utf8)
{
    m_headEnd = putVarint(m_headEnd, 2 * utf8.size() + 13);
    const std::size_t used = std::size_t(m_bodyEnd - m_body.data());
    const std::size_t wanted = used + utf8.size() + mostColumns * mostVarint;
    if (m_body.size() < wanted) {
        m_body.resize(wanted + wanted / 2);
        m_bodyEnd = m_body.data() + used;
    }
    if (!utf8.empty())
        std::memcpy(m_bodyEnd, utf8.data(), utf8.size());
    m_bodyEnd += utf8.size();
}

std::uint32_t TableImage::addOverflow(std::size_t head, std::size_t local)
{
    // Headers are small beside what stays in the leaf.
    const unsigned char *from = m_body.data() + (local - head);
    std::uint32_t first = 0;
    std::uint32_t previous = 0;
    while (from < m_bodyEnd) {
        const std::uint32_t number = addPage();
        if (m_hasFailed)
            return 0;
        if (previous == 0)
            first = number;
        else
            put32(page(previous), number);
        put32(page(number), 0);
        const auto part = std::min<std::size_t>(std::size_t(m_bodyEnd - from), overflowBytes);
        std::memcpy(page(number) + 4, from, part);
        from += part;
        previous = number;
    }
    m_leaf = page(m_leafPage); // adding pages may have moved it
    return first;
}

void TableImage::endRow(std::int64_t id)
{
    if (m_hasFailed)
        return;
    const std::size_t types = std::size_t(m_headEnd - m_head.data());
    const std::size_t head = types + (types + 1 < 0x80 ? 1 : 2);
    const std::size_t body = std::size_t(m_bodyEnd - m_body.data());
    const std::size_t all = head + body;
    std::size_t local = all;
    if (all > mostLocal) [[unlikely]] {
        local = leastLocal + (all - leastLocal) % overflowBytes;
        if (local > mostLocal)
            local = leastLocal;
    }
    unsigned char start[2 * mostVarint];
    const std::size_t startBytes =
        std::size_t(putVarint(putVarint(start, all), std::uint64_t(id)) - start);
    const std::size_t cell = startBytes + local + (local < all ? 4 : 0);

    if (m_leafStart + leafHeaderBytes + 2 * (m_cells + 1) + cell > m_cellsStart) {
        closeLeaf();
        m_leaves.push_back({m_leafPage, m_lastId});
        beginLeaf(addPage(), 0);
        if (m_hasFailed)
            return;
    }
    const std::uint32_t overflow = local < all ? addOverflow(head, local) : 0;
    if (m_hasFailed)
        return;
    m_cellsStart -= cell;
    put16(m_leaf + m_leafStart + leafHeaderBytes + 2 * m_cells, m_cellsStart);
    ++m_cells;
    m_lastId = id;
    unsigned char *to = m_leaf + m_cellsStart;
    std::memcpy(to, start, startBytes);
    to = putVarint(to + startBytes, head);
    std::memcpy(to, m_head.data(), types);
    to += types;
    std::memcpy(to, m_body.data(), local - head);
    if (local < all)
        put32(to + (local - head), overflow);
}

void TableImage::finish()
{
    if (m_hasFailed)
        return;
    closeLeaf();
    if (m_leaves.empty()) {
        std::memcpy(page(rootPage), m_leaf, pageBytes);
    } else {
        // Page number and key of each: room for thousands of leaves, which no block fills.
        unsigned char *root = page(rootPage);
        std::size_t cellsStart = pageBytes;
        for (std::size_t i = 0; i < m_leaves.size(); ++i) {
            unsigned char cell[4 + mostVarint];
            put32(cell, m_leaves[i].page);
            const std::size_t size =
                std::size_t(putVarint(cell + 4, std::uint64_t(m_leaves[i].lastId)) - cell);
            if (rootHeaderBytes + 2 * (i + 1) + size > cellsStart) {
                m_hasFailed = true;
                return;
            }
            cellsStart -= size;
            std::memcpy(root + cellsStart, cell, size);
            put16(root + rootHeaderBytes + 2 * i, cellsStart);
        }
        root[0] = interiorOfTable;
        put16(root + 1, 0);
        put16(root + 3, m_leaves.size());
        put16(root + 5, cellsStart % pageBytes);
        root[7] = 0;
        put32(root + 8, m_leafPage);
    }

    unsigned char *header = m_bytes;
    std::memset(header, 0, fileHeaderBytes);
    std::memcpy(header, "SQLite format 3", 16);
    put16(header + 16, 1); // pages of 65536 bytes
    header[18] = 1;        // a rollback journal, not a log
    header[19] = 1;
    header[21] = 64; // shares of a page that cells may take: fixed
    header[22] = 32;
    header[23] = 32;
    put32(header + 24, 1); // changes
    put32(header + 28, m_pages);
    put32(header + 40, 1); // version of the schema
    put32(header + 44, 4); // its format: 0 and 1 take no bytes
    put32(header + 56, 1); // UTF-8
    put32(header + 92, 1); // the number of pages is true
    put32(header + 96, SQLITE_VERSION_NUMBER);
}

TableImage::Bytes TableImage::release()
{
    if (m_hasFailed)
        return {};
    m_capacity = 0;
    return {std::unique_ptr<unsigned char[], Free>(std::exchange(m_bytes, nullptr)),
            std::exchange(m_pages, 0) * pageBytes};
}

} // namespace Import
