#include "models/workspace/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Settings {
namespace {

constexpr auto settingsKey = "workspace";

QJsonObject toJson(const WorkspaceSettings &settings)
{
    return {{QStringLiteral("name_en"), settings.nameEnglish},
            {QStringLiteral("name_ar"), settings.nameArabic},
            {QStringLiteral("currency"), settings.currency.code},
            {QStringLiteral("margin"), settings.margin},
            {QStringLiteral("annual_discount_rate"), settings.annualDiscountRate},
            {QStringLiteral("horizon_months"), settings.horizonMonths},
            {QStringLiteral("interval_level"), settings.intervalLevel},
            {QStringLiteral("retention_cost"), settings.retentionCost},
            {QStringLiteral("discounting"), settings.discounting},
            {QStringLiteral("covariates"), QJsonArray::fromStringList(settings.covariates)},
            {QStringLiteral("equal_covariates"), QJsonArray::fromStringList(settings.equalCovariates)},
            {QStringLiteral("covariate_penalty"), settings.covariatePenalty},
            {QStringLiteral("clv_model"), settings.clvModel},
            {QStringLiteral("spend_model"), settings.spendModel},
            {QStringLiteral("opportunity_period"), periodUnitName(settings.opportunityPeriod)},
            {QStringLiteral("billing_period"), periodUnitName(settings.billingPeriod)},
            {QStringLiteral("week_start"), int(settings.weekStart)},
            {QStringLiteral("lifecycle"), settings.lifecycleName},
            {QStringLiteral("demo"), settings.isDemo}};
}

double within(const QJsonValue &value, double lowest, double highest, double fallback)
{
    const double number = value.toDouble(fallback);
    return number >= lowest && number <= highest ? number : fallback;
}

WorkspaceSettings fromJson(const QJsonObject &json)
{
    const WorkspaceSettings fallback;
    WorkspaceSettings settings;
    settings.nameEnglish = json[u"name_en"].toString();
    settings.nameArabic = json[u"name_ar"].toString();
    const QString code = json[u"currency"].toString();
    settings.currency.code = code.size() == 3 ? code : fallback.currency.code;
    settings.margin = within(json[u"margin"], 0.0001, 1, fallback.margin);
    settings.annualDiscountRate = within(json[u"annual_discount_rate"], -0.99, 10, fallback.annualDiscountRate);
    settings.horizonMonths = int(within(json[u"horizon_months"], 0, 1200, fallback.horizonMonths));
    settings.intervalLevel = within(json[u"interval_level"], 0.5, 0.999, fallback.intervalLevel);
    settings.retentionCost = within(json[u"retention_cost"], 0, 1e9, fallback.retentionCost);
    settings.discounting = json[u"discounting"].toString(fallback.discounting);
    for (const QJsonValue &field : json[u"covariates"].toArray())
        settings.covariates.append(field.toString());
    for (const QJsonValue &field : json[u"equal_covariates"].toArray())
        settings.equalCovariates.append(field.toString());
    settings.covariatePenalty =
        within(json[u"covariate_penalty"], 0, 1e6, fallback.covariatePenalty);
    settings.clvModel = json[u"clv_model"].toString(fallback.clvModel);
    settings.spendModel = json[u"spend_model"].toString(fallback.spendModel);
    settings.opportunityPeriod = periodUnitFromName(json[u"opportunity_period"].toString())
                                     .value_or(fallback.opportunityPeriod);
    settings.billingPeriod =
        periodUnitFromName(json[u"billing_period"].toString()).value_or(fallback.billingPeriod);
    settings.weekStart = Qt::DayOfWeek(int(within(json[u"week_start"], 1, 7, int(fallback.weekStart))));
    settings.lifecycleName = json[u"lifecycle"].toString();
    settings.isDemo = json[u"demo"].toBool();
    return settings;
}

} // namespace

Result<QString> value(Database &database, const QString &key)
{
    return database.attempt([&](SQLite::Database &connection) -> QString {
        SQLite::Statement query(connection, "SELECT value FROM setting WHERE key = ?");
        query.bind(1, key.toStdString());
        return query.executeStep() ? QString::fromUtf8(query.getColumn(0).getText()) : QString();
    });
}

Result<void> setValue(Database &database, const QString &key, const QString &value)
{
    return database.attempt([&](SQLite::Database &connection) {
        SQLite::Statement write(connection, "INSERT INTO setting(key, value) VALUES(?, ?) "
                                            "ON CONFLICT(key) DO UPDATE SET value = excluded.value");
        write.bind(1, key.toStdString());
        write.bind(2, value.toStdString());
        write.exec();
    });
}

Result<WorkspaceSettings> load(Database &database)
{
    const Result<QString> text = value(database, QString::fromLatin1(settingsKey));
    if (!text)
        return text.error();
    return fromJson(QJsonDocument::fromJson(text->toUtf8()).object());
}

Result<void> save(Database &database, const WorkspaceSettings &settings)
{
    return setValue(database, QString::fromLatin1(settingsKey),
                    QString::fromUtf8(QJsonDocument(toJson(settings)).toJson(QJsonDocument::Compact)));
}

} // namespace Settings
