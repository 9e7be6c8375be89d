#include "ui/shell/mainwindow.h"

#include "ui/pages/page.h"
#include "ui/shell/contentarea.h"
#include "ui/shell/filterbar.h"
#include "ui/shell/inspectorpanel.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/searchbox.h"
#include "ui/shell/statusline.h"
#include "ui/shell/welcomepage.h"
#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/shell/jobrow.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMimeData>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QUndoStack>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int foldsBelow = 1280;
const QString geometryKey = u"window/geometry"_s;
const QString sidebarKey = u"window/sidebarNames"_s;
}

MainWindow::MainWindow(Display &display, QUndoStack &undo, QWidget *parent)
    : QMainWindow(parent)
    , m_display(display)
    , m_undo(undo)
    , m_actions(new Actions(this))
    , m_wantsNames(QSettings().value(sidebarKey, true).toBool())
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(Icons::logo());
    setMinimumSize(1180, 720);
    resize(1440, 900);
    setAcceptDrops(true);
    buildFrame();
    buildMenus();
    connectActions();
    // Shortcuts are looked up before any widget sees the key, so Arabic letters are caught here.
    qApp->installEventFilter(this);
    retranslate();
    setWorkspace({}, {}, {});
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
}

void MainWindow::buildFrame()
{
    auto *central = new QWidget(this);
    auto *rows = new QVBoxLayout(central);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_stack = new QStackedWidget(central);
    m_status = new StatusLine(m_display, central);
    m_messages = new MessageBar(m_display, central);
    m_messages->setObjectName(u"messageBar"_s);
    m_messages->hide();
    rows->addWidget(m_messages);
    rows->addWidget(m_stack, 1);
    rows->addWidget(m_status);
    setCentralWidget(central);

    m_welcome = new WelcomePage(m_display, *m_actions, m_stack);
    m_stack->addWidget(m_welcome);
    m_frame = new QWidget(m_stack);
    m_stack->addWidget(m_frame);
    auto *columns = new QHBoxLayout(m_frame);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    m_navigation = new NavigationBar(m_display, m_frame);
    columns->addWidget(m_navigation);
    auto *work = new QVBoxLayout;
    work->setSpacing(0);
    columns->addLayout(work, 1);
    m_header = new PageHeader(m_display, *m_actions, m_frame);
    m_pages = new QStackedWidget(m_frame);
    m_inspector = new InspectorPanel(m_display, m_frame);
    m_content = new ContentArea(m_pages, m_inspector, m_frame);
    work->addWidget(m_header);
    work->addWidget(m_content, 1);
    m_search = new SearchBox(m_display, *m_actions, central);
    m_jobRow = new JobRow(m_display, central);
}

void MainWindow::addPage(const QString &id, const QString &iconName, NavigationBar::Group group, Page *page)
{
    m_byId.insert(id, page);
    m_order.append(id);
    m_pages->addWidget(page);
    m_navigation->addEntry(id, iconName, group);
    QAction *action = (*m_actions)[QLatin1StringView(("view." + id.toLatin1()).constData())];
    action->setData(iconName);
    connect(action, &QAction::triggered, this, [this, id] { showPage(id); });
    connect(page, &Page::inspectorRequested, this, &MainWindow::setInspectorOpen);
    connect(page, &Page::inspectorChanged, this, [this, page] {
        if (page == currentPage())
            renewInspector(page->inspector());
    });
    retranslate();
}

Page *MainWindow::page(const QString &id) const
{
    return m_byId.value(id);
}

Page *MainWindow::currentPage() const
{
    return m_hasWorkspace ? qobject_cast<Page *>(m_pages->currentWidget()) : nullptr;
}

void MainWindow::showPage(const QString &id)
{
    if (!m_byId.contains(id))
        return;
    if (id != m_current) {
        m_history.resize(m_historyAt + 1);
        m_history.append(id);
        m_historyAt = int(m_history.size()) - 1;
    }
    m_current = id;
    renewPage();
}

void MainWindow::go(int step)
{
    const int at = m_historyAt + step;
    if (at < 0 || at >= m_history.size())
        return;
    m_historyAt = at;
    m_current = m_history[at];
    renewPage();
}

void MainWindow::setTask(const QString &id, QWidget *task, const QString &title)
{
    if (m_task && m_task != task) {
        m_pages->removeWidget(m_task);
        m_task->deleteLater();
    }
    m_task = task;
    m_taskId = id;
    m_taskTitle = title;
    if (task && m_pages->indexOf(task) < 0)
        m_pages->addWidget(task);
    renewPage();
}

