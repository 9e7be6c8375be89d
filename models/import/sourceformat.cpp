#include "models/import/sourceformat.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <uchardet.h>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

/// Length of the valid UTF-8 sequence at \a at, 0 where there is none, −1 where \a size cuts it
/// off.
int sequenceLength(const unsigned char *at, qsizetype size)
{
    const unsigned char lead = at[0];
    if (lead < 0x80)
        return 1;
    const int length = lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length == 0 || lead > 0xF4)
        return 0;
    for (int i = 1; i < length; ++i) {
        if (i >= size)
            return -1;
        if ((at[i] & 0xC0) != 0x80)
            return 0;
    }
    if ((lead == 0xE0 && at[1] < 0xA0) || (lead == 0xED && at[1] >= 0xA0)
        || (lead == 0xF0 && at[1] < 0x90) || (lead == 0xF4 && at[1] >= 0x90))
        return 0;
    return length;
}

enum class Utf8Verdict { Invalid, Ascii, Valid };

Utf8Verdict judgeUtf8(const QByteArray &bytes, bool atEnd)
{
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    bool ascii = true;
    for (qsizetype i = 0; i < bytes.size();) {
        const int length = sequenceLength(data + i, bytes.size() - i);
        if (length == 0 || (length < 0 && atEnd))
            return Utf8Verdict::Invalid;
        if (length < 0)
            break;
        ascii &= length == 1;
        i += length;
    }
    return ascii ? Utf8Verdict::Ascii : Utf8Verdict::Valid;
}

/// UTF-16 text in any script has many NULs in one half of its bytes and nearly none in the other,
/// because delimiters, digits and line ends are ASCII.
QString utf16ByNuls(const QByteArray &head)
{
    std::array<qsizetype, 2> nuls{};
    for (qsizetype i = 0; i < head.size(); ++i)
        nuls[std::size_t(i % 2)] += head.at(i) == '\0';
    const qsizetype pairs = head.size() / 2;
    if (pairs < 2)
        return {};
    if (nuls[1] * 10 > pairs && nuls[0] * 50 < nuls[1])
        return u"UTF-16LE"_s;
    if (nuls[0] * 10 > pairs && nuls[1] * 50 < nuls[0])
        return u"UTF-16BE"_s;
    return {};
}

QString uchardetGuess(const QByteArray &head)
{
    uchardet_t detector = uchardet_new();
    uchardet_handle_data(detector, head.constData(), std::size_t(head.size()));
    uchardet_data_end(detector);
    const QString name = QString::fromLatin1(uchardet_get_charset(detector));
    uchardet_delete(detector);
    return name;
}

/// Share of the letters above ASCII that are Arabic when \a head is read as \a encoding.
double arabicShare(const QByteArray &head, const QString &encoding)
{
    QStringDecoder decoder(encoding.toLatin1().constData());
    const QString text = decoder.decode(head);
    qsizetype arabic = 0;
    qsizetype others = 0;
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            continue;
        if (c.unicode() >= 0x0600 && c.unicode() <= 0x06FF)
            ++arabic;
        else
            ++others;
    }
    return arabic + others == 0 ? 0 : double(arabic) / double(arabic + others);
}

/// How often a byte above ASCII stands beside another: Arabic words are made of them, accents in
/// Western text stand alone.
double neighbourShare(const QByteArray &head)
{
    qsizetype high = 0;
    qsizetype together = 0;
    for (qsizetype i = 0; i < head.size(); ++i) {
        if (!(head.at(i) & 0x80))
            continue;
        ++high;
        if ((i > 0 && (head.at(i - 1) & 0x80)) || (i + 1 < head.size() && (head.at(i + 1) & 0x80)))
            ++together;
    }
    return high == 0 ? 0 : double(together) / double(high);
}

