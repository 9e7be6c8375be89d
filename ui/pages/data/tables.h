#pragma once

class Display;
class QTableView;
class QAbstractItemModel;

/// What the tables of the Data screen share.
namespace Tables {

/// Row height before the model, because changing it under a million rows takes seconds; fixed
/// vertical header for the same reason.
void prepare(QTableView &table, QAbstractItemModel &model);
/// Copies the selected rows of the visible columns with their headings, tab-separated.
void copySelection(const QTableView &table);
/// Ctrl+C copies the selection with headings.
void enableCopy(QTableView &table);

} // namespace Tables
