#include "models/core/currency.h"
#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/core/strongid.h"

#include <QSet>
#include <QtTest>

#include <memory>

using namespace Qt::StringLiterals;

class TestValues : public QObject
{
    Q_OBJECT

private slots:
    void currenciesKnowTheirMinorUnit_data();
    void currenciesKnowTheirMinorUnit();
    void amountsAreRoundedHalfAwayFromZero_data();
    void amountsAreRoundedHalfAwayFromZero();
    void aResultHoldsAValueOrAnError();
    void aResultGivesAwayItsValue();
    void aResultOfAnErrorTypeIsUnambiguous();
    void anErrorFitsOneLine_data();
    void anErrorFitsOneLine();
    void idsOfOneTableCompareAndHash();
    void aDefaultProgressIsNeverCancelled();
    void partsOfAProgressMapTheirFractions();
    void copiesOfAProgressShareCancellation();
};

void TestValues::currenciesKnowTheirMinorUnit_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("digits");
    QTest::newRow("riyal") << u"SAR"_s << 2;
    QTest::newRow("yen") << u"JPY"_s << 0;
    QTest::newRow("Kuwaiti dinar") << u"KWD"_s << 3;
    QTest::newRow("unknown") << u"XYZ"_s << 2;
}

void TestValues::currenciesKnowTheirMinorUnit()
{
    QFETCH(QString, code);
    QFETCH(int, digits);
    const Currency currency{code};
    QCOMPARE(currency.digits(), digits);
    QCOMPARE(currency.minorPerMajor(), qRound64(std::pow(10, digits)));
    QCOMPARE(currency.toMajor(currency.toMinor(12)), 12.0);
}

void TestValues::amountsAreRoundedHalfAwayFromZero_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<double>("major");
    QTest::addColumn<qint64>("minor");
    QTest::newRow("exact") << u"SAR"_s << 29.33 << 2933LL;
    QTest::newRow("half up") << u"SAR"_s << 0.125 << 13LL;
    QTest::newRow("half down") << u"SAR"_s << -0.125 << -13LL;
    QTest::newRow("yen") << u"JPY"_s << 1234.5 << 1235LL;
    QTest::newRow("dinar") << u"KWD"_s << 1.2345 << 1235LL;
}

void TestValues::amountsAreRoundedHalfAwayFromZero()
{
    QFETCH(QString, code);
    QFETCH(double, major);
    QTEST(Currency{code}.toMinor(major), "minor");
}

void TestValues::aResultHoldsAValueOrAnError()
{
    const Result<int> good(7);
    QVERIFY(good);
    QCOMPARE(*good, 7);
    const Result<int> bad(Error{Error::Kind::Data, u"no"_s});
    QVERIFY(!bad);
    QCOMPARE(bad.error().kind, Error::Kind::Data);
    QCOMPARE(bad.error().message, u"no"_s);
    QVERIFY(Result<void>().ok());
    QVERIFY(!Result<void>(Error::cancelled()).ok());
    QCOMPARE(Result<void>(Error::cancelled()).error().kind, Error::Kind::Cancelled);
}

void TestValues::aResultGivesAwayItsValue()
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(5));
    const std::unique_ptr<int> taken = *std::move(result);
    QCOMPARE(*taken, 5);
}

void TestValues::aResultOfAnErrorTypeIsUnambiguous()
{
    Result<QString> text(u"x"_s);
    text->append(u'y');
    QCOMPARE(*text, u"xy"_s);
}

void TestValues::anErrorFitsOneLine_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("line");
    QTest::newRow("plain") << Error{Error::Kind::Data, u"No purchases."_s} << u"No purchases."_s;
    QTest::newRow("file") << Error{Error::Kind::File, u"Gone."_s, u"a.csv"_s} << u"a.csv: Gone."_s;
    QTest::newRow("line") << Error{Error::Kind::Format, u"Bad."_s, u"a.csv"_s, 3}
                          << u"a.csv:3: Bad."_s;
    QTest::newRow("column") << Error{Error::Kind::Format, u"Bad."_s, u"a.csv"_s, 3, 5}
                            << u"a.csv:3:5: Bad."_s;
    QTest::newRow("named in the sentence")
        << Error{Error::Kind::Format, u"e.csv is empty."_s, u"/home/u/e.csv"_s} << u"e.csv is empty."_s;
    QTest::newRow("named without its line")
        << Error{Error::Kind::Format, u"e.csv is cut off."_s, u"e.csv"_s, 30}
        << u"e.csv:30: e.csv is cut off."_s;
    QTest::newRow("named with its line")
        << Error{Error::Kind::Format, u"The mark in line 30 of e.csv is open."_s, u"e.csv"_s, 30}
        << u"The mark in line 30 of e.csv is open."_s;
    QTest::newRow("another file of a longer name")
        << Error{Error::Kind::Format, u"the.csv is empty."_s, u"e.csv"_s}
        << u"e.csv: the.csv is empty."_s;
    QTest::newRow("line breaks") << Error{Error::Kind::Data, u"One.\n Two."_s} << u"One. Two."_s;
}

void TestValues::anErrorFitsOneLine()
{
    QFETCH(Error, error);
    QTEST(error.oneLine(), "line");
}

void TestValues::idsOfOneTableCompareAndHash()
{
    QVERIFY(!CustomerId().isValid());
    QVERIFY(CustomerId{1}.isValid());
    QVERIFY(CustomerId{1} < CustomerId{2});
    const QSet<CustomerId> ids{CustomerId{1}, CustomerId{1}, CustomerId{2}};
    QCOMPARE(ids.size(), 2);
    static_assert(!std::is_convertible_v<BatchId, CustomerId>);
}

void TestValues::aDefaultProgressIsNeverCancelled()
{
    const Progress progress;
    progress.report(0.5, u"step"_s); // tells nobody
    QVERIFY(!progress.isCancelled());
}

void TestValues::partsOfAProgressMapTheirFractions()
{
    QList<double> heard;
    const Progress progress({},
                            [&](const ProgressReport &report) { heard.append(report.fraction); });
    const Progress half = progress.part(0.5, 1);
    half.report(0, {});
    half.report(1, {});
    half.part(0, 0.5).report(0.5, {});
    half.report(-1, {}); // not known stays not known
    QCOMPARE(heard, (QList<double>{0.5, 1, 0.625, -1}));
}

void TestValues::copiesOfAProgressShareCancellation()
{
    std::stop_source stop;
    const Progress progress(stop.get_token());
    const Progress part = progress.part(0, 0.5);
    QVERIFY(!part.isCancelled());
    stop.request_stop();
    QVERIFY(progress.isCancelled());
    QVERIFY(part.isCancelled());
}

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
