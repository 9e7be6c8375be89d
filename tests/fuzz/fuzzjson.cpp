// Any bytes as JSON: it is read or refused with a sentence.

#include "models/import/importplan.h"
#include "models/import/jsontablereader.h"

#include <cstdlib>

using namespace Import;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const Source source{QStringLiteral("fuzz"),
                        size == 0 ? QByteArray("")
                                  : QByteArray(reinterpret_cast<const char *>(data), qsizetype(size))};
    const Result<JsonLook> look = lookAtJson(source);
    if (!look) {
        if (look.error().message.isEmpty())
            std::abort();
        return 0;
    }
    SourceFormat format;
    format.type = SourceType::Json;
    format.shape = look->shape;
    format.fields = look->fields;
    const auto reader = JsonTableReader::open(source, format);
    if (!reader)
        std::abort();
    RecordChunk chunk;
    for (;;) {
        const Result<bool> more = (*reader)->next(chunk);
        if (!more || !*more)
            break;
        for (std::size_t r = 0; r < chunk.index.records(); ++r)
            if (chunk.index.cells(r) < std::size_t(format.fields.size()))
                std::abort();
    }
    return 0;
}
