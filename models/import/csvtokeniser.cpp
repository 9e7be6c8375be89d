#include "models/import/csvtokeniser.h"

#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace Import {

namespace {

/// One bit for each of 64 bytes.
struct Masks
{
    std::uint64_t quote = 0;
    std::uint64_t delimiter = 0;
    std::uint64_t lf = 0;
    std::uint64_t cr = 0;
    std::uint64_t nul = 0;
    std::uint64_t high = 0;
};

/// Eight bytes at a time in an ordinary register.
class PortableMasks
{
public:
    explicit PortableMasks(char delimiter) : m_delimiter(spread(delimiter)) {}

    [[nodiscard]] Masks operator()(const char *data) const
    {
        Masks masks;
        for (int i = 0; i < 8; ++i) {
            std::uint64_t word = 0;
            std::memcpy(&word, data + 8 * i, 8);
            if constexpr (std::endian::native == std::endian::big)
                word = __builtin_bswap64(word);
            const int shift = 8 * i;
            masks.quote |= equal(word, spread('"')) << shift;
            masks.delimiter |= equal(word, m_delimiter) << shift;
            masks.lf |= equal(word, spread('\n')) << shift;
            masks.cr |= equal(word, spread('\r')) << shift;
            masks.nul |= equal(word, 0) << shift;
            masks.high |= gather(word & highBits) << shift;
        }
        return masks;
    }

private:
    static constexpr std::uint64_t lowBits = 0x0101010101010101ULL;
    static constexpr std::uint64_t highBits = 0x8080808080808080ULL;

    static constexpr std::uint64_t spread(char byte)
    {
        return lowBits * static_cast<unsigned char>(byte);
    }
    /// The eight top bits as one byte, the first byte's lowest.
    static constexpr std::uint64_t gather(std::uint64_t tops)
    {
        return ((tops >> 7) * 0x0102040810204080ULL) >> 56;
    }
    static constexpr std::uint64_t equal(std::uint64_t word, std::uint64_t pattern)
    {
        // Exact for every byte: no carry crosses from one byte to the next.
        const std::uint64_t difference = word ^ pattern;
        return gather(~(((difference & ~highBits) + ~highBits) | difference | ~highBits));
    }

    std::uint64_t m_delimiter;
};

#if defined(__SSE2__)
class Sse2Masks
{
public:
    explicit Sse2Masks(char delimiter) : m_delimiter(_mm_set1_epi8(delimiter)) {}

    [[nodiscard]] Masks operator()(const char *data) const
    {
        const __m128i *from = reinterpret_cast<const __m128i *>(data);
        const __m128i bytes[4] = {_mm_loadu_si128(from), _mm_loadu_si128(from + 1),
                                  _mm_loadu_si128(from + 2), _mm_loadu_si128(from + 3)};
        Masks masks;
        masks.quote = equal(bytes, _mm_set1_epi8('"'));
        masks.delimiter = equal(bytes, m_delimiter);
        masks.lf = equal(bytes, _mm_set1_epi8('\n'));
        masks.cr = equal(bytes, _mm_set1_epi8('\r'));
        masks.nul = equal(bytes, _mm_setzero_si128());
        for (int i = 0; i < 4; ++i)
            masks.high |= std::uint64_t(std::uint32_t(_mm_movemask_epi8(bytes[i]))) << (16 * i);
        return masks;
    }

private:
    static std::uint64_t equal(const __m128i (&bytes)[4], __m128i pattern)
    {
        std::uint64_t mask = 0;
        for (int i = 0; i < 4; ++i)
            mask |=
                std::uint64_t(std::uint32_t(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes[i], pattern))))
                << (16 * i);
        return mask;
    }

    __m128i m_delimiter;
};
using FastestMasks = Sse2Masks;
#else
using FastestMasks = PortableMasks;
#endif

/// Bit i is the parity of the bits 0 to i.
std::uint64_t prefixXor(std::uint64_t bits)
{
    for (int shift = 1; shift < 64; shift <<= 1)
        bits ^= bits << shift;
    return bits;
}

template <typename MaskSource>
class Indexer
{
public:
    Indexer(char delimiter, const char *data, std::size_t size, bool atEnd, RecordIndex &out)
        : m_masks(delimiter)
        , m_delimiter(delimiter)
        , m_data(data)
        , m_size(size)
        , m_atEnd(atEnd)
        , m_out(out)
    {}

