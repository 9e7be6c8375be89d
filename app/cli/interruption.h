#pragma once

#include <stop_token>
#include <thread>

namespace Cli {

/// While it lives, SIGINT and SIGTERM ask the running command to stop instead of ending the
/// program; the command then rolls back and reports that nothing was changed.
class Interruption
{
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    [[nodiscard]] std::stop_token stopToken() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::jthread m_waiter; ///< waits for the signals, so that no handler runs inside other code
};

} // namespace Cli
