#include "models/segments/evaluate.h"

#include "models/segments/fields.h"
#include "models/segments/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Segments {
namespace {

Error wrongValue(const QString &field, const QString &sentence)
{
    return {Error::Kind::Definition, sentence.arg(field)};
}

/// Judges a rule; knows which segments it is inside of.
class Judge
{
public:
    Judge(const Facts &facts, const Progress &progress) : m_facts(facts), m_progress(progress) {}

    Result<Mask> judge(const Rule &rule);

private:
    [[nodiscard]] std::size_t customers() const { return m_facts.snapshot->customers(); }
    Result<Mask> judgeGroup(const Rule &rule);
    Result<Mask> judgeCondition(const Condition &condition);
    Result<Mask> judgeText(const Condition &condition, const Field &field);
    Result<Mask> judgeNumber(const Condition &condition, const Field &field);
    Result<Mask> judgeSegment(const Condition &condition);
    Result<Mask> membersOf(const QString &name);

    const Facts &m_facts;
    const Progress &m_progress;
    QStringList m_inside;
};

Result<Mask> Judge::judge(const Rule &rule)
{
    if (m_progress.isCancelled())
        return Error::cancelled();
    return rule.kind == Rule::Kind::Condition ? judgeCondition(rule.condition) : judgeGroup(rule);
}

Result<Mask> Judge::judgeGroup(const Rule &rule)
{
    const bool all = rule.kind == Rule::Kind::All;
    Mask result(customers(), all);
    for (const Rule &part : rule.rules) {
        const Result<Mask> holds = judge(part);
        if (!holds)
            return holds;
        for (std::size_t i = 0; i < result.size(); ++i)
            result[i] = all ? result[i] & (*holds)[i] : result[i] | (*holds)[i];
    }
    if (rule.kind == Rule::Kind::None) {
        for (std::uint8_t &in : result)
            in = !in;
    }
    return result;
}

Result<Mask> Judge::judgeCondition(const Condition &condition)
{
    if (condition.field == u"segment")
        return judgeSegment(condition);
    const Result<Field> field = findField(m_facts, condition.field);
    if (!field)
        return field.error();
    if (condition.hasPeriod() && !field->takesPeriod) {
        return wrongValue(condition.field,
                          QCoreApplication::translate(
                              "Segments", "The field \"%1\" is no count or sum, so it takes no "
                                          "period. Remove \"within_days\", \"from\" and \"until\"."));
    }
    return field->type == FieldType::Text ? judgeText(condition, *field)
                                          : judgeNumber(condition, *field);
}

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15)
           : value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s)
                            : value.toString();
}

Result<Mask> Judge::judgeText(const Condition &condition, const Field &field)
{
    const Result<Codes> column = codes(m_facts, condition.field);
    if (!column)
        return column.error();
    QStringList wanted;
    if (condition.value.isArray()) {
        for (const QJsonValue &value : condition.value.toArray())
            wanted.append(textOf(value));
    } else {
        wanted.append(textOf(condition.value));
    }
    const bool judgesWhole = condition.op == Operator::Equals || condition.op == Operator::NotEquals
                             || condition.op == Operator::OneOf || condition.op == Operator::NoneOf;
    if (field.id == u"stage" && judgesWhole) {
        for (const QString &stage : wanted) {
            if (!column->values.contains(stage)) {
                return Error{Error::Kind::Definition,
                             QCoreApplication::translate(
                                 "Segments", "There is no stage \"%1\". The stages are: %2.")
                                 .arg(stage, column->values.mid(1).join(u", "_s))};
            }
        }
    }
    std::vector<std::uint8_t> accepted(std::size_t(column->values.size()), 0);
    for (std::size_t code = 0; code < accepted.size(); ++code) {
        const QString &value = column->values[qsizetype(code)];
        const bool isAmong = code > 0 && wanted.contains(value);
        switch (condition.op) {
        case Operator::Equals:
        case Operator::OneOf:
            accepted[code] = isAmong;
            break;
        case Operator::NotEquals:
        case Operator::NoneOf:
            accepted[code] = !isAmong;
            break;
        case Operator::Contains:
            accepted[code] = code > 0 && value.contains(wanted.first(), Qt::CaseInsensitive);
            break;
        case Operator::Known:
            accepted[code] = code > 0;
            break;
        case Operator::Missing:
            accepted[code] = code == 0;
            break;
        default:
            return wrongValue(condition.field,
                              QCoreApplication::translate(
                                  "Segments", "The field \"%1\" is text, so it cannot be larger or "
                                              "smaller. Use = or in."));
        }
    }
    Mask result(customers(), 0);
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = accepted[i < column->ofCustomer.size() ? column->ofCustomer[i] : 0];
    return result;
}

