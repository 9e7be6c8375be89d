#include "ui/widgets/emptystate.h"

#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

EmptyState::EmptyState(Display &display, const QString &iconName, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_iconName(iconName)
    , m_icon(new QLabel(this))
    , m_title(new TextLabel(display, Theme::TextRole::CardTitle, "text", this))
    , m_reason(new TextLabel(display, Theme::TextRole::Table, "text2", this))
    , m_action(new Button(display, Button::Kind::Primary, {}, this))
    , m_alternative(new Button(display, Button::Kind::Default, {}, this))
{
    m_icon->setFixedSize(44, 44);
    m_icon->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_reason->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_reason->setWordWrap(true);
    m_action->setObjectName(u"emptyStateAction"_s);
    m_alternative->setObjectName(u"emptyStateAlternative"_s);
    m_action->hide();
    m_alternative->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_action);
    buttons->addWidget(m_alternative);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 8, 24, 8);
    layout->setSpacing(6);
    layout->addStretch();
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_title);
    layout->addWidget(m_reason);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    layout->addStretch();
    connect(m_action, &QToolButton::clicked, this, &EmptyState::actionTriggered);
    connect(m_alternative, &QToolButton::clicked, this, &EmptyState::alternativeTriggered);
    connect(&display, &Display::changed, this, &EmptyState::applyDisplay);
    applyDisplay();
}

void EmptyState::setTexts(const QString &title, const QString &reason)
{
    m_title->setText(title);
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(reason);
}

void EmptyState::setAction(const QString &text, const QString &iconName)
{
    m_action->setText(text);
    m_action->setIconName(iconName);
    m_action->setVisible(!text.isEmpty());
}

void EmptyState::setAlternative(const QString &text)
{
    m_alternative->setText(text);
    m_alternative->setVisible(!text.isEmpty());
}

void EmptyState::setWarning(bool warning)
{
    m_warning = warning;
    applyDisplay();
}

QString EmptyState::title() const { return m_title->text(); }

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_display.color(m_warning ? "warnBg" : "hover"));
    painter.drawEllipse(m_icon->geometry());
}

void EmptyState::applyDisplay()
{
    m_icon->setPixmap(
        Icons::icon(m_iconName, m_display, m_warning ? "warn" : "text2").pixmap(20, 20));
    update();
}
