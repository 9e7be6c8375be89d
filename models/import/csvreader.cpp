#include "models/import/csvreader.h"

#include "models/import/textutil.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

/// A table for code pages of one byte a character; empty for all others.
std::optional<std::array<std::array<char, 4>, 256>> codePageTable(const QString &encoding)
{
    if (!encoding.startsWith(u"Windows-125") && !encoding.startsWith(u"ISO-8859"))
        return {};
    std::array<std::array<char, 4>, 256> table{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        QStringDecoder decoder(encoding.toLatin1().constData());
        const char single = char(byte);
        const QByteArray utf8 = QString(decoder.decode(QByteArrayView(&single, 1))).toUtf8();
        table[byte][0] = char(std::min<qsizetype>(utf8.size(), 3));
        std::memcpy(table[byte].data() + 1, utf8.constData(), std::size_t(table[byte][0]));
    }
    return table;
}

} // namespace

CsvReader::CsvReader(std::unique_ptr<SourceFile> file, const SourceFormat &format, MaskForm form)
    : m_file(std::move(file)), m_format(format), m_tokeniser(format.delimiter, form)
{}

Result<std::unique_ptr<CsvReader>> CsvReader::open(const Source &source, const SourceFormat &format,
                                                   MaskForm form)
{
    Result<std::unique_ptr<SourceFile>> file = SourceFile::open(source);
    if (!file)
        return file.error();
    std::unique_ptr<CsvReader> reader(new CsvReader(std::move(*file), format, form));
    std::array<char, 4> first{};
    const qint64 got = std::max<qint64>(0, reader->m_file->read(first.data(), 4));
    const QByteArray mark(first.data(), got);
    const int skip = bomLength(mark, format.encoding);
    reader->m_file->seek(skip);
    reader->m_file->countAsRead(skip - got);
    if (format.encoding != u"UTF-8") {
        reader->m_codePage = codePageTable(format.encoding);
        if (!reader->m_codePage) {
            // The mark is read already, and UTF-16 without its byte order means the mark's.
            QString name = format.encoding;
            if (name == u"UTF-16")
                name = mark.startsWith("\xFE\xFF") ? u"UTF-16BE"_s : u"UTF-16LE"_s;
            reader->m_decoder.emplace(name.toLatin1().constData());
            if (!reader->m_decoder->isValid()) {
                return Error{
                    Error::Kind::Format,
                    QCoreApplication::translate(
                        "Import::CsvReader", "The encoding \"%1\" is not known. Known ones are %2.")
                        .arg(format.encoding, knownEncodings().join(u", "_s)),
                    source.file};
            }
        }
    }
    return reader;
}

bool CsvReader::fill(std::vector<char> &bytes, std::size_t &size)
{
    const bool decodes = m_codePage || m_decoder;
    // One byte of a code page becomes up to three, one of UTF-16 up to one and a half.
    // A small file needs no whole block; one byte more than it has shows whether it grew.
    const auto left = std::size_t(std::max<qint64>(m_file->size() - m_file->bytesRead(), 0)) + 1;
    const std::size_t wanted = std::min(left, m_codePage ? blockBytes / 2 : blockBytes);
    if (decodes)
        m_raw.resize(wanted);
    const std::size_t room = size + wanted * (m_codePage ? 4 : decodes ? 2 : 1)
                             + CsvTokeniser::padding;
    if (bytes.size() < room)
        bytes.resize(room);
    const qint64 got = m_file->read(decodes ? m_raw.data() : bytes.data() + size, qint64(wanted));
    if (got < 0) {
        m_error = m_file->cannotRead();
        return false;
    }
    if (got == 0) {
        m_atEnd = true;
        if (m_file->hasChanged() || m_file->bytesRead() != m_file->size()) {
            m_error = m_file->changed();
            return false;
        }
        return true;
    }
    if (m_codePage) {
        char *out = bytes.data() + size;
        for (qint64 i = 0; i < got; ++i) {
            const std::array<char, 4> &entry =
                (*m_codePage)[static_cast<unsigned char>(m_raw[std::size_t(i)])];
            std::memcpy(out, entry.data() + 1, 3);
            out += entry[0];
        }
        size = std::size_t(out - bytes.data());
    } else if (m_decoder) {
        const QString text = m_decoder->decode(QByteArrayView(m_raw.data(), got));
        const QByteArray utf8 = text.toUtf8();
        if (bytes.size() < size + std::size_t(utf8.size()) + CsvTokeniser::padding)
            bytes.resize(size + std::size_t(utf8.size()) + CsvTokeniser::padding);
        std::memcpy(bytes.data() + size, utf8.constData(), std::size_t(utf8.size()));
        size += std::size_t(utf8.size());
    } else {
        size += std::size_t(got);
    }
    return true;
}

