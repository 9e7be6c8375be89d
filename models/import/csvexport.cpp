#include "models/import/csvexport.h"

#include "models/core/currency.h"
#include "models/core/dates.h"
#include "models/core/formulaguard.h"
#include "models/import/tablelayout.h"
#include "models/workspace/cancelguard.h"
#include "models/workspace/rowcursor.h"
#include "models/workspace/settings.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Export)
};

constexpr qsizetype bufferBytes = 1 << 20;

/// How the value of one SELECT column is written.
enum class Form { Text, Integer, Real, Time, Day, Money, Flag, Term, Customer, Properties };

struct ExportColumn
{
    std::string heading;
    std::string expression; ///< in the SELECT
    Form form = Form::Text;
};

void appendNumber(QByteArray &out, std::int64_t value, int width = 0)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    for (auto missing = width - (end - digits.data()); missing > 0; --missing)
        out += '0';
    out.append(digits.data(), end - digits.data());
}

void appendDay(QByteArray &out, std::int64_t day)
{
    int year = 0;
    int month = 0;
    int dayOfMonth = 0;
    QDate(1970, 1, 1).addDays(day).getDate(&year, &month, &dayOfMonth);
    appendNumber(out, year, 4);
    out += '-';
    appendNumber(out, month, 2);
    out += '-';
    appendNumber(out, dayOfMonth, 2);
}

void appendTime(QByteArray &out, std::int64_t seconds)
{
    const std::int64_t day = epochDay(seconds);
    const std::int64_t rest = seconds - day * 86400;
    appendDay(out, day);
    if (rest == 0)
        return;
    out += ' ';
    appendNumber(out, rest / 3600, 2);
    out += ':';
    appendNumber(out, rest / 60 % 60, 2);
    out += ':';
    appendNumber(out, rest % 60, 2);
}

void appendMoney(QByteArray &out, std::int64_t minor, int digits)
{
    std::uint64_t value = minor < 0 ? 0 - std::uint64_t(minor) : std::uint64_t(minor);
    std::uint64_t unit = 1;
    for (int i = 0; i < digits; ++i)
        unit *= 10;
    if (minor < 0)
        out += '-';
    appendNumber(out, std::int64_t(value / unit));
    if (digits > 0) {
        out += '.';
        appendNumber(out, std::int64_t(value % unit), digits);
    }
}

void appendReal(QByteArray &out, double value)
{
    // Numbers of ordinary size without an exponent, which not every reader takes for a number.
    std::array<char, 64> text;
    const double size = std::fabs(value);
    const auto form = size == 0 || (size > 1e-9 && size < 1e17) ? std::chars_format::fixed
                                                                : std::chars_format::general;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, form).ptr;
    out.append(text.data(), end - text.data());
}

