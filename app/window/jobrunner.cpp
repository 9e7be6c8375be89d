#include "app/window/jobrunner.h"

#include <chrono>
#include <mutex>

namespace {

/// Lets through the first report, then one each 40 ms or when the step changes.
class Throttle
{
public:
    bool lets(const ProgressReport &report)
    {
        const auto now = std::chrono::steady_clock::now();
        const std::scoped_lock lock(m_mutex);
        if (report.step == m_step && now - m_last < std::chrono::milliseconds(40))
            return false;
        m_last = now;
        m_step = report.step;
        return true;
    }

private:
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_last;
    QString m_step;
};

} // namespace

JobRunner::JobRunner(QObject *parent)
    : QObject(parent)
{
    m_writer.setMaxThreadCount(1);
}

JobRunner::~JobRunner()
{
    cancelAll();
    for (QFuture<void> &future : m_futures)
        future.waitForFinished();
}

void JobRunner::cancel(int job)
{
    const auto found = m_jobs.find(job);
    if (found != m_jobs.end())
        found->stop.request_stop();
}

void JobRunner::cancelAll()
{
    for (State &state : m_jobs)
        state.stop.request_stop();
}

bool JobRunner::isBusy() const
{
    return std::any_of(m_jobs.cbegin(), m_jobs.cend(), [](const State &state) { return state.hasTitle; });
}

int JobRunner::begin(const QString &title, bool cancellable)
{
    m_futures.removeIf([](const QFuture<void> &future) { return future.isFinished(); });
    const int job = ++m_last;
    m_jobs.insert(job, {std::stop_source(), !title.isEmpty()});
    if (!title.isEmpty())
        emit started(job, title, cancellable);
    return job;
}

void JobRunner::end(int job)
{
    const bool hadTitle = m_jobs.take(job).hasTitle;
    if (hadTitle)
        emit ended(job);
}

Progress JobRunner::progressOf(int job)
{
    const State &state = m_jobs[job];
    if (!state.hasTitle)
        return Progress(state.stop.get_token());
    return Progress(state.stop.get_token(),
                    [this, job, throttle = std::make_shared<Throttle>()](const ProgressReport &report) {
                        if (!throttle->lets(report))
                            return;
                        QMetaObject::invokeMethod(
                            this,
                            [this, job, report] {
                                if (m_jobs.contains(job))
                                    emit progressed(job, report);
                            },
                            Qt::QueuedConnection);
                    });
}
