#include "tests/ui/pages/pagefixture.h"
#include "tests/ui/pages/sampleanalysis.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/infobutton.h"
#include "ui/widgets/kpicard.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestOverviewPage : public QObject
{
    Q_OBJECT

private slots:
    void init() { PageFixture::failOnAnyWarning(); }

    void saysWhatToDoWhileThereAreNoNumbers();
    void showsTheKeyFiguresOfTheAnalysis_data();
    void showsTheKeyFiguresOfTheAnalysis();
    void opensTheScreenBehindATile_data();
    void opensTheScreenBehindATile();
    void opensTheScreenBehindAnAlert();
    void explainsEveryFigure();
    void saysWhyAFigureIsMissing();
    void keepsOldNumbersWhileBusy();
    void showsArabicNumbersAfterTheSwitch();
    void namesWhatTheKeyboardReaches();
};

void TestOverviewPage::saysWhatToDoWhileThereAreNoNumbers()
{
    Display display;
    PageFixture::dress(display);
    OverviewPage page(display);
    QVERIFY(PageFixture::show(page));
    QVERIFY(page.showsEmptyState());
    QSignalSpy asked(&page, &Page::importRequested);
    for (Button *button : page.findChildren<Button *>()) {
        if (button->isVisible() && button->kind() == Button::Kind::Primary)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(asked.count(), 1);
    page.setAnalysis(Sample::analysis());
    QVERIFY(!page.showsEmptyState());
    page.setAnalysis(nullptr);
    QVERIFY(page.showsEmptyState());
}

void TestOverviewPage::showsTheKeyFiguresOfTheAnalysis_data()
{
    QTest::addColumn<QString>("tile");
    QTest::addColumn<QString>("value");
    QTest::newRow("equity") << u"equity"_s << u"2.01 SAR M"_s;
    QTest::newRow("mean CLV") << u"mean-clv"_s << u"10,050 SAR"_s;
    QTest::newRow("active customers") << u"active"_s << u"120 60.0\u202F%"_s;
    QTest::newRow("CLV to CAC") << u"clv-to-cac"_s << u"1.7×"_s;
    QTest::newRow("retention") << u"retention"_s << u"78.4 %"_s;
    QTest::newRow("revenue from existing") << u"existing"_s << u"43 %"_s;
}

void TestOverviewPage::showsTheKeyFiguresOfTheAnalysis()
{
    QFETCH(const QString, tile);
    QFETCH(const QString, value);
    Display display;
    PageFixture::dress(display);
    OverviewPage page(display);
    page.setAnalysis(Sample::analysis());
    const auto *card = page.findChild<KpiCard *>(tile);
    QVERIFY(card);
    QCOMPARE(card->valueText(), value);
}

void TestOverviewPage::opensTheScreenBehindATile_data()
{
    QTest::addColumn<QString>("tile");
    QTest::addColumn<bool>("byKeyboard");
    QTest::addColumn<QString>("screen");
    QTest::newRow("equity, clicked") << u"equity"_s << false << u"equity"_s;
    QTest::newRow("mean CLV, clicked") << u"mean-clv"_s << false << u"clv"_s;
    QTest::newRow("retention, by Enter") << u"retention"_s << true << u"lifecycle"_s;
}

void TestOverviewPage::opensTheScreenBehindATile()
{
    QFETCH(const QString, tile);
    QFETCH(const bool, byKeyboard);
    QFETCH(const QString, screen);
    Display display;
    PageFixture::dress(display);
    OverviewPage page(display);
    page.setAnalysis(Sample::analysis());
    QVERIFY(PageFixture::show(page));
    QSignalSpy requested(&page, &Page::pageRequested);
    auto *card = page.findChild<KpiCard *>(tile);
    if (byKeyboard) {
        card->setFocus();
        QTest::keyClick(card, Qt::Key_Return);
    } else {
        QTest::mouseClick(card, Qt::LeftButton, {}, QPoint(20, card->height() - 10));
    }
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toString(), screen);
}