struct EncodingName
{
    const char *alias;
    const char *name;
};
constexpr EncodingName encodingNames[] = {
    {"utf8", "UTF-8"},
    {"utf16", "UTF-16"},
    {"utf16le", "UTF-16LE"},
    {"utf16be", "UTF-16BE"},
    {"utf32le", "UTF-32LE"},
    {"utf32be", "UTF-32BE"},
    {"windows1256", "Windows-1256"},
    {"cp1256", "Windows-1256"},
    {"1256", "Windows-1256"},
    {"iso88596", "ISO-8859-6"},
    {"arabic", "ISO-8859-6"},
    {"windows1252", "Windows-1252"},
    {"cp1252", "Windows-1252"},
    {"1252", "Windows-1252"},
    {"iso88591", "ISO-8859-1"},
    {"latin1", "ISO-8859-1"},
    {"ascii", "UTF-8"},
    {"usascii", "UTF-8"},
};

} // namespace

QString sourceTypeName(SourceType type)
{
    switch (type) {
    case SourceType::Text:
        return u"text"_s;
    case SourceType::Xlsx:
        return u"xlsx"_s;
    case SourceType::Json:
        return u"json"_s;
    }
    return {};
}

QString sourceTypeTitle(SourceType type)
{
    switch (type) {
    case SourceType::Text:
        return QCoreApplication::translate("Import::SourceFormat", "Text table");
    case SourceType::Xlsx:
        return QCoreApplication::translate("Import::SourceFormat", "Spreadsheet (XLSX)");
    case SourceType::Json:
        return QCoreApplication::translate("Import::SourceFormat", "JSON");
    }
    return {};
}

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ',':
        return u"comma"_s;
    case ';':
        return u"semicolon"_s;
    case '\t':
        return u"tab"_s;
    case '|':
        return u"bar"_s;
    default:
        return QString(QLatin1Char(delimiter));
    }
}

char delimiterFromText(const QString &text)
{
    if (text == u"\\t" || text.compare(u"tab", Qt::CaseInsensitive) == 0)
        return '\t';
    for (const char known : {',', ';', '|'})
        if (text.compare(delimiterName(known), Qt::CaseInsensitive) == 0)
            return known;
    if (text.size() != 1)
        return 0;
    const char16_t c = text.front().unicode();
    const bool usable =
        c == u'\t' || (c > 0x20 && c < 0x7F && c != u'"' && !QChar(c).isLetterOrNumber());
    return usable ? char(c) : '\0';
}

EncodingGuess detectEncoding(const QByteArray &head, bool atEnd)
{
    if (head.startsWith("\xEF\xBB\xBF"))
        return {u"UTF-8"_s, 1, 3};
    if (head.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)))
        return {u"UTF-32LE"_s, 1, 4};
    if (head.startsWith("\xFF\xFE"))
        return {u"UTF-16LE"_s, 1, 2};
    if (head.startsWith("\xFE\xFF"))
        return {u"UTF-16BE"_s, 1, 2};
    if (const QString utf16 = utf16ByNuls(head); !utf16.isEmpty())
        return {utf16, 0.95, 0};
    switch (judgeUtf8(head, atEnd)) {
    case Utf8Verdict::Ascii:
        return {u"UTF-8"_s, 1, 0};
    case Utf8Verdict::Valid:
        return {u"UTF-8"_s, 0.99, 0};
    case Utf8Verdict::Invalid:
        break;
    }
    // A file cut off within its last letter is one of its encoding all the same.
    if (atEnd && judgeUtf8(head, false) == Utf8Verdict::Valid)
        return {u"UTF-8"_s, 0.9, 0};

    // Statistics know short cells of a table badly; the two Arabic code pages and the Western one
    // are told apart by what their letters are and how they stand together.
    const QString suggestion = canonicalEncoding(uchardetGuess(head));
    if (neighbourShare(head) > 0.6) {
        const double windows = arabicShare(head, u"Windows-1256"_s);
        const double iso = arabicShare(head, u"ISO-8859-6"_s);
        if (std::max(windows, iso) > 0.7) {
            const QString name = iso > windows ? u"ISO-8859-6"_s : u"Windows-1256"_s;
            return {name, name == suggestion ? 0.95 : 0.8, 0};
        }
    }
    // Between the Latin code pages a few accents decide nothing; the one of most programs is taken.
    const bool isLatin = suggestion.isEmpty() || suggestion == u"UTF-8"
                         || suggestion.startsWith(u"ISO-8859-1") || suggestion == u"ISO-8859-2"
                         || suggestion == u"ISO-8859-3" || suggestion == u"ISO-8859-9"
                         || suggestion.compare(u"Windows-1250", Qt::CaseInsensitive) == 0
                         || suggestion.compare(u"Windows-1252", Qt::CaseInsensitive) == 0;
    if (!isLatin)
        return {suggestion, 0.7, 0};
    return {u"Windows-1252"_s, 0.5, 0};
}

