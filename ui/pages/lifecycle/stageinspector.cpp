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
#include <QMenu>
#include <QPainter>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr Lifecycle::Department departments[] = {
    Lifecycle::Department::Marketing, Lifecycle::Department::Sales,
    Lifecycle::Department::CustomerSuccess, Lifecycle::Department::Service,
    Lifecycle::Department::Other};
constexpr int nobody = -1;
constexpr int longestWindowDays = 3650;
constexpr int previewDelay = 250; ///< ms after the last edit
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

StageInspector::StageInspector(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_title(new TextLabel(display, Theme::TextRole::PageTitle, "text"))
    , m_template(new Button(display, Button::Kind::Field))
    , m_add(new Button(display, Button::Kind::Icon, u"plus"_s))
    , m_remove(new Button(display, Button::Kind::Icon, u"trash"_s))
    , m_earlier(new Button(display, Button::Kind::Icon, u"chevron-start"_s))
    , m_later(new Button(display, Button::Kind::Icon, u"chevron-end"_s))
    , m_nameEnglish(new QLineEdit)
    , m_nameArabic(new QLineEdit)
    , m_entry(new EntryEditor(display))
    , m_exit(new RuleEditor(display))
    , m_owner(new QComboBox)
    , m_contributors(new Button(display, Button::Kind::Field))
    , m_colour(new QComboBox)
    , m_target(new NumberField(display))
    , m_playbookEnglish(new QPlainTextEdit)
    , m_playbookArabic(new QPlainTextEdit)
    , m_window(new NumberField(display))
    , m_windowNote(new TextLabel(display, Theme::TextRole::Axis, "text3"))
    , m_turns(new QCheckBox)
    , m_turnsNote(new TextLabel(display, Theme::TextRole::Axis, "text3"))
    , m_problem(new TextLabel(display, Theme::TextRole::Table, "bad"))
    , m_warnings(new TextLabel(display, Theme::TextRole::Table, "warn"))
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
    m_title->setWordWrap(true);
    fields->addWidget(m_title);
    fields->addSpacing(4);
    buildStages(fields);
    buildFields(fields);
    fields->addStretch(1);
    buildButtons(outer);

    m_previewDelay.setSingleShot(true);
    m_previewDelay.setInterval(previewDelay);
    connect(&m_previewDelay, &QTimer::timeout, this, [this] {
        if (m_stage < 0 || !refusal().isEmpty())
            return;
        if (hasChanged()) {
            m_isPreviewed = true;
            emit previewRequested(m_draft, int(m_window->value()));
        } else if (std::exchange(m_isPreviewed, false)) {
            emit previewDropped();
        }
    });
    renewTexts();
}

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
    for (const Lifecycle::Department department : departments)
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
    for (int index = 0; index < int(std::size(departments)); ++index)
        m_owner->setItemText(index, Lifecycle::departmentTitle(departments[index]));
    m_owner->setItemText(int(std::size(departments)), tr("Nobody"));
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

void StageInspector::setSnapshot(const Customers::SnapshotPtr &snapshot)
{
    if (snapshot == m_snapshot)
        return;
    m_snapshot = snapshot;
    Segments::Facts facts;
    facts.snapshot = snapshot;
    const bool wasFilling = std::exchange(m_filling, true);
    m_entry->setFacts(facts);
    m_exit->setFacts(facts);
    m_filling = wasFilling;
    if (m_stage >= 0)
        fill();
}

