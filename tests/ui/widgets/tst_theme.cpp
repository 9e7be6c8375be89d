#include "ui/style/display.h"
#include "ui/style/fonts.h"
#include "ui/style/icons.h"
#include "ui/style/painttext.h"
#include "ui/style/qeemastyle.h"
#include "ui/style/segmentcolors.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void contrastIsAsMeasuredInTheDesign_data();
    void contrastIsAsMeasuredInTheDesign();
    void everyCategoryStandsOutFromTheSurface();
    void segmentsKeepTheirColour();
    void textOnAnyFilledCellIsReadable();
    void scalesPassTheirStopsAndGrowEvenly();
    void styleSheetKnowsEveryTokenAndSide();
    void fontsAreOneFamilyListInPixels();
    void everyIconPaintsInTheThemesColour();
    void iconsWithDirectionAreMirroredInArabic();
    void displayTellsEachChangeOnce();
    void arabicButtonKeepsIconAndTextTogether();
    void arabicHasNoUnderlinedLetters();
    void checkBoxShowsInDark();
    void progressTextIsReadableOnBothGrounds();
};

void TestTheme::initTestCase()
{
    QVERIFY(loadFonts());
    QVERIFY(loadFonts()); // a second call does no harm
}

void TestTheme::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s));
}

void TestTheme::contrastIsAsMeasuredInTheDesign_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("ground");
    QTest::addColumn<double>("light");
    QTest::addColumn<double>("dark");
    // The design's table says 16.8; its tokens give 16.745.
    QTest::newRow("text on surface") << QByteArray("text") << QByteArray("surface") << 16.7 << 13.8;
    QTest::newRow("text2 on surface") << QByteArray("text2") << QByteArray("surface") << 8.5 << 8.9;
    QTest::newRow("text2 on app") << QByteArray("text2") << QByteArray("app") << 7.7 << 9.9;
    QTest::newRow("text3 on surface") << QByteArray("text3") << QByteArray("surface") << 5.4 << 6.3;
    QTest::newRow("text3 on nav") << QByteArray("text3") << QByteArray("nav") << 4.6 << 6.7;
    QTest::newRow("onPrimary on primary")
        << QByteArray("onPrimary") << QByteArray("primary") << 6.4 << 6.6;
    QTest::newRow("primary on tint") << QByteArray("primary") << QByteArray("tint") << 5.4 << 5.1;
    QTest::newRow("focus on surface") << QByteArray("focus") << QByteArray("surface") << 7.9 << 7.9;
    QTest::newRow("good on goodBg") << QByteArray("good") << QByteArray("goodBg") << 5.4 << 6.0;
    QTest::newRow("bad on badBg") << QByteArray("bad") << QByteArray("badBg") << 5.2 << 5.9;
    QTest::newRow("warn on warnBg") << QByteArray("warn") << QByteArray("warnBg") << 5.1 << 7.8;
    QTest::newRow("info on infoBg") << QByteArray("info") << QByteArray("infoBg") << 6.7 << 6.9;
    QTest::newRow("input on surface") << QByteArray("input") << QByteArray("surface") << 3.2 << 4.4;
}

void TestTheme::contrastIsAsMeasuredInTheDesign()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, ground);
    for (const Theme::Kind kind : {Theme::Kind::Light, Theme::Kind::Dark}) {
        const Theme theme(kind);
        QFETCH(double, light);
        QFETCH(double, dark);
        const double expected = theme.isDark() ? dark : light;
        const double measured =
            Theme::contrast(theme.color(text.constData()), theme.color(ground.constData()));
        QVERIFY2(std::abs(measured - expected) <= 0.051,
                 qPrintable(u"%1 instead of %2"_s.arg(measured).arg(expected)));
    }
}

