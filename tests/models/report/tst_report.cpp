#include "models/report/report.h"
#include "tests/support/snapshotbuilder.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

/// Three customers with known values; numbers chosen to be found again in the report.
Insights::Analysis smallAnalysis()
{
    Insights::Analysis analysis;
    analysis.snapshot = SnapshotBuilder(3)
                            .purchase(0, QDate(2023, 2, 1), 100'00)
                            .purchase(1, QDate(2024, 12, 1), 200'00)
                            .purchase(2, QDate(2025, 6, 30), 300'00)
                            .build();
    analysis.query.filter = Insights::defaultFilter(*analysis.snapshot);
    WorkspaceSettings &settings = analysis.query.settings;
    settings.nameEnglish = u"Rawafid Supplies"_s;
    settings.nameArabic = u"روافد للتوريد"_s;
    settings.horizonMonths = 36;
    settings.margin = 0.3;

    auto values = std::make_shared<Clv::CustomerValues>();
    values->customer = {0, 1, 2};
    values->x = {4, 1, 0};
    values->tx = {100, 20, 0};
    values->T = {125, 30, 0};
    values->meanSpend = {110, 210, Clv::notAvailable};
    values->pAlive = {0.42, 0.87, 1};
    values->expectedPurchases = {3.25, 2.5, 1.75};
    values->expectedSpend = {111, 212, 250};
    values->clv = {1234.56, 4321.09, 777.7};
    values->clvLow = {500, 3000, 0};
    values->clvHigh = {2000, 6000, 1500};

    Clv::ClvResult &clv = analysis.clv;
    clv.until = QDate(2025, 6, 30);
    clv.customers = 3;
    clv.repeatCustomers = 2;
    clv.activeCustomers = 2;
    clv.values = values;
    clv.totalClv = 6333.35;
    clv.totalLow = 5000;
    clv.totalHigh = 8000;
    clv.meanClv = clv.totalClv / 3;
    clv.meanClvLow = 1666;
    clv.meanClvHigh = 2667;
    clv.purchaseFit.model = Clv::modelName(Clv::Model::ParetoNbd);
    clv.purchaseFit.parameters = {{u"r"_s, 0.5533, 0.0476}, {u"alpha"_s, 10.578, 0.8427}};
    clv.purchaseFit.logLikelihood = -9594.98;
    clv.purchaseFit.converged = true;

    Equity::EquityPoint before;
    before.date = QDate(2025, 3, 31);
    before.customers = 2;
    before.equity = 5111.22;
    before.meanClv = 2555.61;
    before.low = 4000;
    before.high = 6000;
    before.method = u"pareto-nbd + gamma-gamma"_s;
    Equity::EquityPoint now = before;
    now.date = QDate(2025, 6, 30);
    now.customers = 3;
    now.equity = 6333.35;
    now.meanClv = 6333.35 / 3;
    analysis.equity.series = {before, now};
    Equity::EquityBridge bridge;
    bridge.from = before.date;
    bridge.until = now.date;
    bridge.opening = 5111.22;
    bridge.acquired = 777.70;
    bridge.expansion = 1000.03;
    bridge.contraction = 322.30;
    bridge.churned = 233.30;
    bridge.closing = 6333.35;
    bridge.acquiredCustomers = 1;
    analysis.equity.bridges = {bridge};
    analysis.overview = Insights::computeOverview(*analysis.snapshot, analysis.query.filter, clv,
                                                  analysis.equity, {}, NumberFormat());
    return analysis;
}

QString wholeText(const Report::ReportContent &content)
{
    QStringList text{content.title, content.client, content.period, content.dataDate};
    for (const Report::Part &part : content.parts) {
        text << part.heading << part.paragraphs;
        for (const Report::Figure &figure : part.figures)
            text << figure.title << figure.subtitle;
        for (const Report::Table &table : part.tables) {
            text << table.title << table.headings;
            for (const QStringList &row : table.rows)
                text << row;
        }
    }
    return text.join(u'\n');
}

const Report::Part *partOf(const Report::ReportContent &content, Report::Section section)
{
    const auto at = std::ranges::find(content.parts, section, &Report::Part::section);
    return at == content.parts.end() ? nullptr : &*at;
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private slots:
    void sectionsHaveNames();
    void holdsTheFiguresInTheAskedDigits_data();
    void holdsTheFiguresInTheAskedDigits();
    void onlyTheAskedSectionsComeInTheAskedOrder();
    void everyTableIsRectangular();
    void namesAppearOnlyWhenAsked();
    void theMostValuableCustomerComesFirst();
    void theBridgeOfTheReportAddsUp();
    void theSummarySaysWhereValueCameFrom();
    void saysSoWhenThereIsNothing();
};

void TestReport::sectionsHaveNames()
{
    QStringList names;
    for (const Report::Section section : Report::allSections()) {
        names.append(Report::sectionName(section));
        QCOMPARE(Report::sectionFromName(names.last()), section);
    }
    QCOMPARE(names, QStringList({u"cover"_s, u"summary"_s, u"equity"_s, u"lifecycle"_s, u"clv"_s,
                                 u"customers"_s, u"method"_s}));
    QVERIFY(!Report::sectionFromName(u"Cover"_s));
}

void TestReport::holdsTheFiguresInTheAskedDigits_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<Digits>("digits");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("English") << Language::English << Digits::Latin
                             << QStringList({u"SAR 6,333"_s, u"5,111.22"_s, u"+777.70"_s,
                                             u"−233.30"_s, u"10.578"_s, u"0.84270"_s, u"87 %"_s,
                                             u"4,321"_s, u"30 Jun 2025"_s, u"Rawafid Supplies"_s,
                                             u"−9,594.98"_s});
    QTest::newRow("Arabic, Latin digits")
        << Language::Arabic << Digits::Latin
        << QStringList({u"6,333"_s, u"5,111.22"_s, u"+777.70"_s, u"10.578"_s, u"87٪"_s, u"4,321"_s,
                        u"روافد للتوريد"_s});
    QTest::newRow("Arabic, Arabic-Indic digits")
        << Language::Arabic << Digits::ArabicIndic
        << QStringList({u"٦٬٣٣٣"_s, u"٥٬١١١٫٢٢"_s, u"+٧٧٧٫٧٠"_s, u"−٢٣٣٫٣٠"_s, u"١٠٫٥٧٨"_s,
                        u"٨٧٪"_s, u"٤٬٣٢١"_s, u"٣٠ يونيو ٢٠٢٥"_s, u"روافد للتوريد"_s});
}

void TestReport::holdsTheFiguresInTheAskedDigits()
{
    QFETCH(Language, language);
    QFETCH(Digits, digits);
    QFETCH(QStringList, expected);
    Report::ReportOptions options;
    options.language = language;
    options.digits = digits;
    QString text = wholeText(Report::composeReport(smallAnalysis(), options));
    text.replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' ');
    for (const QString &figure : expected)
        QVERIFY2(text.contains(figure), qPrintable(figure + u'\n' + text));
    const bool hasLatin = text.contains(QRegularExpression(u"[0-9]"_s));
    // Names of models and customers' references keep their own digits; there are none here but #1
    // to #3.
    text.remove(QRegularExpression(u"#[0-9]"_s));
    if (digits == Digits::ArabicIndic)
        QVERIFY2(!text.contains(QRegularExpression(u"[0-9]"_s)), qPrintable(text));
    else
        QVERIFY(hasLatin && !text.contains(QRegularExpression(u"[٠-٩]"_s)));
}

void TestReport::onlyTheAskedSectionsComeInTheAskedOrder()
{
    Report::ReportOptions options;
    options.sections = {Report::Section::Method, Report::Section::Cover, Report::Section::Equity};
    const Report::ReportContent content = Report::composeReport(smallAnalysis(), options);
    QCOMPARE(content.parts.size(), 2);
    QCOMPARE(content.parts[0].section, Report::Section::Method);
    QCOMPARE(content.parts[1].section, Report::Section::Equity);
}

void TestReport::everyTableIsRectangular()
{
    for (const bool withNames : {false, true}) {
        Report::ReportOptions options;
        options.withNames = withNames;
        int tables = 0;
        for (const Report::Part &part : Report::composeReport(smallAnalysis(), options).parts) {
            QVERIFY(!part.heading.isEmpty());
            for (const Report::Table &table : part.tables) {
                ++tables;
                QVERIFY(!table.title.isEmpty());
                QCOMPARE(table.isNumber.size(), table.headings.size());
                for (const QStringList &row : table.rows)
                    QCOMPARE(row.size(), table.headings.size());
            }
        }
        QVERIFY(tables >= 6);
    }
}

void TestReport::namesAppearOnlyWhenAsked()
{
    const Report::NameLookup names = [](const QList<CustomerId> &ids) {
        QHash<qint64, Report::NamedCustomer> known;
        for (const CustomerId id : ids)
            known.insert(id.value, {u"REF-%1"_s.arg(id.value), u"Rimal Hotels %1"_s.arg(id.value)});
        return known;
    };
    Report::ReportOptions options;
    const QString plain = wholeText(Report::composeReport(smallAnalysis(), options, names));
    QVERIFY(plain.contains(u"REF-2"_s));
    QVERIFY(!plain.contains(u"Rimal"_s));
    options.withNames = true;
    QVERIFY(wholeText(Report::composeReport(smallAnalysis(), options, names))
                .contains(u"Rimal Hotels 2"_s));
}

void TestReport::theMostValuableCustomerComesFirst()
{
    const Report::ReportContent content = Report::composeReport(smallAnalysis(), {});
    const Report::Part *part = partOf(content, Report::Section::Customers);
    QVERIFY(part);
    const QList<QStringList> &rows = part->tables.first().rows;
    QCOMPARE(rows.size(), 3);
    QVERIFY(rows[0][1].contains(u"#2"_s));
    QVERIFY(rows[1][1].contains(u"#1"_s));
    QVERIFY(rows[2][1].contains(u"#3"_s));
    // Bought last 10 weeks before 30 June 2025.
    QVERIFY2(rows[0].contains(u"21 Apr 2025"_s), qPrintable(rows[0].join(u' ')));
}

void TestReport::theBridgeOfTheReportAddsUp()
{
    const Report::ReportContent content = Report::composeReport(smallAnalysis(), {});
    const Report::Part *part = partOf(content, Report::Section::Equity);
    QVERIFY(part && part->tables.size() >= 2);
    const QStringList row = part->tables[1].rows.last();
    qint64 sum = 0;
    for (int column = 1; column <= 5; ++column)
        sum += std::llround(*NumberFormat::parse(row[column]) * 100);
    QCOMPARE(sum, std::llround(*NumberFormat::parse(row[6]) * 100));
    QStringList charts;
    for (const Report::Figure &figure : part->figures)
        charts.append(figure.chart);
    QVERIFY(charts.contains(u"equity-trend"_s) && charts.contains(u"equity-bridge"_s));
}

void TestReport::theSummarySaysWhereValueCameFrom()
{
    Report::ReportOptions options;
    options.sections = {Report::Section::Summary};
    Insights::Analysis analysis = smallAnalysis();
    const auto sentence = [&] {
        return Report::composeReport(analysis, options).parts.first().paragraphs.value(1);
    };
    QVERIFY2(sentence().contains(u"already had"_s), qPrintable(sentence()));
    Equity::EquityBridge &bridge = analysis.equity.bridges.last();
    std::swap(bridge.acquired, bridge.expansion);
    QVERIFY2(sentence().contains(u"came with new customers"_s), qPrintable(sentence()));
    bridge.acquired = 0;
    bridge.acquiredCustomers = 0;
    QVERIFY2(sentence().contains(u"No customers were won"_s), qPrintable(sentence()));
    bridge.methodChanged = true;
    QVERIFY2(sentence().contains(u"different methods"_s), qPrintable(sentence()));
}

void TestReport::saysSoWhenThereIsNothing()
{
    Insights::Analysis analysis;
    analysis.snapshot = SnapshotBuilder(0).build();
    const Report::ReportContent content = Report::composeReport(analysis, {});
    QCOMPARE(content.parts.size(), 6);
    for (const Report::Part &part : content.parts) {
        QVERIFY(!part.paragraphs.isEmpty());
        QVERIFY2(!wholeText(content).contains(u"nan"_s), qPrintable(part.heading));
    }
    QVERIFY(!content.dataDate.isEmpty());
}

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