void StageInspector::showStage(const Lifecycle::LifecycleModel &lifecycle, int stage,
                               int windowDays)
{
    const bool isSame = lifecycle == m_base && windowDays == m_windowDays;
    if (!isSame) {
        m_base = lifecycle;
        m_draft = lifecycle;
        m_windowDays = windowDays;
        m_isPreviewed = false;
        m_previewDelay.stop();
    }
    const int shown = stage >= 0 && stage < m_draft.stages.size() ? stage : -1;
    if (isSame && shown == m_stage && shown >= 0)
        return; // words and numbers of the rest were renewed; the fields stay as typed
    m_stage = shown;
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
    const Lifecycle::Stage &stage = m_draft.stages[m_stage];
    m_nameEnglish->setText(stage.nameEnglish);
    m_nameArabic->setText(stage.nameArabic);
    m_entry->setEntry(stage.entry);
    m_exit->setRule(stage.exit);
    m_owner->setCurrentIndex(
        m_owner->findData(stage.hasOwner ? int(stage.accountable) : nobody));
    m_contributors->setText(contributorNames());
    m_colour->setCurrentIndex(qMax(0, m_colour->findData(stage.colour)));
    m_target->setValue(stage.target * 100);
    m_playbookEnglish->setPlainText(stage.playbookEnglish);
    m_playbookArabic->setPlainText(stage.playbookArabic);
    if (m_draft == m_base)
        m_window->setValue(m_windowDays);
    m_turns->setChecked(m_draft.turningPoint() == m_stage);
    m_filling = false;
    renewButtons();
}

void StageInspector::keep()
{
    Lifecycle::Stage &stage = m_draft.stages[m_stage];
    stage.nameEnglish = m_nameEnglish->text().trimmed();
    stage.nameArabic = m_nameArabic->text().trimmed();
    stage.entry = m_entry->entry();
    stage.exit = m_exit->rule();
    stage.hasOwner = m_owner->currentData().toInt() != nobody;
    if (stage.hasOwner)
        stage.accountable = Lifecycle::Department(m_owner->currentData().toInt());
    stage.colour = m_colour->currentData().toString();
    stage.target = m_target->value() / 100;
    stage.playbookEnglish = m_playbookEnglish->toPlainText();
    stage.playbookArabic = m_playbookArabic->toPlainText();
}

void StageInspector::edited()
{
    if (m_filling || m_stage < 0)
        return;
    keep();
    renewButtons();
    m_previewDelay.start();
}

bool StageInspector::hasChanged() const
{
    return m_draft != m_base || int(m_window->value()) != m_windowDays;
}

QString StageInspector::refusal() const
{
    for (const Lifecycle::Stage &stage : m_draft.stages) {
        if (stage.nameEnglish.isEmpty())
            return tr("A stage needs a name in English.");
    }
    if (m_turns->isChecked() && m_stage == 0)
        return tr("The first stage cannot be the turning point: nothing comes before it.");
    if (const QString problem = m_entry->problem(); !problem.isEmpty())
        return problem;
    return m_exit->problem();
}

void StageInspector::renewButtons()
{
    if (m_filling || m_stage < 0)
        return;
    const Lifecycle::Stage &stage = m_draft.stages[m_stage];
    const QString name =
        m_display.isArabic() && !stage.nameArabic.isEmpty() ? stage.nameArabic : stage.nameEnglish;
    //: %1 is the name of a lifecycle stage
    setWindowTitle(tr("Stage: %1").arg(NumberFormat::isolate(name)));
    m_title->setText(windowTitle());
    const QString problem = refusal();
    m_problem->setVisible(!problem.isEmpty());
    m_problem->setText(problem);
    setWarnings(Lifecycle::problems(m_draft, m_display.format().language()));
    m_apply->setEnabled(hasChanged() && problem.isEmpty());
    m_reset->setEnabled(hasChanged());
    m_remove->setEnabled(m_draft.stages.size() > 1);
    m_add->setEnabled(m_draft.stages.size() < Lifecycle::largestStageCount);
    m_earlier->setEnabled(m_stage > 0);
    m_later->setEnabled(m_stage + 1 < m_draft.stages.size());
}

void StageInspector::setWarnings(const QStringList &warnings)
{
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!warnings.isEmpty());
}

void StageInspector::reset()
{
    m_draft = m_base;
    m_filling = true;
    m_window->setValue(m_windowDays);
    m_filling = false;
    setDraft(m_base, qMin(m_stage, int(m_base.stages.size()) - 1));
    m_previewDelay.stop();
    if (std::exchange(m_isPreviewed, false))
        emit previewDropped();
}

void StageInspector::setDraft(const Lifecycle::LifecycleModel &draft, int stage)
{
    m_draft = draft;
    m_stage = stage;
    fill();
    m_previewDelay.start();
    emit stageChosen(stage);
}

