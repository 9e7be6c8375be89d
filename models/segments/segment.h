#pragma once

#include "models/core/result.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// Groups of customers: by a rule that is judged anew with every change of the data, or as a fixed
/// list.
namespace Segments {

enum class Operator {
    Equals,
    NotEquals, ///< the exact complement of Equals: a missing value is not equal to anything
    Less,
    AtMost,
    More,
    AtLeast,
    Between, ///< both ends included; the value is a pair
    OneOf,
    NoneOf, ///< the exact complement of OneOf
    Contains,
    Known,
    Missing
};

/// One line of a rule. What \a field may be stands with fields().
struct Condition
{
    QString field;
    Operator op = Operator::Equals;
    QJsonValue value;
    int withinDays = 0; ///< counts and sums over that many days up to the last one; 0: over all time
    QDate from;         ///< counts and sums from this day on; invalid: from the beginning
    QDate until;        ///< up to this day; invalid: up to the last one

    [[nodiscard]] bool hasPeriod() const
    {
        return withinDays > 0 || from.isValid() || until.isValid();
    }
    bool operator==(const Condition &) const = default;
};

/// A tree: a condition, or a group of rules of which all, any or none must hold. A group without
/// rules holds for everybody (all, none) or nobody (any).
struct Rule
{
    enum class Kind { Condition, All, Any, None };

    Kind kind = Kind::All;
    Condition condition;     ///< of Kind::Condition
    std::vector<Rule> rules; ///< of the groups

    [[nodiscard]] static Rule of(Condition condition);
    [[nodiscard]] static Rule group(Kind kind, std::vector<Rule> rules);
    [[nodiscard]] bool isEmpty() const { return kind != Kind::Condition && rules.empty(); }
    friend bool operator==(const Rule &a, const Rule &b);
};

/// A segment of the workspace.
struct Segment
{
    QString name; ///< unique in the workspace; rules refer to it
    QString nameArabic;
    Rule rule;
    /// A fixed list of customers by their reference instead of a rule, and what it was made from.
    std::optional<QStringList> customers;
    QString madeFrom;

    [[nodiscard]] bool isStatic() const { return customers.has_value(); }
    friend bool operator==(const Segment &a, const Segment &b);
};

/// The rule of a tree such as {"all": [{"field": "city", "op": "=", "value": "Riyadh"}]}. \a path
/// is where it stands, for the sentences.
Result<Rule> parseRule(const QJsonObject &json, const QString &path = {});
/// A definition of kind "segment": its rule under "rule" or at the top, or its "customers".
Result<Segment> parse(const QJsonObject &json);
QJsonObject toJson(const Rule &rule);
QJsonObject toJson(const Segment &segment);

/// "=", "!=", "<", …; as in definitions.
[[nodiscard]] QString operatorName(Operator op);

/// Every condition of \a rule, in the order of the tree.
[[nodiscard]] std::vector<const Condition *> conditions(const Rule &rule);
/// Names of the segments that \a rule refers to.
[[nodiscard]] QStringList referredSegments(const Rule &rule);
/// Refuses a rule of segment \a name that leads back to itself through \a others; the sentence
/// shows the way round.
Result<void> refuseCircle(const QString &name, const Rule &rule, const QList<Segment> &others);

} // namespace Segments
