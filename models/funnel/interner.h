#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace Funnel {

/// Text to number, in order of appearance.
class Interner
{
public:
    std::uint32_t code(const QString &text)
    {
        const auto known = m_codes.constFind(text);
        if (known != m_codes.constEnd())
            return *known;
        m_codes.insert(text, std::uint32_t(m_texts.size()));
        m_texts.append(text);
        return std::uint32_t(m_texts.size() - 1);
    }
    [[nodiscard]] const QStringList &texts() const { return m_texts; }

private:
    QHash<QString, std::uint32_t> m_codes;
    QStringList m_texts;
};

} // namespace Funnel
