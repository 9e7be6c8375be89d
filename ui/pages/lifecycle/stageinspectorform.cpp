// The fields of the stage inspector and their words; what they do stands in stageinspector.cpp.

#include "ui/pages/lifecycle/stageinspector.h"

#include "ui/pages/lifecycle/entryeditor.h"
#include "ui/pages/lifecycle/ruleeditor.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestWindowDays = 3650;
constexpr int playbookHeight = 66;

/// Colour names as they stand in definitions, in the order of the theme's categories.
QIcon swatch(const QColor &color)
{
    QPixmap picture(14, 14);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(1, 1, 12, 12), 3, 3);
    return picture;
}

} // namespace

void StageInspector::buildStages(QVBoxLayout *layout)
{
    m_template->setObjectName(u"lifecycleTemplate"_s);
    m_add->setObjectName(u"addStage"_s);
    m_remove->setObjectName(u"removeStage"_s);
    m_earlier->setObjectName(u"moveStageEarlier"_s);
    m_later->setObjectName(u"moveStageLater"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_template, 1);
    for (Button *button : {m_earlier, m_later, m_add, m_remove})
        line->addWidget(button);
    layout->addLayout(line);
    layout->addSpacing(8);
    connect(m_template, &Button::clicked, this, &StageInspector::openTemplates);
    connect(m_add, &Button::clicked, this, &StageInspector::addStage);
    connect(m_remove, &Button::clicked, this, &StageInspector::removeStage);
    connect(m_earlier, &Button::clicked, this, [this] { moveStage(-1); });
    connect(m_later, &Button::clicked, this, [this] { moveStage(1); });
}

void StageInspector::buildFields(QVBoxLayout *layout)
{
    m_nameEnglish->setObjectName(u"stageNameEnglish"_s);
    m_nameArabic->setObjectName(u"stageNameArabic"_s);
    m_owner->setObjectName(u"stageOwner"_s);
    m_contributors->setObjectName(u"stageContributors"_s);
    m_colour->setObjectName(u"stageColour"_s);
    m_target->setObjectName(u"stageTarget"_s);
    m_playbookEnglish->setObjectName(u"stagePlaybookEnglish"_s);
    m_playbookArabic->setObjectName(u"stagePlaybookArabic"_s);
    m_window->setObjectName(u"stageWindow"_s);
    m_turns->setObjectName(u"stageTurns"_s);
    m_entry->setObjectName(u"stageEntry"_s);
    m_exit->setObjectName(u"stageExit"_s);
    m_warnings->setObjectName(u"stageWarnings"_s);
    m_problem->setObjectName(u"stageProblem"_s);
    m_nameEnglish->setLayoutDirection(Qt::LeftToRight);
    m_nameArabic->setLayoutDirection(Qt::RightToLeft);
    m_playbookEnglish->setLayoutDirection(Qt::LeftToRight);
    m_playbookArabic->setLayoutDirection(Qt::RightToLeft);
    for (QPlainTextEdit *edit : {m_playbookEnglish, m_playbookArabic}) {
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(playbookHeight);
        connect(edit, &QPlainTextEdit::textChanged, this, &StageInspector::edited);
    }
    m_target->setDecimals(0);
    m_target->setRange(0, 100);
    m_target->setSingleStep(5);
    m_window->setDecimals(0);
    m_window->setRange(0, longestWindowDays);
    m_window->setSingleStep(30);
    for (TextLabel *label : {m_windowNote, m_turnsNote, m_problem, m_warnings})
        label->setWordWrap(true);
    for (const Lifecycle::Department department : Lifecycle::departments())
        m_owner->addItem(QString(), int(department));
    m_owner->addItem(QString(), nobody);
    m_colour->addItem(QString(), QString());
    for (const QString &colour : Lifecycle::stageColours())
        m_colour->addItem(QString(), colour);

    m_nameEnglishLabel = addField(layout, m_nameEnglish);
    m_nameArabicLabel = addField(layout, m_nameArabic);
    m_ruleLabel = addField(layout, m_entry);
    m_exitLabel = addField(layout, m_exit);
    m_ownerLabel = addField(layout, m_owner);
    m_contributorsLabel = addField(layout, m_contributors);
    m_colourLabel = addField(layout, m_colour);
    m_targetLabel = addField(layout, m_target);
    m_playbookEnglishLabel = addField(layout, m_playbookEnglish);
    m_playbookArabicLabel = addField(layout, m_playbookArabic);
    m_windowLabel = addField(layout, m_window);
    layout->addWidget(m_windowNote);
    layout->addSpacing(8);
    layout->addWidget(m_turns);
    layout->addWidget(m_turnsNote);

    for (QLineEdit *edit : {m_nameEnglish, m_nameArabic}) {
        connect(edit, &QLineEdit::textChanged, this, &StageInspector::edited);
        connect(edit, &QLineEdit::returnPressed, this, &StageInspector::apply);
    }
    connect(m_entry, &EntryEditor::changed, this, &StageInspector::edited);
    connect(m_exit, &RuleEditor::changed, this, &StageInspector::edited);
    for (QComboBox *choice : {m_owner, m_colour})
        connect(choice, &QComboBox::currentIndexChanged, this, &StageInspector::edited);
    for (NumberField *number : {m_target, m_window})
        connect(number, &NumberField::valueChanged, this, &StageInspector::edited);
    connect(m_contributors, &Button::clicked, this, &StageInspector::openContributors);
    connect(m_turns, &QCheckBox::toggled, this, [this](bool turns) {
        if (m_filling || m_stage < 0)
            return;
        // Unmarking leaves the lifecycle without a turning point.
        for (int index = 0; index < m_draft.stages.size(); ++index) {
            m_draft.stages[index].side = turns && index >= m_stage
                                             ? Lifecycle::Side::ValueExpansion
                                             : Lifecycle::Side::ValueCreation;
        }
        edited();
    });
}

