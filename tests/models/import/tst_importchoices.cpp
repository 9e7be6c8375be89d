#include "tests/models/import/importtesting.h"

#include "models/customers/snapshot.h"
#include "models/import/hijricalendar.h"
#include "models/import/identity.h"
#include "models/import/mappingstore.h"

using namespace Import;
using namespace Qt::StringLiterals;

/// What the user decides about an import: by what customers are found, what becomes of known rows,
/// of several rows of one order, of statuses and currencies, and how columns are mended.
class TestImportChoices : public QObject
{
    Q_OBJECT
private slots:
    void hijriDatesFollowUmmAlQura_data();
    void hijriDatesFollowUmmAlQura();
    void hijriDatesAreReadWhereChosen_data();
    void hijriDatesAreReadWhereChosen();
    void momentsGetTheirZone_data();
    void momentsGetTheirZone();
    void phonesHaveOneForm_data();
    void phonesHaveOneForm();
    void emailsHaveOneForm_data();
    void emailsHaveOneForm();
    void customersAreFoundByTheChosenKey_data();
    void customersAreFoundByTheChosenKey();
    void customersFileNeedsOnlyItsKey();
    void knownOrdersFollowTheMode_data();
    void knownOrdersFollowTheMode();
    void knownRowsOfOtherKindsFollowTheMode_data();
    void knownRowsOfOtherKindsFollowTheMode();
    void undoPutsUpdatedOrdersBack();
    void aPeriodIsReplacedAndBroughtBack();
    void undoOfTheReplacedImportStaysUndone();
    void ordersWithItemsCountOnce_data();
    void ordersWithItemsCountOnce();
    void orderRowsAcrossPiecesAreAdded();
    void statusesDecide_data();
    void statusesDecide();
    void refundColumnIsSubtracted();
    void ratesAreKeptAndUsed();
    void repairsMendAColumn_data();
    void repairsMendAColumn();
    void apostrophesOfShopsAreStripped();
    void choicesComeBackAsTheyWere();
    void mappingsAreSavedUnderAName();
    void headingsSeenBeforeAreRemembered();
    void anImportIsRepeatedWithItsChoices();
    void theSameFileIsNoticed();
    void modesThatMakeNoSenseAreRefused_data();
    void modesThatMakeNoSenseAreRefused();
    void everyRowIsAccountedFor();
    void columnsOfFactsBecomeAttributes();
};

void TestImportChoices::hijriDatesFollowUmmAlQura_data()
{
    // First days of months as published in the calendar of the Kingdom of Saudi Arabia.
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("month");
    QTest::addColumn<int>("day");
    QTest::addColumn<QDate>("expected");
    QTest::newRow("Ramadan 1444") << 1444 << 9 << 1 << QDate(2023, 3, 23);
    QTest::newRow("new year 1445") << 1445 << 1 << 1 << QDate(2023, 7, 19);
    QTest::newRow("Ramadan 1445") << 1445 << 9 << 1 << QDate(2024, 3, 11);
    QTest::newRow("new year 1446") << 1446 << 1 << 1 << QDate(2024, 7, 7);
    QTest::newRow("Ramadan 1446") << 1446 << 9 << 1 << QDate(2025, 3, 1);
    QTest::newRow("Shawwal 1446") << 1446 << 10 << 1 << QDate(2025, 3, 30);
    QTest::newRow("no thirtieth of Ramadan 1446") << 1446 << 9 << 30 << QDate();
    QTest::newRow("no thirteenth month") << 1446 << 13 << 1 << QDate();
    QTest::newRow("before the tables") << 1299 << 1 << 1 << QDate();
}

void TestImportChoices::hijriDatesFollowUmmAlQura()
{
    QFETCH(const int, year);
    QFETCH(const int, month);
    QFETCH(const int, day);
    QFETCH(const QDate, expected);
    const auto days = daysFromUmmAlQura(year, month, day);
    QCOMPARE(days ? QDate(1970, 1, 1).addDays(*days) : QDate(), expected);
}

void TestImportChoices::hijriDatesAreReadWhereChosen_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"1446-09-01"_s, u"01/09/1446"_s, u"١/٩/١٤٤٦ هـ"_s, u"1 رمضان 1446هـ"_s,
                                u"14460901"_s, u"1 Ramadan 1446 AH"_s, u"1/9/46"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void TestImportChoices::hijriDatesAreReadWhereChosen()
{
    QFETCH(const QString, text);
    ImportBench bench;
    ImportHints hints;
    hints.calendar = DateStyle::Calendar::UmmAlQura;
    hints.dateOrder = DateOrder::DayMonthYear;
    const auto outcome =
        bench.import("customer_id,date\n1," + text.toUtf8() + "\n", Kind::Transactions, hints);
    VERIFY_OK(outcome);
    QCOMPARE(bench.rows("SELECT date(time, 'unixepoch') FROM purchase"),
             QStringList{u"2025-03-01"_s});
}

