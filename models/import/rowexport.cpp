#include "models/import/rowexport.h"

#include "models/core/currency.h"
#include "models/import/rowsink.h"
#include "models/import/tablelayout.h"
#include "models/workspace/cancelguard.h"
#include "models/workspace/rowcursor.h"
#include "models/workspace/settings.h"
#include "models/workspace/workspacefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Export)
};

constexpr qint64 rowsAReport = 20'000;

/// How the value of one SELECT column is written.
enum class Form { Text, Integer, Real, Time, Day, Money, Flag, Term, Customer, Properties };

struct ExportColumn
{
    std::string heading;
    std::string expression; ///< in the SELECT
    Form form = Form::Text;
};

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
    Exporter(SQLite::Database &connection, Kind kind, const Currency &currency, RowSink &out)
        : m_connection(connection), m_kind(kind), m_digits(currency.digits()), m_out(out)
    {}

    /// Returns the rows.
    qint64 run(const Progress &progress)
    {
        readTerms();
        readColumns();
        if (m_kind == Kind::Events)
            readProperties();
        std::string sql = "SELECT ";
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            sql += (i ? "," : "") + m_columns[i].expression;
            if (m_columns[i].form != Form::Properties)
                m_out.text(m_columns[i].heading);
        }
        for (const QString &property : std::as_const(m_properties))
            m_out.text(property.toStdString());
        m_out.endRow();
        const std::string table = tableOf(m_kind).toStdString();
        const double total = std::max(
            1.0, double(m_connection.execAndGet("SELECT count(*) FROM " + table).getInt64()));
        sql += " FROM " + table + " t";
        if (m_kind == Kind::Customers)
            sql += " LEFT JOIN customer_attribute a ON a.customer = t.id";
        else if (m_kind != Kind::Costs)
            sql += " JOIN customer c ON c.id = t.customer";
        sql += " ORDER BY t.id";
        const QString step = Tr::tr("Writing %1").arg(kindTitle(m_kind));
        progress.report(0, step);
        RowCursor row(m_connection, sql);
        qint64 rows = 0;
        while (m_out.takesMore() && row.next()) {
            writeRow(row);
            if (++rows % rowsAReport == 0)
                progress.report(double(rows) / total, step);
        }
        return rows;
    }

private:
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

    void writeRow(const RowCursor &row)
    {
        const int digits = m_currencyColumn >= 0 ? digitsOf(row) : m_digits;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const Form form = m_columns[i].form;
            const int at = int(i);
            if (form == Form::Properties)
                continue;
            if (row.isNull(at)) {
                m_out.empty();
                continue;
            }
            if (at == m_periodColumn) {
                const QByteArray period = periodText(row.integer(at), row.integer(m_periodEnd));
                m_out.text({period.constData(), std::size_t(period.size())});
                continue;
            }
            writeCell(row, at, form, digits);
        }
        if (!m_properties.isEmpty())
            writeProperties(row.text(m_propertyColumn));
        m_out.endRow();
    }

    void writeCell(const RowCursor &row, int at, Form form, int digits)
    {
        switch (form) {
        case Form::Text:
            m_out.text(row.text(at));
            break;
        case Form::Integer:
            m_out.integer(row.integer(at));
            break;
        case Form::Real:
            m_out.real(row.real(at));
            break;
        case Form::Time:
            m_out.moment(row.integer(at));
            break;
        case Form::Day:
            m_out.day(row.integer(at));
            break;
        case Form::Money:
            m_out.money(row.integer(at), digits);
            break;
        case Form::Flag:
            m_out.text(row.integer(at) ? "yes" : "no");
            break;
        case Form::Term:
            m_out.text(m_terms[row.integer(at)]);
            break;
        case Form::Customer: // an attribute: as it is stored
            if (row.type(at) == SQLITE_INTEGER)
                m_out.integer(row.integer(at));
            else if (row.type(at) == SQLITE_FLOAT)
                m_out.real(row.real(at));
            else
                m_out.text(row.text(at));
            break;
        case Form::Properties:
            break;
        }
    }

    void writeProperties(std::string_view json)
    {
        const QJsonObject values =
            QJsonDocument::fromJson(QByteArray(json.data(), qsizetype(json.size()))).object();
        for (const QString &property : std::as_const(m_properties)) {
            const QJsonValue value = values.value(property);
            if (value.isUndefined() || value.isNull())
                m_out.empty();
            else if (value.isDouble())
                m_out.real(value.toDouble());
            else if (value.isBool())
                m_out.text(value.toBool() ? "true" : "false");
            else
                m_out.text(value.toString().toStdString());
        }
    }

    int digitsOf(const RowCursor &row) const
    {
        const auto known = m_currencyDigits.find(row.integer(m_currencyColumn));
        return known == m_currencyDigits.end() ? m_digits : known->second;
    }

    SQLite::Database &m_connection;
    Kind m_kind;
    int m_digits;
    RowSink &m_out;
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
    Result<std::unique_ptr<RowSink>> out = openRowSink(file, kindName(kind));
    if (!out)
        return out.error();
    const CancelGuard guard(database->handle(), progress);
    const Result<qint64> rows = database->attempt([&](SQLite::Database &connection) {
        return Exporter(connection, kind, settings->currency, **out).run(progress);
    });
    if (!rows)
        return rows.error();
    const Result<void> finished = (*out)->finish();
    return finished ? Result<qint64>(*rows) : finished.error();
}

