#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"

#include <QDate>
#include <QString>

#include <cstdint>

/// What the demo data is made of. The same options give the same rows, byte for byte.
struct DemoOptions
{
    qint64 customers = 12480; ///< customers with at least one purchase
    quint64 seed = 1;
    QDate until{2025, 6, 30}; ///< last day; purchases cover the three years up to it

    bool operator==(const DemoOptions &) const = default;
};

/// Writes the workspace of "Rawafid Supplies": customers, purchases, lifecycle events of customers
/// and of contacts who never bought, surveys, costs, settings and the B2B lifecycle. An earlier
/// demo at that place is replaced, any other file refused. Failed, cancelled or killed work leaves
/// what was there before.
Result<void> createDemoWorkspace(const QString &file, const DemoOptions &options,
                                 const Progress &progress = {});

/// Writes the same data as customers.csv, transactions.csv, events.csv, costs.csv, surveys.csv and
/// deals.csv, UTF-8 with the contract's field names as headings. The folder is made when it is missing.
Result<void> writeDemoCsv(const QString &folder, const DemoOptions &options,
                          const Progress &progress = {});
