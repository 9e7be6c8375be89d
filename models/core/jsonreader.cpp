#include "models/core/jsonreader.h"

#include <QCoreApplication>

#include <cmath>

namespace {

} // namespace

JsonReader::JsonReader(QJsonObject object, QString path)
    : m_object(std::move(object)), m_path(std::move(path))
{}

QString JsonReader::pathOf(const QString &field) const
{
    return m_path.isEmpty() ? field : m_path + QLatin1Char('.') + field;
}

void JsonReader::refuse(const QString &message)
{
    if (!m_error)
        m_error = definitionError(message);
}

Error JsonReader::definitionError(const QString &message)
{
    return {Error::Kind::Definition, message};
}

void JsonReader::wrongType(const QString &field, const QString &message)
{
    refuse(message.arg(pathOf(field)));
}

bool JsonReader::has(const QString &field)
{
    m_known.insert(field);
    const QJsonValue found = m_object.value(field);
    return !found.isUndefined() && !found.isNull();
}

QJsonValue JsonReader::value(const QString &field)
{
    m_known.insert(field);
    return m_object.value(field);
}

QString JsonReader::text(const QString &field, const QString &fallback)
{
    if (!has(field))
        return fallback;
    const QJsonValue found = m_object.value(field);
    if (!found.isString()) {
        wrongType(field, QCoreApplication::translate("JsonReader", "The field \"%1\" must be text."));
        return fallback;
    }
    return found.toString();
}

QString JsonReader::word(const QString &field, const QStringList &words, const QString &fallback)
{
    const QString found = text(field, fallback);
    if (!words.contains(found)) {
        refuse(QCoreApplication::translate("JsonReader", "The field \"%1\" is \"%2\", but must be one of: %3.")
                   .arg(pathOf(field), found, words.join(QStringLiteral(", "))));
        return fallback;
    }
    return found;
}

double JsonReader::number(const QString &field, double fallback, double lowest, double highest)
{
    if (!has(field))
        return fallback;
    const QJsonValue found = m_object.value(field);
    if (!found.isDouble()) {
        wrongType(field, QCoreApplication::translate("JsonReader", "The field \"%1\" must be a number."));
        return fallback;
    }
    const double number = found.toDouble();
    if (!(number >= lowest && number <= highest)) {
        refuse(QCoreApplication::translate("JsonReader", "The field \"%1\" is %2, but must lie between %3 and %4.")
                   .arg(pathOf(field))
                   .arg(number, 0, 'g', 15)
                   .arg(lowest, 0, 'g', 15)
                   .arg(highest, 0, 'g', 15));
        return fallback;
    }
    return number;
}

qint64 JsonReader::integer(const QString &field, qint64 fallback, qint64 lowest, qint64 highest)
{
    const double found = number(field, double(fallback), double(lowest), double(highest));
    if (found != std::floor(found)) {
        wrongType(field,
                  QCoreApplication::translate("JsonReader", "The field \"%1\" must be a whole number."));
        return fallback;
    }
    return qint64(found);
}

bool JsonReader::flag(const QString &field, bool fallback)
{
    if (!has(field))
        return fallback;
    const QJsonValue found = m_object.value(field);
    if (!found.isBool()) {
        wrongType(field,
                  QCoreApplication::translate("JsonReader", "The field \"%1\" must be true or false."));
        return fallback;
    }
    return found.toBool();
}

QJsonArray JsonReader::array(const QString &field)
{
    if (!has(field))
        return {};
    const QJsonValue found = m_object.value(field);
    if (!found.isArray())
        wrongType(field, QCoreApplication::translate("JsonReader", "The field \"%1\" must be a list."));
    return found.toArray();
}

QStringList JsonReader::texts(const QString &field)
{
    QStringList result;
    for (const QJsonValue &element : array(field)) {
        if (!element.isString()) {
            wrongType(field, QCoreApplication::translate("JsonReader", "The field \"%1\" must be a list of texts."));
            return {};
        }
        result.append(element.toString());
    }
    return result;
}

QJsonObject JsonReader::object(const QString &field)
{
    if (!has(field))
        return {};
    const QJsonValue found = m_object.value(field);
    if (!found.isObject())
        wrongType(field,
                  QCoreApplication::translate("JsonReader", "The field \"%1\" must be an object."));
    return found.toObject();
}

QList<QJsonObject> JsonReader::objects(const QString &field)
{
    QList<QJsonObject> result;
    for (const QJsonValue &element : array(field)) {
        if (!element.isObject()) {
            wrongType(field, QCoreApplication::translate("JsonReader", "The field \"%1\" must be a list of objects."));
            return {};
        }
        result.append(element.toObject());
    }
    return result;
}

Result<void> JsonReader::finish() const
{
    if (m_error)
        return *m_error;
    for (const QString &field : m_object.keys()) {
        if (!m_known.contains(field)) {
            return definitionError(
                QCoreApplication::translate("JsonReader", "The field \"%1\" is not known here. Remove it or "
                                     "correct its spelling.")
                    .arg(pathOf(field)));
        }
    }
    return {};
}