void MainWindow::renewPage()
{
    Page *shown = m_byId.value(m_current);
    if (!shown)
        return;
    const bool isTask = m_task && m_taskId == m_current;
    m_pages->setCurrentWidget(isTask ? m_task : shown);
    m_navigation->setCurrent(m_current);
    m_header->setTitle(isTask ? m_taskTitle : shown->title());
    m_header->setFiltersVisible(!isTask);
    renewInspector(isTask ? nullptr : shown->inspector());
    (*m_actions)["view.back"_L1]->setEnabled(m_historyAt > 0);
    (*m_actions)["view.forward"_L1]->setEnabled(m_historyAt + 1 < m_history.size());
    emit pageShown(m_current);
}

void MainWindow::renewInspector(QWidget *inspector)
{
    m_header->setInspectorAvailable(inspector != nullptr);
    (*m_actions)["view.inspector"_L1]->setEnabled(inspector != nullptr);
    m_inspector->setContent(inspector);
    if (!inspector)
        setInspectorOpen(false);
}

void MainWindow::setInspectorOpen(bool open)
{
    if (auto *source = qobject_cast<Page *>(sender()); source && source != currentPage())
        return;
    m_content->setInspectorOpen(open && m_inspector->content());
    (*m_actions)["view.inspector"_L1]->setChecked(m_content->isInspectorOpen());
}

void MainWindow::setWorkspace(const QString &name, const QString &state, const QString &extent)
{
    const bool had = m_hasWorkspace;
    m_hasWorkspace = !name.isEmpty();
    m_name = name;
    m_state = state;
    m_navigation->setWorkspace(name, state, extent);
    m_stack->setCurrentWidget(m_hasWorkspace ? m_frame : static_cast<QWidget *>(m_welcome));
    const auto always = {"file.new"_L1, "file.open"_L1, "file.demo"_L1, "file.quit"_L1, "edit.settings"_L1,
                         "edit.search"_L1, "data.paste"_L1, "view.language"_L1, "view.themeLight"_L1, "view.themeDark"_L1,
                         "view.themeSystem"_L1, "view.fullScreen"_L1, "help.screen"_L1, "help.shortcuts"_L1,
                         "help.about"_L1};
    if (had != m_hasWorkspace || !m_hasWorkspace) {
        for (QAction *action : m_actions->all()) {
            const bool isAlways = std::find(always.begin(), always.end(), Actions::idOf(action)) != always.end();
            action->setEnabled(isAlways || m_hasWorkspace);
        }
        (*m_actions)["edit.undo"_L1]->setEnabled(m_undo.canUndo());
        (*m_actions)["edit.redo"_L1]->setEnabled(m_undo.canRedo());
    }
    if (m_hasWorkspace && !had && !m_order.isEmpty()) {
        m_history.clear();
        m_historyAt = -1;
        m_current.clear();
        showPage(m_order.first());
        m_navigation->setFocus(Qt::OtherFocusReason);
    }
    if (!m_hasWorkspace) {
        m_history.clear();
        m_historyAt = -1;
        m_current.clear();
        setTask({}, nullptr);
        setInspectorOpen(false);
        m_status->setModel({}, true);
        m_status->setRules({});
        m_status->setSaved({});
    }
    renewTitle();
}

void MainWindow::renewTitle()
{
    const QString program = m_display.isArabic() ? u"قيمة"_s : u"Qeema"_s;
    if (m_name.isEmpty())
        setWindowTitle(program);
    else if (m_state.isEmpty())
        //: the window's title: %1 the workspace's name, %2 the program's
        setWindowTitle(tr("%1 — %2").arg(NumberFormat::isolate(m_name), program));
    else
        //: the window's title: %1 the workspace's name, %2 its state such as demo or read-only, %3 the program's name
        setWindowTitle(tr("%1 [%2] — %3").arg(NumberFormat::isolate(m_name), m_state, program));
}

void MainWindow::renewFolding()
{
    const bool narrow = width() < foldsBelow;
    m_navigation->setFolded(narrow || !m_wantsNames);
    m_content->setCovering(narrow);
    QAction *sidebar = (*m_actions)["view.sidebar"_L1];
    sidebar->setChecked(!m_navigation->isFolded());
}

void MainWindow::rememberGeometry() const
{
    QSettings().setValue(geometryKey, saveGeometry());
    QSettings().setValue(sidebarKey, m_wantsNames);
}

