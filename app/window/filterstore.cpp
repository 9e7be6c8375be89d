#include "app/window/filterstore.h"

#include "models/workspace/settings.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace FilterStore {
namespace {

const QString filterKey = u"view.filter"_s;

QJsonObject toJson(const DateRange &range)
{
    return {{u"from"_s, range.from.toString(Qt::ISODate)}, {u"until"_s, range.until.toString(Qt::ISODate)}};
}

DateRange rangeFromJson(const QJsonObject &json)
{
    return {QDate::fromString(json[u"from"].toString(), Qt::ISODate),
            QDate::fromString(json[u"until"].toString(), Qt::ISODate)};
}

QString toText(const Insights::PeriodFilter &filter)
{
    QJsonObject json{{u"period"_s, toJson(filter.period)}};
    if (filter.comparison)
        json[u"comparison"_s] = toJson(*filter.comparison);
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<Insights::PeriodFilter> filterFromText(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    Insights::PeriodFilter filter{rangeFromJson(json[u"period"].toObject()), {}};
    if (!filter.period.isValid())
        return {};
    const DateRange comparison = rangeFromJson(json[u"comparison"].toObject());
    if (comparison.isValid())
        filter.comparison = comparison;
    return filter;
}

} // namespace

std::optional<Insights::PeriodFilter> load(Database &database)
{
    const Result<QString> filter = Settings::value(database, filterKey);
    return filter ? filterFromText(*filter) : std::nullopt;
}

Result<void> save(Database &database, const Insights::PeriodFilter &filter)
{
    return Settings::setValue(database, filterKey, toText(filter));
}

} // namespace FilterStore
