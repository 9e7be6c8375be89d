#include "app/cli/allcommands.h"

#include "app/cli/workspaceaccess.h"
#include "models/funnel/analyse.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonParseError>

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

constexpr qint64 largestDefinition = 8 << 20; ///< bytes; a definition is a page of text

Syntax syntax()
{
    return {u"analyse"_s,
            u"WORKSPACE DEFINITION.json"_s,
            2,
            2,
            QCoreApplication::translate(
                "Cli", "Answer a funnel, retention, path, transition or stage question."),
            {{u"json"_s,
              {},
              QCoreApplication::translate(
                  "Cli", "Print one JSON document (the default: the answer is JSON).")}}};
}

Result<QJsonObject> readDefinition(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{Error::Kind::File,
                     QCoreApplication::translate("Cli", "The definition cannot be read: %1.")
                         .arg(file.errorString()),
                     path};
    }
    if (file.size() > largestDefinition)
        return Error{Error::Kind::Definition,
                     QCoreApplication::translate("Cli", "The definition is larger than 8 MB."),
                     path};
    const QByteArray bytes = file.readAll();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return Error{Error::Kind::Definition,
                     QCoreApplication::translate("Cli", "The definition is not valid JSON: %1.")
                         .arg(problem.errorString()),
                     path, bytes.left(problem.offset).count('\n') + 1};
    }
    if (!document.isObject())
        return Error{Error::Kind::Definition,
                     QCoreApplication::translate("Cli", "The definition must be a JSON object."),
                     path};
    return document.object();
}

Outcome run(Words &words, const Surroundings &surroundings)
{
    const Result<QJsonObject> definition = readDefinition(words.operands().at(1));
    if (!definition)
        return Outcome::failed(definition.error());
    const Result<LoadedWorkspace> loaded =
        loadWorkspace(words.operands().first(), surroundings.progress.part(0, 0.5));
    if (!loaded)
        return Outcome::failed(loaded.error());
    const Result<QJsonObject> answer = Funnel::analyse(
        loaded->workspace, loaded->snapshot, *definition, surroundings.progress.part(0.5, 1));
    return answer ? Outcome::json(*answer) : Outcome::failed(answer.error());
}

} // namespace

Command analyseCommand() { return {syntax, run}; }

} // namespace Cli
