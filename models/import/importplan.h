#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/import/sourceformat.h"
#include "models/import/dateparser.h"
#include "models/import/importchoices.h"
#include "models/import/kinds.h"
#include "models/import/numberparser.h"
#include "models/import/tablereader.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace Import {

/// What a column's cells look like, for the mapping table.
enum class FoundType { Empty, Integer, Decimal, Date, Category, Text };
[[nodiscard]] QString foundTypeTitle(FoundType type); ///< translated

/// Where a column of the file goes.
struct ColumnPlan
{
    enum class Target {
        Ignore,
        Field,     ///< \a field
        Attribute, ///< a customer attribute called \a attribute
        Property   ///< an event property called \a attribute
    };

    QString heading;
    Target target = Target::Ignore;
    QString field;
    QString attribute;
    QString example; ///< first cell that is not empty
    FoundType found = FoundType::Empty;
    double emptyShare = 0;      ///< of the sample
    qint64 distinct = 0;        ///< in the sample
    DateStyle dates;            ///< how dates in it are written
    NumberStyle numbers;        ///< how numbers in it are written
    bool dayMeansMonth = false; ///< periods are given as the first day of a month
    QList<Repair> repairs;      ///< applied to every cell in this order

    bool operator==(const ColumnPlan &) const = default;
};

/// Everything an import does, decided beforehand: a value to look at, change and hand to
/// runImport().
struct ImportPlan
{
    QString file;       ///< its path; of a pasted table a name to show
    QByteArray content; ///< of a pasted table; null: the file is read
    Kind kind = Kind::Transactions;
    SourceFormat format;
    QList<ColumnPlan> columns; ///< one a column of the file, in its order
    QString preset;            ///< id of the preset that was recognised or asked for
    double presetConfidence = 0; ///< 0 to 1
    OnDuplicate onDuplicate = OnDuplicate::Update; ///< of transactions Add, unless asked for
    Identity identity = Identity::CustomerId;
    QString phoneCountry; ///< "966" for numbers without a country; empty: that of the currency
    OrderRows orderRows = OrderRows::EachRow;
    QList<StatusRule> statusRules; ///< of the values in the sample; others as usualAction() says
    QMap<QString, double> rates;   ///< workspace currency for one unit of another
    QString timeZone;              ///< of moments that do not say theirs; empty: UTC
    QString currency;          ///< for amounts without one; empty: the workspace's
    bool dryRun = false;       ///< everything but keeping it
    QList<QStringList> sample; ///< first rows as read, for a preview
    qint64 fileBytes = 0;
    qint64 estimatedRows = 0;
    QString ambiguousDateColumn; ///< heading whose dates fit day first and month first; empty: none
    QString ambiguousDateExample;

    [[nodiscard]] Source source() const { return {file, content}; }
    [[nodiscard]] int columnOf(const QString &field) const; ///< −1: not mapped
    /// Fields a row cannot do without and that no column is mapped to.
    [[nodiscard]] QStringList missingFields() const;
    /// Says which order the dates of every column have; settles the question of ambiguous ones.
    void setDateOrder(DateOrder order);
    /// Reads the dates of every column in \a calendar.
    void setCalendar(DateStyle::Calendar calendar);
    /// Says whether a whole month or quarter counts as its first day, in every column.
    void setWholePeriods(bool count);
    bool operator==(const ImportPlan &) const = default;
};

/// What the user said beforehand; everything empty is found out.
struct ImportHints
{
    QHash<QString, QString> mapping; ///< heading → field; an empty field leaves the column out
    QString preset;
    QString encoding;
    std::optional<char> delimiter;
    QString sheet; ///< of a spreadsheet
    std::optional<DateOrder> dateOrder;
    std::optional<OnDuplicate> onDuplicate;
    std::optional<bool> hasHeader;
    QString currency;
    std::optional<Identity> identity;
    std::optional<OrderRows> orderRows;
    std::optional<DateStyle::Calendar> calendar;
    std::optional<bool> wholePeriods; ///< see DateStyle::wholePeriods
    QString timeZone;
    QMap<QString, double> rates;
    QHash<QString, StatusRule::Action> statuses;
    QJsonObject choices; ///< of an earlier plan, as toJson() gives them; the rest above wins over them
    bool dryRun = false;
};

/// Text from the clipboard as a table to import.
[[nodiscard]] Source pastedTable(const QString &text);

/// Looks at the beginning of \a source and decides how to read it. Fails where the file cannot be
/// opened, is empty, or a hint names a column, field, preset, sheet or encoding that does not exist.
/// A plan may still lack required fields: runImport() refuses it then.
Result<ImportPlan> planImport(const Source &source, Kind kind, const ImportHints &hints = {});
Result<ImportPlan> planImport(const QString &file, Kind kind, const ImportHints &hints = {});

/// The kind whose fields the headings of \a source fit best, for a file that comes without one.
Result<Kind> guessKind(const Source &source, const ImportHints &hints = {});
Result<Kind> guessKind(const QString &file, const ImportHints &hints = {});

/// The plan's choices without the sample, as kept with the batch.
[[nodiscard]] QJsonObject toJson(const ImportPlan &plan);
/// Takes over the choices of an earlier plan for the columns with the same headings.
void applyChoices(ImportPlan &plan, const QJsonObject &choices);

} // namespace Import
