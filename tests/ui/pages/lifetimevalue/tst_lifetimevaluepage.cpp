#include "tests/ui/pages/pagefixture.h"
#include "tests/ui/pages/sampleanalysis.h"
#include "ui/charts/alivemapchart.h"
#include "ui/charts/clvhistogramchart.h"
#include "ui/charts/lorenzchart.h"
#include "ui/charts/trackingchart.h"
#include "ui/dialogs/segmentdialog.h"
#include "ui/pages/lifetimevalue/assumptionspopover.h"
#include "ui/pages/lifetimevalue/calculatorpanel.h"
#include "ui/pages/lifetimevalue/customerdrawer.h"
#include "ui/pages/lifetimevalue/customervaluesmodel.h"
#include "ui/pages/lifetimevalue/derivationdialog.h"
#include "ui/pages/lifetimevalue/fitcard.h"
#include "ui/pages/lifetimevalue/lifetimevaluepage.h"
#include "ui/pages/lifetimevalue/modelcard.h"
#include "ui/pages/lifetimevalue/timeline.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/infobutton.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTableWidget>
#include <QToolButton>
#include <QTranslator>

#include <qcustomplot.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {
/// Milliseconds that fits on a worker may take, also under sanitizers on a busy machine.
constexpr int patience = 60000;
} // namespace

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
    void editsCostAndWhenMoneyCounts();
    void choosesAttributesThatExplain();
    void saysWhatIsWrongInTheLanguageOfNow();
    void saysWhenDataAreTooThin();
    void opensACustomer();
    void showsACustomerOutsideTheSelection();
    void explainsACustomersFigures();
    void explainsACellFromTheTablesMenu();
    void explainsFiguresOfAllCustomers_data();
    void explainsFiguresOfAllCustomers();
    void linksTheBrushToMapsAndCurve();
    void saysWhatTheSelectionIsWorth();
    void hidesColumns();
    void makesASegmentOfTheRange();
    void makesASegmentOfWhoWasFound();
    void offersNoSegmentOfEverybody();
    void showsTheSegmentOfEachCustomer();
    void ticksRowsWithMouseAndKeyboard();
    void keepsTicksWhenTheTableChanges();
    void savesWhoIsTicked();
    void addsWhoIsTickedToAList();
    void copiesWhoIsTickedWithHeadings();
    void copiesAndKeepsTheCustomerOfTheDrawer();
    void savesTheSelectionOfThePage();
    void marksSegmentsWithTheirColours();
    void choosesHowCustomersBuy();
    void offersSubscriptionsWhereThereAreSome();
    void showsRetentionOfSubscriptions();
    void speaksOfContractsWhereTheyAreValued();
    void saysWhereSubscriptionsAreMissing();
    void holdsEffectsOfAttributes();
    void showsTheModelInUseUntilTheOthersAreRanked();
    void showsEachPlotWithItsExplanation();
    void switchesTheTrackingPlot();
    void movesTheSplitWithTheKeyboard();
    void cancelsTheRefit();
    void keepsTheSplitWhenNumbersAreRenewed();
    void tooThinDataHaveNoSplit();
    void calculatesWithOwnNumbers();
    void keepsModelNamesWholeInANarrowCard();
    void customersModelKeepsItsPromises();
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
        /// Clicks in the middle of a cell.
        void click(int row, int column, Qt::KeyboardModifiers modifiers = {})
        {
            const QRect cell = table()->visualRect(model()->index(row, column));
            QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers, cell.center());
        }
        [[nodiscard]] QList<int> tickedRows()
        {
            QList<int> rows;
            for (int row = 0; row < model()->rowCount(); ++row) {
                if (model()->index(row, CustomerValuesModel::Tick).data(Qt::CheckStateRole).toInt()
                    == Qt::Checked)
                    rows.append(row);
            }
            return rows;
        }
        [[nodiscard]] QString chosenCount()
        {
            auto *label = page.findChild<QLabel *>(u"chosenCount"_s);
            return label->isVisibleTo(&page) ? label->text() : QString();
        }
        [[nodiscard]] ClvHistogramChart *histogram()
        {
            return page.findChild<ClvHistogramChart *>();
        }
        [[nodiscard]] CustomerDrawer *drawer()
        {
            return static_cast<CustomerDrawer *>(page.inspector());
        }
        [[nodiscard]] DerivationDialog *dialog() { return page.findChild<DerivationDialog *>(); }
        /// Brushes from 5,000 to 10,000 as the mouse would.
        void brush()
        {
            histogram()->setRange(5000, 10000);
            emit histogram()->rangeSelected(5000, 10000);
        }
        /// What is asked to be kept once \a button was clicked and its dialog accepted.
        [[nodiscard]] Segments::Draft segmentAskedBy(const QString &button)
        {
            QSignalSpy asked(&page, &Page::segmentRequested);
            QTest::mouseClick(page.findChild<Button *>(button), Qt::LeftButton);
            return accepted(asked);
        }
        /// What \a asked tells once the dialog that has opened was accepted.
        [[nodiscard]] Segments::Draft accepted(QSignalSpy &asked)
        {
            const QPointer<SegmentDialog> dialog = page.findChild<SegmentDialog *>();
            if (!dialog)
                return {};
            QTest::keyClick(dialog->findChild<QLineEdit *>(u"segmentNameEnglish"_s), Qt::Key_Return);
            if (asked.isEmpty() || !QTest::qWaitFor([&] { return dialog.isNull(); }))
                return {};
            return asked.first().first().value<Segments::Draft>();
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
    for (const QString &part : {u"r 0.243 \u200E± 0.012"_s, u"α 4.414 \u200E± 0.378"_s, u"γ 15.440 \u200E± 4.200"_s})
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

void TestLifetimeValuePage::editsCostAndWhenMoneyCounts()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    QSignalSpy edited(&shown.page, &Page::settingsEdited);
    QTest::mouseClick(shown.page.findChild<Button *>(u"assumptions"_s), Qt::LeftButton);
    auto *popover = shown.page.findChild<AssumptionsPopover *>();
    QTRY_VERIFY(popover->isVisible());
    auto *interval = popover->findChild<NumberField *>(u"intervalPercent"_s);
    QCOMPARE(interval->value(), 90.0);
    interval->setFocus();
    interval->selectAll();
    QTest::keyClicks(interval, u"80"_s);
    auto *cost = popover->findChild<NumberField *>(u"retentionCost"_s);
    QCOMPARE(cost->value(), 0.0);
    QVERIFY2(cost->accessibleName().contains(u"SAR"_s), qPrintable(cost->accessibleName()));
    cost->setFocus();
    cost->selectAll();
    QTest::keyClicks(cost, u"25.5"_s);
    auto *discounting = popover->findChild<QComboBox *>(u"discounting"_s);
    discounting->setFocus();
    QTest::keyClick(discounting, Qt::Key_Down);
    QTest::mouseClick(popover->findChild<Button *>(u"applyAssumptions"_s), Qt::LeftButton);
    QCOMPARE(edited.count(), 1);
    const auto settings = edited.first().first().value<WorkspaceSettings>();
    QCOMPARE(settings.intervalLevel, 0.8);
    QCOMPARE(settings.retentionCost, 25.5);
    QCOMPARE(settings.discounting, u"monthly"_s);
}