void appendText(QByteArray &out, std::string_view text)
{
    const bool plain = text.find_first_of("\",\n\r") == std::string_view::npos;
    const bool isGuarded = FormulaGuard::isRun(text);
    if (plain) {
        if (isGuarded)
            out += '\'';
        out.append(text.data(), qsizetype(text.size()));
        return;
    }
    out += '"';
    if (isGuarded)
        out += '\'';
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

QByteArray periodText(std::int64_t first, std::int64_t last)
{
    const QDate from = QDate(1970, 1, 1).addDays(first);
    const QDate until = QDate(1970, 1, 1).addDays(last);
    QByteArray text;
    const bool wholeMonths = from.day() == 1 && until.day() == until.daysInMonth();
    const int months = (until.year() - from.year()) * 12 + until.month() - from.month() + 1;
    if (wholeMonths
        && (months == 1 || (months == 3 && from.month() % 3 == 1)
            || (months == 12 && from.month() == 1))) {
        appendNumber(text, from.year(), 4);
        if (months == 1) {
            text += '-';
            appendNumber(text, from.month(), 2);
        } else if (months == 3) {
            text += "-Q";
            appendNumber(text, (from.month() + 2) / 3);
        }
        return text;
    }
    appendDay(text, first);
    text += '/';
    appendDay(text, last);
    return text;
}

Form formOf(FieldType type)
{
    switch (type) {
    case FieldType::Customer:
        return Form::Customer;
    case FieldType::Term:
    case FieldType::Currency:
        return Form::Term;
    case FieldType::Time:
        return Form::Time;
    case FieldType::Day:
        return Form::Day;
    case FieldType::Money:
        return Form::Money;
    case FieldType::Real:
    case FieldType::Effort:
    case FieldType::Fraction:
        return Form::Real;
    case FieldType::Score:
        return Form::Integer;
    case FieldType::Flag:
        return Form::Flag;
    case FieldType::Text:
    case FieldType::CostKind:
    case FieldType::PeriodUnit:
    case FieldType::Period:
        return Form::Text;
    }
    return Form::Text;
}

class Exporter final
{
public:
    Exporter(SQLite::Database &connection, Kind kind, const Currency &currency, QIODevice &out)
        : m_connection(connection), m_kind(kind), m_digits(currency.digits()), m_out(out)
    {}

    /// Returns the rows, −1: the file cannot be written.
    Result<qint64> run(const Progress &progress)
    {
        readTerms();
        readColumns();
        if (m_kind == Kind::Events)
            readProperties();
        std::string sql = "SELECT ";
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            sql += (i ? "," : "") + m_columns[i].expression;
            if (m_columns[i].form != Form::Properties)
                appendHeading(i > 0, m_columns[i].heading);
        }
        for (const QString &property : std::as_const(m_properties))
            appendHeading(true, property.toStdString());
        m_buffer += '\n';
        const std::string table = tableOf(m_kind).toStdString();
        const double total = std::max(
            1.0, double(m_connection.execAndGet("SELECT count(*) FROM " + table).getInt64()));
        sql += " FROM " + table + " t";
        if (m_kind == Kind::Customers)
            sql += " LEFT JOIN customer_attribute a ON a.customer = t.id";
        else if (m_kind != Kind::Costs)
            sql += " JOIN customer c ON c.id = t.customer";
        sql += " ORDER BY t.id";
        RowCursor row(m_connection, sql);
        qint64 rows = 0;
        while (row.next()) {
            appendRow(row);
            ++rows;
            if (m_buffer.size() < bufferBytes)
                continue;
            if (m_out.write(m_buffer) != m_buffer.size())
                return qint64(-1);
            m_buffer.clear();
            progress.report(double(rows) / total, Tr::tr("Writing %1").arg(kindTitle(m_kind)));
        }
        return m_out.write(m_buffer) == m_buffer.size() ? rows : qint64(-1);
    }

private:
    void appendHeading(bool further, const std::string &heading)
    {
        if (further)
            m_buffer += ',';
        appendText(m_buffer, heading);
    }

    void readTerms()
    {
        RowCursor terms(m_connection, "SELECT id, field, text FROM term");
        while (terms.next()) {
            const std::string text(terms.text(2));
            m_terms[terms.integer(0)] = text;
            if (terms.text(1) == "currency")
                m_currencyDigits[terms.integer(0)] =
                    Currency{QString::fromStdString(text)}.digits();
        }
    }

    void readColumns()
    {
        for (const Field &field : fieldsOf(m_kind)) {
            if (!field.isStored)
                continue;
            ExportColumn column;
            column.heading = field.name.toStdString();
            column.form = formOf(field.type);
            column.expression = "t." + quotedName(columnOfField(m_kind, field.name));
            if (field.type == FieldType::Customer) {
                column.form = Form::Text;
                column.expression = m_kind == Kind::Customers ? "t.ref" : "c.ref";
            }
            if (field.type == FieldType::Currency)
                m_currencyColumn = int(m_columns.size());
            if (field.type == FieldType::Period) {
                m_periodColumn = int(m_columns.size());
                column.form = Form::Integer;
            }
            m_columns.push_back(column);
        }
        if (m_kind == Kind::Events)
            m_columns.push_back({"", "t.properties", Form::Properties});
        if (m_periodColumn >= 0)
            m_columns.push_back({"", "t.period_until", Form::Properties});
        if (m_kind == Kind::Customers) {
            SQLite::Statement attributes(
                m_connection, "SELECT column_name, title, type FROM attribute ORDER BY id");
            while (attributes.executeStep()) {
                const std::string name = attributes.getColumn(0).getText();
                m_columns.push_back(
                    {attributes.getColumn(1).getText(), "a." + quotedName(name), Form::Customer});
            }
        }
        // These carry something for others and have no heading of their own.
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (m_columns[i].form == Form::Properties)
                (m_columns[i].expression == "t.properties" ? m_propertyColumn : m_periodEnd) =
                    int(i);
    }

    void readProperties()
    {
        RowCursor rows(m_connection, "SELECT DISTINCT key FROM event, json_each(event.properties) "
                                     "WHERE event.properties IS NOT NULL ORDER BY 1");
        while (rows.next())
            m_properties.append(
                QString::fromUtf8(rows.text(0).data(), qsizetype(rows.text(0).size())));
    }

    void appendRow(const RowCursor &row)
    {
        const int digits = m_currencyColumn >= 0 ? digitsOf(row) : m_digits;
        bool first = true;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const ExportColumn &column = m_columns[i];
            const int at = int(i);
            if (column.form == Form::Properties)
                continue;
            if (!first)
                m_buffer += ',';
            first = false;
            if (row.isNull(at))
                continue;
            if (at == m_periodColumn) {
                m_buffer += periodText(row.integer(at), row.integer(m_periodEnd));
                continue;
            }
            switch (column.form) {
            case Form::Text:
                appendText(m_buffer, row.text(at));
                break;
            case Form::Integer:
                appendNumber(m_buffer, row.integer(at));
                break;
            case Form::Real:
                appendReal(m_buffer, row.real(at));
                break;
            case Form::Time:
                appendTime(m_buffer, row.integer(at));
                break;
            case Form::Day:
                appendDay(m_buffer, row.integer(at));
                break;
            case Form::Money:
                appendMoney(m_buffer, row.integer(at), digits);
                break;
            case Form::Flag:
                m_buffer += row.integer(at) ? "yes" : "no";
                break;
            case Form::Term:
                appendText(m_buffer, m_terms[row.integer(at)]);
                break;
            case Form::Customer: // an attribute: as it is stored
                if (row.type(at) == SQLITE_INTEGER)
                    appendNumber(m_buffer, row.integer(at));
                else if (row.type(at) == SQLITE_FLOAT)
                    appendReal(m_buffer, row.real(at));
                else
                    appendText(m_buffer, row.text(at));
                break;
            case Form::Properties:
                break;
            }
        }
        if (m_properties.isEmpty())
            return void(m_buffer += '\n');
        const std::string_view json = row.text(m_propertyColumn);
        const QJsonObject values =
            QJsonDocument::fromJson(QByteArray(json.data(), qsizetype(json.size()))).object();
        for (const QString &property : std::as_const(m_properties)) {
            m_buffer += ',';
            const QJsonValue value = values.value(property);
            if (value.isDouble())
                appendReal(m_buffer, value.toDouble());
            else if (value.isBool())
                m_buffer += value.toBool() ? "true" : "false";
            else
                appendText(m_buffer, value.toString().toStdString());
        }
        m_buffer += '\n';
    }

    int digitsOf(const RowCursor &row) const
    {
        const auto known = m_currencyDigits.find(row.integer(m_currencyColumn));
        return known == m_currencyDigits.end() ? m_digits : known->second;
    }

    SQLite::Database &m_connection;
    Kind m_kind;
    int m_digits;
    QIODevice &m_out;
    QByteArray m_buffer;
    std::map<std::int64_t, std::string> m_terms;
    std::map<std::int64_t, int> m_currencyDigits;
    std::vector<ExportColumn> m_columns;
    QStringList m_properties;
    int m_currencyColumn = -1;
    int m_periodColumn = -1;
    int m_periodEnd = -1;
    int m_propertyColumn = -1;
};

} // namespace

