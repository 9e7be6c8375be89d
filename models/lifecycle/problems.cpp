#include "models/lifecycle/occurrences.h"
#include "models/lifecycle/rulesegments.h"
#include "models/segments/facts.h"
#include "models/segments/fields.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lifecycle {
namespace {

QString nameOf(const Stage &stage, Language language)
{
    const QString &name = language == Language::Arabic && !stage.nameArabic.isEmpty()
                              ? stage.nameArabic
                              : stage.nameEnglish;
    return name.isEmpty() ? stage.id : name;
}

/// Ids of the stages that \a rule asks for.
QStringList stagesIn(const std::optional<Segments::Rule> &rule)
{
    QStringList ids;
    if (!rule)
        return ids;
    for (const Segments::Condition *condition : Segments::conditions(*rule)) {
        if (condition->field != u"stage")
            continue;
        if (condition->value.isString())
            ids.append(condition->value.toString());
        for (const QJsonValue &value : condition->value.toArray())
            ids.append(value.toString());
    }
    return ids;
}

/// One member of a way through rules: a stage, or a saved segment that a rule asks for.
struct Member
{
    bool isSegment = false;
    QString id; ///< of the stage; the segment's name
    bool operator==(const Member &) const = default;
};

/// What the rule of a stage or of a segment asks for.
QList<Member> membersIn(const std::optional<Segments::Rule> &rule)
{
    QList<Member> members;
    for (const QString &stage : stagesIn(rule))
        members.append({false, stage});
    if (rule) {
        for (const QString &segment : Segments::referredSegments(*rule))
            members.append({true, segment});
    }
    return members;
}

QList<Member> nextOf(const Member &member, const LifecycleModel &lifecycle,
                     const QList<Segments::Segment> &segments)
{
    if (member.isSegment) {
        const auto segment = std::ranges::find(segments, member.id, &Segments::Segment::name);
        return segment == segments.end() ? QList<Member>() : membersIn(segment->rule);
    }
    const auto stage = std::ranges::find(lifecycle.stages, member.id, &Stage::id);
    return stage == lifecycle.stages.end() ? QList<Member>() : membersIn(stage->entry.rule);
}

/// Follows the rules from the last member of \a way, which holds those passed; the first is sought.
bool leadsBack(const LifecycleModel &lifecycle, const QList<Segments::Segment> &segments,
               QList<Member> &way)
{
    for (const Member &next : nextOf(way.last(), lifecycle, segments)) {
        if (next == way.first()) {
            way.append(next);
            return true;
        }
        if (way.contains(next))
            continue;
        way.append(next);
        if (leadsBack(lifecycle, segments, way))
            return true;
        way.removeLast();
    }
    return false;
}

/// "visit → segment "Loyal" → visit"
QString wordsOf(const QList<Member> &way, const LifecycleModel &lifecycle, Language language)
{
    QStringList words;
    for (const Member &member : way) {
        const auto stage = std::ranges::find(lifecycle.stages, member.id, &Stage::id);
        words << (member.isSegment
                      ? QCoreApplication::translate("Lifecycle", "the segment \"%1\"")
                            .arg(NumberFormat::isolate(member.id))
                      : stage == lifecycle.stages.end() ? member.id
                                                        : nameOf(*stage, language));
    }
    // The arrow follows the direction of reading.
    return words.join(language == Language::Arabic ? u" ← "_s : u" → "_s);
}

/// Whether a rule asks for what nothing can answer while stages are derived.
bool isUnknowable(const Segments::Rule &rule, const QList<Segments::Segment> &segments)
{
    const Segments::Needs needs = Segments::needs(rule, segments);
    const QStringList asked = askedSegments(rule, segments);
    return needs.stages || needs.values || std::ranges::any_of(asked, [&](const QString &name) {
               return std::ranges::find(segments, name, &Segments::Segment::name) == segments.end();
           });
}

/// A rule can only ask for what is known before stages are derived.
void findUnknowable(const Stage &stage, const std::optional<Segments::Rule> &rule,
                    const QList<Segments::Segment> &segments, Language language, QStringList &found)
{
    if (!rule)
        return;
    for (const QString &name : askedSegments(*rule, segments)) {
        if (std::ranges::find(segments, name, &Segments::Segment::name) != segments.end())
            continue;
        found << QCoreApplication::translate(
                     "Lifecycle", "The rule of the stage \"%1\" asks for a segment \"%2\", which does "
                                  "not exist. Choose a saved one, or take the condition out.")
                     .arg(nameOf(stage, language), NumberFormat::isolate(name));
    }
    const Segments::Needs needs = Segments::needs(*rule, segments);
    if (!needs.stages && !needs.values)
        return;
    const QStringList asked = askedSegments(*rule, segments);
    const auto teller = std::ranges::find_if(asked, [&](const QString &name) {
        const auto at = std::ranges::find(segments, name, &Segments::Segment::name);
        return at != segments.end()
               && (Segments::needs(at->rule, {}).stages || Segments::needs(at->rule, {}).values);
    });
    const QString sentence =
        teller == asked.end()
            ? QCoreApplication::translate(
                  "Lifecycle", "The rule of the stage \"%1\" asks for a lifecycle stage or a lifetime "
                               "value, which are known only after the stages are, so it holds for "
                               "nobody. Ask for events, purchases, attributes or surveys instead.")
            : QCoreApplication::translate(
                  "Lifecycle", "The rule of the stage \"%1\" asks for the segment \"%2\", whose own rule "
                               "asks for a lifecycle stage or a lifetime value. These are known only "
                               "after the stages are, so it holds for nobody. Choose a segment of "
                               "events, purchases, attributes or surveys.");
    found << (teller == asked.end()
                  ? sentence.arg(nameOf(stage, language))
                  : sentence.arg(nameOf(stage, language), NumberFormat::isolate(*teller)));
}

void findRuleProblems(const LifecycleModel &lifecycle, const QList<Segments::Segment> &segments,
                      Language language, QStringList &found)
{
    const auto isStage = [&](const QString &id) {
        return std::ranges::find(lifecycle.stages, id, &Stage::id) != lifecycle.stages.end();
    };
    for (const Stage &stage : lifecycle.stages) {
        QList<Member> way{{false, stage.id}};
        if (leadsBack(lifecycle, segments, way)) {
            const bool passesSegment =
                std::ranges::any_of(way, [](const Member &member) { return member.isSegment; });
            const QString sentence =
                passesSegment
                    ? QCoreApplication::translate(
                          "Lifecycle", "The rule of the stage \"%1\" leads back to itself: %2. Take "
                                       "the stage out of the segment's rule, or the segment out of "
                                       "the stage's.")
                    : QCoreApplication::translate(
                          "Lifecycle", "The rule of the stage \"%1\" leads back to itself: %2. Take "
                                       "one of these stages out of the rules.");
            found << sentence.arg(nameOf(stage, language), wordsOf(way, lifecycle, language));
        } else {
            findUnknowable(stage, stage.entry.rule, segments, language, found);
        }
        findUnknowable(stage, stage.exit, segments, language, found);
        for (const QString &id : stagesIn(stage.entry.rule) + stagesIn(stage.exit)) {
            if (isStage(id))
                continue;
            found << QCoreApplication::translate(
                         "Lifecycle", "The rule of the stage \"%1\" asks for a stage \"%2\", "
                                      "which does not exist. Choose one of the lifecycle.")
                         .arg(nameOf(stage, language), id);
        }
    }
}

} // namespace