void TestLifetimeValuePage::choosesAttributesThatExplain()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    QSignalSpy edited(&shown.page, &Page::settingsEdited);
    auto *button = shown.page.findChild<Button *>(u"covariates"_s);
    QVERIFY(button->isVisible()); // BG/NBD takes some
    QTest::mouseClick(button, Qt::LeftButton);
    const QPointer<QMenu> menu = shown.page.findChild<QMenu *>(u"covariateMenu"_s);
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->data().toString() == u"sector"_s)
            action->trigger();
    }
    menu->close();
    QTRY_VERIFY(!menu);
    QCOMPARE(edited.size(), 1);
    auto chosen = std::make_shared<Insights::Analysis>(*Sample::analysis());
    chosen->query.settings = edited.first().first().value<WorkspaceSettings>();
    QCOMPARE(chosen->query.settings.covariates, QStringList{u"sector"_s});
    // A model that takes none offers none.
    chosen->clv.query.model = Clv::Model::MbgNbd;
    shown.page.setAnalysis(chosen);
    QVERIFY(!button->isVisible());
}

namespace {

/// Another language for the sentences of the models: the English ones in brackets.
class Brackets final : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return qstrcmp(context, "Clv") == 0 ? u"[%1]"_s.arg(QString::fromUtf8(source)) : QString();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

void TestLifetimeValuePage::saysWhatIsWrongInTheLanguageOfNow()
{
    Shown shown;
    auto flat = std::make_shared<Insights::Analysis>(*Sample::analysis());
    flat->clv.purchaseFit.converged = false;
    flat->clv.purchaseFit.problem = Clv::FitProblem::NotIdentified;
    flat->models.candidates.first().fit.problem = Clv::FitProblem::NotConverged;
    shown.page.setAnalysis(flat);
    const auto *remark = shown.page.findChild<QLabel *>(u"remark"_s);
    const auto *candidate = shown.page.findChild<QRadioButton *>(u"candidate0"_s);
    QVERIFY(remark->text().startsWith(u"The data do not identify"_s));
    QVERIFY(candidate->toolTip().startsWith(u"The fit did not converge"_s));
    Brackets brackets;
    QVERIFY(QCoreApplication::installTranslator(&brackets));
    QTRY_VERIFY(remark->text().startsWith(u"[The data do not identify"_s));
    QVERIFY(candidate->toolTip().startsWith(u"[The fit did not converge"_s));
    QCoreApplication::removeTranslator(&brackets);
    QTRY_VERIFY(remark->text().startsWith(u"The data do not identify"_s));
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
    shown.click(1, CustomerValuesModel::Name);
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
    QVERIFY(PageFixture::show(shown.page));
    shown.page.showCustomer(CustomerId{1003}); // x = 3
    shown.drawer()->setParent(nullptr);
    shown.drawer()->resize(300, 700);
    shown.drawer()->show();
    QVERIFY(QTest::qWaitForWindowExposed(shown.drawer()));
    auto *alive = shown.drawer()->findChild<Button *>(u"derivation1"_s);
    QVERIFY(alive->toolTip().contains(u"P(alive)"_s));
    QTest::mouseClick(alive, Qt::LeftButton);
    auto *dialog = shown.dialog();
    QVERIFY(dialog);
    QVERIFY(dialog->derivation().meaning.contains(u"BG/NBD"_s));
    QCOMPARE(dialog->derivation().inputs.at(0).value, u"3"_s);
    QVERIFY(dialog->derivation().inputs.at(2).value.startsWith(u"103.6"_s));
    QCOMPARE(dialog->derivation().parameters.at(1).symbol, u"α"_s);
    const auto *rows = dialog->findChild<QTableWidget *>(u"derivationRows"_s);
    QCOMPARE(rows->rowCount(), 4);
    QCOMPARE(rows->item(0, 1)->text(), u"SAR\u00A0503"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!shown.dialog());
    // The same from the keyboard, and in the other language while it is open.
    auto *value = shown.drawer()->findChild<Button *>(u"derivation0"_s);
    value->setFocus();
    QTest::keyClick(value, Qt::Key_Space);
    dialog = shown.dialog();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLabel *>(u"derivationResult"_s)->text(), u"SAR\u00A0400"_s);
    shown.display.setLanguage(Language::Arabic);
    QEvent change(QEvent::LanguageChange);
    QApplication::sendEvent(dialog, &change);
    QVERIFY(dialog->findChild<QLabel *>(u"derivationResult"_s)->text() != u"SAR\u00A0400"_s);
    dialog->close();
    delete shown.drawer();
}

void TestLifetimeValuePage::explainsACellFromTheTablesMenu()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page, {1180, 1100}));
    const QModelIndex cell = shown.model()->index(0, CustomerValuesModel::Alive);
    emit shown.table()->customContextMenuRequested(shown.table()->visualRect(cell).center());
    auto *menu = shown.table()->findChild<QMenu *>(u"customerMenu"_s);
    QVERIFY(menu);
    QAction *how = menu->findChild<QAction *>(u"howComputed"_s);
    QVERIFY(how->text().contains(u"P(alive)"_s));
    how->trigger();
    menu->close();
    QVERIFY(shown.dialog());
    QCOMPARE(shown.dialog()->derivation().result, u"0.99"_s);
    shown.dialog()->close();
}

void TestLifetimeValuePage::explainsFiguresOfAllCustomers_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("choice"); // in the menu that it opens
    QTest::addColumn<QString>("symbol");
    QTest::newRow("total") << u"totalDerivation"_s << QString() << u"N"_s;
    QTest::newRow("mean") << u"modelDerivation"_s << u"Mean CLV"_s << u"N"_s;
    QTest::newRow("BIC") << u"modelDerivation"_s << u"BIC"_s << u"ln L"_s;
    QTest::newRow("holdout") << u"holdoutDerivation"_s << QString() << u"predicted"_s;
}

