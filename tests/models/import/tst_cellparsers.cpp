#include "models/import/dateparser.h"
#include "models/import/numberparser.h"
#include "models/import/rowconverter.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace Import;
using namespace Qt::StringLiterals;

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

QList<std::string_view> views(const QByteArrayList &cells)
{
    QList<std::string_view> result;
    for (const QByteArray &cell : cells)
        result.append(view(cell));
    return result;
}

} // namespace

class TestCellParsers : public QObject
{
    Q_OBJECT
private slots:
    void readsDates_data();
    void readsDates();
    void everyDayOfFourCenturiesIsRight();
    void wholePeriodsCountAsTheirFirstDay_data();
    void wholePeriodsCountAsTheirFirstDay();
    void anyJumbleIsReadWithinBoundsOrRefused();
    void wholePeriodsAreFoundInAColumn_data();
    void wholePeriodsAreFoundInAColumn();
    void findsTheOrderOfDates_data();
    void findsTheOrderOfDates();
    void readsPeriods_data();
    void readsPeriods();
    void readsNumbers_data();
    void readsNumbers();
    void roundsToMinorUnits_data();
    void roundsToMinorUnits();
    void findsTheDecimalMark_data();
    void findsTheDecimalMark();
    void readsCurrencies_data();
    void readsCurrencies();
    void plainNumbersKeepTheirText_data();
    void plainNumbersKeepTheirText();
};

void TestCellParsers::readsDates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<DateOrder>("order");
    QTest::addColumn<DateStyle::Number>("number");
    QTest::addColumn<QString>("expected"); // ISO in UTC; empty: must be refused
    const auto row = [](const char *name, const char *text, const char *expected,
                        DateOrder order = DateOrder::DayMonthYear,
                        DateStyle::Number number = DateStyle::Number::Compact) {
        QTest::newRow(name) << QByteArray(text) << order << number << QString::fromLatin1(expected);
    };
    row("ISO", "2025-06-30", "2025-06-30T00:00:00");
    row("ISO with minutes", "2025-06-30 14:05", "2025-06-30T14:05:00");
    row("ISO with T and seconds", "2025-06-30T14:05:09", "2025-06-30T14:05:09");
    row("fraction of a second", "2025-06-30T14:05:09.123456", "2025-06-30T14:05:09");
    row("Z", "2025-06-30T14:05:09Z", "2025-06-30T14:05:09");
    row("UTC", "2025-06-30 14:05:09 UTC", "2025-06-30T14:05:09");
    row("offset", "2025-06-30 01:05:09 +0300", "2025-06-29T22:05:09");
    row("offset with colon", "2025-06-30T23:05:09-02:30", "2025-07-01T01:35:09");
    row("leap day", "2024-02-29", "2024-02-29T00:00:00");
    row("before 1970", "1969-07-20 20:17:40", "1969-07-20T20:17:40");
    row("compact", "19970101", "1997-01-01T00:00:00");
    row("compact with time", "20250630140509", "2025-06-30T14:05:09");
    row("year alone", "1975", "1975-01-01T00:00:00");
    row("slashes, day first", "30/06/2025", "2025-06-30T00:00:00");
    row("one digit", "3/6/2025 8:05", "2025-06-03T08:05:00");
    row("month first", "6/3/2025 2:30 PM", "2025-06-03T14:30:00", DateOrder::MonthDayYear);
    row("points", "30.06.2025", "2025-06-30T00:00:00");
    row("dashes", "30-06-2025", "2025-06-30T00:00:00");
    row("two-digit year", "30/06/25", "2025-06-30T00:00:00");
    row("two-digit year of the last century", "30/06/97", "1997-06-30T00:00:00");
    row("year first with slashes", "2025/6/3", "2025-06-03T00:00:00", DateOrder::MonthDayYear);
    row("year first of two digits", "25/06/30", "2025-06-30T00:00:00", DateOrder::YearMonthDay);
    row("English month", "30 Jun 2025", "2025-06-30T00:00:00");
    row("English month in full", "June 30, 2025", "2025-06-30T00:00:00");
    row("ordinal and weekday", "Monday, 30th June 2025", "2025-06-30T00:00:00");
    row("dashes and month", "30-Jun-25", "2025-06-30T00:00:00");
    row("Arabic-Indic digits", "٢٠٢٥-٠٦-٣٠", "2025-06-30T00:00:00");
    row("Persian digits", "۳۰/۰۶/۲۰۲۵", "2025-06-30T00:00:00");
    row("Arabic month", "٣٠ يونيو ٢٠٢٥", "2025-06-30T00:00:00");
    row("Levantine month", "30 كانون الأول 2025", "2025-12-30T00:00:00");
    row("Arabic afternoon", "30/06/2025 02:05 م", "2025-06-30T14:05:00");
    row("direction marks", "\u200F30/06/2025\u200F", "2025-06-30T00:00:00");
    row("noon and midnight", "30/06/2025 12:00 AM", "2025-06-30T00:00:00");
    row("Excel serial", "45838", "2025-06-30T00:00:00", DateOrder::DayMonthYear,
        DateStyle::Number::ExcelSerial);
    row("Excel serial with time", "45838.25", "2025-06-30T06:00:00", DateOrder::DayMonthYear,
        DateStyle::Number::ExcelSerial);
    row("epoch", "1751241600", "2025-06-30T00:00:00", DateOrder::DayMonthYear,
        DateStyle::Number::EpochSeconds);
    row("epoch in milliseconds", "1751241600123", "2025-06-30T00:00:00", DateOrder::DayMonthYear,
        DateStyle::Number::EpochMilliseconds);
    for (const char *refused : {"",
                                "2025-02-30",
                                "2025-13-01",
                                "31/02/2025",
                                "00/11/2023",
                                "2025-06-30 25:00",
                                "2025-06-30 14:60",
                                "soon",
                                "12",
                                "2025-6",
                                "30/06-2025",
                                "1/2/3/4",
                                "2025-06-30x",
                                "13 PM",
                                "20251301",
                                "30/06/025",
                                "99999999999999999999",
                                "-",
                                "//",
                                "2025-06-30 1"})
        QTest::newRow(QByteArray("refused: ").append(refused).constData())
            << QByteArray(refused) << DateOrder::DayMonthYear << DateStyle::Number::Compact
            << QString();
    row("month first refuses a month of 30", "30/06/2025", "", DateOrder::MonthDayYear);
}

