#include "models/core/progress.h"

#include <utility>

Progress::Progress(std::stop_token stop, Listener listener)
    : m_stop(std::move(stop))
    , m_listener(std::move(listener))
{
}

void Progress::report(const ProgressReport &report) const
{
    if (m_listener)
        m_listener(report);
}

void Progress::report(double fraction, const QString &step) const
{
    report(ProgressReport{.fraction = fraction, .step = step});
}

Progress Progress::part(double from, double until) const
{
    if (!m_listener)
        return Progress(m_stop);
    return Progress(m_stop, [listener = m_listener, from, until](ProgressReport report) {
        if (report.fraction >= 0)
            report.fraction = from + (until - from) * report.fraction;
        listener(report);
    });
}
