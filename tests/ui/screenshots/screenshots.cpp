// Renders every page of the demo workspace in both languages and themes to PNG files, for looking
// at. Not a test: nothing is compared.

#include "app/window/appearance.h"
#include "app/window/windowcontroller.h"
#include "models/demo/demoworkspace.h"
#include "ui/pages/lifetimevalue/lifetimevaluepage.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

/// Lets the event loop run until \a until says so, at most a minute.
bool wait(const std::function<bool()> &until)
{
    QEventLoop loop;
    QTimer poll;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (until())
            loop.exit(0);
    });
    QObject::connect(&limit, &QTimer::timeout, &loop, [&] { loop.exit(1); });
    poll.start(20);
    limit.start(60000);
    return loop.exec() == 0;
}

void settle()
{
    QEventLoop loop;
    QTimer::singleShot(350, &loop, &QEventLoop::quit);
    loop.exec();
}

class Photographer
{
public:
    Photographer(Appearance &appearance, WindowController &controller, QDir folder)
        : m_appearance(appearance), m_controller(controller), m_folder(std::move(folder))
    {}

    /// Every page in one language, theme and window size.
    bool takeAll(Language language, bool dark, const QSize &size)
    {
        AppearanceChoices choices = m_appearance.choices();
        choices.language = language;
        choices.digits = Digits::ByLocale;
        choices.theme =
            dark ? AppearanceChoices::ThemeChoice::Dark : AppearanceChoices::ThemeChoice::Light;
        m_appearance.choose(choices);
        m_controller.window().resize(size);
        if (!wait([&] {
                return m_controller.session().analysis() && m_controller.session().jobs().isIdle();
            }))
            return false;
        const QString suffix =
            u"-%1-%2-%3x%4.png"_s.arg(languageCode(language), dark ? u"dark"_s : u"light"_s)
                .arg(size.width())
                .arg(size.height());
        for (const QString &id :
             {u"overview"_s, u"data"_s, u"lifecycle"_s, u"clv"_s, u"equity"_s}) {
            m_controller.window().showPage(id);
            m_controller.window().setInspectorOpen(false);
            if (!take(id + suffix))
                return false;
            Page *page = m_controller.window().page(id);
            if (!page || !page->inspector())
                continue;
            if (auto *values = qobject_cast<LifetimeValuePage *>(page);
                values && m_controller.session().snapshot()->customers() > 100)
                values->showCustomer(m_controller.session().snapshot()->id(42));
            m_controller.window().setInspectorOpen(true);
            if (!take(id + u"-inspector"_s + suffix))
                return false;
        }
        return true;
    }

private:
    bool take(const QString &name)
    {
        settle();
        const bool saved = m_controller.window().grab().save(m_folder.filePath(name));
        QTextStream(stdout) << (saved ? "" : "not written: ") << m_folder.filePath(name)
                            << Qt::endl;
        return saved;
    }

    Appearance &m_appearance;
    WindowController &m_controller;
    QDir m_folder;
};

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Qeema"_s);
    if (argc < 2) {
        QTextStream(stderr) << "usage: screenshots FOLDER [WORKSPACE.qeema]\n";
        return 2;
    }
    QDir folder(QString::fromLocal8Bit(argv[1]));
    QTemporaryDir scratch;
    if (!folder.mkpath(u"."_s) || !scratch.isValid())
        return 1;
    // The person's own choices are neither read nor changed.
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, scratch.path());
    QString workspace = argc > 2 ? QString::fromLocal8Bit(argv[2])
                                 : scratch.filePath(u"Rawafid Supplies (demo).qeema"_s);
    if (argc <= 2) {
        const Result<void> made = createDemoWorkspace(workspace, {});
        if (!made) {
            QTextStream(stderr) << made.error().message << Qt::endl;
            return 1;
        }
    }
    Appearance appearance;
    WindowController controller(appearance);
    controller.window().resize(1440, 900);
    controller.window().show();
    controller.openFile(workspace);
    Photographer photographer(appearance, controller, folder);
    for (const Language language : {Language::English, Language::Arabic}) {
        for (const bool dark : {false, true}) {
            for (const QSize size : {QSize(1440, 900), QSize(1280, 720)}) {
                if (!photographer.takeAll(language, dark, size))
                    return 1;
            }
        }
    }
    return 0;
}
