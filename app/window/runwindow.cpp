#include "app/window/runwindow.h"

#include "app/window/appearance.h"
#include "app/window/windowcontroller.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace {

/// Takes --language out of \a arguments; nothing where it is not there.
std::optional<Language> takeLanguage(QStringList &arguments)
{
    std::optional<Language> language;
    for (qsizetype i = arguments.size() - 1; i >= 0; --i) {
        if (arguments[i] == u"--language" && i + 1 < arguments.size()) {
            language = languageFromCode(arguments[i + 1]);
            arguments.remove(i, 2);
        } else if (arguments[i].startsWith(u"--language=")) {
            language = languageFromCode(arguments[i].section(u'=', 1));
            arguments.removeAt(i);
        }
    }
    return language;
}

} // namespace

int runWindow(int &argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Qeema"_s);
    QApplication::setOrganizationName(u"Qeema"_s);
    QApplication::setApplicationVersion(QStringLiteral(QEEMA_VERSION));
    QApplication::setDesktopFileName(u"qeema"_s);

    QStringList arguments = QApplication::arguments().mid(1);
    Appearance appearance;
    if (const std::optional<Language> language = takeLanguage(arguments)) {
        AppearanceChoices choices = appearance.choices();
        choices.language = *language;
        appearance.choose(choices);
    }
    WindowController controller(appearance);
    controller.window().restoreRememberedGeometry();
    controller.window().show();
    if (arguments.contains(u"--demo"_s))
        controller.openDemo();
    else if (!arguments.isEmpty())
        controller.openFile(arguments.first());
    return QApplication::exec();
}
