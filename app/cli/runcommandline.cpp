#include "app/cli/command.h"

#include "app/cli/interruption.h"
#include "app/cli/terminalprogress.h"
#include "app/voices.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

const QString windowUsage = u"qeema [WORKSPACE.qeema] | qeema --demo | qeema COMMAND …"_s;

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

int misworded(const QString &sentence, const QString &usage)
{
    print(stderr, u"qeema: "_s + sentence + u'\n'
                      + QCoreApplication::translate("Cli", "Usage: %1").arg(usage) + u'\n');
    return WordsFault;
}

} // namespace

const Command *findCommand(const QString &name)
{
    const QList<Command> &all = commands();
    const auto found = std::ranges::find_if(
        all, [&](const Command &command) { return command.syntax().name == name; });
    return found == all.cend() ? nullptr : &*found;
}

QString overviewHelp()
{
    QString text = QCoreApplication::translate("Cli", "Usage: %1")
                       .arg(windowUsage)
                   + u"\n\n"_s
                   + QCoreApplication::translate(
                       "Cli", "Without a command the window opens. Commands need no display:")
                   + u"\n\n"_s;
    for (const Command &command : commands()) {
        const Syntax syntax = command.syntax();
        text += u"  "_s + syntax.name.leftJustified(14) + syntax.summary + u'\n';
    }
    return text + u'\n'
           + QCoreApplication::translate("Cli",
                                         "\"qeema COMMAND --help\" lists a command's options.")
           + u'\n';
}

std::optional<Language> languageOf(const QStringList &words)
{
    const qsizetype at = words.lastIndexOf(u"--language"_s);
    if (at >= 0)
        return at + 1 < words.size() ? languageFromCode(words.at(at + 1)) : std::nullopt;
    for (const QString &word : words) {
        if (word.startsWith(u"--language="_s))
            return languageFromCode(word.mid(11));
    }
    return Language::English;
}

int refuseLanguage()
{
    return misworded(QCoreApplication::translate("Cli", "--language takes en or ar."), windowUsage);
}

int refuseCommand(const QString &word)
{
    return misworded(QCoreApplication::translate("Cli", "There is no command \"%1\".").arg(word),
                     windowUsage);
}

int runCommandLine(const QStringList &arguments)
{
    const std::optional<Language> language = languageOf(arguments);
    Voices voices;
    voices.setLanguage(language.value_or(Language::English));
    const Command *command = findCommand(arguments.value(0));
    const Syntax syntax = command->syntax();
    if (!language)
        return misworded(QCoreApplication::translate("Cli", "--language takes en or ar."),
                         syntax.usageLine());
    Result<Words> words = Words::parse(syntax, arguments.mid(1));
    if (!words)
        return misworded(words.error().message, syntax.usageLine());
    if (words->has(u"help"_s)) {
        print(stdout, syntax.help());
        return Worked;
    }
    const Interruption interruption;
    const TerminalProgress progress(interruption.stopToken());
    const Outcome outcome = command->run(*words, {progress.progress(), NumberFormat(*language)});
    progress.clear();
    if (outcome.exitCode == WordsFault)
        return misworded(outcome.error, syntax.usageLine());
    print(stdout, outcome.output);
    if (!outcome.error.isEmpty())
        print(stderr, u"qeema: "_s + outcome.error + u'\n');
    return outcome.exitCode;
}

} // namespace Cli
