#include "models/health/textforms.h"

#include <QTest>

#include <cmath>

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
    void similarityIsWinklers_data();
    void similarityIsWinklers();
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

void TestTextForms::similarityIsWinklers_data()
{
    // Winkler (1990), table 2: Jaro-Winkler with a prefix of at most four letters at 0.1 each.
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<double>("expected");
    QTest::newRow("MARTHA") << u"MARTHA"_s << u"MARHTA"_s << 0.961;
    QTest::newRow("DWAYNE") << u"DWAYNE"_s << u"DUANE"_s << 0.840;
    QTest::newRow("DIXON") << u"DIXON"_s << u"DICKSONX"_s << 0.813;
    QTest::newRow("same") << u"SARA"_s << u"SARA"_s << 1.0;
    QTest::newRow("nothing in common") << u"ABC"_s << u"XYZ"_s << 0.0;
    QTest::newRow("empty") << QString() << u"XYZ"_s << 0.0;
}

void TestTextForms::similarityIsWinklers()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(double, expected);
    QVERIFY2(std::abs(Health::similarity(a, b) - expected) < 0.0006,
             qPrintable(QString::number(Health::similarity(a, b))));
    QCOMPARE(Health::similarity(a, b), Health::similarity(b, a));
}

QTEST_GUILESS_MAIN(TestTextForms)
#include "tst_textforms.moc"
