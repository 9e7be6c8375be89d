#pragma once

#include "ui/shell/actions.h"
#include "ui/shell/navigationbar.h"

#include <QMainWindow>

#include <functional>

class ContentArea;
class Display;
class InspectorPanel;
class MessageBar;
class Page;
class PageHeader;
class JobRow;
class QMenu;
class QStackedWidget;
class QUndoStack;
class SearchBox;
class StatusLine;
class WelcomePage;

/// The frame around the screens: menus, side bar, header, messages, inspector, status. It knows pages
/// only as Page; what its signals ask for is done elsewhere.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Display &display, QUndoStack &undo, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Actions &actions() { return *m_actions; }
    [[nodiscard]] WelcomePage &welcome() { return *m_welcome; }
    [[nodiscard]] PageHeader &header() { return *m_header; }
    [[nodiscard]] MessageBar &messages() { return *m_messages; }
    [[nodiscard]] JobRow &jobRow() { return *m_jobRow; }
    [[nodiscard]] StatusLine &status() { return *m_status; }
    [[nodiscard]] SearchBox &search() { return *m_search; }
    [[nodiscard]] NavigationBar &navigation() { return *m_navigation; }
    [[nodiscard]] QMenu &recentMenu() { return *m_recentMenu; }

    /// A screen of the side bar; "view.ID" must be an action. The window owns the page.
    void addPage(const QString &id, const QString &iconName, NavigationBar::Group group, Page *page);
    [[nodiscard]] Page *page(const QString &id) const;
    [[nodiscard]] Page *currentPage() const; ///< null on the welcome page and while a task is shown
    [[nodiscard]] QString currentId() const { return m_current; }
    void showPage(const QString &id);
    /// A task such as an import that takes the place of the screen \a id until it is replaced by null.
    /// The window owns it and deletes it then.
    void setTask(const QString &id, QWidget *task, const QString &title = {});
    [[nodiscard]] QWidget *task() const { return m_task; }

    /// Shows the welcome page (no name), or the frame of a workspace.
    void setWorkspace(const QString &name, const QString &state, const QString &extent);
    [[nodiscard]] bool hasWorkspace() const { return m_hasWorkspace; }
    void setInspectorOpen(bool open);

    /// Asked before the window closes; false keeps it open.
    void setCloseGuard(std::function<bool()> guard) { m_closeGuard = std::move(guard); }
    void rememberGeometry() const;
    void restoreRememberedGeometry();

signals:
    void filesDropped(const QStringList &files);
    void pageShown(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildFrame();
    void buildMenus();
    void connectActions();
    void retranslate();
    void renewTitle();
    void renewPage();
    void renewInspector(QWidget *inspector); ///< null: the page has none
    void renewFolding();
    void go(int step);
    void moveToRegion(int step);
    void moveToTab(int step);

    Display &m_display;
    QUndoStack &m_undo;
    Actions *m_actions;
    QStackedWidget *m_stack = nullptr;  ///< welcome page, or the frame
    WelcomePage *m_welcome = nullptr;
    QWidget *m_frame = nullptr;
    NavigationBar *m_navigation = nullptr;
    PageHeader *m_header = nullptr;
    MessageBar *m_messages = nullptr;
    JobRow *m_jobRow = nullptr;
    QStackedWidget *m_pages = nullptr;
    InspectorPanel *m_inspector = nullptr;
    ContentArea *m_content = nullptr;
    StatusLine *m_status = nullptr;
    SearchBox *m_search = nullptr;
    QMenu *m_recentMenu = nullptr;
    struct MenuTitle { QMenu *menu; const char *title; };
    QList<MenuTitle> m_menus;
    QHash<QString, Page *> m_byId;
    QStringList m_order;
    QString m_current;
    QStringList m_history;
    int m_historyAt = -1;
    QWidget *m_task = nullptr;
    QString m_taskId;
    QString m_taskTitle;
    QString m_name;
    QString m_state;
    bool m_hasWorkspace = false;
    bool m_wantsNames = true; ///< the side bar with names, where there is room
    std::function<bool()> m_closeGuard;
};
