#pragma once

#include "models/import/recordchunk.h"

#include <cstring>

namespace Import {

/// Puts cells together to a RecordChunk, for formats whose bytes are not such a table already. The
/// bytes are a sound CSV table with commas, so that rejected rows can be written as they stand.
class ChunkBuilder final
{
public:
    explicit ChunkBuilder(RecordChunk &chunk) : m_chunk(chunk)
    {
        chunk.index.clear();
        chunk.overlong.reset();
        chunk.unreadable.clear();
        chunk.isUtf8 = true;
        chunk.index.isAscii = false;
        m_bytes.swap(chunk.bytes);
        m_bytes.clear();
        m_bytes.push_back('\n'); // "the position before the first byte" exists for every record
    }

    void startRecord(qint64 line)
    {
        if (m_chunk.index.lines.empty())
            m_chunk.firstLine = line;
        m_chunk.index.lines.push_back(std::uint32_t(line - m_chunk.firstLine));
        m_chunk.index.firsts.push_back(std::uint32_t(m_chunk.index.ends.size()));
        m_chunk.index.ends.push_back(std::uint32_t(m_bytes.size() - 1));
        m_cells = 0;
    }
    void cell(std::string_view text)
    {
        if (text.find_first_of("\",\n\r") == std::string_view::npos) {
            m_bytes.insert(m_bytes.end(), text.begin(), text.end());
        } else {
            m_bytes.push_back('"');
            for (const char c : text) {
                m_bytes.push_back(c);
                if (c == '"')
                    m_bytes.push_back(c);
            }
            m_bytes.push_back('"');
        }
        m_chunk.index.hasNul |= text.find('\0') != std::string_view::npos;
        m_chunk.index.ends.push_back(std::uint32_t(m_bytes.size()));
        m_bytes.push_back(',');
        ++m_cells;
    }
    void endRecord(std::size_t fillTo = 0)
    {
        while (m_cells < fillTo || m_cells == 0)
            cell({});
        m_bytes.back() = '\n';
    }
    /// The record just ended is none that can be read.
    void markUnreadable() { m_chunk.unreadable.push_back(std::uint32_t(records() - 1)); }
    [[nodiscard]] std::size_t records() const { return m_chunk.index.lines.size(); }
    [[nodiscard]] std::size_t bytes() const { return m_bytes.size(); }

    /// Hands the bytes over.
    void finish()
    {
        m_chunk.index.firsts.push_back(std::uint32_t(m_chunk.index.ends.size()));
        m_chunk.size = m_bytes.size();
        m_bytes.resize(m_bytes.size() + CsvTokeniser::padding);
        m_chunk.bytes.swap(m_bytes);
        m_chunk.index.consumed = m_chunk.size;
    }

private:
    RecordChunk &m_chunk;
    std::vector<char> m_bytes;
    std::size_t m_cells = 0;
};

} // namespace Import
