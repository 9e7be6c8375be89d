#pragma once

#include "models/import/tablereader.h"
#include "models/import/textutil.h"

#include <QLocale>

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How the objects of a JSON file are found and read, for the look at its beginning and for the rows.
namespace Import {

/// Cuts the bytes of a source into its objects, whatever stands between them.
class ObjectCutter
{
public:
    ObjectCutter(SourceFile &file, JsonShape shape) : m_file(file), m_shape(shape)
    {}

    struct Piece
    {
        std::string_view text; ///< with simdjson's padding behind it; valid until the next call
        qint64 line = 1;
        bool isTooLong = false;
    };

    /// The next object, or text that stands where one should. Empty: the end.
    Result<std::optional<Piece>> next()
    {
        return m_shape == JsonShape::Lines ? nextLine() : nextObject();
    }
    [[nodiscard]] qint64 line() const { return m_line; }
    /// Whether the array that holds the objects was closed before the end.
    [[nodiscard]] bool isComplete() const { return m_complete; }

private:
    /// Makes room and reads on. False: the end.
    Result<bool> fill()
    {
        if (m_from > 0) {
            m_bytes.erase(m_bytes.begin(), m_bytes.begin() + qsizetype(m_from));
            m_at -= m_from;
            m_size -= m_from;
            m_from = 0;
        }
        // A small file needs no whole block; one byte more than it has shows whether it grew.
        const qint64 left = std::max<qint64>(m_file.size() - m_file.bytesRead(), 0) + 1;
        const auto wanted = std::min<std::size_t>(std::size_t(left), TableReader::blockBytes);
        m_bytes.resize(m_size + wanted + simdjson::SIMDJSON_PADDING);
        const qint64 got = m_file.read(m_bytes.data() + m_size, qint64(wanted));
        if (got < 0)
            return m_file.cannotRead();
        if (got == 0 && (m_file.hasChanged() || m_file.bytesRead() != m_file.size()))
            return m_file.changed();
        if (m_size == 0 && m_file.bytesRead() == got && got >= 3
            && std::memcmp(m_bytes.data(), "\xEF\xBB\xBF", 3) == 0)
            m_from = m_at = 3;
        m_size += std::size_t(got);
        return got > 0;
    }

    Result<std::optional<Piece>> nextLine()
    {
        for (;;) {
            const char *begin = m_bytes.data() + m_at;
            const auto *end =
                m_at < m_size
                    ? static_cast<const char *>(std::memchr(begin, '\n', m_size - m_at))
                    : nullptr;
            if (!end && !m_atEnd) {
                if (m_size - m_from > TableReader::maximumRecord) {
                    m_skipping = true;
                    m_from = m_at = m_size;
                } else {
                    m_at = m_size;
                }
                const Result<bool> more = fill();
                if (!more)
                    return more.error();
                m_atEnd = !*more;
                continue;
            }
            const std::size_t until = end ? std::size_t(end - m_bytes.data()) : m_size;
            const Piece piece{{m_bytes.data() + m_from, until - m_from}, m_line, m_skipping};
            const bool isBlank = Text::trimmed(piece.text).empty() && !m_skipping;
            const bool isOver = m_from >= m_size && m_atEnd && !m_skipping;
            m_skipping = false;
            m_from = m_at = std::min(until + 1, m_size);
            m_line += end != nullptr;
            if (isOver)
                return std::optional<Piece>();
            if (!isBlank)
                return std::optional(piece);
            if (!end)
                return std::optional<Piece>();
        }
    }

    /// Follows strings and depth over \a c.
    void step(char c)
    {
        if (m_inString) {
            if (m_escaped)
                m_escaped = false;
            else if (c == '\\')
                m_escaped = true;
            else if (c == '"')
                m_inString = false;
            return;
        }
        switch (c) {
        case '"':
            m_inString = true;
            break;
        case '{':
        case '[':
            ++m_depth;
            break;
        case '}':
        case ']':
            --m_depth;
            break;
        default:
            break;
        }
    }

