#include "models/workspace/readergroup.h"

#include "models/numerics/parallel.h"
#include "models/workspace/cancelguard.h"
#include "models/workspace/workspace.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>

namespace {

/// Changes for this connection when another one commits.
std::int64_t stateOf(SQLite::Database &connection)
{
    return connection.execAndGet("PRAGMA data_version").getInt64();
}

/// From here on the connection sees the file as it is now.
void beginReading(SQLite::Database &connection)
{
    connection.exec("BEGIN");
    connection.execAndGet("SELECT count(*) FROM sqlite_schema");
}

/// Begins to read on all; false where somebody committed in between, so that they see different
/// states.
Result<bool> beginTogether(std::vector<Database> &connections)
{
    std::vector<std::int64_t> before;
    for (Database &database : connections) {
        const Result<std::int64_t> state = database.attempt(stateOf);
        if (!state)
            return state.error();
        before.push_back(*state);
    }
    bool isSame = true;
    for (std::size_t i = 0; i < connections.size(); ++i) {
        const Result<std::int64_t> after =
            connections[i].attempt([](SQLite::Database &connection) {
                beginReading(connection);
                return stateOf(connection);
            });
        if (!after)
            return after.error();
        isSame &= *after == before[i];
    }
    return isSame;
}

} // namespace

Result<ReaderGroup> ReaderGroup::open(const Workspace &workspace, unsigned most)
{
    ReaderGroup group;
    const unsigned wanted = std::clamp(Numerics::processors(), 1u, std::max(1u, most));
    for (unsigned i = 0; i < wanted; ++i) {
        Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
        if (!database)
            return database.error();
        group.m_connections.push_back(*std::move(database));
    }
    Result<bool> together = beginTogether(group.m_connections);
    if (!together)
        return together.error();
    if (!*together)
        group.m_connections.erase(group.m_connections.begin() + 1, group.m_connections.end());
    return group;
}

Result<void> ReaderGroup::run(const std::vector<Work> &works, const Progress &progress)
{
    std::vector<std::optional<Result<void>>> outcome(works.size());
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> goesOn = true;
    const auto read = [&](Database &database) {
        const CancelGuard guard(database.handle(), progress);
        for (std::size_t i = next++; i < works.size() && goesOn; i = next++) {
            outcome[i] = progress.isCancelled() ? Result<void>(Error::cancelled())
                                                : works[i](database, progress);
            if (!*outcome[i])
                goesOn = false;
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < std::min(m_connections.size(), works.size()); ++i)
            helpers.emplace_back([&read, &database = m_connections[i]] { read(database); });
        read(m_connections.front());
    }
    for (const auto &result : outcome)
        if (result && !*result)
            return *result;
    return {};
}
