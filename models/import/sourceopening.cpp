#include "models/import/sourceopening.h"

#include "models/import/columnmatcher.h"
#include "models/import/csvreader.h"
#include "models/import/jsontablereader.h"
#include "models/import/textutil.h"
#include "models/import/xlsxreader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

constexpr qint64 headBytes = 1 << 20;
constexpr std::size_t headerSearch = 30;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Plan)
};

RecordChunk indexed(const QByteArray &utf8, char delimiter, bool wholeFile)
{
    RecordChunk chunk;
    chunk.size = std::size_t(utf8.size());
    chunk.bytes.assign(utf8.begin(), utf8.end());
    chunk.bytes.resize(chunk.size + CsvTokeniser::padding);
    CsvTokeniser(delimiter).index(chunk.bytes.data(), chunk.size, wholeFile, chunk.index);
    if (chunk.index.records() == 0 && !wholeFile)
        CsvTokeniser(delimiter).index(chunk.bytes.data(), chunk.size, true, chunk.index);
    return chunk;
}

bool looksLikeData(const QString &cell)
{
    const QByteArray utf8 = cell.toUtf8();
    const std::string_view text(utf8.constData(), std::size_t(utf8.size()));
    return parseNumber(text).has_value() || DateParser().parse(text).has_value();
}

/// Finds the record with the headings, or decides that there is none.
bool findHeader(Sample &sample, Kind kind, bool &hasHeader, std::optional<bool> said)
{
    std::size_t first = 0;
    while (first < sample.chunk.index.records() && sample.chunk.isBlank(first))
        ++first;
    if (first == sample.chunk.index.records())
        return false;
    sample.header = first;
    hasHeader = true;
    if (said && !*said) {
        hasHeader = false;
    } else {
        // Reports may carry a title above their headings: the first record that names what the
        // kind needs wins over the very first one.
        const std::size_t last = std::min(sample.chunk.index.records(), first + headerSearch);
        for (std::size_t record = first; record < last; ++record) {
            const QStringList cells = sample.record(record);
            const bool fits = kindScore(kind, cells) > 0 || recognisedPreset(kind, cells);
            if (!fits)
                continue;
            sample.header = record;
            sample.firstRow = record + 1;
            return true;
        }
        if (!said) {
            const QStringList cells = sample.record(first);
            const bool named = std::any_of(cells.begin(), cells.end(), [&](const QString &cell) {
                return !matchColumns(kind, {cell}).first().isEmpty();
            });
            hasHeader = named || std::none_of(cells.begin(), cells.end(), looksLikeData);
        }
    }
    sample.firstRow = hasHeader ? sample.header + 1 : sample.header;
    return true;
}

QStringList uniqueHeadings(const QStringList &cells, bool hasHeader)
{
    QStringList headings;
    QSet<QString> taken;
    QHash<QString, int> copies; // so that thousands of equal headings are not counted again each time
    for (qsizetype i = 0; i < cells.size(); ++i) {
        QString heading = hasHeader ? cells[i].simplified() : QString();
        if (heading.isEmpty())
            heading = Tr::tr("Column %1").arg(i + 1);
        QString unique = heading;
        for (int &copy = copies[heading]; taken.contains(unique);)
            unique = u"%1 (%2)"_s.arg(heading).arg(copy = std::max(copy, 1) + 1);
        taken.insert(unique);
        headings.append(unique);
    }
    return headings;
}

/// Tables hold hardly any control characters, and no program parts cells by four kinds of them.
bool looksBinary(const QByteArray &utf8)
{
    const QByteArray start = utf8.left(1 << 16);
    std::array<bool, 32> seen{};
    qsizetype controls = 0;
    for (const char c : start) {
        const auto code = static_cast<unsigned char>(c);
        if ((code >= 1 && code <= 8) || (code >= 14 && code < 32)) {
            seen[code] = true;
            ++controls;
        }
    }
    return std::ranges::count(seen, true) >= 4 && controls * 50 > start.size();
}

Error onlyBlankLines(const Source &source)
{
    return {Error::Kind::Format,
            Tr::tr("%1 holds nothing but blank lines. Choose a file with a line of headings and "
                   "rows below it.")
                .arg(source.name()),
            source.file};
}

Result<Opening> openText(const Source &source, Kind kind, const ImportHints &hints,
                         const FileHead &head)
{
    Opening opening;
    opening.headSize = head.utf8.size();
    opening.wholeFile = head.wholeFile;
    opening.format.encoding = head.encoding.name;
    opening.format.encodingConfidence = head.encoding.confidence;
    opening.format.delimiter =
        hints.delimiter ? *hints.delimiter
                        : detectDelimiter(head.utf8, &opening.format.delimiterConfidence);
    opening.sample.chunk = indexed(head.utf8, opening.format.delimiter, head.wholeFile);
    if (opening.sample.chunk.index.records() == 0 && opening.sample.chunk.index.unclosedQuote) {
        const qint64 line = 1 + opening.sample.chunk.index.linesConsumed;
        return Error{Error::Kind::Format,
                     Tr::tr("The quotation mark opened in line %1 of %2 is never closed. Close it, "
                            "or remove it, and import the file again.")
                         .arg(line)
                         .arg(source.name()),
                     source.file, line};
    }
    if (!findHeader(opening.sample, kind, opening.format.hasHeader, hints.hasHeader))
        return onlyBlankLines(source);
    return opening;
}

