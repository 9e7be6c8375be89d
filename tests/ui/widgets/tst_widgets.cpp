#include "models/core/error.h"
#include "ui/style/display.h"
#include "ui/style/fonts.h"
#include "ui/style/qeemastyle.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/infobutton.h"
#include "ui/widgets/intervalbar.h"
#include "ui/widgets/kpicard.h"
#include "ui/widgets/kpigraphic.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QApplication>
#include <QCalendarWidget>
#include <QClipboard>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

class TestWidgets : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void kpiCardOpensByClickAndByKey();
    void kpiCardSpeaksItsFigure();
    void wordsOfACardSettleAtEveryWidth();
    void explanationIsOneClickAway();
    void segmentsAreChosenByMouseAndArrow_data();
    void segmentsAreChosenByMouseAndArrow();
    void chipIsRemovedByItsCrossAndByDelete();
    void numberFieldKeepsTheDecimalPoint_data();
    void numberFieldKeepsTheDecimalPoint();
    void numberFieldRefusesWhatIsNoNumber();
    void numberFieldShowsTheOtherDigitsAtOnce();
    void dateFieldKeepsItsSectionsInArabic();
    void digitsStandInEqualCells();
    void tableCellsPaintInBothDirections();
    void messageShowsDetailsOnDemand();
    void messageIsWordedAgainWhenTheLanguageChanges();
    void cancellationIsNoMessage();
    void progressWaitsBeforeItShows();
    void cardKeepsItsBodyBehindThePlaceholder();
    void cardCutsNoTitle();
    void cardDimsAfterAMoment();
    void cardMenuHoldsTheActions();
    void emptyStateOffersOneAction();
    void everyFocusableWidgetHasAName();
    void widgetsPaintInEachLanguageAndTheme_data();
    void widgetsPaintInEachLanguageAndTheme();
};

namespace {

void type(QWidget *widget, const QString &text)
{
    for (const QChar c : text) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(c));
        QApplication::sendEvent(widget, &press);
    }
}

} // namespace

void TestWidgets::initTestCase() { QVERIFY(loadFonts()); }

void TestWidgets::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s));
}

void TestWidgets::kpiCardOpensByClickAndByKey()
{
    Display display;
    KpiCard card(display);
    card.setTitle(u"Customer equity"_s);
    card.setExplanation(u"What all customers are worth."_s);
    card.resize(190, 120);
    card.show();
    QSignalSpy clicks(&card, &KpiCard::clicked);
    QTest::mouseClick(&card, Qt::LeftButton, {}, {60, 60});
    QTest::keyClick(&card, Qt::Key_Return);
    QTest::keyClick(&card, Qt::Key_Space);
    QCOMPARE(clicks.count(), 3);
    // The info button explains; it does not open the screen.
    QTest::mouseClick(card.infoButton()->button(), Qt::LeftButton);
    QCOMPARE(clicks.count(), 3);
    QVERIFY(card.infoButton()->isOpen());
    card.infoButton()->closePopover();
}