void TestImportChoices::momentsGetTheirZone_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << QString() << QByteArray("2025-06-30 01:00") << u"2025-06-30 01:00:00"_s;
    QTest::newRow("Riyadh") << u"Asia/Riyadh"_s << QByteArray("2025-06-30 01:00")
                            << u"2025-06-29 22:00:00"_s;
    QTest::newRow("its own wins") << u"Asia/Riyadh"_s << QByteArray("2025-06-30T01:00:00+02:00")
                                  << u"2025-06-29 23:00:00"_s;
    QTest::newRow("UTC wins") << u"Asia/Riyadh"_s << QByteArray("2025-06-30T01:00:00Z")
                              << u"2025-06-30 01:00:00"_s;
    QTest::newRow("summer time") << u"Europe/Berlin"_s << QByteArray("2025-06-30 12:00")
                                 << u"2025-06-30 10:00:00"_s;
    QTest::newRow("winter time") << u"Europe/Berlin"_s << QByteArray("2025-01-30 12:00")
                                 << u"2025-01-30 11:00:00"_s;
    QTest::newRow("a day has none") << u"Asia/Riyadh"_s << QByteArray("2025-06-30")
                                    << u"2025-06-30 00:00:00"_s;
}

void TestImportChoices::momentsGetTheirZone()
{
    QFETCH(const QString, zone);
    QFETCH(const QByteArray, text);
    ImportBench bench;
    ImportHints hints;
    hints.timeZone = zone;
    VERIFY_OK(bench.import("customer_id,time\n1," + text + "\n", Kind::Transactions, hints));
    QFETCH(const QString, expected);
    QCOMPARE(bench.rows("SELECT datetime(time, 'unixepoch') FROM purchase"), QStringList{expected});
}

void TestImportChoices::phonesHaveOneForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QString one = u"+966501234567"_s;
    QTest::newRow("spaces") << u"+966 50 123 4567"_s << one;
    QTest::newRow("two noughts") << u"00966501234567"_s << one;
    QTest::newRow("at home") << u"0501234567"_s << one;
    QTest::newRow("without the nought") << u"501234567"_s << one;
    QTest::newRow("brackets") << u"+966 (0) 50-123-4567"_s << one;
    QTest::newRow("without plus") << u"966501234567"_s << one;
    QTest::newRow("Arabic digits") << u"٠٥٠١٢٣٤٥٦٧"_s << one;
    QTest::newRow("apostrophe") << u"'966501234567"_s << one;
    QTest::newRow("another country") << u"+20 100 123 4567"_s << u"+201001234567"_s;
    QTest::newRow("words") << u"call me"_s << QString();
    QTest::newRow("too short") << u"911"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestImportChoices::phonesHaveOneForm()
{
    QFETCH(const QString, text);
    QTEST(QString::fromStdString(normalisedPhone(text.toStdString(), "966")), "expected");
}

void TestImportChoices::emailsHaveOneForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("case") << u" Nasim@X.Example "_s << u"nasim@x.example"_s;
    QTest::newRow("with a name") << u"Nasim <n@x.example>"_s << u"n@x.example"_s;
    QTest::newRow("link") << u"MAILTO:n@x.example"_s << u"n@x.example"_s;
    QTest::newRow("none") << u"n.x.example"_s << QString();
    QTest::newRow("two") << u"a@x, b@x"_s << QString();
}

void TestImportChoices::emailsHaveOneForm()
{
    QFETCH(const QString, text);
    QTEST(QString::fromStdString(normalisedEmail(text.toStdString())), "expected");
}

void TestImportChoices::customersAreFoundByTheChosenKey_data()
{
    QTest::addColumn<Identity>("identity");
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QByteArray>("cells");
    QTest::newRow("e-mail") << Identity::Email << QByteArray("email")
                            << QByteArray("NASIM@x.example,new@x.example,none,nasim@X.example");
    QTest::newRow("phone") << Identity::Phone << QByteArray("phone")
                           << QByteArray("050 123 4567,+201001234567,none,00966501234567");
}

void TestImportChoices::customersAreFoundByTheChosenKey()
{
    QFETCH(const Identity, identity);
    QFETCH(const QByteArray, column);
    QFETCH(const QByteArray, cells);
    ImportBench bench;
    VERIFY_OK(bench.import("customer_id,name,email,phone\nc-1,Nasim,nasim@x.example,+966501234567\n",
                           Kind::Customers));
    QByteArray file = column + ",date,amount\n";
    for (const QByteArray &cell : cells.split(','))
        file += cell + ",2025-01-02,1\n";
    ImportHints hints;
    hints.identity = identity;
    hints.mapping.insert(QString::fromLatin1(column), u"customer_id"_s);
    const auto outcome = bench.import(file, Kind::Transactions, hints);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsImported, 3);
    QCOMPARE(outcome->rowsRejected, 1);
    QCOMPARE(outcome->rejects.first().reason,
             (identity == Identity::Email ? u"email_unreadable:customer_id"_s
                                          : u"phone_unreadable:customer_id"_s));
    QCOMPARE(outcome->customersCreated, 1);
    QCOMPARE(bench.rows("SELECT c.ref FROM purchase p JOIN customer c ON c.id = p.customer ORDER BY "
                        "p.id"),
             (QStringList{u"c-1"_s,
                          identity == Identity::Email ? u"new@x.example"_s : u"+201001234567"_s,
                          u"c-1"_s}));
    QCOMPARE(bench.problems(), QStringList());

    // The customer that came by its key is known by it the next time.
    const auto again = bench.import(file, Kind::Transactions, hints);
    VERIFY_OK(again);
    QCOMPARE(again->customersCreated, 0);
}

