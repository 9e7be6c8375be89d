#include "models/import/xlsxworkbook.h"

#include "models/import/dateparser.h"
#include "models/import/textutil.h"
#include "models/import/xmlstream.h"

#include <QCoreApplication>
#include <QHash>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::XlsxReader)
};

constexpr qint64 smallPart = qint64(16) << 20;
constexpr std::size_t mostSharedBytes = std::size_t(1) << 30;

QString fromUtf8(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

Error damagedPart(const Source &source, const QString &part, qint64 line, bool hasDoctype)
{
    return {Error::Kind::Format,
            hasDoctype ? Tr::tr("The part %2 of %1 declares a document type, which a spreadsheet "
                                "never does and hostile files do, so it is not read. Open the file "
                                "in the program that made it and save it as CSV.")
                             .arg(source.name(), part)
                       : Tr::tr("The part %2 of %1 is damaged in line %3. Open the file in the "
                                "program that made it and save it again, or save it as CSV.")
                             .arg(source.name(), part)
                             .arg(line),
            source.file};
}

template <typename Handler>
Result<void> parsePart(ZipArchive &archive, const QString &part, Handler &handler)
{
    const Result<QByteArray> bytes = archive.readAll(part, smallPart);
    if (!bytes)
        return bytes.error();
    XmlStream<Handler> xml(handler);
    if (xml.parse(bytes->constData(), int(bytes->size()), true) != XmlStream<Handler>::State::Ready)
        return damagedPart(archive.file().source(), part, xml.line(), xml.hasDoctype());
    return {};
}

struct RelationHandler
{
    QHash<QString, QString> targets; ///< by id
    QString texts;
    QString styles;

    void startElement(std::string_view name, const char **attributes)
    {
        if (name != "Relationship")
            return;
        QString target = fromUtf8(attribute(attributes, "Target"));
        target = target.startsWith(u'/') ? target.mid(1) : u"xl/"_s + target;
        const std::string_view type = attribute(attributes, "Type");
        if (type.ends_with("/sharedStrings"))
            texts = target;
        else if (type.ends_with("/styles"))
            styles = target;
        targets.insert(fromUtf8(attribute(attributes, "Id")), target);
    }
    void endElement(std::string_view) {}
    void text(std::string_view) const {}
};

struct WorkbookHandler
{
    XlsxWorkbook &book;
    const QHash<QString, QString> &targets;

    void startElement(std::string_view name, const char **attributes)
    {
        if (name == "workbookPr") {
            const std::string_view flag = attribute(attributes, "date1904");
            book.from1904 = flag == "1" || flag == "true" || flag == "on";
        } else if (name == "sheet") {
            const QString part = targets.value(fromUtf8(attribute(attributes, "r:id")));
            const std::string_view state = attribute(attributes, "state");
            // Charts and macros are sheets, too, but hold no cells.
            if (part.contains(u"worksheets"))
                book.sheets.append({fromUtf8(attribute(attributes, "name")), part,
                                    !state.empty() && state != "visible"});
        }
    }
    void endElement(std::string_view) {}
    void text(std::string_view) const {}
};

/// The formats with numbers below 164 are the program's own.
XlsxWorkbook::Shows builtInShows(int id)
{
    using enum XlsxWorkbook::Shows;
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
        return Date;
    if (id == 22)
        return DateTime;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47))
        return Time;
    return Number;
}

struct StyleHandler
{
    XlsxWorkbook &book;
    QHash<int, XlsxWorkbook::Shows> own = {};
    bool inCells = false;

    static int number(std::string_view digits)
    {
        int value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }
    void startElement(std::string_view name, const char **attributes)
    {
        if (name == "numFmt") {
            own.insert(number(attribute(attributes, "numFmtId")),
                       formatShows(attribute(attributes, "formatCode")));
        } else if (name == "cellXfs") {
            inCells = true;
        } else if (name == "xf" && inCells) {
            const int id = number(attribute(attributes, "numFmtId"));
            book.styles.push_back(own.contains(id) ? own.value(id) : builtInShows(id));
        }
    }
    void endElement(std::string_view name)
    {
        if (name == "cellXfs")
            inCells = false;
    }
    void text(std::string_view) const {}
};

