#include "ui/dialogs/latestjob.h"

#include <atomic>
#include <chrono>

LatestJob::LatestJob(QObject *parent)
    : QObject(parent)
{
}

LatestJob::~LatestJob()
{
    cancel();
    for (QFuture<void> &future : m_futures)
        future.waitForFinished();
}

void LatestJob::cancel()
{
    m_stop.request_stop();
    ++m_number;
    m_isRunning = false;
}

Progress::Listener LatestJob::reporter(int number)
{
    using Clock = std::chrono::steady_clock;
    return [this, number, last = std::make_shared<std::atomic<Clock::rep>>(0)](const ProgressReport &report) {
        const Clock::rep now = Clock::now().time_since_epoch().count();
        if (now - last->load() < Clock::duration(std::chrono::milliseconds(40)).count())
            return;
        last->store(now);
        QMetaObject::invokeMethod(
            this,
            [this, number, report] {
                if (number == m_number && m_isRunning)
                    emit progressed(report);
            },
            Qt::QueuedConnection);
    };
}

void LatestJob::forgetFinished()
{
    m_futures.removeIf([](const QFuture<void> &future) { return future.isFinished(); });
}
