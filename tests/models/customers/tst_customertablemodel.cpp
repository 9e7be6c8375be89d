#include "models/customers/customertablemodel.h"
#include "tests/support/testworkspace.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#if defined(__GLIBC__)
#include <malloc.h>
#include <sqlite3.h>
#endif

using namespace Qt::StringLiterals;
using Customers::CustomerTableModel;

class TestCustomerTableModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cellsShowTheCustomers();
    void cellsFollowLanguageAndDigits();
    void foreignTextIsIsolatedOnScreenOnly();
    void numbersAlignOnTheSameSideInBothDirections();
    void sortingByNumbersIsImmediate();
    void sortingByNamesHappensBeside();
    void theSelectionFollowsItsCustomer();
    void searchAndFilterNarrowTogether();
    void aNewSearchReplacesTheOld();
    void extraColumnsShowAndSort();
    void retranslatingAsksForHeadersAgain();
    void withoutASnapshotTheModelIsEmpty();
    void aNewSnapshotKeepsTheSorting();
    void memoryStaysTheSameHoweverFarOneScrolls();

private:
    [[nodiscard]] QString text(int row, int column) const
    {
        return m_model->index(row, column).data().toString();
    }
    [[nodiscard]] QStringList column(int column) const;
    void show(TestWorkspace &workspace);
    void waitForWork() { QTRY_VERIFY_WITH_TIMEOUT(!m_model->isWorking(), 20000); }

    std::unique_ptr<CustomerTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestCustomerTableModel::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_tester.reset();
    m_model = std::make_unique<CustomerTableModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

QStringList TestCustomerTableModel::column(int column) const
{
    QStringList texts;
    for (int row = 0; row < m_model->rowCount(); ++row)
        texts.append(text(row, column));
    return texts;
}

void TestCustomerTableModel::show(TestWorkspace &workspace)
{
    const auto shown = m_model->setSnapshot(&workspace.workspace(), workspace.snapshot());
    QVERIFY2(shown, qPrintable(shown ? QString() : shown.error().message));
}

namespace {

void fillThree(TestWorkspace &workspace)
{
    const qint64 a = workspace.customer({.ref = u"C10"_s,
                                         .name = u"Salma"_s,
                                         .company = u"Noor"_s,
                                         .city = u"Riyadh"_s,
                                         .acquiredOn = QDate(2024, 3, 1)});
    const qint64 b =
        workspace.customer({.ref = u"C9"_s, .name = u"أحمد (الفرع)"_s, .city = u"Jeddah"_s});
    workspace.customer({.ref = u"C2"_s, .name = u"basim"_s, .city = u"Abha"_s});
    workspace.purchase(a, QDate(2025, 1, 2), 100000);
    workspace.purchase(a, QDate(2025, 6, 30), 50000);
    workspace.purchase(b, QDate(2025, 2, 1), 300050);
}

} // namespace

void TestCustomerTableModel::cellsShowTheCustomers()
{
    TestWorkspace workspace;
    fillThree(workspace);
    show(workspace);
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(text(0, CustomerTableModel::ReferenceColumn), u"C10"_s);
    QCOMPARE(text(0, CustomerTableModel::NameColumn), u"Salma"_s);
    QCOMPARE(text(0, CustomerTableModel::CompanyColumn), u"Noor"_s);
    QCOMPARE(text(0, CustomerTableModel::CityColumn), u"Riyadh"_s);
    QCOMPARE(text(0, CustomerTableModel::AcquiredColumn), u"1 Mar 2024"_s);
    QCOMPARE(text(0, CustomerTableModel::PurchasesColumn), u"2"_s);
    QCOMPARE(text(0, CustomerTableModel::RevenueColumn), u"SAR\u00A01,500"_s);
    QCOMPARE(text(0, CustomerTableModel::LastPurchaseColumn), u"30 Jun 2025"_s);
    QCOMPARE(text(0, CustomerTableModel::MeanOrderColumn), u"SAR\u00A0750"_s);
    QCOMPARE(text(2, CustomerTableModel::PurchasesColumn), u"0"_s);
    QCOMPARE(text(2, CustomerTableModel::LastPurchaseColumn), u"–"_s);
    QCOMPARE(text(2, CustomerTableModel::MeanOrderColumn), u"–"_s);
    QCOMPARE(m_model->index(0, CustomerTableModel::RevenueColumn)
                 .data(CustomerTableModel::SortRole)
                 .toDouble(),
             1500.0);
    QCOMPARE(m_model->customerAt(1), CustomerId{2});
    QCOMPARE(m_model->rowOf(CustomerId{3}), 2);
    QCOMPARE(m_model->rowOf(CustomerId{4}), -1);
    QVERIFY(!m_model->customerAt(3).isValid());

    const auto earlier =
        m_model->setSnapshot(&workspace.workspace(), workspace.snapshot(), QDate(2025, 1, 31));
    QVERIFY(earlier.ok());
    QCOMPARE(text(0, CustomerTableModel::PurchasesColumn), u"1"_s);
}