namespace {

/// Counts how often a widget is asked to lay out anew.
class LayoutRequests : public QObject
{
public:
    explicit LayoutRequests(QObject *watched) { watched->installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        count += event->type() == QEvent::LayoutRequest;
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

void TestWidgets::wordsOfACardSettleAtEveryWidth()
{
    Display display;
    Card card(display);
    card.setTitle(u"Lifecycle funnel"_s);
    card.setSubtitle(u"contacts entering since July 2024"_s);
    card.show();
    QWidget *header = card.findChild<QWidget *>(u"cardTitle"_s)->parentWidget();
    for (int width = 250; width < 400; ++width) {
        card.resize(width, 200);
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
        const LayoutRequests requests(header);
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
        QVERIFY2(requests.count == 0, qPrintable(QString::number(width)));
    }
}

void TestWidgets::kpiCardSpeaksItsFigure()
{
    Display display;
    KpiCard card(display);
    card.setTitle(u"Customer equity"_s);
    card.setValue(u"48.67"_s, u"SAR M"_s);
    QCOMPARE(card.valueText(), u"48.67 SAR M"_s);
    QVERIFY(card.accessibleName().contains(u"48.67 SAR M"_s));
    card.setValue({});
    QCOMPARE(card.valueText(), u"–"_s);
}

void TestWidgets::explanationIsOneClickAway()
{
    Display display;
    InfoButton info(display);
    info.setExplanation(u"P(alive)"_s, u"Probability that the customer is still active."_s);
    info.show();
    QVERIFY(!info.isOpen());
    QTest::mouseClick(info.button(), Qt::LeftButton);
    QVERIFY(info.isOpen());
    auto *popover = info.findChild<QFrame *>(u"infoPopover"_s);
    QVERIFY(popover);
    QTest::keyClick(popover, Qt::Key_Escape);
    QTRY_VERIFY(!info.isOpen());
    QVERIFY(info.button()->accessibleName().contains(u"P(alive)"_s));
}

void TestWidgets::segmentsAreChosenByMouseAndArrow_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("arabic");
    QTest::newRow("English, right") << int(Qt::Key_Right) << false;
    QTest::newRow("Arabic, left") << int(Qt::Key_Left) << true;
}

void TestWidgets::segmentsAreChosenByMouseAndArrow()
{
    QFETCH(int, key);
    QFETCH(bool, arabic);
    Display display(arabic ? Language::Arabic : Language::English);
    SegmentedControl control(display);
    control.setLayoutDirection(display.direction());
    control.setSegments({u"Linear"_s, u"Log"_s, u"Root"_s});
    control.show();
    QSignalSpy chosen(&control, &SegmentedControl::chosen);
    QCOMPARE(control.current(), 0);
    const auto buttons = control.findChildren<QToolButton *>();
    QTest::mouseClick(buttons.at(1), Qt::LeftButton);
    QCOMPARE(control.current(), 1);
    QTest::keyClick(&control, Qt::Key(key));
    QCOMPARE(control.current(), 2);
    QTest::keyClick(&control, Qt::Key(key));
    QCOMPARE(control.current(), 2); // the end
    QCOMPARE(chosen.count(), 2);
    control.setCurrent(0);
    QCOMPARE(chosen.count(), 2);
    control.setSegments({u"خطي"_s, u"لوغاريتمي"_s, u"جذر"_s});
    QCOMPARE(control.current(), 0);
}

void TestWidgets::chipIsRemovedByItsCrossAndByDelete()
{
    Display display;
    Chip chip(display, u"range"_s);
    chip.setText(u"8,000 – 20,000"_s);
    chip.show();
    QSignalSpy removed(&chip, &Chip::removed);
    QTest::mouseClick(chip.findChild<QToolButton *>(u"removeButton"_s), Qt::LeftButton);
    QTest::keyClick(&chip, Qt::Key_Delete);
    QCOMPARE(removed.count(), 2);
    QVERIFY(chip.accessibleName().contains(u"8,000"_s));
}

void TestWidgets::numberFieldKeepsTheDecimalPoint_data()
{
    QTest::addColumn<bool>("arabic");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("expected");
    QTest::newRow("English point") << false << u"12.5"_s << 12.5;
    QTest::newRow("Arabic, Latin digits") << true << u"12.5"_s << 12.5;
    QTest::newRow("Arabic digits and mark") << true << u"١٢٫٥"_s << 12.5;
    QTest::newRow("minus") << false << u"-3.25"_s << -3.25;
    QTest::newRow("true minus") << true << u"−٣٫٢٥"_s << -3.25;
    QTest::newRow("groups") << false << u"1,250"_s << 1250.0;
}

void TestWidgets::numberFieldKeepsTheDecimalPoint()
{
    QFETCH(bool, arabic);
    QFETCH(QString, typed);
    QFETCH(double, expected);
    Display display(arabic ? Language::Arabic : Language::English);
    display.setDigits(arabic ? Digits::ArabicIndic : Digits::Latin);
    NumberField field(display);
    field.setRange(-10000, 10000);
    field.setDecimals(2);
    field.setValue(7);
    field.setSuffix(u" %"_s);
    field.show();
    auto *edit = field.findChild<QLineEdit *>();
    QVERIFY(edit);
    // As a person does: all of it is marked, then typed over.
    edit->setSelection(0, int(edit->text().size()) - 2);
    type(edit, typed);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(field.value(), expected);
    // What the field writes, it reads again.
    QCOMPARE(field.valueFromText(field.textFromValue(expected)), expected);
}

void TestWidgets::numberFieldRefusesWhatIsNoNumber()
{
    Display display;
    NumberField field(display);
    field.setRange(0, 100);
    field.setDecimals(1);
    const auto state = [&](QString text) {
        int position = 0;
        return field.validate(text, position);
    };
    QCOMPARE(state(u"abc"_s), QValidator::Invalid);
    QCOMPARE(state(u"-1"_s), QValidator::Invalid);
    QCOMPARE(state(u"101"_s), QValidator::Invalid);
    QCOMPARE(state(u"1.25"_s), QValidator::Invalid);
    QCOMPARE(state({}), QValidator::Intermediate);
    QCOMPARE(state(u"99.5"_s), QValidator::Acceptable);
    field.setDecimals(0);
    QCOMPARE(state(u"9."_s), QValidator::Invalid);
}

void TestWidgets::numberFieldShowsTheOtherDigitsAtOnce()
{
    Display display(Language::Arabic);
    display.setDigits(Digits::Latin);
    NumberField field(display);
    field.setRange(0, 10000);
    field.setDecimals(0);
    field.setValue(1250);
    QVERIFY(field.text().contains(u'5'));
    display.setDigits(Digits::ArabicIndic);
    QVERIFY(field.text().contains(u'٥'));
    QCOMPARE(field.value(), 1250.0);
}

void TestWidgets::dateFieldKeepsItsSectionsInArabic()
{
    Display display;
    DateField field(display);
    field.setDate(QDate(2025, 6, 30));
    QCOMPARE(field.text(), u"30 June 2025"_s);
    display.setLanguage(Language::Arabic);
    QCOMPARE(field.layoutDirection(), Qt::LeftToRight);
    QVERIFY(field.calendarWidget());
    QCOMPARE(field.calendarWidget()->layoutDirection(), Qt::RightToLeft);
    QVERIFY(!field.text().contains(u'/'));
    QCOMPARE(field.date(), QDate(2025, 6, 30));
    field.setCurrentSection(QDateTimeEdit::DaySection);
    field.stepDown();
    QCOMPARE(field.date(), QDate(2025, 6, 29));
}

void TestWidgets::digitsStandInEqualCells()
{
    const QFont font = Theme::font(Theme::TextRole::Table, true);
    QCOMPARE(NumberDelegate::numberWidth(font, u"١١١"_s),
             NumberDelegate::numberWidth(font, u"٥٥٥"_s));
    QCOMPARE(NumberDelegate::numberWidth(font, u"٠٠"_s), 2 * 0.585 * font.pixelSize());
    // The unit stands left of the digits, which end at the same place with and without it.
    const auto rightmost = [&](const QString &text) {
        QImage image(160, 24, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(font);
        NumberDelegate::paintNumber(painter, QRectF(0, 0, 150, 24), text, Qt::black);
        painter.end();
        for (int x = image.width() - 1; x >= 0; --x) {
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixelColor(x, y) != Qt::white)
                    return x;
            }
        }
        return -1;
    };
    QVERIFY(rightmost(u"١٥"_s) > 100);
    QCOMPARE(rightmost(u"١٥٪"_s), rightmost(u"١٥"_s));
}

void TestWidgets::tableCellsPaintInBothDirections()
{
    QStandardItemModel model(2, 3);
    for (int row = 0; row < 2; ++row) {
        model.setData(model.index(row, 0), u"12,480"_s);
        model.setData(model.index(row, 1), u"0.41"_s);
        model.setData(model.index(row, 1), row == 0 ? 0.41 : 0.9, CellRole::Value);
        model.setData(model.index(row, 2), 9859.0, CellRole::Low);
        model.setData(model.index(row, 2), 12480.0, CellRole::Value);
        model.setData(model.index(row, 2), 15625.0, CellRole::High);
        model.setData(model.index(row, 2), 0.0, CellRole::ScaleFrom);
        model.setData(model.index(row, 2), 30000.0, CellRole::ScaleUntil);
    }
    for (const Language language : {Language::English, Language::Arabic}) {
        Display display(language);
        QTableView view;
        view.setLayoutDirection(display.direction());
        view.setModel(&model);
        view.setItemDelegateForColumn(0, new NumberDelegate(display, &view));
        view.setItemDelegateForColumn(1, new AliveDelegate(display, &view));
        view.setItemDelegateForColumn(2, new IntervalDelegate(display, &view));
        view.resize(460, 160);
        const QImage image = view.grab().toImage();
        int vermilion = 0;
        int teal = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                vermilion +=
                    image.pixelColor(x, y) == display.theme().category(Theme::Vermilion) ? 1 : 0;
                teal += image.pixelColor(x, y) == display.theme().category(Theme::Teal) ? 1 : 0;
            }
        }
        QVERIFY2(vermilion > 40, "P(alive) below 0.5 has the colour of leaving");
        QVERIFY(teal > vermilion);
    }
}

