#include "models/core/numberformat.h"

#include "models/core/currency.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

constexpr QChar minusSign(0x2212);
constexpr QChar rightToLeftMark(0x200F);
constexpr QChar narrowSpace(0x202F);
constexpr QChar noBreakSpace(0x00A0);

/// Countries whose Arabic uses the digits ٠١٢٣ (CLDR default numbering system "arab").
bool countryUsesArabicIndic(QLocale::Country country)
{
    switch (country) {
    case QLocale::SaudiArabia:
    case QLocale::Egypt:
    case QLocale::Jordan:
    case QLocale::Kuwait:
    case QLocale::Iraq:
    case QLocale::Bahrain:
    case QLocale::Qatar:
    case QLocale::Oman:
    case QLocale::Yemen:
    case QLocale::Syria:
    case QLocale::Lebanon:
    case QLocale::Sudan:
        return true;
    default:
        return false;
    }
}

QLocale localeOf(Language language, Digits digits)
{
    if (language == Language::English)
        return QLocale(QLocale::English, QLocale::UnitedStates);
    const QLocale system = QLocale::system();
    const bool arabicSystem = system.language() == QLocale::Arabic;
    const bool arabicIndic = digits == Digits::ArabicIndic
                             || (digits == Digits::ByLocale
                                 && (!arabicSystem || countryUsesArabicIndic(system.country())));
    return QLocale(QLocale::Arabic, arabicIndic ? QLocale::Egypt : QLocale::UnitedArabEmirates);
}

/// Whether only zeros would be shown, so that a sign would be wrong.
bool roundsToZero(double value, int decimals)
{
    return std::abs(value) < 0.5 * std::pow(10.0, -decimals);
}

} // namespace

QString languageCode(Language language)
{
    return language == Language::Arabic ? QStringLiteral("ar") : QStringLiteral("en");
}

std::optional<Language> languageFromCode(const QString &code)
{
    if (code == QLatin1String("en"))
        return Language::English;
    if (code == QLatin1String("ar"))
        return Language::Arabic;
    return std::nullopt;
}

NumberFormat::NumberFormat(Language language, Digits digits)
    : m_language(language), m_digits(digits), m_locale(localeOf(language, digits))
{}

/// The locale's own marks go: U+061C is missing in our fonts, U+200E would turn Arabic text around.
QString NumberFormat::cleaned(QString text) const
{
    return text.remove(QChar(0x061C)).remove(QChar(0x200E)).remove(rightToLeftMark);
}

/// A sign in front. In Arabic it belongs to the right of the digits, where reading begins; the mark
/// keeps it there in whatever surroundings the number is drawn.
QString NumberFormat::withSign(QChar sign, const QString &number) const
{
    return m_language == Language::Arabic ? QString(rightToLeftMark) + sign + number
                                          : sign + number;
}

QString NumberFormat::integer(qint64 value) const
{
    const quint64 size = value < 0 ? quint64(0) - quint64(value) : quint64(value);
    const QString number = cleaned(m_locale.toString(size));
    return value < 0 ? withSign(minusSign, number) : number;
}

QString NumberFormat::decimal(double value, int decimals) const
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const QString number = cleaned(m_locale.toString(std::abs(value), 'f', decimals));
    return value < 0 && !roundsToZero(value, decimals) ? withSign(minusSign, number) : number;
}

QString NumberFormat::signedDecimal(double value, int decimals) const
{
    const bool isPositive = std::isfinite(value) && value > 0 && !roundsToZero(value, decimals);
    return isPositive ? withSign(u'+', decimal(value, decimals)) : decimal(value, decimals);
}

QString NumberFormat::percent(double fraction, int decimals) const
{
    if (!std::isfinite(fraction))
        return QStringLiteral("–");
    const QString number = decimal(fraction * 100, decimals);
    return m_language == Language::Arabic ? number + QChar(0x066A) : number + narrowSpace + u'%';
}