void TestLifetimeValuePage::explainsFiguresOfAllCustomers()
{
    QFETCH(const QString, button);
    QFETCH(const QString, symbol);
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    QFETCH(const QString, choice);
    QTest::mouseClick(shown.page.findChild<Button *>(button), Qt::LeftButton);
    if (auto *menu = shown.page.findChild<QMenu *>(u"modelFigures"_s)) {
        for (QAction *action : menu->actions()) {
            if (action->text() == choice)
                action->trigger();
        }
        menu->close();
    }
    QVERIFY(shown.dialog());
    QCOMPARE(shown.dialog()->derivation().inputs.at(0).symbol, symbol);
    QVERIFY(!shown.dialog()->derivation().formulas.isEmpty());
    QVERIFY(shown.dialog()->findChild<QTableWidget *>(u"derivationRows"_s)->isHidden());
    shown.dialog()->close();
}

void TestLifetimeValuePage::linksTheBrushToMapsAndCurve()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    auto *map = shown.page.findChild<AliveMapChart *>();
    auto *curve = shown.page.findChild<LorenzChart *>();
    QTRY_VERIFY(!map->isEmpty() && !curve->isEmpty());
    const QImage all = curve->image({300, 260});
    shown.brush();
    QVERIFY(curve->image({300, 260}) != all);
    qint64 counted = 0;
    for (const Chart::Mark &mark : map->marks())
        counted += mark.rows.last().value.toLongLong();
    QCOMPARE(counted, 51); // as many as the table
    QTest::keyClick(shown.histogram(), Qt::Key_Escape);
    QCOMPARE(curve->image({300, 260}), all);
    QCOMPARE(map->marks().first().rows.size(), 2);
}

void TestLifetimeValuePage::saysWhatTheSelectionIsWorth()
{
    Shown shown;
    shown.brush(); // 5,000 to 10,000 in steps of 100
    QString subtitle;
    for (const Card *card : shown.page.findChildren<Card *>()) {
        if (card->title() == u"Customers in selection"_s)
            subtitle = card->subtitle();
    }
    // Positions 49 to 99: P(alive) position / 200, orders position / 20.
    for (const QString &part : {u"51 of 200"_s, u"mean CLV SAR\u00A07,500"_s, u"0 active"_s,
                                u"mean P(alive) 0.37"_s, u"3.7 expected orders each"_s})
        QVERIFY2(subtitle.contains(part), qPrintable(subtitle));
}

void TestLifetimeValuePage::hidesColumns()
{
    Shown shown;
    QMenu *menu = shown.page.findChild<Button *>(u"columns"_s)->menu();
    QCOMPARE(menu->actions().size(), CustomerValuesModel::Interval - CustomerValuesModel::Name);
    QVERIFY(!menu->actions().at(0)->isVisible()); // segments, of which there are none
    QCOMPARE(menu->actions().at(1)->text(), u"Orders"_s);
    menu->actions().at(1)->trigger();
    QVERIFY(shown.table()->isColumnHidden(CustomerValuesModel::Orders));
    menu->actions().at(1)->trigger();
    QVERIFY(!shown.table()->isColumnHidden(CustomerValuesModel::Orders));
}

void TestLifetimeValuePage::makesASegmentOfTheRange()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    shown.brush();
    const Segments::Draft draft = shown.segmentAskedBy(u"segmentOfRange"_s);
    QVERIFY2(draft.name.contains(u"5,000"_s) && draft.name.contains(u"10,000"_s),
             qPrintable(draft.name));
    QVERIFY(draft.customers.isEmpty());
    QVERIFY(draft.rule);
    const std::vector<const Segments::Condition *> conditions = Segments::conditions(*draft.rule);
    QCOMPARE(conditions.size(), std::size_t(1));
    QCOMPARE(conditions[0]->field, u"clv"_s);
    QCOMPARE(conditions[0]->op, Segments::Operator::Between);
    QCOMPARE(conditions[0]->value.toArray(), (QJsonArray{5000, 10000}));
    // The table's own button means the same customers.
    QVERIFY(shown.segmentAskedBy(u"segmentOfTable"_s).rule == draft.rule);
}

void TestLifetimeValuePage::makesASegmentOfWhoWasFound()
{
    Shown shown;
    shown.page.setSearch([](const QString &, const LifetimeValuePage::Found &found) {
        found({CustomerId{1010}, CustomerId{1020}});
    });
    QVERIFY(PageFixture::show(shown.page));
    QTest::keyClicks(shown.page.findChild<QLineEdit *>(u"customerSearch"_s), u"Rimal"_s);
    QTRY_COMPARE(shown.model()->rowCount(), 2);
    QVERIFY(shown.page.findChild<Button *>(u"segmentOfTable"_s)->isVisible());
    const Segments::Draft draft = shown.segmentAskedBy(u"segmentOfTable"_s);
    QVERIFY(draft.name.contains(u"Rimal"_s));
    QVERIFY(!draft.rule);
    QCOMPARE(draft.customers.size(), 2);
}

void TestLifetimeValuePage::offersNoSegmentOfEverybody()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    QVERIFY(!shown.page.findChild<Button *>(u"segmentOfTable"_s)->isVisible());
    QVERIFY(!shown.page.findChild<Button *>(u"segmentOfRange"_s)->isVisible());
}

void TestLifetimeValuePage::showsTheSegmentOfEachCustomer()
{
    Shown shown;
    QVERIFY(shown.table()->isColumnHidden(CustomerValuesModel::Segment));
    shown.page.setSegmentSource([](const Insights::Analysis &analysis, const Progress &)
                                    -> Result<Insights::SegmentLabels> {
        Insights::SegmentLabels labels;
        labels.segments = {{u"Best"_s, u"الأفضل"_s, {}, {}, {}}, {u"Rest"_s, {}, {}, {}, {}}};
        labels.of.assign(analysis.snapshot->customers(), 1);
        for (std::size_t i = 0; i < analysis.clv.values->size(); ++i) {
            if (analysis.clv.values->clv[i] > 15000)
                labels.of[analysis.clv.values->customer[i]] = 0;
        }
        labels.of[analysis.clv.values->customer[0]] = -1;
        return labels;
    });
    QTRY_VERIFY(!shown.table()->isColumnHidden(CustomerValuesModel::Segment));
    QCOMPARE(shown.cell(0, CustomerValuesModel::Segment), u"Best"_s);
    QCOMPARE(shown.cell(50, CustomerValuesModel::Segment), u"Rest"_s);
    QCOMPARE(shown.cell(199, CustomerValuesModel::Segment), u"–"_s);
    shown.model()->sort(CustomerValuesModel::Segment, Qt::DescendingOrder);
    QCOMPARE(shown.cell(0, CustomerValuesModel::Segment), u"Rest"_s);
    QCOMPARE(shown.cell(199, CustomerValuesModel::Segment), u"–"_s); // none comes last either way
    // Without a source there is nothing to tell.
    shown.page.setSegmentSource({});
    QVERIFY(shown.table()->isColumnHidden(CustomerValuesModel::Segment));
}

