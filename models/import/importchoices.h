#pragma once

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace Import {

/// What to do with a row that the workspace already has: a customer, or a transaction with an order
/// id.
enum class OnDuplicate {
    Update,        ///< new rows are added, known ones updated
    Skip,          ///< known rows are left as they are
    Reject,        ///< known rows are rejected
    Add,           ///< every row is added, whatever is there (not for customers)
    UpdateOnly,    ///< known rows are updated, new ones left out
    ReplacePeriod, ///< what lies between the first and the last day of the file goes first
};

[[nodiscard]] QString onDuplicateName(OnDuplicate mode); ///< "update", "skip", "replace-period", …
[[nodiscard]] std::optional<OnDuplicate> onDuplicateFromName(const QString &name);
[[nodiscard]] QList<OnDuplicate> allModes();

/// By what a customer of the file is found in the workspace.
enum class Identity {
    CustomerId, ///< the text of the customer's id
    Email,      ///< the e-mail address in one form
    Phone       ///< the telephone number in one form
};
[[nodiscard]] QString identityName(Identity identity); ///< "id", "email", "phone"
[[nodiscard]] std::optional<Identity> identityFromName(const QString &name);

/// What the rows of a file of orders are, where several have one order id.
enum class OrderRows {
    EachRow,   ///< every row counts by itself
    TotalOnce, ///< one row an item, the amount is the order's: the first row counts
    SumOfRows  ///< one row an item with its own amount: they are added to one purchase
};
[[nodiscard]] QString orderRowsName(OrderRows rows); ///< "each", "total-once", "sum"
[[nodiscard]] std::optional<OrderRows> orderRowsFromName(const QString &name);

/// What is done with the orders of one status.
struct StatusRule
{
    enum class Action {
        Keep,
        LeaveOut, ///< cancelled, failed and test orders
        Refund    ///< the amount counts as negative
    };
    QString status; ///< as the file writes it
    Action action = Action::Keep;
    qint64 rows = 0; ///< in the sample

    bool operator==(const StatusRule &) const = default;
};
[[nodiscard]] QString statusActionName(StatusRule::Action action); ///< "keep", "leave-out", "refund"
[[nodiscard]] std::optional<StatusRule::Action> statusActionFromName(const QString &name);
/// What a status means by its word, English or Arabic: "ملغي" is left out.
[[nodiscard]] StatusRule::Action usualAction(const QString &status);

/// One rule that mends a column while it is read.
struct Repair
{
    enum class Action {
        Replace,           ///< cells that are \a from become \a to
        Remove,            ///< \a from within a cell becomes \a to, or is taken out
        Fill,              ///< empty cells become \a to
        FillDown,          ///< empty cells become what the row above has
        EmptyIfUnreadable, ///< cells that cannot be read are left empty rather than the row rejected
        Scale,             ///< numbers are multiplied by 10 to the power of \a power
        Append             ///< the cell of the column with heading \a from comes behind, after a space
    };
    Action action = Action::Replace;
    QString from = {};
    QString to = {};
    int power = 0;

    bool operator==(const Repair &) const = default;
};
/// A cell after those repairs that change its text by itself.
[[nodiscard]] QString mendedText(QString cell, const QList<Repair> &repairs);
[[nodiscard]] QJsonObject toJson(const Repair &repair);
[[nodiscard]] std::optional<Repair> repairFromJson(const QJsonObject &json);

} // namespace Import
