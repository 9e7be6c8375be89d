#include "models/customers/exchange.h"

#include "models/workspace/database.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Customers {

std::int64_t Exchange::toWorkspace(std::int64_t row, std::int64_t currency, std::int64_t amount)
{
    if (currency == m_workspaceTerm)
        return amount;
    if (currency != m_lastTerm || row > m_validUntil) {
        m_factor = factorOf(row, currency);
        m_lastTerm = currency;
    }
    return m_factor == 1 ? amount : std::llround(double(amount) * m_factor);
}

double Exchange::factorOf(std::int64_t row, std::int64_t currency)
{
    while (m_batch < m_batches.size() && m_batches[m_batch].lastRow < row)
        ++m_batch;
    const Batch *batch = m_batch < m_batches.size() ? &m_batches[m_batch] : nullptr;
    const bool within = batch && row >= batch->firstRow;
    m_validUntil = within
                       ? batch->lastRow
                       : (batch ? batch->firstRow - 1 : std::numeric_limits<std::int64_t>::max());

    const auto known = m_currencies.find(currency);
    if (known == m_currencies.end())
        return 1; // a row without a currency is in the workspace's
    const double digits =
        double(m_workspace.minorPerMajor()) / double(known->second.minorPerMajor());
    if (within) {
        if (const auto rate = batch->rate.find(currency); rate != batch->rate.end())
            return rate->second * digits;
    }
    if (!m_unconverted.contains(known->second.code))
        m_unconverted.append(known->second.code);
    return digits;
}

QStringList Exchange::unconverted() const { return m_unconverted; }

Result<Exchange> loadExchange(Database &database, const Currency &workspace)
{
    return database.attempt([&](SQLite::Database &connection) {
        Exchange exchange;
        exchange.m_workspace = workspace;
        SQLite::Statement terms(connection, "SELECT id, text FROM term WHERE field = 'currency'");
        while (terms.executeStep()) {
            const Currency currency{QString::fromUtf8(terms.getColumn(1).getText())};
            const qint64 term = terms.getColumn(0).getInt64();
            if (currency == workspace)
                exchange.m_workspaceTerm = term;
            exchange.m_currencies.emplace(term, currency);
        }
        SQLite::Statement ranges(connection,
                                 "SELECT r.first_id, r.last_id, b.options FROM batch_range r "
                                 "JOIN import_batch b ON b.id = r.batch WHERE r.tab = 'purchase' "
                                 "ORDER BY r.first_id");
        while (ranges.executeStep()) {
            Exchange::Batch batch{
                ranges.getColumn(0).getInt64(), ranges.getColumn(1).getInt64(), {}};
            const QByteArray options(ranges.getColumn(2).getText());
            const QJsonObject rates =
                QJsonDocument::fromJson(options).object()[u"rates"].toObject();
            for (const auto &[term, currency] : exchange.m_currencies) {
                const double rate = rates[currency.code].toDouble(0);
                if (rate > 0 && std::isfinite(rate))
                    batch.rate.emplace(term, rate);
            }
            exchange.m_batches.push_back(std::move(batch));
        }
        return exchange;
    });
}

} // namespace Customers