void TestCellParsers::readsDates()
{
    QFETCH(QByteArray, text);
    QFETCH(DateOrder, order);
    QFETCH(DateStyle::Number, number);
    QFETCH(QString, expected);
    DateParser parser({order, number});
    for (int again = 0; again < 2; ++again) { // the second time with the day remembered
        const std::optional<ParsedTime> time = parser.parse(view(text));
        QCOMPARE(time ? QDateTime::fromSecsSinceEpoch(time->seconds, Qt::UTC)
                            .toString(u"yyyy-MM-ddTHH:mm:ss"_s)
                      : QString(),
                 expected);
    }
    // What is a date stays that date where whole months and quarters count too.
    if (expected.isEmpty())
        return;
    DateParser withPeriods({order, number, DateStyle::Calendar::Gregorian, true});
    const std::optional<ParsedTime> time = withPeriods.parse(view(text));
    QVERIFY(time);
    QCOMPARE(QDateTime::fromSecsSinceEpoch(time->seconds, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s),
             expected);
}

void TestCellParsers::everyDayOfFourCenturiesIsRight()
{
    DateParser parser;
    for (QDate day(1800, 1, 1); day < QDate(2200, 1, 1); day = day.addDays(1)) {
        const std::optional<ParsedTime> time =
            parser.parse(day.toString(Qt::ISODate).toStdString());
        QVERIFY(time);
        QCOMPARE(time->seconds, QDate(1970, 1, 1).daysTo(day) * 86400);
    }
}

