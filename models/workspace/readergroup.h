#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/workspace/database.h"

#include <functional>
#include <vector>

class Workspace;

/// Read-only connections that see one and the same state of a workspace, so that a long reading can
/// use every processor.
class ReaderGroup
{
public:
    /// Runs on a thread of its own choice, with a connection that no other work uses meanwhile.
    using Work = std::function<Result<void>(Database &, const Progress &)>;

    /// As many connections as there are processors, at most \a most, at least one. Where somebody
    /// keeps writing while they are opened it is one.
    static Result<ReaderGroup> open(const Workspace &workspace, unsigned most);

    /// For what is read before and after the works.
    [[nodiscard]] Database &first() { return m_connections.front(); }
    /// Runs \a works side by side, begun in their order; returns the error of the first that
    /// failed. After a failure or a cancellation no further one is begun.
    Result<void> run(const std::vector<Work> &works, const Progress &progress);

private:
    std::vector<Database> m_connections;
};
