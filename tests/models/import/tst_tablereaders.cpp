#include "tests/models/import/importtesting.h"
#include "tests/models/import/zipwriting.h"

#include "models/import/csvtokeniser.h"
#include "models/import/jsontablereader.h"
#include "models/import/tablereader.h"
#include "models/import/xlsxworkbook.h"

using namespace Import;
using namespace Qt::StringLiterals;

/// Spreadsheets, JSON and pasted tables give the same records as text does.
class TestTableReaders : public QObject
{
    Q_OBJECT
private slots:
    void spreadsheetGivesItsCells();
    void datesFollowTheSystemOfTheFile_data();
    void datesFollowTheSystemOfTheFile();
    void formatsAreDatesOrNumbers_data();
    void formatsAreDatesOrNumbers();
    void numbersLoseTheNoiseOfTheirBinaryForm_data();
    void numbersLoseTheNoiseOfTheirBinaryForm();
    void aSheetIsChosenByItsName();
    void rowsThatEndEarlyAreFilled();
    void manyRowsComeInPieces();
    void hostileSpreadsheetsAreRefused_data();
    void hostileSpreadsheetsAreRefused();
    void jsonShapes_data();
    void jsonShapes();
    void jsonValuesBecomeCells();
    void brokenJsonLinesAreRejectedOneByOne();
    void cutOffJsonIsRefused_data();
    void cutOffJsonIsRefused();
    void aMarkAloneHoldsNoObject();
    void aMarkWithinAKeyMakesNoSecondColumn();
    void laterJsonKeysAreToldNotLost();
    void aLongJsonFileComesInPieces();
    void pastedTablesAreRead_data();
    void pastedTablesAreRead();
    void rejectedRowsOfASpreadsheetImportAgain();
    void theOutcomeNamesTheFormat();
    void filesOfLibreOfficeAreRead_data();
    void filesOfLibreOfficeAreRead();
};

namespace {

const QByteArray orders =
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" "
    "t=\"inlineStr\"><is><t>amount</t></is></c><c r=\"D1\" t=\"str\"><v>category</v></c></row>"
    "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\" s=\"1\"><v>45838</v></c><c r=\"C3\" "
    "s=\"3\"><v>120.5</v></c><c r=\"D3\" t=\"s\"><v>3</v></c></row>"
    "<row r=\"4\"><c r=\"A4\"><v>7</v></c><c r=\"B4\" s=\"2\"><v>45839.5868055556</v></c><c "
    "r=\"C4\"><v>-12.25</v></c></row>";
const QByteArray sharedTexts =
    "<si><t>customer_id</t></si><si><r><t>ordered</t></r><r><t>_at</t></r><rPh><t>x</t></rPh></si>"
    "<si><t xml:space=\"preserve\"> c-1 </t></si><si><t>قهوة, \"سوداء\"</t></si>";

Result<QList<QStringList>> allCells(const Source &source, const SourceFormat &format,
                                    int *pieces = nullptr)
{
    Result<std::unique_ptr<TableReader>> reader = openTable(source, format);
    if (!reader)
        return reader.error();
    QList<QStringList> all;
    RecordChunk chunk;
    for (;;) {
        const Result<bool> more = (*reader)->next(chunk);
        if (!more)
            return more.error();
        if (!*more)
            return all;
        if (pieces)
            ++*pieces;
        for (std::size_t r = 0; r < chunk.index.records(); ++r) {
            QStringList cells{QString::number(chunk.line(r))};
            std::string storage;
            for (std::size_t c = 0; c < chunk.index.cells(r); ++c) {
                const std::string_view text = cellContent(chunk.raw(r, c), storage);
                cells.append(QString::fromUtf8(text.data(), qsizetype(text.size())));
            }
            all.append(cells);
        }
    }
}

} // namespace

void TestTableReaders::spreadsheetGivesItsCells()
{
    ImportBench bench;
    const QString file = bench.path(u"طلبات.xlsx"_s);
    QVERIFY(writeZip(file, spreadsheet(orders, sharedTexts)));
    const auto outcome = bench.importFile(file, Kind::Transactions);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRead, 2);
    QCOMPARE(outcome->rowsImported, 2);
    QCOMPARE(bench.rows("SELECT c.ref, datetime(p.time, 'unixepoch'), p.amount, t.text FROM "
                        "purchase p JOIN customer c ON c.id = p.customer LEFT JOIN term t ON t.id "
                        "= p.category ORDER BY p.id"),
             (QStringList{u"c-1|2025-06-30 00:00:00|12050|قهوة, \"سوداء\""_s,
                          u"7|2025-07-01 14:05:00|-1225|-"_s}));
    QCOMPARE(bench.problems(), QStringList());
}

