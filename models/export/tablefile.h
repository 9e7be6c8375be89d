#pragma once

#include "models/export/csvwriter.h"
#include "models/export/xlsxwriter.h"

#include <variant>

namespace Export {

/// A table for people and other programs, row by row in constant memory: an Excel workbook where
/// the file's name ends in .xlsx, else CSV. An existing file is replaced only when everything has
/// been written.
class TableFile
{
public:
    using Cell = XlsxWriter::Cell;

    struct Options
    {
        QString sheet;              ///< name of the workbook's sheet
        bool isRightToLeft = false; ///< of the workbook
        bool byteOrderMark = false; ///< of the CSV file, see CsvWriter::open()
    };

    [[nodiscard]] static bool isWorkbook(const QString &file);
    static Result<TableFile> open(const QString &file, const Options &options);

    void writeHeadings(const QStringList &headings);
    void writeRow(const QList<Cell> &cells);
    /// No further row fits: commit() will say so.
    [[nodiscard]] bool isFull() const;
    /// Makes the file appear. Writing errors of any row are told here.
    Result<void> commit();

    /// The cell as CSV has it: ISO days and moments, numbers with a point and no more digits than
    /// they need.
    [[nodiscard]] static QString text(const Cell &cell);

private:
    explicit TableFile(std::variant<CsvWriter, XlsxWriter> writer);

    std::variant<CsvWriter, XlsxWriter> m_writer;
};

} // namespace Export
