#include "app/window/folderwatch.h"

#include <QDir>

FolderWatch::FolderWatch(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(500);
    connect(&m_delay, &QTimer::timeout, this, &FolderWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&session, &Session::opened, this, &FolderWatch::load);
    const auto forget = [this] { take({}); };
    connect(&session, &Session::closing, this, forget);
}

void FolderWatch::load()
{
    m_session.jobs().start(
        JobRunner::Lane::Reader, {}, false,
        [workspace = m_session.workspace()](const Progress &) -> Result<Import::WatchedFolder> {
            Result<Database> database = workspace->connect(Database::Mode::ReadOnly);
            return database ? Import::loadWatchedFolder(*database) : database.error();
        },
        [this, workspace = m_session.workspace()](const Result<Import::WatchedFolder> &watched) {
            if (workspace == m_session.workspace() && watched)
                take(*watched);
        });
}

void FolderWatch::take(const Import::WatchedFolder &watched)
{
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    m_watched = watched;
    m_files.clear();
    m_delay.stop();
    // A folder on a stick that is not there is asked for again when the workspace opens next.
    if (m_watched.isSet() && QDir(m_watched.folder).exists()) {
        m_watcher.addPath(m_watched.folder);
        m_delay.start();
    }
    emit changed();
}

void FolderWatch::watch(const QString &folder)
{
    take(folder.isEmpty() ? Import::WatchedFolder() : Import::watchFolder(folder));
    store();
}

void FolderWatch::takeNote(const QStringList &files)
{
    const Import::WatchedFolder before = m_watched;
    Import::takeNote(m_watched, files);
    if (m_watched == before)
        return;
    for (const QString &file : files)
        m_files.removeAll(file);
    store();
    emit changed();
}

void FolderWatch::store()
{
    if (!m_session.isOpen() || m_session.workspace()->isReadOnly())
        return;
    m_session.jobs().start(
        JobRunner::Lane::Writer, {}, false,
        [workspace = m_session.workspace(), watched = m_watched](const Progress &) -> Result<void> {
            Result<Database> database = workspace->connect(Database::Mode::ReadWrite);
            return database ? Import::saveWatchedFolder(*database, watched) : database.error();
        },
        [this](const Result<void> &saved) {
            if (!saved)
                emit failed(saved.error());
        });
}

void FolderWatch::look()
{
    m_session.jobs().start(
        JobRunner::Lane::Reader, {}, false,
        [watched = m_watched, quiet = m_quietSeconds](const Progress &) {
            // What is being written now is looked at again once it rests.
            return std::pair(Import::newFiles(watched, quiet), Import::newFiles(watched).size());
        },
        [this, watched = m_watched](const std::pair<QStringList, qsizetype> &found) {
            if (watched != m_watched)
                return;
            if (found.second > found.first.size())
                m_delay.start(m_quietSeconds * 1000 + 200);
            QStringList fresh;
            for (const QString &file : found.first) {
                if (!m_files.contains(file))
                    fresh.append(file);
            }
            if (m_files == found.first)
                return;
            m_files = found.first;
            emit changed();
            if (!fresh.isEmpty())
                emit filesFound(fresh);
        });
}
