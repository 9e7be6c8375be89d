#pragma once

#include "models/core/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QSet>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <optional>

/// Reads one JSON object of a definition strictly: every field is of the expected type, and a field
/// that nobody asked for is an error that names it. The first error wins; finish() returns it.
///
/// \code
/// JsonReader reader(json, u"steps[0]"_s);
/// step.event = reader.text(u"event"_s);
/// if (const auto checked = reader.finish(); !checked)
///     return checked.error();
/// \endcode
class JsonReader
{
public:
    /// \a path is where the object stands, for the sentences; empty: at the top.
    explicit JsonReader(QJsonObject object, QString path = {});

    /// Whether the field is there and not null. The field counts as known from now on.
    bool has(const QString &field);
    QString text(const QString &field, const QString &fallback = {});
    /// One of \a words.
    QString word(const QString &field, const QStringList &words, const QString &fallback);
    double number(const QString &field, double fallback, double lowest, double highest);
    qint64 integer(const QString &field, qint64 fallback, qint64 lowest, qint64 highest);
    bool flag(const QString &field, bool fallback);
    QStringList texts(const QString &field);
    QJsonObject object(const QString &field);
    /// The objects of an array; an element of another type is an error.
    QList<QJsonObject> objects(const QString &field);
    QJsonArray array(const QString &field);
    /// The value as it is, null included.
    QJsonValue value(const QString &field);

    /// "steps[0].event"
    [[nodiscard]] QString pathOf(const QString &field) const;
    /// Keeps \a message as this object's error unless there is one already.
    void refuse(const QString &message);
    /// An error of Kind::Definition about \a field, for checks across fields.
    [[nodiscard]] static Error definitionError(const QString &message);

    /// The first error, or the first field that nothing asked for.
    [[nodiscard]] Result<void> finish() const;

private:
    void wrongType(const QString &field, const QString &message);

    QJsonObject m_object;
    QString m_path;
    QSet<QString> m_known;
    std::optional<Error> m_error;
};
