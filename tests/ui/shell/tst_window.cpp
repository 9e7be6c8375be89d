#include "windowfixture.h"

#include "models/customers/customerstore.h"
#include "models/lifecycle/meddicnotes.h"
#include "models/segments/store.h"
#include "ui/dialogs/segmentdialog.h"
#include "ui/pages/lifecycle/funneleditor.h"
#include "ui/pages/lifecycle/lifecyclepage.h"
#include "ui/pages/lifecycle/lifecycletab.h"
#include "ui/pages/page.h"
#include "ui/shell/filterbar.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/periodpopup.h"
#include "ui/shell/recentfiles.h"
#include "ui/shell/searchbox.h"
#include "ui/shell/statusline.h"
#include "ui/shell/welcomepage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QListWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestWindow final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::prepare(); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s)); }
    void welcomeStandsWhereNoWorkspaceIsOpen();
    void openedWorkspaceFillsEveryScreen();
    void languageSwitchMirrorsAndKeepsState();
    void shortcutsWorkOnAnArabicKeyboard_data();
    void shortcutsWorkOnAnArabicKeyboard();
    void periodPresetRecomputes();
    void comparisonCanBeTakenAway();
    void presetsCountBackFromTheNewestDay_data();
    void presetsCountBackFromTheNewestDay();
    void newestRequestWins();
    void cancelledComputationKeepsTheLastNumbers();
    void everyFocusableWidgetHasAName();
    void lockedWorkspaceOpensForReadingAndSaysWhy();
    void damagedFileIsRefusedInWords();
    void damageFoundBehindTheWindowIsSaid();
    void recentFilesShowWhatWasOpen();
    void missingRecentFileOffersRemoval();
    void settingsChangeCanBeUndone();
    void segmentIsKeptAndCanBeUndone();
    void selectionIsSavedWithItsShortcut();
    void customersJoinAListAndStayInIt();
    void writtenMeddicScoresCanBeUndone();
    void editedStagesAndFunnelsCanBeUndone();
    void everyEmptyScreenSaysWhatToDoInBothLanguages();
    void searchFindsScreensInBothLanguages();
    void searchFindsCustomers();
    void regionsFollowEachOtherByKey();
    void backLeadsToTheScreenBefore();
    void narrowWindowFoldsTheSideBar();
    void droppedWorkspaceOpens();
    void reportsAreMadeInTheOtherLanguage();
    void darkThemeReachesThePages();
};

void TestWindow::welcomeStandsWhereNoWorkspaceIsOpen()
{
    WindowFixture fixture;
    QVERIFY(fixture.window().welcome().isVisible());
    QVERIFY(!fixture.window().navigation().isVisible());
    QVERIFY(!fixture.window().actions()["data.import"_L1]->isEnabled());
    QVERIFY(fixture.window().actions()["file.open"_L1]->isEnabled());
    QCOMPARE(fixture.window().windowTitle(), u"Qeema"_s);
}

void TestWindow::openedWorkspaceFillsEveryScreen()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    QVERIFY(fixture.window().windowTitle().contains(u"[demo]"_s));
    QVERIFY(fixture.find<QLabel>("statusData")->text().contains(u"customers"_s));
    QVERIFY(fixture.find<QLabel>("statusModel")->text().contains(u"NBD"_s));
    for (const QString &id : QStringList{u"overview"_s, u"data"_s, u"lifecycle"_s, u"clv"_s, u"equity"_s}) {
        QTest::mouseClick(fixture.find<QWidget>(("navigation." + id.toLatin1()).constData()), Qt::LeftButton);
        QCOMPARE(fixture.window().currentId(), id);
        QVERIFY(fixture.window().currentPage()->isVisible());
        QCOMPARE(fixture.find<QLabel>("pageTitle")->text(), fixture.window().currentPage()->title());
    }
}