void TestWidgets::messageShowsDetailsOnDemand()
{
    Display display;
    MessageBar bar(display);
    QVERIFY(bar.isHidden());
    bar.showError(
        Error{Error::Kind::Format, u"The file has no column \"date\"."_s, u"orders.csv"_s, 1, 3},
        [] { return u"Choose column"_s; });
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.level(), MessageBar::Level::Error);
    auto *details = bar.findChild<QToolButton *>(u"messageDetails"_s);
    auto *copy = bar.findChild<QToolButton *>(u"messageCopy"_s);
    QVERIFY(details->isVisible());
    QVERIFY(!copy->isVisible());
    QTest::mouseClick(details, Qt::LeftButton);
    QVERIFY(copy->isVisible());
    QTest::mouseClick(copy, Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"orders.csv"_s));
    QSignalSpy action(&bar, &MessageBar::actionTriggered);
    QTest::mouseClick(bar.findChild<QToolButton *>(u"messageAction"_s), Qt::LeftButton);
    QCOMPARE(action.count(), 1);
    QTest::keyClick(&bar, Qt::Key_Escape);
    QVERIFY(bar.isHidden());
}

void TestWidgets::messageIsWordedAgainWhenTheLanguageChanges()
{
    Display display(Language::English);
    MessageBar bar(display);
    bar.showMessage(
        MessageBar::Level::Good,
        [&display] { return (display.isArabic() ? u"حُفظ %1"_s : u"Saved %1"_s).arg(display.format().integer(12)); },
        [&display] { return display.isArabic() ? u"تراجع"_s : u"Undo"_s; });
    QCOMPARE(bar.message(), u"Saved 12"_s);
    display.setDigits(Digits::ArabicIndic);
    display.setLanguage(Language::Arabic);
    QCOMPARE(bar.message(), u"حُفظ ١٢"_s);
    QCOMPARE(bar.accessibleName(), bar.message());
    QCOMPARE(bar.findChild<QToolButton *>(u"messageAction"_s)->text(), u"تراجع"_s);
    QVERIFY(bar.isVisible());
}

