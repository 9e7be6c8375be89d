#include "tests/models/import/importtesting.h"

using namespace Import;
using namespace Qt::StringLiterals;

/// First and last name in two columns become the customer's name.
class TestNameJoin : public QObject
{
    Q_OBJECT
private slots:
    void namesAreJoined_data();
    void namesAreJoined();
    void whatTheUserSaysWins_data();
    void whatTheUserSaysWins();
    void theChoiceIsRemembered();
};

void TestNameJoin::namesAreJoined_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("first and last") << QByteArray("customer_id,First Name,Last Name\n1,Amal,Saleh\n2,Omar,\n"
                                                  "3,,Haddad\n4,,\n5,\"Ana \"\"Ani\"\"\",  Pop \n")
                                    << QStringList{u"Amal Saleh"_s, u"Omar"_s, u"Haddad"_s, u"-"_s,
                                                   u"Ana \"Ani\" Pop"_s};
    QTest::newRow("last before first")
        << QByteArray("customer_id,surname,given_name\n1,Saleh,Amal\n") << QStringList{u"Amal Saleh"_s};
    QTest::newRow("Arabic") << QByteArray("رقم العميل,الاسم الأول,اسم العائلة\n1,أمل,صالح\n")
                            << QStringList{u"أمل صالح"_s};
    QTest::newRow("a whole name beside them")
        << QByteArray("customer_id,First Name,Last Name,Full Name\n1,Amal,Saleh,Dr Amal Saleh\n")
        << QStringList{u"Dr Amal Saleh"_s};
    QTest::newRow("HubSpot")
        << QByteArray("Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Contact "
                      "owner,Lead Status,Lifecycle Stage,Create Date,Last Activity Date,Original Source,"
                      "Associated Company,Associated Company IDs,Country/Region\n"
                      "1,Amal,Saleh,a@b.com,,,,,,,2025-01-05,,,,,SA\n")
        << QStringList{u"Amal Saleh"_s};
    QTest::newRow("EngageBay, whose name is the first one")
        << QByteArray("name,last_name,email,role,phone,website,address,country,tags,score,owner,"
                      "created_time,updated_time\nAmal,Saleh,a@b.com,,,,,SA,,,,2025-01-05,\n")
        << QStringList{u"Amal Saleh"_s};
    QTest::newRow("Zoho, mapped to the last one")
        << QByteArray("Lead Owner,Salutation,First Name,Title,Last Name,Company,Lead Source,Industry,"
                      "Annual Revenue,Phone,Mobile,Fax,Email,Secondary Email,Skype ID,Web site,Lead "
                      "Status,Rating,No. of Employees,Email Opt-out,Created By,Modified By\n"
                      "x,Ms,Amal,,Saleh,,,,,,,,a@b.com,,,,,,,,,\n")
        << QStringList{u"Amal Saleh"_s};
}

void TestNameJoin::namesAreJoined()
{
    QFETCH(const QByteArray, table);
    QFETCH(const QStringList, names);
    ImportBench bench;
    const auto plan = planImport(bench.write(table), Kind::Customers);
    VERIFY_OK(plan);
    VERIFY_OK(runImport(bench.workspace(), *plan));
    QCOMPARE(bench.rows("SELECT name FROM customer ORDER BY id"), names);
    // The last name is not kept a second time.
    const bool hasWholeName = names.first().startsWith(u"Dr"_s);
    QCOMPARE(bench.rows("SELECT title FROM attribute WHERE title = 'Last Name'").size(),
             hasWholeName ? 1 : 0);
}

void TestNameJoin::whatTheUserSaysWins_data()
{
    using Mapping = QHash<QString, QString>;
    QTest::addColumn<Mapping>("mapping");
    QTest::newRow("the last name alone") << Mapping{{u"Last Name"_s, u"name"_s}};
    QTest::newRow("without the first") << Mapping{{u"First Name"_s, QString()},
                                                  {u"Last Name"_s, u"name"_s}};
}

void TestNameJoin::whatTheUserSaysWins()
{
    using Mapping = QHash<QString, QString>;
    QFETCH(const Mapping, mapping);
    ImportBench bench;
    ImportHints hints;
    hints.mapping = mapping;
    const QString file = bench.write("customer_id,First Name,Last Name\n1,Amal,Saleh\n");
    const auto plan = planImport(file, Kind::Customers, hints);
    VERIFY_OK(plan);
    VERIFY_OK(runImport(bench.workspace(), *plan));
    QCOMPARE(bench.rows("SELECT name FROM customer"), QStringList{u"Saleh"_s});
}

void TestNameJoin::theChoiceIsRemembered()
{
    ImportBench bench;
    const QString file = bench.write("customer_id,First Name,Last Name\n1,Amal,Saleh\n");
    const auto plan = planImport(file, Kind::Customers);
    VERIFY_OK(plan);
    ImportHints hints;
    hints.choices = toJson(*plan);
    const auto again = planImport(file, Kind::Customers, hints);
    VERIFY_OK(again);
    QCOMPARE(again->columns, plan->columns);
}

QTEST_GUILESS_MAIN(TestNameJoin)
#include "tst_namejoin.moc"
