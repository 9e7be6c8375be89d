// The words of the funnel's form, in the language of now.

#include "ui/pages/lifecycle/funneleditor.h"
#include "ui/pages/lifecycle/funnelexclusioneditor.h"
#include "ui/pages/lifecycle/funnelstepeditor.h"
#include "ui/pages/lifecycle/spanfield.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSlider>

#include <algorithm>

void FunnelEditor::renewTexts()
{
    setUndo(m_undoText, m_redoText);
    m_filling = true;
    m_nameLabel->setText(tr("Name"));
    m_name->setAccessibleName(m_nameLabel->text());
    m_stepsLabel->setText(tr("Steps"));
    m_addStep->setText(tr("Add step"));
    for (FunnelStepEditor *editor : std::as_const(m_steps))
        editor->renewTexts();
    for (FunnelExclusionEditor *editor : std::as_const(m_exclusions))
        editor->renewTexts();
    m_orderLabel->setText(tr("Order of steps"));
    m_order->setSegments({tr("Strict"), tr("In order"), tr("Any order")});
    m_order->setAccessibleName(m_orderLabel->text());
    m_windowLabel->setText(tr("Conversion window"));
    m_hasWindow->setText(tr("Limit the time from the entry"));
    m_window->renewTexts(tr("Length of the window"));
    m_windowSlider->setAccessibleName(tr("Length of the window"));
    m_entryLabel->setText(tr("Which entry decides"));
    m_entry->setSegments({tr("Best attempt"), tr("First entry")});
    m_entry->setAccessibleName(m_entryLabel->text());
    m_exclusionsLabel->setText(tr("Left out between two steps"));
    m_addExclusion->setText(tr("Add exclusion"));
    m_countLabel->setText(tr("Count"));
    const int count = m_count->currentIndex();
    m_count->clear();
    m_count->addItems(
        {tr("Customers"), tr("Totals (every pass)"), tr("Accounts"), tr("Sessions")});
    m_count->setCurrentIndex(std::max(0, count));
    m_count->setAccessibleName(m_countLabel->text());
    m_account->setAccessibleName(tr("Property that names the account"));
    m_gapLabel->setText(tr("A session ends after a pause of more than"));
    m_gap->renewTexts(m_gapLabel->text());
    m_holdLabel->setText(tr("Hold constant on all steps"));
    m_hold->setAccessibleName(m_holdLabel->text());
    m_breakdownLabel->setText(tr("Break down by"));
    m_breakdown->setAccessibleName(m_breakdownLabel->text());
    const int attribution = m_attribution->currentIndex();
    m_attribution->clear();
    m_attribution->addItems({tr("First touch"), tr("Last touch"), tr("At step"), tr("All events")});
    m_attribution->setCurrentIndex(std::max(0, attribution));
    m_attribution->setAccessibleName(tr("Which value counts"));
    m_attributionStep->setAccessibleName(tr("Step whose value counts"));
    m_compareLabel->setText(tr("Compare"));
    m_compare->setAccessibleName(m_compareLabel->text());
    m_left->setAccessibleName(tr("First group"));
    m_right->setAccessibleName(tr("Second group"));
    m_range->setText(tr("Only events of the chosen period"));
    m_save->setText(tr("Save"));
    m_remove->setText(tr("Remove"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the definition as JSON, as the command line reads it"));
    m_paste->setText(tr("Paste"));
    m_paste->setToolTip(tr("Take over a definition from the clipboard"));
    m_filling = false;
    fill();
    setProblem(m_problem->text());
}
