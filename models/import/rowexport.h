#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/import/kinds.h"
#include "models/workspace/workspace.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace Import {

/// Writes the rows of \a kind (moments in UTC, amounts in major units) with the headings of the
/// import, customer attributes and event properties as further columns, so that importing the file
/// gives the same rows: a workbook where the name ends in .xlsx, else CSV. An existing file is
/// replaced when all is written. Returns the number of rows.
Result<qint64> exportRows(const Workspace &workspace, Kind kind, const QString &file,
                          const Progress &progress = {});

/// Name of the file that exportKinds() writes: "costs.csv". \a ending without a point.
[[nodiscard]] QString exportFileName(Kind kind, const QString &ending);

/// Writes one file a kind of \a kinds, see exportRows(), into \a directory, which is made where it
/// does not exist; \a ending is csv or xlsx. All or nothing: the files appear, and replace those of
/// the same names, when the last one is whole. Returns their paths.
Result<QStringList> exportKinds(const Workspace &workspace, const QList<Kind> &kinds,
                                const QString &directory, const QString &ending,
                                const Progress &progress = {});

/// How many rows the workspace has of each kind.
Result<QMap<Kind, qint64>> rowCounts(const Workspace &workspace, const Progress &progress = {});

/// Writes customers.csv, transactions.csv, events.csv, costs.csv and surveys.csv into \a directory,
/// which is made where it does not exist. Returns the paths.
Result<QStringList> exportAll(const Workspace &workspace, const QString &directory,
                              const Progress &progress = {});

} // namespace Import