void TestCellParsers::wholePeriodsCountAsTheirFirstDay_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("span"); // first and last day; empty: must be refused
    QTest::addColumn<DateStyle::Calendar>("calendar");
    const auto row = [](const char *text, const char *span,
                        DateStyle::Calendar calendar = DateStyle::Calendar::Gregorian) {
        QTest::newRow(*text ? text : "nothing") << QByteArray(text) << QString::fromLatin1(span) << calendar;
    };
    const char *april = "2016-04-01 2016-04-30";
    for (const char *text : {"2016-04", "2016/04", "2016.04", "2016 04", "2016-4", "04-2016", "4/2016", "04.2016",
                             "201604", "Apr 2016", "apr-2016", "April 2016", "APRIL, 2016", "2016 April",
                             "2016-Apr", "Apr-16", "Apr '16", "Apr ’16", "April of 2016", "أبريل 2016", "نيسان 2016",
                             "ابريل ٢٠١٦", "شهر نيسان 2016", "أبريل، 2016", "٢٠١٦-٠٤", "۲۰۱۶/۰۴", "٠٤/٢٠١٦",
                             "\u200F2016-04\u200F", "  2016-04  "})
        row(text, april);
    const char *second = "2016-04-01 2016-06-30";
    for (const char *text : {"2016-Q2", "2016 Q2", "2016Q2", "2016/q2", "Q2 2016", "Q2-2016", "Q2/16", "Q2 16", "Q2'16",
                             "2Q16", "2Q 2016", "Quarter 2, 2016", "quarter 2 of 2016", "2nd quarter 2016",
                             "second quarter of 2016", "Qtr 2 2016", "الربع الثاني 2016", "الربع الثاني من عام 2016",
                             "الربع 2 2016", "الربع الثاني لعام ٢٠١٦", "ربع ثاني 2016", "2016 الربع الثاني",
                             "٢٠١٦-Q٢", "ر2 2016"})
        row(text, second);
    row("February 2024", "2024-02-01 2024-02-29");
    row("2016-Q4", "2016-10-01 2016-12-31");
    row("الربع الاول 2016", "2016-01-01 2016-03-31");
    row("كانون الثاني 2016", "2016-01-01 2016-01-31");
    row("September/2016", "2016-09-01 2016-09-30");
    row("رمضان 1446", "2025-03-01 2025-03-29", DateStyle::Calendar::UmmAlQura);
    row("1446-09", "2025-03-01 2025-03-29", DateStyle::Calendar::UmmAlQura);
    row("رمضان ١٤٤٦هـ", "2025-03-01 2025-03-29", DateStyle::Calendar::UmmAlQura);
    for (const char *text : {"", "Q2", "2016-Q5", "2016-Q0", "2016-13", "2016-00", "13/2016", "00-2016", "20160", "201613",
                             "Q2 Q3 2016", "Apr May 2016", "Apr", "April", "الربع الثاني", "2016-Q", "Q 2016",
                             "2016-Q22", "Q2 2016 2017", "2016-04-", "2016-", "16-Apr", "Apr 16", "16-Q2", "Aprl 2016",
                             "Quarterly 2016", "fifth quarter 2016", "2016-W15", "H1 2016", "FY2016", "of 2016", "من 2016",
                             "2016-04x", "x2016-04", "04-16", "4.5", "999999-04", "2016 -- ", "0000-04", "12 13 2016",
                             "الربع الخامس 2016", "2016-١٣", "Q2 2016 10:00", "2016-04 10:00",
                             "2016-Q2 2016-Q2 2016-Q2 2016-Q2 2016-Q2 2016-Q2 2016-Q2 2016-Q2 2016-Q2 2016-Q2 2016-Q2 "
                             "2016-Q2 2016-Q2 2016-Q2 2016-Q2 2016-Q2 2016-Q2 2016-Q2"})
        row(text, "");
}

void TestCellParsers::wholePeriodsCountAsTheirFirstDay()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, span);
    QFETCH(DateStyle::Calendar, calendar);
    const QDate epoch(1970, 1, 1);
    const auto iso = [&](std::int64_t day) { return epoch.addDays(day).toString(Qt::ISODate); };
    const std::optional<ParsedPeriod> period = parseWholePeriod(view(text), calendar);
    QCOMPARE(period ? iso(period->firstDay) + u' ' + iso(period->lastDay) : QString(), span);

    DateStyle style;
    style.calendar = calendar;
    QVERIFY(!DateParser(style).parse(view(text))); // no date unless that is chosen
    style.wholePeriods = true;
    const std::optional<ParsedTime> time = DateParser(style).parse(view(text));
    QCOMPARE(time ? iso(time->seconds / 86400) : QString(), span.section(u' ', 0, 0));
    if (time)
        QVERIFY(!time->hasTime && time->seconds % 86400 == 0);
    // Costs are given for the whole span, whatever counts in columns of time.
    for (const bool wholePeriods : {false, true}) {
        style.wholePeriods = wholePeriods;
        DateParser parser(style);
        const std::optional<ParsedPeriod> cost = parsePeriod(view(text), parser, false);
        QCOMPARE(cost ? iso(cost->firstDay) + u' ' + iso(cost->lastDay) : QString(), span);
    }
}

