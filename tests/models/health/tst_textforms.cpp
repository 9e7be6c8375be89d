#include "models/health/textforms.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestTextForms final : public QObject
{
    Q_OBJECT

private slots:
    void emailsHaveOneForm_data();
    void emailsHaveOneForm();
    void phonesHaveOneForm_data();
    void phonesHaveOneForm();
    void namesHaveOneForm_data();
    void namesHaveOneForm();
    void editsAreCounted_data();
    void editsAreCounted();
    void namesAreComparedWordByWord_data();
    void namesAreComparedWordByWord();
};

void TestTextForms::emailsHaveOneForm_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("form");
    QTest::newRow("case and spaces") << u"  Sara@Example.COM "_s << u"sara@example.com"_s;
    QTest::newRow("plus") << u"sara+shop@example.com"_s << u"sara@example.com"_s;
    QTest::newRow("dots elsewhere stay") << u"sara.ali@example.com"_s << u"sara.ali@example.com"_s;
    QTest::newRow("dots at Gmail") << u"s.a.r.a@gmail.com"_s << u"sara@gmail.com"_s;
    QTest::newRow("Googlemail") << u"sara@googlemail.com"_s << u"sara@gmail.com"_s;
    QTest::newRow("no at") << u"sara.example.com"_s << QString();
    QTest::newRow("two at") << u"sara@home@example.com"_s << QString();
    QTest::newRow("no host") << u"sara@"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestTextForms::emailsHaveOneForm()
{
    QFETCH(QString, email);
    QTEST(Health::emailForm(email), "form");
}

void TestTextForms::phonesHaveOneForm_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("country code and zero") << u"+966 50 123 4567"_s << u"0501234567"_s << true;
    QTest::newRow("00 and +") << u"00966501234567"_s << u"+966-50-1234567"_s << true;
    QTest::newRow("zero kept behind the code") << u"+966 (0)50 123 4567"_s << u"+966501234567"_s << true;
    QTest::newRow("without zero") << u"501234567"_s << u"+966501234567"_s << true;
    QTest::newRow("Arabic-Indic digits") << u"٠٥٠١٢٣٤٥٦٧"_s << u"050 123 4567"_s << true;
    QTest::newRow("extension") << u"011 234 5678 ext 12"_s << u"0112345678"_s << true;
    QTest::newRow("eight digits") << u"+965 5123 4567"_s << u"51234567"_s << true;
    QTest::newRow("another country") << u"+966501234567"_s << u"+971501234567"_s << false;
    QTest::newRow("another number") << u"0501234567"_s << u"0501234568"_s << false;
    QTest::newRow("too short") << u"12345"_s << u"12345"_s << false;
    QTest::newRow("zeros") << u"0000000000"_s << u"0000000000"_s << false;
}

void TestTextForms::phonesHaveOneForm()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, same);
    const Health::PhoneForm a = Health::phoneForm(one);
    const Health::PhoneForm b = Health::phoneForm(other);
    QCOMPARE(Health::isSamePhone(a, b), same);
    QCOMPARE(Health::isSamePhone(b, a), same);
    if (same)
        QCOMPARE(Health::phoneKey(a), Health::phoneKey(b)); // or they would never be compared
}

void TestTextForms::namesHaveOneForm_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("order of words") << u"Sara Ali"_s << u"ali, SARA"_s;
    QTest::newRow("accents") << u"Café Zürich"_s << u"cafe zurich"_s;
    QTest::newRow("legal form") << u"Al Noor Trading Co. Ltd"_s << u"Al Noor Trading"_s;
    QTest::newRow("Arabic legal form") << u"شركة النور المحدودة"_s << u"النور"_s;
    QTest::newRow("alef and hamza") << u"أحمد إبراهيم"_s << u"احمد ابراهيم"_s;
    QTest::newRow("marks and tatweel") << u"مُحَمَّد عـلي"_s << u"محمد علي"_s;
    QTest::newRow("teh marbuta") << u"مدرسة البيان"_s << u"مدرسه البيان"_s;
}

void TestTextForms::namesHaveOneForm()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(!Health::nameForm(one).isEmpty());
    QCOMPARE(Health::nameForm(one), Health::nameForm(other));
}

void TestTextForms::editsAreCounted_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("expected");
    QTest::newRow("kitten") << u"kitten"_s << u"sitting"_s << 3; // Levenshtein's textbook case
    QTest::newRow("Saturday") << u"saturday"_s << u"sunday"_s << 3;
    QTest::newRow("swapped") << u"martha"_s << u"marhta"_s << 1;
    QTest::newRow("no edit of a swapped pair") << u"ca"_s << u"abc"_s << 3; // 2 where swaps may be edited again
    QTest::newRow("same") << u"sara"_s << u"sara"_s << 0;
    QTest::newRow("empty") << QString() << u"xyz"_s << 3;
}

void TestTextForms::editsAreCounted()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, expected);
    QCOMPARE(Health::editDistance(a, b), expected);
    QCOMPARE(Health::editDistance(b, a), expected);
}

void TestTextForms::namesAreComparedWordByWord_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("alike");
    QTest::newRow("same") << u"Al Noor Hotels"_s << u"hotels al noor"_s << true;
    QTest::newRow("one letter") << u"Al Noor Hotels"_s << u"Al Noor Hotel"_s << true;
    QTest::newRow("swapped letters") << u"Mohammed Alqahtani"_s << u"Mohamemd Alqahtani"_s << true;
    QTest::newRow("initial") << u"Sara Alharbi"_s << u"Sara M. Alharbi"_s << true;
    QTest::newRow("another word") << u"Western Sabah Residences"_s << u"Western Saqr Residences"_s << false;
    QTest::newRow("short words differ") << u"Ali Omar"_s << u"Adi Omar"_s << false;
    QTest::newRow("a word more") << u"Al Noor Hotels"_s << u"Al Noor Hotels Jeddah"_s << false;
    QTest::newRow("Arabic, one letter") << u"فنادق الرمال الذهبية"_s << u"فنادق الرمل الذهبية"_s << true;
    QTest::newRow("Arabic, another word") << u"مخابز تمرة"_s << u"مخابز زهرة"_s << false;
}

void TestTextForms::namesAreComparedWordByWord()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, alike);
    const double found = Health::nameLikeness(Health::nameForm(a), Health::nameForm(b));
    QVERIFY2((found >= 0.85) == alike, qPrintable(QString::number(found)));
    QCOMPARE(Health::nameLikeness(Health::nameForm(b), Health::nameForm(a)), found);
}

QTEST_GUILESS_MAIN(TestTextForms)
#include "tst_textforms.moc"
