#include "models/import/tablelayout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

struct Rename
{
    Kind kind;
    const char *field;
    const char *column;
};
constexpr Rename renames[] = {
    {Kind::Customers, "customer_id", "ref"}, {Kind::Transactions, "order_id", "order_ref"},
    {Kind::Deals, "deal_id", "deal_ref"},    {Kind::Summaries, "T", "t"},
    {Kind::Costs, "period", "period_from"},
};

} // namespace

int TableLayout::columnOf(std::string_view name) const
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name == name)
            return int(i);
    return -1;
}

std::string quotedName(const std::string &name)
{
    std::string result = "\"";
    for (const char c : name) {
        result += c;
        if (c == '"')
            result += c;
    }
    return result + '"';
}

std::string columnOfField(Kind kind, const QString &field)
{
    for (const Rename &rename : renames)
        if (rename.kind == kind && field == QLatin1StringView(rename.field))
            return rename.column;
    return field == u"customer_id" ? std::string("customer") : field.toStdString();
}

Storage storageOf(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::CostKind:
    case FieldType::PeriodUnit:
        return Storage::Text;
    case FieldType::Real:
    case FieldType::Effort:
    case FieldType::Fraction:
        return Storage::Real;
    case FieldType::Customer:
    case FieldType::Term:
    case FieldType::Time:
    case FieldType::Day:
    case FieldType::Period:
    case FieldType::Money:
    case FieldType::Currency:
    case FieldType::Score:
    case FieldType::Flag:
        return Storage::Integer;
    }
    return Storage::Text;
}

Result<std::vector<std::pair<std::string, std::string>>> tableColumns(Database &database,
                                                                      const std::string &table)
{
    return database.attempt([&](SQLite::Database &connection) {
        std::vector<std::pair<std::string, std::string>> columns;
        SQLite::Statement query(connection,
                                "SELECT name, type FROM pragma_table_info(?) ORDER BY cid");
        query.bind(1, table);
        while (query.executeStep())
            columns.emplace_back(query.getColumn(0).getText(), query.getColumn(1).getText());
        return columns;
    });
}

Result<TableLayout> tableLayout(Database &database, const ImportPlan &plan, std::int64_t batch)
{
    TableLayout layout;
    layout.table = tableOf(plan.kind).toStdString();
    const auto columns = tableColumns(database, layout.table);
    if (!columns)
        return columns.error();

    const auto add = [&](TableColumn column) {
        for (std::size_t i = 0; i < columns->size(); ++i)
            if ((*columns)[i].first == column.name)
                column.position = unsigned(i);
        layout.columns.push_back(std::move(column));
    };
    for (const Field &field : fieldsOf(plan.kind)) {
        if (!field.isStored)
            continue;
        const int source = plan.columnOf(field.name);
        TableColumn column;
        column.name = columnOfField(plan.kind, field.name);
        column.type = field.type;
        column.storage = plan.kind == Kind::Customers && field.type == FieldType::Customer
                             ? Storage::Text
                             : storageOf(field.type);
        column.source = source;
        column.required = field.required;
        column.field = field.name.toStdString();
        if (source < 0 && plan.kind == Kind::Customers && field.type == FieldType::Customer
            && plan.identity != Identity::CustomerId) {
            // Without an id of its own a customer is called by its address or number.
            column.source =
                plan.columnOf(plan.identity == Identity::Email ? u"email"_s : u"phone"_s);
            add(column);
        } else if (source >= 0) {
            add(column);
            if (field.type == FieldType::Period) {
                column.name = "period_until";
                column.periodEnd = true;
                add(column);
            }
        } else if (field.type == FieldType::Currency) {
            add(column); // every amount has one: that of the plan or of its own cell
        } else if (plan.kind == Kind::Transactions && field.name == u"amount") {
            column.constant = 0;
            add(column);
        } else if (field.type == FieldType::PeriodUnit) {
            column.constant = 0;
            column.constantText = "week";
            add(column);
        }
    }
    if (plan.kind == Kind::Customers) {
        TableColumn column;
        column.name = "batch";
        column.storage = Storage::Integer;
        column.constant = batch;
        add(column);
    }
    const bool hasProperties =
        std::any_of(plan.columns.begin(), plan.columns.end(), [](const ColumnPlan &column) {
            return column.target == ColumnPlan::Target::Property;
        });
    if (plan.kind == Kind::Events && hasProperties) {
        TableColumn column;
        column.name = "properties";
        column.storage = Storage::Text;
        column.field = "properties";
        add(column);
    }
    std::sort(layout.columns.begin(), layout.columns.end(),
              [](const TableColumn &a, const TableColumn &b) { return a.position < b.position; });
    return layout;
}

} // namespace Import