void TestTableReaders::datesFollowTheSystemOfTheFile_data()
{
    // Both serials of a day are from the documentation of the two systems: 5 July 1998 is 35981 in
    // the one and 34519 in the other; day 60 of 1900 is the 29 February that never was.
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<QByteArray>("serial");
    QTest::addColumn<QString>("expected");
    QTest::newRow("1900") << QByteArray("<workbookPr/>") << QByteArray("35981") << u"1998-07-05"_s;
    QTest::newRow("1904") << QByteArray("<workbookPr date1904=\"1\"/>") << QByteArray("34519")
                          << u"1998-07-05"_s;
    QTest::newRow("first day of 1900") << QByteArray() << QByteArray("1") << u"1900-01-01"_s;
    QTest::newRow("first day of 1904")
        << QByteArray("<workbookPr date1904=\"true\"/>") << QByteArray("0") << u"1904-01-01"_s;
    QTest::newRow("28 February 1900") << QByteArray() << QByteArray("59") << u"1900-02-28"_s;
    QTest::newRow("1 March 1900") << QByteArray() << QByteArray("61") << u"1900-03-01"_s;
}

void TestTableReaders::datesFollowTheSystemOfTheFile()
{
    QFETCH(const QByteArray, properties);
    QFETCH(const QByteArray, serial);
    ImportBench bench;
    const QString file = bench.path(u"dates.xlsx"_s);
    QVERIFY(writeZip(file, spreadsheet("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>" + serial
                                           + "</v></c></row>",
                                       {}, properties)));
    SourceFormat format;
    format.type = SourceType::Xlsx;
    const auto cells = allCells({file, {}}, format);
    VERIFY_OK(cells);
    QTEST(cells->value(0).value(1), "expected");
}

void TestTableReaders::formatsAreDatesOrNumbers_data()
{
    using enum XlsxWorkbook::Shows;
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<int>("expected");
    QTest::newRow("plain") << QByteArray("General") << int(Number);
    QTest::newRow("money") << QByteArray("#,##0.00 \"SAR\";[Red]-#,##0.00") << int(Number);
    QTest::newRow("text that says day") << QByteArray("0 \"days\"") << int(Number);
    QTest::newRow("escaped d") << QByteArray("0\\d") << int(Number);
    QTest::newRow("day first") << QByteArray("dd/mm/yyyy") << int(Date);
    QTest::newRow("with a locale") << QByteArray("[$-401]dd mmmm yyyy;@") << int(Date);
    QTest::newRow("month") << QByteArray("mmm-yy") << int(Date);
    QTest::newRow("moment") << QByteArray("m/d/yyyy h:mm AM/PM") << int(DateTime);
    QTest::newRow("time") << QByteArray("h:mm:ss") << int(Time);
    QTest::newRow("elapsed") << QByteArray("[h]:mm") << int(Time);
    QTest::newRow("colour") << QByteArray("[Red]0.0%") << int(Number);
    QTest::newRow("open bracket") << QByteArray("[h") << int(Number);
}

void TestTableReaders::formatsAreDatesOrNumbers()
{
    QFETCH(const QByteArray, format);
    QTEST(int(formatShows({format.constData(), std::size_t(format.size())})), "expected");
}

void TestTableReaders::numbersLoseTheNoiseOfTheirBinaryForm_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("short") << QByteArray("120.5") << u"120.5"_s;
    QTest::newRow("noise") << QByteArray("0.30000000000000004") << u"0.3"_s;
    QTest::newRow("noise below") << QByteArray("120.44999999999999") << u"120.45"_s;
    QTest::newRow("phone") << QByteArray("9.66501234567E11") << u"966501234567"_s;
    QTest::newRow("tiny") << QByteArray("1.5E-5") << u"0.000015"_s;
    QTest::newRow("large") << QByteArray("1E+20") << u"100000000000000000000"_s;
    QTest::newRow("negative") << QByteArray("-1.2000000000000002") << u"-1.2"_s;
    QTest::newRow("no number") << QByteArray("12e") << u"12e"_s;
}

