#include "ui/widgets/infobutton.h"

#include "ui/style/display.h"
#include "ui/style/looks.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScreen>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;

InfoButton::InfoButton(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_button(new Button(display, Button::Kind::Icon, u"info"_s, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_button);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_button, &QToolButton::clicked, this, &InfoButton::openPopover);
    retranslate();
}

void InfoButton::setExplanation(const QString &title, const QString &text)
{
    m_title = title;
    m_text = text;
    retranslate();
}

bool InfoButton::isOpen() const { return m_popover && m_popover->isVisible(); }

void InfoButton::openPopover()
{
    closePopover();
    auto *popover = new QFrame(this, Qt::Popup | Qt::FramelessWindowHint);
    popover->setAttribute(Qt::WA_DeleteOnClose);
    popover->setObjectName(u"infoPopover"_s);
    Looks::set(popover, "popover");
    popover->setAccessibleName(m_title);
    popover->setAccessibleDescription(m_text);
    auto *layout = new QVBoxLayout(popover);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(4);
    auto *title = new TextLabel(m_display, Theme::TextRole::CardTitle, "text", popover);
    title->setText(m_title);
    title->setWordWrap(true);
    auto *text = new TextLabel(m_display, Theme::TextRole::Table, "text2", popover);
    text->setText(m_text);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(title);
    layout->addWidget(text);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), popover), &QShortcut::activated, popover,
            &QWidget::close);
    popover->setFixedWidth(300);
    popover->adjustSize();

    QPoint place = mapToGlobal(QPoint(0, height() + 4));
    if (layoutDirection() == Qt::LeftToRight)
        place.rx() -= popover->width() - width();
    if (const QScreen *screen = QGuiApplication::screenAt(place); screen) {
        const QRect free = screen->availableGeometry();
        place.setX(std::clamp(place.x(), free.left(),
                              std::max(free.left(), free.right() - popover->width())));
        if (place.y() + popover->height() > free.bottom())
            place.setY(mapToGlobal(QPoint(0, -popover->height() - 4)).y());
    }
    popover->move(place);
    m_popover = popover;
    popover->show();
    popover->setFocus();
}

void InfoButton::closePopover()
{
    if (m_popover)
        m_popover->close();
}

void InfoButton::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void InfoButton::retranslate()
{
    m_button->setToolTip(m_title.isEmpty() ? tr("What is this?")
                                           : tr("What is “%1”?").arg(m_title));
}
