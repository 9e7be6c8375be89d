#pragma once

#include "models/import/headcheck.h"
#include "models/import/mappingstore.h"

#include <QWidget>

class Button;
class Card;
class Display;
class ImportFormatCard;
class ImportHeadCard;
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
    /// Choices that can be made again: those under a name, and those of the last import of a file
    /// with these headings. \a chosen: the id of the one in use, see mappingChosen(); empty: none.
    void setMappings(const QList<Import::SavedMapping> &mappings, bool isRemembered, const QString &chosen);

    /// What the first rows would become; empty: being looked at.
    void setHeadCheck(const std::optional<Result<Import::HeadCheck>> &check);

signals:
    void formatWanted(); ///< back to the format, to change it
    /// "last", or "saved:" and the mapping's name.
    void mappingChosen(const QString &id);
    void mappingRemoved(const QString &name);
    void saveRequested();
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
    void addPreset(const QString &id, const QString &title, const QString &count, QVBoxLayout *layout);
    [[nodiscard]] QString noteOf(const Import::ColumnPlan &column) const;

    Display &m_display;
    std::optional<Import::ImportPlan> m_plan;
    Card *m_mapCard;
    Card *m_sampleCard;
    Card *m_presetCard;
    ImportFormatCard *m_formatCard;
    ImportHeadCard *m_headCard;
    Button *m_clear;
    QTableWidget *m_table;
    QTableWidget *m_sample;
    QWidget *m_presetBody = nullptr;
    QButtonGroup *m_presets = nullptr;
    QList<Import::SavedMapping> m_mappings;
    bool m_isRemembered = false;
    QString m_chosenMapping;
    bool m_showsAllPresets = false;
    TextLabel *m_required;
};
