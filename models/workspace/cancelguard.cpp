#include "models/workspace/cancelguard.h"

#include <sqlite3.h>

namespace {
/// Steps of SQLite's machine between two looks: well under a millisecond.
constexpr int stepsBetweenLooks = 20000;
} // namespace

CancelGuard::CancelGuard(sqlite3 *connection, const Progress &progress)
    : m_connection(connection), m_progress(progress)
{
    sqlite3_progress_handler(
        m_connection, stepsBetweenLooks,
        [](void *guard) {
            return static_cast<CancelGuard *>(guard)->m_progress.isCancelled() ? 1 : 0;
        },
        this);
}

CancelGuard::~CancelGuard() { sqlite3_progress_handler(m_connection, 0, nullptr, nullptr); }
