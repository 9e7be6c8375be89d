#pragma once

#include "models/import/tablereader.h"

namespace Import {

/// What the beginning of a JSON file says about it.
struct JsonLook
{
    JsonShape shape = JsonShape::Lines;
    QStringList fields; ///< keys in the order in which they come, those of nested objects with dots
};
/// Looks at the first 64 MB. Fails where \a source holds no JSON objects, with the line.
Result<JsonLook> lookAtJson(const Source &source);
/// Whether \a head begins like a JSON file with objects.
[[nodiscard]] bool looksLikeJson(const QByteArray &head);

/// Reads the objects of a JSON file as records, at constant memory. A nested object gives a column a
/// key ("customer.id"), an array stays JSON text. Null is empty. A line that is no object becomes an
/// unreadable record; a file that ends in the middle is an error.
class JsonTableReader final : public TableReader
{
public:
    static Result<std::unique_ptr<JsonTableReader>> open(const Source &source,
                                                         const SourceFormat &format);
    ~JsonTableReader() override;

    Result<bool> next(RecordChunk &chunk) override;
    [[nodiscard]] qint64 bytesRead() const override;
    [[nodiscard]] qint64 bytesInAll() const override;

private:
    struct State;
    explicit JsonTableReader(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace Import
