#include "ui/style/ownwords.h"

#include "models/core/phrasebook.h"

#include <QCoreApplication>

QString inOwnWords(const QString &sentence)
{
    return sentence.isEmpty() ? sentence
                              : QCoreApplication::translate(Phrasebook::context, sentence.toUtf8().constData());
}

QString inOwnWords(const Error &error)
{
    Error said = error;
    said.message = inOwnWords(error.message);
    return said.oneLine();
}
