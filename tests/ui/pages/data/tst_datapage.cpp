#include "tests/ui/shell/windowfixture.h"

#include "models/customers/customertablemodel.h"
#include "app/window/folderwatch.h"
#include "models/health/findingsmodel.h"
#include "models/import/importhistorymodel.h"
#include "models/import/tablecheck.h"
#include "ui/dialogs/dialog.h"
#include "ui/dialogs/importwizard.h"
#include "ui/pages/data/datapage.h"
#include "ui/pages/data/healthpanel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>

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
    void exportOffersAWorkbook();
    void cardTellsSegmentsContractsAndDeals();
    void rowOpensTheCustomersCard();
    void tabsFollowCtrlTab();
    void filterRowNarrowsByColumn();
    void attributesAreColumnsToChoose();
    void healthFindsAndOpensRows();
    void repairCanBeUndoneInTheWindow();
    void findingsAboutCustomersFilterTheTable();
    void duplicatesMergeAndComeBack();
    void differentCustomersAreNotOfferedAgain();
    void watchedFolderOffersWhatIsNew();
    void importAgainReplacesTheRows();

private:
    /// Opens a copy of the demo into which \a sql brought faults.
    static bool openFaulty(WindowFixture &fixture, const char *sql)
    {
        if (!fixture.openDemo())
            return false;
        const QString file = fixture.session().workspace()->file();
        fixture.session().close();
        if (!fixture.settle())
            return false;
        {
            Result<Database> database = Database::open(file, Database::Mode::ReadWrite);
            if (!database || !database->attempt([&](SQLite::Database &connection) { connection.exec(sql); }))
                return false;
        }
        return fixture.open(file);
    }
    static bool showHealth(WindowFixture &fixture)
    {
        fixture.window().actions()["data.health"_L1]->trigger();
        auto *panel = fixture.find<HealthPanel>("healthPanel");
        return QTest::qWaitFor([&] { return panel->isReady(); }, 30'000);
    }
    static int rowOf(QAbstractItemModel *model, int column, const QString &words)
    {
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, column).data().toString().contains(words))
                return row;
        }
        return -1;
    }
    static void answer(WindowFixture &fixture)
    {
        auto *dialog = fixture.window().findChild<Dialog *>(u"question"_s);
        QVERIFY(dialog);
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
    }

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
    QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u'\t'));
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
    QCOMPARE(text.count('\n'), table->model()->rowCount() + 1);
    QVERIFY(text.startsWith("\xEF\xBB\xBF"));
}

void TestDataPage::exportOffersAWorkbook()
{
    WindowFixture fixture;
    QTableView *table = openCustomers(fixture);
    QVERIFY(table);
    QTest::mouseClick(fixture.find<Button>("exportCustomers"), Qt::LeftButton);
    auto *dialog = fixture.window().findChild<QFileDialog *>();
    QTRY_VERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->nameFilters().size(), 2);
    dialog->selectNameFilter(dialog->nameFilters().last());
    emit dialog->filterSelected(dialog->nameFilters().last());
    QCOMPARE(dialog->defaultSuffix(), u"xlsx"_s);
    QCOMPARE(QFileInfo(dialog->selectedFiles().first()).fileName(), u"customers.xlsx"_s);
    const QString file = fixture.folder.filePath(u"table.xlsx"_s);
    QVERIFY(fixture.answerFileDialog(file));
    QTRY_VERIFY(fixture.window().messages().isVisible());
    // The import reads it back, a row a customer.
    const auto plan = Import::planImport(file, Import::Kind::Customers);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message));
    QCOMPARE(plan->format.type, Import::SourceType::Xlsx);
    const auto report = Import::checkTable(*plan);
    QVERIFY(report);
    QCOMPARE(report->rows, table->model()->rowCount());
}

void TestDataPage::rowOpensTheCustomersCard()
{
    WindowFixture fixture;
    QTableView *table = openCustomers(fixture);
    QVERIFY(table);
    table->sortByColumn(Customers::CustomerTableModel::PurchasesColumn, Qt::DescendingOrder);
    const QRect cell = table->visualRect(table->model()->index(0, 0));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center());
    auto *name = fixture.find<QLabel>("cardName");
    QTRY_VERIFY_WITH_TIMEOUT(name->isVisible() && !name->text().isEmpty(), 30000);
    auto *timeline = fixture.find<QListWidget>("cardTimeline");
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

