#include "models/core/currency.h"

#include <QStringView>

#include <algorithm>
#include <array>
#include <cmath>

namespace {
// ISO 4217 list of 2024: the currencies whose minor unit is not a hundredth.
constexpr std::array<QStringView, 17> withoutMinorUnit{
    u"BIF", u"CLP", u"DJF", u"GNF", u"ISK", u"JPY", u"KMF", u"KRW", u"PYG",
    u"RWF", u"UGX", u"UYI", u"VND", u"VUV", u"XAF", u"XOF", u"XPF"};
constexpr std::array<QStringView, 7> withThousandths{u"BHD", u"IQD", u"JOD", u"KWD",
                                                     u"LYD", u"OMR", u"TND"};
}

int Currency::digits() const
{
    const auto holds = [this](const auto &list) { return std::ranges::find(list, QStringView(code)) != list.end(); };
    if (holds(withoutMinorUnit))
        return 0;
    return holds(withThousandths) ? 3 : 2;
}

qint64 Currency::minorPerMajor() const
{
    switch (digits()) {
    case 0: return 1;
    case 3: return 1000;
    default: return 100;
    }
}

qint64 Currency::toMinor(double major) const
{
    return std::llround(major * double(minorPerMajor()));
}
