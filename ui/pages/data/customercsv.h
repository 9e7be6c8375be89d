#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/customers/customertablemodel.h"
#include "models/customers/purchasemetrics.h"

#include <QStringList>

#include <vector>

/// The customer table as a file: the columns and rows shown, in their order.
struct CustomerTableExport
{
    QStringList headings; ///< as on screen
    QList<int> columns;   ///< of CustomerTableModel, one a heading
    QList<Customers::CustomerTableModel::ExtraColumn> extra;
    std::vector<Customers::CustomerIndex> rows;
    Customers::SnapshotPtr snapshot;
    QDate until; ///< purchases up to this day; invalid: all
};

/// Writes UTF-8 CSV with ISO dates and plain numbers. The file appears when all is written.
Result<void> writeCustomerCsv(const Workspace &workspace, const CustomerTableExport &table, const QString &file,
                              const Progress &progress = {});
