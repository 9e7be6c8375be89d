#include "tests/ui/shell/windowfixture.h"

#include "app/window/folderwatch.h"
#include "models/customers/customertablemodel.h"
#include "models/health/findingsmodel.h"
#include "ui/dialogs/importwizard.h"
#include "ui/pages/data/datapage.h"
#include "ui/pages/data/healthpanel.h"
#include "ui/widgets/button.h"

#include <QClipboard>
#include <QMenu>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>

using namespace Qt::StringLiterals;

/// The Data screen by keys alone, in Arabic: every control is reached by Tab, nothing is clicked.
class TestDataKeyboard final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::prepare(); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s)); }
    void theCustomerTableIsSearchedFilteredAndExported();
    void twentyThousandRowsAreCopiedBehindTheWindow();
    void aWatchedFolderIsChosenAndItsFilesImported();
    void duplicatesAreMergedAndComeBack();
    void dataAreRepairedAndComeBack();

private:
    static bool openArabic(WindowFixture &fixture, const char *sql = nullptr)
    {
        if (!fixture.openDemo())
            return false;
        if (sql) {
            const QString file = fixture.session().workspace()->file();
            fixture.session().close();
            if (!fixture.settle())
                return false;
            {
                Result<Database> database = Database::open(file, Database::Mode::ReadWrite);
                if (!database || !database->attempt([&](SQLite::Database &connection) { connection.exec(sql); }))
                    return false;
            }
            if (!fixture.open(file))
                return false;
        }
        return fixture.changeLanguage(Qt::RightToLeft);
    }
    /// From the screen's shortcut by the keys of the tab bar to one of its parts.
    static bool showTab(WindowFixture &fixture, DataPage::Tab tab)
    {
        QTest::keyClick(&fixture.window(), Qt::Key_2, Qt::ControlModifier);
        if (!fixture.tabTo(u"dataTabs"_s))
            return false;
        auto *tabs = fixture.find<QTabBar>("dataTabs");
        // Left goes on in a window that is read from the right.
        for (int presses = 0; presses < 5 && tabs->currentIndex() != int(tab); ++presses)
            fixture.press(tabs->currentIndex() < int(tab) ? Qt::Key_Left : Qt::Key_Right);
        return tabs->currentIndex() == int(tab);
    }
    /// Yes to the question that is asked.
    static bool accept(WindowFixture &fixture)
    {
        if (!QTest::qWaitFor([&] {
                const QWidget *focused = QApplication::focusWidget();
                return focused && focused->window()->objectName() == u"question"_s;
            }))
            return false;
        if (!fixture.tabTo(u"acceptButton"_s))
            return false;
        fixture.press(Qt::Key_Space);
        return true;
    }
};

void TestDataKeyboard::theCustomerTableIsSearchedFilteredAndExported()
{
    WindowFixture fixture;
    QVERIFY(openArabic(fixture));
    QVERIFY(showTab(fixture, DataPage::CustomersTab));
    auto *table = fixture.find<QTableView>("customerTable");
    const int all = table->model()->rowCount();
    using Model = Customers::CustomerTableModel;
    const QString reference = table->model()->index(3, Model::ReferenceColumn).data(Model::SortRole).toString();
    QVERIFY(fixture.tabTo(u"customerTableSearch"_s));
    QTest::keyClicks(QApplication::focusWidget(), reference);
    QTRY_VERIFY(table->model()->rowCount() < all);
    fixture.press(Qt::Key_A, Qt::ControlModifier);
    fixture.press(Qt::Key_Delete);
    QTRY_COMPARE(table->model()->rowCount(), all);

    QVERIFY(fixture.tabTo(u"filterButton"_s));
    fixture.press(Qt::Key_Space);
    QVERIFY(fixture.tabTo(u"filter%1"_s.arg(int(Model::PurchasesColumn))));
    QTest::keyClicks(QApplication::focusWidget(), u">= 3"_s);
    QTRY_VERIFY(table->model()->rowCount() < all);
    fixture.press(Qt::Key_Down); // into the table
    QCOMPARE(QApplication::focusWidget(), table);

    QVERIFY(fixture.tabTo(u"columnButton"_s));
    fixture.press(Qt::Key_Space);
    QMenu *menu = nullptr;
    QTRY_VERIFY((menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())));
    for (int presses = 0; presses <= int(Model::CityColumn); ++presses)
        QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    int hidden = -1;
    for (int column = 0; column <= int(Model::CityColumn) + 1; ++column) {
        if (table->isColumnHidden(column))
            hidden = column;
    }
    QVERIFY(hidden >= 0);
    QSettings().remove(u"customers/hiddenColumns"_s);

    QVERIFY(fixture.tabTo(u"exportCustomers"_s));
    fixture.press(Qt::Key_Space);
    const QString csv = fixture.folder.filePath(u"customers.csv"_s);
    QVERIFY(fixture.answerFileDialog(csv));
    QTRY_VERIFY(QFileInfo::exists(csv));
    // From the button the fields come next, in the order of their columns, then the table.
    QVERIFY(fixture.tabTo(u"exportCustomers"_s));
    fixture.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"filter%1"_s.arg(int(Model::ReferenceColumn)));
    QVERIFY(fixture.tabTo(u"filterButton"_s));
    fixture.press(Qt::Key_Space);
    QVERIFY(fixture.tabTo(u"exportCustomers"_s));
    fixture.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), table);
    QVERIFY(fixture.changeLanguage(Qt::LeftToRight));
}

