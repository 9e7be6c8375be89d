#include "app/window/runwindow.h"

#include "app/window/appearance.h"
#include "app/window/windowcontroller.h"

#include <QApplication>

using namespace Qt::StringLiterals;

int runWindow(int &argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Qeema"_s);
    QApplication::setOrganizationName(u"Qeema"_s);
    QApplication::setApplicationVersion(QStringLiteral(QEEMA_VERSION));
    QApplication::setDesktopFileName(u"qeema"_s);

    Appearance appearance;
    WindowController controller(appearance);
    controller.window().restoreRememberedGeometry();
    controller.window().show();
    const QStringList arguments = QApplication::arguments().mid(1);
    if (arguments.contains(u"--demo"_s))
        controller.openDemo();
    else if (!arguments.isEmpty())
        controller.openFile(arguments.first());
    return QApplication::exec();
}
