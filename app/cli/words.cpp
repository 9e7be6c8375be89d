#include "app/cli/command.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

constexpr int helpColumn = 26;

QList<Option> commonOptions()
{
    return {{u"language"_s, u"en|ar"_s,
             QCoreApplication::translate(
                 "Cli", "Language of messages and of what is made (default: en).")},
            {u"help"_s, {}, QCoreApplication::translate("Cli", "Print this help.")}};
}

QString optionLine(const Option &option)
{
    const QString words = u"  "_s + option.words();
    const QString gap = words.size() < helpColumn ? QString(helpColumn - words.size(), u' ')
                                                  : u'\n' + QString(helpColumn, u' ');
    return words + gap + option.description + u'\n';
}

} // namespace

QString Option::words() const
{
    return valueName.isEmpty() ? u"--"_s + name : u"--%1 %2"_s.arg(name, valueName);
}

QString Syntax::usageLine() const
{
    QString line = u"qeema "_s + name;
    if (!operands.isEmpty())
        line += u' ' + operands;
    QStringList alternatives;
    const auto closeAlternatives = [&] {
        if (!alternatives.isEmpty())
            line += u" (%1)"_s.arg(alternatives.join(u" | "_s));
        alternatives.clear();
    };
    for (const Option &option : options) {
        if (option.use == Option::Use::Alternative) {
            alternatives.append(option.words());
            continue;
        }
        closeAlternatives();
        const QString words = option.words();
        line += u' ';
        line += option.use == Option::Use::Required   ? words
                : option.use == Option::Use::Repeated ? u"[%1]…"_s.arg(words)
                                                      : u"[%1]"_s.arg(words);
    }
    closeAlternatives();
    return line;
}

QString Syntax::help() const
{
    QString text = QCoreApplication::translate("Cli", "Usage: %1").arg(usageLine()) + u"\n\n"_s
                   + summary + u"\n\n"_s;
    for (const Option &option : options + commonOptions())
        text += optionLine(option);
    return text;
}

Result<Words> Words::parse(const Syntax &syntax, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    for (const Option &option : syntax.options + commonOptions())
        parser.addOption(QCommandLineOption(option.name, option.description, option.valueName));
    if (!parser.parse(QStringList(u"qeema"_s) + arguments))
        return Error{Error::Kind::Definition, parser.errorText()};
    Words words;
    words.m_operands = parser.positionalArguments();
    for (const Option &option : syntax.options + commonOptions()) {
        if (!parser.isSet(option.name))
            continue;
        const QStringList values = parser.values(option.name);
        if (!option.valueName.isEmpty() && values.contains(QString())) {
            return Error{Error::Kind::Definition,
                         QCoreApplication::translate("Cli", "--%1 needs a value: %2.")
                             .arg(option.name, option.valueName)};
        }
        words.m_values.insert(option.name, values);
    }
    if (words.has(u"help"_s))
        return words;
    if (words.m_operands.size() < syntax.fewestOperands) {
        return Error{Error::Kind::Definition,
                     QCoreApplication::translate("Cli", "\"%1\" needs: %2.")
                         .arg(syntax.name, syntax.operands)};
    }
    if (words.m_operands.size() > syntax.mostOperands) {
        return Error{Error::Kind::Definition,
                     QCoreApplication::translate("Cli", "\"%1\" has nothing to do with \"%2\".")
                         .arg(syntax.name, words.m_operands.at(syntax.mostOperands))};
    }
    return words;
}

QString Words::text(const QString &option, const QString &fallback) const
{
    const auto found = m_values.constFind(option);
    return found == m_values.cend() ? fallback : found->last();
}

void Words::refuse(const QString &sentence)
{
    if (!m_problem)
        m_problem = sentence;
}

double Words::number(const QString &option, double fallback, double lowest, double highest,
                     bool lowestOpen)
{
    if (!has(option))
        return fallback;
    bool ok = false;
    const double value = QLocale::c().toDouble(text(option), &ok);
    const bool low = ok && (lowestOpen ? value <= lowest : value < lowest);
    if (!ok) {
        refuse(QCoreApplication::translate("Cli", "--%1 takes a number, not \"%2\".")
                   .arg(option, text(option)));
    } else if (low && lowestOpen) {
        refuse(QCoreApplication::translate("Cli", "--%1 must be above %2; %3 was given.")
                   .arg(option, QString::number(lowest), text(option)));
    } else if (low) {
        refuse(QCoreApplication::translate("Cli", "--%1 must be at least %2; %3 was given.")
                   .arg(option, QString::number(lowest), text(option)));
    } else if (value > highest) {
        refuse(QCoreApplication::translate("Cli", "--%1 must be at most %2; %3 was given.")
                   .arg(option, QString::number(highest), text(option)));
    } else if (value == value) {
        return value;
    } else {
        refuse(QCoreApplication::translate("Cli", "--%1 takes a number, not \"%2\".")
                   .arg(option, text(option)));
    }
    return fallback;
}

qint64 Words::integer(const QString &option, qint64 fallback, qint64 lowest, qint64 highest)
{
    if (!has(option))
        return fallback;
    bool ok = false;
    const qint64 value = text(option).toLongLong(&ok);
    if (!ok || value < lowest || value > highest) {
        refuse(QCoreApplication::translate("Cli",
                                           "--%1 takes a whole number from %2 to %3, not \"%4\".")
                   .arg(option, QString::number(lowest), QString::number(highest), text(option)));
        return fallback;
    }
    return value;
}

QDate Words::date(const QString &option)
{
    if (!has(option))
        return {};
    const QDate day = QDate::fromString(text(option), Qt::ISODate);
    if (!day.isValid())
        refuse(
            QCoreApplication::translate("Cli", "--%1 takes a date such as 2025-06-30, not \"%2\".")
                .arg(option, text(option)));
    return day;
}

QString Words::choice(const QString &option, const QStringList &choices)
{
    if (!has(option))
        return {};
    if (choices.contains(text(option)))
        return text(option);
    refuse(QCoreApplication::translate("Cli", "--%1 takes one of %2, not \"%3\".")
               .arg(option, choices.join(u", "_s), text(option)));
    return {};
}

Outcome Outcome::json(const QJsonObject &object)
{
    return printed(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)));
}

} // namespace Cli
