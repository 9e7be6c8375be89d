#include "models/demo/workspacewriter.h"

#include <QCoreApplication>

#include <algorithm>

namespace Demo {

WorkspaceWriter::WorkspaceWriter(SQLite::Database &connection, const DemoOptions &options,
                                 const Progress &progress)
    : m_connection(connection)
    , m_options(options)
    , m_progress(progress)
    , m_generator(options)
    , m_ledger(options, m_generator.firstPurchaseDay())
    , m_terms(connection)
    , m_customers(connection, "customer",
                  {{"id", 0},
                   {"ref", 1},
                   {"name", 2},
                   {"email", 3},
                   {"phone", 4},
                   {"country", 6},
                   {"city", 7},
                   {"acquired_on", 8},
                   {"channel", 9},
                   {"acquisition_cost", 10},
                   {"batch", 12}})
    , m_attributes(
          connection, "customer_attribute",
          {{"customer", 0}, {"sector", 1}, {"name_ar", 2}, {"loyalty", 3}, {"employees", 4}})
    , m_purchases(connection, "purchase",
                  {{"id", 0},
                   {"customer", 1},
                   {"time", 2},
                   {"amount", 3},
                   {"currency", 4},
                   {"category", 5},
                   {"product", 6},
                   {"channel", 7},
                   {"quantity", 8},
                   {"margin", 9},
                   {"order_ref", 10}})
    , m_events(
          connection, "event",
          {{"id", 0}, {"customer", 1}, {"time", 2}, {"event", 3}, {"channel", 4}, {"value", 5}})
    , m_surveys(connection, "survey",
                {{"id", 0},
                 {"customer", 1},
                 {"time", 2},
                 {"instrument", 3},
                 {"score", 4},
                 {"comment", 6}})
    , m_deals(connection, "deal_change",
              {{"id", 0},
               {"deal_ref", 1},
               {"customer", 2},
               {"stage", 3},
               {"changed_at", 4},
               {"amount", 5},
               {"probability", 6},
               {"owner", 7},
               {"accepted", 8},
               {"rejection_reason", 9},
               {"metrics", 10},
               {"economic_buyer", 11},
               {"decision_criteria", 12},
               {"decision_process", 13},
               {"identified_pain", 14},
               {"champion", 15}})
{
    m_currencyTerm = m_terms.add("currency", "SAR");
    m_eventTerms = m_terms.addAll("event", eventNames);
    m_channelTerms = m_terms.addAll("channel", contactChannels());
    for (const char *channel : orderChannels()) {
        // A name that both lists share is one term.
        const auto known =
            std::find_if(contactChannels().begin(), contactChannels().end(),
                         [&](const char *other) { return qstrcmp(other, channel) == 0; });
        m_orderChannelTerms.push_back(
            known == contactChannels().end()
                ? m_terms.add("channel", channel)
                : m_channelTerms[std::size_t(known - contactChannels().begin())]);
    }
    m_instrumentTerms = m_terms.addAll("instrument", instrumentNames);
    const std::vector<qint64> categoryTerms = m_terms.addAll("category", categories());
    for (const Product &product : products()) {
        m_productTerms.push_back(m_terms.add("product", product.name));
        const auto category =
            std::find_if(categories().begin(), categories().end(),
                         [&](const char *name) { return qstrcmp(name, product.category) == 0; });
        m_productCategories.push_back(categoryTerms[std::size_t(category - categories().begin())]);
    }
}

bool WorkspaceWriter::goesOn(qint64 done, double from, double until, qint64 total,
                             const QString &step)
{
    if (done % 1024 != 0)
        return true;
    m_progress.report(from + (until - from) * double(done) / double(std::max<qint64>(1, total)),
                      step);
    return !m_progress.isCancelled();
}

bool WorkspaceWriter::write()
{
    if (!writeBuyers() || !writeLeads())
        return false;
    m_purchases.flush();
    m_surveys.flush();
    m_deals.flush();
    closeRange(PurchaseBatch, "purchase", m_purchases, 1);
    closeRange(EventBatch, "event", m_events, 1);
    closeRange(SurveyBatch, "survey", m_surveys, 1);
    closeRange(DealBatch, "deal_change", m_deals, 1);
    writeCosts();
    writeBatch(CustomerBatch, "customers", "customers.csv", m_options.customers);
    writeBatch(PurchaseBatch, "transactions", "transactions.csv", m_purchases.rows());
    writeBatch(EventBatch, "events", "events.csv", m_events.rows());
    writeBatch(SurveyBatch, "surveys", "surveys.csv", m_surveys.rows());
    writeBatch(DealBatch, "deals", "deals.csv", m_deals.rows());
    return true;
}

bool WorkspaceWriter::writeBuyers()
{
    const QString step = QCoreApplication::translate("Demo", "Making customers and purchases");
    Buyer buyer;
    for (qint64 number = 0; number < m_options.customers; ++m_contacts) {
        const Contact contact = m_generator.contact(m_contacts);
        if (contact.outcome != Contact::Outcome::Buyer)
            continue;
        if (!goesOn(number, 0, 0.5, m_options.customers, step))
            return false;
        m_generator.fillBuyer(m_contacts, contact, number, buyer);
        const qint64 id = ++number;
        writeCustomer(id, buyer, contact);
        writePurchases(id, buyer.purchases);
        writeEvents(id, buyer.events);
        writeSurveys(id, buyer.surveys);
        writeDeal(id, m_contacts, contact);
        m_ledger.add(buyer);
    }
    m_customers.flush();
    m_attributes.flush();
    closeRange(CustomerBatch, "customer", m_customers, 1);
    closeRange(CustomerBatch, "customer_attribute", m_attributes, 1);
    return true;
}

bool WorkspaceWriter::writeLeads()
{
    const QString step = QCoreApplication::translate("Demo", "Making contacts and their events");
    std::vector<Event> events;
    qint64 lead = 0;
    for (qint64 k = 0; k < m_contacts; ++k) {
        const Contact contact = m_generator.contact(k);
        if (!goesOn(k, 0.5, 0.98, m_contacts, step))
            return false;
        if (contact.outcome != Contact::Outcome::Lead)
            continue;
        const qint64 id = m_options.customers + ++lead;
        m_customers.integer(id);
        m_customers.text(leadRef(lead));
        for (int i = 0; i < 6; ++i)
            m_customers.null();
        m_customers.text(contactChannels()[std::size_t(contact.channel)]);
        m_customers.null();
        m_customers.integer(EventBatch);
        m_customers.endRow();
        m_attributes.integer(id);
        m_attributes.text(sectorNames()[contact.sector]);
        for (int i = 0; i < 3; ++i)
            m_attributes.null();
        m_attributes.endRow();
        m_generator.fillContactEvents(k, contact, events);
        writeEvents(id, events);
        writeDeal(id, k, contact);
    }
    m_customers.flush();
    m_attributes.flush();
    m_events.flush();
    if (lead > 0) {
        closeRange(EventBatch, "customer", m_customers, m_options.customers + 1);
        closeRange(EventBatch, "customer_attribute", m_attributes, m_options.customers + 1);
    }
    return true;
}

void WorkspaceWriter::writeCustomer(qint64 id, const Buyer &buyer, const Contact &contact)
{
    m_customers.integer(id);
    m_customers.text(buyer.ref);
    m_customers.text(buyer.name.english);
    m_customers.text(buyer.email);
    m_customers.text(buyer.phone);
    m_customers.text(countryName);
    m_customers.text(cities()[std::size_t(buyer.city)].name);
    m_customers.integer(epochDay(epochSeconds(buyer.acquiredOn)));
    m_customers.text(contactChannels()[std::size_t(contact.channel)]);
    m_customers.integer(buyer.acquisitionCost);
    m_customers.integer(CustomerBatch);
    m_customers.endRow();
    m_attributes.integer(id);
    m_attributes.text(sectorNames()[contact.sector]);
    m_attributes.text(buyer.name.arabic);
    m_attributes.text(loyaltyName(buyer));
    m_attributes.integer(buyer.employees);
    m_attributes.endRow();
}

void WorkspaceWriter::writePurchases(qint64 customer, const std::vector<Purchase> &purchases)
{
    for (const Purchase &purchase : purchases) {
        m_purchases.integer(m_purchases.rows() + 1);
        m_purchases.integer(customer);
        m_purchases.integer(purchase.time);
        m_purchases.integer(purchase.amount);
        m_purchases.integer(m_currencyTerm);
        m_purchases.integer(m_productCategories[std::size_t(purchase.product)]);
        m_purchases.integer(m_productTerms[std::size_t(purchase.product)]);
        m_purchases.integer(m_orderChannelTerms[std::size_t(purchase.channel)]);
        m_purchases.real(purchase.quantity);
        m_purchases.integer(purchase.margin);
        m_purchases.text(purchase.orderRef);
        m_purchases.endRow();
    }
}

void WorkspaceWriter::writeEvents(qint64 customer, const std::vector<Event> &events)
{
    for (const Event &event : events) {
        m_events.integer(m_events.rows() + 1);
        m_events.integer(customer);
        m_events.integer(event.time);
        m_events.integer(m_eventTerms[event.name]);
        m_events.integer(m_channelTerms[std::size_t(event.channel)]);
        if (event.value < 0)
            m_events.null();
        else
            m_events.real(event.value);
        m_events.endRow();
    }
}

void WorkspaceWriter::writeSurveys(qint64 customer, const std::vector<Survey> &surveys)
{
    for (const Survey &survey : surveys) {
        m_surveys.integer(m_surveys.rows() + 1);
        m_surveys.integer(customer);
        m_surveys.integer(survey.time);
        m_surveys.integer(m_instrumentTerms[survey.instrument]);
        m_surveys.real(survey.score);
        if (survey.comment < 0)
            m_surveys.null();
        else
            m_surveys.text(surveyComments()[std::size_t(survey.comment)]);
        m_surveys.endRow();
    }
}

void WorkspaceWriter::writeDeal(qint64 customer, qint64 contactNumber, const Contact &contact)
{
    m_generator.fillDeal(contactNumber, contact, m_dealRows);
    if (m_dealRows.empty())
        return;
    const QByteArray reference = dealRef(++m_dealCount);
    for (const DealRow &row : m_dealRows) {
        m_deals.integer(m_deals.rows() + 1);
        m_deals.text(reference);
        m_deals.integer(customer);
        m_deals.text(row.stage);
        m_deals.integer(row.time);
        m_deals.integer(row.amount);
        m_deals.real(row.probability);
        m_deals.text(dealOwners()[std::size_t(row.owner)]);
        if (row.accepted < 0)
            m_deals.null();
        else
            m_deals.integer(row.accepted);
        if (*row.reason)
            m_deals.text(row.reason);
        else
            m_deals.null();
        for (const int score : row.meddic) {
            if (score < 0)
                m_deals.null();
            else
                m_deals.integer(score);
        }
        m_deals.endRow();
    }
}

void WorkspaceWriter::writeCosts()
{
    BlockInserter inserter(m_connection, "cost",
                           {{"id", 0},
                            {"period_from", 1},
                            {"period_until", 2},
                            {"kind", 3},
                            {"amount", 4},
                            {"stage", 5},
                            {"channel", 6},
                            {"hours", 7}});
    for (const Cost &cost : m_ledger.costs()) {
        inserter.integer(inserter.rows() + 1);
        inserter.integer(epochDay(epochSeconds(cost.month)));
        inserter.integer(epochDay(epochSeconds(cost.month.addMonths(1).addDays(-1))));
        inserter.text(costKindName(cost));
        inserter.integer(cost.amount);
        inserter.text(cost.stage);
        if (cost.channel < 0)
            inserter.null();
        else
            inserter.integer(m_channelTerms[std::size_t(cost.channel)]);
        inserter.real(cost.hours);
        inserter.endRow();
    }
    inserter.flush();
    closeRange(CostBatch, "cost", inserter, 1);
    writeBatch(CostBatch, "costs", "costs.csv", inserter.rows());
}

void WorkspaceWriter::closeRange(DemoBatch batch, const char *table, BlockInserter &inserter,
                                 qint64 firstId)
{
    const qint64 last = inserter.rows();
    if (last < firstId)
        return;
    SQLite::Statement insert(
        m_connection, "INSERT INTO batch_range(batch, tab, first_id, last_id, rows, fingerprint) "
                      "VALUES(?, ?, ?, ?, ?, ?)");
    insert.bind(1, int(batch));
    insert.bind(2, table);
    insert.bind(3, std::int64_t(firstId));
    insert.bind(4, std::int64_t(last));
    insert.bind(5, std::int64_t(last - firstId + 1));
    insert.bind(6, std::int64_t(inserter.takeFingerprint()));
    insert.exec();
}

void WorkspaceWriter::writeBatch(DemoBatch batch, const char *kind, const char *source, qint64 rows)
{
    SQLite::Statement insert(
        m_connection,
        "INSERT INTO import_batch(id, kind, source, started, options, rows_read, rows_imported, "
        "rows_updated, rows_rejected) VALUES(?, ?, ?, ?, '{}', ?, ?, 0, 0)");
    insert.bind(1, int(batch));
    insert.bind(2, kind);
    insert.bind(3, source);
    // Not the clock: the same options give the same file.
    insert.bind(4, std::int64_t(epochSeconds(m_options.until.addDays(1)) + 6 * 3600));
    insert.bind(5, std::int64_t(rows));
    insert.bind(6, std::int64_t(rows));
    insert.exec();
}

} // namespace Demo
