#pragma once

#include "models/core/result.h"
#include "models/import/ziparchive.h"

#include <QList>
#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace Import {

/// What a spreadsheet's cells refer to: its sheets, the texts they share, which styles are dates.
struct XlsxWorkbook
{
    struct Sheet
    {
        QString name;
        QString part; ///< "xl/worksheets/sheet1.xml"
        bool isHidden = false;
    };
    /// How a style shows its number.
    enum class Shows : unsigned char { Number, Date, DateTime, Time };

    QList<Sheet> sheets;
    bool from1904 = false; ///< day 0 is 1904-01-01
    std::vector<Shows> styles;
    std::string texts;               ///< shared texts, one after the other
    std::vector<std::size_t> ends{0}; ///< of shared text i: texts[ends[i]] to texts[ends[i + 1]]

    [[nodiscard]] std::size_t sharedTexts() const { return ends.size() - 1; }
    [[nodiscard]] std::string_view sharedText(std::size_t index) const
    {
        return std::string_view(texts).substr(ends[index], ends[index + 1] - ends[index]);
    }
    [[nodiscard]] Shows shows(std::size_t style) const
    {
        return style < styles.size() ? styles[style] : Shows::Number;
    }
    [[nodiscard]] const Sheet *sheet(const QString &name) const;
};

/// Reads everything but the sheets' cells. \a withTexts: also the shared texts.
Result<XlsxWorkbook> readWorkbook(ZipArchive &archive, bool withTexts);

/// Whether a number format shows a date or a time: "dd/mm/yyyy", "[h]:mm", not "#,##0.00".
[[nodiscard]] XlsxWorkbook::Shows formatShows(std::string_view format);
/// The text of a number cell as it is imported: dates as 2025-06-30 or 2025-06-30 14:05:00, numbers
/// with at most 15 digits and without an exponent. Uses \a storage where the text must be made.
[[nodiscard]] std::string_view numberCellText(std::string_view value, XlsxWorkbook::Shows shows,
                                              bool from1904, std::string &storage);

} // namespace Import