    void run()
    {
        while (m_recordStart < m_size && !m_stopped) {
            if (!scan())
                scanIrregularRecord();
        }
        m_out.ends.resize(m_recordFirst);
        m_out.firsts.push_back(std::uint32_t(m_recordFirst));
        m_out.consumed = m_recordStart;
        m_out.linesConsumed = m_line;
    }

private:
    /// Indexes from the record start on. False: the record that now begins at m_recordStart has a
    /// quote where the masks cannot follow.
    bool scan()
    {
        beginRecord();
        std::uint64_t insideBefore = 0;   // all ones: the block begins within quotes
        std::uint64_t boundaryBefore = 1; // the byte before may stand in front of an opening quote
        std::uint64_t closingBefore = 0;
        std::uint64_t crBefore = 0;
        std::uint64_t innerCrBefore = 0;
        std::uint32_t innerLines = 0;

        for (std::size_t base = m_recordStart; base < m_size; base += 64) {
            Masks masks = m_masks(m_data + base);
            if (m_size - base < 64)
                trim(masks, (std::uint64_t(1) << (m_size - base)) - 1);
            m_out.hasNul |= masks.nul != 0;
            m_out.isAscii &= masks.high == 0;

            const std::uint64_t boundary = masks.delimiter | masks.lf | masks.cr | masks.quote;
            std::uint64_t inside = insideBefore;
            std::uint64_t irregular = 0;
            if (masks.quote | insideBefore | closingBefore) {
                inside = prefixXor(masks.quote) ^ insideBefore;
                const std::uint64_t opening = masks.quote & inside;
                const std::uint64_t closing = masks.quote & ~inside;
                irregular = opening & ~((boundary << 1) | boundaryBefore);
                irregular |= ((closing << 1) | closingBefore) & ~boundary;
                if (m_size - base < 64)
                    irregular &= (std::uint64_t(1) << (m_size - base)) - 1;
                closingBefore = closing >> 63;
                insideBefore = 0 - (inside >> 63);
            }
            boundaryBefore = boundary >> 63;

            const std::uint64_t cr = masks.cr & ~inside;
            const std::uint64_t lf = masks.lf & ~inside & ~((cr << 1) | crBefore);
            crBefore = cr >> 63;
            const std::uint64_t recordEnds = cr | lf;
            std::uint64_t structure = (masks.delimiter & ~inside) | recordEnds;

            const std::uint64_t innerCr = masks.cr & inside;
            const std::uint64_t inner =
                (innerCr | (masks.lf & inside & ~((innerCr << 1) | innerCrBefore)));
            innerCrBefore = innerCr >> 63;
            if (irregular)
                structure &= (irregular & (0 - irregular)) - 1;

            if (inner == 0) [[likely]] {
                while (structure) {
                    const int bit = std::countr_zero(structure);
                    structure &= structure - 1;
                    const std::size_t position = base + std::size_t(bit);
                    m_out.ends.push_back(std::uint32_t(position));
                    if ((recordEnds >> bit) & 1) {
                        if (!endRecord(position, innerLines))
                            return true;
                        innerLines = 0;
                    }
                }
            } else {
                std::uint64_t all = structure | inner;
                while (all) {
                    const int bit = std::countr_zero(all);
                    const std::uint64_t mask = all & (0 - all);
                    all &= all - 1;
                    if (mask & inner) {
                        ++innerLines;
                        continue;
                    }
                    const std::size_t position = base + std::size_t(bit);
                    m_out.ends.push_back(std::uint32_t(position));
                    if (mask & recordEnds) {
                        if (!endRecord(position, innerLines))
                            return true;
                        innerLines = 0;
                    }
                }
            }
            if (irregular)
                return false;
        }

        if (!m_atEnd) {
            m_stopped = true;
            return true;
        }
        if (m_recordStart >= m_size) {
            m_stopped = true;
            return true;
        }
        if (insideBefore)
            return false; // the machine finds where the quote stands
        m_out.ends.push_back(std::uint32_t(m_size));
        finishRecord(m_size, innerLines);
        m_stopped = true;
        return true;
    }

    void scanIrregularRecord()
    {
        m_out.ends.resize(m_recordFirst);
        beginRecord();
        RecordMachine machine(m_delimiter);
        std::size_t at = m_recordStart;
        const bool ended = machine.feed(m_data, m_size, m_atEnd, at, &m_out.ends);
        if (!ended) {
            if (m_atEnd && machine.insideQuotes()) {
                m_out.unclosedQuote = machine.quotePosition();
                m_line += machine.linesBeforeQuote();
            }
            m_stopped = true;
            return;
        }
        finishRecord(at, machine.innerLines());
    }

