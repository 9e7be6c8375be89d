#include "tests/ui/pages/pagefixture.h"
#include "tests/ui/pages/sampleanalysis.h"
#include "ui/charts/handoffcharts.h"
#include "ui/pages/lifecycle/celltablemodel.h"
#include "ui/pages/lifecycle/handoffstab.h"
#include "ui/widgets/kpicard.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
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
    void tableModelBehaves();
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
    QCOMPARE(shown.rows("meddicEvidence"), 6);
    QCOMPARE(shown.cell("meddicEvidence", 0, 0), u"Metrics"_s);
    QCOMPARE(shown.cell("meddicEvidence", 0, 1), u"3"_s);
    QCOMPARE(bare(shown.cell("meddicEvidence", 0, 2)), u"SQL, 3 Jun 2025, Huda"_s);
    QCOMPARE(shown.cell("meddicEvidence", 1, 2), u"never answered"_s);
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
    QCOMPARE(shown.cell("meddicEvidence", 0, 1), u"3"_s);
    QTest::keyClicks(search, u"nothing"_s);
    QCOMPARE(shown.rows("openDeals"), 0);
    QCOMPARE(shown.rows("meddicEvidence"), 0);
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

void TestHandOffsTab::tableModelBehaves()
{
    CellTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTable({{u"name"_s}, {u"count"_s, true}},
                   {{{u"b"_s, {}}, {u"10"_s, 10}}, {{u"a"_s, {}}, {u"9"_s, 9}}, {{u"c"_s, {}}, {u"100"_s, 100}}});
    const QPersistentModelIndex ten = model.index(0, 0);
    model.sort(1, Qt::DescendingOrder); // by number, not by text
    QCOMPARE(model.index(0, 1).data().toString(), u"100"_s);
    QCOMPARE(ten.data().toString(), u"b"_s);
    QCOMPARE(model.sourceRow(0), 2);
    model.sort(0, Qt::AscendingOrder);
    QCOMPARE(model.index(0, 0).data().toString(), u"a"_s);
    model.setFilter(u"C"_s);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 1).data(Qt::TextAlignmentRole).toInt(),
             int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter));
    model.setFilter({});
    QCOMPARE(model.rowCount(), 3);
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
