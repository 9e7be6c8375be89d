#pragma once

#include "models/lifecycle/ruleentries.h"

namespace Lifecycle {

/// Why a customer is in a stage, or left it.
struct Receipt
{
    enum class By { Event, Purchase, Rule, ExitRule, Import };

    By by = By::Event;
    QString what;        ///< name of the event, or the rule in English words; else empty
    qint64 row = 0;      ///< row id of the event or purchase; 0: none
    /// The import that brought the row; of a rule, the newest one when it was found to hold. 0: not
    /// known. Undoing that import takes the change away.
    qint64 batch = 0;
    bool operator==(const Receipt &) const = default;
};

/// One change of a customer's stage, as the workspace keeps it.
struct StageChange
{
    CustomerId customer;
    QString stage; ///< the stage's id
    std::int64_t time = 0;
    Receipt receipt;
    [[nodiscard]] bool isExit() const { return receipt.by == Receipt::By::ExitRule; }
    bool operator==(const StageChange &) const = default;
};

struct RecordedHistory
{
    qint64 added = 0;
    qint64 known = 0; ///< derived again, and kept already
};

/// Derives the history of every customer from events, purchases, rules and imported stages, and
/// writes what the workspace does not hold yet. Changes that were kept stay, also when the rows they
/// came from are replaced; only undoing their import takes them away. One transaction.
Result<RecordedHistory> recordHistory(Database &database, const Customers::Snapshot &snapshot,
                                      const LifecycleModel &lifecycle,
                                      const Progress &progress = {});
/// recordHistory() unless these rows and this lifecycle have been recorded already. The window calls
/// it with what it shows, the command line after an import and after an undo.
Result<RecordedHistory> keepHistory(const Workspace &workspace, const Customers::Snapshot &snapshot,
                                    const LifecycleModel &lifecycle, const Progress &progress = {});
/// Events and purchases up to which an import on the command line keeps the history at once. A larger
/// workspace keeps it when the window opens it, because that needs all columns in memory.
inline constexpr qint64 mostFactsAtImport = 500'000;
/// The same with the rows and the lifecycle of the file; nothing happens above mostFactsAtImport.
Result<RecordedHistory> keepHistory(const Workspace &workspace, const Progress &progress = {});
/// What the workspace keeps about one customer, oldest first.
Result<QList<StageChange>> stageChanges(Database &database, CustomerId customer);

/// The first time that anybody of an account entered a stage.
struct AccountEntry
{
    std::uint16_t account = 0; ///< code of the account field
    std::uint16_t stage = 0;
    std::int64_t time = 0;
    Customers::CustomerIndex customer = 0; ///< who of the account
};
/// The history of accounts, which are customers with the same value of a coded attribute such as
/// company; by account, in order of time. Customers without a value belong to no account.
std::vector<AccountEntry> accountHistory(const StageHistory &history,
                                         const Customers::CodedColumn &account);

} // namespace Lifecycle
