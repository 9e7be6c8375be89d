#pragma once

#include "models/import/tablereader.h"

namespace Import {

/// Reads a sheet of a spreadsheet in pieces, at constant memory besides the texts that its cells
/// share. Dates come as 2025-06-30, whatever their format shows.
class XlsxReader final : public TableReader
{
public:
    /// \a format names the sheet; empty: the first one that is not hidden. Fails where there is no
    /// such sheet.
    static Result<std::unique_ptr<XlsxReader>> open(const Source &source,
                                                    const SourceFormat &format);
    ~XlsxReader() override;

    Result<bool> next(RecordChunk &chunk) override;
    [[nodiscard]] qint64 bytesRead() const override;
    [[nodiscard]] qint64 bytesInAll() const override;

    [[nodiscard]] QStringList sheets() const;
    [[nodiscard]] QString sheet() const;

private:
    struct Sheet;
    explicit XlsxReader(std::unique_ptr<Sheet> sheet);

    std::unique_ptr<Sheet> m_sheet;
};

/// The names of the sheets that \a source has.
Result<QStringList> sheetsOf(const Source &source);

} // namespace Import
