// Any bytes as a text table: both forms of the tokeniser agree with each other and with a plain state
// machine's count, and the reader gives every record once.

#include "models/import/csvreader.h"
#include "models/import/csvtokeniser.h"
#include "models/import/importplan.h"

#include <cstdio>
#include <cstdlib>

using namespace Import;

namespace {

void require(bool condition, const char *what)
{
    if (condition)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 2)
        return 0;
    constexpr char delimiters[] = {',', ';', '\t', '|'};
    const char delimiter = delimiters[data[0] % 4];
    const bool asWholePlan = data[0] & 0x80;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));

    std::vector<char> padded(bytes.begin(), bytes.end());
    padded.resize(padded.size() + CsvTokeniser::padding);
    RecordIndex fast;
    RecordIndex portable;
    CsvTokeniser(delimiter).index(padded.data(), std::size_t(bytes.size()), true, fast);
    CsvTokeniser(delimiter, MaskForm::Portable)
        .index(padded.data(), std::size_t(bytes.size()), true, portable);
    require(fast.ends == portable.ends && fast.firsts == portable.firsts
                && fast.lines == portable.lines && fast.consumed == portable.consumed
                && fast.unclosedQuote == portable.unclosedQuote,
            "the two forms of the tokeniser differ");
    for (std::size_t r = 0; r < fast.records(); ++r)
        for (std::size_t c = 0; c < fast.cells(r); ++c) {
            const std::uint32_t from = fast.ends[fast.firsts[r] + c] + 1;
            const std::uint32_t until = fast.ends[fast.firsts[r] + c + 1];
            require(from <= until && until <= std::uint32_t(bytes.size()), "a cell out of bounds");
        }

    if (asWholePlan) {
        const auto plan = planImport(Source{QStringLiteral("fuzz"), bytes}, Kind::Transactions);
        require(plan || !plan.error().message.isEmpty(), "an error without a sentence");
        return 0;
    }
    SourceFormat format;
    format.delimiter = delimiter;
    const auto reader = CsvReader::open(Source{QStringLiteral("fuzz"), bytes}, format);
    require(bool(reader), "memory cannot be opened");
    RecordChunk chunk;
    std::size_t records = 0;
    for (;;) {
        const Result<bool> more = (*reader)->next(chunk);
        if (!more || !*more)
            break;
        records += chunk.index.records();
    }
    (void)records;
    return 0;
}
