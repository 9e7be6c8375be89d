#include "ui/style/fonts.h"

#include <QFontDatabase>
#include <QStringList>

using namespace Qt::StringLiterals;

bool loadFonts()
{
    if (QFontDatabase::hasFamily(u"Noto Sans"_s) && QFontDatabase::hasFamily(u"IBM Plex Sans"_s)
        && QFontDatabase::hasFamily(u"IBM Plex Sans Arabic"_s)
        && QFontDatabase::styles(u"IBM Plex Sans Arabic"_s).size() >= 4
        && QFontDatabase::styles(u"IBM Plex Sans"_s).size() >= 4) {
        return true;
    }
    // For direction marks alone, see Theme::font().
    bool complete = QFontDatabase::addApplicationFont(u":/fonts/NotoSans-Regular.ttf"_s) >= 0;
    for (const QString &family : {u"IBMPlexSans"_s, u"IBMPlexSansArabic"_s}) {
        // All four weights: a missing one would be smeared from its neighbour.
        for (const QString &weight : {u"Regular"_s, u"Medium"_s, u"SemiBold"_s, u"Bold"_s}) {
            const QString file = u":/fonts/%1-%2.ttf"_s.arg(family, weight);
            complete = QFontDatabase::addApplicationFont(file) >= 0 && complete;
        }
    }
    return complete;
}
