#pragma once

#include <QAction>
#include <QHash>
#include <QList>

/// Every action of the program, once, under a stable id. Menus, buttons, the search box and the
/// list of shortcuts show these same objects.
class Actions final : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget *window);

    /// The action with this id, such as "file.open"; an unknown id asserts.
    [[nodiscard]] QAction *operator[](QLatin1StringView id) const;
    /// In the order of the menus.
    [[nodiscard]] const QList<QAction *> &all() const { return m_all; }
    [[nodiscard]] static QLatin1StringView idOf(const QAction *action);
    /// The English name whatever the language shown, so that the search finds both.
    [[nodiscard]] static QString englishText(const QAction *action);

    /// Renews the words; \a rightToLeft swaps the keys of back and forward.
    void retranslate(bool rightToLeft);
    /// The action whose shortcut is at the position of the pressed key when the keyboard types
    /// Arabic letters; null: none.
    [[nodiscard]] QAction *actionByPosition(int key, Qt::KeyboardModifiers modifiers) const;

private:
    QList<QAction *> m_all;
    QHash<QLatin1StringView, QAction *> m_byId;
};

/// The key of a Latin keyboard at the place of an Arabic letter (layout Arabic 101); 0: no such place.
[[nodiscard]] int latinKeyAt(int arabicKey);
