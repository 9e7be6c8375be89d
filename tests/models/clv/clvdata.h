#pragma once

#include "models/clv/purchaserows.h"
#include "models/clv/purchasesummary.h"
#include "models/customers/snapshot.h"

#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QStringList>

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

/// The rows of a small table among the published data, with its headings; none where the folder is
/// not there.
QList<QStringList> tableOf(const QString &fileName);
/// A reference's array of numbers.
std::vector<double> numbersOf(const QJsonValue &array);
/// Equal customers together, as the fits want them.
Clv::PurchaseRows rowsOf(const Clv::PurchaseSummary &summary);

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

// Failures say what there was, what was expected and how far apart they are.
#define COMPARE_RELATIVE(actual, expected, tolerance)                                              \
    QVERIFY2(ClvData::relativeError(actual, expected) <= (tolerance),                              \
             qPrintable(QStringLiteral("%1 instead of %2, relative error %3")                      \
                            .arg(double(actual), 0, 'g', 14)                                       \
                            .arg(double(expected), 0, 'g', 14)                                     \
                            .arg(ClvData::relativeError(actual, expected))))
#define COMPARE_ABSOLUTE(actual, expected, tolerance)                                              \
    QVERIFY2(std::abs((actual) - (expected)) <= (tolerance),                                       \
             qPrintable(QStringLiteral("%1 instead of %2, off by more than %3")                    \
                            .arg(double(actual), 0, 'g', 14)                                       \
                            .arg(double(expected), 0, 'g', 14)                                     \
                            .arg(double(tolerance))))