void TestImportChoices::customersFileNeedsOnlyItsKey()
{
    ImportBench bench;
    ImportHints hints;
    hints.identity = Identity::Email;
    const auto first = bench.import("email,name\nA@x.example,A\nb@x.example,B\n,C\n",
                                    Kind::Customers, hints);
    VERIFY_OK(first);
    QCOMPARE(first->rowsImported, 2);
    QCOMPARE(first->rowsRejected, 1);
    const auto second = bench.import("email,city,customer_id\na@X.example,Jeddah,77\nd@x.example,Abha,78\n",
                                     Kind::Customers, hints);
    VERIFY_OK(second);
    QCOMPARE(second->rowsUpdated, 1);
    QCOMPARE(second->rowsImported, 1);
    QCOMPARE(bench.rows("SELECT ref, name, city FROM customer ORDER BY id"),
             (QStringList{u"a@x.example|A|Jeddah"_s, u"b@x.example|B|-"_s, u"78|-|Abha"_s}));
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportChoices::knownOrdersFollowTheMode_data()
{
    QTest::addColumn<OnDuplicate>("mode");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QList<qint64>>("counts"); // imported, updated, unchanged, rejected
    const QStringList before{u"o1|100"_s, u"o2|200"_s};
    QTest::newRow("update") << OnDuplicate::Update
                            << QStringList{u"o1|150"_s, u"o2|200"_s, u"o3|300"_s}
                            << QList<qint64>{1, 1, 1, 0};
    QTest::newRow("skip") << OnDuplicate::Skip << QStringList{u"o1|100"_s, u"o2|200"_s, u"o3|300"_s}
                          << QList<qint64>{1, 0, 2, 0};
    QTest::newRow("reject") << OnDuplicate::Reject
                            << QStringList{u"o1|100"_s, u"o2|200"_s, u"o3|300"_s}
                            << QList<qint64>{1, 0, 0, 2};
    QTest::newRow("add") << OnDuplicate::Add
                         << QStringList{u"o1|100"_s, u"o2|200"_s, u"o1|150"_s, u"o2|200"_s,
                                        u"o3|300"_s}
                         << QList<qint64>{3, 0, 0, 0};
    QTest::newRow("update only") << OnDuplicate::UpdateOnly << QStringList{u"o1|150"_s, u"o2|200"_s}
                                 << QList<qint64>{0, 1, 2, 0};
}

void TestImportChoices::knownOrdersFollowTheMode()
{
    QFETCH(const OnDuplicate, mode);
    QFETCH(const QList<qint64>, counts);
    ImportBench bench;
    VERIFY_OK(bench.import("order_id,customer_id,date,amount\no1,a,2025-01-01,1\no2,a,2025-01-02,2\n",
                           Kind::Transactions));
    const QByteArray file = "order_id,customer_id,date,amount\no1,a,2025-01-01,1.5\no2,a,2025-01-02,2\n"
                            "o3,b,2025-01-03,3\n";
    ImportHints hints;
    hints.onDuplicate = mode;
    // The counts before the commit are those after it.
    hints.dryRun = true;
    const auto dry = bench.import(file, Kind::Transactions, hints);
    VERIFY_OK(dry);
    QCOMPARE(bench.count("purchase"), 2);
    hints.dryRun = false;
    const auto outcome = bench.import(file, Kind::Transactions, hints);
    VERIFY_OK(outcome);
    for (const auto &result : {*dry, *outcome})
        QCOMPARE((QList<qint64>{result.rowsImported, result.rowsUpdated, result.rowsUnchanged,
                                result.rowsRejected}),
                 counts);
    QTEST(bench.rows("SELECT order_ref, amount FROM purchase ORDER BY id"), "expected");
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportChoices::knownRowsOfOtherKindsFollowTheMode_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<OnDuplicate>("mode");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QList<qint64>>("counts"); // imported, updated, unchanged, rejected
    const QByteArray dealHead = "deal_id,customer_id,stage,changed_at,amount,owner\n";
    const QByteArray deals = dealHead + "d1,a,Lead,2025-01-01,100,Amal\nd1,a,Won,2025-02-01,100,\n";
    // One known change with another amount, one as it is, a new change of the deal, a new deal.
    const QByteArray moreDeals = dealHead
                                 + "d1,a,Lead,2025-01-01,150,\nd1,a,Won,2025-02-01,100,\n"
                                   "d1,a,Lost,2025-03-01,,\nd2,b,Lead,2025-01-01,5,\n";
    const QByteArray dealQuery =
        "SELECT deal_ref, stage, amount, owner FROM deal_change ORDER BY id";
    const QStringList newDeals{u"d1|Lost|-|-"_s, u"d2|Lead|500|-"_s};
    const QStringList oldDeals{u"d1|Lead|10000|Amal"_s, u"d1|Won|10000|-"_s};
    QTest::newRow("deals, update")
        << Kind::Deals << deals << moreDeals << OnDuplicate::Update << dealQuery
        << QStringList{u"d1|Lead|15000|Amal"_s, oldDeals.at(1)} + newDeals << QList<qint64>{2, 1, 1, 0};
    QTest::newRow("deals, skip") << Kind::Deals << deals << moreDeals << OnDuplicate::Skip << dealQuery
                                 << oldDeals + newDeals << QList<qint64>{2, 0, 2, 0};
    QTest::newRow("deals, reject") << Kind::Deals << deals << moreDeals << OnDuplicate::Reject
                                   << dealQuery << oldDeals + newDeals << QList<qint64>{2, 0, 0, 2};
    QTest::newRow("deals, update only")
        << Kind::Deals << deals << moreDeals << OnDuplicate::UpdateOnly << dealQuery
        << QStringList{u"d1|Lead|15000|Amal"_s, oldDeals.at(1)} << QList<qint64>{0, 1, 3, 0};
    QTest::newRow("deals, add") << Kind::Deals << deals << moreDeals << OnDuplicate::Add
                                << QByteArray("SELECT count(*) FROM deal_change") << QStringList{u"6"_s}
                                << QList<qint64>{4, 0, 0, 0};
    QTest::newRow("subscriptions, a later end")
        << Kind::Subscriptions << QByteArray("customer_id,started_on,price\na,2025-01-01,10\n")
        << QByteArray("customer_id,started_on,ended_on,price\na,2025-01-01,2025-06-30,10\n"
                      "a,2025-07-01,,12\n")
        << OnDuplicate::Update
        << QByteArray("SELECT customer, date(ended_on * 86400, 'unixepoch'), price FROM subscription "
                      "ORDER BY id")
        << QStringList{u"1|2025-06-30|1000"_s, u"1|-|1200"_s} << QList<qint64>{1, 1, 0, 0};
    QTest::newRow("summaries, newer") << Kind::Summaries << QByteArray("customer_id,x,t_x,T\na,1,2,3\n")
                                      << QByteArray("customer_id,x,t_x,T\na,2,5,6\nb,0,0,6\n")
                                      << OnDuplicate::Update
                                      << QByteArray("SELECT customer, x, t_x, t FROM summary ORDER BY id")
                                      << QStringList{u"1|2.0|5.0|6.0"_s, u"2|0.0|0.0|6.0"_s}
                                      << QList<qint64>{1, 1, 0, 0};
}

void TestImportChoices::knownRowsOfOtherKindsFollowTheMode()
{
    QFETCH(const Kind, kind);
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    QFETCH(const OnDuplicate, mode);
    QFETCH(const QByteArray, query);
    QFETCH(const QList<qint64>, counts);
    ImportBench bench;
    VERIFY_OK(bench.import(first, kind));
    const QStringList before = bench.rows(query.constData());
    ImportHints hints;
    hints.onDuplicate = mode;
    const auto outcome = bench.import(second, kind, hints);
    VERIFY_OK(outcome);
    QCOMPARE((QList<qint64>{outcome->rowsImported, outcome->rowsUpdated, outcome->rowsUnchanged,
                            outcome->rowsRejected}),
             counts);
    QTEST(bench.rows(query.constData()), "expected");
    QCOMPARE(bench.problems(), QStringList());
    VERIFY_OK(undoImport(bench.workspace(), outcome->batch));
    QCOMPARE(bench.rows(query.constData()), before);
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportChoices::undoPutsUpdatedOrdersBack()
{
    ImportBench bench;
    VERIFY_OK(bench.import("order_id,customer_id,date,amount,category\no1,a,2025-01-01,1,tea\n",
                           Kind::Transactions));
    const QStringList before = bench.rows("SELECT * FROM purchase");
    ImportHints hints;
    hints.onDuplicate = OnDuplicate::Update;
    const auto outcome = bench.import(
        "order_id,customer_id,date,amount,category\no1,b,2025-02-01,9,coffee\no2,b,2025-02-01,9,\n",
        Kind::Transactions, hints);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsUpdated, 1);
    QCOMPARE(bench.problems(), QStringList());
    VERIFY_OK(undoImport(bench.workspace(), outcome->batch));
    QCOMPARE(bench.rows("SELECT * FROM purchase"), before);
    QCOMPARE(bench.rows("SELECT ref FROM customer"), QStringList{u"a"_s});
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportChoices::aPeriodIsReplacedAndBroughtBack()
{
    ImportBench bench;
    VERIFY_OK(bench.import("customer_id,time,amount\na,2025-01-01 10:00,1\na,2025-01-02 23:30,2\n"
                           "b,2025-01-03,3\nb,2025-01-09,4\n",
                           Kind::Transactions));
    const QStringList before = bench.rows("SELECT * FROM purchase ORDER BY id");
    ImportHints hints;
    hints.onDuplicate = OnDuplicate::ReplacePeriod;
    const auto outcome = bench.import("customer_id,time,amount\nc,2025-01-02 08:00,20\nc,2025-01-03,30\n",
                                      Kind::Transactions, hints);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsReplaced, 2);
    QCOMPARE(bench.rows("SELECT amount FROM purchase ORDER BY time"),
             (QStringList{u"100"_s, u"2000"_s, u"3000"_s, u"400"_s}));
    QCOMPARE(bench.problems(), QStringList());
    VERIFY_OK(undoImport(bench.workspace(), outcome->batch));
    QCOMPARE(bench.rows("SELECT * FROM purchase ORDER BY id"), before);
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportChoices::undoOfTheReplacedImportStaysUndone()
{
    ImportBench bench;
    const auto first = bench.import("customer_id,date,amount\na,2025-01-01,1\na,2025-01-02,2\n",
                                    Kind::Transactions);
    VERIFY_OK(first);
    ImportHints hints;
    hints.onDuplicate = OnDuplicate::ReplacePeriod;
    const auto second =
        bench.import("customer_id,date,amount\nb,2025-01-02,5\n", Kind::Transactions, hints);
    VERIFY_OK(second);
    QCOMPARE(second->rowsReplaced, 1);
    VERIFY_OK(undoImport(bench.workspace(), first->batch));
    VERIFY_OK(undoImport(bench.workspace(), second->batch));
    QCOMPARE(bench.count("purchase"), 0);
    QCOMPARE(bench.count("customer"), 0);
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportChoices::ordersWithItemsCountOnce_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<OrderRows>("found");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("total on the first row only")
        << QByteArray("order_id,customer_id,date,amount,product\no1,a,2025-01-01,30,x\no1,,,,y\n"
                      "o2,b,2025-01-02,5,x\n")
        << OrderRows::TotalOnce << QStringList{u"o1|a|3000"_s, u"o2|b|500"_s};
    QTest::newRow("total on every row")
        << QByteArray("order_id,customer_id,date,amount,product\no1,a,2025-01-01,30,x\n"
                      "o1,a,2025-01-01,30,y\no2,b,2025-01-02,5,x\n")
        << OrderRows::TotalOnce << QStringList{u"o1|a|3000"_s, u"o2|b|500"_s};
    QTest::newRow("amounts of items")
        << QByteArray("order_id,customer_id,date,amount,product\no1,a,2025-01-01,10,x\n"
                      "o1,,,20.5,y\no2,b,2025-01-02,5,x\n")
        << OrderRows::SumOfRows << QStringList{u"o1|a|3050"_s, u"o2|b|500"_s};
    QTest::newRow("one row an order")
        << QByteArray("order_id,customer_id,date,amount,product\no1,a,2025-01-01,10,x\n"
                      "o2,b,2025-01-02,5,x\n")
        << OrderRows::EachRow << QStringList{u"o1|a|1000"_s, u"o2|b|500"_s};
}

void TestImportChoices::ordersWithItemsCountOnce()
{
    QFETCH(const QByteArray, file);
    QFETCH(const OrderRows, found);
    ImportBench bench;
    const auto plan = planImport(bench.write(file), Kind::Transactions);
    VERIFY_OK(plan);
    QCOMPARE(plan->orderRows, found);
    const auto outcome = runImport(bench.workspace(), *plan);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRejected, 0);
    QCOMPARE(outcome->rowsImported, 2);
    QCOMPARE(outcome->rowsMerged, found == OrderRows::EachRow ? 0 : 1);
    QTEST(bench.rows("SELECT order_ref, c.ref, amount FROM purchase p JOIN customer c ON c.id = "
                     "p.customer ORDER BY p.id"),
          "expected");
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportChoices::orderRowsAcrossPiecesAreAdded()
{
    // The second rows of the orders come a few megabytes later.
    constexpr int orders = 30000;
    QByteArray file = "order_id,customer_id,date,amount,quantity,note\n";
    for (int pass = 0; pass < 2; ++pass)
        for (int i = 0; i < orders; ++i)
            file += "o" + QByteArray::number(i) + ",c,2025-01-01,1.25,2," + QByteArray(40, 'x') + '\n';
    ImportBench bench;
    ImportHints hints;
    hints.orderRows = OrderRows::SumOfRows;
    const auto outcome = bench.import(file, Kind::Transactions, hints);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsImported, orders);
    QCOMPARE(outcome->rowsMerged, orders);
    QCOMPARE(bench.rows("SELECT count(*), min(amount), max(amount), min(quantity), max(quantity) FROM "
                        "purchase"),
             QStringList{u"30000|250|250|4.0|4.0"_s});
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportChoices::statusesDecide_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("said"); // action; empty: by the word
    QTest::addColumn<QStringList>("amounts");
    QTest::newRow("paid") << u"paid"_s << QString() << QStringList{u"1000"_s};
    QTest::newRow("cancelled") << u"Cancelled"_s << QString() << QStringList();
    QTest::newRow("ملغي") << u"ملغي"_s << QString() << QStringList();
    QTest::newRow("test") << u"test"_s << QString() << QStringList();
    QTest::newRow("return") << u"return"_s << QString() << QStringList{u"-1000"_s};
    QTest::newRow("مرتجع") << u"مرتجع"_s << QString() << QStringList{u"-1000"_s};
    QTest::newRow("cancelled but kept") << u"cancelled"_s << u"keep"_s << QStringList{u"1000"_s};
    QTest::newRow("paid but left out") << u"paid"_s << u"leave-out"_s << QStringList();
}

void TestImportChoices::statusesDecide()
{
    QFETCH(const QString, status);
    QFETCH(const QString, said);
    QFETCH(const QStringList, amounts);
    ImportBench bench;
    ImportHints hints;
    if (!said.isEmpty())
        hints.statuses.insert(status, *statusActionFromName(said));
    const auto plan = planImport(bench.write("customer_id,date,amount,status\na,2025-01-01,10,"
                                             + status.toUtf8() + "\n"),
                                 Kind::Transactions, hints);
    VERIFY_OK(plan);
    QCOMPARE(plan->statusRules.value(0).status, status);
    QCOMPARE(plan->statusRules.value(0).rows, 1);
    const auto outcome = runImport(bench.workspace(), *plan);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsLeftOut, amounts.isEmpty() ? 1 : 0);
    QCOMPARE(bench.rows("SELECT amount FROM purchase"), amounts);
}

