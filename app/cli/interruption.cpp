#include "app/cli/interruption.h"

#include <csignal>
#include <ctime>
#include <pthread.h>

namespace Cli {
namespace {

sigset_t watchedSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

} // namespace

Interruption::Interruption()
{
    const sigset_t watched = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &watched, nullptr); // threads started from here on inherit the mask
    m_waiter = std::jthread([this](const std::stop_token &over) {
        const sigset_t signals = watchedSignals();
        const timespec pause{0, 100'000'000};
        while (!over.stop_requested()) {
            if (sigtimedwait(&signals, nullptr, &pause) > 0)
                m_stop.request_stop();
        }
    });
}

Interruption::~Interruption()
{
    m_waiter.request_stop();
    m_waiter.join();
    const sigset_t watched = watchedSignals();
    pthread_sigmask(SIG_UNBLOCK, &watched, nullptr);
}

} // namespace Cli
