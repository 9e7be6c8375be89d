#pragma once

#include <QFile>
#include <QString>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

/// Makes a folder read-only for this process while it lives, also where the tests run as root, whom
/// permissions do not stop.
class ReadOnlyFolder
{
public:
    explicit ReadOnlyFolder(const QString &folder) : m_folder(folder)
    {
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup
                                          | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther);
#ifdef Q_OS_UNIX
        if (::geteuid() == 0)
            m_dropped = ::seteuid(65534) == 0;
#endif
        QFile probe(folder + QStringLiteral("/probe"));
        m_works = !probe.open(QIODevice::WriteOnly);
        if (!m_works)
            probe.remove();
    }
    ~ReadOnlyFolder()
    {
#ifdef Q_OS_UNIX
        if (m_dropped && ::seteuid(0) != 0)
            qFatal("the user cannot be switched back");
#endif
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    ReadOnlyFolder(const ReadOnlyFolder &) = delete;
    ReadOnlyFolder &operator=(const ReadOnlyFolder &) = delete;

    /// False where this system lets everybody write everywhere: skip the test.
    [[nodiscard]] bool works() const { return m_works; }

private:
    QString m_folder;
    bool m_dropped = false;
    bool m_works = false;
};
