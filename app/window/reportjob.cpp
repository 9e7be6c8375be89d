#include "app/window/reportjob.h"

#include "app/voices.h"
#include "ui/print/reportprinter.h"

ReportJob::ReportJob(Session &session, const Report::ReportOptions &options, const QString &file,
                     Language windowLanguage, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_options(options)
    , m_file(file)
    , m_windowLanguage(windowLanguage)
{
    connect(&m_timer, &QTimer::timeout, this, &ReportJob::paintNext);
}

ReportJob::~ReportJob() = default;

void ReportJob::start()
{
    const Insights::AnalysisPtr shown = m_session.analysis();
    if (m_options.language == m_windowLanguage && !shown->models.candidates.isEmpty()) {
        // Through the event loop, so that finished() never comes before start() returns.
        QMetaObject::invokeMethod(this, [this, shown] { print(shown); }, Qt::QueuedConnection);
        return;
    }
    // The window does not rank models, and findings and remarks are sentences: the other language
    // needs them computed again.
    m_session.jobs().start(
        JobRunner::Lane::Reader, tr("Computing the report"), true,
        [shown, query = shown->query, options = m_options](const Progress &progress) mutable {
            query.ranksModels = true;
            const Voices::Scope voice(options.language);
            const Progress silent(progress.stopToken(), [progress](ProgressReport report) {
                report.step.clear();
                progress.report(report);
            });
            return Insights::computeAnalysis(shown->snapshot, query,
                                             NumberFormat(options.language, options.digits), silent, shown);
        },
        [this](const Result<Insights::AnalysisPtr> &result) {
            if (result)
                print(*result);
            else
                emit finished(result.error());
        });
}

void ReportJob::cancel()
{
    m_stop.request_stop();
}

void ReportJob::print(const Insights::AnalysisPtr &analysis)
{
    m_analysis = analysis;
    const Voices::Scope voice(m_options.language);
    m_printer = std::make_unique<ReportPrinter>(Report::composeReport(*analysis, m_options), analysis, m_file,
                                                Progress(m_stop.get_token()));
    m_timer.start(0);
}

void ReportJob::paintNext()
{
    {
        const Voices::Scope voice(m_options.language);
        if (m_printer->paintNext())
            return;
    }
    // Whoever is told speaks the window's language again.
    m_timer.stop();
    emit finished(m_printer->result());
}
