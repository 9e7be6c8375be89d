#include "models/funnel/analyse.h"

#include "models/core/jsonreader.h"
#include "models/funnel/answers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

struct Kind
{
    QString name;
    Answers::Answer (*answer)(const EventLog &, const QJsonObject &, const Progress &);
};

const QList<Kind> &allKinds()
{
    static const QList<Kind> kinds{{u"funnel"_s, Answers::funnel},
                                   {u"funnel_breakdown"_s, Answers::funnel},
                                   {u"funnel_compare"_s, Answers::compare},
                                   {u"funnel_trend"_s, Answers::trend},
                                   {u"funnel_correlation"_s, Answers::drivers},
                                   {u"time_to_convert"_s, Answers::times},
                                   {u"bin_boundaries"_s, Answers::bins},
                                   {u"retention"_s, Answers::retention},
                                   {u"lifecycle"_s, Answers::growth},
                                   {u"stickiness"_s, Answers::stickiness},
                                   {u"paths"_s, Answers::paths},
                                   {u"path_dropoff"_s, Answers::paths},
                                   {u"transitions"_s, Answers::transitions},
                                   {u"event_conversion"_s, Answers::conversion},
                                   {u"stage_funnel"_s, Answers::stageFunnel},
                                   {u"stage_times"_s, Answers::stageTimes}};
    return kinds;
}

/// Accounts instead of customers, where the definition counts them.
Result<EventLog> logOf(const EventLog &log, const QJsonObject &definition)
{
    if (definition.value(u"count"_s) != u"accounts"_s)
        return log;
    return groupedBy(log, definition.value(u"account_property"_s).toString(u"company"_s),
                     u"account_property"_s);
}

} // namespace

QStringList kinds()
{
    QStringList names;
    for (const Kind &kind : allKinds())
        names.append(kind.name);
    return names;
}

Result<QJsonObject> analyse(const EventLog &log, const QJsonObject &definition,
                            const Progress &progress)
{
    const QString name = definition.value(u"kind"_s).toString();
    for (const Kind &kind : allKinds()) {
        if (kind.name != name)
            continue;
        const Result<EventLog> counted = logOf(log, definition);
        if (!counted)
            return counted.error();
        Answers::Answer answer = kind.answer(*counted, definition, progress);
        if (answer)
            answer->insert(u"kind"_s, name);
        return answer;
    }
    if (name.isEmpty()) {
        return JsonReader::definitionError(
            QCoreApplication::translate("Funnel",
                                        "The field \"kind\" is missing. It must be one of: %1.")
                .arg(kinds().join(u", "_s)));
    }
    return JsonReader::definitionError(
        QCoreApplication::translate("Funnel",
                                    "The field \"kind\" is \"%1\", but must be one of: %2.")
            .arg(name, kinds().join(u", "_s)));
}

Result<QJsonObject> analyse(const Workspace &workspace, Customers::SnapshotPtr snapshot,
                            const QJsonObject &definition, const Progress &progress)
{
    return analyse(EventLog::fromWorkspace(workspace, std::move(snapshot)), definition, progress);
}

} // namespace Funnel