    Result<std::optional<Piece>> nextObject()
    {
        const int base = m_shape == JsonShape::Concatenated ? 0
                         : m_shape == JsonShape::Array      ? 1
                                                            : 2;
        bool inside = false;
        bool tooLong = false;
        qint64 line = m_line;
        for (;;) {
            if (m_at == m_size) {
                if (!inside)
                    m_from = m_at;
                if (inside && m_size - m_from > TableReader::maximumRecord) {
                    tooLong = true;
                    m_from = m_at;
                }
                const Result<bool> more = fill();
                if (!more)
                    return more.error();
                if (!*more) {
                    m_complete = m_depth == 0 || m_closed;
                    return std::optional<Piece>();
                }
                continue; // what came may have been a mark and nothing else
            }
            const char c = m_bytes[m_at];
            if (m_closed) {
                m_line += c == '\n';
                ++m_at;
                continue;
            }
            if (!inside && !m_inString && m_depth == base && c == '{'
                && (m_shape != JsonShape::Wrapped || m_inArray)) {
                inside = true;
                m_from = m_at;
                line = m_line;
            }
            step(c);
            m_line += c == '\n';
            ++m_at;
            if (!m_inString && m_shape == JsonShape::Wrapped && !inside) {
                if (c == '[' && m_depth == 2) {
                    m_inArray = true;
                } else if (c == ']' && m_depth == 1 && m_inArray) {
                    m_closed = m_foundAny; // an array of other things is not the one
                    m_inArray = false;
                }
            } else if (!m_inString && m_shape == JsonShape::Array && c == ']' && m_depth == 0) {
                m_closed = true;
            }
            if (inside && !m_inString && c == '}' && m_depth == base) {
                const Piece piece{{m_bytes.data() + m_from, tooLong ? 0 : m_at - m_from},
                                  line, tooLong};
                m_from = m_at;
                m_foundAny = true;
                return std::optional(piece);
            }
        }
    }

    SourceFile &m_file;
    JsonShape m_shape;
    std::vector<char> m_bytes;
    std::size_t m_from = 0; ///< start of the object at hand
    std::size_t m_at = 0;
    std::size_t m_size = 0;
    qint64 m_line = 1;
    bool m_atEnd = false;
    bool m_skipping = false;
    int m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_inArray = false;
    bool m_foundAny = false;
    bool m_closed = false;
    bool m_complete = true;
};


inline constexpr int deepestObject = 16; ///< nested objects below that stay JSON text

/// Calls \a add(key, value) for every cell of an object; nested ones with their keys joined by dots.
/// Throws simdjson::simdjson_error.
template <typename Add>
void flatten(simdjson::ondemand::object object, const std::string &prefix, int depth, std::string &scratch,
             Add &add)
{
    for (auto field : object) {
        std::string_view name = field.unescaped_key();
        // The mark of a text file may have been pasted into a key; QString drops it as well.
        if (name.starts_with("\xEF\xBB\xBF"))
            name.remove_prefix(3);
        const std::string key = prefix.empty() ? std::string(name) : prefix + '.' + std::string(name);
        simdjson::ondemand::value value = field.value();
        switch (value.type()) {
        case simdjson::ondemand::json_type::object:
            if (depth < deepestObject) {
                flatten(value.get_object(), key, depth + 1, scratch, add);
                break;
            }
            [[fallthrough]];
        case simdjson::ondemand::json_type::array: {
            scratch = std::string_view(simdjson::to_json_string(value));
            add(key, std::string_view(scratch));
            break;
        }
        case simdjson::ondemand::json_type::string:
            add(key, std::string_view(value.get_string()));
            break;
        case simdjson::ondemand::json_type::number: {
            // As written, so that no digit of an amount is lost; only exponents are not amounts.
            const std::string_view token = Text::trimmed(value.raw_json_token());
            const double number = value.get_double();
            if (token.find_first_of("eE") == std::string_view::npos) {
                add(key, token);
            } else {
                scratch = QString::number(number, 'f', QLocale::FloatingPointShortest).toStdString();
                add(key, std::string_view(scratch));
            }
            break;
        }
        case simdjson::ondemand::json_type::boolean:
            add(key, bool(value.get_bool()) ? std::string_view("true") : std::string_view("false"));
            break;
        case simdjson::ondemand::json_type::null:
            if (!value.is_null())
                throw simdjson::simdjson_error(simdjson::N_ATOM_ERROR);
            add(key, std::string_view());
            break;
        }
    }
}

/// Reads one object. False: it is none.
template <typename Add>
bool readObject(simdjson::ondemand::parser &parser, std::string_view text, std::string &scratch, Add &&add)
{
    try {
        simdjson::ondemand::document document = parser.iterate(
            simdjson::padded_string_view(text, text.size() + simdjson::SIMDJSON_PADDING));
        flatten(document.get_object(), {}, 0, scratch, add);
        // Nothing may follow the object.
        return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
    } catch (const simdjson::simdjson_error &) {
        return false;
    }
}

} // namespace Import
