#include "tests/ui/pages/pagefixture.h"
#include "tests/ui/pages/sampleanalysis.h"
#include "ui/charts/bridgechart.h"
#include "ui/charts/equitychart.h"
#include "ui/charts/spendreturnchart.h"
#include "ui/pages/equity/equitypage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestEquityPage : public QObject
{
    Q_OBJECT

private slots:
    void init() { PageFixture::failOnAnyWarning(); }

    void saysThatMeanTimesCustomersIsEquity();
    void switchesTheTrendToOneCustomer();
    void comparesTheQuartersThatAreChosen();
    void showsResultsAsTheyWereKept();
    void asksForCostsWhereThereAreNone();
    void namesWhatTheKeyboardReaches();
};

namespace {

QStringList labelTexts(const QWidget &page)
{
    QStringList texts;
    for (const QLabel *label : page.findChildren<QLabel *>())
        texts.append(label->text().replace(QChar(0x00A0), u' '));
    return texts;
}

} // namespace

void TestEquityPage::saysThatMeanTimesCustomersIsEquity()
{
    Display display;
    PageFixture::dress(display);
    EquityPage page(display);
    page.setAnalysis(Sample::analysis());
    const QStringList texts = labelTexts(page);
    for (const QString &text : {u"SAR 10,050"_s, u"200"_s, u"SAR 2.01 M"_s,
                                u"SAR 400 K"_s, u"5.0×"_s, u"6,000 · 1,333"_s})
        QVERIFY2(texts.contains(text), qPrintable(text + u" not in "_s + texts.join(u" | "_s)));
}

void TestEquityPage::switchesTheTrendToOneCustomer()
{
    Display display;
    PageFixture::dress(display);
    EquityPage page(display);
    page.setAnalysis(Sample::analysis());
    QVERIFY(PageFixture::show(page));
    auto *trend = page.findChild<EquityChart *>();
    const QList<QStringList> totals = trend->dataTable();
    auto *measure = page.findChild<SegmentedControl *>(u"measure"_s);
    const QList<QToolButton *> segments = measure->findChildren<QToolButton *>();
    QCOMPARE(segments.size(), 2);
    QTest::mouseClick(segments[1], Qt::LeftButton);
    const QList<QStringList> means = trend->dataTable();
    QCOMPARE(means.size(), totals.size());
    QVERIFY(means != totals);
    QVERIFY(trend->title().contains(u"per customer"_s));
    QTest::mouseClick(segments[0], Qt::LeftButton);
    QCOMPARE(trend->dataTable(), totals);
}

void TestEquityPage::showsResultsAsTheyWereKept()
{
    Display display;
    PageFixture::dress(display);
    EquityPage page(display);
    page.setAnalysis(Sample::analysis());
    QVERIFY(PageFixture::show(page));
    auto *trend = page.findChild<EquityChart *>();
    const QList<QStringList> quarters = trend->dataTable();
    const auto *source = page.findChild<SegmentedControl *>(u"trendSource"_s);
    const QList<QToolButton *> choices = source->findChildren<QToolButton *>();
    QTest::mouseClick(choices[1], Qt::LeftButton);
    QVERIFY(trend->isEmpty()); // nothing kept yet
    QList<Clv::StoredClv> kept;
    for (const auto &[until, model, total] :
         {std::tuple(QDate(2025, 3, 31), u"bg-nbd"_s, 1.9e6),
          std::tuple(QDate(2025, 6, 30), u"pareto-nbd"_s, 2.0e6)}) {
        Clv::StoredClv stored;
        stored.until = until;
        stored.made = QDateTime(until, QTime(12, 0), Qt::UTC);
        stored.model = model;
        stored.method = {{u"model"_s, model}, {u"margin"_s, 0.4}};
        stored.total = total;
        stored.mean = total / 200;
        stored.low = 0.9 * total;
        stored.high = 1.1 * total;
        stored.result = {{u"customers"_s, 200}};
        kept.append(stored);
    }
    page.setKeptValues(kept);
    const QList<QStringList> table = trend->dataTable();
    QCOMPARE(table.size(), 3);
    QCOMPARE(table[1][0], u"2025-03-31"_s);
    QVERIFY(table[1].contains(u"bg-nbd, margin 0.4"_s));
    QVERIFY(table[2].contains(u"pareto-nbd, margin 0.4"_s));
    QTest::mouseClick(choices[0], Qt::LeftButton);
    QCOMPARE(trend->dataTable(), quarters);
}

void TestEquityPage::comparesTheQuartersThatAreChosen()
{
    Display display;
    PageFixture::dress(display);
    EquityPage page(display);
    page.setAnalysis(Sample::analysis());
    QVERIFY(PageFixture::show(page));
    QCOMPARE(page.shownBridge(), 2);
    auto *pair = page.findChild<Button *>(u"quarterPair"_s);
    QVERIFY2(pair->text().contains(u"Q2 2025"_s), qPrintable(pair->text()));
    QTest::mouseClick(pair, Qt::LeftButton);
    QPointer<QMenu> menu = page.findChild<QMenu *>(u"quarterPairMenu"_s);
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    QCOMPARE(menu->actions().size(), 3);
    QVERIFY(menu->actions().first()->isChecked()); // the newest comes first
    QTest::keyClick(menu, Qt::Key_Up); // round to the last
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(page.shownBridge(), 0);
    QVERIFY2(pair->text().contains(u"Q4 2024"_s), qPrintable(pair->text()));
    // The choice stays when numbers are renewed.
    page.setAnalysis(Sample::analysis());
    QCOMPARE(page.shownBridge(), 0);
}

void TestEquityPage::asksForCostsWhereThereAreNone()
{
    Display display;
    PageFixture::dress(display);
    EquityPage page(display);
    page.setAnalysis(Sample::analysis({.costs = false}));
    QVERIFY(PageFixture::show(page));
    EmptyState *empty = nullptr;
    for (EmptyState *state : page.findChildren<EmptyState *>()) {
        if (state->isVisible())
            empty = state;
    }
    QVERIFY(empty);
    QCOMPARE(empty->title(), u"No costs yet"_s);
    QSignalSpy asked(&page, &Page::importRequested);
    for (Button *button : empty->findChildren<Button *>()) {
        if (button->isVisible() && button->kind() == Button::Kind::Primary)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(asked.count(), 1);
    page.setAnalysis(Sample::analysis());
    QTRY_VERIFY(page.findChild<SpendReturnChart *>()->isVisible());
}

void TestEquityPage::namesWhatTheKeyboardReaches()
{
    Display display;
    PageFixture::dress(display);
    EquityPage page(display);
    page.setAnalysis(Sample::analysis());
    QVERIFY(PageFixture::show(page));
    QCOMPARE(PageFixture::namelessFocusable(page), QStringList());
}

QTEST_MAIN(TestEquityPage)
#include "tst_equitypage.moc"
