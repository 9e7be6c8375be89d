#include "models/clv/clvstore.h"

#include "models/clv/clvjson.h"
#include "models/clv/purchasesummary.h"

#include <QJsonDocument>

namespace Clv {

using namespace Qt::StringLiterals;

namespace {

std::string textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

QJsonObject objectOf(const char *text)
{
    return QJsonDocument::fromJson(QByteArray(text)).object();
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
        const std::int64_t until = dayNumber(result.until);
        const std::string version = result.dataVersion.toStdString();
        SQLite::Statement earlier(connection,
                                  "DELETE FROM result WHERE kind = 'clv' AND data_until = ? AND "
                                  "data_version = ? AND definition = ?");
        earlier.bind(1, until);
        earlier.bind(2, version);
        earlier.bind(3, definition);
        earlier.exec();
        SQLite::Statement insert(connection,
                                 "INSERT INTO result(kind, made, data_until, data_version, "
                                 "definition, json) VALUES('clv', ?, ?, ?, ?, ?)");
        insert.bind(1, std::int64_t(made.toSecsSinceEpoch()));
        insert.bind(2, until);
        insert.bind(3, version);
        insert.bind(4, definition);
        insert.bind(5, document);
        insert.exec();
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
