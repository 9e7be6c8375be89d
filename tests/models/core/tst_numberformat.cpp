#include "models/core/numberformat.h"

#include <QtTest>

#include <limits>

using namespace Qt::StringLiterals;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

NumberFormat english() { return NumberFormat(Language::English); }
NumberFormat arabic() { return NumberFormat(Language::Arabic, Digits::ArabicIndic); }
NumberFormat arabicWithLatinDigits() { return NumberFormat(Language::Arabic, Digits::Latin); }

} // namespace

class TestNumberFormat : public QObject
{
    Q_OBJECT

private slots:
    void integersHaveGroups_data();
    void integersHaveGroups();
    void decimalsAreRounded_data();
    void decimalsAreRounded();
    void signsAreShownOnDemand_data();
    void signsAreShownOnDemand();
    void percentAndMultiples_data();
    void percentAndMultiples();
    void moneyHasItsCurrency_data();
    void moneyHasItsCurrency();
    void largeAmountsAreShortened_data();
    void largeAmountsAreShortened();
    void datesHaveTheMonthInWords_data();
    void datesHaveTheMonthInWords();
    void durationsChooseTheirUnit_data();
    void durationsChooseTheirUnit();
    void countsTakeTheFormatsDigits_data();
    void countsTakeTheFormatsDigits();
    void whatIsNotAvailableIsADash();
    void noTextHoldsTheArabicLetterMark();
    void typedNumbersAreRead_data();
    void typedNumbersAreRead();
    void whatIsPrintedCanBeReadBack_data();
    void whatIsPrintedCanBeReadBack();
    void foreignTextIsIsolated();
    void digitsAreShaped();
    void languagesHaveCodes();
};

void TestNumberFormat::integersHaveGroups_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("inEnglish");
    QTest::addColumn<QString>("inArabic");
    QTest::addColumn<QString>("inArabicWithLatinDigits");
    QTest::newRow("zero") << 0LL << u"0"_s << u"٠"_s << u"0"_s;
    QTest::newRow("thousands") << 12480LL << u"12,480"_s << u"١٢٬٤٨٠"_s << u"12,480"_s;
    QTest::newRow("negative") << -1234LL << u"\u22121,234"_s << u"\u200F\u2212١٬٢٣٤"_s
                              << u"\u200F\u22121,234"_s;
    QTest::newRow("the smallest") << std::numeric_limits<qint64>::min()
                                  << u"\u22129,223,372,036,854,775,808"_s
                                  << u"\u200F\u2212٩٬٢٢٣٬٣٧٢٬٠٣٦٬٨٥٤٬٧٧٥٬٨٠٨"_s
                                  << u"\u200F\u22129,223,372,036,854,775,808"_s;
}

void TestNumberFormat::integersHaveGroups()
{
    QFETCH(qint64, value);
    QTEST(english().integer(value), "inEnglish");
    QTEST(arabic().integer(value), "inArabic");
    QTEST(arabicWithLatinDigits().integer(value), "inArabicWithLatinDigits");
}

void TestNumberFormat::decimalsAreRounded_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("inEnglish");
    QTest::addColumn<QString>("inArabic");
    QTest::newRow("plain") << 0.407 << 2 << u"0.41"_s << u"٠٫٤١"_s;
    QTest::newRow("groups") << 1234.5 << 1 << u"1,234.5"_s << u"١٬٢٣٤٫٥"_s;
    QTest::newRow("negative") << -0.98 << 2 << u"\u22120.98"_s << u"\u200F\u2212٠٫٩٨"_s;
    QTest::newRow("never minus zero") << -0.004 << 2 << u"0.00"_s << u"٠٫٠٠"_s;
    QTest::newRow("minus zero itself") << -0.0 << 1 << u"0.0"_s << u"٠٫٠"_s;
    QTest::newRow("rounds away from zero")
        << -0.006 << 2 << u"\u22120.01"_s << u"\u200F\u2212٠٫٠١"_s;
}

void TestNumberFormat::decimalsAreRounded()
{
    QFETCH(double, value);
    QFETCH(int, decimals);
    QTEST(english().decimal(value, decimals), "inEnglish");
    QTEST(arabic().decimal(value, decimals), "inArabic");
}

void TestNumberFormat::signsAreShownOnDemand_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("inEnglish");
    QTest::addColumn<QString>("inArabic");
    QTest::newRow("plus") << 3.4 << u"+3.40"_s << u"\u200F+٣٫٤٠"_s;
    QTest::newRow("minus") << -1.68 << u"\u22121.68"_s << u"\u200F\u2212١٫٦٨"_s;
    QTest::newRow("zero") << 0.0 << u"0.00"_s << u"٠٫٠٠"_s;
    QTest::newRow("shows as zero") << 0.001 << u"0.00"_s << u"٠٫٠٠"_s;
    QTest::newRow("not available") << notANumber << u"–"_s << u"–"_s;
}

