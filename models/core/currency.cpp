#include "models/core/currency.h"

#include <QStringView>

#include <algorithm>
#include <array>
#include <cmath>

namespace {
/// Three letters as one number: digits() is asked for every amount of every customer.
constexpr quint64 packed(QStringView code)
{
    return quint64(code[0].unicode()) << 32 | quint64(code[1].unicode()) << 16 | code[2].unicode();
}

// ISO 4217 list of 2024: the currencies whose minor unit is not a hundredth.
constexpr std::array<quint64, 17> withoutMinorUnit{
    packed(u"BIF"), packed(u"CLP"), packed(u"DJF"), packed(u"GNF"), packed(u"ISK"), packed(u"JPY"),
    packed(u"KMF"), packed(u"KRW"), packed(u"PYG"), packed(u"RWF"), packed(u"UGX"), packed(u"UYI"),
    packed(u"VND"), packed(u"VUV"), packed(u"XAF"), packed(u"XOF"), packed(u"XPF")};
constexpr std::array<quint64, 7> withThousandths{packed(u"BHD"), packed(u"IQD"), packed(u"JOD"),
                                                 packed(u"KWD"), packed(u"LYD"), packed(u"OMR"),
                                                 packed(u"TND")};
}

int Currency::digits() const
{
    if (code.size() != 3)
        return 2;
    const quint64 key = packed(code);
    const auto holds = [key](const auto &list) { return std::ranges::find(list, key) != list.end(); };
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
