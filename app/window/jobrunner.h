#pragma once

#include "models/core/progress.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrent>

#include <memory>
#include <stop_token>

/// Runs the window's long work on workers and says how far it is. Results come back on the thread
/// of this object; destroying it stops all work and waits.
class JobRunner final : public QObject
{
    Q_OBJECT

public:
    enum class Lane {
        Writer, ///< one at a time, in order: opening, importing, saving
        Reader  ///< beside the writer: computing and looking up
    };

    explicit JobRunner(QObject *parent = nullptr);
    ~JobRunner() override;

    /// Calls \a work(progress) on a worker, then \a done(result) here; \a done also comes after a
    /// cancellation, with whatever the work returned. \a title is the translated name of the work;
    /// empty: too small to be shown. Returns the job's number.
    template <typename Work, typename Done>
    int start(Lane lane, const QString &title, bool cancellable, Work work, Done done)
    {
        using Value = std::invoke_result_t<Work, const Progress &>;
        const int job = begin(title, cancellable);
        m_futures.append(QtConcurrent::run(
            &pool(lane),
            [this, job, work = std::move(work), done = std::move(done), progress = progressOf(job)]() mutable {
                auto value = std::make_shared<Value>(work(progress));
                QMetaObject::invokeMethod(
                    this,
                    [this, job, value, done = std::move(done)]() mutable {
                        end(job);
                        done(std::move(*value));
                    },
                    Qt::QueuedConnection);
            }));
        return job;
    }
    void cancel(int job);
    void cancelAll();
    /// Some work with a title is under way.
    [[nodiscard]] bool isBusy() const;
    /// All work, also the small, has ended.
    [[nodiscard]] bool isIdle() const { return m_jobs.isEmpty(); }

signals:
    void started(int job, const QString &title, bool cancellable);
    void progressed(int job, const ProgressReport &report); ///< at most 25 times a second
    void ended(int job);

private:
    struct State
    {
        std::stop_source stop;
        bool hasTitle = false;
    };

    int begin(const QString &title, bool cancellable);
    void end(int job);
    [[nodiscard]] Progress progressOf(int job);
    [[nodiscard]] QThreadPool &pool(Lane lane) { return lane == Lane::Writer ? m_writer : m_readers; }

    QThreadPool m_writer;
    QThreadPool m_readers;
    QHash<int, State> m_jobs;
    QList<QFuture<void>> m_futures;
    int m_last = 0;
};
