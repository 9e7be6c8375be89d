#include "tests/ui/pages/lifecycle/lifecyclefixture.h"
#include "ui/charts/stepfunnelchart.h"
#include "ui/pages/lifecycle/funneleditor.h"
#include "ui/widgets/button.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLabel>
#include <QSlider>
#include <QSpinBox>
#include <QTableView>

using namespace Qt::StringLiterals;
using LifecycleFixture::Shown;

/// The options of a person's own funnel that the sentence, the chart and the command line share:
/// sessions, alternative events, steps at their place, values and comparisons under the slider, what
/// one side did instead, attributes that go with conversion.
class TestFunnelOptions : public QObject
{
    Q_OBJECT

private slots:
    void init() { PageFixture::failOnAnyWarning(); }

    void countsSessions();
    void takesAlternativeEvents();
    void keepsAStepAtItsPlace();
    void showsValuesWhileTheSliderMoves();
    void tellsWhatOneSideDidInstead();
    void listsAttributesAmongTheDrivers();
    void refusesAnEventThatNeverOccurs();
    void saysWhatRemovedEverybody();
    void copiesAndPastesTheDefinition();
    void followsTheChosenPeriod();
    void refusesAPastedDefinition_data();
    void refusesAPastedDefinition();

private:
    /// The screen at the person's own funnels, once the ready-made one is drawn.
    struct Funnels : Shown
    {
        StepFunnelChart *chart = nullptr;
        using Shown::Shown;
        [[nodiscard]] bool start()
        {
            chart = openAt(1) ? find<StepFunnelChart>() : nullptr;
            return chart && QTest::qWaitFor([this] { return !chart->isEmpty(); });
        }
        [[nodiscard]] const Funnel::FunnelQuery &query()
        {
            return qobject_cast<FunnelEditor *>(page.inspector())->query();
        }
        [[nodiscard]] int count(int row) { return chart->dataTable()[row][2].toInt(); }
        [[nodiscard]] QStringList values()
        {
            QStringList last;
            for (const QStringList &row : chart->dataTable())
                last.append(row.last());
            return last;
        }
        [[nodiscard]] QString definition() { return find<QLabel>(u"ownDefinition"_s)->text(); }
    };
};

void TestFunnelOptions::countsSessions()
{
    Funnels shown;
    QVERIFY(shown.start());
    shown.inspected<QCheckBox>(u"hasWindow"_s)->click();
    QVERIFY(shown.settle());
    QTRY_COMPARE(shown.count(2), 150);
    auto *gap = shown.inspected<QDoubleSpinBox>(u"sessionGap"_s);
    QVERIFY(!gap->isVisibleTo(shown.page.inspector()));
    shown.inspected<QComboBox>(u"funnelCount"_s)->setCurrentIndex(3);
    QVERIFY(shown.settle());
    QCOMPARE(shown.query().counting, Funnel::Counting::Sessions);
    QCOMPARE(shown.query().sessionGapSeconds, std::int64_t(1800));
    QVERIFY(gap->isVisibleTo(shown.page.inspector()));
    // Purchases lie 100 days apart: no session has two.
    QTRY_COMPARE(shown.count(2), 0);
    QVERIFY(shown.count(1) > 200); // every purchase is a session of its own
    QVERIFY2(shown.definition().contains(u"sessions"_s) && shown.definition().contains(u"30 min"_s),
             qPrintable(shown.definition()));
    // With a pause of fifteen weeks all that a customer did is one session.
    shown.inspected<QComboBox>(u"sessionGapUnit"_s)->setCurrentIndex(4);
    gap->setValue(15);
    QVERIFY(shown.settle());
    QTRY_COMPARE(shown.count(1), 200);
    QCOMPARE(shown.count(2), 150);
}

