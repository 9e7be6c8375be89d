#include "models/segments/segment.h"

#include "models/core/jsonreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Segments {
namespace {

/// Deeper trees cannot be read by anybody, and reading one must not exhaust the stack.
constexpr int deepestGroup = 20;

struct OperatorName
{
    Operator op;
    QStringList names; ///< the first is written, all are read
};

const std::array<OperatorName, 12> &operatorNames()
{
    static const std::array<OperatorName, 12> names{{
        {Operator::Equals, {u"="_s, u"=="_s, u"eq"_s, u"is"_s, u"equals"_s}},
        {Operator::NotEquals, {u"!="_s, u"<>"_s, u"ne"_s, u"is_not"_s, u"not_equals"_s}},
        {Operator::Less, {u"<"_s, u"lt"_s}},
        {Operator::AtMost, {u"<="_s, u"le"_s, u"lte"_s}},
        {Operator::More, {u">"_s, u"gt"_s}},
        {Operator::AtLeast, {u">="_s, u"ge"_s, u"gte"_s}},
        {Operator::Between, {u"between"_s}},
        {Operator::OneOf, {u"in"_s, u"one_of"_s}},
        {Operator::NoneOf, {u"not_in"_s, u"none_of"_s}},
        {Operator::Contains, {u"contains"_s}},
        {Operator::Known, {u"known"_s, u"is_set"_s}},
        {Operator::Missing, {u"missing"_s, u"is_not_set"_s}},
    }};
    return names;
}

std::optional<Operator> operatorFromName(const QString &name)
{
    for (const OperatorName &known : operatorNames()) {
        if (known.names.contains(name))
            return known.op;
    }
    return {};
}

bool isScalar(const QJsonValue &value)
{
    return value.isString() || value.isDouble() || value.isBool();
}

QDate readDay(JsonReader &reader, const QString &field)
{
    const QString text = reader.text(field);
    if (text.isEmpty())
        return {};
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid()) {
        reader.refuse(QCoreApplication::translate(
                          "Segments", "The field \"%1\" is \"%2\", but must be a day such as "
                                      "2025-06-30.")
                          .arg(reader.pathOf(field), text));
    }
    return day;
}

/// The value must have the form that the operator needs.
void judgeValue(JsonReader &reader, const Condition &condition)
{
    const QString path = reader.pathOf(u"value"_s);
    switch (condition.op) {
    case Operator::Known:
    case Operator::Missing:
        return;
    case Operator::Between: {
        const QJsonArray ends = condition.value.toArray();
        if (ends.size() != 2 || !isScalar(ends[0]) || !isScalar(ends[1])) {
            reader.refuse(QCoreApplication::translate(
                              "Segments", "The field \"%1\" must be a list of two values: the "
                                          "lowest and the highest.")
                              .arg(path));
        } else if (ends[0].isDouble() && ends[1].isDouble()
                   && ends[0].toDouble() > ends[1].toDouble()) {
            reader.refuse(QCoreApplication::translate(
                              "Segments",
                              "The field \"%1\" has its lowest value above its highest. Swap them.")
                              .arg(path));
        }
        return;
    }
    case Operator::OneOf:
    case Operator::NoneOf: {
        const QJsonArray values = condition.value.toArray();
        if (values.isEmpty() || !std::all_of(values.begin(), values.end(), isScalar)) {
            reader.refuse(QCoreApplication::translate(
                              "Segments",
                              "The field \"%1\" must be a list with at least one text or number.")
                              .arg(path));
        }
        return;
    }
    default:
        if (!isScalar(condition.value)) {
            reader.refuse(QCoreApplication::translate(
                              "Segments", "The field \"%1\" is missing, or neither text nor number.")
                              .arg(path));
        }
    }
}

