#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Import {

/// What a file is made of.
enum class SourceType {
    Text, ///< cells parted by a character: CSV, TSV, pasted tables
    Xlsx, ///< a sheet of a spreadsheet
    Json  ///< objects: an array of them, or one after the other
};
[[nodiscard]] QString sourceTypeName(SourceType type);  ///< "text", "xlsx", "json", never translated
[[nodiscard]] QString sourceTypeTitle(SourceType type); ///< translated

/// Where the objects stand in a JSON file.
enum class JsonShape {
    Lines,        ///< one a line
    Concatenated, ///< one after the other, each over as many lines as it likes
    Array,        ///< in one array
    Wrapped       ///< in the first array of objects within one object: {"orders": [ … ]}
};

/// How the bytes of a table are to be read.
struct SourceFormat
{
    SourceType type = SourceType::Text;
    QString encoding = QStringLiteral("UTF-8"); ///< a name QStringDecoder knows
    double encodingConfidence = 1;              ///< 0 to 1
    char delimiter = ',';                       ///< ',', ';', '\t' or '|'
    double delimiterConfidence = 1;
    bool hasHeader = true;
    qint64 headerLine = 1; ///< 1-based line (row of a sheet) of the headings; rows above are skipped
    QString sheet;         ///< of a spreadsheet: the sheet that is read
    QStringList sheets;    ///< all sheets of the spreadsheet, in their order
    int columns = 0;       ///< rows of a sheet are filled up to this many cells
    JsonShape shape = JsonShape::Lines;
    QStringList fields; ///< of a JSON file: the keys that are its columns, nested ones with dots

    bool operator==(const SourceFormat &) const = default;
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
