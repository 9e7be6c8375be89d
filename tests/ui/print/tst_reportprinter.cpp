#include "tests/ui/pages/sampleanalysis.h"
#include "ui/print/reportprinter.h"
#include "ui/print/sheet.h"
#include "ui/style/fonts.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

using namespace Qt::StringLiterals;

namespace {

Report::ReportContent shortContent(Language language)
{
    Report::ReportContent content;
    content.options.language = language;
    content.options.digits = language == Language::Arabic ? Digits::ArabicIndic : Digits::Latin;
    const bool arabic = language == Language::Arabic;
    content.title = arabic ? u"تقرير قيمة العملاء"_s : u"Customer equity report"_s;
    content.client = arabic ? u"روافد للتوريد"_s : u"Rawafid Supplies"_s;
    content.period = arabic ? u"١ يوليو ٢٠٢٤ – ٣٠ يونيو ٢٠٢٥"_s : u"1 Jul 2024 – 30 Jun 2025"_s;
    content.dataDate = arabic ? u"البيانات حتى ٣٠ يونيو ٢٠٢٥"_s : u"Data to 30 Jun 2025"_s;
    Report::Part summary;
    summary.section = Report::Section::Summary;
    summary.heading = arabic ? u"الملخص"_s : u"Summary"_s;
    summary.paragraphs = {arabic ? u"بلغت القيمة ٤٨٫٦٧ مليون ر.س، بزيادة ٥٫٦٪ (نموذج BG/NBD)."_s
                                 : u"Equity reached SAR 48.67 M, up 5.6 % in the quarter."_s};
    summary.figures = {
        {u"equity-trend"_s, arabic ? u"القيمة حسب الربع"_s : u"Equity by quarter"_s, u"SAR"_s},
        {u"equity-bridge"_s, arabic ? u"حركة القيمة"_s : u"Equity movement"_s, u"SAR"_s}};
    content.parts.append(summary);
    Report::Part customers;
    customers.section = Report::Section::Customers;
    customers.heading = arabic ? u"العملاء"_s : u"Customers"_s;
    Report::Table table;
    table.title = arabic ? u"كل العملاء"_s : u"All customers"_s;
    table.headings = {u"Reference"_s, u"Sector"_s, u"Worth"_s};
    table.isNumber = {false, false, true};
    for (int row = 1; row <= 120; ++row)
        table.rows.append(
            {u"C-%1"_s.arg(row, 4, 10, QChar(u'0')), u"Hospitality"_s, QString::number(100 * row)});
    customers.tables.append(table);
    content.parts.append(customers);
    return content;
}

/// Output of a program of poppler; skips where it is not installed.
QString run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted() || !process.waitForFinished())
        return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

bool hasPoppler() { return !QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty(); }

/// Text as a search sees it: no marks of direction, presentation forms as letters.
QString searchable(QString text)
{
    text = Print::printable(text).normalized(QString::NormalizationForm_KC);
    text.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return text.simplified();
}

/// Left edge of the first word \a word in the output of `pdftotext -bbox`; −1: not there.
double leftOf(const QString &boxes, const QString &word)
{
    const QRegularExpression pattern(u"xMin=\"([0-9.]+)\"[^>]*>"_s
                                     + QRegularExpression::escape(word) + u'<');
    const QRegularExpressionMatch match = pattern.match(boxes);
    return match.hasMatch() ? match.captured(1).toDouble() : -1;
}

} // namespace

class TestReportPrinter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(loadFonts()); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s));
        QVERIFY(m_folder.isValid());
    }

    void numbersEveryPage();
    void keepsTextSearchable_data();
    void keepsTextSearchable();
    void embedsNothingButOurFonts_data();
    void embedsNothingButOurFonts();
    void drawsChartsAsVectors();
    void repeatsTheHeadingsOfATable();
    void printsEveryRowOfATable();
    void runsColumnsInReadingDirection_data();
    void runsColumnsInReadingDirection();
    void tellsReadersLanguageDirectionAndSections_data();
    void tellsReadersLanguageDirectionAndSections();
    void leavesTheOldFileWhenItCannotWrite();
    void leavesNothingWhenCancelled();
    void paintsAPageAtATime();
    void leavesOutWhatWasNotAskedFor();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    int print(const Report::ReportContent &content, const QString &name)
    {
        const Result<int> pages = printReport(content, *m_analysis, path(name));
        return pages ? *pages : 0;
    }

    QTemporaryDir m_folder;
    Insights::AnalysisPtr m_analysis = Sample::analysis();
};

