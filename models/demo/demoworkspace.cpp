#include "models/demo/demoworkspace.h"

#include "models/demo/demotruth.h"
#include "models/demo/workspacewriter.h"
#include "models/lifecycle/lifecycle.h"
#include "models/workspace/settings.h"
#include "models/workspace/workspace.h"
#include "models/workspace/writerlock.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <array>
#include <cstdio>

namespace Demo {
namespace {

void addAttributes(SQLite::Database &connection)
{
    struct Attribute
    {
        const char *name;
        const char *title;
        const char *type;
        const char *sqlType;
    };
    constexpr std::array attributes{Attribute{"sector", "Sector", "text", "TEXT"},
                                    Attribute{"name_ar", "Name (Arabic)", "text", "TEXT"},
                                    Attribute{"loyalty", "Loyalty programme", "text", "TEXT"},
                                    Attribute{"employees", "Employees", "number", "INTEGER"}};
    for (const Attribute &attribute : attributes) {
        connection.exec(std::string("ALTER TABLE customer_attribute ADD COLUMN ") + attribute.name
                        + ' ' + attribute.sqlType);
        SQLite::Statement insert(connection,
                                 "INSERT INTO attribute(column_name, title, type) VALUES(?, ?, ?)");
        insert.bind(1, attribute.name);
        insert.bind(2, attribute.title);
        insert.bind(3, attribute.type);
        insert.exec();
    }
}

Result<void> writeSettings(Database &database, const DemoOptions &options)
{
    const Truth truth;
    WorkspaceSettings settings;
    settings.nameEnglish = QStringLiteral("Rawafid Supplies");
    settings.nameArabic = QStringLiteral("روافد للتوريد");
    settings.currency = Currency{QStringLiteral("SAR")};
    settings.margin = truth.margin;
    settings.annualDiscountRate = truth.annualDiscountRate;
    settings.horizonMonths = truth.horizonMonths;
    settings.clvModel = QStringLiteral("pareto-nbd");
    settings.isDemo = true;
    const Lifecycle::LifecycleModel lifecycle = Lifecycle::businessTemplateWithAdvocacy();
    settings.lifecycleName = lifecycle.name;
    if (const Result<void> saved = Settings::save(database, settings); !saved)
        return saved;
    const QByteArray truthText =
        QJsonDocument(toJson(truth, options)).toJson(QJsonDocument::Compact);
    if (const Result<void> saved = Settings::setValue(database, QString::fromLatin1(truthKey),
                                                      QString::fromUtf8(truthText));
        !saved)
        return saved;
    return Lifecycle::save(database, lifecycle);
}

Result<void> fill(const Workspace &workspace, const DemoOptions &options, const Progress &progress)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    const Result<bool> written = database->attempt([&](SQLite::Database &connection) -> bool {
        SQLite::Transaction transaction(connection);
        addAttributes(connection);
        if (!WorkspaceWriter(connection, options, progress).write())
            return false; // rolled back
        progress.report(0.98, QCoreApplication::translate("Demo", "Saving"));
        transaction.commit();
        return true;
    });
    if (!written)
        return written.error();
    if (!*written)
        return Error::cancelled();
    return writeSettings(*database, options);
}

/// Only an earlier demo may be replaced: anything else at that place belongs to somebody.
Result<void> requireReplaceable(const QString &file)
{
    if (!QFileInfo::exists(file))
        return {};
    const Error inTheWay{Error::Kind::File,
                         QCoreApplication::translate(
                             "Demo", "%1 exists and is not a demo workspace. Choose another name.")
                             .arg(QFileInfo(file).fileName()),
                         file};
    const Result<Workspace> workspace = Workspace::open(file, Workspace::Access::Read);
    if (!workspace)
        return inTheWay;
    Result<Database> database = workspace->connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const Result<WorkspaceSettings> settings = Settings::load(*database);
    return settings && settings->isDemo ? Result<void>() : Result<void>(inTheWay);
}

} // namespace
} // namespace Demo

Result<void> createDemoWorkspace(const QString &file, const DemoOptions &options,
                                 const Progress &progress)
{
    if (const Result<void> valid = Demo::validate(options); !valid)
        return valid;
    if (const Result<void> replaceable = Demo::requireReplaceable(file); !replaceable)
        return replaceable;
    const Result<WriterLock> lock = WriterLock::acquire(QFileInfo(file).absoluteFilePath());
    if (!lock)
        return lock.error();
    // Under another name first: whatever bears the final name is whole, also after a crash.
    const QString part = file + QStringLiteral(".part");
    Result<void> outcome;
    {
        const Result<Workspace> workspace = Workspace::create(part, true);
        if (!workspace)
            return workspace.error();
        outcome = Demo::fill(*workspace, options, progress);
    }
    if (outcome
        && std::rename(QFile::encodeName(part).constData(), QFile::encodeName(file).constData())
               != 0)
        outcome = Error{Error::Kind::File,
                        QCoreApplication::translate(
                            "Demo", "%1 cannot be written. Choose another name or folder.")
                            .arg(QFileInfo(file).fileName()),
                        file};
    if (!outcome)
        QFile::remove(part);
    return outcome;
}
