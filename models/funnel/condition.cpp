#include "models/funnel/condition.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

bool isRuleTree(const QJsonObject &where)
{
    for (const QString &group : {u"all"_s, u"any"_s, u"none"_s}) {
        if (where.value(group).isArray())
            return true;
    }
    return where.contains(u"field"_s) && where.contains(u"op"_s);
}

QList<PropertyEquals> readWhere(JsonReader &reader)
{
    const QJsonObject where = reader.object(u"where"_s);
    if (isRuleTree(where)) {
        reader.refuse(QCoreApplication::translate(
                          "Funnel",
                          "The field \"%1\" holds a segment rule, which funnels cannot read yet. "
                          "Write properties and their values instead, such as {\"category\": "
                          "\"coffee\"}.")
                          .arg(reader.pathOf(u"where"_s)));
        return {};
    }
    QList<PropertyEquals> result;
    for (auto pair = where.begin(); pair != where.end(); ++pair) {
        if (pair.value().isObject() || pair.value().isArray()) {
            reader.refuse(
                QCoreApplication::translate(
                    "Funnel", "The field \"%1.%2\" must be text, a number, true, false or null.")
                    .arg(reader.pathOf(u"where"_s), pair.key()));
            return {};
        }
        result.append({pair.key(), pair.value()});
    }
    return result;
}

/// Whether a stored value, as text, is what the definition asks for.
bool valueEquals(const QString &stored, const QJsonValue &wanted)
{
    if (stored.isEmpty())
        return wanted.isNull() || (wanted.isString() && wanted.toString().isEmpty());
    if (wanted.isBool())
        return stored.compare(propertyText(wanted), Qt::CaseInsensitive) == 0;
    if (wanted.isDouble()) {
        bool isNumber = false;
        const double number = stored.toDouble(&isNumber);
        return isNumber && number == wanted.toDouble();
    }
    return stored == wanted.toString();
}

/// Levenshtein distance.
int distance(const QString &a, const QString &b)
{
    std::vector<int> row(std::size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int above = row[std::size_t(j) + 1];
            row[std::size_t(j) + 1] =
                std::min({above + 1, row[std::size_t(j)] + 1,
                          diagonal + (a[i].toLower() == b[j].toLower() ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

} // namespace

Condition readCondition(JsonReader &reader)
{
    Condition condition;
    if (reader.has(u"event"_s)) {
        condition.event = reader.text(u"event"_s);
        if (condition.event->isEmpty()) {
            reader.refuse(
                QCoreApplication::translate(
                    "Funnel",
                    "The field \"%1\" is empty. Name an event, or write null for any event.")
                    .arg(reader.pathOf(u"event"_s)));
        }
    }
    condition.where = readWhere(reader);
    return condition;
}

Condition readConditionField(JsonReader &reader, const QString &field)
{
    if (!reader.has(field))
        return {};
    const QJsonValue value = reader.value(field);
    if (value.isString())
        return {value.toString(), {}};
    JsonReader inner(reader.object(field), reader.pathOf(field));
    const Condition condition = readCondition(inner);
    if (const Result<void> checked = inner.finish(); !checked)
        reader.refuse(checked.error().message);
    return condition;
}

void writeCondition(QJsonObject &json, const Condition &condition)
{
    json.insert(u"event"_s, condition.event ? QJsonValue(*condition.event) : QJsonValue());
    if (condition.where.isEmpty())
        return;
    QJsonObject where;
    for (const PropertyEquals &test : condition.where)
        where.insert(test.property, test.value);
    json.insert(u"where"_s, where);
}

QString similarName(const QStringList &names, const QString &name)
{
    // Short names such as "a" and "b" differ by one letter without being slips.
    if (name.size() < 4)
        return {};
    const int most = name.size() < 8 ? 1 : 2;
    QString best;
    int least = most + 1;
    for (const QString &known : names) {
        if (std::abs(known.size() - name.size()) > most)
            continue;
        if (const int apart = distance(known, name); apart < least) {
            least = apart;
            best = known;
        }
    }
    return best;
}

Error unknownEvent(const EventLog &log, const QString &path, const QString &name)
{
    const QString similar = similarName(log.names(), name);
    if (!similar.isEmpty()) {
        return JsonReader::definitionError(
            QCoreApplication::translate("Funnel",
                                        "The field \"%1\" names the event \"%2\", which never "
                                        "occurs in this workspace. Did you mean \"%3\"?")
                .arg(path, name, similar));
    }
    return JsonReader::definitionError(
        QCoreApplication::translate(
            "Funnel",
            "The field \"%1\" names the event \"%2\", which never occurs in this workspace.")
            .arg(path, name));
}

Error unknownProperty(const QString &path, const QString &name)
{
    return JsonReader::definitionError(
        QCoreApplication::translate("Funnel",
                                    "The field \"%1\" names the property \"%2\", which no event "
                                    "and no customer of this workspace has.")
            .arg(path, name));
}

Result<EventMatcher> EventMatcher::make(const EventLog &log, const Condition &condition,
                                        const QString &path, bool mayBeUnknown)
{
    EventMatcher matcher;
    matcher.m_codes = log.codes();
    if (condition.event) {
        matcher.m_name = log.nameCode(*condition.event);
        if (matcher.m_name < 0) {
            const bool isSlip = !similarName(log.names(), *condition.event).isEmpty();
            if (!mayBeUnknown || isSlip)
                return unknownEvent(log, path + u".event"_s, *condition.event);
            matcher.m_name = unknownName;
        }
    }
    for (const PropertyEquals &wanted : condition.where) {
        const Result<PropertyPtr> column = log.property(wanted.property);
        if (!column)
            return column.error();
        if (!*column)
            return unknownProperty(path + u".where"_s, wanted.property);
        Test test{*column, {}};
        for (const QString &value : (*column)->values)
            test.accepted.push_back(char(valueEquals(value, wanted.value)));
        matcher.m_tests.push_back(std::move(test));
    }
    return matcher;
}

} // namespace Funnel