void TestReportPrinter::numbersEveryPage()
{
    if (!hasPoppler())
        QSKIP("poppler-utils is not installed");
    const int pages = print(shortContent(Language::English), u"numbers.pdf"_s);
    QVERIFY(pages >= 4);
    QVERIFY(run(u"pdfinfo"_s, {path(u"numbers.pdf"_s)})
                .contains(QRegularExpression(u"Pages:\\s+%1\\b"_s.arg(pages))));
    for (int page = 2; page <= pages; ++page) {
        const QString text =
            run(u"pdftotext"_s, {u"-f"_s, QString::number(page), u"-l"_s, QString::number(page),
                                 path(u"numbers.pdf"_s), u"-"_s})
                .simplified();
        QVERIFY2(text.contains(QRegularExpression(u"\\b%1 ?/ ?%2\\b"_s.arg(page).arg(pages))),
                 qPrintable(text));
        QVERIFY(text.contains(u"Data to 30 Jun 2025"_s));
    }
}

void TestReportPrinter::keepsTextSearchable_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("English") << Language::English
                             << QStringList{u"Customer equity"_s, u"Rawafid Supplies"_s,
                                            u"SAR 48.67 M"_s,     u"5.6 %"_s,
                                            u"Figure 1"_s,        u"Table 1"_s,
                                            u"C-0120"_s,          u"12000"_s};
    QTest::newRow("Arabic") << Language::Arabic
                            << QStringList{u"تقرير"_s,  u"روافد"_s,  u"٤٨٫٦٧"_s, u"مليون"_s,
                                           u"BG/NBD"_s, u"الملخص"_s, u"C-0120"_s};
}

void TestReportPrinter::keepsTextSearchable()
{
    if (!hasPoppler())
        QSKIP("poppler-utils is not installed");
    QFETCH(const Language, language);
    QFETCH(const QStringList, words);
    QVERIFY(print(shortContent(language), u"text.pdf"_s) > 0);
    const QString text = searchable(run(u"pdftotext"_s, {path(u"text.pdf"_s), u"-"_s}));
    for (const QString &word : words)
        QVERIFY2(text.contains(searchable(word)),
                 qPrintable(word + u" not in: "_s + text.left(1500)));
}

void TestReportPrinter::embedsNothingButOurFonts_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("English") << Language::English;
    QTest::newRow("Arabic") << Language::Arabic;
}

void TestReportPrinter::embedsNothingButOurFonts()
{
    if (!hasPoppler())
        QSKIP("poppler-utils is not installed");
    QFETCH(const Language, language);
    QVERIFY(print(shortContent(language), u"fonts.pdf"_s) > 0);
    const QStringList lines =
        run(u"pdffonts"_s, {path(u"fonts.pdf"_s)}).split(u'\n', Qt::SkipEmptyParts).mid(2);
    QVERIFY(!lines.isEmpty());
    for (const QString &line : lines) {
        static const QRegularExpression ours(u"^(\\w+\\+)?(IBMPlexSans|NotoSans(-Regular)? )"_s);
        QVERIFY2(line.contains(ours), qPrintable(line));
        // Columns: embedded, subset (Qt writes no subset's name), with a map to characters.
        QVERIFY2(line.contains(QRegularExpression(u"\\byes\\s+(yes|no)\\s+yes\\b"_s)),
                 qPrintable(line));
    }
}

void TestReportPrinter::drawsChartsAsVectors()
{
    if (!hasPoppler())
        QSKIP("poppler-utils is not installed");
    QVERIFY(print(shortContent(Language::English), u"vectors.pdf"_s) > 0);
    const QString images = run(u"pdfimages"_s, {u"-list"_s, path(u"vectors.pdf"_s)});
    QCOMPARE(images.split(u'\n', Qt::SkipEmptyParts).size(), 2); // only the list's own head
}

void TestReportPrinter::repeatsTheHeadingsOfATable()
{
    if (!hasPoppler())
        QSKIP("poppler-utils is not installed");
    const int pages = print(shortContent(Language::English), u"headings.pdf"_s);
    const QString text = run(u"pdftotext"_s, {path(u"headings.pdf"_s), u"-"_s});
    QCOMPARE(text.count(u"Reference"_s), qsizetype(pages - 2)); // all but cover and summary
}

void TestReportPrinter::printsEveryRowOfATable()
{
    if (!hasPoppler())
        QSKIP("poppler-utils is not installed");
    QVERIFY(print(shortContent(Language::English), u"rows.pdf"_s) > 0);
    const QString text = run(u"pdftotext"_s, {path(u"rows.pdf"_s), u"-"_s});
    for (int row = 1; row <= 120; ++row)
        QCOMPARE(text.count(u"C-%1"_s.arg(row, 4, 10, QChar(u'0'))), qsizetype(1));
}

void TestReportPrinter::runsColumnsInReadingDirection_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<bool>("fromTheRight");
    QTest::newRow("English") << Language::English << false;
    QTest::newRow("Arabic") << Language::Arabic << true;
}

