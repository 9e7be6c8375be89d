#include "tests/ui/shell/windowfixture.h"

#include "models/customers/customertablemodel.h"
#include "ui/pages/data/datapage.h"
#include "ui/widgets/button.h"

#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>

using namespace Qt::StringLiterals;

/// The Data screen over a demo workspace.
class TestDataPage final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::prepare(); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s)); }
    void searchNarrowsTheTableAndSaysHowFar();
    void nothingFoundOffersToClearTheSearch();
    void headingSortsByValue();
    void copyTakesHeadingsAlong();
    void columnsCanBeHidden();
    void exportWritesEveryRowShown();
    void rowOpensTheCustomersCard();
    void tabsFollowCtrlTab();

private:
    static QTableView *openCustomers(WindowFixture &fixture)
    {
        if (!fixture.openDemo())
            return nullptr;
        fixture.window().actions()["data.customers"_L1]->trigger();
        return fixture.find<QTableView>("customerTable");
    }
};

void TestDataPage::searchNarrowsTheTableAndSaysHowFar()
{
    WindowFixture fixture;
    QTableView *table = openCustomers(fixture);
    QVERIFY(table);
    const int all = table->model()->rowCount();
    QCOMPARE(all, int(fixture.session().snapshot()->customers()));
    const QString reference = table->model()->index(3, Customers::CustomerTableModel::ReferenceColumn).data().toString();
    auto *search = fixture.find<QLineEdit>("customerTableSearch");
    search->setFocus();
    QString plain = reference;
    QTest::keyClicks(search, plain.remove(QRegularExpression(u"[\u2066-\u2069]"_s)));
    QTRY_VERIFY(table->model()->rowCount() < all);
    QVERIFY(table->model()->rowCount() >= 1);
    search->clear();
    QTRY_COMPARE(table->model()->rowCount(), all);
}

void TestDataPage::nothingFoundOffersToClearTheSearch()
{
    WindowFixture fixture;
    QTableView *table = openCustomers(fixture);
    QVERIFY(table);
    auto *search = fixture.find<QLineEdit>("customerTableSearch");
    search->setText(u"nobody has such a name"_s);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QVERIFY(!table->isVisible());
    search->clear();
    QTRY_VERIFY(table->isVisible());
}

void TestDataPage::headingSortsByValue()
{
    WindowFixture fixture;
    QTableView *table = openCustomers(fixture);
    QVERIFY(table);
    using Model = Customers::CustomerTableModel;
    table->sortByColumn(Model::RevenueColumn, Qt::DescendingOrder);
    const auto revenue = [&](int row) {
        return table->model()->index(row, Model::RevenueColumn).data(Model::SortRole).toDouble();
    };
    for (int row = 1; row < 50; ++row)
        QVERIFY2(revenue(row - 1) >= revenue(row), qPrintable(QString::number(row)));
}

void TestDataPage::copyTakesHeadingsAlong()
{
    WindowFixture fixture;
    QTableView *table = openCustomers(fixture);
    QVERIFY(table);
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].count(u'\t'), lines[1].count(u'\t'));
    QVERIFY(lines[0].contains(table->model()->headerData(Customers::CustomerTableModel::RevenueColumn, Qt::Horizontal).toString()));
}

void TestDataPage::columnsCanBeHidden()
{
    WindowFixture fixture;
    QTableView *table = openCustomers(fixture);
    QVERIFY(table);
    const int column = Customers::CustomerTableModel::CityColumn;
    QVERIFY(!table->isColumnHidden(column));
    auto *button = fixture.find<Button>("columnButton");
    QTest::mouseClick(button, Qt::LeftButton);
    QMenu *menu = nullptr;
    QTRY_VERIFY((menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().at(column)).center());
    QVERIFY(table->isColumnHidden(column));
    QSettings().remove(u"customers/hiddenColumns"_s);
}

void TestDataPage::exportWritesEveryRowShown()
{
    WindowFixture fixture;
    QTableView *table = openCustomers(fixture);
    QVERIFY(table);
    const QString csv = fixture.folder.filePath(u"customers.csv"_s);
    QTest::mouseClick(fixture.find<Button>("exportCustomers"), Qt::LeftButton);
    QVERIFY(fixture.answerFileDialog(csv));
    QTRY_VERIFY(QFileInfo::exists(csv));
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count("\r\n"), table->model()->rowCount() + 1);
    QVERIFY(text.startsWith("\xEF\xBB\xBF"));
}

void TestDataPage::rowOpensTheCustomersCard()
{
    WindowFixture fixture;
    QTableView *table = openCustomers(fixture);
    QVERIFY(table);
    table->sortByColumn(Customers::CustomerTableModel::PurchasesColumn, Qt::DescendingOrder);
    const QRect cell = table->visualRect(table->model()->index(0, 0));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center());
    auto *name = fixture.find<QLabel>("customerName");
    QTRY_VERIFY_WITH_TIMEOUT(name->isVisible() && !name->text().isEmpty(), 30000);
    auto *timeline = fixture.find<QListWidget>("customerTimeline");
    QTRY_VERIFY(timeline->count() > 0);
    QTest::keyClick(&fixture.window(), Qt::Key_F9);
    QVERIFY(!name->isVisible());
}

void TestDataPage::tabsFollowCtrlTab()
{
    WindowFixture fixture;
    QVERIFY(openCustomers(fixture));
    auto *tabs = fixture.find<QTabBar>("dataTabs");
    QCOMPARE(tabs->currentIndex(), int(DataPage::CustomersTab));
    QTest::keyClick(&fixture.window(), Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(tabs->currentIndex(), int(DataPage::HealthTab));
}

QTEST_MAIN(TestDataPage)
#include "tst_datapage.moc"
