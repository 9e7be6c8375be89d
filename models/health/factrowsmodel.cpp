#include "models/health/factrowsmodel.h"

#include "models/core/dates.h"
#include "models/health/health.h"
#include "models/workspace/rowcursor.h"
#include "models/workspace/settings.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Health {

namespace {

constexpr int windowRows = 128;
constexpr qsizetype keptWindows = 8;

/// Columns that hold the id of a term.
const QSet<QString> &termColumns()
{
    static const QSet<QString> columns{u"currency"_s, u"category"_s,   u"product"_s,
                                       u"event"_s,    u"instrument"_s, u"brand"_s};
    return columns;
}

bool isTerm(const QString &table, const QString &column)
{
    // A customer's channel is plain text, a fact's is a term.
    return termColumns().contains(column) || (column == u"channel" && table != u"customer");
}

} // namespace

FactRowsModel::FactRowsModel(QObject *parent) : QAbstractTableModel(parent) {}

FactRowsModel::~FactRowsModel() = default;

FactRowsModel::Shape FactRowsModel::shapeOf(const QString &column)
{
    static const QHash<QString, Shape> shapes{
        {u"time"_s, Shape::Time},          {u"changed_at"_s, Shape::Time},
        {u"acquired_on"_s, Shape::Day},    {u"started_on"_s, Shape::Day},
        {u"ended_on"_s, Shape::Day},       {u"period_from"_s, Shape::Day},
        {u"period_until"_s, Shape::Day},   {u"amount"_s, Shape::Money},
        {u"margin"_s, Shape::Money},       {u"price"_s, Shape::Money},
        {u"cost"_s, Shape::Money},         {u"acquisition_cost"_s, Shape::Money},
        {u"quantity"_s, Shape::Real},      {u"value"_s, Shape::Real},
        {u"score"_s, Shape::Real},         {u"effort"_s, Shape::Real},
        {u"minutes"_s, Shape::Real},       {u"hours"_s, Shape::Real},
        {u"probability"_s, Shape::Real},   {u"resolved"_s, Shape::Integer},
        {u"accepted"_s, Shape::Integer}};
    return shapes.value(column, Shape::Text);
}

bool FactRowsModel::isNumeric(const QString &column)
{
    return shapeOf(column) != Shape::Text;
}

Result<void> FactRowsModel::load(const Workspace &workspace, const QString &table,
                                 std::vector<std::int64_t> rows, const QString &marked)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const Result<WorkspaceSettings> settings = Settings::load(*database);
    if (!settings)
        return settings.error();
    QStringList columns;
    const Result<void> read = database->attempt([&](SQLite::Database &connection) {
        SQLite::Statement query(connection, "SELECT name FROM pragma_table_info(?)");
        query.bind(1, table.toStdString());
        while (query.executeStep())
            columns.append(QString::fromUtf8(query.getColumn(0).getText()));
    });
    if (!read)
        return read.error();
    for (const QString &inner : {u"id"_s, u"customer"_s, u"batch"_s})
        columns.removeAll(inner);
    const bool hasCustomer = table != u"cost" && table != u"customer";
    std::string select = hasCustomer ? "SELECT t.customer, c.ref" : "SELECT t.rowid, NULL";
    std::string joins = hasCustomer ? " LEFT JOIN customer c ON c.id = t.customer" : "";
    int terms = 0;
    for (const QString &column : std::as_const(columns)) {
        const std::string name = '"' + QString(column).replace(u'"', u"\"\""_s).toStdString() + '"';
        if (!isTerm(table, column)) {
            select += ", t." + name;
            continue;
        }
        const std::string alias = 'x' + std::to_string(terms++);
        select += ", " + alias + ".text";
        joins += " LEFT JOIN term " + alias + " ON " + alias + ".id = t." + name;
    }
    beginResetModel();
    m_database = std::make_unique<Database>(std::move(*database));
    m_table = table;
    m_marked = marked;
    m_currency = settings->currency;
    m_columns = hasCustomer ? QStringList{u"customer"_s} + columns : columns;
    m_select = select + " FROM \"" + table.toStdString() + "\" t" + joins + " WHERE t.rowid = ?";
    m_rows = std::move(rows);
    m_windows.clear();
    m_recent.clear();
    endResetModel();
    return {};
}

