#include "tests/ui/pages/pagefixture.h"
#include "tests/ui/pages/sampleanalysis.h"
#include "ui/charts/clvhistogramchart.h"
#include "ui/pages/lifetimevalue/assumptionspopover.h"
#include "ui/pages/lifetimevalue/customerdrawer.h"
#include "ui/pages/lifetimevalue/customervaluesmodel.h"
#include "ui/pages/lifetimevalue/lifetimevaluepage.h"
#include "ui/pages/lifetimevalue/timeline.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

#include <qcustomplot.h>

using namespace Qt::StringLiterals;

class TestLifetimeValuePage : public QObject
{
    Q_OBJECT

private slots:
    void init() { PageFixture::failOnAnyWarning(); }

    void listsAllCustomersByFallingValue();
    void sortsByTheColumnClicked();
    void putsWhatIsNotKnownLast_data();
    void putsWhatIsNotKnownLast();
    void narrowsTheTableToTheBrush();
    void clearsTheBrushWithEscape();
    void findsCustomersByName();
    void namesOnlyTheRowsOnScreen();
    void picksAModel();
    void asksForARefit();
    void editsHorizonDiscountAndMargin();
    void saysWhenDataAreTooThin();
    void opensACustomer();
    void showsACustomerOutsideTheSelection();
    void explainsACustomersFigures();
    void filtersTheTimeline();
    void namesWhatTheKeyboardReaches();

private:
    struct Shown
    {
        Display display;
        LifetimeValuePage page{display};
        explicit Shown(const Sample::Options &options = {})
        {
            PageFixture::dress(display);
            page.setAnalysis(Sample::analysis(options));
        }
        [[nodiscard]] QTableView *table() { return page.findChild<QTableView *>(u"customers"_s); }
        [[nodiscard]] QAbstractItemModel *model() { return table()->model(); }
        [[nodiscard]] QString cell(int row, int column)
        {
            return model()->index(row, column).data().toString();
        }
        [[nodiscard]] ClvHistogramChart *histogram()
        {
            return page.findChild<ClvHistogramChart *>();
        }
        [[nodiscard]] CustomerDrawer *drawer()
        {
            return static_cast<CustomerDrawer *>(page.inspector());
        }
        /// Brushes from 5,000 to 10,000 as the mouse would.
        void brush()
        {
            histogram()->setRange(5000, 10000);
            emit histogram()->rangeSelected(5000, 10000);
        }
    };
};

void TestLifetimeValuePage::listsAllCustomersByFallingValue()
{
    Shown shown;
    QCOMPARE(shown.model()->rowCount(), Sample::customers);
    QCOMPARE(shown.cell(0, CustomerValuesModel::Value), u"20,000"_s);
    QCOMPARE(shown.cell(199, CustomerValuesModel::Value), u"100"_s);
    QCOMPARE(shown.cell(0, CustomerValuesModel::Alive), u"0.99"_s); // 0.995 is a little less in binary
    QCOMPARE(shown.cell(0, CustomerValuesModel::Orders), u"4"_s);   // position 199: three repeats
}

void TestLifetimeValuePage::sortsByTheColumnClicked()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    QHeaderView *header = shown.table()->horizontalHeader();
    const int x = header->sectionViewportPosition(CustomerValuesModel::Alive) + 20;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
    const QString top = shown.cell(0, CustomerValuesModel::Alive);
    const QString bottom = shown.cell(199, CustomerValuesModel::Alive);
    QVERIFY((top == u"0.00"_s && bottom == u"0.99"_s) || (top == u"0.99"_s && bottom == u"0.00"_s));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
    QCOMPARE(shown.cell(0, CustomerValuesModel::Alive), bottom);
}

void TestLifetimeValuePage::putsWhatIsNotKnownLast_data()
{
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::newRow("rising") << Qt::AscendingOrder;
    QTest::newRow("falling") << Qt::DescendingOrder;
}

void TestLifetimeValuePage::putsWhatIsNotKnownLast()
{
    QFETCH(const Qt::SortOrder, order);
    Shown shown;
    shown.model()->sort(CustomerValuesModel::MeanOrder, order);
    // Every fourth customer bought once and has no mean.
    QCOMPARE(shown.cell(149, CustomerValuesModel::MeanOrder) == u"–"_s, false);
    QCOMPARE(shown.cell(150, CustomerValuesModel::MeanOrder), u"–"_s);
    QCOMPARE(shown.cell(199, CustomerValuesModel::MeanOrder), u"–"_s);
}

