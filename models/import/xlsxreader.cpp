#include "models/import/xlsxreader.h"

#include "models/import/chunkbuilder.h"
#include "models/import/textutil.h"
#include "models/import/xlsxworkbook.h"
#include "models/import/xmlstream.h"

#include <QCoreApplication>

#include <charconv>

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::XlsxReader)
};

constexpr int mostColumns = 16384; ///< a sheet has no more

/// The column of "AB12", 0-based; −1: none.
int columnOfReference(std::string_view reference)
{
    int column = 0;
    for (const char c : reference) {
        const char letter = Text::lower(c);
        if (letter < 'a' || letter > 'z')
            break;
        column = column * 26 + (letter - 'a' + 1);
        if (column > mostColumns)
            return -1;
    }
    return column - 1;
}

template <typename Number>
Number numberOf(std::string_view digits, Number otherwise)
{
    Number value = otherwise;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

} // namespace

struct XlsxReader::Sheet
{
    std::unique_ptr<ZipArchive> archive;
    XlsxWorkbook book;
    QString name;
    QString part;
    int columns = 0; ///< rows are filled up to these
    qint64 inflated = 0;
    bool atEnd = false;
    std::unique_ptr<XmlStream<Sheet>> xml;
    XmlStream<Sheet>::State state = XmlStream<Sheet>::State::Ready;
    std::vector<char> piece = std::vector<char>(1 << 15);

    // The row at hand.
    ChunkBuilder *builder = nullptr;
    qint64 row = 0;
    int column = 0; ///< of the cell at hand
    enum class Type { Number, Shared, Text, Flag } type = Type::Number;
    std::size_t style = 0;
    bool inCell = false;
    bool inValue = false;
    int inPhonetic = 0;
    std::string value;
    std::vector<std::string> cells;
    std::size_t filled = 0; ///< cells up to the last one that is not empty
    std::size_t rowBytes = 0;

    void startElement(std::string_view element, const char **attributes)
    {
        if (element == "c") {
            inCell = true;
            value.clear();
            const std::string_view reference = attribute(attributes, "r");
            if (const int at = columnOfReference(reference); at >= 0)
                column = at;
            const std::string_view kind = attribute(attributes, "t");
            type = kind == "s"                                                ? Type::Shared
                   : kind == "b"                                              ? Type::Flag
                   : kind == "str" || kind == "inlineStr" || kind == "e" || kind == "d" ? Type::Text
                                                                              : Type::Number;
            style = numberOf<std::size_t>(attribute(attributes, "s"), 0);
        } else if (element == "v" || element == "t") {
            inValue = inCell && inPhonetic == 0;
        } else if (element == "rPh") {
            ++inPhonetic;
        } else if (element == "row") {
            row = numberOf<qint64>(attribute(attributes, "r"), row + 1);
            column = 0;
            filled = 0;
            rowBytes = 0;
        }
    }
    void endElement(std::string_view element)
    {
        if (element == "v" || element == "t") {
            inValue = false;
        } else if (element == "rPh") {
            --inPhonetic;
        } else if (element == "c" && inCell) {
            inCell = false;
            putCell();
        } else if (element == "row") {
            putRow();
        }
    }
    void text(std::string_view more)
    {
        if (inValue && value.size() <= maximumRecord)
            value.append(more);
    }

    void putCell()
    {
        std::string storage;
        std::string_view shown = value;
        if (type == Type::Shared) {
            const auto index = numberOf<std::size_t>(value, book.sharedTexts());
            shown = index < book.sharedTexts() ? book.sharedText(index) : std::string_view();
        } else if (type == Type::Flag) {
            shown = value == "1" ? "true" : "false";
        } else if (type == Type::Number && !value.empty()) {
            shown = numberCellText(value, book.shows(style), book.from1904, storage);
        }
        rowBytes += shown.size();
        // A shared text may be large and used by every cell: what is too long is not gathered.
        if (!shown.empty() && column >= 0 && column < mostColumns && rowBytes <= maximumRecord) {
            if (cells.size() <= std::size_t(column))
                cells.resize(std::size_t(column) + 1);
            for (std::size_t i = filled; i < std::size_t(column); ++i)
                cells[i].clear();
            cells[std::size_t(column)] = shown;
            filled = std::max(filled, std::size_t(column) + 1);
        }
        ++column;
    }
    void putRow()
    {
        if (filled == 0)
            return;
        builder->startRecord(row);
        for (std::size_t i = 0; i < filled; ++i)
            builder->cell(cells[i]);
        builder->endRecord(std::size_t(columns));
        if (rowBytes > maximumRecord)
            builder->markUnreadable();
        if (builder->bytes() >= TableReader::blockBytes)
            xml->pause();
    }
};