Result<Rule> conditionFromJson(const QJsonObject &json, const QString &path)
{
    JsonReader reader(json, path);
    Condition condition;
    condition.field = reader.text(u"field"_s);
    const QString op = reader.text(u"op"_s, u"="_s);
    condition.value = reader.value(u"value"_s);
    condition.withinDays = int(reader.integer(u"within_days"_s, 0, 1, 36500));
    condition.from = readDay(reader, u"from"_s);
    condition.until = readDay(reader, u"until"_s);
    if (const std::optional<Operator> known = operatorFromName(op)) {
        condition.op = *known;
        judgeValue(reader, condition);
    } else {
        QStringList names;
        for (const OperatorName &name : operatorNames())
            names.append(name.names.first());
        reader.refuse(QCoreApplication::translate(
                          "Segments", "The field \"%1\" is \"%2\", but must be one of: %3.")
                          .arg(reader.pathOf(u"op"_s), op, names.join(u", "_s)));
    }
    if (condition.field.isEmpty()) {
        reader.refuse(QCoreApplication::translate("Segments", "The field \"%1\" is missing.")
                          .arg(reader.pathOf(u"field"_s)));
    }
    if (condition.from.isValid() && condition.until.isValid() && condition.from > condition.until) {
        reader.refuse(QCoreApplication::translate(
                          "Segments", "The field \"%1\" lies after \"%2\". Swap the two days.")
                          .arg(reader.pathOf(u"from"_s), reader.pathOf(u"until"_s)));
    }
    if (condition.withinDays > 0 && (condition.from.isValid() || condition.until.isValid())) {
        reader.refuse(QCoreApplication::translate(
                          "Segments", "The field \"%1\" excludes \"from\" and \"until\". Keep one "
                                      "way to name the period.")
                          .arg(reader.pathOf(u"within_days"_s)));
    }
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    return Rule::of(std::move(condition));
}

Result<Rule> ruleFromJson(const QJsonObject &json, const QString &path, int depth)
{
    if (depth > deepestGroup) {
        return JsonReader::definitionError(
            QCoreApplication::translate("Segments", "The field \"%1\" nests groups more than %2 "
                                                    "deep. Flatten the rule.")
                .arg(path)
                .arg(deepestGroup));
    }
    if (json.contains(u"field"_s))
        return conditionFromJson(json, path);
    constexpr std::array kinds{Rule::Kind::All, Rule::Kind::Any, Rule::Kind::None};
    const std::array names{u"all"_s, u"any"_s, u"none"_s};
    JsonReader reader(json, path);
    std::vector<Rule> groups;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (!json.contains(names[i]))
            continue;
        std::vector<Rule> rules;
        const QList<QJsonObject> parts = reader.objects(names[i]);
        for (int part = 0; part < parts.size(); ++part) {
            Result<Rule> rule = ruleFromJson(
                parts[part], u"%1[%2]"_s.arg(reader.pathOf(names[i])).arg(part), depth + 1);
            if (!rule)
                return rule;
            rules.push_back(*std::move(rule));
        }
        groups.push_back(Rule::group(kinds[i], std::move(rules)));
    }
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    if (groups.empty()) {
        return JsonReader::definitionError(
            QCoreApplication::translate(
                "Segments", "The rule \"%1\" holds neither \"field\" nor one of \"all\", \"any\" "
                            "and \"none\".")
                .arg(path.isEmpty() ? u"rule"_s : path));
    }
    return groups.size() == 1 ? groups.front() : Rule::group(Rule::Kind::All, std::move(groups));
}

void collect(const Rule &rule, std::vector<const Condition *> &found)
{
    if (rule.kind == Rule::Kind::Condition)
        found.push_back(&rule.condition);
    for (const Rule &part : rule.rules)
        collect(part, found);
}

/// Follows the references of \a rule; \a way holds the segments passed, the first is sought.
bool leadsBack(const Rule &rule, const QList<Segment> &others, QStringList &way, QStringList &done)
{
    for (const QString &name : referredSegments(rule)) {
        if (name == way.first()) {
            way.append(name);
            return true;
        }
        if (done.contains(name))
            continue;
        done.append(name);
        const auto at = std::ranges::find(others, name, &Segment::name);
        if (at == others.end())
            continue;
        way.append(name);
        if (leadsBack(at->rule, others, way, done))
            return true;
        way.removeLast();
    }
    return false;
}

} // namespace

Rule Rule::of(Condition condition)
{
    Rule rule;
    rule.kind = Kind::Condition;
    rule.condition = std::move(condition);
    return rule;
}

Rule Rule::group(Kind kind, std::vector<Rule> rules)
{
    Rule rule;
    rule.kind = kind;
    rule.rules = std::move(rules);
    return rule;
}

bool operator==(const Rule &a, const Rule &b)
{
    return a.kind == b.kind && a.condition == b.condition && a.rules == b.rules;
}

bool operator==(const Segment &a, const Segment &b)
{
    return a.name == b.name && a.nameArabic == b.nameArabic && a.rule == b.rule
           && a.customers == b.customers && a.madeFrom == b.madeFrom;
}

QString operatorName(Operator op)
{
    for (const OperatorName &known : operatorNames()) {
        if (known.op == op)
            return known.names.first();
    }
    Q_UNREACHABLE();
}

Result<Rule> parseRule(const QJsonObject &json, const QString &path)
{
    return ruleFromJson(json, path, 0);
}

