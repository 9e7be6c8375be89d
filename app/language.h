#pragma once

#include "models/core/numberformat.h"

#include <QTranslator>

/// Installs the translations of one language into the running application for as long as it lives.
class LanguageInstaller
{
public:
    explicit LanguageInstaller(Language language);
    ~LanguageInstaller();
    LanguageInstaller(const LanguageInstaller &) = delete;
    LanguageInstaller &operator=(const LanguageInstaller &) = delete;

private:
    QTranslator m_qt;      ///< Qt's own words, from the system's catalogue
    QTranslator m_program;
};
