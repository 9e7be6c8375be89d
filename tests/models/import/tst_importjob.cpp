#include "tests/models/import/importtesting.h"

#include "models/import/rowexport.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTemporaryFile>

#include <atomic>

using namespace Import;
using namespace Qt::StringLiterals;

class TestImportJob : public QObject
{
    Q_OBJECT
private slots:
    void transactionsBecomePurchasesAndCustomers();
    void everyKindGoesToItsTable_data();
    void everyKindGoesToItsTable();
    void amountsAreMinorUnitsOfTheirCurrency_data();
    void amountsAreMinorUnitsOfTheirCurrency();
    void arabicFileImportsLikeItsEnglishTwin();
    void rejectedRowsCarryLineColumnAndReason_data();
    void rejectedRowsCarryLineColumnAndReason();
    void keptRejectsStopAtAThousandButTheFileHasAll();
    void mendedRejectedRowsImportAgain();
    void hostileFilesAreRefusedWithASentence_data();
    void hostileFilesAreRefusedWithASentence();
    void hostileFilesThatCanBeReadAreRead_data();
    void hostileFilesThatCanBeReadAreRead();
    void otherEncodingsGiveTheSameRows_data();
    void otherEncodingsGiveTheSameRows();
    void unmappedCustomerColumnsBecomeTypedAttributes();
    void attributesAreNumbersOnlyWhereEveryCellIs();
    void moreThanFiveHundredAttributesAreRefused();
    void unmappedEventColumnsBecomeProperties();
    void knownCustomersFollowTheMode_data();
    void knownCustomersFollowTheMode();
    void emptyCellsLeaveKnownValues();
    void dryRunLeavesNothing();
    void missingRequiredFieldNamesIt();
    void ambiguousDatesAreAskedFor();
    void readOnlyWorkspaceIsRefused();
    void cancelledImportLeavesNoTrace_data();
    void cancelledImportLeavesNoTrace();
    void undoTakesBackTheWholeImport();
    void undoKeepsCustomersThatLaterImportsName();
    void undoWorksInAnyOrder_data();
    void undoWorksInAnyOrder();
    void undoOfAMiddleImportLeavesLaterValues();
    void undoOfAnUnknownImportIsRefused();
    void exportAndImportGiveTheSameRows();
    void secondImportIsBackedUpFirst();
    void cdnowImportsWithoutARejectedRow_data();
    void cdnowImportsWithoutARejectedRow();
    void progressRisesAndTellsTheRate();
    void outcomeAsJsonHasTheContractsFields();
};

void TestImportJob::transactionsBecomePurchasesAndCustomers()
{
    ImportBench bench;
    const auto outcome = bench.import("order_id,customer_id,ordered_at,amount,category,currency\n"
                                      "A1,c-1,2025-06-30 14:05:00,120.50,coffee,SAR\n"
                                      "A2,c-2,2025-07-01,99,tea,SAR\n"
                                      "A3,c-1,2025-07-02T00:30:00+03:00,-12.25,coffee,SAR\n",
                                      Kind::Transactions);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRead, 3);
    QCOMPARE(outcome->rowsImported, 3);
    QCOMPARE(outcome->rowsRejected, 0);
    QCOMPARE(outcome->customersCreated, 2);
    QCOMPARE(outcome->refunds, 1);
    QCOMPARE(bench.rows("SELECT c.ref, datetime(p.time, 'unixepoch'), p.amount, cu.text, ca.text, "
                        "p.order_ref FROM purchase p "
                        "JOIN customer c ON c.id = p.customer JOIN term cu ON cu.id = p.currency "
                        "JOIN term ca ON ca.id = p.category ORDER BY p.id"),
             (QStringList{u"c-1|2025-06-30 14:05:00|12050|SAR|coffee|A1"_s,
                          u"c-2|2025-07-01 00:00:00|9900|SAR|tea|A2"_s,
                          u"c-1|2025-07-01 21:30:00|-1225|SAR|coffee|A3"_s}));
    QCOMPARE(bench.rows("SELECT kind, rows_read, rows_imported, rows_updated, rows_rejected, "
                        "undone FROM import_batch"),
             QStringList{u"transactions|3|3|0|0|-"_s});
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportJob::everyKindGoesToItsTable_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("customers")
        << Kind::Customers
        << QByteArray("customer_id,name,email,phone,company,country,city,acquired_on,channel,"
                      "acquisition_cost,stage\n"
                      "7,Nasim,n@x.example,+966 5,Nasim Co,SA,Riyadh,2024-02-29,web,15.5,convert\n")
        << QByteArray("SELECT ref, name, email, phone, company, country, city, date(acquired_on * "
                      "86400, 'unixepoch'), channel, acquisition_cost, stage, batch FROM customer")
        << QStringList{
               u"7|Nasim|n@x.example|+966 5|Nasim Co|SA|Riyadh|2024-02-29|web|1550|convert|1"_s};
    QTest::newRow("transactions")
        << Kind::Transactions
        << QByteArray("customer_id,time,amount,order_id,currency,quantity,product,category,channel,"
                      "margin\n7,2025-01-02,3.5,o1,KWD,2.5,Cup,home,web,1.001\n")
        << QByteArray("SELECT p.customer, p.amount, (SELECT text FROM term WHERE id = currency), "
                      "quantity, (SELECT text FROM term WHERE id = product), "
                      "(SELECT text FROM term WHERE id = category), (SELECT text FROM term WHERE "
                      "id = channel), margin, order_ref FROM purchase p")
        << QStringList{u"1|3500|KWD|2.5|Cup|home|web|1001|o1"_s};
    QTest::newRow("transactions without amount")
        << Kind::Transactions << QByteArray("customer_id,date\n0,2014-03-08\n")
        << QByteArray("SELECT amount, (SELECT text FROM term WHERE id = currency) FROM purchase")
        << QStringList{u"0|SAR"_s};
    QTest::newRow("events")
        << Kind::Events
        << QByteArray(
               "customer_id,time,event,channel,value\n7,2025-01-02 10:00:00,signup,web,1.5\n")
        << QByteArray("SELECT customer, time, (SELECT text FROM term WHERE id = event), (SELECT "
                      "text FROM term WHERE id = channel), value, properties FROM event")
        << QStringList{u"1|1735812000|signup|web|1.5|-"_s};
    QTest::newRow("surveys") << Kind::Surveys
                             << QByteArray("customer_id,time,instrument,score,brand,comment\n7,"
                                           "2025-01-02,nps,9,Us,\"good, very\"\n")
                             << QByteArray(
                                    "SELECT (SELECT text FROM term WHERE id = instrument), score, "
                                    "(SELECT text FROM term WHERE id = brand), comment FROM survey")
                             << QStringList{u"nps|9.0|Us|good, very"_s};
    QTest::newRow("interactions") << Kind::Interactions
                                  << QByteArray("customer_id,time,channel,effort,cost,minutes,"
                                                "resolved\n7,2025-01-02,phone,6,12.345,8.5,yes\n")
                                  << QByteArray(
                                         "SELECT (SELECT text FROM term WHERE id = channel), "
                                         "effort, cost, minutes, resolved FROM interaction")
                                  << QStringList{u"phone|6.0|1235|8.5|1"_s};
    QTest::newRow("costs")
        << Kind::Costs
        << QByteArray("period,kind,amount,stage,channel,hours\n2025-02,acquisition,1000,attract,"
                      "web,3\n2025-Q1,retention,5,,,\n"
                      "2025-03-01/2025-03-10,retention,6,,,\n2024,acquisition,7,,,\n")
        << QByteArray("SELECT date(period_from * 86400, 'unixepoch'), date(period_until * 86400, "
                      "'unixepoch'), kind, amount, stage, (SELECT text FROM term WHERE id = "
                      "channel), hours FROM cost ORDER BY id")
        << QStringList{u"2025-02-01|2025-02-28|acquisition|100000|attract|web|3.0"_s,
                       u"2025-01-01|2025-03-31|retention|500|-|-|-"_s,
                       u"2025-03-01|2025-03-10|retention|600|-|-|-"_s,
                       u"2024-01-01|2024-12-31|acquisition|700|-|-|-"_s};
    QTest::newRow("subscriptions")
        << Kind::Subscriptions
        << QByteArray("customer_id,started_on,ended_on,price\n7,2024-01-31,2024-12-31,49.99\n8,"
                      "2024-02-01,,\n")
        << QByteArray("SELECT date(started_on * 86400, 'unixepoch'), date(ended_on * 86400, "
                      "'unixepoch'), price FROM subscription ORDER BY id")
        << QStringList{u"2024-01-31|2024-12-31|4999"_s, u"2024-02-01|-|-"_s};
    QTest::newRow("deals")
        << Kind::Deals
        << QByteArray("deal_id,customer_id,stage,changed_at,amount,probability,owner,accepted,"
                      "rejection_reason,metrics,economic_buyer,decision_criteria,decision_process,"
                      "identified_pain,champion\n"
                      "D1,7,Proposal,2025-01-02 08:00,5000,60,Amal,no,budget,0,1,2,3,2,1\n")
        << QByteArray(
               "SELECT deal_ref, customer, stage, datetime(changed_at, 'unixepoch'), amount, "
               "probability, owner, accepted, rejection_reason, metrics, economic_buyer, "
               "decision_criteria, decision_process, identified_pain, champion FROM deal_change")
        << QStringList{u"D1|1|Proposal|2025-01-02 08:00:00|500000|0.6|Amal|0|budget|0|1|2|3|2|1"_s};
    QTest::newRow("summaries") << Kind::Summaries
                               << QByteArray(
                                      "customer_id,x,t_x,T,mean_spend\n1,2,30.43,38.86,22.345\n")
                               << QByteArray("SELECT x, t_x, t, mean_spend, period FROM summary")
                               << QStringList{u"2.0|30.43|38.86|22.345|week"_s};
}

