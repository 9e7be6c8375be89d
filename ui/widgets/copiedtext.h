#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// Text that leaves the program through the clipboard.
namespace CopiedText {

/// Without the marks of direction, which help on screen only.
[[nodiscard]] QString withoutMarks(QString text);
/// Rows of cells as spreadsheets paste them: tabs between cells, line ends between rows.
[[nodiscard]] QString table(const QList<QStringList> &rows);

} // namespace CopiedText