void TestLifetimeValuePage::ticksRowsWithMouseAndKeyboard()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    QSignalSpy opened(&shown.page, &Page::inspectorRequested);
    QVERIFY(shown.chosenCount().isEmpty());
    shown.click(1, CustomerValuesModel::Tick);
    QCOMPARE(shown.tickedRows(), QList<int>{1});
    QCOMPARE(shown.chosenCount(), u"1 selected"_s);
    shown.click(4, CustomerValuesModel::Tick, Qt::ShiftModifier);
    QCOMPARE(shown.tickedRows(), (QList<int>{1, 2, 3, 4}));
    shown.click(2, CustomerValuesModel::Tick);
    QCOMPARE(shown.tickedRows(), (QList<int>{1, 3, 4}));
    QVERIFY(opened.isEmpty()); // ticking opens nobody
    QVERIFY(!shown.table()->currentIndex().isValid());
    shown.click(0, CustomerValuesModel::Name);
    QCOMPARE(opened.size(), 1);
    // Space ticks the marked rows, and takes the ticks away where all had one.
    shown.table()->setFocus();
    QTest::keyClick(shown.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(shown.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(shown.table(), Qt::Key_Space);
    QCOMPARE(shown.tickedRows(), (QList<int>{0, 1, 2, 3, 4}));
    QTest::keyClick(shown.table(), Qt::Key_Space);
    QCOMPARE(shown.tickedRows(), (QList<int>{3, 4}));
    QTest::keyClick(shown.table(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(shown.chosenCount(), u"200 selected"_s);
    QTest::mouseClick(shown.page.findChild<Button *>(u"clearChosen"_s), Qt::LeftButton);
    QVERIFY(shown.tickedRows().isEmpty());
    QVERIFY(shown.chosenCount().isEmpty());
}

void TestLifetimeValuePage::keepsTicksWhenTheTableChanges()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    shown.click(0, CustomerValuesModel::Tick); // worth 20,000
    shown.click(1, CustomerValuesModel::Tick);
    shown.brush(); // 5,000 to 10,000: neither of them
    QVERIFY(shown.tickedRows().isEmpty());
    QCOMPARE(shown.chosenCount(), u"2 selected"_s);
    QTest::keyClick(shown.histogram(), Qt::Key_Escape);
    QCOMPARE(shown.tickedRows(), (QList<int>{0, 1}));
    shown.model()->sort(CustomerValuesModel::Value, Qt::AscendingOrder);
    QCOMPARE(shown.tickedRows(), (QList<int>{198, 199}));
    shown.page.setAnalysis(Sample::analysis()); // computed anew
    QCOMPARE(shown.tickedRows(), (QList<int>{198, 199}));
}

void TestLifetimeValuePage::savesWhoIsTicked()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    shown.click(0, CustomerValuesModel::Tick);
    shown.click(2, CustomerValuesModel::Tick);
    const Segments::Draft draft = shown.segmentAskedBy(u"saveChosen"_s);
    QVERIFY(!draft.rule); // listed members, whoever comes later
    QVERIFY(!draft.joins);
    QCOMPARE(draft.customers, (QList<CustomerId>{CustomerId{1199}, CustomerId{1197}}));
    QCOMPARE(draft.name, u"Selected customers"_s);
}

void TestLifetimeValuePage::addsWhoIsTickedToAList()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    Segments::Segment list;
    list.name = u"Visited"_s;
    list.customers = QStringList{u"C-1"_s};
    Segments::Segment rule;
    rule.name = u"By rule"_s;
    shown.page.setSegments({rule, list});
    shown.click(3, CustomerValuesModel::Tick);
    QSignalSpy asked(&shown.page, &Page::segmentRequested);
    QTest::mouseClick(shown.page.findChild<Button *>(u"addChosen"_s), Qt::LeftButton);
    QPointer<QMenu> menu = shown.page.findChild<QMenu *>(u"segmentMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions().size(), 3); // the list, a line, a new one: nobody joins a rule by hand
    QVERIFY(menu->actions().first()->text().contains(u"Visited"_s));
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    const auto draft = asked.first().first().value<Segments::Draft>();
    QVERIFY(draft.joins);
    QCOMPARE(draft.name, u"Visited"_s);
    QCOMPARE(draft.customers, QList<CustomerId>{CustomerId{1196}});
    QTRY_VERIFY(!menu);
    // Without a list there is only a new one.
    asked.clear();
    shown.page.setSegments({rule});
    QTest::mouseClick(shown.page.findChild<Button *>(u"addChosen"_s), Qt::LeftButton);
    const Segments::Draft made = shown.accepted(asked);
    QVERIFY(!made.joins);
    QCOMPARE(made.customers.size(), 1);
}

void TestLifetimeValuePage::copiesWhoIsTickedWithHeadings()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    shown.page.setNameLookup([](const QList<CustomerId> &customers) {
        QHash<qint64, Report::NamedCustomer> names;
        for (const CustomerId id : customers)
            names.insert(id.value, {u"C-%1"_s.arg(id.value), u"Name %1"_s.arg(id.value)});
        return names;
    });
    shown.click(0, CustomerValuesModel::Tick);
    shown.click(1, CustomerValuesModel::Tick);
    QTest::mouseClick(shown.page.findChild<Button *>(u"copyChosen"_s), Qt::LeftButton);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    const QStringList headings = lines[0].split(u'\t');
    QCOMPARE(headings.first(), u"Customer"_s);
    QVERIFY(headings.contains(u"P(alive)"_s));
    QVERIFY2(headings.last().endsWith(u"interval, to"_s), qPrintable(headings.last()));
    const QStringList cells = lines[1].split(u'\t');
    QCOMPARE(cells.size(), headings.size());
    QCOMPARE(cells.first(), u"Name 1199"_s);
    QCOMPARE(cells[headings.indexOf(u"Orders"_s)], u"4"_s);
    QVERIFY(lines[2].startsWith(u"Name 1198"_s));
    QVERIFY(shown.page.findChild<QLabel *>(u"chosenCopied"_s)->isVisible());
    // Ctrl+C in the table does the same.
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(shown.table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 3);
}

