#pragma once

#include "models/import/importjob.h"
#include "models/import/importplan.h"
#include "models/workspace/workspace.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// A workspace in a temporary folder, files beside it, and short ways to ask it questions.
class ImportBench
{
public:
    ImportBench()
    {
        Result<Workspace> made = Workspace::create(path(QStringLiteral("test.qeema")));
        if (made)
            m_workspace.emplace(std::move(*made));
        else
            qFatal("%s", qPrintable(made.error().message));
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] const Workspace &workspace() const { return *m_workspace; }
    [[nodiscard]] QString workspaceFile() const { return path(QStringLiteral("test.qeema")); }
    /// Closes the workspace and opens it again.
    void reopen()
    {
        m_workspace.reset();
        Result<Workspace> opened = Workspace::open(workspaceFile(), Workspace::Access::Write);
        if (opened)
            m_workspace.emplace(std::move(*opened));
        else
            qFatal("%s", qPrintable(opened.error().message));
    }
    void close() { m_workspace.reset(); }

    QString write(const QByteArray &content, const QString &name = QStringLiteral("rows.csv")) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }

    Result<Import::ImportOutcome> import(const QByteArray &content, Import::Kind kind,
                                         const Import::ImportHints &hints = {}) const
    {
        return importFile(write(content), kind, hints);
    }
    Result<Import::ImportOutcome> importFile(const QString &file, Import::Kind kind,
                                             const Import::ImportHints &hints = {},
                                             const Progress &progress = {}) const
    {
        const Result<Import::ImportPlan> plan = Import::planImport(file, kind, hints);
        if (!plan)
            return plan.error();
        return Import::runImport(workspace(), *plan, progress);
    }

    /// All rows of a query: cells with bars between them, NULL as "-", one text a row.
    [[nodiscard]] QStringList rows(const char *sql) const
    {
        Result<Database> database = workspace().connect(Database::Mode::ReadOnly);
        if (!database)
            return {database.error().message};
        const Result<QStringList> result = database->attempt([&](SQLite::Database &connection) {
            QStringList all;
            SQLite::Statement query(connection, sql);
            while (query.executeStep()) {
                QStringList cells;
                for (int i = 0; i < query.getColumnCount(); ++i)
                    cells.append(query.getColumn(i).isNull()
                                     ? QStringLiteral("-")
                                     : QString::fromUtf8(query.getColumn(i).getText()));
                all.append(cells.join(u'|'));
            }
            return all;
        });
        return result ? *result : QStringList{result.error().message};
    }
    [[nodiscard]] qint64 count(const char *table) const
    {
        return rows(("SELECT count(*) FROM " + std::string(table)).c_str())
            .constFirst()
            .toLongLong();
    }
    /// What is wrong with the workspace, nothing: sound.
    [[nodiscard]] QStringList problems() const
    {
        const Result<WorkspaceCheck> check = checkWorkspace(workspaceFile());
        return check ? check->problems : QStringList{check.error().message};
    }

private:
    QTemporaryDir m_folder;
    std::optional<Workspace> m_workspace;
};

/// Fails the test with the error's sentence.
#define VERIFY_OK(expression)                                                                      \
    do {                                                                                           \
        const auto &outcomeOfExpression = (expression);                                            \
        QVERIFY2(outcomeOfExpression.ok(),                                                         \
                 outcomeOfExpression.ok() ? ""                                                     \
                                          : qPrintable(outcomeOfExpression.error().oneLine()));    \
    } while (false)
