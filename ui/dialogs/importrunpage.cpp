#include "ui/dialogs/importrunpage.h"

#include "ui/dialogs/counted.h"
#include "ui/dialogs/faultdelegate.h"
#include "ui/dialogs/importprogresscard.h"
#include "ui/dialogs/importtexts.h"
#include "ui/dialogs/rejectbars.h"
#include "ui/style/display.h"
#include "ui/style/ownwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/thinbar.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

ImportRunPage::ImportRunPage(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_progressCard(new Card(display, this))
    , m_steps(new ImportProgressCard(display, this))
    , m_figureCard(new Card(display, this))
    , m_rejectCard(new Card(display, this))
    , m_rowCard(new Card(display, this))
    , m_rows(new Import::RejectedRowsModel(this))
    , m_rowTable(new QTableView(m_rowCard))
{
    for (Card *card : {m_progressCard, m_figureCard}) {
        card->setHeaderVisible(false);
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    }
    m_progressCard->setBody(makeProgress());
    m_figureCard->setBody(makeFigures());
    prepareRejects();
    m_steps->setFixedWidth(300);
    m_steps->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Maximum);

    auto *start = new QVBoxLayout;
    start->setSpacing(12);
    start->addWidget(m_figureCard);
    start->addWidget(m_rejectCard);
    start->addWidget(m_rowCard, 1000);
    start->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addLayout(start, 1);
    columns->addWidget(m_steps, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_progressCard);
    layout->addLayout(columns, 1);
    setFocusProxy(m_cancel);
    connect(m_cancel, &Button::clicked, this, [this] {
        m_cancel->setEnabled(false);
        emit cancelRequested();
    });
    connect(m_save, &Button::clicked, this, &ImportRunPage::saveRejectsRequested);
    connect(&display, &Display::changed, this, [this] {
        m_rows->setNumberFormat(m_display.format());
        renewTexts();
    });
    retranslate();
}

QWidget *ImportRunPage::makeProgress()
{
    auto *progress = new QWidget(m_progressCard);
    auto *rows = new QVBoxLayout(progress);
    rows->setContentsMargins(4, 4, 4, 4);
    rows->setSpacing(10);
    auto *head = new QHBoxLayout;
    m_heading = new TextLabel(m_display, Theme::TextRole::CardTitle, "text", progress);
    m_heading->setObjectName(u"importHeading"_s);
    m_heading->setWordWrap(true);
    m_rate = new TextLabel(m_display, Theme::TextRole::Body, "text2", progress);
    m_rate->setObjectName(u"importRate"_s);
    head->addWidget(m_heading, 1);
    head->addWidget(m_rate);
    rows->addLayout(head);
    m_bar = new ThinBar(m_display, progress);
    rows->addWidget(m_bar);
    auto *foot = new QHBoxLayout;
    m_note = new TextLabel(m_display, Theme::TextRole::Body, "text2", progress);
    m_note->setWordWrap(true);
    m_cancel = new Button(m_display, Button::Kind::Default, u"stop"_s, progress);
    m_cancel->setObjectName(u"cancelImport"_s);
    foot->addWidget(m_note, 1);
    foot->addWidget(m_cancel);
    rows->addLayout(foot);
    return progress;
}

QWidget *ImportRunPage::makeFigures()
{
    auto *figures = new QWidget(m_figureCard);
    auto *columns = new QHBoxLayout(figures);
    columns->setContentsMargins(4, 0, 4, 0);
    columns->setSpacing(24);
    const char *tokens[] = {"text", "good", "bad", "text"};
    for (int i = 0; i < 4; ++i) {
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        m_figure[i] = {new TextLabel(m_display, Theme::TextRole::Table, "text2", figures),
                       new TextLabel(m_display, Theme::TextRole::KpiValue, tokens[i], figures),
                       new TextLabel(m_display, Theme::TextRole::Axis, "text3", figures)};
        m_figure[i].value->setObjectName(u"figure%1"_s.arg(i));
        column->addWidget(m_figure[i].title);
        column->addWidget(m_figure[i].value);
        column->addWidget(m_figure[i].note);
        columns->addLayout(column, 1);
    }
    return figures;
}

