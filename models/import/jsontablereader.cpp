#include "models/import/jsontablereader.h"

#include "models/import/chunkbuilder.h"
#include "models/import/jsonobjects.h"

#include <QCoreApplication>

#include <unordered_map>

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::JsonTableReader)
};

} // namespace

struct JsonTableReader::State
{
    std::unique_ptr<SourceFile> file;
    std::optional<ObjectCutter> cutter;
    simdjson::ondemand::parser parser;
    std::string scratch;
    std::unordered_map<std::string, std::size_t> columns;
    std::size_t width = 0; ///< cells of a record, however many of the fields have one name
    std::vector<std::string> cells;
    std::string unknown; ///< what no column is for
    bool atEnd = false;
    JsonShape shape = JsonShape::Lines;
};

JsonTableReader::JsonTableReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
JsonTableReader::~JsonTableReader() = default;

Result<std::unique_ptr<JsonTableReader>> JsonTableReader::open(const Source &source,
                                                               const SourceFormat &format)
{
    Result<std::unique_ptr<SourceFile>> file = SourceFile::open(source);
    if (!file)
        return file.error();
    auto state = std::make_unique<State>();
    state->file = std::move(*file);
    state->shape = format.shape;
    state->cutter.emplace(*state->file, format.shape);
    for (const QString &field : format.fields)
        state->columns.emplace(field.toStdString(), state->width++);
    return std::unique_ptr<JsonTableReader>(new JsonTableReader(std::move(state)));
}

Result<bool> JsonTableReader::next(RecordChunk &chunk)
{
    State &state = *m_state;
    ChunkBuilder builder(chunk);
    while (!state.atEnd && builder.bytes() < blockBytes) {
        const Result<std::optional<ObjectCutter::Piece>> piece = state.cutter->next();
        if (!piece)
            return piece.error();
        if (!*piece) {
            state.atEnd = true;
            if (!state.cutter->isComplete()) {
                const Source &source = state.file->source();
                return Error{Error::Kind::Format,
                             Tr::tr("%1 ends in the middle of an object, in line %2: it was only "
                                    "half written or half copied. Export or copy it again.")
                                 .arg(source.name())
                                 .arg(state.cutter->line()),
                             source.file, state.cutter->line()};
            }
            break;
        }
        state.cells.assign(state.width, {});
        state.unknown.clear();
        const bool isObject =
            !(*piece)->isTooLong
            && readObject(state.parser, (*piece)->text, state.scratch,
                          [&state](const std::string &key, std::string_view text) {
                              const auto column = state.columns.find(key);
                              if (column != state.columns.end()) {
                                  state.cells[column->second] = text;
                              } else if (!text.empty()) {
                                  state.unknown += (state.unknown.empty() ? "" : " ") + key + '=';
                                  state.unknown += text;
                              }
                          });
        builder.startRecord((*piece)->line);
        if (!isObject) {
            builder.cell((*piece)->text.substr(0, 200));
            builder.endRecord(state.width);
            builder.markUnreadable();
            continue;
        }
        for (const std::string &cell : state.cells)
            builder.cell(cell);
        // A key that the beginning of the file does not have: told like a cell too many.
        if (!state.unknown.empty())
            builder.cell(state.unknown);
        builder.endRecord();
    }
    const bool any = builder.records() > 0;
    builder.finish();
    return any;
}

qint64 JsonTableReader::bytesRead() const { return m_state->file->bytesRead(); }
qint64 JsonTableReader::bytesInAll() const { return m_state->file->size(); }

} // namespace Import
