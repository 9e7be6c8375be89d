#pragma once

#include <QList>
#include <QString>

#include <functional>
#include <vector>

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
/// The rows that are selected, in their order: the first mostCopiedRows of them.
[[nodiscard]] std::vector<int> selectedRows(const QTableView &table, bool &isAll);
/// More rows than this would not be pasted anywhere.
inline constexpr int mostCopiedRows = 20'000;
/// The columns that are shown, in the order in which they stand.
[[nodiscard]] QList<int> shownColumns(const QTableView &table);
/// The heading of \a column without the marks that only help on screen.
[[nodiscard]] QString plainHeading(const QTableView &table, int column);
/// Copies the selected rows of the visible columns with their headings, tab-separated. For models
/// that have their rows in memory. Whether these were all.
bool copySelection(const QTableView &table);
/// Ctrl+C calls \a copy, or copies the selection with headings.
void enableCopy(QTableView &table, std::function<void()> copy = {});

} // namespace Tables