void TestWindow::languageSwitchMirrorsAndKeepsState()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    QTest::keyClick(&fixture.window(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(fixture.window().currentId(), u"lifecycle"_s);
    const Insights::PeriodFilter filter = fixture.session().filter();
    const QWidget &bar = fixture.window().navigation();
    QCOMPARE(bar.mapTo(&fixture.window(), QPoint()).x(), 0);

    QTest::keyClick(&fixture.window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(fixture.window().layoutDirection(), Qt::RightToLeft);
    QTRY_COMPARE(bar.mapTo(&fixture.window(), QPoint()).x(), fixture.window().width() - bar.width());
    QCOMPARE(fixture.window().currentId(), u"lifecycle"_s);
    QCOMPARE(fixture.session().filter(), filter);
    QCOMPARE(fixture.find<Button>("languageButton")->text(), u"العربية"_s);
    QCOMPARE(fixture.window().windowTitle().contains(u"روافد"_s), true);
    QVERIFY(fixture.settle());

    QTest::keyClick(&fixture.window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(bar.mapTo(&fixture.window(), QPoint()).x(), 0);
    QCOMPARE(fixture.window().currentId(), u"lifecycle"_s);
    QVERIFY(fixture.settle());
}

void TestWindow::shortcutsWorkOnAnArabicKeyboard_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("action");
    QTest::newRow("ن types at K") << int(u'ن') << u"edit.search"_s;
    QTest::newRow("ﻻ types at B") << int(u'ﻻ') << u"view.sidebar"_s;
    QTest::newRow("٢ types at 2") << int(u'٢') << u"view.data"_s;
}

void TestWindow::shortcutsWorkOnAnArabicKeyboard()
{
    QFETCH(int, key);
    QFETCH(QString, action);
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    QSignalSpy triggered(fixture.window().findChild<QAction *>(action), &QAction::triggered);
    fixture.window().setFocus();
    QKeyEvent press(QEvent::KeyPress, key, Qt::ControlModifier, QString(QChar(key)));
    QApplication::sendEvent(fixture.window().focusWidget() ? fixture.window().focusWidget()
                                                           : static_cast<QWidget *>(&fixture.window()),
                            &press);
    QCOMPARE(triggered.count(), 1);
}

void TestWindow::periodPresetRecomputes()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    QSignalSpy analysed(&fixture.session(), &Session::analysed);
    QTest::mouseClick(fixture.find<Button>("periodButton"), Qt::LeftButton);
    auto *preset = fixture.find<Button>("preset1"); // this year
    QTRY_VERIFY(preset->isVisible());
    QTest::mouseClick(preset, Qt::LeftButton);
    QVERIFY(analysed.wait(60'000));
    const DateRange wanted =
        PeriodPopup::rangeOf(PeriodPopup::Preset::ThisYear, fixture.session().snapshot()->extent);
    QCOMPARE(fixture.session().analysis()->query.filter.period.from, wanted.from);
    QCOMPARE(fixture.session().analysis()->query.filter.period.until, wanted.until);

    // The filter lives in the workspace.
    const QString file = fixture.session().workspace()->file();
    fixture.session().close();
    QVERIFY(fixture.settle());
    QVERIFY(fixture.open(file));
    QCOMPARE(fixture.session().filter().period.from, wanted.from);
}

void TestWindow::comparisonCanBeTakenAway()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    QVERIFY(fixture.session().filter().comparison);
    QSignalSpy analysed(&fixture.session(), &Session::analysed);
    fixture.window().header().filterBar()->chooseComparison();
    auto *menu = fixture.window().header().filterBar()->findChild<QMenu *>();
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Home);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().first()).center());
    QVERIFY(analysed.wait(60'000));
    QVERIFY(!fixture.session().analysis()->query.filter.comparison);
}

void TestWindow::presetsCountBackFromTheNewestDay_data()
{
    QTest::addColumn<int>("preset");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("until");
    using Preset = PeriodPopup::Preset;
    QTest::newRow("last 12 months") << int(Preset::LastTwelveMonths) << QDate(2024, 7, 1) << QDate(2025, 6, 30);
    QTest::newRow("this year") << int(Preset::ThisYear) << QDate(2025, 1, 1) << QDate(2025, 6, 30);
    QTest::newRow("last year") << int(Preset::LastYear) << QDate(2024, 1, 1) << QDate(2024, 12, 31);
    QTest::newRow("all") << int(Preset::All) << QDate(2022, 3, 5) << QDate(2025, 6, 30);
}

void TestWindow::presetsCountBackFromTheNewestDay()
{
    QFETCH(int, preset);
    const DateRange range =
        PeriodPopup::rangeOf(PeriodPopup::Preset(preset), {QDate(2022, 3, 5), QDate(2025, 6, 30)});
    QTEST(range.from, "from");
    QTEST(range.until, "until");
}

void TestWindow::newestRequestWins()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    QSignalSpy analysed(&fixture.session(), &Session::analysed);
    const QDate until = fixture.session().snapshot()->extent.until;
    for (int months = 4; months <= 8; ++months)
        fixture.session().setFilter({{until.addMonths(-months), until}, {}});
    QVERIFY(analysed.wait(60'000));
    QVERIFY(fixture.settle());
    QCOMPARE(analysed.count(), 1);
    QCOMPARE(fixture.session().analysis()->query.filter.period.from, until.addMonths(-8));
}

void TestWindow::cancelledComputationKeepsTheLastNumbers()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    const Insights::AnalysisPtr before = fixture.session().analysis();
    fixture.session().recompute();
    fixture.session().jobs().cancelAll();
    QVERIFY(fixture.settle());
    // Either it was stopped and the last good state stays, or it had ended already.
    QVERIFY(fixture.session().analysis());
    QCOMPARE(fixture.session().analysis()->query.filter, before->query.filter);
    QVERIFY(!fixture.session().jobs().isBusy());
}

void TestWindow::everyFocusableWidgetHasAName()
{
    WindowFixture fixture;
    QStringList nameless;
    const auto look = [&] {
        for (QWidget *widget : fixture.window().findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            if (!interface || interface->text(QAccessible::Name).isEmpty())
                nameless.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()
                                + u" in "_s + fixture.window().currentId());
        }
    };
    look();
    QVERIFY(fixture.openDemo());
    for (const QString &id : QStringList{u"overview"_s, u"data"_s, u"lifecycle"_s, u"clv"_s, u"equity"_s}) {
        fixture.window().showPage(id);
        look();
    }
    fixture.window().actions()["data.customers"_L1]->trigger();
    look();
    fixture.window().actions()["data.import"_L1]->trigger();
    look();
    QCOMPARE(nameless.join(u", "_s), QString());
}