void TestFunnelOptions::takesAlternativeEvents()
{
    Funnels shown;
    QVERIFY(shown.start());
    auto *event = shown.inspected<QComboBox>(u"stepEvent0"_s);
    event->setCurrentIndex(event->findData(u"demo_request"_s));
    shown.inspected<QCheckBox>(u"hasWindow"_s)->click();
    QVERIFY(shown.settle());
    QTRY_COMPARE(shown.count(2), 200); // all who asked bought once
    auto *add = shown.inspected<Button>(u"stepAddAlternative0"_s);
    add->click();
    QVERIFY(shown.settle());
    auto *other = shown.inspected<QComboBox>(u"stepAlternative0_0"_s);
    QVERIFY(other && other->isVisibleTo(shown.page.inspector()));
    other->setCurrentIndex(other->findData(u"purchase"_s));
    QVERIFY(shown.settle());
    QCOMPARE(shown.query().steps[0].condition.names(), (QStringList{u"demo_request"_s, u"purchase"_s}));
    QVERIFY2(shown.definition().contains(u" or "_s), qPrintable(shown.definition()));
    QTRY_COMPARE(shown.count(1), 200);
    // Any event has none in its place.
    event->setCurrentIndex(event->findData(QString()));
    QVERIFY(shown.settle());
    QVERIFY(shown.query().steps[0].condition.alternatives.isEmpty());
    QVERIFY(!add->isVisibleTo(shown.page.inspector()));
    QVERIFY(!other->isVisibleTo(shown.page.inspector()));
}

void TestFunnelOptions::keepsAStepAtItsPlace()
{
    Funnels shown;
    QVERIFY(shown.start());
    auto *keeps = shown.inspected<QCheckBox>(u"stepAnchored1"_s);
    QVERIFY(!keeps->isVisibleTo(shown.page.inspector()));
    auto *order = shown.inspected<SegmentedControl>(u"funnelOrder"_s);
    order->findChildren<QToolButton *>()[2]->click();
    QVERIFY(shown.settle());
    QVERIFY(keeps->isVisibleTo(shown.page.inspector()));
    keeps->click();
    QVERIFY(shown.settle());
    QVERIFY(shown.query().steps[1].anchored);
    QTRY_VERIFY2(shown.definition().contains(u"Step 2 keeps its place"_s), qPrintable(shown.definition()));
    order->findChildren<QToolButton *>()[1]->click();
    QVERIFY(shown.settle());
    QVERIFY(!shown.query().steps[1].anchored);
    QVERIFY(shown.inspected<QLabel>(u"funnelProblem"_s)->text().isEmpty());
}

void TestFunnelOptions::showsValuesWhileTheSliderMoves()
{
    Funnels shown;
    shown.keepOdd();
    QVERIFY(shown.start());
    shown.choose(u"ownFunnelMode"_s, 2);
    auto *compare = shown.inspected<QComboBox>(u"funnelCompare"_s);
    compare->setCurrentIndex(compare->findData(u"segment:Odd"_s));
    QVERIFY(shown.settle());
    QTRY_COMPARE(shown.chart->dataTable().size(), 5);
    // Customers are worth 100, 200, … 20,000: those at odd positions 1,010,000 together.
    const QStringList before = shown.values();
    QCOMPARE(before[1].toDouble(), 1010000.0);
    QCOMPARE(before[3].toDouble(), 1000000.0);
    QCOMPARE(before[2].toDouble(), 0.0); // within 90 days nobody bought again
    auto *slider = shown.inspected<QSlider>(u"windowSlider"_s);
    slider->setSliderDown(true);
    slider->setValue(slider->maximum());
    QVERIFY(shown.settle());
    QTRY_COMPARE(shown.count(2), 100);
    const QStringList moving = shown.values();
    QCOMPARE(shown.chart->dataTable().size(), 5); // both sides, also under the slider
    QCOMPARE(shown.count(4), 50);
    QCOMPARE(moving[2].toDouble(), 1010000.0);
    QVERIFY(moving[4].toDouble() > 0 && moving[4].toDouble() < 1000000);
    slider->setSliderDown(false); // the whole is asked again
    QVERIFY(shown.settle());
    QTRY_VERIFY(shown.find<QTableView>(u"funnelRows"_s)->model()->rowCount() > 0);
    QCOMPARE(shown.values(), moving);
    QVERIFY2(shown.chart->finding().contains(u"Odd: 100"_s) && shown.chart->finding().contains(u"all others: 50"_s),
             qPrintable(shown.chart->finding()));
}

