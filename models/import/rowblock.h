#pragma once

#include "models/import/recordchunk.h"
#include "models/import/tableimage.h"

#include <cmath>
#include <cstdint>
#include <deque>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace Import {

enum class Storage { Integer, Real, Text };

inline constexpr std::int64_t nullInteger = std::numeric_limits<std::int64_t>::min();
inline constexpr double nullReal = std::numeric_limits<double>::quiet_NaN();

/// The values of one table column for the records of a block.
struct BlockColumn
{
    Storage storage = Storage::Text;
    std::vector<std::int64_t> integers;  ///< nullInteger: NULL
    std::vector<double> reals;           ///< NaN: NULL
    std::vector<std::string_view> texts; ///< without data: NULL

    void resize(std::size_t rows)
    {
        switch (storage) {
        case Storage::Integer:
            integers.assign(rows, nullInteger);
            break;
        case Storage::Real:
            reals.assign(rows, nullReal);
            break;
        case Storage::Text:
            texts.assign(rows, {});
            break;
        }
    }
};

/// A term that the block uses first.
struct NewTerm
{
    std::string_view field;
    std::string text;
    std::uint32_t id = 0;
};

/// A row of the workspace that a record of the block changes.
struct RowChange
{
    std::int64_t row = 0;
    std::uint32_t record = 0;
};

/// Records of one table, ready to be moved into it.
struct FormedRows
{
    TableImage::Bytes image;
    std::size_t count = 0;
    bool lacksValue = false; ///< a column that must have a value has none: not to be moved
};

/// What the parser hands to the writer: columns over the records of one piece of the file. Texts
/// point into the chunk or the arena, so the block stays together until it is written.
struct RowBlock
{
    RecordChunk chunk;
    std::deque<std::string> arena;
    std::vector<BlockColumn> columns;    ///< as the converter's layout says
    std::vector<BlockColumn> attributes; ///< of customers
    std::vector<std::uint32_t> rows;     ///< records to write, in order
    std::vector<std::uint64_t> sums;     ///< per record, see sumColumns()
    std::vector<std::uint32_t>
        customers; ///< per entry of rows the customer's row id (kind customers)
    std::vector<std::string_view>
        newCustomers; ///< refs to be added before the rows, in order of their ids
    std::vector<NewTerm> newTerms;
    FormedRows formedRows;      ///< of rows, but for the kind customers
    FormedRows formedCustomers; ///< of newCustomers
    std::vector<RowChange> updates;   ///< known rows that get the record's values
    std::vector<RowChange> additions; ///< rows that the record's amounts are added to
    std::int64_t rowsRead = 0;  ///< so far in the file
    std::int64_t bytesRead = 0; ///< so far in the file
    std::int64_t bytesInAll = 0;

    void clear()
    {
        arena.clear();
        rows.clear();
        customers.clear();
        newCustomers.clear();
        newTerms.clear();
        formedRows = {};
        formedCustomers = {};
        updates.clear();
        additions.clear();
    }
    std::string_view keep(std::string text) { return arena.emplace_back(std::move(text)); }
};

} // namespace Import
