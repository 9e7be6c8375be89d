#include "ui/pages/lifecycle/funnelstudy.h"

#include "models/funnel/counts.h"
#include "ui/pages/lifecycle/contactlist.h"
#include "ui/pages/lifecycle/funnelchoices.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// The number of every column that the slider moves, and the value.
Funnel::FunnelReading readingOf(const Funnel::FunnelCounts &counts)
{
    Funnel::FunnelReading reading;
    for (qsizetype i = 0; i < counts.total.size(); ++i) {
        Funnel::StepReading step;
        step.count = counts.total[i];
        step.value = counts.sums.value(i, Funnel::notAvailable);
        reading.steps.append(step);
    }
    return reading;
}

/// Attributes of few enough values to be read one by one beside the events.
QStringList traitsOf(const Customers::Snapshot &snapshot)
{
    constexpr qsizetype most = 50;
    QStringList traits;
    for (const Customers::CodedColumn &column : snapshot.coded) {
        if (column.values.size() > 1 && column.values.size() <= most)
            traits.append(column.field);
    }
    return traits;
}

/// One group for each saved segment; they may overlap.
std::optional<Error> askSegments(const FunnelData &data, const Funnel::EventLog &counted,
                                 const Funnel::FunnelQuery &query, FunnelStudy &study,
                                 const Progress &progress)
{
    for (const Segments::Segment &segment : data.segments) {
        Result<Segments::Mask> members = data.judge(segment, data.analysis->snapshot, progress);
        if (!members)
            return members.error();
        if (!study.accountOf.empty()) {
            // An account is in a segment where one of its members is.
            Segments::Mask accounts(counted.actors(), 0);
            for (std::size_t customer = 0; customer < members->size(); ++customer) {
                if ((*members)[customer])
                    accounts[study.accountOf[customer]] = 1;
            }
            *members = std::move(accounts);
        }
        const auto sides =
            Funnel::compareSides(counted, query, Funnel::sidesOf(counted, *members), progress);
        if (!sides)
            return sides.error();
        study.result.groups.append({segment.name, sides->first});
    }
    return std::nullopt;
}

} // namespace

const Funnel::FunnelReading &FunnelStudy::reading(int series) const
{
    if (!sides)
        return result.total;
    return series == 0 ? sides->first : sides->second;
}

std::vector<Customers::CustomerIndex>
FunnelStudy::customersOf(const std::vector<std::uint32_t> &actors) const
{
    std::vector<Customers::CustomerIndex> customers = actors;
    if (!accountOf.empty()) {
        std::vector<char> wanted;
        for (const std::uint32_t account : actors) {
            if (account >= wanted.size())
                wanted.resize(account + 1, 0);
            wanted[account] = 1;
        }
        customers.clear();
        for (std::size_t customer = 0; customer < accountOf.size(); ++customer) {
            if (accountOf[customer] < wanted.size() && wanted[accountOf[customer]])
                customers.push_back(Customers::CustomerIndex(customer));
        }
    }
    std::sort(customers.begin(), customers.end());
    customers.erase(std::unique(customers.begin(), customers.end()), customers.end());
    return customers;
}

Result<Funnel::EventLog> FunnelData::counted(const Funnel::FunnelQuery &query,
                                             const Progress &progress) const
{
    Funnel::EventLog judged = *log;
    judged.setFormat(format);
    if (judge) {
        judged.setJudge([this, &progress](const Segments::Rule &rule) {
            Segments::Segment unnamed;
            unnamed.rule = rule;
            return judge(unnamed, analysis->snapshot, progress);
        });
    }
    judged.setMeasure([shown = analysis](const QString &) -> Result<Funnel::ActorMeasure> {
        return Funnel::ActorMeasure{clvByCustomer(*shown), shown->snapshot->currency.code};
    });
    if (query.counting == Funnel::Counting::Accounts)
        return Funnel::groupedBy(judged, query.accountProperty, u"account_property"_s);
    return judged;
}

FunnelStudy studyFunnel(FunnelData data, Funnel::FunnelQuery query, bool countsOnly,
                        const Progress &progress)
{
    FunnelStudy study;
    const Insights::AnalysisPtr &shown = data.analysis;
    if (!data.log)
        data.log = std::make_shared<Funnel::EventLog>(Funnel::EventLog::fromSnapshot(shown->snapshot));
    study.log = data.log;
    const bool bySegments = query.breakdown && query.breakdown->property == savedSegments;
    if (bySegments)
        query.breakdown.reset();
    study.countsOnly = countsOnly;
    // The same rules as on the command line: what it would refuse is refused here.
    Funnel::FunnelQuery asked = query;
    asked.kind = query.compare ? u"funnel_compare"_s : u"funnel"_s;
    const auto checked = Funnel::funnelQueryFromJson(Funnel::toJson(asked));
    if (!checked) {
        study.problem = checked.error();
        return study;
    }
    const Result<Funnel::EventLog> counted = data.counted(query, progress);
    if (!counted) {
        study.problem = counted.error();
        return study;
    }
    query.value = u"clv"_s;
    if (query.compare) {
        study.sideOf = data.sideOf;
        if (!study.sideOf) {
            Result<Funnel::Sides> sides = Funnel::sidesOf(*counted, query);
            if (!sides) {
                study.problem = sides.error();
                return study;
            }
            study.sideOf = std::make_shared<const Funnel::Sides>(*std::move(sides));
        }
    }
    if (countsOnly) {
        Funnel::FunnelQuery plain = query;
        plain.breakdown.reset();
        const auto counts = Funnel::countActors(*counted, plain, progress);
        if (!counts) {
            study.problem = counts.error();
            return study;
        }
        study.result.total = readingOf(*counts);
        if (!study.sideOf)
            return study;
        const auto sides = Funnel::countSides(*counted, plain, *study.sideOf, progress);
        if (!sides)
            study.problem = sides.error();
        else
            study.sides = std::pair(readingOf(sides->first), readingOf(sides->second));
        return study;
    }
    if (query.counting == Funnel::Counting::Accounts) {
        const auto accounts = data.log->property(query.accountProperty);
        if (!accounts) {
            study.problem = accounts.error();
            return study;
        }
        study.accountOf = (*accounts)->ofActor;
    }
    query.listActors = true;
    const auto result = Funnel::evaluate(*counted, query, progress);
    if (!result) {
        study.problem = result.error();
        return study;
    }
    study.result = *result;
    if (bySegments) {
        if (std::optional<Error> problem = askSegments(data, *counted, query, study, progress)) {
            study.problem = std::move(problem);
            return study;
        }
    }
    if (query.compare) {
        const auto sides = Funnel::compareSides(*counted, query, *study.sideOf, progress);
        if (!sides) {
            study.problem = sides.error();
            return study;
        }
        study.sides = *sides;
    }
    if (const auto explained = Funnel::explain(*counted, query, result->total, progress))
        study.explanation = *explained;
    if (query.steps.size() > 1) {
        query.interval = Funnel::Interval::Month;
        query.traits = traitsOf(*shown->snapshot);
        if (const auto trend = Funnel::evaluateTrend(*counted, query, progress))
            study.trend = *trend;
        if (const auto times = Funnel::evaluateConvertTimes(*counted, query, progress))
            study.times = *times;
        if (const auto drivers = Funnel::evaluateDrivers(*counted, query, progress))
            study.drivers = *drivers;
    }
    return study;
}
