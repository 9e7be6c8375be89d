#pragma once

#include "models/core/dates.h"
#include "models/core/numberformat.h"
#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/customers/snapshot.h"
#include "models/health/merge.h"
#include "models/workspace/workspace.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

/// What is missing, doubtful or impossible in the data of a workspace, and what mends it.
namespace Health {

enum class Aspect { Completeness, Freshness, Duplicates, Impossible, Orphans, Gaps };
[[nodiscard]] QList<Aspect> allAspects();
[[nodiscard]] QString aspectTitle(Aspect aspect); ///< "Completeness", translated

enum class Severity { Note, Warning, Problem };

/// How a column or its rows can be mended.
enum class Repair {
    None,
    RemoveRows,   ///< the rows go
    ClearField,   ///< the value goes, the row stays
    TidyField,    ///< the same value in one form: no spaces around it, addresses in lower case
    OneSpelling,  ///< rare spellings become the most frequent one
    FirstPurchase ///< the day of acquisition becomes the day of the first purchase
};

/// One thing that was found, with the rows it is about.
struct Finding
{
    QString id; ///< stable: "future:purchase.time"
    QString check; ///< the part before the colon
    Aspect aspect = Aspect::Impossible;
    Severity severity = Severity::Warning;
    QString table;  ///< as in the file: "purchase"
    QString column; ///< empty: the row as a whole
    QString title;  ///< of an attribute: what the source called it; else empty
    qint64 rows = 0;
    qint64 of = 0; ///< rows that were looked at
    Repair repair = Repair::None;
    QStringList examples; ///< values, most frequent first
    DateRange period;     ///< a gap, or the newest day
    qint64 days = 0;      ///< how long a gap is, how old the newest row
    double limit = 0;     ///< in the unit of the column

    std::string condition;                            ///< SQL over the rows of the table, alias t
    std::shared_ptr<const std::vector<std::int64_t>> ids; ///< instead of a condition
    QList<std::pair<QString, QString>> spellings;     ///< written, and what it becomes

    [[nodiscard]] double share() const { return of > 0 ? double(rows) / double(of) : 0; }
};

/// How well one column is filled, and until when.
struct FieldQuality
{
    QString table;
    QString column;
    QString title; ///< of an attribute; else empty
    qint64 rows = 0;
    qint64 filled = 0;
    QDate newest = {}; ///< of the rows that have a value; invalid: none has, or rows have no time

    [[nodiscard]] double share() const { return rows > 0 ? double(filled) / double(rows) : 0; }
    bool operator==(const FieldQuality &) const = default;
};

/// The rows of one table by age.
struct TableQuality
{
    QString table;
    qint64 rows = 0;
    QDate first; ///< invalid: its rows have no time
    QDate last;
};

struct Report
{
    QDate today;
    QList<TableQuality> tables; ///< those with rows
    QList<FieldQuality> fields; ///< of those tables, in the table's order
    QList<Finding> findings;    ///< gravest first

    [[nodiscard]] qint64 count(Aspect aspect) const; ///< findings of the aspect
    /// The share of filled cells in the columns that are in use (any row has a value).
    [[nodiscard]] double completeness() const;
};

struct HealthQuery
{
    QDate today; ///< days after it are in the future
};

/// Looks at every table. Reads each a few times: seconds for millions of rows, so on a worker.
Result<Report> checkHealth(const Workspace &workspace, const Customers::Snapshot &snapshot,
                           const HealthQuery &query, const Progress &progress = {});

/// The first \a limit rows a finding is about, ascending.
Result<std::vector<std::int64_t>> findingRows(const Workspace &workspace, const Finding &finding,
                                              qint64 limit, const Progress &progress = {});
/// Those without a value in the field.
[[nodiscard]] Finding missingFinding(const FieldQuality &field);

/// Mends the finding's rows as its repair says; kept like an import, Import::undoImport() takes it
/// back.
Result<EditOutcome> repairFinding(const Workspace &workspace, const Finding &finding,
                                  const Progress &progress = {});

/// "Transactions", "Customers": what the rows of a table are called, translated.
[[nodiscard]] QString tableTitle(const QString &table);
/// "Amount", or what the source called the attribute.
[[nodiscard]] QString columnTitle(const QString &table, const QString &column,
                                  const QString &attributeTitle = {});
/// The finding as a sentence.
[[nodiscard]] QString findingText(const Finding &finding, const NumberFormat &format);
/// What its repair does, as words for a button; empty: there is none.
[[nodiscard]] QString repairText(const Finding &finding);
/// What its repair will do, as a sentence to agree to.
[[nodiscard]] QString repairPromise(const Finding &finding, const NumberFormat &format);

} // namespace Health
