#pragma once

#include "models/core/strongid.h"
#include "models/import/importplan.h"
#include "models/workspace/database.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Import {

/// Choices of an import under a name: where each column goes, by its heading, and how the file is
/// read. What toJson(ImportPlan) writes and what stays with every import, so that both can be made
/// again.
struct SavedMapping
{
    QString name;
    QJsonObject choices;

    bool operator==(const SavedMapping &) const = default;
};

/// A list of mappings as text to keep, and back; what is not one is left out.
[[nodiscard]] QByteArray toText(const QList<SavedMapping> &mappings);
[[nodiscard]] QList<SavedMapping> mappingsFromText(const QByteArray &text);

/// The headings that the choices are about, in their order.
[[nodiscard]] QStringList headingsOf(const QJsonObject &choices);
/// How many of \a headings the choices know.
[[nodiscard]] int matchedColumns(const QJsonObject &choices, const QStringList &headings);
/// The kind the choices are for; nothing: they are not those of a file.
[[nodiscard]] std::optional<Kind> kindOf(const QJsonObject &choices);

/// What has to be known before the file is looked at: encoding, delimiter, sheet, headings.
[[nodiscard]] ImportHints hintsOf(const QJsonObject &choices);
/// Gives every column whose heading the choices know the target, the order of dates and the decimal
/// mark that they name; other columns are not imported.
void reuseChoices(ImportPlan &plan, const QJsonObject &choices);

/// The choices of the newest import, not undone, of a file with the same headings; nothing: none.
Result<std::optional<QJsonObject>> rememberedChoices(Database &database, const QStringList &headings);
/// The choices of one import; empty where no file brought it.
Result<QJsonObject> choicesOf(Database &database, BatchId batch);

} // namespace Import
