#include "tests/models/clv/clvdata.h"

#include "models/numerics/random.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <tuple>

using namespace Qt::StringLiterals;

namespace ClvData {

Customers::Snapshot snapshotOf(std::vector<Purchase> purchases, int customers)
{
    std::stable_sort(purchases.begin(), purchases.end(), [](const Purchase &a, const Purchase &b) {
        return std::tie(a.customer, a.day, a.second) < std::tie(b.customer, b.day, b.second);
    });
    Customers::Snapshot snapshot;
    snapshot.version = u"test"_s;
    QDate first;
    QDate last;
    for (const Purchase &purchase : purchases) {
        first = first.isValid() ? std::min(first, purchase.day) : purchase.day;
        last = last.isValid() ? std::max(last, purchase.day) : purchase.day;
    }
    snapshot.purchaseExtent = {first, last};
    snapshot.extent = snapshot.purchaseExtent;
    auto &columns = snapshot.purchases;
    columns.epoch = first.isValid() ? epochSeconds(first) : 0;
    columns.first.assign(std::size_t(customers) + 1, 0);
    for (const Purchase &purchase : purchases) {
        ++columns.first[std::size_t(purchase.customer) + 1];
        columns.time.push_back(
            std::uint32_t(epochSeconds(purchase.day) + purchase.second - columns.epoch));
        columns.amount.push_back(purchase.amount);
        columns.category.push_back(0);
        columns.row.push_back(std::uint32_t(columns.row.size() + 1));
    }
    for (std::size_t i = 0; i < std::size_t(customers); ++i) {
        columns.first[i + 1] += columns.first[i];
        snapshot.customerRow.push_back(std::int64_t(i) + 1);
    }
    return snapshot;
}

std::optional<Log> readLog(const QString &fileName, const QString &amountColumn)
{
    const QList<QStringList> rows = tableOf(fileName);
    if (rows.isEmpty())
        return std::nullopt;
    const QStringList &header = rows.first();
    const qsizetype idColumn = header.indexOf(u"customer_id"_s);
    const qsizetype dateColumn = header.indexOf(u"date"_s);
    const qsizetype valueColumn = amountColumn.isEmpty() ? -1 : header.indexOf(amountColumn);
    Log log;
    QHash<QString, int> positions;
    std::vector<Purchase> purchases;
    for (const QStringList &cells : rows.mid(1)) {
        if (cells.size() < header.size())
            continue;
        const QString id = cells[idColumn];
        if (!positions.contains(id)) {
            positions.insert(id, int(log.ids.size()));
            log.ids.append(id);
        }
        const double amount = valueColumn < 0 ? 0 : cells[valueColumn].toDouble();
        purchases.push_back({positions[id], QDate::fromString(cells[dateColumn], Qt::ISODate),
                             qint64(std::llround(amount * 100)), 0});
    }
    log.snapshot = snapshotOf(std::move(purchases), int(log.ids.size()));
    return log;
}

namespace {

QJsonArray entries()
{
    QFile file(QStringLiteral(QEEMA_SHARED_DIR "/reference/clv_reference.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object()[u"entries"_s].toArray();
}

} // namespace

QJsonObject reference(const QString &id)
{
    for (const QJsonValue &entry : entries()) {
        if (entry[u"id"_s].toString() == id)
            return entry.toObject();
    }
    return {};
}

bool hasReference()
{
    return QFile::exists(QStringLiteral(QEEMA_SHARED_DIR "/reference/clv_reference.json"));
}

QList<QStringList> tableOf(const QString &fileName)
{
    QFile file(QStringLiteral(QEEMA_SHARED_DIR "/data/clv/") + fileName);
    QList<QStringList> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    while (!file.atEnd())
        rows.append(QString::fromUtf8(file.readLine()).trimmed().split(u','));
    return rows;
}

std::vector<double> numbersOf(const QJsonValue &array)
{
    std::vector<double> values;
    for (const QJsonValue &value : array.toArray())
        values.push_back(value.toDouble());
    return values;
}

Clv::PurchaseRows rowsOf(const Clv::PurchaseSummary &summary)
{
    return Clv::groupRows(summary.x, summary.tx, summary.T);
}

double relativeError(double actual, double expected)
{
    return expected == 0 ? std::abs(actual) : std::abs(actual - expected) / std::abs(expected);
}

namespace {

double wholeDays(double weeks) { return std::floor(weeks * 7) / 7; }

} // namespace

Simulated simulateParetoNbd(double r, double alpha, double s, double beta, int customers,
                            std::uint64_t seed, bool daily)
{
    Numerics::Random random(seed);
    Simulated result;
    for (int i = 0; i < customers; ++i) {
        const double age = wholeDays(random.uniform(26, 104));
        const double lambda = random.gamma(r, alpha);
        const double end = std::min(age, random.exponential(random.gamma(s, beta)));
        std::uint32_t count = 0;
        double last = 0;
        double lastDay = 0;
        for (double time = random.exponential(lambda); time <= end;
             time += random.exponential(lambda)) {
            const double day = daily ? wholeDays(time) : time;
            if (day
                <= lastDay) // purchases of one day count once, those of the first day not at all
                continue;
            ++count;
            last = day;
            lastDay = day;
        }
        result.x.push_back(count);
        result.tx.push_back(last);
        result.T.push_back(age);
    }
    return result;
}

Simulated simulateBetaGeometric(int flipsAtFirst, double r, double alpha, double a, double b,
                                int customers, std::uint64_t seed)
{
    Numerics::Random random(seed);
    Simulated result;
    for (int i = 0; i < customers; ++i) {
        const double age = wholeDays(random.uniform(26, 104));
        const double lambda = random.gamma(r, alpha);
        const double p = random.beta(a, b);
        std::uint32_t count = 0;
        double last = 0;
        if (flipsAtFirst == 0 || random.uniform() >= p) {
            for (double time = random.exponential(lambda); time <= age;
                 time += random.exponential(lambda)) {
                ++count;
                last = time;
                if (random.uniform() < p)
                    break;
            }
        }
        result.x.push_back(count);
        result.tx.push_back(last);
        result.T.push_back(age);
    }
    return result;
}

} // namespace ClvData
