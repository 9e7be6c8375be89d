#include "ui/style/segmentcolors.h"

#include "ui/style/theme.h"

#include <array>
#include <cstdint>
#include <optional>

namespace {

struct UsualSegment
{
    const char *name;
    Theme::Category category;
};

constexpr std::array<UsualSegment, 9> usual{{
    {"Champions", Theme::Blue},
    {"Loyal", Theme::Teal},
    {"Loyal customers", Theme::Teal},
    {"Promising", Theme::Sky},
    {"New", Theme::Violet},
    {"New customers", Theme::Violet},
    {"At risk", Theme::Vermilion},
    {"Dormant", Theme::Stone},
    {"Hibernating", Theme::Stone},
}};
/// Stone means "other" and is no segment's of its own.
constexpr int choices = Theme::Stone;

std::optional<int> usualCategory(const QString &name)
{
    for (const UsualSegment &segment : usual) {
        if (name == QLatin1String(segment.name))
            return segment.category;
    }
    return std::nullopt;
}

/// The same on every machine and in every run, unlike qHash().
std::uint32_t fingerprint(const QString &name)
{
    std::uint32_t hash = 2166136261U; // FNV-1a
    for (const char byte : name.toUtf8())
        hash = (hash ^ std::uint8_t(byte)) * 16777619U;
    return hash;
}

} // namespace

QHash<QString, int> segmentCategories(const QStringList &names)
{
    QHash<QString, int> result;
    std::array<int, choices> uses{};
    for (const QString &name : names) {
        if (const std::optional<int> category = usualCategory(name)) {
            result.insert(name, *category);
            if (*category < choices)
                ++uses[std::size_t(*category)];
        }
    }
    for (const QString &name : names) {
        if (result.contains(name))
            continue;
        const auto own = int(fingerprint(name) % choices);
        // The first from there on that has been given least often.
        int best = own;
        for (int step = 1; step < choices; ++step) {
            const int other = (own + step) % choices;
            if (uses[std::size_t(other)] < uses[std::size_t(best)])
                best = other;
        }
        ++uses[std::size_t(best)];
        result.insert(name, best);
    }
    return result;
}
