#pragma once

#include "models/customers/snapshot.h"

#include <algorithm>
#include <memory>
#include <vector>

/// Makes a snapshot from rows written down in a test, without a file. Amounts in minor units.
class SnapshotBuilder
{
public:
    struct Purchase
    {
        int customer = 0; ///< from 0
        QDate day;
        std::int64_t amount = 0;
    };

    explicit SnapshotBuilder(int customers) : m_customers(customers) {}

    SnapshotBuilder &purchase(int customer, QDate day, std::int64_t amount)
    {
        m_purchases.push_back({customer, day, amount});
        return *this;
    }
    SnapshotBuilder &cost(const DateRange &period, bool isAcquisition, std::int64_t amount)
    {
        Customers::CostEntry entry;
        entry.period = period;
        entry.isAcquisition = isAcquisition;
        entry.amount = amount;
        m_costs.append(entry);
        return *this;
    }

    [[nodiscard]] std::shared_ptr<Customers::Snapshot> build() const
    {
        auto snapshot = std::make_shared<Customers::Snapshot>();
        for (int customer = 0; customer < m_customers; ++customer)
            snapshot->customerRow.push_back(customer + 1);
        snapshot->acquiredDay.assign(std::size_t(m_customers), INT32_MIN);
        snapshot->acquisitionCost.assign(std::size_t(m_customers), INT64_MIN);
        std::vector<Purchase> sorted = m_purchases;
        std::stable_sort(sorted.begin(), sorted.end(), [](const Purchase &a, const Purchase &b) {
            return std::pair(a.customer, a.day) < std::pair(b.customer, b.day);
        });
        Customers::PurchaseColumns &columns = snapshot->purchases;
        columns.categories = {QString()};
        columns.first.assign(std::size_t(m_customers) + 1, 0);
        for (const Purchase &purchase : sorted) {
            ++columns.first[std::size_t(purchase.customer) + 1];
            columns.time.push_back(std::uint32_t(epochSeconds(purchase.day) + 12 * 3600));
            columns.amount.push_back(purchase.amount);
            columns.category.push_back(0);
            columns.row.push_back(std::uint32_t(columns.row.size() + 1));
            DateRange &extent = snapshot->purchaseExtent;
            if (purchase.amount >= 0) {
                extent.from =
                    extent.from.isValid() ? std::min(extent.from, purchase.day) : purchase.day;
                extent.until =
                    extent.until.isValid() ? std::max(extent.until, purchase.day) : purchase.day;
            }
        }
        for (std::size_t i = 1; i < columns.first.size(); ++i)
            columns.first[i] += columns.first[i - 1];
        snapshot->events.first.assign(std::size_t(m_customers) + 1, 0);
        snapshot->events.names = {};
        snapshot->extent = snapshot->purchaseExtent;
        snapshot->costs = m_costs;
        snapshot->version = QStringLiteral("test");
        return snapshot;
    }

private:
    int m_customers = 0;
    std::vector<Purchase> m_purchases;
    QList<Customers::CostEntry> m_costs;
};
