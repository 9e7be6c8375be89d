#pragma once

#include "app/window/appearance.h"
#include "app/window/windowcontroller.h"
#include "models/demo/demoworkspace.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// The whole window over a small demo workspace, with settings of its own.
class WindowFixture
{
public:
    /// Before the first window of a test program.
    static void prepare()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("QeemaTest"));
        QCoreApplication::setApplicationName(QStringLiteral("QeemaTest"));
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QStandardPaths::setTestModeEnabled(true);
        static QTemporaryDir settings;
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
        QSettings().clear();
        QSettings().setValue(QStringLiteral("view/language"), QStringLiteral("en"));
        QSettings().setValue(QStringLiteral("view/theme"), 0);
    }

    WindowFixture()
        : appearance(std::make_unique<Appearance>())
        , controller(std::make_unique<WindowController>(*appearance))
    {
        window().resize(1440, 900);
        window().show();
        window().activateWindow();
        (void)QTest::qWaitForWindowActive(&window());
    }

    MainWindow &window() { return controller->window(); }
    Session &session() { return controller->session(); }

    /// Opens a copy of the demo workspace and waits for its numbers.
    bool openDemo()
    {
        const QString file = folder.filePath(QStringLiteral("demo-%1.qeema").arg(++copies));
        if (!QFile::copy(demoFile(), file))
            return false;
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        return open(file);
    }
    bool open(const QString &file)
    {
        QSignalSpy analysed(&session(), &Session::analysed);
        controller->openFile(file);
        return analysed.wait(60'000) && settle();
    }
    /// An empty workspace.
    bool create(const QString &name = QStringLiteral("empty.qeema"))
    {
        QSignalSpy changed(&session(), &Session::snapshotChanged);
        session().create(folder.filePath(name));
        return changed.wait(30'000) && settle();
    }
    /// Until no work is under way.
    bool settle()
    {
        return QTest::qWaitFor([this] { return session().jobs().isIdle(); }, 60'000);
    }
    template <typename T>
    T *find(const char *name)
    {
        return window().findChild<T *>(QString::fromLatin1(name));
    }
    /// Presses a key where the focus is, as somebody without a mouse does.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(focused(), key, modifiers);
    }
    /// Where keys go. Without a window manager nobody activates the window again behind a dialog.
    QWidget *focused()
    {
        if (!QApplication::focusWidget()) {
            window().activateWindow();
            (void)QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; });
        }
        QWidget *widget = QApplication::focusWidget();
        return widget ? widget : &window();
    }
    /// Presses Tab until the widget called \a name has the focus. False: the chain does not lead there.
    bool tabTo(const QString &name)
    {
        for (int presses = 0; presses < 200; ++presses) {
            if (focused()->objectName() == name)
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }
    /// Changes the language by its shortcut and waits for the direction that follows.
    bool changeLanguage(Qt::LayoutDirection direction)
    {
        if (window().layoutDirection() == direction)
            return true;
        QTest::keyClick(&window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        return QTest::qWaitFor([&] { return window().layoutDirection() == direction; }) && settle();
    }
    /// Types \a path into the open file dialog and accepts it.
    bool answerFileDialog(const QString &path)
    {
        QFileDialog *dialog = nullptr;
        if (!QTest::qWaitFor([&] {
                dialog = window().findChild<QFileDialog *>();
                return dialog && dialog->isVisible();
            }))
            return false;
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        return QTest::qWaitFor([&] { return !window().findChild<QFileDialog *>(); });
    }

    QTemporaryDir folder;
    std::unique_ptr<Appearance> appearance;
    std::unique_ptr<WindowController> controller;

private:
    /// Made once for the program.
    static QString demoFile()
    {
        static QTemporaryDir made;
        static const QString file = [] {
            const QString path = made.filePath(QStringLiteral("demo.qeema"));
            DemoOptions options;
            options.customers = 700;
            const Result<void> result = createDemoWorkspace(path, options);
            return result ? path : QString();
        }();
        return file;
    }
    int copies = 0;
};
