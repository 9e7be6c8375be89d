#pragma once

#include "models/import/rowblock.h"

#include <array>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>

namespace Import {

/// Carries blocks from the reader to the converter, on to the writer, and the empty ones back. At most
/// 12 exist, so the faster ones wait for the slowest and memory stays the same however long the file
/// is.
class BlockQueue final
{
public:
    static constexpr std::size_t blocks = 12;

    /// An empty block, or null after close().
    std::unique_ptr<RowBlock> takeEmpty()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || !m_empty.empty() || m_made < blocks; });
        if (m_closed)
            return nullptr;
        if (m_empty.empty()) {
            ++m_made;
            return std::make_unique<RowBlock>();
        }
        // The one used last is the one the caches still know.
        std::unique_ptr<RowBlock> block = std::move(m_empty.back());
        m_empty.pop_back();
        return block;
    }
    void pushRead(std::unique_ptr<RowBlock> block) { push(m_read, std::move(block)); }
    /// The reader has nothing more.
    void finishReading() { finish(m_read); }
    /// The next block to convert, or null when there is none left or after close().
    std::unique_ptr<RowBlock> takeRead()
    {
        std::unique_lock lock(m_mutex);
        return m_closed ? nullptr : take(m_read, lock);
    }

    void pushFull(std::unique_ptr<RowBlock> block) { push(m_full, std::move(block)); }
    /// The converter has nothing more.
    void finishConverting() { finish(m_full); }
    /// The next block to write, or null when all are written.
    std::unique_ptr<RowBlock> takeFull()
    {
        std::unique_lock lock(m_mutex);
        return take(m_full, lock);
    }
    void giveBack(std::unique_ptr<RowBlock> block)
    {
        {
            const std::lock_guard lock(m_mutex);
            block->clear();
            m_empty.push_back(std::move(block));
        }
        m_changed.notify_all();
    }
    /// The converter or the writer gives up: those before them stop at their next block.
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_changed.notify_all();
    }

private:
    struct Line
    {
        std::deque<std::unique_ptr<RowBlock>> blocks;
        bool isFinished = false;
    };

    void push(Line &line, std::unique_ptr<RowBlock> block)
    {
        {
            const std::lock_guard lock(m_mutex);
            line.blocks.push_back(std::move(block));
        }
        m_changed.notify_all();
    }
    void finish(Line &line)
    {
        {
            const std::lock_guard lock(m_mutex);
            line.isFinished = true;
        }
        m_changed.notify_all();
    }
    std::unique_ptr<RowBlock> take(Line &line, std::unique_lock<std::mutex> &lock)
    {
        m_changed.wait(lock, [&line] { return line.isFinished || !line.blocks.empty(); });
        if (line.blocks.empty())
            return nullptr;
        std::unique_ptr<RowBlock> block = std::move(line.blocks.front());
        line.blocks.pop_front();
        return block;
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    Line m_read;
    Line m_full;
    std::vector<std::unique_ptr<RowBlock>> m_empty;
    std::size_t m_made = 0;
    bool m_closed = false;
};

} // namespace Import
