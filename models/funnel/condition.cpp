#include "models/funnel/condition.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
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

QList<PropertyEquals> readWhere(JsonReader &reader, Condition &condition)
{
    const QJsonObject where = reader.object(u"where"_s);
    if (isRuleTree(where)) {
        const Result<Segments::Rule> rule =
            Segments::parseRule(where, reader.pathOf(u"where"_s));
        if (rule)
            condition.rule = *rule;
        else
            reader.refuse(rule.error().message);
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

/// The place of a number or a day on one line; nothing: neither.
std::optional<double> orderOf(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (isNumber)
        return number;
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? std::optional<double>(double(day.toJulianDay())) : std::nullopt;
}

QJsonArray valuesOf(const Segments::Condition &condition)
{
    return condition.value.isArray() ? condition.value.toArray() : QJsonArray{condition.value};
}

/// Whether a stored value, as text, meets one line of a rule.
bool meets(const QString &stored, const Segments::Condition &condition)
{
    using enum Segments::Operator;
    const QJsonArray wanted = valuesOf(condition);
    const auto isAmong = [&] {
        return !stored.isEmpty() && std::any_of(wanted.begin(), wanted.end(), [&](const QJsonValue &value) {
            return valueEquals(stored, value);
        });
    };
    const std::optional<double> place = orderOf(stored);
    const auto compared = [&](auto holds, qsizetype at = 0) {
        return place && holds(*place, *orderOf(propertyText(wanted.at(at))));
    };
    switch (condition.op) {
    case Equals:
    case OneOf:
        return isAmong();
    case NotEquals:
    case NoneOf:
        return !isAmong();
    case Less:
        return compared(std::less<>());
    case AtMost:
        return compared(std::less_equal<>());
    case More:
        return compared(std::greater<>());
    case AtLeast:
        return compared(std::greater_equal<>());
    case Between:
        return compared(std::greater_equal<>()) && compared(std::less_equal<>(), 1);
    case Contains:
        return !stored.isEmpty() && stored.contains(propertyText(wanted.first()), Qt::CaseInsensitive);
    case Known:
        return !stored.isEmpty();
    case Missing:
        return stored.isEmpty();
    }
    Q_UNREACHABLE();
}

/// Refuses a line about an event property that cannot be judged.
Result<void> checkPropertyLine(const Segments::Condition &condition, const QString &path)
{
    using enum Segments::Operator;
    if (condition.hasPeriod()) {
        return JsonReader::definitionError(
            QCoreApplication::translate("Funnel",
                                        "The field \"%1\" asks for the event property \"%2\", which is no "
                                        "count or sum, so it takes no period.")
                .arg(path, condition.field));
    }
    const bool compares = condition.op == Less || condition.op == AtMost || condition.op == More
                          || condition.op == AtLeast || condition.op == Between;
    const QJsonArray wanted = valuesOf(condition);
    if (compares && !std::all_of(wanted.begin(), wanted.end(), [](const QJsonValue &value) {
            return orderOf(propertyText(value)).has_value();
        })) {
        return JsonReader::definitionError(
            QCoreApplication::translate("Funnel",
                                        "The field \"%1\" must compare the event property \"%2\" with a "
                                        "number or a day such as 2025-06-30.")
                .arg(path, condition.field));
    }
    return {};
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
        const bool isList = reader.value(u"event"_s).isArray();
        QStringList names =
            isList ? reader.texts(u"event"_s) : QStringList{reader.text(u"event"_s)};
        names.removeDuplicates();
        if (names.isEmpty() || names.contains(QString())) {
            reader.refuse(
                QCoreApplication::translate(
                    "Funnel",
                    "The field \"%1\" is empty. Name an event, or write null for any event.")
                    .arg(reader.pathOf(u"event"_s)));
            return condition;
        }
        condition.event = names.takeFirst();
        condition.alternatives = names;
    }
    condition.where = readWhere(reader, condition);
    return condition;
}

Condition readConditionField(JsonReader &reader, const QString &field)
{
    if (!reader.has(field))
        return {};
    const QJsonValue value = reader.value(field);
    if (value.isString())
        return {value.toString(), {}};
    if (value.isArray()) {
        QStringList names = reader.texts(field);
        if (!names.isEmpty())
            return {names.takeFirst(), {}, {}, names};
    }
    JsonReader inner(reader.object(field), reader.pathOf(field));
    const Condition condition = readCondition(inner);
    if (const Result<void> checked = inner.finish(); !checked)
        reader.refuse(checked.error().message);
    return condition;
}

void writeCondition(QJsonObject &json, const Condition &condition)
{
    if (condition.alternatives.isEmpty())
        json.insert(u"event"_s, condition.event ? QJsonValue(*condition.event) : QJsonValue());
    else
        json.insert(u"event"_s, QJsonArray::fromStringList(condition.names()));
    if (condition.rule)
        json.insert(u"where"_s, Segments::toJson(*condition.rule));
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

Result<EventRule> EventRule::make(const EventLog &log, const Segments::Rule &rule,
                                  const QString &path)
{
    EventRule result;
    result.m_kind = rule.kind;
    if (rule.kind != Segments::Rule::Kind::Condition) {
        for (const Segments::Rule &part : rule.rules) {
            Result<EventRule> made = make(log, part, path);
            if (!made)
                return made;
            result.m_parts.push_back(*std::move(made));
        }
        return result;
    }
    const Result<PropertyPtr> column = log.property(rule.condition.field);
    if (!column)
        return column.error();
    const bool isOfEvents = *column && !(*column)->ofEvent.empty();
    if (!isOfEvents && log.canJudge()) {
        Result<std::vector<std::uint8_t>> actors = log.judge(rule);
        if (!actors) {
            Error error = actors.error();
            error.message = path + u": "_s + error.message;
            return error;
        }
        result.m_actors = *std::move(actors);
        return result;
    }
    if (!*column)
        return unknownProperty(path, rule.condition.field);
    if (const Result<void> checked = checkPropertyLine(rule.condition, path); !checked)
        return checked.error();
    result.m_column = *column;
    for (const QString &value : (*column)->values)
        result.m_accepted.push_back(char(meets(value, rule.condition)));
    return result;
}

bool EventRule::holds(std::size_t actor, std::size_t event) const
{
    const auto does = [&](const EventRule &part) { return part.holds(actor, event); };
    switch (m_kind) {
    case Segments::Rule::Kind::All:
        return std::all_of(m_parts.begin(), m_parts.end(), does);
    case Segments::Rule::Kind::Any:
        return std::any_of(m_parts.begin(), m_parts.end(), does);
    case Segments::Rule::Kind::None:
        return std::none_of(m_parts.begin(), m_parts.end(), does);
    case Segments::Rule::Kind::Condition:
        break;
    }
    if (m_column)
        return m_accepted[m_column->code(actor, event)];
    return actor < m_actors.size() && m_actors[actor] != 0;
}

Result<EventMatcher> EventMatcher::make(const EventLog &log, const Condition &condition,
                                        const QString &path, bool mayBeUnknown)
{
    EventMatcher matcher;
    matcher.m_codes = log.codes();
    const QStringList names = condition.names();
    matcher.m_takesAny = names.isEmpty();
    for (qsizetype i = 0; i < names.size(); ++i) {
        const int code = log.nameCode(names[i]);
        if (code >= 0) {
            matcher.m_names.push_back(code);
            continue;
        }
        const bool isSlip = !similarName(log.names(), names[i]).isEmpty();
        if (!mayBeUnknown || isSlip) {
            const QString field = names.size() > 1 ? u"%1.event[%2]"_s.arg(path).arg(i) : path + u".event"_s;
            return unknownEvent(log, field, names[i]);
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
    if (condition.rule) {
        Result<EventRule> rule = EventRule::make(log, *condition.rule, path + u".where"_s);
        if (!rule)
            return rule.error();
        matcher.m_rule = *std::move(rule);
    }
    return matcher;
}

} // namespace Funnel
