#include "ui/pages/lifecycle/stageinspector.h"

#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace {

constexpr Lifecycle::Department departments[] = {
    Lifecycle::Department::Marketing, Lifecycle::Department::Sales,
    Lifecycle::Department::CustomerSuccess, Lifecycle::Department::Service,
    Lifecycle::Department::Other};
constexpr int longestWindowDays = 3650;

} // namespace

StageInspector::StageInspector(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_title(new TextLabel(display, Theme::TextRole::PageTitle, "text"))
    , m_nameEnglish(new QLineEdit)
    , m_nameArabic(new QLineEdit)
    , m_rule(new TextLabel(display, Theme::TextRole::Body, "text"))
    , m_owner(new QComboBox)
    , m_window(new NumberField(display))
    , m_windowNote(new TextLabel(display, Theme::TextRole::Axis, "text3"))
    , m_turns(new QCheckBox)
    , m_turnsNote(new TextLabel(display, Theme::TextRole::Axis, "text3"))
    , m_problem(new TextLabel(display, Theme::TextRole::Table, "bad"))
    , m_apply(new Button(display, Button::Kind::Primary))
    , m_reset(new Button(display))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);

    auto *fields = new QVBoxLayout;
    fields->setContentsMargins(0, 4, 0, 12);
    fields->setSpacing(4);
    outer->addLayout(fields, 1);
    m_nameEnglish->setObjectName(QStringLiteral("stageNameEnglish"));
    m_nameArabic->setObjectName(QStringLiteral("stageNameArabic"));
    m_owner->setObjectName(QStringLiteral("stageOwner"));
    m_window->setObjectName(QStringLiteral("stageWindow"));
    m_turns->setObjectName(QStringLiteral("stageTurns"));
    m_apply->setObjectName(QStringLiteral("applyStage"));
    m_reset->setObjectName(QStringLiteral("resetStage"));
    m_nameEnglish->setLayoutDirection(Qt::LeftToRight);
    m_nameArabic->setLayoutDirection(Qt::RightToLeft);
    m_rule->setWordWrap(true);
    m_windowNote->setWordWrap(true);
    m_turnsNote->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_window->setDecimals(0);
    m_window->setRange(0, longestWindowDays);
    m_window->setSingleStep(30);
    m_title->setWordWrap(true);
    fields->addWidget(m_title);
    fields->addSpacing(8);
    m_nameEnglishLabel = addField(fields, m_nameEnglish);
    m_nameArabicLabel = addField(fields, m_nameArabic);
    m_ruleLabel = addField(fields, m_rule);
    m_ownerLabel = addField(fields, m_owner);
    m_windowLabel = addField(fields, m_window);
    fields->addWidget(m_windowNote);
    fields->addSpacing(8);
    fields->addWidget(m_turns);
    fields->addWidget(m_turnsNote);
    fields->addSpacing(8);
    fields->addWidget(m_problem);
    fields->addStretch(1);

    auto *rule = new QFrame(this);
    rule->setProperty("look", QStringLiteral("rule"));
    outer->addWidget(rule);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 10, 0, 0);
    buttons->setSpacing(8);
    buttons->addWidget(m_apply);
    buttons->addWidget(m_reset);
    buttons->addStretch(1);
    outer->addLayout(buttons);

    for (const Lifecycle::Department department : departments)
        m_owner->addItem(QString(), int(department));
    connect(m_apply, &Button::clicked, this, &StageInspector::apply);
    connect(m_reset, &Button::clicked, this, &StageInspector::fill);
    for (QLineEdit *edit : {m_nameEnglish, m_nameArabic}) {
        connect(edit, &QLineEdit::textChanged, this, &StageInspector::renewButtons);
        connect(edit, &QLineEdit::returnPressed, this, &StageInspector::apply);
    }
    connect(m_owner, &QComboBox::currentIndexChanged, this, &StageInspector::renewButtons);
    connect(m_window, &NumberField::valueChanged, this, &StageInspector::renewButtons);
    connect(m_turns, &QCheckBox::toggled, this, &StageInspector::renewButtons);
    renewTexts();
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
    m_nameEnglishLabel->setText(tr("Name in English"));
    m_nameArabicLabel->setText(tr("Name in Arabic"));
    m_ruleLabel->setText(tr("Entered with the first of"));
    m_ownerLabel->setText(tr("Accountable"));
    m_windowLabel->setText(tr("Window from entry, days"));
    m_windowNote->setText(
        tr("For the whole lifecycle: a stage counts when it is reached within so many "
           "days of the entry. 0 means without a limit."));
    m_turns->setText(tr("Marks the value turning point"));
    m_turnsNote->setText(tr("This and all later stages belong to value expansion."));
    m_apply->setText(tr("Apply"));
    m_reset->setText(tr("Reset"));
    m_nameEnglish->setAccessibleName(m_nameEnglishLabel->text());
    m_nameArabic->setAccessibleName(m_nameArabicLabel->text());
    m_owner->setAccessibleName(m_ownerLabel->text());
    m_window->setAccessibleName(m_windowLabel->text());
    {
        const QSignalBlocker blocker(m_owner);
        for (int index = 0; index < m_owner->count(); ++index)
            m_owner->setItemText(index, Lifecycle::departmentTitle(departments[index]));
    }
    if (m_stage >= 0) {
        m_rule->setText(entryRule());
        renewButtons();
    }
}

