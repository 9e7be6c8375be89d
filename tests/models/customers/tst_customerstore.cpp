#include "models/customers/customerstore.h"
#include "tests/support/testworkspace.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using Customers::TimelineEntry;

class TestCustomerStore : public QObject
{
    Q_OBJECT

private slots:
    void customersComeInTheOrderAskedFor();
    void aCardTellsEverythingAboutOneCustomer();
    void contractsAndDealsStandInTheTimeline();
    void aLongTimelineIsCutToTheNewest();
    void aCustomerWhoIsGoneIsSaid();
    void searchFindsTexts_data();
    void searchFindsTexts();
    void searchCanBeCancelled();
};

void TestCustomerStore::customersComeInTheOrderAskedFor()
{
    TestWorkspace workspace;
    const qint64 a = workspace.customer({.ref = u"A"_s,
                                         .name = u"أحمد"_s,
                                         .acquiredOn = QDate(2024, 5, 6),
                                         .acquisitionCost = 700});
    const qint64 b =
        workspace.customer({.ref = u"B"_s, .email = u"b@example.com"_s, .city = u"Riyadh"_s});
    workspace.commit();
    auto store = Customers::CustomerStore::open(workspace.workspace());
    QVERIFY(store.ok());
    const auto customers = store->customers({b, 999, a});
    QVERIFY(customers.ok());
    QCOMPARE(customers->size(), 3);
    QCOMPARE(customers->at(0).reference, u"B"_s);
    QCOMPARE(customers->at(0).email, u"b@example.com"_s);
    QCOMPARE(customers->at(0).city, u"Riyadh"_s);
    QVERIFY(!customers->at(0).acquiredOn.isValid());
    QVERIFY(!customers->at(0).acquisitionCost);
    QVERIFY(!customers->at(1).id.isValid());
    QCOMPARE(customers->at(2).name, u"أحمد"_s);
    QCOMPARE(customers->at(2).acquiredOn, QDate(2024, 5, 6));
    QCOMPARE(customers->at(2).acquisitionCost, std::optional<qint64>(700));
    QVERIFY(store->customers({})->isEmpty());
}

void TestCustomerStore::aCardTellsEverythingAboutOneCustomer()
{
    TestWorkspace workspace;
    const qint64 other = workspace.customer();
    const qint64 customer = workspace.customer({.ref = u"X"_s});
    workspace.attribute(customer, u"sector"_s, u"cafés"_s);
    workspace.attribute(customer, u"employees"_s, 12.0);
    workspace.attribute(other, u"colour"_s, u"red"_s);
    workspace.purchase(other, QDate(2025, 1, 9), 1);
    workspace.purchase(customer, QDate(2025, 1, 1), 1000, u"coffee"_s, u"USD"_s);
    workspace.exec(u"UPDATE purchase SET order_ref = 'O-7' WHERE amount = 1000"_s);
    workspace.purchase(customer, QDate(2025, 1, 5), -200);
    workspace.event(customer, QDate(2025, 1, 2), u"signup"_s, u"{\"plan\":\"pro\"}"_s);
    workspace.exec(
        u"INSERT INTO survey(customer, time, instrument, score, comment) VALUES(%1, %2, %3, 9, 'good')"_s
            .arg(customer)
            .arg(epochSeconds(QDate(2025, 1, 3)))
            .arg(workspace.term(u"instrument"_s, u"nps"_s)));
    workspace.exec(
        u"INSERT INTO interaction(customer, time, channel, effort) VALUES(%1, %2, %3, 3)"_s
            .arg(customer)
            .arg(epochSeconds(QDate(2025, 1, 4)))
            .arg(workspace.term(u"channel"_s, u"phone"_s)));
    const auto snapshot = workspace.snapshot();
    auto store = Customers::CustomerStore::open(workspace.workspace());
    const auto card = store->card(*snapshot, snapshot->indexOf(CustomerId{customer}));
    QVERIFY2(card, qPrintable(card ? QString() : card.error().message));
    QCOMPARE(card->customer.reference, u"X"_s);
    QCOMPARE(card->attributes.size(), 2);
    QCOMPARE(card->attributes.at(0).title, u"sector"_s);
    QCOMPARE(card->attributes.at(0).text, u"cafés"_s);
    QCOMPARE(card->attributes.at(1).number, std::optional(12.0));
    QCOMPARE(card->timelineEntries, 5);
    QCOMPARE(card->timeline.size(), 5);
    using Kind = TimelineEntry::Kind;
    const QList<Kind> kinds{Kind::Refund, Kind::Interaction, Kind::Survey, Kind::Event,
                            Kind::Purchase};
    for (int i = 0; i < 5; ++i)
        QCOMPARE(card->timeline.at(i).kind, kinds.at(i));
    const TimelineEntry &purchase = card->timeline.at(4);
    QCOMPARE(purchase.amount, std::optional<qint64>(1000));
    QCOMPARE(purchase.currency, u"USD"_s);
    QCOMPARE(purchase.subject, u"coffee"_s);
    QCOMPARE(purchase.detail, u"O-7"_s);
    QCOMPARE(purchase.seconds, epochSeconds(QDate(2025, 1, 1)));
    QCOMPARE(card->timeline.at(3).detail, u"{\"plan\":\"pro\"}"_s);
    QCOMPARE(card->timeline.at(2).subject, u"nps"_s);
    QCOMPARE(card->timeline.at(2).value, std::optional(9.0));
    QCOMPARE(card->timeline.at(1).subject, u"phone"_s);
}

