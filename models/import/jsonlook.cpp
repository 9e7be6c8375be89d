#include "models/import/jsonobjects.h"
#include "models/import/jsontablereader.h"

#include <QCoreApplication>
#include <QSet>

#include <unordered_map>

namespace Import {

namespace {

constexpr qint64 lookBytes = qint64(64) << 20;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::JsonTableReader)
};

Error notJson(const Source &source, qint64 line)
{
    return {Error::Kind::Format,
            Tr::tr("Line %2 of %1 is not a JSON object that can be read. Choose a file with one "
                   "object a row: an array of objects, or one object a line.")
                .arg(source.name())
                .arg(line),
            source.file, line};
}

} // namespace

bool looksLikeJson(const QByteArray &head)
{
    QByteArray text = head.startsWith("\xEF\xBB\xBF") ? head.mid(3) : head;
    text = text.left(4096).trimmed();
    if (text.startsWith('['))
        text = text.mid(1).trimmed();
    if (!text.startsWith('{'))
        return false;
    text = text.mid(1).trimmed();
    return text.startsWith('"') || text.startsWith('}');
}

Result<JsonLook> lookAtJson(const Source &source)
{
    // Which shape: an array shows at once; one object a line where the first line is one.
    JsonLook look;
    QByteArray head;
    qint64 size = 0;
    {
        const Result<std::unique_ptr<SourceFile>> file = SourceFile::open(source);
        if (!file)
            return file.error();
        size = (*file)->size();
        head.resize(std::min<qint64>(size, qint64(TableReader::maximumRecord)));
        const qint64 got = (*file)->read(head.data(), head.size());
        if (got < 0)
            return (*file)->cannotRead();
        head.truncate(got);
    }
    if (head.startsWith("\xEF\xBB\xBF"))
        head.remove(0, 3);
    simdjson::ondemand::parser parser;
    std::string scratch;
    const auto ignore = [](const std::string &, std::string_view) {};
    const auto isObject = [&](QByteArray text) {
        const qsizetype length = text.size();
        text.append(qsizetype(simdjson::SIMDJSON_PADDING), '\0');
        return readObject(parser, {text.constData(), std::size_t(length)}, scratch, ignore);
    };
    const QByteArray start = head.trimmed();
    if (start.startsWith('[')) {
        look.shape = JsonShape::Array;
    } else {
        const qsizetype lineEnd = start.indexOf('\n');
        if (lineEnd >= 0 && isObject(start.left(lineEnd).trimmed())) {
            look.shape = JsonShape::Lines;
        } else {
            look.shape = JsonShape::Concatenated;
            // {"orders": [{…}, …]}: one object, and its first array of objects holds the rows.
            static const auto wraps = [](const QByteArray &text) {
                int depth = 0;
                bool inString = false;
                bool escaped = false;
                for (qsizetype i = 0; i < text.size(); ++i) {
                    const char c = text.at(i);
                    if (inString) {
                        inString = escaped || c != '"';
                        escaped = !escaped && c == '\\';
                    } else if (c == '"') {
                        inString = true;
                    } else if (c == '[' && depth == 1) {
                        qsizetype next = i + 1;
                        while (next < text.size() && Text::isSpace(text.at(next)))
                            ++next;
                        if (next < text.size() && text.at(next) == '{')
                            return true;
                        ++depth;
                    } else if (c == '{' || c == '[') {
                        ++depth;
                    } else if ((c == '}' || c == ']') && --depth == 0) {
                        return false;
                    }
                }
                return false;
            };
            if (wraps(start))
                look.shape = JsonShape::Wrapped;
        }
    }

    const Result<std::unique_ptr<SourceFile>> file = SourceFile::open(source);
    if (!file)
        return file.error();
    ObjectCutter cutter(**file, look.shape);
    std::unordered_map<std::string, bool> known;
    QSet<QString> names; // of which several keys may be one, where they are no sound text
    bool any = false;
    while ((*file)->bytesRead() <= lookBytes) {
        const auto piece = cutter.next();
        if (!piece)
            return piece.error();
        if (!*piece)
            break;
        const bool sound = !(*piece)->isTooLong
                           && readObject(parser, (*piece)->text, scratch,
                                         [&](const std::string &key, std::string_view) {
                                             if (known.size() >= 5000
                                                 || !known.emplace(key, true).second)
                                                 return;
                                             const QString name = QString::fromStdString(key);
                                             if (!names.contains(name))
                                                 look.fields.append(name);
                                             names.insert(name);
                                         });
        if (!sound && !any)
            return notJson(source, (*piece)->line);
        any = true;
    }
    if (!any || look.fields.isEmpty())
        return notJson(source, 1);
    return look;
}

} // namespace Import
