#include "models/export/xlsxwriter.h"
#include "tests/support/unprivileged.h"

#include <QTemporaryDir>
#include <QtTest>

#include <zlib.h>

#include <limits>

using namespace Qt::StringLiterals;
using Export::XlsxWriter;

class TestXlsxWriter : public QObject
{
    Q_OBJECT

private slots:
    void cellsKeepTheirKind();
    void anArabicSheetReadsFromTheRight();
    void textsThatLookLikeFormulasStayTexts();
    void whatExcelCannotHoldIsCutOrCleaned();
    void withoutCommitNothingIsLeft();
    void tooManyRowsAreSaid();
    void aPlaceThatCannotBeWrittenIsSaid();
    void aTableOfTextsGetsNumbersAndDays();

private:
    /// A part of the workbook, which is a ZIP archive.
    [[nodiscard]] static QString partOf(const QString &file, const QString &part);
};

QString TestXlsxWriter::partOf(const QString &file, const QString &part)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return {};
    // The central directory at the end lists the parts: PKWARE's APPNOTE, sections 4.3.12
    // and 4.3.16.
    const QByteArray archive = device.readAll();
    const auto number = [&](qsizetype at, int bytes) {
        quint32 value = 0;
        for (int i = bytes - 1; i >= 0; --i)
            value = value << 8 | quint8(archive.at(at + i));
        return qsizetype(value);
    };
    const qsizetype end = archive.lastIndexOf("PK\5\6");
    qsizetype entry = end < 0 ? archive.size() : number(end + 16, 4);
    while (entry < archive.size() && archive.mid(entry, 4) == "PK\1\2") {
        const qsizetype nameSize = number(entry + 28, 2);
        if (archive.mid(entry + 46, nameSize) == part.toUtf8()) {
            const qsizetype local = number(entry + 42, 4);
            const qsizetype data = local + 30 + number(local + 26, 2) + number(local + 28, 2);
            QByteArray packed = archive.mid(data, number(entry + 20, 4));
            if (number(entry + 10, 2) == 0)
                return QString::fromUtf8(packed);
            QByteArray plain(number(entry + 24, 4), '\0');
            z_stream stream{};
            stream.next_in = reinterpret_cast<Bytef *>(packed.data());
            stream.avail_in = uInt(packed.size());
            stream.next_out = reinterpret_cast<Bytef *>(plain.data());
            stream.avail_out = uInt(plain.size());
            inflateInit2(&stream, -MAX_WBITS);
            inflate(&stream, Z_FINISH);
            inflateEnd(&stream);
            return QString::fromUtf8(plain);
        }
        entry += 46 + nameSize + number(entry + 30, 2) + number(entry + 32, 2);
    }
    return {};
}

void TestXlsxWriter::cellsKeepTheirKind()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"ملف.xlsx"_s);
    auto writer = XlsxWriter::open(file, {.name = u"Customers"_s});
    QVERIFY2(writer, qPrintable(writer ? QString() : writer.error().message));
    writer->writeHeadings({u"Name"_s, u"Revenue"_s, u"Since"_s, u"CLV"_s});
    writer->writeRow(
        {u"روافد"_s, 12.5, QDate(2025, 6, 30), std::numeric_limits<double>::quiet_NaN()});
    writer->writeRow({QString(), -3.0, QDate(1850, 1, 1), {}});
    QVERIFY(writer->commit().ok());
    const QString sheet = partOf(file, u"xl/worksheets/sheet1.xml"_s);
    QVERIFY2(sheet.contains(u"<c r=\"A2\" t=\"inlineStr\"><is><t>روافد</t></is></c>"_s),
             qPrintable(sheet));
    QVERIFY2(sheet.contains(u"<c r=\"B2\"><v>12.5</v></c>"_s), qPrintable(sheet));
    QVERIFY2(sheet.contains(u"<v>45838</v>"_s),
             qPrintable(sheet)); // 2025-06-30 in days since 1899-12-30
    QVERIFY(!sheet.contains(u"r=\"D2\""_s));
    QVERIFY(!sheet.contains(u"r=\"A3\""_s));
    QVERIFY(sheet.contains(u"1850-01-01"_s));
    QVERIFY(sheet.contains(u"state=\"frozen\""_s));
    QVERIFY(!sheet.contains(u"rightToLeft=\"1\""_s));
    QVERIFY(partOf(file, u"xl/workbook.xml"_s).contains(u"name=\"Customers\""_s));
}

