#pragma once

#include "app/window/session.h"
#include "models/import/watchedfolder.h"

#include <QFileSystemWatcher>
#include <QTimer>

/// Looks after the folder that the open workspace watches and says what is new there. It offers;
/// it never imports.
class FolderWatch final : public QObject
{
    Q_OBJECT

public:
    explicit FolderWatch(Session &session, QObject *parent = nullptr);

    [[nodiscard]] QString folder() const { return m_watched.folder; }
    [[nodiscard]] const QStringList &files() const { return m_files; } ///< that are new
    /// Watches \a folder from now on; empty: none. Kept in the workspace.
    void watch(const QString &folder);
    /// \a files were imported or are not wanted: they are offered again only when they change.
    void takeNote(const QStringList &files);
    /// How long a file must rest before it is offered; a test sets 0.
    void setQuietSeconds(int seconds) { m_quietSeconds = seconds; }

signals:
    void changed();                              ///< folder() or files()
    void filesFound(const QStringList &files);   ///< that were not offered before
    void failed(const Error &error);

private:
    void load();
    void take(const Import::WatchedFolder &watched);
    void store();
    void look();

    Session &m_session;
    Import::WatchedFolder m_watched;
    QStringList m_files;
    QFileSystemWatcher m_watcher;
    QTimer m_delay;
    int m_quietSeconds = 2;
};