QString StageInspector::entryRule() const
{
    const Lifecycle::EntryRule &rule = m_lifecycle.stages[m_stage].entry;
    QStringList lines;
    for (const QString &event : rule.events) {
        //: %1 is the name of an event in the data, such as demo_request
        lines.append(tr("event “%1”").arg(NumberFormat::isolate(event)));
    }
    if (rule.purchaseNumber == 1)
        lines.append(tr("the first purchase"));
    else if (rule.purchaseNumber > 1)
        lines.append(tr("purchase number %1").arg(m_display.format().integer(rule.purchaseNumber)));
    return lines.isEmpty() ? tr("No event and no purchase: nobody can enter this stage.")
                           : lines.join(u'\n');
}

void StageInspector::showStage(const Lifecycle::LifecycleModel &lifecycle, int stage,
                               int windowDays)
{
    m_lifecycle = lifecycle;
    m_stage = stage >= 0 && stage < lifecycle.stages.size() ? stage : -1;
    m_windowDays = windowDays;
    fill();
}

void StageInspector::fill()
{
    setEnabled(m_stage >= 0);
    if (m_stage < 0) {
        setWindowTitle(tr("Stage"));
        return;
    }
    m_filling = true;
    const Lifecycle::Stage &stage = m_lifecycle.stages[m_stage];
    m_nameEnglish->setText(stage.nameEnglish);
    m_nameArabic->setText(stage.nameArabic);
    m_rule->setText(entryRule());
    m_owner->setCurrentIndex(m_owner->findData(int(stage.accountable)));
    m_window->setValue(m_windowDays);
    m_turns->setChecked(m_lifecycle.turningPoint() == m_stage);
    m_filling = false;
    renewButtons();
}

Lifecycle::LifecycleModel StageInspector::edited() const
{
    Lifecycle::LifecycleModel model = m_lifecycle;
    Lifecycle::Stage &stage = model.stages[m_stage];
    stage.nameEnglish = m_nameEnglish->text().trimmed();
    stage.nameArabic = m_nameArabic->text().trimmed();
    stage.accountable = Lifecycle::Department(m_owner->currentData().toInt());
    const bool turnsNow = m_lifecycle.turningPoint() == m_stage;
    if (m_turns->isChecked() != turnsNow) {
        // Unmarking leaves the lifecycle without a turning point.
        for (int index = 0; index < model.stages.size(); ++index) {
            model.stages[index].side = m_turns->isChecked() && index >= m_stage
                                           ? Lifecycle::Side::ValueExpansion
                                           : Lifecycle::Side::ValueCreation;
        }
    }
    return model;
}

void StageInspector::renewButtons()
{
    if (m_filling || m_stage < 0)
        return;
    const Lifecycle::Stage &stage = m_lifecycle.stages[m_stage];
    const QString name =
        m_display.isArabic() && !stage.nameArabic.isEmpty() ? stage.nameArabic : stage.nameEnglish;
    //: %1 is the name of a lifecycle stage
    setWindowTitle(tr("Stage: %1").arg(NumberFormat::isolate(name)));
    m_title->setText(windowTitle());
    const bool nameless = m_nameEnglish->text().trimmed().isEmpty();
    const bool firstTurns = m_turns->isChecked() && m_stage == 0;
    m_problem->setVisible(nameless || firstTurns);
    if (nameless)
        m_problem->setText(tr("A stage needs a name in English."));
    else if (firstTurns)
        m_problem->setText(
            tr("The first stage cannot be the turning point: nothing comes before it."));
    const bool changed = edited() != m_lifecycle || int(m_window->value()) != m_windowDays;
    m_apply->setEnabled(changed && !nameless && !firstTurns);
    m_reset->setEnabled(changed);
}

void StageInspector::apply()
{
    m_window->interpretText();
    if (m_stage < 0 || !m_apply->isEnabled())
        return;
    const Lifecycle::LifecycleModel model = edited();
    const int days = int(m_window->value());
    const bool modelChanged = model != m_lifecycle;
    const bool windowChanged = days != m_windowDays;
    m_lifecycle = model;
    m_windowDays = days;
    renewButtons();
    if (modelChanged)
        emit lifecycleEdited(model);
    if (windowChanged)
        emit windowEdited(days);
}