void TestLifetimeValuePage::narrowsTheTableToTheBrush()
{
    Shown shown;
    QSignalSpy told(&shown.page, &Page::selectionChanged);
    shown.brush();
    QCOMPARE(shown.model()->rowCount(), 51); // 5,000 to 10,000, both included
    QCOMPARE(shown.cell(0, CustomerValuesModel::Value), u"10,000"_s);
    QCOMPARE(told.last().first().toString(), u"Selection: 51 of 200 customers"_s);
    auto *clear = shown.page.findChild<Button *>(u"clearRange"_s);
    QVERIFY(PageFixture::show(shown.page));
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(shown.model()->rowCount(), Sample::customers);
    QVERIFY(told.last().first().toString().isEmpty());
}

void TestLifetimeValuePage::clearsTheBrushWithEscape()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    shown.brush();
    shown.table()->setFocus();
    QTest::keyClick(shown.table(), Qt::Key_Escape);
    QVERIFY(!shown.histogram()->selection());
    QCOMPARE(shown.model()->rowCount(), Sample::customers);
}

void TestLifetimeValuePage::findsCustomersByName()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    auto *field = shown.page.findChild<QLineEdit *>(u"customerSearch"_s);
    QVERIFY(!field->isVisible()); // nothing to search with
    QStringList asked;
    shown.page.setSearch([&](const QString &text, const LifetimeValuePage::Found &found) {
        asked.append(text);
        found(text == u"rimal"_s ? QList<CustomerId>{{1003}, {1004}} : QList<CustomerId>{});
    });
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, u"rimal"_s);
    QTRY_COMPARE(shown.model()->rowCount(), 2);
    QCOMPARE(asked, QStringList{u"rimal"_s}); // one question, after the typing
    QTest::keyClicks(field, u"x"_s);
    QTRY_COMPARE(shown.model()->rowCount(), 0);
    field->clear();
    QTRY_COMPARE(shown.model()->rowCount(), Sample::customers);
}

void TestLifetimeValuePage::namesOnlyTheRowsOnScreen()
{
    Shown shown;
    qsizetype asked = 0;
    shown.page.setNameLookup([&](const QList<CustomerId> &ids) {
        asked += ids.size();
        QHash<qint64, Report::NamedCustomer> names;
        for (const CustomerId id : ids)
            names.insert(id.value, {u"C-%1"_s.arg(id.value), u"Rimal %1"_s.arg(id.value)});
        return names;
    });
    QVERIFY(PageFixture::show(shown.page));
    QCOMPARE(shown.cell(0, CustomerValuesModel::Name), u"Rimal 1199"_s);
    QVERIFY2(asked > 0 && asked <= 128, qPrintable(QString::number(asked)));
}

void TestLifetimeValuePage::picksAModel()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    QSignalSpy edited(&shown.page, &Page::settingsEdited);
    QVERIFY(shown.page.findChild<QRadioButton *>(u"candidate0"_s)->isChecked());
    QVERIFY(!shown.page.findChild<QRadioButton *>(u"candidate3"_s)->isEnabled()); // historic mean
    QTest::mouseClick(shown.page.findChild<QRadioButton *>(u"candidate1"_s), Qt::LeftButton, {},
                      QPoint(8, 13));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.first().first().value<WorkspaceSettings>().clvModel, u"pareto-nbd"_s);
    const QString parameters =
        shown.page.findChild<QLabel *>(u"parameters"_s)->text().replace(QChar(0x00A0), u' ');
    for (const QString &part : {u"r 0.243 ± 0.012"_s, u"α 4.414 ± 0.378"_s, u"γ 15.440 ± 4.200"_s})
        QVERIFY2(parameters.contains(part), qPrintable(parameters));
}

void TestLifetimeValuePage::asksForARefit()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    QSignalSpy asked(&shown.page, &Page::refitRequested);
    QTest::mouseClick(shown.page.findChild<Button *>(u"refit"_s), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
}