void TestWidgets::cancellationIsNoMessage()
{
    Display display;
    MessageBar bar(display);
    bar.showError(Error::cancelled());
    QVERIFY(bar.isHidden());
}

namespace {

/// Notes in which order widgets are shown.
class ShowOrder final : public QObject
{
public:
    QList<QObject *> shown;
    bool buttonWasHidden = false;

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Show) {
            if (shown.isEmpty())
                buttonWasHidden = object->findChild<QToolButton *>(u"cancelButton"_s)->isHidden();
            shown.append(object);
        }
        return QObject::eventFilter(object, event);
    }
};

} // namespace

void TestWidgets::progressWaitsBeforeItShows()
{
    Display display;
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *strip = new ProgressStrip(display);
    layout->addWidget(strip);
    window.show();
    auto *cancel = strip->findChild<QToolButton *>(u"cancelButton"_s);
    ShowOrder order;
    strip->installEventFilter(&order);
    cancel->installEventFilter(&order);
    strip->start(u"Fitting Pareto/NBD"_s);
    QVERIFY(strip->isHidden());
    QTRY_VERIFY(cancel->isVisible());
    QVERIFY(strip->isVisible());
    // First the strip alone, later its button; a loaded machine may bring both in one go.
    QCOMPARE(order.shown, (QList<QObject *>{strip, cancel}));
    QVERIFY(order.buttonWasHidden);
    ProgressReport report;
    report.fraction = 0.4;
    report.step = u"step 214"_s;
    report.secondsLeft = 7.6;
    strip->showProgress(report);
    QVERIFY(strip->accessibleDescription().contains(u"8 s"_s));
    QSignalSpy cancelled(strip, &ProgressStrip::cancelRequested);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(!cancel->isEnabled());
    strip->finish();
    QVERIFY(strip->isHidden());
    strip->setPatient(false);
    strip->start(u"Import"_s);
    QVERIFY(strip->isVisible());
    QVERIFY(cancel->isVisible());
}

