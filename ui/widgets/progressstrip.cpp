#include "ui/widgets/progressstrip.h"

#include "ui/style/display.h"
#include "ui/style/ownwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/thinbar.h"

#include <QEvent>
#include <QTimer>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr int barDelayMs = 300;
constexpr int wordsDelayMs = 1000;
} // namespace

ProgressStrip::ProgressStrip(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_task(new TextLabel(display, Theme::TextRole::Body, "text", this))
    , m_estimate(new TextLabel(display, Theme::TextRole::Table, "text3", this))
    , m_bar(new ThinBar(display, this))
    , m_cancel(new Button(display, Button::Kind::Default, u"stop"_s, this))
    , m_timer(new QTimer(this))
{
    m_task->setWeight(QFont::Medium);
    m_task->setElided(true);
    m_task->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_cancel->setSmall(true);
    m_cancel->setObjectName(u"cancelButton"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_task, 1);
    row->addWidget(m_estimate);
    row->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_bar);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    m_timer->setInterval(100);
    connect(m_timer, &QTimer::timeout, this, &ProgressStrip::renewVisibility);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        m_cancelling = true;
        renewTexts();
        emit cancelRequested();
    });
    connect(&display, &Display::changed, this, &ProgressStrip::renewTexts);
    hide();
}

void ProgressStrip::start(const QString &task)
{
    m_name = task;
    m_report = {};
    m_report.fraction = -1;
    m_running = true;
    m_cancelling = false;
    m_clock.start();
    m_timer->start();
    static_cast<ThinBar *>(m_bar)->setFraction(-1);
    renewTexts();
    renewVisibility();
}

void ProgressStrip::showProgress(const ProgressReport &report)
{
    if (!m_running)
        return;
    m_report = report;
    static_cast<ThinBar *>(m_bar)->setFraction(report.fraction);
    renewTexts();
}

void ProgressStrip::finish()
{
    m_running = false;
    m_timer->stop();
    hide();
}

void ProgressStrip::setCancellable(bool cancellable)
{
    m_cancellable = cancellable;
    renewVisibility();
}

void ProgressStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        renewTexts();
}

void ProgressStrip::renewTexts()
{
    const NumberFormat &format = m_display.format();
    m_cancel->setText(m_cancelling ? tr("Cancelling") : tr("Cancel"));
    m_cancel->setEnabled(!m_cancelling);
    const QString name = inOwnWords(m_name);
    const QString step = inOwnWords(m_report.step);
    m_task->setText(step.isEmpty()   ? name
                    : name.isEmpty() ? step
                                     : tr("%1: %2", "a task and its present step").arg(name, step));
    QStringList parts;
    if (m_report.rows > 0)
        parts << tr("%1 rows").arg(format.integer(m_report.rows));
    if (m_report.rowsPerSecond > 0)
        parts << tr("%1 rows a second").arg(format.integer(qint64(m_report.rowsPerSecond)));
    if (m_report.secondsLeft >= 0) {
        const auto seconds = qint64(std::ceil(m_report.secondsLeft));
        parts << (seconds < 90 ? tr("about %1 s left").arg(format.integer(seconds))
                               : tr("about %1 min left").arg(format.integer((seconds + 59) / 60)));
    } else if (m_report.fraction > 0) {
        parts << format.percent(m_report.fraction);
    }
    m_estimate->setText(parts.join(u" · "_s));
    setAccessibleName(m_task->text());
    setAccessibleDescription(m_estimate->text());
}

void ProgressStrip::renewVisibility()
{
    if (!m_running)
        return;
    const qint64 elapsed = m_patient ? m_clock.elapsed() : wordsDelayMs;
    const bool words = elapsed >= wordsDelayMs;
    m_task->setVisible(words);
    m_estimate->setVisible(words);
    m_cancel->setVisible(words && m_cancellable);
    setVisible(elapsed >= barDelayMs);
    if (words)
        m_timer->stop();
}
