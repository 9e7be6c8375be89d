#pragma once

#include "models/core/currency.h"
#include "models/core/dates.h"
#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/core/strongid.h"
#include "models/workspace/workspace.h"

#include <QHash>
#include <QList>
#include <QString>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

/// The columns in memory that answer questions over all customers. Built once from the rows and
/// immutable from then on; a question keeps the snapshot it began with.
namespace Customers {

/// Position of a customer within a snapshot: 0 to customers - 1. Not stored anywhere.
using CustomerIndex = std::uint32_t;

/// Purchases clustered by customer, each customer's in order of time, then of row. A refund is a
/// negative amount.
struct PurchaseColumns
{
    std::vector<std::uint32_t> first;    ///< customers + 1 offsets into the columns below
    std::int64_t epoch = 0;              ///< epoch seconds of time 0
    std::vector<std::uint32_t> time;     ///< seconds since epoch
    std::vector<std::int64_t> amount;    ///< minor units of the workspace's currency
    std::vector<std::uint16_t> category; ///< index into categories; 0: none
    std::vector<std::uint32_t> row;      ///< row id in the file
    QList<QString> categories;           ///< [0] is empty

    [[nodiscard]] std::size_t size() const { return time.size(); }
    [[nodiscard]] std::int64_t seconds(std::size_t i) const
    {
        return epoch + time[i];
    } ///< epoch seconds
};

/// Events clustered by customer, each customer's in order of time, then of row.
struct EventColumns
{
    std::vector<std::uint32_t> first;
    std::int64_t epoch = 0;
    std::vector<std::uint32_t> time;
    std::vector<std::uint16_t> name; ///< index into names
    std::vector<std::uint32_t> row;
    QList<QString> names;

    [[nodiscard]] std::size_t size() const { return time.size(); }
    [[nodiscard]] std::int64_t seconds(std::size_t i) const { return epoch + time[i]; }
};

/// Contracts in order of customer, then of their start.
struct SubscriptionColumns
{
    std::vector<CustomerIndex> customer;
    std::vector<std::int32_t> startedDay; ///< days since 1970-01-01
    std::vector<std::int32_t> endedDay;   ///< INT32_MIN: still running
    std::vector<std::int64_t> price;      ///< minor units a billing period; INT64_MIN: not known

    [[nodiscard]] std::size_t size() const { return customer.size(); }
};

/// Customers whose purchases were summarised elsewhere, in order of customer; times in days.
struct SummaryColumns
{
    std::vector<CustomerIndex> customer;
    std::vector<std::uint32_t> x;   ///< repeat purchases
    std::vector<double> lastDays;   ///< from the first to the last purchase
    std::vector<double> ageDays;    ///< from the first purchase to `day`
    std::vector<double> meanSpend;  ///< major units a repeat purchase; NaN: not known
    QDate day;                      ///< on which they stand: when they were imported

    [[nodiscard]] std::size_t size() const { return customer.size(); }
};

/// Answers of one survey instrument, clustered by customer, each customer's in order of time.
struct SurveyColumn
{
    QString instrument; ///< "nps"
    std::vector<CustomerIndex> customer;
    std::vector<std::int64_t> time; ///< epoch seconds
    std::vector<double> score;

    [[nodiscard]] std::size_t size() const { return customer.size(); }
};

/// A customer attribute with few values, such as sector, city or channel.
struct CodedColumn
{
    QString field;                   ///< as in rules and definitions: "city", "sector"
    QString title;                   ///< as the source called it
    std::vector<std::uint16_t> code; ///< per customer; 0: no value
    QList<QString> values;           ///< [0] is empty
};

/// A numeric customer attribute; NaN where there is no value.
struct NumberColumn
{
    QString field;
    QString title;
    std::vector<double> value;
};

/// What the company spent, from the cost table.
struct CostEntry
{
    DateRange period;
    bool isAcquisition = false; ///< else retention
    std::int64_t amount = 0;    ///< minor units
    QString stage;
    QString channel;
    double hours = 0;
};

struct Snapshot
{
    Currency currency;
    std::vector<std::int64_t> customerRow; ///< per customer the row id, ascending
    PurchaseColumns purchases;
    EventColumns events;
    SubscriptionColumns subscriptions;
    SummaryColumns summaries;
    QList<SurveyColumn> surveys; ///< by name of the instrument
    QList<CodedColumn> coded; ///< country, city, channel, company and the coded attributes
    QList<NumberColumn> numbers;
    std::vector<std::int32_t> acquiredDay;     ///< days since 1970-01-01; INT32_MIN: not known
    std::vector<std::int64_t> acquisitionCost; ///< minor units; INT64_MIN: not known
    QList<CostEntry> costs;
    DateRange extent;         ///< first and last day of purchases, events and summaries together
    DateRange purchaseExtent; ///< first and last day with a purchase; invalid: none
    QString version;          ///< changes with every change of the rows
    QStringList unconvertedCurrencies; ///< counted one to one, because their import has no rate

    [[nodiscard]] CustomerIndex customers() const { return CustomerIndex(customerRow.size()); }
    /// Customers with at least one purchase (a refund alone does not count).
    [[nodiscard]] CustomerIndex buyers() const;
    [[nodiscard]] CustomerId id(CustomerIndex customer) const { return {customerRow[customer]}; }
    /// The customer's position, or customers() when there is none.
    [[nodiscard]] CustomerIndex indexOf(CustomerId id) const;
    [[nodiscard]] const CodedColumn *codedColumn(const QString &field) const;
    [[nodiscard]] std::size_t memoryBytes() const;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// What a snapshot made now would have as its version: cheap, to see whether one is still current.
Result<QString> snapshotVersion(const Workspace &workspace);

/// Reads the rows into columns; safe on any thread. Amounts become minor units of the workspace's
/// currency: with the rates of their import where it has some, else one to one
/// (unconvertedCurrencies). Text columns without a value or with more than 65,535 different ones
/// are left out of coded.
Result<SnapshotPtr> loadSnapshot(const Workspace &workspace, const Progress &progress = {});

} // namespace Customers