void TestXlsxWriter::anArabicSheetReadsFromTheRight()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"a.xlsx"_s);
    auto writer = XlsxWriter::open(file, {.name = u"العملاء"_s, .isRightToLeft = true});
    QVERIFY(writer.ok());
    writer->writeHeadings({u"الاسم"_s});
    QVERIFY(writer->commit().ok());
    QVERIFY(partOf(file, u"xl/worksheets/sheet1.xml"_s).contains(u"rightToLeft=\"1\""_s));
    QVERIFY(partOf(file, u"xl/workbook.xml"_s).contains(u"العملاء"_s));
}

void TestXlsxWriter::textsThatLookLikeFormulasStayTexts()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"a.xlsx"_s);
    auto writer = XlsxWriter::open(file, {.name = u"x"_s});
    QVERIFY(writer.ok());
    writer->writeRow({u"=1+1"_s, u"@SUM(A1)"_s, u"007"_s});
    QVERIFY(writer->commit().ok());
    const QString sheet = partOf(file, u"xl/worksheets/sheet1.xml"_s);
    QVERIFY(!sheet.contains(u"<f>"_s));
    QVERIFY(sheet.contains(u"<t>=1+1</t>"_s));
    QVERIFY(sheet.contains(u"<t>007</t>"_s));
}

void TestXlsxWriter::whatExcelCannotHoldIsCutOrCleaned()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"a.xlsx"_s);
    auto writer = XlsxWriter::open(
        file, {.name = u"'Sales: [2025] / a name that is far too long for Excel'"_s});
    QVERIFY2(writer, qPrintable(writer ? QString() : writer.error().message));
    writer->writeRow({QString(40000, u'x'), u"bell \u0007 end"_s, QString(QChar(0xFFFF))});
    const auto written = writer->commit();
    QVERIFY2(written, qPrintable(written ? QString() : written.error().message));
    QVERIFY(XlsxWriter::open(folder.filePath(u"b.xlsx"_s), {.name = u"[]"_s})->commit().ok());
}

void TestXlsxWriter::withoutCommitNothingIsLeft()
{
    QTemporaryDir folder;
    {
        auto writer = XlsxWriter::open(folder.filePath(u"a.xlsx"_s), {.name = u"x"_s});
        QVERIFY(writer.ok());
        writer->writeRow({1.0});
    }
    QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

void TestXlsxWriter::tooManyRowsAreSaid()
{
    QTemporaryDir folder;
    auto writer = XlsxWriter::open(folder.filePath(u"a.xlsx"_s), {.name = u"x"_s});
    QVERIFY(writer.ok());
    for (int i = 0; i <= XlsxWriter::mostRows; ++i)
        writer->writeRow({});
    const auto written = writer->commit();
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Data);
    QVERIFY(!QFile::exists(folder.filePath(u"a.xlsx"_s)));
}

void TestXlsxWriter::aPlaceThatCannotBeWrittenIsSaid()
{
    QTemporaryDir folder;
    const auto missing = XlsxWriter::open(folder.filePath(u"missing/a.xlsx"_s), {.name = u"x"_s});
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, Error::Kind::File);
    QVERIFY(!XlsxWriter::open(folder.path(), {.name = u"x"_s}));
    const ReadOnlyFolder readOnly(folder.path());
    if (readOnly.works())
        QVERIFY(!XlsxWriter::open(folder.filePath(u"a.xlsx"_s), {.name = u"x"_s}));
}

void TestXlsxWriter::aTableOfTextsGetsNumbersAndDays()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"a.xlsx"_s);
    QVERIFY(Export::writeXlsxTable(
                file, {.name = u"x"_s},
                {{u"date"_s, u"2024"_s}, {u"2025-06-30"_s, u"-1.5"_s, u"2025-13-01"_s, u"nan"_s}})
                .ok());
    const QString sheet = partOf(file, u"xl/worksheets/sheet1.xml"_s);
    QVERIFY2(sheet.contains(u"<v>45838</v>"_s), qPrintable(sheet));
    QVERIFY(sheet.contains(u"<c r=\"B2\"><v>-1.5</v></c>"_s));
    QVERIFY(sheet.contains(u"<t>2025-13-01</t>"_s));
    QVERIFY(sheet.contains(u"<t>nan</t>"_s));
    QVERIFY(sheet.contains(u"<t>2024</t>"_s)); // a heading
}

QTEST_GUILESS_MAIN(TestXlsxWriter)
#include "tst_xlsxwriter.moc"
