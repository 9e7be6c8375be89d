#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Import {

/// How the bytes of a text table are to be read.
struct CsvFormat
{
    QString encoding = QStringLiteral("UTF-8"); ///< a name QStringDecoder knows
    double encodingConfidence = 1;              ///< 0 to 1
    char delimiter = ',';                       ///< ',', ';', '\t' or '|'
    double delimiterConfidence = 1;
    bool hasHeader = true;
    qint64 headerLine = 1; ///< 1-based line of the headings; rows above are skipped

    bool operator==(const CsvFormat &) const = default;
};

/// "comma", "semicolon", "tab", "bar" or the character itself: the name used in JSON.
[[nodiscard]] QString delimiterName(char delimiter);
/// Reads a delimiter from the command line: one character, "tab" or "\t". 0: not usable.
[[nodiscard]] char delimiterFromText(const QString &text);

/// A guess at the encoding of a file from its first bytes.
struct EncodingGuess
{
    QString name;
    double confidence = 0;
    int bomLength = 0;
};
/// Byte-order mark, NUL pattern of UTF-16, strict UTF-8, then statistics. \a atEnd says that
/// \a head is the whole file, so that a character cut off at the end counts as an error.
[[nodiscard]] EncodingGuess detectEncoding(const QByteArray &head, bool atEnd);
/// Length of the mark at the start of \a head that belongs to \a encoding.
[[nodiscard]] int bomLength(const QByteArray &head, const QString &encoding);
/// The canonical spelling of an encoding that can be read, empty where it is unknown.
[[nodiscard]] QString canonicalEncoding(const QString &name);
[[nodiscard]] QStringList knownEncodings();

/// The delimiter that splits \a utf8 into the most regular table.
[[nodiscard]] char detectDelimiter(const QByteArray &utf8, double *confidence);

} // namespace Import
