#pragma once

#include <functional>

class Display;
class QTableView;
class QAbstractItemModel;

/// What the tables of the Data screen share.
namespace Tables {

/// Row height before the model, because changing it under a million rows takes seconds; fixed
/// vertical header for the same reason.
void prepare(QTableView &table, QAbstractItemModel &model);
/// Makes \a row the selected one, whatever keys are held: QTableView::selectRow() takes a row away
/// while Ctrl is down, as in the shortcut that changes the language.
void chooseRow(QTableView &table, int row);
/// Copies the selected rows of the visible columns with their headings, tab-separated: the first
/// mostCopiedRows of them. Whether these were all.
bool copySelection(const QTableView &table);
/// More rows than this would not be pasted anywhere; copying them would stall the window.
inline constexpr int mostCopiedRows = 20'000;
/// Ctrl+C copies the selection with headings; \a cut is told where it was too much.
void enableCopy(QTableView &table, std::function<void()> cut = {});

} // namespace Tables
