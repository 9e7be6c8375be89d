#include "models/import/rejectlog.h"

#include "models/export/csvwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryFile>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

constexpr qsizetype bufferBytes = 1 << 18;
constexpr qsizetype keptCellCharacters = 1000;
constexpr qsizetype saidCharacters = 60; ///< of a cell within a sentence

struct ReasonEntry
{
    Reject reason;
    const char *code;
    const char *text;
};
constexpr ReasonEntry reasonEntries[] = {
    {Reject::TooFewCells, "too_few_cells",
     QT_TRANSLATE_NOOP("Import::RejectReason", "The row has fewer cells than the heading row. Add the missing separators.")},
    {Reject::TooManyCells, "too_many_cells",
     QT_TRANSLATE_NOOP("Import::RejectReason", "The row has more cells than the heading row. Put text with separators into quotation marks.")},
    {Reject::CellTooLong, "cell_too_long",
     QT_TRANSLATE_NOOP("Import::RejectReason", "A cell is longer than 1 MB. Shorten it, or look for a quotation mark that is never closed.")},
    {Reject::RowTooLong, "row_too_long",
     QT_TRANSLATE_NOOP("Import::RejectReason", "The row is longer than 8 MB. Look for a quotation mark that is never closed.")},
    {Reject::Unreadable, "row_unreadable",
     QT_TRANSLATE_NOOP("Import::RejectReason",
                       "The row is damaged or longer than 8 MB. Export it again.")},
    {Reject::NulByte, "nul_byte",
     QT_TRANSLATE_NOOP("Import::RejectReason", "%1 holds a NUL byte. Export the file again.")},
    {Reject::BadEncoding, "bad_encoding",
     QT_TRANSLATE_NOOP("Import::RejectReason",
                       "%1 is not valid UTF-8. Choose the file's encoding.")},
    {Reject::Missing, "missing", QT_TRANSLATE_NOOP("Import::RejectReason", "%1 is empty. Fill it in.")},
    {Reject::DateUnreadable, "date_unreadable",
     QT_TRANSLATE_NOOP("Import::RejectReason", "%1 is not a date that can be read. Write it like 2025-06-30.")},
    {Reject::WholePeriod, "whole_period",
     QT_TRANSLATE_NOOP("Import::RejectReason",
                       "%1 is a whole month or quarter and names no day. Write the day, or let it count as "
                       "the first day of its period (Months and quarters in the step Format, --whole-periods "
                       "first-day on the command line).")},
    {Reject::HijriYear, "hijri_year",
     QT_TRANSLATE_NOOP("Import::RejectReason",
                       "%1 has a year like 1447, which looks like a Hijri date. Choose the Hijri calendar "
                       "(Calendar in the step Format, --calendar hijri on the command line).")},
    {Reject::DateOutOfReach, "date_out_of_reach",
     QT_TRANSLATE_NOOP("Import::RejectReason",
                       "%1 lies before 1930 or after 2065, where nothing can be analysed. Correct the date.")},
    {Reject::NumberUnreadable, "number_unreadable",
     QT_TRANSLATE_NOOP("Import::RejectReason", "%1 is not a number that can be read. Write it like 1234.50.")},
    {Reject::OutOfRange, "out_of_range",
     QT_TRANSLATE_NOOP("Import::RejectReason", "%1 is outside its range.")},
    {Reject::CurrencyUnknown, "currency_unknown",
     QT_TRANSLATE_NOOP("Import::RejectReason", "%1 is not a currency code of three letters. Write one such as SAR.")},
    {Reject::RateMissing, "rate_missing",
     QT_TRANSLATE_NOOP("Import::RejectReason",
                       "%1 names another currency than the workspace's, and no rate says what it is worth. Give "
                       "the rate (Rates in the step Check, --rate on the command line).")},
    {Reject::ChoiceUnknown, "choice_unknown",
     QT_TRANSLATE_NOOP("Import::RejectReason", "%1 is none of the words it can be.")},
    {Reject::PeriodUnreadable, "period_unreadable",
     QT_TRANSLATE_NOOP("Import::RejectReason", "%1 is not a period that can be read. Write it like 2025-06 or 2025-Q2.")},
    {Reject::AttributeType, "attribute_type",
     QT_TRANSLATE_NOOP("Import::RejectReason",
                       "%1 is a number in the workspace, and this value is none. Correct it, or import the column "
                       "under another name.")},
    {Reject::DuplicateCustomer, "duplicate_customer",
     QT_TRANSLATE_NOOP("Import::RejectReason", "The customer is known already. To take it all the same, choose that known ones are updated.")},
    {Reject::DuplicateOrder, "duplicate_order",
     QT_TRANSLATE_NOOP("Import::RejectReason", "The order is known already. To take it all the same, choose that known ones are updated.")},
    {Reject::DuplicateRow, "duplicate_row",
     QT_TRANSLATE_NOOP("Import::RejectReason", "The workspace has this row already. To take it all the same, choose that every row is added.")},
    {Reject::EmailUnreadable, "email_unreadable",
     QT_TRANSLATE_NOOP("Import::RejectReason",
                       "%1 is not an e-mail address, by which customers are found here. Correct it, or choose "
                       "another key.")},
    {Reject::PhoneUnreadable, "phone_unreadable",
     QT_TRANSLATE_NOOP("Import::RejectReason",
                       "%1 is not a telephone number, by which customers are found here. Correct it, or choose "
                       "another key.")},
    {Reject::EndsBeforeStart, "ends_before_start",
     QT_TRANSLATE_NOOP("Import::RejectReason", "%1 lies before the start. Exchange or mend the two dates.")},
};