QString NumberFormat::multiple(double value, int decimals) const
{
    return std::isfinite(value) ? decimal(value, decimals) + QChar(0x00D7) : QStringLiteral("–");
}

QString NumberFormat::currencyName(const QString &currencyCode) const
{
    if (m_language == Language::English)
        return currencyCode;
    static const QHash<QString, QString> names{{QStringLiteral("SAR"), QStringLiteral("ر.س")},
                                               {QStringLiteral("AED"), QStringLiteral("د.إ")},
                                               {QStringLiteral("EGP"), QStringLiteral("ج.م")},
                                               {QStringLiteral("KWD"), QStringLiteral("د.ك")},
                                               {QStringLiteral("QAR"), QStringLiteral("ر.ق")},
                                               {QStringLiteral("BHD"), QStringLiteral("د.ب")},
                                               {QStringLiteral("OMR"), QStringLiteral("ر.ع")},
                                               {QStringLiteral("JOD"), QStringLiteral("د.أ")},
                                               {QStringLiteral("MAD"), QStringLiteral("د.م")},
                                               {QStringLiteral("TND"), QStringLiteral("د.ت")},
                                               {QStringLiteral("USD"), QStringLiteral("دولار")},
                                               {QStringLiteral("EUR"), QStringLiteral("يورو")}};
    return names.value(currencyCode, currencyCode);
}

QString NumberFormat::money(double major, const QString &currencyCode, int decimals) const
{
    if (!std::isfinite(major))
        return QStringLiteral("–");
    if (decimals < 0)
        decimals = std::abs(major) >= 100 ? 0 : Currency{currencyCode}.digits();
    const QString number = decimal(major, decimals);
    return m_language == Language::Arabic ? number + noBreakSpace + currencyName(currencyCode)
                                          : currencyCode + noBreakSpace + number;
}

QString NumberFormat::moneyShort(double major, const QString &currencyCode) const
{
    if (!std::isfinite(major))
        return QStringLiteral("–");
    if (std::abs(major) < 100000)
        return money(major, currencyCode);
    const QString number = shortNumber(major);
    return m_language == Language::Arabic ? number + noBreakSpace + currencyName(currencyCode)
                                          : currencyCode + noBreakSpace + number;
}

QString NumberFormat::shortNumber(double value) const
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const double size = std::abs(value);
    // The unit stays on the number's line.
    const auto together = [](QString text) { return text.replace(u' ', noBreakSpace); };
    //: %1 is a number: 1.20 billion
    if (size >= 999.995e6)
        return together(
            QCoreApplication::translate("NumberFormat", "%1 B").arg(decimal(value / 1e9, 2)));
    //: %1 is a number: 48.67 million
    if (size >= 999.5e3)
        return together(
            QCoreApplication::translate("NumberFormat", "%1 M").arg(decimal(value / 1e6, 2)));
    //: %1 is a number: 320 thousand
    if (size >= 100000)
        return together(
            QCoreApplication::translate("NumberFormat", "%1 K").arg(decimal(value / 1e3, 0)));
    return decimal(value, size >= 100 || size == std::floor(size) ? 0 : 1);
}

QString NumberFormat::date(QDate day) const
{
    return day.isValid() ? cleaned(m_locale.toString(day, QStringLiteral("d MMM yyyy")))
                         : QStringLiteral("–");
}

QString NumberFormat::monthYear(QDate day) const
{
    return day.isValid() ? cleaned(m_locale.toString(day, QStringLiteral("MMMM yyyy")))
                         : QStringLiteral("–");
}

QString NumberFormat::quarter(QDate day) const
{
    if (!day.isValid())
        return QStringLiteral("–");
    return QCoreApplication::translate("NumberFormat", "Q%1 %2")
        .arg(m_locale.toString(quarterOf(day)), year(day));
}

