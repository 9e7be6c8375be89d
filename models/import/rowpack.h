#pragma once

#include <QJsonObject>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct sqlite3_stmt;

namespace Import {

/// Rows that one import brought and a later one took out, as previous_value keeps them: some
/// thousand compressed in one entry, so that a replaced year of a million rows takes some hundred
/// entries and a few bytes a row. Packing and unpacking need the memory of one pack.
class RowPack final
{
public:
    using Value = std::variant<std::monostate, std::int64_t, double, std::string>;
    struct Row
    {
        std::int64_t id = 0;
        std::vector<Value> values; ///< of columns(), in their order
    };

    /// \a columns without the id; \a batch: the import that brought the rows, 0: none.
    RowPack(std::vector<std::string> columns, std::int64_t batch);

    /// Adds the row that a SELECT * stands on; the id is its first column.
    void add(sqlite3_stmt *row);
    void add(Row row);
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }

    [[nodiscard]] const std::vector<std::string> &columns() const { return m_columns; }
    [[nodiscard]] std::int64_t batch() const { return m_batch; }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    [[nodiscard]] std::int64_t firstId() const { return m_rows.front().id; }

    /// The values of the row \a id as other entries of previous_value hold them: text or null.
    [[nodiscard]] std::optional<QJsonObject> kept(std::int64_t id) const;
    /// Gives the row \a id the values of \a kept.
    void setKept(std::int64_t id, const QJsonObject &kept);

    /// The entry's text: a JSON object that begins with packMark and holds the batch as entries of
    /// single rows do.
    [[nodiscard]] std::string text() const;
    /// Empty: \a text is no pack, or a damaged one.
    [[nodiscard]] static std::optional<RowPack> fromText(std::string_view text);

private:
    [[nodiscard]] Row *find(std::int64_t id);

    std::vector<std::string> m_columns;
    std::int64_t m_batch = 0;
    std::vector<Row> m_rows; ///< by id
    std::size_t m_bytes = 0; ///< of their texts
};

/// Tells packs from the entries of single rows: substr(old, 1, 8) = packMark.
inline constexpr auto packMark = "{\"*pack\"";

} // namespace Import
