#include "ui/pages/lifecycle/stageinspector.h"

#include "ui/pages/lifecycle/entryeditor.h"
#include "ui/pages/lifecycle/ruleeditor.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int previewDelay = 250; ///< ms after the last edit

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

void StageInspector::setSnapshot(const Customers::SnapshotPtr &snapshot)
{
    if (snapshot == m_snapshot)
        return;
    m_snapshot = snapshot;
    renewFacts();
}

void StageInspector::renewFacts()
{
    Segments::Facts facts;
    facts.snapshot = m_snapshot;
    facts.segments = std::make_shared<const QList<Segments::Segment>>(m_segments);
    const bool wasFilling = std::exchange(m_filling, true);
    m_entry->setFacts(facts);
    m_exit->setFacts(facts);
    m_filling = wasFilling;
    if (m_stage >= 0)
        fill();
}

void StageInspector::setSegments(const QList<Segments::Segment> &segments)
{
    if (segments == m_segments)
        return;
    m_segments = segments;
    renewFacts();
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
    setWarnings(Lifecycle::problems(m_draft, m_display.format().language(), m_segments));
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
    menu->addSeparator();
    connect(menu->addAction(tr("Copy this lifecycle")), &QAction::triggered, this,
            &StageInspector::copyLifecycle);
    connect(menu->addAction(tr("Paste a lifecycle")), &QAction::triggered, this,
            &StageInspector::pasteLifecycle);
    menu->popup(m_template->mapToGlobal(QPoint(0, m_template->height() + 2)));
}

void StageInspector::copyLifecycle() const
{
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(QJsonDocument(Lifecycle::toJson(m_draft)).toJson(QJsonDocument::Indented)));
}

void StageInspector::pasteLifecycle()
{
    const QJsonDocument document =
        QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8());
    QString problem = tr("The clipboard holds no lifecycle. Copy one from the menu of templates of this "
                         "or another workspace.");
    if (document.isObject()) {
        const Result<Lifecycle::LifecycleModel> pasted = Lifecycle::fromJson(document.object());
        if (pasted && !pasted->stages.isEmpty()) {
            setDraft(*pasted, std::clamp(m_stage, 0, int(pasted->stages.size()) - 1));
            return;
        }
        if (!pasted)
            problem = pasted.error().message;
    }
    m_problem->setText(problem);
    m_problem->show();
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
    for (const Lifecycle::Department department : Lifecycle::departments()) {
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
