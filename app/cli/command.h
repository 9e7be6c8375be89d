#pragma once

#include "models/core/numberformat.h"
#include "models/core/progress.h"
#include "models/core/result.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

#include <limits>
#include <optional>

/// The command line: the same functions as the window, without a display.
namespace Cli {

enum ExitCode {
    Worked = 0,
    InputFault = 1, ///< the input, the file or the data: one line on standard error
    WordsFault = 2  ///< the command's words: one line on standard error and the usage
};

/// An option as --help lists it; unit and default belong into the description.
struct Option
{
    enum class Use {
        Optional,
        Required,
        Repeated,   ///< optional, any number of times
        Alternative ///< one of those that stand together
    };

    QString name;      ///< without the dashes
    QString valueName; ///< "N", "DATE"; empty: a switch
    QString description;
    Use use = Use::Optional;

    [[nodiscard]] QString words() const; ///< "--model MODEL"
};

/// A subcommand's words.
struct Syntax
{
    QString name;
    QString operands; ///< as in the usage line: "WORKSPACE FILE…"
    int fewestOperands = 1;
    int mostOperands = 1;
    QString summary;
    QList<Option> options;

    [[nodiscard]] QString usageLine() const;
    [[nodiscard]] QString help() const;
};

/// The words of one call. Reading a value that does not fit remembers the first problem, so that a
/// command reads all its options and then asks problem() once.
class Words
{
public:
    static Result<Words> parse(const Syntax &syntax, const QStringList &arguments);

    [[nodiscard]] const QStringList &operands() const { return m_operands; }
    [[nodiscard]] bool has(const QString &option) const { return m_values.contains(option); }
    [[nodiscard]] QString text(const QString &option, const QString &fallback = {}) const;
    [[nodiscard]] QStringList texts(const QString &option) const { return m_values.value(option); }

    /// A number within [lowest, highest]; \a lowestOpen: lowest itself is refused.
    double number(const QString &option, double fallback, double lowest,
                  double highest = std::numeric_limits<double>::infinity(),
                  bool lowestOpen = false);
    qint64 integer(const QString &option, qint64 fallback, qint64 lowest, qint64 highest);
    QDate date(const QString &option); ///< ISO; invalid when not given
    /// One of \a choices, or empty when not given.
    QString choice(const QString &option, const QStringList &choices);
    void refuse(const QString &sentence); ///< for rules between options

    [[nodiscard]] const std::optional<QString> &problem() const { return m_problem; }

private:
    QStringList m_operands;
    QHash<QString, QStringList> m_values;
    std::optional<QString> m_problem;
};

/// What a command may use of the world around it.
struct Surroundings
{
    Progress
        progress; ///< to standard error when that is a terminal; cancelled by SIGINT and SIGTERM
    NumberFormat format;
};

/// How a command ended: text for standard output, or why it failed.
struct Outcome
{
    int exitCode = Worked;
    QString output; ///< ends with a newline; with --json one document
    QString error;  ///< one line

    static Outcome printed(const QString &text) { return {Worked, text, {}}; }
    static Outcome json(const QJsonObject &object);
    static Outcome failed(const Error &error) { return {InputFault, {}, error.oneLine()}; }
    static Outcome misworded(const QString &sentence) { return {WordsFault, {}, sentence}; }
};

/// A subcommand: its words and what it does.
struct Command
{
    Syntax (*syntax)();
    Outcome (*run)(Words &words, const Surroundings &surroundings);
    bool drawsCharts = false; ///< needs a QApplication (offscreen)
};

/// Every subcommand in the order of the help.
[[nodiscard]] const QList<Command> &commands();
[[nodiscard]] const Command *findCommand(const QString &name);

/// Runs `qeema COMMAND …`; \a arguments begin with the command's name.
int runCommandLine(const QStringList &arguments);
/// Says that there is no such command; returns the exit code.
int refuseCommand(const QString &word);
/// Says which languages there are; returns the exit code.
int refuseLanguage();
/// The value of --language among \a words, English where there is none; empty: it is no language.
[[nodiscard]] std::optional<Language> languageOf(const QStringList &words);
/// The overview that `qeema --help` prints.
[[nodiscard]] QString overviewHelp();

} // namespace Cli
