#pragma once

#include "models/core/numberformat.h"
#include "models/workspace/settings.h"
#include "ui/dialogs/dialog.h"

#include <optional>

class NumberField;
class QComboBox;
class QFormLayout;
class QLineEdit;
class SegmentedControl;

/// The choices of this machine.
struct AppearanceChoices
{
    enum class ThemeChoice { Light, Dark, System };

    Language language = Language::English;
    Digits digits = Digits::ByLocale;
    ThemeChoice theme = ThemeChoice::System;
    double textScale = 1;
    bool operator==(const AppearanceChoices &) const = default;
};

/// Settings of the program, which apply at once, and of the open workspace, which apply together.
class SettingsDialog final : public Dialog
{
    Q_OBJECT

public:
    /// \a workspace empty: no workspace is open. \a readOnly: its settings are shown only.
    SettingsDialog(Display &display, const AppearanceChoices &appearance,
                   const std::optional<WorkspaceSettings> &workspace, bool readOnly, QWidget *parent);

signals:
    void appearanceEdited(const AppearanceChoices &appearance);
    void workspaceEdited(const WorkspaceSettings &settings);

protected:
    void retranslate() override;
    void accept() override;

private:
    void buildAppearance();
    void buildWorkspace();
    void renewNotes();
    [[nodiscard]] WorkspaceSettings edited() const;
    QWidget *addRow(TextLabel *&label, QWidget *field);

    AppearanceChoices m_appearance;
    std::optional<WorkspaceSettings> m_workspace;
    bool m_readOnly;
    QFormLayout *m_form = nullptr;
    TextLabel *m_programTitle = nullptr;
    TextLabel *m_workspaceTitle = nullptr;
    TextLabel *m_languageLabel = nullptr;
    TextLabel *m_digitsLabel = nullptr;
    TextLabel *m_themeLabel = nullptr;
    TextLabel *m_scaleLabel = nullptr;
    TextLabel *m_nameEnglishLabel = nullptr;
    TextLabel *m_nameArabicLabel = nullptr;
    TextLabel *m_currencyLabel = nullptr;
    TextLabel *m_marginLabel = nullptr;
    TextLabel *m_discountLabel = nullptr;
    TextLabel *m_horizonLabel = nullptr;
    TextLabel *m_modelLabel = nullptr;
    TextLabel *m_weekLabel = nullptr;
    TextLabel *m_note = nullptr;
    SegmentedControl *m_language = nullptr;
    SegmentedControl *m_digits = nullptr;
    SegmentedControl *m_theme = nullptr;
    QComboBox *m_scale = nullptr;
    QLineEdit *m_nameEnglish = nullptr;
    QLineEdit *m_nameArabic = nullptr;
    QComboBox *m_currency = nullptr;
    NumberField *m_margin = nullptr;
    NumberField *m_discount = nullptr;
    NumberField *m_horizon = nullptr;
    QComboBox *m_model = nullptr;
    QComboBox *m_week = nullptr;
};
