#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Import {

/// Where the records and cells of a buffer lie. Positions are offsets into the buffer.
struct RecordIndex
{
    /// For each record: the position before its first byte, then the end of each cell. So cell c of
    /// a record is (ends[first + c] + 1, ends[first + c + 1]), quotes still around it.
    std::vector<std::uint32_t> ends;
    std::vector<std::uint32_t> firsts; ///< per record the index into ends, and one more at the end
    std::vector<std::uint32_t> lines;  ///< per record the lines that begin before it in the buffer
    std::size_t consumed = 0;          ///< bytes up to the end of the last whole record
    std::uint32_t linesConsumed = 0;   ///< lines within these bytes
    bool hasNul = false;               ///< a NUL byte occurs somewhere
    bool isAscii = true;
    std::optional<std::size_t>
        unclosedQuote; ///< at the end of the input: where the quote stands that nothing closes

    [[nodiscard]] std::size_t records() const { return lines.size(); }
    [[nodiscard]] std::size_t cells(std::size_t record) const
    {
        return firsts[record + 1] - firsts[record] - 1;
    }
    void clear();
};

/// Which form of the masks is used: the tests run over both.
enum class MaskForm { Fastest, Portable };

/// Splits delimited text into records and cells, 64 bytes at a time. Quotes may hold delimiters,
/// line ends and doubled quotes; lines end with LF, CRLF or CR, also mixed. A record whose quotes
/// do not sit at the ends of cells (27" screen) is split by a plain state machine: such a quote
/// is an ordinary character, and text behind a closing quote belongs to the cell.
class CsvTokeniser final
{
public:
    explicit CsvTokeniser(char delimiter, MaskForm form = MaskForm::Fastest);

    /// Bytes that must be readable behind the buffer handed to index().
    static constexpr std::size_t padding = 64;

    /// Indexes the whole records of \a data, which begins at the start of a record. \a atEnd: no
    /// more bytes follow, so the last record may lack its line end.
    void index(const char *data, std::size_t size, bool atEnd, RecordIndex &out) const;

private:
    char m_delimiter;
    MaskForm m_form;
};

/// Splits one record byte by byte; keeps its state between pieces, so that a record of any length
/// can be skipped in constant memory.
class RecordMachine final
{
public:
    explicit RecordMachine(char delimiter) : m_delimiter(delimiter) {}

    /// Reads on until the record ends. Returns true then; \a at stands behind its line end.
    /// Ends of cells are appended to \a ends where given.
    bool feed(const char *data, std::size_t size, bool atEnd, std::size_t &at,
              std::vector<std::uint32_t> *ends);

    [[nodiscard]] bool insideQuotes() const { return m_state == State::Quoted; }
    [[nodiscard]] std::size_t quotePosition() const
    {
        return m_quotePosition;
    } ///< of the quote that opened last
    [[nodiscard]] std::uint32_t innerLines() const
    {
        return m_innerLines;
    } ///< line ends within quotes
    [[nodiscard]] std::uint32_t linesBeforeQuote() const { return m_linesBeforeQuote; }

private:
    enum class State { CellStart, Plain, Quoted, QuoteInQuoted };

    char m_delimiter;
    State m_state = State::CellStart;
    bool m_afterCr = false; ///< within quotes, for counting CRLF once
    std::size_t m_quotePosition = 0;
    std::uint32_t m_innerLines = 0;
    std::uint32_t m_linesBeforeQuote = 0;
};

/// The content of a cell as indexed: without its quotes. Uses \a storage only where doubled quotes
/// had to be undone.
[[nodiscard]] std::string_view cellContent(std::string_view raw, std::string &storage);

} // namespace Import
