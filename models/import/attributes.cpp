#include "models/import/attributes.h"

#include "models/import/tablereader.h"
#include "models/import/textutil.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

constexpr int mostAttributes = 500;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Attributes)
};

struct Known
{
    QString column;
    QString title;
};

QString columnName(const QString &heading, const QSet<QString> &taken)
{
    QString name;
    for (const QChar c : heading.simplified()) {
        if (c.isLetterOrNumber())
            name.append(c.toLower());
        else if (!name.isEmpty() && !name.endsWith(u'_') && !c.isMark())
            name.append(u'_');
    }
    while (name.endsWith(u'_'))
        name.chop(1);
    name = name.left(60);
    if (name.isEmpty())
        name = u"attribute"_s;
    QString unique = name;
    for (int copy = 2; taken.contains(unique); ++copy)
        unique = u"%1_%2"_s.arg(name).arg(copy);
    return unique;
}

Storage storageOfType(const std::string &type)
{
    return type == "INTEGER" ? Storage::Integer : type == "REAL" ? Storage::Real : Storage::Text;
}

/// The narrowest storage that holds every cell of the file's columns \a sources.
Result<std::vector<Storage>> inferStorage(const ImportPlan &plan, const std::vector<int> &sources,
                                          const Progress &progress)
{
    std::vector<PlainNumber> found(sources.size(), PlainNumber::Integer);
    std::vector<bool> filled(sources.size(), false);
    Result<std::unique_ptr<TableReader>> reader = openTable(plan.source(), plan.format);
    if (!reader)
        return reader.error();
    const qint64 firstLine = plan.format.headerLine + (plan.format.hasHeader ? 1 : 0);
    RecordChunk chunk;
    std::string storage;
    for (;;) {
        if (progress.isCancelled())
            return Error::cancelled();
        const Result<bool> more = (*reader)->next(chunk);
        if (!more)
            return more.error();
        if (!*more)
            break;
        progress.report(double((*reader)->bytesRead())
                            / double(std::max<qint64>((*reader)->bytesInAll(), 1)),
                        Tr::tr("Looking at attributes"));
        for (std::size_t r = 0; r < chunk.index.records(); ++r) {
            if (chunk.line(r) < firstLine)
                continue;
            const std::size_t cells = chunk.index.cells(r);
            for (std::size_t i = 0; i < sources.size(); ++i) {
                if (found[i] == PlainNumber::None || std::size_t(sources[i]) >= cells)
                    continue;
                const std::string_view text =
                    Text::trimmed(cellContent(chunk.raw(r, std::size_t(sources[i])), storage));
                if (text.empty())
                    continue;
                filled[i] = true;
                const PlainNumber number = plainNumber(text);
                if (number != PlainNumber::Integer)
                    found[i] = number;
            }
        }
    }
    std::vector<Storage> result;
    for (std::size_t i = 0; i < sources.size(); ++i)
        result.push_back(!filled[i] || found[i] == PlainNumber::None ? Storage::Text
                         : found[i] == PlainNumber::Real             ? Storage::Real
                                                                     : Storage::Integer);
    return result;
}

} // namespace

Result<std::vector<AttributeColumn>> prepareAttributes(Database &database, const ImportPlan &plan,
                                                       const Progress &progress)
{
    std::vector<AttributeColumn> result;
    if (plan.kind == Kind::Costs)
        return result; // costs have no customer
    QList<Known> known;
    QSet<QString> taken{u"customer"_s, u"id"_s,  u"ref"_s,    u"batch"_s,
                        u"rowid"_s,    u"oid"_s, u"_rowid_"_s};
    for (const Field &field : fieldsOf(Kind::Customers))
        taken.insert(field.name);
    const Result<void> read = database.attempt([&](SQLite::Database &connection) {
        SQLite::Statement query(connection, "SELECT column_name, title FROM attribute");
        while (query.executeStep()) {
            known.append({QString::fromUtf8(query.getColumn(0).getText()),
                          QString::fromUtf8(query.getColumn(1).getText())});
            taken.insert(known.constLast().column);
        }
    });
    if (!read)
        return read.error();
    auto columns = tableColumns(database, "customer_attribute");
    if (!columns)
        return columns.error();

    std::vector<int> fresh;
    std::vector<QString> names;
    for (qsizetype i = 0; i < plan.columns.size(); ++i) {
        const ColumnPlan &column = plan.columns[i];
        if (column.target != ColumnPlan::Target::Attribute)
            continue;
        const auto same = std::find_if(known.begin(), known.end(), [&](const Known &entry) {
            return entry.column == column.attribute
                   || entry.title.compare(column.attribute, Qt::CaseInsensitive) == 0;
        });
        QString name;
        if (same != known.end()) {
            name = same->column;
        } else {
            name = columnName(column.attribute, taken);
            taken.insert(name);
            fresh.push_back(int(i));
        }
        names.push_back(name);
        AttributeColumn attribute;
        attribute.name = name.toStdString();
        attribute.source = int(i);
        result.push_back(attribute);
    }
    if (known.size() + qsizetype(fresh.size()) > mostAttributes)
        return Error{Error::Kind::Data,
                     Tr::tr("%1 would bring the workspace to %2 customer attributes; it can have "
                            "%3. Leave out columns that are not needed.")
                         .arg(plan.source().name())
                         .arg(known.size() + qsizetype(fresh.size()))
                         .arg(mostAttributes),
                     plan.file};

    if (!fresh.empty()) {
        const Result<std::vector<Storage>> storages = inferStorage(plan, fresh, progress);
        if (!storages)
            return storages.error();
        const Result<void> added = database.attempt([&](SQLite::Database &connection) {
            SQLite::Statement insert(
                connection, "INSERT INTO attribute(column_name, title, type) VALUES(?, ?, ?)");
            for (std::size_t i = 0; i < fresh.size(); ++i) {
                const auto attribute =
                    std::find_if(result.begin(), result.end(), [&](const AttributeColumn &entry) {
                        return entry.source == fresh[i];
                    });
                const Storage storage = (*storages)[i];
                const char *sqlType = storage == Storage::Integer ? "INTEGER"
                                      : storage == Storage::Real  ? "REAL"
                                                                  : "TEXT";
                const char *type = storage == Storage::Integer ? "integer"
                                   : storage == Storage::Real  ? "real"
                                                               : "text";
                connection.exec("ALTER TABLE customer_attribute ADD COLUMN "
                                + quotedName(attribute->name) + ' ' + sqlType);
                insert.bind(1, attribute->name);
                insert.bind(2, plan.columns[fresh[i]].attribute.toStdString());
                insert.bind(3, type);
                insert.exec();
                insert.reset();
                attribute->isNew = true;
            }
        });
        if (!added)
            return added.error();
        columns = tableColumns(database, "customer_attribute");
        if (!columns)
            return columns.error();
    }
    for (AttributeColumn &attribute : result) {
        for (std::size_t i = 0; i < columns->size(); ++i) {
            if ((*columns)[i].first == attribute.name) {
                attribute.position = unsigned(i);
                attribute.storage = storageOfType((*columns)[i].second);
            }
        }
    }
    return result;
}

} // namespace Import
