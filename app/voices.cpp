#include "app/voices.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLibraryInfo>

#include <cstring>
#include <optional>

using namespace Qt::StringLiterals;

namespace {
thread_local std::optional<Language> scopeLanguage;
}

Voices::Scope::Scope(Language language) { scopeLanguage = language; }

Voices::Scope::~Scope() { scopeLanguage.reset(); }

Voices::Voices(QObject *parent) : QTranslator(parent)
{
    (void)m_english.load(u":/i18n/qeema_en.qm"_s);
    (void)m_arabic.load(u":/i18n/qeema_ar.qm"_s);
    (void)m_qtArabic.load(u"qtbase_ar"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    QCoreApplication::installTranslator(this);
}

Voices::~Voices() { QCoreApplication::removeTranslator(this); }

void Voices::setLanguage(Language language)
{
    if (m_language.exchange(language) == language)
        return;
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(QCoreApplication::instance(), &change);
}

QString Voices::inArabic(const char *context, const char *sourceText, const char *disambiguation,
                         int n) const
{
    const QString own = m_arabic.translate(context, sourceText, disambiguation, n);
    return own.isEmpty() ? m_qtArabic.translate(context, sourceText, disambiguation, n) : own;
}

QString Voices::translate(const char *context, const char *sourceText, const char *disambiguation,
                          int n) const
{
    const Language language = scopeLanguage.value_or(m_language);
    if (context && std::strcmp(context, Phrasebook::context) == 0)
        return m_phrases.inLanguage(QString::fromUtf8(sourceText), language);
    const QString english = m_english.translate(context, sourceText, disambiguation, n);
    const QString arabic = inArabic(context, sourceText, disambiguation, n);
    m_phrases.note(english.isEmpty() ? QString::fromUtf8(sourceText) : english, arabic);
    return language == Language::English ? english : arabic;
}
