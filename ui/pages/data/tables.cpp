#include "ui/pages/data/tables.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>

#include <set>

namespace Tables {
namespace {

/// More rows than this would not be pasted anywhere; copying them would stall the window.
constexpr int mostCopiedRows = 100'000;

/// Isolates help on screen only.
QString plain(QString text)
{
    return text.remove(QChar(0x2066)).remove(QChar(0x2067)).remove(QChar(0x2068)).remove(QChar(0x2069)).remove(QChar(0x200F));
}

} // namespace

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

void copySelection(const QTableView &table)
{
    const QAbstractItemModel *model = table.model();
    const QHeaderView *header = table.horizontalHeader();
    QList<int> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (!header->isSectionHidden(column))
            columns.append(column);
    }
    // Ranges instead of selectedRows(), which takes seconds for a million.
    std::set<int> rows;
    for (const QItemSelectionRange &range : table.selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && int(rows.size()) < mostCopiedRows; ++row)
            rows.insert(row);
    }
    if (rows.empty())
        return;
    QStringList lines;
    QStringList cells;
    for (const int column : columns)
        cells.append(plain(model->headerData(column, Qt::Horizontal).toString()));
    lines.append(cells.join(QLatin1Char('\t')));
    for (const int row : rows) {
        cells.clear();
        for (const int column : columns)
            cells.append(plain(model->index(row, column).data().toString()));
        lines.append(cells.join(QLatin1Char('\t')));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

void enableCopy(QTableView &table)
{
    auto *copy = new QAction(&table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    table.addAction(copy);
    QObject::connect(copy, &QAction::triggered, &table, [&table] { copySelection(table); });
}

} // namespace Tables
