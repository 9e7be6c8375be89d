// How well the columns are filled, and how fresh tables and columns are.

#include "models/health/examination.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Health {

namespace {

struct Table
{
    const char *name;
    const char *time;   ///< column that says when; null: none
    bool isDays;        ///< days since 1970 rather than seconds
    const char *fields; ///< columns that may be missing, separated by spaces
};

constexpr auto tables = std::to_array<Table>({
    {"customer", nullptr, false,
     "name email phone company country city acquired_on channel acquisition_cost stage"},
    {"purchase", "time", false, "category product channel quantity margin order_ref"},
    {"event", "time", false, "channel value properties"},
    {"survey", "time", false, "brand comment"},
    {"interaction", "time", false, "channel effort cost minutes resolved"},
    {"cost", "period_until", true, "stage channel hours"},
    {"subscription", "started_on", true, "ended_on price"},
    {"deal_change", "changed_at", false, "amount probability owner accepted rejection_reason"},
});

QDate dayOf(std::int64_t value, bool isDays)
{
    return dayOfEpoch(isDays ? value * 86400 : value);
}

} // namespace

/// Columns whose absence says something rather than being a fault.
bool mayBeEmpty(const QString &table, const QString &column)
{
    return (table == u"subscription" && column == u"ended_on")
           || (table == u"deal_change" && (column == u"rejection_reason" || column == u"accepted"))
           || (table == u"survey" && (column == u"comment" || column == u"brand"))
           || (table == u"event" && (column == u"properties" || column == u"value"))
           || (table == u"interaction" && column == u"resolved")
           || (table == u"cost" && column == u"hours");
}

void Examination::measureTables()
{
    for (const Table &table : tables) {
        const QStringList fields = QString::fromLatin1(table.fields).split(u' ');
        std::string sql = "SELECT count(*)";
        for (const QString &field : fields) {
            const std::string filled = "nullif(" + field.toStdString() + ", '')";
            sql += ", count(" + filled + ')';
            sql += table.time ? std::string(", max(CASE WHEN ") + filled + " IS NOT NULL THEN " + table.time + " END)"
                              : std::string(", NULL");
        }
        if (table.time)
            sql += std::string(", min(") + table.time + "), max(" + table.time + ')';
        const bool isCustomers = std::string_view(table.name) == "customer";
        SQLite::Statement query(m_connection, sql + " FROM " + table.name + " t"
                                                  + (isCustomers ? std::string(" WHERE NOT ") + isUnknown : std::string()));
        if (!query.executeStep())
            continue;
        const auto dayAt = [&](int column) {
            return query.getColumn(column).isNull() ? QDate()
                                                    : dayOf(query.getColumn(column).getInt64(), table.isDays);
        };
        TableQuality quality;
        quality.table = QString::fromLatin1(table.name);
        quality.rows = isCustomers ? m_connection.execAndGet("SELECT count(*) FROM customer").getInt64()
                                   : query.getColumn(0).getInt64();
        const qint64 judged = query.getColumn(0).getInt64();
        if (quality.rows == 0)
            continue;
        if (isCustomers)
            m_known = judged;
        const int times = int(fields.size()) * 2 + 1; // behind two columns a field
        if (table.time) {
            quality.first = dayAt(times);
            quality.last = dayAt(times + 1);
        }
        m_report.tables.append(quality);
        for (int i = 0; i < int(fields.size()); ++i)
            m_report.fields.append({quality.table, fields[i], {}, judged,
                                    query.getColumn(i * 2 + 1).getInt64(), dayAt(i * 2 + 2)});
    }
    // A field that some rows have and most lack is worth a word; one nobody fills is not in use.
    for (const FieldQuality &field : std::as_const(m_report.fields)) {
        const qint64 missing = field.rows - field.filled;
        if (field.filled == 0 || missing == 0 || mayBeEmpty(field.table, field.column))
            continue;
        Finding finding = missingFinding(field);
        finding.severity = field.share() < 0.5 ? Severity::Warning : Severity::Note;
        m_report.findings.append(finding);
    }
}

