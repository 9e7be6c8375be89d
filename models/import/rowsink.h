#pragma once

#include "models/core/result.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <string_view>

namespace Import {

/// Where the rows of an export go, cell by cell, so that a file read back gives the same values.
class RowSink
{
public:
    RowSink() = default;
    RowSink(const RowSink &) = delete;
    RowSink &operator=(const RowSink &) = delete;
    virtual ~RowSink();

    virtual void empty() = 0;
    virtual void text(std::string_view text) = 0; ///< UTF-8
    virtual void integer(std::int64_t value) = 0;
    virtual void real(double value) = 0;
    virtual void moment(std::int64_t seconds) = 0; ///< epoch, UTC
    virtual void day(std::int64_t days) = 0;       ///< since 1970-01-01
    virtual void money(std::int64_t minor, int digits) = 0;
    virtual void endRow() = 0; ///< the first row holds the headings
    /// Whether further rows can be taken; finish() says why not.
    [[nodiscard]] virtual bool takesMore() const = 0;
    /// Makes the file appear.
    virtual Result<void> finish() = 0;
};

/// A workbook where the name ends in .xlsx, with one sheet called \a sheet; else CSV (UTF-8, comma,
/// ISO dates). Texts are no formulas in either.
Result<std::unique_ptr<RowSink>> openRowSink(const QString &file, const QString &sheet);

/// "2025-03", "2025-Q1", "2025" or both days: a span of days as the import reads it.
[[nodiscard]] QByteArray periodText(std::int64_t firstDay, std::int64_t lastDay);

} // namespace Import