void TestNumberFormat::signsAreShownOnDemand()
{
    QFETCH(double, value);
    QTEST(english().signedDecimal(value, 2), "inEnglish");
    QTEST(arabic().signedDecimal(value, 2), "inArabic");
}

void TestNumberFormat::percentAndMultiples_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("whole") << english().percent(0.484) << u"48\u202F%"_s;
    QTest::newRow("one decimal") << english().percent(0.784, 1) << u"78.4\u202F%"_s;
    QTest::newRow("negative") << english().percent(-0.5) << u"\u221250\u202F%"_s;
    QTest::newRow("Arabic") << arabic().percent(0.484) << u"٤٨٪"_s;
    QTest::newRow("Arabic, Latin digits") << arabicWithLatinDigits().percent(0.484) << u"48٪"_s;
    QTest::newRow("multiple") << english().multiple(3.14) << u"3.1×"_s;
    QTest::newRow("multiple, Arabic") << arabic().multiple(3.14) << u"٣٫١×"_s;
}

void TestNumberFormat::percentAndMultiples()
{
    QFETCH(QString, text);
    QTEST(text, "expected");
}

void TestNumberFormat::moneyHasItsCurrency_data()
{
    QTest::addColumn<double>("amount");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("inEnglish");
    QTest::addColumn<QString>("inArabic");
    QTest::newRow("large") << 12480.4 << u"SAR"_s << -1 << u"SAR\u00A012,480"_s
                           << u"١٢٬٤٨٠\u00A0ر.س"_s;
    QTest::newRow("small") << 12.5 << u"SAR"_s << -1 << u"SAR\u00A012.50"_s << u"١٢٫٥٠\u00A0ر.س"_s;
    QTest::newRow("no minor unit")
        << 12.5 << u"JPY"_s << -1 << u"JPY\u00A013"_s << u"١٣\u00A0JPY"_s;
    QTest::newRow("thousandths") << 1.5 << u"KWD"_s << -1 << u"KWD\u00A01.500"_s
                                 << u"١٫٥٠٠\u00A0د.ك"_s;
    QTest::newRow("as asked") << 1234.567 << u"SAR"_s << 2 << u"SAR\u00A01,234.57"_s
                              << u"١٬٢٣٤٫٥٧\u00A0ر.س"_s;
    QTest::newRow("negative") << -500.0 << u"SAR"_s << -1 << u"SAR\u00A0\u2212500"_s
                              << u"\u200F\u2212٥٠٠\u00A0ر.س"_s;
}

void TestNumberFormat::moneyHasItsCurrency()
{
    QFETCH(double, amount);
    QFETCH(QString, currency);
    QFETCH(int, decimals);
    QTEST(english().money(amount, currency, decimals), "inEnglish");
    QTEST(arabic().money(amount, currency, decimals), "inArabic");
}

void TestNumberFormat::largeAmountsAreShortened_data()
{
    QTest::addColumn<double>("amount");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("money");
    QTest::newRow("units") << 999.0 << u"999"_s << u"SAR\u00A0999"_s;
    QTest::newRow("with a decimal") << 46.24 << u"46.2"_s << u"SAR\u00A046.24"_s;
    QTest::newRow("below the limit") << 99999.0 << u"99,999"_s << u"SAR\u00A099,999"_s;
    QTest::newRow("thousands") << 320400.0 << u"320\u00A0K"_s << u"SAR\u00A0320\u00A0K"_s;
    QTest::newRow("rounds up to a million")
        << 999600.0 << u"1.00\u00A0M"_s << u"SAR\u00A01.00\u00A0M"_s;
    QTest::newRow("millions") << 48.672e6 << u"48.67\u00A0M"_s << u"SAR\u00A048.67\u00A0M"_s;
    QTest::newRow("rounds up to a billion")
        << 999.996e6 << u"1.00\u00A0B"_s << u"SAR\u00A01.00\u00A0B"_s;
    QTest::newRow("negative") << -48.672e6 << u"\u221248.67\u00A0M"_s
                              << u"SAR\u00A0\u221248.67\u00A0M"_s;
}

void TestNumberFormat::largeAmountsAreShortened()
{
    QFETCH(double, amount);
    QTEST(english().shortNumber(amount), "number");
    QTEST(english().moneyShort(amount, u"SAR"_s), "money");
}

