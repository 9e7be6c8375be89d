#pragma once

#include "models/import/importplan.h"

#include <QWidget>

class Button;
class Card;
class Display;
class QButtonGroup;
class QComboBox;
class QTableWidget;
class QVBoxLayout;
class TextLabel;

/// The third step: where each column goes.
class ImportMapPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportMapPage(Display &display, QWidget *parent = nullptr);

    void setPlan(const Import::ImportPlan &plan);

signals:
    /// \a column goes to \a target: field and attribute as in the plan.
    void targetChosen(int column, Import::ColumnPlan::Target target, const QString &name);
    void presetChosen(const QString &preset); ///< empty: by the headings alone
    void cleared();                           ///< no column is imported

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void renewTable();
    void renewStates();
    void renewPresets();
    [[nodiscard]] QComboBox *makeChoice(int column);
    [[nodiscard]] QString noteOf(const Import::ColumnPlan &column) const;

    Display &m_display;
    std::optional<Import::ImportPlan> m_plan;
    Card *m_mapCard;
    Card *m_sampleCard;
    Card *m_presetCard;
    Button *m_clear;
    QTableWidget *m_table;
    QTableWidget *m_sample;
    QWidget *m_presetBody = nullptr;
    QButtonGroup *m_presets = nullptr;
    TextLabel *m_required;
};