/// As many rows as are copied at most; the window answers meanwhile because a worker reads them.
void TestDataKeyboard::twentyThousandRowsAreCopiedBehindTheWindow()
{
    WindowFixture fixture;
    QVERIFY(openArabic(fixture, "INSERT INTO customer(ref, name, batch) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                                "FROM n WHERE i < 19500) SELECT 'X' || i, 'قهوة' || char(9) || i, 1 FROM n"));
    QVERIFY(showTab(fixture, DataPage::CustomersTab));
    auto *table = fixture.find<QTableView>("customerTable");
    const int all = table->model()->rowCount();
    QVERIFY(all > 20'000);
    QVERIFY(fixture.tabTo(u"customerTable"_s));
    QGuiApplication::clipboard()->setText(u"before"_s);
    fixture.press(Qt::Key_A, Qt::ControlModifier);
    fixture.press(Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->text() != u"before"_s, 60'000);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 20'001);
    for (const QString &line : lines)
        QCOMPARE(line.count(u'\t'), lines.first().count(u'\t'));
    const QString shown = table->model()->index(0, Customers::CustomerTableModel::ReferenceColumn).data(Customers::CustomerTableModel::SortRole).toString();
    QVERIFY(lines[1].startsWith(shown + u'\t'));
    QVERIFY(fixture.changeLanguage(Qt::LeftToRight));
}

void TestDataKeyboard::aWatchedFolderIsChosenAndItsFilesImported()
{
    WindowFixture fixture;
    QVERIFY(fixture.create());
    QVERIFY(fixture.changeLanguage(Qt::RightToLeft));
    fixture.controller->folderWatch().setQuietSeconds(0);
    QTemporaryDir exports;
    QVERIFY(showTab(fixture, DataPage::ImportsTab));
    QVERIFY(fixture.tabTo(u"chooseWatchedFolder"_s));
    fixture.press(Qt::Key_Space);
    QVERIFY(fixture.answerFileDialog(exports.path()));
    QTRY_COMPARE(fixture.controller->folderWatch().folder(), QFileInfo(exports.path()).absoluteFilePath());
    QFile file(exports.filePath(u"new.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("customer_id,date,amount\nA,2025-01-02,5\n") > 0);
    file.close();
    auto *offer = fixture.find<Button>("importNewFiles");
    QTRY_VERIFY_WITH_TIMEOUT(offer->isVisible(), 10'000);
    QVERIFY(fixture.tabTo(u"importNewFiles"_s));
    fixture.press(Qt::Key_Space);
    QTRY_VERIFY(fixture.controller->importWizard() && fixture.controller->importWizard()->plan());
    fixture.press(Qt::Key_Escape);
    QTRY_VERIFY(!fixture.controller->importWizard());
    QVERIFY(showTab(fixture, DataPage::ImportsTab));
    QVERIFY(fixture.tabTo(u"ignoreNewFiles"_s));
    fixture.press(Qt::Key_Space);
    QTRY_VERIFY(!offer->isVisible());
    QVERIFY(fixture.tabTo(u"stopWatching"_s));
    fixture.press(Qt::Key_Space);
    QTRY_VERIFY(fixture.controller->folderWatch().folder().isEmpty());
    QVERIFY(fixture.changeLanguage(Qt::LeftToRight));
}

void TestDataKeyboard::duplicatesAreMergedAndComeBack()
{
    WindowFixture fixture;
    QVERIFY(openArabic(fixture, "UPDATE customer SET email = 'twin@example.com' WHERE id IN (10, 20); "
                                "UPDATE customer SET email = NULL WHERE id NOT IN (10, 20); "
                                "UPDATE customer SET phone = NULL, city = NULL"));
    const auto customers = fixture.session().snapshot()->customers();
    QVERIFY(showTab(fixture, DataPage::DuplicatesTab));
    auto *groups = fixture.find<QTableView>("duplicateTable");
    QTRY_COMPARE_WITH_TIMEOUT(groups->model()->rowCount(), 1, 30'000);
    QVERIFY(fixture.tabTo(u"memberTable"_s));
    fixture.press(Qt::Key_Down); // the other one stays
    QCOMPARE(fixture.find<QTableWidget>("memberTable")->currentRow(), 1);
    QVERIFY(fixture.tabTo(u"mergeButton"_s));
    fixture.press(Qt::Key_Space);
    QVERIFY(accept(fixture));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().snapshot()->customers(), customers - 1, 30'000);
    QVERIFY(fixture.settle());
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().snapshot()->customers(), customers, 30'000);
    QVERIFY(fixture.settle());
    fixture.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().snapshot()->customers(), customers - 1, 30'000);
    QVERIFY(fixture.settle());
    QVERIFY(fixture.changeLanguage(Qt::LeftToRight));
}

void TestDataKeyboard::dataAreRepairedAndComeBack()
{
    WindowFixture fixture;
    QVERIFY(openArabic(fixture, "UPDATE purchase SET amount = 0 WHERE id IN (5, 6)"));
    const std::size_t all = fixture.session().snapshot()->purchases.size();
    QVERIFY(showTab(fixture, DataPage::HealthTab));
    auto *panel = fixture.find<HealthPanel>("healthPanel");
    QTRY_VERIFY_WITH_TIMEOUT(panel->isReady(), 30'000);
    auto *findings = fixture.find<QTableView>("findingsTable");
    auto *repair = fixture.find<Button>("repairFinding");
    QVERIFY(fixture.tabTo(u"findingsTable"_s));
    fixture.press(Qt::Key_Home, Qt::ControlModifier);
    // The finding that two purchases make, and that has a repair.
    const auto isWanted = [&] {
        const int row = findings->currentIndex().row();
        return repair->isEnabled()
               && findings->model()->index(row, Health::FindingsModel::RowsColumn).data().toString() == fixture.appearance->display().format().integer(2);
    };
    for (int presses = 0; presses < findings->model()->rowCount() && !isWanted(); ++presses)
        fixture.press(Qt::Key_Down);
    QVERIFY(isWanted());
    fixture.press(Qt::Key_Return);
    auto *rows = fixture.find<QTableView>("factRows");
    QTRY_VERIFY(rows->isVisible() && rows->model()->rowCount() == 2);
    QVERIFY(fixture.tabTo(u"backToFindings"_s));
    fixture.press(Qt::Key_Space);
    QTRY_VERIFY(findings->isVisible());
    QVERIFY(fixture.tabTo(u"repairFinding"_s));
    fixture.press(Qt::Key_Space);
    QVERIFY(accept(fixture));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().snapshot()->purchases.size(), all - 2, 30'000);
    QVERIFY(fixture.settle());
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().snapshot()->purchases.size(), all, 30'000);
    QVERIFY(fixture.settle());
    QVERIFY(fixture.changeLanguage(Qt::LeftToRight));
}

QTEST_MAIN(TestDataKeyboard)
#include "tst_datakeyboard.moc"