    void beginRecord()
    {
        m_recordFirst = m_out.ends.size();
        m_out.ends.push_back(std::uint32_t(m_recordStart) - 1);
    }

    /// Closes the record whose line end stands at \a position. False: that line end may go on in
    /// the next buffer.
    bool endRecord(std::size_t position, std::uint32_t innerLines)
    {
        std::size_t next = position + 1;
        if (m_data[position] == '\r') {
            if (next == m_size && !m_atEnd) {
                m_stopped = true;
                return false;
            }
            if (next < m_size && m_data[next] == '\n')
                ++next;
        }
        finishRecord(next, innerLines);
        m_recordFirst = m_out.ends.size();
        m_out.ends.push_back(std::uint32_t(next) - 1);
        return true;
    }

    void finishRecord(std::size_t next, std::uint32_t innerLines)
    {
        m_out.firsts.push_back(std::uint32_t(m_recordFirst));
        m_out.lines.push_back(m_line);
        m_line += 1 + innerLines;
        m_recordStart = next;
        m_recordFirst = m_out.ends.size();
    }

    static void trim(Masks &masks, std::uint64_t valid)
    {
        masks.quote &= valid;
        masks.delimiter &= valid;
        masks.lf &= valid;
        masks.cr &= valid;
        masks.nul &= valid;
        masks.high &= valid;
    }

    MaskSource m_masks;
    char m_delimiter;
    const char *m_data;
    std::size_t m_size;
    bool m_atEnd;
    RecordIndex &m_out;
    std::size_t m_recordStart = 0;
    std::size_t m_recordFirst = 0; ///< index into ends of the record being read
    std::uint32_t m_line = 0;
    bool m_stopped = false;
};

} // namespace

void RecordIndex::clear()
{
    ends.clear();
    firsts.clear();
    lines.clear();
    consumed = 0;
    linesConsumed = 0;
    hasNul = false;
    isAscii = true;
    unclosedQuote.reset();
}

CsvTokeniser::CsvTokeniser(char delimiter, MaskForm form) : m_delimiter(delimiter), m_form(form) {}

void CsvTokeniser::index(const char *data, std::size_t size, bool atEnd, RecordIndex &out) const
{
    out.clear();
    if (m_form == MaskForm::Portable)
        Indexer<PortableMasks>(m_delimiter, data, size, atEnd, out).run();
    else
        Indexer<FastestMasks>(m_delimiter, data, size, atEnd, out).run();
}

bool RecordMachine::feed(const char *data, std::size_t size, bool atEnd, std::size_t &at,
                         std::vector<std::uint32_t> *ends)
{
    for (; at < size; ++at) {
        const char byte = data[at];
        if (m_state == State::Quoted) {
            if (byte == '"') {
                m_state = State::QuoteInQuoted;
            } else if (byte == '\r' || (byte == '\n' && !m_afterCr)) {
                ++m_innerLines;
            }
            m_afterCr = byte == '\r';
            continue;
        }
        if (m_state == State::QuoteInQuoted && byte == '"') {
            m_state = State::Quoted;
            continue;
        }
        if (byte == m_delimiter) {
            if (ends)
                ends->push_back(std::uint32_t(at));
            m_state = State::CellStart;
        } else if (byte == '\n' || byte == '\r') {
            if (byte == '\r' && at + 1 == size && !atEnd)
                return false;
            if (ends)
                ends->push_back(std::uint32_t(at));
            at += byte == '\r' && at + 1 < size && data[at + 1] == '\n' ? 2 : 1;
            return true;
        } else if (byte == '"' && m_state == State::CellStart) {
            m_state = State::Quoted;
            m_quotePosition = at;
            m_linesBeforeQuote = m_innerLines;
            m_afterCr = false;
        } else {
            m_state = State::Plain;
        }
    }
    if (!atEnd || m_state == State::Quoted)
        return false;
    if (ends)
        ends->push_back(std::uint32_t(size));
    return true;
}

std::string_view cellContent(std::string_view raw, std::string &storage)
{
    if (raw.empty() || raw.front() != '"')
        return raw;
    raw.remove_prefix(1);
    const std::size_t close = raw.find('"');
    if (close == std::string_view::npos)
        return raw;
    if (close + 1 == raw.size())
        return raw.substr(0, close);

    storage.clear();
    bool quoted = true;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (quoted && raw[i] == '"') {
            if (i + 1 < raw.size() && raw[i + 1] == '"') {
                storage.push_back('"');
                ++i;
            } else {
                quoted = false;
            }
        } else {
            storage.push_back(raw[i]);
        }
    }
    return storage;
}

} // namespace Import
