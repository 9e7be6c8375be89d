#include "models/import/rowpack.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

constexpr std::size_t mostRows = 4096;
constexpr std::size_t mostTextBytes = 1 << 20;
constexpr std::uint32_t mostBytes = 256u << 20; ///< of an unpacked pack: one cell may have 1 MB

enum Tag : unsigned char { Null, Integer, Real, Text };

/// Seven bits a byte, the lowest first; the sign goes to the lowest bit.
void putNumber(QByteArray &out, std::int64_t value)
{
    auto bits = std::uint64_t(value) << 1 ^ (value < 0 ? ~std::uint64_t(0) : 0);
    for (; bits >= 0x80; bits >>= 7)
        out += char(bits | 0x80);
    out += char(bits);
}

/// Takes what the functions above wrote off the front; no step goes beyond the end.
class Reader
{
public:
    explicit Reader(const QByteArray &bytes) : m_at(bytes.begin()), m_end(bytes.end()) {}

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    [[nodiscard]] unsigned char byte()
    {
        if (m_at == m_end) {
            m_failed = true;
            return 0;
        }
        return static_cast<unsigned char>(*m_at++);
    }
    [[nodiscard]] std::int64_t number()
    {
        std::uint64_t bits = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint64_t next = byte();
            bits |= (next & 0x7F) << shift;
            if (next < 0x80)
                return std::int64_t(bits >> 1 ^ (0 - (bits & 1)));
        }
        m_failed = true;
        return 0;
    }
    [[nodiscard]] std::string text()
    {
        const std::int64_t size = number();
        if (m_failed || size < 0 || size > m_end - m_at) {
            m_failed = true;
            return {};
        }
        const char *from = m_at;
        m_at += size;
        return {from, std::size_t(size)};
    }

private:
    const char *m_at;
    const char *m_end;
    bool m_failed = false;
};

RowPack::Value valueOf(sqlite3_stmt *row, int column)
{
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return std::int64_t(sqlite3_column_int64(row, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(row, column);
    default:
        return std::string(reinterpret_cast<const char *>(sqlite3_column_text(row, column)),
                           std::size_t(sqlite3_column_bytes(row, column)));
    }
}

QJsonValue keptOf(const RowPack::Value &value)
{
    std::array<char, 32> text{};
    if (const auto *number = std::get_if<std::int64_t>(&value))
        return QString::number(*number);
    if (const auto *real = std::get_if<double>(&value)) {
        const auto end = std::to_chars(text.data(), text.data() + text.size(), *real);
        return QString::fromLatin1(text.data(), end.ptr - text.data());
    }
    if (const auto *words = std::get_if<std::string>(&value))
        return QString::fromStdString(*words);
    return QJsonValue::Null;
}

} // namespace

RowPack::RowPack(std::vector<std::string> columns, std::int64_t batch)
    : m_columns(std::move(columns)), m_batch(batch)
{}

void RowPack::add(sqlite3_stmt *row)
{
    Row added{sqlite3_column_int64(row, 0), {}};
    added.values.reserve(m_columns.size());
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        added.values.push_back(valueOf(row, int(i) + 1));
    add(std::move(added));
}

void RowPack::add(Row row)
{
    for (const Value &value : row.values)
        if (const auto *text = std::get_if<std::string>(&value))
            m_bytes += text->size();
    m_rows.push_back(std::move(row));
}

bool RowPack::isFull() const { return m_rows.size() >= mostRows || m_bytes >= mostTextBytes; }

RowPack::Row *RowPack::find(std::int64_t id)
{
    const auto row = std::ranges::lower_bound(m_rows, id, {}, &Row::id);
    return row != m_rows.end() && row->id == id ? &*row : nullptr;
}

std::optional<QJsonObject> RowPack::kept(std::int64_t id) const
{
    const Row *row = const_cast<RowPack *>(this)->find(id);
    if (!row)
        return {};
    QJsonObject values;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        values.insert(QString::fromStdString(m_columns[i]), keptOf(row->values[i]));
    return values;
}

void RowPack::setKept(std::int64_t id, const QJsonObject &kept)
{
    Row *row = find(id);
    for (std::size_t i = 0; row && i < m_columns.size(); ++i) {
        const QJsonValue value = kept.value(QString::fromStdString(m_columns[i]));
        // The table's column turns the text into its type.
        if (value.isString())
            row->values[i] = value.toString().toStdString();
        else if (value.isNull())
            row->values[i] = std::monostate();
    }
}

std::string RowPack::text() const
{
    QByteArray bytes;
    std::int64_t lastId = 0;
    for (const Row &row : m_rows) {
        putNumber(bytes, std::int64_t(std::uint64_t(row.id) - std::uint64_t(lastId)));
        lastId = row.id;
        for (const Value &value : row.values) {
            bytes += char(value.index());
            if (const auto *number = std::get_if<std::int64_t>(&value)) {
                putNumber(bytes, *number);
            } else if (const auto *real = std::get_if<double>(&value)) {
                putNumber(bytes, std::bit_cast<std::int64_t>(*real));
            } else if (const auto *text = std::get_if<std::string>(&value)) {
                putNumber(bytes, std::int64_t(text->size()));
                bytes.append(text->data(), qsizetype(text->size()));
            }
        }
    }
    QJsonArray columns;
    for (const std::string &column : m_columns)
        columns.append(QString::fromStdString(column));
    return std::string(packMark) + ":1,\"*batch\":\"" + std::to_string(m_batch) + "\",\"*last\":"
           + std::to_string(lastId)
           + ",\"*columns\":" + QJsonDocument(columns).toJson(QJsonDocument::Compact).toStdString()
           + ",\"*rows\":\"" + qCompress(bytes, 1).toBase64().toStdString() + "\"}";
}

std::optional<RowPack> RowPack::fromText(std::string_view text)
{
    if (!text.starts_with(packMark))
        return {};
    const QJsonObject entry =
        QJsonDocument::fromJson(QByteArray(text.data(), qsizetype(text.size()))).object();
    const QByteArray packed =
        QByteArray::fromBase64(entry.value(u"*rows"_s).toString().toLatin1());
    // The first four bytes say how much the rest becomes: a damaged file could ask for anything.
    std::uint32_t size = 0;
    for (int i = 0; i < 4 && packed.size() > 4; ++i)
        size = size << 8 | static_cast<unsigned char>(packed[i]);
    if (size == 0 || size > mostBytes)
        return {};
    const QByteArray bytes = qUncompress(packed);
    std::vector<std::string> columns;
    for (const QJsonValue &column : entry.value(u"*columns"_s).toArray())
        columns.push_back(column.toString().toStdString());
    RowPack pack(std::move(columns), entry.value(u"*batch"_s).toString().toLongLong());
    Reader reader(bytes);
    std::int64_t lastId = 0;
    while (!reader.atEnd()) {
        Row row{std::int64_t(std::uint64_t(lastId) + std::uint64_t(reader.number())), {}};
        lastId = row.id;
        for (std::size_t i = 0; i < pack.m_columns.size() && !reader.failed(); ++i) {
            switch (reader.byte()) {
            case Null:
                row.values.emplace_back();
                break;
            case Integer:
                row.values.emplace_back(reader.number());
                break;
            case Real:
                row.values.emplace_back(std::bit_cast<double>(reader.number()));
                break;
            case Text:
                row.values.emplace_back(reader.text());
                break;
            default:
                return {};
            }
        }
        if (reader.failed())
            return {};
        pack.add(std::move(row));
    }
    return pack.isEmpty() ? std::optional<RowPack>() : std::optional(std::move(pack));
}

} // namespace Import
