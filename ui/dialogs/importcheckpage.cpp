#include "ui/dialogs/importcheckpage.h"

#include "ui/dialogs/importchoicesform.h"
#include "ui/dialogs/importtexts.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;
using Target = Import::ColumnPlan::Target;

ImportCheckPage::ImportCheckPage(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_columnsCard(new Card(display, this))
    , m_issuesCard(new Card(display, this))
    , m_checkCard(new Card(display, this))
    , m_table(new QTableWidget(m_columnsCard))
{
    m_table->setObjectName(u"checkTable"_s);
    ImportTexts::prepareTable(*m_table);
    m_columnsCard->setBody(m_table);
    auto *issues = new QWidget(m_issuesCard);
    m_issuesPlace = new QVBoxLayout(issues);
    m_issuesPlace->setContentsMargins(0, 0, 0, 0);
    m_issuesPlace->addStretch();
    m_issuesCard->setBody(ImportTexts::scrolling(issues, m_issuesCard));

    auto *body = new QWidget(m_checkCard);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(8);
    const auto text = [&](const char *token) {
        auto *label = new TextLabel(display, Theme::TextRole::Body, token, body);
        label->setWordWrap(true);
        layout->addWidget(label);
        return label;
    };
    m_same = text("warn");
    m_same->setObjectName(u"sameFile"_s);
    m_same->hide();
    m_checkAll = new Button(display, Button::Kind::Default, {}, body);
    m_checkAll->setObjectName(u"checkAll"_s);
    layout->addWidget(m_checkAll, 0, Qt::AlignLeading);
    m_summary = text("text");
    m_counts = text("text2");
    m_counts->setObjectName(u"checkCounts"_s);
    m_rejects = text("warn");
    m_rejects->setObjectName(u"checkRejects"_s);
    m_choices = new ImportChoicesForm(display, body);
    layout->addWidget(m_choices);
    m_choices->setTabPredecessor(m_checkAll);
    layout->addStretch();
    m_promise = text("text2");
    m_checkCard->setBody(ImportTexts::scrolling(body, m_checkCard));
    m_checkCard->setFixedWidth(340);
    auto *start = new QVBoxLayout;
    start->setSpacing(12);
    start->addWidget(m_columnsCard, 3);
    start->addWidget(m_issuesCard, 2);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(12);
    columns->addLayout(start, 1);
    columns->addWidget(m_checkCard);
    setFocusProxy(m_checkAll);
    connect(m_checkAll, &Button::clicked, this, &ImportCheckPage::dryRunRequested);
    connect(m_choices, &ImportChoicesForm::edited, this, &ImportCheckPage::planEdited);
    connect(&display, &Display::changed, this, [this] {
        if (!m_plan)
            return;
        renewTable();
        renewIssues();
        renewTexts();
    });
    retranslate();
}

void ImportCheckPage::setPlan(const Import::ImportPlan &plan)
{
    if (m_plan != plan)
        m_dryRun.reset();
    if (!m_plan || m_plan->columns != plan.columns || m_plan->file != plan.file)
        m_report.reset();
    m_plan = plan;
    m_choices->setPlan(plan);
    renewTable();
    renewIssues();
    renewTexts();
}

void ImportCheckPage::setWorkspaceCurrency(const QString &code)
{
    m_choices->setWorkspaceCurrency(code);
}

void ImportCheckPage::setSameFile(const std::optional<BatchId> &batch)
{
    m_sameFile = batch;
    renewTexts();
}

void ImportCheckPage::setDryRun(const std::optional<Import::ImportOutcome> &outcome)
{
    m_dryRun = outcome;
    m_checking = false;
    renewTexts();
}

void ImportCheckPage::setChecking(bool checking)
{
    m_checking = checking;
    renewTexts();
}

void ImportCheckPage::setReport(const std::optional<Import::TableReport> &report)
{
    m_report = report;
    m_progress = -1;
    if (!m_plan)
        return;
    m_choices->setReport(report);
    renewTable();
    renewIssues();
    renewTexts();
}

void ImportCheckPage::setReportProgress(double fraction)
{
    m_progress = fraction;
    renewTexts();
}

void ImportCheckPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportCheckPage::retranslate()
{
    m_columnsCard->setTitle(tr("What will be written"));
    m_issuesCard->setTitle(tr("What looks wrong"));
    m_checkCard->setTitle(tr("Check"));
    m_checkAll->setText(tr("Check all rows"));
    m_checkAll->setToolTip(tr("Reads the whole file as the import would, and writes nothing"));
    m_promise->setText(tr("Nothing is written before you press Import. A backup of the workspace is made first."));
    m_table->setAccessibleName(tr("Columns that will be imported"));
    if (m_plan) {
        renewTable();
        renewIssues();
        renewTexts();
    }
}

/// Each with the rules that mend it: one press mends the column.
void ImportCheckPage::renewIssues()
{
    if (m_issues) {
        m_issuesPlace->removeWidget(m_issues);
        m_issues->hide();
        m_issues->deleteLater(); // perhaps from within the click of one of its buttons
    }
    m_issues = new QWidget(this);
    m_issuesPlace->insertWidget(0, m_issues);
    auto *rows = new QVBoxLayout(m_issues);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    const NumberFormat &format = m_display.format();
    const QList<Import::ColumnIssue> issues = m_report ? m_report->issues : QList<Import::ColumnIssue>();
    const auto count = issues.size();
    Button *first = nullptr;
    m_issuesCard->setSubtitle(!m_report        ? QString()
                              : count == 0     ? tr("nothing")
                                               : format.counted(tr("%n thing(s)", nullptr, int(count)), count));
    for (qsizetype i = 0; i < count; ++i) {
        const Import::ColumnIssue &issue = issues[i];
        auto *text = new TextLabel(m_display, Theme::TextRole::Body, issue.rejectsRows ? "bad" : "warn", m_issues);
        QString words = Import::issueText(issue, *m_plan, format);
        if (issue.rejectsRows && issue.repairs.isEmpty())
            words += u' ' + tr("No rule mends this: correct it in the file, or import the other rows and save the rejected ones.");
        text->setText(words);
        text->setWordWrap(true);
        rows->addWidget(text);
        if (issue.repairs.isEmpty())
            continue;
        auto *line = new QHBoxLayout;
        line->setSpacing(8);
        for (qsizetype at = 0; at < issue.repairs.size(); ++at) {
            const Import::ColumnRepair &repair = issue.repairs[at];
            auto *button = new Button(m_display, Button::Kind::Default, {}, m_issues);
            button->setObjectName(u"issue%1repair%2"_s.arg(i).arg(at));
            button->setSmall(true);
            button->setText(Import::repairText(repair, format));
            line->addWidget(button);
            connect(button, &Button::clicked, this, [this, repair] {
                Import::ImportPlan plan = *m_plan;
                Import::applyRepair(plan, repair);
                m_isMending = true;
                m_checkAll->setFocus(Qt::OtherFocusReason);
                emit planEdited(plan);
            });
            if (!first)
                first = button;
        }
        line->addStretch();
        rows->addLayout(line);
    }
    if (m_report && count == 0) {
        auto *none = new TextLabel(m_display, Theme::TextRole::Body, "text2", m_issues);
        none->setText(tr("No column looks wrong."));
        rows->addWidget(none);
    }
    m_issues->show();
    if (m_report && std::exchange(m_isMending, false) && first && m_checkAll->hasFocus())
        first->setFocus(Qt::OtherFocusReason);
}

/// No more than is known: nobody compared what the files hold.
QString ImportCheckPage::sameFileText() const
{
    const QString number = m_display.format().integer(m_sameFile->value);
    if (m_plan->kind == Import::Kind::Customers || m_plan->onDuplicate == Import::OnDuplicate::ReplacePeriod)
        //: %1 the number of an import in the history
        return tr("Import %1 read a file of this name, size and time of change. What they hold was not compared.").arg(number);
    //: %1 the number of an import in the history
    return tr("Import %1 read a file of this name, size and time of change. What they hold was not compared. If it is the same, "
              "rows that have no id of their own are added once more.")
        .arg(number);
}

QString ImportCheckPage::countsText() const
{
    const NumberFormat &format = m_display.format();
    const Import::ImportOutcome &run = *m_dryRun;
    const std::pair<QString, qint64> counts[] = {{tr("to create"), run.rowsImported},
                                                 {tr("to update"), run.rowsUpdated},
                                                 {tr("unchanged"), run.rowsUnchanged},
                                                 {tr("to leave out"), run.rowsLeftOut},
                                                 {tr("rows of an order counted already"), run.rowsMerged},
                                                 {tr("to reject"), run.rowsRejected},
                                                 {tr("rows of the workspace to replace"), run.rowsReplaced},
                                                 {tr("new customers"), run.customersCreated}};
    QStringList lines;
    for (const auto &[words, count] : counts) {
        if (count > 0 || lines.size() < 2)
            //: a line of counts: %1 "to create", %2 how many rows
            lines.append(tr("%1: %2").arg(words, format.integer(count)));
    }
    return lines.join(u'\n');
}

void ImportCheckPage::renewTexts()
{
    if (!m_plan)
        return;
    const NumberFormat &format = m_display.format();
    m_checkAll->setEnabled(!m_checking);
    m_same->setText(m_sameFile ? sameFileText() : QString());
    m_same->setVisible(m_sameFile.has_value());
    if (m_dryRun) {
        const qint64 good = m_dryRun->rowsRead - m_dryRun->rowsRejected - m_dryRun->rowsLeftOut;
        m_summary->setText(format.counted(tr("All rows were checked: %n row(s) ready to import.", nullptr, int(good)), good));
        m_counts->setText(countsText());
        QStringList lines;
        for (const Import::RejectGroup &group : m_dryRun->rejects)
            lines.append(ImportTexts::reasonLine(group, format));
        m_rejects->setText(lines.isEmpty()
                               ? QString()
                               : format.counted(tr("%n row(s) would be rejected:", nullptr, int(m_dryRun->rowsRejected)),
                                                m_dryRun->rowsRejected)
                                   + u'\n' + lines.join(u'\n'));
    } else {
        m_summary->setText(m_checking ? tr("Checking all rows. Nothing is written.")
                                      : tr("Check all rows to see how many will be created, updated, left and rejected."));
        m_counts->setText(m_report ? format.counted(tr("%n row(s) were looked at.", nullptr, int(m_report->rows)), m_report->rows)
                          : m_progress > 0 ? tr("Looking at the columns: %1").arg(format.percent(m_progress))
                                           : tr("Looking at the columns."));
        m_rejects->setText({});
    }
    m_rejects->setVisible(!m_rejects->text().isEmpty());
}

void ImportCheckPage::renewTable()
{
    enum { HeadingAt, TargetAt, TypeAt, EmptyAt, DistinctAt, RangeAt, SamplesAt, Columns };
    m_table->clear();
    m_table->setColumnCount(Columns);
    m_table->setHorizontalHeaderLabels({tr("Column in file"), tr("Goes to"), tr("Type found"), tr("Empty"), tr("Different"),
                                        tr("Range"), tr("Most frequent")});
    const NumberFormat &format = m_display.format();
    int row = 0;
    m_table->setRowCount(int(m_plan->columns.size()));
    for (qsizetype i = 0; i < m_plan->columns.size(); ++i) {
        const Import::ColumnPlan &column = m_plan->columns[i];
        if (column.target == Target::Ignore)
            continue;
        const Import::ColumnReport *report = m_report && i < m_report->columns.size() ? &m_report->columns[i] : nullptr;
        const auto number = [&](double value) { return format.decimal(value, value == std::floor(value) ? 0 : 2); };
        QString range;
        if (report && report->earliest.isValid())
            range = format.dateRange({report->earliest, report->latest});
        else if (report && report->lowest && report->highest)
            //: the range of numbers: %1 the lowest, %2 the highest
            range = tr("%1 to %2").arg(number(*report->lowest), number(*report->highest));
        QStringList samples;
        for (qsizetype at = 0; report && at < std::min<qsizetype>(3, report->samples.size()); ++at)
            samples.append(NumberFormat::isolate(report->samples[at].first));
        if (!report)
            samples.append(NumberFormat::isolate(column.example));
        QString distinct = format.integer(report ? report->distinct : column.distinct);
        if (report && !report->distinctIsExact)
            //: an estimated number: %1
            distinct = tr("about %1").arg(distinct);
        const QString cells[] = {NumberFormat::isolate(column.heading), ImportTexts::targetTitle(column),
                                 Import::foundTypeTitle(column.found),
                                 format.percent(report ? report->emptyShare() : column.emptyShare, 1), distinct, range,
                                 samples.join(tr(", "))};
        for (int at = 0; at < Columns; ++at) {
            auto *item = new QTableWidgetItem(cells[at]);
            if (at == EmptyAt || at == DistinctAt)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
            item->setToolTip(cells[at]);
            m_table->setItem(row, at, item);
        }
        ++row;
    }
    m_table->setRowCount(row);
    const int widths[] = {116, 108, 112, 60, 76, 190, 160};
    for (int column = 0; column < Columns; ++column)
        m_table->setColumnWidth(column, widths[column]);
    for (const int column : {int(EmptyAt), int(DistinctAt)})
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
}
