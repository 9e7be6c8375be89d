#pragma once

#include "app/voices.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/style/display.h"

/// Language, digits, theme and text size: kept on the machine, given to the Display, applied to the
/// application (words, locale, direction, style sheet, palette, font).
class Appearance final : public QObject
{
    Q_OBJECT

public:
    /// Reads the machine's choices and applies them. Needs the application object.
    explicit Appearance(QObject *parent = nullptr);

    [[nodiscard]] Display &display() { return m_display; }
    [[nodiscard]] const AppearanceChoices &choices() const { return m_choices; }
    void choose(const AppearanceChoices &choices);

signals:
    void applied(); ///< words, formats and style are all renewed

private:
    void apply();

    AppearanceChoices m_choices;
    bool m_systemIsDark;
    Voices m_voices;
    Display m_display;
};