void TestDataPage::filterRowNarrowsByColumn()
{
    WindowFixture fixture;
    QTableView *table = openCustomers(fixture);
    QVERIFY(table);
    const int all = table->model()->rowCount();
    QTest::mouseClick(fixture.find<Button>("filterButton"), Qt::LeftButton);
    using Model = Customers::CustomerTableModel;
    auto *purchases = fixture.find<QLineEdit>(("filter" + QByteArray::number(Model::PurchasesColumn)).constData());
    QVERIFY(purchases && purchases->isVisible());
    purchases->setFocus();
    QTest::keyClicks(purchases, u">= 3"_s);
    QVERIFY(table->model()->rowCount() < all);
    for (int row = 0; row < table->model()->rowCount(); ++row)
        QVERIFY(table->model()->index(row, Model::PurchasesColumn).data(Model::SortRole).toInt() >= 3);
    auto *name = fixture.find<QLineEdit>(("filter" + QByteArray::number(Model::NameColumn)).constData());
    const int before = table->model()->rowCount();
    const QString part = table->model()->index(0, Model::NameColumn).data(Model::SortRole).toString().left(4);
    name->setText(part);
    QTRY_VERIFY(table->model()->rowCount() < before);
    for (int row = 0; row < table->model()->rowCount(); ++row)
        QVERIFY(table->model()->index(row, Model::NameColumn).data(Model::SortRole).toString().contains(part, Qt::CaseInsensitive));
    // What is not understood is marked and filters nothing.
    name->clear();
    purchases->setText(u"many"_s);
    QTRY_COMPARE(table->model()->rowCount(), all);
    QCOMPARE(purchases->palette().color(QPalette::Text), fixture.appearance->display().color("bad"));
    QTest::keyClick(purchases, Qt::Key_Escape);
    QVERIFY(purchases->text().isEmpty());
    QTest::mouseClick(fixture.find<Button>("filterButton"), Qt::LeftButton);
    QVERIFY(!purchases->isVisible());
}

void TestDataPage::attributesAreColumnsToChoose()
{
    WindowFixture fixture;
    QTableView *table = openCustomers(fixture);
    QVERIFY(table);
    const Customers::Snapshot &snapshot = *fixture.session().snapshot();
    const auto attribute = std::ranges::find_if(snapshot.coded, [](const Customers::CodedColumn &column) {
        return !QStringList{u"country"_s, u"city"_s, u"channel"_s, u"company"_s, u"stage"_s}.contains(column.field);
    });
    QVERIFY(attribute != snapshot.coded.end());
    int column = -1;
    for (int i = 0; i < table->model()->columnCount(); ++i) {
        if (table->model()->headerData(i, Qt::Horizontal).toString().contains(attribute->title))
            column = i;
    }
    QVERIFY(column >= Customers::CustomerTableModel::FixedColumnCount);
    QCOMPARE(table->model()->index(0, column).data(Customers::CustomerTableModel::SortRole).toString(), attribute->values[attribute->code[0]]);
    QVERIFY(!table->isColumnHidden(column));
    QVERIFY(table->isColumnHidden(Customers::CustomerTableModel::EmailColumn)); // personal: not at first
}

void TestDataPage::healthFindsAndOpensRows()
{
    WindowFixture fixture;
    QVERIFY(openFaulty(fixture, "UPDATE purchase SET amount = 0 WHERE id IN (5, 6)"));
    QVERIFY(showHealth(fixture));
    auto *findings = fixture.find<QTableView>("findingsTable");
    const int row = rowOf(findings->model(), Health::FindingsModel::FindingColumn, u"amount of zero"_s);
    QVERIFY(row >= 0);
    findings->selectRow(row);
    findings->setFocus();
    QTest::keyClick(findings, Qt::Key_Return);
    auto *rows = fixture.find<QTableView>("factRows");
    QTRY_VERIFY(rows->isVisible() && rows->model()->rowCount() == 2);
    rows->selectRow(0);
    QTRY_VERIFY(fixture.find<QLabel>("cardName")->isVisible());
    QTest::keyClick(rows, Qt::Key_Escape);
    QTRY_VERIFY(findings->isVisible());
    // A tile leaves the findings of its aspect.
    auto *tile = fixture.find<QAbstractButton>(("aspect" + QByteArray::number(int(Health::Aspect::Impossible))).constData());
    QTest::mouseClick(tile, Qt::LeftButton);
    for (int i = 0; i < findings->model()->rowCount(); ++i)
        QCOMPARE(findings->model()->index(i, Health::FindingsModel::AspectColumn).data().toString(), u"Impossible values"_s);
    QVERIFY(fixture.settle());
}