void TestImportJob::everyKindGoesToItsTable()
{
    QFETCH(Kind, kind);
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, query);
    QFETCH(QStringList, expected);
    ImportBench bench;
    const auto outcome = bench.import(file, kind);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRejected, 0);
    QCOMPARE(bench.rows(query.constData()), expected);
    QCOMPARE(bench.problems(), QStringList());
    QCOMPARE(outcome->batch, BatchId{1});
}

void TestImportJob::amountsAreMinorUnitsOfTheirCurrency_data()
{
    QTest::addColumn<QByteArray>("currencyCell");
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<QString>("expected");
    QTest::newRow("two decimals") << QByteArray("SAR") << QByteArray("10.5") << u"1050|SAR"_s;
    QTest::newRow("three decimals") << QByteArray("KWD") << QByteArray("10.5") << u"10500|KWD"_s;
    QTest::newRow("none") << QByteArray("JPY") << QByteArray("1050") << u"1050|JPY"_s;
    QTest::newRow("small letters") << QByteArray("usd") << QByteArray("1") << u"100|USD"_s;
    QTest::newRow("Arabic sign") << QByteArray("ر.س") << QByteArray("1") << u"100|SAR"_s;
    QTest::newRow("empty: the workspace's") << QByteArray("") << QByteArray("1") << u"100|SAR"_s;
    QTest::newRow("rounded half up") << QByteArray("SAR") << QByteArray("0.005") << u"1|SAR"_s;
    QTest::newRow("refund rounded away from zero")
        << QByteArray("SAR") << QByteArray("-0.005") << u"-1|SAR"_s;
}

void TestImportJob::amountsAreMinorUnitsOfTheirCurrency()
{
    QFETCH(QByteArray, currencyCell);
    QFETCH(QByteArray, amount);
    QFETCH(QString, expected);
    ImportBench bench;
    const auto outcome = bench.import("customer_id,time,amount,currency\n1,2025-01-01," + amount
                                          + ',' + currencyCell + '\n',
                                      Kind::Transactions);
    VERIFY_OK(outcome);
    QCOMPARE(bench.rows("SELECT amount, (SELECT text FROM term WHERE id = currency) FROM purchase"),
             QStringList{expected});
}

void TestImportJob::arabicFileImportsLikeItsEnglishTwin()
{
    ImportBench english;
    VERIFY_OK(english.import("customer_id,time,amount,order_id,category\nن-1,2025-06-30 "
                             "14:05,6320.50,100482917,قهوة\nن-2,2025-03-01,-412.00,100482911,\n",
                             Kind::Transactions));
    ImportBench twin;
    const auto imported =
        twin.import("\xEF\xBB\xBFرقم العميل;تاريخ الطلب;إجمالي الطلب;رقم الطلب;التصنيف\r\n"
                    "ن-1;٣٠/٠٦/٢٠٢٥ ١٤:٠٥;٦٬٣٢٠٫٥٠ ر.س;100482917;قهوة\r\n"
                    "ن-2;١ مارس ٢٠٢٥;(٤١٢٫٠٠);100482911;\r\n",
                    Kind::Transactions);
    VERIFY_OK(imported);
    QCOMPARE(imported->rowsRejected, 0);
    QCOMPARE(imported->delimiter, u";"_s);
    const char *rows =
        "SELECT c.ref, p.time, p.amount, p.order_ref, (SELECT text FROM term WHERE id = "
        "p.category) FROM purchase p JOIN customer c ON c.id = p.customer ORDER BY p.id";
    QCOMPARE(twin.rows(rows), english.rows(rows));
    QCOMPARE(twin.rows(rows).size(), 2);
}

