#pragma once

#include "models/core/result.h"
#include "models/core/strongid.h"
#include "models/import/importplan.h"
#include "models/workspace/workspace.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// What the workspace remembers of earlier imports, so that the next one need not be told again.
namespace Import {

/// The choices of a plan under a name.
struct SavedMapping
{
    QString name;
    Kind kind = Kind::Transactions;
    QJsonObject choices; ///< for ImportHints::choices
    QDateTime changed;

    bool operator==(const SavedMapping &) const = default;
};

/// All mappings, by name; those of other kinds than \a kind are left out where it is given.
Result<QList<SavedMapping>> savedMappings(const Workspace &workspace,
                                          std::optional<Kind> kind = {});
/// Keeps the choices of \a plan; a mapping of that name is replaced. Fails where the name is empty.
Result<void> saveMapping(const Workspace &workspace, const QString &name, const ImportPlan &plan);
/// Fails where there is no mapping of that name; the sentence lists those there are.
Result<SavedMapping> findMapping(const Workspace &workspace, const QString &name);
Result<void> removeMapping(const Workspace &workspace, const QString &name);

/// The choices of the newest import of \a kind whose file had these headings (order does not matter);
/// empty: there was none.
Result<QJsonObject> rememberedChoices(const Workspace &workspace, Kind kind,
                                      const QStringList &headings);

/// The plan to import the file of \a batch again with the same choices. Fails where the file has
/// gone, or where the table was pasted.
Result<ImportPlan> planAgain(const Workspace &workspace, BatchId batch);

/// An import that is not undone and read the very same file: same place, size and time.
Result<std::optional<BatchId>> importOfSameFile(const Workspace &workspace, const Source &source);

} // namespace Import
