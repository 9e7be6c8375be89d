#include "tests/ui/dialogs/wizardfixture.h"

#include "ui/dialogs/dialog.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// The import by keys alone, in Arabic: every control is reached by Tab, nothing is clicked and no
/// focus is set by the test.
class TestImportKeyboard final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::prepare(); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s)); }
    void theWholeWizard_data();
    void theWholeWizard();
    void presetsAreSavedAndTaken();
    void issuesAreMended();
    void filesAreRemovedAndChosenAnew();
    void errorsFollowTheLanguage();

private:
    /// Opens the wizard by its shortcut in an Arabic window over an empty workspace.
    static ImportWizard *open(WizardFixture &fixture)
    {
        if (!fixture.create() || !fixture.changeLanguage(Qt::RightToLeft))
            return nullptr;
        QTest::keyClick(&fixture.window(), Qt::Key_I, Qt::ControlModifier);
        return fixture.controller->importWizard();
    }
    static bool chooseFile(WizardFixture &fixture, ImportWizard &wizard, const QString &file)
    {
        if (!fixture.tabTo(u"chooseFiles"_s))
            return false;
        fixture.press(Qt::Key_Space);
        return fixture.answerFileDialog(file) && QTest::qWaitFor([&] { return wizard.plan().has_value(); }, 30'000);
    }
    static bool goOn(WizardFixture &fixture, const ImportWizard &wizard, ImportWizard::Step to)
    {
        if (!fixture.tabTo(u"nextButton"_s))
            return false;
        fixture.press(Qt::Key_Space);
        return wizard.step() == to;
    }
};

void TestImportKeyboard::theWholeWizard_data()
{
    QTest::addColumn<bool>("isPasted");
    QTest::newRow("file") << false;
    QTest::newRow("paste") << true;
}