void TestDataPage::repairCanBeUndoneInTheWindow()
{
    WindowFixture fixture;
    QVERIFY(openFaulty(fixture, "UPDATE purchase SET amount = 0 WHERE id IN (5, 6)"));
    const std::size_t all = fixture.session().snapshot()->purchases.size();
    QVERIFY(showHealth(fixture));
    auto *findings = fixture.find<QTableView>("findingsTable");
    findings->selectRow(rowOf(findings->model(), Health::FindingsModel::FindingColumn, u"amount of zero"_s));
    QTest::mouseClick(fixture.find<Button>("repairFinding"), Qt::LeftButton);
    answer(fixture);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().snapshot()->purchases.size(), all - 2, 30'000);
    QVERIFY(fixture.settle());
    fixture.window().activateWindow();
    QVERIFY(fixture.window().actions()["edit.undo"_L1]->isEnabled());
    fixture.window().actions()["edit.undo"_L1]->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().snapshot()->purchases.size(), all, 30'000);
    fixture.window().actions()["edit.redo"_L1]->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().snapshot()->purchases.size(), all - 2, 30'000);
    QVERIFY(fixture.settle());
}

void TestDataPage::findingsAboutCustomersFilterTheTable()
{
    WindowFixture fixture;
    QVERIFY(openFaulty(fixture, "UPDATE customer SET email = 'none' WHERE id IN (3, 4, 5)"));
    QVERIFY(showHealth(fixture));
    auto *findings = fixture.find<QTableView>("findingsTable");
    findings->selectRow(rowOf(findings->model(), Health::FindingsModel::FindingColumn, u"cannot be one"_s));
    QTest::mouseClick(fixture.find<Button>("showFindingRows"), Qt::LeftButton);
    auto *table = fixture.find<QTableView>("customerTable");
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 3);
    auto *chip = fixture.find<Chip>("customerChip");
    QVERIFY(chip->isVisible() && chip->text().contains(u"e-mail"_s));
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Delete);
    QCOMPARE(table->model()->rowCount(), int(fixture.session().snapshot()->customers()));
    QVERIFY(fixture.settle());
}

