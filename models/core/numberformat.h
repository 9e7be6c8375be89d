#pragma once

#include "models/core/dates.h"

#include <QLocale>
#include <QString>

#include <optional>

enum class Language { English, Arabic };

/// Which digits Arabic text uses. ByLocale follows the country of the system's locale.
enum class Digits { ByLocale, Latin, ArabicIndic };

[[nodiscard]] QString languageCode(Language language); ///< "en" or "ar"
[[nodiscard]] std::optional<Language> languageFromCode(const QString &code);

/// Turns numbers, money and dates into text: the one way for screen, charts, exports and reports.
/// A plain value; make a new one when language or digits change.
///
/// Text never holds U+061C (which our fonts draw badly) and is safe inside text of either
/// direction: signs stay with their digits. What is not a number (NaN) or a date shows as "–".
class NumberFormat
{
public:
    explicit NumberFormat(Language language = Language::English, Digits digits = Digits::ByLocale);

    [[nodiscard]] Language language() const { return m_language; }
    [[nodiscard]] Digits digits() const { return m_digits; }
    [[nodiscard]] const QLocale &locale() const { return m_locale; }

    [[nodiscard]] QString integer(qint64 value) const;               ///< 12,480
    [[nodiscard]] QString decimal(double value, int decimals) const; ///< 0.41
    /// With + or − (U+2212) in front; what shows as zero has neither.
    [[nodiscard]] QString signedDecimal(double value, int decimals) const;
    /// 0.484 → "48 %"; Arabic "٤٨٪".
    [[nodiscard]] QString percent(double fraction, int decimals = 0) const;
    /// Times: 3.1 → "3.1×".
    [[nodiscard]] QString multiple(double value, int decimals = 1) const;

    /// "SAR 12,480", Arabic "١٢٬٤٨٠ ر.س". \a decimals −1: none from 100 upward, else the
    /// currency's.
    [[nodiscard]] QString money(double major, const QString &currencyCode, int decimals = -1) const;
    /// "SAR 48.67 M", Arabic "٤٨٫٦٧ مليون ر.س".
    [[nodiscard]] QString moneyShort(double major, const QString &currencyCode) const;
    /// "48.67 M" without the currency; thousands from 100,000 upward as "320 K".
    [[nodiscard]] QString shortNumber(double value) const;
    [[nodiscard]] QString currencyName(const QString &currencyCode) const; ///< "SAR", Arabic "ر.س"

    [[nodiscard]] QString date(QDate day) const;         ///< 30 Jun 2025, ٣٠ يونيو ٢٠٢٥
    [[nodiscard]] QString monthYear(QDate day) const;    ///< June 2025
    [[nodiscard]] QString quarter(QDate day) const;      ///< Q2 2025, الربع ٢ 2025
    [[nodiscard]] QString quarterShort(QDate day) const; ///< Q2, ر٢ (axis labels)
    [[nodiscard]] QString year(QDate day) const;
    [[nodiscard]] QString dateRange(const DateRange &range) const; ///< 1 Jul 2024 – 30 Jun 2025
    [[nodiscard]] QString duration(double days) const; ///< "34 days", "3 hours", "20 minutes"
    /// A translated text with its count, tr("%n customer(s)", nullptr, n), in this format's digits
    /// and groups: Qt writes %n plainly. Call it before arg() brings in other numbers.
    [[nodiscard]] QString counted(QString text, qint64 count) const;

    /// Puts foreign text (a name, a path, an id) into isolates so that it cannot reorder its
    /// surroundings.
    [[nodiscard]] static QString isolate(const QString &text);
    /// The digits of \a text in this format's digit set; for text composed elsewhere, such as ids
    /// shown as numbers.
    [[nodiscard]] QString shapeDigits(QString text) const;
    /// Reads a number typed in either digit set, with group marks (comma, ٬, apostrophe or space
    /// before each three digits), any minus and the Arabic decimal mark. Nothing for anything else.
    [[nodiscard]] static std::optional<double> parse(const QString &text);

private:
    [[nodiscard]] QString cleaned(QString text) const;
    [[nodiscard]] QString withSign(QChar sign, const QString &number) const;

    Language m_language;
    Digits m_digits;
    QLocale m_locale;
};
