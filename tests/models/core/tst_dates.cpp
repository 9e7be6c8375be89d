#include "models/core/dates.h"

#include <QtTest>

using namespace Qt::StringLiterals;

class TestDates : public QObject
{
    Q_OBJECT

private slots:
    void rangesIncludeBothEnds();
    void periodsHaveStartAndEnd_data();
    void periodsHaveStartAndEnd();
    void weeksBeginWhereAsked();
    void theEndsOfPeriodsAreListed_data();
    void theEndsOfPeriodsAreListed();
    void daysAndSecondsAgreeWithTheCalendar_data();
    void daysAndSecondsAgreeWithTheCalendar();
    void secondsBefore1970BelongToTheEarlierDay();
    void periodUnitsHaveNames();
    void periodsHaveTheirLengthInDays();
};

void TestDates::rangesIncludeBothEnds()
{
    const DateRange range{QDate(2024, 7, 1), QDate(2025, 6, 30)};
    QCOMPARE(range.days(), 365);
    QVERIFY(range.contains(range.from) && range.contains(range.until));
    QVERIFY(!range.contains(range.from.addDays(-1)) && !range.contains(range.until.addDays(1)));
    QCOMPARE((DateRange{range.from, range.from}).days(), 1);
    QVERIFY(!(DateRange{range.until, range.from}).isValid());
    QCOMPARE(DateRange().days(), 0);
}

void TestDates::periodsHaveStartAndEnd_data()
{
    QTest::addColumn<PeriodUnit>("unit");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QDate>("start");
    QTest::addColumn<QDate>("end");
    QTest::newRow("day") << PeriodUnit::Day << QDate(2025, 6, 30) << QDate(2025, 6, 30)
                         << QDate(2025, 6, 30);
    QTest::newRow("week, a Monday")
        << PeriodUnit::Week << QDate(2025, 6, 30) << QDate(2025, 6, 30) << QDate(2025, 7, 6);
    QTest::newRow("week, a Sunday")
        << PeriodUnit::Week << QDate(2025, 6, 29) << QDate(2025, 6, 23) << QDate(2025, 6, 29);
    QTest::newRow("leap February")
        << PeriodUnit::Month << QDate(2024, 2, 10) << QDate(2024, 2, 1) << QDate(2024, 2, 29);
    QTest::newRow("December") << PeriodUnit::Month << QDate(2024, 12, 31) << QDate(2024, 12, 1)
                              << QDate(2024, 12, 31);
    QTest::newRow("quarter") << PeriodUnit::Quarter << QDate(2025, 5, 15) << QDate(2025, 4, 1)
                             << QDate(2025, 6, 30);
    QTest::newRow("last quarter") << PeriodUnit::Quarter << QDate(2025, 12, 31)
                                  << QDate(2025, 10, 1) << QDate(2025, 12, 31);
    QTest::newRow("year") << PeriodUnit::Year << QDate(2025, 5, 15) << QDate(2025, 1, 1)
                          << QDate(2025, 12, 31);
}

void TestDates::periodsHaveStartAndEnd()
{
    QFETCH(PeriodUnit, unit);
    QFETCH(QDate, day);
    QTEST(periodStart(day, unit), "start");
    QTEST(periodEnd(day, unit), "end");
}

void TestDates::weeksBeginWhereAsked()
{
    QCOMPARE(periodStart(QDate(2025, 6, 28), PeriodUnit::Week, Qt::Sunday), QDate(2025, 6, 22));
    QCOMPARE(periodStart(QDate(2025, 6, 29), PeriodUnit::Week, Qt::Sunday), QDate(2025, 6, 29));
    QCOMPARE(periodEnd(QDate(2025, 6, 28), PeriodUnit::Week, Qt::Saturday), QDate(2025, 7, 4));
}

void TestDates::theEndsOfPeriodsAreListed_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("until");
    QTest::addColumn<PeriodUnit>("unit");
    QTest::addColumn<QList<QDate>>("ends");
    QTest::newRow("quarters, whole")
        << QDate(2025, 1, 1) << QDate(2025, 6, 30) << PeriodUnit::Quarter
        << QList{QDate(2025, 3, 31), QDate(2025, 6, 30)};
    QTest::newRow("quarters, begun and unfinished")
        << QDate(2025, 2, 5) << QDate(2025, 6, 29) << PeriodUnit::Quarter
        << QList{QDate(2025, 3, 31)};
    QTest::newRow("months") << QDate(2024, 1, 31) << QDate(2024, 3, 1) << PeriodUnit::Month
                            << QList{QDate(2024, 1, 31), QDate(2024, 2, 29)};
    QTest::newRow("none") << QDate(2025, 1, 2) << QDate(2025, 1, 30) << PeriodUnit::Year
                          << QList<QDate>();
    QTest::newRow("no dates") << QDate() << QDate() << PeriodUnit::Year << QList<QDate>();
}

void TestDates::theEndsOfPeriodsAreListed()
{
    QFETCH(QDate, from);
    QFETCH(QDate, until);
    QFETCH(PeriodUnit, unit);
    QTEST(periodEnds(from, until, unit), "ends");
}

void TestDates::daysAndSecondsAgreeWithTheCalendar_data()
{
    QTest::addColumn<QDate>("day");
    for (const QDate day : {QDate(1970, 1, 1), QDate(1969, 12, 31), QDate(1900, 1, 1),
                            QDate(2000, 2, 29), QDate(2025, 6, 30), QDate(2106, 2, 7)})
        QTest::newRow(qPrintable(day.toString(Qt::ISODate))) << day;
}

void TestDates::daysAndSecondsAgreeWithTheCalendar()
{
    QFETCH(QDate, day);
    const qint64 start = epochSeconds(day);
    QCOMPARE(start, QDateTime(day, QTime(0, 0), Qt::UTC).toSecsSinceEpoch());
    QCOMPARE(dayOfEpoch(start), day);
    QCOMPARE(dayOfEpoch(start + 86399), day);
    QCOMPARE(dayOfEpoch(start - 1), day.addDays(-1));
    QCOMPARE(epochDay(start) * 86400, start);
}

void TestDates::secondsBefore1970BelongToTheEarlierDay()
{
    QCOMPARE(epochDay(0), 0);
    QCOMPARE(epochDay(-1), -1);
    QCOMPARE(epochDay(-86400), -1);
    QCOMPARE(epochDay(-86401), -2);
    QCOMPARE(epochDay(86399), 0);
}

void TestDates::periodUnitsHaveNames()
{
    for (const PeriodUnit unit : {PeriodUnit::Day, PeriodUnit::Week, PeriodUnit::Month,
                                  PeriodUnit::Quarter, PeriodUnit::Year})
        QCOMPARE(periodUnitFromName(periodUnitName(unit)), std::optional(unit));
    QCOMPARE(periodUnitFromName(u"Week"_s), std::nullopt);
    QCOMPARE(periodUnitFromName(QString()), std::nullopt);
}

void TestDates::periodsHaveTheirLengthInDays()
{
    QCOMPARE(daysPerPeriod(PeriodUnit::Week), 7.0);
    QCOMPARE(daysPerPeriod(PeriodUnit::Month) * 12, daysPerPeriod(PeriodUnit::Year));
    QCOMPARE(daysPerPeriod(PeriodUnit::Quarter) * 4, 365.25);
}

QTEST_GUILESS_MAIN(TestDates)
#include "tst_dates.moc"