void ImportRunPage::prepareRejects()
{
    m_bars = new RejectBars(m_display, m_rejectCard);
    m_save = new Button(m_display, Button::Kind::Default, u"export"_s, m_rejectCard);
    m_save->setObjectName(u"saveRejects"_s);
    m_rejectCard->addHeaderWidget(m_save);
    m_rejectCard->setBody(ImportTexts::scrolling(m_bars, m_rejectCard));
    m_rejectCard->setMinimumHeight(90); // a reason at least, in a low window too

    m_rowTable->setObjectName(u"runRejectedRows"_s);
    m_rowTable->setShowGrid(false);
    m_rowTable->setWordWrap(false);
    m_rowTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rowTable->setTabKeyNavigation(false);
    m_rowTable->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_rowTable->verticalHeader()->setDefaultSectionSize(28);
    m_rowTable->verticalHeader()->hide();
    m_rowTable->horizontalHeader()->setHighlightSections(false);
    m_rowTable->setModel(m_rows);
    m_rowTable->setItemDelegate(new FaultDelegate(m_display, this));
    m_rowTable->setItemDelegateForColumn(Import::RejectedRowsModel::LineColumn, new NumberDelegate(m_display, this));
    m_rows->setNumberFormat(m_display.format());
    m_rowCard->setBody(m_rowTable);
}

void ImportRunPage::setWorkspace(const std::shared_ptr<const Workspace> &workspace)
{
    m_rows->clear();
    m_workspace = workspace;
}

void ImportRunPage::start(const Import::ImportPlan &plan, const std::optional<Import::ImportOutcome> &checked)
{
    m_plan = plan;
    m_checked = checked;
    m_outcome.reset();
    m_steps->start(plan);
    m_error.reset();
    m_rows->clear();
    m_report = {-1, {}, 0, 0, -1};
    m_cancel->setEnabled(true);
    renewTexts();
}

void ImportRunPage::showProgress(const ProgressReport &report)
{
    m_report = report;
    m_steps->showProgress(report);
    renewProgress();
}

void ImportRunPage::showOutcome(const Result<Import::ImportOutcome> &outcome)
{
    if (outcome)
        m_outcome = *outcome;
    else
        m_error = outcome.error();
    m_steps->showOutcome(outcome);
    if (outcome && outcome->rowsRejected > 0 && m_workspace) {
        if (m_rows->load(*m_workspace, outcome->batch)) {
            m_rowTable->setColumnWidth(Import::RejectedRowsModel::LineColumn, 70);
            m_rowTable->setColumnWidth(Import::RejectedRowsModel::ReasonColumn, 300);
        }
    }
    renewTexts();
}

void ImportRunPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportRunPage::retranslate()
{
    const QString titles[] = {tr("Rows read"), tr("Accepted"), tr("Rejected"), tr("New customers")};
    for (int i = 0; i < 4; ++i)
        m_figure[i].title->setText(titles[i]);
    m_cancel->setText(tr("Cancel import"));
    m_rejectCard->setTitle(tr("Why rows were rejected"));
    m_save->setText(tr("Save rejected rows as CSV"));
    m_bars->setAccessibleName(tr("Why rows were rejected"));
    m_rowCard->setTitle(tr("Rejected rows"));
    m_rowCard->setSubtitle(tr("mend them in the file and import it again: known rows are recognised"));
    m_rowTable->setAccessibleName(tr("Rejected rows"));
    m_rows->retranslate();
    renewTexts();
}

void ImportRunPage::renewProgress()
{
    const NumberFormat &format = m_display.format();
    m_bar->setFraction(m_report.fraction);
    m_heading->setText(m_report.step.isEmpty() ? tr("Importing") : inOwnWords(m_report.step));
    QStringList parts;
    if (m_report.rows > 0)
        parts.append(counted(tr("%n row(s)", nullptr, int(m_report.rows)), m_report.rows, format));
    if (m_report.rowsPerSecond > 0)
        parts.append(tr("%1 rows/s").arg(format.integer(qint64(m_report.rowsPerSecond))));
    if (m_report.secondsLeft >= 0)
        parts.append(tr("about %1 s left").arg(format.integer(qint64(m_report.secondsLeft + 0.5))));
    m_rate->setText(parts.join(u" · "_s));
    renewFigures();
}