void TestImportJob::rejectedRowsCarryLineColumnAndReason_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("kept");
    QTest::newRow("no such day") << QByteArray("1,2025-02-31,5,SAR")
                                 << u"4|2|date_unreadable:time|2025-02-31"_s;
    QTest::newRow("no customer") << QByteArray(",2025-02-01,5,SAR")
                                 << u"4|1|missing:customer_id|"_s;
    QTest::newRow("blank customer")
        << QByteArray("\"  \",2025-02-01,5,SAR") << u"4|1|missing:customer_id|  "_s;
    QTest::newRow("letter O in the amount")
        << QByteArray("1,2025-02-01,19O5,SAR") << u"4|3|number_unreadable:amount|19O5"_s;
    QTest::newRow("beyond 64 bits") << QByteArray("1,2025-02-01,999999999999999999,SAR")
                                    << u"4|3|out_of_range:amount|999999999999999999"_s;
    QTest::newRow("no currency") << QByteArray("1,2025-02-01,5,riyals")
                                 << u"4|4|currency_unknown:currency|riyals"_s;
    QTest::newRow("short row") << QByteArray("1,2025-02-01,5") << u"4|0|too_few_cells|"_s;
    QTest::newRow("long row") << QByteArray("1,2025-02-01,5,SAR,6") << u"4|0|too_many_cells|"_s;
    QTest::newRow("NUL") << QByteArray("1\0,2025-02-01,5,SAR", 19)
                         << u"4|1|nul_byte:customer_id|1"_s;
    QTest::newRow("cut UTF-8") << QByteArray("\xD9,2025-02-01,5,SAR")
                               << u"4|1|bad_encoding:customer_id|\uFFFD"_s;
}

void TestImportJob::rejectedRowsCarryLineColumnAndReason()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, kept);
    ImportBench bench;
    ImportHints hints;
    hints.encoding = u"UTF-8"_s;
    const auto outcome =
        bench.import("customer_id,time,amount,currency\n\"two\nlines\",2025-01-01,1,SAR\n" + row
                         + "\n9,2025-01-02,1,SAR,,\n",
                     Kind::Transactions, hints);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRead, 3);
    QCOMPARE(outcome->rowsImported, 2);
    QCOMPARE(outcome->rowsRejected, 1);
    QCOMPARE(outcome->rejects.size(), 1);
    QCOMPARE(outcome->rejects[0].count, 1);
    QCOMPARE(outcome->rejects[0].firstLine, 4);
    QVERIFY(rejectReasonText(outcome->rejects[0].reason) != outcome->rejects[0].reason);
    const QStringList rows =
        bench.rows("SELECT line, column, reason, replace(value, char(0), '') FROM rejected_row");
    QCOMPARE(rows, QStringList{kept});
    QCOMPARE(bench.count("customer"), 2); // a rejected row brings no customer
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportJob::keptRejectsStopAtAThousandButTheFileHasAll()
{
    ImportBench bench;
    QByteArray file = "customer_id,time,amount\n";
    for (int i = 0; i < 1500; ++i)
        file += "1,never,1\n1,2025-01-01,x\n";
    const auto outcome = bench.import(file, Kind::Transactions);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRejected, 3000);
    QCOMPARE(bench.rows("SELECT reason, count, first_line FROM reject_reason ORDER BY first_line"),
             (QStringList{u"date_unreadable:time|1500|2"_s, u"number_unreadable:amount|1500|3"_s}));
    QCOMPARE(bench.count("rejected_row"), 2000);
    QVERIFY(outcome->rejectedRows);
    const QString target = bench.path(u"rejected.csv"_s);
    VERIFY_OK(saveRejectedRows(*outcome, target));
    QFile saved(target);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readLine(),
             QByteArray("customer_id,time,amount,qeema_line,qeema_column,qeema_reason\n"));
    QCOMPARE(saved.readLine(),
             QByteArray("1,never,1,2,time,Time is not a date that can be read. Write it like 2025-06-30.\n"));
    QCOMPARE(saved.readAll().count('\n'), 2999);
    const QString path = outcome->rejectedRows->fileName();
    QVERIFY(QFile::exists(path));
}

void TestImportJob::mendedRejectedRowsImportAgain()
{
    ImportBench bench;
    const auto outcome = bench.import(
        "customer_id;time;amount;note\n1;2025-01-01;1;\"a;b\"\n2;31.02.2025;2;x\n3;2025-01-03;3\n",
        Kind::Transactions);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRejected, 2);
    for (const bool fromOutcome : {true, false}) {
        const QString target = bench.path(u"rejected.csv"_s);
        VERIFY_OK(fromOutcome ? saveRejectedRows(*outcome, target)
                              : saveRejectedRows(bench.workspace(), outcome->batch, target));
        QFile saved(target);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const QByteArray mended = saved.readAll().replace("31.02.2025", "2025-02-28");
        const auto again = bench.import(mended, Kind::Transactions);
        VERIFY_OK(again);
        QCOMPARE(again->rowsRejected, 0);
        QCOMPARE(again->rowsImported, 2);
        QCOMPARE(bench.rows("SELECT count(*) FROM attribute"), QStringList{u"0"_s});
    }
}

void TestImportJob::hostileFilesAreRefusedWithASentence_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << 0 << u"empty"_s;
    QTest::newRow("blank lines") << QByteArray("\n\r\n\n") << 0 << u"blank lines"_s;
    QTest::newRow("unclosed quote")
        << QByteArray("customer_id,time\n1,2025-01-01\n2,\"2025-01-02\n3,2025-01-03\n") << 3
        << u"line 3"_s;
    QTest::newRow("unclosed quote late") << QByteArray(
        "customer_id,time\n" + QByteArray("1,2025-01-01\n").repeated(200000) + "2,\"2025\n")
                                         << 200002 << u"200002"_s;
    QTest::newRow("unclosed quote over many megabytes")
        << QByteArray("customer_id,time\n\"" + QByteArray("1,2025-01-01\n").repeated(1000000)) << 2
        << u"line 2"_s;
    QTest::newRow("spreadsheet") << QByteArray("PK\x03\x04xl/workbook") << 0 << u"CSV"_s;
    QTest::newRow("database") << QByteArray("SQLite format 3\0abc", 19) << 0 << u"CSV"_s;
}

