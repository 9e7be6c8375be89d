#pragma once

#include "models/import/csvtokeniser.h"

#include <QtGlobal>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Import {

/// A record that is too long to be kept.
struct OverlongRecord
{
    qint64 line = 0;
};

/// A piece of a table with whole records, as UTF-8: cells parted by the delimiter, quoted where
/// they must be, whatever the file is made of.
struct RecordChunk
{
    std::vector<char> bytes; ///< with CsvTokeniser::padding behind the content
    std::size_t size = 0;
    RecordIndex index;
    qint64 firstLine = 1;                   ///< 1-based line of the first record
    bool isUtf8 = true;                     ///< false: some cell is not valid UTF-8
    std::optional<OverlongRecord> overlong; ///< a record behind those of the chunk that was skipped
    std::string overlongStart;              ///< its first bytes
    std::vector<std::uint32_t> unreadable;  ///< records, ascending, whose text is no record at all

    [[nodiscard]] std::string_view raw(std::size_t record, std::size_t cell) const
    {
        const std::uint32_t *end = index.ends.data() + index.firsts[record] + cell;
        const std::uint32_t from = end[0] + 1;
        return {bytes.data() + from, end[1] - from};
    }
    [[nodiscard]] qint64 line(std::size_t record) const { return firstLine + index.lines[record]; }
    [[nodiscard]] std::size_t recordBytes(std::size_t record) const
    {
        return index.ends[index.firsts[record + 1] - 1] - index.ends[index.firsts[record]];
    }
    /// A record of one empty cell: a blank line.
    [[nodiscard]] bool isBlank(std::size_t record) const
    {
        return index.cells(record) == 1 && raw(record, 0).empty();
    }
};

} // namespace Import
