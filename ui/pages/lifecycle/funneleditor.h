#pragma once

#include "models/funnel/query.h"
#include "ui/pages/lifecycle/funnelchoices.h"

#include <QWidget>

class Button;
class Display;
class FunnelExclusionEditor;
class FunnelStepEditor;
class NumberField;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QSlider;
class QVBoxLayout;
class SegmentedControl;
class SpanField;
class TextLabel;

/// A funnel's definition, edited with a live preview: every change is told at once. Its window title
/// names the funnel.
class FunnelEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit FunnelEditor(Display &display, QWidget *parent = nullptr);

    void setChoices(const FunnelChoices &choices);
    void setQuery(const Funnel::FunnelQuery &query, bool isStored);
    [[nodiscard]] const Funnel::FunnelQuery &query() const { return m_query; }
    /// A sentence about what cannot be computed; empty: none.
    void setProblem(const QString &sentence);
    /// What Undo and Redo would do; empty: nothing.
    void setUndo(const QString &undo, const QString &redo);
    void renewTexts();
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// \a moving: the slider is being dragged; counts alone will do.
    void edited(const Funnel::FunnelQuery &query, bool moving);
    void undoRequested();
    void redoRequested();
    void saveRequested();
    void removeRequested();

private:
    TextLabel *addLabel(QVBoxLayout *layout);
    void addStepEditor();
    void addExclusionEditor();
    void fill();
    void watchFields();
    void fillProperties(QComboBox *box, const QString &none) const;
    void fillValues(QComboBox *box, const QString &field, bool withAny) const;
    void fillSides(const QString &compared);
    void edit(bool moving = false);
    /// The definition as the file and the command line write it, to and from the clipboard.
    void copy() const;
    void paste();
    [[nodiscard]] Funnel::FunnelQuery read() const;
    void renewVisibility();

    Display &m_display;
    FunnelChoices m_choices;
    Funnel::FunnelQuery m_query;
    bool m_filling = false;
    bool m_isStored = false;

    TextLabel *m_title;
    Button *m_undo;
    Button *m_redo;
    QString m_undoText;
    QString m_redoText;
    TextLabel *m_nameLabel;
    QLineEdit *m_name;
    TextLabel *m_stepsLabel;
    QVBoxLayout *m_stepsLayout;
    QList<FunnelStepEditor *> m_steps;
    Button *m_addStep;
    TextLabel *m_orderLabel;
    SegmentedControl *m_order;
    TextLabel *m_windowLabel;
    QCheckBox *m_hasWindow;
    SpanField *m_window;
    QSlider *m_windowSlider;
    TextLabel *m_entryLabel;
    SegmentedControl *m_entry;
    TextLabel *m_exclusionsLabel;
    QVBoxLayout *m_exclusionsLayout;
    QList<FunnelExclusionEditor *> m_exclusions;
    Button *m_addExclusion;
    TextLabel *m_countLabel;
    QComboBox *m_count;
    QComboBox *m_account;
    TextLabel *m_gapLabel;
    SpanField *m_gap;
    TextLabel *m_holdLabel;
    QComboBox *m_hold;
    TextLabel *m_breakdownLabel;
    QComboBox *m_breakdown;
    QComboBox *m_attribution;
    NumberField *m_attributionStep;
    TextLabel *m_compareLabel;
    QComboBox *m_compare;
    QComboBox *m_left;
    QComboBox *m_right;
    QCheckBox *m_range;
    TextLabel *m_problem;
    Button *m_save;
    Button *m_remove;
    Button *m_copy;
    Button *m_paste;
};
