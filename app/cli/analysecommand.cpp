#include "app/cli/allcommands.h"

#include "app/cli/definitionfile.h"
#include "app/cli/workspaceaccess.h"
#include "models/funnel/analyse.h"
#include "models/insights/segmentfacts.h"
#include "models/segments/evaluate.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

Syntax syntax()
{
    return {u"analyse"_s,
            u"WORKSPACE DEFINITION.json"_s,
            2,
            2,
            QCoreApplication::translate(
                "Cli", "Answer a funnel, retention, path, transition or stage question."),
            {{u"json"_s,
              {},
              QCoreApplication::translate(
                  "Cli", "Print one JSON document (the default: the answer is JSON).")}}};
}

Outcome run(Words &words, const Surroundings &surroundings)
{
    const Result<QJsonObject> definition = readDefinition(words.operands().at(1));
    if (!definition)
        return Outcome::failed(definition.error());
    const Result<LoadedWorkspace> loaded =
        loadWorkspace(words.operands().first(), surroundings.progress.part(0, 0.5));
    if (!loaded)
        return Outcome::failed(loaded.error());
    Funnel::EventLog log = Funnel::EventLog::fromWorkspace(loaded->workspace, loaded->snapshot);
    log.setFormat(surroundings.format);
    log.setJudge([&](const Segments::Rule &rule) -> Result<Segments::Mask> {
        const Result<Segments::Facts> facts = Insights::segmentFacts(
            loaded->workspace, loaded->snapshot, loaded->settings, rule);
        return facts ? Segments::mask(rule, *facts) : Result<Segments::Mask>(facts.error());
    });
    log.setMeasure([&](const QString &field) -> Result<Funnel::ActorMeasure> {
        const Result<Segments::Facts> facts = Insights::segmentFacts(
            loaded->workspace, loaded->snapshot, loaded->settings,
            Segments::Rule::of({field, Segments::Operator::Known, {}, 0, {}, {}}));
        return facts ? Funnel::measureOf(*facts, field)
                     : Result<Funnel::ActorMeasure>(facts.error());
    });
    const Result<QJsonObject> answer =
        Funnel::analyse(log, *definition, surroundings.progress.part(0.5, 1));
    return answer ? Outcome::json(*answer)
                  : Outcome::failed(inDefinition(answer.error(), words.operands().at(1)));
}

} // namespace

Command analyseCommand() { return {syntax, run}; }

} // namespace Cli