void StageInspector::addStage()
{
    Lifecycle::LifecycleModel draft = m_draft;
    Lifecycle::Stage stage;
    const auto isTaken = [&](const QString &id) {
        return std::ranges::find(draft.stages, id, &Lifecycle::Stage::id) != draft.stages.end();
    };
    for (int number = int(draft.stages.size()) + 1; stage.id.isEmpty() || isTaken(stage.id); ++number)
        stage.id = u"stage_%1"_s.arg(number);
    // Both names at once, whatever the language of the window.
    stage.nameEnglish = u"New stage"_s;
    stage.nameArabic = u"مرحلة جديدة"_s;
    stage.side = draft.stages[m_stage].side;
    stage.accountable = draft.stages[m_stage].accountable;
    draft.stages.insert(m_stage + 1, stage);
    setDraft(draft, m_stage + 1);
    m_nameEnglish->setFocus();
    m_nameEnglish->selectAll();
}

void StageInspector::removeStage()
{
    if (m_draft.stages.size() < 2)
        return;
    Lifecycle::LifecycleModel draft = m_draft;
    draft.stages.removeAt(m_stage);
    setDraft(draft, qMin(m_stage, int(draft.stages.size()) - 1));
}

void StageInspector::moveStage(int step)
{
    const int target = m_stage + step;
    if (target < 0 || target >= m_draft.stages.size())
        return;
    Lifecycle::LifecycleModel draft = m_draft;
    // The sides stay where they are: a stage that crosses the turning point changes its side.
    std::swap(draft.stages[m_stage].side, draft.stages[target].side);
    draft.stages.swapItemsAt(m_stage, target);
    setDraft(draft, target);
}

void StageInspector::openTemplates()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"templateMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::pair<QString, Lifecycle::LifecycleModel> templates[]{
        {tr("Consumer: awareness to advocacy"), Lifecycle::consumerTemplate()},
        {tr("B2B: attract to expand"), Lifecycle::businessTemplate()},
        {tr("B2B with retention and advocacy"), Lifecycle::businessTemplateWithAdvocacy()}};
    for (const auto &[title, model] : templates) {
        connect(menu->addAction(title), &QAction::triggered, this, [this, chosen = model] {
            Lifecycle::LifecycleModel draft = chosen;
            draft.service = m_draft.service;
            setDraft(draft, qMin(m_stage, int(draft.stages.size()) - 1));
        });
    }
    menu->popup(m_template->mapToGlobal(QPoint(0, m_template->height() + 2)));
}

QString StageInspector::contributorNames() const
{
    QStringList names;
    for (const Lifecycle::Department department : m_draft.stages[m_stage].contributing)
        names.append(Lifecycle::departmentTitle(department));
    return names.isEmpty() ? tr("Nobody else") : names.join(m_display.isArabic() ? u"، "_s : u", "_s);
}

void StageInspector::openContributors()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"contributorMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Lifecycle::Department department : departments) {
        QAction *action = menu->addAction(Lifecycle::departmentTitle(department));
        action->setCheckable(true);
        action->setChecked(m_draft.stages[m_stage].contributing.contains(department));
        connect(action, &QAction::toggled, this, [this, department](bool checked) {
            QList<Lifecycle::Department> &list = m_draft.stages[m_stage].contributing;
            if (checked)
                list.append(department);
            else
                list.removeAll(department);
            m_contributors->setText(contributorNames());
            edited();
        });
    }
    menu->popup(m_contributors->mapToGlobal(QPoint(0, m_contributors->height() + 2)));
}

void StageInspector::apply()
{
    m_window->interpretText();
    if (m_stage < 0 || !m_apply->isEnabled())
        return;
    m_previewDelay.stop();
    m_isPreviewed = false;
    const int days = int(m_window->value());
    const bool modelChanged = m_draft != m_base;
    const bool windowChanged = days != m_windowDays;
    m_base = m_draft;
    m_windowDays = days;
    renewButtons();
    if (modelChanged)
        emit lifecycleEdited(m_draft);
    if (windowChanged)
        emit windowEdited(days);
}
