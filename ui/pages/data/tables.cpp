#include "ui/pages/data/tables.h"

#include "ui/widgets/copiedtext.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>

#include <iterator>
#include <set>
#include <utility>

namespace Tables {

void prepare(QTableView &table, QAbstractItemModel &model)
{
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(28);
    table.verticalHeader()->hide();
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setTabKeyNavigation(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setSectionsMovable(true);
    table.setModel(&model);
}

void chooseRow(QTableView &table, int row)
{
    table.selectionModel()->setCurrentIndex(table.model()->index(row, table.horizontalHeader()->logicalIndex(0)),
                                            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

std::vector<int> selectedRows(const QTableView &table, bool &isAll)
{
    // Ranges instead of QItemSelectionModel::selectedRows(), which takes seconds for a million.
    std::set<int> rows;
    isAll = true;
    for (const QItemSelectionRange &range : table.selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && isAll; ++row) {
            rows.insert(row);
            isAll = int(rows.size()) <= mostCopiedRows;
        }
    }
    if (!isAll)
        rows.erase(std::prev(rows.end()));
    return {rows.begin(), rows.end()};
}

QList<int> shownColumns(const QTableView &table)
{
    const QHeaderView *header = table.horizontalHeader();
    QList<int> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (!header->isSectionHidden(column))
            columns.append(column);
    }
    return columns;
}

QString plainHeading(const QTableView &table, int column)
{
    return CopiedText::withoutMarks(table.model()->headerData(column, Qt::Horizontal).toString());
}

bool copySelection(const QTableView &table)
{
    const QAbstractItemModel *model = table.model();
    const QList<int> columns = shownColumns(table);
    bool isAll = true;
    const std::vector<int> rows = selectedRows(table, isAll);
    if (rows.empty())
        return true;
    QList<QStringList> lines;
    QStringList cells;
    for (const int column : columns)
        cells.append(plainHeading(table, column));
    lines.append(cells);
    for (const int row : rows) {
        cells.clear();
        for (const int column : columns)
            cells.append(model->index(row, column).data().toString());
        lines.append(cells);
    }
    QGuiApplication::clipboard()->setText(CopiedText::table(lines));
    return isAll;
}

void enableCopy(QTableView &table, std::function<void()> copy)
{
    auto *action = new QAction(&table);
    action->setShortcut(QKeySequence::Copy);
    action->setShortcutContext(Qt::WidgetShortcut);
    table.addAction(action);
    QObject::connect(action, &QAction::triggered, &table, [&table, copy = std::move(copy)] {
        if (copy)
            copy();
        else
            copySelection(table);
    });
}

} // namespace Tables
