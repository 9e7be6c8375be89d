#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace Import {

/// Text to number by open addressing. Short keys lie in the slot itself, so a look-up touches one
/// cache line; callers hash a batch of keys, prefetch their slots and only then look them up.
class InternMap final
{
public:
    using Hash = std::uint64_t;

    explicit InternMap(std::size_t expected = 64)
    {
        std::size_t capacity = 64;
        while (capacity * maximumLoad / 16 < expected)
            capacity *= 2;
        m_slots.resize(capacity);
    }

    [[nodiscard]] static Hash hash(std::string_view key)
    {
        std::uint64_t sum = key.size() * 0x9E3779B97F4A7C15ULL;
        const char *at = key.data();
        std::size_t left = key.size();
        for (; left >= 8; left -= 8, at += 8)
            sum = mix(sum ^ load(at, 8));
        if (left > 0)
            sum = mix(sum ^ load(at, left));
        return sum;
    }

    void prefetch(Hash hash) const { __builtin_prefetch(&m_slots[position(hash)]); }

    /// The number of \a key; when it is new it gets \a next. The flag says whether it was new.
    /// Numbers are never 0.
    std::pair<std::uint32_t, bool> insert(std::string_view key, Hash hash, std::uint32_t next)
    {
        std::size_t at = position(hash);
        const auto tag = std::uint32_t(hash);
        while (m_slots[at].value != 0) {
            if (m_slots[at].tag == tag && equals(m_slots[at], key))
                return {m_slots[at].value, false};
            at = (at + 1) & (m_slots.size() - 1);
        }
        fill(m_slots[at], key, tag, next);
        if (++m_count * 16 > m_slots.size() * maximumLoad)
            grow();
        return {next, true};
    }

    [[nodiscard]] bool contains(std::string_view key, Hash hash) const
    {
        std::size_t at = position(hash);
        const auto tag = std::uint32_t(hash);
        for (; m_slots[at].value != 0; at = (at + 1) & (m_slots.size() - 1))
            if (m_slots[at].tag == tag && equals(m_slots[at], key))
                return true;
        return false;
    }

    [[nodiscard]] std::size_t size() const { return m_count; }

private:
    static constexpr std::size_t maximumLoad = 12; ///< sixteenths of the slots
    static constexpr std::size_t inlineBytes = 15;
    static constexpr unsigned char outside = 255;

    struct Slot
    {
        std::uint32_t tag = 0;
        std::uint32_t value = 0;  ///< 0: empty
        unsigned char length = 0; ///< outside: text holds a pointer and m_long the bytes
        char text[inlineBytes] = {};
    };
    static_assert(sizeof(Slot) == 24);

    static std::uint64_t mix(std::uint64_t value)
    {
        value *= 0xD6E8FEB86659FD93ULL;
        value ^= value >> 32;
        value *= 0xD6E8FEB86659FD93ULL;
        return value ^ (value >> 32);
    }
    static std::uint64_t load(const char *at, std::size_t bytes)
    {
        std::uint64_t word = 0;
        std::memcpy(&word, at, bytes);
        return word;
    }
    [[nodiscard]] std::size_t position(Hash hash) const
    {
        return std::size_t(hash >> 20) & (m_slots.size() - 1);
    }

    [[nodiscard]] static std::string_view longKey(const Slot &slot)
    {
        const char *text = nullptr;
        std::uint32_t size = 0;
        std::memcpy(&text, slot.text, sizeof text);
        std::memcpy(&size, slot.text + sizeof text, sizeof size);
        return {text, size};
    }
    [[nodiscard]] static bool equals(const Slot &slot, std::string_view key)
    {
        if (slot.length == outside)
            return longKey(slot) == key;
        return slot.length == key.size() && std::memcmp(slot.text, key.data(), key.size()) == 0;
    }
    void fill(Slot &slot, std::string_view key, std::uint32_t tag, std::uint32_t value)
    {
        slot.tag = tag;
        slot.value = value;
        if (key.size() <= inlineBytes) {
            slot.length = static_cast<unsigned char>(key.size());
            if (!key.empty())
                std::memcpy(slot.text, key.data(), key.size());
            return;
        }
        const char *kept = keep(key);
        const auto size = std::uint32_t(key.size());
        slot.length = outside;
        std::memcpy(slot.text, &kept, sizeof kept);
        std::memcpy(slot.text + sizeof kept, &size, sizeof size);
    }
    const char *keep(std::string_view key)
    {
        constexpr std::size_t pieceBytes = 1 << 16;
        if (m_pieces.empty() || m_pieceUsed + key.size() > m_pieceSize) {
            m_pieceSize = std::max(pieceBytes, key.size());
            m_pieces.push_back(std::make_unique<char[]>(m_pieceSize));
            m_pieceUsed = 0;
        }
        char *to = m_pieces.back().get() + m_pieceUsed;
        std::memcpy(to, key.data(), key.size());
        m_pieceUsed += key.size();
        return to;
    }
    void grow()
    {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        for (const Slot &slot : old) {
            if (slot.value == 0)
                continue;
            const Hash full = hash(
                slot.length == outside ? longKey(slot) : std::string_view(slot.text, slot.length));
            std::size_t at = position(full);
            while (m_slots[at].value != 0)
                at = (at + 1) & (m_slots.size() - 1);
            m_slots[at] = slot;
        }
    }

    std::vector<Slot> m_slots;
    std::size_t m_count = 0;
    std::vector<std::unique_ptr<char[]>> m_pieces;
    std::size_t m_pieceUsed = 0;
    std::size_t m_pieceSize = 0;
};

} // namespace Import