void MainWindow::restoreRememberedGeometry()
{
    restoreGeometry(QSettings().value(geometryKey).toByteArray());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_closeGuard && !m_closeGuard()) {
        event->ignore();
        return;
    }
    rememberGeometry();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList files;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    emit filesDropped(files);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_content->isInspectorOpen() && m_content->isCovering())
        setInspectorOpen(false);
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    renewFolding();
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && isActiveWindow() && !QApplication::activeModalWidget()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (QAction *action = m_actions->actionByPosition(key->key(), key->modifiers());
            action && action->isEnabled() && watched == (focusWidget() ? focusWidget() : this)) {
            action->trigger();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::connectActions()
{
    Actions &actions = *m_actions;
    connect(actions["view.back"_L1], &QAction::triggered, this, [this] { go(-1); });
    connect(actions["view.forward"_L1], &QAction::triggered, this, [this] { go(1); });
    connect(actions["view.sidebar"_L1], &QAction::triggered, this, [this](bool names) {
        m_wantsNames = names;
        if (width() < foldsBelow)
            m_navigation->setFolded(!names); // for now; the next resize folds it again
        else
            renewFolding();
    });
    connect(actions["view.inspector"_L1], &QAction::triggered, this, [this](bool open) { setInspectorOpen(open); });
    connect(actions["view.fullScreen"_L1], &QAction::triggered, this,
            [this](bool full) { full ? showFullScreen() : showNormal(); });
    connect(actions["file.quit"_L1], &QAction::triggered, this, &QWidget::close);
    connect(actions["edit.search"_L1], &QAction::triggered, m_search, &SearchBox::open);
    connect(actions["edit.undo"_L1], &QAction::triggered, &m_undo, &QUndoStack::undo);
    connect(actions["edit.redo"_L1], &QAction::triggered, &m_undo, &QUndoStack::redo);
    connect(&m_undo, &QUndoStack::canUndoChanged, actions["edit.undo"_L1], &QAction::setEnabled);
    connect(&m_undo, &QUndoStack::canRedoChanged, actions["edit.redo"_L1], &QAction::setEnabled);
    connect(&m_undo, &QUndoStack::indexChanged, this, &MainWindow::retranslate);
    connect(actions["analysis.period"_L1], &QAction::triggered, m_header->filterBar(), &FilterBar::choosePeriod);
    connect(actions["analysis.compare"_L1], &QAction::triggered, m_header->filterBar(), &FilterBar::chooseComparison);
    connect(m_navigation, &NavigationBar::activated, this, &MainWindow::showPage);
    connect(m_navigation, &NavigationBar::settingsRequested, actions["edit.settings"_L1], &QAction::trigger);
    connect(m_status, &StatusLine::languageRequested, actions["view.language"_L1], &QAction::trigger);
    connect(m_inspector, &InspectorPanel::closeRequested, this, [this] { setInspectorOpen(false); });
    connect(&m_display, &Display::changed, this, &MainWindow::retranslate);

    const struct { const char *keys; int step; bool isRegion; } moves[] = {
        {"F6", 1, true}, {"Shift+F6", -1, true}, {"Ctrl+Tab", 1, false}, {"Ctrl+Shift+Tab", -1, false}};
    for (const auto &move : moves) {
        auto *shortcut = new QShortcut(QKeySequence(QString::fromLatin1(move.keys)), this);
        connect(shortcut, &QShortcut::activated, this, [this, move] {
            move.isRegion ? moveToRegion(move.step) : moveToTab(move.step);
        });
    }
}

void MainWindow::moveToRegion(int step)
{
    const QList<QWidget *> regions = m_hasWorkspace
        ? QList<QWidget *>{m_navigation, m_header, m_pages, m_inspector, m_status}
        : QList<QWidget *>{m_welcome, m_status};
    const QWidget *focus = focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < regions.size(); ++i) {
        if (focus && regions[i]->isAncestorOf(focus))
            at = i;
    }
    for (qsizetype tried = 0; tried < regions.size(); ++tried) {
        at = (at + step + regions.size()) % regions.size();
        if (!regions[at]->isVisible())
            continue;
        for (QWidget *child : regions[at]->findChildren<QWidget *>()) {
            if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus)) {
                child->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    }
}

void MainWindow::moveToTab(int step)
{
    for (QTabBar *bar : m_pages->findChildren<QTabBar *>()) {
        if (!bar->isVisible() || bar->count() < 2)
            continue;
        bar->setCurrentIndex((bar->currentIndex() + step + bar->count()) % bar->count());
        bar->setFocus(Qt::TabFocusReason);
        return;
    }
}
