#include "app/cli/command.h"
#include "app/voices.h"
#include "app/window/runwindow.h"
#include "ui/style/fonts.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace {

/// A language may also stand before the command: it goes behind all other words.
void moveLanguageBehind(int argc, char **argv)
{
    if (argc > 2 && std::strcmp(argv[1], "--language") == 0)
        std::rotate(argv + 1, argv + 3, argv + argc);
    else if (argc > 1 && std::strncmp(argv[1], "--language=", 11) == 0)
        std::rotate(argv + 1, argv + 2, argv + argc);
}

int printOverview(int &argc, char **argv, Language language)
{
    const QCoreApplication application(argc, argv);
    Voices voices;
    voices.setLanguage(language);
    std::fputs(Cli::overviewHelp().toUtf8().constData(), stdout);
    return 0;
}

int printAndExit(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stdout);
    return 0;
}

/// A file to open: anything that exists, and whatever ends like a workspace, so that the window can
/// say what is wrong with it.
bool looksLikeWorkspace(const char *word)
{
    const QString file = QString::fromLocal8Bit(word);
    return QFileInfo::exists(file) || file.endsWith(QStringLiteral(".qeema"));
}

/// A command that draws runs without a display too, whatever this session has.
int runCommand(const Cli::Command &command, int &argc, char **argv)
{
    if (!command.drawsCharts) {
        const QCoreApplication application(argc, argv);
        return Cli::runCommandLine(QCoreApplication::arguments().mid(1));
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir runtime; // Qt asks for one even without a session, and warns on standard error
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.path()));
    const QApplication application(argc, argv);
    loadFonts();
    return Cli::runCommandLine(QCoreApplication::arguments().mid(1));
}

} // namespace

int main(int argc, char *argv[])
{
    moveLanguageBehind(argc, argv);
    const char *first = argc > 1 ? argv[1] : "";
    if (std::strcmp(first, "--version") == 0)
        return printAndExit(QStringLiteral("qeema " QEEMA_VERSION "\n"));
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    const std::optional<Language> language = Cli::languageOf(words);
    if (std::strcmp(first, "--help") == 0)
        return printOverview(argc, argv, language.value_or(Language::English));
    if (const Cli::Command *command = Cli::findCommand(QString::fromLocal8Bit(first)))
        return runCommand(*command, argc, argv);
    const bool isForWindow = argc < 2 || std::strcmp(first, "--demo") == 0
                             || std::strncmp(first, "--language", 10) == 0
                             || looksLikeWorkspace(first);
    if (!isForWindow)
        return Cli::refuseCommand(QString::fromLocal8Bit(first));
    if (!language)
        return Cli::refuseLanguage();
    return runWindow(argc, argv);
}
