#include "tests/models/import/importtesting.h"

#include "models/import/rowexport.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Import;
using namespace Qt::StringLiterals;

/// What is imported, exported and imported into a new workspace gives the same workspace.
class TestRoundTrip : public QObject
{
    Q_OBJECT

private slots:
    void everyKindComesBack_data();
    void everyKindComesBack();
    void everyKindHasFilledFields();
    void anotherCurrencyOfTheWorkspaceComesBack();
};

namespace {

/// Files with every field of every kind at least once, and with what is easily lost: quotes, line
/// breaks, formulas, leading zeros, long numbers, empty cells, three currencies.
struct Given
{
    Kind kind;
    const char *csv;
};
constexpr Given given[] = {
    {Kind::Customers,
     "customer_id,name,email,phone,company,country,city,acquired_on,channel,acquisition_cost,stage,employees,sector,"
     "score,\"size of \"\"it\"\"\",الفرع\n"
     "007,\"Nasim, \"\"The\"\" Ltd\",n@example.com,+966551234567,ACME,SA,الرياض,2024-02-29,web,12.34,convert,12,قهوة,0.5,"
     "\"a\nb\",جدة\n"
     "c2,\"=HYPERLINK(\"\"x\"\",\"\"y\"\")\",,,@cmd,,-2+3,1931-05-06,,0.01,,900719925474099,'quoted,1e-7,+7,٣\n"
     "ع-3,محمد؛ «أحمد»,ع@مثال.إختبار,٠٥٥١,\"a;b|c\td\",,,,,,retain,,,3,,\n"
     "plain,,,,,,,,,,,,,,,\n"},
    {Kind::Transactions,
     "customer_id,time,amount,order_id,currency,quantity,product,category,channel,margin\n"
     "007,2025-01-02 10:20:31,1234.56,o1,SAR,2.5,\"Cup, \"\"large\"\"\",قهوة,web,1.10\n"
     "007,2025-01-02 10:20:31,-7.125,00042,KWD,0.1,,,,-0.125\n"
     "new-1,2024-12-31 23:59:59,1500,=1+1,JPY,,=SUM(A1),,,\n"
     "c2,2025-01-01,0.01,,SAR,0.30000000000000004,,,متجر,\n"
     "c2,2025-01-03,99999999999.99,o5,SAR,,,,,\n"},
    {Kind::Events,
     "customer_id,time,event,channel,value,zone,page,price,الحملة\n"
     "c2,2025-01-01 00:00:01,view,web,1.5,N,\"/a?b=\"\"c\"\"\",9.50,رمضان\n"
     "ع-3,2025-01-02,شراء,,,,,,\nnew-2,2025-01-02,buy,,-0.1,007,=x,1e5,\n"},
    {Kind::Summaries,
     "customer_id,x,t_x,T,mean_spend,period\nc2,2,30.43,38.86,22.345,month\n007,0,0,5.285714285714286,,week\n"},
    {Kind::Costs,
     "period,kind,amount,stage,channel,hours\n2025-01,acquisition,10.01,attract,web,1.25\n"
     "2025-Q2,retention,5,,,\n2024,retention,5,الاحتفاظ,,\n2025-03-05/2025-03-05,retention,-1,,,\n"
     "2024-12-30/2025-01-05,acquisition,7,,,\n"},
    {Kind::Surveys,
     "customer_id,time,instrument,score,brand,comment\nc2,2025-01-01 09:00,nps,9,Us,\"fine; \"\"very\"\"\nso\"\n"
     "ع-3,2025-01-02,رضا,4.5,نحن,=ممتاز\n007,2025-01-02,ces,1,,\n"},
    {Kind::Interactions,
     "customer_id,time,channel,effort,cost,minutes,resolved\nc2,2025-01-01 10:00,phone,7,1.99,0.5,no\n"
     "ع-3,2025-01-02,واتساب,,,,\n007,2025-01-03,mail,1,0,12,yes\n"},
    {Kind::Subscriptions,
     "customer_id,started_on,ended_on,price\nc2,2024-01-01,,5\n007,2024-01-01,2024-02-01,5.55\n"},
    {Kind::Deals,
     "deal_id,customer_id,stage,changed_at,amount,probability,owner,accepted,rejection_reason,metrics,economic_buyer,"
     "decision_criteria,decision_process,identified_pain,champion\n"
     "D-1,c2,Qualify,2025-01-01 10:00:05,5,0.25,\"O'Neil, Ann\",yes,,3,0,1,2,3,0\n"
     "D-1,c2,Lost,2025-02-01,5.5,0,ليلى,no,=سعر,,,,,,\nD-002,ع-3,فوز,2025-03-01,,1,,,,0,,,,,\n"},
};

const QStringList tables{u"customer"_s, u"customer_attribute"_s, u"attribute"_s, u"purchase"_s, u"event"_s,
                         u"survey"_s,   u"interaction"_s,        u"cost"_s,      u"subscription"_s,
                         u"deal_change"_s, u"summary"_s, u"stage_change"_s};

/// Every row of \a table in order, one text a row: ids of customers and terms as what they stand
/// for, JSON with its names in order, numbers with all their digits.
QStringList contentsOf(const ImportBench &bench, const QString &table)
{
    Result<Database> database = bench.workspace().connect(Database::Mode::ReadOnly);
    if (!database)
        return {database.error().message};
    const Result<QStringList> rows = database->attempt([&](SQLite::Database &connection) {
        QStringList columns;
        SQLite::Statement info(connection, "SELECT name, type FROM pragma_table_info(?)");
        info.bind(1, table.toStdString());
        while (info.executeStep()) {
            const QString name = QString::fromUtf8(info.getColumn(0).getText());
            const QString quoted = u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
            const bool isNumber = info.getColumn(1).getString() == "INTEGER";
            if (name == u"batch")
                continue;
            if (name == u"customer")
                columns.append(u"(SELECT ref FROM customer WHERE id = t.customer)"_s);
            else if (isNumber && QStringList{u"currency"_s, u"category"_s, u"product"_s, u"channel"_s, u"event"_s,
                                             u"instrument"_s, u"brand"_s}.contains(name))
                columns.append(u"(SELECT field || ':' || text FROM term WHERE id = t.%1)"_s.arg(quoted));
            else if (info.getColumn(1).getString() == "REAL")
                columns.append(u"printf('%!.17g', t.%1)"_s.arg(quoted));
            else
                columns.append(u"t."_s + quoted);
        }
        SQLite::Statement query(
            connection, u"SELECT %1 FROM %2 t ORDER BY t.rowid"_s.arg(columns.join(u", "_s), table).toStdString());
        QStringList all;
        while (query.executeStep()) {
            QStringList cells;
            for (int i = 0; i < query.getColumnCount(); ++i) {
                const SQLite::Column cell = query.getColumn(i);
                QString text = cell.isNull() ? u"-"_s : QString::fromUtf8(cell.getText());
                if (text.startsWith(u'{'))
                    text = QString::fromUtf8(
                        QJsonDocument(QJsonDocument::fromJson(text.toUtf8()).object()).toJson(QJsonDocument::Compact));
                cells.append(text);
            }
            all.append(cells.join(u" ¦ "_s));
        }
        return all;
    });
    return rows ? *rows : QStringList{rows.error().message};
}

} // namespace

