#include "ui/shell/jobrow.h"

#include "ui/style/display.h"
#include "ui/widgets/progressstrip.h"

#include <QEvent>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace {
constexpr int rowWidth = 440;
constexpr int aboveStatus = 26 + 12;
constexpr int delay = 1000; // milliseconds; before that the status line's bar is enough
}

JobRow::JobRow(Display &display, QWidget *parent)
    : QFrame(parent)
    , m_display(display)
    , m_strip(new ProgressStrip(display, this))
{
    setObjectName(QStringLiteral("jobRow"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->addWidget(m_strip);
    m_strip->setPatient(false);
    hide();
    parent->installEventFilter(this);
    connect(m_strip, &ProgressStrip::cancelRequested, this, &JobRow::cancelRequested);
    connect(&display, &Display::changed, this, [this] { update(); });
}

void JobRow::start(const QString &task)
{
    m_strip->start(task);
    QTimer::singleShot(delay, this, [this] {
        if (!m_strip->isRunning())
            return;
        show();
        place();
        raise();
    });
}

void JobRow::showProgress(const ProgressReport &report)
{
    m_strip->showProgress(report);
}

void JobRow::finish()
{
    m_strip->finish();
    hide();
}

void JobRow::setCancellable(bool cancellable)
{
    m_strip->setCancellable(cancellable);
}

bool JobRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutDirectionChange))
        place();
    return QFrame::eventFilter(watched, event);
}

void JobRow::place()
{
    const QWidget *around = parentWidget();
    const int height = sizeHint().height();
    const int x = isRightToLeft() ? 16 : around->width() - rowWidth - 16;
    setGeometry(x, around->height() - height - aboveStatus, rowWidth, height);
}

void JobRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_display.color("borderStrong"));
    painter.setBrush(m_display.color("surface"));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}