void TestWidgets::cardKeepsItsBodyBehindThePlaceholder()
{
    Display display;
    Card card(display);
    auto *body = new QWidget;
    card.setBody(body);
    card.resize(300, 200);
    card.show();
    QVERIFY(body->isVisible());
    card.setPlaceholder(new EmptyState(display, u"equity"_s));
    QVERIFY(!body->isVisible());
    QCOMPARE(card.height(), 200);
    card.setPlaceholder(nullptr);
    QVERIFY(body->isVisible());
}

void TestWidgets::cardCutsNoTitle()
{
    Display display;
    Card card(display);
    card.setBody(new QWidget);
    card.setTitle(u"Acquisition outweighs expansion in the second quarter of 2025"_s);
    card.setSubtitle(u"SAR million, the axis starts at 40"_s);
    const auto *title = card.findChild<TextLabel *>(u"cardTitle"_s);
    const auto *subtitle = card.findChild<TextLabel *>(u"cardSubtitle"_s);
    card.resize(900, 200);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    const auto top = [&card](const QWidget *label) { return label->mapTo(&card, QPoint()).y(); };
    // Lines of two heights, centred on each other.
    const auto isOneLine = [&] { return std::abs(top(title) - top(subtitle)) <= 2; };
    QTRY_VERIFY(isOneLine());
    const int line = title->height();
    // Narrow: one below the other, the title on two lines.
    card.resize(300, 200);
    QTRY_VERIFY(top(subtitle) >= top(title) + title->height());
    // Also in a card that is as low as it can be.
    card.resize(300, card.minimumSizeHint().height());
    QTRY_VERIFY(top(subtitle) >= top(title) + title->height());
    QTRY_VERIFY(card.body()->mapTo(&card, QPoint()).y() >= top(subtitle) + subtitle->height());
    QVERIFY(title->height() >= 2 * QFontMetrics(title->font()).height());
    QVERIFY(title->width() >= 240);
    QVERIFY(title->wordWrap());
    // A control that comes later takes room away at once.
    card.setTitle(u"Retention"_s);
    card.setSubtitle(u"share that bought"_s);
    QTRY_VERIFY(isOneLine());
    auto *control = new QWidget;
    control->setFixedSize(170, 20);
    card.addHeaderWidget(control);
    QTRY_VERIFY(top(subtitle) >= top(title) + line);
    QCOMPARE(title->height(), line);
}

void TestWidgets::cardDimsAfterAMoment()
{
    Display display;
    Card card(display);
    card.show();
    QSignalSpy shown(&card, &Card::busyShown);
    card.setBusy(true);
    card.setBusy(false);
    QTest::qWait(350);
    QCOMPARE(shown.count(), 0); // work that was done at once shows nothing
    card.setBusy(true);
    QTRY_COMPARE(shown.count(), 1);
    card.setBusy(false);
    QCOMPARE(shown.count(), 2);
}

void TestWidgets::cardMenuHoldsTheActions()
{
    Display display;
    Card card(display);
    card.show();
    QVERIFY(!card.menuButton()->isVisible());
    QAction action(u"Copy data"_s);
    card.setMenuActions({&action});
    QVERIFY(card.menuButton()->isVisible());
    QCOMPARE(card.menuButton()->menu()->actions().size(), 1);
    QVERIFY(!card.menuButton()->accessibleName().isEmpty());
}

void TestWidgets::emptyStateOffersOneAction()
{
    Display display;
    EmptyState empty(display, u"equity"_s);
    empty.setTexts(u"No transactions yet"_s, u"Equity needs customers and their orders."_s);
    empty.resize(360, 240);
    empty.show();
    auto *button = empty.findChild<QToolButton *>(u"emptyStateAction"_s);
    QVERIFY(!button->isVisible());
    empty.setAction(u"Import data"_s, u"import"_s);
    QSignalSpy triggered(&empty, &EmptyState::actionTriggered);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(triggered.count(), 1);
}

