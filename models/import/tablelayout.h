#pragma once

#include "models/core/result.h"
#include "models/import/importplan.h"
#include "models/import/rowblock.h"
#include "models/workspace/database.h"

#include <QList>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace Import {

/// One column of the table that rows are written to.
struct TableColumn
{
    std::string name;
    unsigned position = 0; ///< in the CREATE TABLE, by which fingerprints count
    Storage storage = Storage::Text;
    FieldType type = FieldType::Text;
    int source = -1; ///< column of the file; −1: a constant
    bool required = false;
    bool periodEnd = false; ///< the last day of a period rather than its first
    std::string field;      ///< term.field of terms; else the import's field

    std::optional<std::int64_t> constant = {}; ///< written to every row
    std::string constantText = {};             ///< where storage is Text and constant is set
};

struct TableLayout
{
    std::string table;
    std::vector<TableColumn> columns; ///< those that are written; all others are NULL

    [[nodiscard]] int columnOf(std::string_view name) const;
};

/// Name of the table column that holds \a field: "order_ref" of "order_id".
[[nodiscard]] std::string columnOfField(Kind kind, const QString &field);
[[nodiscard]] Storage storageOf(FieldType type);

/// The columns of the kind's table that \a plan fills, in the table's order.
Result<TableLayout> tableLayout(Database &database, const ImportPlan &plan, std::int64_t batch);

/// Positions of the columns in a CREATE TABLE.
Result<std::vector<std::pair<std::string, std::string>>> tableColumns(Database &database,
                                                                      const std::string &table);

/// "name" as an identifier in SQL.
[[nodiscard]] std::string quotedName(const std::string &name);

} // namespace Import