void TestNumberFormat::datesHaveTheMonthInWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QDate day(2025, 6, 30);
    QTest::newRow("date") << english().date(day) << u"30 Jun 2025"_s;
    QTest::newRow("date, Arabic") << arabic().date(day) << u"٣٠ يونيو ٢٠٢٥"_s;
    QTest::newRow("date, Arabic, Latin digits")
        << arabicWithLatinDigits().date(day) << u"30 يونيو 2025"_s;
    QTest::newRow("month") << english().monthYear(day) << u"June 2025"_s;
    QTest::newRow("month, Arabic") << arabic().monthYear(day) << u"يونيو ٢٠٢٥"_s;
    QTest::newRow("quarter") << english().quarter(day) << u"Q2 2025"_s;
    QTest::newRow("quarter, short") << english().quarterShort(day) << u"Q2"_s;
    QTest::newRow("year") << english().year(day) << u"2025"_s;
    QTest::newRow("year, Arabic") << arabic().year(day) << u"٢٠٢٥"_s;
    QTest::newRow("range") << english().dateRange({QDate(2024, 7, 1), day})
                           << u"1 Jul 2024 – 30 Jun 2025"_s;
    QTest::newRow("range, Arabic")
        << arabic().dateRange({QDate(2024, 7, 1), day}) << u"١ يوليو ٢٠٢٤ – ٣٠ يونيو ٢٠٢٥"_s;
}

void TestNumberFormat::datesHaveTheMonthInWords()
{
    QFETCH(QString, text);
    QTEST(text, "expected");
}

void TestNumberFormat::durationsChooseTheirUnit_data()
{
    QTest::addColumn<double>("days");
    QTest::addColumn<QString>("expected");
    QTest::newRow("many days") << 34.2 << u"34 day(s)"_s;
    QTest::newRow("thousands of days") << 1234.0 << u"1,234 day(s)"_s;
    QTest::newRow("at once") << 0.0 << u"0 day(s)"_s;
    QTest::newRow("hours") << 0.13 << u"3 hour(s)"_s;
    QTest::newRow("minutes") << 20.0 / 1440 << u"20 minute(s)"_s;
    QTest::newRow("absurd") << 1e30 << u"2,147,483,647 day(s)"_s;
    QTest::newRow("not available") << notANumber << u"–"_s;
}

void TestNumberFormat::durationsChooseTheirUnit()
{
    QFETCH(double, days);
    QTEST(english().duration(days), "expected"); // no translation loaded: the source text shows
}

void TestNumberFormat::countsTakeTheFormatsDigits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("expected");
    QTest::newRow("alone") << u"34 يومًا"_s << 34LL << u"٣٤ يومًا"_s;
    QTest::newRow("groups") << u"12480 عميلًا"_s << 12480LL << u"١٢٬٤٨٠ عميلًا"_s;
    QTest::newRow("another number holds it") << u"2025: 20 عميلًا"_s << 20LL << u"2025: ٢٠ عميلًا"_s;
    QTest::newRow("placeholders stay") << u"3 من %1"_s << 3LL << u"٣ من %1"_s;
    QTest::newRow("a place of the same number") << u"صفّان في %2"_s << 2LL << u"صفّان في %2"_s;
    QTest::newRow("a form in words") << u"يومان"_s << 2LL << u"يومان"_s;
}

void TestNumberFormat::countsTakeTheFormatsDigits()
{
    QFETCH(QString, text);
    QFETCH(qint64, count);
    QTEST(arabic().counted(text, count), "expected");
}

void TestNumberFormat::whatIsNotAvailableIsADash()
{
    for (const NumberFormat &format : {english(), arabic()}) {
        for (const double value : {notANumber, std::numeric_limits<double>::infinity()}) {
            for (const QString &text :
                 {format.decimal(value, 1), format.percent(value), format.multiple(value),
                  format.money(value, u"SAR"_s), format.moneyShort(value, u"SAR"_s),
                  format.shortNumber(value), format.duration(value)})
                QCOMPARE(text, u"–"_s);
        }
        for (const QString &text : {format.date({}), format.monthYear({}), format.quarter({}),
                                    format.quarterShort({}), format.year({}), format.dateRange({})})
            QCOMPARE(text, u"–"_s);
    }
}

void TestNumberFormat::noTextHoldsTheArabicLetterMark()
{
    for (const NumberFormat &format : {arabic(), arabicWithLatinDigits()}) {
        for (const double value : {-1234567.891, -0.5, 0.0, 12.0, 5e9}) {
            const QStringList texts{
                format.integer(qint64(value)),   format.decimal(value, 2),
                format.signedDecimal(value, 2),  format.percent(value, 1),
                format.money(value, u"SAR"_s),   format.moneyShort(value, u"AED"_s),
                format.duration(std::abs(value))};
            for (const QString &text : texts) {
                QVERIFY2(!text.contains(QChar(0x061C)), qPrintable(text));
                QVERIFY2(!text.contains(QChar(0x200E)), qPrintable(text));
                QVERIFY2(!text.contains(u'-'), qPrintable(text));
            }
        }
    }
}

