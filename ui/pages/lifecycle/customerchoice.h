#pragma once

#include "models/core/progress.h"
#include "models/funnel/evaluator.h"
#include "models/lifecycle/members.h"
#include "models/segments/draft.h"

#include <functional>

/// The customers behind a mark of the lifecycle screen: who they are, and how they are found when
/// somebody asks for them. Both functions run on a worker.
struct CustomerChoice
{
    using List = std::vector<Customers::CustomerIndex>;

    QString what;
    std::function<Result<List>(const Progress &)> find;
    /// What they did instead of going on; empty: that says nothing here.
    std::function<Result<QList<Funnel::Instead>>(const Progress &)> instead;
    /// The same customers as a rule, where there is one, and as a person reads it.
    std::optional<Segments::Rule> rule;
    QString ruleWords;

    /// The segment that \a customers of \a snapshot, found by this choice, would make.
    [[nodiscard]] Segments::Draft draft(const Customers::Snapshot &snapshot,
                                        const List &customers) const;

    /// Customers who are known already.
    [[nodiscard]] static CustomerChoice of(const QString &what, List customers);
    /// Customers with the moments that brought them there; \a withInstead: they did not go on.
    using FindMembers = std::function<Result<std::vector<Lifecycle::Member>>(const Progress &)>;
    [[nodiscard]] static CustomerChoice ofMembers(const QString &what,
                                                  const Customers::SnapshotPtr &snapshot,
                                                  const FindMembers &find, bool withInstead);
};