void TestLifetimeValuePage::editsHorizonDiscountAndMargin()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    QSignalSpy edited(&shown.page, &Page::settingsEdited);
    QTest::mouseClick(shown.page.findChild<Button *>(u"assumptions"_s), Qt::LeftButton);
    auto *popover = shown.page.findChild<AssumptionsPopover *>();
    QTRY_VERIFY(popover->isVisible());
    auto *discount = popover->findChild<NumberField *>(u"discountPercent"_s);
    QCOMPARE(discount->value(), 10.0);
    discount->setFocus();
    discount->selectAll();
    QTest::keyClicks(discount, u"12.5"_s);
    QTest::mouseClick(popover->findChild<Button *>(u"applyAssumptions"_s), Qt::LeftButton);
    QCOMPARE(edited.count(), 1);
    const auto settings = edited.first().first().value<WorkspaceSettings>();
    QCOMPARE(settings.annualDiscountRate, 0.125);
    QCOMPARE(settings.horizonMonths, 36);
    QCOMPARE(settings.margin, WorkspaceSettings().margin);
    QVERIFY(!popover->isVisible());
}

void TestLifetimeValuePage::saysWhenDataAreTooThin()
{
    Shown shown({.thinData = true});
    const auto *remark = shown.page.findChild<QLabel *>(u"remark"_s);
    QVERIFY(remark->text().contains(u"12 customers"_s));
    QVERIFY(!remark->isHidden());
    bool said = false;
    for (const Badge *badge : shown.page.findChildren<Badge *>())
        said = said || (badge->text() == u"no model"_s && badge->tone() == Badge::Tone::Warn);
    QVERIFY(said);
}

void TestLifetimeValuePage::opensACustomer()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    QSignalSpy opened(&shown.page, &Page::inspectorRequested);
    QSignalSpy activated(&shown.page, &Page::customerActivated);
    const QRect second = shown.table()->visualRect(shown.model()->index(1, 0));
    QTest::mouseClick(shown.table()->viewport(), Qt::LeftButton, {}, second.center());
    QCOMPARE(opened.count(), 1);
    QCOMPARE(shown.drawer()->customer(), CustomerId{1198});
    QCOMPARE(activated.count(), 0);
    QTest::keyClick(shown.table(), Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().value<CustomerId>(), CustomerId{1198});
    // Renewed numbers keep the customer and do not open anything.
    opened.clear();
    shown.page.setAnalysis(Sample::analysis());
    QCOMPARE(shown.drawer()->customer(), CustomerId{1198});
    QCOMPARE(opened.count(), 0);
}

void TestLifetimeValuePage::showsACustomerOutsideTheSelection()
{
    Shown shown;
    shown.brush();
    shown.page.showCustomer(CustomerId{1000});
    QCOMPARE(shown.drawer()->customer(), CustomerId{1000});
    shown.page.showCustomer(CustomerId{77}); // nobody: nothing changes
    QCOMPARE(shown.drawer()->customer(), CustomerId{1000});
}

void TestLifetimeValuePage::explainsACustomersFigures()
{
    Shown shown;
    shown.page.showCustomer(CustomerId{1003}); // x = 3
    const QString alive = shown.drawer()->explanation(1);
    for (const QString &part : {u"BG/NBD"_s, u"alpha = 4.414"_s, u"x = 3"_s, u"T = 103.6"_s})
        QVERIFY2(alive.contains(part), qPrintable(alive));
    const QString value = shown.drawer()->explanation(0);
    QVERIFY2(value.contains(u"30\u202F%"_s) && value.contains(u"SAR\u00A0400"_s),
             qPrintable(value));
}

void TestLifetimeValuePage::filtersTheTimeline()
{
    Shown shown;
    shown.page.showCustomer(CustomerId{1003}); // four orders, one event
    const auto *timeline = shown.drawer()->findChild<QListView *>(u"timeline"_s);
    QCOMPARE(timeline->model()->rowCount(), 5);
    QCOMPARE(timeline->model()->index(0, 0).data().toString(), u"Order SAR\u00A0503"_s);
    shown.drawer()->setParent(nullptr);
    shown.drawer()->resize(300, 700);
    shown.drawer()->show();
    QVERIFY(QTest::qWaitForWindowExposed(shown.drawer()));
    const QList<QToolButton *> segments =
        shown.drawer()->findChild<SegmentedControl *>()->findChildren<QToolButton *>();
    QTest::mouseClick(segments[1], Qt::LeftButton);
    QCOMPARE(timeline->model()->rowCount(), 4);
    QTest::mouseClick(segments[2], Qt::LeftButton);
    QCOMPARE(timeline->model()->rowCount(), 1);
    delete shown.drawer();
}

void TestLifetimeValuePage::namesWhatTheKeyboardReaches()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    QCOMPARE(PageFixture::namelessFocusable(shown.page), QStringList());
}

QTEST_MAIN(TestLifetimeValuePage)
#include "tst_lifetimevaluepage.moc"