void TestCustomerStore::contractsAndDealsStandInTheTimeline()
{
    TestWorkspace workspace;
    const qint64 other = workspace.customer();
    const qint64 customer = workspace.customer({.ref = u"X"_s});
    const auto day = [](int month, int date) { return epochDay(epochSeconds(QDate(2025, month, date))); };
    workspace.exec(u"INSERT INTO subscription(customer, started_on, ended_on, price) VALUES(%1, %2, %3, "
                   "4900), (%4, %2, NULL, 1), (%1, %5, NULL, NULL)"_s.arg(customer)
                       .arg(day(1, 1))
                       .arg(day(3, 1))
                       .arg(other)
                       .arg(day(4, 1)));
    workspace.exec(
        u"INSERT INTO deal_change(deal_ref, customer, stage, changed_at, amount, accepted, "
        "rejection_reason) VALUES('D-1', %1, 'Qualified', %2, 500000, 0, 'no budget'), ('D-1', %1, "
        "'Won', %3, 450000, NULL, NULL), ('D-2', %4, 'Won', %3, 1, 1, NULL)"_s.arg(customer)
            .arg(epochSeconds(QDate(2025, 2, 1)) + 3600)
            .arg(epochSeconds(QDate(2025, 5, 1)))
            .arg(other));
    const auto snapshot = workspace.snapshot();
    auto store = Customers::CustomerStore::open(workspace.workspace());
    const auto card = store->card(*snapshot, snapshot->indexOf(CustomerId{customer}));
    QVERIFY2(card, qPrintable(card ? QString() : card.error().message));
    using Kind = TimelineEntry::Kind;
    const QList<Kind> kinds{Kind::Deal, Kind::SubscriptionStart, Kind::SubscriptionEnd, Kind::Deal,
                            Kind::SubscriptionStart};
    QCOMPARE(card->timelineEntries, kinds.size());
    QCOMPARE(card->timeline.size(), kinds.size());
    for (int i = 0; i < kinds.size(); ++i)
        QCOMPARE(card->timeline.at(i).kind, kinds.at(i));
    QCOMPARE(card->timeline.at(0).subject, u"Won"_s);
    QCOMPARE(card->timeline.at(0).amount, std::optional<qint64>(450000));
    QCOMPARE(card->timeline.at(0).currency, snapshot->currency.code);
    QVERIFY(!card->timeline.at(0).accepted);
    QVERIFY(!card->timeline.at(1).amount);
    QCOMPARE(card->timeline.at(2).seconds, epochSeconds(QDate(2025, 3, 1)));
    QCOMPARE(card->timeline.at(3).accepted, std::optional(false));
    QCOMPARE(card->timeline.at(3).reason, u"no budget"_s);
    QCOMPARE(card->timeline.at(3).detail, u"D-1"_s);
    QCOMPARE(card->timeline.at(4).amount, std::optional<qint64>(4900));
}