void TestCustomerTableModel::cellsFollowLanguageAndDigits()
{
    TestWorkspace workspace;
    fillThree(workspace);
    show(workspace);
    m_model->setNumberFormat(NumberFormat(Language::Arabic, Digits::ArabicIndic));
    QCOMPARE(text(0, CustomerTableModel::RevenueColumn), u"١٬٥٠٠\u00A0ر.س"_s);
    QCOMPARE(text(0, CustomerTableModel::LastPurchaseColumn), u"٣٠ يونيو ٢٠٢٥"_s);
}

void TestCustomerTableModel::foreignTextIsIsolatedOnScreenOnly()
{
    TestWorkspace workspace;
    fillThree(workspace);
    show(workspace);
    QCOMPARE(text(1, CustomerTableModel::NameColumn), u"\u2068أحمد (الفرع)\u2069"_s);
    QCOMPARE(m_model->index(1, CustomerTableModel::NameColumn).data(Qt::EditRole).toString(),
             u"أحمد (الفرع)"_s);
    QCOMPARE(text(0, CustomerTableModel::NameColumn), u"Salma"_s);
    m_model->setNumberFormat(NumberFormat(Language::Arabic));
    QCOMPARE(text(0, CustomerTableModel::NameColumn), u"\u2068Salma\u2069"_s);
}

void TestCustomerTableModel::numbersAlignOnTheSameSideInBothDirections()
{
    TestWorkspace workspace;
    fillThree(workspace);
    show(workspace);
    const auto number = Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter;
    const auto words = Qt::AlignLeading | Qt::AlignVCenter;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const auto expected = m_model->isNumeric(column) ? number : words;
        QCOMPARE(m_model->index(0, column).data(Qt::TextAlignmentRole).value<Qt::Alignment>(),
                 expected);
        QCOMPARE(m_model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole)
                     .value<Qt::Alignment>(),
                 expected);
    }
    QVERIFY(m_model->isNumeric(CustomerTableModel::RevenueColumn));
    QVERIFY(!m_model->isNumeric(CustomerTableModel::CityColumn));
}

void TestCustomerTableModel::sortingByNumbersIsImmediate()
{
    TestWorkspace workspace;
    fillThree(workspace);
    show(workspace);
    m_model->sort(CustomerTableModel::RevenueColumn, Qt::DescendingOrder);
    QVERIFY(!m_model->isWorking());
    QCOMPARE(column(CustomerTableModel::ReferenceColumn),
             (QStringList{u"C9"_s, u"C10"_s, u"C2"_s}));
    m_model->sort(CustomerTableModel::LastPurchaseColumn, Qt::AscendingOrder);
    QCOMPARE(column(CustomerTableModel::ReferenceColumn),
             (QStringList{u"C9"_s, u"C10"_s, u"C2"_s})); // never bought: last
    m_model->sort(CustomerTableModel::CityColumn, Qt::AscendingOrder);
    QVERIFY(!m_model->isWorking());
    QCOMPARE(column(CustomerTableModel::CityColumn),
             (QStringList{u"Abha"_s, u"Jeddah"_s, u"Riyadh"_s}));
    m_model->sort(-1);
    QCOMPARE(column(CustomerTableModel::ReferenceColumn),
             (QStringList{u"C10"_s, u"C9"_s, u"C2"_s}));
}