void FactRowsModel::clear()
{
    beginResetModel();
    m_database.reset();
    m_rows.clear();
    m_columns.clear();
    m_windows.clear();
    m_recent.clear();
    endResetModel();
}

void FactRowsModel::setNumberFormat(const NumberFormat &format)
{
    m_format = format;
    retranslate();
}

void FactRowsModel::retranslate()
{
    if (columnCount() == 0)
        return;
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

CustomerId FactRowsModel::customerAt(int index) const
{
    if (index < 0 || index >= rowCount() || m_table == u"cost")
        return {};
    return CustomerId{row(index)->customer};
}

int FactRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FactRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

const FactRowsModel::Row *FactRowsModel::row(int index) const
{
    const int window = index / windowRows;
    if (const auto known = m_windows.constFind(window); known != m_windows.constEnd())
        return &known->at(index % windowRows);
    QList<Row> rows;
    const int first = window * windowRows;
    const int last = std::min(first + windowRows, rowCount());
    const bool hasCustomer = m_columns.startsWith(u"customer"_s);
    (void)m_database->attempt([&](SQLite::Database &connection) {
        SQLite::Statement query(connection, m_select);
        for (int i = first; i < last; ++i) {
            Row entry;
            query.bind(1, m_rows[std::size_t(i)]);
            if (query.executeStep()) {
                entry.customer = query.getColumn(0).getInt64();
                for (int column = hasCustomer ? 1 : 2; column < query.getColumnCount(); ++column) {
                    const SQLite::Column cell = query.getColumn(column);
                    if (cell.isNull())
                        entry.cells.append(QVariant());
                    else if (cell.isInteger())
                        entry.cells.append(qint64(cell.getInt64()));
                    else if (cell.isFloat())
                        entry.cells.append(cell.getDouble());
                    else
                        entry.cells.append(QString::fromUtf8(cell.getText()));
                }
                if (const qsizetype at = m_columns.indexOf(u"currency"_s); at >= 0)
                    entry.currency = entry.cells.value(at).toString();
            }
            rows.append(entry);
            query.reset();
        }
    });
    rows.resize(last - first); // what could not be read shows as empty
    m_recent.append(window);
    if (m_recent.size() > keptWindows)
        m_windows.remove(m_recent.takeFirst());
    return &m_windows.insert(window, rows)->at(index % windowRows);
}

QString FactRowsModel::text(const Row &entry, int column) const
{
    const QVariant value = entry.cells.value(column);
    if (!value.isValid())
        return {};
    switch (shapeOf(m_columns.at(column))) {
    case Shape::Text:
        return NumberFormat::isolate(value.toString());
    case Shape::Integer:
        return m_format.integer(value.toLongLong());
    case Shape::Real: {
        const double number = value.toDouble();
        return m_format.decimal(number, number == double(qint64(number)) ? 0 : 2);
    }
    case Shape::Time: {
        const qint64 seconds = value.toLongLong();
        const qint64 minutes = (seconds - epochDay(seconds) * 86400) / 60;
        const QString day = m_format.date(dayOfEpoch(seconds));
        return minutes == 0 ? day
                            : day + u", "_s
                                  + m_format.shapeDigits(
                                      QTime(int(minutes / 60), int(minutes % 60)).toString(u"HH:mm"_s));
    }
    case Shape::Day:
        return m_format.date(dayOfEpoch(value.toLongLong() * 86400));
    case Shape::Money: {
        const Currency currency = entry.currency.size() == 3 ? Currency{entry.currency} : m_currency;
        return m_format.money(currency.toMajor(value.toLongLong()), currency.code);
    }
    }
    return {};
}

QVariant FactRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == MarkedRole)
        return m_columns.at(index.column()) == m_marked;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(isNumeric(m_columns.at(index.column()))
                                       ? Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter
                                       : Qt::AlignLeading | Qt::AlignVCenter);
    if (role == CustomerRole)
        return customerAt(index.row()).value;
    if (role == SortRole)
        return row(index.row())->cells.value(index.column());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(*row(index.row()), index.column());
    return {};
}

QVariant FactRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const QString &column = m_columns.at(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(isNumeric(column) ? Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter
                                                     : Qt::AlignLeading | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(columnTitle(m_table, column)) : QVariant();
}

} // namespace Health
