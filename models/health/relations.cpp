// Rows beside other rows: repeated ones, customers without any, days without any.

#include "models/customers/purchasemetrics.h"
#include "models/health/examination.h"
#include "models/workspace/rowcursor.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Health {

/// Rows of one order that are the same in everything: the file was imported or exported twice.
void Examination::findRepeatedRows()
{
    const Customers::PurchaseColumns &purchases = m_snapshot.purchases;
    std::vector<std::uint32_t> candidates;
    for (Customers::CustomerIndex customer = 0; customer < m_snapshot.customers(); ++customer) {
        for (std::uint32_t i = purchases.first[customer] + 1; i < purchases.first[customer + 1]; ++i) {
            if (purchases.time[i] == purchases.time[i - 1]) {
                if (candidates.empty() || candidates.back() != purchases.row[i - 1])
                    candidates.push_back(purchases.row[i - 1]);
                candidates.push_back(purchases.row[i]);
            }
        }
    }
    if (candidates.empty())
        return;
    SQLite::Statement query(m_connection,
                            "SELECT customer || '|' || time || '|' || amount || '|' || currency || '|' || "
                            "order_ref || '|' || coalesce(product, '') || '|' || coalesce(category, '') || "
                            "'|' || coalesce(quantity, '') FROM purchase WHERE id = ? AND order_ref "
                            "IS NOT NULL");
    std::ranges::sort(candidates);
    const auto repeats = std::ranges::unique(candidates);
    candidates.erase(repeats.begin(), repeats.end());
    QSet<QByteArray> seen;
    auto ids = std::make_shared<std::vector<std::int64_t>>();
    for (const std::uint32_t row : candidates) {
        query.bind(1, std::int64_t(row));
        if (query.executeStep()) {
            const QByteArray text(query.getColumn(0).getText());
            if (seen.contains(text))
                ids->push_back(row);
            else
                seen.insert(text);
        }
        query.reset();
        if (m_progress.isCancelled())
            return;
    }
    if (ids->empty())
        return;
    Finding &finding =
        add(u"repeated"_s, Aspect::Duplicates, Severity::Problem, u"purchase"_s, u"order_ref"_s);
    finding.rows = qint64(ids->size());
    finding.repair = Repair::RemoveRows;
    finding.ids = std::move(ids);
}

void Examination::findOrphans()
{
    if (rowsOf(u"customer"_s) == 0)
        return;
    const auto has = [&](const char *table) { return rowsOf(QString::fromLatin1(table)) > 0; };
    std::string condition;
    for (const char *table : {"survey", "interaction", "subscription", "deal_change"}) {
        if (has(table))
            condition += std::string(" AND t.id NOT IN (SELECT customer FROM ") + table + ')';
    }
    const bool hasSummary =
        m_connection.execAndGet("SELECT EXISTS(SELECT 1 FROM summary)").getInt() != 0;
    if (hasSummary)
        condition += " AND t.id NOT IN (SELECT customer FROM summary)";
    // Purchases and events are many: their customers are known in memory.
    auto ids = std::make_shared<std::vector<std::int64_t>>();
    std::vector<std::int64_t> quiet;
    for (Customers::CustomerIndex i = 0; i < m_snapshot.customers(); ++i) {
        if (m_snapshot.purchases.first[i + 1] == m_snapshot.purchases.first[i]
            && m_snapshot.events.first[i + 1] == m_snapshot.events.first[i])
            quiet.push_back(m_snapshot.customerRow[i]);
    }
    if (!condition.empty()) {
        QSet<qint64> without;
        RowCursor row(m_connection, "SELECT t.id FROM customer t WHERE 1" + condition);
        while (row.next())
            without.insert(row.integer(0));
        std::ranges::copy_if(quiet, std::back_inserter(*ids),
                             [&](std::int64_t id) { return without.contains(id); });
    } else {
        *ids = quiet;
    }
    if (!ids->empty()) {
        Finding &finding = add(u"idle"_s, Aspect::Orphans, Severity::Note, u"customer"_s, u"id"_s);
        finding.rows = qint64(ids->size());
        finding.ids = ids;
    }

    const Customers::PurchaseMetrics metrics = Customers::purchaseMetrics(m_snapshot);
    auto early = std::make_shared<std::vector<std::int64_t>>();
    for (Customers::CustomerIndex i = 0; i < m_snapshot.customers(); ++i) {
        if (m_snapshot.acquiredDay[i] != INT32_MIN
            && metrics.firstDay[i] != Customers::PurchaseMetrics::never
            && metrics.firstDay[i] < m_snapshot.acquiredDay[i])
            early->push_back(m_snapshot.customerRow[i]);
    }
    if (!early->empty()) {
        Finding &finding =
            add(u"early"_s, Aspect::Orphans, Severity::Warning, u"customer"_s, u"acquired_on"_s);
        finding.rows = qint64(early->size());
        finding.repair = Repair::FirstPurchase;
        finding.ids = std::move(early);
    }
}