void TestOverviewPage::opensTheScreenBehindAnAlert()
{
    Display display;
    PageFixture::dress(display);
    OverviewPage page(display);
    page.setAnalysis(Sample::analysis());
    QVERIFY(PageFixture::show(page));
    QSignalSpy requested(&page, &Page::pageRequested);
    auto *show = page.findChild<Button *>(u"show-slow-step"_s);
    QVERIFY(show);
    QTest::mouseClick(show, Qt::LeftButton);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toString(), u"lifecycle"_s);

    page.setAnalysis(Sample::analysis({.alerts = false}));
    QTRY_VERIFY(!page.findChild<Button *>(u"show-slow-step"_s));
}

void TestOverviewPage::explainsEveryFigure()
{
    Display display;
    OverviewPage page(display);
    page.setAnalysis(Sample::analysis());
    const QList<KpiCard *> tiles = page.findChildren<KpiCard *>();
    QCOMPARE(tiles.size(), 6);
    QSet<QString> explanations;
    for (const KpiCard *tile : tiles) {
        QVERIFY(tile->infoButton()->explanation().size() > 40);
        explanations.insert(tile->infoButton()->explanation());
    }
    QCOMPARE(explanations.size(), 6);
}

void TestOverviewPage::saysWhyAFigureIsMissing()
{
    Display display;
    OverviewPage page(display);
    page.setAnalysis(Sample::analysis({.costs = false}));
    const auto *cac = page.findChild<KpiCard *>(u"clv-to-cac"_s);
    QCOMPARE(cac->valueText(), u"–"_s);
    QVERIFY2(cac->delta()->text().contains(u"costs"_s), qPrintable(cac->delta()->text()));
}

void TestOverviewPage::keepsOldNumbersWhileBusy()
{
    Display display;
    PageFixture::dress(display);
    OverviewPage page(display);
    page.setAnalysis(Sample::analysis());
    QVERIFY(PageFixture::show(page));
    page.setBusy(true);
    QVERIFY(!page.showsEmptyState());
    for (const Card *card : page.findChildren<Card *>())
        QVERIFY(card->isBusy());
    QCOMPARE(page.findChild<KpiCard *>(u"equity"_s)->valueText(), u"2.01 SAR M"_s);
    page.setBusy(false);
    for (const Card *card : page.findChildren<Card *>())
        QVERIFY(!card->isBusy());
}

void TestOverviewPage::showsArabicNumbersAfterTheSwitch()
{
    Display display;
    PageFixture::dress(display);
    OverviewPage page(display);
    page.setAnalysis(Sample::analysis());
    QVERIFY(PageFixture::show(page));
    display.setDigits(Digits::ArabicIndic);
    display.setLanguage(Language::Arabic);
    PageFixture::dress(display);
    QEvent languageChange(QEvent::LanguageChange);
    QApplication::sendEvent(&page, &languageChange);
    const QString value = page.findChild<KpiCard *>(u"mean-clv"_s)->valueText();
    QVERIFY2(value.startsWith(u"١٠٬٠٥٠"_s), qPrintable(value));
    QVERIFY2(value.contains(u"ر.س"_s), qPrintable(value));
    QCOMPARE(page.layoutDirection(), Qt::RightToLeft);
    // Tiles run from the right.
    QVERIFY(page.findChild<KpiCard *>(u"equity"_s)->x()
            > page.findChild<KpiCard *>(u"existing"_s)->x());
    display.setLanguage(Language::English);
    PageFixture::dress(display);
}

void TestOverviewPage::namesWhatTheKeyboardReaches()
{
    Display display;
    PageFixture::dress(display);
    OverviewPage page(display);
    page.setAnalysis(Sample::analysis());
    QVERIFY(PageFixture::show(page));
    QCOMPARE(PageFixture::namelessFocusable(page), QStringList());
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
