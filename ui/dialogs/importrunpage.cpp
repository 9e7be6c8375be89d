#include "ui/dialogs/importrunpage.h"

#include "ui/dialogs/counted.h"
#include "ui/dialogs/faultdelegate.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/thinbar.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QScrollArea>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

/// Reasons with a bar each, longest first; mirrored in right-to-left.
class RejectBars final : public QWidget
{
public:
    explicit RejectBars(Display &display, QWidget *parent)
        : QWidget(parent)
        , m_display(display)
    {
    }
    void setGroups(const QList<Import::RejectGroup> &groups, qint64 total)
    {
        m_groups = groups;
        m_total = std::max<qint64>(1, total);
        setMinimumHeight(int(groups.size()) * 30 + 6);
        QStringList spoken;
        for (const Import::RejectGroup &group : groups)
            spoken.append(Import::rejectReasonText(group.reason) + u": "_s + m_display.format().integer(group.count));
        setAccessibleDescription(spoken.join(u"; "_s));
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const NumberFormat &format = m_display.format();
        const int words = std::min(420, width() * 2 / 5);
        const int track = std::max(20, width() - words - 160);
        const qint64 most = m_groups.isEmpty() ? 1 : m_groups.first().count;
        const auto place = [&](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
        for (int i = 0; i < m_groups.size(); ++i) {
            const Import::RejectGroup &group = m_groups[i];
            const int y = i * 30;
            painter.setFont(m_display.font(Theme::TextRole::Body));
            painter.setPen(m_display.color("text"));
            const QRect text = place({0, y, words - 12, 30});
            painter.drawText(text, Qt::AlignVCenter | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute,
                             painter.fontMetrics().elidedText(Import::rejectReasonText(group.reason), Qt::ElideRight, text.width()));
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_display.theme().category(Theme::Vermilion));
            painter.drawRoundedRect(place({words, y + 9, std::max(3, int(double(track) * double(group.count) / double(most))), 12}), 2, 2);
            painter.setFont(m_display.font(Theme::TextRole::CardTitle));
            NumberDelegate::paintNumber(painter, place({width() - 150, y, 80, 30}), format.integer(group.count), m_display.color("text"));
            painter.setFont(m_display.font(Theme::TextRole::Table));
            NumberDelegate::paintNumber(painter, place({width() - 66, y, 62, 30}),
                                        format.percent(double(group.count) / double(m_total), 1), m_display.color("text2"));
        }
    }

private:
    Display &m_display;
    QList<Import::RejectGroup> m_groups;
    qint64 m_total = 1;
};

ImportRunPage::ImportRunPage(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_progressCard(new Card(display, this))
    , m_figures(new QWidget(this))
    , m_rejectCard(new Card(display, this))
{
    auto *progress = new QWidget(m_progressCard);
    auto *rows = new QVBoxLayout(progress);
    rows->setContentsMargins(4, 4, 4, 4);
    rows->setSpacing(10);
    auto *head = new QHBoxLayout;
    m_heading = new TextLabel(display, Theme::TextRole::CardTitle, "text", progress);
    m_heading->setObjectName(u"importHeading"_s);
    m_heading->setWordWrap(true);
    m_rate = new TextLabel(display, Theme::TextRole::Body, "text2", progress);
    m_rate->setObjectName(u"importRate"_s);
    head->addWidget(m_heading, 1);
    head->addWidget(m_rate);
    rows->addLayout(head);
    m_bar = new ThinBar(display, progress);
    rows->addWidget(m_bar);
    auto *foot = new QHBoxLayout;
    m_note = new TextLabel(display, Theme::TextRole::Body, "text2", progress);
    m_note->setWordWrap(true);
    m_cancel = new Button(display, Button::Kind::Default, u"stop"_s, progress);
    m_cancel->setObjectName(u"cancelImport"_s);
    foot->addWidget(m_note, 1);
    foot->addWidget(m_cancel);
    rows->addLayout(foot);
    m_progressCard->setHeaderVisible(false);
    m_progressCard->setBody(progress);
    m_progressCard->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_figures->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    auto *figureCard = new Card(display, m_figures);
    figureCard->setHeaderVisible(false);
    auto *figures = new QWidget(figureCard);
    auto *columns = new QHBoxLayout(figures);
    columns->setContentsMargins(4, 0, 4, 0);
    columns->setSpacing(24);
    const char *tokens[] = {"text", "good", "bad", "text"};
    for (int i = 0; i < 4; ++i) {
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        m_figure[i] = {new TextLabel(display, Theme::TextRole::Table, "text2", figures),
                       new TextLabel(display, Theme::TextRole::KpiValue, tokens[i], figures),
                       new TextLabel(display, Theme::TextRole::Axis, "text3", figures)};
        m_figure[i].value->setObjectName(u"figure%1"_s.arg(i));
        column->addWidget(m_figure[i].title);
        column->addWidget(m_figure[i].value);
        column->addWidget(m_figure[i].note);
        columns->addLayout(column, 1);
    }
    figureCard->setBody(figures);
    auto *around = new QVBoxLayout(m_figures);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(figureCard);

    m_bars = new RejectBars(display, m_rejectCard);
    auto *area = new QScrollArea(m_rejectCard);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_bars);
    area->viewport()->setAutoFillBackground(false); // the card's ground
    m_bars->setAutoFillBackground(false);
    m_save = new Button(display, Button::Kind::Default, u"export"_s, m_rejectCard);
    m_save->setObjectName(u"saveRejects"_s);
    m_rejectCard->addHeaderWidget(m_save);
    m_rejectCard->setBody(area);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_progressCard);
    layout->addWidget(m_figures);
    m_rowCard = new Card(display, this);
    m_rows = new Import::RejectedRowsModel(this);
    m_rowTable = new QTableView(m_rowCard);
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
    m_rowTable->setItemDelegate(new FaultDelegate(display, this));
    m_rowTable->setItemDelegateForColumn(Import::RejectedRowsModel::LineColumn, new NumberDelegate(display, this));
    m_rows->setNumberFormat(display.format());
    m_rowCard->setBody(m_rowTable);
    auto *rejects = new QHBoxLayout;
    rejects->setSpacing(12);
    rejects->addWidget(m_rowCard, 3);
    rejects->addWidget(m_rejectCard, 2);
    layout->addLayout(rejects, 1000);
    layout->addStretch(1);
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

