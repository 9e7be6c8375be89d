#include "tests/ui/pages/pagefixture.h"
#include "tests/ui/pages/sampleanalysis.h"
#include "ui/charts/handoffcharts.h"
#include "ui/pages/lifecycle/handoffstab.h"
#include "ui/widgets/kpicard.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestHandOffsTab : public QObject
{
    Q_OBJECT

private slots:
    void init() { PageFixture::failOnAnyWarning(); }

    void showsOffersAcceptanceAndPromises();
    void comparesSpendWithTwoThirds();
    void listsOpenDealsAndTheirEvidence();
    void searchAndSortKeepTheRightDeal();
    void activatedDealOpensItsCustomer();
    void switchesBetweenRejectionsAndLosses();
    void editsThePromiseThroughTheLifecycle();
    void saysWhyThereAreNoDeals();
    void writesEvidenceDown();
    void takesAWrittenScoreBack();
    void showsTheCustomersOfACell();
    void showsTheCustomersOfABar();
    void namesWhatTheKeyboardReaches();
    void speaksArabic();
};

namespace {

std::int64_t at(int day, int hour = 9)
{
    return epochSeconds(QDate(2025, 6, 1).addDays(day - 1)) + hour * 3600;
}

Lifecycle::DealChange change(std::int64_t time, const QString &stage)
{
    Lifecycle::DealChange change;
    change.time = time;
    change.stage = stage;
    change.milestone = Lifecycle::milestoneOf(stage);
    change.owner = u"Huda"_s;
    return change;
}

/// won: accepted in time; given back: rejected; open: 4 of 6 elements missing; small: none known.
std::vector<Lifecycle::Deal> deals()
{
    Lifecycle::Deal won{u"D-won"_s, 0, {change(at(1), u"MQL"_s), change(at(1, 11), u"SAL"_s), change(at(9), u"Won"_s)}};
    won.changes[1].accepted = true;
    won.changes[2].amount = 500000;
    Lifecycle::Deal back{u"D-back"_s, 1, {change(at(2), u"MQL"_s), change(at(4), u"MQL"_s), change(at(5), u"Lost"_s)}};
    back.changes[1].accepted = false;
    back.changes[1].reason = u"No budget"_s;
    back.changes[2].reason = u"Price"_s;
    Lifecycle::Deal open{u"D-open"_s, 2, {change(at(3), u"SQL"_s)}};
    open.changes[0].amount = 900000;
    open.changes[0].meddic[0] = 3;
    open.changes[0].meddic[5] = 1;
    Lifecycle::Deal small{u"D-small"_s, 3, {change(at(4), u"SQL"_s)}};
    small.changes[0].amount = 100;
    return {won, back, open, small};
}

Insights::AnalysisPtr analysis()
{
    auto changed = std::make_shared<Insights::Analysis>(*Sample::analysis());
    changed->query.lifecycle = Lifecycle::businessTemplate();
    changed->query.filter.period = {QDate(2025, 6, 1), QDate(2025, 6, 30)};
    auto snapshot = std::make_shared<Customers::Snapshot>(*changed->snapshot);
    Customers::CostEntry cost;
    cost.period = changed->query.filter.period;
    cost.isAcquisition = true;
    cost.amount = 600000;
    cost.stage = u"attract"_s;
    snapshot->costs.append(cost);
    cost.isAcquisition = false;
    cost.amount = 400000;
    cost.stage = u"expand"_s;
    snapshot->costs.append(cost);
    changed->snapshot = snapshot;
    return changed;
}

struct Shown
{
    Display display;
    HandOffsTab tab{display};
    explicit Shown(Language language = Language::English, bool withDeals = true)
    {
        display.setLanguage(language);
        PageFixture::dress(display);
        if (withDeals) {
            tab.setDealSource([](const Customers::Snapshot &, const Progress &)
                                  -> Result<std::vector<Lifecycle::Deal>> { return deals(); });
        }
        tab.setAnalysis(analysis());
    }
    [[nodiscard]] bool show()
    {
        if (!PageFixture::show(tab, {1180, 1400}))
            return false;
        return QTest::qWaitFor([this] {
            return !tab.isComputing()
                   && tab.findChild<QTableView *>(u"handOffs"_s)->model()->columnCount() > 0;
        });
    }
    [[nodiscard]] QString cell(const char *table, int row, int column)
    {
        return tab.findChild<QTableView *>(QLatin1String(table))->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QLineEdit *evidence(int element)
    {
        return tab.findChild<QLineEdit *>(u"meddicEvidence%1"_s.arg(element));
    }
    [[nodiscard]] int rows(const char *table)
    {
        return tab.findChild<QTableView *>(QLatin1String(table))->model()->rowCount();
    }
};

QString bare(QString text)
{
    static const QRegularExpression marks(u"[\u200e\u200f\u2066-\u2069]"_s);
    return text.replace(QChar(0xa0), u' ').replace(QChar(0x202f), u' ').remove(marks);
}

} // namespace

void TestHandOffsTab::showsOffersAcceptanceAndPromises()
{
    Shown shown;
    QVERIFY(shown.show());
    QCOMPARE(bare(shown.tab.findChild<KpiCard *>(u"acceptanceTile"_s)->valueText()).trimmed(), u"50 %"_s);
    // 2 hours and 2 working days: one of two within 8 hours.
    QCOMPARE(bare(shown.tab.findChild<KpiCard *>(u"inTimeTile"_s)->valueText()).trimmed(), u"50 %"_s);
    QVERIFY(shown.rows("handOffs") >= 1);
    QCOMPARE(shown.cell("handOffs", 0, 0), u"Marketing"_s);
    QCOMPARE(shown.cell("handOffs", 0, 1), u"Sales"_s);
    QCOMPARE(shown.cell("handOffs", 0, 2), u"MQL to SAL"_s);
    QCOMPARE(shown.cell("handOffs", 0, 3), u"2"_s);
    QCOMPARE(shown.cell("handOffs", 0, 4), u"1"_s);
    QCOMPARE(shown.cell("handOffs", 0, 5), u"1"_s);
    QVERIFY(shown.tab.findChild<QLabel *>(u"handOffDefinition"_s)->text().contains(u"8:00"_s));
}

void TestHandOffsTab::comparesSpendWithTwoThirds()
{
    Shown shown;
    QVERIFY(shown.show());
    auto *tile = shown.tab.findChild<KpiCard *>(u"acquisitionShareTile"_s);
    QCOMPARE(bare(tile->valueText()).trimmed(), u"60 %"_s);
    QVERIFY(tile->delta()->text().contains(u"two thirds"_s));
    QVERIFY(shown.tab.findChild<QLabel *>(u"spendNote"_s)->text().contains(u"Gleanster"_s));
    QCOMPARE(shown.tab.findChild<StageSpendChart *>()->dataTable().size(), 3);
}

void TestHandOffsTab::listsOpenDealsAndTheirEvidence()
{
    Shown shown;
    QVERIFY(shown.show());
    QCOMPARE(shown.rows("openDeals"), 2);
    QCOMPARE(bare(shown.cell("openDeals", 0, 0)), u"D-open"_s); // the largest
    QCOMPARE(shown.cell("openDeals", 0, 4), u"4"_s);
    QCOMPARE(shown.cell("openDeals", 0, 5), u"4"_s);
    QCOMPARE(bare(shown.evidence(0)->placeholderText()), u"3: SQL, 3 Jun 2025, Huda"_s);
    QCOMPARE(shown.evidence(1)->placeholderText(), u"never answered"_s);
    const auto *deals = shown.tab.findChild<QTableView *>(u"openDeals"_s)->model();
    const QString lacks = deals->index(0, 5).data(Qt::ToolTipRole).toString();
    QVERIFY2(lacks.contains(u"Economic buyer"_s) && !lacks.contains(u"Metrics"_s), qPrintable(lacks));
}

void TestHandOffsTab::writesEvidenceDown()
{
    Shown shown;
    QVERIFY(shown.show());
    QSignalSpy edited(&shown.tab, &HandOffsTab::meddicNotesEdited);
    auto *score = shown.tab.findChild<QComboBox *>(u"meddicScore1"_s);
    score->setFocus();
    for (int step = 0; step < 3; ++step)
        QTest::keyClick(score, Qt::Key_Down); // past 0 and 1
    QCOMPARE(score->currentData().toInt(), 2);
    QCOMPARE(edited.count(), 3);
    auto *evidence = shown.evidence(1);
    evidence->setFocus();
    QTest::keyClicks(evidence, u"Met the head of finance"_s);
    QTest::keyClick(evidence, Qt::Key_Return);
    QCOMPARE(edited.count(), 4);
    const auto notes = edited.last().first().value<Lifecycle::MeddicNotes>();
    QCOMPARE(notes.size(), 1);
    const Lifecycle::MeddicNote note = notes.value(u"D-open"_s).value(1);
    QCOMPARE(note.score, std::optional<int>(2));
    QCOMPARE(note.evidence, u"Met the head of finance"_s);
    // Kept, it counts: one element less is missing, the total is higher, nothing else moves.
    shown.tab.setMeddicNotes(notes);
    QTRY_COMPARE(shown.cell("openDeals", 0, 4), u"6"_s);
    QCOMPARE(shown.cell("openDeals", 0, 5), u"3"_s);
    QCOMPARE(shown.cell("handOffs", 0, 3), u"2"_s);
    QCOMPARE(shown.evidence(1)->text(), u"Met the head of finance"_s);
}

void TestHandOffsTab::takesAWrittenScoreBack()
{
    Shown shown;
    Lifecycle::MeddicNote note;
    note.score = 0;
    note.time = at(20);
    shown.tab.setMeddicNotes(Lifecycle::withNote({}, u"D-open"_s, 0, note));
    QVERIFY(shown.show());
    QCOMPARE(shown.cell("openDeals", 0, 4), u"1"_s); // the imported 3 is overruled
    QSignalSpy edited(&shown.tab, &HandOffsTab::meddicNotesEdited);
    auto *score = shown.tab.findChild<QComboBox *>(u"meddicScore0"_s);
    QCOMPARE(score->currentData().toInt(), 0);
    score->setFocus();
    QTest::keyClick(score, Qt::Key_Home);
    QCOMPARE(edited.count(), 1);
    QVERIFY(edited.first().first().value<Lifecycle::MeddicNotes>().isEmpty());
}

void TestHandOffsTab::showsTheCustomersOfACell()
{
    Shown shown;
    QVERIFY(shown.show());
    QSignalSpy contacts(&shown.tab, &LifecycleTab::contactsRequested);
    auto *table = shown.tab.findChild<QTableView *>(u"handOffs"_s);
    const auto customers = [&] {
        return *contacts.last().first().value<CustomerChoice>().find(Progress());
    };
    // Rejected: the deal given back.
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, 5)).center());
    QCOMPARE(contacts.count(), 1);
    QCOMPARE(customers(), CustomerChoice::List{1});
    // Lost, with the keyboard; what those did instead can be asked.
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 7));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(contacts.count(), 2);
    QCOMPARE(customers(), CustomerChoice::List{1});
    QVERIFY(bool(contacts.last().first().value<CustomerChoice>().instead));
    // A name opens nothing.
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, 0)).center());
    QCOMPARE(contacts.count(), 2);
}