QStringList problems(const LifecycleModel &lifecycle, Language language,
                     const QList<Segments::Segment> &segments)
{
    QStringList found;
    if (lifecycle.stages.isEmpty())
        found << QCoreApplication::translate(
            "Lifecycle", "The lifecycle has no stage. Add one, or begin with a template.");
    QSet<QString> ids;
    QString expansionStage;
    int purchases = 0;
    QString purchaseStage;
    for (const Stage &stage : lifecycle.stages) {
        const QString name = nameOf(stage, language);
        if (ids.contains(stage.id)) {
            found << QCoreApplication::translate(
                         "Lifecycle", "Two stages have the id \"%1\". Give one of them another id.")
                         .arg(stage.id);
        }
        ids.insert(stage.id);
        if (!stage.hasOwner) {
            found << QCoreApplication::translate(
                         "Lifecycle",
                         "Nobody is accountable for the stage \"%1\". Choose a department.")
                         .arg(name);
        }
        if (stage.entry.isEmpty()) {
            found << QCoreApplication::translate("Lifecycle",
                                                 "No rule leads into the stage \"%1\". Name "
                                                 "an event or a purchase that does.")
                         .arg(name);
        }
        if (stage.side == Side::ValueExpansion && expansionStage.isEmpty())
            expansionStage = name;
        if (stage.side == Side::ValueCreation && !expansionStage.isEmpty()) {
            found << QCoreApplication::translate(
                         "Lifecycle", "The stage \"%1\" creates value but stands after \"%2\", "
                                      "which expands it. "
                                      "Move it before the turning point, or change its side.")
                         .arg(name, expansionStage);
        }
        // A later stage that only an earlier purchase could fill can never follow in order.
        if (stage.entry.purchaseNumber > 0) {
            if (stage.entry.purchaseNumber <= purchases && stage.entry.events.isEmpty()
                && !stage.entry.rule) {
                found << QCoreApplication::translate("Lifecycle",
                                                     "The stage \"%1\" begins with purchase "
                                                     "%2, but the stage \"%3\" before it "
                                                     "already needs purchase %4, so nobody "
                                                     "can reach it. Raise the number, "
                                                     "or change the order.")
                             .arg(name)
                             .arg(stage.entry.purchaseNumber)
                             .arg(purchaseStage)
                             .arg(purchases);
            }
            if (stage.entry.events.isEmpty() && stage.entry.purchaseNumber > purchases) {
                purchases = stage.entry.purchaseNumber;
                purchaseStage = name;
            }
        }
    }
    findRuleProblems(lifecycle, segments, language, found);
    if (!lifecycle.stages.isEmpty() && expansionStage.isEmpty()) {
        found << QCoreApplication::translate(
            "Lifecycle",
            "No stage stands on the side of value expansion, so there is no turning point. "
            "Move the last stages to that side.");
    }
    return found;
}

