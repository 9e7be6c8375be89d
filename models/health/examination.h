#pragma once

#include "models/health/health.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace Health {

/// Everything that one run of the checks carries along.
class Examination
{
public:
    Examination(SQLite::Database &connection, const Customers::Snapshot &snapshot,
                const HealthQuery &query, const Progress &progress)
        : m_connection(connection), m_snapshot(snapshot), m_progress(progress)
    {
        m_report.today = query.today;
        m_lastSecond = epochSeconds(query.today) + 86399;
        m_today = epochDay(m_lastSecond);
    }

    Result<Report> run();

private:
    void measureTables();
    void measureAttributes();
    void judgeFreshness();
    void judgeSilentFields();
    void applyChecks();
    void judgeAmounts();
    void judgeNumbers();
    void judgeSpellings();
    void findRepeatedRows();
    void findOrphans();
    void findGaps();

    Finding &add(const QString &check, Aspect aspect, Severity severity, const QString &table,
                 const QString &column);
    [[nodiscard]] qint64 rowsOf(const QString &table) const;
    [[nodiscard]] std::int64_t count(const std::string &table, const std::string &condition) const;
    /// The condition with today written out, so that it means the same whenever it is asked again.
    [[nodiscard]] std::string settled(std::string condition) const;
    [[nodiscard]] QStringList examples(const std::string &table, const std::string &column,
                                       const std::string &condition) const;
    void addGaps(const QString &table, const std::vector<std::uint32_t> &perDay, std::int64_t firstDay);

    SQLite::Database &m_connection;
    const Customers::Snapshot &m_snapshot;
    Progress m_progress;
    Report m_report;
    std::int64_t m_lastSecond = 0;
    std::int64_t m_today = 0;
    qint64 m_known = 0; ///< customers with any master data
};

/// Columns whose absence says something rather than being a fault.
[[nodiscard]] bool mayBeEmpty(const QString &table, const QString &column);
/// Condition on a customer t that only their rows made known: what they lack is one finding, not
/// one a field.
inline constexpr auto isUnknown =
    "(t.name IS NULL AND t.email IS NULL AND t.phone IS NULL AND t.company IS NULL)";
/// \a name as an identifier in SQL.
[[nodiscard]] std::string quoted(const QString &name);

} // namespace Health