void StageInspector::buildButtons(QVBoxLayout *layout)
{
    layout->addWidget(m_problem);
    layout->addWidget(m_warnings);
    auto *rule = new QFrame(this);
    rule->setProperty("look", u"rule"_s);
    layout->addSpacing(8);
    layout->addWidget(rule);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 10, 0, 0);
    buttons->setSpacing(8);
    m_apply->setObjectName(u"applyStage"_s);
    m_reset->setObjectName(u"resetStage"_s);
    buttons->addWidget(m_apply);
    buttons->addWidget(m_reset);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    connect(m_apply, &Button::clicked, this, &StageInspector::apply);
    connect(m_reset, &Button::clicked, this, &StageInspector::reset);
}

TextLabel *StageInspector::addField(QVBoxLayout *layout, QWidget *field)
{
    auto *label = new TextLabel(m_display, Theme::TextRole::Table, "text2");
    label->setBuddy(field);
    layout->addWidget(label);
    layout->addWidget(field);
    layout->addSpacing(8);
    return label;
}

void StageInspector::renewTexts()
{
    const bool wasFilling = std::exchange(m_filling, true);
    m_template->setText(tr("Template"));
    m_template->setToolTip(tr("Begin the lifecycle with a template"));
    m_add->setToolTip(tr("Add a stage after this one"));
    m_remove->setToolTip(tr("Remove this stage"));
    m_earlier->setToolTip(tr("Move this stage one earlier"));
    m_later->setToolTip(tr("Move this stage one later"));
    for (Button *button : {m_add, m_remove, m_earlier, m_later})
        button->setAccessibleName(button->toolTip());
    m_nameEnglishLabel->setText(tr("Name in English"));
    m_nameArabicLabel->setText(tr("Name in Arabic"));
    m_ruleLabel->setText(tr("Entered with the first of"));
    m_exitLabel->setText(tr("Left when"));
    m_ownerLabel->setText(tr("Accountable"));
    m_contributorsLabel->setText(tr("Contributing"));
    m_colourLabel->setText(tr("Colour"));
    m_targetLabel->setText(tr("Target, % of the stage before"));
    m_playbookEnglishLabel->setText(tr("Playbook in English"));
    m_playbookArabicLabel->setText(tr("Playbook in Arabic"));
    m_windowLabel->setText(tr("Window from entry, days"));
    m_windowNote->setText(
        tr("For the whole lifecycle: a stage counts when it is reached within so many "
           "days of the entry. 0 means without a limit."));
    m_turns->setText(tr("Marks the value turning point"));
    m_turnsNote->setText(tr("This and all later stages belong to value expansion."));
    m_apply->setText(tr("Apply"));
    m_reset->setText(tr("Reset"));
    const std::pair<QWidget *, TextLabel *> named[]{{m_nameEnglish, m_nameEnglishLabel},
                                                    {m_nameArabic, m_nameArabicLabel},
                                                    {m_owner, m_ownerLabel},
                                                    {m_colour, m_colourLabel},
                                                    {m_target, m_targetLabel},
                                                    {m_playbookEnglish, m_playbookEnglishLabel},
                                                    {m_playbookArabic, m_playbookArabicLabel},
                                                    {m_window, m_windowLabel}};
    for (const auto &[widget, label] : named)
        widget->setAccessibleName(label->text());
    const QList<Lifecycle::Department> &departments = Lifecycle::departments();
    for (int index = 0; index < departments.size(); ++index)
        m_owner->setItemText(index, Lifecycle::departmentTitle(departments[index]));
    m_owner->setItemText(int(departments.size()), tr("Nobody"));
    const QString colours[]{tr("As its side"), tr("Blue"), tr("Amber"),  tr("Teal"),
                            tr("Vermilion"),   tr("Sky"),  tr("Plum"),   tr("Violet")};
    for (int index = 0; index < m_colour->count(); ++index) {
        m_colour->setItemText(index, colours[index]);
        if (index > 0)
            m_colour->setItemIcon(index, swatch(m_display.theme().category(index - 1)));
    }
    m_entry->renewTexts();
    m_exit->renewTexts();
    m_filling = wasFilling;
    if (m_stage >= 0) {
        m_contributors->setText(contributorNames());
        renewButtons();
    }
}