void TestFunnelOptions::tellsWhatOneSideDidInstead()
{
    Funnels shown;
    shown.keepOdd();
    QVERIFY(shown.start());
    auto *compare = shown.inspected<QComboBox>(u"funnelCompare"_s);
    compare->setCurrentIndex(compare->findData(u"segment:Odd"_s));
    QVERIFY(shown.settle());
    QTRY_COMPARE(shown.chart->dataTable().size(), 5);
    QList<int> losses;
    for (int i = 0; i < shown.chart->marks().size(); ++i) {
        if (shown.chart->marks()[i].title.contains(u"Lost"_s))
            losses.append(i);
    }
    QCOMPARE(losses.size(), 2);
    // All of the segment buy again, too late; of the others half do nothing more.
    const QList<QStringList> expected{{u"100"_s}, {u"50"_s, u"50"_s}};
    const QStringList sides{u"Odd"_s, u"all others"_s};
    shown.chart->setFocus();
    for (int side = 0; side < 2; ++side) {
        shown.chart->setFocusedMark(losses[side]);
        QTest::keyClick(shown.chart, Qt::Key_Return);
        QCOMPARE(shown.listed(), 100);
        auto *dialog = shown.page.findChild<ContactsDialog *>();
        QVERIFY2(dialog->windowTitle().contains(sides[side]), qPrintable(dialog->windowTitle()));
        QTest::mouseClick(
            dialog->findChild<SegmentedControl *>(u"contactsPart"_s)->findChildren<QToolButton *>()[1],
            Qt::LeftButton);
        const auto *rows = dialog->findChild<QTableView *>(u"instead"_s)->model();
        QTRY_COMPARE(rows->rowCount(), expected[side].size());
        for (int row = 0; row < rows->rowCount(); ++row)
            QCOMPARE(rows->index(row, 1).data().toString(), expected[side][row]);
        delete dialog;
    }
}

void TestFunnelOptions::listsAttributesAmongTheDrivers()
{
    Funnels shown;
    QVERIFY(shown.start());
    // Within 90 days nobody converts: there is nobody to tell apart.
    shown.choose(u"funnelTable"_s, 3);
    auto *rows = shown.find<QTableView>(u"funnelRows"_s);
    QCOMPARE(rows->model()->rowCount(), 0);
    shown.inspected<QCheckBox>(u"hasWindow"_s)->click();
    QVERIFY(shown.settle());
    QTRY_COMPARE(shown.count(2), 150);
    QTRY_VERIFY(rows->model()->rowCount() > 0);
    int retail = -1;
    for (int row = 0; row < rows->model()->rowCount(); ++row) {
        if (rows->model()->index(row, 0).data().toString().contains(u"Retail"_s))
            retail = row;
    }
    QVERIFY(retail >= 0);
    // Retail are the odd positions: all 100 convert. 101 · 51 / (51 · 1) = 101.
    QCOMPARE(rows->model()->index(retail, 1).data().toString(), u"100"_s);
    QCOMPARE(rows->model()->index(retail, 2).data().toString(), u"0"_s);
    QCOMPARE(NumberFormat::parse(rows->model()->index(retail, 3).data().toString()).value_or(0), 101.0);
    QTest::mouseClick(rows->viewport(), Qt::LeftButton, {},
                      rows->visualRect(rows->model()->index(retail, 1)).center());
    QCOMPARE(shown.listed(), 100);
    delete shown.page.findChild<ContactsDialog *>();
}

// That both sentences stand in both languages is the command line's test: here no translation is
// loaded.
void TestFunnelOptions::refusesAnEventThatNeverOccurs()
{
    Funnels shown;
    QVERIFY(shown.start());
    Funnel::FunnelQuery stored;
    stored.name = u"Stored"_s;
    for (const QString &event : {u"purchas"_s, u"purchase"_s})
        stored.steps.append(Funnel::Step{{event, {}}});
    shown.page.setFunnels({stored});
    auto *picker = shown.find<QComboBox>(u"funnelPicker"_s);
    picker->setFocus();
    QTest::keyClick(picker, Qt::Key_Down);
    QVERIFY(shown.settle());
    const auto *problem = shown.inspected<QLabel>(u"funnelProblem"_s);
    QTRY_VERIFY2(problem->text().contains(u"steps[0].event"_s) && problem->text().contains(u"purchas"_s),
                 qPrintable(problem->text()));
}

