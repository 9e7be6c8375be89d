#include "ui/dialogs/importprogresscard.h"

#include "ui/dialogs/importtexts.h"
#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

/// The disc before a step: empty, with an arrow, or with a check mark.
class ImportProgressCard::Mark final : public QWidget
{
public:
    Mark(Display &display, QWidget *parent)
        : QWidget(parent)
        , m_display(display)
    {
        setFixedSize(22, 22);
        connect(&display, &Display::changed, this, qOverload<>(&QWidget::update));
    }
    void setState(State state)
    {
        m_state = state;
        update();
    }
    [[nodiscard]] State state() const { return m_state; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool isOver = m_state == State::Done || m_state == State::Stopped;
        const char *ground = m_state == State::Done ? "tint" : m_state == State::Stopped ? "badBg" : "surface";
        const char *line = m_state == State::Running ? "primary" : "borderStrong";
        painter.setPen(isOver ? QPen(Qt::NoPen) : QPen(m_display.color(line), m_state == State::Running ? 2 : 1));
        painter.setBrush(m_display.color(ground));
        painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
        const QString icon = m_state == State::Done ? u"check"_s
            : m_state == State::Stopped             ? u"close"_s
            : m_state == State::Running             ? u"chevron-end"_s
                                                    : QString();
        if (!icon.isEmpty())
            Icons::icon(icon, m_display, m_state == State::Stopped ? "bad" : "primary").paint(&painter, rect().adjusted(4, 4, -4, -4));
    }

private:
    Display &m_display;
    State m_state = State::Waiting;
};

ImportProgressCard::ImportProgressCard(Display &display, QWidget *parent)
    : Card(display, parent)
{
    setObjectName(u"importSteps"_s);
    auto *body = new QWidget(this);
    auto *grid = new QGridLayout(body);
    grid->setContentsMargins(0, 2, 0, 2);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    for (int step = 0; step < StepCount; ++step) {
        Row &row = m_rows[std::size_t(step)];
        row.mark = new Mark(display, body);
        row.title = new TextLabel(display, Theme::TextRole::Body, "text", body);
        row.note = new TextLabel(display, Theme::TextRole::Axis, "text3", body);
        row.note->setWordWrap(true);
        row.figure = new TextLabel(display, Theme::TextRole::Table, "text2", body);
        row.figure->setObjectName(u"stepFigure%1"_s.arg(step));
        grid->addWidget(row.mark, step * 3, 0, 2, 1, Qt::AlignVCenter);
        grid->addWidget(row.title, step * 3, 1);
        grid->addWidget(row.note, step * 3 + 1, 1);
        grid->addWidget(row.figure, step * 3, 2, 2, 1, Qt::AlignVCenter);
        grid->setRowMinimumHeight(step * 3 + 2, 10);
    }
    grid->setRowStretch(StepCount * 3, 1);
    setBody(body);
    connect(&display, &Display::changed, this, &ImportProgressCard::renew);
    renew();
}

void ImportProgressCard::start(const Import::ImportPlan &plan)
{
    m_plan = plan;
    m_outcome.reset();
    m_report = {};
    m_current = Prepare;
    m_isStopped = false;
    m_isComputed = true;
    m_customers = 0;
    for (Row &row : m_rows)
        row.milliseconds = 0;
    m_all.start();
    m_step.start();
    renew();
}

ImportProgressCard::State ImportProgressCard::state(Step step) const
{
    if (step < m_current)
        return State::Done;
    if (step > m_current || !m_plan)
        return State::Waiting;
    return m_isStopped ? State::Stopped : State::Running;
}

/// Everything before \a step is over.
void ImportProgressCard::advance(int step)
{
    if (step <= m_current || m_isStopped)
        return;
    m_rows[std::size_t(m_current)].milliseconds = m_step.restart();
    m_current = step;
    m_milliseconds = m_all.elapsed();
}

void ImportProgressCard::showProgress(const ProgressReport &report)
{
    m_report = report;
    switch (Import::stageOf(report)) {
    case Import::ImportStage::Preparing:
        break;
    case Import::ImportStage::Rows:
        advance(Rows);
        break;
    case Import::ImportStage::Finishing:
        advance(Finish);
        break;
    case Import::ImportStage::Saving:
        advance(Save);
        break;
    }
    renew();
}

