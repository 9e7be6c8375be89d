#include "ui/dialogs/latestjob.h"

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

void LatestJob::forgetFinished()
{
    m_futures.removeIf([](const QFuture<void> &future) { return future.isFinished(); });
}