QString exportFileName(Kind kind, const QString &ending) { return kindName(kind) + u'.' + ending; }

Result<QStringList> exportKinds(const Workspace &workspace, const QList<Kind> &kinds,
                                const QString &directory, const QString &ending,
                                const Progress &progress)
{
    const QDir folder(directory);
    if (!folder.mkpath(u"."_s))
        return Error{Error::Kind::File,
                     Tr::tr("The folder %1 cannot be made. Choose another place.").arg(directory),
                     directory};
    // On the same disk, so that moving the files takes no time and cannot find it full.
    const QTemporaryDir unfinished(folder.filePath(u".qeema-export-XXXXXX"_s));
    if (!unfinished.isValid())
        return Error{Error::Kind::File,
                     Tr::tr("Nothing can be written into the folder %1: %2. Choose another place.")
                         .arg(directory, unfinished.errorString()),
                     directory};
    for (const Kind kind : kinds) {
        const QString file = folder.filePath(exportFileName(kind, ending));
        if (QFileInfo(file).isDir())
            return Error{Error::Kind::File,
                         Tr::tr("%1 is a folder. Choose another place for the file of that name.").arg(file), file};
    }
    const double share = 1.0 / double(std::max<qsizetype>(kinds.size(), 1));
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        const Result<qint64> rows =
            exportRows(workspace, kinds[i], unfinished.filePath(exportFileName(kinds[i], ending)),
                       progress.part(share * double(i), share * double(i + 1)));
        if (!rows)
            return rows.error();
    }
    if (progress.isCancelled())
        return Error::cancelled();
    QStringList files;
    for (const Kind kind : kinds) {
        const QString name = exportFileName(kind, ending);
        const QString file = folder.filePath(name);
        if (const Result<void> moved = WorkspaceFile::replace(unfinished.filePath(name), file); !moved)
            return moved.error();
        files.append(file);
    }
    return files;
}

Result<QMap<Kind, qint64>> rowCounts(const Workspace &workspace, const Progress &progress)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const CancelGuard guard(database->handle(), progress);
    return database->attempt([](SQLite::Database &connection) {
        QMap<Kind, qint64> counts;
        for (const Kind kind : allKinds())
            counts.insert(kind, connection.execAndGet("SELECT count(*) FROM " + tableOf(kind).toStdString()).getInt64());
        return counts;
    });
}

Result<QStringList> exportAll(const Workspace &workspace, const QString &directory,
                              const Progress &progress)
{
    return exportKinds(workspace,
                       {Kind::Customers, Kind::Transactions, Kind::Events, Kind::Costs, Kind::Surveys},
                       directory, u"csv"_s, progress);
}

} // namespace Import
