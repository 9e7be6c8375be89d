#include "tests/ui/dialogs/wizardfixture.h"

#include "models/export/xlsxwriter.h"
#include "models/import/importhistorymodel.h"
#include "ui/dialogs/dialog.h"
#include "ui/dialogs/importprogresscard.h"
#include "ui/pages/data/datapage.h"
#include "ui/shell/statusline.h"
#include "ui/shell/welcomepage.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTableWidget>

#include <tuple>

using namespace Qt::StringLiterals;

/// The import through the real window.
namespace {

/// A form made anew leaves the old one among the children until the event loop runs: the last is the one shown.
template <typename T>
T *newest(const QWidget &parent, const QString &name)
{
    const QList<T *> found = parent.findChildren<T *>(name);
    return found.isEmpty() ? nullptr : found.last();
}

} // namespace

class TestImport final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::prepare(); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s)); }
    void keyboardAloneImportsAFile();
    void missingRequiredFieldBlocksTheWay();
    void personalColumnsStayOutUnlessAskedFor();
    void changedDelimiterIsReadAgain();
    void checkOfAllRowsWritesNothing();
    void cancelledImportLeavesNoTrace();
    void undoneImportTakesItsRowsAway();
    void rejectedRowsAreShownAndSaved();
    void pastedTableIsImported();
    void wizardKeepsItsPlaceWhileOtherScreensAreShown();
    void emptyFileIsRefusedWithAReason();
    void pasteOnTheDataScreenStartsTheImport();
    void pasteOnTheWelcomePageMakesAWorkspace();
    void severalFilesAreImportedOneAfterTheOther();
    void everyStepWorksByKeyboardInArabic();
    void anotherFileTakesThePlace();
    void currencyOfTheFirstFileIsAdopted();
    void spreadsheetsShowTheirSheets();
    void presetsAreSavedAndRemembered();
    void oneRuleMendsAColumn();
    void knownRowsAndStatusesAreVisibleChoices();
    void modesFitWhatNamesARow();
    void calendarAndTimeZoneAreChosenByKeyboard();
    void wholeMonthsAreRecognisedAndChosen();
    void costsInAnotherCurrencyNeedTheirRate();
    void firstRowsAreJudgedBesideTheMapping();
    void phoneNumbersWithoutACountryGetTheChosenOne();
    void stepsOfTheImportAreTickedOff();
    void messagesFollowTheLanguage();
    void theSameFileIsSaid();
};

void TestImport::keyboardAloneImportsAFile()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    const QString file = fixture.write(u"orders.csv"_s, WizardFixture::orders());
    QTest::keyClick(&fixture.window(), Qt::Key_I, Qt::ControlModifier);
    ImportWizard *wizard = fixture.controller->importWizard();
    QVERIFY(wizard);
    auto *choose = wizard->findChild<Button *>(u"chooseFiles"_s);
    choose->setFocus();
    QTest::keyClick(choose, Qt::Key_Space);
    QVERIFY(fixture.answerFileDialog(file));
    QTRY_VERIFY(wizard->plan().has_value());
    auto *next = wizard->findChild<Button *>(u"nextButton"_s);
    QSignalSpy ended(&fixture.session(), &Session::importEnded);
    for (const ImportWizard::Step step : {ImportWizard::Format, ImportWizard::Map, ImportWizard::Check, ImportWizard::Run}) {
        QVERIFY(next->isEnabled());
        next->setFocus();
        QTest::keyClick(next, Qt::Key_Return);
        QCOMPARE(wizard->step(), step);
    }
    QVERIFY(ended.wait(30'000));
    QVERIFY(fixture.settle());
    QCOMPARE(wizard->findChild<QLabel *>(u"figure2"_s)->text(), u"3"_s);
    QTRY_COMPARE(fixture.window().focusWidget(), next);
    QTest::keyClick(next, Qt::Key_Return);
    QCOMPARE(fixture.window().currentId(), u"overview"_s);
    QVERIFY(!fixture.controller->importWizard());
    QCOMPARE(fixture.session().snapshot()->customers(), 40u);
    QVERIFY(fixture.session().analysis());
}

void TestImport::missingRequiredFieldBlocksTheWay()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    ImportWizard *wizard = fixture.startWizard(u"orders.csv"_s, WizardFixture::orders());
    QVERIFY(wizard);
    fixture.advance(*wizard, 2);
    QCOMPARE(wizard->step(), ImportWizard::Map);
    auto *next = wizard->findChild<Button *>(u"nextButton"_s);
    QVERIFY(next->isEnabled());
    auto *target = wizard->findChild<QComboBox *>(u"target1"_s);
    target->setFocus();
    QTest::keyClick(target, Qt::Key_Home);
    QCOMPARE(wizard->plan()->columns[1].target, Import::ColumnPlan::Target::Ignore);
    QVERIFY(!next->isEnabled());
    const QString reason = wizard->findChild<QLabel *>(u"blockingReason"_s)->text();
    QVERIFY2(reason.contains(Import::fieldTitle(u"time"_s)), qPrintable(reason));
}

