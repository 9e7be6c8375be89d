#include "models/import/importplan.h"

#include "models/import/columnmatcher.h"
#include "models/import/namejoin.h"
#include "models/import/sourceopening.h"
#include "models/import/tablereader.h"
#include "models/import/textutil.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

constexpr std::size_t sampleRecords = 5000;
constexpr int previewRows = 50;
constexpr qint64 ambiguityScanBytes = qint64(256) << 20;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Plan)
};

bool isWhole(std::string_view text)
{
    if (!text.empty() && text.front() == '-')
        text.remove_prefix(1);
    return !text.empty() && text.size() <= 18
           && std::all_of(text.begin(), text.end(), Text::isDigit);
}

/// Fills in what the sample tells about column \a index.
void describeColumn(ColumnPlan &plan, const Sample &sample, std::size_t index,
                    std::optional<DateOrder> order, FieldType type, bool mapped,
                    DateStyleGuess &dateGuess)
{
    const RecordIndex &records = sample.chunk.index;
    QList<QByteArray> storage;
    QList<std::string_view> cells;
    QSet<QByteArray> distinct;
    qint64 rows = 0;
    qint64 whole = 0;
    const std::size_t last = std::min(records.records(), sample.firstRow + sampleRecords);
    storage.reserve(qsizetype(last - sample.firstRow));
    for (std::size_t r = sample.firstRow; r < last; ++r) {
        if (sample.chunk.isBlank(r))
            continue;
        ++rows;
        if (index >= records.cells(r))
            continue;
        std::string unquoted;
        const std::string_view text =
            Text::trimmed(cellContent(sample.chunk.raw(r, index), unquoted));
        if (text.empty() || text.size() > 4096)
            continue;
        storage.append(QByteArray(text.data(), qsizetype(text.size())));
        const QByteArray &kept = storage.constLast();
        cells.append(std::string_view(kept.constData(), std::size_t(kept.size())));
        distinct.insert(kept);
        whole += isWhole(text);
    }
    plan.emptyShare = rows == 0 ? 1 : double(rows - cells.size()) / double(rows);
    plan.distinct = distinct.size();
    if (cells.isEmpty())
        return;
    plan.example = QString::fromUtf8(storage.first()).left(120);

    const NumberStyleGuess numbers = guessNumberStyle(cells);
    plan.numbers = numbers.style;
    const bool isDateField =
        mapped && (type == FieldType::Time || type == FieldType::Day || type == FieldType::Period);
    DateStyleGuess dates;
    if (isDateField || numbers.readable < cells.size())
        dates = guessDateStyle(cells, order);
    if (!isDateField && dates.style.wholePeriods) // such an attribute is a word like any other
        dates.readable -= dates.wholePeriods;
    if (isDateField) {
        plan.dates = dates.style;
        dateGuess = dates;
        if (dates.ambiguous)
            dateGuess.example = {};
    }
    if (isDateField && type == FieldType::Period) {
        DateParser parser(plan.dates);
        plan.dayMeansMonth = std::all_of(cells.begin(), cells.end(), [&](std::string_view cell) {
            const std::optional<ParsedPeriod> period = parsePeriod(cell, parser, false);
            return !period || period->firstDay != period->lastDay
                   || QDate(1970, 1, 1).addDays(period->firstDay).day() == 1;
        });
    }
    if (whole == cells.size() && !isDateField)
        plan.found = FoundType::Integer;
    else if (numbers.readable == cells.size() && !isDateField)
        plan.found = FoundType::Decimal;
    else if (dates.readable * 20 >= cells.size() * 19)
        plan.found = FoundType::Date;
    else if (distinct.size() <= 50 && distinct.size() * 2 <= cells.size())
        plan.found = FoundType::Category;
    else
        plan.found = FoundType::Text;
}

/// Reads on behind the sample until a date fits only one order. Empty: both fit to the end.
std::optional<DateOrder> settleOrder(const Source &source, const SourceFormat &format,
                                     std::size_t column, DateStyle style)
{
    Result<std::unique_ptr<TableReader>> reader = openTable(source, format);
    if (!reader)
        return {};
    DateParser dayFirst({DateOrder::DayMonthYear, style.number});
    DateParser monthFirst({DateOrder::MonthDayYear, style.number});
    RecordChunk chunk;
    std::string storage;
    while ((*reader)->bytesRead() < ambiguityScanBytes) {
        const Result<bool> more = (*reader)->next(chunk);
        if (!more || !*more)
            return {};
        for (std::size_t r = 0; r < chunk.index.records(); ++r) {
            if (column >= chunk.index.cells(r))
                continue;
            const std::string_view text = Text::trimmed(cellContent(chunk.raw(r, column), storage));
            const bool first = dayFirst.parse(text).has_value();
            const bool second = monthFirst.parse(text).has_value();
            if (first != second)
                return first ? DateOrder::DayMonthYear : DateOrder::MonthDayYear;
        }
    }
    return {};
}

