#include "ui/pages/lifecycle/funnelexclusioneditor.h"

#include "ui/pages/lifecycle/funnelconditioneditor.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

FunnelExclusionEditor::FunnelExclusionEditor(Display &display, int index, QWidget *parent)
    : QWidget(parent)
    , m_condition(new FunnelConditionEditor(display, u"exclusion"_s, index, false))
    , m_fromLabel(new TextLabel(display, Theme::TextRole::Table, "text2"))
    , m_from(new NumberField(display))
    , m_toLabel(new TextLabel(display, Theme::TextRole::Table, "text2"))
    , m_to(new NumberField(display))
    , m_remove(new Button(display, Button::Kind::Icon, u"close"_s))
{
    m_from->setObjectName(u"exclusionFrom%1"_s.arg(index));
    m_to->setObjectName(u"exclusionTo%1"_s.arg(index));
    m_remove->setObjectName(u"removeExclusion%1"_s.arg(index));
    m_condition->head()->addWidget(m_remove);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(6);
    steps->addWidget(m_fromLabel);
    steps->addWidget(m_from, 1);
    steps->addWidget(m_toLabel);
    steps->addWidget(m_to, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(m_condition);
    layout->addLayout(steps);
    const auto tell = [this] {
        if (!m_filling)
            emit edited();
    };
    for (NumberField *field : {m_from, m_to}) {
        field->setDecimals(0);
        field->setRange(1, Funnel::largestStepCount);
        field->setMinimumWidth(52);
        connect(field, &NumberField::valueChanged, this, tell);
    }
    connect(m_condition, &FunnelConditionEditor::edited, this, tell);
    connect(m_remove, &Button::clicked, this, &FunnelExclusionEditor::removeRequested);
}

void FunnelExclusionEditor::setExclusion(const Funnel::Exclusion &exclusion,
                                         const FunnelChoices &choices)
{
    m_filling = true;
    m_condition->setCondition(exclusion.condition, choices);
    m_from->setValue(exclusion.fromStep + 1);
    m_to->setValue(exclusion.toStep + 1);
    m_filling = false;
}

Funnel::Exclusion FunnelExclusionEditor::exclusion() const
{
    Funnel::Exclusion exclusion;
    exclusion.condition = m_condition->condition();
    exclusion.fromStep = int(m_from->value()) - 1;
    exclusion.toStep = int(m_to->value()) - 1;
    return exclusion;
}

void FunnelExclusionEditor::renewTexts()
{
    m_condition->renewTexts(
        {tr("Excluded event"), tr("Property of the excluded event"), tr("Value of the excluded event")});
    m_fromLabel->setText(tr("after step"));
    m_toLabel->setText(tr("before step"));
    m_from->setAccessibleName(tr("Excluded after step"));
    m_to->setAccessibleName(tr("Excluded before step"));
    m_remove->setToolTip(tr("Remove the exclusion"));
}
