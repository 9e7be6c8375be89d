#include "ui/dialogs/importwizard.h"

#include "models/import/columnmatcher.h"
#include "ui/dialogs/importcheckpage.h"
#include "ui/dialogs/importformatpage.h"
#include "ui/dialogs/importmappage.h"
#include "ui/dialogs/importprogresscard.h"
#include "ui/dialogs/importrunpage.h"
#include "ui/dialogs/importsourcepage.h"
#include "ui/dialogs/importtexts.h"
#include "ui/dialogs/latestjob.h"
#include "ui/dialogs/stepbar.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDateTime>
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
    , m_fileCard(new Card(display, this))
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
    , m_looking(new LatestJob(this))
    , m_judging(new LatestJob(this))
    , m_storing(new LatestJob(this))
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
    auto *file = new QWidget(m_fileCard);
    auto *fileRow = new QHBoxLayout(file);
    fileRow->setContentsMargins(0, 0, 0, 0);
    fileRow->setSpacing(10);
    m_fileName = new TextLabel(display, Theme::TextRole::CardTitle, "text", file);
    m_fileText = new TextLabel(display, Theme::TextRole::Axis, "text2", file);
    m_fileText->setElided(true);
    m_otherFile = new Button(display, Button::Kind::Default, u"file"_s, file);
    m_otherFile->setObjectName(u"otherFile"_s);
    m_otherFile->setSmall(true);
    fileRow->addWidget(m_fileName);
    fileRow->addWidget(m_fileText, 1);
    fileRow->addWidget(m_otherFile);
    m_fileCard->setHeaderVisible(false);
    m_fileCard->setBody(file);
    m_fileCard->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    layout->addWidget(m_fileCard);
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
    connect(m_source, &ImportSourcePage::pasteWanted, this, &ImportWizard::pasteWanted);
    connect(m_source, &ImportSourcePage::fileRemoved, this, [this](int index) {
        m_sources.removeAt(index);
        m_source->setSources(m_sources);
        startFile(m_sources.isEmpty() ? -1 : 0);
    });
    connect(m_otherFile, &Button::clicked, this, [this] {
        goTo(Source);
        m_replacesFile = true;
        emit filesWanted();
    });
    connect(m_format, &ImportFormatPage::sheetChosen, this, [this](const QString &sheet) {
        m_hints.sheet = sheet;
        m_hints.mapping.clear(); // another sheet has other headings
        replan();
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
        keepChoices();
        showPlan();
    });
    connect(m_format, &ImportFormatPage::calendarChosen, this, [this](Import::DateStyle::Calendar calendar) {
        m_hints.calendar = calendar;
        m_plan->setCalendar(calendar);
        keepChoices();
        showPlan();
    });
    connect(m_format, &ImportFormatPage::timeZoneChosen, this, [this](const QString &zone) {
        m_hints.timeZone = zone;
        m_plan->timeZone = zone;
        keepChoices();
        showPlan();
    });
    connect(m_format, &ImportFormatPage::decimalChosen, this, [this](char decimal) {
        for (Import::ColumnPlan &column : m_plan->columns)
            column.numbers.decimal = decimal;
        keepChoices();
        showPlan();
    });
    connect(m_format, &ImportFormatPage::currencyChosen, this, [this](const QString &code) {
        m_hints.currency = code;
        m_plan->currency = code;
        showPlan();
    });
    connect(m_map, &ImportMapPage::formatWanted, this, [this] { goTo(Format); });
    connect(m_map, &ImportMapPage::targetChosen, this, &ImportWizard::setTarget);
    connect(m_map, &ImportMapPage::presetChosen, this, [this](const QString &preset) {
        m_mapping.clear();
        m_hasChosenPreset = true;
        m_hints.choices = {};
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
    connect(m_check, &ImportCheckPage::planEdited, this, [this](const Import::ImportPlan &plan) {
        const bool otherColumns = m_plan->columns != plan.columns;
        *m_plan = plan;
        keepChoices();
        showPlan();
        if (otherColumns)
            lookAtColumns();
    });
    connect(m_looking, &LatestJob::progressed, m_check,
            [this](const ProgressReport &report) { m_check->setReportProgress(report.fraction); });
    connect(m_map, &ImportMapPage::mappingChosen, this, &ImportWizard::useMapping);
    connect(m_map, &ImportMapPage::saveRequested, this, &ImportWizard::saveMapping);
    connect(m_map, &ImportMapPage::mappingRemoved, this, [this](const QString &name) {
        if (m_mapping == u"saved:"_s + name)
            m_mapping.clear();
        changeMappings([name](const Workspace &workspace) { return Import::removeMapping(workspace, name); });
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
        m_hints.choices = {};
        m_ignorePreset = false;
        m_mapping.clear();
        m_hasChosenPreset = true;
        replan();
    });
    connect(m_cancelButton, &Button::clicked, this, &ImportWizard::cancel);
    connect(m_backButton, &Button::clicked, this, &ImportWizard::back);
    connect(m_nextButton, &Button::clicked, this, &ImportWizard::next);
}

void ImportWizard::setWorkspace(const std::shared_ptr<const Workspace> &workspace, const QString &currency)
{
    m_judging->cancel();
    m_judged.reset();
    m_workspace = workspace;
    m_format->setWorkspaceCurrency(currency);
    m_check->setWorkspaceCurrency(currency);
    m_run->setWorkspace(workspace);
}

void ImportWizard::addFiles(const QStringList &files)
{
    QList<Import::Source> sources;
    for (const QString &file : files)
        sources.append({file, {}});
    addSources(sources);
}

void ImportWizard::addSources(const QList<Import::Source> &sources)
{
    const bool first = m_sources.isEmpty();
    if (std::exchange(m_replacesFile, false) && m_file >= 0 && !sources.isEmpty()) {
        m_sources.replace(m_file, sources.first());
        startFile(m_file);
    }
    for (const Import::Source &source : sources) {
        if (!m_sources.contains(source))
            m_sources.append(source);
    }
    m_source->setSources(m_sources);
    if (first && !m_sources.isEmpty())
        startFile(0);
    renewButtons();
    if (m_step == Source && m_nextButton->isEnabled())
        m_nextButton->setFocus(Qt::OtherFocusReason);
}

bool ImportWizard::addPasted(const QString &text)
{
    if (text.trimmed().isEmpty() || !text.contains(u'\n')) {
        m_source->setProblem(
            [] { return tr("The clipboard holds no table. Copy rows in your spreadsheet first, with their headings."); });
        return false;
    }
    m_source->setProblem({});
    addSources({Import::pastedTable(text)});
    return true;
}

QString ImportWizard::startedText() const
{
    const NumberFormat &format = m_display.format();
    //: when an import began: %1 the day, %2 the time of day
    return tr("Started %1, %2").arg(format.date(m_started.date()), format.shapeDigits(m_started.time().toString(u"HH:mm"_s)));
}

QString ImportWizard::blockingReason() const
{
    if (m_sources.isEmpty())
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
    m_replacesFile = false;
    m_stack->setCurrentIndex(step);
    m_steps->setCurrent(step);
    if (step == Check)
        lookAtColumns();
    else
        m_looking->cancel();
    if (step != Check)
        m_lookedAt.reset();
    if (step == Map) {
        judgeHead();
    } else {
        m_judging->cancel();
        m_judged.reset();
    }
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
        m_started = QDateTime::currentDateTime();
        m_run->start(*m_plan, m_checkedPlan == m_plan ? m_checked : std::nullopt);
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
        m_checked = outcome ? std::optional(*outcome) : std::nullopt;
        m_checkedPlan = m_plan;
        m_check->setDryRun(m_checked);
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

void ImportWizard::showReloaded(qint64 customers)
{
    m_run->steps().showReloaded(customers);
}

void ImportWizard::showComputed(bool computed)
{
    m_run->steps().showComputed(computed);
}

void ImportWizard::renewButtons()
{
    const QString reason = m_step == Run ? startedText() : blockingReason();
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
    m_fileCard->setVisible(m_step != Source && m_plan);
    m_otherFile->setVisible(m_step != Run);
    if (!m_plan)
        return;
    const NumberFormat &format = m_display.format();
    const auto columns = m_plan->columns.size();
    const Import::Source source = m_plan->source();
    m_fileName->setText(NumberFormat::isolate(source.name()));
    QStringList facts{ImportTexts::fileSize(m_plan->fileBytes, format),
                      //: how many rows a file has, estimated: %1 "97,078 rows"
                      tr("about %1").arg(format.counted(tr("%n row(s)", nullptr, int(m_plan->estimatedRows)), m_plan->estimatedRows)),
                      format.counted(tr("%n column(s)", nullptr, int(columns)), columns)};
    if (!source.isPasted())
        //: when a file was changed last: %1 a day
        facts.append(tr("modified %1").arg(format.date(QFileInfo(source.file).lastModified().date())));
    if (m_sources.size() > 1)
        //: which of several files is at hand: %1 of %2
        facts.append(tr("file %1 of %2").arg(format.integer(m_file + 1), format.integer(m_sources.size())));
    m_fileText->setText(facts.join(u" · "_s));
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
    m_otherFile->setText(tr("Choose another file"));
    renewTexts();
    renewButtons();
}