void TestCustomerStore::aLongTimelineIsCutToTheNewest()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    for (int i = 0; i < 30; ++i) {
        workspace.purchase(customer, QDate(2025, 1, 1).addDays(i), i);
        workspace.event(customer, QDate(2025, 1, 1).addDays(i), u"visit"_s);
    }
    const auto snapshot = workspace.snapshot();
    auto store = Customers::CustomerStore::open(workspace.workspace());
    const auto card = store->card(*snapshot, 0, 10);
    QVERIFY(card.ok());
    QCOMPARE(card->timeline.size(), 10);
    QCOMPARE(card->timelineEntries, 60);
    QCOMPARE(card->timeline.first().seconds, epochSeconds(QDate(2025, 1, 30)));
    QCOMPARE(card->timeline.last().seconds, epochSeconds(QDate(2025, 1, 26)));
}

void TestCustomerStore::aCustomerWhoIsGoneIsSaid()
{
    TestWorkspace workspace;
    workspace.customer();
    const auto snapshot = workspace.snapshot();
    workspace.exec(u"DELETE FROM customer"_s);
    workspace.commit();
    auto store = Customers::CustomerStore::open(workspace.workspace());
    const auto card = store->card(*snapshot, 0);
    QVERIFY(!card);
    QCOMPARE(card.error().kind, Error::Kind::Data);
}

void TestCustomerStore::searchFindsTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("reference") << u"C-1"_s << QStringList{u"C-1"_s};
    QTest::newRow("part of a name, other case") << u"ALI"_s << QStringList{u"C-1"_s, u"D_2"_s};
    QTest::newRow("Arabic") << u"روافد"_s << QStringList{u"D_2"_s};
    QTest::newRow("e-mail") << u"@example"_s << QStringList{u"C-1"_s};
    QTest::newRow("phone") << u"5551"_s << QStringList{u"E%3"_s};
    QTest::newRow("company") << u"Trade"_s << QStringList{u"E%3"_s};
    QTest::newRow("percent is a letter") << u"%"_s << QStringList{u"E%3"_s};
    QTest::newRow("underscore is a letter") << u"_"_s << QStringList{u"D_2"_s};
    QTest::newRow("backslash is a letter") << u"\\"_s << QStringList();
    QTest::newRow("quote") << u"'"_s << QStringList();
    QTest::newRow("spaces around") << u"  c-1 "_s << QStringList{u"C-1"_s};
    QTest::newRow("everybody") << u""_s << QStringList{u"C-1"_s, u"D_2"_s, u"E%3"_s};
    QTest::newRow("city is not searched") << u"Jeddah"_s << QStringList();
}

void TestCustomerStore::searchFindsTexts()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    TestWorkspace workspace;
    workspace.customer({.ref = u"C-1"_s,
                        .name = u"Ali Hassan"_s,
                        .email = u"ali@example.com"_s,
                        .city = u"Jeddah"_s});
    workspace.customer({.ref = u"D_2"_s, .name = u"Khalid"_s, .company = u"روافد للتوريد"_s});
    workspace.customer({.ref = u"E%3"_s, .phone = u"+966 5551"_s, .company = u"Gulf Trade"_s});
    workspace.commit();
    const auto rows = Customers::searchCustomers(workspace.workspace(), text);
    QVERIFY(rows.ok());
    auto store = Customers::CustomerStore::open(workspace.workspace());
    QStringList references;
    const auto customers = store->customers(*rows);
    QVERIFY(customers.ok());
    for (const Customers::Customer &customer : *customers)
        references.append(customer.reference);
    QCOMPARE(references, found);
}

void TestCustomerStore::searchCanBeCancelled()
{
    TestWorkspace workspace;
    workspace.exec(u"INSERT INTO customer(ref, batch) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                   u"SELECT i + 1 FROM n "
                   "WHERE i < 100000) SELECT 'C' || i, 1 FROM n"_s);
    workspace.commit();
    std::stop_source stop;
    stop.request_stop();
    const auto rows =
        Customers::searchCustomers(workspace.workspace(), u"x"_s, Progress(stop.get_token()));
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestCustomerStore)
#include "tst_customerstore.moc"
