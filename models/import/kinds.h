#pragma once

#include <QList>
#include <QString>

#include <optional>

/// Import of files into a workspace and export back into the same layout.
namespace Import {

/// What the rows of a file are. The names are those of the command line.
enum class Kind {
    Customers,
    Transactions,
    Events,
    Surveys,
    Interactions,
    Costs,
    Subscriptions,
    Deals,
    Summaries
};

[[nodiscard]] QList<Kind> allKinds();
[[nodiscard]] QString kindName(Kind kind); ///< "transactions", never translated
[[nodiscard]] std::optional<Kind> kindFromName(const QString &name);
[[nodiscard]] QString kindTitle(Kind kind); ///< "Transactions", translated
[[nodiscard]] QString tableOf(Kind kind);   ///< "purchase"
[[nodiscard]] QString timeField(Kind kind); ///< "time"; empty: its rows have none

/// How the cells of a field are read and stored.
enum class FieldType {
    Customer, ///< the customer's own id, any text
    Text,
    Term,     ///< text that many rows share
    Time,     ///< a moment
    Day,      ///< a date without a time
    Period,   ///< a day, month, quarter, year or ISO interval
    Money,    ///< minor units
    Currency, ///< ISO 4217 code
    Real,
    Score,     ///< whole number 0 to 3
    Effort,    ///< 1 to 7
    Fraction,  ///< 0 to 1; 60 and 60 % are read as 0.6
    Flag,      ///< yes or no
    CostKind,  ///< acquisition or retention
    PeriodUnit ///< day, week, month, quarter or year
};

/// A field that a column of the file can be mapped to.
struct Field
{
    QString name; ///< as in the contract and on the command line: "customer_id"
    FieldType type = FieldType::Text;
    bool required = false;
    bool isStored = true; ///< false: it only decides what becomes of the row

    bool operator==(const Field &) const = default;
};

[[nodiscard]] const QList<Field> &fieldsOf(Kind kind);
[[nodiscard]] const Field *findField(Kind kind, const QString &name);
[[nodiscard]] QString fieldTitle(const QString &name); ///< "Customer ID", translated
[[nodiscard]] QString fieldTypeTitle(FieldType type);  ///< "Date and time", translated

} // namespace Import