void TestTableReaders::numbersLoseTheNoiseOfTheirBinaryForm()
{
    QFETCH(const QByteArray, value);
    std::string storage;
    const std::string_view text =
        numberCellText({value.constData(), std::size_t(value.size())},
                       XlsxWorkbook::Shows::Number, false, storage);
    QTEST(QString::fromUtf8(text.data(), qsizetype(text.size())), "expected");
}

void TestTableReaders::aSheetIsChosenByItsName()
{
    ImportBench bench;
    const QString file = bench.path(u"two.xlsx"_s);
    QVERIFY(writeZip(file, spreadsheet(orders, sharedTexts, {},
                                       "<row r=\"1\"><c t=\"inlineStr\"><is><t>رقم "
                                       "العميل</t></is></c><c t=\"inlineStr\"><is><t>تاريخ "
                                       "الطلب</t></is></c></row><row r=\"2\"><c><v>1</v></c><c "
                                       "s=\"1\"><v>45838</v></c></row>")));
    const auto first = planImport(file, Kind::Transactions);
    VERIFY_OK(first);
    QCOMPARE(first->format.sheets, (QStringList{u"Orders"_s, u"طلبات"_s}));
    QCOMPARE(first->format.sheet, u"Orders"_s);
    ImportHints hints;
    hints.sheet = u"طلبات"_s;
    const auto outcome = bench.importFile(file, Kind::Transactions, hints);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->sheet, u"طلبات"_s);
    QCOMPARE(bench.rows("SELECT ref FROM customer"), QStringList{u"1"_s});

    hints.sheet = u"Refunds"_s;
    const auto missing = planImport(file, Kind::Transactions, hints);
    QVERIFY(!missing);
    QVERIFY2(missing.error().message.contains(u"Refunds"_s)
                 && missing.error().message.contains(u"Orders, طلبات"_s),
             qPrintable(missing.error().message));
}

void TestTableReaders::rowsThatEndEarlyAreFilled()
{
    ImportBench bench;
    const QString file = bench.path(u"short.xlsx"_s);
    QVERIFY(writeZip(file, spreadsheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>customer_id</v></c><c "
                                       "r=\"B1\" t=\"str\"><v>date</v></c><c r=\"C1\" "
                                       "t=\"str\"><v>amount</v></c><c r=\"D1\" "
                                       "t=\"str\"><v>category</v></c></row><row r=\"2\"><c "
                                       "r=\"A2\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>45838</v></c>"
                                       "</row><row r=\"3\"><c r=\"D3\" s=\"1\"/></row>")));
    const auto outcome = bench.importFile(file, Kind::Transactions);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRead, 1);
    QCOMPARE(outcome->rowsImported, 1);
}

void TestTableReaders::manyRowsComeInPieces()
{
    constexpr int rows = 60000;
    QByteArray content = "<row r=\"1\"><c t=\"str\"><v>customer_id</v></c><c "
                         "t=\"str\"><v>date</v></c><c t=\"str\"><v>amount</v></c></row>";
    for (int i = 2; i <= rows + 1; ++i)
        content += "<row r=\"" + QByteArray::number(i) + "\"><c><v>" + QByteArray::number(i % 977)
                   + "</v></c><c s=\"1\"><v>" + QByteArray::number(45000 + i % 365)
                   + "</v></c><c><v>1.5</v></c></row>";
    ImportBench bench;
    const QString file = bench.path(u"many.xlsx"_s);
    QVERIFY(writeZip(file, spreadsheet(content)));
    SourceFormat format;
    format.type = SourceType::Xlsx;
    int pieces = 0;
    const auto cells = allCells({file, {}}, format, &pieces);
    VERIFY_OK(cells);
    QCOMPARE(cells->size(), rows + 1);
    QVERIFY(pieces > 1);
    QCOMPARE(cells->last().first(), QString::number(rows + 1));
    const auto outcome = bench.importFile(file, Kind::Transactions);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsImported, rows);
    QCOMPARE(outcome->customersCreated, 977);
}

