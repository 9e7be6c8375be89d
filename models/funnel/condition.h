#pragma once

#include "models/core/jsonreader.h"
#include "models/funnel/eventlog.h"
#include "models/segments/segment.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <algorithm>
#include <optional>
#include <vector>

namespace Funnel {

/// A property that must equal a value: text, number, true or false; null: it must be missing.
struct PropertyEquals
{
    QString property;
    QJsonValue value;
    bool operator==(const PropertyEquals &) const = default;
};

/// Which events count: those of one name or of its alternatives (none: any event), whose properties have these values or
/// for which a rule holds. The rule's fields are properties of the event, else what segments know
/// about the customer on the last day of data.
struct Condition
{
    std::optional<QString> event;
    QList<PropertyEquals> where;
    std::optional<Segments::Rule> rule = {}; ///< instead of \a where
    QStringList alternatives = {}; ///< further names that count as \a event does
    /// The event and its alternatives; empty: any event.
    [[nodiscard]] QStringList names() const { return event ? QStringList{*event} + alternatives : QStringList(); }
    bool operator==(const Condition &) const = default;
};

/// Reads "event" and "where" of an object that \a reader is at.
Condition readCondition(JsonReader &reader);
/// A condition as text (the event's name), null (any event) or an object; errors go to \a reader.
Condition readConditionField(JsonReader &reader, const QString &field);
/// Adds "event" and "where" to \a json.
void writeCondition(QJsonObject &json, const Condition &condition);

/// A rule resolved against one log: every line is either about a property of the event or about the
/// actor.
class EventRule
{
public:
    /// \a path names the field in errors.
    static Result<EventRule> make(const EventLog &log, const Segments::Rule &rule,
                                  const QString &path);
    [[nodiscard]] bool holds(std::size_t actor, std::size_t event) const;

private:
    Segments::Rule::Kind m_kind = Segments::Rule::Kind::All;
    std::vector<EventRule> m_parts;   ///< of a group
    PropertyPtr m_column;             ///< of a line about the event
    std::vector<char> m_accepted;     ///< per code of m_column
    std::vector<std::uint8_t> m_actors; ///< of a line about the actor
};

/// A condition resolved against the columns of one log.
class EventMatcher
{
public:
    /// \a path names the field in errors. An event that occurs nowhere is an error unless
    /// \a mayBeUnknown; a property that nothing has always is one.
    static Result<EventMatcher> make(const EventLog &log, const Condition &condition,
                                     const QString &path, bool mayBeUnknown = false);

    [[nodiscard]] bool matches(std::size_t actor, std::size_t event) const
    {
        if (!matchesName(m_codes[event]))
            return false;
        for (const Test &test : m_tests) {
            if (!test.accepted[test.column->code(actor, event)])
                return false;
        }
        return !m_rule || m_rule->holds(actor, event);
    }
    [[nodiscard]] bool matchesName(int code) const
    {
        return m_takesAny || std::find(m_names.begin(), m_names.end(), code) != m_names.end();
    }
    /// Codes of the names that match; empty for any event, and where none of them occurs.
    [[nodiscard]] const std::vector<int> &nameCodes() const { return m_names; }
    [[nodiscard]] bool takesAnyName() const { return m_takesAny; }
    [[nodiscard]] bool hasTests() const { return !m_tests.empty() || m_rule; }

private:
    struct Test
    {
        PropertyPtr column;
        std::vector<char> accepted; ///< per code
    };

    std::span<const std::uint16_t> m_codes;
    std::vector<int> m_names;
    bool m_takesAny = true;
    std::vector<Test> m_tests;
    std::optional<EventRule> m_rule;
};

/// An event name of the log that \a name is probably a misspelling of; empty: none.
[[nodiscard]] QString similarName(const QStringList &names, const QString &name);
[[nodiscard]] Error unknownEvent(const EventLog &log, const QString &path, const QString &name);
[[nodiscard]] Error unknownProperty(const QString &path, const QString &name);

} // namespace Funnel
