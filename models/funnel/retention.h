#pragma once

#include "models/core/progress.h"
#include "models/funnel/condition.h"
#include "models/funnel/periods.h"

namespace Funnel {

/// Who comes back: cohorts by period, and their return in the periods after.
struct RetentionQuery
{
    Interval period = Interval::Day;
    int intervals = 11; ///< periods, of which the last holds date_to
    QString dateToText;
    std::optional<std::int64_t> dateTo;
    Qt::DayOfWeek weekStart = Qt::Sunday;
    Condition target; ///< starts a cohort
    Condition returning;
    bool firstTime =
        false; ///< only the first target event ever starts a cohort; else every period with one
    bool cumulative = false; ///< returned in that period or a later one
    int minOccurrences = 1;  ///< returning events that a period needs
    bool operator==(const RetentionQuery &) const = default;
};

Result<RetentionQuery> retentionQueryFromJson(const QJsonObject &json);
QJsonObject toJson(const RetentionQuery &query);

struct RetentionMatrix
{
    QStringList periods; ///< ISO dates of their starts
    QList<QList<qint64>>
        rows; ///< triangle: row is the cohort's period, column 0 its size, column k k periods on
};
Result<RetentionMatrix> evaluateRetention(const EventLog &log, const RetentionQuery &query,
                                          const Progress &progress = {});

} // namespace Funnel