void TestLifetimeValuePage::copiesAndKeepsTheCustomerOfTheDrawer()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    shown.page.showCustomer(CustomerId{1003});
    shown.drawer()->setParent(nullptr);
    shown.drawer()->resize(300, 760);
    shown.drawer()->show();
    QVERIFY(QTest::qWaitForWindowExposed(shown.drawer()));
    auto *copy = shown.drawer()->findChild<Button *>(u"copyCustomer"_s);
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 2);
    QCOMPARE(copy->text(), u"Copied"_s);
    QSignalSpy asked(&shown.page, &Page::segmentRequested);
    QTest::mouseClick(shown.drawer()->findChild<Button *>(u"addCustomer"_s), Qt::LeftButton);
    const Segments::Draft draft = shown.accepted(asked);
    QCOMPARE(draft.customers, QList<CustomerId>{CustomerId{1003}});
    delete shown.drawer();
}

void TestLifetimeValuePage::savesTheSelectionOfThePage()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    QVERIFY(!shown.page.saveSelection()); // everybody is no selection
    shown.brush();
    QSignalSpy asked(&shown.page, &Page::segmentRequested);
    QVERIFY(shown.page.saveSelection());
    QVERIFY(shown.accepted(asked).rule);
    // Ticks go before the range.
    shown.click(0, CustomerValuesModel::Tick);
    asked.clear();
    QVERIFY(shown.page.saveSelection());
    const Segments::Draft draft = shown.accepted(asked);
    QVERIFY(!draft.rule);
    QCOMPARE(draft.customers.size(), 1);
}

void TestLifetimeValuePage::marksSegmentsWithTheirColours()
{
    Shown shown;
    shown.page.setSegmentSource([](const Insights::Analysis &analysis, const Progress &)
                                    -> Result<Insights::SegmentLabels> {
        Insights::SegmentLabels labels;
        labels.segments = {{u"At risk"_s, {}, {}, {}, {}}, {u"Champions"_s, {}, {}, {}, {}}};
        labels.of.assign(analysis.snapshot->customers(), 1);
        labels.of[analysis.clv.values->customer[0]] = 0;
        labels.of[analysis.clv.values->customer[1]] = -1;
        return labels;
    });
    QTRY_VERIFY(!shown.table()->isColumnHidden(CustomerValuesModel::Segment));
    const auto mark = [&](int row) {
        return shown.model()->index(row, CustomerValuesModel::Segment).data(Qt::DecorationRole);
    };
    const Theme &theme = shown.display.theme();
    QCOMPARE(mark(0).value<QColor>(), theme.category(Theme::Blue));
    QCOMPARE(mark(199).value<QColor>(), theme.category(Theme::Vermilion));
    QVERIFY(!mark(198).isValid());
    shown.page.showCustomer(CustomerId{1199});
    const auto *label = shown.drawer()->findChild<QLabel *>(u"customerSegment"_s);
    QVERIFY(label->text().contains(u"Champions"_s));
}

void TestLifetimeValuePage::choosesHowCustomersBuy()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    QSignalSpy edited(&shown.page, &Page::settingsEdited);
    auto *button = shown.page.findChild<Button *>(u"relation"_s);
    QCOMPARE(button->text(), u"Purchases at any time"_s);
    const auto choose = [&](const QString &text) {
        QTest::mouseClick(button, Qt::LeftButton);
        const QPointer<QMenu> menu = shown.page.findChild<QMenu *>(u"relationMenu"_s);
        for (QAction *action : menu ? menu->actions() : QList<QAction *>()) {
            if (action->text() == text && action->isEnabled())
                action->trigger();
        }
        if (menu)
            menu->close();
        return QTest::qWaitFor([&] { return menu.isNull(); });
    };
    QVERIFY(choose(u"One opportunity a quarter"_s));
    QCOMPARE(edited.size(), 1);
    auto settings = edited.first().first().value<WorkspaceSettings>();
    QCOMPARE(settings.clvModel, u"bg-bb"_s);
    QCOMPARE(settings.opportunityPeriod, PeriodUnit::Quarter);
    QVERIFY(shown.page.findChild<InfoButton *>(u"relationInfo"_s)
                ->explanation()
                .contains(u"yearly donation"_s));
    // Nobody subscribes here.
    QVERIFY(choose(u"Subscriptions by month"_s));
    QCOMPARE(edited.size(), 1);
    // And back.
    auto counted = std::make_shared<Insights::Analysis>(*Sample::analysis());
    counted->query.settings = settings;
    counted->clv.query.model = Clv::Model::BgBb;
    shown.page.setAnalysis(counted);
    QCOMPARE(button->text(), u"One opportunity a quarter"_s);
    QVERIFY(choose(u"Purchases at any time"_s));
    QCOMPARE(edited.size(), 2);
    settings = edited.last().first().value<WorkspaceSettings>();
    QCOMPARE(settings.clvModel, u"bg-nbd"_s);
}

namespace {

/// The sample with subscriptions, valued by sBG.
Insights::AnalysisPtr subscribed()
{
    auto analysis = std::make_shared<Insights::Analysis>(*Sample::analysis());
    auto snapshot = std::make_shared<Customers::Snapshot>(*analysis->snapshot);
    snapshot->subscriptions.customer = {0, 1};
    snapshot->subscriptions.startedDay = {18000, 18100};
    snapshot->subscriptions.endedDay = {18400, INT32_MIN};
    snapshot->subscriptions.price = {1000, 1000};
    analysis->snapshot = snapshot;
    return analysis;
}

} // namespace