void TestTheme::everyCategoryStandsOutFromTheSurface()
{
    for (const Theme::Kind kind : {Theme::Kind::Light, Theme::Kind::Dark}) {
        const Theme theme(kind);
        double weakest = 21;
        for (int i = Theme::Blue; i <= Theme::Stone; ++i)
            weakest = std::min(weakest, Theme::contrast(theme.category(i), theme.color("surface")));
        QVERIFY2(std::abs(weakest - (theme.isDark() ? 3.8 : 3.2)) <= 0.051,
                 qPrintable(QString::number(weakest)));
    }
}

void TestTheme::segmentsKeepTheirColour()
{
    const QStringList names{u"At risk"_s, u"Champions"_s, u"Gifts"_s, u"Hotels"_s, u"Riyadh"_s};
    const QHash<QString, int> all = segmentCategories(names);
    QCOMPARE(all.value(u"Champions"_s), int(Theme::Blue));
    QCOMPARE(all.value(u"At risk"_s), int(Theme::Vermilion));
    // As long as there are enough colours, no two are alike, and none is that of "other".
    QCOMPARE(QSet<int>(all.begin(), all.end()).size(), names.size());
    QVERIFY(!all.values().contains(int(Theme::Stone)));
    // One that comes behind them changes nothing.
    const QHash<QString, int> more = segmentCategories(names + QStringList{u"Zahra"_s});
    for (const QString &name : names)
        QCOMPARE(more.value(name), all.value(name));
    // More segments than colours still have one each.
    QStringList many;
    for (int i = 0; i < 40; ++i)
        many.append(u"Segment %1"_s.arg(i));
    QCOMPARE(segmentCategories(many).size(), 40);
}

void TestTheme::textOnAnyFilledCellIsReadable()
{
    for (const Theme::Kind kind : {Theme::Kind::Light, Theme::Kind::Dark}) {
        const Theme theme(kind);
        for (int i = -100; i <= 100; ++i) {
            const QColor diverging = theme.diverging(i / 100.0);
            QVERIFY(Theme::contrast(Theme::textOn(diverging), diverging) >= 4.55);
            const QColor sequential = theme.sequential((i + 100) / 200.0);
            QVERIFY(Theme::contrast(Theme::textOn(sequential), sequential) >= 4.55);
        }
    }
}

void TestTheme::scalesPassTheirStopsAndGrowEvenly()
{
    const Theme light(Theme::Kind::Light);
    const Theme dark(Theme::Kind::Dark);
    QCOMPARE(light.sequential(0).name(), u"#f2f4df"_s);
    QCOMPARE(light.sequential(0.4).name(), u"#7cc0ae"_s);
    QCOMPARE(light.sequential(1).name(), u"#2b2f72"_s);
    QCOMPARE(light.sequential(7).name(), u"#2b2f72"_s);
    QCOMPARE(light.sequential(std::nan("")).name(), u"#f2f4df"_s);
    QCOMPARE(dark.sequential(0.6).name(), u"#37a286"_s);
    QCOMPARE(light.diverging(0).name(), u"#f6f5f1"_s);
    QCOMPARE(light.diverging(-1).name(), u"#b03a0d"_s);
    QCOMPARE(dark.diverging(0.5).name(), u"#3a5f8f"_s);
    // Lightness is monotone: from light to dark in the light theme, the other way in the dark one.
    for (const Theme &theme : {light, dark}) {
        double before = Theme::contrast(theme.sequential(0), Qt::black);
        for (int i = 1; i <= 200; ++i) {
            const double now = Theme::contrast(theme.sequential(i / 200.0), Qt::black);
            QVERIFY2(theme.isDark() ? now >= before - 0.02 : now <= before + 0.02,
                     qPrintable(QString::number(i)));
            before = now;
        }
    }
}

void TestTheme::styleSheetKnowsEveryTokenAndSide()
{
    for (const Theme::Kind kind : {Theme::Kind::Light, Theme::Kind::Dark}) {
        const Theme theme(kind);
        const QString left = theme.styleSheet(false);
        const QString right = theme.styleSheet(true);
        QVERIFY(left.size() > 2000);
        QVERIFY2(!left.contains(u'@'), "a token was not filled in");
        QVERIFY(left.contains(theme.color("tint2").name()));
        QVERIFY(left.contains(u"border-left: 3px"_s));
        QVERIFY(right.contains(u"border-right: 3px"_s));
        QVERIFY2(!left.contains(u"font-family"_s), "it would replace the family list");
        QWidget widget;
        widget.setStyleSheet(left); // a mistake in the sheet warns, and a warning fails
        widget.ensurePolished();
    }
}

