#include "models/customers/customertableexport.h"

#include "models/export/tablefile.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace Customers {
namespace {

using Model = CustomerTableModel;
using Cell = Export::TableFile::Cell;

constexpr std::size_t pageRows = 2000;

Cell textCell(const QString &text)
{
    return text.isEmpty() ? Cell() : Cell(text);
}

Cell dayCell(const QDate &day)
{
    return day.isValid() ? Cell(day) : Cell();
}

/// A number with as many decimals as its kind has.
Cell numberCell(double value, int decimals)
{
    const double unit = std::pow(10, decimals);
    return std::isfinite(value) ? Cell(std::round(value * unit) / unit) : Cell();
}

Cell extraCell(const CustomerTableExport &table, const Model::ExtraColumn &column, CustomerIndex at)
{
    if (!column.coded.isEmpty()) {
        const CodedColumn *coded = table.snapshot->codedColumn(column.coded);
        return coded ? textCell(coded->values.at(coded->code[at])) : Cell();
    }
    if (at >= column.value.size() || std::isnan(column.value[at]))
        return Cell();
    const double value = column.value[at];
    switch (column.format) {
    case Model::Format::Date:
        return dayCell(dayOfEpoch(qint64(value) * 86400));
    case Model::Format::Integer:
        return numberCell(value, 0);
    case Model::Format::Percent:
        return numberCell(value, 4);
    case Model::Format::Money:
        return numberCell(value, table.snapshot->currency.digits());
    case Model::Format::Decimal:
        return value;
    }
    return Cell();
}

Cell cellOf(const CustomerTableExport &table, const PurchaseMetrics &metrics,
            const Customer &customer, CustomerIndex at, int column)
{
    const Currency &currency = table.snapshot->currency;
    switch (column) {
    case Model::ReferenceColumn:
        return textCell(customer.reference);
    case Model::NameColumn:
        return textCell(customer.name);
    case Model::CompanyColumn:
        return textCell(customer.company);
    case Model::CountryColumn:
        return textCell(customer.country);
    case Model::CityColumn:
        return textCell(customer.city);
    case Model::ChannelColumn:
        return textCell(customer.channel);
    case Model::EmailColumn:
        return textCell(customer.email);
    case Model::PhoneColumn:
        return textCell(customer.phone);
    case Model::StageColumn:
        return textCell(customer.stage);
    case Model::AcquiredColumn:
        return dayCell(customer.acquiredOn);
    case Model::PurchasesColumn:
        return double(metrics.purchases[at]);
    case Model::RevenueColumn:
        return numberCell(currency.toMajor(metrics.revenue[at]), currency.digits());
    case Model::LastPurchaseColumn:
        return dayCell(metrics.lastDate(at));
    case Model::MeanOrderColumn:
        return numberCell(metrics.meanOrder(at) / double(currency.minorPerMajor()), currency.digits());
    default:
        return extraCell(table, table.extra.at(column - Model::FixedColumnCount), at);
    }
}

/// Hands each row to \a take, until it says that it takes no more.
Result<void> forEachRow(const Workspace &workspace, const CustomerTableExport &table,
                        const Progress &progress, const std::function<bool(const QList<Cell> &)> &take)
{
    Result<CustomerStore> store = CustomerStore::open(workspace);
    if (!store)
        return store.error();
    const Snapshot &snapshot = *table.snapshot;
    const PurchaseMetrics metrics = purchaseMetrics(snapshot, table.until);
    for (std::size_t first = 0; first < table.rows.size(); first += pageRows) {
        if (progress.isCancelled())
            return Error::cancelled();
        const std::size_t last = std::min(first + pageRows, table.rows.size());
        std::vector<std::int64_t> ids;
        for (std::size_t i = first; i < last; ++i)
            ids.push_back(snapshot.customerRow[table.rows[i]]);
        const Result<QList<Customer>> page = store->customers(ids);
        if (!page)
            return page.error();
        for (std::size_t i = first; i < last; ++i) {
            QList<Cell> cells;
            for (const int column : table.columns)
                cells.append(cellOf(table, metrics, (*page)[qsizetype(i - first)], table.rows[i], column));
            if (!take(cells))
                return {};
        }
        progress.report(double(last) / double(table.rows.size()), {});
    }
    return {};
}

} // namespace

Result<void> writeCustomerTable(const Workspace &workspace, const CustomerTableExport &table,
                                const QString &file, const Progress &progress)
{
    // The mark at the beginning is how spreadsheets know UTF-8.
    Result<Export::TableFile> out =
        Export::TableFile::open(file, {.sheet = table.sheet,
                                       .isRightToLeft = table.isRightToLeft,
                                       .byteOrderMark = true});
    if (!out)
        return out.error();
    out->writeHeadings(table.headings);
    const Result<void> written =
        forEachRow(workspace, table, progress, [&out](const QList<Cell> &cells) {
            out->writeRow(cells);
            return !out->isFull();
        });
    return written ? out->commit() : written;
}

Result<QString> customerTableText(const Workspace &workspace, const CustomerTableExport &table,
                                  const Progress &progress)
{
    QString text = table.headings.join(QLatin1Char('\t')) + QLatin1Char('\n');
    const Result<void> written =
        forEachRow(workspace, table, progress, [&text](const QList<Cell> &cells) {
            for (qsizetype i = 0; i < cells.size(); ++i) {
                if (i > 0)
                    text += QLatin1Char('\t');
                for (const QChar c : Export::TableFile::text(cells[i])) // a cell is one piece of a line
                    text += c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r')
                                ? QLatin1Char(' ')
                                : c;
            }
            text += QLatin1Char('\n');
            return true;
        });
    return written ? Result<QString>(std::move(text)) : Result<QString>(written.error());
}

} // namespace Customers