void ImportRunPage::renewTexts()
{
    const NumberFormat &format = m_display.format();
    const std::optional<Import::ImportOutcome> &counts = m_outcome ? m_outcome : m_checked;
    m_figureCard->setVisible(!m_error);
    m_rejectCard->setVisible(!m_error && counts && counts->rowsRejected > 0);
    m_save->setVisible(m_outcome.has_value());
    m_rowCard->setVisible(m_outcome && m_rows->rowCount() > 0);
    const bool running = !m_outcome && !m_error;
    m_cancel->setVisible(running);
    setFocusProxy(running ? m_cancel : nullptr); // Tab would stop for good at a hidden one
    m_bar->setVisible(running);
    m_rate->setVisible(running || m_outcome);
    renewFigures();
    if (counts) {
        m_bars->setGroups(counts->rejects, counts->rowsRejected);
        // Four reasons are seen at once, the others by scrolling.
        m_rejectCard->setMaximumHeight(60 + 30 * int(std::clamp<qsizetype>(counts->rejects.size(), 1, 4)));
    }
    if (running) {
        m_note->setText(tr("You can keep working in other screens. Cancel takes back everything this import has written."));
        renewProgress();
        return;
    }
    if (m_error) {
        const bool cancelled = m_error->kind == Error::Kind::Cancelled;
        m_heading->setText(cancelled ? tr("The import was cancelled") : tr("The import did not finish"));
        m_note->setText(cancelled ? tr("Nothing was written. The workspace is as it was before.") : inOwnWords(*m_error));
        return;
    }
    m_heading->setText(tr("The import is finished"));
    //: %1 the number of seconds an import took, %2 its speed
    m_rate->setText(
        tr("%1 s · %2 rows/s").arg(format.decimal(m_outcome->seconds, 1), format.integer(qint64(m_outcome->rowsPerSecond))));
    m_note->setText(tr("It can be undone from the Data screen."));
}

/// What came of the rows; before the end what the check of all rows found, and the rows read so far.
void ImportRunPage::renewFigures()
{
    const NumberFormat &format = m_display.format();
    if (!m_outcome && !m_checked) {
        for (const Figure &figure : m_figure) {
            figure.value->setText(u"–"_s);
            figure.note->setText(tr("known at the end"));
        }
        m_figure[0].value->setText(format.integer(m_report.rows));
        m_figure[0].note->setText(tr("so far"));
        return;
    }
    const Import::ImportOutcome &outcome = m_outcome ? *m_outcome : *m_checked;
    const qint64 accepted = outcome.rowsRead - outcome.rowsRejected - outcome.rowsLeftOut;
    const double read = double(std::max<qint64>(1, outcome.rowsRead));
    m_figure[0].value->setText(format.integer(outcome.rowsRead));
    m_figure[0].note->setText(tr("the whole file"));
    m_figure[1].value->setText(format.integer(accepted));
    QStringList about{format.percent(double(accepted) / read, 1)};
    if (outcome.refunds > 0)
        //: %n of the accepted rows
        about.append(counted(tr("of them %n refund(s)", nullptr, int(outcome.refunds)), outcome.refunds, format));
    if (outcome.rowsLeftOut > 0)
        about.append(counted(tr("%n left out by status", nullptr, int(outcome.rowsLeftOut)), outcome.rowsLeftOut, format));
    //: between the parts of a note under a number
    m_figure[1].note->setText(about.join(tr(", ")));
    m_figure[2].value->setText(format.integer(outcome.rowsRejected));
    m_figure[2].note->setText(
        outcome.rejects.isEmpty()
            ? format.percent(0)
            //: %1 a share in percent, %2 "4 reasons"
            : tr("%1, %2").arg(format.percent(double(outcome.rowsRejected) / read, 1),
                               counted(tr("%n reason(s)", nullptr, int(outcome.rejects.size())), outcome.rejects.size(), format)));
    m_figure[3].value->setText(format.integer(outcome.customersCreated));
    m_figure[3].note->setText(outcome.rowsUpdated > 0
                                  ? counted(tr("%n updated", nullptr, int(outcome.rowsUpdated)), outcome.rowsUpdated, format)
                                  : QString());
}