void Examination::measureAttributes()
{
    const qint64 customers = m_known;
    if (customers == 0)
        return;
    SQLite::Statement query(m_connection, "SELECT column_name, title FROM attribute ORDER BY id");
    while (query.executeStep()) {
        FieldQuality field;
        field.table = u"customer_attribute"_s;
        field.column = QString::fromUtf8(query.getColumn(0).getText());
        field.title = QString::fromUtf8(query.getColumn(1).getText());
        field.rows = customers;
        field.filled = m_connection
                           .execAndGet("SELECT count(a." + quoted(field.column)
                                       + ") FROM customer_attribute a JOIN customer t ON t.id = "
                                         "a.customer WHERE NOT "
                                       + isUnknown)
                           .getInt64();
        m_report.fields.append(field);
        if (field.filled > 0 && field.filled < field.rows) {
            Finding finding = missingFinding(field);
            finding.severity = field.share() < 0.5 ? Severity::Warning : Severity::Note;
            m_report.findings.append(finding);
        }
    }
}

void Examination::judgeFreshness()
{
    QDate newest;
    for (const TableQuality &table : std::as_const(m_report.tables)) {
        if (table.last.isValid() && table.last <= m_report.today && table.table != u"cost")
            newest = std::max(newest, table.last);
    }
    for (const TableQuality &table : std::as_const(m_report.tables)) {
        if (!table.last.isValid() || table.last > m_report.today || table.table == u"cost"
            || table.table == u"subscription")
            continue;
        const qint64 age = table.last.daysTo(m_report.today);
        const qint64 behind = table.last.daysTo(newest);
        // A month without new rows is old; a fortnight behind the other tables is suspicious.
        if (age <= 31 && behind <= 14)
            continue;
        const auto description = std::ranges::find(
            tables, table.table, [](const Table &each) { return QString::fromLatin1(each.name); });
        Finding &finding = add(behind > 14 ? u"behind"_s : u"old"_s, Aspect::Freshness,
                               age > 92 || behind > 31 ? Severity::Warning : Severity::Note,
                               table.table, QString::fromLatin1(description->time));
        finding.period = {table.last, behind > 14 ? newest : m_report.today};
        finding.days = behind > 14 ? behind : age;
        const std::int64_t from = epochSeconds(table.last);
        finding.condition = std::string("t.") + description->time
                            + " BETWEEN " + std::to_string(from) + " AND "
                            + std::to_string(from + 86399);
        finding.rows = count(table.table.toStdString(), finding.condition);
    }
}

/// Fields that rows had up to a day, and no row since: the source changed, or a file lacked a column.
void Examination::judgeSilentFields()
{
    constexpr qint64 silence = 31; // days
    constexpr qint64 fewest = 20;  // rows without it since: fewer say nothing
    for (const FieldQuality &field : std::as_const(m_report.fields)) {
        if (!field.newest.isValid() || mayBeEmpty(field.table, field.column))
            continue;
        const auto table = std::ranges::find(m_report.tables, field.table, &TableQuality::table);
        const auto description = std::ranges::find(
            tables, field.table, [](const Table &each) { return QString::fromLatin1(each.name); });
        const qint64 days = field.newest.daysTo(std::min(table->last, m_report.today));
        if (days <= silence)
            continue;
        const std::int64_t after = description->isDays ? epochDay(epochSeconds(field.newest))
                                                       : epochSeconds(field.newest) + 86399;
        const std::string condition = std::string("t.") + description->time + " > " + std::to_string(after);
        const qint64 rows = count(field.table.toStdString(), condition);
        if (rows < fewest)
            continue;
        Finding &finding =
            add(u"silent"_s, Aspect::Freshness, Severity::Warning, field.table, field.column);
        finding.rows = rows;
        finding.period = {field.newest, table->last};
        finding.days = days;
        finding.condition = condition;
    }
}

} // namespace Health
