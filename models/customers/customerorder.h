#pragma once

#include "models/customers/snapshot.h"
#include "models/workspace/database.h"

#include <QCollator>

/// Orders of customers: permutations of their positions.
namespace Customers {

enum class Direction { Ascending, Descending };

/// \a customers ordered by their key (by position in the snapshot); equal keys keep their order, a
/// missing key (NaN) comes last in either direction. A radix sort: about 30 ms a million.
std::vector<CustomerIndex> orderedBy(std::vector<CustomerIndex> customers,
                                     const std::vector<double> &key, Direction direction);

/// Keys that put a coded column into the order of the language; NaN without a value.
std::vector<double> textKeys(const CodedColumn &column, const QCollator &collator);

/// The same for one text a customer.
std::vector<double> textKeys(const QList<QString> &texts, const QCollator &collator);

/// The texts of a column of the table customer, "ref" or "name", by position in the snapshot. With
/// textKeys() 1 to 3 s a million, so never on the window's thread.
Result<QList<QString>> customerTexts(Database &database, const Snapshot &snapshot,
                                     const QByteArray &column, const Progress &progress);

} // namespace Customers