/// The value as a number in the field's unit; NaN: it is none.
double numberOf(const QJsonValue &value, FieldType type)
{
    if (type == FieldType::Date) {
        const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
        return day.isValid() ? double(epochDay(epochSeconds(day))) : std::nan("");
    }
    return value.isDouble() ? value.toDouble() : std::nan("");
}

Result<Mask> Judge::judgeNumber(const Condition &condition, const Field &field)
{
    std::vector<double> wanted;
    if (condition.op != Operator::Known && condition.op != Operator::Missing) {
        const QJsonArray values =
            condition.value.isArray() ? condition.value.toArray() : QJsonArray{condition.value};
        for (const QJsonValue &value : values) {
            wanted.push_back(numberOf(value, field.type));
            if (!std::isnan(wanted.back()))
                continue;
            return wrongValue(
                condition.field,
                field.type == FieldType::Date
                    ? QCoreApplication::translate("Segments", "The field \"%1\" must be compared "
                                                              "with a day such as 2025-06-30.")
                    : QCoreApplication::translate(
                        "Segments", "The field \"%1\" must be compared with a number."));
        }
    }
    if (condition.op == Operator::Contains) {
        return wrongValue(condition.field,
                          QCoreApplication::translate(
                              "Segments", "The field \"%1\" is a number, so it contains no text."));
    }
    const Result<std::vector<double>> column = numbers(m_facts, condition);
    if (!column)
        return column.error();
    Mask result(customers(), 0);
    const auto among = [&](double value) {
        return std::ranges::find(wanted, value) != wanted.end();
    };
    for (std::size_t i = 0; i < result.size(); ++i) {
        const double value = (*column)[i]; // comparisons with NaN are false
        switch (condition.op) {
        case Operator::Equals:
        case Operator::OneOf:
            result[i] = among(value);
            break;
        case Operator::NotEquals:
        case Operator::NoneOf:
            result[i] = !among(value);
            break;
        case Operator::Less:
            result[i] = value < wanted[0];
            break;
        case Operator::AtMost:
            result[i] = value <= wanted[0];
            break;
        case Operator::More:
            result[i] = value > wanted[0];
            break;
        case Operator::AtLeast:
            result[i] = value >= wanted[0];
            break;
        case Operator::Between:
            result[i] = value >= wanted[0] && value <= wanted[1];
            break;
        case Operator::Known:
            result[i] = !std::isnan(value);
            break;
        case Operator::Missing:
            result[i] = std::isnan(value);
            break;
        case Operator::Contains:
            break;
        }
    }
    return result;
}

Result<Mask> Judge::judgeSegment(const Condition &condition)
{
    const bool positive = condition.op == Operator::Equals || condition.op == Operator::OneOf;
    const bool negative = condition.op == Operator::NotEquals || condition.op == Operator::NoneOf;
    if (!positive && !negative) {
        return wrongValue(condition.field,
                          QCoreApplication::translate(
                              "Segments", "The field \"%1\" takes =, !=, in and not_in only."));
    }
    Mask result(customers(), 0);
    Rule one = Rule::of(condition);
    for (const QString &name : referredSegments(one)) {
        const Result<Mask> members = membersOf(name);
        if (!members)
            return members;
        for (std::size_t i = 0; i < result.size(); ++i)
            result[i] |= (*members)[i];
    }
    if (negative) {
        for (std::uint8_t &in : result)
            in = !in;
    }
    return result;
}