void TestImportJob::hostileFilesAreRefusedWithASentence()
{
    QFETCH(QByteArray, file);
    QFETCH(int, line);
    QFETCH(QString, says);
    ImportBench bench;
    const auto outcome = bench.import(file, Kind::Transactions);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().line, line);
    QVERIFY2(outcome.error().message.contains(says), qPrintable(outcome.error().message));
    QVERIFY(outcome.error().message.contains(u"rows.csv"));
    QCOMPARE(bench.count("import_batch") + bench.count("customer") + bench.count("purchase"), 0);
    QCOMPARE(bench.rows("SELECT sql FROM sqlite_schema WHERE name = 'customer_ref'").size(), 1);
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportJob::hostileFilesThatCanBeReadAreRead_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("imported");
    QTest::addColumn<QString>("rejected");
    const QByteArray head = "customer_id,time,amount\n";
    QTest::newRow("header only") << head << 0 << QString();
    QTest::newRow("no line end at the end") << head + "1,2025-01-01,1" << 1 << QString();
    QTest::newRow("mixed line ends") << QByteArray(
        "customer_id,time,amount\r1,2025-01-01,1\r\n2,2025-01-01,1\n3,2025-01-01,1\r\r\n")
                                     << 3 << QString();
    QTest::newRow("quote inside a cell")
        << head + "27\" screen,2025-01-01,1\n\"a\"\"b\",2025-01-01,1\n\"x\"y,2025-01-01,1\n"
        << 3 << QString();
    QTest::newRow("extra empty cells") << head + "1,2025-01-01,1,,,\n" << 1 << QString();
    QTest::newRow("blank lines between") << head + "\n1,2025-01-01,1\n\n\n2,2025-01-01,1\n"
                                         << 2 << QString();
    QTest::newRow("cell of 2 MB") << head + "1,2025-01-01,1\n\"" + QByteArray(2 << 20, 'x')
                                         + "\",2025-01-01,1\n3,2025-01-01,1\n"
                                  << 2 << u"cell_too_long:customer_id|1|3"_s;
    QTest::newRow("cell of 10 MB")
        << head + "1,2025-01-01,1\n\"" + QByteArray(10 << 20, '\n')
               + "\",2025-01-01,1\n3,2025-01-01,bad\n4,2025-01-01,1\n"
        << 2 << u"row_too_long|1|3,number_unreadable:amount|1|10485764"_s;
    QByteArray wide = "customer_id,time";
    QByteArray wideRow = "1,2025-01-01";
    for (int i = 0; i < 5000; ++i) {
        wide += ",c" + QByteArray::number(i);
        wideRow += ",1";
    }
    QTest::newRow("5,000 columns") << wide + '\n' + wideRow + '\n' << 1 << QString();
    QTest::newRow("duplicate headings")
        << QByteArray("customer_id,time,amount,amount\n1,2025-01-01,5,6\n") << 1 << QString();
    QTest::newRow("headings below a title")
        << QByteArray("Orders of June\n\ncustomer_id,time,amount\n1,2025-01-01,5\n") << 1
        << QString();
    // The last row ends within the two bytes of a letter: only that row is lost.
    QTest::newRow("UTF-8 cut in the middle")
        << QByteArray("customer_id,time,category\n1,2025-01-01,\xD9\x82\xD9\x87\n2,2025-01-02,\xD9\x82\xD9") << 1
        << u"bad_encoding:category|1|3"_s;
    QTest::newRow("all rows bad") << head + QByteArray("1,x,1\n").repeated(50000) << 0
                                  << u"date_unreadable:time|50000|2"_s;
    QTest::newRow("rows over many blocks")
        << head + QByteArray("1,2025-01-01,1\n\"a,\"\"b\",2025-01-02,2.5\n").repeated(100000)
        << 200000 << QString();
}

void TestImportJob::hostileFilesThatCanBeReadAreRead()
{
    QFETCH(QByteArray, file);
    QFETCH(int, imported);
    QFETCH(QString, rejected);
    ImportBench bench;
    const auto outcome = bench.import(file, Kind::Transactions);
    VERIFY_OK(outcome);
    QStringList groups;
    for (const RejectGroup &group : outcome->rejects)
        groups.append(u"%1|%2|%3"_s.arg(group.reason).arg(group.count).arg(group.firstLine));
    QCOMPARE(groups.join(u','), rejected);
    QCOMPARE(outcome->rowsImported, imported);
    QCOMPARE(bench.count("purchase"), imported);
    QCOMPARE(outcome->rowsRead, outcome->rowsImported + outcome->rowsRejected);
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportJob::otherEncodingsGiveTheSameRows_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("detected");
    QTest::newRow("UTF-8") << u"UTF-8"_s << true;
    QTest::newRow("UTF-16LE") << u"UTF-16LE"_s << true;
    QTest::newRow("UTF-16BE") << u"UTF-16BE"_s << true;
    QTest::newRow("Windows-1256") << u"Windows-1256"_s << true;
    QTest::newRow("ISO-8859-6") << u"ISO-8859-6"_s << true;
}

void TestImportJob::otherEncodingsGiveTheSameRows()
{
    QFETCH(QString, encoding);
    QFETCH(bool, detected);
    QString text = u"رقم العميل;التاريخ;المبلغ;التصنيف\n"_s;
    for (int i = 0; i < 40000; ++i)
        text += u"عميل %1;2025-01-%2;%3;قهوة عربية\n"_s.arg(i)
                    .arg(i % 28 + 1, 2, 10, QChar(u'0'))
                    .arg(i);
    QStringEncoder encoder(encoding.toLatin1().constData());
    QVERIFY(encoder.isValid());
    const QByteArray bytes = encoder.encode(text);
    ImportBench bench;
    for (const bool said : {true, false}) {
        if (!said && !detected)
            continue;
        ImportHints hints;
        if (said)
            hints.encoding = encoding.toLower();
        const auto outcome = bench.import(bytes, Kind::Transactions, hints);
        VERIFY_OK(outcome);
        QCOMPARE(outcome->encoding, encoding);
        QCOMPARE(outcome->rowsImported, 40000);
        QCOMPARE(outcome->rowsRejected, 0);
    }
    QCOMPARE(
        bench.rows("SELECT c.ref, p.amount, t.text FROM purchase p JOIN customer c ON c.id = "
                   "p.customer JOIN term t ON t.id = p.category WHERE p.amount = 3999900 LIMIT 1"),
        QStringList{u"عميل 39999|3999900|قهوة عربية"_s});
}

