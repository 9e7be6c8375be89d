#include "models/funnel/eventlog.h"

#include "models/funnel/interner.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

constexpr qsizetype largestNameCount = std::numeric_limits<std::uint16_t>::max();

Error badRow(qsizetype row, const char *text)
{
    return {Error::Kind::Format, QCoreApplication::translate("Funnel", text).arg(row + 1)};
}

struct JsonRow
{
    std::uint32_t actor = 0;
    std::uint16_t name = 0;
    std::int64_t seconds = 0;
    QJsonObject properties;
};

std::shared_ptr<QHash<QString, std::shared_ptr<PropertyColumn>>>
propertiesOf(const std::vector<JsonRow> &rows)
{
    auto columns = std::make_shared<QHash<QString, std::shared_ptr<PropertyColumn>>>();
    QHash<QString, Interner> codes;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (auto value = rows[i].properties.begin(); value != rows[i].properties.end(); ++value) {
            const QString text = propertyText(value.value());
            if (text.isEmpty())
                continue;
            std::shared_ptr<PropertyColumn> &column = (*columns)[value.key()];
            if (!column) {
                column = std::make_shared<PropertyColumn>();
                column->ofEvent.assign(rows.size(), 0);
            }
            Interner &interner = codes[value.key()];
            if (interner.texts().isEmpty())
                interner.code(QString()); // code 0: no value
            column->ofEvent[i] = interner.code(text);
        }
    }
    for (auto column = columns->begin(); column != columns->end(); ++column)
        column.value()->values = codes[column.key()].texts();
    return columns;
}

} // namespace

Result<EventLog> EventLog::fromJson(const QJsonArray &rows)
{
    Interner actors;
    Interner names;
    std::vector<JsonRow> events;
    events.reserve(std::size_t(rows.size()));
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonArray row = rows[i].toArray();
        if (row.size() < 3 || !row[0].isString() || !row[1].isString() || !row[2].isString())
            return badRow(
                i, QT_TRANSLATE_NOOP("Funnel",
                                     "Event %1 must hold an actor, an event name and a time."));
        const std::optional<std::int64_t> seconds = secondsFromIso(row[2].toString());
        if (!seconds)
            return badRow(
                i, QT_TRANSLATE_NOOP(
                       "Funnel", "Event %1 has no valid time. Write it as 2025-06-30T12:00:00Z."));
        const std::uint32_t name = names.code(row[1].toString());
        if (qsizetype(name) >= largestNameCount)
            return badRow(i, QT_TRANSLATE_NOOP("Funnel", "Event %1 is one name too many: at most "
                                                         "65,535 different events are possible."));
        events.push_back(
            {actors.code(row[0].toString()), std::uint16_t(name), *seconds, row.at(3).toObject()});
    }
    std::stable_sort(events.begin(), events.end(), [](const JsonRow &a, const JsonRow &b) {
        return a.actor != b.actor ? a.actor < b.actor : a.seconds < b.seconds;
    });

    std::int64_t epoch = 0;
    if (!events.empty()) {
        epoch =
            std::min_element(events.begin(), events.end(), [](const JsonRow &a, const JsonRow &b) {
                return a.seconds < b.seconds;
            })->seconds;
    }
    std::vector<std::uint32_t> first(std::size_t(actors.texts().size()) + 1, 0);
    std::vector<std::uint32_t> time;
    std::vector<std::uint16_t> name;
    for (const JsonRow &event : events) {
        ++first[event.actor + 1];
        time.push_back(std::uint32_t(event.seconds - epoch));
        name.push_back(event.name);
    }
    std::partial_sum(first.begin(), first.end(), first.begin());

    EventLog log =
        fromColumns(std::move(first), epoch, std::move(time), std::move(name), names.texts());
    log.m_property = [columns =
                          propertiesOf(events)](const QString &property) -> Result<PropertyPtr> {
        return PropertyPtr(columns->value(property));
    };
    log.m_actorNames =
        [texts = actors.texts()](const std::vector<std::uint32_t> &wanted) -> Result<QStringList> {
        QStringList result;
        for (const std::uint32_t actor : wanted)
            result.append(texts[actor]);
        return result;
    };
    return log;
}

} // namespace Funnel
