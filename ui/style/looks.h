#pragma once

#include <QVariant>

class QWidget;

/// The dynamic properties that resources/themes/qeema.qss selects by.
namespace Looks {

/// Gives \a widget one of the style sheet's looks: "card", "cardFooter", "popover", "rule",
/// "verticalRule", "nav", "page", "header", "inspector", "status", "dropZone", "message"; buttons
/// have their own kinds.
void set(QWidget *widget, const char *look);
/// Sets a property that the style sheet looks at ("invalid", "edited", "active", …) and styles
/// anew.
void setProperty(QWidget *widget, const char *name, const QVariant &value);

} // namespace Looks