Result<bool> CsvReader::next(RecordChunk &chunk)
{
    chunk.overlong.reset();
    chunk.unreadable.clear();
    chunk.index.clear();
    chunk.size = m_carry.size();
    if (m_atEnd && m_carry.empty())
        return false;
    if (chunk.bytes.size() < m_carry.size() + CsvTokeniser::padding)
        chunk.bytes.resize(m_carry.size() + CsvTokeniser::padding);
    if (!m_carry.empty())
        std::memcpy(chunk.bytes.data(), m_carry.data(), m_carry.size());
    m_carry.clear();
    chunk.firstLine = m_line;

    for (;;) {
        if (!m_atEnd && !fill(chunk.bytes, chunk.size))
            return *m_error;
        m_tokeniser.index(chunk.bytes.data(), chunk.size, m_atEnd, chunk.index);
        if (chunk.index.unclosedQuote)
            return unclosedQuote(m_line + chunk.index.linesConsumed);
        if (chunk.index.records() > 0 || m_atEnd)
            break;
        if (chunk.size >= maximumRecord) {
            if (!skipOverlong(chunk, 0))
                return *m_error;
            chunk.isUtf8 = true;
            return true;
        }
    }
    const std::size_t consumed = chunk.index.consumed;
    m_line += chunk.index.linesConsumed;
    m_carry.assign(chunk.bytes.begin() + qsizetype(consumed),
                   chunk.bytes.begin() + qsizetype(chunk.size));
    chunk.size = consumed;
    chunk.isUtf8 = chunk.index.isAscii || m_codePage || m_decoder
                   || Text::isUtf8({chunk.bytes.data(), chunk.size});
    if (m_atEnd && chunk.index.records() == 0)
        return false;
    return true;
}

bool CsvReader::skipOverlong(RecordChunk &chunk, std::size_t from)
{
    chunk.overlong = OverlongRecord{m_line};
    chunk.overlongStart.assign(chunk.bytes.data() + from, 200);
    RecordMachine machine(m_format.delimiter);
    std::size_t at = from;
    bool ended = machine.feed(chunk.bytes.data(), chunk.size, m_atEnd, at, nullptr);
    while (!ended) {
        if (m_atEnd) {
            m_error = unclosedQuote(m_line + machine.linesBeforeQuote());
            return false;
        }
        // A CR at the very end waits for what follows it.
        const bool cr = at < chunk.size;
        chunk.bytes[0] = '\r';
        chunk.size = cr ? 1 : 0;
        at = 0;
        if (!fill(chunk.bytes, chunk.size))
            return false;
        ended = machine.feed(chunk.bytes.data(), chunk.size, m_atEnd, at, nullptr);
    }
    m_line += 1 + machine.innerLines();
    m_carry.assign(chunk.bytes.begin() + qsizetype(at),
                   chunk.bytes.begin() + qsizetype(chunk.size));
    chunk.index.clear();
    chunk.index.firsts.push_back(0);
    chunk.size = 0;
    return true;
}

Error CsvReader::unclosedQuote(qint64 line) const
{
    return {Error::Kind::Format,
            QCoreApplication::translate(
                "Import::CsvReader", "The quotation mark opened in line %1 of %2 is never closed. "
                                     "Close it, or remove it, and import the file again.")
                .arg(line)
                .arg(m_file->source().name()),
            m_file->source().file, line};
}

Result<FileHead> readHead(const Source &source, const QString &encoding, qint64 bytes)
{
    const Result<std::unique_ptr<SourceFile>> file = SourceFile::open(source);
    if (!file)
        return file.error();
    QByteArray raw(std::min(bytes, (*file)->size()), Qt::Uninitialized);
    qint64 size = 0;
    while (size < raw.size()) {
        const qint64 got = (*file)->read(raw.data() + size, raw.size() - size);
        if (got < 0)
            return (*file)->cannotRead();
        if (got == 0)
            break;
        size += got;
    }
    raw.truncate(size);
    FileHead head;
    head.raw = raw.left(64);
    head.wholeFile = size == (*file)->size();
    head.encoding = detectEncoding(raw.left(1 << 16), head.wholeFile && raw.size() <= (1 << 16));
    if (!encoding.isEmpty())
        head.encoding = {encoding, 1, bomLength(raw, encoding)};
    const QByteArray content = raw.mid(bomLength(raw, head.encoding.name));
    if (head.encoding.name == u"UTF-8") {
        head.utf8 = content;
        return head;
    }
    QString name = head.encoding.name;
    if (name == u"UTF-16")
        name = raw.startsWith("\xFE\xFF") ? u"UTF-16BE"_s : u"UTF-16LE"_s;
    QStringDecoder decoder(name.toLatin1().constData());
    if (!decoder.isValid())
        return Error{
            Error::Kind::Format,
            QCoreApplication::translate("Import::CsvReader",
                                        "The encoding \"%1\" is not known. Known ones are %2.")
                .arg(head.encoding.name, knownEncodings().join(u", "_s)),
            source.file};
    head.utf8 = QString(decoder.decode(content)).toUtf8();
    return head;
}

} // namespace Import