void TestImportChoices::refundColumnIsSubtracted()
{
    ImportBench bench;
    const auto outcome =
        bench.import("customer_id,date,amount,refunded amount\na,2025-01-01,10,2.50\na,2025-01-02,10,\n"
                     "a,2025-01-03,10,-10\na,2025-01-04,10,some\n",
                     Kind::Transactions);
    VERIFY_OK(outcome);
    QCOMPARE(bench.rows("SELECT amount FROM purchase ORDER BY time"),
             (QStringList{u"750"_s, u"1000"_s, u"0"_s}));
    QCOMPARE(outcome->rejects, (QList<RejectGroup>{{u"number_unreadable:refund"_s, 1, 5, u"some"_s, u"refunded amount"_s}}));
}

void TestImportChoices::ratesAreKeptAndUsed()
{
    ImportBench bench;
    ImportHints hints;
    hints.rates.insert(u"USD"_s, 3.75);
    VERIFY_OK(bench.import("customer_id,date,amount,currency\na,2025-01-01,10,USD\na,2025-01-02,10,SAR\n",
                           Kind::Transactions, hints));
    const auto snapshot = Customers::loadSnapshot(bench.workspace());
    VERIFY_OK(snapshot);
    QCOMPARE((*snapshot)->purchases.amount, (std::vector<std::int64_t>{3750, 1000}));
    QCOMPARE((*snapshot)->unconvertedCurrencies, QStringList());
}

