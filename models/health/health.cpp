#include "models/health/health.h"

#include "models/customers/purchasemetrics.h"
#include "models/health/checks.h"
#include "models/health/textforms.h"
#include "models/workspace/cancelguard.h"
#include "models/workspace/rowcursor.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

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

QDate dayOf(std::int64_t value, bool isDays)
{
    return dayOfEpoch(isDays ? value * 86400 : value);
}

/// Customers that only their rows made known: what they lack is one finding, not one a field.
constexpr auto isUnknown =
    "(t.name IS NULL AND t.email IS NULL AND t.phone IS NULL AND t.company IS NULL)";

std::string quoted(const QString &name)
{
    return '"' + QString(name).replace(u'"', u"\"\""_s).toStdString() + '"';
}

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

    Result<Report> run()
    {
        using Step = void (Examination::*)();
        const std::pair<Step, const char *> steps[] = {
            {&Examination::measureTables, QT_TRANSLATE_NOOP("Health", "Counting what is filled")},
            {&Examination::measureAttributes, QT_TRANSLATE_NOOP("Health", "Counting what is filled")},
            {&Examination::judgeFreshness, QT_TRANSLATE_NOOP("Health", "Looking at dates")},
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

private:
    void measureTables();
    void measureAttributes();
    void judgeFreshness();
    void applyChecks();
    void judgeAmounts();
    void judgeNumbers();
    void judgeSpellings();
    void findRepeatedRows();
    void findOrphans();
    void findGaps();

    Finding &add(const QString &check, Aspect aspect, Severity severity, const QString &table,
                 const QString &column)
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
    [[nodiscard]] qint64 rowsOf(const QString &table) const
    {
        const auto found = std::ranges::find(m_report.tables, table, &TableQuality::table);
        return found == m_report.tables.end() ? 0 : found->rows;
    }
    [[nodiscard]] std::int64_t count(const std::string &table, const std::string &condition) const
    {
        SQLite::Statement query(m_connection,
                                "SELECT count(*) FROM \"" + table + "\" t WHERE " + condition);
        return query.executeStep() ? query.getColumn(0).getInt64() : 0;
    }
    /// The condition with today written out, so that it means the same whenever it is asked again.
    [[nodiscard]] std::string settled(std::string condition) const
    {
        for (const auto &[mark, value] : {std::pair("?1", m_lastSecond), std::pair("?2", m_today)}) {
            for (std::size_t at; (at = condition.find(mark)) != std::string::npos;)
                condition.replace(at, 2, std::to_string(value));
        }
        return condition;
    }
    [[nodiscard]] QStringList examples(const std::string &table, const std::string &column,
                                       const std::string &condition) const
    {
        QStringList found;
        SQLite::Statement query(m_connection, "SELECT DISTINCT t." + column + " FROM \"" + table
                                                  + "\" t WHERE " + condition + " LIMIT 3");
        while (query.executeStep())
            found.append(QString::fromUtf8(query.getColumn(0).getText()));
        return found;
    }
    void addGaps(const QString &table, const std::vector<std::uint32_t> &perDay, std::int64_t firstDay);

    SQLite::Database &m_connection;
    const Customers::Snapshot &m_snapshot;
    Progress m_progress;
    Report m_report;
    std::int64_t m_lastSecond = 0;
    std::int64_t m_today = 0;
    qint64 m_known = 0; ///< customers with any master data
};

void Examination::measureTables()
{
    for (const Table &table : tables) {
        const QStringList fields = QString::fromLatin1(table.fields).split(u' ');
        std::string sql = "SELECT count(*)";
        for (const QString &field : fields)
            sql += ", count(nullif(" + field.toStdString() + ", ''))";
        if (table.time)
            sql += std::string(", min(") + table.time + "), max(" + table.time + ')';
        const bool isCustomers = std::string_view(table.name) == "customer";
        SQLite::Statement query(m_connection, sql + " FROM " + table.name + " t"
                                                  + (isCustomers ? std::string(" WHERE NOT ") + isUnknown : std::string()));
        if (!query.executeStep())
            continue;
        TableQuality quality;
        quality.table = QString::fromLatin1(table.name);
        quality.rows = isCustomers ? m_connection.execAndGet("SELECT count(*) FROM customer").getInt64()
                                   : query.getColumn(0).getInt64();
        const qint64 judged = query.getColumn(0).getInt64();
        if (quality.rows == 0)
            continue;
        if (isCustomers)
            m_known = judged;
        if (table.time && !query.getColumn(int(fields.size()) + 1).isNull()) {
            quality.first = dayOf(query.getColumn(int(fields.size()) + 1).getInt64(), table.isDays);
            quality.last = dayOf(query.getColumn(int(fields.size()) + 2).getInt64(), table.isDays);
        }
        m_report.tables.append(quality);
        for (qsizetype i = 0; i < fields.size(); ++i)
            m_report.fields.append({quality.table, fields[i], {}, judged,
                                    query.getColumn(int(i) + 1).getInt64()});
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

/// All rules of a table in one pass over it.
void Examination::applyChecks()
{
    QList<std::string> done;
    for (const Check &first : tableChecks()) {
        const std::string table = first.table;
        if (rowsOf(QString::fromStdString(table)) == 0 || done.contains(table))
            continue;
        done.append(table);
        std::vector<const Check *> rules;
        std::string sums;
        for (const Check &check : tableChecks()) {
            if (table != check.table)
                continue;
            rules.push_back(&check);
            sums += (sums.empty() ? "SELECT " : ", ") + std::string("total(") + settled(check.condition) + ')';
        }
        SQLite::Statement query(m_connection, sums + " FROM " + table + " t");
        if (!query.executeStep())
            continue;
        for (std::size_t i = 0; i < rules.size(); ++i) {
            const auto rows = qint64(query.getColumn(int(i)).getDouble());
            if (rows == 0)
                continue;
            const Check &check = *rules[i];
            Finding &finding = add(QString::fromLatin1(check.name), check.aspect, check.severity,
                                   QString::fromStdString(table), QString::fromLatin1(check.column));
            finding.rows = rows;
            finding.repair = check.repair;
            finding.condition = settled(check.condition);
            if (finding.check == u"address" || finding.check == u"phone")
                finding.examples = examples(table, check.column, finding.condition);
        }
        if (m_progress.isCancelled())
            return;
    }
}

/// Amounts far above all others are usually a unit or a decimal mark misread.
void Examination::judgeAmounts()
{
    std::vector<std::int64_t> amounts;
    const std::size_t all = m_snapshot.purchases.size();
    const std::size_t step = std::max<std::size_t>(1, all / 500'000);
    for (std::size_t i = 0; i < all; i += step) {
        if (m_snapshot.purchases.amount[i] > 0)
            amounts.push_back(m_snapshot.purchases.amount[i]);
    }
    if (amounts.size() < 200)
        return;
    const auto place = amounts.begin() + std::ptrdiff_t(double(amounts.size() - 1) * 0.99);
    std::ranges::nth_element(amounts, place);
    const std::int64_t limit = *place * 50;
    auto ids = std::make_shared<std::vector<std::int64_t>>();
    for (std::size_t i = 0; i < all; ++i) {
        if (m_snapshot.purchases.amount[i] > limit)
            ids->push_back(m_snapshot.purchases.row[i]);
    }
    if (ids->empty())
        return;
    std::ranges::sort(*ids);
    Finding &finding =
        add(u"huge"_s, Aspect::Impossible, Severity::Warning, u"purchase"_s, u"amount"_s);
    finding.rows = qint64(ids->size());
    finding.limit = m_snapshot.currency.toMajor(*place);
    finding.ids = std::move(ids);
}

/// Ages outside a human life; single negative values in a column that has none otherwise.
void Examination::judgeNumbers()
{
    for (const Customers::NumberColumn &column : m_snapshot.numbers) {
        const QString words = u' ' + plainText(column.title + u' ' + column.field) + u' ';
        const bool isAge = words.contains(u" age "_s) || words.contains(u" "_s + plainText(u"العمر"_s) + u' ')
                           || words.contains(u" "_s + plainText(u"عمر"_s) + u' ');
        const auto values = qint64(std::ranges::count_if(column.value, [](double v) { return v == v; }));
        const auto negative = qint64(std::ranges::count_if(column.value, [](double v) { return v < 0; }));
        const auto outside =
            isAge ? qint64(std::ranges::count_if(column.value, [](double v) { return v < 0 || v > 120; })) : 0;
        const bool isRare = negative > 0 && double(negative) < 0.02 * double(values);
        if (outside == 0 && (isAge || !isRare))
            continue;
        Finding &finding = add(isAge ? u"age"_s : u"negative"_s, Aspect::Impossible,
                               isAge ? Severity::Problem : Severity::Warning,
                               u"customer_attribute"_s, column.field);
        finding.title = column.title;
        finding.of = values;
        finding.rows = isAge ? outside : negative;
        finding.repair = Repair::ClearField;
        const std::string name = "t." + quoted(column.field);
        finding.condition = isAge ? name + " < 0 OR " + name + " > 120" : name + " < 0";
        finding.examples = examples("customer_attribute", quoted(column.field), finding.condition);
    }
}

/// Values that differ in case, spaces or accents only: "Riyadh", "riyadh", "الرياض" and "الريَاض".
void Examination::judgeSpellings()
{
    static const QStringList own{u"country"_s, u"city"_s, u"channel"_s, u"company"_s, u"stage"_s};
    for (const Customers::CodedColumn &column : m_snapshot.coded) {
        std::vector<qint64> uses(std::size_t(column.values.size()), 0);
        for (const std::uint16_t code : column.code)
            ++uses[code];
        QHash<QString, QList<qsizetype>> byForm;
        for (qsizetype i = 1; i < column.values.size(); ++i) {
            if (uses[std::size_t(i)] > 0)
                byForm[plainText(column.values[i])].append(i);
        }
        QList<std::pair<QString, QString>> spellings;
        qint64 rows = 0;
        for (auto form = byForm.begin(); form != byForm.end(); ++form) {
            if (form.key().isEmpty() || form->size() < 2)
                continue;
            const qsizetype best = *std::ranges::max_element(
                *form, {}, [&](qsizetype i) { return uses[std::size_t(i)]; });
            for (const qsizetype i : std::as_const(*form)) {
                if (i == best)
                    continue;
                spellings.append({column.values[i], column.values[best]});
                rows += uses[std::size_t(i)];
            }
        }
        if (spellings.isEmpty())
            continue;
        std::ranges::sort(spellings);
        const bool isOwn = own.contains(column.field);
        Finding &finding = add(u"spelling"_s, Aspect::Duplicates, Severity::Warning,
                               isOwn ? u"customer"_s : u"customer_attribute"_s, column.field);
        finding.title = isOwn ? QString() : column.title;
        finding.rows = rows;
        finding.of = qint64(m_snapshot.customers());
        finding.repair = Repair::OneSpelling;
        std::string list;
        for (const auto &[written, wanted] : std::as_const(spellings)) {
            list += (list.empty() ? "'" : ", '") + QString(written).replace(u'\'', u"''"_s).toStdString() + '\'';
            if (finding.examples.size() < 3)
                finding.examples.append(written);
        }
        finding.condition = "t." + quoted(column.field) + " IN (" + list + ')';
        finding.spellings = spellings;
    }
}

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

} // namespace

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