void ImportProgressCard::showOutcome(const Result<Import::ImportOutcome> &outcome)
{
    if (outcome) {
        m_outcome = *outcome;
        advance(Reload);
    } else {
        m_isStopped = true;
    }
    renew();
}

void ImportProgressCard::showReloaded(qint64 customers)
{
    if (m_current != Reload)
        return;
    m_customers = customers;
    advance(Compute);
    renew();
}

void ImportProgressCard::showComputed(bool computed)
{
    if (m_current != Compute)
        return;
    m_isComputed = computed;
    advance(StepCount);
    renew();
}

void ImportProgressCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        renew();
}

QString ImportProgressCard::titleOf(int step) const
{
    switch (step) {
    case Prepare: return tr("Prepare");
    case Rows: return tr("Read, check and write rows");
    case Finish: return tr("Match customers");
    case Save: return tr("Save");
    case Reload: return tr("Read the new data");
    case Compute: return tr("Compute values and lifecycle");
    default: return {};
    }
}

QString ImportProgressCard::noteOf(int step) const
{
    const NumberFormat &format = display().format();
    const auto counted = [&](const QString &words, qint64 count) { return format.counted(words, count); };
    const bool isOver = step < m_current;
    switch (step) {
    case Prepare: return isOver && m_outcome && m_outcome->backup.isEmpty() ? tr("no backup needed: it was empty") : tr("with a backup of the workspace");
    case Rows:
        if (m_outcome)
            //: %1 "97,078 rows read", %2 "864 rejected"
            return tr("%1, %2").arg(counted(tr("%n row(s) read", nullptr, int(m_outcome->rowsRead)), m_outcome->rowsRead),
                                    counted(tr("%n rejected", nullptr, int(m_outcome->rowsRejected)), m_outcome->rowsRejected));
        if (m_report.rows > 0)
            return counted(tr("%n row(s) so far", nullptr, int(m_report.rows)), m_report.rows);
        return m_plan ? ImportTexts::fileSize(m_plan->fileBytes, format) : QString();
    case Finish:
        return m_outcome ? counted(tr("%n new customer(s)", nullptr, int(m_outcome->customersCreated)), m_outcome->customersCreated) : QString();
    case Save: return tr("all rows at once, or none");
    case Reload: return isOver ? counted(tr("%n customer(s)", nullptr, int(m_customers)), m_customers) : QString();
    case Compute: return m_isComputed ? tr("in the background") : tr("the data cannot answer yet");
    default: return {};
    }
}

void ImportProgressCard::renew()
{
    const NumberFormat &format = display().format();
    setTitle(tr("Progress"));
    const bool isRunning = m_plan && !m_isStopped && m_current < StepCount;
    const auto seconds = [&](qint64 milliseconds) {
        //: a duration: %1 seconds
        return tr("%1 s").arg(format.decimal(double(milliseconds) / 1000, 1));
    };
    setSubtitle(!m_plan      ? QString()
                : isRunning  ? tr("%1 so far").arg(seconds(m_all.elapsed()))
                : m_isStopped ? QString()
                              : tr("%1 in all").arg(seconds(m_milliseconds)));
    for (int step = 0; step < StepCount; ++step) {
        const Row &row = m_rows[std::size_t(step)];
        const State now = state(Step(step));
        row.mark->setState(now);
        row.title->setText(titleOf(step));
        row.title->setWeight(now == State::Waiting ? QFont::Normal : QFont::DemiBold);
        row.title->setToken(now == State::Waiting ? "text2" : "text");
        const QString note = noteOf(step);
        row.note->setText(note);
        row.note->setVisible(!note.isEmpty());
        row.figure->setText(now == State::Done ? seconds(row.milliseconds)
                            : now == State::Running && step == Rows && m_report.fraction >= 0
                                ? format.percent(std::clamp(m_report.fraction, 0.0, 1.0))
                                : QString());
    }
}