void TestImportChoices::repairsMendAColumn_data()
{
    QTest::addColumn<Repair>("repair");
    QTest::addColumn<QByteArray>("amounts"); // cells, by semicolon
    QTest::addColumn<QStringList>("expected");
    using enum Repair::Action;
    QTest::newRow("replace") << Repair{Replace, u"n/a"_s, u"0"_s, 0} << QByteArray("n/a;5")
                             << QStringList{u"0"_s, u"500"_s};
    QTest::newRow("remove") << Repair{Remove, u"approx."_s, {}, 0} << QByteArray("approx. 7;5")
                            << QStringList{u"700"_s, u"500"_s};
    QTest::newRow("fill") << Repair{Fill, {}, u"3"_s, 0} << QByteArray(";5")
                          << QStringList{u"300"_s, u"500"_s};
    QTest::newRow("fill down") << Repair{FillDown, {}, {}, 0} << QByteArray("4;;;6;")
                               << QStringList{u"400"_s, u"400"_s, u"400"_s, u"600"_s, u"600"_s};
    QTest::newRow("empty if unreadable") << Repair{EmptyIfUnreadable, {}, {}, 0}
                                         << QByteArray("many;5") << QStringList{u"-"_s, u"500"_s};
    QTest::newRow("cents") << Repair{Scale, {}, {}, -2} << QByteArray("1250;5")
                           << QStringList{u"1250"_s, u"5"_s};
    QTest::newRow("thousands") << Repair{Scale, {}, {}, 3} << QByteArray("1.25;5")
                               << QStringList{u"125000"_s, u"500000"_s};
    QTest::newRow("beyond all numbers") << Repair{Scale, {}, {}, 18} << QByteArray("12345;0")
                                        << QStringList{u"0"_s};
}

