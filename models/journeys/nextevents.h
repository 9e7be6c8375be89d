#pragma once

#include "models/funnel/evaluator.h"
#include "models/lifecycle/members.h"

namespace Journeys {

/// What each of \a members did next: the first event or purchase later than their moment, the most
/// frequent first; an empty name: nothing more. What happened within the same second as the moment
/// is taken as part of it.
QList<Funnel::Instead> nextEvents(const Customers::Snapshot &snapshot,
                                  const std::vector<Lifecycle::Member> &members);

} // namespace Journeys
