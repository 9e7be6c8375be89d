#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/customers/customerstore.h"
#include "models/customers/purchasemetrics.h"
#include "models/insights/analysis.h"

#include <QStringList>

#include <vector>

/// The customer table as a file: the rows shown, in their order.
struct CustomerTableExport
{
    QStringList headings;      ///< of all columns below, as on screen
    std::vector<Customers::CustomerIndex> rows;
    Customers::SnapshotPtr snapshot;
    Insights::AnalysisPtr analysis; ///< null: without CLV and P(alive)
};

/// Writes UTF-8 CSV with ISO dates and plain numbers. The file appears when all is written.
Result<void> writeCustomerCsv(const Workspace &workspace, const CustomerTableExport &table, const QString &file,
                              const Progress &progress = {});