void ImportRunPage::setWorkspace(const std::shared_ptr<const Workspace> &workspace)
{
    m_rows->clear();
    m_workspace = workspace;
}

void ImportRunPage::start(const Import::ImportPlan &plan)
{
    m_plan = plan;
    m_outcome.reset();
    m_error.reset();
    m_rows->clear();
    m_report = {-1, {}, 0, 0, -1};
    m_cancel->setEnabled(true);
    renewTexts();
}

void ImportRunPage::showProgress(const ProgressReport &report)
{
    m_report = report;
    renewProgress();
}

void ImportRunPage::showOutcome(const Result<Import::ImportOutcome> &outcome)
{
    if (outcome)
        m_outcome = *outcome;
    else
        m_error = outcome.error();
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
    m_heading->setText(m_report.step.isEmpty() ? tr("Importing") : m_report.step);
    QStringList parts;
    if (m_report.rows > 0)
        parts.append(counted(tr("%n row(s)", nullptr, int(m_report.rows)), m_report.rows, format));
    if (m_report.rowsPerSecond > 0)
        parts.append(tr("%1 rows/s").arg(format.integer(qint64(m_report.rowsPerSecond))));
    if (m_report.secondsLeft >= 0)
        parts.append(tr("about %1 s left").arg(format.integer(qint64(m_report.secondsLeft + 0.5))));
    m_rate->setText(parts.join(u" · "_s));
}

void ImportRunPage::renewTexts()
{
    const NumberFormat &format = m_display.format();
    m_figures->setVisible(m_outcome.has_value());
    m_rejectCard->setVisible(m_outcome && m_outcome->rowsRejected > 0);
    m_rowCard->setVisible(m_outcome && m_rows->rowCount() > 0);
    const bool running = !m_outcome && !m_error;
    m_cancel->setVisible(running);
    m_bar->setVisible(running);
    m_rate->setVisible(running || m_outcome);
    if (running) {
        m_note->setText(tr("You can keep working in other screens. Cancel takes back everything this import has written."));
        renewProgress();
        return;
    }
    if (m_error) {
        const bool cancelled = m_error->kind == Error::Kind::Cancelled;
        m_heading->setText(cancelled ? tr("The import was cancelled") : tr("The import did not finish"));
        m_note->setText(cancelled ? tr("Nothing was written. The workspace is as it was before.") : m_error->oneLine());
        return;
    }
    const Import::ImportOutcome &outcome = *m_outcome;
    const qint64 accepted = outcome.rowsRead - outcome.rowsRejected;
    m_heading->setText(tr("The import is finished"));
    //: %1 the number of seconds an import took, %2 its speed
    m_rate->setText(tr("%1 s · %2 rows/s").arg(format.decimal(outcome.seconds, 1), format.integer(qint64(outcome.rowsPerSecond))));
    m_note->setText(tr("It can be undone from the Data screen."));
    const double read = double(std::max<qint64>(1, outcome.rowsRead));
    m_figure[0].value->setText(format.integer(outcome.rowsRead));
    m_figure[0].note->setText(tr("the whole file"));
    m_figure[1].value->setText(format.integer(accepted));
    m_figure[1].note->setText(
        outcome.refunds > 0
            //: %1 a share in percent, %2 "1,204 refunds"
            ? tr("%1, of them %2").arg(format.percent(double(accepted) / read, 1),
                                       counted(tr("%n refund(s)", nullptr, int(outcome.refunds)), outcome.refunds, format))
            : format.percent(double(accepted) / read, 1));
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
    m_bars->setGroups(outcome.rejects, outcome.rowsRejected);
}