void TestLifetimeValuePage::offersSubscriptionsWhereThereAreSome()
{
    Shown shown;
    shown.page.setAnalysis(subscribed()); // although there are purchases too
    QVERIFY(PageFixture::show(shown.page));
    QSignalSpy edited(&shown.page, &Page::settingsEdited);
    QTest::mouseClick(shown.page.findChild<Button *>(u"relation"_s), Qt::LeftButton);
    const QPointer<QMenu> menu = shown.page.findChild<QMenu *>(u"relationMenu"_s);
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text() == u"Subscriptions by year"_s)
            action->trigger();
    }
    menu->close();
    QCOMPARE(edited.size(), 1);
    const auto settings = edited.first().first().value<WorkspaceSettings>();
    QCOMPARE(settings.clvModel, u"sbg"_s);
    QCOMPARE(settings.billingPeriod, PeriodUnit::Year);
}

void TestLifetimeValuePage::showsRetentionOfSubscriptions()
{
    Shown shown;
    auto analysis = std::make_shared<Insights::Analysis>(*subscribed());
    analysis->clv.query.model = Clv::Model::Sbg;
    for (int renewal = 1; renewal <= 6; ++renewal) {
        Clv::SurvivalPoint point;
        point.renewals = renewal;
        point.survivalFitted = std::pow(0.8, renewal);
        point.retentionFitted = 0.8;
        if (renewal <= 4) {
            point.survival = std::pow(0.81, renewal);
            point.retention = 0.81;
        }
        analysis->clv.survival.push_back(point);
    }
    shown.page.setAnalysis(analysis);
    QVERIFY(PageFixture::show(shown.page));
    auto *fit = shown.page.findChild<FitCard *>();
    QCOMPARE(fit->view(), FitCard::Survival);
    QCOMPARE(fit->title(), u"Subscriptions that are still there"_s);
    const Chart *survival = fit->chart(FitCard::Survival);
    QVERIFY(!survival->isEmpty());
    QCOMPARE(survival->marks().size(), 6);
    QCOMPARE(survival->marks().at(1).title, u"Renewal 2"_s);
    fit->setView(FitCard::Retention);
    QCOMPARE(fit->title(), u"Retention by renewal"_s);
    // Purchases have their own pictures again.
    shown.page.setAnalysis(Sample::analysis());
    QCOMPARE(fit->view(), FitCard::Tracking);
}

void TestLifetimeValuePage::speaksOfContractsWhereTheyAreValued()
{
    Shown shown;
    auto analysis = std::make_shared<Insights::Analysis>(*subscribed());
    analysis->clv.query.model = Clv::Model::Sbg;
    analysis->clv.query.period = PeriodUnit::Month;
    auto values = std::make_shared<Clv::CustomerValues>(*analysis->clv.values);
    QVERIFY(values->size() > 1);
    values->pAlive[0] = 0;
    values->pAlive[1] = 1;
    values->x[1] = 7;
    analysis->clv.values = values;
    shown.page.setAnalysis(analysis);
    QVERIFY(PageFixture::show(shown.page));
    const auto heading = [&](int column) {
        return shown.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    };
    QCOMPARE(heading(CustomerValuesModel::Orders), u"Renewals"_s);
    QCOMPARE(heading(CustomerValuesModel::WeeksSilent), u"Age, months"_s);
    QCOMPARE(heading(CustomerValuesModel::MeanOrder), u"Price"_s);
    QCOMPARE(heading(CustomerValuesModel::Alive), u"Contract"_s);
    QCOMPARE(heading(CustomerValuesModel::Expected), u"Renewals ahead"_s);
    const auto *note = shown.page.findChild<TextLabel *>(u"shapesNote"_s);
    QVERIFY(note->isVisible());
    // The drawer of the customer whose contract runs.
    auto *drawer = shown.page.findChild<CustomerDrawer *>();
    shown.page.showCustomer(analysis->snapshot->id(values->customer[1]));
    QStringList words;
    for (const TextLabel *label : drawer->findChildren<TextLabel *>())
        words.append(label->text());
    QVERIFY2(words.contains(u"Renewals"_s) && words.contains(u"7"_s), qPrintable(words.join(u'|')));
    QVERIFY2(words.contains(u"running"_s), qPrintable(words.join(u'|')));
    for (const QString &word : std::as_const(words))
        QVERIFY2(!word.contains(u"order"_s, Qt::CaseInsensitive), qPrintable(word));
    shown.page.showCustomer(analysis->snapshot->id(values->customer[0]));
    words.clear();
    for (const TextLabel *label : drawer->findChildren<TextLabel *>())
        words.append(label->text());
    QVERIFY2(words.contains(u"ended"_s), qPrintable(words.join(u'|')));
    // Purchases have their own words again.
    shown.page.setAnalysis(Sample::analysis());
    QCOMPARE(heading(CustomerValuesModel::Orders), u"Orders"_s);
    QVERIFY(!note->isVisible());
}

