#pragma once

#include "models/clv/clvresult.h"
#include "models/core/result.h"
#include "models/workspace/database.h"

#include <QDateTime>
#include <QJsonObject>

namespace Clv {

/// A result as the workspace keeps it: what came out, how, from which data.
struct StoredClv
{
    qint64 id = 0;
    QDateTime made; ///< UTC
    QDate until;    ///< last day of data used
    QString dataVersion;
    QString dataFingerprint;
    QString model;      ///< that was fitted; "historic-mean" where there was none
    QJsonObject method; ///< the query as asked
    QJsonObject result; ///< as `qeema clv --json` prints it
    double mean = notAvailable;
    double total = notAvailable;
    double low = notAvailable;
    double high = notAvailable;
};

/// True where two results differ only in their day and data: a trend through both has no break.
[[nodiscard]] bool isSameMethod(const StoredClv &a, const StoredClv &b);

/// The workspace's dated lifetime values, in the table `result`.
class ClvStore
{
public:
    explicit ClvStore(Database &database) : m_database(database) {}

    /// Keeps \a result as the one of its day, data and fit: an earlier one is replaced, also where it
    /// was valued with another horizon, discount rate, margin or interval, so that trying settings
    /// leaves nothing behind. Earlier results lose what only the newest is looked up for, such as the
    /// holdout's weeks, and beyond mostKept the oldest go.
    Result<void> save(const ClvResult &result, const QDateTime &made, const QString &currency = {});
    /// All of them, oldest data first, then oldest made.
    [[nodiscard]] Result<QList<StoredClv>> load();

    /// Results that are kept: one a day for more than two years.
    static constexpr int mostKept = 800;
    /// Of one day and way of fitting, when its data are imported again and again.
    static constexpr int mostOfOneDay = 3;

private:
    Database &m_database;
};

} // namespace Clv