void TestWindow::lockedWorkspaceOpensForReadingAndSaysWhy()
{
    WindowFixture fixture;
    QVERIFY(fixture.create());
    const QString file = fixture.session().workspace()->file();
    fixture.session().close();
    QVERIFY(fixture.settle());
    const Result<Workspace> other = Workspace::open(file, Workspace::Access::Write);
    QVERIFY(other.ok());
    QSignalSpy opened(&fixture.session(), &Session::opened);
    fixture.controller->openFile(file);
    QVERIFY(opened.wait(30'000));
    QVERIFY(fixture.session().workspace()->isReadOnly());
    QCOMPARE(fixture.window().messages().message(), fixture.session().workspace()->readOnlyReason());
    QVERIFY(fixture.window().messages().isVisible());
    QVERIFY(!fixture.window().actions()["data.import"_L1]->isEnabled());
    QVERIFY(fixture.window().windowTitle().contains(u"[read-only]"_s));
    QVERIFY(fixture.settle());
}

void TestWindow::damagedFileIsRefusedInWords()
{
    WindowFixture fixture;
    const QString path = fixture.folder.filePath(u"broken.qeema"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a workspace");
    file.close();
    QSignalSpy failed(&fixture.session(), &Session::failed);
    fixture.controller->openFile(path);
    QVERIFY(failed.wait(30'000));
    QVERIFY(fixture.window().messages().isVisible());
    QVERIFY(!fixture.window().messages().message().isEmpty());
    QVERIFY(fixture.window().welcome().isVisible());
    QVERIFY(fixture.settle());
}

/// A failing disk changes what neither size nor time of a file show: the check that runs while the
/// workspace is in use already finds it, and the window stays.
void TestWindow::damageFoundBehindTheWindowIsSaid()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    const QString file = fixture.session().workspace()->file();
    fixture.session().close();
    QVERIFY(fixture.settle());
    qint64 page = 0;
    qint64 pageSize = 0;
    {
        SQLite::Database connection(file.toStdString(), SQLite::OPEN_READONLY);
        // No screen reads this table before somebody asks for rejected rows.
        page = connection.execAndGet("SELECT rootpage FROM sqlite_schema WHERE name = 'rejected_row'").getInt64();
        pageSize = connection.execAndGet("PRAGMA page_size").getInt64();
    }
    QVERIFY(page > 1);
    const QDateTime modified = QFileInfo(file).lastModified();
    QFile device(file);
    QVERIFY(device.open(QIODevice::ReadWrite) && device.seek((page - 1) * pageSize));
    QCOMPARE(device.write(QByteArray(400, '\x7f')), 400);
    QVERIFY(device.flush() && device.setFileTime(modified, QFileDevice::FileModificationTime));
    device.close();

    std::optional<Error> found;
    connect(&fixture.session(), &Session::failed, this, [&](const Error &error) { found = error; });
    QSignalSpy opened(&fixture.session(), &Session::opened);
    fixture.controller->openFile(file);
    QVERIFY(opened.wait(30'000));
    QTRY_VERIFY_WITH_TIMEOUT(found.has_value(), 30'000);
    QCOMPARE(found->kind, Error::Kind::Damaged);
    QVERIFY(fixture.session().isOpen());
    QVERIFY(fixture.settle());
    QVERIFY(fixture.window().messages().isVisible());
    QVERIFY2(fixture.window().messages().message().contains(QFileInfo(file).fileName()), qPrintable(fixture.window().messages().message()));
}

void TestWindow::recentFilesShowWhatWasOpen()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    const QString file = fixture.session().workspace()->file();
    fixture.window().actions()["file.close"_L1]->trigger();
    QVERIFY(fixture.settle());
    QVERIFY(fixture.window().welcome().isVisible());
    const QList<RecentFile> recent = RecentFiles::load();
    QVERIFY(!recent.isEmpty());
    QCOMPARE(QFileInfo(recent.first().file), QFileInfo(file));
    QVERIFY(recent.first().customers > 0);
    QVERIFY(recent.first().equity > 0);
    QVERIFY(recent.first().trend.size() > 1);

    QWidget *row = fixture.find<QWidget>("recentRow");
    QVERIFY(row);
    QSignalSpy analysed(&fixture.session(), &Session::analysed);
    QTest::mouseClick(row, Qt::LeftButton);
    QVERIFY(analysed.wait(60'000));
    QVERIFY(fixture.settle());
}

void TestWindow::missingRecentFileOffersRemoval()
{
    RecentFile gone;
    gone.file = u"/nowhere/gone.qeema"_s;
    gone.opened = QDateTime::currentDateTime();
    RecentFiles::remember(gone);
    WindowFixture fixture;
    QTRY_VERIFY(fixture.find<Button>("removeRecentButton") && fixture.find<Button>("removeRecentButton")->isVisible());
    auto *remove = fixture.find<Button>("removeRecentButton");
    QVERIFY(fixture.find<Button>("locateButton")->isVisible());
    QTest::mouseClick(remove, Qt::LeftButton);
    for (const RecentFile &entry : RecentFiles::load())
        QVERIFY(entry.file != gone.file);
}

void TestWindow::settingsChangeCanBeUndone()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    const int before = fixture.session().settings().horizonMonths;
    fixture.window().actions()["edit.settings"_L1]->trigger();
    auto *dialog = fixture.find<SettingsDialog>("settingsDialog");
    QTRY_VERIFY(dialog && dialog->isVisible());
    auto *horizon = dialog->findChild<NumberField *>(u"horizon"_s);
    horizon->setFocus();
    horizon->selectAll();
    QTest::keyClicks(horizon, u"24"_s);
    QSignalSpy analysed(&fixture.session(), &Session::analysed);
    QTest::keyClick(horizon, Qt::Key_Return);
    QVERIFY(analysed.wait(60'000));
    QCOMPARE(fixture.session().settings().horizonMonths, 24);
    QCOMPARE(fixture.session().analysis()->query.settings.horizonMonths, 24);
    // Not qWaitForWindowActive(): a window counts as active there while its closed dialog still is.
    fixture.window().activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &fixture.window());
    QVERIFY(fixture.window().actions()["edit.undo"_L1]->isEnabled());
    QTest::keyClick(&fixture.window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(fixture.session().settings().horizonMonths, before);
    QVERIFY(fixture.settle());
}

void TestWindow::segmentIsKeptAndCanBeUndone()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    auto *page = fixture.window().findChild<LifecyclePage *>();
    const auto stored = [&] {
        Result<Database> database = fixture.session().workspace()->connect(Database::Mode::ReadOnly);
        return database ? *Segments::list(*database) : QList<Segments::Segment>();
    };
    const qsizetype before = fixture.session().segments().size();
    Segments::Draft draft;
    draft.name = u"Three"_s;
    draft.madeFrom = u"Lost before Convert"_s;
    for (Customers::CustomerIndex customer = 0; customer < 3; ++customer)
        draft.customers.append(fixture.session().snapshot()->id(customer));
    emit page->segmentRequested(draft);
    QTRY_COMPARE(fixture.session().segments().size(), before + 1);
    QVERIFY(fixture.settle());
    QCOMPARE(stored(), fixture.session().segments());
    const Segments::Segment kept = stored().last().name == u"Three"_s ? stored().last() : stored().first();
    QCOMPARE(kept.customers.value_or(QStringList()).size(), 3);
    QCOMPARE(fixture.controller->undoStack().undoText(), u"Save the segment \u2068Three\u2069"_s);
    fixture.controller->undoStack().undo();
    QCOMPARE(fixture.session().segments().size(), before);
    QVERIFY(fixture.settle());
    QCOMPARE(stored().size(), before);
    fixture.controller->undoStack().redo();
    QVERIFY(fixture.settle());
    QCOMPARE(stored().size(), before + 1);
}

void TestWindow::selectionIsSavedWithItsShortcut()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    const qsizetype before = fixture.session().segments().size();
    // Where nothing is selected, the way to select is said.
    fixture.window().actions()["analysis.segment"_L1]->trigger();
    QVERIFY(fixture.find<QLabel>("messageText")->text().startsWith(u"Nothing is selected."_s));
    QTest::keyClick(&fixture.window(), Qt::Key_4, Qt::ControlModifier);
    auto *table = fixture.find<QTableView>("customers");
    QTRY_VERIFY(table->isVisible() && table->model()->rowCount() > 3);
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_Space);
    QTest::keyClick(table, Qt::Key_G, Qt::ControlModifier);
    auto *dialog = fixture.find<SegmentDialog>("segmentDialog");
    QVERIFY(dialog);
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"segmentNameEnglish"_s), Qt::Key_Return);
    QTRY_COMPARE(fixture.session().segments().size(), before + 1);
    const auto saved = std::ranges::find(fixture.session().segments(), u"Selected customers"_s,
                                         &Segments::Segment::name);
    QVERIFY(saved != fixture.session().segments().end());
    QCOMPARE(saved->customers.value_or(QStringList()).size(), 2);
    QVERIFY(fixture.settle());
    fixture.controller->undoStack().undo();
    QCOMPARE(fixture.session().segments().size(), before);
    QVERIFY(fixture.settle());
}

void TestWindow::customersJoinAListAndStayInIt()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    auto *page = fixture.window().findChild<LifecyclePage *>();
    const auto members = [&] {
        const QList<Segments::Segment> &segments = fixture.session().segments();
        const auto at = std::ranges::find(segments, u"Visited"_s, &Segments::Segment::name);
        return at == segments.end() ? -1 : at->customers.value_or(QStringList()).size();
    };
    Segments::Draft draft;
    draft.name = u"Visited"_s;
    draft.nameArabic = u"زرناهم"_s;
    draft.madeFrom = u"Made by hand"_s;
    for (Customers::CustomerIndex customer = 0; customer < 3; ++customer)
        draft.customers.append(fixture.session().snapshot()->id(customer));
    emit page->segmentRequested(draft);
    QTRY_COMPARE(members(), 3);
    Segments::Draft joining;
    joining.name = draft.name;
    joining.joins = true;
    joining.customers = {draft.customers.last(), fixture.session().snapshot()->id(7)};
    emit page->segmentRequested(joining); // one of the two is new
    QTRY_COMPARE(members(), 4);
    QTRY_VERIFY(fixture.find<QLabel>("messageText")->text().contains(u"added to the segment"_s));
    emit page->segmentRequested(joining); // now neither is
    QTRY_VERIFY(fixture.find<QLabel>("messageText")->text().contains(u"already"_s));
    QCOMPARE(members(), 4);
    fixture.controller->undoStack().undo();
    QCOMPARE(members(), 3);
    fixture.controller->undoStack().redo();
    QCOMPARE(members(), 4);
    QVERIFY(fixture.settle());
    // It is in the file, with what the list was made from and its Arabic name.
    Result<Database> database = fixture.session().workspace()->connect(Database::Mode::ReadOnly);
    QVERIFY(database.ok());
    const Result<std::optional<Segments::Segment>> kept = Segments::load(*database, u"Visited"_s);
    QVERIFY(kept.ok() && kept->has_value());
    QCOMPARE((*kept)->customers.value_or(QStringList()).size(), 4);
    QCOMPARE((*kept)->madeFrom, u"Made by hand"_s);
    QCOMPARE((*kept)->nameArabic, u"زرناهم"_s);
}

void TestWindow::writtenMeddicScoresCanBeUndone()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    auto *page = fixture.window().findChild<LifecyclePage *>();
    Lifecycle::MeddicNote note;
    note.score = 3;
    note.evidence = u"Signed by the owner"_s;
    const Lifecycle::MeddicNotes notes = Lifecycle::withNote({}, u"D-1"_s, 0, note);
    emit page->meddicNotesEdited(notes, u"Write it down"_s);
    QCOMPARE(fixture.session().meddicNotes(), notes);
    QVERIFY(fixture.settle());
    Result<Database> database = fixture.session().workspace()->connect(Database::Mode::ReadOnly);
    QVERIFY(database.ok());
    QCOMPARE(*Lifecycle::loadMeddicNotes(*database), notes);
    fixture.controller->undoStack().undo();
    QVERIFY(fixture.session().meddicNotes().isEmpty());
    QVERIFY(fixture.settle());
    QVERIFY(Lifecycle::loadMeddicNotes(*database)->isEmpty());
}

void TestWindow::editedStagesAndFunnelsCanBeUndone()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    fixture.window().showPage(u"lifecycle"_s);
    fixture.window().setInspectorOpen(true);
    auto *page = fixture.window().findChild<LifecyclePage *>();
    const auto undo = [&] { QTest::keyClick(&fixture.window(), Qt::Key_Z, Qt::ControlModifier); };
    // A stage's name, typed and applied with Return.
    const Lifecycle::LifecycleModel before = fixture.session().lifecycle();
    auto *stage = page->inspector()->findChild<QLineEdit *>(u"stageNameEnglish"_s);
    QTRY_VERIFY(stage->isVisible() && stage->isEnabled());
    stage->setFocus();
    stage->selectAll();
    QTest::keyClicks(stage, u"Catch"_s);
    QTest::keyClick(stage, Qt::Key_Return);
    QTRY_VERIFY(fixture.session().lifecycle() != before);
    QVERIFY(fixture.settle());
    undo();
    QTRY_COMPARE(fixture.session().lifecycle(), before);
    QVERIFY(fixture.settle());
    // A funnel of one's own, kept under its name.
    page->showTab(1);
    QTRY_VERIFY(!page->currentTab()->isComputing());
    auto *name = page->inspector()->findChild<QLineEdit *>(u"funnelName"_s);
    QTRY_VERIFY(name->isVisible());
    const qsizetype funnels = fixture.session().funnels().size();
    name->setFocus();
    QTest::keyClicks(name, u"Again"_s);
    auto *save = page->inspector()->findChild<QWidget *>(u"saveFunnel"_s);
    save->setFocus();
    QTest::keyClick(save, Qt::Key_Space);
    QTRY_COMPARE(fixture.session().funnels().size(), funnels + 1);
    QVERIFY(fixture.settle());
    undo();
    QTRY_COMPARE(fixture.session().funnels().size(), funnels);
    QVERIFY(fixture.settle());
    // The edits before it are still there, and go next: all letters of the name at once.
    QCOMPARE(name->text(), u"Again"_s);
    undo();
    QTRY_COMPARE(name->text(), QString());
    QTest::keyClick(&fixture.window(), Qt::Key_Y, Qt::ControlModifier);
    QTRY_COMPARE(name->text(), u"Again"_s);
    // A number, stepped with an arrow; Ctrl+Z with the key still in its field.
    auto *window = page->inspector()->findChild<NumberField *>(u"funnelWindow"_s);
    const double days = window->value();
    window->setFocus();
    QTest::keyClick(window, Qt::Key_Up);
    QTRY_COMPARE(window->value(), days + 1);
    QTest::keyClick(window->findChild<QLineEdit *>(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(window->value(), days);
    // A step, by the buttons of the editor.
    auto *undoButton = page->inspector()->findChild<QAbstractButton *>(u"undoFunnelEdit"_s);
    auto *redoButton = page->inspector()->findChild<QAbstractButton *>(u"redoFunnelEdit"_s);
    page->inspector()->findChild<QAbstractButton *>(u"addStep"_s)->click();
    const auto *editor = qobject_cast<FunnelEditor *>(page->inspector());
    QTRY_COMPARE(editor->query().steps.size(), 3);
    QTRY_VERIFY(undoButton->isEnabled());
    undoButton->click();
    QTRY_COMPARE(editor->query().steps.size(), 2);
    redoButton->click();
    QTRY_COMPARE(editor->query().steps.size(), 3);
    QVERIFY(!redoButton->isEnabled());
    QVERIFY(fixture.settle());
}

void TestWindow::everyEmptyScreenSaysWhatToDoInBothLanguages()
{
    WindowFixture fixture;
    QVERIFY(fixture.create());
    auto *lifecycle = fixture.window().findChild<LifecyclePage *>();
    const QRegularExpression arabicLetter(u"[\\x{0621}-\\x{064A}]"_s);
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QVERIFY(fixture.changeLanguage(direction));
        QVERIFY(fixture.settle());
        const auto tells = [&](QWidget *screen, const QString &name) {
            int told = 0;
            for (const EmptyState *empty : screen->findChildren<EmptyState *>()) {
                if (!empty->isVisible())
                    continue;
                ++told;
                for (const TextLabel *label : empty->findChildren<TextLabel *>()) {
                    QVERIFY2(!label->text().isEmpty(), qPrintable(name));
                    QVERIFY2(label->text().contains(arabicLetter) == (direction == Qt::RightToLeft),
                             qPrintable(name + u": "_s + label->text()));
                }
                const QList<Button *> buttons = empty->findChildren<Button *>();
                QVERIFY2(std::ranges::any_of(buttons, &QWidget::isVisible), qPrintable(name));
            }
            QVERIFY2(told > 0, qPrintable(name + u" says nothing"_s));
        };
        for (const QString &id : {u"overview"_s, u"clv"_s, u"equity"_s}) {
            fixture.window().showPage(id);
            QTRY_VERIFY(fixture.window().currentPage()->isVisible());
            tells(fixture.window().currentPage(), id);
        }
        fixture.window().showPage(u"lifecycle"_s);
        for (int tab = 0; tab < lifecycle->tabs().size(); ++tab) {
            lifecycle->showTab(tab);
            tells(lifecycle->currentTab(), lifecycle->currentTab()->title());
        }
    }
    QVERIFY(fixture.changeLanguage(Qt::LeftToRight)); // as the next test expects it
}

void TestWindow::searchFindsScreensInBothLanguages()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    QTest::keyClick(&fixture.window(), Qt::Key_K, Qt::ControlModifier);
    auto *field = fixture.find<QLineEdit>("searchField");
    QTRY_VERIFY(field->isVisible());
    QTest::keyClicks(field, u"customer eq"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(fixture.window().currentId(), u"equity"_s);

    QTranslator arabic;
    QVERIFY(arabic.load(u":/i18n/qeema_ar.qm"_s));
    const QString word = arabic.translate("Actions", "Lifecycle");
    if (word.isEmpty())
        QSKIP("The Arabic words of the actions are not written yet.");
    QTest::keyClick(&fixture.window(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(field->isVisible());
    field->setText(word);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(fixture.window().currentId(), u"lifecycle"_s);
}

void TestWindow::searchFindsCustomers()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    Result<Customers::CustomerStore> store = Customers::CustomerStore::open(*fixture.session().workspace());
    QVERIFY(store.ok());
    const Result<QList<Customers::Customer>> some =
        store->customers({fixture.session().snapshot()->customerRow[10]});
    QVERIFY(some.ok());
    fixture.window().actions()["edit.search"_L1]->trigger();
    auto *field = fixture.find<QLineEdit>("searchField");
    auto *hits = fixture.find<QListWidget>("searchHits");
    field->setText(some->first().reference);
    QTRY_VERIFY(hits->count() > 0 && hits->item(hits->count() - 1)->text().contains(some->first().reference));
    hits->setCurrentRow(hits->count() - 1);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(fixture.window().currentId(), u"data"_s);
    QTRY_VERIFY(fixture.find<QWidget>("customerCard")->isVisible());
    QVERIFY(fixture.settle());
}

void TestWindow::regionsFollowEachOtherByKey()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    fixture.find<QWidget>("navigation.overview")->setFocus();
    QTest::keyClick(&fixture.window(), Qt::Key_F6);
    QVERIFY(fixture.window().header().isAncestorOf(fixture.window().focusWidget()));
    QTest::keyClick(&fixture.window(), Qt::Key_F6);
    QVERIFY(fixture.window().currentPage()->isAncestorOf(fixture.window().focusWidget()));
    QTest::keyClick(&fixture.window(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(fixture.window().header().isAncestorOf(fixture.window().focusWidget()));
}

void TestWindow::backLeadsToTheScreenBefore()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    QTest::keyClick(&fixture.window(), Qt::Key_4, Qt::ControlModifier);
    QTest::keyClick(&fixture.window(), Qt::Key_5, Qt::ControlModifier);
    QCOMPARE(fixture.window().currentId(), u"equity"_s);
    QTest::keyClick(&fixture.window(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(fixture.window().currentId(), u"clv"_s);
    QTest::keyClick(&fixture.window(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(fixture.window().currentId(), u"equity"_s);
}

void TestWindow::narrowWindowFoldsTheSideBar()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    QCOMPARE(fixture.window().navigation().width(), 196);
    QTest::keyClick(&fixture.window(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(fixture.window().navigation().width(), 56);
    QTest::keyClick(&fixture.window(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(fixture.window().navigation().width(), 196);
    fixture.window().resize(1200, 760);
    QTRY_COMPARE(fixture.window().navigation().width(), 56);
}

void TestWindow::droppedWorkspaceOpens()
{
    WindowFixture fixture;
    QVERIFY(fixture.create());
    const QString file = fixture.session().workspace()->file();
    fixture.session().close();
    QVERIFY(fixture.settle());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QSignalSpy opened(&fixture.session(), &Session::opened);
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&fixture.window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&fixture.window(), &drop);
    QVERIFY(opened.wait(30'000));
    QVERIFY(fixture.settle());
}

void TestWindow::reportsAreMadeInTheOtherLanguage()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    const QString pdf = fixture.folder.filePath(u"report.pdf"_s);
    fixture.window().actions()["report.arabic"_L1]->trigger();
    QVERIFY(fixture.answerFileDialog(pdf));
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(pdf).size() > 10'000, 60'000);
    QTRY_VERIFY(fixture.window().messages().isVisible());
    const QString message = fixture.window().messages().message();
    QVERIFY2(message.contains(u"saved"_s), qPrintable(message));
    QCOMPARE(fixture.window().layoutDirection(), Qt::LeftToRight);
    QVERIFY(fixture.settle());
}

void TestWindow::darkThemeReachesThePages()
{
    WindowFixture fixture;
    QVERIFY(fixture.openDemo());
    fixture.window().actions()["view.themeDark"_L1]->trigger();
    QVERIFY(fixture.appearance->display().theme().isDark());
    const QImage picture = fixture.window().header().grab().toImage();
    QCOMPARE(picture.pixelColor(picture.width() / 2, 2), Theme(Theme::Kind::Dark).color("surface"));
    fixture.window().actions()["view.themeLight"_L1]->trigger();
    QVERIFY(!fixture.appearance->display().theme().isDark());
    QVERIFY(fixture.settle());
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