void TestHandOffsTab::showsTheCustomersOfABar()
{
    Shown shown;
    QVERIFY(shown.show());
    QSignalSpy contacts(&shown.tab, &LifecycleTab::contactsRequested);
    const auto press = [](Chart *chart, int mark) {
        chart->setFocus();
        chart->setFocusedMark(mark);
        QTest::keyClick(chart, Qt::Key_Return);
    };
    const auto customers = [&] {
        return *contacts.last().first().value<CustomerChoice>().find(Progress());
    };
    press(shown.tab.findChild<QualificationChart *>(), 3);
    QCOMPARE(customers(), CustomerChoice::List{0}); // won
    press(shown.tab.findChild<ReasonsChart *>(), 0);
    QCOMPARE(customers(), CustomerChoice::List{1}); // given back for want of a budget
    press(shown.tab.findChild<MeddicMissingChart *>(), 1);
    QCOMPARE(customers(), (CustomerChoice::List{2, 3})); // nobody knows the economic buyer
    QCOMPARE(contacts.count(), 3);
}

void TestHandOffsTab::searchAndSortKeepTheRightDeal()
{
    Shown shown;
    QVERIFY(shown.show());
    auto *table = shown.tab.findChild<QTableView *>(u"openDeals"_s);
    table->sortByColumn(3, Qt::AscendingOrder);
    QCOMPARE(bare(shown.cell("openDeals", 0, 0)), u"D-small"_s);
    auto *search = shown.tab.findChild<QLineEdit *>(u"dealSearch"_s);
    QTest::keyClicks(search, u"d-OPEN"_s);
    QCOMPARE(shown.rows("openDeals"), 1);
    table->selectRow(0);
    QVERIFY(shown.evidence(0)->placeholderText().startsWith(u'3'));
    QTest::keyClicks(search, u"nothing"_s);
    QCOMPARE(shown.rows("openDeals"), 0);
    QVERIFY(!shown.evidence(0)->isEnabled());
    search->clear();
    QCOMPARE(shown.rows("openDeals"), 2);
}