/// Applies what the user said about columns. Fails on a name that does not exist.
Result<void> applyMapping(QStringList &fields, const QStringList &headings, Kind kind,
                          const ImportHints &hints, const Source &source, QList<bool> &leftOut)
{
    for (auto said = hints.mapping.begin(); said != hints.mapping.end(); ++said) {
        qsizetype column = headings.indexOf(said.key());
        if (column < 0) {
            const QString wanted = normalisedHeading(said.key());
            for (qsizetype i = 0; i < headings.size() && column < 0; ++i)
                if (normalisedHeading(headings[i]) == wanted)
                    column = i;
        }
        if (column < 0)
            return Error{Error::Kind::Definition,
                         Tr::tr("%1 has no column \"%2\". Its columns are %3.")
                             .arg(source.name(), said.key(), headings.join(u", "_s)),
                         source.file};
        if (!said.value().isEmpty() && !findField(kind, said.value())) {
            QStringList names;
            for (const Field &field : fieldsOf(kind))
                names.append(field.name);
            return Error{Error::Kind::Definition,
                         Tr::tr("There is no field \"%1\" in %2. The fields are %3.")
                             .arg(said.value(), kindName(kind), names.join(u", "_s)),
                         source.file};
        }
        if (!said.value().isEmpty())
            for (QString &field : fields)
                if (field == said.value())
                    field.clear();
        fields[column] = said.value();
        leftOut[column] = said.value().isEmpty();
    }
    return {};
}

/// What the sample says about orders: several rows with one id, statuses, apostrophes of programs
/// that mark text so.
void lookAtOrders(ImportPlan &plan, const Sample &sample)
{
    const std::size_t last = std::min(sample.chunk.index.records(), sample.firstRow + sampleRecords);
    for (qsizetype i = 0; i < plan.columns.size(); ++i) {
        int marked = 0;
        int filled = 0;
        for (std::size_t r = sample.firstRow; r < last; ++r) {
            const QString cell = sample.cell(r, std::size_t(i));
            filled += !cell.isEmpty();
            marked += cell.size() > 1 && cell.startsWith(u'\'') && !cell.endsWith(u'\'');
        }
        if (filled > 0 && marked * 10 >= filled * 9)
            plan.columns[i].repairs.append({Repair::Action::Remove, u"'"_s, {}, 0});
    }
    const int order = plan.columnOf(u"order_id"_s);
    const int status = plan.columnOf(u"status"_s);
    if (plan.kind != Kind::Transactions)
        return;
    if (status >= 0) {
        QMap<QString, qint64> found;
        for (std::size_t r = sample.firstRow; r < last && found.size() < 50; ++r)
            if (const QString cell = sample.cell(r, std::size_t(status)); !cell.isEmpty())
                ++found[cell];
        for (auto entry = found.begin(); entry != found.end(); ++entry)
            plan.statusRules.append({entry.key(), usualAction(entry.key()), entry.value()});
    }
    if (order < 0)
        return;
    const int amount = plan.columnOf(u"amount"_s);
    int repeated = 0;
    int equalAmount = 0;
    int blankAmount = 0;
    QString lastOrder;
    QString lastAmount;
    for (std::size_t r = sample.firstRow; r < last; ++r) {
        const QString id = sample.cell(r, std::size_t(order));
        const QString money = amount < 0 ? QString() : sample.cell(r, std::size_t(amount));
        if (!id.isEmpty() && id == lastOrder) {
            ++repeated;
            equalAmount += money == lastAmount;
            blankAmount += money.isEmpty();
        } else {
            lastAmount = money;
        }
        lastOrder = id;
    }
    // Rows of one order that are empty or say the same are items below the order's total.
    if (repeated > 0)
        plan.orderRows = (equalAmount + blankAmount) * 10 >= repeated * 9 ? OrderRows::TotalOnce
                                                                          : OrderRows::SumOfRows;
}

} // namespace

Source pastedTable(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return {Tr::tr("Pasted table"), utf8.isNull() ? QByteArray("") : utf8};
}

Result<ImportPlan> planImport(const QString &file, Kind kind, const ImportHints &hints)
{
    return planImport(Source{file, {}}, kind, hints);
}

Result<Kind> guessKind(const QString &file, const ImportHints &hints)
{
    return guessKind(Source{file, {}}, hints);
}

