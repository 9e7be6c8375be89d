#include "models/clv/likelihoodkernels.h"

#include "models/numerics/vectormath.h"

#include <algorithm>

// Each body is inlined into one function per instruction set. Rows are taken in fixed groups of
// lanes that are added up in a fixed order at the end, so every instruction set gives the same
// digits.
#if defined(__x86_64__) && defined(__GNUC__)
#define QEEMA_DISPATCH 1
#else
#define QEEMA_DISPATCH 0
#endif

namespace Clv::Kernels {

namespace {

using Numerics::vectorExp;
using Numerics::vectorLog;

constexpr std::size_t lanes = 64;

struct Lanes
{
    alignas(64) double v[lanes];
};

/// The next group of rows; missing ones repeat the last with weight 0.
struct Group
{
    Lanes x, tx, T, weight;
};

[[gnu::always_inline]] inline void load(Group &group, const Rows &rows, std::size_t from,
                                        std::size_t here)
{
    for (std::size_t i = 0; i < lanes; ++i) {
        const std::size_t row = from + (i < here ? i : here - 1);
        group.x.v[i] = rows.x[row];
        group.tx.v[i] = rows.tx[row];
        group.T.v[i] = rows.T[row];
        group.weight.v[i] = i < here ? rows.weight[row] : 0;
    }
}

[[gnu::always_inline]] inline double sum(const Lanes &values)
{
    double total = 0;
    for (std::size_t i = 0; i < lanes; ++i)
        total += values.v[i];
    return total;
}

/// Fader & Hardie note 009 eqs 15-20 with A0 as an integral (see paretonbd.cpp).
[[gnu::always_inline]] inline void paretoNbdBody(const Rows &rows, const double (&parameters)[4],
                                                 const double *node, const double *nodeWeight,
                                                 std::size_t nodes, double *pAlive, Sums &sums)
{
    const double r = parameters[0];
    const double alpha = parameters[1];
    const double s = parameters[2];
    const double beta = parameters[3];
    const double logAlpha = vectorLog(alpha);
    const double logBeta = vectorLog(beta);
    const double logS = vectorLog(s);
    Lanes total = {}, dr = {}, da = {}, ds = {}, db = {};
    Group g;
    Lanes inverseA, inverseB, h, V, s0, sa, sb, ia, ib;
    for (std::size_t from = 0; from < rows.count; from += lanes) {
        const std::size_t here = std::min(lanes, rows.count - from);
        load(g, rows, from, here);
        for (std::size_t i = 0; i < lanes; ++i) {
            inverseA.v[i] = 1 / (alpha + g.tx.v[i]);
            inverseB.v[i] = 1 / (beta + g.tx.v[i]);
            h.v[i] = 1 / ((r + g.x.v[i]) * inverseA.v[i] + (s + 1) * inverseB.v[i]);
            V.v[i] = vectorLog(1 + (g.T.v[i] - g.tx.v[i]) / h.v[i]);
            s0.v[i] = sa.v[i] = sb.v[i] = ia.v[i] = ib.v[i] = 0;
        }
        for (std::size_t k = 0; k < nodes; ++k) {
            const double u = node[k];
            const double w = nodeWeight[k];
            for (std::size_t i = 0; i < lanes; ++i) {
                const double v = V.v[i] * u;
                const double step = h.v[i] * (vectorExp(v) - 1);
                const double ra = 1 + step * inverseA.v[i];
                const double rb = 1 + step * inverseB.v[i];
                const double la = vectorLog(ra);
                const double lb = vectorLog(rb);
                const double f = w * vectorExp(v - (r + g.x.v[i]) * la - (s + 1) * lb);
                const double inverse = f / (ra * rb);
                s0.v[i] += f;
                sa.v[i] += f * la;
                sb.v[i] += f * lb;
                ia.v[i] += inverse * rb;
                ib.v[i] += inverse * ra;
            }
        }
        for (std::size_t i = 0; i < lanes; ++i) {
            const double n = r + g.x.v[i];
            const double logAT = vectorLog(alpha + g.T.v[i]);
            const double logBT = vectorLog(beta + g.T.v[i]);
            const double logA = -vectorLog(inverseA.v[i]);
            const double logB = -vectorLog(inverseB.v[i]);
            const double integral = h.v[i] * V.v[i] * s0.v[i];
            const double logAlive = -n * logAT - s * logBT;
            const double logGone =
                logS + vectorLog(integral > 1e-300 ? integral : 1e-300) - n * logA - (s + 1) * logB;
            const double d = logGone - logAlive;
            const double e = vectorExp(d > 0 ? -d : d);
            const double share = 1 / (1 + e);
            const double gone = d > 0 ? share : e * share;
            const double alive = d > 0 ? e * share : share;
            const double mean = 1 / (s0.v[i] > 1e-300 ? s0.v[i] : 1e-300);
            const double w = g.weight.v[i];
            total.v[i] +=
                w * (r * logAlpha + s * logBeta + logAlive + (d > 0 ? d : 0.0) + vectorLog(1 + e));
            dr.v[i] += w * (logAlpha - alive * logAT - gone * (logA + sa.v[i] * mean));
            da.v[i] += w
                       * (r / alpha - alive * n / (alpha + g.T.v[i])
                          - gone * n * ia.v[i] * inverseA.v[i] * mean);
            ds.v[i] += w * (logBeta - alive * logBT + gone * (1 / s - logB - sb.v[i] * mean));
            db.v[i] += w
                       * (s / beta - alive * s / (beta + g.T.v[i])
                          - gone * (s + 1) * ib.v[i] * inverseB.v[i] * mean);
            s0.v[i] = alive;
        }
        if (pAlive)
            std::copy_n(s0.v, here, pAlive + from);
    }
    sums.logLikelihood = sum(total);
    sums.gradient[0] = sum(dr);
    sums.gradient[1] = sum(da);
    sums.gradient[2] = sum(ds);
    sums.gradient[3] = sum(db);
}

/// Fader, Hardie & Lee 2005 eq 6 and Batislam et al. 2007 (see betageometric.cpp).
[[gnu::always_inline]] inline void betaGeometricBody(const Rows &rows,
                                                     const double (&parameters)[4],
                                                     const double *logOdds, const double *inverse,
                                                     double *pAlive, Sums &sums)
{
    const double r = parameters[0];
    const double alpha = parameters[1];
    const double inverseOfA = 1 / parameters[2];
    const double logAlpha = vectorLog(alpha);
    Lanes total = {}, dr = {}, da = {}, dA = {}, dB = {};
    Group g;
    Lanes odds, inverseOfB, aliveOut;
    for (std::size_t from = 0; from < rows.count; from += lanes) {
        const std::size_t here = std::min(lanes, rows.count - from);
        load(g, rows, from, here);
        for (std::size_t i = 0; i < lanes; ++i) {
            const std::uint32_t x = rows.xIndex[from + (i < here ? i : here - 1)];
            odds.v[i] = logOdds[x];
            inverseOfB.v[i] = inverse[x];
        }
        for (std::size_t i = 0; i < lanes; ++i) {
            const double n = r + g.x.v[i];
            const double AT = alpha + g.T.v[i];
            const double At = alpha + g.tx.v[i];
            const double logAT = vectorLog(AT);
            const double logAt = vectorLog(At);
            const double d = odds.v[i] + n * (logAT - logAt);
            const double e = vectorExp(d > 0 ? -d : d);
            const double share = 1 / (1 + e);
            const double gone = d > 0 ? share : e * share;
            const double w = g.weight.v[i];
            total.v[i] += w * (r * logAlpha - n * logAT + (d > 0 ? d : 0.0) + vectorLog(1 + e));
            dr.v[i] += w * (logAlpha - logAT + gone * (logAT - logAt));
            da.v[i] += w * (r / alpha - n / AT + gone * n * (1 / AT - 1 / At));
            dA.v[i] += w * gone * inverseOfA;
            dB.v[i] -= w * gone * inverseOfB.v[i];
            aliveOut.v[i] = d > 0 ? e * share : share;
        }
        if (pAlive)
            std::copy_n(aliveOut.v, here, pAlive + from);
    }
    sums.logLikelihood = sum(total);
    sums.gradient[0] = sum(dr);
    sums.gradient[1] = sum(da);
    sums.gradient[2] = sum(dA);
    sums.gradient[3] = sum(dB);
}

[[gnu::always_inline]] inline void gammaGammaBody(const double *x, const double *z,
                                                  std::size_t count, double gamma, SpendSums &sums)
{
    Lanes log = {}, xLog = {}, inverse = {}, xInverse = {};
    Lanes xs, zs, ws;
    for (std::size_t from = 0; from < count; from += lanes) {
        const std::size_t here = std::min(lanes, count - from);
        for (std::size_t i = 0; i < lanes; ++i) {
            const std::size_t row = from + (i < here ? i : here - 1);
            xs.v[i] = x[row];
            zs.v[i] = z[row];
            ws.v[i] = i < here ? 1 : 0;
        }
        for (std::size_t i = 0; i < lanes; ++i) {
            const double total = gamma + xs.v[i] * zs.v[i];
            const double l = ws.v[i] * vectorLog(total);
            const double reciprocal = ws.v[i] / total;
            log.v[i] += l;
            xLog.v[i] += xs.v[i] * l;
            inverse.v[i] += reciprocal;
            xInverse.v[i] += xs.v[i] * reciprocal;
        }
    }
    sums = {sum(log), sum(xLog), sum(inverse), sum(xInverse)};
}

[[gnu::always_inline]] inline void paretoMixtureBody(const double *p, const double *probability,
                                                     std::size_t points, const double *time,
                                                     const double *weight, std::size_t times,
                                                     double power, double &result)
{
    Lanes total = {};
    Lanes ps, ws;
    for (std::size_t from = 0; from < points; from += lanes) {
        const std::size_t here = std::min(lanes, points - from);
        for (std::size_t i = 0; i < lanes; ++i) {
            ps.v[i] = i < here ? p[from + i] : 0;
            ws.v[i] = i < here ? probability[from + i] : 0;
        }
        const std::size_t used = (here + 7) / 8 * 8;
        for (std::size_t k = 0; k < times; ++k) {
            const double t = time[k];
            const double w = weight[k];
            for (std::size_t i = 0; i < used; ++i)
                total.v[i] += w * ws.v[i] * vectorExp(-power * vectorLog(1 + ps.v[i] * t));
        }
    }
    result = sum(total);
}

#if QEEMA_DISPATCH
#define QEEMA_TARGET_512                                                                           \
    __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,prefer-vector-width=512"), noinline))
#define QEEMA_TARGET_256 __attribute__((target("avx2"), noinline))

QEEMA_TARGET_512 void paretoNbd512(const Rows &a, const double (&b)[4], const double *c,
                                   const double *d, std::size_t e, double *f, Sums &g)
{
    paretoNbdBody(a, b, c, d, e, f, g);
}
QEEMA_TARGET_256 void paretoNbd256(const Rows &a, const double (&b)[4], const double *c,
                                   const double *d, std::size_t e, double *f, Sums &g)
{
    paretoNbdBody(a, b, c, d, e, f, g);
}
QEEMA_TARGET_512 void betaGeometric512(const Rows &a, const double (&b)[4], const double *c,
                                       const double *d, double *e, Sums &f)
{
    betaGeometricBody(a, b, c, d, e, f);
}
QEEMA_TARGET_256 void betaGeometric256(const Rows &a, const double (&b)[4], const double *c,
                                       const double *d, double *e, Sums &f)
{
    betaGeometricBody(a, b, c, d, e, f);
}
QEEMA_TARGET_512 void gammaGamma512(const double *a, const double *b, std::size_t c, double d,
                                    SpendSums &e)
{
    gammaGammaBody(a, b, c, d, e);
}
QEEMA_TARGET_256 void gammaGamma256(const double *a, const double *b, std::size_t c, double d,
                                    SpendSums &e)
{
    gammaGammaBody(a, b, c, d, e);
}
QEEMA_TARGET_512 void paretoMixture512(const double *a, const double *b, std::size_t c,
                                       const double *d, const double *e, std::size_t f, double g,
                                       double &h)
{
    paretoMixtureBody(a, b, c, d, e, f, g, h);
}
QEEMA_TARGET_256 void paretoMixture256(const double *a, const double *b, std::size_t c,
                                       const double *d, const double *e, std::size_t f, double g,
                                       double &h)
{
    paretoMixtureBody(a, b, c, d, e, f, g, h);
}

bool has512()
{
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
           && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw");
}

bool has256() { return __builtin_cpu_supports("avx2"); }
#endif

} // namespace

Sums paretoNbd(const Rows &rows, const double (&parameters)[4], const double *node,
               const double *weight, std::size_t nodes, double *pAlive)
{
    Sums sums;
#if QEEMA_DISPATCH
    if (has512()) {
        paretoNbd512(rows, parameters, node, weight, nodes, pAlive, sums);
        return sums;
    }
    if (has256()) {
        paretoNbd256(rows, parameters, node, weight, nodes, pAlive, sums);
        return sums;
    }
#endif
    paretoNbdBody(rows, parameters, node, weight, nodes, pAlive, sums);
    return sums;
}

Sums betaGeometric(const Rows &rows, const double (&parameters)[4], const double *logOdds,
                   const double *inverse, double *pAlive)
{
    Sums sums;
#if QEEMA_DISPATCH
    if (has512()) {
        betaGeometric512(rows, parameters, logOdds, inverse, pAlive, sums);
        return sums;
    }
    if (has256()) {
        betaGeometric256(rows, parameters, logOdds, inverse, pAlive, sums);
        return sums;
    }
#endif
    betaGeometricBody(rows, parameters, logOdds, inverse, pAlive, sums);
    return sums;
}

SpendSums gammaGamma(const double *x, const double *z, std::size_t count, double gamma)
{
    SpendSums sums;
#if QEEMA_DISPATCH
    if (has512()) {
        gammaGamma512(x, z, count, gamma, sums);
        return sums;
    }
    if (has256()) {
        gammaGamma256(x, z, count, gamma, sums);
        return sums;
    }
#endif
    gammaGammaBody(x, z, count, gamma, sums);
    return sums;
}

double paretoMixture(const double *p, const double *probability, std::size_t points,
                     const double *time, const double *weight, std::size_t times, double power)
{
    double result = 0;
#if QEEMA_DISPATCH
    if (has512()) {
        paretoMixture512(p, probability, points, time, weight, times, power, result);
        return result;
    }
    if (has256()) {
        paretoMixture256(p, probability, points, time, weight, times, power, result);
        return result;
    }
#endif
    paretoMixtureBody(p, probability, points, time, weight, times, power, result);
    return result;
}

} // namespace Clv::Kernels