void TestCellParsers::anyJumbleIsReadWithinBoundsOrRefused()
{
    // Pieces of dates in any order, and single bytes of them: what the fuzzer of tests/fuzz does at length.
    const QByteArrayList pieces{"2016", "1446", "16", "4", "04", "12", "13", "0", "٢٠١٦", "٠٤", "۲", "Q", "q2", "2Q", "quarter",
                                "second", "1st", "April", "apr", "Sept", "نيسان", "رمضان", "ربيع الآخر", "الربع", "ربع", "ر",
                                "الثاني", "من", "عام", "of", "-", "/", ".", ",", "،", "'", "’", " ", "\u00A0", "\u200F", "_", ":",
                                "T", "Z", "م", "هـ", "AH", "\xff", QByteArray("\0", 1), "٫", "x"};
    std::uint32_t state = 20160401;
    const auto draw = [&state](qsizetype below) {
        state = state * 1664525u + 1013904223u;
        return qsizetype((state >> 8) % std::uint32_t(below));
    };
    int read = 0;
    for (int round = 0; round < 60'000; ++round) {
        QByteArray text;
        for (qsizetype count = 1 + draw(7); count > 0; --count)
            text += pieces[draw(pieces.size())];
        if (draw(8) == 0)
            text.chop(1); // within a character, perhaps
        DateStyle style;
        style.order = DateOrder(draw(3));
        style.calendar = DateStyle::Calendar(draw(2));
        DateParser plain(style);
        const std::optional<ParsedTime> date = plain.parse(view(text));
        const std::optional<ParsedPeriod> whole = parseWholePeriod(view(text), style.calendar);
        // A month has at least 28 days, a quarter at most 92.
        const std::int64_t days = whole ? whole->lastDay - whole->firstDay + 1 : 28;
        QVERIFY2(days >= 28 && days <= 92, text.constData());
        style.wholePeriods = true;
        const std::optional<ParsedTime> either = DateParser(style).parse(view(text));
        QVERIFY2(either.has_value() == (date || whole), text.constData());
        if (either)
            QVERIFY2(either->seconds == (date ? date->seconds : whole->firstDay * 86400), text.constData());
        const std::optional<ParsedPeriod> period = parsePeriod(view(text), plain, draw(2) == 1);
        QVERIFY2(!period || period->firstDay <= period->lastDay, text.constData());
        read += either.has_value();
    }
    QVERIFY(read > 200); // it is not all refused
}

void TestCellParsers::wholePeriodsAreFoundInAColumn_data()
{
    QTest::addColumn<QByteArrayList>("cells");
    QTest::addColumn<bool>("count");
    QTest::addColumn<int>("periods");
    QTest::addColumn<int>("readable");
    QTest::newRow("months") << QByteArrayList{"2016-04", "2016-05", ""} << true << 2 << 2;
    QTest::newRow("quarters, one unreadable") << QByteArrayList{"Q1 2016", "Q2 2016", "Q5 2016"} << true << 2 << 2;
    QTest::newRow("one full date among months")
        << QByteArrayList{"2016-04", "2016-05", "2016-06-15"} << true << 2 << 3;
    QTest::newRow("a month among full dates")
        << QByteArrayList{"2016-04", "2016-05-02", "2016-06-15"} << false << 1 << 2;
    QTest::newRow("as many of each") << QByteArrayList{"2016-04", "2016-05-02"} << false << 1 << 1;
    QTest::newRow("full dates") << QByteArrayList{"2016-05-02"} << false << 0 << 1;
    QTest::newRow("years") << QByteArrayList{"2016", "2017"} << false << 0 << 2;
    QTest::newRow("words") << QByteArrayList{"soon"} << false << 0 << 0;
}

void TestCellParsers::wholePeriodsAreFoundInAColumn()
{
    QFETCH(QByteArrayList, cells);
    QFETCH(bool, count);
    QFETCH(int, periods);
    QFETCH(int, readable);
    const QList<std::optional<DateOrder>> orders{{}, DateOrder::MonthDayYear};
    for (const std::optional<DateOrder> &order : orders) {
        const DateStyleGuess guess = guessDateStyle(views(cells), order);
        QCOMPARE(guess.style.wholePeriods, count);
        QCOMPARE(guess.wholePeriods, periods);
        QCOMPARE(guess.readable, readable);
        QVERIFY(!guess.ambiguous);
    }
}

