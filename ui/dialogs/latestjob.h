#pragma once

#include "models/core/progress.h"

#include <QFuture>
#include <QObject>
#include <QtConcurrent>

#include <memory>
#include <stop_token>

/// Work on a worker thread that a newer request replaces: the older one is told to stop and its
/// result is dropped. For previews, counts and look-ups behind a widget.
class LatestJob final : public QObject
{
    Q_OBJECT

public:
    explicit LatestJob(QObject *parent = nullptr);
    ~LatestJob() override; ///< tells the work to stop and waits for it

    /// Calls \a work(progress) on a worker and \a done(result) here, unless a newer request or
    /// cancel() came between.
    template <typename Work, typename Done>
    void start(Work work, Done done)
    {
        cancel();
        m_stop = {};
        const int number = ++m_number;
        using Value = std::invoke_result_t<Work, const Progress &>;
        m_futures.append(QtConcurrent::run(
            [this, number, work = std::move(work), done = std::move(done),
             progress = Progress(m_stop.get_token(), reporter(number))]() mutable {
                auto value = std::make_shared<Value>(work(progress));
                QMetaObject::invokeMethod(
                    this,
                    [this, number, value, done = std::move(done)]() mutable {
                        if (number != m_number)
                            return;
                        m_isRunning = false;
                        done(std::move(*value));
                    },
                    Qt::QueuedConnection);
            }));
        m_isRunning = true;
        forgetFinished();
    }
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

signals:
    /// How far the newest work is, at most 25 times a second.
    void progressed(const ProgressReport &report);

private:
    [[nodiscard]] Progress::Listener reporter(int number);
    void forgetFinished();

    std::stop_source m_stop;
    int m_number = 0;
    bool m_isRunning = false;
    QList<QFuture<void>> m_futures;
};
