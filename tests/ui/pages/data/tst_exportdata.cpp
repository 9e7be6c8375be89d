#include "tests/ui/shell/windowfixture.h"

#include "models/import/importplan.h"
#include "models/import/tablecheck.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/shell/actions.h"
#include "ui/widgets/button.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QtTest>

using namespace Qt::StringLiterals;

/// Rows of every kind leave the window as files, chosen by mouse or keyboard.
class TestExportData : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void severalKindsGoIntoAFolder();
    void oneKindBecomesAWorkbookByKeyboard();
    void filesAreReplacedOnlyWhenAsked();
    void kindsWithoutRowsAreNotOffered();
    void everythingIsTickedAtOnce();
    void theDialogSpeaksArabic();

private:
    /// With the rows counted.
    static ExportDialog *openDialog(WindowFixture &fixture)
    {
        fixture.window().showPage(u"data"_s);
        QTest::mouseClick(fixture.find<Button>("exportData"), Qt::LeftButton);
        auto *dialog = fixture.find<ExportDialog>("exportDialog");
        if (!dialog)
            return nullptr;
        auto *customers = box(dialog, u"customers"_s);
        return QTest::qWaitFor([&] { return customers->text().contains(u'('); }, 30'000) ? dialog : nullptr;
    }
    static QCheckBox *box(ExportDialog *dialog, const QString &kind)
    {
        return dialog->findChild<QCheckBox *>(u"export_"_s + kind);
    }
    static void tick(ExportDialog *dialog, const QString &kind)
    {
        QCheckBox *check = box(dialog, kind);
        QTest::mouseClick(check, Qt::LeftButton, {}, QPoint(8, check->height() / 2));
    }
};

void TestExportData::initTestCase()
{
    WindowFixture::prepare();
}

void TestExportData::severalKindsGoIntoAFolder()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    ExportDialog *dialog = openDialog(fixture);
    QVERIFY(dialog);
    auto *accept = dialog->findChild<Button *>(u"acceptButton"_s);
    QVERIFY(!accept->isEnabled());
    for (const QString &kind : {u"customers"_s, u"costs"_s, u"surveys"_s})
        tick(dialog, kind);
    QCOMPARE(dialog->kinds(), (QList<Import::Kind>{Import::Kind::Customers, Import::Kind::Surveys, Import::Kind::Costs}));
    QVERIFY(accept->isEnabled());
    const QString folder = fixture.folder.filePath(u"out"_s);
    QVERIFY(QDir().mkpath(folder));
    QTest::mouseClick(accept, Qt::LeftButton);
    QVERIFY(fixture.answerFileDialog(folder));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().messages().isVisible(), 30'000);
    QVERIFY(fixture.settle());
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             (QStringList{u"costs.csv"_s, u"customers.csv"_s, u"surveys.csv"_s}));
    QFile customers(folder + u"/customers.csv"_s);
    QVERIFY(customers.open(QIODevice::ReadOnly));
    QCOMPARE(std::size_t(customers.readAll().count('\n')), fixture.session().snapshot()->customers() + 1);
}