namespace {

/// One of each, as in a window.
std::unique_ptr<QWidget> gallery(Display &display)
{
    auto window = std::make_unique<QWidget>();
    window->setLayoutDirection(display.direction());
    window->setFont(display.font(Theme::TextRole::Body));
    window->setPalette(display.theme().palette());
    window->setStyleSheet(display.theme().styleSheet(display.isArabic()));
    window->setProperty("look", u"page"_s);
    window->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(window.get());
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);

    auto *tiles = new QHBoxLayout;
    const struct
    {
        QString title, value, unit;
    } figures[] = {{u"Customer equity"_s, u"48.67"_s, u"SAR M"_s},
                   {u"Mean CLV"_s, u"3,900"_s, u"SAR"_s},
                   {u"CLV to CAC"_s, u"3.1×"_s, {}},
                   {u"Retention, 12 months"_s, u"78.4"_s, u"%"_s}};
    int i = 0;
    for (const auto &figure : figures) {
        auto *card = new KpiCard(display);
        card->setTitle(figure.title);
        card->setExplanation(u"Explained."_s);
        card->setValue(figure.value, figure.unit);
        switch (i++) {
        case 0:
            card->graphic()->setSparkline({31, 33, 34, 36, 37, 39, 41, 43, 46, 48});
            card->delta()->setChange(1, u"5.6 %"_s, u"vs Q1 2025 (46.10)"_s);
            break;
        case 1:
            card->graphic()->setInterval(3770, 3900, 4035);
            card->delta()->setNote(u"90 % interval 3,770 – 4,035"_s);
            card->setWeakData(u"Wide interval"_s, u"Few repeat customers."_s);
            break;
        case 2:
            card->graphic()->setBullet(0.6, {0.58});
            card->delta()->setNote(u"mark = target 3×"_s);
            break;
        default:
            card->graphic()->setBullet(0.784);
            card->delta()->setChange(-1, u"1.6 points"_s, u"vs previous year"_s);
        }
        tiles->addWidget(card);
    }
    column->addLayout(tiles);

    auto *message = new MessageBar(display);
    column->addWidget(message);
    message->showMessage(
        MessageBar::Level::Warn, [] { return u"12 rows were rejected."_s; },
        [] { return u"Show rows"_s; }, [] { return u"orders.csv"_s; });

    auto *buttons = new QHBoxLayout;
    const Button::Kind buttonKinds[] = {Button::Kind::Primary, Button::Kind::Default,
                                        Button::Kind::Quiet,   Button::Kind::Link,
                                        Button::Kind::Field,   Button::Kind::Icon};
    for (const Button::Kind kind : buttonKinds) {
        auto *button =
            new Button(display, kind, kind == Button::Kind::Link ? QString() : u"export"_s);
        if (kind == Button::Kind::Icon)
            button->setToolTip(u"Export"_s);
        else
            button->setText(u"Export"_s);
        buttons->addWidget(button);
    }
    auto *disabled = new Button(display, Button::Kind::Primary, u"import"_s);
    disabled->setText(u"Disabled"_s);
    disabled->setEnabled(false);
    buttons->addWidget(disabled);
    auto *checked = new Button(display, Button::Kind::Default, u"inspector"_s);
    checked->setText(u"Checked"_s);
    checked->setCheckable(true);
    checked->setChecked(true);
    buttons->addWidget(checked);
    buttons->addStretch();
    column->addLayout(buttons);