Result<Mask> Judge::membersOf(const QString &name)
{
    const QList<Segment> known = m_facts.segments ? *m_facts.segments : QList<Segment>();
    const auto at = std::ranges::find(known, name, &Segment::name);
    if (at == known.end()) {
        return Error{Error::Kind::Definition,
                     QCoreApplication::translate(
                         "Segments", "There is no segment \"%1\". Choose one of the list.")
                         .arg(name)};
    }
    if (m_inside.contains(name)) {
        return Error{
            Error::Kind::Definition,
            QCoreApplication::translate(
                "Segments",
                "The segment \"%1\" refers to itself: %2. Take one of these references out.")
                .arg(name, (m_inside.mid(m_inside.indexOf(name)) + QStringList{name})
                               .join(u" → "_s))};
    }
    if (at->isStatic()) {
        Mask result(customers(), 0);
        if (m_facts.lists) {
            for (const Customers::CustomerIndex customer : m_facts.lists->value(name))
                result[customer] = 1;
        }
        return result;
    }
    m_inside.append(name);
    Result<Mask> result = judge(at->rule);
    m_inside.removeLast();
    return result;
}

qint64 count(const Mask &mask) { return std::ranges::count(mask, std::uint8_t(1)); }

std::vector<Customers::CustomerIndex> membersIn(const Mask &mask)
{
    std::vector<Customers::CustomerIndex> members;
    for (std::size_t i = 0; i < mask.size(); ++i) {
        if (mask[i])
            members.push_back(Customers::CustomerIndex(i));
    }
    return members;
}

/// Where the last customers got lost on the way through a group of which all must hold.
Result<QString> explainGroup(const Rule &rule, const Facts &facts, const NumberFormat &format)
{
    Mask left(facts.snapshot->customers(), 1);
    qint64 before = std::ssize(left);
    for (const Rule &part : rule.rules) {
        const Result<Mask> holds = mask(part, facts);
        if (!holds)
            return holds.error();
        for (std::size_t i = 0; i < left.size(); ++i)
            left[i] &= (*holds)[i];
        const qint64 after = count(left);
        if (after > 0) {
            before = after;
            continue;
        }
        const QString words = describe(part, titles(facts), format);
        if (count(*holds) == 0)
            return QCoreApplication::translate("Segments",
                                               "No customer meets the condition “%1”. Change its "
                                               "value or take it out.")
                .arg(words);
        return QCoreApplication::translate(
                   "Segments", "The condition “%1” removed the last %2 that met the conditions "
                               "before it. Change its value or take it out.")
            .arg(words,
                 format.counted(QCoreApplication::translate("Segments", "%n customer(s)", nullptr,
                                                            int(before)),
                                before));
    }
    return QString();
}

} // namespace

Result<Mask> mask(const Rule &rule, const Facts &facts, const Progress &progress)
{
    return Judge(facts, progress).judge(rule);
}

Result<std::vector<Customers::CustomerIndex>> evaluate(const Rule &rule, const Facts &facts,
                                                       const Progress &progress)
{
    const Result<Mask> in = mask(rule, facts, progress);
    if (!in)
        return in.error();
    return membersIn(*in);
}

Result<std::vector<Customers::CustomerIndex>> evaluate(const Segment &segment, const Facts &facts,
                                                       const Progress &progress)
{
    if (!segment.isStatic())
        return evaluate(segment.rule, facts, progress);
    return facts.lists ? facts.lists->value(segment.name)
                       : std::vector<Customers::CustomerIndex>();
}

Result<QString> explainEmpty(const Rule &rule, const Facts &facts, const NumberFormat &format)
{
    if (facts.snapshot->customers() == 0)
        return QCoreApplication::translate("Segments",
                                           "There are no customers yet. Import some first.");
    if (rule.kind == Rule::Kind::All)
        return explainGroup(rule, facts, format);
    return explainGroup(Rule::group(Rule::Kind::All, {rule}), facts, format);
}

} // namespace Segments
