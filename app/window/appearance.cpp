#include "app/window/appearance.h"

#include "ui/style/fonts.h"
#include "ui/style/qeemastyle.h"

#include <QApplication>
#include <QSettings>

using namespace Qt::StringLiterals;
using ThemeChoice = AppearanceChoices::ThemeChoice;

namespace {

const QString languageKey = u"view/language"_s;
const QString digitsKey = u"view/digits"_s;
const QString themeKey = u"view/theme"_s;
const QString scaleKey = u"view/textScale"_s;

AppearanceChoices remembered()
{
    const QSettings settings;
    AppearanceChoices choices;
    const Language system =
        QLocale::system().language() == QLocale::Arabic ? Language::Arabic : Language::English;
    choices.language = languageFromCode(settings.value(languageKey).toString()).value_or(system);
    choices.digits = Digits(qBound(0, settings.value(digitsKey, 0).toInt(), 2));
    choices.theme = ThemeChoice(qBound(0, settings.value(themeKey, int(ThemeChoice::System)).toInt(), 2));
    choices.textScale = qBound(0.8, settings.value(scaleKey, 1.0).toDouble(), 1.5);
    return choices;
}

} // namespace

Appearance::Appearance(QObject *parent)
    : QObject(parent)
    , m_choices(remembered())
    , m_systemIsDark(QApplication::palette().color(QPalette::Window).lightness() < 128)
{
    loadFonts();
    QApplication::setStyle(new QeemaStyle(m_display));
    apply();
}

void Appearance::choose(const AppearanceChoices &choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    QSettings settings;
    settings.setValue(languageKey, languageCode(choices.language));
    settings.setValue(digitsKey, int(choices.digits));
    settings.setValue(themeKey, int(choices.theme));
    settings.setValue(scaleKey, choices.textScale);
    apply();
}

void Appearance::apply()
{
    const bool dark = m_choices.theme == ThemeChoice::Dark
        || (m_choices.theme == ThemeChoice::System && m_systemIsDark);
    QLocale::setDefault(NumberFormat(m_choices.language, m_choices.digits).locale());
    m_display.setLanguage(m_choices.language);
    m_display.setDigits(m_choices.digits);
    m_display.setTextScale(m_choices.textScale);
    m_display.setThemeKind(dark ? Theme::Kind::Dark : Theme::Kind::Light);
    // The words last: texts are renewed on their change, with formats and fonts already in place.
    m_voices.setLanguage(m_choices.language);
    QApplication::setLayoutDirection(m_display.direction());
    QApplication::setPalette(m_display.theme().palette());
    QApplication::setFont(m_display.font(Theme::TextRole::Body));
    // A style sheet keeps colours and sides of the moment it was set.
    qApp->setStyleSheet(m_display.theme().styleSheet(m_display.direction() == Qt::RightToLeft));
    emit applied();
}
