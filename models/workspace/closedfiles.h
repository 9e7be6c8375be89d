#pragma once

#include <QString>

/// Which workspaces this installation closed in good order, and how they were then: kept outside the
/// files, because what a file says about itself proves nothing. A file of which nothing is known, or
/// that is another one by now, is checked before anything else is done with it.
namespace ClosedFiles {

/// Remembers \a file, at rest and closed, as it is now. Failing to is no error: the file is then
/// checked when it is opened again.
void remember(const QString &file);
/// To be called before the file is written to: nothing is known about it until it is closed again.
void forget(const QString &file);
/// Whether \a file is as remember() found it: the same size, time and change counter, no journal.
[[nodiscard]] bool isAsRemembered(const QString &file);

} // namespace ClosedFiles