void TestNumberFormat::typedNumbersAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("expected"); // NaN: must be refused
    QTest::newRow("plain") << u"12.5"_s << 12.5;
    QTest::newRow("groups") << u"1,234,567.25"_s << 1234567.25;
    QTest::newRow("spaces as groups") << u" 1 234\u00A0567 "_s << 1234567.0;
    QTest::newRow("apostrophes as groups") << u"1'234"_s << 1234.0;
    QTest::newRow("Arabic-Indic") << u"١٬٢٣٤٫٥"_s << 1234.5;
    QTest::newRow("Persian") << u"۱۲۳"_s << 123.0;
    QTest::newRow("Arabic minus as printed") << u"\u061C-١٢"_s << -12.0;
    QTest::newRow("true minus") << u"\u200F\u221212"_s << -12.0;
    QTest::newRow("plus") << u"+3"_s << 3.0;
    QTest::newRow("isolated") << u"\u206642\u2069"_s << 42.0;
    QTest::newRow("exponent") << u"1e3"_s << 1000.0;
    QTest::newRow("leading point") << u".5"_s << 0.5;
    QTest::newRow("empty") << u""_s << notANumber;
    QTest::newRow("a word") << u"twelve"_s << notANumber;
    QTest::newRow("comma as decimal mark") << u"12,5"_s << notANumber;
    QTest::newRow("groups of two") << u"1,23,456"_s << notANumber;
    QTest::newRow("two points") << u"1.2.3"_s << notANumber;
    QTest::newRow("infinity") << u"inf"_s << notANumber;
    QTest::newRow("nan") << u"nan"_s << notANumber;
    QTest::newRow("too large") << u"1e999"_s << notANumber;
    QTest::newRow("trailing minus") << u"12-"_s << notANumber;
    QTest::newRow("only a sign") << u"-"_s << notANumber;
    QTest::newRow("only a point") << u"."_s << notANumber;
}

void TestNumberFormat::typedNumbersAreRead()
{
    QFETCH(QString, text);
    QFETCH(double, expected);
    const auto value = NumberFormat::parse(text);
    QCOMPARE(value.has_value(), !std::isnan(expected));
    if (value)
        QCOMPARE(*value, expected);
}

void TestNumberFormat::whatIsPrintedCanBeReadBack_data()
{
    QTest::addColumn<double>("value");
    for (const double value : {0.0, 1.25, -1.25, 1234567.5, -1234567.5, 100.0, -0.25})
        QTest::addRow("%g", value) << value;
}

void TestNumberFormat::whatIsPrintedCanBeReadBack()
{
    QFETCH(double, value);
    for (const NumberFormat &format : {english(), arabic(), arabicWithLatinDigits()}) {
        QCOMPARE(NumberFormat::parse(format.decimal(value, 2)), std::optional(value));
        QCOMPARE(NumberFormat::parse(format.signedDecimal(value, 2)), std::optional(value));
        QCOMPARE(NumberFormat::parse(format.integer(qint64(value))),
                 std::optional(double(qint64(value))));
    }
}

void TestNumberFormat::foreignTextIsIsolated()
{
    QCOMPARE(NumberFormat::isolate(u"C-102"_s), u"\u2068C-102\u2069"_s);
    QCOMPARE(NumberFormat::isolate(QString()), QString());
}

void TestNumberFormat::digitsAreShaped()
{
    QCOMPARE(arabic().shapeDigits(u"v2, 2025"_s), u"v٢, ٢٠٢٥"_s);
    QCOMPARE(english().shapeDigits(u"v2, 2025"_s), u"v2, 2025"_s);
    QCOMPARE(arabicWithLatinDigits().shapeDigits(u"v2, 2025"_s), u"v2, 2025"_s);
}

void TestNumberFormat::languagesHaveCodes()
{
    QCOMPARE(languageCode(Language::Arabic), u"ar"_s);
    QCOMPARE(languageFromCode(u"en"_s), std::optional(Language::English));
    QCOMPARE(languageFromCode(u"ar"_s), std::optional(Language::Arabic));
    QCOMPARE(languageFromCode(u"fr"_s), std::nullopt);
    QCOMPARE(arabic().locale().textDirection(), Qt::RightToLeft);
}

QTEST_GUILESS_MAIN(TestNumberFormat)
#include "tst_numberformat.moc"
