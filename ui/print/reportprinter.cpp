#include "ui/print/reportprinter.h"

#include "ui/charts/chart.h"
#include "ui/charts/chartfactory.h"
#include "ui/print/cover.h"
#include "ui/print/pageflow.h"
#include "ui/print/pdffinish.h"
#include "ui/print/tablelayout.h"
#include "ui/style/display.h"

#include <qcustomplot.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QPdfWriter>
#include <QTimer>

#include <algorithm>

using namespace Print;

namespace {

/// Charts are drawn with the sizes of the screen, a little smaller on paper.
constexpr qreal chartScale = 0.8;
/// A table up to this height is not split between pages.
constexpr qreal keptTogether = 300;

qreal chartHeight(const QString &chart)
{
    if (chart == QLatin1String("lifecycle-funnel"))
        return 250;
    if (chart == QLatin1String("alive-map") || chart == QLatin1String("frequency"))
        return 170;
    return 190;
}

} // namespace

struct ReportPrinter::State
{
    State(const Report::ReportContent &reportContent, Insights::AnalysisPtr source, QString pdfFile,
          Progress reportProgress)
        : content(reportContent)
        , analysis(std::move(source))
        , file(std::move(pdfFile))
        , progress(std::move(reportProgress))
        , typesetter(content.options.language)
        , display(content.options.language, Theme::Kind::Light)
    {
        display.setDigits(content.options.digits);
        layOut();
    }

    void layOut();
    void layOutPart(const Report::Part &part, int number);
    void addText(const QString &text, const TextStyle &style, qreal indent = 0);
    void addFigure(const Report::Figure &figure);
    void addTable(const Report::Table &table);
    void paintFrame(int page);
    void begin();
    void finish();

    Report::ReportContent content;
    Insights::AnalysisPtr analysis;
    QString file;
    Progress progress;
    Typesetter typesetter;
    Display display;
    PageFlow flow;
    std::vector<std::unique_ptr<TableLayout>> tables;
    QList<OutlineEntry> outline;
    bool hasCover = false;
    int figureNumber = 0;
    int tableNumber = 0;

    QBuffer buffer;
    std::unique_ptr<QPdfWriter> writer;
    QCPPainter painter;
    int nextPage = 0;
    Result<int> result = Error{};
};

void ReportPrinter::State::addText(const QString &text, const TextStyle &style, qreal indent)
{
    const qreal width = contentWidth - indent;
    const std::shared_ptr<QTextLayout> layout = typesetter.layOut(text, style, width);
    const qreal left = typesetter.isRightToLeft() ? margin : margin + indent;
    const qreal step = style.size * style.lineHeight;
    // Line by line, so that a long paragraph may continue on the next page.
    for (int line = 0; line < layout->lineCount(); ++line) {
        flow.require(step);
        const QPointF origin(left, flow.y() - line * step);
        flow.add([layout, line, origin, color = style.color](QPainter &target) {
            target.setPen(color);
            layout->lineAt(line).draw(&target, origin);
        });
        flow.skip(step);
    }
}

void ReportPrinter::State::addFigure(const Report::Figure &figure)
{
    const Theme &theme = display.theme();
    const qreal height = chartHeight(figure.chart);
    flow.gap(12);
    flow.require(height + 46);
    //: %1 is the number of a figure in the report, %2 its title
    const QString title = QCoreApplication::translate("ReportPrinter", "Figure %1. %2")
                              .arg(display.format().integer(++figureNumber), figure.title);
    addText(title, {10, Weight::SemiBold, theme.color("text")});
    if (!figure.subtitle.isEmpty())
        addText(figure.subtitle, {8, Weight::Regular, theme.color("text3")});
    flow.skip(4);
    const QRectF box(margin, flow.y(), contentWidth, height);
    flow.add([this, name = figure.chart, box](QPainter &target) {
        const std::unique_ptr<Chart> chart = makeChart(name, *analysis, display);
        if (!chart)
            return;
        target.save();
        target.translate(box.topLeft());
        target.scale(chartScale, chartScale);
        chart->paint(static_cast<QCPPainter &>(target), box.size() / chartScale, false);
        target.restore();
    });
    flow.skip(height + 4);
    addText(content.dataDate + QStringLiteral(" · ") + content.period,
            {8, Weight::Regular, theme.color("text3")});
    flow.skip(8);
}

void ReportPrinter::State::addTable(const Report::Table &table)
{
    const Theme &theme = display.theme();
    tables.push_back(std::make_unique<TableLayout>(table, typesetter, contentWidth));
    const TableLayout *layout = tables.back().get();
    flow.gap(12);
    // A short table stays in one piece; a long one starts where a few of its rows fit.
    qreal together = 20 + layout->headerHeight();
    for (int row = 0; row < layout->rows() && together <= keptTogether; ++row)
        together += layout->rowHeight(row);
    flow.require(std::min(together, keptTogether));
    //: %1 is the number of a table in the report, %2 its title
    addText(QCoreApplication::translate("ReportPrinter", "Table %1. %2")
                .arg(display.format().integer(++tableNumber), table.title),
            {10, Weight::SemiBold, theme.color("text")});
    flow.skip(4);
    int row = 0;
    do {
        qreal height = layout->headerHeight();
        const int first = row;
        while (row < layout->rows()
               && (height + layout->rowHeight(row) <= flow.remaining() || row == first)) {
            height += layout->rowHeight(row);
            ++row;
        }
        flow.add([layout, origin = QPointF(margin, flow.y()), first, row](QPainter &target) {
            layout->draw(target, origin, first, row);
        });
        flow.skip(height);
        if (row < layout->rows())
            flow.newPage();
    } while (row < layout->rows());
    flow.skip(8);
}

