#include "models/core/jsonreader.h"
#include "models/lifecycle/lifecycle.h"

#include <QCoreApplication>
#include <QJsonArray>

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
    if (stage.entry.rule)
        entry.insert(u"rule"_s, Segments::toJson(*stage.entry.rule));
    QJsonObject json{{u"id"_s, stage.id},
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
    if (stage.exit)
        json.insert(u"exit"_s, Segments::toJson(*stage.exit));
    if (!stage.colour.isEmpty())
        json.insert(u"colour"_s, stage.colour);
    return json;
}

/// An optional segment rule in the field of \a reader's object.
Result<std::optional<Segments::Rule>> ruleFromJson(JsonReader &reader, const QString &field)
{
    if (!reader.has(field))
        return std::optional<Segments::Rule>();
    Result<Segments::Rule> rule =
        Segments::parseRule(reader.object(field), reader.pathOf(field));
    if (!rule)
        return rule.error();
    return std::optional<Segments::Rule>(*std::move(rule));
}

const QStringList &weekdayNames()
{
    static const QStringList names{u"monday"_s, u"tuesday"_s,  u"wednesday"_s, u"thursday"_s,
                                   u"friday"_s, u"saturday"_s, u"sunday"_s};
    return names;
}

QJsonObject serviceToJson(const ServiceLevel &service)
{
    QJsonArray weekend;
    for (const Qt::DayOfWeek day : service.week.weekend)
        weekend.append(weekdayNames().at(int(day) - 1));
    return {{u"hours"_s, service.hours},
            {u"weekend"_s, weekend},
            {u"work_from"_s, service.week.fromHour},
            {u"work_until"_s, service.week.untilHour},
            {u"loss_after_days"_s, service.lossAfterDays}};
}

Result<ServiceLevel> serviceFromJson(const QJsonObject &json, const QString &path)
{
    JsonReader reader(json, path);
    ServiceLevel service;
    service.hours = reader.number(u"hours"_s, service.hours, 0, 10000);
    service.week.fromHour = int(reader.integer(u"work_from"_s, service.week.fromHour, 0, 23));
    service.week.untilHour = int(reader.integer(u"work_until"_s, service.week.untilHour, 1, 24));
    service.lossAfterDays =
        int(reader.integer(u"loss_after_days"_s, service.lossAfterDays, 1, 36500));
    if (reader.has(u"weekend"_s)) {
        service.week.weekend.clear();
        for (const QString &name : reader.texts(u"weekend"_s)) {
            const qsizetype day = weekdayNames().indexOf(name);
            if (day < 0) {
                reader.refuse(QCoreApplication::translate(
                                  "Lifecycle",
                                  "The field \"%1\" names the day \"%2\", but must be one of: %3.")
                                  .arg(reader.pathOf(u"weekend"_s), name,
                                       weekdayNames().join(u", "_s)));
                break;
            }
            service.week.weekend.append(Qt::DayOfWeek(int(day) + 1));
        }
    }
    if (service.week.fromHour >= service.week.untilHour) {
        reader.refuse(QCoreApplication::translate(
                          "Lifecycle", "The field \"%1\" must lie before \"%2\".")
                          .arg(reader.pathOf(u"work_from"_s), reader.pathOf(u"work_until"_s)));
    }
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    return service;
}

Result<EntryRule> entryFromJson(const QJsonObject &json, const QString &path)
{
    JsonReader reader(json, path);
    EntryRule rule;
    rule.events = reader.texts(u"events"_s);
    rule.purchaseNumber = int(reader.integer(u"purchase_number"_s, 0, 0, 1000));
    const Result<std::optional<Segments::Rule>> held = ruleFromJson(reader, u"rule"_s);
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    if (!held)
        return held.error();
    rule.rule = *held;
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
    stage.colour =
        reader.word(u"colour"_s, QStringList{QString()} + stageColours(), QString());
    const Result<std::optional<Segments::Rule>> exit = ruleFromJson(reader, u"exit"_s);
    const Result<EntryRule> entry =
        entryFromJson(reader.object(u"entry"_s), reader.pathOf(u"entry"_s));
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    if (!entry)
        return entry.error();
    if (!exit)
        return exit.error();
    stage.entry = *entry;
    stage.exit = *exit;
    if (stage.id.isEmpty())
        return JsonReader::definitionError(
            QCoreApplication::translate("Lifecycle", "The field \"%1\" is missing.")
                .arg(reader.pathOf(u"id"_s)));
    return stage;
}

} // namespace

const QStringList &stageColours()
{
    static const QStringList colours{u"blue"_s, u"amber"_s, u"teal"_s,  u"vermilion"_s,
                                     u"sky"_s,  u"plum"_s,  u"violet"_s};
    return colours;
}

QJsonObject toJson(const LifecycleModel &lifecycle)
{
    QJsonArray stages;
    for (const Stage &stage : lifecycle.stages)
        stages.append(stageToJson(stage));
    return {{u"kind"_s, u"lifecycle"_s}, {u"name"_s, lifecycle.name}, {u"stages"_s, stages},
            {u"service_level"_s, serviceToJson(lifecycle.service)}};
}

Result<LifecycleModel> fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    LifecycleModel lifecycle;
    reader.word(u"kind"_s, {u"lifecycle"_s}, u"lifecycle"_s);
    lifecycle.name = reader.text(u"name"_s);
    const QList<QJsonObject> stages = reader.objects(u"stages"_s);
    const Result<ServiceLevel> service =
        serviceFromJson(reader.object(u"service_level"_s), u"service_level"_s);
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    if (!service)
        return service.error();
    lifecycle.service = *service;
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

} // namespace Lifecycle