void TestRoundTrip::everyKindComesBack_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("CSV") << u".csv"_s;
    QTest::newRow("workbook") << u".xlsx"_s;
}

void TestRoundTrip::everyKindComesBack()
{
    QFETCH(const QString, ending);
    ImportBench first;
    for (const Given &each : given) {
        const auto outcome = first.import(each.csv, each.kind);
        VERIFY_OK(outcome);
        QVERIFY2(outcome->rowsRejected == 0,
                 qPrintable(kindName(each.kind) + u": "_s + (outcome->rejects.isEmpty() ? QString() : outcome->rejects.first().reason)));
    }
    // Customers first: rows of the other kinds would make them in another order.
    QList<Kind> kinds = allKinds();
    QCOMPARE(kinds.first(), Kind::Customers);
    QCOMPARE(kinds.size(), 9);
    ImportBench second;
    for (const Kind kind : kinds) {
        const QString file = first.path(kindName(kind) + ending);
        const Result<qint64> rows = exportRows(first.workspace(), kind, file);
        VERIFY_OK(rows);
        const auto outcome = second.importFile(file, kind);
        VERIFY_OK(outcome);
        QCOMPARE(outcome->rowsRead, *rows);
        QVERIFY2(outcome->rowsRejected == 0,
                 qPrintable(kindName(kind) + u": "_s + (outcome->rejects.isEmpty() ? QString() : outcome->rejects.first().reason)));
    }
    for (const QString &table : tables) {
        const QStringList rows = contentsOf(first, table);
        QVERIFY2(!rows.isEmpty() || table == u"stage_change", qPrintable(table));
        QCOMPARE(contentsOf(second, table), rows);
    }
    QCOMPARE(second.rows("SELECT field, text FROM term ORDER BY 1, 2"), first.rows("SELECT field, text FROM term ORDER BY 1, 2"));
    QCOMPARE(second.problems(), QStringList());
}

/// The files above would prove little if they left columns of the workspace empty.
void TestRoundTrip::everyKindHasFilledFields()
{
    ImportBench bench;
    for (const Given &each : given)
        VERIFY_OK(bench.import(each.csv, each.kind));
    for (const Kind kind : allKinds()) {
        const QString columns = u"SELECT name FROM pragma_table_info('%1')"_s.arg(tableOf(kind));
        for (const QString &column : bench.rows(columns.toLatin1().constData())) {
            const QString filled = u"SELECT count(*) FROM %1 WHERE \"%2\" IS NOT NULL"_s.arg(tableOf(kind), column);
            QVERIFY2(bench.rows(filled.toLatin1().constData()) != QStringList{u"0"_s}, qPrintable(tableOf(kind) + u'.' + column));
        }
    }
}

void TestRoundTrip::anotherCurrencyOfTheWorkspaceComesBack()
{
    ImportHints dinars;
    dinars.currency = u"KWD"_s;
    ImportBench first;
    VERIFY_OK(first.import("customer_id,time,amount\nc1,2025-01-01,1.125\n", Kind::Transactions, dinars));
    VERIFY_OK(first.import("period,kind,amount\n2025-01,acquisition,10.005\n", Kind::Costs));
    ImportBench second;
    for (const Kind kind : {Kind::Transactions, Kind::Costs}) {
        const QString file = first.path(kindName(kind) + u".csv"_s);
        VERIFY_OK(exportRows(first.workspace(), kind, file));
        VERIFY_OK(second.importFile(file, kind));
    }
    for (const QString &table : {u"purchase"_s, u"cost"_s})
        QCOMPARE(contentsOf(second, table), contentsOf(first, table));
    QCOMPARE(second.rows("SELECT amount FROM cost"), QStringList{u"10005"_s});
}

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_roundtrip.moc"
