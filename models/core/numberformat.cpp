#include "models/core/numberformat.h"

#include "models/core/currency.h"

#include <QCoreApplication>
#include <QHash>

#include <cmath>

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
    case QLocale::Sudan: return true;
    default: return false;
    }
}

QLocale localeOf(Language language, Digits digits)
{
    if (language == Language::English)
        return QLocale(QLocale::English, QLocale::UnitedStates);
    const QLocale system = QLocale::system();
    const bool arabicSystem = system.language() == QLocale::Arabic;
    const bool arabicIndic = digits == Digits::ArabicIndic
        || (digits == Digits::ByLocale && (!arabicSystem || countryUsesArabicIndic(system.country())));
    return QLocale(QLocale::Arabic, arabicIndic ? QLocale::Egypt : QLocale::UnitedArabEmirates);
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
    : m_language(language)
    , m_digits(digits)
    , m_locale(localeOf(language, digits))
{
}

/// Signs: one true minus. In Arabic a mark in front keeps a leading sign at its number.
QString NumberFormat::cleaned(QString text) const
{
    text.remove(QChar(0x061C)).remove(QChar(0x200E)).remove(rightToLeftMark);
    text.replace(u'-', minusSign);
    return text;
}

QString NumberFormat::integer(qint64 value) const
{
    return cleaned(m_locale.toString(value));
}

QString NumberFormat::decimal(double value, int decimals) const
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    if (std::abs(value) < 0.5 * std::pow(10.0, -decimals))
        value = 0; // never "−0"
    return cleaned(m_locale.toString(value, 'f', decimals));
}

QString NumberFormat::signedDecimal(double value, int decimals) const
{
    const QString text = decimal(value, decimals);
    return value > 0 && std::abs(value) >= 0.5 * std::pow(10.0, -decimals) ? u'+' + text : text;
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
    static const QHash<QString, QString> names{
        {QStringLiteral("SAR"), QStringLiteral("ر.س")}, {QStringLiteral("AED"), QStringLiteral("د.إ")},
        {QStringLiteral("EGP"), QStringLiteral("ج.م")}, {QStringLiteral("KWD"), QStringLiteral("د.ك")},
        {QStringLiteral("QAR"), QStringLiteral("ر.ق")}, {QStringLiteral("BHD"), QStringLiteral("د.ب")},
        {QStringLiteral("OMR"), QStringLiteral("ر.ع")}, {QStringLiteral("JOD"), QStringLiteral("د.أ")},
        {QStringLiteral("MAD"), QStringLiteral("د.م")}, {QStringLiteral("TND"), QStringLiteral("د.ت")},
        {QStringLiteral("USD"), QStringLiteral("دولار")}, {QStringLiteral("EUR"), QStringLiteral("يورو")}};
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
    //: %1 is a number: 1.20 billion
    if (size >= 999.995e6)
        return QCoreApplication::translate("NumberFormat", "%1 B").arg(decimal(value / 1e9, 2));
    //: %1 is a number: 48.67 million
    if (size >= 999.5e3)
        return QCoreApplication::translate("NumberFormat", "%1 M").arg(decimal(value / 1e6, 2));
    //: %1 is a number: 320 thousand
    if (size >= 100000)
        return QCoreApplication::translate("NumberFormat", "%1 K").arg(decimal(value / 1e3, 0));
    return decimal(value, size >= 100 || size == std::floor(size) ? 0 : 1);
}

QString NumberFormat::date(QDate day) const
{
    return day.isValid() ? cleaned(m_locale.toString(day, QStringLiteral("d MMM yyyy"))) : QStringLiteral("–");
}

QString NumberFormat::monthYear(QDate day) const
{
    return cleaned(m_locale.toString(day, QStringLiteral("MMMM yyyy")));
}

QString NumberFormat::quarter(QDate day) const
{
    return QCoreApplication::translate("NumberFormat", "Q%1 %2").arg(m_locale.toString(quarterOf(day)), year(day));
}

QString NumberFormat::quarterShort(QDate day) const
{
    //: axis label of a quarter, as short as possible
    return QCoreApplication::translate("NumberFormat", "Q%1").arg(m_locale.toString(quarterOf(day)));
}

QString NumberFormat::year(QDate day) const
{
    return m_locale.toString(day, QStringLiteral("yyyy"));
}

QString NumberFormat::dateRange(const DateRange &range) const
{
    return date(range.from) + QStringLiteral(" – ") + date(range.until);
}

QString NumberFormat::duration(double days) const
{
    if (!std::isfinite(days))
        return QStringLiteral("–");
    const auto counted = [this](const QString &text, int count) {
        return QString(text).replace(QString::number(count), integer(count));
    };
    const int whole = int(std::lround(days));
    if (days >= 1)
        return counted(QCoreApplication::translate("NumberFormat", "%n day(s)", nullptr, whole), whole);
    const int hours = int(std::lround(days * 24));
    return counted(QCoreApplication::translate("NumberFormat", "%n hour(s)", nullptr, hours), hours);
}

QString NumberFormat::isolate(const QString &text)
{
    return QChar(0x2068) + text + QChar(0x2069);
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

std::optional<double> NumberFormat::parse(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        const ushort code = c.unicode();
        if (code >= 0x0660 && code <= 0x0669)
            plain += QChar(u'0' + code - 0x0660);
        else if (code >= 0x06F0 && code <= 0x06F9)
            plain += QChar(u'0' + code - 0x06F0);
        else if (code == 0x066B)
            plain += u'.';
        else if (code == 0x2212)
            plain += u'-';
        else if (code == 0x066C || code == u',' || c.isSpace() || code == 0x061C || code == 0x200E || code == 0x200F
                 || (code >= 0x2066 && code <= 0x2069))
            continue;
        else
            plain += c;
    }
    bool ok = false;
    const double value = QLocale::c().toDouble(plain, &ok);
    return ok ? std::optional(value) : std::nullopt;
}