void TestImport::personalColumnsStayOutUnlessAskedFor()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    ImportWizard *wizard = fixture.startWizard({fixture.write(u"customers.csv"_s,
                        "customer_id,name,phone,email\nC1,Nadia,+966500000001,n@example.com\nC2,Omar,+966500000002,o@example.com\n")});
    QVERIFY(wizard);
    QCOMPARE(wizard->plan()->kind, Import::Kind::Customers);
    QCOMPARE(wizard->plan()->columnOf(u"phone"_s), -1);
    QCOMPARE(wizard->plan()->columnOf(u"email"_s), -1);
    QVERIFY(wizard->plan()->columnOf(u"name"_s) >= 0);
}

void TestImport::changedDelimiterIsReadAgain()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    ImportWizard *wizard =
        fixture.startWizard({fixture.write(u"orders.csv"_s, WizardFixture::orders().replace(',', ';'))});
    QVERIFY(wizard);
    QCOMPARE(wizard->plan()->format.delimiter, ';');
    fixture.advance(*wizard);
    auto *delimiter = wizard->findChild<QComboBox *>(u"delimiter"_s);
    delimiter->setFocus();
    QTest::keyClick(delimiter, Qt::Key_Home); // comma
    QTRY_COMPARE(wizard->plan() ? wizard->plan()->format.delimiter : '?', ',');
    QCOMPARE(wizard->plan()->columns.size(), 1);
}

