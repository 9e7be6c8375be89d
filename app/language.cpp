#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

LanguageInstaller::LanguageInstaller(Language language)
{
    const QString code = languageCode(language);
    if (m_qt.load(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_program.load(u":/i18n/qeema_"_s + code + u".qm"_s))
        QCoreApplication::installTranslator(&m_program);
    QLocale::setDefault(NumberFormat(language).locale());
}

LanguageInstaller::~LanguageInstaller()
{
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
}