void TestCustomerTableModel::sortingByNamesHappensBeside()
{
    TestWorkspace workspace;
    fillThree(workspace);
    show(workspace);
    QSignalSpy working(m_model.get(), &CustomerTableModel::workingChanged);
    m_model->sort(CustomerTableModel::ReferenceColumn, Qt::AscendingOrder);
    QVERIFY(!working.isEmpty());
    waitForWork();
    QCOMPARE(column(CustomerTableModel::ReferenceColumn),
             (QStringList{u"C2"_s, u"C9"_s, u"C10"_s}));
    m_model->sort(CustomerTableModel::ReferenceColumn, Qt::DescendingOrder);
    waitForWork();
    QCOMPARE(column(CustomerTableModel::ReferenceColumn),
             (QStringList{u"C10"_s, u"C9"_s, u"C2"_s}));
    m_model->sort(CustomerTableModel::NameColumn, Qt::AscendingOrder);
    m_model->sort(CustomerTableModel::RevenueColumn, Qt::AscendingOrder); // the newer order wins
    waitForWork();
    QCOMPARE(column(CustomerTableModel::ReferenceColumn),
             (QStringList{u"C2"_s, u"C10"_s, u"C9"_s}));
    QVERIFY(!working.last().first().toBool());
}

void TestCustomerTableModel::theSelectionFollowsItsCustomer()
{
    TestWorkspace workspace;
    fillThree(workspace);
    show(workspace);
    const QPersistentModelIndex kept(m_model->index(0, CustomerTableModel::CityColumn));
    QCOMPARE(kept.data().toString(), u"Riyadh"_s);
    m_model->sort(CustomerTableModel::CityColumn, Qt::AscendingOrder);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.row(), 2);
    QCOMPARE(kept.column(), int(CustomerTableModel::CityColumn));
    QCOMPARE(kept.data().toString(), u"Riyadh"_s);
}

void TestCustomerTableModel::searchAndFilterNarrowTogether()
{
    TestWorkspace workspace;
    fillThree(workspace);
    show(workspace);
    QSignalSpy finished(m_model.get(), &CustomerTableModel::searchFinished);
    m_model->search(u"c"_s);
    QVERIFY(finished.wait());
    QCOMPARE(finished.last().first().toInt(), 3);
    m_model->setFilter(std::vector<Customers::CustomerIndex>{2, 1});
    QCOMPARE(m_model->rowCount(), 2);
    m_model->search(u"bas"_s);
    QVERIFY(finished.wait());
    QCOMPARE(column(CustomerTableModel::ReferenceColumn), QStringList{u"C2"_s});
    m_model->setFilter(std::nullopt);
    QCOMPARE(m_model->rowCount(), 1);
    m_model->search(u" "_s);
    QCOMPARE(m_model->rowCount(), 3);
    m_model->search(u"nobody"_s);
    QVERIFY(finished.wait());
    QCOMPARE(m_model->rowCount(), 0);
}

void TestCustomerTableModel::aNewSearchReplacesTheOld()
{
    TestWorkspace workspace;
    fillThree(workspace);
    show(workspace);
    QSignalSpy finished(m_model.get(), &CustomerTableModel::searchFinished);
    for (const QString &typed : {u"S"_s, u"Sa"_s, u"Sal"_s})
        m_model->search(typed);
    waitForWork();
    QTest::qWait(50);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(column(CustomerTableModel::NameColumn), QStringList{u"Salma"_s});
}

void TestCustomerTableModel::extraColumnsShowAndSort()
{
    TestWorkspace workspace;
    fillThree(workspace);
    show(workspace);
    QString title = u"P(alive)"_s;
    m_model->setExtraColumns(
        {{[&] { return title; },
          {0.25, 0.75, std::nan("")},
          CustomerTableModel::Format::Percent,
          0},
         {[] { return u"CLV"_s; }, {10.5, 2000, 30}, CustomerTableModel::Format::Money}});
    const int alive = CustomerTableModel::FixedColumnCount;
    QCOMPARE(m_model->columnCount(), alive + 2);
    QCOMPARE(text(0, alive), u"25\u202F%"_s);
    QCOMPARE(text(2, alive), u"–"_s);
    QCOMPARE(text(1, alive + 1), u"SAR\u00A02,000"_s);
    QCOMPARE(m_model->headerData(alive, Qt::Horizontal).toString(), u"P(alive)"_s);
    title = u"احتمال"_s;
    QCOMPARE(m_model->headerData(alive, Qt::Horizontal).toString(), u"احتمال"_s);
    m_model->sort(alive, Qt::DescendingOrder);
    QCOMPARE(column(CustomerTableModel::ReferenceColumn),
             (QStringList{u"C9"_s, u"C10"_s, u"C2"_s}));
}