void TestTableReaders::hostileSpreadsheetsAreRefused_data()
{
    QTest::addColumn<int>("make");
    QTest::addColumn<QString>("says");
    QTest::newRow("entities") << 0 << u"document type"_s;
    QTest::newRow("bomb") << 1 << u"unpacks to far more"_s;
    QTest::newRow("cut in the middle") << 2 << u"damaged"_s;
    QTest::newRow("broken sheet") << 3 << u"damaged below row 1"_s;
    QTest::newRow("plain archive") << 4 << u"archive without a spreadsheet"_s;
    QTest::newRow("other format") << 5 << u"Save it as XLSX"_s;
    QTest::newRow("one flipped byte") << 6 << u"damaged"_s;
    QTest::newRow("entities in the texts") << 7 << u"document type"_s;
}

void TestTableReaders::hostileSpreadsheetsAreRefused()
{
    QFETCH(const int, make);
    QFETCH(const QString, says);
    ImportBench bench;
    const QString file = bench.path(u"hostile.xlsx"_s);
    auto parts = spreadsheet(orders, sharedTexts);
    const QByteArray laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol1 "
        "\"&lol;&lol;&lol;&lol;\">]><worksheet><sheetData><row "
        "r=\"1\"><c><v>&lol1;</v></c></row></sheetData></worksheet>";
    switch (make) {
    case 0:
        parts["xl/worksheets/sheet1.xml"] = laughs;
        break;
    case 1: {
        QByteArray &sheet = parts["xl/worksheets/sheet1.xml"];
        sheet.insert(sheet.indexOf("<row"), QByteArray(96 << 20, ' '));
        break;
    }
    case 3: {
        QByteArray &sheet = parts["xl/worksheets/sheet1.xml"];
        sheet.insert(sheet.indexOf("<row r=\"3\""), "</c>");
        break;
    }
    case 4:
        parts = {{"notes.txt", "nothing"}};
        break;
    case 5:
        parts = {{"content.xml", "<office/>"}, {"mimetype", "application/vnd.oasis"}};
        break;
    case 7:
        parts["xl/sharedStrings.xml"] = laughs;
        break;
    default:
        break;
    }
    QVERIFY(writeZip(file, parts));
    if (make == 2 || make == 6) {
        QFile bytes(file);
        QVERIFY(bytes.open(QIODevice::ReadWrite));
        QByteArray all = bytes.readAll();
        if (make == 2) {
            QVERIFY(bytes.resize(all.size() / 2));
        } else {
            const qsizetype data = all.indexOf("xl/worksheets/sheet1.xml") + 80;
            all[data] = char(all[data] ^ 0x10);
            bytes.seek(0);
            bytes.write(all);
        }
    }
    const auto outcome = bench.importFile(file, Kind::Transactions);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(says), qPrintable(outcome.error().message));
    QVERIFY2(outcome.error().message.contains(u"hostile.xlsx"_s),
             qPrintable(outcome.error().message));
    QCOMPARE(bench.count("purchase"), 0);
    QCOMPARE(bench.problems(), QStringList());
}

void TestTableReaders::jsonShapes_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray one = R"({"customer_id": "a", "ordered_at": "2025-01-02", "amount": 1.50})";
    const QByteArray two = R"({"customer_id": "b", "amount": 2, "ordered_at": "2025-01-03"})";
    QTest::newRow("lines") << one + '\n' + two + '\n';
    QTest::newRow("lines with CRLF and a blank one") << one + "\r\n\r\n" + two;
    QTest::newRow("array") << "[" + one + ",\n" + two + "]";
    QTest::newRow("array over lines") << "[\n  " + QByteArray(one).replace(", ", ",\n    ") + ",\n"
                                             + two + "\n]\n";
    QTest::newRow("wrapped") << R"({"count": 2, "tags": ["x"], "orders": [)" + one + ", " + two
                                    + R"(], "next": null})";
    QTest::newRow("one after the other")
        << QByteArray(one).replace(", ", ",\n") + "\n" + QByteArray(two).replace(", ", ",\n");
    QTest::newRow("with a mark") << "\xEF\xBB\xBF[" + one + "," + two + "]";
}

void TestTableReaders::jsonShapes()
{
    QFETCH(const QByteArray, content);
    ImportBench bench;
    const auto outcome = bench.importFile(bench.write(content, u"rows.json"_s), Kind::Transactions);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRead, 2);
    QCOMPARE(bench.rows("SELECT c.ref, date(p.time, 'unixepoch'), p.amount FROM purchase p JOIN "
                        "customer c ON c.id = p.customer ORDER BY p.id"),
             (QStringList{u"a|2025-01-02|150"_s, u"b|2025-01-03|200"_s}));
}

