#pragma once

#include <QIcon>
#include <QString>
#include <QStringList>

class Display;

/// The 16 px line icons of resources/icons.
namespace Icons {

/// An icon that is tinted whenever it is painted: with \a token of the display's theme of that
/// moment, "disabled" when disabled, "primary" when checked. Icons with a direction (chevrons,
/// undo, panel, list, send) are mirrored in right-to-left. \a display must outlive the icon. An
/// unknown name asserts.
[[nodiscard]] QIcon icon(const QString &name, const Display &display, const char *token = "text2");
/// The program's own mark: a teal rounded square. Never tinted or mirrored.
[[nodiscard]] QIcon logo();
/// Every name that icon() knows.
[[nodiscard]] QStringList names();
/// Whether the icon is mirrored in right-to-left.
[[nodiscard]] bool isMirrored(const QString &name);

} // namespace Icons