int bomLength(const QByteArray &head, const QString &encoding)
{
    if (encoding == u"UTF-8")
        return head.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    if (encoding.startsWith(u"UTF-16"))
        return head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF") ? 2 : 0;
    if (encoding.startsWith(u"UTF-32"))
        return head.startsWith(QByteArrayView("\xFF\xFE\0\0", 4))
                       || head.startsWith(QByteArrayView("\0\0\xFE\xFF", 4))
                   ? 4
                   : 0;
    return 0;
}

QString canonicalEncoding(const QString &name)
{
    QString key;
    for (const QChar c : name)
        if (c.isLetterOrNumber())
            key.append(c.toLower());
    if (key.isEmpty())
        return {};
    for (const EncodingName &entry : encodingNames)
        if (key == QLatin1StringView(entry.alias))
            return QString::fromLatin1(entry.name);
    // Whatever else the decoder of this system knows, such as MacArabic or GB18030.
    return QStringDecoder(name.toLatin1().constData()).isValid() ? name : QString();
}

QStringList knownEncodings()
{
    return {u"UTF-8"_s,        u"UTF-16LE"_s,   u"UTF-16BE"_s,
            u"Windows-1256"_s, u"ISO-8859-6"_s, u"Windows-1252"_s};
}

char detectDelimiter(const QByteArray &utf8, double *confidence)
{
    constexpr std::array<char, 4> candidates{',', ';', '\t', '|'};
    std::array<std::vector<int>, candidates.size()> counts;
    std::array<int, candidates.size()> current{};
    bool quoted = false;
    qsizetype rows = 0;
    bool lineHasText = false;
    const auto endLine = [&] {
        if (lineHasText) {
            ++rows;
            for (std::size_t c = 0; c < candidates.size(); ++c)
                counts[c].push_back(current[c]);
        }
        current.fill(0);
        lineHasText = false;
    };
    for (const char byte : utf8) {
        if (byte == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (byte == '\n' || byte == '\r') {
            endLine();
            if (rows == 200)
                break;
            continue;
        }
        lineHasText = true;
        for (std::size_t c = 0; c < candidates.size(); ++c)
            current[c] += byte == candidates[c];
    }
    if (rows < 200)
        endLine();

    char best = ',';
    double bestScore = 0;
    double share = 1;
    for (std::size_t c = 0; c < candidates.size(); ++c) {
        std::map<int, int> frequency;
        for (const int count : counts[c])
            ++frequency[count];
        frequency.erase(0);
        for (const auto &[cells, times] : frequency) {
            const double regular = double(times) / double(std::max<qsizetype>(rows, 1));
            // Regularity decides; the number of cells only between equally regular ones.
            const double score = regular * regular * (1 + 0.02 * std::min(cells, 20));
            if (score > bestScore) {
                bestScore = score;
                best = candidates[c];
                share = regular;
            }
        }
    }
    if (confidence)
        *confidence = bestScore == 0 ? 1 : share;
    return best;
}

} // namespace Import
