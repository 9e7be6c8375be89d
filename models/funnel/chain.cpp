#include "models/funnel/chain.h"

#include "models/funnel/evaluator.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

using Matrix = std::vector<std::vector<double>>;

/// Solves a·x = b by elimination with row exchange; the smallest pivots mean an empty row.
std::vector<double> solve(Matrix a, std::vector<double> b)
{
    const std::size_t size = b.size();
    for (std::size_t column = 0; column < size; ++column) {
        std::size_t pivot = column;
        for (std::size_t row = column + 1; row < size; ++row) {
            if (std::abs(a[row][column]) > std::abs(a[pivot][column]))
                pivot = row;
        }
        std::swap(a[column], a[pivot]);
        std::swap(b[column], b[pivot]);
        for (std::size_t row = column + 1; row < size; ++row) {
            const double factor = a[row][column] / a[column][column];
            if (factor == 0)
                continue;
            for (std::size_t k = column; k < size; ++k)
                a[row][k] -= factor * a[column][k];
            b[row] -= factor * b[column];
        }
    }
    std::vector<double> x(size);
    for (std::size_t row = size; row-- > 0;) {
        double sum = b[row];
        for (std::size_t k = row + 1; k < size; ++k)
            sum -= a[row][k] * x[k];
        x[row] = sum / a[row][row];
    }
    return x;
}

/// Which of the states can get to the target at all; without them the equations would be singular.
std::vector<char> canReach(const Matrix &q, const std::vector<double> &toTarget)
{
    std::vector<char> can(q.size(), 0);
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < q.size(); ++i) {
            if (can[i])
                continue;
            bool now = toTarget[i] > 0;
            for (std::size_t j = 0; j < q.size() && !now; ++j)
                now = can[j] && q[i][j] > 0;
            can[i] = char(now);
            changed = changed || now;
        }
    }
    return can;
}

} // namespace

Result<Reach> reach(const TransitionMatrix &matrix, const QString &target)
{
    const qsizetype targetIndex = matrix.labels.indexOf(target);
    if (targetIndex < 0 || target == startState) {
        return JsonReader::definitionError(
            QCoreApplication::translate(
                "Funnel", "The field \"reach\" names \"%1\", which is not a state of these paths.")
                .arg(target));
    }
    Reach result;
    result.target = target;
    std::vector<qsizetype> states;
    for (qsizetype i = 0; i < matrix.labels.size(); ++i) {
        if (i != targetIndex && matrix.labels[i] != endState) {
            states.push_back(i);
            result.states.append(matrix.labels[i]);
        }
    }
    const QList<QList<double>> shares = matrix.values(TransitionValue::ProbabilityOut);
    const std::size_t size = states.size();
    Matrix q(size, std::vector<double>(size, 0));
    std::vector<double> toTarget(size, 0);
    for (std::size_t i = 0; i < size; ++i) {
        toTarget[i] = shares[states[i]][targetIndex];
        for (std::size_t j = 0; j < size; ++j)
            q[i][j] = shares[states[i]][states[j]];
    }

    // Probability: h = Q·h + r over the states that can get there; 0 elsewhere.
    const std::vector<char> can = canReach(q, toTarget);
    Matrix equations(size, std::vector<double>(size, 0));
    std::vector<double> right(size, 0);
    for (std::size_t i = 0; i < size; ++i) {
        equations[i][i] = 1;
        if (!can[i])
            continue;
        right[i] = toTarget[i];
        for (std::size_t j = 0; j < size; ++j) {
            if (can[j])
                equations[i][j] -= q[i][j];
        }
    }
    const std::vector<double> h = solve(equations, right);

    // Steps and seconds of those who arrive: moves weighted with h of where they lead, by h of
    // here.
    std::vector<double> steps(size, 0);
    std::vector<double> seconds(size, 0);
    for (std::size_t i = 0; i < size; ++i) {
        std::fill(equations[i].begin(), equations[i].end(), 0.0);
        equations[i][i] = 1;
        if (!can[i])
            continue;
        steps[i] = 1;
        seconds[i] = toTarget[i] / h[i] * matrix.averageSeconds(states[i], targetIndex);
        for (std::size_t j = 0; j < size; ++j) {
            if (!can[j])
                continue;
            const double weight = q[i][j] * h[j] / h[i];
            equations[i][j] -= weight;
            seconds[i] += weight * matrix.averageSeconds(states[i], states[j]);
        }
    }
    const std::vector<double> expectedSteps = solve(equations, steps);
    const std::vector<double> expectedSeconds = solve(equations, seconds);
    for (std::size_t i = 0; i < size; ++i) {
        result.probability.append(can[i] ? h[i] : 0);
        result.expectedSteps.append(can[i] ? expectedSteps[i] : notAvailable);
        result.expectedSeconds.append(can[i] ? expectedSeconds[i] : notAvailable);
    }
    return result;
}

QList<double> expectedWorth(const TransitionMatrix &matrix, const QList<double> &worthAtEnd)
{
    const qsizetype end = matrix.labels.indexOf(endState);
    const QList<QList<double>> shares = matrix.values(TransitionValue::ProbabilityOut);
    QList<double> worth(matrix.labels.size(), notAvailable);
    std::vector<qsizetype> states;
    for (qsizetype i = 0; i < matrix.labels.size(); ++i) {
        const QList<qint64> &row = matrix.counts[i];
        if (i != end && std::any_of(row.begin(), row.end(), [](qint64 n) { return n > 0; }))
            states.push_back(i);
    }
    const std::size_t size = states.size();
    Matrix equations(size, std::vector<double>(size, 0));
    std::vector<double> right(size, 0);
    for (std::size_t i = 0; i < size; ++i) {
        equations[i][i] = 1;
        if (end >= 0 && shares[states[i]][end] > 0)
            right[i] = shares[states[i]][end] * worthAtEnd[states[i]];
        for (std::size_t j = 0; j < size; ++j)
            equations[i][j] -= shares[states[i]][states[j]];
    }
    const std::vector<double> solved = solve(equations, right);
    for (std::size_t i = 0; i < size; ++i)
        worth[states[i]] = solved[i];
    return worth;
}

} // namespace Funnel
