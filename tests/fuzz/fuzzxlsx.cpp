// Any bytes as a spreadsheet: it is read or refused with a sentence. The bytes are either the file
// itself or, so that the checksums of ZIP do not keep the fuzzer out, the XML of a sheet within one.

#include "models/import/importplan.h"
#include "models/import/xlsxreader.h"
#include "tests/models/import/zipwriting.h"

#include <QFile>

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace Import;

namespace {

QByteArray zipped(const std::map<QByteArray, QByteArray> &parts)
{
    static const QString file = QStringLiteral("/tmp/fuzzxlsx-%1.zip").arg(getpid());
    if (!writeZip(file, parts))
        return {};
    QFile written(file);
    return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 2)
        return 0;
    QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    switch (data[0] % 4) {
    case 0:
        bytes = zipped(spreadsheet(bytes, "<si><t>a</t></si><si><t>b</t></si>"));
        break;
    case 1:
        bytes = zipped(spreadsheet("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>", bytes));
        break;
    case 2: {
        auto parts = spreadsheet("<row r=\"1\"><c s=\"1\"><v>1</v></c></row>");
        parts["xl/styles.xml"] = bytes;
        bytes = zipped(parts);
        break;
    }
    default:
        break;
    }
    SourceFormat format;
    format.type = SourceType::Xlsx;
    const auto reader = XlsxReader::open(Source{QStringLiteral("fuzz"), bytes}, format);
    if (!reader) {
        if (reader.error().message.isEmpty())
            std::abort();
        return 0;
    }
    RecordChunk chunk;
    for (;;) {
        const Result<bool> more = (*reader)->next(chunk);
        if (!more || !*more)
            break;
        for (std::size_t r = 0; r < chunk.index.records(); ++r)
            for (std::size_t c = 0; c < chunk.index.cells(r); ++c)
                if (chunk.raw(r, c).size() > chunk.size)
                    std::abort();
    }
    return 0;
}