void TestCustomerTableModel::retranslatingAsksForHeadersAgain()
{
    TestWorkspace workspace;
    fillThree(workspace);
    show(workspace);
    QSignalSpy headers(m_model.get(), &QAbstractItemModel::headerDataChanged);
    m_model->retranslate();
    QCOMPARE(headers.count(), 1);
    QCOMPARE(headers.first().at(2).toInt(), m_model->columnCount() - 1);
}

void TestCustomerTableModel::withoutASnapshotTheModelIsEmpty()
{
    TestWorkspace workspace;
    fillThree(workspace);
    show(workspace);
    QVERIFY(m_model->setSnapshot(nullptr, nullptr).ok());
    QCOMPARE(m_model->rowCount(), 0);
    m_model->sort(0);
    m_model->search(u"x"_s);
    m_model->setFilter(std::vector<Customers::CustomerIndex>{0});
    QCOMPARE(m_model->rowCount(), 0);
    workspace.close();
    QCOMPARE(QDir(workspace.folder()).entryList(QDir::Files),
             QStringList{u"test.qeema"_s}); // no connection is left
}

void TestCustomerTableModel::aNewSnapshotKeepsTheSorting()
{
    TestWorkspace workspace;
    fillThree(workspace);
    show(workspace);
    m_model->sort(CustomerTableModel::RevenueColumn, Qt::DescendingOrder);
    workspace.purchase(3, QDate(2025, 3, 1), 900000);
    show(workspace);
    QCOMPARE(column(CustomerTableModel::ReferenceColumn),
             (QStringList{u"C2"_s, u"C9"_s, u"C10"_s}));
}

void TestCustomerTableModel::memoryStaysTheSameHoweverFarOneScrolls()
{
#if defined(__GLIBC__)
    m_tester.reset(); // it asks for every row
    TestWorkspace workspace;
    workspace.exec(
        u"INSERT INTO customer(ref, name, city, batch) WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL "
        u"SELECT i + 1 FROM n WHERE i < 199999) SELECT 'C' || i, 'A rather long name of a customer, "
        u"so that it fills memory: number ' || (i * 7919 % 200000), 'City ' || (i % 100), 1 FROM n"_s);
    const auto snapshot = workspace.snapshot();
    QVERIFY(m_model->setSnapshot(&workspace.workspace(), snapshot).ok());
    const auto read = [&](int from, int until) {
        qint64 letters = 0;
        for (int row = from; row < until; ++row)
            letters += text(row, CustomerTableModel::NameColumn).size();
        return letters;
    };
    // Without the pages that SQLite keeps, whose number has a bound of its own.
    const auto inUse = [] {
        const auto info = mallinfo2();
        return qint64(info.uordblks + info.hblkhd) - qint64(sqlite3_memory_used());
    };
    read(0, 20'000); // more than the pages that are kept
    const qint64 before = inUse();
    const qint64 letters = read(20'000, 200'000);
    const qint64 grown = inUse() - before;
    // All names together take twice their letters; what is kept is 32 pages of 256 rows.
    QVERIFY(letters * 2 > 20'000'000);
    QVERIFY2(grown < 4'000'000, qPrintable(QString::number(grown)));
    // The order is a permutation: a few numbers a customer, whatever is sorted by.
    m_model->sort(CustomerTableModel::NameColumn);
    waitForWork();
    QCOMPARE(text(0, CustomerTableModel::ReferenceColumn).remove(QChar(0x2068)).remove(QChar(0x2069)), u"C0"_s);
    QVERIFY2(inUse() - before < 12'000'000, qPrintable(QString::number(inUse() - before)));
#else
    QSKIP("The C library does not tell how much memory is in use.");
#endif
}

QTEST_GUILESS_MAIN(TestCustomerTableModel)
#include "tst_customertablemodel.moc"