void TestTableReaders::jsonValuesBecomeCells()
{
    ImportBench bench;
    const QString file = bench.write(
        R"({"customer": {"id": 7, "name": "A \"B\" ,\n\u0642"}, "vip": true, "n": null, "tags": [1, "x"], "big": 12345678901234567890, "e": 1.5e3})"
        "\n",
        u"one.jsonl"_s);
    const auto plan = planImport(file, Kind::Customers);
    VERIFY_OK(plan);
    QCOMPARE(plan->format.type, SourceType::Json);
    QCOMPARE(plan->format.fields,
             (QStringList{u"customer.id"_s, u"customer.name"_s, u"vip"_s, u"n"_s, u"tags"_s,
                          u"big"_s, u"e"_s}));
    QCOMPARE(plan->sample.value(0),
             (QStringList{u"7"_s, u"A \"B\" ,\nق"_s, u"true"_s, QString(), u"[1, \"x\"]"_s,
                          u"12345678901234567890"_s, u"1500"_s}));
    QCOMPARE(plan->columnOf(u"customer_id"_s), 0);
}

void TestTableReaders::brokenJsonLinesAreRejectedOneByOne()
{
    ImportBench bench;
    const auto outcome = bench.importFile(
        bench.write("{\"customer_id\": 1, \"date\": \"2025-01-01\"}\n{\"customer_id\": 2, \n"
                    "{\"customer_id\": 3, \"date\": \"2025-01-03\"}\nnonsense\n",
                    u"rows.ndjson"_s),
        Kind::Transactions);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRead, 4);
    QCOMPARE(outcome->rowsImported, 2);
    QCOMPARE(outcome->rejects,
             (QList<RejectGroup>{{u"row_unreadable"_s, 2, 2}}));
}

void TestTableReaders::cutOffJsonIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("in an object") << QByteArray(R"([{"customer_id": 1, "date": "2025-01-01"}, {"cus)");
    QTest::newRow("between objects") << QByteArray("[{\"customer_id\": 1,\n \"date\": \"2025-01-01\"},");
}

void TestTableReaders::cutOffJsonIsRefused()
{
    QFETCH(const QByteArray, content);
    ImportBench bench;
    const auto outcome = bench.importFile(bench.write(content, u"cut.json"_s), Kind::Transactions);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"cut.json ends in the middle"_s),
             qPrintable(outcome.error().message));
    QCOMPARE(bench.count("purchase"), 0);
}

void TestTableReaders::aMarkAloneHoldsNoObject()
{
    // Found by the fuzzer: reading went on behind the end.
    for (const JsonShape shape : {JsonShape::Lines, JsonShape::Concatenated, JsonShape::Array,
                                  JsonShape::Wrapped}) {
        SourceFormat format;
        format.type = SourceType::Json;
        format.shape = shape;
        format.fields = {u"a"_s};
        const auto cells = allCells({u"mark"_s, "\xEF\xBB\xBF"}, format);
        VERIFY_OK(cells);
        QVERIFY(cells->isEmpty());
    }
}

void TestTableReaders::aMarkWithinAKeyMakesNoSecondColumn()
{
    // Found by the fuzzer: a file put together from two made every row one cell short.
    const Source source{u"marks"_s, "{\"\xEF\xBB\xBF""a\": 1, \"b\": 2}\n{\"a\": 3, \"b\": 4}\n"};
    const Result<JsonLook> look = lookAtJson(source);
    VERIFY_OK(look);
    QCOMPARE(look->fields, (QStringList{u"a"_s, u"b"_s}));
    SourceFormat format;
    format.type = SourceType::Json;
    format.shape = look->shape;
    format.fields = look->fields;
    const auto cells = allCells(source, format);
    VERIFY_OK(cells);
    QCOMPARE(*cells, (QList<QStringList>{{u"1"_s, u"1"_s, u"2"_s}, {u"2"_s, u"3"_s, u"4"_s}}));
}

