#pragma once

#include <cstdint>

namespace Numerics {

/// A seeded generator whose sequence is the same on every platform (xoshiro256++ by Blackman and
/// Vigna, 2019, seeded through SplitMix64). Satisfies UniformRandomBitGenerator, but take the draws
/// below: the standard library's distributions differ between implementations.
class Random
{
public:
    using result_type = std::uint64_t;

    explicit Random(std::uint64_t seed);

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return ~result_type{0}; }
    result_type operator()();

    double uniform();                               ///< in (0, 1): never 0, never 1
    double uniform(double from, double until);
    std::int64_t integer(std::int64_t from, std::int64_t until); ///< both included, without bias
    double normal();                                ///< mean 0, variance 1 (Marsaglia's polar method)
    double exponential(double rate);
    double gamma(double shape, double rate);        ///< Marsaglia and Tsang 2000
    double beta(double a, double b);
    std::int64_t poisson(double mean);

private:
    std::uint64_t m_state[4];
    double m_spareNormal = 0;
    bool m_hasSpareNormal = false;
};

} // namespace Numerics
