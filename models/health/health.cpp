#include "models/health/health.h"

#include "models/health/examination.h"
#include "models/workspace/cancelguard.h"
#include "models/workspace/rowcursor.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Health {

std::string quoted(const QString &name)
{
    return '"' + QString(name).replace(u'"', u"\"\""_s).toStdString() + '"';
}

Result<Report> Examination::run()
{
    using Step = void (Examination::*)();
    const std::pair<Step, const char *> steps[] = {
        {&Examination::measureTables, QT_TRANSLATE_NOOP("Health", "Counting what is filled")},
        {&Examination::measureAttributes, QT_TRANSLATE_NOOP("Health", "Counting what is filled")},
        {&Examination::judgeFreshness, QT_TRANSLATE_NOOP("Health", "Looking at dates")},
        {&Examination::judgeSilentFields, QT_TRANSLATE_NOOP("Health", "Looking at dates")},
        {&Examination::applyChecks, QT_TRANSLATE_NOOP("Health", "Looking for impossible values")},
        {&Examination::judgeAmounts, QT_TRANSLATE_NOOP("Health", "Looking for impossible values")},
        {&Examination::judgeNumbers, QT_TRANSLATE_NOOP("Health", "Looking for impossible values")},
        {&Examination::judgeSpellings, QT_TRANSLATE_NOOP("Health", "Comparing spellings")},
        {&Examination::findRepeatedRows, QT_TRANSLATE_NOOP("Health", "Looking for repeated rows")},
        {&Examination::findOrphans, QT_TRANSLATE_NOOP("Health", "Comparing customers and what they did")},
        {&Examination::findGaps, QT_TRANSLATE_NOOP("Health", "Looking for gaps in time")}};
    double done = 0;
    for (const auto &[step, title] : steps) {
        m_progress.report(done / double(std::size(steps)),
                          QCoreApplication::translate("Health", title));
        (this->*step)();
        if (m_progress.isCancelled())
            return Error::cancelled();
        ++done;
    }
    std::ranges::stable_sort(m_report.findings, [](const Finding &a, const Finding &b) {
        return a.severity != b.severity ? a.severity > b.severity : a.rows > b.rows;
    });
    return m_report;
}

Finding &Examination::add(const QString &check, Aspect aspect, Severity severity,
                          const QString &table, const QString &column)
{
    Finding finding;
    finding.check = check;
    finding.id = check + u':' + table + u'.' + column;
    finding.aspect = aspect;
    finding.severity = severity;
    finding.table = table;
    finding.column = column;
    finding.of = rowsOf(table);
    m_report.findings.append(finding);
    return m_report.findings.last();
}

qint64 Examination::rowsOf(const QString &table) const
{
    const auto found = std::ranges::find(m_report.tables, table, &TableQuality::table);
    return found == m_report.tables.end() ? 0 : found->rows;
}

std::int64_t Examination::count(const std::string &table, const std::string &condition) const
{
    SQLite::Statement query(m_connection,
                            "SELECT count(*) FROM \"" + table + "\" t WHERE " + condition);
    return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

std::string Examination::settled(std::string condition) const
{
    for (const auto &[mark, value] : {std::pair("?1", m_lastSecond), std::pair("?2", m_today)}) {
        for (std::size_t at; (at = condition.find(mark)) != std::string::npos;)
            condition.replace(at, 2, std::to_string(value));
    }
    return condition;
}

QStringList Examination::examples(const std::string &table, const std::string &column,
                                  const std::string &condition) const
{
    QStringList found;
    SQLite::Statement query(m_connection, "SELECT DISTINCT t." + column + " FROM \"" + table
                                              + "\" t WHERE " + condition + " LIMIT 3");
    while (query.executeStep())
        found.append(QString::fromUtf8(query.getColumn(0).getText()));
    return found;
}

QList<Aspect> allAspects()
{
    return {Aspect::Completeness, Aspect::Freshness, Aspect::Duplicates,
            Aspect::Impossible,   Aspect::Orphans,   Aspect::Gaps};
}

qint64 Report::count(Aspect aspect) const
{
    return std::ranges::count(findings, aspect, &Finding::aspect);
}

double Report::completeness() const
{
    qint64 cells = 0;
    qint64 filled = 0;
    for (const FieldQuality &field : fields) {
        if (field.filled == 0 || mayBeEmpty(field.table, field.column))
            continue;
        cells += field.rows;
        filled += field.filled;
    }
    return cells > 0 ? double(filled) / double(cells) : 1;
}

Finding missingFinding(const FieldQuality &field)
{
    Finding finding;
    finding.check = u"missing"_s;
    finding.id = u"missing:"_s + field.table + u'.' + field.column;
    finding.aspect = Aspect::Completeness;
    finding.severity = Severity::Note;
    finding.table = field.table;
    finding.column = field.column;
    finding.title = field.title;
    finding.rows = field.rows - field.filled;
    finding.of = field.rows;
    if (field.table == u"customer_attribute") // a customer without any attribute has no row there
        finding.condition = "t.id NOT IN (SELECT customer FROM customer_attribute WHERE "
                            + quoted(field.column) + " IS NOT NULL)";
    else
        finding.condition = "coalesce(t." + quoted(field.column) + ", '') = ''";
    if (field.table.startsWith(u"customer"))
        finding.condition += std::string(" AND NOT ") + isUnknown;
    return finding;
}

Result<Report> checkHealth(const Workspace &workspace, const Customers::Snapshot &snapshot,
                           const HealthQuery &query, const Progress &progress)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const CancelGuard guard(database->handle(), progress);
    Result<Report> report = database->attempt([&](SQLite::Database &connection) {
        return Examination(connection, snapshot, query, progress).run();
    });
    return progress.isCancelled() ? Result<Report>(Error::cancelled()) : report;
}

Result<std::vector<std::int64_t>> findingRows(const Workspace &workspace, const Finding &finding,
                                              qint64 limit, const Progress &progress)
{
    if (finding.ids) {
        std::vector<std::int64_t> rows = *finding.ids;
        rows.resize(std::min(rows.size(), std::size_t(limit)));
        return rows;
    }
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const CancelGuard guard(database->handle(), progress);
    const bool isMissingAttribute =
        finding.table == u"customer_attribute" && finding.check == u"missing";
    const std::string table = isMissingAttribute ? "customer" : finding.table.toStdString();
    Result<std::vector<std::int64_t>> found =
        database->attempt([&](SQLite::Database &connection) {
            std::vector<std::int64_t> rows;
            RowCursor row(connection, "SELECT t.rowid FROM \"" + table + "\" t WHERE "
                                          + finding.condition + " ORDER BY t.rowid LIMIT "
                                          + std::to_string(limit));
            while (row.next())
                rows.push_back(row.integer(0));
            return rows;
        });
    return progress.isCancelled() ? Result<std::vector<std::int64_t>>(Error::cancelled()) : found;
}

} // namespace Health