void TestLifetimeValuePage::saysWhereSubscriptionsAreMissing()
{
    Shown shown;
    auto analysis = std::make_shared<Insights::Analysis>(*Sample::analysis());
    analysis->query.settings.clvModel = u"sbg"_s;
    analysis->clv = {};
    analysis->clv.query.model = Clv::Model::Sbg;
    QVERIFY(analysis->snapshot->subscriptions.size() == 0 && analysis->snapshot->purchases.size() > 0);
    shown.page.setAnalysis(analysis);
    QVERIFY(PageFixture::show(shown.page));
    QVERIFY(shown.page.showsEmptyState());
    const auto *empty = shown.page.findChild<EmptyState *>();
    QCOMPARE(empty->title(), u"No subscriptions to follow"_s);
    QSignalSpy edited(&shown.page, &Page::settingsEdited);
    for (Button *button : empty->findChildren<Button *>()) {
        if (button->text() == u"Value by purchases"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.first().first().value<WorkspaceSettings>().clvModel, u"bg-nbd"_s);
    // Without purchases there is nothing else to offer, and without any analysis the usual words stand.
    auto bare = std::make_shared<Customers::Snapshot>(*analysis->snapshot);
    bare->purchases = {};
    analysis = std::make_shared<Insights::Analysis>(*analysis);
    analysis->snapshot = bare;
    shown.page.setAnalysis(analysis);
    for (const Button *button : empty->findChildren<Button *>())
        QVERIFY(button->text() != u"Value by purchases"_s || !button->isVisible());
    shown.page.setAnalysis(nullptr);
    QCOMPARE(empty->title(), u"No transactions yet"_s);
}

void TestLifetimeValuePage::holdsEffectsOfAttributes()
{
    Shown shown;
    auto analysis = std::make_shared<Insights::Analysis>(*Sample::analysis());
    analysis->query.settings.clvModel = u"pareto-nbd"_s;
    analysis->query.settings.covariates = QStringList{u"sector"_s};
    analysis->query.settings.equalCovariates = QStringList{u"sector"_s};
    analysis->clv.query.model = Clv::Model::ParetoNbd;
    shown.page.setAnalysis(analysis);
    QVERIFY(PageFixture::show(shown.page));
    QSignalSpy edited(&shown.page, &Page::settingsEdited);
    const auto open = [&]() -> QMenu * {
        QTest::mouseClick(shown.page.findChild<Button *>(u"covariates"_s), Qt::LeftButton);
        return shown.page.findChild<QMenu *>(u"covariateMenu"_s);
    };
    const auto actionsNamed = [](const QMenu *menu, const QString &name) {
        QList<QAction *> found;
        for (QAction *action : menu->actions()) {
            if (action->objectName() == name)
                found.append(action);
        }
        return found;
    };
    QPointer<QMenu> menu = open();
    QVERIFY(menu);
    const QList<QAction *> strengths = actionsNamed(menu, u"penalty"_s);
    QCOMPARE(strengths.size(), 4);
    QVERIFY(strengths[0]->isChecked());
    strengths[2]->trigger();
    QCOMPARE(edited.takeFirst().first().value<WorkspaceSettings>().covariatePenalty, 0.01);
    const QList<QAction *> equal = actionsNamed(menu, u"equalEffect"_s);
    QCOMPARE(equal.size(), 1);
    QVERIFY(equal[0]->isChecked());
    equal[0]->trigger();
    QVERIFY(edited.takeFirst().first().value<WorkspaceSettings>().equalCovariates.isEmpty());
    menu->close();
    QTRY_VERIFY(!menu);
    // BG/NBD holds effects too, but has no two that could be one.
    analysis = std::make_shared<Insights::Analysis>(*analysis);
    analysis->clv.query.model = Clv::Model::BgNbd;
    shown.page.setAnalysis(analysis);
    menu = open();
    QVERIFY(menu);
    QCOMPARE(actionsNamed(menu, u"penalty"_s).size(), 4);
    QVERIFY(actionsNamed(menu, u"equalEffect"_s).isEmpty());
    menu->close();
    QTRY_VERIFY(!menu);
}

void TestLifetimeValuePage::showsTheModelInUseUntilTheOthersAreRanked()
{
    Display display;
    PageFixture::dress(display);
    LifetimeValuePage page(display);
    auto analysis = std::make_shared<Insights::Analysis>(*Sample::analysis());
    analysis->models = {};
    page.setAnalysis(analysis);
    auto *first = page.findChild<QRadioButton *>(u"candidate0"_s);
    QVERIFY(first && first->isChecked());
    QCOMPARE(first->text(), u"BG/NBD"_s);
    QVERIFY(!page.findChild<QRadioButton *>(u"candidate1"_s));
}

void TestLifetimeValuePage::showsEachPlotWithItsExplanation()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    auto *fit = shown.page.findChild<FitCard *>();
    QTRY_VERIFY_WITH_TIMEOUT(!fit->isRunning(), patience);
    const QList<QToolButton *> views =
        fit->findChild<SegmentedControl *>(u"fitView"_s)->findChildren<QToolButton *>();
    QCOMPARE(views.size(), int(FitCard::Survival));
    auto *info = fit->findChild<InfoButton *>(u"fitInfo"_s);
    QStringList titles;
    QStringList explanations;
    for (QToolButton *view : views) {
        QTest::mouseClick(view, Qt::LeftButton);
        QVERIFY(!fit->chart(fit->view())->isEmpty());
        QVERIFY(fit->chart(fit->view())->isVisible());
        QVERIFY(!titles.contains(fit->title()));
        titles.append(fit->title());
        QVERIFY2(info->explanation().contains(u"Good:"_s), qPrintable(info->explanation()));
        QVERIFY(!explanations.contains(info->explanation()));
        explanations.append(info->explanation());
    }
    QTest::mouseClick(info->button(), Qt::LeftButton);
    QVERIFY(info->isOpen());
    info->closePopover();
}

void TestLifetimeValuePage::switchesTheTrackingPlot()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    auto *fit = shown.page.findChild<FitCard *>();
    QTRY_VERIFY_WITH_TIMEOUT(!fit->isRunning(), patience);
    auto *chart = static_cast<TrackingChart *>(fit->chart(FitCard::Tracking));
    const QList<QToolButton *> kinds =
        fit->findChild<SegmentedControl *>(u"trackingKind"_s)->findChildren<QToolButton *>();
    QTest::mouseClick(kinds[2], Qt::LeftButton);
    QCOMPARE(chart->kind(), TrackingChart::Kind::Cumulative);
    QVERIFY(fit->title().contains(u"cumulative"_s));
    QTest::mouseClick(kinds[0], Qt::LeftButton);
    QCOMPARE(chart->kind(), TrackingChart::Kind::Weekly);
}

void TestLifetimeValuePage::movesTheSplitWithTheKeyboard()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    auto *fit = shown.page.findChild<FitCard *>();
    QCOMPARE(fit->calibrationEnd(), QDate(2024, 12, 31));
    QTRY_VERIFY_WITH_TIMEOUT(!fit->isRunning(), patience);
    QSignalSpy chosen(fit, &FitCard::splitChosen);
    auto *slider = fit->findChild<QSlider *>(u"calibrationEnd"_s);
    auto *usual = fit->findChild<Button *>(u"usualSplit"_s);
    QVERIFY(!usual->isVisible());
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Left);
    QTest::keyClick(slider, Qt::Key_PageDown);
    // Said at once; the work waits until the slider rests.
    QVERIFY2(slider->accessibleName().contains(u"26 Nov 2024"_s), qPrintable(slider->accessibleName()));
    QCOMPARE(chosen.count(), 0);
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toDate(), QDate(2024, 11, 26));
    QTRY_VERIFY_WITH_TIMEOUT(!fit->isRunning(), patience);
    QCOMPARE(fit->calibrationEnd(), QDate(2024, 11, 26));
    QCOMPARE(fit->judged()->holdout->calibrationEnd, QDate(2024, 11, 26));
    QCOMPARE(fit->judged()->holdout->until, QDate(2025, 6, 30));
    // The candidates are ranked on the same split.
    const auto *reason = shown.page.findChild<QLabel *>(u"reason"_s);
    QTRY_VERIFY_WITH_TIMEOUT(reason->text() != u"BG/NBD predicts the holdout best."_s, patience);
    QVERIFY(!reason->text().isEmpty());
    QTest::mouseClick(usual, Qt::LeftButton);
    QTRY_COMPARE(chosen.count(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(fit->calibrationEnd(), QDate(2024, 12, 31), patience);
}

void TestLifetimeValuePage::cancelsTheRefit()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    auto *fit = shown.page.findChild<FitCard *>();
    QTRY_VERIFY_WITH_TIMEOUT(!fit->isRunning(), patience);
    auto *slider = fit->findChild<QSlider *>(u"calibrationEnd"_s);
    const int before = slider->value();
    QSignalSpy chosen(fit, &FitCard::splitChosen);
    // Cancelled the moment it has begun: so few customers are fitted faster than anybody can click.
    bool wasRunning = false;
    connect(fit, &FitCard::splitChosen, fit, [&] {
        wasRunning = fit->isRunning();
        emit fit->findChild<ProgressStrip *>()->cancelRequested();
    });
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_PageDown);
    QTRY_COMPARE(chosen.count(), 1);
    QVERIFY(wasRunning);
    QVERIFY(!fit->isRunning());
    QCOMPARE(slider->value(), before); // the last good state
    QCOMPARE(fit->calibrationEnd(), QDate(2024, 12, 31));
    QVERIFY(!fit->chart(FitCard::Tracking)->isEmpty());
}

