#include "ui/dialogs/importwizard.h"

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
#include "ui/style/ownwords.h"
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
    setFocusPolicy(Qt::ClickFocus); // Tab goes from control to control
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
    m_trouble.reset();
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
            m_trouble = outcome.error();
        renewButtons();
        // The button that was pressed was disabled meanwhile, and the focus went on to Cancel.
        if (m_step == Check && m_nextButton->isEnabled())
            m_nextButton->setFocus(Qt::OtherFocusReason);
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
    m_reason->setText(reason.isEmpty() && m_trouble ? inOwnWords(*m_trouble) : reason);
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
    const bool hasName = m_plan && m_step == Run;
    m_kindLabel->setText(hasName ? NumberFormat::isolate(m_plan->source().name()) : tr("This file holds"));
    m_kindLabel->setVisible(hasKind || hasName);
    m_kindChoice->setVisible(hasKind);
}

void ImportWizard::renewTexts()
{
    // While it is imported the file stands in the line of the steps: what becomes of it needs the room.
    m_fileCard->setVisible(m_step != Source && m_step != Run && m_plan);
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
    QWidget *first = m_stack->currentWidget()->focusProxy();
    if (!first || !first->isVisible() || !first->isEnabled())
        first = m_nextButton->isEnabled() ? m_nextButton : m_cancelButton;
    if (first->isVisible())
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
    m_kindChoice->setAccessibleName(tr("This file holds"));
    m_kindChoice->clear();
    for (const Import::Kind kind : Import::allKinds())
        m_kindChoice->addItem(Import::kindTitle(kind));
    m_backButton->setText(tr("Back"));
    m_otherFile->setText(tr("Choose another file"));
    renewTexts();
    renewButtons();
}
