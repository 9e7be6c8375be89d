#pragma once

#include <QString>

/// An ISO 4217 currency. Amounts are stored as whole minor units (halalas, cents).
struct Currency
{
    QString code = QStringLiteral("SAR"); ///< ISO 4217, upper case

    [[nodiscard]] int digits() const;             ///< decimals of the minor unit: JPY 0, SAR 2, KWD 3
    [[nodiscard]] qint64 minorPerMajor() const;   ///< 10 ^ digits()
    [[nodiscard]] double toMajor(qint64 minor) const { return double(minor) / double(minorPerMajor()); }
    [[nodiscard]] qint64 toMinor(double major) const; ///< rounded half away from zero

    bool operator==(const Currency &) const = default;
};