void TestLifetimeValuePage::keepsTheSplitWhenNumbersAreRenewed()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    auto *fit = shown.page.findChild<FitCard *>();
    QTRY_VERIFY_WITH_TIMEOUT(!fit->isRunning(), patience);
    auto *slider = fit->findChild<QSlider *>(u"calibrationEnd"_s);
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_PageDown);
    QTRY_COMPARE_WITH_TIMEOUT(fit->calibrationEnd(), QDate(2024, 12, 3), patience);
    shown.page.setAnalysis(Sample::analysis());
    QCOMPARE(fit->calibrationEnd(), QDate(2024, 12, 3));
    QTRY_VERIFY_WITH_TIMEOUT(!fit->isRunning(), patience);
    QCOMPARE(fit->judged()->holdout->calibrationEnd, QDate(2024, 12, 3));
    // Another language computes nothing anew.
    shown.display.setLanguage(Language::Arabic);
    QVERIFY(!fit->isRunning());
}

void TestLifetimeValuePage::tooThinDataHaveNoSplit()
{
    Shown shown({.thinData = true});
    QVERIFY(PageFixture::show(shown.page));
    auto *fit = shown.page.findChild<FitCard *>();
    QVERIFY(!fit->isRunning());
    QVERIFY(!fit->findChild<QSlider *>(u"calibrationEnd"_s)->isVisible());
    QVERIFY(fit->chart(FitCard::Tracking)->isEmpty());
}

void TestLifetimeValuePage::calculatesWithOwnNumbers()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    auto *sides = shown.page.findChild<SegmentedControl *>(u"modelSide"_s);
    QTest::mouseClick(sides->findChildren<QToolButton *>()[1], Qt::LeftButton);
    auto *calculator = shown.page.findChild<CalculatorPanel *>();
    QVERIFY(calculator->isVisible());
    auto *orders = calculator->findChild<NumberField *>(u"simpleOrdersPerYear"_s);
    auto *amount = calculator->findChild<NumberField *>(u"simpleOrderValue"_s);
    // The sample's orders are older than a year; its margin is 30 %.
    QTRY_COMPARE(calculator->findChild<NumberField *>(u"simpleMargin"_s)->value(), 30.0);
    const Clv::SimpleValue own = calculator->value();
    auto *reset = calculator->findChild<Button *>(u"simpleReset"_s);
    QVERIFY(!reset->isVisible());
    amount->setFocus();
    amount->selectAll();
    QTest::keyClicks(amount, u"250"_s);
    orders->setFocus();
    orders->selectAll();
    QTest::keyClicks(orders, u"4"_s);
    for (const auto &[name, text] : {std::pair(u"simpleYears"_s, u"2"_s),
                                     std::pair(u"simpleMargin"_s, u"30"_s)}) {
        auto *field = calculator->findChild<NumberField *>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    const auto *result = calculator->findChild<QLabel *>(u"simpleResult"_s);
    QCOMPARE(result->text(), u"= SAR\u00A0600 per customer"_s); // 250 × 4 × 2 × 30 %
    const QString words = calculator->findChild<QLabel *>(u"simpleDifference"_s)->text();
    QVERIFY2(words.contains(u"SAR\u00A010,050"_s) && words.contains(u"stopped buying"_s),
             qPrintable(words));
    QTest::mouseClick(reset, Qt::LeftButton);
    QCOMPARE(amount->value(), std::round(own.orderValue * 100) / 100);
    QVERIFY(!reset->isVisible());
}

void TestLifetimeValuePage::keepsModelNamesWholeInANarrowCard()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    auto *card = shown.page.findChild<ModelCard *>();
    auto *choice = card->findChild<QRadioButton *>(u"candidate1"_s);
    for (const int width : {1180, 790}) {
        shown.page.resize(width, 760);
        QTRY_VERIFY2(choice->width() >= choice->sizeHint().width(),
                     qPrintable(u"card %1, name %2 of %3"_s.arg(card->width())
                                    .arg(choice->width())
                                    .arg(choice->sizeHint().width())));
    }
    QVERIFY(choice->accessibleName().contains(u"BIC"_s)); // still spoken
}

void TestLifetimeValuePage::customersModelKeepsItsPromises()
{
    Display display;
    CustomerValuesModel model(display);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Insights::AnalysisPtr analysis = Sample::analysis();
    model.setResult(analysis->snapshot, analysis->clv, analysis->query.settings.currency);
    model.setRange(std::pair(5000.0, 10000.0));
    QCOMPARE(model.rowCount(), 51);
    model.sort(CustomerValuesModel::Alive, Qt::AscendingOrder);
    model.setFound(QSet<qint64>{1060, 1003});
    QCOMPARE(model.rowCount(), 1);
    model.setFound(std::nullopt);
    model.setRange(std::nullopt);
    QCOMPARE(model.rowCount(), Sample::customers);
    model.setTicked(0, 5, true);
    model.setTicked(3, 3, false);
    QCOMPARE(model.ticked(), 5);
    model.setResult(analysis->snapshot, analysis->clv, analysis->query.settings.currency);
    QCOMPARE(model.ticked(), 5);
    model.clearTicks();
    QCOMPARE(model.ticked(), 0);
    model.renewTexts();
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
