#include "ui/dialogs/importwizard.h"

#include "models/import/columnmatcher.h"
#include "ui/dialogs/counted.h"
#include "ui/dialogs/importcheckpage.h"
#include "ui/dialogs/importformatpage.h"
#include "ui/dialogs/importmappage.h"
#include "ui/dialogs/importrunpage.h"
#include "ui/dialogs/importsourcepage.h"
#include "ui/dialogs/importtexts.h"
#include "ui/dialogs/latestjob.h"
#include "ui/dialogs/stepbar.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Target = Import::ColumnPlan::Target;

ImportWizard::ImportWizard(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_steps(new StepBar(display, this))
    , m_fileText(new TextLabel(display, Theme::TextRole::Table, "text2", this))
    , m_kindLabel(new TextLabel(display, Theme::TextRole::Body, "text2", this))
    , m_kindChoice(new QComboBox(this))
    , m_stack(new QStackedWidget(this))
    , m_source(new ImportSourcePage(display, m_stack))
    , m_format(new ImportFormatPage(display, m_stack))
    , m_map(new ImportMapPage(display, m_stack))
    , m_check(new ImportCheckPage(display, m_stack))
    , m_run(new ImportRunPage(display, m_stack))
    , m_reason(new TextLabel(display, Theme::TextRole::Body, "text2", this))
    , m_cancelButton(new Button(display, Button::Kind::Quiet, {}, this))
    , m_backButton(new Button(display, Button::Kind::Default, {}, this))
    , m_nextButton(new Button(display, Button::Kind::Primary, {}, this))
    , m_planning(new LatestJob(this))
{
    setObjectName(u"importWizard"_s);
    setFocusPolicy(Qt::StrongFocus);
    m_kindChoice->setObjectName(u"kind"_s);
    m_kindLabel->setBuddy(m_kindChoice);
    m_reason->setObjectName(u"blockingReason"_s);
    m_cancelButton->setObjectName(u"cancelWizard"_s);
    m_backButton->setObjectName(u"backButton"_s);
    m_nextButton->setObjectName(u"nextButton"_s);
    for (QWidget *page : QList<QWidget *>{m_source, m_format, m_map, m_check, m_run})
        m_stack->addWidget(page);
    auto *head = new QHBoxLayout;
    head->addWidget(m_steps);
    head->addStretch();
    head->addWidget(m_kindLabel);
    head->addWidget(m_kindChoice);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_reason, 1);
    buttons->addWidget(m_cancelButton);
    buttons->addWidget(m_backButton);
    buttons->addWidget(m_nextButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addLayout(head);
    layout->addWidget(m_fileText);
    layout->addWidget(m_stack, 1);
    layout->addLayout(buttons);
    connectPages();
    retranslate();
    goTo(Source);
}

ImportWizard::~ImportWizard() = default;

void ImportWizard::connectPages()
{
    connect(m_source, &ImportSourcePage::filesWanted, this, &ImportWizard::filesWanted);
    connect(m_source, &ImportSourcePage::filesGiven, this, &ImportWizard::addFiles);
    connect(m_source, &ImportSourcePage::fileRemoved, this, [this](int index) {
        m_files.removeAt(index);
        m_source->setFiles(m_files);
        startFile(m_files.isEmpty() ? -1 : 0);
    });
    connect(m_format, &ImportFormatPage::encodingChosen, this, [this](const QString &encoding) {
        m_hints.encoding = encoding;
        replan();
    });
    connect(m_format, &ImportFormatPage::delimiterChosen, this, [this](char delimiter) {
        m_hints.delimiter = delimiter;
        replan();
    });
    connect(m_format, &ImportFormatPage::headerChosen, this, [this](bool hasHeader) {
        m_hints.hasHeader = hasHeader;
        replan();
    });
    connect(m_format, &ImportFormatPage::dateOrderChosen, this, [this](Import::DateOrder order) {
        m_hints.dateOrder = order;
        m_plan->setDateOrder(order);
        showPlan();
    });
    connect(m_format, &ImportFormatPage::decimalChosen, this, [this](char decimal) {
        for (Import::ColumnPlan &column : m_plan->columns)
            column.numbers.decimal = decimal;
        showPlan();
    });
    connect(m_map, &ImportMapPage::targetChosen, this, &ImportWizard::setTarget);
    connect(m_map, &ImportMapPage::presetChosen, this, [this](const QString &preset) {
        m_hints.preset = preset;
        m_hints.mapping.clear();
        m_ignorePreset = preset.isEmpty();
        if (m_ignorePreset) {
            // Without a mapping the planner would recognise the preset again.
            QStringList headings;
            for (const Import::ColumnPlan &column : m_plan->columns)
                headings.append(column.heading);
            const QStringList fields = Import::matchColumns(m_plan->kind, headings);
            for (qsizetype i = 0; i < headings.size(); ++i)
                m_hints.mapping.insert(headings[i], fields[i]);
        }
        replan();
    });
    connect(m_map, &ImportMapPage::cleared, this, [this] {
        for (Import::ColumnPlan &column : m_plan->columns)
            column.target = Target::Ignore;
        showPlan();
    });
    connect(m_check, &ImportCheckPage::duplicatesChosen, this, [this](Import::OnDuplicate mode) {
        m_hints.onDuplicate = mode;
        m_plan->onDuplicate = mode;
        showPlan();
    });
    connect(m_check, &ImportCheckPage::dryRunRequested, this, [this] {
        Import::ImportPlan plan = *m_plan;
        plan.dryRun = true;
        m_isImporting = true;
        m_isDryRun = true;
        m_check->setChecking(true);
        renewButtons();
        emit importRequested(plan);
    });
    connect(m_run, &ImportRunPage::cancelRequested, this, &ImportWizard::cancelRequested);
    connect(m_run, &ImportRunPage::saveRejectsRequested, this, [this] {
        if (m_run->outcome())
            emit saveRejectsRequested(*m_run->outcome());
    });
    connect(m_kindChoice, &QComboBox::activated, this, [this](int at) {
        m_kind = Import::allKinds()[at];
        m_hints.preset.clear();
        m_hints.mapping.clear();
        m_ignorePreset = false;
        replan();
    });
    connect(m_cancelButton, &Button::clicked, this, &ImportWizard::cancel);
    connect(m_backButton, &Button::clicked, this, &ImportWizard::back);
    connect(m_nextButton, &Button::clicked, this, &ImportWizard::next);
}

void ImportWizard::addFiles(const QStringList &files)
{
    const bool first = m_files.isEmpty();
    for (const QString &file : files) {
        if (!m_files.contains(file))
            m_files.append(file);
    }
    m_source->setFiles(m_files);
    if (first && !m_files.isEmpty())
        startFile(0);
    renewButtons();
    if (m_step == Source && m_nextButton->isEnabled())
        m_nextButton->setFocus(Qt::OtherFocusReason);
}

void ImportWizard::startFile(int index)
{
    m_file = index;
    m_kind.reset();
    m_hints = {};
    m_ignorePreset = false;
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
        [file = m_files[m_file], kind = m_kind, hints = m_hints](const Progress &) -> Result<Import::ImportPlan> {
            Import::Kind chosen = kind.value_or(Import::Kind::Transactions);
            if (!kind) {
                const Result<Import::Kind> guess = Import::guessKind(file, hints);
                if (!guess && guess.error().kind == Error::Kind::File)
                    return guess.error();
                if (guess)
                    chosen = *guess;
            }
            return Import::planImport(file, chosen, hints);
        },
        [this](const Result<Import::ImportPlan> &plan) { takePlan(plan); });
    renewButtons();
}