void TestHandOffsTab::activatedDealOpensItsCustomer()
{
    Shown shown;
    QVERIFY(shown.show());
    QSignalSpy activated(&shown.tab, &LifecycleTab::customerActivated);
    auto *table = shown.tab.findChild<QTableView *>(u"openDeals"_s);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().value<CustomerId>().value, 1002);
}

void TestHandOffsTab::switchesBetweenRejectionsAndLosses()
{
    Shown shown;
    QVERIFY(shown.show());
    auto *reasons = shown.tab.findChild<ReasonsChart *>();
    QCOMPARE(reasons->dataTable().at(1).first(), u"No budget"_s);
    const QList<QToolButton *> segments =
        shown.tab.findChild<SegmentedControl *>(u"reasonKind"_s)->findChildren<QToolButton *>();
    QTest::mouseClick(segments[1], Qt::LeftButton);
    QCOMPARE(reasons->dataTable().at(1).first(), u"Price"_s);
}

void TestHandOffsTab::editsThePromiseThroughTheLifecycle()
{
    Shown shown;
    QVERIFY(shown.show());
    QSignalSpy edited(&shown.tab, &LifecycleTab::lifecycleEdited);
    auto *weekend = shown.tab.findChild<QComboBox *>(u"weekend"_s);
    QCOMPARE(weekend->currentIndex(), 0);
    weekend->setFocus();
    QTest::keyClick(weekend, Qt::Key_Down);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.first().first().value<Lifecycle::LifecycleModel>().service.week.weekend,
             (QList<Qt::DayOfWeek>{Qt::Saturday, Qt::Sunday}));
    auto *hours = shown.tab.findChild<NumberField *>(u"promisedHours"_s);
    hours->selectAll();
    QTest::keyClicks(hours, u"4"_s);
    QTest::keyClick(hours, Qt::Key_Return);
    QVERIFY(edited.count() >= 2);
    QCOMPARE(edited.last().first().value<Lifecycle::LifecycleModel>().service.hours, 4.0);
}

void TestHandOffsTab::saysWhyThereAreNoDeals()
{
    Shown shown(Language::English, false);
    QVERIFY(shown.show());
    QCOMPARE(shown.tab.findChild<KpiCard *>(u"acceptanceTile"_s)->delta()->text(),
             u"no deals in this period"_s);
    QVERIFY(shown.tab.findChild<QualificationChart *>()->isEmpty());
    QVERIFY(!shown.tab.findChild<QTableView *>(u"openDeals"_s)->isVisibleTo(&shown.tab));
}

void TestHandOffsTab::namesWhatTheKeyboardReaches()
{
    Shown shown;
    QVERIFY(shown.show());
    QCOMPARE(PageFixture::namelessFocusable(shown.tab), QStringList());
}

void TestHandOffsTab::speaksArabic()
{
    Shown shown(Language::Arabic);
    QVERIFY(shown.show());
    QVERIFY(shown.rows("handOffs") >= 1);
    shown.display.setLanguage(Language::English);
    shown.tab.retranslate();
    QCOMPARE(shown.cell("handOffs", 0, 2), u"MQL to SAL"_s);
}

QTEST_MAIN(TestHandOffsTab)
#include "tst_handoffstab.moc"
