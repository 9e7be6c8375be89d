#pragma once

#include "models/core/error.h"

#include <QString>

/// \a sentence, which may have been composed before the language was changed, in the window's
/// language: for what is kept as a text and shown again on QEvent::LanguageChange.
[[nodiscard]] QString inOwnWords(const QString &sentence);

/// The same for an error, with its place, on one line.
[[nodiscard]] QString inOwnWords(const Error &error);
