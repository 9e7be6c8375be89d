#pragma once

#include "models/core/progress.h"

#include <memory>

namespace Cli {

/// One line of progress on standard error, and only when that is a terminal.
class TerminalProgress
{
public:
    explicit TerminalProgress(std::stop_token stop);

    [[nodiscard]] Progress progress() const { return m_progress; }
    void clear() const; ///< removes the line before results are printed

private:
    struct State;
    std::shared_ptr<State> m_state;
    Progress m_progress;
};

} // namespace Cli