const ReasonEntry &entryOf(Reject reason)
{
    return *std::find_if(std::begin(reasonEntries), std::end(reasonEntries),
                         [reason](const ReasonEntry &entry) { return entry.reason == reason; });
}

struct FieldRemedy
{
    const char *field;
    const char *text;
};
/// What can stand in fields that do not take everything; of all others the value is too large.
constexpr FieldRemedy fieldRemedies[] = {
    {"probability", QT_TRANSLATE_NOOP("Import::RejectReason", "Write a share from 0 to 1, or a percentage.")},
    {"effort", QT_TRANSLATE_NOOP("Import::RejectReason", "Write a number from 1 to 7.")},
    {"metrics", QT_TRANSLATE_NOOP("Import::RejectReason", "Write a whole number from 0 to 3.")},
    {"economic_buyer", QT_TRANSLATE_NOOP("Import::RejectReason", "Write a whole number from 0 to 3.")},
    {"decision_criteria", QT_TRANSLATE_NOOP("Import::RejectReason", "Write a whole number from 0 to 3.")},
    {"decision_process", QT_TRANSLATE_NOOP("Import::RejectReason", "Write a whole number from 0 to 3.")},
    {"identified_pain", QT_TRANSLATE_NOOP("Import::RejectReason", "Write a whole number from 0 to 3.")},
    {"champion", QT_TRANSLATE_NOOP("Import::RejectReason", "Write a whole number from 0 to 3.")},
    {"kind", QT_TRANSLATE_NOOP("Import::RejectReason", "Write acquisition or retention.")},
    {"accepted", QT_TRANSLATE_NOOP("Import::RejectReason", "Write yes or no.")},
    {"resolved", QT_TRANSLATE_NOOP("Import::RejectReason", "Write yes or no.")},
    {"period", QT_TRANSLATE_NOOP("Import::RejectReason", "Write day, week, month, quarter or year.")},
};

QString fieldRemedy(const QString &field)
{
    for (const FieldRemedy &entry : fieldRemedies)
        if (field == QLatin1StringView(entry.field))
            return QCoreApplication::translate("Import::RejectReason", entry.text);
    return QCoreApplication::translate("Import::RejectReason", "It is larger than can be kept: correct it.");
}

QString shortened(std::string_view text)
{
    return QString::fromUtf8(text.data(),
                             qsizetype(std::min<std::size_t>(text.size(), 4 * keptCellCharacters)))
        .left(keptCellCharacters);
}

} // namespace

QString rejectCode(Reject reason, const QString &column)
{
    const QString code = QString::fromLatin1(entryOf(reason).code);
    return column.isEmpty() ? code : code + u':' + column;
}

QString rejectReasonText(const QString &reason)
{
    const QString code = reason.section(u':', 0, 0);
    const QString column = reason.section(u':', 1);
    for (const ReasonEntry &entry : reasonEntries)
        if (code == QLatin1StringView(entry.code)) {
            const QString text = QCoreApplication::translate("Import::RejectReason", entry.text)
                                     .replace(u"%1"_s, fieldTitle(column));
            const bool needsRemedy =
                entry.reason == Reject::OutOfRange || entry.reason == Reject::ChoiceUnknown;
            return needsRemedy ? text + u' ' + fieldRemedy(column) : text;
        }
    return reason;
}

RejectLog::RejectLog(const ImportPlan &plan) : m_plan(plan) {}

RejectLog::~RejectLog() = default;

RejectLog::Group &RejectLog::group(Reject reason, int column)
{
    const int key = (column + 1) * int(Reject::Count) + int(reason);
    const auto known = m_groupOf.constFind(key);
    if (known != m_groupOf.constEnd())
        return m_groups[*known];
    QString name;
    if (column >= 0) {
        const ColumnPlan &plan = m_plan.columns[column];
        name = plan.target == ColumnPlan::Target::Field ? plan.field : plan.heading;
    }
    m_groupOf.insert(key, m_groups.size());
    const QString code = rejectCode(reason, name);
    m_groups.push_back({code, rejectReasonText(code), 0, 0, {}});
    return m_groups.back();
}