/// Reads the first piece of a table whose reader finds the cells by itself.
Result<Opening> openWith(TableReader &reader, const Source &source)
{
    Opening opening;
    const Result<bool> any = reader.next(opening.sample.chunk);
    if (!any)
        return any.error();
    if (!*any)
        return onlyBlankLines(source);
    opening.headSize = reader.bytesRead();
    opening.wholeFile = reader.bytesRead() >= reader.bytesInAll();
    opening.contentBytes = reader.bytesInAll();
    return opening;
}

Result<Opening> openSheet(const Source &source, Kind kind, const ImportHints &hints)
{
    SourceFormat format;
    format.type = SourceType::Xlsx;
    format.sheet = hints.sheet;
    const Result<std::unique_ptr<XlsxReader>> reader = XlsxReader::open(source, format);
    if (!reader)
        return reader.error();
    Result<Opening> opening = openWith(**reader, source);
    if (!opening)
        return opening;
    format.sheets = (*reader)->sheets();
    format.sheet = (*reader)->sheet();
    if (!findHeader(opening->sample, kind, format.hasHeader, hints.hasHeader))
        return onlyBlankLines(source);
    format.columns = int(opening->sample.chunk.index.cells(opening->sample.header));
    opening->format = format;
    return opening;
}

Result<Opening> openJson(const Source &source)
{
    const Result<JsonLook> look = lookAtJson(source);
    if (!look)
        return look.error();
    SourceFormat format;
    format.type = SourceType::Json;
    format.shape = look->shape;
    format.fields = look->fields;
    format.hasHeader = false; // every object names its cells
    const Result<std::unique_ptr<JsonTableReader>> reader = JsonTableReader::open(source, format);
    if (!reader)
        return reader.error();
    Result<Opening> opening = openWith(**reader, source);
    if (!opening)
        return opening;
    opening->format = format;
    return opening;
}

} // namespace

QString cellText(std::string_view raw)
{
    std::string storage;
    const std::string_view text = Text::trimmed(cellContent(raw, storage));
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

Result<Opening> openSource(const Source &source, Kind kind, const ImportHints &hints)
{
    const QString name = source.name();
    QString encoding;
    if (!hints.encoding.isEmpty()) {
        encoding = canonicalEncoding(hints.encoding);
        if (encoding.isEmpty())
            return Error{Error::Kind::Definition,
                         Tr::tr("The encoding \"%1\" is not known. Known ones are %2.")
                             .arg(hints.encoding, knownEncodings().join(u", "_s)),
                         source.file};
    }
    if (source.isPasted())
        encoding = u"UTF-8"_s;
    const Result<FileHead> head = readHead(source, encoding, headBytes);
    if (!head)
        return head.error();
    if (head->utf8.isEmpty())
        return Error{Error::Kind::Format,
                     Tr::tr("%1 is empty. Choose a file with a line of headings and rows below it.")
                         .arg(name),
                     source.file};
    if (head->raw.startsWith("SQLite format 3"))
        return Error{
            Error::Kind::Format,
            Tr::tr(
                "%1 is a database, not a text table. Export its table as CSV and import that file.")
                .arg(name),
            source.file};
    if (head->raw.startsWith("\xD0\xCF\x11\xE0"))
        return Error{Error::Kind::Format,
                     Tr::tr("%1 is a spreadsheet of the old format or one with a password. Save it "
                            "as XLSX without a password, or as CSV, and import that file.")
                         .arg(name),
                     source.file};
    const bool isSheet = head->raw.startsWith("PK\x03\x04");
    if (!isSheet && !source.isPasted()
        && (source.file.endsWith(u".xlsx"_s, Qt::CaseInsensitive)
            || source.file.endsWith(u".xlsm"_s, Qt::CaseInsensitive)))
        return Error{Error::Kind::Format,
                     Tr::tr("%1 is no Excel workbook, though its name says so. Save it anew as XLSX or CSV "
                            "in the program that made it.")
                         .arg(name),
                     source.file};
    if (!isSheet && (head->raw.startsWith("%PDF") || looksBinary(head->utf8)))
        return Error{Error::Kind::Format,
                     Tr::tr("%1 is no table: neither text, nor an Excel workbook, nor JSON. Export the table as "
                            "CSV, XLSX or JSON and import that file.")
                         .arg(name),
                     source.file};
    if (!isSheet && !hints.sheet.isEmpty())
        return Error{Error::Kind::Definition,
                     Tr::tr("%1 is no spreadsheet, so it has no sheet \"%2\".")
                         .arg(name, hints.sheet),
                     source.file};
    const bool isJson = !isSheet && !hints.delimiter && looksLikeJson(head->utf8.left(4096));
    Result<Opening> opening = isSheet  ? openSheet(source, kind, hints)
                              : isJson ? openJson(source)
                                       : openText(source, kind, hints, *head);
    if (!opening)
        return opening;
    opening->fileBytes = source.isPasted() ? source.content.size() : QFileInfo(source.file).size();
    if (opening->contentBytes == 0)
        opening->contentBytes = opening->fileBytes;
    if (isJson) {
        opening->headings = opening->format.fields;
        return opening;
    }
    opening->format.headerLine = opening->sample.chunk.line(opening->sample.header);
    opening->headings =
        uniqueHeadings(opening->sample.record(opening->sample.header), opening->format.hasHeader);
    return opening;
}

} // namespace Import
