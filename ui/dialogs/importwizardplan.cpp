// From a file to a plan: how it is read, which choices are used again, what its rows look like.

#include "ui/dialogs/importwizard.h"

#include "models/import/columnmatcher.h"
#include "models/import/headcheck.h"
#include "ui/dialogs/dialog.h"
#include "ui/dialogs/importcheckpage.h"
#include "ui/dialogs/importformatpage.h"
#include "ui/dialogs/importmappage.h"
#include "ui/dialogs/importsourcepage.h"
#include "ui/dialogs/latestjob.h"
#include "ui/style/ownwords.h"
#include "ui/widgets/button.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;
using Target = Import::ColumnPlan::Target;

void ImportWizard::startFile(int index)
{
    m_file = index;
    m_kind.reset();
    m_hints = {};
    m_ignorePreset = false;
    m_hasChosenPreset = false;
    m_mapping.clear();
    m_remembered = {};
    m_lookedAt.reset();
    m_looking->cancel();
    m_judged.reset();
    m_judging->cancel();
    m_plan.reset();
    m_problem.reset();
    m_fileIsDone = false;
    if (index >= 0)
        replan();
    else
        m_planning->cancel();
    renewButtons();
}

void ImportWizard::replan()
{
    if (m_file < 0)
        return;
    m_problem.reset();
    m_planning->start(
        [source = m_sources[m_file], kind = m_kind, hints = m_hints, workspace = m_workspace,
         wantsRemembered = m_mapping.isEmpty() && !m_hasChosenPreset](const Progress &) -> Result<Planned> {
            Import::Kind chosen = kind.value_or(Import::Kind::Transactions);
            if (!kind) {
                const Result<Import::Kind> guess = Import::guessKind(source, hints);
                if (!guess && guess.error().kind == Error::Kind::File)
                    return guess.error();
                if (guess)
                    chosen = *guess;
            }
            const Result<Import::ImportPlan> plan = Import::planImport(source, chosen, hints);
            if (!plan)
                return plan.error();
            Planned planned{*plan, {}, {}, false, {}};
            if (!workspace)
                return planned;
            if (const auto same = Import::importOfSameFile(*workspace, source))
                planned.sameFile = *same;
            if (const auto mappings = Import::savedMappings(*workspace, chosen))
                planned.mappings = *mappings;
            QStringList headings;
            for (const Import::ColumnPlan &column : plan->columns)
                headings.append(column.heading);
            if (const auto remembered = Import::rememberedChoices(*workspace, chosen, headings))
                planned.remembered = *remembered;
            if (!wantsRemembered || planned.remembered.isEmpty())
                return planned;
            // What was chosen for such a file before is chosen again.
            Import::ImportHints again = hints;
            again.choices = planned.remembered;
            if (const Result<Import::ImportPlan> same = Import::planImport(source, chosen, again)) {
                planned.plan = *same;
                planned.isRemembered = true;
            }
            return planned;
        },
        [this](const Result<Planned> &planned) { takePlan(planned); });
    renewButtons();
}

void ImportWizard::takePlan(const Result<Planned> &planned)
{
    if (!planned) {
        m_plan.reset();
        m_problem = planned.error();
        m_source->setProblem([error = planned.error()] { return inOwnWords(error); });
        goTo(Source);
        return;
    }
    m_source->setProblem({});
    m_plan = planned->plan;
    m_taken.reset();
    m_mappings = planned->mappings;
    m_remembered = planned->remembered;
    m_kind = m_plan->kind;
    m_check->setSameFile(planned->sameFile);
    if (planned->isRemembered)
        m_mapping = u"last"_s;
    if (m_ignorePreset)
        m_plan->preset.clear();
    // Personal data comes in only when somebody asks for it, now or in the choices used again.
    for (Import::ColumnPlan &column : m_plan->columns) {
        if (m_mapping.isEmpty() && m_hints.choices.isEmpty() && column.target == Target::Field && (column.field == u"phone" || column.field == u"email"))
            column.target = Target::Ignore;
    }
    showPlan();
    renewMappings();
    if (m_step == Check)
        lookAtColumns();
}

/// What was chosen by hand stays when the file is read again with another encoding or mark.
void ImportWizard::keepChoices()
{
    m_hasChosenPreset = true;
    m_hints.choices = Import::toJson(*m_plan);
}

void ImportWizard::useMapping(const QString &id)
{
    QJsonObject choices = id == u"last" ? m_remembered : QJsonObject();
    for (const Import::SavedMapping &mapping : std::as_const(m_mappings)) {
        if (id == u"saved:"_s + mapping.name)
            choices = mapping.choices;
    }
    if (choices.isEmpty())
        return;
    m_mapping = id;
    m_hints.choices = choices;
    m_hints.preset.clear();
    m_hints.mapping.clear();
    m_ignorePreset = false;
    replan();
}