void TestReportPrinter::runsColumnsInReadingDirection()
{
    if (!hasPoppler())
        QSKIP("poppler-utils is not installed");
    QFETCH(const Language, language);
    QFETCH(const bool, fromTheRight);
    QVERIFY(print(shortContent(language), u"columns.pdf"_s) > 0);
    const QString boxes = run(u"pdftotext"_s, {u"-bbox"_s, path(u"columns.pdf"_s), u"-"_s});
    const double first = leftOf(boxes, u"Reference"_s);
    const double last = leftOf(boxes, u"Worth"_s);
    QVERIFY(first >= 0 && last >= 0);
    QCOMPARE(first > last, fromTheRight);
}

void TestReportPrinter::tellsReadersLanguageDirectionAndSections_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("direction");
    QTest::newRow("English") << Language::English << QByteArray("en") << QByteArray("/L2R");
    QTest::newRow("Arabic") << Language::Arabic << QByteArray("ar") << QByteArray("/R2L");
}

void TestReportPrinter::tellsReadersLanguageDirectionAndSections()
{
    QFETCH(const Language, language);
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, direction);
    QVERIFY(print(shortContent(language), u"catalog.pdf"_s) > 0);
    QPDF document;
    document.processFile(path(u"catalog.pdf"_s).toUtf8().constData());
    QPDFObjectHandle root = document.getRoot();
    QCOMPARE(QByteArray::fromStdString(root.getKey("/Lang").getStringValue()), code);
    QPDFObjectHandle preferences = root.getKey("/ViewerPreferences");
    QVERIFY(preferences.getKey("/DisplayDocTitle").getBoolValue());
    QCOMPARE(QByteArray::fromStdString(preferences.getKey("/Direction").getName()), direction);
    QPDFObjectHandle outlines = root.getKey("/Outlines");
    QCOMPARE(outlines.getKey("/Count").getIntValue(), 2);
    const QString first =
        QString::fromStdString(outlines.getKey("/First").getKey("/Title").getUTF8Value());
    QVERIFY2(first.contains(language == Language::Arabic ? u"الملخص"_s : u"Summary"_s),
             qPrintable(first));
    const QString title = QString::fromStdString(
        document.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value());
    QVERIFY2(title.contains(shortContent(language).title), qPrintable(title));
}

void TestReportPrinter::leavesTheOldFileWhenItCannotWrite()
{
    const QString file = path(u"folder-that-is-not-there/report.pdf"_s);
    const Result<int> pages = printReport(shortContent(Language::English), *m_analysis, file);
    QVERIFY(!pages.ok());
    QCOMPARE(pages.error().kind, Error::Kind::File);
    QVERIFY(pages.error().message.contains(u"report.pdf"_s));
    QVERIFY(!QFile::exists(file));
    // The path is a folder: it stays one.
    const Result<int> onFolder =
        printReport(shortContent(Language::English), *m_analysis, m_folder.path());
    QVERIFY(!onFolder.ok());
    QVERIFY(QFileInfo(m_folder.path()).isDir());
}

void TestReportPrinter::leavesNothingWhenCancelled()
{
    QFile old(path(u"old.pdf"_s));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("before");
    old.close();
    std::stop_source stop;
    stop.request_stop();
    const Result<int> pages = printReport(shortContent(Language::English), *m_analysis,
                                          old.fileName(), Progress(stop.get_token()));
    QVERIFY(!pages.ok());
    QCOMPARE(pages.error().kind, Error::Kind::Cancelled);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("before"));
}

void TestReportPrinter::paintsAPageAtATime()
{
    QList<double> told;
    ReportPrinter printer(
        shortContent(Language::English), m_analysis, path(u"slices.pdf"_s),
        Progress({}, [&](const ProgressReport &report) { told.append(report.fraction); }));
    QSignalSpy finished(&printer, &ReportPrinter::finished);
    printer.start();
    QVERIFY(finished.wait(10000));
    QVERIFY(printer.result().ok());
    QCOMPARE(*printer.result(), printer.pages());
    QCOMPARE(told.size(), qsizetype(printer.pages()));
    QCOMPARE(told.last(), 1.0);
}

void TestReportPrinter::leavesOutWhatWasNotAskedFor()
{
    Report::ReportContent content = shortContent(Language::English);
    const int all = print(content, u"all.pdf"_s);
    content.options.sections.removeAll(Report::Section::Cover);
    content.parts.removeLast();
    QCOMPARE(print(content, u"fewer.pdf"_s), 1);
    QVERIFY(all > 1);
}

QTEST_MAIN(TestReportPrinter)
#include "tst_reportprinter.moc"
