#pragma once

#include "models/customers/snapshot.h"
#include "models/workspace/database.h"

#include <optional>

namespace Customers {

/// A row of the customer table.
struct Customer
{
    CustomerId id;
    QString reference; ///< the source's id
    QString name;
    QString email;
    QString phone;
    QString company;
    QString country;
    QString city;
    QString channel;
    QString stage;
    QDate acquiredOn;                      ///< invalid: not known
    std::optional<qint64> acquisitionCost; ///< minor units
};

/// Something that happened with one customer.
struct TimelineEntry
{
    enum class Kind {
        Purchase,
        Refund,
        Event,
        Survey,
        Interaction,
        SubscriptionStart,
        SubscriptionEnd,
        Deal ///< enters a stage of sales
    };

    Kind kind = Kind::Purchase;
    qint64 seconds = 0;           ///< epoch
    QString subject; ///< category, event, instrument, channel or a deal's stage, as in the data
    std::optional<qint64> amount; ///< minor units of currency: purchase, refund, deal; the price of a
                                  ///< subscription for each billing period
    QString currency;
    std::optional<double> value; ///< survey score, interaction effort, event value
    QString detail;              ///< order id, properties, comment, deal id
    std::optional<bool> accepted = {}; ///< whether the next department took the deal
    QString reason = {};               ///< why it did not
};

/// Everything about one customer that a card shows.
struct CustomerCard
{
    struct Attribute
    {
        QString title;
        QString text; ///< empty where number holds
        std::optional<double> number;
    };

    Customer customer;
    QList<Attribute> attributes;   ///< those with a value
    QList<TimelineEntry> timeline; ///< newest first, at most as many as asked for
    qint64 timelineEntries = 0;    ///< how many there are in all
};

/// Reads single customers and pages of them from the file by row id.
class CustomerStore
{
public:
    static Result<CustomerStore> open(const Workspace &workspace);

    /// In the order of \a rows; a row that does not exist has an invalid id.
    Result<QList<Customer>> customers(const std::vector<std::int64_t> &rows);
    /// The newest \a limit entries of the timeline; facts are found through the snapshot's columns.
    Result<CustomerCard> card(const Snapshot &snapshot, CustomerIndex customer, int limit = 200);

    [[nodiscard]] Database &database() { return m_database; }

private:
    explicit CustomerStore(Database database);

    Database m_database;
};

/// Rows of the customers whose reference, name, e-mail, phone or company holds \a text, ascending.
/// Letters A to Z match in either case. Empty text: all customers.
Result<std::vector<std::int64_t>> searchCustomers(Database &database, const QString &text,
                                                  const Progress &progress = {});
/// The same, and in each of \a columns (of the table customer, such as "email") its text occurs.
Result<std::vector<std::int64_t>>
searchCustomers(Database &database, const QString &text,
                const QList<std::pair<QByteArray, QString>> &columns, const Progress &progress = {});
Result<std::vector<std::int64_t>> searchCustomers(const Workspace &workspace, const QString &text,
                                                  const Progress &progress = {});

} // namespace Customers
