#include "models/workspace/workspace.h"

#include "models/workspace/schema.h"

#include <QCoreApplication>
#include <QFile>
#include <QLockFile>

Workspace::Workspace(QString file, Access access, QString readOnlyReason, std::unique_ptr<QLockFile> lock)
    : m_file(std::move(file))
    , m_access(access)
    , m_readOnlyReason(std::move(readOnlyReason))
    , m_lock(std::move(lock))
{
}

Workspace::Workspace(Workspace &&) noexcept = default;
Workspace &Workspace::operator=(Workspace &&) noexcept = default;
Workspace::~Workspace() = default;

Result<Workspace> Workspace::create(const QString &file, bool overwrite)
{
    if (overwrite)
        QFile::remove(file);
    try {
        SQLite::Database connection(file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        connection.exec(QStringLiteral("PRAGMA page_size=%1; PRAGMA application_id=%2; PRAGMA user_version=%3;")
                            .arg(Schema::pageSize).arg(Schema::applicationId).arg(Schema::currentVersion)
                            .toStdString());
        connection.exec("BEGIN; " + Schema::migration(1).toStdString() + " COMMIT;");
    } catch (const SQLite::Exception &exception) {
        return Error{Error::Kind::File, QString::fromUtf8(exception.what()), file};
    }
    return open(file, Access::Write);
}

Result<Workspace> Workspace::open(const QString &file, Access access, const Progress &)
{
    return Workspace(file, access == Access::Read ? Access::Read : Access::Write, {}, nullptr);
}

Result<Database> Workspace::connect(Database::Mode mode) const
{
    return Database::open(m_file, mode);
}
