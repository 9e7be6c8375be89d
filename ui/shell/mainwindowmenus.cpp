#include "ui/shell/mainwindow.h"

#include "ui/pages/page.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/statusline.h"
#include "ui/style/display.h"
#include "ui/style/ownwords.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct MenuRow
{
    const char *title;
    std::array<const char *, 14> actions; ///< "-" a separator, "*" the recent files
};

constexpr MenuRow menuRows[] = {
    {QT_TRANSLATE_NOOP("MainWindow", "File"),
     {"file.new", "file.open", "*", "file.demo", "-", "file.saveCopy", "-", "file.close", "file.quit"}},
    {QT_TRANSLATE_NOOP("MainWindow", "Edit"), {"edit.undo", "edit.redo", "-", "edit.search", "-", "edit.settings"}},
    {QT_TRANSLATE_NOOP("MainWindow", "View"),
     {"view.overview", "view.data", "view.lifecycle", "view.clv", "view.equity", "-", "view.back", "view.forward", "-",
      "view.sidebar", "view.inspector", "view.fullScreen", "-", "+"}},
    {QT_TRANSLATE_NOOP("MainWindow", "Data"),
     {"data.import", "data.paste", "-", "data.imports", "data.rejected", "data.customers", "data.health", "data.duplicates", "-",
      "data.export", "data.exportCustomers"}},
    {QT_TRANSLATE_NOOP("MainWindow", "Analysis"), {"analysis.refit", "-", "analysis.period", "analysis.compare", "-", "analysis.segment"}},
    {QT_TRANSLATE_NOOP("MainWindow", "Report"), {"report.english", "report.arabic", "-", "report.chart"}},
    {QT_TRANSLATE_NOOP("MainWindow", "Help"), {"help.screen", "help.shortcuts", "-", "help.about"}},
};

} // namespace

void MainWindow::buildMenus()
{
    menuBar()->setNativeMenuBar(false);
    m_recentMenu = new QMenu(this);
    m_recentMenu->setObjectName(u"recentMenu"_s);
    for (const MenuRow &row : menuRows) {
        QMenu *menu = menuBar()->addMenu(QString());
        m_menus.append({menu, row.title});
        for (const char *id : row.actions) {
            if (!id)
                break;
            if (*id == '-')
                menu->addSeparator();
            else if (*id == '*')
                menu->addMenu(m_recentMenu);
            else if (*id == '+')
                menu->addActions({(*m_actions)["view.language"_L1], (*m_actions)["view.themeLight"_L1],
                                  (*m_actions)["view.themeDark"_L1], (*m_actions)["view.themeSystem"_L1]});
            else
                menu->addAction((*m_actions)[QLatin1StringView(id)]);
        }
    }
    auto *themes = new QActionGroup(this);
    for (const auto id : {"view.themeLight"_L1, "view.themeDark"_L1, "view.themeSystem"_L1})
        themes->addAction((*m_actions)[id]);
}

void MainWindow::retranslate()
{
    m_actions->retranslate(m_display.direction() == Qt::RightToLeft);
    if (m_undo.canUndo())
        (*m_actions)["edit.undo"_L1]->setText(tr("Undo: %1").arg(inOwnWords(m_undo.undoText())));
    if (m_undo.canRedo())
        (*m_actions)["edit.redo"_L1]->setText(tr("Redo: %1").arg(inOwnWords(m_undo.redoText())));
    for (const MenuTitle &entry : std::as_const(m_menus))
        entry.menu->setTitle(tr(entry.title));
    m_recentMenu->setTitle(tr("Open recent"));
    for (const QString &id : std::as_const(m_order)) {
        const QAction *action = (*m_actions)[QLatin1StringView(("view." + id.toLatin1()).constData())];
        m_navigation->setEntryText(id, action->text(),
                                   NumberFormat::isolate(action->shortcut().toString(QKeySequence::NativeText)));
    }
    if (!m_hasWorkspace)
        m_status->setData(tr("No workspace open"));
    else if (const Page *shown = currentPage())
        m_header->setTitle(shown->title());
    renewTitle();
}