struct SharedTextHandler
{
    XlsxWorkbook &book;
    bool inText = false;
    int inPhonetic = 0; ///< how a text is pronounced is not part of it

    void startElement(std::string_view name, const char **)
    {
        if (name == "rPh")
            ++inPhonetic;
        inText = name == "t" && inPhonetic == 0;
    }
    void endElement(std::string_view name)
    {
        if (name == "rPh")
            --inPhonetic;
        else if (name == "si")
            book.ends.push_back(book.texts.size());
        inText = false;
    }
    void text(std::string_view part)
    {
        if (inText)
            book.texts.append(part);
    }
};

Result<void> readSharedTexts(ZipArchive &archive, const QString &part, XlsxWorkbook &book)
{
    if (const Result<void> begun = archive.begin(part); !begun)
        return begun;
    SharedTextHandler handler{.book = book};
    XmlStream<SharedTextHandler> xml(handler);
    std::vector<char> piece(1 << 16);
    for (;;) {
        const Result<qint64> got = archive.read(piece.data(), qint64(piece.size()));
        if (!got)
            return got.error();
        if (xml.parse(piece.data(), int(*got), *got == 0)
            != XmlStream<SharedTextHandler>::State::Ready)
            return damagedPart(archive.file().source(), part, xml.line(), xml.hasDoctype());
        if (book.texts.size() > mostSharedBytes)
            return Error{Error::Kind::Format,
                         Tr::tr("The texts of %1 are larger than 1 GB, so it is not read. Open it "
                                "in the program that made it and save it as CSV.")
                             .arg(archive.file().source().name()),
                         archive.file().source().file};
        if (*got == 0)
            return {};
    }
}

} // namespace

const XlsxWorkbook::Sheet *XlsxWorkbook::sheet(const QString &name) const
{
    for (const Sheet &entry : sheets)
        if (entry.name.compare(name, Qt::CaseInsensitive) == 0)
            return &entry;
    return nullptr;
}

Result<XlsxWorkbook> readWorkbook(ZipArchive &archive, bool withTexts)
{
    const Source &source = archive.file().source();
    if (!archive.contains(u"xl/workbook.xml"_s)) {
        const bool isOpenDocument = archive.contains(u"content.xml"_s);
        return Error{
            Error::Kind::Format,
            archive.contains(u"xl/workbook.bin"_s) || isOpenDocument
                ? Tr::tr("%1 is a spreadsheet in a format that is not read. Save it as XLSX or "
                         "CSV and import that.")
                      .arg(source.name())
                : Tr::tr("%1 is an archive without a spreadsheet in it. Unpack it and import the "
                         "files within.")
                      .arg(source.name()),
            source.file};
    }
    RelationHandler relations;
    if (archive.contains(u"xl/_rels/workbook.xml.rels"_s))
        if (const auto read = parsePart(archive, u"xl/_rels/workbook.xml.rels"_s, relations); !read)
            return read.error();
    XlsxWorkbook book;
    WorkbookHandler workbook{book, relations.targets};
    if (const auto read = parsePart(archive, u"xl/workbook.xml"_s, workbook); !read)
        return read.error();
    if (book.sheets.isEmpty())
        return Error{Error::Kind::Format,
                     Tr::tr("%1 has no sheet with cells. Choose a spreadsheet with a row of "
                            "headings and rows below it.")
                         .arg(source.name()),
                     source.file};
    if (archive.contains(relations.styles)) {
        StyleHandler styles{.book = book};
        if (const auto read = parsePart(archive, relations.styles, styles); !read)
            return read.error();
    }
    if (withTexts && archive.contains(relations.texts))
        if (const auto read = readSharedTexts(archive, relations.texts, book); !read)
            return read.error();
    return book;
}

