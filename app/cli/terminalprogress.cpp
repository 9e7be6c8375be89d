#include "app/cli/terminalprogress.h"

#include <chrono>
#include <cstdio>
#include <mutex>
#include <unistd.h>

namespace Cli {

struct TerminalProgress::State
{
    std::mutex mutex;
    std::chrono::steady_clock::time_point shown;
    bool lineIsOpen = false;
};

TerminalProgress::TerminalProgress(std::stop_token stop) : m_state(std::make_shared<State>())
{
    if (!isatty(STDERR_FILENO)) {
        m_progress = Progress(std::move(stop));
        return;
    }
    m_progress = Progress(std::move(stop), [state = m_state](const ProgressReport &report) {
        const std::lock_guard lock(state->mutex);
        const auto now = std::chrono::steady_clock::now();
        if (now - state->shown < std::chrono::milliseconds(100))
            return;
        state->shown = now;
        state->lineIsOpen = true;
        const int percent = report.fraction < 0 ? -1 : int(report.fraction * 100);
        if (percent >= 0)
            std::fprintf(stderr, "\r\033[K%3d %%  %s", percent, report.step.toUtf8().constData());
        else
            std::fprintf(stderr, "\r\033[K%s", report.step.toUtf8().constData());
        std::fflush(stderr);
    });
}

void TerminalProgress::clear() const
{
    const std::lock_guard lock(m_state->mutex);
    if (m_state->lineIsOpen)
        std::fputs("\r\033[K", stderr);
    m_state->lineIsOpen = false;
}

} // namespace Cli