void TestTheme::fontsAreOneFamilyListInPixels()
{
    const QFont english = Theme::font(Theme::TextRole::Body, false);
    const QFont arabic = Theme::font(Theme::TextRole::Body, true);
    QCOMPARE(english.families(), arabic.families());
    QCOMPARE(english.families().first(), u"IBM Plex Sans"_s);
    QCOMPARE(english.pixelSize(), 13);
    QCOMPARE(arabic.pixelSize(), 14);
    QCOMPARE(Theme::font(Theme::TextRole::KpiValue, false, 1.5).pixelSize(), 36);
    QVERIFY(QFontInfo(english).family().startsWith(u"IBM Plex Sans"_s));
    // Digits have one width, so that columns line up.
    const QFontMetricsF metrics(english);
    QCOMPARE(metrics.horizontalAdvance(u'1'), metrics.horizontalAdvance(u'8'));
}

void TestTheme::everyIconPaintsInTheThemesColour()
{
    Display display;
    const QStringList wanted{
        u"overview"_s,      u"data"_s,   u"lifecycle"_s, u"clv"_s,      u"equity"_s,
        u"settings"_s,      u"search"_s, u"export"_s,    u"calendar"_s, u"chevron-down"_s,
        u"chevron-start"_s, u"info"_s,   u"more"_s,      u"close"_s,    u"import"_s,
        u"open"_s,          u"new"_s,    u"undo"_s,      u"refit"_s,    u"warning"_s,
        u"clock"_s,         u"check"_s,  u"cart"_s,      u"mail"_s,     u"star"_s,
        u"user"_s,          u"phone"_s,  u"inspector"_s, u"columns"_s};
    for (const QString &name : wanted)
        QVERIFY2(Icons::names().contains(name), qPrintable(name));
    for (const QString &name : Icons::names()) {
        const QIcon icon = Icons::icon(name, display, "bad");
        QImage image = icon.pixmap(32, 32).toImage();
        QVERIFY2(!image.isNull(), qPrintable(name));
        int tinted = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() == 255)
                    tinted += pixel.rgb() == display.color("bad").rgb() ? 1 : 0;
            }
        }
        QVERIFY2(tinted > 4, qPrintable(name));
    }
    // The same icon follows a change of theme.
    const QIcon icon = Icons::icon(u"stop"_s, display);
    const QImage light = icon.pixmap(32, 32).toImage();
    display.setThemeKind(Theme::Kind::Dark);
    QVERIFY(icon.pixmap(32, 32).toImage() != light);
    QVERIFY(!Icons::logo().pixmap(64, 64).isNull());
}

void TestTheme::iconsWithDirectionAreMirroredInArabic()
{
    Display display;
    const QIcon chevron = Icons::icon(u"chevron-end"_s, display);
    const QIcon check = Icons::icon(u"check"_s, display);
    const QImage chevronLeft = chevron.pixmap(32, 32).toImage();
    const QImage checkLeft = check.pixmap(32, 32).toImage();
    display.setLanguage(Language::Arabic);
    QVERIFY(chevron.pixmap(32, 32).toImage() != chevronLeft);
    QCOMPARE(check.pixmap(32, 32).toImage(), checkLeft);
    QVERIFY(Icons::isMirrored(u"undo"_s));
    QVERIFY(!Icons::isMirrored(u"clock"_s));
}