QStringList problems(const LifecycleModel &lifecycle, const Customers::Snapshot &snapshot,
                     Language language, const QList<Segments::Segment> &segments)
{
    QStringList found = problems(lifecycle, language, segments);
    Segments::Facts facts;
    facts.snapshot = Customers::SnapshotPtr(Customers::SnapshotPtr(), &snapshot);
    const bool hasRows = snapshot.purchases.size() > 0 || snapshot.events.size() > 0;
    const StageMask observable = hasRows ? EntryRules(snapshot, lifecycle).observable() : ~StageMask(0);
    for (int i = 0; i < qMin(int(lifecycle.stages.size()), largestStageCount); ++i) {
        const Stage &stage = lifecycle.stages[i];
        for (const std::optional<Segments::Rule> &rule : {stage.entry.rule, stage.exit}) {
            if (!rule)
                continue;
            for (const Segments::Condition *condition : Segments::conditions(*rule)) {
                if (condition->field == u"segment")
                    continue; // stands in the workspace, not in these columns
                const Result<Segments::Field> field = Segments::findField(facts, condition->field);
                if (!field)
                    found << QCoreApplication::translate("Lifecycle", "Rule of the stage \"%1\": %2")
                                 .arg(nameOf(stage, language), field.error().message);
            }
        }
        // Why a rule holds for nobody whatever the data was said above.
        const bool isTold = stage.entry.rule && stage.entry.events.isEmpty()
                            && stage.entry.purchaseNumber <= 0
                            && isUnknowable(*stage.entry.rule, segments);
        if (!stage.entry.isEmpty() && !isTold && !(observable >> i & 1)) {
            found << QCoreApplication::translate(
                         "Lifecycle", "Nothing in this workspace leads into the stage \"%1\" yet. "
                                      "Import its events, or change its entry rule.")
                         .arg(nameOf(stage, language));
        }
    }
    return found;
}

} // namespace Lifecycle
