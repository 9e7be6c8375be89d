#pragma once

#include "models/core/currency.h"
#include "models/core/dates.h"
#include "models/core/result.h"
#include "models/workspace/database.h"

#include <QDate>
#include <QString>
#include <QStringList>

/// What belongs to the workspace rather than to the machine. Read and written as one value.
struct WorkspaceSettings
{
    QString nameEnglish;          ///< "Rawafid Supplies"
    QString nameArabic;           ///< "روافد للتوريد"; empty: as in English
    Currency currency;
    double margin = 1;            ///< contribution margin as a fraction of revenue; 1: not known, values are revenue
    double annualDiscountRate = 0.1;
    int horizonMonths = 36;       ///< 0: lifetime
    double intervalLevel = 0.9;
    double retentionCost = 0;     ///< of keeping a customer for a year, major units
    QString discounting = QStringLiteral("continuous"); ///< when money counts as received, as on the command line
    QStringList covariates;       ///< attributes that explain purchases and dropout where a model can take them
    QStringList equalCovariates;  ///< those of them with one effect on purchases and dropout, in Pareto/NBD
    double covariatePenalty = 0;  ///< λ that holds their effects near zero; 0: plain maximum likelihood
    QString clvModel = QStringLiteral("bg-nbd"); ///< a MODEL of the command line
    QString spendModel = QStringLiteral("gamma-gamma");
    PeriodUnit opportunityPeriod = PeriodUnit::Year; ///< of BG/BB: each offers one purchase
    PeriodUnit billingPeriod = PeriodUnit::Month;    ///< of sBG and BdW: each ends with a renewal
    Qt::DayOfWeek weekStart = Qt::Sunday;
    QString lifecycleName;        ///< the definition of kind "lifecycle" in use; empty: the B2B template
    bool isDemo = false;

    bool operator==(const WorkspaceSettings &) const = default;
};

namespace Settings {

/// Values that are absent keep their defaults; a value out of range is replaced by its default.
Result<WorkspaceSettings> load(Database &database);
Result<void> save(Database &database, const WorkspaceSettings &settings);

/// A single stored value, such as the lifecycle's true parameters of the demo. Empty: none.
Result<QString> value(Database &database, const QString &key);
Result<void> setValue(Database &database, const QString &key, const QString &value);

} // namespace Settings