void TestTableReaders::laterJsonKeysAreToldNotLost()
{
    QByteArray content;
    const QByteArray filler(1000, 'x');
    for (int i = 0; i < 70000; ++i)
        content += "{\"customer_id\":1,\"date\":\"2025-01-01\",\"note\":\"" + filler + "\"}\n";
    content += "{\"customer_id\":1,\"date\":\"2025-01-01\",\"refund\":5}\n";
    ImportBench bench;
    const auto outcome = bench.importFile(bench.write(content, u"late.jsonl"_s), Kind::Transactions);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsImported, 70000);
    QCOMPARE(outcome->rejects, (QList<RejectGroup>{{u"too_many_cells"_s, 1, 70001}}));
}

void TestTableReaders::aLongJsonFileComesInPieces()
{
    QByteArray content = "[";
    for (int i = 0; i < 50000; ++i)
        content += (i ? ",\n" : "") + QByteArray("{\"customer_id\":\"c}") + QByteArray::number(i % 100)
                   + "\",\"date\":\"2025-01-01\",\"amount\":1.25,\"note\":\"[{\\\"\"}";
    content += "]";
    ImportBench bench;
    const auto outcome = bench.importFile(bench.write(content, u"long.json"_s), Kind::Transactions);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsImported, 50000);
    QCOMPARE(outcome->rowsRejected, 0);
    QCOMPARE(outcome->customersCreated, 100);
}

void TestTableReaders::pastedTablesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("from a spreadsheet") << u"العميل\tالتاريخ\tالمبلغ\nأ\t2025-01-02\t1٫50\n"_s;
    QTest::newRow("semicolons") << u"العميل;التاريخ;المبلغ\nأ;2025-01-02;1,50\n"_s;
    QTest::newRow("bars") << u"العميل|التاريخ|المبلغ\nأ|2025-01-02|1.50"_s;
    QTest::newRow("JSON") << u"[{\"العميل\": \"أ\", \"التاريخ\": \"2025-01-02\", \"المبلغ\": 1.5}]"_s;
}

void TestTableReaders::pastedTablesAreRead()
{
    QFETCH(const QString, text);
    ImportBench bench;
    const Source source = pastedTable(text);
    const auto kind = guessKind(source);
    VERIFY_OK(kind);
    QCOMPARE(*kind, Kind::Transactions);
    const auto plan = planImport(source, *kind);
    VERIFY_OK(plan);
    const auto outcome = runImport(bench.workspace(), *plan);
    VERIFY_OK(outcome);
    QCOMPARE(bench.rows("SELECT c.ref, date(p.time, 'unixepoch'), p.amount FROM purchase p JOIN "
                        "customer c ON c.id = p.customer"),
             QStringList{u"أ|2025-01-02|150"_s});
    QCOMPARE(bench.rows("SELECT source FROM import_batch"), QStringList{u"Pasted table"_s});
    QVERIFY(!planImport(pastedTable(QString()), Kind::Transactions));
}

void TestTableReaders::rejectedRowsOfASpreadsheetImportAgain()
{
    ImportBench bench;
    const QString file = bench.path(u"rows.xlsx"_s);
    QVERIFY(writeZip(file, spreadsheet("<row r=\"1\"><c t=\"str\"><v>customer_id</v></c><c "
                                       "t=\"str\"><v>date</v></c><c t=\"str\"><v>category</v></c></row>"
                                       "<row r=\"2\"><c t=\"str\"><v>a</v></c><c "
                                       "t=\"str\"><v>soon</v></c><c t=\"str\"><v>x, \"y\"\nz</v></c></row>"
                                       "<row r=\"9\"><c t=\"str\"><v>b</v></c><c "
                                       "s=\"1\"><v>45838</v></c></row>")));
    const auto outcome = bench.importFile(file, Kind::Transactions);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRejected, 1);
    QCOMPARE(outcome->rejects.value(0).firstLine, 2);
    const QString rejected = bench.path(u"rejected.csv"_s);
    VERIFY_OK(saveRejectedRows(*outcome, rejected));
    QFile mended(rejected);
    QVERIFY(mended.open(QIODevice::ReadOnly));
    const QByteArray content = mended.readAll();
    QCOMPARE(content.split('\n').first(),
             QByteArray("customer_id,date,category,qeema_line,qeema_column,qeema_reason"));
    const auto again = bench.importFile(
        bench.write(QByteArray(content).replace("soon", "2025-07-01"), u"mended.csv"_s),
        Kind::Transactions);
    VERIFY_OK(again);
    QCOMPARE(again->rowsImported, 1);
    QCOMPARE(bench.rows("SELECT text FROM term WHERE field = 'category'"),
             QStringList{u"x, \"y\"\nz"_s});
}

