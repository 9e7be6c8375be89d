#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/customers/customertablemodel.h"

#include <QStringList>

#include <vector>

namespace Customers {

/// The customer table as a file or as a text: the columns and rows shown, in their order.
struct CustomerTableExport
{
    QStringList headings; ///< as on screen
    QList<int> columns;   ///< of CustomerTableModel, one a heading
    QList<CustomerTableModel::ExtraColumn> extra;
    std::vector<CustomerIndex> rows;
    SnapshotPtr snapshot;
    QDate until; ///< purchases up to this day; invalid: all
    QString sheet;              ///< name of a workbook's sheet
    bool isRightToLeft = false; ///< of a workbook
};

/// A workbook where the name ends in .xlsx, else CSV that spreadsheets read as UTF-8. Days are
/// days, numbers plain; no text is run as a formula. Reads a page of customers at a time. The file
/// appears when all is written.
Result<void> writeCustomerTable(const Workspace &workspace, const CustomerTableExport &table,
                                const QString &file, const Progress &progress = {});

/// The same as a text that spreadsheets take from the clipboard: headings and rows as lines, cells
/// parted by tabs.
Result<QString> customerTableText(const Workspace &workspace, const CustomerTableExport &table,
                                  const Progress &progress = {});

} // namespace Customers
