#pragma once

#include "models/core/progress.h"

struct sqlite3;

/// While it lives, statements of the connection end with SQLITE_INTERRUPT soon after the progress
/// is cancelled. One a connection at a time.
class CancelGuard
{
public:
    CancelGuard(sqlite3 *connection, const Progress &progress);
    ~CancelGuard();
    CancelGuard(const CancelGuard &) = delete;
    CancelGuard &operator=(const CancelGuard &) = delete;

private:
    sqlite3 *m_connection;
    Progress m_progress;
};