void ImportWizard::takePlan(const Result<Import::ImportPlan> &plan)
{
    if (!plan) {
        m_plan.reset();
        m_problem = plan.error();
        m_source->setProblem(plan.error().oneLine());
        goTo(Source);
        return;
    }
    m_source->setProblem({});
    m_plan = *plan;
    m_kind = plan->kind;
    if (m_ignorePreset)
        m_plan->preset.clear();
    // Personal data comes in only when somebody asks for it.
    for (Import::ColumnPlan &column : m_plan->columns) {
        if (column.target == Target::Field && (column.field == u"phone" || column.field == u"email"))
            column.target = Target::Ignore;
    }
    showPlan();
}

void ImportWizard::showPlan()
{
    m_format->setPlan(*m_plan);
    m_map->setPlan(*m_plan);
    m_check->setPlan(*m_plan);
    renewTexts();
    renewButtons();
    if (m_step == Source && m_nextButton->isEnabled() && isVisible())
        m_nextButton->setFocus(Qt::OtherFocusReason);
}

void ImportWizard::setTarget(int column, Target target, const QString &name)
{
    for (Import::ColumnPlan &other : m_plan->columns) {
        // A field is filled from one column: choosing it for another takes it from the first.
        if (target == Target::Field && other.target == Target::Field && other.field == name)
            other.target = Target::Ignore;
    }
    Import::ColumnPlan &changed = m_plan->columns[column];
    changed.target = target;
    if (target == Target::Field)
        changed.field = name;
    else if (target != Target::Ignore)
        changed.attribute = name;
    showPlan();
}

QString ImportWizard::blockingReason() const
{
    if (m_files.isEmpty())
        return m_step == Source ? tr("Choose at least one file.") : QString();
    if (m_problem)
        return tr("This file cannot be read. Remove it or choose another.");
    if (!m_plan)
        return tr("Looking at the file.");
    if (m_step == Map) {
        const QStringList missing = m_plan->missingFields();
        if (!missing.isEmpty())
            return tr("Still needed: %1. Choose the column that holds it.").arg(ImportTexts::fieldList(missing));
    }
    if (m_step == Check && m_isDryRun)
        return tr("All rows are being checked.");
    return {};
}

