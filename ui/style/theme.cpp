#include "ui/style/theme.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <span>

using namespace Qt::StringLiterals;

namespace {

struct Token
{
    const char *name;
    QRgb light;
    QRgb dark;
};

constexpr std::array tokens{
    Token{"app", 0xFFF3F5F2, 0xFF12171A},       Token{"nav", 0xFFEAEEEA, 0xFF161C20},
    Token{"chrome", 0xFFE3E8E4, 0xFF0E1315},    Token{"surface", 0xFFFFFFFF, 0xFF1B2126},
    Token{"surface2", 0xFFF7F9F7, 0xFF20272D},  Token{"hover", 0xFFF0F4F1, 0xFF262E35},
    Token{"border", 0xFFDCE2DE, 0xFF303940},    Token{"borderStrong", 0xFFC3CCC7, 0xFF434E56},
    Token{"input", 0xFF87938D, 0xFF7A8790},     Token{"grid", 0xFFE8ECE9, 0xFF2A3339},
    Token{"mute", 0xFFC5CDC9, 0xFF4A565E},      Token{"mute2", 0xFFDDE3E0, 0xFF36414A},
    Token{"text", 0xFF14201D, 0xFFE9EDEF},      Token{"text2", 0xFF42504B, 0xFFB7C1C6},
    Token{"text3", 0xFF5F6D68, 0xFF97A3A9},     Token{"disabled", 0xFF9BA7A2, 0xFF66727A},
    Token{"primary", 0xFF0B6B63, 0xFF35B3A4},   Token{"primaryHover", 0xFF09574F, 0xFF4FC6B8},
    Token{"onPrimary", 0xFFFFFFFF, 0xFF06201D}, Token{"tint", 0xFFE0EFEC, 0xFF17352F},
    Token{"tint2", 0xFFC6E2DC, 0xFF1F4A43},     Token{"focus", 0xFF1A4FA0, 0xFF8DB6F5},
    Token{"good", 0xFF0B6B63, 0xFF3FBFAE},      Token{"goodBg", 0xFFE0EFEC, 0xFF16332F},
    Token{"bad", 0xFFB03A0D, 0xFFF0895A},       Token{"badBg", 0xFFFBEAE3, 0xFF3A231A},
    Token{"warn", 0xFF8A5D00, 0xFFE8BB5C},      Token{"warnBg", 0xFFFAF0DA, 0xFF352B16},
    Token{"info", 0xFF1A4FA0, 0xFF8DB6F5},      Token{"infoBg", 0xFFE6EDF8, 0xFF1B2B45},
};

// Blue, amber, teal, vermilion, sky, plum, violet, stone.
constexpr std::array<QRgb, 8> lightCategories{0xFF1A4FA0, 0xFFBB8625, 0xFF0E7C72, 0xFFBE3F0E,
                                              0xFF5A97C4, 0xFF701F48, 0xFF8E5FC7, 0xFF7D8984};
constexpr std::array<QRgb, 8> darkCategories{0xFF4F83DC, 0xFFF0C878, 0xFF22B3A0, 0xFFE67C45,
                                             0xFF97DAFC, 0xFFAE6189, 0xFFB598FB, 0xFF8E999F};

constexpr std::array<QRgb, 6> lightSequence{0xFFF2F4DF, 0xFFC5E0C3, 0xFF7CC0AE,
                                            0xFF3690A4, 0xFF235F93, 0xFF2B2F72};
constexpr std::array<QRgb, 6> darkSequence{0xFF232B49, 0xFF20527A, 0xFF1E7A8A,
                                           0xFF37A286, 0xFF8FC873, 0xFFF0E68A};
constexpr std::array<QRgb, 5> lightDivergence{0xFFB03A0D, 0xFFE3A583, 0xFFF6F5F1, 0xFF8FB9D6,
                                              0xFF1A4FA0};
constexpr std::array<QRgb, 5> darkDivergence{0xFFF0895A, 0xFF8A4E36, 0xFF262E35, 0xFF3A5F8F,
                                             0xFF8DB6F5};

double toLinear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double fromLinear(double channel)
{
    channel = std::clamp(channel, 0.0, 1.0);
    return channel <= 0.0031308 ? channel * 12.92 : 1.055 * std::pow(channel, 1 / 2.4) - 0.055;
}

struct OkLab
{
    double L;
    double a;
    double b;
};

/// Ottosson, "A perceptual color space for image processing" (2020).
OkLab toOkLab(QRgb color)
{
    const double r = toLinear(qRed(color) / 255.0);
    const double g = toLinear(qGreen(color) / 255.0);
    const double b = toLinear(qBlue(color) / 255.0);
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

QColor fromOkLab(const OkLab &lab)
{
    const double l = std::pow(lab.L + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
    const double m = std::pow(lab.L - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
    const double s = std::pow(lab.L - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);
    const auto channel = [](double linear) { return int(std::lround(fromLinear(linear) * 255)); };
    return QColor(channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                  channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                  channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
}

QColor interpolate(std::span<const QRgb> stops, double share)
{
    if (!(share > 0))
        return QColor::fromRgb(stops.front());
    if (share >= 1)
        return QColor::fromRgb(stops.back());
    const double scaled = share * double(stops.size() - 1);
    const auto index = std::size_t(scaled);
    const double t = scaled - double(index);
    const OkLab from = toOkLab(stops[index]);
    const OkLab until = toOkLab(stops[index + 1]);
    return fromOkLab({from.L + t * (until.L - from.L), from.a + t * (until.a - from.a),
                      from.b + t * (until.b - from.b)});
}

/// Relative luminance of WCAG 2.1.
double luminance(const QColor &color)
{
    return 0.2126 * toLinear(color.redF()) + 0.7152 * toLinear(color.greenF())
           + 0.0722 * toLinear(color.blueF());
}

struct TypeRole
{
    int latin;
    int arabic;
    QFont::Weight weight;
};

TypeRole typeRole(Theme::TextRole role)
{
    switch (role) {
    case Theme::TextRole::WelcomeTitle:
        return {28, 29, QFont::DemiBold};
    case Theme::TextRole::KpiValue:
        return {24, 25, QFont::DemiBold};
    case Theme::TextRole::PageTitle:
        return {18, 19, QFont::DemiBold};
    case Theme::TextRole::CardTitle:
        return {13, 14, QFont::DemiBold};
    case Theme::TextRole::Body:
        return {13, 14, QFont::Normal};
    case Theme::TextRole::Button:
        return {13, 14, QFont::Medium};
    case Theme::TextRole::Table:
        return {12, 13, QFont::Normal};
    case Theme::TextRole::Axis:
        return {11, 12, QFont::Normal};
    }
    return {13, 14, QFont::Normal};
}

} // namespace

Theme::Theme(Kind kind) : m_kind(kind) {}

QColor Theme::color(const char *token) const
{
    for (const Token &entry : tokens) {
        if (std::strcmp(entry.name, token) == 0)
            return QColor::fromRgb(isDark() ? entry.dark : entry.light);
    }
    Q_ASSERT_X(false, "Theme::color", token);
    return {};
}

QColor Theme::category(int index) const
{
    const auto &colors = isDark() ? darkCategories : lightCategories;
    return QColor::fromRgb(colors[std::size_t(std::clamp(index, 0, int(colors.size()) - 1))]);
}

QColor Theme::sequential(double share) const
{
    return interpolate(isDark() ? std::span(darkSequence) : std::span(lightSequence), share);
}

QColor Theme::diverging(double position) const
{
    return interpolate(isDark() ? std::span(darkDivergence) : std::span(lightDivergence),
                       (position + 1) / 2);
}

double Theme::contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor Theme::textOn(const QColor &fill)
{
    return contrast(Qt::white, fill) >= contrast(Qt::black, fill) ? Qt::white : Qt::black;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const char *token, const char *disabledToken) {
        palette.setColor(QPalette::Active, role, color(token));
        palette.setColor(QPalette::Inactive, role, color(token));
        palette.setColor(QPalette::Disabled, role, color(disabledToken));
    };
    set(QPalette::Window, "app", "app");
    set(QPalette::WindowText, "text", "disabled");
    set(QPalette::Base, "surface", "surface2");
    set(QPalette::AlternateBase, "surface2", "surface2");
    set(QPalette::ToolTipBase, "surface", "surface");
    set(QPalette::ToolTipText, "text", "text");
    set(QPalette::PlaceholderText, "text3", "disabled");
    set(QPalette::Text, "text", "disabled");
    set(QPalette::Button, "surface", "surface");
    set(QPalette::ButtonText, "text", "disabled");
    set(QPalette::BrightText, "bad", "disabled");
    set(QPalette::Light, "hover", "hover");
    set(QPalette::Midlight, "border", "border");
    set(QPalette::Mid, "borderStrong", "border");
    set(QPalette::Dark, "input", "borderStrong");
    set(QPalette::Shadow, "input", "borderStrong");
    set(QPalette::Highlight, "primary", "mute");
    set(QPalette::HighlightedText, "onPrimary", "surface");
    set(QPalette::Link, "primary", "disabled");
    set(QPalette::LinkVisited, "primary", "disabled");
    return palette;
}

QString Theme::styleSheet(bool rightToLeft) const
{
    QFile file(u":/themes/qeema.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString source = QString::fromUtf8(file.readAll());
    // QSS knows neither tokens nor start and end, so @name is filled in here.
    QString sheet;
    sheet.reserve(source.size() * 5 / 4);
    for (qsizetype i = 0; i < source.size(); ++i) {
        if (source[i] != u'@') {
            sheet += source[i];
            continue;
        }
        qsizetype end = i + 1;
        while (end < source.size() && source[end].isLetterOrNumber())
            ++end;
        const QString name = source.mid(i + 1, end - i - 1);
        if (name == u"start")
            sheet += rightToLeft ? u"right"_s : u"left"_s;
        else if (name == u"end")
            sheet += rightToLeft ? u"left"_s : u"right"_s;
        else if (name == u"theme")
            sheet += isDark() ? u"dark"_s : u"light"_s;
        else
            sheet += color(name.toLatin1().constData()).name();
        i = end - 1;
    }
    return sheet;
}

QFont Theme::font(TextRole role, bool arabic, double scale)
{
    const TypeRole type = typeRole(role);
    QFont font;
    // The Latin family first in Arabic too: with the Arabic one first, digits in Arabic text use
    // glyphs without a character, and every number is lost to search and copy in a PDF.
    // Noto Sans has the marks of direction that neither of them has; without it each machine would
    // take them from some font of its own, and embed that in a PDF.
    font.setFamilies({u"IBM Plex Sans"_s, u"IBM Plex Sans Arabic"_s, u"Noto Sans"_s});
    font.setPixelSize(std::max(8, int(std::lround((arabic ? type.arabic : type.latin) * scale))));
    font.setWeight(type.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

int Theme::lineHeight(TextRole role, bool arabic, double scale)
{
    const auto pick = [&](int latin, int arabicHeight) {
        return int(std::lround((arabic ? arabicHeight : latin) * scale));
    };
    switch (role) {
    case TextRole::WelcomeTitle:
        return pick(34, 40);
    case TextRole::KpiValue:
        return pick(30, 34);
    case TextRole::PageTitle:
        return pick(24, 28);
    case TextRole::CardTitle:
    case TextRole::Body:
    case TextRole::Button:
        return pick(18, 21);
    case TextRole::Table:
        return pick(16, 19);
    case TextRole::Axis:
        return pick(15, 17);
    }
    return pick(18, 21);
}
