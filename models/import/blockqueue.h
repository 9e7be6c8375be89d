#pragma once

#include "models/import/rowblock.h"

#include <array>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>

namespace Import {

/// Carries blocks from the parser to the writer and the empty ones back. At most 12 exist, so the
/// faster side waits for the other and memory stays the same however long the file is.
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
    void push(std::unique_ptr<RowBlock> block)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_full.push_back(std::move(block));
        }
        m_changed.notify_all();
    }
    /// The parser has nothing more.
    void finish()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_finished = true;
        }
        m_changed.notify_all();
    }
    /// The next full block, or null when all are written.
    std::unique_ptr<RowBlock> takeFull()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_finished || !m_full.empty(); });
        if (m_full.empty())
            return nullptr;
        std::unique_ptr<RowBlock> block = std::move(m_full.front());
        m_full.pop_front();
        return block;
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
    /// The writer gives up: the parser stops at its next block.
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::unique_ptr<RowBlock>> m_full;
    std::vector<std::unique_ptr<RowBlock>> m_empty;
    std::size_t m_made = 0;
    bool m_finished = false;
    bool m_closed = false;
};

} // namespace Import
