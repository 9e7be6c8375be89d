#include "ui/pages/lifecycle/funnelstepeditor.h"

#include "ui/pages/lifecycle/funnelconditioneditor.h"
#include "ui/pages/lifecycle/spanfield.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t usualStepWindow = 7 * 86400;

} // namespace

FunnelStepEditor::FunnelStepEditor(Display &display, int index, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_index(index)
    , m_title(new TextLabel(display, Theme::TextRole::Table, "text2"))
    , m_condition(new FunnelConditionEditor(display, u"step"_s, index, true))
    , m_first(new QCheckBox)
    , m_anchored(new QCheckBox)
    , m_hasWindow(new QCheckBox)
    , m_window(new SpanField(display))
    , m_remove(new Button(display, Button::Kind::Icon, u"close"_s))
{
    m_first->setObjectName(u"stepFirst%1"_s.arg(index));
    m_anchored->setObjectName(u"stepAnchored%1"_s.arg(index));
    m_hasWindow->setObjectName(u"stepHasWindow%1"_s.arg(index));
    m_window->setObjectNames(u"stepWindow%1"_s.arg(index), u"stepWindowUnit%1"_s.arg(index));
    m_remove->setObjectName(u"removeStep%1"_s.arg(index));
    m_condition->head()->insertWidget(0, m_title);
    m_condition->head()->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(m_condition);
    layout->addWidget(m_first);
    layout->addWidget(m_anchored);
    layout->addWidget(m_hasWindow);
    layout->addWidget(m_window);
    const auto tell = [this] {
        if (!m_filling)
            emit edited();
    };
    connect(m_condition, &FunnelConditionEditor::edited, this, tell);
    connect(m_first, &QCheckBox::toggled, this, tell);
    connect(m_anchored, &QCheckBox::toggled, this, tell);
    connect(m_hasWindow, &QCheckBox::toggled, this, [this, tell](bool limited) {
        m_window->setVisible(limited);
        tell();
    });
    connect(m_window, &SpanField::edited, this, tell);
    connect(m_remove, &Button::clicked, this, &FunnelStepEditor::removeRequested);
}

void FunnelStepEditor::setStep(const Funnel::Step &step, const FunnelChoices &choices,
                               bool canBeRemoved, Funnel::StepOrder order)
{
    const bool canWait = m_index > 0 && order != Funnel::StepOrder::Any;
    m_filling = true;
    m_step = step;
    m_condition->setCondition(step.condition, choices);
    m_first->setChecked(step.firstTime);
    m_anchored->setVisible(order == Funnel::StepOrder::Any);
    m_anchored->setChecked(order == Funnel::StepOrder::Any && step.anchored);
    m_remove->setEnabled(canBeRemoved);
    m_hasWindow->setVisible(canWait);
    m_hasWindow->setChecked(canWait && step.windowSeconds.has_value());
    m_window->setVisible(canWait && step.windowSeconds.has_value());
    m_window->setSeconds(step.windowSeconds.value_or(usualStepWindow));
    m_filling = false;
}

Funnel::Step FunnelStepEditor::step() const
{
    Funnel::Step step = m_step;
    step.condition = m_condition->condition();
    step.firstTime = m_first->isChecked();
    step.anchored = m_anchored->isChecked();
    step.windowSeconds.reset();
    if (m_hasWindow->isChecked())
        step.windowSeconds = m_window->seconds();
    return step;
}

void FunnelStepEditor::renewTexts()
{
    const QString number = m_display.format().integer(m_index + 1);
    m_title->setText(number);
    m_condition->renewTexts({tr("Event of step %1").arg(number), tr("Property of step %1").arg(number),
                             tr("Value of step %1").arg(number)});
    m_first->setText(tr("Only the first ever"));
    m_anchored->setText(tr("Keeps its place"));
    m_anchored->setToolTip(tr("After the steps before it and before the steps after it, which stay in any order among themselves"));
    m_hasWindow->setText(tr("Limit the time from the step before"));
    m_window->renewTexts(tr("Window of step %1").arg(number));
    m_remove->setToolTip(tr("Remove step %1").arg(number));
}