void TestImportJob::unmappedCustomerColumnsBecomeTypedAttributes()
{
    ImportBench bench;
    const auto outcome =
        bench.import("customer_id,name,Employees,Score,Sector,القطاع,Postal code,empty\n"
                     "1,A,12,1.5,Retail,تجزئة,01234,\n2,B,,2,,,,\n3,C,40,-3.25,Food,أغذية,11564,\n",
                     Kind::Customers);
    VERIFY_OK(outcome);
    QCOMPARE(bench.rows("SELECT column_name, title, type FROM attribute ORDER BY id"),
             (QStringList{u"employees|Employees|integer"_s, u"score|Score|real"_s,
                          u"sector|Sector|text"_s, u"القطاع|القطاع|text"_s,
                          u"postal_code|Postal code|text"_s, u"empty|empty|text"_s}));
    QCOMPARE(
        bench.rows("SELECT customer, employees, score, sector, \"القطاع\", postal_code, "
                   "typeof(employees), typeof(postal_code) FROM customer_attribute ORDER BY 1"),
        (QStringList{u"1|12|1.5|Retail|تجزئة|01234|integer|text"_s, u"2|-|2.0|-|-|-|null|null"_s,
                     u"3|40|-3.25|Food|أغذية|11564|integer|text"_s}));
    QCOMPARE(bench.problems(), QStringList());

    // A second file finds the same attributes; what is no number there is refused, not lost.
    const auto more =
        bench.import("customer_id,employees,SECTOR\n4,7,Retail\n5,many,Food\n", Kind::Customers);
    VERIFY_OK(more);
    QCOMPARE(more->rowsImported, 1);
    QCOMPARE(more->rejects.constFirst().reason, u"attribute_type:employees"_s);
    QCOMPARE(bench.count("attribute"), 6);
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportJob::attributesAreNumbersOnlyWhereEveryCellIs()
{
    ImportBench bench;
    QByteArray file = "customer_id,code\n";
    for (int i = 0; i < 90000; ++i)
        file += QByteArray::number(i) + ",5\n";
    file += "last,five\n";
    const auto outcome = bench.import(file, Kind::Customers);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsImported, 90001);
    QCOMPARE(bench.rows("SELECT type FROM attribute"), QStringList{u"text"_s});
}

void TestImportJob::moreThanFiveHundredAttributesAreRefused()
{
    ImportBench bench;
    QByteArray heading = "customer_id";
    QByteArray row = "1";
    for (int i = 0; i < 501; ++i) {
        heading += ",attribute " + QByteArray::number(i);
        row += ",1";
    }
    const auto outcome = bench.import(heading + '\n' + row + '\n', Kind::Customers);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"501"), qPrintable(outcome.error().message));
    QCOMPARE(bench.count("attribute"), 0);
    QCOMPARE(bench.problems(), QStringList());

    const qsizetype last = heading.lastIndexOf(',');
    VERIFY_OK(bench.import(heading.left(last) + '\n' + row.left(row.lastIndexOf(',')) + '\n',
                           Kind::Customers));
    QCOMPARE(bench.count("attribute"), 500);
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportJob::unmappedEventColumnsBecomeProperties()
{
    ImportBench bench;
    const auto outcome =
        bench.import("customer_id,time,event,page,price,zip,remark\n"
                     "1,2025-01-01,view,/a,9.5,01234,\"say \"\"hi\"\"\"\n1,2025-01-02,view,,,,\n",
                     Kind::Events);
    VERIFY_OK(outcome);
    QCOMPARE(
        bench.rows("SELECT properties FROM event ORDER BY id"),
        (QStringList{
            u"{\"page\":\"/a\",\"price\":9.5,\"zip\":\"01234\",\"remark\":\"say \\\"hi\\\"\"}"_s,
            u"-"_s}));
}

void TestImportJob::knownCustomersFollowTheMode_data()
{
    QTest::addColumn<OnDuplicate>("mode");
    QTest::addColumn<QString>("counts");
    QTest::addColumn<QStringList>("expected");
    // imported, updated, unchanged, rejected
    QTest::newRow("update") << OnDuplicate::Update << u"1 3 1 0"_s
                            << QStringList{u"1|Amal|Jeddah|30"_s, u"2|Badr|Riyadh|20"_s,
                                           u"3|Dalal|Medina|-"_s};
    QTest::newRow("skip") << OnDuplicate::Skip << u"1 0 4 0"_s
                          << QStringList{u"1|Amal|Riyadh|10"_s, u"2|Badr|Riyadh|20"_s,
                                         u"3|Dana|-|-"_s};
    QTest::newRow("reject") << OnDuplicate::Reject << u"1 0 0 4"_s
                            << QStringList{u"1|Amal|Riyadh|10"_s, u"2|Badr|Riyadh|20"_s,
                                           u"3|Dana|-|-"_s};
}

void TestImportJob::knownCustomersFollowTheMode()
{
    QFETCH(OnDuplicate, mode);
    QFETCH(QString, counts);
    QFETCH(QStringList, expected);
    ImportBench bench;
    VERIFY_OK(bench.import("customer_id,name,city,employees\n1,Amal,Riyadh,10\n2,Badr,Riyadh,20\n",
                           Kind::Customers));
    ImportHints hints;
    hints.onDuplicate = mode;
    // 1 changes its city, 2 stays, 3 is new and comes twice more, then 1 once more.
    const auto outcome = bench.import("customer_id,name,city,employees\n1,,Jeddah,\n2,Badr,Riyadh,"
                                      "20\n3,Dana,,\n3,Dalal,Medina,\n1,,,30\n",
                                      Kind::Customers, hints);
    VERIFY_OK(outcome);
    QCOMPARE(u"%1 %2 %3 %4"_s.arg(outcome->rowsImported)
                 .arg(outcome->rowsUpdated)
                 .arg(outcome->rowsUnchanged)
                 .arg(outcome->rowsRejected),
             counts);
    QCOMPARE(outcome->rowsRead, 5);
    QCOMPARE(bench.rows("SELECT ref, name, city, employees FROM customer LEFT JOIN "
                        "customer_attribute ON customer = id ORDER BY id"),
             expected);
    QCOMPARE(bench.problems(), QStringList());

    VERIFY_OK(undoImport(bench.workspace(), outcome->batch));
    QCOMPARE(bench.rows("SELECT ref, name, city, employees FROM customer LEFT JOIN "
                        "customer_attribute ON customer = id ORDER BY id"),
             (QStringList{u"1|Amal|Riyadh|10"_s, u"2|Badr|Riyadh|20"_s}));
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportJob::emptyCellsLeaveKnownValues()
{
    ImportBench bench;
    VERIFY_OK(bench.import("customer_id,name,acquired_on,acquisition_cost\n1,Amal,2024-01-01,5\n",
                           Kind::Customers));
    VERIFY_OK(
        bench.import("customer_id,name,acquired_on,acquisition_cost\n1,,,\n", Kind::Customers));
    QCOMPARE(bench.rows("SELECT name, acquired_on, acquisition_cost FROM customer"),
             QStringList{u"Amal|19723|500"_s});
}

void TestImportJob::dryRunLeavesNothing()
{
    ImportBench bench;
    ImportHints hints;
    hints.dryRun = true;
    const auto outcome =
        bench.import("customer_id,name,sector\n1,A,x\n1,B,y\n", Kind::Customers, hints);
    VERIFY_OK(outcome);
    QVERIFY(outcome->dryRun);
    QCOMPARE(outcome->rowsImported, 1);
    QCOMPARE(outcome->rowsUpdated, 1);
    QVERIFY(!outcome->batch.isValid());
    QCOMPARE(bench.count("customer") + bench.count("attribute") + bench.count("import_batch"), 0);
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportJob::missingRequiredFieldNamesIt()
{
    ImportBench bench;
    const auto outcome = bench.import("customer_id,amount,foo\n1,5,x\n", Kind::Transactions);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Definition);
    QVERIFY2(outcome.error().message.contains(u"time") && outcome.error().message.contains(u"foo"),
             qPrintable(outcome.error().message));
    ImportHints hints;
    hints.mapping = {{u"foo"_s, u"time"_s}};
    const auto mapped =
        bench.import("customer_id,amount,foo\n1,5,2025-01-01\n", Kind::Transactions, hints);
    VERIFY_OK(mapped);
    QCOMPARE(mapped->rowsImported, 1);
}

void TestImportJob::ambiguousDatesAreAskedFor()
{
    ImportBench bench;
    const QByteArray file = "customer_id,date\n1,03/04/2025\n2,05/06/2025\n";
    const auto outcome = bench.import(file, Kind::Transactions);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"03/04/2025")
                 && outcome.error().message.contains(u"dmy"),
             qPrintable(outcome.error().message));
    for (const auto &[order, expected] : {std::pair(DateOrder::DayMonthYear, u"2025-04-03"_s),
                                          std::pair(DateOrder::MonthDayYear, u"2025-03-04"_s)}) {
        ImportBench fresh;
        ImportHints hints;
        hints.dateOrder = order;
        VERIFY_OK(fresh.import(file, Kind::Transactions, hints));
        QCOMPARE(fresh.rows("SELECT date(time, 'unixepoch') FROM purchase WHERE id = 1"),
                 QStringList{expected});
    }
    // Far behind the sample a day above 12 settles it.
    QByteArray longFile = "customer_id,date\n";
    for (int i = 0; i < 90000; ++i)
        longFile += "1,03/04/2025\n";
    longFile += "1,04/25/2025\n";
    ImportBench settled;
    VERIFY_OK(settled.import(longFile, Kind::Transactions));
    QCOMPARE(settled.rows("SELECT date(time, 'unixepoch') FROM purchase WHERE id = 1"),
             QStringList{u"2025-03-04"_s});
}

