#pragma once

#include "models/core/numberformat.h"
#include "models/core/phrasebook.h"

#include <QTranslator>

#include <atomic>

/// The program's words in both languages at once. The window speaks one of them; a thread that
/// makes something in the other, such as a report, says so with a Scope and leaves the window
/// alone. What was composed in one language can be said again in the other: see Phrasebook.
class Voices final : public QTranslator
{
    Q_OBJECT

public:
    /// Within its life tr() on this thread gives the words of one language.
    class Scope
    {
    public:
        explicit Scope(Language language);
        ~Scope();
        Scope(const Scope &) = delete;
        Scope &operator=(const Scope &) = delete;
    };

    explicit Voices(QObject *parent = nullptr); ///< installs itself
    ~Voices() override;

    /// The window's language; every widget gets QEvent::LanguageChange.
    void setLanguage(Language language);

    [[nodiscard]] QString translate(const char *context, const char *sourceText,
                                    const char *disambiguation, int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }

private:
    [[nodiscard]] QString inArabic(const char *context, const char *sourceText,
                                   const char *disambiguation, int n) const;

    std::atomic<Language> m_language = Language::English;
    QTranslator m_english; ///< plural forms only
    QTranslator m_arabic;
    QTranslator m_qtArabic; ///< Qt's own words, from the system
    mutable Phrasebook m_phrases;
};