void TestImportChoices::repairsMendAColumn()
{
    QFETCH(const Repair, repair);
    QFETCH(const QByteArray, amounts);
    ImportBench bench;
    QByteArray file = "customer_id,started_on,price\n";
    for (const QByteArray &amount : amounts.split(';'))
        file += "a,2025-01-01," + amount + '\n';
    auto plan = planImport(bench.write(file), Kind::Subscriptions);
    VERIFY_OK(plan);
    plan->columns[2].repairs = {repair};
    VERIFY_OK(runImport(bench.workspace(), *plan));
    QTEST(bench.rows("SELECT price FROM subscription ORDER BY id"), "expected");
}

void TestImportChoices::apostrophesOfShopsAreStripped()
{
    ImportBench bench;
    VERIFY_OK(bench.import("customer_id,name\n'1001,O'Brien\n'1002,D'Arcy\n", Kind::Customers));
    QCOMPARE(bench.rows("SELECT ref, name FROM customer"),
             (QStringList{u"1001|O'Brien"_s, u"1002|D'Arcy"_s}));
}

void TestImportChoices::choicesComeBackAsTheyWere()
{
    ImportBench bench;
    const QString file = bench.write("Id,When,Net,Status,Unused\na,01/02/1446,\"1,5\",paid,x\n");
    auto plan = planImport(file, Kind::Transactions);
    VERIFY_OK(plan);
    plan->columns[0] = {plan->columns[0]};
    plan->columns[0].target = ColumnPlan::Target::Field;
    plan->columns[0].field = u"customer_id"_s;
    plan->columns[1].target = ColumnPlan::Target::Field;
    plan->columns[1].field = u"time"_s;
    plan->columns[1].dates = {DateOrder::MonthDayYear, DateStyle::Number::ExcelSerial,
                              DateStyle::Calendar::UmmAlQura};
    plan->columns[2].target = ColumnPlan::Target::Field;
    plan->columns[2].field = u"amount"_s;
    plan->columns[2].numbers.decimal = ',';
    plan->columns[2].repairs = {{Repair::Action::Scale, {}, {}, -2},
                                {Repair::Action::Replace, u"-"_s, u"0"_s, 0}};
    plan->columns[4].target = ColumnPlan::Target::Ignore;
    plan->statusRules = {{u"paid"_s, StatusRule::Action::LeaveOut, 1}};
    plan->rates.insert(u"USD"_s, 3.75);
    plan->identity = Identity::Phone;
    plan->phoneCountry = u"20"_s;
    plan->orderRows = OrderRows::SumOfRows;
    plan->onDuplicate = OnDuplicate::ReplacePeriod;
    plan->timeZone = u"Asia/Riyadh"_s;
    plan->currency = u"EGP"_s;
    auto fresh = planImport(file, Kind::Transactions);
    VERIFY_OK(fresh);
    applyChoices(*fresh, toJson(*plan));
    fresh->ambiguousDateColumn = plan->ambiguousDateColumn;
    fresh->ambiguousDateExample = plan->ambiguousDateExample;
    QCOMPARE(toJson(*fresh), toJson(*plan));
    QVERIFY(*fresh == *plan);
}

