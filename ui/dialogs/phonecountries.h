#pragma once

#include <QList>
#include <QString>

/// Countries that telephone numbers without one are likely to be from.
namespace PhoneCountries {

struct Country
{
    QString code;  ///< "966"
    QString title; ///< "Saudi Arabia (+966)", translated
};
[[nodiscard]] QList<Country> all();

} // namespace PhoneCountries