void TestImportKeyboard::theWholeWizard()
{
    QFETCH(const bool, isPasted);
    WizardFixture fixture;
    ImportWizard *wizard = open(fixture);
    QVERIFY(wizard);
    QCOMPARE(wizard->layoutDirection(), Qt::RightToLeft);
    const QString table = u"رقم العميل\tالتاريخ\tالمبلغ\tملاحظة\nع-١\t٢٠٢٤-٠١-٠٥\t١٬٢٣٤٫٥٠\tأ\nع-٢\t٢٠٢٤-٠١-٠٦\t٢٠\tب\nع-٣\tقريبًا\t٢٠\tج\n"_s;
    if (isPasted) {
        QGuiApplication::clipboard()->setText(table);
        QVERIFY(fixture.tabTo(u"pasteTable"_s));
        fixture.press(Qt::Key_Space);
        QTRY_VERIFY(wizard->plan().has_value());
    } else {
        QVERIFY(chooseFile(fixture, *wizard, fixture.write(u"orders.tsv"_s, table.toUtf8())));
    }
    QVERIFY(goOn(fixture, *wizard, ImportWizard::Format));
    QVERIFY(fixture.tabTo(u"currency"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"KWD"_s);
    QCOMPARE(wizard->plan()->currency, u"KWD"_s);
    QVERIFY(fixture.tabTo(u"decimal"_s));
    QVERIFY(goOn(fixture, *wizard, ImportWizard::Map));
    using Target = Import::ColumnPlan::Target;
    QVERIFY(wizard->plan()->columns[3].target != Target::Attribute);
    QVERIFY(fixture.tabTo(u"target3"_s));
    for (int presses = 0; presses < 40 && wizard->plan()->columns[3].target != Target::Attribute; ++presses)
        fixture.press(Qt::Key_Down);
    QCOMPARE(wizard->plan()->columns[3].target, Target::Attribute);
    fixture.press(Qt::Key_Home);
    QCOMPARE(wizard->plan()->columns[3].target, Target::Ignore);
    // On the way every field was this column's for a moment; the others have theirs again.
    QCOMPARE(wizard->plan()->missingFields(), QStringList());
    QCOMPARE(wizard->plan()->columnOf(u"amount"_s), 2);
    QVERIFY(goOn(fixture, *wizard, ImportWizard::Check));
    QTRY_VERIFY(wizard->findChild<QLabel *>(u"checkCounts"_s)->text().contains(u"صف"_s));
    QSignalSpy checked(&fixture.session(), &Session::importEnded);
    QVERIFY(fixture.tabTo(u"checkAll"_s));
    fixture.press(Qt::Key_Space);
    QVERIFY(checked.count() > 0 || checked.wait(30'000));
    QVERIFY(fixture.settle());
    QTRY_COMPARE(fixture.focused()->objectName(), u"nextButton"_s); // Return goes on
    QSignalSpy ended(&fixture.session(), &Session::importEnded);
    fixture.press(Qt::Key_Return);
    QCOMPARE(wizard->step(), ImportWizard::Run);
    QVERIFY(ended.count() > 0 || ended.wait(30'000));
    QVERIFY(fixture.settle());
    QVERIFY(fixture.tabTo(u"saveRejects"_s));
    fixture.press(Qt::Key_Space);
    const QString csv = fixture.folder.filePath(u"rejected.csv"_s);
    QVERIFY(fixture.answerFileDialog(csv));
    QTRY_VERIFY(QFileInfo::exists(csv));
    QVERIFY(fixture.settle());
    QVERIFY(fixture.tabTo(u"nextButton"_s));
    fixture.press(Qt::Key_Return);
    QCOMPARE(fixture.window().currentId(), u"overview"_s);
    QCOMPARE(fixture.session().snapshot()->purchases.size(), std::size_t(2));
    QCOMPARE(fixture.session().snapshot()->purchases.amount[0], 1234500); // in fils
    QVERIFY(fixture.changeLanguage(Qt::LeftToRight));
}

void TestImportKeyboard::presetsAreSavedAndTaken()
{
    WizardFixture fixture;
    ImportWizard *wizard = open(fixture);
    QVERIFY(wizard);
    QVERIFY(chooseFile(fixture, *wizard, fixture.write(u"orders.csv"_s, WizardFixture::orders())));
    QVERIFY(goOn(fixture, *wizard, ImportWizard::Format));
    QVERIFY(goOn(fixture, *wizard, ImportWizard::Map));
    QVERIFY(fixture.tabTo(u"savePreset"_s));
    fixture.press(Qt::Key_Space);
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->objectName() == u"presetName"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"Monthly"_s);
    fixture.press(Qt::Key_Return);
    QTRY_VERIFY(wizard->findChild<QWidget *>(u"preset.saved:Monthly"_s));
    // A radio button is reached by Tab and chosen by Space.
    QTRY_VERIFY(fixture.tabTo(u"preset.saved:Monthly"_s));
    fixture.press(Qt::Key_Space);
    QTRY_VERIFY(wizard->plan().has_value());
    fixture.press(Qt::Key_Escape);
    QTRY_VERIFY(!fixture.controller->importWizard());
    QVERIFY(fixture.changeLanguage(Qt::LeftToRight));
}

void TestImportKeyboard::issuesAreMended()
{
    WizardFixture fixture;
    ImportWizard *wizard = open(fixture);
    QVERIFY(wizard);
    QVERIFY(chooseFile(fixture, *wizard,
                       fixture.write(u"orders.csv"_s, "customer_id,time,amount\nA,2025-01-05,10\nB,2025-01-06,none\nC,1447-01-06,5\n")));
    QVERIFY(goOn(fixture, *wizard, ImportWizard::Format));
    QVERIFY(goOn(fixture, *wizard, ImportWizard::Map));
    QVERIFY(goOn(fixture, *wizard, ImportWizard::Check));
    QTRY_VERIFY(wizard->findChild<Button *>(u"issue1repair0"_s)); // the word and the Hijri year
    for (const Import::ColumnPlan &column : wizard->plan()->columns)
        QVERIFY(column.repairs.isEmpty());
    QVERIFY(fixture.tabTo(u"issue0repair0"_s));
    fixture.press(Qt::Key_Space);
    QTRY_VERIFY(!wizard->plan()->columns[2].repairs.isEmpty()
                || wizard->plan()->columns[1].dates.calendar == Import::DateStyle::Calendar::UmmAlQura);
    // The next repair has the focus when the columns have been looked at again.
    QTRY_VERIFY(fixture.focused()->objectName().contains(QRegularExpression(u"^issue\\drepair0$"_s)));
    fixture.press(Qt::Key_Escape);
    QTRY_VERIFY(!fixture.controller->importWizard());
    QVERIFY(fixture.changeLanguage(Qt::LeftToRight));
}

void TestImportKeyboard::filesAreRemovedAndChosenAnew()
{
    WizardFixture fixture;
    ImportWizard *wizard = open(fixture);
    QVERIFY(wizard);
    QVERIFY(chooseFile(fixture, *wizard, fixture.write(u"one.csv"_s, "customer_id,time,amount\nA,2024-01-05,10\n")));
    QVERIFY(fixture.tabTo(u"removeFile"_s));
    fixture.press(Qt::Key_Space);
    QTRY_VERIFY(!wizard->plan().has_value());
    QVERIFY(chooseFile(fixture, *wizard, fixture.write(u"two.csv"_s, "customer_id,time,amount,category\nB,2024-02-05,20,x\n")));
    QCOMPARE(wizard->plan()->columns.size(), 4);
    QVERIFY(goOn(fixture, *wizard, ImportWizard::Format));
    QVERIFY(fixture.tabTo(u"backButton"_s));
    fixture.press(Qt::Key_Space);
    QCOMPARE(wizard->step(), ImportWizard::Source);
    fixture.press(Qt::Key_Escape);
    QTRY_VERIFY(!fixture.controller->importWizard());
    QVERIFY(fixture.changeLanguage(Qt::LeftToRight));
}

/// An error that is shown while the language changes says itself in the other one.
void TestImportKeyboard::errorsFollowTheLanguage()
{
    WizardFixture fixture;
    ImportWizard *wizard = open(fixture);
    QVERIFY(wizard);
    wizard->addFiles({fixture.write(u"broken.csv"_s, "\n\n\n")});
    const auto shown = [&] {
        for (const QLabel *label : wizard->findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(u"broken.csv"_s) && label->text().size() > 30)
                return label->text();
        return QString();
    };
    QTRY_VERIFY(!shown().isEmpty());
    const QString arabic = shown();
    QVERIFY(fixture.changeLanguage(Qt::LeftToRight));
    QTRY_VERIFY(shown() != arabic);
    const QString english = shown();
    QVERIFY2(!english.contains(QRegularExpression(u"[\u0620-\u064A]"_s)), qPrintable(english));
    QVERIFY2(english.contains(u"blank lines"_s), qPrintable(english));
    QVERIFY(fixture.changeLanguage(Qt::RightToLeft));
    QTRY_COMPARE(shown(), arabic);
    QVERIFY(fixture.changeLanguage(Qt::LeftToRight));
    // The message bar says an error of the models, too.
    fixture.press(Qt::Key_Escape);
    QTRY_VERIFY(!fixture.controller->importWizard());
    MessageBar &messages = fixture.window().messages();
    fixture.session().undoImport(BatchId{99});
    QTRY_VERIFY(messages.isVisible());
    const QString said = messages.message();
    QVERIFY(fixture.changeLanguage(Qt::RightToLeft));
    QTRY_VERIFY(messages.message() != said);
    QVERIFY2(messages.message().contains(QRegularExpression(u"[\u0620-\u064A]"_s)) && messages.message().contains(u"99"_s),
             qPrintable(messages.message()));
    QVERIFY(fixture.changeLanguage(Qt::LeftToRight));
    QTRY_COMPARE(messages.message(), said);
}

QTEST_MAIN(TestImportKeyboard)
#include "tst_importkeyboard.moc"