void TestImportChoices::mappingsAreSavedUnderAName()
{
    ImportBench bench;
    const QString file = bench.write("A,B,C\nx,2025-01-01,5\n");
    ImportHints hints;
    hints.mapping = {{u"A"_s, u"customer_id"_s}, {u"B"_s, u"time"_s}, {u"C"_s, u"amount"_s}};
    const auto plan = planImport(file, Kind::Transactions, hints);
    VERIFY_OK(plan);
    VERIFY_OK(saveMapping(bench.workspace(), u"شهري"_s, *plan));
    QVERIFY(!saveMapping(bench.workspace(), u" "_s, *plan));
    const auto all = savedMappings(bench.workspace());
    VERIFY_OK(all);
    QCOMPARE(all->size(), 1);
    QCOMPARE(all->first().name, u"شهري"_s);
    QVERIFY(savedMappings(bench.workspace(), Kind::Events)->isEmpty());

    ImportHints saved;
    saved.choices = findMapping(bench.workspace(), u"شهري"_s)->choices;
    const auto again = planImport(file, Kind::Transactions, saved);
    VERIFY_OK(again);
    QCOMPARE(again->columnOf(u"amount"_s), 2);
    QVERIFY(again->missingFields().isEmpty());

    const auto missing = findMapping(bench.workspace(), u"weekly"_s);
    QVERIFY(!missing);
    QVERIFY2(missing.error().message.contains(u"شهري"_s), qPrintable(missing.error().message));
    VERIFY_OK(removeMapping(bench.workspace(), u"شهري"_s));
    QVERIFY(savedMappings(bench.workspace())->isEmpty());
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportChoices::headingsSeenBeforeAreRemembered()
{
    ImportBench bench;
    ImportHints hints;
    hints.mapping = {{u"A"_s, u"customer_id"_s}, {u"B"_s, u"time"_s}};
    VERIFY_OK(bench.import("A,B\nx,2025-01-01\n", Kind::Transactions, hints));
    const auto same = rememberedChoices(bench.workspace(), Kind::Transactions, {u"b"_s, u"A "_s});
    VERIFY_OK(same);
    QVERIFY(!same->isEmpty());
    QVERIFY(rememberedChoices(bench.workspace(), Kind::Transactions, {u"A"_s, u"C"_s})->isEmpty());
    QVERIFY(rememberedChoices(bench.workspace(), Kind::Events, {u"A"_s, u"B"_s})->isEmpty());
}

void TestImportChoices::anImportIsRepeatedWithItsChoices()
{
    ImportBench bench;
    const QString file =
        bench.write(QByteArray("A;B;C\nx;02/03/2025;\"5,5\"\n"), u"monthly.csv"_s);
    ImportHints hints;
    hints.mapping = {{u"A"_s, u"customer_id"_s}, {u"B"_s, u"time"_s}, {u"C"_s, u"amount"_s}};
    hints.dateOrder = DateOrder::MonthDayYear;
    hints.delimiter = ';';
    auto first = planImport(file, Kind::Transactions, hints);
    VERIFY_OK(first);
    first->columns[2].repairs = {{Repair::Action::Scale, {}, {}, 1}};
    const auto outcome = runImport(bench.workspace(), *first);
    VERIFY_OK(outcome);
    const auto plan = planAgain(bench.workspace(), outcome->batch);
    VERIFY_OK(plan);
    const auto again = runImport(bench.workspace(), *plan);
    VERIFY_OK(again);
    QCOMPARE(bench.rows("SELECT date(time, 'unixepoch'), amount FROM purchase"),
             (QStringList{u"2025-02-03|5500"_s, u"2025-02-03|5500"_s}));

    QVERIFY(QFile::remove(file));
    const auto gone = planAgain(bench.workspace(), outcome->batch);
    QVERIFY(!gone);
    QVERIFY2(gone.error().message.contains(u"monthly.csv"_s), qPrintable(gone.error().message));
    QVERIFY(!planAgain(bench.workspace(), BatchId{99}));
    const auto pasted = planImport(pastedTable(u"customer_id\tdate\n1\t2025-01-01\n"_s),
                                   Kind::Transactions);
    VERIFY_OK(pasted);
    const auto batch = runImport(bench.workspace(), *pasted);
    VERIFY_OK(batch);
    QVERIFY(!planAgain(bench.workspace(), batch->batch));
}

void TestImportChoices::theSameFileIsNoticed()
{
    ImportBench bench;
    const QString file = bench.write("customer_id,date\n1,2025-01-01\n");
    QVERIFY(!importOfSameFile(bench.workspace(), {file, {}})->has_value());
    const auto outcome = bench.importFile(file, Kind::Transactions);
    VERIFY_OK(outcome);
    QCOMPARE(importOfSameFile(bench.workspace(), {file, {}})->value_or(BatchId{}), outcome->batch);
    bench.write("customer_id,date\n1,2025-01-01\n2,2025-01-01\n");
    QVERIFY(!importOfSameFile(bench.workspace(), {file, {}})->has_value());
}

void TestImportChoices::modesThatMakeNoSenseAreRefused_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<OnDuplicate>("mode");
    QTest::newRow("customers have no period") << Kind::Customers << QByteArray("customer_id\n1\n")
                                              << OnDuplicate::ReplacePeriod;
    QTest::newRow("a customer exists once") << Kind::Customers << QByteArray("customer_id\n1\n")
                                            << OnDuplicate::Add;
    QTest::newRow("orders without id") << Kind::Transactions
                                       << QByteArray("customer_id,date\n1,2025-01-01\n")
                                       << OnDuplicate::Skip;
    QTest::newRow("events have no id") << Kind::Events
                                       << QByteArray("customer_id,time,event\n1,2025-01-01,x\n")
                                       << OnDuplicate::UpdateOnly;
}

