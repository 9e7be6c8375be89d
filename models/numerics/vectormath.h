#pragma once

#include <bit>
#include <cstdint>

/// exp and log without branches, tables or library calls, so that the compiler turns a loop over
/// them into vector instructions. Include only in files compiled for speed. The digits do not
/// depend on the vector width.
namespace Numerics {

/// e^x to 1 unit in the last place; 0 below -708, huge (but finite) above 709.
[[gnu::always_inline]] inline double vectorExp(double x)
{
    constexpr double log2e = 1.4426950408889634;
    constexpr double ln2High =
        6.93147180369123816490e-01; // the last 21 bits are zero: k * ln2High is exact
    constexpr double ln2Low = 1.90821492927058770002e-10;
    constexpr double shifter = 6755399441055744.0; // 1.5 * 2^52: adding it rounds to a whole number
    const double clamped = x < -708.0 ? -708.0 : (x > 709.0 ? 709.0 : x);
    const double shifted = clamped * log2e + shifter;
    const double k = shifted - shifter;
    const double r = (clamped - k * ln2High) - k * ln2Low;
    // Taylor's series to r^13; |r| ≤ ln(2)/2 leaves 4e-18.
    const double r2 = r * r;
    const double r4 = r2 * r2;
    const double a = (1.0 / 2 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120));
    const double b = (1.0 / 720 + r * (1.0 / 5040)) + r2 * (1.0 / 40320 + r * (1.0 / 362880));
    const double c =
        (1.0 / 3628800 + r * (1.0 / 39916800)) + r2 * (1.0 / 479001600 + r * (1.0 / 6227020800));
    const double p = 1 + (r + r2 * (a + r4 * (b + r4 * c)));
    const std::uint64_t scale = (std::bit_cast<std::uint64_t>(shifted) + 1023) << 52;
    const double result = p * std::bit_cast<double>(scale);
    return x < -708.0 ? 0.0 : result;
}

/// ln x to 1 unit in the last place for normal x > 0; anything else is for the caller to keep out.
[[gnu::always_inline]] inline double vectorLog(double x)
{
    constexpr double ln2High = 6.93147180369123816490e-01;
    constexpr double ln2Low = 1.90821492927058770002e-10;
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
    // Moves the mantissa to [sqrt(1/2), sqrt(2)): subtracting the bits of sqrt(1/2) borrows from
    // the exponent.
    const std::uint64_t moved = bits - 0x3fe6a09e667f3bcdULL;
    const std::uint64_t exponentBits = (moved >> 52) & 0xfff; // two's complement, 12 bits
    const double exponent = std::bit_cast<double>((exponentBits ^ 0x800) | 0x4330000000000000ULL)
                            - (4503599627370496.0 + 2048);
    const double m = std::bit_cast<double>((moved & 0x000fffffffffffffULL) + 0x3fe6a09e667f3bcdULL);
    const double f = m - 1;
    // ln m = 2 atanh(s), s = f / (2 + f), |s| ≤ 0.1716: ten terms leave 1e-17.
    const double s = f / (2 + f);
    const double z = s * s;
    const double z2 = z * z;
    const double z4 = z2 * z2;
    const double low = (2.0 / 3 + z * (2.0 / 5)) + z2 * (2.0 / 7 + z * (2.0 / 9));
    const double high = (2.0 / 11 + z * (2.0 / 13)) + z2 * (2.0 / 15 + z * (2.0 / 17));
    const double tail = z * (low + z4 * (high + z4 * (2.0 / 19 + z * (2.0 / 21))));
    // f - s (f - tail) equals 2s + s tail, with f exact.
    return exponent * ln2High + (f - (s * (f - tail) - exponent * ln2Low));
}

} // namespace Numerics
