#include "ui/pages/data/customercsv.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using Model = Customers::CustomerTableModel;

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

QByteArray extraCell(const CustomerTableExport &table, const Model::ExtraColumn &column, Customers::CustomerIndex at)
{
    if (!column.coded.isEmpty()) {
        const Customers::CodedColumn *coded = table.snapshot->codedColumn(column.coded);
        return coded ? quoted(coded->values.at(coded->code[at])) : QByteArray();
    }
    const double value = at < column.value.size() ? column.value[at] : std::numeric_limits<double>::quiet_NaN();
    switch (column.format) {
    case Model::Format::Date: return std::isnan(value) ? QByteArray() : day(dayOfEpoch(qint64(value) * 86400));
    case Model::Format::Integer: return number(value, 0);
    case Model::Format::Percent: return number(value, 4);
    case Model::Format::Money: return number(value, table.snapshot->currency.digits());
    case Model::Format::Decimal: return std::isnan(value) ? QByteArray() : QByteArray::number(value, 'g', 15);
    }
    return {};
}

QByteArray cellOf(const CustomerTableExport &table, const Customers::PurchaseMetrics &metrics,
                  const Customers::Customer &customer, Customers::CustomerIndex at, int column)
{
    const Currency &currency = table.snapshot->currency;
    switch (column) {
    case Model::ReferenceColumn: return quoted(customer.reference);
    case Model::NameColumn: return quoted(customer.name);
    case Model::CompanyColumn: return quoted(customer.company);
    case Model::CountryColumn: return quoted(customer.country);
    case Model::CityColumn: return quoted(customer.city);
    case Model::ChannelColumn: return quoted(customer.channel);
    case Model::EmailColumn: return quoted(customer.email);
    case Model::PhoneColumn: return quoted(customer.phone);
    case Model::StageColumn: return quoted(customer.stage);
    case Model::AcquiredColumn: return day(customer.acquiredOn);
    case Model::PurchasesColumn: return QByteArray::number(metrics.purchases[at]);
    case Model::RevenueColumn: return number(currency.toMajor(metrics.revenue[at]), currency.digits());
    case Model::LastPurchaseColumn: return day(metrics.lastDate(at));
    case Model::MeanOrderColumn:
        return number(metrics.meanOrder(at) / double(currency.minorPerMajor()), currency.digits());
    default: return extraCell(table, table.extra.at(column - Model::FixedColumnCount), at);
    }
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
    const Customers::PurchaseMetrics metrics = Customers::purchaseMetrics(snapshot, table.until);
    QByteArray text("\xEF\xBB\xBF"); // spreadsheets know UTF-8 by this mark
    for (qsizetype i = 0; i < table.headings.size(); ++i)
        text += (i ? "," : "") + quoted(table.headings[i]);
    text += "\r\n";
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
            QByteArrayList cells;
            for (const int column : table.columns)
                cells.append(cellOf(table, metrics, customer, at, column));
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