Result<Segment> parse(const QJsonObject &json)
{
    Segment segment;
    QJsonObject rest = json;
    // A rule may stand beside kind and name; what is left is then the rule.
    QJsonObject own;
    for (const QString &field :
         {u"kind"_s, u"name"_s, u"name_ar"_s, u"rule"_s, u"customers"_s, u"made_from"_s}) {
        if (rest.contains(field))
            own.insert(field, rest.take(field));
    }
    JsonReader reader(own);
    reader.word(u"kind"_s, {u"segment"_s}, u"segment"_s);
    segment.name = reader.text(u"name"_s);
    segment.nameArabic = reader.text(u"name_ar"_s);
    segment.madeFrom = reader.text(u"made_from"_s);
    const bool hasRule = reader.has(u"rule"_s);
    const QJsonObject rule = reader.object(u"rule"_s);
    if (reader.has(u"customers"_s))
        segment.customers = reader.texts(u"customers"_s);
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    if (segment.customers && (hasRule || !rest.isEmpty())) {
        return JsonReader::definitionError(QCoreApplication::translate(
            "Segments", "The field \"customers\" excludes \"rule\": a segment is either a list of "
                        "customers or a rule."));
    }
    if (segment.customers)
        return segment;
    if (hasRule && !rest.isEmpty()) {
        return JsonReader::definitionError(
            QCoreApplication::translate(
                "Segments", "The field \"%1\" is not known here. Move it into \"rule\".")
                .arg(rest.keys().first()));
    }
    if (!hasRule && rest.isEmpty()) {
        return JsonReader::definitionError(QCoreApplication::translate(
            "Segments", "The field \"rule\" is missing. Name the conditions of the segment."));
    }
    Result<Rule> parsed = hasRule ? parseRule(rule, u"rule"_s) : parseRule(rest);
    if (!parsed)
        return parsed.error();
    segment.rule = *std::move(parsed);
    return segment;
}

QJsonObject toJson(const Rule &rule)
{
    if (rule.kind == Rule::Kind::Condition) {
        const Condition &condition = rule.condition;
        QJsonObject json{{u"field"_s, condition.field}, {u"op"_s, operatorName(condition.op)}};
        if (!condition.value.isNull() && !condition.value.isUndefined())
            json.insert(u"value"_s, condition.value);
        if (condition.withinDays > 0)
            json.insert(u"within_days"_s, condition.withinDays);
        if (condition.from.isValid())
            json.insert(u"from"_s, condition.from.toString(Qt::ISODate));
        if (condition.until.isValid())
            json.insert(u"until"_s, condition.until.toString(Qt::ISODate));
        return json;
    }
    QJsonArray parts;
    for (const Rule &part : rule.rules)
        parts.append(toJson(part));
    const QString name = rule.kind == Rule::Kind::All   ? u"all"_s
                         : rule.kind == Rule::Kind::Any ? u"any"_s
                                                        : u"none"_s;
    return {{name, parts}};
}

QJsonObject toJson(const Segment &segment)
{
    QJsonObject json{{u"kind"_s, u"segment"_s}, {u"name"_s, segment.name}};
    if (!segment.nameArabic.isEmpty())
        json.insert(u"name_ar"_s, segment.nameArabic);
    if (!segment.madeFrom.isEmpty())
        json.insert(u"made_from"_s, segment.madeFrom);
    if (segment.customers)
        json.insert(u"customers"_s, QJsonArray::fromStringList(*segment.customers));
    else
        json.insert(u"rule"_s, toJson(segment.rule));
    return json;
}

std::vector<const Condition *> conditions(const Rule &rule)
{
    std::vector<const Condition *> found;
    collect(rule, found);
    return found;
}

QStringList referredSegments(const Rule &rule)
{
    QStringList names;
    for (const Condition *condition : conditions(rule)) {
        if (condition->field != u"segment")
            continue;
        if (condition->value.isString())
            names.append(condition->value.toString());
        for (const QJsonValue &value : condition->value.toArray())
            names.append(value.toString());
    }
    names.removeDuplicates();
    return names;
}

Result<void> refuseCircle(const QString &name, const Rule &rule, const QList<Segment> &others)
{
    QStringList way{name};
    QStringList done;
    if (name.isEmpty() || !leadsBack(rule, others, way, done))
        return {};
    return JsonReader::definitionError(
        QCoreApplication::translate(
            "Segments",
            "The segment \"%1\" refers to itself: %2. Take one of these references out.")
            .arg(name, way.join(u" → "_s)));
}

} // namespace Segments
