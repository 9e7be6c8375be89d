#include "ui/pages/overview/alertlist.h"

#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace {

/// The level of an alert: an icon on its tinted ground.
class LevelMark final : public QWidget
{
public:
    LevelMark(Display &display, Insights::AlertLevel level, QWidget *parent)
        : QWidget(parent), m_display(display), m_level(level)
    {
        setFixedSize(26, 26);
        connect(&display, &Display::changed, this, [this] { update(); });
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        struct Look
        {
            const char *ground;
            const char *ink;
            const char *icon;
        };
        static constexpr Look looks[] = {
            {"badBg", "bad", "warning"}, {"warnBg", "warn", "clock"}, {"infoBg", "info", "info"}};
        const Look &look = looks[int(m_level)];
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_display.color(look.ground));
        painter.drawRoundedRect(rect(), 5, 5);
        Icons::icon(QLatin1String(look.icon), m_display, look.ink)
            .paint(&painter, rect().adjusted(5, 5, -5, -5));
    }

private:
    Display &m_display;
    Insights::AlertLevel m_level;
};

} // namespace

AlertList::AlertList(Display &display, QWidget *parent)
    : QWidget(parent), m_display(display), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
}

QWidget *AlertList::makeRow(const Insights::Alert &alert)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->setSpacing(8);
    layout->addWidget(new LevelMark(m_display, alert.level, row), 0, Qt::AlignTop);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *title = new TextLabel(m_display, Theme::TextRole::CardTitle, "text", row);
    title->setText(alert.title);
    title->setWordWrap(true);
    auto *text = new TextLabel(m_display, Theme::TextRole::Table, "text2", row);
    text->setText(alert.text);
    text->setWordWrap(true);
    words->addWidget(title);
    words->addWidget(text);
    layout->addLayout(words, 1);

    if (!alert.page.isEmpty()) {
        auto *show = new Button(m_display, Button::Kind::Link, {}, row);
        show->setObjectName(QStringLiteral("show-") + alert.id);
        show->setText(tr("Show"));
        show->setSmall(true);
        //: %1 is the title of a finding
        show->setAccessibleName(tr("Show: %1").arg(alert.title));
        connect(show, &Button::clicked, this,
                [this, page = alert.page] { emit pageRequested(page); });
        layout->addWidget(show, 0, Qt::AlignTop);
    }
    return row;
}

void AlertList::setAlerts(const QList<Insights::Alert> &alerts)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        // Later, because the row may be the sender of the click that led here.
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    if (alerts.isEmpty()) {
        auto *calm = new TextLabel(m_display, Theme::TextRole::Body, "text2", this);
        calm->setText(tr("Nothing needs attention in this period."));
        calm->setWordWrap(true);
        m_rows->addWidget(calm);
    }
    for (const Insights::Alert &alert : alerts) {
        if (&alert != &alerts.first()) {
            auto *rule = new QFrame(this);
            rule->setProperty("look", QStringLiteral("rule"));
            m_rows->addWidget(rule);
        }
        m_rows->addWidget(makeRow(alert));
    }
    m_rows->addStretch(1);
}