void RejectLog::add(Reject reason, int column, const RecordChunk &chunk, std::size_t record)
{
    const std::size_t cells = chunk.index.cells(record);
    std::string storage;
    std::string_view value;
    if (column >= 0 && std::size_t(column) < cells)
        value = cellContent(chunk.raw(record, std::size_t(column)), storage);
    QByteArray json;
    if (group(reason, column).count < keptPerReason) {
        QJsonArray array;
        std::string unquoted;
        for (std::size_t c = 0; c < std::min<std::size_t>(cells, 1000); ++c)
            array.append(shortened(cellContent(chunk.raw(record, c), unquoted)));
        json = QJsonDocument(array).toJson(QJsonDocument::Compact);
    }
    const std::uint32_t first = chunk.index.ends[chunk.index.firsts[record]] + 1;
    note(reason, column, chunk.line(record), value, json,
         {chunk.bytes.data() + first, chunk.index.ends[chunk.index.firsts[record + 1] - 1] - first},
         cells);
}

void RejectLog::addOverlong(qint64 line, std::string_view start)
{
    note(Reject::RowTooLong, -1, line, start,
         QJsonDocument(QJsonArray{shortened(start)}).toJson(QJsonDocument::Compact), {}, 0);
}

void RejectLog::note(Reject reason, int column, qint64 line, std::string_view value,
                     const QByteArray &cells, std::string_view raw, std::size_t cellsPresent)
{
    Group &entry = group(reason, column);
    if (entry.count == 0) {
        entry.firstLine = line;
        if (column >= 0)
            entry.firstValue = shortened(value).left(saidCharacters);
        if (column >= 0)
            entry.firstColumn = m_plan.columns[column].heading.left(saidCharacters);
    }
    if (entry.count < keptPerReason)
        m_kept.push_back({line, column + 1, entry.code, shortened(value).toUtf8(), cells});
    ++entry.count;
    ++m_count;

    const char delimiter = m_plan.format.delimiter;
    if (!m_file) {
        m_file =
            std::make_shared<QTemporaryFile>(QDir::temp().filePath(u"qeema-rejected-XXXXXX.csv"_s));
        m_failed = !m_file->open();
        m_buffer += headerRecord();
        for (const char *heading : {"qeema_line", "qeema_column", "qeema_reason"})
            m_buffer += delimiter + QByteArray(heading);
        m_buffer += '\n';
    }
    m_buffer.append(raw.data(), qsizetype(raw.size()));
    for (std::size_t missing = std::max<std::size_t>(cellsPresent, 1);
         missing < std::size_t(m_plan.columns.size()); ++missing)
        m_buffer += delimiter;
    m_buffer += delimiter;
    m_buffer += QByteArray::number(line);
    m_buffer += delimiter;
    if (column >= 0)
        m_buffer += Export::CsvWriter::quoted(m_plan.columns[column].heading.toUtf8(), delimiter);
    m_buffer += delimiter;
    m_buffer += Export::CsvWriter::quoted(entry.text.toUtf8(), delimiter);
    m_buffer += '\n';
    if (m_buffer.size() >= bufferBytes) {
        write(m_buffer);
        m_buffer.clear();
    }
}

void RejectLog::write(const QByteArray &bytes)
{
    if (m_file && !m_failed && m_file->write(bytes) != bytes.size())
        m_failed = true;
}

QList<RejectGroup> RejectLog::groups() const
{
    QList<RejectGroup> result;
    for (const Group &entry : m_groups)
        if (entry.count > 0)
            result.append({entry.code, entry.count, entry.firstLine, entry.firstValue, entry.firstColumn});
    std::stable_sort(result.begin(), result.end(),
                     [](const RejectGroup &a, const RejectGroup &b) { return a.count > b.count; });
    return result;
}

std::shared_ptr<QTemporaryFile> RejectLog::takeFile()
{
    if (m_file) {
        write(m_buffer);
        m_buffer.clear();
        m_failed |= !m_file->flush();
    }
    return std::move(m_file);
}

QByteArray RejectLog::headerRecord() const
{
    QByteArray header;
    for (const ColumnPlan &column : m_plan.columns) {
        if (!header.isEmpty() || &column != &m_plan.columns.constFirst())
            header += m_plan.format.delimiter;
        header += Export::CsvWriter::quoted(column.heading.toUtf8(), m_plan.format.delimiter);
    }
    return header;
}

void RejectLog::store(SQLite::Database &connection, std::int64_t batch) const
{
    SQLite::Statement reason(
        connection,
        "INSERT INTO reject_reason(batch, reason, count, first_line) VALUES(?, ?, ?, ?)");
    for (const RejectGroup &group : groups()) {
        reason.bind(1, batch);
        reason.bind(2, group.reason.toStdString());
        reason.bind(3, std::int64_t(group.count));
        reason.bind(4, std::int64_t(group.firstLine));
        reason.exec();
        reason.reset();
    }
    SQLite::Statement row(connection, "INSERT INTO rejected_row(batch, line, column, reason, "
                                      "value, cells) VALUES(?, ?, ?, ?, ?, ?)");
    for (const KeptRow &kept : m_kept) {
        row.bind(1, batch);
        row.bind(2, std::int64_t(kept.line));
        row.bind(3, kept.column);
        row.bind(4, kept.reason.toStdString());
        row.bind(5, kept.value.toStdString());
        row.bind(6, kept.cells.toStdString());
        row.exec();
        row.reset();
    }
}

} // namespace Import