    auto *fields = new QHBoxLayout;
    auto *segments = new SegmentedControl(display);
    segments->setSegments({u"Linear"_s, u"Log"_s});
    fields->addWidget(segments);
    auto *chip = new Chip(display, u"range"_s);
    chip->setText(u"8,000 – 20,000"_s);
    fields->addWidget(chip);
    const Badge::Tone tones[] = {Badge::Tone::Neutral, Badge::Tone::Good, Badge::Tone::Warn,
                                 Badge::Tone::Bad, Badge::Tone::Info};
    for (const Badge::Tone tone : tones) {
        auto *badge = new Badge(display, tone);
        badge->setText(u"good fit"_s);
        if (tone == Badge::Tone::Good)
            badge->setIconName(u"check"_s);
        fields->addWidget(badge);
    }
    auto *number = new NumberField(display);
    number->setAccessibleName(u"Margin"_s);
    number->setRange(0, 100000);
    number->setValue(12480.5);
    fields->addWidget(number);
    auto *date = new DateField(display);
    date->setAccessibleName(u"From"_s);
    date->setDate(QDate(2025, 6, 30));
    fields->addWidget(date);
    fields->addStretch();
    column->addLayout(fields);

    auto *row = new QHBoxLayout;
    auto *card = new Card(display);
    card->setTitle(u"Equity grew for the 11th quarter in a row"_s);
    card->setSubtitle(u"SAR million, shaded band = 90 % interval"_s);
    auto *cardSegments = new SegmentedControl(display);
    cardSegments->setSegments({u"Count"_s, u"Percent"_s});
    card->addHeaderWidget(cardSegments);
    card->setMenuActions({new QAction(u"Copy"_s, card)});
    auto *empty = new EmptyState(display, u"equity"_s);
    empty->setTexts(
        u"No transactions yet"_s,
        u"Equity needs customers and their orders. Twelve months of history give a useful first "
        "estimate."_s);
    empty->setAction(u"Import data"_s, u"import"_s);
    empty->setAlternative(u"Open the demo"_s);
    card->setBody(empty);
    auto *footer = new QWidget;
    auto *footerLayout = new QHBoxLayout(footer);
    auto *footerText = new TextLabel(display, Theme::TextRole::Table, "text2");
    footerText->setText(u"1,621 customers · SAR 19.16 M · 39 % of equity"_s);
    footerLayout->addWidget(footerText);
    card->setFooter(footer);
    row->addWidget(card);
    auto *second = new Card(display);
    second->setTitle(
        u"A very long title that cannot possibly fit into the header of such a narrow card"_s);
    second->setSubtitle(u"subtitle"_s);
    auto *strip = new ProgressStrip(display);
    strip->setPatient(false);
    second->setBody(strip);
    strip->start(u"Fitting Pareto/NBD"_s);
    ProgressReport report;
    report.fraction = 0.46;
    report.step = u"step 214"_s;
    report.secondsLeft = 8;
    strip->showProgress(report);
    row->addWidget(second);
    column->addLayout(row, 1);
    window->resize(900, 620);
    return window;
}

} // namespace

void TestWidgets::everyFocusableWidgetHasAName()
{
    Display display;
    const std::unique_ptr<QWidget> window = gallery(display);
    window->show();
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
            || widget->objectName() == u"qt_spinbox_lineedit")
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(interface);
        QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

void TestWidgets::widgetsPaintInEachLanguageAndTheme_data()
{
    QTest::addColumn<bool>("arabic");
    QTest::addColumn<bool>("dark");
    for (const bool arabic : {false, true}) {
        for (const bool dark : {false, true})
            QTest::addRow("%s %s", arabic ? "ar" : "en", dark ? "dark" : "light") << arabic << dark;
    }
}

void TestWidgets::widgetsPaintInEachLanguageAndTheme()
{
    QFETCH(bool, arabic);
    QFETCH(bool, dark);
    Display display(arabic ? Language::Arabic : Language::English,
                    dark ? Theme::Kind::Dark : Theme::Kind::Light);
    QeemaStyle style(display);
    const std::unique_ptr<QWidget> window = gallery(display);
    window->show();
    const QImage image = window->grab().toImage();
    QCOMPARE(image.pixelColor(4, 4), display.color("app"));
    // The first tile stands where reading begins.
    const auto *tile = window->findChild<KpiCard *>();
    QCOMPARE(tile->geometry().center().x() > window->width() / 2, arabic);
    const QString folder = qEnvironmentVariable("QEEMA_PICTURES");
    if (!folder.isEmpty())
        image.save(u"%1/widgets-%2-%3.png"_s.arg(folder, arabic ? u"ar"_s : u"en"_s,
                                                 dark ? u"dark"_s : u"light"_s));
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
