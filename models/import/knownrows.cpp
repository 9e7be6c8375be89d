#include "models/import/knownrows.h"

#include "models/import/identity.h"
#include "models/import/importplan.h"
#include "models/import/mergedreferences.h"
#include "models/import/rowkeys.h"
#include "models/import/tablelayout.h"
#include "models/workspace/database.h"
#include "models/workspace/rowcursor.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Job)
};

/// Gives keys their numbers a few at a time: their places lie all over memory and are asked for
/// before they are looked at.
class KeyBatch
{
public:
    explicit KeyBatch(InternMap &map) : m_map(map) { m_entries.reserve(most); }

    void add(std::string_view key, std::int64_t id)
    {
        const InternMap::Hash hash = InternMap::hash(key);
        m_map.prefetch(hash);
        m_entries.push_back({m_text.size(), key.size(), hash, std::uint32_t(id)});
        m_text += key;
        if (m_entries.size() == most)
            finish();
    }
    /// To be called after the last.
    void finish()
    {
        for (const Entry &entry : m_entries)
            m_map.insert(std::string_view(m_text).substr(entry.from, entry.size), entry.hash, entry.id);
        m_entries.clear();
        m_text.clear();
    }

private:
    static constexpr std::size_t most = 64;
    struct Entry
    {
        std::size_t from;
        std::size_t size;
        InternMap::Hash hash;
        std::uint32_t id;
    };

    InternMap &m_map;
    std::vector<Entry> m_entries;
    std::string m_text;
};

/// How many keys \a table may have; a damaged file has any id, but no row with a key of less than
/// 40 bytes on average.
std::size_t expectedKeys(SQLite::Database &connection, const std::string &table)
{
    const qint64 highest =
        connection.execAndGet("SELECT ifnull(max(id), 0) FROM " + table).getInt64();
    const qint64 bytes = connection.execAndGet("PRAGMA page_count").getInt64()
                         * connection.execAndGet("PRAGMA page_size").getInt64();
    return std::size_t(std::clamp<qint64>(highest, 0, bytes / 40));
}

void loadKnownCustomers(SQLite::Database &connection, const ImportPlan &plan,
                        const Currency &currency, KnownRows &known)
{
    const std::size_t expected = expectedKeys(connection, "customer");
    known.customers = InternMap(std::max<std::size_t>(expected, 1024));
    KeyBatch customers(known.customers);
    if (plan.identity == Identity::CustomerId) {
        RowCursor rows(connection, "SELECT id, ref FROM customer");
        while (rows.next())
            customers.add(rows.text(1), rows.integer(0));
        for (const auto &[reference, customer] : mergedReferences(connection))
            customers.add(reference, customer);
        customers.finish();
        return;
    }
    known.refs = InternMap(expected);
    KeyBatch refs(known.refs);
    const bool byEmail = plan.identity == Identity::Email;
    const std::string country =
        plan.phoneCountry.isEmpty()
            ? std::string(countryCodeOfCurrency(currency.code.toStdString()))
            : plan.phoneCountry.toStdString();
    RowCursor rows(connection, byEmail ? "SELECT id, ref, email FROM customer"
                                       : "SELECT id, ref, phone FROM customer");
    while (rows.next()) {
        // A customer that came by address or number before is called by it.
        for (const int column : {2, 1}) {
            const std::string key = byEmail ? normalisedEmail(rows.text(column))
                                            : normalisedPhone(rows.text(column), country);
            if (!key.empty())
                customers.add(key, rows.integer(0));
        }
        refs.add(rows.text(1), rows.integer(0));
    }
    customers.finish();
    refs.finish();
}

} // namespace

Result<KnownRows> loadKnownRows(Database &database, const ImportPlan &plan,
                                const Currency &currency)
{
    return database.attempt([&](SQLite::Database &connection) -> Result<KnownRows> {
        KnownRows known;
        const qint64 lastCustomer =
            connection.execAndGet("SELECT coalesce(max(id), 0) FROM customer").getInt64();
        const qint64 lastTerm =
            connection.execAndGet("SELECT coalesce(max(id), 0) FROM term").getInt64();
        if (lastCustomer > 4'000'000'000 || lastTerm > 4'000'000'000)
            return Error{Error::Kind::Data,
                         Tr::tr("The workspace holds more customers than an import can add to."),
                         database.file()};
        known.lastCustomer = std::uint32_t(lastCustomer);
        known.lastTerm = std::uint32_t(lastTerm);
        if (plan.kind != Kind::Costs)
            loadKnownCustomers(connection, plan, currency, known);
        const std::string table = quotedName(tableOf(plan.kind).toStdString());
        const qint64 lastRow =
            connection.execAndGet("SELECT coalesce(max(id), 0) FROM " + table).getInt64();
        known.lastRow = std::uint32_t(std::min<qint64>(lastRow, 4'000'000'000));
        if (followsKeys(plan) && looksUpRows(plan)) {
            RowCursor rows(connection, knownKeysQuery(tableOf(plan.kind).toStdString(),
                                                      keyColumns(plan)));
            known.rows = InternMap(expectedKeys(connection, table));
            KeyBatch keys(known.rows);
            while (rows.next())
                keys.add(rows.text(1), rows.integer(0));
            keys.finish();
        }
        RowCursor terms(connection, "SELECT id, field, text FROM term");
        while (terms.next()) {
            const std::string_view text = terms.text(2);
            known.terms[std::string(terms.text(1))].insert(text, InternMap::hash(text),
                                                             std::uint32_t(terms.integer(0)));
        }
        return known;
    });
}

} // namespace Import
