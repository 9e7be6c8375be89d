#include "app/cli/definitionfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonParseError>

namespace Cli {
namespace {

constexpr qint64 largestDefinition = 8 << 20; ///< bytes; a definition is a page of text

} // namespace

Error inDefinition(Error error, const QString &path)
{
    if (error.kind == Error::Kind::Definition && error.file.isEmpty())
        error.file = path;
    return error;
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

} // namespace Cli