void TestTheme::displayTellsEachChangeOnce()
{
    Display display;
    QSignalSpy changes(&display, &Display::changed);
    display.setLanguage(Language::Arabic);
    QCOMPARE(display.direction(), Qt::RightToLeft);
    QCOMPARE(display.format().language(), Language::Arabic);
    display.setLanguage(Language::Arabic);
    QCOMPARE(changes.count(), 1);
    display.setDigits(Digits::Latin);
    display.setThemeKind(Theme::Kind::Dark);
    display.setTextScale(1.2);
    display.setTextScale(1.2);
    QCOMPARE(changes.count(), 4);
    display.setTextScale(9);
    QCOMPARE(display.textScale(), 1.5);
}

namespace {

/// Leftmost and rightmost column with a pixel of roughly this colour.
std::pair<int, int> columnsOf(const QImage &image, const QColor &color)
{
    int first = image.width();
    int last = -1;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            const QColor pixel = image.pixelColor(x, y);
            if (std::abs(pixel.red() - color.red()) < 24
                && std::abs(pixel.green() - color.green()) < 24
                && std::abs(pixel.blue() - color.blue()) < 24) {
                first = std::min(first, x);
                last = std::max(last, x);
            }
        }
    }
    return {first, last};
}

} // namespace

void TestTheme::arabicButtonKeepsIconAndTextTogether()
{
    Display display(Language::Arabic);
    QeemaStyle style(display);
    QPushButton button(u"تصدير"_s);
    button.setStyle(&style);
    button.setPalette(display.theme().palette());
    button.setFont(display.font(Theme::TextRole::Button));
    button.setLayoutDirection(Qt::RightToLeft);
    button.setIcon(Icons::icon(u"stop"_s, display, "bad"));
    button.resize(400, 30);
    const QImage image = button.grab().toImage();
    const auto [iconFirst, iconLast] = columnsOf(image, display.color("bad"));
    const auto [textFirst, textLast] = columnsOf(image.copy(60, 4, 280, 22), display.color("text"));
    QVERIFY(iconLast > 0);
    QVERIFY(textLast > 0);
    // The icon stands right of the text, both around the middle.
    const int gap = iconFirst - (textLast + 60);
    QVERIFY2(gap >= 2 && gap < 16, qPrintable(QString::number(gap)));
    QVERIFY(std::abs((textFirst + 60 + iconLast) / 2 - 200) < 8);
}

void TestTheme::arabicHasNoUnderlinedLetters()
{
    Display display(Language::Arabic);
    QeemaStyle style(display);
    QPushButton button;
    button.setLayoutDirection(Qt::RightToLeft);
    QStyleOption option;
    option.initFrom(&button);
    QCOMPARE(style.styleHint(QStyle::SH_UnderlineShortcut, &option, &button), 0);
    QCOMPARE(style.styleHint(QStyle::SH_DialogButtonBox_ButtonsHaveIcons), 0);
}

void TestTheme::checkBoxShowsInDark()
{
    Display display(Language::English, Theme::Kind::Dark);
    QeemaStyle style(display);
    QCheckBox box;
    box.setStyle(&style);
    box.setPalette(display.theme().palette());
    box.resize(40, 26);
    const QImage off = box.grab().toImage();
    const auto [first, last] = columnsOf(off, display.color("input"));
    QVERIFY(last - first >= 12);
    box.setChecked(true);
    QVERIFY(columnsOf(box.grab().toImage(), display.color("primary")).second > 0);
}

void TestTheme::progressTextIsReadableOnBothGrounds()
{
    Display display(Language::Arabic);
    QeemaStyle style(display);
    QStyleOptionProgressBar option;
    option.rect = QRect(0, 0, 200, 24);
    option.minimum = 0;
    option.maximum = 100;
    option.progress = 20;
    option.text = u"████████████████"_s;
    option.textVisible = true;
    option.direction = Qt::RightToLeft;
    QImage image(200, 24, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::gray);
    QPainter painter(&image);
    painter.setFont(display.font(Theme::TextRole::Body));
    style.drawControl(QStyle::CE_ProgressBarLabel, &option, &painter);
    painter.end();
    // Filled from the right: the words are dark in the unfilled middle, not white on white.
    const auto [first, last] = columnsOf(image, display.color("text"));
    QVERIFY(first < 60);
    QVERIFY(last <= 162);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