void TestImportJob::readOnlyWorkspaceIsRefused()
{
    ImportBench bench;
    const QString file = bench.write("customer_id,date\n1,2025-01-01\n");
    bench.close();
    Result<Workspace> readOnly = Workspace::open(bench.workspaceFile(), Workspace::Access::Read);
    VERIFY_OK(readOnly);
    const auto plan = planImport(file, Kind::Transactions);
    VERIFY_OK(plan);
    QVERIFY(!runImport(*readOnly, *plan));
    QVERIFY(!undoImport(*readOnly, BatchId{1}));
}

void TestImportJob::cancelledImportLeavesNoTrace_data()
{
    QTest::addColumn<double>("at");
    for (const double at : {0.0, 0.03, 0.3, 0.6, 0.91, 0.92})
        QTest::addRow("at %.2f", at) << at;
}

void TestImportJob::cancelledImportLeavesNoTrace()
{
    QFETCH(double, at);
    ImportBench bench;
    VERIFY_OK(bench.import("customer_id,date\n1,2025-01-01\n", Kind::Transactions));
    const QStringList before = bench.rows("SELECT * FROM customer UNION ALL SELECT id, kind, "
                                          "source, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM import_batch");
    QByteArray file = "customer_id,date,amount,category\n";
    for (int i = 0; i < 300000; ++i)
        file +=
            QByteArray::number(i % 5000) + ",2025-01-01,1.5,c" + QByteArray::number(i % 7) + '\n';
    std::stop_source stop;
    std::atomic_int reports = 0;
    const Progress progress(stop.get_token(), [&](const ProgressReport &report) {
        ++reports;
        if (report.fraction >= at)
            stop.request_stop();
    });
    const auto outcome = bench.importFile(bench.write(file), Kind::Transactions, {}, progress);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Cancelled);
    QVERIFY(reports > 0);
    QCOMPARE(bench.rows("SELECT * FROM customer UNION ALL SELECT id, kind, source, 0, 0, 0, 0, 0, "
                        "0, 0, 0, 0, 0 FROM import_batch"),
             before);
    QCOMPARE(bench.count("purchase"), 1);
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportJob::undoTakesBackTheWholeImport()
{
    ImportBench bench;
    VERIFY_OK(bench.import("customer_id,name,sector\n1,A,x\n", Kind::Customers));
    const auto second = bench.import("customer_id,time,amount\n1,2025-01-01,5\n2,2025-01-02,6\n",
                                     Kind::Transactions);
    VERIFY_OK(second);
    const auto third = bench.import("customer_id,rank\n1,5\n9,6\n9,seven\n", Kind::Customers);
    VERIFY_OK(third);
    VERIFY_OK(undoImport(bench.workspace(), third->batch));
    QCOMPARE(bench.rows("SELECT ref FROM customer ORDER BY id"), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(bench.rows("SELECT column_name FROM attribute"), QStringList{u"sector"_s});
    QCOMPARE(bench.problems(), QStringList());
    VERIFY_OK(undoImport(bench.workspace(), second->batch));
    QCOMPARE(bench.rows("SELECT ref FROM customer"), QStringList{u"1"_s});
    QCOMPARE(bench.count("purchase"), 0);
    QCOMPARE(bench.rows("SELECT undone IS NOT NULL FROM import_batch ORDER BY id"),
             (QStringList{u"0"_s, u"1"_s, u"1"_s}));
    QCOMPARE(bench.problems(), QStringList());
    VERIFY_OK(undoImport(bench.workspace(), BatchId{1}));
    QCOMPARE(bench.count("customer") + bench.count("customer_attribute") + bench.count("attribute")
                 + bench.count("batch_range") + bench.count("previous_value"),
             0);
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportJob::undoKeepsCustomersThatLaterImportsName()
{
    ImportBench bench;
    const auto first = bench.import("customer_id,name\n1,A\n2,B\n3,C\n", Kind::Customers);
    VERIFY_OK(first);
    VERIFY_OK(bench.import("customer_id,date\n2,2025-01-01\n4,2025-01-01\n", Kind::Transactions));
    VERIFY_OK(undoImport(bench.workspace(), first->batch));
    QCOMPARE(bench.rows("SELECT ref, name FROM customer ORDER BY id"),
             (QStringList{u"2|B"_s, u"4|-"_s}));
    QCOMPARE(bench.count("purchase"), 2);
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportJob::undoWorksInAnyOrder_data()
{
    QTest::addColumn<bool>("newestFirst");
    QTest::newRow("newest first") << true;
    QTest::newRow("oldest first") << false;
}

void TestImportJob::undoWorksInAnyOrder()
{
    QFETCH(bool, newestFirst);
    ImportBench bench;
    VERIFY_OK(
        bench.import("customer_id,name,city,sector\n1,first,Riyadh,\n2,b,,\n", Kind::Customers));
    const auto second = bench.import("customer_id,name,sector\n1,second,food\n", Kind::Customers);
    const auto third =
        bench.import("customer_id,name,city,sector\n1,third,Jeddah,tea\n", Kind::Customers);
    VERIFY_OK(second);
    VERIFY_OK(third);
    const char *rows = "SELECT name, city, sector FROM customer LEFT JOIN customer_attribute ON "
                       "customer = id ORDER BY id";
    VERIFY_OK(undoImport(bench.workspace(), newestFirst ? third->batch : second->batch));
    QCOMPARE(bench.rows(rows).constFirst(),
             newestFirst ? u"second|Riyadh|food"_s : u"third|Jeddah|tea"_s);
    QCOMPARE(bench.problems(), QStringList());
    VERIFY_OK(undoImport(bench.workspace(), newestFirst ? second->batch : third->batch));
    QCOMPARE(bench.rows(rows), (QStringList{u"first|Riyadh|-"_s, u"b|-|-"_s}));
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportJob::undoOfAMiddleImportLeavesLaterValues()
{
    ImportBench bench;
    VERIFY_OK(bench.import("customer_id,name,city\n1,n1,c1\n", Kind::Customers));
    // The second import names the customer twice; the third changes the name, the fourth the city.
    VERIFY_OK(bench.import("customer_id,name,city\n1,n2,c2\n1,n3,c3\n", Kind::Customers));
    VERIFY_OK(bench.import("customer_id,name\n1,n4\n", Kind::Customers));
    VERIFY_OK(bench.import("customer_id,city\n1,c4\n", Kind::Customers));
    const char *rows = "SELECT name, city FROM customer";
    VERIFY_OK(undoImport(bench.workspace(), BatchId{2}));
    QCOMPARE(bench.rows(rows), QStringList{u"n4|c4"_s});
    VERIFY_OK(undoImport(bench.workspace(), BatchId{4}));
    QCOMPARE(bench.rows(rows), QStringList{u"n4|c1"_s});
    VERIFY_OK(undoImport(bench.workspace(), BatchId{3}));
    QCOMPARE(bench.rows(rows), QStringList{u"n1|c1"_s});
    QCOMPARE(bench.count("previous_value"), 0);
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportJob::undoOfAnUnknownImportIsRefused()
{
    ImportBench bench;
    const Result<void> unknown = undoImport(bench.workspace(), BatchId{12});
    QVERIFY(!unknown);
    QVERIFY(unknown.error().message.contains(u"12"));
    VERIFY_OK(bench.import("customer_id,date\n1,2025-01-01\n", Kind::Transactions));
    VERIFY_OK(undoImport(bench.workspace(), BatchId{1}));
    QVERIFY(!undoImport(bench.workspace(), BatchId{1}));
}

void TestImportJob::exportAndImportGiveTheSameRows()
{
    ImportBench first;
    VERIFY_OK(first.import(
        "customer_id,name,phone,acquired_on,acquisition_cost,channel,stage,employees,weight,Sector,"
        " note\n"
        "c1,\"Nasim, Ltd\",0055,2024-02-29,12.34,web,convert,12,1.25,قهوة,\"two\nlines "
        "\"\"q\"\"\"\n"
        "c2,فنادق رمال,,,,,,,,,\nc0,,,1969-12-31,,,,-4,100000000000000,,\n"
        "c3,=1+1,+966 55,,,,,,,,-cmd\n",
        Kind::Customers));
    QByteArray orders =
        "customer_id,time,amount,order_id,currency,quantity,product,category,channel,margin\n";
    QRandomGenerator random(7);
    for (int i = 0; i < 3000; ++i)
        orders += "c" + QByteArray::number(random.bounded(40)) + ','
                  + (i % 3 ? "2025-01-02 10:20:30" : "1969-07-20") + ','
                  + QByteArray::number(random.bounded(200000) - 1000) + '.'
                  + QByteArray::number(random.bounded(90) + 10) + ",o" + QByteArray::number(i)
                  + (i % 5 ? ",SAR," : ",KWD,")
                  + QByteArray::number(random.generateDouble() * 10, 'g', 17) + ",\"p,"
                  + QByteArray::number(i % 9) + "\",c,w," + (i % 2 ? "1.10" : "") + '\n';
    VERIFY_OK(first.import(orders, Kind::Transactions));
    VERIFY_OK(
        first.import("customer_id,time,event,channel,value,page,price\nc1,2025-01-01 "
                     "00:00:01,view,web,1.5,/"
                     "a,9.5\nc9,2025-01-02,buy,,,,0001\nc9,2025-01-02,buy,,-3,,100000000000000\n",
                     Kind::Events));
    VERIFY_OK(first.import("customer_id,time,instrument,score,brand,comment\nc1,2025-01-01,nps,9,"
                           "Us,\"fine;\"\nc1,2025-01-01,ces,0.1,,\n",
                           Kind::Surveys));
    VERIFY_OK(first.import("customer_id,time,channel,effort,cost,minutes,resolved\nc1,2025-01-01,"
                           "phone,7,1.99,0.5,no\n",
                           Kind::Interactions));
    VERIFY_OK(first.import(
        "period,kind,amount,stage,channel,hours\n2025-01,acquisition,10.01,attract,web,1\n2025-Q2,"
        "retention,5,,,\n2024,retention,5,,,\n2025-03-05/2025-03-05,retention,1,,,\n",
        Kind::Costs));
    VERIFY_OK(first.import(
        "customer_id,started_on,ended_on,price\nc1,2024-01-01,,5\nc2,2024-01-01,2024-02-01,5.55\n",
        Kind::Subscriptions));
    VERIFY_OK(first.import(
        "deal_id,customer_id,stage,changed_at,amount,probability,owner,accepted,rejection_reason,"
        "metrics,champion\nD,c1,Won,2025-01-01 10:00,5,0.25,O,yes,,3,0\n",
        Kind::Deals));
    VERIFY_OK(first.import("customer_id,x,t_x,T,mean_spend,period\nc1,2,30.43,38.86,22.345,month\n",
                           Kind::Summaries));

    ImportBench second;
    for (const Kind kind : allKinds()) {
        const QString file = first.path(kindName(kind) + u".csv"_s);
        const Result<qint64> rows = exportRows(first.workspace(), kind, file);
        VERIFY_OK(rows);
        QCOMPARE(*rows, first.count(tableOf(kind).toLatin1().constData()));
        const auto outcome = second.importFile(file, kind);
        VERIFY_OK(outcome);
        QCOMPARE(outcome->rowsRejected, 0);
        QCOMPARE(outcome->rowsRead, *rows);
        const QString again = second.path(kindName(kind) + u"2.csv"_s);
        VERIFY_OK(exportRows(second.workspace(), kind, again));
        QFile one(file);
        QFile two(again);
        QVERIFY(one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly));
        QCOMPARE(two.readAll(), one.readAll());
    }
    QFile guarded(first.path(u"customers.csv"_s));
    QVERIFY(guarded.open(QIODevice::ReadOnly));
    const QByteArray written = guarded.readAll();
    for (const char *cell : {",'=1+1,", ",'+966 55,", ",'-cmd\n"})
        QVERIFY2(written.contains(cell), "no spreadsheet runs an exported text");
    for (const char *sql :
         {"SELECT c.ref, time, amount, (SELECT text FROM term WHERE id = currency), quantity, "
          "(SELECT text FROM term WHERE id = product), margin, order_ref FROM purchase JOIN "
          "customer c ON c.id = customer ORDER BY purchase.id",
          "SELECT c.ref, time, (SELECT text FROM term WHERE id = event), value, properties FROM "
          "event JOIN customer c ON c.id = customer ORDER BY event.id",
          "SELECT ref, name, phone, acquired_on, acquisition_cost, channel, stage, employees, "
          "weight, sector, note, typeof(weight) FROM customer LEFT JOIN customer_attribute ON "
          "customer = id ORDER BY ref",
          "SELECT period_from, period_until, kind, amount, stage, hours FROM cost ORDER BY id",
          "SELECT deal_ref, stage, changed_at, amount, probability, owner, accepted, metrics, "
          "champion FROM deal_change",
          "SELECT x, t_x, t, mean_spend, period FROM summary"})
        QCOMPARE(second.rows(sql), first.rows(sql));
    QCOMPARE(second.problems(), QStringList());

    const Result<QStringList> all = exportAll(first.workspace(), first.path(u"all/of/them"_s));
    VERIFY_OK(all);
    QCOMPARE(all->size(), 5);
    for (const QString &file : *all)
        QVERIFY(QFileInfo(file).size() > 0);
}

void TestImportJob::secondImportIsBackedUpFirst()
{
    ImportBench bench;
    const auto first = bench.import("customer_id,date\n1,2025-01-01\n", Kind::Transactions);
    VERIFY_OK(first);
    QCOMPARE(first->backup, QString());
    const auto second = bench.import("customer_id,date\n2,2025-01-01\n", Kind::Transactions);
    VERIFY_OK(second);
    QVERIFY(QFile::exists(second->backup));
    Result<Workspace> copy = Workspace::open(second->backup, Workspace::Access::Read);
    VERIFY_OK(copy);
    Result<Database> database = copy->connect(Database::Mode::ReadOnly);
    VERIFY_OK(database);
    QCOMPARE(database->connection().execAndGet("SELECT count(*) FROM customer").getInt(), 1);
}

void TestImportJob::cdnowImportsWithoutARejectedRow_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("customers");
    QTest::newRow("master") << u"cdnow_master_transactions.csv"_s << 69659 << 23570;
    QTest::newRow("sample") << u"cdnow_sample_transactions.csv"_s << 6919 << 2357;
}

void TestImportJob::cdnowImportsWithoutARejectedRow()
{
    QFETCH(QString, file);
    QFETCH(int, rows);
    QFETCH(int, customers);
    const QString path = QStringLiteral(QEEMA_SHARED_DIR "/data/clv/") + file;
    if (!QFile::exists(path))
        QSKIP("The published data sets are not beside the sources.");
    ImportBench bench;
    const auto outcome = bench.importFile(path, Kind::Transactions);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRejected, 0);
    QCOMPARE(outcome->rowsImported, rows);
    QCOMPARE(bench.count("customer"), customers);
    QCOMPARE(bench.rows("SELECT ref FROM customer WHERE id = 2"),
             QStringList{u"2"_s}); // customer_id, not master_id
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportJob::progressRisesAndTellsTheRate()
{
    ImportBench bench;
    QByteArray file = "customer_id,date,amount\n";
    for (int i = 0; i < 600000; ++i) // eleven blocks
        file += QByteArray::number(i) + ",2025-01-01,1.5\n";
    QList<double> fractions;
    double rate = 0;
    const Progress progress({}, [&](const ProgressReport &report) {
        fractions.append(report.fraction);
        rate = std::max(rate, report.rowsPerSecond);
        // Reports come at most every 50 ms and know a rate after 200: the writer waits here, so that
        // a fast machine makes them, too.
        if (report.rows > 0)
            QTest::qSleep(60);
    });
    VERIFY_OK(bench.importFile(bench.write(file), Kind::Transactions, {}, progress));
    QVERIFY(fractions.size() > 5);
    QVERIFY(std::is_sorted(fractions.begin(), fractions.end()));
    QCOMPARE(fractions.constLast(), 1.0);
    QVERIFY(rate > 0);
}

void TestImportJob::outcomeAsJsonHasTheContractsFields()
{
    ImportBench bench;
    const auto outcome =
        bench.import("customer_id,date\n1,2025-01-01\n1,soon\n", Kind::Transactions);
    VERIFY_OK(outcome);
    const QJsonObject json = toJson(*outcome);
    for (const QString &key :
         {u"batch"_s, u"kind"_s, u"file"_s, u"encoding"_s, u"delimiter"_s, u"rows_read"_s,
          u"rows_imported"_s, u"rows_updated"_s, u"rows_rejected"_s, u"rejects"_s, u"seconds"_s})
        QVERIFY2(json.contains(key), qPrintable(key));
    QCOMPARE(json.value(u"batch").toInt(), 1);
    QCOMPARE(json.value(u"kind").toString(), u"transactions"_s);
    QCOMPARE(json.value(u"encoding").toString(), u"UTF-8"_s);
    QCOMPARE(json.value(u"delimiter").toString(), u","_s);
    const QJsonObject reject = json.value(u"rejects").toArray().first().toObject();
    QCOMPARE(reject.value(u"reason").toString(), u"date_unreadable:time"_s);
    QCOMPARE(reject.value(u"count").toInt(), 1);
    QCOMPARE(reject.value(u"first_line").toInt(), 3);
}

QTEST_GUILESS_MAIN(TestImportJob)
#include "tst_importjob.moc"