void TestFunnelOptions::saysWhatRemovedEverybody()
{
    Funnels shown;
    QVERIFY(shown.start());
    // Within 90 days nobody bought again.
    QTRY_VERIFY2(shown.definition().contains(u"window_seconds"_s), qPrintable(shown.definition()));
}

void TestFunnelOptions::copiesAndPastesTheDefinition()
{
    Funnels shown;
    QVERIFY(shown.start());
    QGuiApplication::clipboard()->setText(
        uR"({"kind": "funnel", "order": "any", "steps": [{"event": ["demo_request", "purchase"]},
             {"event": "purchase", "anchored": true}], "window_seconds": null, "name": "Pasted"})"_s);
    shown.inspected<Button>(u"pasteFunnel"_s)->click();
    QVERIFY(shown.settle());
    QCOMPARE(shown.query().name, u"Pasted"_s);
    QVERIFY(shown.query().steps[1].anchored);
    QTRY_COMPARE(shown.count(2), 200); // all asked, then bought
    QVERIFY(shown.inspected<QLabel>(u"funnelProblem"_s)->text().isEmpty());
    shown.inspected<Button>(u"copyFunnel"_s)->click();
    const QJsonDocument copied = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8());
    QCOMPARE(Funnel::funnelQueryFromJson(copied.object()).value(), shown.query());
}

void TestFunnelOptions::followsTheChosenPeriod()
{
    Funnels shown;
    QVERIFY(shown.start());
    shown.inspected<QCheckBox>(u"funnelRange"_s)->click();
    QVERIFY(shown.settle());
    QTRY_VERIFY2(shown.definition().contains(u"Jun 2025"_s), qPrintable(shown.definition()));
    QCOMPARE(shown.count(1), 200);
    // Another period: the sentence says what the columns count. Nobody bought before July 2023.
    auto other = std::make_shared<Insights::Analysis>(*LifecycleFixture::analysisOfTwoYears());
    other->query.filter.period = {QDate(2023, 6, 1), QDate(2023, 6, 30)};
    shown.page.setAnalysis(other);
    QVERIFY(shown.settle());
    QTRY_COMPARE(shown.count(1), 0);
    QVERIFY2(shown.definition().contains(u"Jun 2023"_s) && !shown.definition().contains(u"2025"_s),
             qPrintable(shown.definition()));
}

void TestFunnelOptions::refusesAPastedDefinition_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("no step") << uR"({"kind": "funnel", "steps": []})"_s << u"\"steps\""_s;
    QTest::newRow("exclusion outside the steps")
        << uR"({"kind": "funnel", "steps": [{"event": "purchase"}, {"event": "refund"}], "exclusions": [{"event": "x", "from_step": 0, "to_step": 2}]})"_s
        << u"\"exclusions[0].to_step\""_s;
    QTest::newRow("negative window")
        << uR"({"kind": "funnel", "steps": [{"event": "purchase"}], "window_seconds": -1})"_s
        << u"\"window_seconds\""_s;
    QTest::newRow("unknown event")
        << uR"({"kind": "funnel", "steps": [{"event": "purchas"}, {"event": "purchase"}]})"_s
        << u"\"steps[0].event\""_s;
    QTest::newRow("from after until")
        << uR"({"kind": "funnel", "steps": [{"event": "purchase"}], "date_from": "2025-02-01", "date_to": "2025-01-01"})"_s
        << u"\"date_from\""_s;
    QTest::newRow("no definition") << u"Customer;Orders"_s << u"clipboard"_s;
}

void TestFunnelOptions::refusesAPastedDefinition()
{
    QFETCH(const QString, text);
    QFETCH(const QString, named);
    Funnels shown;
    QVERIFY(shown.start());
    QGuiApplication::clipboard()->setText(text);
    shown.inspected<Button>(u"pasteFunnel"_s)->click();
    QVERIFY(shown.settle());
    const auto *problem = shown.inspected<QLabel>(u"funnelProblem"_s);
    QTRY_VERIFY2(problem->text().contains(named), qPrintable(problem->text()));
    QCOMPARE(shown.count(1), 200); // the last good picture stays
}

QTEST_MAIN(TestFunnelOptions)
#include "tst_funneloptions.moc"
