#pragma once

#include <QString>

#include <functional>
#include <stop_token>

/// What a long job tells about how far it is.
struct ProgressReport
{
    double fraction = 0;      ///< 0 to 1; negative: not known
    QString step;             ///< translated, e.g. "Reading purchases"
    qint64 rows = 0;          ///< rows done so far, 0 where rows mean nothing
    double rowsPerSecond = 0;
    double secondsLeft = -1;  ///< negative: not known
};

/// Handed to every function that may run longer than 0.3 s: where it reports progress and learns
/// of cancellation. Copies share the same state; safe to use from any thread.
class Progress
{
public:
    using Listener = std::function<void(const ProgressReport &)>;

    Progress() = default; ///< never cancelled, tells nobody
    explicit Progress(std::stop_token stop, Listener listener = {});

    [[nodiscard]] bool isCancelled() const { return m_stop.stop_requested(); }
    void report(const ProgressReport &report) const;
    void report(double fraction, const QString &step) const;
    /// A part of this progress: its 0 to 1 becomes \a from to \a until of the whole.
    [[nodiscard]] Progress part(double from, double until) const;
    [[nodiscard]] std::stop_token stopToken() const { return m_stop; }

private:
    std::stop_token m_stop;
    Listener m_listener;
};
