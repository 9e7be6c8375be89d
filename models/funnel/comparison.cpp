#include "models/funnel/comparison.h"

#include "models/funnel/parallel.h"
#include "models/funnel/tally.h"

#include <QCoreApplication>

namespace Funnel {
namespace {

Result<std::vector<std::uint8_t>> membersOf(const EventLog &log, const QString &segment,
                                            const QString &path)
{
    Result<std::vector<std::uint8_t>> members = log.judge(Segments::Rule::of(
        {QStringLiteral("segment"), Segments::Operator::Equals, segment, 0, {}, {}}));
    if (!members) {
        Error error = members.error();
        error.message = path + QStringLiteral(": ") + error.message;
        return error;
    }
    return members;
}

Result<Sides> sidesOfSegments(const EventLog &log, const Comparison &compare)
{
    if (!log.canJudge()) {
        return JsonReader::definitionError(QCoreApplication::translate(
            "Funnel", "The field \"compare.segment\" needs customers, and this definition counts "
                      "accounts. Compare values of a property instead."));
    }
    const Result<std::vector<std::uint8_t>> left =
        membersOf(log, compare.segment, QStringLiteral("compare.segment"));
    if (!left)
        return left.error();
    if (compare.right == u"*rest*")
        return sidesOf(log, *left);
    const Result<std::vector<std::uint8_t>> right =
        membersOf(log, compare.right, QStringLiteral("compare.right"));
    if (!right)
        return right.error();
    Sides sides(log.actors(), NeitherSide);
    for (std::size_t actor = 0; actor < sides.size(); ++actor) {
        sides[actor] = std::uint8_t(((*left)[actor] ? LeftSide : NeitherSide)
                                    | ((*right)[actor] ? RightSide : NeitherSide));
    }
    return sides;
}

/// An actor's group is the first value that any of its events has.
std::uint32_t firstValue(const EventLog &log, const PropertyColumn &column, std::size_t actor)
{
    std::uint32_t code = 0;
    for (std::uint32_t event = log.first(actor); code == 0 && event < log.end(actor); ++event)
        code = column.code(actor, event);
    return code;
}

} // namespace

Sides sidesOf(const EventLog &log, std::span<const std::uint8_t> left)
{
    Sides sides(log.actors(), RightSide);
    for (std::size_t actor = 0; actor < std::min(sides.size(), left.size()); ++actor)
        sides[actor] = left[actor] != 0 ? LeftSide : RightSide;
    return sides;
}

Result<Sides> sidesOf(const EventLog &log, const FunnelQuery &query)
{
    if (!query.compare) {
        return JsonReader::definitionError(QCoreApplication::translate(
            "Funnel", "The field \"compare\" is missing. Name the property and the two groups."));
    }
    const Comparison &compare = *query.compare;
    if (!compare.segment.isEmpty())
        return sidesOfSegments(log, compare);
    const Result<PropertyPtr> column =
        requiredProperty(log, compare.property, QStringLiteral("compare.property"));
    if (!column)
        return column.error();
    const bool pools = compare.right == u"*rest*";
    const qsizetype left = (*column)->values.indexOf(compare.left);
    const qsizetype right = (*column)->values.indexOf(compare.right);
    for (const auto &[field, value, code] :
         {std::tuple(QStringLiteral("compare.left"), compare.left, left),
          std::tuple(QStringLiteral("compare.right"), compare.right, pools ? 0 : right)}) {
        if (code < 0) {
            return JsonReader::definitionError(
                QCoreApplication::translate(
                    "Funnel", "The field \"%1\" is \"%2\", a value that \"%3\" never has.")
                    .arg(field, value, compare.property));
        }
    }
    Sides sides(log.actors(), NeitherSide);
    for (std::size_t actor = 0; actor < sides.size(); ++actor) {
        const auto code = qsizetype(firstValue(log, **column, actor));
        if (code == left)
            sides[actor] = LeftSide;
        else if (pools || code == right)
            sides[actor] = RightSide;
    }
    return sides;
}

std::vector<std::uint8_t> maskOf(const Sides &sides, Side side)
{
    std::vector<std::uint8_t> mask(sides.size(), 0);
    for (std::size_t actor = 0; actor < sides.size(); ++actor)
        mask[actor] = (sides[actor] & side) != 0;
    return mask;
}

Result<TwoReadings> compareSides(const EventLog &log, const FunnelQuery &query, const Sides &sides,
                                 const Progress &progress)
{
    const Result<FunnelMatchers> matchers = resolve(log, query);
    if (!matchers)
        return matchers.error();
    const Result<ActorMeasure> measure = measureOf(log, query);
    if (!measure)
        return measure.error();
    const std::int64_t dataEnd = dataEndOf(log, query);
    struct Part
    {
        Tally tally;
        qint64 units = 0;
    };
    using Parts = std::pair<Part, Part>;
    const std::vector<Parts> partials = overActors<Parts>(
        log.actors(), {}, progress, [&](Parts &partial, std::size_t begin, std::size_t end) {
            AttemptFinder finder(log, query, *matchers);
            for (std::size_t actor = begin; actor < end; ++actor) {
                if (log.first(actor) == log.end(actor) || sides[actor] == NeitherSide)
                    continue;
                const qint64 units =
                    query.counting == Counting::Sessions ? sessionsOf(log, query, actor) : 1;
                const auto eachSide = [&](auto visit) {
                    if (sides[actor] & LeftSide)
                        visit(partial.first);
                    if (sides[actor] & RightSide)
                        visit(partial.second);
                };
                eachSide([units](Part &part) { part.units += units; });
                finder.eachCounted(actor, [&](const Attempt &attempt) {
                    eachSide([&](Part &part) {
                        part.tally.add(query, finder, attempt, std::uint32_t(actor), dataEnd);
                    });
                });
            }
        });
    if (partials.empty())
        return Error::cancelled();
    Parts all;
    for (const Parts &partial : partials) {
        all.first.tally.append(partial.first.tally);
        all.second.tally.append(partial.second.tally);
        all.first.units += partial.first.units;
        all.second.units += partial.second.units;
    }
    return std::pair(all.first.tally.finish(query, all.first.units, *measure),
                     all.second.tally.finish(query, all.second.units, *measure));
}

Result<TwoReadings> compareGroups(const EventLog &log, const FunnelQuery &query,
                                  const Progress &progress)
{
    // The steps first: a definition is refused where it is read first.
    if (const Result<FunnelMatchers> matchers = resolve(log, query); !matchers)
        return matchers.error();
    const Result<Sides> sides = sidesOf(log, query);
    return sides ? compareSides(log, query, *sides, progress) : sides.error();
}

} // namespace Funnel