void ImportWizard::goTo(Step step)
{
    m_step = step;
    m_stack->setCurrentIndex(step);
    m_steps->setCurrent(step);
    renewTexts();
    renewButtons();
    if (QWidget *first = m_stack->currentWidget()->focusProxy(); first && isVisible())
        first->setFocus(Qt::OtherFocusReason);
}

void ImportWizard::next()
{
    if (!m_nextButton->isEnabled())
        return;
    if (m_step == Run) {
        if (m_fileIsDone && hasMoreFiles()) {
            startFile(m_file + 1);
            goTo(Format);
        } else {
            emit closed(m_importedAnything);
        }
        return;
    }
    if (m_step == Check) {
        m_isImporting = true;
        m_isDryRun = false;
        m_run->start(*m_plan);
        goTo(Run);
        emit importRequested(*m_plan);
        return;
    }
    goTo(Step(m_step + 1));
}

void ImportWizard::back()
{
    if (m_step == Run)
        goTo(Check);
    else if (m_step > Source)
        goTo(Step(m_step - 1));
}

void ImportWizard::cancel()
{
    if (m_isImporting)
        emit cancelRequested();
    else
        emit closed(false);
}

void ImportWizard::showProgress(const ProgressReport &report)
{
    m_run->showProgress(report);
}

void ImportWizard::showOutcome(const Result<Import::ImportOutcome> &outcome)
{
    m_isImporting = false;
    if (std::exchange(m_isDryRun, false)) {
        m_check->setDryRun(outcome ? std::optional(*outcome) : std::nullopt);
        if (!outcome && outcome.error().kind != Error::Kind::Cancelled)
            m_reasonOverride = outcome.error().oneLine();
        renewButtons();
        return;
    }
    m_fileIsDone = outcome.ok();
    m_importedAnything = m_importedAnything || outcome.ok();
    m_run->showOutcome(outcome);
    renewButtons();
    (m_fileIsDone ? m_nextButton : m_backButton)->setFocus(Qt::OtherFocusReason);
}

void ImportWizard::renewButtons()
{
    const QString reason = m_step == Run ? QString() : blockingReason();
    m_reason->setText(reason.isEmpty() ? m_reasonOverride : reason);
    m_reasonOverride.clear();
    m_nextButton->setEnabled(m_step == Run ? !m_isImporting && m_fileIsDone : reason.isEmpty());
    m_backButton->setEnabled(m_step != Source && !m_isImporting && !(m_step == Run && m_fileIsDone));
    m_cancelButton->setVisible(m_step != Run || !m_isImporting);
    m_cancelButton->setText(m_step == Run ? tr("Close") : tr("Cancel"));
    if (m_step == Check)
        m_nextButton->setText(tr("Import"));
    else if (m_step == Run)
        m_nextButton->setText(hasMoreFiles() ? tr("Next file") : tr("Open Overview"));
    else
        m_nextButton->setText(tr("Next"));
    const bool hasKind = m_plan && (m_step == Format || m_step == Map);
    m_kindLabel->setVisible(hasKind);
    m_kindChoice->setVisible(hasKind);
}

void ImportWizard::renewTexts()
{
    m_fileText->setVisible(m_step != Source && m_plan);
    if (!m_plan)
        return;
    const NumberFormat &format = m_display.format();
    const auto columns = m_plan->columns.size();
    //: the file that is imported: %1 its name, %2 its size, %3 "97,078 rows", %4 "11 columns"
    m_fileText->setText(
        tr("%1 · %2 · about %3 · %4")
            .arg(NumberFormat::isolate(QFileInfo(m_plan->file).fileName()),
                 ImportTexts::fileSize(m_plan->fileBytes, format),
                 counted(tr("%n row(s)", nullptr, int(m_plan->estimatedRows)), m_plan->estimatedRows, format),
                 counted(tr("%n column(s)", nullptr, int(columns)), columns, format)));
    m_kindChoice->setCurrentIndex(int(Import::allKinds().indexOf(m_plan->kind)));
}

void ImportWizard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportWizard::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (QWidget *first = m_stack->currentWidget()->focusProxy())
        first->setFocus(event->reason());
}

void ImportWizard::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && !qobject_cast<QAbstractButton *>(focusWidget()))
        next();
    else if (event->key() == Qt::Key_Escape)
        cancel();
    else
        QWidget::keyPressEvent(event);
}

void ImportWizard::retranslate()
{
    setAccessibleName(tr("Import data"));
    m_steps->setSteps({tr("Source"), tr("Format"), tr("Map columns"), tr("Check"), tr("Import")});
    m_kindLabel->setText(tr("This file holds"));
    m_kindChoice->setAccessibleName(tr("This file holds"));
    m_kindChoice->clear();
    for (const Import::Kind kind : Import::allKinds())
        m_kindChoice->addItem(Import::kindTitle(kind));
    m_backButton->setText(tr("Back"));
    renewTexts();
    renewButtons();
}
