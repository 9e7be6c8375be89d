#include "models/workspace/fingerprint.h"
#include "tests/support/testworkspace.h"

#include <QtTest>

using namespace Qt::StringLiterals;

class TestWorkspaceCheck : public QObject
{
    Q_OBJECT

private slots:
    void aFreshWorkspaceIsSound();
    void rowsAreCounted();
    void importedRowsMatchTheirFingerprint();
    void aChangedImportIsFound_data();
    void aChangedImportIsFound();
    void aRangeOfAForeignTableIsFound();
    void aPurchaseWithoutCustomerIsFound();
    void aForeignTriggerIsFound();
    void aDamagedPageIsFound();
    void aFileOfAnotherKindIsAnError();
    void aNewerFileIsAnError();
    void checkingCanBeCancelled();
    void theFingerprintDoesNotDependOnOrder();
    void theFingerprintTellsColumnsAndValuesApart();
};

namespace {

/// Three purchases and their fingerprint as an import would record it.
void importThree(TestWorkspace &workspace)
{
    const qint64 customer = workspace.customer();
    const qint64 sar = workspace.term(u"currency"_s, u"SAR"_s);
    std::uint64_t sum = 0;
    for (int i = 1; i <= 3; ++i) {
        workspace.exec(
            u"INSERT INTO purchase(id, customer, time, amount, currency, quantity, order_ref) "
            "VALUES(%1, %2, %3, %4, %5, %6, 'order-number-%1')"_s.arg(i)
                .arg(customer)
                .arg(1000 * i)
                .arg(100 * i)
                .arg(sar)
                .arg(i == 2 ? 2.0 : 0.5));
        Fingerprint::Row row(i);
        row.integer(1, customer);
        row.integer(2, 1000 * i);
        row.integer(3, 100 * i);
        row.integer(4, sar);
        row.real(8, i == 2 ? 2.0 : 0.5);
        row.text(10, "order-number-" + std::to_string(i));
        sum += row.hash();
    }
    workspace.exec(
        u"INSERT INTO batch_range VALUES(1, 'purchase', 1, 3, 3, %1)"_s.arg(qint64(sum)));
    workspace.commit();
}

QStringList problemsOf(TestWorkspace &workspace)
{
    workspace.close();
    const auto check = checkWorkspace(workspace.file());
    return check ? check->problems : QStringList{u"error: "_s + check.error().message};
}

} // namespace

void TestWorkspaceCheck::aFreshWorkspaceIsSound()
{
    TestWorkspace workspace;
    static_cast<void>(workspace.workspace());
    workspace.close();
    const auto check = checkWorkspace(workspace.file());
    QVERIFY(check.ok());
    QVERIFY(check->isSound());
    QCOMPARE(check->schemaVersion, 1);
}

void TestWorkspaceCheck::rowsAreCounted()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.customer();
    workspace.event(customer, QDate(2025, 1, 1), u"signup"_s);
    workspace.commit(); // while it is open for writing
    const auto check = checkWorkspace(workspace.file());
    QVERIFY(check.ok());
    const auto rows = [&](const QString &table) {
        const auto at = std::ranges::find(check->counts, table, &WorkspaceCheck::Count::table);
        return at == check->counts.end() ? -1 : at->rows;
    };
    QCOMPARE(rows(u"customer"_s), 2);
    QCOMPARE(rows(u"event"_s), 1);
    QCOMPARE(rows(u"purchase"_s), 0);
}

void TestWorkspaceCheck::importedRowsMatchTheirFingerprint()
{
    TestWorkspace workspace;
    importThree(workspace);
    QCOMPARE(problemsOf(workspace), QStringList());
}

void TestWorkspaceCheck::aChangedImportIsFound_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("found");
    QTest::newRow("amount") << u"UPDATE purchase SET amount = amount + 1 WHERE id = 2"_s
                            << u"not as they were imported"_s;
    QTest::newRow("text") << u"UPDATE purchase SET order_ref = 'order-number-9' WHERE id = 3"_s
                          << u"not as they were imported"_s;
    QTest::newRow("real") << u"UPDATE purchase SET quantity = 0.25 WHERE id = 1"_s
                          << u"not as they were imported"_s;
    QTest::newRow("value to null")
        << u"UPDATE purchase SET quantity = NULL WHERE id = 1"_s << u"not as they were imported"_s;
    QTest::newRow("null to value")
        << u"UPDATE purchase SET margin = 0 WHERE id = 1"_s << u"not as they were imported"_s;
    QTest::newRow("row gone") << u"DELETE FROM purchase WHERE id = 2"_s
                              << u"wrote 3 rows to \"purchase\", but 2 are there"_s;
}

void TestWorkspaceCheck::aChangedImportIsFound()
{
    QFETCH(QString, change);
    QFETCH(QString, found);
    TestWorkspace workspace;
    importThree(workspace);
    workspace.exec(change);
    const QStringList problems = problemsOf(workspace);
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().contains(found), qPrintable(problems.first()));
}