Result<qint64> exportRows(const Workspace &workspace, Kind kind, const QString &file,
                          const Progress &progress)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const Result<WorkspaceSettings> settings = Settings::load(*database);
    if (!settings)
        return settings.error();
    QSaveFile out(file);
    const auto cannotWrite = [&] {
        return Error{Error::Kind::File,
                     Tr::tr("%1 cannot be written: %2. Choose another place.")
                         .arg(QFileInfo(file).fileName(), out.errorString()),
                     file};
    };
    if (!out.open(QIODevice::WriteOnly))
        return cannotWrite();
    const CancelGuard guard(database->handle(), progress);
    const Result<qint64> rows = database->attempt([&](SQLite::Database &connection) {
        return Exporter(connection, kind, settings->currency, out).run(progress);
    });
    if (!rows)
        return rows.error();
    if (*rows < 0 || !out.commit())
        return cannotWrite();
    return *rows;
}

Result<QStringList> exportAll(const Workspace &workspace, const QString &directory,
                              const Progress &progress)
{
    const QDir folder(directory);
    if (!folder.mkpath(u"."_s))
        return Error{Error::Kind::File,
                     Tr::tr("The folder %1 cannot be made. Choose another place.").arg(directory),
                     directory};
    constexpr std::array kinds{Kind::Customers, Kind::Transactions, Kind::Events, Kind::Costs,
                               Kind::Surveys};
    QStringList files;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const QString file = folder.filePath(kindName(kinds[i]) + u".csv"_s);
        const double share = 1.0 / double(kinds.size());
        const Result<qint64> rows = exportRows(
            workspace, kinds[i], file, progress.part(share * double(i), share * double(i + 1)));
        if (!rows)
            return rows.error();
        files.append(file);
    }
    return files;
}

} // namespace Import
