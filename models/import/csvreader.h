#pragma once

#include "models/import/csvtokeniser.h"
#include "models/import/sourceformat.h"
#include "models/import/tablereader.h"

#include <QStringDecoder>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace Import {

/// Reads a delimited text file in pieces of about 1 MB, in any encoding, at constant memory.
class CsvReader final : public TableReader
{
public:
    static Result<std::unique_ptr<CsvReader>> open(const Source &source, const SourceFormat &format,
                                                   MaskForm form = MaskForm::Fastest);

    /// Fails also where a quote is never closed.
    Result<bool> next(RecordChunk &chunk) override;
    [[nodiscard]] qint64 bytesRead() const override { return m_file->bytesRead(); }
    [[nodiscard]] qint64 bytesInAll() const override { return m_file->size(); }

private:
    CsvReader(std::unique_ptr<SourceFile> file, const SourceFormat &format, MaskForm form);
    /// Appends the next decoded bytes of the file. False: an error, told in m_error.
    bool fill(std::vector<char> &bytes, std::size_t &size);
    bool skipOverlong(RecordChunk &chunk, std::size_t from);
    [[nodiscard]] Error unclosedQuote(qint64 line) const;

    std::unique_ptr<SourceFile> m_file;
    SourceFormat m_format;
    CsvTokeniser m_tokeniser;
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
Result<FileHead> readHead(const Source &source, const QString &encoding, qint64 bytes);

} // namespace Import