Result<ImportPlan> planImport(const Source &source, Kind kind, const ImportHints &hints)
{
    const Preset *preset = nullptr;
    if (!hints.preset.isEmpty()) {
        preset = findPreset(hints.preset);
        if (!preset || preset->kind != kind) {
            QStringList known;
            for (const Preset &entry : presets())
                if (entry.kind == kind)
                    known.append(entry.id);
            return Error{Error::Kind::Definition,
                         Tr::tr("There is no preset \"%1\" for %2. The presets are %3.")
                             .arg(hints.preset, kindName(kind), known.join(u", "_s)),
                         source.file};
        }
    }
    Result<Opening> opening = openSource(source, kind, hints);
    if (!opening)
        return opening.error();
    if (!preset)
        preset = recognisedPreset(kind, opening->headings);

    ImportPlan plan;
    plan.file = source.file;
    plan.content = source.content;
    plan.kind = kind;
    plan.format = opening->format;
    plan.preset = preset ? preset->id : QString();
    plan.onDuplicate =
        hints.onDuplicate.value_or(kind == Kind::Customers ? OnDuplicate::Update : OnDuplicate::Add);
    plan.currency = hints.currency.trimmed().toUpper();
    plan.dryRun = hints.dryRun;
    plan.fileBytes = opening->fileBytes;

    const QStringList &headings = opening->headings;
    QStringList fields = preset ? matchColumns(*preset, headings) : matchColumns(kind, headings);
    QList<bool> leftOut(headings.size(), false);
    if (const Result<void> applied = applyMapping(fields, headings, kind, hints, source, leftOut);
        !applied)
        return applied.error();

    const Sample &sample = opening->sample;
    for (qsizetype i = 0; i < headings.size(); ++i) {
        ColumnPlan column;
        column.heading = headings[i];
        const Field *field = fields[i].isEmpty() ? nullptr : findField(kind, fields[i]);
        DateStyleGuess dates;
        describeColumn(column, sample, std::size_t(i), hints.dateOrder,
                       field ? field->type : FieldType::Text, field, dates);
        if (field) {
            column.target = ColumnPlan::Target::Field;
            column.field = field->name;
        } else if (!leftOut[i] && !headings[i].startsWith(u"qeema_")) {
            if (kind == Kind::Customers) {
                column.target = ColumnPlan::Target::Attribute;
                column.attribute = headings[i];
            } else if (kind == Kind::Events) {
                column.target = ColumnPlan::Target::Property;
                column.attribute = headings[i];
            }
        }
        if (dates.ambiguous) {
            const std::optional<DateOrder> order =
                settleOrder(source, plan.format, std::size_t(i), column.dates);
            if (order) {
                column.dates.order = *order;
            } else if (plan.ambiguousDateColumn.isEmpty()) {
                plan.ambiguousDateColumn = column.heading;
                plan.ambiguousDateExample = column.example;
            }
        }
        plan.columns.append(column);
    }

    if (preset)
        for (const PresetMatch &match : matchPresets(kind, headings))
            if (match.preset == preset)
                plan.presetConfidence = match.confidence;
    lookAtOrders(plan, sample);
    if (!hints.mapping.values().contains(u"name"_s))
        joinNames(plan, hints.mapping.keys());
    if (!hints.choices.isEmpty()) {
        applyChoices(plan, hints.choices);
        if (hints.dateOrder)
            plan.setDateOrder(*hints.dateOrder);
        if (!hints.currency.isEmpty())
            plan.currency = hints.currency.trimmed().toUpper();
    }
    if (hints.onDuplicate)
        plan.onDuplicate = *hints.onDuplicate;
    if (hints.identity)
        plan.identity = *hints.identity;
    if (hints.orderRows)
        plan.orderRows = *hints.orderRows;
    if (hints.calendar)
        plan.setCalendar(*hints.calendar);
    if (hints.wholePeriods)
        plan.setWholePeriods(*hints.wholePeriods);
    if (!hints.timeZone.isEmpty())
        plan.timeZone = hints.timeZone;
    for (auto rate = hints.rates.begin(); rate != hints.rates.end(); ++rate)
        plan.rates.insert(rate.key(), rate.value());
    for (auto said = hints.statuses.begin(); said != hints.statuses.end(); ++said) {
        bool found = false;
        for (StatusRule &rule : plan.statusRules) {
            if (rule.status.compare(said.key(), Qt::CaseInsensitive) != 0)
                continue;
            rule.action = said.value();
            found = true;
        }
        if (!found)
            plan.statusRules.append({said.key(), said.value(), 0});
    }

    std::size_t rows = 0;
    for (std::size_t r = sample.firstRow; r < sample.chunk.index.records(); ++r) {
        if (sample.chunk.isBlank(r))
            continue;
        ++rows;
        if (plan.sample.size() < previewRows)
            plan.sample.append(sample.record(r));
    }
    plan.estimatedRows =
        opening->wholeFile || opening->headSize == 0
            ? qint64(rows)
            : qint64(double(rows) * double(opening->contentBytes) / double(opening->headSize));
    return plan;
}

Result<Kind> guessKind(const Source &source, const ImportHints &hints)
{
    int best = 0;
    Kind result = Kind::Transactions;
    for (const Kind kind : allKinds()) {
        const Result<Opening> opening = openSource(source, kind, hints);
        if (!opening)
            return opening.error();
        int score = kindScore(kind, opening->headings);
        if (recognisedPreset(kind, opening->headings))
            score += 100;
        if (score > best) {
            best = score;
            result = kind;
        }
    }
    if (best == 0)
        return Error{Error::Kind::Format,
                     Tr::tr("The headings of %1 fit no kind of data. Say what its rows are and "
                            "which columns hold what.")
                         .arg(source.name()),
                     source.file, 1};
    return result;
}

} // namespace Import
