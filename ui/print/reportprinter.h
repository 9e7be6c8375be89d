#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/insights/analysis.h"
#include "models/report/report.h"

#include <QObject>

#include <memory>

/// Makes the PDF of a report in slices of a page each, so that a window stays responsive: charts
/// are widgets and can only be drawn in the application's own thread. Needs no window. The words
/// come in the language whose translation is installed, so install the report's first.
class ReportPrinter final : public QObject
{
    Q_OBJECT

public:
    ReportPrinter(const Report::ReportContent &content, Insights::AnalysisPtr analysis,
                  const QString &pdfFile, const Progress &progress = {}, QObject *parent = nullptr);
    ~ReportPrinter() override;

    [[nodiscard]] int pages() const;
    /// Paints the next page, or finishes the file after the last; true while there is more to do.
    bool paintNext();
    /// After paintNext() returned false: the page count or what went wrong. A cancelled or failed
    /// report leaves no file, and a file that was there before as it was.
    [[nodiscard]] const Result<int> &result() const;
    /// Runs paintNext() from the event loop until finished() comes.
    void start();

signals:
    void finished(const Result<int> &result);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The same in one go, for the command line and tests. Returns the number of pages.
Result<int> printReport(const Report::ReportContent &content, const Insights::Analysis &analysis,
                        const QString &pdfFile, const Progress &progress = {});