void TestCellParsers::findsTheOrderOfDates_data()
{
    QTest::addColumn<QByteArrayList>("cells");
    QTest::addColumn<DateOrder>("order");
    QTest::addColumn<bool>("ambiguous");
    QTest::addColumn<int>("readable");
    QTest::newRow("a day above 12 second")
        << QByteArrayList{"03/04/2025", "04/25/2025"} << DateOrder::MonthDayYear << false << 2;
    QTest::newRow("a day above 12 first")
        << QByteArrayList{"03/04/2025", "25/04/2025"} << DateOrder::DayMonthYear << false << 2;
    QTest::newRow("both fit") << QByteArrayList{"03/04/2025", "05/06/2025"}
                              << DateOrder::DayMonthYear << true << 2;
    QTest::newRow("both fit and agree")
        << QByteArrayList{"03/03/2025"} << DateOrder::DayMonthYear << false << 1;
    QTest::newRow("ISO") << QByteArrayList{"2025-03-04", ""} << DateOrder::DayMonthYear << false
                         << 1;
    QTest::newRow("mostly month first") << QByteArrayList{"04/25/2025", "04/26/2025", "26/04/2025"}
                                        << DateOrder::MonthDayYear << false << 2;
    QTest::newRow("year of two digits first")
        << QByteArrayList{"97/06/30", "98/07/31"} << DateOrder::YearMonthDay << false << 2;
    QTest::newRow("serials") << QByteArrayList{"45838", "45839.5"} << DateOrder::DayMonthYear
                             << false << 2;
    QTest::newRow("epoch") << QByteArrayList{"1751241600"} << DateOrder::DayMonthYear << false << 1;
}

void TestCellParsers::findsTheOrderOfDates()
{
    QFETCH(QByteArrayList, cells);
    QFETCH(DateOrder, order);
    QFETCH(bool, ambiguous);
    QFETCH(int, readable);
    const DateStyleGuess guess = guessDateStyle(views(cells));
    QCOMPARE(guess.style.order, order);
    QCOMPARE(guess.ambiguous, ambiguous);
    QCOMPARE(guess.readable, readable);
}

void TestCellParsers::readsPeriods_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("dayMeansMonth");
    QTest::addColumn<QString>("expected");
    QTest::newRow("month") << QByteArray("2024-02") << false << u"2024-02-01 2024-02-29"_s;
    QTest::newRow("month, other order")
        << QByteArray("02/2024") << false << u"2024-02-01 2024-02-29"_s;
    QTest::newRow("compact month") << QByteArray("202402") << false << u"2024-02-01 2024-02-29"_s;
    QTest::newRow("month by name") << QByteArray("Feb 2024") << false << u"2024-02-01 2024-02-29"_s;
    QTest::newRow("Arabic month") << QByteArray("فبراير ٢٠٢٤") << false
                                  << u"2024-02-01 2024-02-29"_s;
    QTest::newRow("quarter") << QByteArray("2025-Q3") << false << u"2025-07-01 2025-09-30"_s;
    QTest::newRow("quarter, other order")
        << QByteArray("q3 2025") << false << u"2025-07-01 2025-09-30"_s;
    QTest::newRow("Arabic quarter")
        << QByteArray("الربع ٣ ٢٠٢٥") << false << u"2025-07-01 2025-09-30"_s;
    QTest::newRow("year") << QByteArray("2025") << false << u"2025-01-01 2025-12-31"_s;
    QTest::newRow("interval") << QByteArray("2025-03-05/2025-03-09") << false
                              << u"2025-03-05 2025-03-09"_s;
    QTest::newRow("interval of months") << QByteArray("2025-01/2025-02") << false
                                        << u"2025-01-01 2025-02-28"_s;
    QTest::newRow("interval of quarters") << QByteArray("2025-Q1/2025-Q2") << false
                                          << u"2025-01-01 2025-06-30"_s;
    QTest::newRow("long name of a month") << QByteArray("December/2025") << false
                                          << u"2025-12-01 2025-12-31"_s;
    QTest::newRow("day") << QByteArray("2025-03-05") << false << u"2025-03-05 2025-03-05"_s;
    QTest::newRow("day that means its month")
        << QByteArray("2025-03-01") << true << u"2025-03-01 2025-03-31"_s;
    QTest::newRow("before 1970") << QByteArray("1969-12-01") << true << u"1969-12-01 1969-12-31"_s;
    QTest::newRow("backwards") << QByteArray("2025-03-09/2025-03-05") << false << QString();
    QTest::newRow("fifth quarter") << QByteArray("2025-Q5") << false << QString();
    QTest::newRow("thirteenth month") << QByteArray("2025-13") << false << QString();
    QTest::newRow("word") << QByteArray("always") << false << QString();
}

