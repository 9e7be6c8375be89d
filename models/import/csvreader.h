#pragma once

#include "models/core/result.h"
#include "models/import/csvformat.h"
#include "models/import/csvtokeniser.h"

#include <QDateTime>
#include <QFile>
#include <QString>
#include <QStringDecoder>

#include <array>
#include <memory>
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

/// A piece of the file with whole records, as UTF-8.
struct CsvChunk
{
    std::vector<char> bytes; ///< with CsvTokeniser::padding behind the content
    std::size_t size = 0;
    RecordIndex index;
    qint64 firstLine = 1;                   ///< 1-based line of the first record
    bool isUtf8 = true;                     ///< false: some cell is not valid UTF-8
    std::optional<OverlongRecord> overlong; ///< a record behind those of the chunk that was skipped
    std::string overlongStart;              ///< its first bytes

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

/// Reads a delimited text file in pieces of about 1 MB, in any encoding, at constant memory.
class CsvReader final
{
public:
    static constexpr std::size_t blockBytes = 1 << 20;
    static constexpr std::size_t maximumCell = 1 << 20;   ///< bytes of one cell
    static constexpr std::size_t maximumRecord = 8 << 20; ///< bytes of one record

    static Result<std::unique_ptr<CsvReader>> open(const QString &file, const CsvFormat &format,
                                                   MaskForm form = MaskForm::Fastest);

    /// Reads the next piece into \a chunk, reusing its memory. False: the end was reached before.
    /// Fails where the file cannot be read, changed meanwhile, or a quote is never closed.
    Result<bool> next(CsvChunk &chunk);

    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }
    [[nodiscard]] qint64 fileBytes() const { return m_fileBytes; }

private:
    CsvReader(const QString &file, const CsvFormat &format, MaskForm form);
    /// Appends the next decoded bytes of the file. False: an error, told in m_error.
    bool fill(std::vector<char> &bytes, std::size_t &size);
    bool skipOverlong(CsvChunk &chunk, std::size_t from);
    [[nodiscard]] Error unclosedQuote(qint64 line) const;

    QFile m_file;
    CsvFormat m_format;
    CsvTokeniser m_tokeniser;
    qint64 m_fileBytes = 0;
    QDateTime m_modified;
    qint64 m_bytesRead = 0;
    qint64 m_line = 1;
    bool m_atEnd = false;
    std::vector<char> m_carry; ///< the record begun in the last piece
    std::vector<char> m_raw;   ///< bytes before decoding
    std::optional<QStringDecoder> m_decoder;
    std::optional<std::array<std::array<char, 4>, 256>>
        m_codePage; ///< per byte: length, then its UTF-8
    std::optional<Error> m_error;
};

/// The first bytes of a file decoded to UTF-8, for looking at it. \a wholeFile: nothing follows.
struct FileHead
{
    QByteArray utf8;
    QByteArray raw; ///< the first bytes as they stand in the file
    bool wholeFile = false;
    EncodingGuess encoding;
};
Result<FileHead> readHead(const QString &file, const QString &encoding, qint64 bytes);

} // namespace Import
