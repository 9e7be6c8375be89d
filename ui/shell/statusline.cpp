#include "ui/shell/statusline.h"

#include "ui/style/display.h"
#include "ui/style/ownwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/thinbar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

/// A hairline between two statements, or a dot before the model.
class Mark final : public QWidget
{
public:
    Mark(Display &display, bool isDot, QWidget *parent)
        : QWidget(parent)
        , m_display(display)
        , m_isDot(isDot)
    {
        setFixedSize(isDot ? QSize(7, 14) : QSize(1, 14));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (!m_isDot) {
            painter.fillRect(rect(), m_display.color("borderStrong"));
            return;
        }
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_display.color(property("stale").toBool() ? "warn" : "good"));
        painter.drawEllipse(QRectF(0, 4, 7, 7));
    }

private:
    Display &m_display;
    bool m_isDot;
};

} // namespace

StatusLine::StatusLine(Display &display, QWidget *parent)
    : QFrame(parent)
    , m_display(display)
    , m_data(new TextLabel(display, Theme::TextRole::Axis, "text2", this))
    , m_dot(new Mark(display, true, this))
    , m_model(new TextLabel(display, Theme::TextRole::Axis, "text2", this))
    , m_task(new QWidget(this))
    , m_taskText(new TextLabel(display, Theme::TextRole::Axis, "text2", m_task))
    , m_bar(new ThinBar(display, m_task))
    , m_cancel(new Button(display, Button::Kind::Link, {}, m_task))
    , m_saved(new TextLabel(display, Theme::TextRole::Axis, "text2", this))
    , m_rules(new TextLabel(display, Theme::TextRole::Axis, "text2", this))
    , m_language(new Button(display, Button::Kind::Quiet, u"globe"_s, this))
{
    setObjectName(u"statusLine"_s);
    setFixedHeight(26);
    auto *task = new QHBoxLayout(m_task);
    task->setContentsMargins(0, 0, 0, 0);
    task->setSpacing(8);
    task->addWidget(m_bar);
    task->addWidget(m_taskText);
    task->addWidget(m_cancel);
    m_bar->setFixedWidth(110);
    m_cancel->setObjectName(u"cancelTask"_s);
    m_cancel->setFixedHeight(24);
    m_cancel->setFont(display.font(Theme::TextRole::Axis));
    m_language->setObjectName(u"languageButton"_s);
    m_language->setFixedHeight(24);
    m_data->setObjectName(u"statusData"_s);
    m_model->setObjectName(u"statusModel"_s);
    m_saved->setObjectName(u"statusSaved"_s);
    m_rules->setObjectName(u"statusRules"_s);
    m_taskText->setObjectName(u"statusTask"_s);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 1, 12, 0);
    layout->setSpacing(12);
    const auto line = [&](QWidget *before) {
        auto *mark = new Mark(display, false, this);
        mark->setProperty("belongsTo", QVariant::fromValue(before));
        m_lines.append(mark);
        layout->addWidget(mark);
    };
    layout->addWidget(m_data);
    line(m_model);
    layout->addWidget(m_dot);
    layout->addWidget(m_model);
    line(m_task);
    layout->addWidget(m_task);
    layout->addStretch();
    layout->addWidget(m_saved);
    line(m_rules);
    layout->addWidget(m_rules);
    line(m_language);
    layout->addWidget(m_language);

    connect(m_cancel, &Button::clicked, this, &StatusLine::cancelRequested);
    connect(m_language, &Button::clicked, this, &StatusLine::languageRequested);
    connect(&display, &Display::changed, this, [this] {
        renewTask();
        update();
    });
    clearTask();
    setModel({}, true);
    setRules({});
    setSaved({});
    retranslate();
}

void StatusLine::setData(const QString &text)
{
    m_data->setText(text);
}

void StatusLine::setModel(const QString &text, bool current)
{
    m_model->setText(text);
    m_model->setVisible(!text.isEmpty());
    m_dot->setVisible(!text.isEmpty());
    m_dot->setProperty("stale", !current);
    m_dot->update();
    m_lines[0]->setVisible(!text.isEmpty());
}

void StatusLine::setSaved(const QString &text)
{
    m_saved->setText(text);
}

void StatusLine::setRules(const QString &text)
{
    m_rules->setText(text);
    m_rules->setVisible(!text.isEmpty());
    m_lines[2]->setVisible(!text.isEmpty());
}

void StatusLine::setTask(const QString &title)
{
    m_title = title;
    m_report = {-1, {}, 0, 0, -1};
    m_task->show();
    m_lines[1]->show();
    renewTask();
}

void StatusLine::setTaskProgress(const ProgressReport &report)
{
    m_report = report;
    renewTask();
}

void StatusLine::setTaskCancellable(bool cancellable)
{
    m_cancel->setVisible(cancellable);
}

void StatusLine::clearTask()
{
    m_title.clear();
    m_task->hide();
    m_lines[1]->hide();
}

void StatusLine::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_display.color("nav"));
    painter.setPen(m_display.color("border"));
    painter.drawLine(0, 0, width(), 0);
}

void StatusLine::retranslate()
{
    setAccessibleName(tr("Status bar"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the running task"));
    m_language->setText(m_display.isArabic() ? u"العربية"_s : u"English"_s);
    m_language->setAccessibleName(tr("Language: %1").arg(m_language->text()));
    m_language->setToolTip(tr("Switch between English and Arabic (%1)").arg(NumberFormat::isolate(u"Ctrl+Shift+L"_s)));
    renewTask();
}

void StatusLine::renewTask()
{
    if (m_title.isEmpty())
        return;
    m_bar->setFraction(m_report.fraction);
    //: a running task: %1 its name, %2 how far it is, in percent
    m_taskText->setText(m_report.fraction >= 0
                            ? tr("%1: %2").arg(inOwnWords(m_title), m_display.format().percent(m_report.fraction))
                            : inOwnWords(m_title));
}
