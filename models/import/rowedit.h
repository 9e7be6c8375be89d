#pragma once

#include "models/import/rangeledger.h"
#include "models/workspace/database.h"

#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace Import {

/// Kinds of import_batch that no file brought: what the program changed on somebody's word.
inline constexpr auto mergeBatch = "merge";   ///< customers that were one and the same
inline constexpr auto repairBatch = "repair"; ///< values or rows that data health found

/// Whether \a kind, as in import_batch, is one of the above.
[[nodiscard]] bool isEdit(const QString &kind);

/// Changes single rows outside of an import. What they were is kept under a batch of its own, so
/// that undoImport() takes the changes back as a whole, and the fingerprints of the imports that
/// brought the rows stay true. Lives inside a transaction; throws SQLite::Exception.
class RowEditor final
{
public:
    /// By column; text becomes the column's type, nullopt is NULL.
    using Values = std::map<std::string, std::optional<std::string>>;

    /// Adds the batch. \a subject says what was changed, \a options how.
    RowEditor(SQLite::Database &connection, const char *kind, const QString &subject,
              const QJsonObject &options);

    [[nodiscard]] std::int64_t batch() const { return m_batch; }
    /// False: there is no such row, or it has these values already.
    bool update(const std::string &table, std::int64_t row, const Values &values);
    bool remove(const std::string &table, std::int64_t row);
    /// A row with the id \a row, which is free.
    void insert(const std::string &table, std::int64_t row, const Values &values);
    /// Writes the fingerprints and the counts of the batch. Call it once, before the commit.
    void finish();

    [[nodiscard]] std::int64_t changed() const { return m_changed; }
    [[nodiscard]] std::int64_t removed() const { return m_removed; }

private:
    void keep(const std::string &table, std::int64_t row, const QByteArray &old);
    void change(const std::string &table, std::int64_t row, const Values &values);

    SQLite::Database &m_connection;
    std::int64_t m_batch = 0;
    RangeLedger m_ledger;
    SQLite::Statement m_keep;
    std::int64_t m_changed = 0;
    std::int64_t m_removed = 0;
};

/// How previous_value writes a row that an edit removed: every value, and under this name the batch
/// that had brought it.
inline constexpr auto removedRowBatch = "*batch";

/// The value of a row's column as previous_value keeps it: text or null. A real number keeps every
/// digit.
[[nodiscard]] QJsonValue keptValue(sqlite3_stmt *row, int column);

/// Binds what keptValue() wrote; the table's column turns it into its type.
void bindKept(SQLite::Statement &statement, int index, const QJsonValue &value);

} // namespace Import
