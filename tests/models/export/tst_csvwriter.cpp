#include "models/export/csvwriter.h"
#include "tests/support/unprivileged.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using Export::CsvWriter;

class TestCsvWriter : public QObject
{
    Q_OBJECT

private slots:
    void cellsAreQuotedWhereTheyMustBe_data();
    void cellsAreQuotedWhereTheyMustBe();
    void noTextIsRunAsAFormula_data();
    void noTextIsRunAsAFormula();
    void rowsBecomeLines();
    void aByteOrderMarkIsWrittenOnRequest();
    void manyRowsArriveWhole();
    void withoutCommitTheOldFileStays();
    void aReadOnlyFolderIsSaid();
    void aMissingFolderIsSaid();
};

namespace {
QByteArray contentOf(const QString &file)
{
    QFile device(file);
    return device.open(QIODevice::ReadOnly) ? device.readAll() : QByteArray("missing");
}
} // namespace

void TestCsvWriter::cellsAreQuotedWhereTheyMustBe_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << u"Riyadh"_s << QByteArray("Riyadh");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"");
    QTest::newRow("quote") << u"27\" screen"_s << QByteArray("\"27\"\" screen\"");
    QTest::newRow("line break") << u"a\nb"_s << QByteArray("\"a\nb\"");
    QTest::newRow("carriage return within") << u"a\rb"_s << QByteArray("\"a\rb\"");
    QTest::newRow("spaces around") << u" a "_s << QByteArray("\" a \"");
    QTest::newRow("Arabic") << u"روافد"_s << u"روافد"_s.toUtf8();
}

void TestCsvWriter::cellsAreQuotedWhereTheyMustBe()
{
    QFETCH(QString, text);
    QTEST(CsvWriter::cell(text), "cell");
}

void TestCsvWriter::noTextIsRunAsAFormula_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("equals") << u"=1+1"_s << QByteArray("'=1+1");
    QTest::newRow("a call") << u"=HYPERLINK(\"x\",\"y\")"_s
                            << QByteArray("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    QTest::newRow("plus") << u"+966 55"_s << QByteArray("'+966 55");
    QTest::newRow("minus") << u"-cmd"_s << QByteArray("'-cmd");
    QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << u"\t=1"_s << QByteArray("'\t=1");
    QTest::newRow("carriage return") << u"\r=1"_s << QByteArray("\"'\r=1\"");
    QTest::newRow("a negative number stays") << u"-12.5"_s << QByteArray("-12.5");
    QTest::newRow("a signed number stays") << u"+3"_s << QByteArray("+3");
    QTest::newRow("an equals sign within stays") << u"a=1"_s << QByteArray("a=1");
}

void TestCsvWriter::noTextIsRunAsAFormula()
{
    QFETCH(QString, text);
    QTEST(CsvWriter::cell(text), "cell");
}

void TestCsvWriter::rowsBecomeLines()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"a.csv"_s);
    auto writer = CsvWriter::open(file);
    QVERIFY(writer.ok());
    writer->writeRow({u"customer_id"_s, u"name"_s});
    writer->writeRow({u"C1"_s, u"A, B"_s});
    writer->writeRow({QString(), QString()});
    QVERIFY(writer->commit().ok());
    QCOMPARE(contentOf(file), QByteArray("customer_id,name\nC1,\"A, B\"\n,\n"));
}

void TestCsvWriter::aByteOrderMarkIsWrittenOnRequest()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"a.csv"_s);
    auto writer = CsvWriter::open(file, true);
    QVERIFY(writer.ok());
    writer->writeRow({u"x"_s});
    QVERIFY(writer->commit().ok());
    QCOMPARE(contentOf(file), QByteArray("\xEF\xBB\xBFx\n"));
}

void TestCsvWriter::manyRowsArriveWhole()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"a.csv"_s);
    auto writer = CsvWriter::open(file);
    QVERIFY(writer.ok());
    QByteArray expected;
    for (int i = 0; i < 200000; ++i) { // more than the buffer holds
        writer->writeRow({QString::number(i), u"some text"_s});
        expected += QByteArray::number(i) + ",some text\n";
    }
    QVERIFY(writer->commit().ok());
    QVERIFY(contentOf(file) == expected);
}

void TestCsvWriter::withoutCommitTheOldFileStays()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"a.csv"_s);
    QFile old(file);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    {
        auto writer = CsvWriter::open(file);
        QVERIFY(writer.ok());
        writer->writeRow({u"new"_s});
    }
    QCOMPARE(contentOf(file), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestCsvWriter::aReadOnlyFolderIsSaid()
{
    QTemporaryDir folder;
    const ReadOnlyFolder readOnly(folder.path());
    if (!readOnly.works())
        QSKIP("this user can write everywhere");
    const auto writer = CsvWriter::open(folder.filePath(u"a.csv"_s));
    QVERIFY(!writer);
    QCOMPARE(writer.error().kind, Error::Kind::File);
}

void TestCsvWriter::aMissingFolderIsSaid()
{
    QTemporaryDir folder;
    const auto writer = CsvWriter::open(folder.filePath(u"missing/a.csv"_s));
    QVERIFY(!writer);
    QCOMPARE(writer.error().kind, Error::Kind::File);
    QVERIFY(!writer.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"