void TestCellParsers::readsPeriods()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, dayMeansMonth);
    QFETCH(QString, expected);
    DateParser parser;
    const std::optional<ParsedPeriod> period = parsePeriod(view(text), parser, dayMeansMonth);
    const QDate epoch(1970, 1, 1);
    QCOMPARE(period ? epoch.addDays(period->firstDay).toString(Qt::ISODate) + u' '
                          + epoch.addDays(period->lastDay).toString(Qt::ISODate)
                    : QString(),
             expected);
}

void TestCellParsers::readsNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("decimal");
    QTest::addColumn<QString>("expected"); // mantissa, scale, currency; empty: must be refused
    const auto row = [](const char *name, const char *text, const char *expected,
                        char decimal = '.') {
        QTest::newRow(name) << QByteArray(text) << decimal << QString::fromLatin1(expected);
    };
    row("whole", "1234", "1234e0");
    row("decimals", "1234.50", "123450e2");
    row("minus", "-0.5", "-5e1");
    row("groups", "1,234,567.8", "12345678e1");
    row("decimal comma", "1.234.567,8", "12345678e1", ',');
    row("Indian groups", "12,34,567", "1234567e0");
    row("apostrophes", "1'234.5", "12345e1");
    row("typographic apostrophe", "1’234.5", "12345e1");
    row("spaces", "1 234,5", "12345e1", ',');
    row("no-break spaces", "1\u202F234,5", "12345e1", ',');
    row("Arabic", "١٬٢٣٤٫٥", "12345e1");
    row("Arabic with a comma for groups", "١،٢٣٤٫٥", "12345e1");
    row("Arabic in a column of decimal commas", "١٢٫٥", "125e1", ',');
    row("Persian", "۱۲۳٫۵", "1235e1");
    row("parentheses", "(1,234.50)", "-123450e2");
    row("minus behind", "12.5-", "-125e1");
    row("typographic minus", "−12.5", "-125e1");
    row("plus", "+12", "12e0");
    row("sign in front", "€12.50", "1250e2 EUR");
    row("dollar says nothing of the country", "$12.50", "1250e2");
    row("code behind", "12.50 SAR", "1250e2 SAR");
    row("code in front", "usd 12.50", "1250e2 USD");
    row("Arabic sign", "١٢٫٥ ر.س", "125e1 SAR");
    row("negative with sign", "-$12", "-12e0");
    row("negative sign and parentheses", "($12.00)", "-1200e2");
    row("18 digits", "123456789012345678", "123456789012345678e0");
    row("leading zeros", "0007", "7e0");
    row("mark at the end", "5.", "5e0");
    for (const char *refused :
         {"", "-", ".", "abc", "1.2.3", "1,23", "12,3456", ",123", "1,,234", "1234567890123456789",
          "1e5", "19O5", "--5", "(5", "5 6", "0x10", "1,234'567", "NaN", "SAR"})
        QTest::newRow(QByteArray("refused: ").append(refused).constData())
            << QByteArray(refused) << '.' << QString();
    row("point grouping wrongly", "1.23", "", ',');
}

void TestCellParsers::readsNumbers()
{
    QFETCH(QByteArray, text);
    QFETCH(char, decimal);
    QFETCH(QString, expected);
    const std::optional<ParsedNumber> number = parseNumber(view(text), NumberStyle{decimal});
    QString found;
    if (number)
        found =
            u"%1e%2"_s.arg(number->mantissa).arg(number->scale)
            + (number->currency[0] ? u' ' + QString::fromLatin1(number->currency, 3) : QString());
    QCOMPARE(found, expected);
}