void TestImportChoices::modesThatMakeNoSenseAreRefused()
{
    QFETCH(const Kind, kind);
    QFETCH(const QByteArray, file);
    QFETCH(const OnDuplicate, mode);
    ImportBench bench;
    ImportHints hints;
    hints.onDuplicate = mode;
    const auto outcome = bench.import(file, kind, hints);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Definition);
    QCOMPARE(bench.count("import_batch"), 0);
}

void TestImportChoices::everyRowIsAccountedFor()
{
    ImportBench bench;
    VERIFY_OK(bench.import("order_id,customer_id,date,amount\no1,a,2025-01-01,1\n",
                           Kind::Transactions));
    ImportHints hints;
    hints.onDuplicate = OnDuplicate::Update;
    hints.orderRows = OrderRows::TotalOnce;
    const auto outcome = bench.import("order_id,customer_id,date,amount,status\no1,a,2025-01-01,1,paid\n"
                                      "o2,a,2025-01-01,2,paid\no2,a,2025-01-01,2,paid\n"
                                      "o3,a,2025-01-01,2,cancelled\no4,a,never,2,paid\n",
                                      Kind::Transactions, hints);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRead, 5);
    QCOMPARE(outcome->rowsImported, 1);
    QCOMPARE(outcome->rowsUnchanged, 1);
    QCOMPARE(outcome->rowsMerged, 1);
    QCOMPARE(outcome->rowsLeftOut, 1);
    QCOMPARE(outcome->rowsRejected, 1);
}

void TestImportChoices::columnsOfFactsBecomeAttributes()
{
    ImportBench bench;
    VERIFY_OK(bench.import("customer_id,region\na,north\n", Kind::Customers));
    const QStringList before = bench.rows("SELECT * FROM customer_attribute");
    auto plan = planImport(bench.write("customer_id,date,region,visits\na,2025-01-01,south,1\n"
                                       "b,2025-01-01,west,2\nb,2025-01-02,,3\nc,2025-01-02,,\n"),
                           Kind::Transactions);
    VERIFY_OK(plan);
    for (const int column : {2, 3}) {
        QCOMPARE(plan->columns[column].target, ColumnPlan::Target::Ignore);
        plan->columns[column].target = ColumnPlan::Target::Attribute;
        plan->columns[column].attribute = plan->columns[column].heading;
    }
    const auto outcome = runImport(bench.workspace(), *plan);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsImported, 4);
    QCOMPARE(bench.rows("SELECT c.ref, region, visits FROM customer_attribute a JOIN customer c ON "
                        "c.id = a.customer ORDER BY c.id"),
             (QStringList{u"a|south|1"_s, u"b|west|3"_s}));
    QCOMPARE(bench.problems(), QStringList());
    VERIFY_OK(undoImport(bench.workspace(), outcome->batch));
    QCOMPARE(bench.rows("SELECT * FROM customer_attribute"), before);
    QCOMPARE(bench.problems(), QStringList());
}

QTEST_GUILESS_MAIN(TestImportChoices)
#include "tst_importchoices.moc"