void TestTableReaders::theOutcomeNamesTheFormat()
{
    ImportBench bench;
    const QString file = bench.path(u"rows.xlsx"_s);
    QVERIFY(writeZip(file, spreadsheet(orders, sharedTexts)));
    const auto sheet = bench.importFile(file, Kind::Transactions);
    VERIFY_OK(sheet);
    const QJsonObject json = toJson(*sheet);
    QCOMPARE(json.value(u"format").toString(), u"xlsx"_s);
    QCOMPARE(json.value(u"sheet").toString(), u"Orders"_s);
    QVERIFY(json.value(u"delimiter").isNull());
    const auto text = bench.import("customer_id,date\n1,2025-01-01\n", Kind::Transactions);
    VERIFY_OK(text);
    QCOMPARE(toJson(*text).value(u"format").toString(), u"text"_s);
    QCOMPARE(toJson(*text).value(u"delimiter").toString(), u","_s);
}

void TestTableReaders::filesOfLibreOfficeAreRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<char>("delimiter");
    QTest::addColumn<QStringList>("rows");
    const QStringList arabic{u"ع-001|00071|2025-06-27 14:05:31|632050|قهوة، عربية|SAR"_s,
                             u"ع-002|00072|2025-06-27 23:59:59|-41200|شاي|SAR"_s,
                             u"ع-003|00073|2024-02-29 00:00:00|10|قهوة، عربية|SAR"_s,
                             u"ع-001|00074|2025-01-02 08:00:00|123456789|-|SAR"_s,
                             u"C-004|00075|2025-03-04 12:30:00|4200|=شاي|SAR"_s};
    const QStringList western{u"Café-1|00071|2025-06-27 14:05:31|632050|Tee, grün|EUR"_s,
                              u"Müller|00072|2025-06-27 23:59:59|-41200|Œuvre|EUR"_s,
                              u"Žižka|00073|2024-02-29 00:00:00|10|Tee, grün|EUR"_s};
    QTest::newRow("XLSX") << u"orders.xlsx"_s << QString() << '\0' << arabic;
    QTest::newRow("UTF-8") << u"orders-utf-8.csv"_s << u"UTF-8"_s << ',' << arabic;
    QTest::newRow("UTF-16") << u"orders-utf-16.csv"_s << u"UTF-16LE"_s << '\t' << arabic;
    QTest::newRow("Windows-1256") << u"orders-windows-1256.csv"_s << u"windows-1256"_s << ';' << arabic;
    QTest::newRow("ISO-8859-6") << u"orders-iso-8859-6.csv"_s << u"ISO-8859-6"_s << ',' << arabic;
    QTest::newRow("Windows-1252") << u"orders-windows-1252.csv"_s << u"windows-1252"_s << ';' << western;
}

void TestTableReaders::filesOfLibreOfficeAreRead()
{
    QFETCH(const QString, name);
    QFETCH(const QString, encoding);
    QFETCH(const char, delimiter);
    QFETCH(const QStringList, rows);
    ImportBench bench;
    const QString file = QFINDTESTDATA(u"files/"_s + name);
    QVERIFY(!file.isEmpty());
    const auto plan = planImport(file, Kind::Transactions); // nothing is said: all is recognised
    VERIFY_OK(plan);
    if (!encoding.isEmpty()) {
        QCOMPARE(plan->format.encoding.toLower(), encoding.toLower());
        QCOMPARE(plan->format.delimiter, delimiter);
    }
    QCOMPARE(plan->columns.size(), 7);
    const auto outcome = runImport(bench.workspace(), *plan);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rejects, QList<RejectGroup>());
    QCOMPARE(bench.rows("SELECT c.ref, p.order_ref, datetime(p.time, 'unixepoch'), p.amount, g.text, t.text FROM purchase p "
                        "JOIN customer c ON c.id = p.customer JOIN term t ON t.id = p.currency LEFT JOIN term g ON "
                        "g.id = p.category ORDER BY p.id"),
             rows);
}

QTEST_GUILESS_MAIN(TestTableReaders)
#include "tst_tablereaders.moc"
