#include "models/import/textutil.h"

#include <cstdint>
#include <cstring>

namespace Import::Text {

namespace {

std::uint32_t codeAt(std::string_view text, std::size_t at, std::size_t &length)
{
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? std::uint32_t(static_cast<unsigned char>(text[at + i])) : 0U;
    };
    const std::uint32_t lead = byte(0);
    if (lead >= 0xC2 && lead < 0xE0 && at + 1 < text.size()) {
        length = 2;
        return (lead & 0x1F) << 6 | (byte(1) & 0x3F);
    }
    if (lead >= 0xE0 && lead < 0xF0 && at + 2 < text.size()) {
        length = 3;
        return (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    }
    length = 1;
    return lead < 0x80 ? lead : 0xFFFD;
}

bool isMark(std::uint32_t code)
{
    return code == 0x200E || code == 0x200F || code == 0x061C || (code >= 0x202A && code <= 0x202E)
           || (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF || code == 0x200B;
}

bool isWideSpace(std::uint32_t code)
{
    return code == 0x00A0 || code == 0x202F || (code >= 0x2000 && code <= 0x200A) || code == 0x3000;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    for (;;) {
        while (!text.empty() && isSpace(text.front()))
            text.remove_prefix(1);
        if (text.empty() || !(text.front() & 0x80))
            break;
        std::size_t length = 1;
        const std::uint32_t code = codeAt(text, 0, length);
        if (!isMark(code) && !isWideSpace(code))
            break;
        text.remove_prefix(length);
    }
    for (;;) {
        while (!text.empty() && isSpace(text.back()))
            text.remove_suffix(1);
        if (text.size() < 2 || !(text.back() & 0x80))
            break;
        std::size_t start = text.size() - 1;
        while (start > 0 && (text[start] & 0xC0) == 0x80 && text.size() - start < 4)
            --start;
        std::size_t length = 1;
        const std::uint32_t code = codeAt(text, start, length);
        if (start + length != text.size() || (!isMark(code) && !isWideSpace(code)))
            break;
        text.remove_suffix(length);
    }
    return text;
}

std::size_t normalise(std::string_view text, char *out, std::size_t capacity)
{
    std::size_t size = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (size + 4 > capacity)
            return 0;
        if (!(text[i] & 0x80)) {
            out[size++] = text[i++];
            continue;
        }
        std::size_t length = 1;
        const std::uint32_t code = codeAt(text, i, length);
        if (code >= 0x0660 && code <= 0x0669) {
            out[size++] = char('0' + (code - 0x0660));
        } else if (code >= 0x06F0 && code <= 0x06F9) {
            out[size++] = char('0' + (code - 0x06F0));
        } else if (code == 0x066B) {
            out[size++] = arabicDecimal;
        } else if (code == 0x066C || code == 0x060C) {
            out[size++] = arabicGroup;
        } else if (code == 0x2212 || code == 0x2010 || code == 0x2011 || code == 0x2013) {
            out[size++] = '-';
        } else if (code == 0x2019 || code == 0x02BC) {
            out[size++] = '\'';
        } else if (code == 0x066A) {
            out[size++] = '%';
        } else if (isWideSpace(code)) {
            out[size++] = ' ';
        } else if (!isMark(code)) {
            std::memcpy(out + size, text.data() + i, length);
            size += length;
        }
        i += length;
    }
    return size;
}

bool isUtf8(std::string_view text)
{
    const auto *data = reinterpret_cast<const unsigned char *>(text.data());
    const std::size_t size = text.size();
    std::size_t i = 0;
    while (i < size) {
        std::uint64_t word = 0;
        if (i + 8 <= size) {
            std::memcpy(&word, data + i, 8);
            if (!(word & 0x8080808080808080ULL)) {
                i += 8;
                continue;
            }
        }
        const unsigned char lead = data[i];
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || i + length > size)
            return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((data[i + k] & 0xC0) != 0x80)
                return false;
        if ((lead == 0xE0 && data[i + 1] < 0xA0) || (lead == 0xED && data[i + 1] >= 0xA0)
            || (lead == 0xF0 && data[i + 1] < 0x90) || (lead == 0xF4 && data[i + 1] >= 0x90))
            return false;
        i += length;
    }
    return true;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lower(a[i]) != lower(b[i]))
            return false;
    return true;
}

} // namespace Import::Text
