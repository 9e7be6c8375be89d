#include "ui/pages/data/customercsv.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t pageRows = 2000;

QByteArray quoted(QString text)
{
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u"\""_s, u"\"\""_s) + u'"';
    return text.toUtf8();
}

QByteArray number(double value, int decimals)
{
    return std::isnan(value) ? QByteArray() : QByteArray::number(value, 'f', decimals);
}

QByteArray day(const QDate &date)
{
    return date.toString(Qt::ISODate).toLatin1();
}

} // namespace

Result<void> writeCustomerCsv(const Workspace &workspace, const CustomerTableExport &table, const QString &file,
                              const Progress &progress)
{
    Result<Customers::CustomerStore> store = Customers::CustomerStore::open(workspace);
    if (!store)
        return store.error();
    QSaveFile out(file);
    const auto unwritable = [&] {
        return Error{Error::Kind::File,
                     QCoreApplication::translate("CustomerCsv", "The file cannot be written: %1").arg(out.errorString()), file};
    };
    if (!out.open(QIODevice::WriteOnly))
        return unwritable();
    const Customers::Snapshot &snapshot = *table.snapshot;
    const Customers::PurchaseMetrics metrics =
        Customers::purchaseMetrics(snapshot, table.analysis ? table.analysis->clv.until : QDate());
    std::vector<std::uint32_t> place; // in the result's columns, by position in the snapshot
    constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    const Clv::CustomerValues *values = table.analysis ? table.analysis->clv.values.get() : nullptr;
    if (values) {
        place.assign(snapshot.customers(), none);
        for (std::size_t i = 0; i < values->size(); ++i)
            place[values->customer[i]] = std::uint32_t(i);
    }
    QByteArray text("\xEF\xBB\xBF"); // spreadsheets know UTF-8 by this mark
    for (qsizetype i = 0; i < table.headings.size(); ++i)
        text += (i ? "," : "") + quoted(table.headings[i]);
    text += "\r\n";
    const int digits = snapshot.currency.digits();
    for (std::size_t first = 0; first < table.rows.size(); first += pageRows) {
        if (progress.isCancelled())
            return Error::cancelled();
        const std::size_t last = std::min(first + pageRows, table.rows.size());
        std::vector<std::int64_t> ids;
        for (std::size_t i = first; i < last; ++i)
            ids.push_back(snapshot.customerRow[table.rows[i]]);
        const Result<QList<Customers::Customer>> page = store->customers(ids);
        if (!page)
            return page.error();
        for (std::size_t i = first; i < last; ++i) {
            const Customers::CustomerIndex at = table.rows[i];
            const Customers::Customer &customer = (*page)[qsizetype(i - first)];
            QByteArrayList cells{quoted(customer.reference), quoted(customer.name),     quoted(customer.company),
                                 quoted(customer.country),   quoted(customer.city),     quoted(customer.channel),
                                 day(customer.acquiredOn),   QByteArray::number(metrics.purchases[at]),
                                 number(snapshot.currency.toMajor(metrics.revenue[at]), digits),
                                 day(metrics.lastDate(at)),
                                 number(metrics.meanOrder(at) / double(snapshot.currency.minorPerMajor()), digits)};
            if (values) {
                const std::uint32_t position = place[at];
                cells.append(position == none ? QByteArray() : number(values->clv[position], digits));
                cells.append(position == none ? QByteArray() : number(values->pAlive[position], 4));
            }
            text += cells.join(',') + "\r\n";
        }
        if (out.write(text) < 0)
            return unwritable();
        text.clear();
        progress.report(double(last) / double(table.rows.size()), {});
    }
    if (out.write(text) < 0 || !out.commit())
        return unwritable();
    return {};
}
