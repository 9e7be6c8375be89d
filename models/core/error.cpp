#include "models/core/error.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace {

/// Whether \a sentence says \a word, not as part of a longer one.
bool says(const QString &sentence, const QString &word)
{
    const auto isWordless = [&](qsizetype at) {
        return at < 0 || at >= sentence.size() || !sentence.at(at).isLetterOrNumber();
    };
    for (qsizetype at = sentence.indexOf(word); at >= 0; at = sentence.indexOf(word, at + 1))
        if (isWordless(at - 1) && isWordless(at + word.size()))
            return true;
    return false;
}

} // namespace

QString Error::oneLine() const
{
    const QString name = QFileInfo(file).fileName();
    const bool isPlaced = says(message, name) && (line <= 0 || says(message, QString::number(line)))
                          && (column <= 0 || says(message, QString::number(column)));
    if (file.isEmpty() || isPlaced)
        return message.simplified();
    QString place = file;
    if (line > 0)
        place += u':' + QString::number(line);
    if (column > 0)
        place += u':' + QString::number(column);
    return (place + QStringLiteral(": ") + message).simplified();
}

Error Error::cancelled()
{
    return {Kind::Cancelled, QCoreApplication::translate("Error", "Cancelled. Nothing was changed.")};
}