void Examination::findGaps()
{
    const auto perDay = [](const auto &columns) {
        std::pair<std::vector<std::uint32_t>, std::int64_t> days;
        if (columns.size() == 0)
            return days;
        std::int64_t first = INT64_MAX;
        std::int64_t last = INT64_MIN;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::int64_t day = epochDay(columns.seconds(i));
            first = std::min(first, day);
            last = std::max(last, day);
        }
        if (last - first > 40'000) // a typing error stretches it over a century: no use
            return days;
        days.first.resize(std::size_t(last - first + 1));
        days.second = first;
        for (std::size_t i = 0; i < columns.size(); ++i)
            ++days.first[std::size_t(epochDay(columns.seconds(i)) - first)];
        return days;
    };
    const auto [purchases, firstPurchase] = perDay(m_snapshot.purchases);
    addGaps(u"purchase"_s, purchases, firstPurchase);
    const auto [events, firstEvent] = perDay(m_snapshot.events);
    addGaps(u"event"_s, events, firstEvent);
}

/// Days without a row that chance does not explain: at the rate of the four weeks before and after
/// (the lower of both), a Poisson process is silent for as long with a probability below 1 in
/// 10,000. Four days at least: weekends and holidays are no gaps.
void Examination::addGaps(const QString &table, const std::vector<std::uint32_t> &perDay,
                          std::int64_t firstDay)
{
    constexpr std::size_t window = 28;
    constexpr std::size_t shortest = 4;
    const double enough = std::log(10'000.0);
    std::vector<std::pair<std::size_t, std::size_t>> gaps; // first day, length
    for (std::size_t i = 0; i < perDay.size();) {
        if (perDay[i] > 0) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < perDay.size() && perDay[end] == 0)
            ++end;
        const std::size_t length = end - i;
        if (length >= shortest) {
            double before = 0;
            double after = 0;
            for (std::size_t back = 1; back <= window && back <= i; ++back)
                before += perDay[i - back];
            for (std::size_t on = 0; on < window && end + on < perDay.size(); ++on)
                after += perDay[end + on];
            const double rate = std::min(before, after) / double(window);
            if (rate * double(length) >= enough)
                gaps.emplace_back(i, length);
        }
        i = end;
    }
    std::ranges::stable_sort(gaps, std::ranges::greater(), [](const auto &gap) { return gap.second; });
    if (gaps.size() > 10)
        gaps.resize(10);
    for (const auto &[begin, length] : gaps) {
        const QDate from = dayOfEpoch((firstDay + std::int64_t(begin)) * 86400);
        Finding &finding = add(u"gap"_s, Aspect::Gaps,
                               length >= 14 ? Severity::Problem : Severity::Warning, table, u"time"_s);
        finding.id += u'@' + from.toString(Qt::ISODate);
        finding.period = {from, from.addDays(qint64(length) - 1)};
        finding.days = qint64(length);
        // What can be shown of nothing: the days around it.
        finding.condition = "t.time BETWEEN " + std::to_string(epochSeconds(from.addDays(-2)))
                            + " AND "
                            + std::to_string(epochSeconds(finding.period.until.addDays(2)) + 86399);
        finding.rows = count(table.toStdString(), finding.condition);
    }
}

} // namespace Health
