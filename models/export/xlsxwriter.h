#pragma once

#include "models/core/result.h"

#include <QDateTime>
#include <QStringList>

#include <memory>
#include <variant>

namespace Export {

/// Writes an Excel workbook of one sheet, row by row in constant memory, so that an existing file
/// is replaced only when everything has been written. Texts stay texts: none is run as a formula.
class XlsxWriter
{
public:
    static constexpr int mostRows = 1048576; ///< of a sheet, with the headings

    /// Empty, a text, a number (NaN is empty), a day or a moment (as its own clock shows it).
    using Cell = std::variant<std::monostate, QString, double, QDate, QDateTime>;

    struct Sheet
    {
        QString name;               ///< shortened and cleaned to what Excel allows
        bool isRightToLeft = false; ///< column A on the right, as Arabic is read
    };

    static Result<XlsxWriter> open(const QString &file, const Sheet &sheet);

    XlsxWriter(XlsxWriter &&) noexcept;
    XlsxWriter &operator=(XlsxWriter &&) noexcept;
    /// Without commit() nothing is left.
    ~XlsxWriter();

    /// The first row, bold and always in view.
    void writeHeadings(const QStringList &headings);
    void writeRow(const QList<Cell> &cells);
    /// The sheet has as many rows as Excel allows, or cannot be written: further rows are lost.
    [[nodiscard]] bool isFull() const;
    /// Makes the file appear. Writing errors of any row, and too many rows, are told here.
    Result<void> commit();

private:
    struct Workbook;
    explicit XlsxWriter(std::unique_ptr<Workbook> workbook);

    std::unique_ptr<Workbook> m_workbook;
};

/// A small table whose first row holds the headings. Texts that are numbers in the C locale's form
/// or ISO days become such cells.
Result<void> writeXlsxTable(const QString &file, const XlsxWriter::Sheet &sheet,
                            const QList<QStringList> &rows);

} // namespace Export
