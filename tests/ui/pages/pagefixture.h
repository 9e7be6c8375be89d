#pragma once

#include "ui/style/display.h"
#include "ui/style/fonts.h"
#include "ui/style/qeemastyle.h"

#include <QApplication>
#include <QTest>

/// What the tests of pages share: the application dressed as in the window, and a page shown in a
/// window of a usual size.
namespace PageFixture {

/// Fonts, style, palette and style sheet for \a display.
inline void dress(Display &display)
{
    loadFonts();
    QApplication::setLayoutDirection(display.direction());
    QApplication::setPalette(display.theme().palette());
    QApplication::setFont(display.font(Theme::TextRole::Body));
    qApp->setStyleSheet(display.theme().styleSheet(display.direction() == Qt::RightToLeft));
}

inline void failOnAnyWarning()
{
    QTest::failOnWarning(
        QRegularExpression(QStringLiteral("^(?!This plugin does not support ).*")));
}

inline bool show(QWidget &page, const QSize &size = {1180, 760})
{
    page.resize(size);
    page.show();
    return QTest::qWaitForWindowExposed(&page);
}

/// Widgets that the keyboard reaches must say what they are.
inline QStringList namelessFocusable(const QWidget &page)
{
    QStringList nameless;
    for (const QWidget *widget : page.findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisibleTo(&page)
            || widget->focusProxy())
            continue;
        const QVariant text = widget->property("text");
        if (widget->accessibleName().isEmpty() && text.toString().isEmpty()
            && QString::fromLatin1(widget->objectName().toLatin1())
                   != QStringLiteral("qt_spinbox_lineedit"))
            nameless.append(QString::fromLatin1(widget->metaObject()->className()) + u' '
                            + widget->objectName());
    }
    return nameless;
}

} // namespace PageFixture