void ImportWizard::saveMapping()
{
    auto *dialog = new Dialog(m_display, this);
    dialog->setObjectName(u"savePresetDialog"_s);
    dialog->setHeading(tr("Save as preset"));
    auto *name = new QLineEdit(dialog);
    name->setObjectName(u"presetName"_s);
    name->setAccessibleName(tr("Name of the preset"));
    name->setPlaceholderText(tr("Name of the preset"));
    name->setText(m_mapping.startsWith(u"saved:"_s) ? m_mapping.mid(6) : QFileInfo(m_plan->source().name()).completeBaseName());
    name->selectAll();
    name->setMinimumWidth(340);
    dialog->body()->addWidget(name);
    dialog->setButtons(tr("Save"), tr("Do not save"));
    const auto judge = [dialog, name] { dialog->acceptButton()->setEnabled(!name->text().trimmed().isEmpty()); };
    connect(name, &QLineEdit::textChanged, dialog, judge);
    judge();
    connect(dialog, &QDialog::accepted, this, [this, name] {
        const QString title = name->text().trimmed();
        m_mapping = u"saved:"_s + title;
        changeMappings([title, plan = *m_plan](const Workspace &workspace) { return Import::saveMapping(workspace, title, plan); });
    });
    dialog->open();
    name->setFocus();
}

/// Changes the presets of the workspace beside the window and shows them again.
void ImportWizard::changeMappings(std::function<Result<void>(const Workspace &)> change)
{
    if (!m_workspace || !m_plan)
        return;
    m_storing->start(
        [workspace = m_workspace, kind = m_plan->kind, change = std::move(change)](const Progress &) -> Result<QList<Import::SavedMapping>> {
            const Result<void> changed = change(*workspace);
            return changed ? Import::savedMappings(*workspace, kind) : changed.error();
        },
        [this](const Result<QList<Import::SavedMapping>> &mappings) {
            m_trouble.reset();
            if (mappings) {
                m_mappings = *mappings;
            } else {
                m_mapping.clear();
                m_trouble = mappings.error();
            }
            renewMappings();
            renewButtons();
        });
}

void ImportWizard::renewMappings()
{
    m_map->setMappings(m_mappings, !m_remembered.isEmpty(), m_mapping);
}

/// What is in the columns of the whole file; the check page shows it when it comes.
void ImportWizard::lookAtColumns()
{
    if (!m_plan || m_lookedAt == m_plan)
        return;
    m_lookedAt = m_plan;
    m_check->setReport({});
    m_looking->start(
        [plan = *m_plan](const Progress &progress) { return Import::checkTable(plan, progress); },
        [this](const Result<Import::TableReport> &report) {
            if (report)
                m_check->setReport(*report); // else the check of all rows says why
        });
}

/// What the first rows would become; the map page shows it when it comes.
void ImportWizard::judgeHead()
{
    if (!m_plan || !m_workspace || m_judged == m_plan)
        return;
    m_judged = m_plan;
    m_map->setHeadCheck({});
    m_judging->start(
        [plan = *m_plan, workspace = m_workspace](const Progress &progress) {
            return Import::checkHead(*workspace, plan, 5000, progress);
        },
        [this](const Result<Import::HeadCheck> &check) { m_map->setHeadCheck(check); });
}

void ImportWizard::showPlan()
{
    m_trouble.reset();
    m_format->setPlan(*m_plan);
    m_map->setPlan(*m_plan);
    m_check->setPlan(*m_plan);
    if (m_step == Map)
        judgeHead();
    renewTexts();
    renewButtons();
    if (m_step == Source && m_nextButton->isEnabled() && isVisible())
        m_nextButton->setFocus(Qt::OtherFocusReason);
}

void ImportWizard::setTarget(int column, Target target, const QString &name)
{
    // Going through the list by the arrow keys must not cost the others their fields.
    if (const std::optional<Taken> taken = std::exchange(m_taken, std::nullopt);
        taken && taken->by == column && m_plan->columns[taken->from].target == Target::Ignore) {
        m_plan->columns[taken->from].target = Target::Field;
        m_plan->columns[column].target = Target::Ignore;
    }
    for (int other = 0; other < m_plan->columns.size(); ++other) {
        // A field is filled from one column: choosing it for another takes it from the first.
        Import::ColumnPlan &from = m_plan->columns[other];
        if (target == Target::Field && other != column && from.target == Target::Field && from.field == name) {
            from.target = Target::Ignore;
            m_taken = Taken{column, other};
        }
    }
    Import::ColumnPlan &changed = m_plan->columns[column];
    changed.target = target;
    if (target == Target::Field)
        changed.field = name;
    else if (target != Target::Ignore)
        changed.attribute = name;
    keepChoices();
    showPlan();
}