XlsxWorkbook::Shows formatShows(std::string_view format)
{
    bool date = false;
    bool time = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        switch (Text::lower(format[i])) {
        case '"':
            i = format.find('"', i + 1);
            break;
        case '\\':
        case '_':
        case '*':
            ++i;
            break;
        case '[': {
            // [h] is a time that may pass a day; [Red], [$-409] and [>100] are none.
            const std::size_t end = format.find(']', i);
            const std::string_view inner = format.substr(i + 1, end - i - 1);
            if (!inner.empty() && end != std::string_view::npos
                && inner.find_first_not_of("hHmMsS") == std::string_view::npos)
                time = true;
            i = end;
            break;
        }
        case 'y':
        case 'd':
        case 'b':
            date = true;
            break;
        case 'h':
        case 's':
            time = true;
            break;
        case 'm':
            // Months and minutes share their letter; alone it is a month.
            date |= !time && format.find_first_of("hHsS") == std::string_view::npos;
            break;
        case 'g': // "General"
            if (Text::equalsIgnoringCase(format.substr(i, 7), "General"))
                i += 6;
            break;
        case '0':
        case '#':
        case '?':
            if (!date && !time)
                return XlsxWorkbook::Shows::Number;
            break;
        case ';':
            i = format.size();
            break;
        default:
            break;
        }
        if (i >= format.size())
            break;
    }
    using enum XlsxWorkbook::Shows;
    return date && time ? DateTime : date ? Date : time ? Time : Number;
}

std::string_view numberCellText(std::string_view value, XlsxWorkbook::Shows shows, bool from1904,
                                std::string &storage)
{
    const bool isPlain =
        value.find_first_of("eE") == std::string_view::npos && value.size() <= 15;
    if (shows == XlsxWorkbook::Shows::Number && isPlain)
        return value;
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size() || !std::isfinite(number))
        return value;
    std::array<char, 400> buffer;
    if (shows == XlsxWorkbook::Shows::Number || number < 0 || number > 2958465.99999) {
        // Files carry 17 digits, 0.1 + 0.2 as 0.30000000000000004; people see 15.
        std::snprintf(buffer.data(), buffer.size(), "%.15g", number);
        if (std::string_view(buffer.data()).find('e') != std::string_view::npos) {
            const int decimals =
                number == 0 ? 0 : std::max(0, 14 - int(std::floor(std::log10(std::abs(number)))));
            std::snprintf(buffer.data(), buffer.size(), "%.*f", std::min(decimals, 30), number);
            storage = buffer.data();
            if (storage.find('.') != std::string::npos) {
                storage.erase(storage.find_last_not_of('0') + 1);
                if (storage.back() == '.')
                    storage.pop_back();
            }
            return storage;
        }
        storage = buffer.data();
        return storage;
    }
    auto whole = std::int64_t(std::floor(number));
    auto seconds = std::int64_t(std::llround((number - double(whole)) * 86400));
    if (seconds == 86400) {
        ++whole;
        seconds = 0;
    }
    const int hour = int(seconds / 3600);
    const int minute = int(seconds / 60 % 60);
    const int second = int(seconds % 60);
    if (shows == XlsxWorkbook::Shows::Time && whole == 0) {
        std::snprintf(buffer.data(), buffer.size(), "%02d:%02d:%02d", hour, minute, second);
    } else {
        // 1899-12-30 is day 0, so that day 60 is the 29 February 1900 Excel believes in; serials
        // before it are one day off. The other system counts from 1904-01-01.
        const std::int64_t day =
            from1904 ? whole - 24107 : whole - 25569 + (whole < 60 ? 1 : 0);
        const QDate date = QDate(1970, 1, 1).addDays(day);
        if (seconds == 0 && shows != XlsxWorkbook::Shows::Time)
            std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year(),
                          date.month(), date.day());
        else
            std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d %02d:%02d:%02d",
                          date.year(), date.month(), date.day(), hour, minute, second);
    }
    storage = buffer.data();
    return storage;
}

} // namespace Import
