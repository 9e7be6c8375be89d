#pragma once

#include "models/core/numberformat.h"

#include <QHash>
#include <QList>
#include <QString>

#include <array>
#include <memory>
#include <mutex>

/// Every sentence that was looked up, in both languages, so that one composed earlier can be said
/// in the other: an error's sentence is made where the work failed, on a worker, and may still be
/// shown when the window changes its language. What stood for %1 is taken out of the one and put
/// into the other. Any thread may use it.
class Phrasebook final
{
public:
    /// Notes one phrase as tr() gives it, with %1, %2, … or %n where values will stand.
    void note(const QString &english, const QString &arabic);

    /// \a sentence in \a language, as it is where it is already or is nothing that was noted. Values
    /// that are sentences themselves are said again, too.
    [[nodiscard]] QString inLanguage(const QString &sentence, Language language) const;

    /// translate() with this context says again what is given as the source text.
    static constexpr auto context = "Phrasebook";

private:
    /// A phrase taken apart: literals.size() = values.size() + 1.
    struct Form
    {
        QString text;
        QList<QString> literals;
        QList<QChar> values; ///< '1' for %1, 'n' for %n
        int weight = 0;      ///< letters that must agree
    };
    using Phrase = std::array<Form, 2>; ///< by Language

    [[nodiscard]] static Form formOf(const QString &text);
    [[nodiscard]] static bool match(const Form &form, const QString &sentence, QHash<QChar, QString> &values);
    [[nodiscard]] QString said(const QString &sentence, Language language, int depth) const;

    mutable std::mutex m_mutex;
    QHash<QString, QString> m_plain[2];   ///< without values: by the words of one language, those of the other
    QHash<QString, Phrase> m_composed;    ///< by both texts
};
