#pragma once

#include "models/core/progress.h"
#include "models/demo/blockinserter.h"
#include "models/demo/demodeals.h"
#include "models/demo/demogenerator.h"
#include "models/demo/demoledger.h"

#include <vector>

namespace Demo {

enum DemoBatch { CustomerBatch = 1, PurchaseBatch, EventBatch, CostBatch, SurveyBatch, DealBatch };

/// Shared texts and their ids, handed out in the order of first use.
class DemoTerms
{
public:
    explicit DemoTerms(SQLite::Database &connection)
        : m_insert(connection, "INSERT INTO term(id, field, text) VALUES(?, ?, ?)")
    {}

    qint64 add(const char *field, const char *text)
    {
        m_insert.bind(1, std::int64_t(++m_last));
        m_insert.bind(2, field);
        m_insert.bind(3, text);
        m_insert.exec();
        m_insert.reset();
        return m_last;
    }
    template <typename Range>
    std::vector<qint64> addAll(const char *field, const Range &texts)
    {
        std::vector<qint64> ids;
        for (const char *text : texts)
            ids.push_back(add(field, text));
        return ids;
    }

private:
    SQLite::Statement m_insert;
    qint64 m_last = 0;
};

/// Writes everything inside one transaction that the caller opened.
class WorkspaceWriter
{
public:
    WorkspaceWriter(SQLite::Database &connection, const DemoOptions &options,
                    const Progress &progress);
    /// False when cancelled.
    [[nodiscard]] bool write();

private:
    [[nodiscard]] bool writeBuyers();
    [[nodiscard]] bool writeLeads();
    void writeCustomer(qint64 id, const Buyer &buyer, const Contact &contact);
    void writeEvents(qint64 customer, const std::vector<Event> &events);
    void writePurchases(qint64 customer, const std::vector<Purchase> &purchases);
    void writeSurveys(qint64 customer, const std::vector<Survey> &surveys);
    void writeDeal(qint64 customer, qint64 contactNumber, const Contact &contact);
    void writeCosts();
    void closeRange(DemoBatch batch, const char *table, BlockInserter &inserter, qint64 firstId);
    void writeBatch(DemoBatch batch, const char *kind, const char *source, qint64 rows);
    [[nodiscard]] bool goesOn(qint64 done, double from, double until, qint64 total,
                              const QString &step);

    SQLite::Database &m_connection;
    DemoOptions m_options;
    Progress m_progress;
    Generator m_generator;
    Ledger m_ledger;
    DemoTerms m_terms;
    std::vector<qint64> m_eventTerms;
    std::vector<qint64> m_channelTerms;
    std::vector<qint64> m_orderChannelTerms;
    std::vector<qint64> m_instrumentTerms;
    std::vector<qint64> m_productTerms;
    std::vector<qint64> m_productCategories; ///< term of the product's category
    qint64 m_currencyTerm = 0;
    qint64 m_contacts = 0; ///< drawn until the last buyer
    BlockInserter m_customers;
    BlockInserter m_attributes;
    BlockInserter m_purchases;
    BlockInserter m_events;
    BlockInserter m_surveys;
    BlockInserter m_deals;
    std::vector<DealRow> m_dealRows;
    qint64 m_dealCount = 0;
};

} // namespace Demo
