#include "ui/dialogs/phonecountries.h"

#include "models/core/numberformat.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace PhoneCountries {

QList<Country> all()
{
    struct Entry
    {
        const char *code;
        const char *name;
    };
    static constexpr auto entries = std::to_array<Entry>({
        {"966", QT_TRANSLATE_NOOP("PhoneCountries", "Saudi Arabia")},
        {"971", QT_TRANSLATE_NOOP("PhoneCountries", "United Arab Emirates")},
        {"965", QT_TRANSLATE_NOOP("PhoneCountries", "Kuwait")},
        {"974", QT_TRANSLATE_NOOP("PhoneCountries", "Qatar")},
        {"973", QT_TRANSLATE_NOOP("PhoneCountries", "Bahrain")},
        {"968", QT_TRANSLATE_NOOP("PhoneCountries", "Oman")},
        {"967", QT_TRANSLATE_NOOP("PhoneCountries", "Yemen")},
        {"964", QT_TRANSLATE_NOOP("PhoneCountries", "Iraq")},
        {"962", QT_TRANSLATE_NOOP("PhoneCountries", "Jordan")},
        {"963", QT_TRANSLATE_NOOP("PhoneCountries", "Syria")},
        {"961", QT_TRANSLATE_NOOP("PhoneCountries", "Lebanon")},
        {"970", QT_TRANSLATE_NOOP("PhoneCountries", "Palestine")},
        {"20", QT_TRANSLATE_NOOP("PhoneCountries", "Egypt")},
        {"249", QT_TRANSLATE_NOOP("PhoneCountries", "Sudan")},
        {"218", QT_TRANSLATE_NOOP("PhoneCountries", "Libya")},
        {"216", QT_TRANSLATE_NOOP("PhoneCountries", "Tunisia")},
        {"213", QT_TRANSLATE_NOOP("PhoneCountries", "Algeria")},
        {"212", QT_TRANSLATE_NOOP("PhoneCountries", "Morocco")},
        {"90", QT_TRANSLATE_NOOP("PhoneCountries", "Türkiye")},
        {"44", QT_TRANSLATE_NOOP("PhoneCountries", "United Kingdom")},
        {"33", QT_TRANSLATE_NOOP("PhoneCountries", "France")},
        {"49", QT_TRANSLATE_NOOP("PhoneCountries", "Germany")},
        {"1", QT_TRANSLATE_NOOP("PhoneCountries", "United States and Canada")},
        {"91", QT_TRANSLATE_NOOP("PhoneCountries", "India")},
        {"92", QT_TRANSLATE_NOOP("PhoneCountries", "Pakistan")},
        {"62", QT_TRANSLATE_NOOP("PhoneCountries", "Indonesia")},
        {"60", QT_TRANSLATE_NOOP("PhoneCountries", "Malaysia")},
        {"86", QT_TRANSLATE_NOOP("PhoneCountries", "China")},
        {"81", QT_TRANSLATE_NOOP("PhoneCountries", "Japan")},
    });
    QList<Country> countries;
    for (const Entry &entry : entries) {
        const QString code = QString::fromLatin1(entry.code);
        countries.append({code,
                          //: a country: %1 its name, %2 the digits before its telephone numbers
                          QCoreApplication::translate("PhoneCountries", "%1 (%2)")
                              .arg(QCoreApplication::translate("PhoneCountries", entry.name),
                                   NumberFormat::isolate(u'+' + code))});
    }
    return countries;
}

} // namespace PhoneCountries
