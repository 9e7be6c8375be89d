#pragma once

#include "models/core/numberformat.h"
#include "models/import/importjob.h"

class Display;
class QScrollArea;
class QTableWidget;
class QWidget;

/// Words and small tables that several steps of the import share.
namespace ImportTexts {

[[nodiscard]] QString delimiterTitle(char delimiter);        ///< "Comma ,"
[[nodiscard]] QString encodingTitle(const QString &encoding); ///< "Windows-1256 (Arabic)"
[[nodiscard]] QString dateOrderTitle(Import::DateOrder order);
/// The order in which the column's dates are read, as its example shows.
[[nodiscard]] Import::DateOrder shownDateOrder(const Import::ColumnPlan &column);
[[nodiscard]] QString fieldList(const QStringList &fields);   ///< "Customer ID, Time"
[[nodiscard]] QString fileSize(qint64 bytes, const NumberFormat &format);
[[nodiscard]] QString targetTitle(const Import::ColumnPlan &column);
/// Why rows would be rejected: the reason, how many rows, line and cell of the first.
[[nodiscard]] QString reasonLine(const Import::RejectGroup &group, const NumberFormat &format);

/// Fills \a table with the plan's first rows as they will be read.
void fillSample(QTableWidget &table, const Import::ImportPlan &plan, const Display &display, int rows);
/// A quiet table: no grid, fixed rows, no editing.
void prepareTable(QTableWidget &table);
/// \a content in an area that scrolls up and down on the ground of what is behind it, with a little
/// room beside the bar in either direction of reading.
[[nodiscard]] QScrollArea *scrolling(QWidget *content, QWidget *parent);

} // namespace ImportTexts
