#pragma once

#include "models/funnel/transitions.h"

namespace Funnel {

/// What a first-order Markov chain says about reaching one event, from every other state.
struct Reach
{
    QString target;
    QStringList states;          ///< the matrix' states, target and end left out
    QList<double> probability;   ///< to reach the target before the path ends
    QList<double> expectedSteps; ///< of those who reach it; NaN where nobody can
    QList<double> expectedSeconds;
};

/// The target and the end absorb; every other state is passed through with the counted shares.
/// Kemeny and Snell (1960), chapter 3: B = (I − Q)⁻¹ R. Expectations are those of the chain
/// conditioned on reaching the target (h-transform). \a matrix must hold all states.
Result<Reach> reach(const TransitionMatrix &matrix, const QString &target);

/// Expected worth of a path that passes through each state of \a matrix, where a path that ends in
/// state i is worth worthAtEnd[i]: v = (I − Q)⁻¹ r with r = P(i → end) · worthAtEnd[i]. Over the
/// counted paths themselves the value of the start is their mean worth. NaN where nobody ever was
/// and for the end; one value per label.
QList<double> expectedWorth(const TransitionMatrix &matrix, const QList<double> &worthAtEnd);

} // namespace Funnel
