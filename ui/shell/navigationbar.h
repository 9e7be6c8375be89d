#pragma once

#include <QFrame>
#include <QHash>
#include <QToolButton>

class Display;
class QLabel;
class QVBoxLayout;
class TextLabel;

/// An entry of the side bar: icon and name, or the icon alone when the bar is folded.
class NavigationButton final : public QToolButton
{
    Q_OBJECT

public:
    NavigationButton(Display &display, const QString &iconName, QWidget *parent);

    void setFolded(bool folded);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Display &m_display;
    QString m_iconName;
    bool m_folded = false;
};

/// The side bar: the mark, the screens in groups, the open workspace, settings. 196 px wide, 56 folded.
class NavigationBar final : public QFrame
{
    Q_OBJECT

public:
    enum class Group { Start, Analyse };

    explicit NavigationBar(Display &display, QWidget *parent = nullptr);

    /// A screen; \a shortcut is shown in its tip.
    void addEntry(const QString &id, const QString &iconName, Group group);
    void setEntryText(const QString &id, const QString &text, const QString &shortcut);
    void setCurrent(const QString &id);
    [[nodiscard]] QString current() const { return m_current; }
    void setWorkspace(const QString &name, const QString &state, const QString &extent);
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }

signals:
    void activated(const QString &id);
    void settingsRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void renewWorkspace();

    Display &m_display;
    QVBoxLayout *m_start;
    QVBoxLayout *m_analyse;
    QLabel *m_logo;
    TextLabel *m_name;
    TextLabel *m_otherName;
    TextLabel *m_analyseTitle;
    QFrame *m_card;
    TextLabel *m_workspaceName;
    TextLabel *m_workspaceState;
    TextLabel *m_workspaceExtent;
    NavigationButton *m_settings;
    QHash<QString, NavigationButton *> m_entries;
    QStringList m_order;
    QString m_current;
    QString m_fullName;
    bool m_folded = false;
};