void ReportPrinter::State::layOutPart(const Report::Part &part, int number)
{
    const Theme &theme = display.theme();
    flow.newPage();
    //: the heading of a section of the report: number and name
    const QString heading = QCoreApplication::translate("ReportPrinter", "%1. %2")
                                .arg(display.format().integer(number), part.heading);
    outline.append({printable(heading), flow.page()});
    addText(heading, {19, Weight::SemiBold, theme.color("text"), 1.3});
    flow.skip(6);
    for (const QString &paragraph : part.paragraphs) {
        addText(paragraph, {10, Weight::Regular, theme.color("text"), 1.5});
        flow.skip(6);
    }
    for (const Report::Figure &figure : part.figures)
        addFigure(figure);
    for (const Report::Table &table : part.tables)
        addTable(table);
}

void ReportPrinter::State::layOut()
{
    hasCover = content.options.sections.contains(Report::Section::Cover);
    if (hasCover) {
        flow.newPage();
        flow.add([this](QPainter &target) {
            paintCover(target, typesetter, content, *analysis, outline);
        });
    }
    int number = 0;
    for (const Report::Part &part : content.parts) {
        if (part.section != Report::Section::Cover)
            layOutPart(part, ++number);
    }
    if (flow.pages() == 0)
        flow.newPage();
}

/// Header, footer and their rules on every page but the cover.
void ReportPrinter::State::paintFrame(int page)
{
    const Theme &theme = display.theme();
    const NumberFormat &format = display.format();
    const TextStyle small{8, Weight::Regular, theme.color("text3"), 1.4};
    const qreal half = contentWidth / 2 - 8;
    const auto pair = [&](qreal y, const QString &leading, const QString &trailing) {
        typesetter.drawLine(painter, leading, small,
                            typesetter.mirrored(QRectF(margin, y, half, 12)));
        typesetter.drawLine(painter, trailing, small,
                            typesetter.mirrored(QRectF(sheetWidth - margin - half, y, half, 12)),
                            Qt::AlignTrailing);
    };
    const auto rule = [&](qreal y) {
        painter.fillRect(QRectF(margin, y, contentWidth, 0.5), theme.color("borderStrong"));
    };
    pair(margin - 8, content.title, content.client);
    rule(margin + 8);
    rule(sheetHeight - margin - 8);
    //: %1 is the page, %2 the number of pages
    pair(sheetHeight - margin - 3, content.dataDate,
         QCoreApplication::translate("ReportPrinter", "%1 / %2")
             .arg(format.integer(page + 1), format.integer(flow.pages())));
}

void ReportPrinter::State::begin()
{
    buffer.open(QIODevice::WriteOnly);
    writer = std::make_unique<QPdfWriter>(&buffer);
    writer->setResolution(300);
    writer->setPageSize(QPageSize(QPageSize::A4));
    writer->setPageMargins({}, QPageLayout::Point);
    //: the title of the PDF document: %1 the report's title, %2 the company
    writer->setTitle(printable(
        QCoreApplication::translate("ReportPrinter", "%1, %2").arg(content.title, content.client)));
    writer->setCreator(QStringLiteral("Qeema"));
    painter.begin(writer.get());
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.scale(300 / 72.0, 300 / 72.0);
}

void ReportPrinter::State::finish()
{
    painter.end();
    writer.reset();
    Result<QByteArray> finished = finishPdf(buffer.data(), content.options.language, outline);
    if (!finished) {
        result = finished.error();
        return;
    }
    const Result<void> written = writeWhole(file, *finished);
    result = written ? Result<int>(flow.pages()) : Result<int>(written.error());
}

ReportPrinter::ReportPrinter(const Report::ReportContent &content, Insights::AnalysisPtr analysis,
                             const QString &pdfFile, const Progress &progress, QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<State>(content, std::move(analysis), pdfFile, progress))
{}

ReportPrinter::~ReportPrinter() = default;

int ReportPrinter::pages() const { return m_state->flow.pages(); }

const Result<int> &ReportPrinter::result() const { return m_state->result; }

bool ReportPrinter::paintNext()
{
    State &state = *m_state;
    if (state.progress.isCancelled()) {
        if (state.painter.isActive())
            state.painter.end();
        state.result = Error::cancelled();
        return false;
    }
    const int page = state.nextPage;
    if (page == pages()) {
        state.finish();
        return false;
    }
    if (page == 0)
        state.begin();
    else
        state.writer->newPage();
    state.painter.setLayoutDirection(state.display.direction());
    state.painter.setRenderHint(QPainter::Antialiasing);
    state.painter.setRenderHint(QPainter::LosslessImageRendering);
    for (const PageFlow::Paint &paint : state.flow.itemsOf(page))
        paint(state.painter);
    if (!(state.hasCover && page == 0))
        state.paintFrame(page);
    ++state.nextPage;
    state.progress.report(double(state.nextPage) / pages(), tr("Drawing the report"));
    return true;
}

void ReportPrinter::start()
{
    QTimer::singleShot(0, this, [this] {
        if (paintNext())
            start();
        else
            emit finished(result());
    });
}

Result<int> printReport(const Report::ReportContent &content, const Insights::Analysis &analysis,
                        const QString &pdfFile, const Progress &progress)
{
    // The caller's analysis outlives the call: a pointer that owns nothing.
    ReportPrinter printer(content, Insights::AnalysisPtr(Insights::AnalysisPtr(), &analysis),
                          pdfFile, progress);
    while (printer.paintNext()) {
    }
    return printer.result();
}