void TestCellParsers::roundsToMinorUnits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("digits");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("exact") << QByteArray("0.1") << 2 << qint64(10);
    QTest::newRow("no digits") << QByteArray("12") << 0 << qint64(12);
    QTest::newRow("half away from zero") << QByteArray("1.005") << 2 << qint64(101);
    QTest::newRow("negative half") << QByteArray("-1.005") << 2 << qint64(-101);
    QTest::newRow("below half") << QByteArray("1.00499999") << 2 << qint64(100);
    QTest::newRow("what a double would get wrong") << QByteArray("1.115") << 2 << qint64(112);
    QTest::newRow("three digits") << QByteArray("1.2345") << 3 << qint64(1235);
}

void TestCellParsers::roundsToMinorUnits()
{
    QFETCH(QByteArray, text);
    QFETCH(int, digits);
    QFETCH(qint64, expected);
    const std::optional<ParsedNumber> number = parseNumber(view(text));
    QVERIFY(number);
    QCOMPARE(number->toMinor(digits).value_or(-999), expected);
    QVERIFY(!parseNumber("999999999999999999")->toMinor(2));
}

void TestCellParsers::findsTheDecimalMark_data()
{
    QTest::addColumn<QByteArrayList>("cells");
    QTest::addColumn<char>("decimal");
    QTest::addColumn<bool>("ambiguous");
    QTest::newRow("points") << QByteArrayList{"1.5", "2.25"} << '.' << false;
    QTest::newRow("commas") << QByteArrayList{"1,5", "2,25"} << ',' << false;
    QTest::newRow("both, comma last") << QByteArrayList{"1.234,56"} << ',' << false;
    QTest::newRow("both, point last") << QByteArrayList{"1,234.56"} << '.' << false;
    QTest::newRow("groups of points") << QByteArrayList{"1.234.567"} << ',' << false;
    QTest::newRow("one comma and three digits") << QByteArrayList{"1,234"} << '.' << true;
    QTest::newRow("settled by another cell") << QByteArrayList{"1,234", "5,5"} << ',' << false;
    QTest::newRow("whole numbers") << QByteArrayList{"12", "", "7"} << '.' << false;
    QTest::newRow("Arabic marks") << QByteArrayList{"١٢٫٥"} << '.' << false;
}

void TestCellParsers::findsTheDecimalMark()
{
    QFETCH(QByteArrayList, cells);
    QFETCH(char, decimal);
    QFETCH(bool, ambiguous);
    const NumberStyleGuess guess = guessNumberStyle(views(cells));
    QCOMPARE(guess.style.decimal, decimal);
    QCOMPARE(guess.ambiguous, ambiguous);
    QCOMPARE(guess.readable, guess.filled);
}

void TestCellParsers::readsCurrencies_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("code") << QByteArray("SAR") << QByteArray("SAR");
    QTest::newRow("small letters") << QByteArray("kwd") << QByteArray("KWD");
    QTest::newRow("sign") << QByteArray("€") << QByteArray("EUR");
    QTest::newRow("Arabic") << QByteArray("د.إ") << QByteArray("AED");
    QTest::newRow("dollar alone") << QByteArray("$") << QByteArray();
    QTest::newRow("word") << QByteArray("riyal") << QByteArray();
}

void TestCellParsers::readsCurrencies()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    const std::optional<CurrencyCode> found = currencyFromText(view(text));
    QCOMPARE(found ? QByteArray(found->data(), 3) : QByteArray(), code);
}

void TestCellParsers::plainNumbersKeepTheirText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("expected");
    QTest::newRow("whole") << QByteArray("12") << 1;
    QTest::newRow("negative") << QByteArray("-12") << 1;
    QTest::newRow("zero") << QByteArray("0") << 1;
    QTest::newRow("decimal") << QByteArray("0.5") << 2;
    QTest::newRow("leading zero") << QByteArray("0123") << 0;
    QTest::newRow("long id") << QByteArray("1234567890123456") << 0;
    QTest::newRow("plus") << QByteArray("+966") << 0;
    QTest::newRow("group") << QByteArray("1,234") << 0;
    QTest::newRow("word") << QByteArray("x1") << 0;
    QTest::newRow("point at the end") << QByteArray("1.") << 0;
}

void TestCellParsers::plainNumbersKeepTheirText()
{
    QFETCH(QByteArray, text);
    QFETCH(int, expected);
    QCOMPARE(int(plainNumber(view(text))), expected);
}

QTEST_GUILESS_MAIN(TestCellParsers)
#include "tst_cellparsers.moc"
