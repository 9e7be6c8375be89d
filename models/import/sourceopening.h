#pragma once

#include "models/import/importplan.h"
#include "models/import/recordchunk.h"

namespace Import {

/// A cell without its quotes and the spaces around it.
[[nodiscard]] QString cellText(std::string_view raw);

/// The beginning of the file as records.
struct Sample
{
    RecordChunk chunk;
    std::size_t header = 0;   ///< record of the headings
    std::size_t firstRow = 0; ///< record after them

    [[nodiscard]] QString cell(std::size_t record, std::size_t column) const
    {
        if (column >= chunk.index.cells(record))
            return {};
        return cellText(chunk.raw(record, column));
    }
    [[nodiscard]] QStringList record(std::size_t index) const
    {
        QStringList cells;
        for (std::size_t c = 0; c < chunk.index.cells(index); ++c)
            cells.append(cell(index, c));
        return cells;
    }
};

/// A source of which the beginning has been read.
struct Opening
{
    SourceFormat format;
    Sample sample;
    QStringList headings;
    qint64 fileBytes = 0;
    qint64 contentBytes = 0; ///< after unpacking
    qint64 headSize = 0;
    bool wholeFile = false;
};

/// Opens \a source in whatever format it has and finds its headings, looking for those of \a kind.
Result<Opening> openSource(const Source &source, Kind kind, const ImportHints &hints);

} // namespace Import
