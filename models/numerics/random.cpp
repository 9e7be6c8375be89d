#include "models/numerics/random.h"

#include <bit>
#include <cmath>

namespace Numerics {

Random::Random(std::uint64_t seed)
{
    for (std::uint64_t &word : m_state) { // SplitMix64
        seed += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = seed;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        word = z ^ (z >> 31);
    }
}

Random::result_type Random::operator()()
{
    const std::uint64_t result = std::rotl(m_state[0] + m_state[3], 23) + m_state[0];
    const std::uint64_t t = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= t;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

double Random::uniform()
{
    return (double((*this)() >> 11) + 0.5) * 0x1.0p-53;
}

double Random::uniform(double from, double until)
{
    return from + (until - from) * uniform();
}

std::int64_t Random::integer(std::int64_t from, std::int64_t until)
{
    const std::uint64_t span = std::uint64_t(until) - std::uint64_t(from) + 1;
    if (span == 0)
        return std::int64_t((*this)());
    const std::uint64_t limit = max() - max() % span; // draws above it would favour small values
    std::uint64_t draw = (*this)();
    while (draw >= limit)
        draw = (*this)();
    return std::int64_t(std::uint64_t(from) + draw % span);
}

double Random::normal()
{
    if (m_hasSpareNormal) {
        m_hasSpareNormal = false;
        return m_spareNormal;
    }
    double u = 0;
    double v = 0;
    double square = 0;
    do {
        u = uniform(-1, 1);
        v = uniform(-1, 1);
        square = u * u + v * v;
    } while (square >= 1 || square == 0);
    const double factor = std::sqrt(-2 * std::log(square) / square);
    m_spareNormal = v * factor;
    m_hasSpareNormal = true;
    return u * factor;
}

double Random::exponential(double rate)
{
    return -std::log(uniform()) / rate;
}

double Random::gamma(double shape, double rate)
{
    if (shape < 1) // Marsaglia and Tsang 2000, section 6: boost the shape by one, then scale down
        return gamma(shape + 1, rate) * std::exp(std::log(uniform()) / shape);
    const double d = shape - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double z = normal();
        const double cube = 1 + c * z;
        if (cube <= 0)
            continue;
        const double v = cube * cube * cube;
        if (std::log(uniform()) < 0.5 * z * z + d - d * v + d * std::log(v))
            return d * v / rate;
    }
}

double Random::beta(double a, double b)
{
    const double first = gamma(a, 1);
    return first / (first + gamma(b, 1));
}

std::int64_t Random::poisson(double mean)
{
    // Large means are split in halves of independent draws, so that exp(-mean) never underflows.
    std::int64_t count = 0;
    while (mean > 30) {
        const std::int64_t order = std::int64_t(mean * 7 / 8);
        const double arrival = gamma(double(order), 1); // time of the order-th arrival
        if (arrival > mean) { // the arrivals before it are binomial, counted one by one
            for (std::int64_t i = 0; i < order - 1; ++i)
                count += uniform() < mean / arrival ? 1 : 0;
            return count;
        }
        count += order;
        mean -= arrival;
    }
    const double limit = std::exp(-mean);
    for (double product = uniform(); product > limit; product *= uniform())
        ++count;
    return count;
}

} // namespace Numerics