void TestExportData::oneKindBecomesAWorkbookByKeyboard()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    QTest::keyClick(&fixture.window(), Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = fixture.find<ExportDialog>("exportDialog");
    QVERIFY(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(box(dialog, u"customers"_s)->text().contains(u'('), 30'000);
    dialog->activateWindow();
    QTRY_VERIFY(dialog->isActiveWindow());
    const auto press = [&](Qt::Key key) {
        QWidget *focus = dialog->focusWidget();
        QTest::keyClick(focus ? focus : dialog, key);
    };
    const auto tabTo = [&](const QWidget *target) {
        for (int presses = 0; presses < 40; ++presses) {
            const QWidget *focus = dialog->focusWidget();
            if (focus == target || (focus && target->isAncestorOf(focus)))
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    };
    QVERIFY(tabTo(box(dialog, u"costs"_s)));
    press(Qt::Key_Space);
    QVERIFY(tabTo(dialog->findChild<SegmentedControl *>(u"exportFormat"_s)));
    press(Qt::Key_Right);
    QCOMPARE(dialog->ending(), u"xlsx"_s);
    QCOMPARE(dialog->kinds(), QList<Import::Kind>{Import::Kind::Costs});
    auto *accept = dialog->findChild<Button *>(u"acceptButton"_s);
    QVERIFY(tabTo(accept));
    press(Qt::Key_Space);
    const QString file = fixture.folder.filePath(u"spend.xlsx"_s);
    QVERIFY(fixture.answerFileDialog(file));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().messages().isVisible(), 30'000);
    QVERIFY(fixture.settle());
    const auto plan = Import::planImport(file, Import::Kind::Costs);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message));
    QCOMPARE(plan->format.type, Import::SourceType::Xlsx);
    QCOMPARE(plan->missingFields(), QStringList());
    QCOMPARE(std::size_t(Import::checkTable(*plan)->rows), std::size_t(fixture.session().snapshot()->costs.size()));
}

void TestExportData::filesAreReplacedOnlyWhenAsked()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    const QString folder = fixture.folder.filePath(u"out"_s);
    QVERIFY(QDir().mkpath(folder));
    QFile mine(folder + u"/costs.csv"_s);
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    for (const bool replace : {false, true}) {
        ExportDialog *dialog = openDialog(fixture);
        QVERIFY(dialog);
        tick(dialog, u"customers"_s);
        tick(dialog, u"costs"_s);
        QTest::mouseClick(dialog->findChild<Button *>(u"acceptButton"_s), Qt::LeftButton);
        QVERIFY(fixture.answerFileDialog(folder));
        Button *answer = nullptr;
        QTRY_VERIFY((answer = fixture.find<Button>(replace ? "acceptButton" : "rejectButton")) && answer->isVisible());
        QTest::mouseClick(answer, Qt::LeftButton);
        QTRY_VERIFY(!fixture.find<Button>("acceptButton"));
        if (replace)
            QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(folder + u"/customers.csv"_s), 30'000);
        QVERIFY(fixture.settle());
        QCOMPARE(QFileInfo::exists(folder + u"/customers.csv"_s), replace);
        QVERIFY(mine.open(QIODevice::ReadOnly));
        QCOMPARE(mine.readAll() == "mine", !replace);
        mine.close();
    }
}

void TestExportData::kindsWithoutRowsAreNotOffered()
{
    WindowFixture fixture;
    QVERIFY(fixture.create());
    ExportDialog *dialog = openDialog(fixture);
    QVERIFY(dialog);
    for (const Import::Kind kind : Import::allKinds())
        QVERIFY(!box(dialog, Import::kindName(kind))->isEnabled());
    QVERIFY(!dialog->findChild<Button *>(u"acceptButton"_s)->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

void TestExportData::everythingIsTickedAtOnce()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    ExportDialog *dialog = openDialog(fixture);
    QVERIFY(dialog);
    auto *all = dialog->findChild<QCheckBox *>(u"exportAllKinds"_s);
    QTest::mouseClick(all, Qt::LeftButton, {}, QPoint(8, all->height() / 2));
    for (const Import::Kind kind : Import::allKinds())
        QCOMPARE(box(dialog, Import::kindName(kind))->isChecked(), box(dialog, Import::kindName(kind))->isEnabled());
    QVERIFY(dialog->kinds().size() >= 5);
    tick(dialog, u"customers"_s);
    QVERIFY(!all->isChecked());
    dialog->close();
}

void TestExportData::theDialogSpeaksArabic()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    QVERIFY(fixture.changeLanguage(Qt::RightToLeft));
    ExportDialog *dialog = openDialog(fixture);
    QVERIFY(dialog);
    QCOMPARE(dialog->layoutDirection(), Qt::RightToLeft);
    // A kind's title comes from the same translation as in the import.
    QVERIFY(box(dialog, u"costs"_s)->text().contains(Import::kindTitle(Import::Kind::Costs)));
    QVERIFY(box(dialog, u"costs"_s)->geometry().right() <= dialog->width());
    QVERIFY(box(dialog, u"customers"_s)->x() > box(dialog, u"deals"_s)->x());
    dialog->close();
    QSettings().setValue(u"view/language"_s, u"en"_s); // as the other tests begin
}

QTEST_MAIN(TestExportData)
#include "tst_exportdata.moc"
