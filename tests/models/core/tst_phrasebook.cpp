#include "models/core/phrasebook.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What was said in one language is said in the other.
class TestPhrasebook : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void sentencesComeInTheOtherLanguage_data();
    void sentencesComeInTheOtherLanguage();
    void whatIsNotKnownStays_data();
    void whatIsNotKnownStays();

private:
    Phrasebook m_book;
};

void TestPhrasebook::initTestCase()
{
    m_book.note(u"The disk is full."_s, u"القرص ممتلئ."_s);
    m_book.note(u"%1 cannot be written: %2. Choose another place."_s, u"تتعذر كتابة %1: %2. اختر مكانًا آخر."_s);
    m_book.note(u"%1 is damaged."_s, u"الملف %1 تالف."_s);
    m_book.note(u"%1 is damaged. Open the newest backup of %1."_s, u"الملف %1 تالف. افتح أحدث نسخة احتياطية من %1."_s);
    m_book.note(u"The value %1 in line %2"_s, u"في السطر %2 القيمة %1"_s);
    m_book.note(u"%n rows of %1"_s, u"%n صفًّا من %1"_s);
    m_book.note(u"%1, %2"_s, u"%1، %2"_s);
    m_book.note(u"CSV"_s, u"CSV"_s);
}

void TestPhrasebook::sentencesComeInTheOtherLanguage_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("arabic");
    QTest::newRow("no value") << u"The disk is full."_s << u"القرص ممتلئ."_s;
    QTest::newRow("two values") << u"rows.csv cannot be written: no space. Choose another place."_s
                                << u"تتعذر كتابة rows.csv: no space. اختر مكانًا آخر."_s;
    QTest::newRow("a sentence in a sentence") << u"rows.csv cannot be written: The disk is full.. Choose another place."_s
                                              << u"تتعذر كتابة rows.csv: القرص ممتلئ.. اختر مكانًا آخر."_s;
    QTest::newRow("the longer phrase that agrees") << u"a.qeema is damaged. Open the newest backup of a.qeema."_s
                                                   << u"الملف a.qeema تالف. افتح أحدث نسخة احتياطية من a.qeema."_s;
    QTest::newRow("values in another order") << u"The value 1,5 in line 12"_s << u"في السطر 12 القيمة 1,5"_s;
    QTest::newRow("a number") << u"1,234 rows of x"_s << u"1,234 صفًّا من x"_s;
    QTest::newRow("a value with signs of patterns") << u"%1 (a).* is damaged."_s << u"الملف %1 (a).* تالف."_s;
    QTest::newRow("an empty value") << u"The value  in line 3"_s << u"في السطر 3 القيمة "_s;
}

void TestPhrasebook::sentencesComeInTheOtherLanguage()
{
    QFETCH(const QString, english);
    QFETCH(const QString, arabic);
    QCOMPARE(m_book.inLanguage(english, Language::Arabic), arabic);
    QCOMPARE(m_book.inLanguage(arabic, Language::English), english);
    QCOMPARE(m_book.inLanguage(english, Language::English), english);
    QCOMPARE(m_book.inLanguage(arabic, Language::Arabic), arabic);
}

void TestPhrasebook::whatIsNotKnownStays_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nothing") << QString();
    QTest::newRow("never noted") << u"Something else."_s;
    QTest::newRow("agrees with a phrase of signs only") << u"Riyadh, 2025"_s;
    QTest::newRow("repeated value that differs") << u"b.qeema is damaged. Open the newest backup of c.qeem"_s;
    QTest::newRow("the beginning only") << u"rows.csv cannot be written: no space."_s;
}

void TestPhrasebook::whatIsNotKnownStays()
{
    QFETCH(const QString, sentence);
    QCOMPARE(m_book.inLanguage(sentence, Language::Arabic), sentence);
    QCOMPARE(m_book.inLanguage(sentence, Language::English), sentence);
}

QTEST_GUILESS_MAIN(TestPhrasebook)
#include "tst_phrasebook.moc"