QString NumberFormat::quarterShort(QDate day) const
{
    if (!day.isValid())
        return QStringLiteral("–");
    //: axis label of a quarter, as short as possible
    return QCoreApplication::translate("NumberFormat", "Q%1")
        .arg(m_locale.toString(quarterOf(day)));
}

QString NumberFormat::year(QDate day) const
{
    return day.isValid() ? cleaned(m_locale.toString(day, QStringLiteral("yyyy")))
                         : QStringLiteral("–");
}

QString NumberFormat::dateRange(const DateRange &range) const
{
    return range.isValid() ? date(range.from) + QStringLiteral(" – ") + date(range.until)
                           : QStringLiteral("–");
}

QString NumberFormat::duration(double days) const
{
    if (!std::isfinite(days))
        return QStringLiteral("–");
    const auto rounded = [](double value) {
        return int(std::lround(std::clamp(value, 0.0, double(std::numeric_limits<int>::max()))));
    };
    if (days >= 1 || days <= 0) {
        const int count = rounded(days);
        return counted(QCoreApplication::translate("NumberFormat", "%n day(s)", nullptr, count),
                       count);
    }
    if (days * 24 >= 1) {
        const int count = rounded(days * 24);
        return counted(QCoreApplication::translate("NumberFormat", "%n hour(s)", nullptr, count),
                       count);
    }
    const int count = rounded(days * 24 * 60);
    return counted(QCoreApplication::translate("NumberFormat", "%n minute(s)", nullptr, count),
                   count);
}

QString NumberFormat::counted(QString text, qint64 count) const
{
    const QString plain = QString::number(count);
    const auto isDigitAt = [&text](qsizetype i) {
        return i >= 0 && i < text.size() && text.at(i) >= u'0' && text.at(i) <= u'9';
    };
    for (qsizetype at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at + 1)) {
        const bool isPlace = at > 0 && text.at(at - 1) == u'%'; // %1, in a form without a number
        if (!isPlace && !isDigitAt(at - 1) && !isDigitAt(at + plain.size()))
            return text.replace(at, plain.size(), integer(count));
    }
    return text; // "one customer": a plural form without a number
}

QString NumberFormat::isolate(const QString &text)
{
    return text.isEmpty() ? text : QChar(0x2068) + text + QChar(0x2069);
}

QString NumberFormat::shapeDigits(QString text) const
{
    const QChar zero = m_locale.zeroDigit().at(0);
    if (zero == u'0')
        return text;
    for (QChar &c : text) {
        if (c >= u'0' && c <= u'9')
            c = QChar(zero.unicode() + c.unicode() - u'0');
    }
    return text;
}

namespace {

/// The plain ASCII form of what people type into a number; a group mark becomes a comma.
QString plainNumber(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text.trimmed()) {
        const char16_t code = c.unicode();
        if (code >= 0x0660 && code <= 0x0669)
            plain += QChar(u'0' + code - 0x0660);
        else if (code >= 0x06F0 && code <= 0x06F9)
            plain += QChar(u'0' + code - 0x06F0);
        else if (code == 0x066B)
            plain += u'.';
        else if (code == 0x2212)
            plain += u'-';
        else if (code == 0x066C || code == u',' || code == u'\'' || c.isSpace())
            plain += u',';
        else if (code == 0x061C || code == 0x200E || code == 0x200F
                 || (code >= 0x2066 && code <= 0x2069))
            continue;
        else
            plain += c;
    }
    return plain;
}

} // namespace

std::optional<double> NumberFormat::parse(const QString &text)
{
    // Group marks only where they group: "12,5" is somebody's twelve and a half, not 125.
    static const QRegularExpression form(
        QStringLiteral("^[+-]?(\\d+|\\d{1,3}(,\\d{3})+)?(\\.\\d*)?([eE][+-]?\\d+)?$"));
    QString plain = plainNumber(text);
    if (!form.match(plain).hasMatch())
        return std::nullopt;
    bool ok = false;
    const double value = QLocale::c().toDouble(plain.remove(u','), &ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}