XlsxReader::XlsxReader(std::unique_ptr<Sheet> sheet) : m_sheet(std::move(sheet)) {}
XlsxReader::~XlsxReader() = default;

Result<std::unique_ptr<XlsxReader>> XlsxReader::open(const Source &source,
                                                     const SourceFormat &format)
{
    Result<std::unique_ptr<ZipArchive>> archive = ZipArchive::open(source);
    if (!archive)
        return archive.error();
    auto sheet = std::make_unique<Sheet>();
    sheet->archive = std::move(*archive);
    Result<XlsxWorkbook> book = readWorkbook(*sheet->archive, true);
    if (!book)
        return book.error();
    sheet->book = std::move(*book);
    sheet->columns = format.columns;
    const XlsxWorkbook::Sheet *chosen = nullptr;
    if (!format.sheet.isEmpty()) {
        chosen = sheet->book.sheet(format.sheet);
        if (!chosen) {
            QStringList names;
            for (const XlsxWorkbook::Sheet &entry : sheet->book.sheets)
                names.append(entry.name);
            return Error{Error::Kind::Definition,
                         Tr::tr("%1 has no sheet \"%2\". Its sheets are %3.")
                             .arg(source.name(), format.sheet, names.join(QStringLiteral(", "))),
                         source.file};
        }
    } else {
        for (const XlsxWorkbook::Sheet &entry : sheet->book.sheets)
            if (!chosen && !entry.isHidden)
                chosen = &entry;
        if (!chosen)
            chosen = &sheet->book.sheets.first();
    }
    sheet->name = chosen->name;
    sheet->part = chosen->part;
    if (const Result<void> begun = sheet->archive->begin(chosen->part); !begun)
        return begun.error();
    sheet->xml = std::make_unique<XmlStream<Sheet>>(*sheet);
    return std::unique_ptr<XlsxReader>(new XlsxReader(std::move(sheet)));
}

Result<bool> XlsxReader::next(RecordChunk &chunk)
{
    Sheet &sheet = *m_sheet;
    ChunkBuilder builder(chunk);
    sheet.builder = &builder;
    using State = XmlStream<Sheet>::State;
    while (builder.bytes() < blockBytes && !(sheet.atEnd && sheet.state == State::Ready)) {
        if (sheet.state == State::Paused) {
            sheet.state = sheet.xml->resume();
        } else {
            const Result<qint64> got =
                sheet.archive->read(sheet.piece.data(), qint64(sheet.piece.size()));
            if (!got)
                return got.error();
            sheet.inflated += *got;
            sheet.atEnd = *got == 0;
            sheet.state = sheet.xml->parse(sheet.piece.data(), int(*got), sheet.atEnd);
        }
        if (sheet.state == State::Failed) {
            const Source &source = sheet.archive->file().source();
            return Error{
                Error::Kind::Format,
                sheet.xml->hasDoctype()
                    ? Tr::tr("The part %2 of %1 declares a document type, which a spreadsheet "
                             "never does and hostile files do, so it is not read. Open the file "
                             "in the program that made it and save it as CSV.")
                          .arg(source.name(), sheet.part)
                    : Tr::tr("The sheet \"%2\" of %1 is damaged below row %3. Open the file in the "
                             "program that made it and save it again, or save it as CSV.")
                          .arg(source.name(), sheet.name)
                          .arg(sheet.row),
                source.file, sheet.row};
        }
    }
    sheet.builder = nullptr;
    const bool any = builder.records() > 0;
    builder.finish();
    return any;
}

qint64 XlsxReader::bytesRead() const { return m_sheet->inflated; }
qint64 XlsxReader::bytesInAll() const
{
    return std::max(m_sheet->inflated, m_sheet->archive->partBytes());
}

QStringList XlsxReader::sheets() const
{
    QStringList names;
    for (const XlsxWorkbook::Sheet &sheet : m_sheet->book.sheets)
        names.append(sheet.name);
    return names;
}

QString XlsxReader::sheet() const { return m_sheet->name; }

Result<QStringList> sheetsOf(const Source &source)
{
    Result<std::unique_ptr<ZipArchive>> archive = ZipArchive::open(source);
    if (!archive)
        return archive.error();
    const Result<XlsxWorkbook> book = readWorkbook(**archive, false);
    if (!book)
        return book.error();
    QStringList names;
    for (const XlsxWorkbook::Sheet &sheet : book->sheets)
        names.append(sheet.name);
    return names;
}

} // namespace Import
