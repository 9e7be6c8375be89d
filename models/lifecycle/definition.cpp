#include "models/core/jsonreader.h"
#include "models/lifecycle/lifecycle.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Lifecycle {
namespace {

const QStringList &departmentNames()
{
    static const QStringList names{u"marketing"_s, u"sales"_s, u"customer_success"_s, u"service"_s,
                                   u"other"_s};
    return names;
}

QString departmentName(Department department) { return departmentNames().at(int(department)); }

const QStringList &sideNames()
{
    static const QStringList names{u"value_creation"_s, u"value_expansion"_s};
    return names;
}

QJsonObject stageToJson(const Stage &stage)
{
    QJsonArray contributing;
    for (const Department department : stage.contributing)
        contributing.append(departmentName(department));
    QJsonObject entry{{u"events"_s, QJsonArray::fromStringList(stage.entry.events)}};
    if (stage.entry.purchaseNumber > 0)
        entry.insert(u"purchase_number"_s, stage.entry.purchaseNumber);
    return {{u"id"_s, stage.id},
            {u"name_en"_s, stage.nameEnglish},
            {u"name_ar"_s, stage.nameArabic},
            {u"side"_s, sideNames().at(int(stage.side))},
            {u"accountable"_s,
             stage.hasOwner ? QJsonValue(departmentName(stage.accountable)) : QJsonValue()},
            {u"contributing"_s, contributing},
            {u"entry"_s, entry},
            {u"target"_s, stage.target},
            {u"playbook_en"_s, stage.playbookEnglish},
            {u"playbook_ar"_s, stage.playbookArabic}};
}

Result<EntryRule> entryFromJson(const QJsonObject &json, const QString &path)
{
    JsonReader reader(json, path);
    EntryRule rule;
    rule.events = reader.texts(u"events"_s);
    rule.purchaseNumber = int(reader.integer(u"purchase_number"_s, 0, 0, 1000));
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    return rule;
}

Result<Stage> stageFromJson(const QJsonObject &json, const QString &path)
{
    JsonReader reader(json, path);
    Stage stage;
    stage.id = reader.text(u"id"_s);
    stage.nameEnglish = reader.text(u"name_en"_s, stage.id);
    stage.nameArabic = reader.text(u"name_ar"_s, stage.nameEnglish);
    stage.side =
        Side(sideNames().indexOf(reader.word(u"side"_s, sideNames(), sideNames().first())));
    stage.hasOwner = reader.has(u"accountable"_s);
    if (stage.hasOwner) {
        stage.accountable = Department(departmentNames().indexOf(
            reader.word(u"accountable"_s, departmentNames(), departmentNames().first())));
    }
    for (const QString &name : reader.texts(u"contributing"_s)) {
        const qsizetype department = departmentNames().indexOf(name);
        if (department < 0) {
            reader.refuse(
                QCoreApplication::translate(
                    "Lifecycle",
                    "The field \"%1\" names the department \"%2\", but must be one of: %3.")
                    .arg(reader.pathOf(u"contributing"_s), name, departmentNames().join(u", "_s)));
            break;
        }
        stage.contributing.append(Department(department));
    }
    stage.target = reader.number(u"target"_s, 0, 0, 1);
    stage.playbookEnglish = reader.text(u"playbook_en"_s);
    stage.playbookArabic = reader.text(u"playbook_ar"_s);
    const Result<EntryRule> entry =
        entryFromJson(reader.object(u"entry"_s), reader.pathOf(u"entry"_s));
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    if (!entry)
        return entry.error();
    stage.entry = *entry;
    if (stage.id.isEmpty())
        return JsonReader::definitionError(
            QCoreApplication::translate("Lifecycle", "The field \"%1\" is missing.")
                .arg(reader.pathOf(u"id"_s)));
    return stage;
}

} // namespace

QJsonObject toJson(const LifecycleModel &lifecycle)
{
    QJsonArray stages;
    for (const Stage &stage : lifecycle.stages)
        stages.append(stageToJson(stage));
    return {{u"kind"_s, u"lifecycle"_s}, {u"name"_s, lifecycle.name}, {u"stages"_s, stages}};
}

Result<LifecycleModel> fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    LifecycleModel lifecycle;
    reader.word(u"kind"_s, {u"lifecycle"_s}, u"lifecycle"_s);
    lifecycle.name = reader.text(u"name"_s);
    const QList<QJsonObject> stages = reader.objects(u"stages"_s);
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    if (stages.isEmpty()) {
        return JsonReader::definitionError(QCoreApplication::translate(
            "Lifecycle", "The field \"stages\" is empty. A lifecycle needs at least one stage."));
    }
    if (stages.size() > largestStageCount) {
        return JsonReader::definitionError(
            QCoreApplication::translate(
                "Lifecycle", "The field \"stages\" holds %1 stages; at most %2 are possible.")
                .arg(stages.size())
                .arg(largestStageCount));
    }
    for (int i = 0; i < stages.size(); ++i) {
        const Result<Stage> stage = stageFromJson(stages[i], u"stages[%1]"_s.arg(i));
        if (!stage)
            return stage.error();
        lifecycle.stages.append(*stage);
    }
    return lifecycle;
}

QStringList problems(const LifecycleModel &lifecycle)
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
        const QString name = stage.nameEnglish.isEmpty() ? stage.id : stage.nameEnglish;
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
            if (stage.entry.purchaseNumber <= purchases && stage.entry.events.isEmpty()) {
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
    if (!lifecycle.stages.isEmpty() && expansionStage.isEmpty()) {
        found << QCoreApplication::translate(
            "Lifecycle",
            "No stage stands on the side of value expansion, so there is no turning point. "
            "Move the last stages to that side.");
    }
    return found;
}

} // namespace Lifecycle