void TestDataPage::duplicatesMergeAndComeBack()
{
    WindowFixture fixture;
    QVERIFY(openFaulty(fixture, "UPDATE customer SET email = 'twin@example.com' WHERE id IN (10, 20); "
                                "UPDATE customer SET email = NULL WHERE id NOT IN (10, 20); "
                                "UPDATE customer SET phone = NULL, city = NULL"));
    const auto customers = fixture.session().snapshot()->customers();
    fixture.window().actions()["data.duplicates"_L1]->trigger();
    auto *groups = fixture.find<QTableView>("duplicateTable");
    QTRY_COMPARE_WITH_TIMEOUT(groups->model()->rowCount(), 1, 30'000);
    auto *members = fixture.find<QTableWidget>("memberTable");
    QCOMPARE(members->rowCount(), 2);
    QCOMPARE(members->item(0, 0)->text(), u"stays"_s);
    QCOMPARE(members->item(1, 0)->text(), u"is merged"_s);
    members->selectRow(1); // keep the other one
    QCOMPARE(members->item(0, 0)->text(), u"is merged"_s);
    QTest::mouseClick(fixture.find<Button>("mergeButton"), Qt::LeftButton);
    answer(fixture);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().snapshot()->customers(), customers - 1, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(groups->model()->rowCount(), 0, 30'000);
    QVERIFY(fixture.settle());
    // It stands in the history and goes back from there, also after the program was closed.
    const QString file = fixture.session().workspace()->file();
    fixture.session().close();
    QVERIFY(fixture.settle());
    QVERIFY(fixture.open(file));
    fixture.window().actions()["data.imports"_L1]->trigger();
    auto *history = fixture.find<QTableView>("importTable");
    QTRY_COMPARE(history->model()->index(0, Import::ImportHistoryModel::KindColumn).data().toString(), u"Merge of customers"_s);
    history->selectRow(0);
    QTest::mouseClick(fixture.find<Button>("undoImportButton"), Qt::LeftButton);
    answer(fixture);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().snapshot()->customers(), customers, 30'000);
    QVERIFY(fixture.settle());
}

void TestDataPage::differentCustomersAreNotOfferedAgain()
{
    WindowFixture fixture;
    QVERIFY(openFaulty(fixture, "UPDATE customer SET email = 'twin@example.com' WHERE id IN (10, 20); "
                                "UPDATE customer SET email = NULL WHERE id NOT IN (10, 20); "
                                "UPDATE customer SET phone = NULL, city = NULL"));
    fixture.window().actions()["data.duplicates"_L1]->trigger();
    auto *groups = fixture.find<QTableView>("duplicateTable");
    QTRY_COMPARE_WITH_TIMEOUT(groups->model()->rowCount(), 1, 30'000);
    QTest::mouseClick(fixture.find<Button>("distinctButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(groups->model()->rowCount(), 0, 30'000);
    fixture.window().actions()["edit.undo"_L1]->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(groups->model()->rowCount(), 1, 30'000);
    QVERIFY(fixture.settle());
}

void TestDataPage::watchedFolderOffersWhatIsNew()
{
    WindowFixture fixture;
    QVERIFY(fixture.create());
    fixture.controller->folderWatch().setQuietSeconds(0);
    QTemporaryDir exports;
    const auto write = [&](const QString &name) {
        QFile file(exports.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write("customer_id,date,amount\nA,2025-01-02,5\n") > 0;
    };
    QVERIFY(write(u"old.csv"_s));
    fixture.window().actions()["data.imports"_L1]->trigger();
    QTest::mouseClick(fixture.find<Button>("chooseWatchedFolder"), Qt::LeftButton);
    QVERIFY(fixture.answerFileDialog(exports.path()));
    auto *text = fixture.find<QLabel>("watchedFolder");
    QTRY_VERIFY(fixture.controller->folderWatch().folder() == QFileInfo(exports.path()).absoluteFilePath());
    auto *offer = fixture.find<Button>("importNewFiles");
    QVERIFY(!offer->isVisible()); // what lay there before is known
    QVERIFY(write(u"new.csv"_s));
    QTRY_VERIFY_WITH_TIMEOUT(offer->isVisible(), 10'000);
    QVERIFY(text->text().contains(u"1 new file"_s));
    QVERIFY(fixture.window().messages().isVisible());
    QVERIFY(!fixture.controller->importWizard()); // it only offers
    QTest::mouseClick(offer, Qt::LeftButton);
    QTRY_VERIFY(fixture.controller->importWizard() && fixture.controller->importWizard()->plan());
    QTest::mouseClick(fixture.find<Button>("cancelWizard"), Qt::LeftButton);
    QTest::mouseClick(fixture.find<Button>("ignoreNewFiles"), Qt::LeftButton);
    QTRY_VERIFY(!offer->isVisible());
    QVERIFY(fixture.settle());
    // The setting lives in the workspace.
    const QString file = fixture.session().workspace()->file();
    fixture.session().close();
    QVERIFY(fixture.settle());
    QVERIFY(fixture.controller->folderWatch().folder().isEmpty());
    fixture.controller->openFile(file);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.controller->folderWatch().folder().isEmpty(), 10'000);
    QVERIFY(fixture.settle());
    QVERIFY(fixture.controller->folderWatch().files().isEmpty());
}

void TestDataPage::importAgainReplacesTheRows()
{
    WindowFixture fixture;
    QVERIFY(fixture.create());
    const QString file = fixture.folder.filePath(u"orders.csv"_s);
    const auto write = [&](const QByteArray &rows) {
        QFile out(file);
        return out.open(QIODevice::WriteOnly) && out.write("customer_id,date,amount\n" + rows) > 0;
    };
    QVERIFY(write("A,2025-01-02,5\n"));
    const Result<Import::ImportPlan> plan = Import::planImport(file, Import::Kind::Transactions);
    QVERIFY(plan.ok());
    fixture.session().startImport(*plan);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().snapshot()->purchases.size(), std::size_t(1), 30'000);
    QVERIFY(write("A,2025-01-02,5\nB,2025-01-03,7\n"));
    fixture.window().actions()["data.imports"_L1]->trigger();
    auto *history = fixture.find<QTableView>("importTable");
    QTRY_COMPARE(history->model()->rowCount(), 1);
    history->selectRow(0);
    QTest::mouseClick(fixture.find<Button>("importAgainButton"), Qt::LeftButton);
    answer(fixture);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().snapshot()->purchases.size(), std::size_t(2), 30'000);
    QTRY_COMPARE(history->model()->rowCount(), 2);
    QVERIFY(fixture.settle());
}

void TestDataPage::cardTellsSegmentsContractsAndDeals()
{
    WindowFixture fixture;
    QVERIFY(openFaulty(fixture,
                       "INSERT INTO definition(kind, name, json, changed) VALUES('segment', 'Everybody', "
                       "'{\"kind\":\"segment\",\"name\":\"Everybody\",\"rule\":{\"all\":[]}}', 1), "
                       "('segment', 'Nobody', '{\"kind\":\"segment\",\"name\":\"Nobody\",\"rule\":{\"any\":[]}}', 1);"
                       "INSERT INTO subscription(customer, started_on, ended_on, price) VALUES(5, 30000, 30100, 4900);"
                       "INSERT INTO deal_change(deal_ref, customer, stage, changed_at, amount, accepted, rejection_reason) "
                       "VALUES('D-77', 5, 'Proposal', 2600000000, 120000, 0, 'no budget')"));
    fixture.window().actions()["data.customers"_L1]->trigger();
    auto *table = fixture.find<QTableView>("customerTable");
    auto *model = qobject_cast<Customers::CustomerTableModel *>(table->model());
    table->selectRow(model->rowOf(CustomerId{5}));
    auto *timeline = fixture.find<QListWidget>("cardTimeline");
    QTRY_VERIFY(timeline->isVisible() && timeline->count() > 0);
    QStringList entries;
    for (int i = 0; i < timeline->count(); ++i)
        entries.append(timeline->item(i)->text());
    const QString all = entries.join(u'\n');
    QVERIFY2(all.contains(u"Subscription begins"_s) && all.contains(u"Subscription ends"_s), qPrintable(all));
    QVERIFY2(all.contains(u"D-77"_s) && all.contains(u"sent back"_s) && all.contains(u"no budget"_s), qPrintable(all));
    const auto facts = [&] {
        QStringList texts;
        for (const QLabel *label : fixture.window().findChild<QWidget *>(u"customerCard"_s)->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'\n');
    };
    QTRY_VERIFY2(facts().contains(u"Everybody"_s), qPrintable(facts()));
    QVERIFY(!facts().contains(u"Nobody"_s));
    for (const QString &fact : {u"Stage"_s, u"Lifetime value"_s, u"Risk of leaving"_s})
        QVERIFY2(facts().contains(fact), qPrintable(fact));
    // One kind at a time.
    auto *kind = fixture.find<QComboBox>("timelineKind");
    kind->setFocus();
    QTest::keyClicks(kind, u"Deals"_s);
    QVERIFY(timeline->count() > 0 && timeline->count() < entries.size());
    for (int i = 0; i < timeline->count(); ++i)
        QVERIFY2(timeline->item(i)->text().contains(u"Deal"_s), qPrintable(timeline->item(i)->text()));
    QVERIFY(timeline->item(0)->text().contains(u"D-77"_s)); // of the year 2052: the newest
    QTest::keyClick(kind, Qt::Key_End); // changes of stage, each with its receipt
    QTRY_VERIFY(timeline->count() > 0);
    for (int i = 0; i < timeline->count(); ++i) {
        QVERIFY2(timeline->item(i)->text().contains(u"stage"_s, Qt::CaseInsensitive), qPrintable(timeline->item(i)->text()));
        QVERIFY(timeline->item(i)->toolTip().size() > timeline->item(i)->text().size());
    }
    QVERIFY(fixture.settle());
}

QTEST_MAIN(TestDataPage)
#include "tst_datapage.moc"