void TestWorkspaceCheck::aRangeOfAForeignTableIsFound()
{
    TestWorkspace workspace;
    workspace.exec(u"INSERT INTO batch_range VALUES(1, 'x\" UNION SELECT 1', 1, 3, 3, 0)"_s);
    const QStringList problems = problemsOf(workspace);
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.first().contains(u"which no import writes"_s));
}

void TestWorkspaceCheck::aPurchaseWithoutCustomerIsFound()
{
    TestWorkspace workspace;
    workspace.exec(u"PRAGMA foreign_keys = OFF"_s);
    workspace.purchase(77, QDate(2025, 1, 1), 100);
    workspace.purchase(78, QDate(2025, 1, 1), 100);
    workspace.commit();
    const auto snapshot = Customers::loadSnapshot(workspace.workspace());
    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().kind, Error::Kind::Damaged);
    const QStringList problems = problemsOf(workspace);
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().contains(u"\"purchase\""_s) && problems.first().contains(u"2"_s),
             qPrintable(problems.first()));
}

void TestWorkspaceCheck::aForeignTriggerIsFound()
{
    TestWorkspace workspace;
    workspace.exec(u"CREATE TRIGGER t AFTER INSERT ON customer BEGIN SELECT 1; END"_s);
    const QStringList problems = problemsOf(workspace);
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.first().contains(u"trigger named \"t\""_s));
}

void TestWorkspaceCheck::aDamagedPageIsFound()
{
    TestWorkspace workspace;
    for (int i = 0; i < 2000; ++i)
        workspace.customer({.name = u"A name of some length"_s});
    workspace.commit();
    const qint64 page =
        workspace.integer(u"SELECT rootpage FROM sqlite_schema WHERE name = 'customer_ref'"_s);
    workspace.close();
    QFile file(workspace.file());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * 16384));
    file.write(QByteArray(300, '\x7f'));
    file.close();
    const QStringList problems = problemsOf(workspace);
    QVERIFY(!problems.isEmpty());
    QVERIFY2(!problems.first().startsWith(u"error"_s), qPrintable(problems.first()));
}

void TestWorkspaceCheck::aFileOfAnotherKindIsAnError()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"a.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a,b\n1,2\n") > 0);
    file.close();
    const auto check = checkWorkspace(file.fileName());
    QVERIFY(!check);
    QCOMPARE(check.error().kind, Error::Kind::Format);
}

void TestWorkspaceCheck::aNewerFileIsAnError()
{
    TestWorkspace workspace;
    workspace.exec(u"PRAGMA user_version = 9"_s);
    workspace.close();
    const auto check = checkWorkspace(workspace.file());
    QVERIFY(!check);
    QCOMPARE(check.error().kind, Error::Kind::Newer);
}

void TestWorkspaceCheck::checkingCanBeCancelled()
{
    TestWorkspace workspace;
    workspace.customer();
    workspace.close();
    std::stop_source stop;
    stop.request_stop();
    const auto check = checkWorkspace(workspace.file(), Progress(stop.get_token()));
    QVERIFY(!check);
    QCOMPARE(check.error().kind, Error::Kind::Cancelled);
}

void TestWorkspaceCheck::theFingerprintDoesNotDependOnOrder()
{
    Fingerprint::Row forward(5);
    forward.integer(1, 10);
    forward.text(2, "abc");
    forward.real(3, 1.5);
    Fingerprint::Row backward(5);
    backward.real(3, 1.5);
    backward.text(2, "abc");
    backward.integer(1, 10);
    QCOMPARE(forward.hash(), backward.hash());
    Fingerprint::Row withNull(5);
    withNull.integer(1, 10);
    withNull.text(2, "abc");
    withNull.real(3, 1.5);
    withNull.real(4, std::numeric_limits<double>::quiet_NaN());
    QCOMPARE(withNull.hash(), forward.hash());
    // Fixed for ever: files hold these numbers.
    QCOMPARE(Fingerprint::Row(1).hash(), 15059486124117149524ULL);
}

void TestWorkspaceCheck::theFingerprintTellsColumnsAndValuesApart()
{
    QSet<quint64> hashes;
    int made = 0;
    const auto add = [&](const Fingerprint::Row &row) {
        hashes.insert(row.hash());
        ++made;
    };
    for (qint64 id = 0; id < 50; ++id) {
        add(Fingerprint::Row(id));
        for (unsigned column = 1; column < 12; ++column) {
            for (qint64 value = -3; value < 20; ++value) {
                Fingerprint::Row row(id);
                row.integer(column, value);
                add(row);
            }
            for (const char *text :
                 {"", "a", "b", "ab", "ba", "abcdefgh", "abcdefghi", "abcdefghabcdefgh"}) {
                Fingerprint::Row row(id);
                row.text(column, text);
                add(row);
            }
        }
    }
    QCOMPARE(hashes.size(), made);
    Fingerprint::Row swapped(1), straight(1);
    straight.integer(2, 8);
    straight.integer(3, 9);
    swapped.integer(2, 9);
    swapped.integer(3, 8);
    QVERIFY(swapped.hash() != straight.hash());
}

QTEST_GUILESS_MAIN(TestWorkspaceCheck)
#include "tst_workspacecheck.moc"
