#include "models/clv/clvstore.h"

#include "models/clv/clvjson.h"
#include "models/clv/purchasesummary.h"

#include <QJsonDocument>

#include <vector>

namespace Clv {

using namespace Qt::StringLiterals;

namespace {

/// Characters; what is shorter holds no lists worth removing.
constexpr int longDocument = 4000;

std::string textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

QJsonObject objectOf(const char *text)
{
    return QJsonDocument::fromJson(QByteArray(text)).object();
}

/// What of a query decides the fit; the rest says how it is valued.
QJsonObject fitOf(QJsonObject method)
{
    for (const char16_t *valuing : {u"horizon", u"discount", u"discounting", u"margin",
                                    u"retention_cost", u"interval", u"seed"})
        method.remove(QStringView(valuing));
    return method;
}

void removeRow(SQLite::Database &connection, std::int64_t id)
{
    SQLite::Statement removal(connection, "DELETE FROM result WHERE id = ?");
    removal.bind(1, id);
    removal.exec();
}

/// Results of the day and way of fitting: that of the same data, and of other data all but the
/// newest few.
void removeReplaced(SQLite::Database &connection, const ClvResult &result)
{
    const QJsonObject fit = fitOf(toJson(result.query));
    const std::string version = result.dataVersion.toStdString();
    SQLite::Statement sameDay(connection, "SELECT id, data_version, definition FROM result WHERE "
                                          "kind = 'clv' AND data_until = ? ORDER BY made DESC, id "
                                          "DESC");
    sameDay.bind(1, std::int64_t(dayNumber(result.until)));
    std::vector<std::int64_t> replaced;
    int others = 1; // with the new one
    while (sameDay.executeStep()) {
        if (fitOf(objectOf(sameDay.getColumn(2).getText())) != fit)
            continue;
        if (version == sameDay.getColumn(1).getText() || ++others > ClvStore::mostOfOneDay)
            replaced.push_back(sameDay.getColumn(0).getInt64());
    }
    for (const std::int64_t id : replaced)
        removeRow(connection, id);
}

/// Takes long lists out of every result but the newest: a trend needs its figures alone.
void shortenEarlier(SQLite::Database &connection, std::int64_t newest)
{
    SQLite::Statement earlier(connection, "SELECT id, json FROM result WHERE kind = 'clv' AND id <> "
                                          "? AND length(json) > ?");
    earlier.bind(1, newest);
    earlier.bind(2, longDocument);
    std::vector<std::pair<std::int64_t, std::string>> shortened;
    while (earlier.executeStep()) {
        QJsonObject document = objectOf(earlier.getColumn(1).getText());
        for (const char16_t *list : {u"holdout", u"survival", u"tests", u"candidates"})
            document.remove(QStringView(list));
        shortened.emplace_back(earlier.getColumn(0).getInt64(), textOf(document));
    }
    for (const auto &[id, document] : shortened) {
        SQLite::Statement write(connection, "UPDATE result SET json = ? WHERE id = ?");
        write.bind(1, document);
        write.bind(2, id);
        write.exec();
    }
}

} // namespace

bool isSameMethod(const StoredClv &a, const StoredClv &b)
{
    return a.model == b.model && a.method == b.method;
}

Result<void> ClvStore::save(const ClvResult &result, const QDateTime &made, const QString &currency)
{
    const std::string definition = textOf(toJson(result.query));
    QJsonObject json = toJson(result, 0, currency);
    json.remove(u"seconds"_s); // says something about the machine, not about the customers
    const std::string document = textOf(json);
    return m_database.attempt([&](SQLite::Database &connection) {
        SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
        removeReplaced(connection, result);
        SQLite::Statement insert(connection,
                                 "INSERT INTO result(kind, made, data_until, data_version, "
                                 "definition, json) VALUES('clv', ?, ?, ?, ?, ?)");
        insert.bind(1, std::int64_t(made.toSecsSinceEpoch()));
        insert.bind(2, std::int64_t(dayNumber(result.until)));
        insert.bind(3, result.dataVersion.toStdString());
        insert.bind(4, definition);
        insert.bind(5, document);
        insert.exec();
        shortenEarlier(connection, connection.getLastInsertRowid());
        SQLite::Statement oldest(connection,
                                 "DELETE FROM result WHERE kind = 'clv' AND id NOT IN (SELECT id "
                                 "FROM result WHERE kind = 'clv' ORDER BY made DESC, id DESC LIMIT "
                                 "?)");
        oldest.bind(1, mostKept);
        oldest.exec();
        transaction.commit();
    });
}

Result<QList<StoredClv>> ClvStore::load()
{
    return m_database.attempt([](SQLite::Database &connection) {
        QList<StoredClv> list;
        SQLite::Statement query(connection,
                                "SELECT id, made, data_until, data_version, definition, json FROM "
                                "result WHERE kind = 'clv' ORDER BY data_until, made, id");
        while (query.executeStep()) {
            StoredClv stored;
            stored.id = query.getColumn(0).getInt64();
            stored.made = QDateTime::fromSecsSinceEpoch(query.getColumn(1).getInt64(), Qt::UTC);
            stored.until = QDate(1970, 1, 1).addDays(query.getColumn(2).getInt64());
            stored.dataVersion = QString::fromUtf8(query.getColumn(3).getText());
            stored.method = objectOf(query.getColumn(4).getText());
            stored.result = objectOf(query.getColumn(5).getText());
            stored.model = stored.result[u"model"_s].toString();
            stored.dataFingerprint = stored.result[u"data_fingerprint"_s].toString();
            const QJsonObject clv = stored.result[u"clv"_s].toObject();
            stored.mean = clv[u"mean"_s].toDouble(notAvailable);
            stored.total = clv[u"total"_s].toDouble(notAvailable);
            stored.low = clv[u"low"_s].toDouble(notAvailable);
            stored.high = clv[u"high"_s].toDouble(notAvailable);
            list.append(stored);
        }
        return list;
    });
}

} // namespace Clv