void TestImport::checkOfAllRowsWritesNothing()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    ImportWizard *wizard = fixture.startWizard(u"orders.csv"_s, WizardFixture::orders());
    QVERIFY(wizard);
    fixture.advance(*wizard, 3);
    QCOMPARE(wizard->step(), ImportWizard::Check);
    QSignalSpy ended(&fixture.session(), &Session::importEnded);
    QTest::mouseClick(wizard->findChild<Button *>(u"checkAll"_s), Qt::LeftButton);
    QVERIFY(ended.wait(30'000));
    QVERIFY(fixture.settle());
    QCOMPARE(wizard->step(), ImportWizard::Check);
    const Result<QList<Import::ImportRecord>> history = Import::loadImportHistory(*fixture.session().workspace());
    QVERIFY(history.ok());
    QVERIFY(history->isEmpty());
}

void TestImport::cancelledImportLeavesNoTrace()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    ImportWizard *wizard = fixture.startWizard(u"orders.csv"_s, WizardFixture::orders());
    QVERIFY(wizard);
    // Somebody else is writing, so that the import cannot end before it is cancelled.
    Result<Database> other = fixture.session().workspace()->connect(Database::Mode::ReadWrite);
    QVERIFY(other.ok());
    other->connection().exec("BEGIN IMMEDIATE");
    QSignalSpy ended(&fixture.session(), &Session::importEnded);
    std::optional<Error> error;
    connect(&fixture.session(), &Session::importEnded, this, [&](const Result<Import::ImportOutcome> &outcome) {
        if (!outcome)
            error = outcome.error();
    });
    fixture.advance(*wizard, 4);
    QVERIFY(fixture.session().isImporting());
    QTest::mouseClick(wizard->findChild<Button *>(u"cancelImport"_s), Qt::LeftButton);
    other->connection().exec("ROLLBACK");
    QVERIFY(ended.wait(30'000));
    QVERIFY(error);
    QCOMPARE(error->kind, Error::Kind::Cancelled);
    QVERIFY(fixture.settle());
    const Result<QList<Import::ImportRecord>> history = Import::loadImportHistory(*fixture.session().workspace());
    QVERIFY(history.ok());
    QVERIFY(history->isEmpty());
    QVERIFY(wizard->findChild<Button *>(u"backButton"_s)->isEnabled());
}

void TestImport::undoneImportTakesItsRowsAway()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    QVERIFY(fixture.importAll({fixture.write(u"orders.csv"_s, WizardFixture::orders())}));
    QVERIFY(fixture.session().snapshot()->purchases.size() > 0);
    fixture.window().actions()["data.imports"_L1]->trigger();
    auto *undo = fixture.find<Button>("undoImportButton");
    QTRY_VERIFY(undo->isEnabled());
    QTest::mouseClick(undo, Qt::LeftButton);
    auto *question = fixture.find<Dialog>("question");
    QTRY_VERIFY(question && question->isVisible());
    QSignalSpy undone(&fixture.session(), &Session::importUndone);
    QSignalSpy changed(&fixture.session(), &Session::snapshotChanged);
    QTest::mouseClick(question->acceptButton(), Qt::LeftButton);
    QVERIFY(undone.wait(30'000));
    QVERIFY(changed.count() > 0 || changed.wait(30'000));
    QCOMPARE(fixture.session().snapshot()->purchases.size(), std::size_t(0));
    QVERIFY(fixture.settle());
    QTRY_VERIFY(!undo->isEnabled());
    QVERIFY(fixture.window().messages().isVisible());
}

void TestImport::rejectedRowsAreShownAndSaved()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    QVERIFY(fixture.importAll({fixture.write(u"orders.csv"_s, WizardFixture::orders())}));
    fixture.window().actions()["data.rejected"_L1]->trigger();
    auto *rows = fixture.find<QTableView>("rejectedTable");
    QTRY_COMPARE(rows->model()->rowCount(), 3);
    auto *reasons = fixture.find<QTableView>("reasonTable");
    QTRY_COMPARE(reasons->model()->rowCount(), 3);
    reasons->selectRow(0);
    QTRY_COMPARE(rows->model()->rowCount(), 1);
    const QString csv = fixture.folder.filePath(u"rejected.csv"_s);
    QTest::mouseClick(fixture.find<Button>("saveRejectedRows"), Qt::LeftButton);
    QVERIFY(fixture.answerFileDialog(csv));
    QTRY_VERIFY(QFileInfo::exists(csv));
    QFile file(csv);
    QTRY_VERIFY(file.exists() && file.size() > 0);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(text.contains("qeema_reason"), text.constData());
    QVERIFY(text.contains("2024-02-31"));
}

void TestImport::pastedTableIsImported()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    QGuiApplication::clipboard()->setText(u"customer_id\ttime\tamount\nA1\t2024-01-05\t10\nA2\t2024-01-06\t20\n"_s);
    fixture.window().actions()["data.import"_L1]->trigger();
    ImportWizard *wizard = fixture.controller->importWizard();
    QTest::mouseClick(wizard->findChild<Button *>(u"pasteTable"_s), Qt::LeftButton);
    QTRY_VERIFY(wizard->plan().has_value());
    QCOMPARE(wizard->plan()->kind, Import::Kind::Transactions);
    QCOMPARE(wizard->plan()->format.delimiter, '\t');
    QVERIFY(wizard->plan()->missingFields().isEmpty());
}

void TestImport::wizardKeepsItsPlaceWhileOtherScreensAreShown()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    ImportWizard *wizard = fixture.startWizard(u"orders.csv"_s, WizardFixture::orders());
    QVERIFY(wizard);
    fixture.advance(*wizard, 2);
    QTest::keyClick(&fixture.window(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(fixture.window().currentId(), u"overview"_s);
    QVERIFY(!wizard->isVisible());
    QTest::keyClick(&fixture.window(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(wizard->isVisible());
    QCOMPARE(wizard->step(), ImportWizard::Map);
}

void TestImport::emptyFileIsRefusedWithAReason()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    fixture.window().actions()["data.import"_L1]->trigger();
    ImportWizard *wizard = fixture.controller->importWizard();
    wizard->addFiles({fixture.write(u"empty.csv"_s, "")});
    auto *next = wizard->findChild<Button *>(u"nextButton"_s);
    auto *reason = wizard->findChild<QLabel *>(u"blockingReason"_s);
    QTRY_VERIFY(reason->text().contains(u"cannot be read"_s));
    QVERIFY(!next->isEnabled());
}

void TestImport::pasteOnTheDataScreenStartsTheImport()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    QTest::keyClick(&fixture.window(), Qt::Key_2, Qt::ControlModifier);
    QGuiApplication::clipboard()->setText(u"no table"_s);
    QTest::keyClick(&fixture.window(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!fixture.controller->importWizard());
    QVERIFY(fixture.window().messages().isVisible());
    QGuiApplication::clipboard()->setText(u"customer_id\ttime\tamount\nA1\t2024-01-05\t10\nA2\t2024-01-06\t20\n"_s);
    QTest::keyClick(&fixture.window(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(fixture.controller->importWizard());
    QTRY_VERIFY(fixture.controller->importWizard()->plan().has_value());
    QCOMPARE(fixture.controller->importWizard()->plan()->columns.size(), 3);
    QVERIFY(fixture.settle());
}

void TestImport::pasteOnTheWelcomePageMakesAWorkspace()
{
    WizardFixture fixture;
    QVERIFY(fixture.window().welcome().isVisible());
    QGuiApplication::clipboard()->setText(u"customer_id\ttime\tamount\nA1\t2024-01-05\t10\nA2\t2024-01-06\t20\n"_s);
    QTest::keyClick(&fixture.window(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(fixture.answerFileDialog(fixture.folder.filePath(u"pasted.qeema"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.controller->importWizard() && fixture.controller->importWizard()->plan(), 30'000);
    QVERIFY(fixture.settle());
}

void TestImport::severalFilesAreImportedOneAfterTheOther()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    ImportWizard *wizard = fixture.startWizard({fixture.write(u"one.csv"_s, "customer_id,time,amount\nA,2024-01-05,10\n"),
                                                 fixture.write(u"two.csv"_s, "customer_id,time,amount\nB,2024-02-05,20\n")});
    QVERIFY(wizard);
    for (int file = 0; file < 2; ++file) {
        QTRY_VERIFY(wizard->plan().has_value());
        QSignalSpy ended(&fixture.session(), &Session::importEnded);
        while (wizard->step() != ImportWizard::Run)
            fixture.advance(*wizard);
        QVERIFY(ended.wait(30'000));
        QVERIFY(fixture.settle());
        QCOMPARE(wizard->findChild<Button *>(u"nextButton"_s)->text(), file == 0 ? u"Next file"_s : u"Open Overview"_s);
        fixture.advance(*wizard);
    }
    QTRY_COMPARE(fixture.session().snapshot()->purchases.size(), std::size_t(2));
    QVERIFY(!fixture.controller->importWizard());
}

void TestImport::everyStepWorksByKeyboardInArabic()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    QTest::keyClick(&fixture.window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(fixture.window().layoutDirection(), Qt::RightToLeft);
    ImportWizard *wizard = fixture.startWizard({fixture.write(u"orders.csv"_s, u"رقم العميل;التاريخ;المبلغ\nع-١;٢٠٢٤-٠١-٠٥;١٬٢٣٤٫٥٠\nع-٢;٢٠٢٤-٠١-٠٦;٢٠\n"_s.toUtf8())});
    QVERIFY(wizard);
    QCOMPARE(wizard->layoutDirection(), Qt::RightToLeft);
    auto *next = wizard->findChild<Button *>(u"nextButton"_s);
    QSignalSpy ended(&fixture.session(), &Session::importEnded);
    for (const ImportWizard::Step step : {ImportWizard::Format, ImportWizard::Map, ImportWizard::Check, ImportWizard::Run}) {
        QVERIFY2(next->isEnabled(), qPrintable(wizard->findChild<QLabel *>(u"blockingReason"_s)->text()));
        // From the step's own first control by Tab to the button, as somebody without a mouse does.
        for (int presses = 0; presses < 80 && fixture.window().focusWidget() != next; ++presses)
            QTest::keyClick(fixture.window().focusWidget(), Qt::Key_Tab);
        QCOMPARE(fixture.window().focusWidget(), next);
        QTest::keyClick(next, Qt::Key_Space);
        QCOMPARE(wizard->step(), step);
    }
    QVERIFY(ended.wait(30'000));
    QVERIFY(fixture.settle());
    QCOMPARE(fixture.session().snapshot()->purchases.size(), std::size_t(2));
    QCOMPARE(fixture.session().snapshot()->purchases.amount[0], 123450);
    QTest::keyClick(&fixture.window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(fixture.window().layoutDirection(), Qt::LeftToRight);
    QVERIFY(fixture.settle());
}

void TestImport::anotherFileTakesThePlace()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    ImportWizard *wizard = fixture.startWizard({fixture.write(u"one.csv"_s, "customer_id,time,amount\nA,2024-01-05,10\n")});
    QVERIFY(wizard);
    fixture.advance(*wizard);
    QTest::mouseClick(wizard->findChild<Button *>(u"otherFile"_s), Qt::LeftButton);
    QVERIFY(fixture.answerFileDialog(fixture.write(u"two.csv"_s, "customer_id,time,amount,category\nB,2024-02-05,20,x\n")));
    QTRY_VERIFY(wizard->plan() && wizard->plan()->columns.size() == 4);
    QCOMPARE(wizard->findChild<QListWidget *>(u"fileList"_s)->count(), 1);
}

void TestImport::currencyOfTheFirstFileIsAdopted()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    QCOMPARE(fixture.session().settings().currency.code, u"SAR"_s);
    ImportWizard *wizard = fixture.startWizard(u"orders.csv"_s, WizardFixture::orders());
    QVERIFY(wizard);
    fixture.advance(*wizard);
    auto *currency = wizard->findChild<QComboBox *>(u"currency"_s);
    QVERIFY(currency->isVisible());
    currency->setCurrentIndex(currency->findData(u"USD"_s));
    emit currency->activated(currency->currentIndex());
    QCOMPARE(wizard->plan()->currency, u"USD"_s);
    QSignalSpy ended(&fixture.session(), &Session::importEnded);
    fixture.advance(*wizard, 3);
    QVERIFY(ended.wait(30'000));
    QVERIFY(fixture.settle());
    QCOMPARE(fixture.session().settings().currency.code, u"USD"_s);
    QCOMPARE(fixture.session().snapshot()->currency.code, u"USD"_s);
    QVERIFY(fixture.session().snapshot()->unconvertedCurrencies.isEmpty());
    QVERIFY(fixture.find<QLabel>("statusRules")->text().contains(fixture.appearance->display().format().currencyName(u"USD"_s)));
}

void TestImport::spreadsheetsShowTheirSheets()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    const QString file = fixture.folder.filePath(u"orders.xlsx"_s);
    QVERIFY(Export::writeXlsxTable(file, {u"Orders"_s, false},
                                   {{u"customer_id"_s, u"time"_s, u"amount"_s}, {u"A"_s, u"2024-01-05"_s, u"10.5"_s}, {u"B"_s, u"2024-01-06"_s, u"20"_s}})
                .ok());
    ImportWizard *wizard = fixture.startWizard({file});
    QVERIFY(wizard);
    fixture.advance(*wizard);
    auto *sheet = wizard->findChild<QComboBox *>(u"sheet"_s);
    QVERIFY(sheet->isVisible());
    QCOMPARE(sheet->currentData().toString(), u"Orders"_s);
    QVERIFY(!wizard->findChild<QComboBox *>(u"encoding"_s)->isVisible());
    QVERIFY(!wizard->findChild<QComboBox *>(u"delimiter"_s)->isVisible());
    QVERIFY(wizard->plan()->missingFields().isEmpty());
}

void TestImport::presetsAreSavedAndRemembered()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    const QByteArray content = "who;when;how much\nA;13/04/2025;1.234,50\nB;25/06/2025;7,25\n";
    ImportWizard *wizard = fixture.startWizard({fixture.write(u"first.csv"_s, content)});
    QVERIFY(wizard);
    fixture.advance(*wizard, 2);
    QCOMPARE(wizard->step(), ImportWizard::Map);
    const QStringList fields{u"customer_id"_s, u"time"_s, u"amount"_s};
    for (int column = 0; column < 3; ++column) {
        auto *target = newest<QComboBox>(*wizard, u"target%1"_s.arg(column));
        for (int at = 0; at < target->count(); ++at) {
            if (target->itemData(at).toList().value(1).toString() == fields[column]) {
                target->setCurrentIndex(at);
                emit target->activated(at);
            }
        }
    }
    QVERIFY(wizard->plan()->missingFields().isEmpty());
    QTRY_VERIFY(!newest<Button>(*wizard, u"savePreset"_s)->visibleRegion().isEmpty());
    QTest::mouseClick(newest<Button>(*wizard, u"savePreset"_s), Qt::LeftButton);
    auto *name = newest<QLineEdit>(fixture.window(), u"presetName"_s);
    QTRY_VERIFY(name && name->isVisible());
    name->setText(u"متجرنا"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(newest<QRadioButton>(*wizard, u"preset.saved:متجرنا"_s));
    QVERIFY(newest<QRadioButton>(*wizard, u"preset.saved:متجرنا"_s)->isChecked());
    QSignalSpy ended(&fixture.session(), &Session::importEnded);
    fixture.advance(*wizard, 2);
    QVERIFY(ended.wait(30'000));
    QVERIFY(fixture.settle());
    fixture.advance(*wizard);

    // A file with the same headings is read as the last one was, without a word.
    wizard = fixture.startWizard({fixture.write(u"second.csv"_s, content)});
    QVERIFY(wizard);
    QCOMPARE(wizard->plan()->columnOf(u"amount"_s), 2);
    QVERIFY(wizard->plan()->missingFields().isEmpty());
    fixture.advance(*wizard, 2);
    QTRY_VERIFY(newest<QRadioButton>(*wizard, u"preset.last"_s));
    QVERIFY(newest<QRadioButton>(*wizard, u"preset.last"_s)->isChecked());
    QVERIFY(fixture.settle());
}

void TestImport::oneRuleMendsAColumn()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    QByteArray content("customer_id,time,amount\n");
    for (int i = 0; i < 40; ++i)
        content += "C" + QByteArray::number(i % 7) + ",2024-05-" + QByteArray::number(10 + i % 15) + ",\"1" + QByteArray::number(i % 10) + ",50\"\n";
    content += "C1,2024-05-11,n/a\nC2,2024-05-12,n/a\n";
    ImportWizard *wizard = fixture.startWizard({fixture.write(u"orders.csv"_s, content)});
    QVERIFY(wizard);
    fixture.advance(*wizard, 3);
    QCOMPARE(wizard->step(), ImportWizard::Check);
    const auto repair = [&] {
        for (Button *button : wizard->findChildren<Button *>()) {
            if (button->objectName().startsWith(u"issue"_s) && button->isVisible())
                return button;
        }
        return static_cast<Button *>(nullptr);
    };
    QTRY_VERIFY(repair());
    const Import::ImportPlan before = *wizard->plan();
    QTest::mouseClick(repair(), Qt::LeftButton);
    QVERIFY(wizard->plan()->columns != before.columns);
    QSignalSpy ended(&fixture.session(), &Session::importEnded);
    QTest::mouseClick(newest<Button>(*wizard, u"checkAll"_s), Qt::LeftButton);
    QVERIFY(ended.wait(30'000));
    QVERIFY(fixture.settle());
    QVERIFY2(newest<QLabel>(*wizard, u"checkRejects"_s)->text().isEmpty(), qPrintable(newest<QLabel>(*wizard, u"checkRejects"_s)->text()));
    QVERIFY(newest<QLabel>(*wizard, u"checkCounts"_s)->text().contains(u"42"_s));
}

void TestImport::knownRowsAndStatusesAreVisibleChoices()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    QByteArray content("order_id,customer_id,time,amount,status,currency\n");
    for (int i = 0; i < 30; ++i)
        content += "o" + QByteArray::number(i) + ",C" + QByteArray::number(i % 7) + ",2024-05-11,10," + (i % 10 == 0 ? "cancelled" : "completed") + ','
                   + (i % 3 ? "SAR" : "USD") + '\n';
    ImportWizard *wizard = fixture.startWizard({fixture.write(u"orders.csv"_s, content)});
    QVERIFY(wizard);
    fixture.advance(*wizard, 3);
    QCOMPARE(wizard->step(), ImportWizard::Check);
    QTRY_VERIFY(newest<QComboBox>(*wizard, u"duplicates"_s)->isVisible());
    auto *mode = newest<QComboBox>(*wizard, u"duplicates"_s);
    mode->setCurrentIndex(mode->findData(int(Import::OnDuplicate::Skip)));
    emit mode->activated(mode->currentIndex());
    QCOMPARE(wizard->plan()->onDuplicate, Import::OnDuplicate::Skip);
    QTRY_VERIFY(newest<QComboBox>(*wizard, u"orderRows"_s)->isVisible());
    QTRY_VERIFY(newest<QComboBox>(*wizard, u"status0"_s)->isVisible());
    QTRY_VERIFY(newest<QLineEdit>(*wizard, u"rateUSD"_s));
    auto *rate = newest<QLineEdit>(*wizard, u"rateUSD"_s);
    rate->setText(u"٣٫٧٥"_s);
    emit rate->editingFinished();
    QCOMPARE(wizard->plan()->rates.value(u"USD"_s), 3.75);
    QSignalSpy ended(&fixture.session(), &Session::importEnded);
    fixture.advance(*wizard);
    QVERIFY(ended.wait(30'000));
    QVERIFY(fixture.settle());
    QCOMPARE(fixture.session().snapshot()->purchases.size(), std::size_t(27)); // without the cancelled ones
    QVERIFY(fixture.session().snapshot()->unconvertedCurrencies.isEmpty());
}

void TestImport::modesFitWhatNamesARow()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    using Mode = Import::OnDuplicate;
    // A deal's change of stage is found again by deal, day and stage; an answer to a survey is not.
    for (const auto &[name, content, hasKey] :
         {std::tuple("deals.csv", "deal_id,customer_id,stage,changed_at,amount\nD,C,Won,2025-01-05,10\n", true),
          std::tuple("surveys.csv", "customer_id,time,instrument,score\nC,2025-01-05,nps,9\n", false)}) {
        ImportWizard *wizard = fixture.startWizard({fixture.write(QString::fromLatin1(name), content)});
        QVERIFY(wizard);
        fixture.advance(*wizard, 3);
        QCOMPARE(wizard->step(), ImportWizard::Check);
        QTRY_VERIFY(wizard->findChild<QLabel *>(u"checkCounts"_s)->text().contains(u"looked at"_s));
        QTRY_VERIFY(newest<QComboBox>(*wizard, u"duplicates"_s)->isVisible());
        const auto *mode = newest<QComboBox>(*wizard, u"duplicates"_s);
        QVERIFY(mode->findData(int(Mode::Add)) >= 0 && mode->findData(int(Mode::ReplacePeriod)) >= 0);
        for (const Mode asking : {Mode::Skip, Mode::Reject, Mode::UpdateOnly})
            QCOMPARE(mode->findData(int(asking)) >= 0, hasKey);
        QTest::keyClick(wizard, Qt::Key_Escape);
        QTRY_VERIFY(!fixture.controller->importWizard());
        QVERIFY(fixture.settle());
    }
}

void TestImport::calendarAndTimeZoneAreChosenByKeyboard()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    // 1 Ramadan 1446 was 1 March 2025, and noon in Riyadh is nine o'clock in universal time.
    ImportWizard *wizard = fixture.startWizard({fixture.write(u"orders.csv"_s, "customer_id,time,amount\nA,1446/09/01 12:00,10\nB,1446/09/02 12:00,20\n")});
    QVERIFY(wizard);
    fixture.advance(*wizard);
    auto *calendar = wizard->findChild<QComboBox *>(u"calendar"_s);
    QVERIFY(calendar->isEnabled());
    calendar->setFocus();
    QTest::keyClick(calendar, Qt::Key_End);
    QCOMPARE(wizard->plan()->columns[1].dates.calendar, Import::DateStyle::Calendar::UmmAlQura);
    const QString reading = wizard->findChild<QLabel *>(u"formatReading"_s)->text();
    QVERIFY2(reading.contains(fixture.appearance->display().format().date(QDate(2025, 3, 1))), qPrintable(reading));
    auto *zone = wizard->findChild<QComboBox *>(u"timeZone"_s);
    zone->setFocus();
    QTest::keyClicks(zone, u"Riy"_s);
    QCOMPARE(wizard->plan()->timeZone, u"Asia/Riyadh"_s);
    // Another way to read the bytes keeps what was chosen.
    auto *encoding = wizard->findChild<QComboBox *>(u"encoding"_s);
    encoding->setFocus();
    QTest::keyClicks(encoding, u"windows-1256"_s);
    QTRY_COMPARE(wizard->plan()->format.encoding.toLower(), u"windows-1256"_s);
    QCOMPARE(wizard->plan()->timeZone, u"Asia/Riyadh"_s);
    QCOMPARE(wizard->plan()->columns[1].dates.calendar, Import::DateStyle::Calendar::UmmAlQura);
    QSignalSpy ended(&fixture.session(), &Session::importEnded);
    fixture.advance(*wizard, 3);
    QVERIFY(ended.wait(30'000));
    QVERIFY(fixture.settle());
    const Customers::PurchaseColumns &purchases = fixture.session().snapshot()->purchases;
    QCOMPARE(purchases.size(), std::size_t(2));
    QCOMPARE(purchases.seconds(0), QDateTime(QDate(2025, 3, 1), QTime(9, 0), Qt::UTC).toSecsSinceEpoch());
}

void TestImport::wholeMonthsAreRecognisedAndChosen()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    ImportWizard *wizard = fixture.startWizard({fixture.write(u"orders.csv"_s, "customer_id,time,amount\nA,2016-Q2,10\nB,نيسان 2016,20\n")});
    QVERIFY(wizard);
    fixture.advance(*wizard);
    auto *periods = wizard->findChild<QComboBox *>(u"wholePeriods"_s);
    QVERIFY(periods->isEnabled());
    QVERIFY(periods->currentData().toBool());
    auto *reading = wizard->findChild<QLabel *>(u"formatReading"_s);
    const QString day = fixture.appearance->display().format().date(QDate(2016, 4, 1));
    QVERIFY2(reading->text().contains(day) && reading->text().contains(u"first day of its period"_s), qPrintable(reading->text()));
    periods->setFocus();
    QTest::keyClick(periods, Qt::Key_Up);
    QVERIFY(!wizard->plan()->columns[1].dates.wholePeriods);
    QVERIFY2(!reading->text().contains(day), qPrintable(reading->text()));
    QTest::keyClick(periods, Qt::Key_Down);
    QVERIFY(wizard->plan()->columns[1].dates.wholePeriods);
    QSignalSpy ended(&fixture.session(), &Session::importEnded);
    fixture.advance(*wizard, 3);
    QVERIFY(ended.wait(30'000));
    QVERIFY(fixture.settle());
    const Customers::PurchaseColumns &purchases = fixture.session().snapshot()->purchases;
    QCOMPARE(purchases.size(), std::size_t(2));
    for (std::size_t i = 0; i < 2; ++i)
        QCOMPARE(purchases.seconds(i), QDateTime(QDate(2016, 4, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch());
}

void TestImport::costsInAnotherCurrencyNeedTheirRate()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    QVERIFY(fixture.importAll({fixture.write(u"orders.csv"_s, WizardFixture::orders())}));
    ImportWizard *wizard = fixture.startWizard({fixture.write(u"costs.csv"_s, "period,kind,amount,currency\n2025-Q1,acquisition,100,USD\n")});
    QVERIFY(wizard);
    QCOMPARE(wizard->plan()->kind, Import::Kind::Costs);
    fixture.advance(*wizard, 3);
    QCOMPARE(wizard->step(), ImportWizard::Check);
    QTRY_VERIFY(wizard->findChild<QLineEdit *>(u"rateUSD"_s));
    auto *rate = wizard->findChild<QLineEdit *>(u"rateUSD"_s);
    rate->setFocus();
    QTest::keyClicks(rate, u"3.75"_s);
    QTest::keyClick(rate, Qt::Key_Tab);
    QCOMPARE(wizard->plan()->rates.value(u"USD"_s), 3.75);
    QSignalSpy ended(&fixture.session(), &Session::importEnded);
    fixture.advance(*wizard, 1);
    QVERIFY(ended.wait(30'000));
    QVERIFY(fixture.settle());
    QCOMPARE(fixture.session().snapshot()->costs.size(), 1);
    QCOMPARE(fixture.session().snapshot()->costs[0].amount, 37500);
}

void TestImport::firstRowsAreJudgedBesideTheMapping()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    ImportWizard *wizard = fixture.startWizard(u"orders.csv"_s, WizardFixture::orders());
    QVERIFY(wizard);
    fixture.advance(*wizard, 2);
    QCOMPARE(wizard->step(), ImportWizard::Map);
    auto *rejected = wizard->findChild<QLabel *>(u"headRejected"_s);
    QTRY_VERIFY(rejected->isVisible());
    QVERIFY2(rejected->text().contains(u'3'), qPrintable(rejected->text()));
    auto *show = wizard->findChild<Button *>(u"headShow"_s);
    auto *reasons = wizard->findChild<QLabel *>(u"headReasons"_s);
    QVERIFY(!reasons->isVisible());
    show->setFocus();
    QTest::keyClick(show, Qt::Key_Space);
    QVERIFY(reasons->isVisible());
    QCOMPARE(reasons->text().count(u'\n'), 2); // three reasons
    // Another mapping is judged again: words in the place of numbers.
    auto *target = newest<QComboBox>(*wizard, u"target2"_s);
    target->setFocus();
    QTest::keyClick(target, Qt::Key_Home);
    QTRY_VERIFY(rejected->text().contains(u'2'));
    QVERIFY(fixture.settle());
    QVERIFY(fixture.session().snapshot()->customers() == 0);
}

void TestImport::phoneNumbersWithoutACountryGetTheChosenOne()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    ImportWizard *wizard =
        fixture.startWizard({fixture.write(u"customers.csv"_s, "customer_id,name,phone\nC1,Nadia,0791234567\nC2,Omar,+962791234567\n")});
    QVERIFY(wizard);
    fixture.advance(*wizard, 2);
    auto *target = newest<QComboBox>(*wizard, u"target2"_s);
    for (int at = 0; at < target->count(); ++at) {
        if (target->itemData(at).toList().value(1).toString() == u"phone") {
            target->setCurrentIndex(at);
            emit target->activated(at);
            break; // the field, not an attribute of that name
        }
    }
    fixture.advance(*wizard);
    QCOMPARE(wizard->step(), ImportWizard::Check);
    // The form is made anew when the columns have been looked at.
    QTRY_VERIFY(wizard->findChild<QLabel *>(u"checkCounts"_s)->text().contains(u"looked at"_s));
    QTRY_VERIFY(newest<QComboBox>(*wizard, u"identity"_s)->isVisible());
    QVERIFY(!newest<QComboBox>(*wizard, u"phoneCountry"_s));
    // Tab comes from the button to the fields below it, though they were made later.
    auto *identity = newest<QComboBox>(*wizard, u"identity"_s);
    wizard->findChild<Button *>(u"checkAll"_s)->setFocus();
    for (int presses = 0; presses < 2; ++presses)
        QTest::keyClick(fixture.window().focusWidget(), Qt::Key_Tab);
    QCOMPARE(fixture.window().focusWidget(), identity);
    QTest::keyClick(identity, Qt::Key_End);
    QCOMPARE(wizard->plan()->identity, Import::Identity::Phone);
    QTRY_VERIFY(newest<QComboBox>(*wizard, u"phoneCountry"_s));
    // The focus stays with the choice that was made.
    QTRY_COMPARE(fixture.window().focusWidget()->objectName(), u"identity"_s);
    auto *country = newest<QComboBox>(*wizard, u"phoneCountry"_s);
    country->setFocus();
    QTest::keyClicks(country, u"Jordan"_s);
    QCOMPARE(wizard->plan()->phoneCountry, u"962"_s);
    QSignalSpy ended(&fixture.session(), &Session::importEnded);
    fixture.advance(*wizard);
    QVERIFY(ended.wait(30'000));
    QVERIFY(fixture.settle());
    QCOMPARE(fixture.session().snapshot()->customers(), 1u); // both rows are one person
}

void TestImport::stepsOfTheImportAreTickedOff()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    ImportWizard *wizard = fixture.startWizard(u"orders.csv"_s, WizardFixture::orders());
    QVERIFY(wizard);
    fixture.advance(*wizard, 3);
    QSignalSpy checked(&fixture.session(), &Session::importEnded);
    QTest::mouseClick(wizard->findChild<Button *>(u"checkAll"_s), Qt::LeftButton);
    QVERIFY(checked.wait(30'000));
    QVERIFY(fixture.settle());
    QTRY_COMPARE(fixture.window().focusWidget(), wizard->findChild<Button *>(u"nextButton"_s)); // Return goes on
    auto *steps = wizard->findChild<ImportProgressCard *>(u"importSteps"_s);
    QSignalSpy ended(&fixture.session(), &Session::importEnded);
    fixture.advance(*wizard);
    // What the check of all rows counted stands there from the beginning.
    QCOMPARE(wizard->findChild<QLabel *>(u"figure2"_s)->text(), u"3"_s);
    QVERIFY(ended.wait(30'000));
    QVERIFY(fixture.settle());
    for (int step = 0; step < ImportProgressCard::StepCount; ++step) {
        QTRY_COMPARE(steps->state(ImportProgressCard::Step(step)), ImportProgressCard::State::Done);
        QVERIFY(!wizard->findChild<QLabel *>(u"stepFigure%1"_s.arg(step))->text().isEmpty());
    }
}

void TestImport::messagesFollowTheLanguage()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    QTest::keyClick(&fixture.window(), Qt::Key_2, Qt::ControlModifier);
    QGuiApplication::clipboard()->setText(u"no table"_s);
    QTest::keyClick(&fixture.window(), Qt::Key_V, Qt::ControlModifier);
    MessageBar &messages = fixture.window().messages();
    QVERIFY(messages.isVisible());
    const QString english = messages.message();
    QTest::keyClick(&fixture.window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(fixture.window().layoutDirection(), Qt::RightToLeft);
    QVERIFY(messages.isVisible());
    QTRY_VERIFY(messages.message() != english); // the words come with an event
    const QString arabic = messages.message();
    QVERIFY2(arabic.front().script() == QChar::Script_Arabic, qPrintable(arabic));
    QTest::keyClick(&fixture.window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(messages.message(), english);
    QVERIFY(fixture.settle());
}

void TestImport::theSameFileIsSaid()
{
    WizardFixture fixture;
    QVERIFY(fixture.create());
    const QString file = fixture.write(u"orders.csv"_s, WizardFixture::orders());
    QVERIFY(fixture.importAll({file}));
    ImportWizard *wizard = fixture.startWizard({file});
    QVERIFY(wizard);
    fixture.advance(*wizard, 3);
    QCOMPARE(wizard->step(), ImportWizard::Check);
    auto *same = wizard->findChild<QLabel *>(u"sameFile"_s);
    QVERIFY(same->isVisible());
    QVERIFY2(same->text().contains(u"Import 1 "_s) && same->text().contains(u"not compared"_s), qPrintable(same->text()));
    QTest::keyClick(wizard, Qt::Key_Escape);
    QTRY_VERIFY(!fixture.controller->importWizard());
    wizard = fixture.startWizard(u"others.csv"_s, WizardFixture::orders());
    QVERIFY(wizard);
    fixture.advance(*wizard, 3);
    QVERIFY(!wizard->findChild<QLabel *>(u"sameFile"_s)->isVisible());
    QVERIFY(fixture.settle());
}

QTEST_MAIN(TestImport)
#include "tst_import.moc"
