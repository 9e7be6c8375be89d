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

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Job)
};

void loadKnownCustomers(SQLite::Database &connection, const ImportPlan &plan,
                        const Currency &currency, KnownRows &known)
{
    const auto know = [](InternMap &map, std::string_view key, std::int64_t id) {
        map.insert(key, InternMap::hash(key), std::uint32_t(id));
    };
    if (plan.identity == Identity::CustomerId) {
        RowCursor customers(connection, "SELECT id, ref FROM customer");
        while (customers.next())
            know(known.customers, customers.text(1), customers.integer(0));
        for (const auto &[reference, customer] : mergedReferences(connection))
            know(known.customers, reference, customer);
        return;
    }
    const bool byEmail = plan.identity == Identity::Email;
    const std::string country =
        plan.phoneCountry.isEmpty()
            ? std::string(countryCodeOfCurrency(currency.code.toStdString()))
            : plan.phoneCountry.toStdString();
    RowCursor customers(connection, byEmail ? "SELECT id, ref, email FROM customer"
                                            : "SELECT id, ref, phone FROM customer");
    while (customers.next()) {
        // A customer that came by address or number before is called by it.
        for (const int column : {2, 1}) {
            const std::string key = byEmail ? normalisedEmail(customers.text(column))
                                            : normalisedPhone(customers.text(column), country);
            if (!key.empty())
                know(known.customers, key, customers.integer(0));
        }
        know(known.refs, customers.text(1), customers.integer(0));
    }
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
            while (rows.next()) {
                const std::string_view key = rows.text(1);
                known.rows.insert(key, InternMap::hash(key), std::uint32_t(rows.integer(0)));
            }
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
