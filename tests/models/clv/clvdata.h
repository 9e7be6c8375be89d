#pragma once

#include "models/clv/purchasesummary.h"
#include "models/customers/snapshot.h"

#include <QDate>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

/// Data the lifetime value tests share: the published purchase logs, the reference numbers and
/// simulated customers.
namespace ClvData {

/// One purchase of a simulated or real log.
struct Purchase
{
    int customer = 0; ///< 0-based position
    QDate day;
    qint64 amount = 0; ///< minor units
    int second = 0;    ///< of the day
};

/// Columns as a workspace would load them; purchases may come in any order.
Customers::Snapshot snapshotOf(std::vector<Purchase> purchases, int customers);

/// A log with columns customer_id, date and, if named, an amount; customers in the order of their
/// first row.
struct Log
{
    Customers::Snapshot snapshot;
    QStringList ids;
    [[nodiscard]] int indexOf(const QString &id) const { return int(ids.indexOf(id)); }
};
/// Nothing where the shared folder is not there.
std::optional<Log> readLog(const QString &fileName, const QString &amountColumn = {});

/// The reference file's entry of that id; empty where the folder is not there.
QJsonObject reference(const QString &id);
bool hasReference();

/// |actual - expected| as a part of |expected|.
double relativeError(double actual, double expected);

/// Draws customers of a Pareto/NBD or (M)BG/NBD population with ages of 26 to 104 weeks and daily
/// dates.
struct Simulated
{
    std::vector<std::uint32_t> x;
    std::vector<double> tx;
    std::vector<double> T;
};
Simulated simulateParetoNbd(double r, double alpha, double s, double beta, int customers,
                            std::uint64_t seed, bool daily = true);
Simulated simulateBetaGeometric(int flipsAtFirst, double r, double alpha, double a, double b,
                                int customers, std::uint64_t seed);

} // namespace ClvData
