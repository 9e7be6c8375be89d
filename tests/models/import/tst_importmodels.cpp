#include "tests/models/import/importtesting.h"

#include "models/import/importhistorymodel.h"
#include "models/import/rejectedrowsmodel.h"
#include "models/import/rejectreasonsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Import;
using namespace Qt::StringLiterals;

class TestImportModels : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void historyShowsImportsNewestFirst();
    void reasonsShowCountsAndShares();
    void rejectedRowsAreFetchedInWindows();
    void formatsFollowTheLanguage();
};

void TestImportModels::historyShowsImportsNewestFirst()
{
    ImportBench bench;
    VERIFY_OK(bench.import("customer_id,name\n1,A\n", Kind::Customers));
    VERIFY_OK(bench.import("customer_id,date\n1,2025-01-01\n1,x\n", Kind::Transactions));
    VERIFY_OK(undoImport(bench.workspace(), BatchId{1}));
    const Result<QList<ImportRecord>> history = loadImportHistory(bench.workspace());
    VERIFY_OK(history);
    ImportHistoryModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRecords(*history);
    QCOMPARE(model.rowCount(), 2);
    const auto text = [&](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(text(0, ImportHistoryModel::KindColumn), u"Transactions"_s);
    QCOMPARE(text(0, ImportHistoryModel::SourceColumn), u"rows.csv"_s);
    QCOMPARE(text(0, ImportHistoryModel::ImportedColumn), u"1"_s);
    QCOMPARE(text(0, ImportHistoryModel::RejectedColumn), u"1"_s);
    QCOMPARE(text(0, ImportHistoryModel::StateColumn), u"Imported"_s);
    QCOMPARE(text(1, ImportHistoryModel::StateColumn), u"Undone"_s);
    QCOMPARE(model.index(0, 0).data(ImportHistoryModel::BatchRole).toLongLong(), 2);
    QVERIFY(!text(0, ImportHistoryModel::StartedColumn).isEmpty());
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

void TestImportModels::reasonsShowCountsAndShares()
{
    RejectReasonsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setGroups({{u"date_unreadable:time"_s, 1500, 7}, {u"missing:customer_id"_s, 500, 3}});
    QCOMPARE(model.index(0, RejectReasonsModel::ReasonColumn).data().toString(),
             u"Time is not a date that can be read. Write it like 2025-06-30."_s);
    QCOMPARE(model.index(0, RejectReasonsModel::CountColumn).data().toString(), u"1,500"_s);
    QCOMPARE(model.index(0, RejectReasonsModel::CountColumn)
                 .data(RejectReasonsModel::SortRole)
                 .toLongLong(),
             1500);
    QCOMPARE(model.index(1, RejectReasonsModel::ShareColumn)
                 .data(RejectReasonsModel::SortRole)
                 .toDouble(),
             0.25);
    QCOMPARE(model.index(1, RejectReasonsModel::FirstLineColumn).data().toString(), u"3"_s);
    QCOMPARE(model.index(1, 0).data(RejectReasonsModel::ReasonRole).toString(),
             u"missing:customer_id"_s);
}

void TestImportModels::rejectedRowsAreFetchedInWindows()
{
    ImportBench bench;
    QByteArray file = "customer_id,time,amount\n";
    for (int i = 0; i < 900; ++i)
        file += QByteArray::number(i) + ",never,1\n" + QByteArray::number(i) + ",2025-01-01,x\n";
    const auto outcome = bench.import(file, Kind::Transactions);
    VERIFY_OK(outcome);
    RejectedRowsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    VERIFY_OK(model.load(bench.workspace(), outcome->batch));
    QCOMPARE(model.rowCount(), 1800);
    QCOMPARE(model.columnCount(), 6);
    for (const int row : {0, 1799, 5, 900, 1798, 1, 333, 0, 700, 1100, 1300, 1500, 17}) {
        QCOMPARE(model.index(row, RejectedRowsModel::LineColumn)
                     .data(RejectedRowsModel::SortRole)
                     .toInt(),
                 row + 2);
        QCOMPARE(model.index(row, RejectedRowsModel::FirstCellColumn).data().toInt(), row / 2);
        QCOMPARE(model.index(row, RejectedRowsModel::ValueColumn).data().toString(),
                 row % 2 ? u"x"_s : u"never"_s);
        const int faulty = RejectedRowsModel::FirstCellColumn + (row % 2 ? 2 : 1);
        for (int column = 0; column < model.columnCount(); ++column)
            QCOMPARE(model.index(row, column).data(RejectedRowsModel::FaultyRole).toBool(),
                     column == faulty);
    }
    QCOMPARE(model.headerData(RejectedRowsModel::FirstCellColumn + 1, Qt::Horizontal).toString(),
             u"time"_s);
    VERIFY_OK(model.load(bench.workspace(), outcome->batch, u"number_unreadable:amount"_s));
    QCOMPARE(model.rowCount(), 900);
    QCOMPARE(model.index(899, RejectedRowsModel::LineColumn).data().toString(), u"1,801"_s);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestImportModels::formatsFollowTheLanguage()
{
    RejectReasonsModel model;
    model.setGroups({{u"missing:customer_id"_s, 1500, 7}});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy headers(&model, &QAbstractItemModel::headerDataChanged);
    model.setNumberFormat(NumberFormat(Language::Arabic, Digits::ArabicIndic));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(headers.size(), 1);
    QCOMPARE(model.index(0, RejectReasonsModel::CountColumn).data().toString(), u"١٬٥٠٠"_s);
}

QTEST_GUILESS_MAIN(TestImportModels)
#include "tst_importmodels.moc"
