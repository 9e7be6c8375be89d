// The part of the conversion that reads the text of a cell: out of its quotes, without what
// programs put around it, and mended as the plan says.

#include "models/core/formulaguard.h"
#include "models/import/rowconverter.h"
#include "models/import/textutil.h"

#include <algorithm>
#include <limits>

namespace Import {

namespace {

bool mayNeedTrim(char c) { return static_cast<unsigned char>(c) <= ' ' || (c & 0x80); }

} // namespace

PlainNumber plainNumber(std::string_view text)
{
    if (!text.empty() && text.front() == '-')
        text.remove_prefix(1);
    if (text.empty() || text.size() > 17 || !Text::isDigit(text.front()))
        return PlainNumber::None;
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    if (whole.size() > 1 && whole.front() == '0')
        return PlainNumber::None;
    const std::string_view fraction =
        point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    const auto digitsOnly = [](std::string_view part) {
        return std::all_of(part.begin(), part.end(), Text::isDigit);
    };
    if (!digitsOnly(whole) || !digitsOnly(fraction) || whole.size() + fraction.size() > 15)
        return PlainNumber::None;
    if (point == std::string_view::npos)
        return PlainNumber::Integer;
    return fraction.empty() ? PlainNumber::None : PlainNumber::Real;
}

std::string_view RowConverter::cell(RowBlock &block, std::size_t record, int column)
{
    if (m_isMended[std::size_t(column)]) [[unlikely]]
        return mended(block, record, column, plainCell(block, record, column));
    return plainCell(block, record, column);
}

std::string_view RowConverter::plainCell(RowBlock &block, std::size_t record, int column) const
{
    std::string_view text = block.chunk.raw(record, std::size_t(column));
    if (text.empty())
        return text;
    if (text.front() == '"') [[unlikely]] {
        std::string storage;
        const std::string_view content = cellContent(text, storage);
        text = !storage.empty() && content.data() == storage.data() ? block.keep(std::move(storage))
                                                                    : content;
        if (text.empty())
            return text;
    }
    if (mayNeedTrim(text.front()) || mayNeedTrim(text.back())) [[unlikely]]
        text = Text::trimmed(text);
    if (!text.empty() && text.front() == '\'') [[unlikely]]
        text = FormulaGuard::withoutGuard(text);
    if (text == "\\N") [[unlikely]]
        return {}; // how some databases write an empty cell
    return text;
}

std::string_view RowConverter::mended(RowBlock &block, std::size_t record, int column,
                                      std::string_view text)
{
    Mending &mending = m_mending[std::size_t(column)];
    if (!mending.cells.isEmpty()) {
        text = block.keep(
            mendedText(QString::fromUtf8(text.data(), qsizetype(text.size())), mending.cells)
                .toStdString());
    }
    for (const int other : mending.appended) {
        const std::string_view more = plainCell(block, record, other);
        if (text.empty())
            text = more;
        else if (!more.empty())
            text = block.keep(std::string(text) + ' ' + std::string(more));
    }
    if (mending.fillsDown) {
        const bool byOrder = !m_sameOrder.empty();
        if (!text.empty())
            mending.last = text;
        else if (!byOrder || m_sameOrder[record])
            text = block.keep(mending.last);
        else
            mending.last.clear();
    }
    return text;
}

ParsedNumber RowConverter::scaled(ParsedNumber number, int column) const
{
    int power = m_mending[std::size_t(column)].power;
    for (; power > 0 && number.scale > 0; --power)
        --number.scale;
    for (; power > 0; --power)
        if (__builtin_mul_overflow(number.mantissa, std::int64_t(10), &number.mantissa))
            return {std::numeric_limits<std::int64_t>::max(), 0, number.isPercent, {}};
    for (; power < 0 && number.scale < 18; ++power)
        ++number.scale;
    return number;
}

} // namespace Import
