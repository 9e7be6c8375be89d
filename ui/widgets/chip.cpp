#include "ui/widgets/chip.h"

#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/style/looks.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

Chip::Chip(Display &display, const QString &iconName, QWidget *parent)
    : QFrame(parent)
    , m_display(display)
    , m_text(new TextLabel(display, Theme::TextRole::Table, "primary", this))
    , m_remove(new Button(display, Button::Kind::Icon, u"close"_s, this))
{
    Looks::set(this, "chip");
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_text->setWeight(QFont::Medium);
    m_remove->setObjectName(u"removeButton"_s);
    m_remove->setIconSize({12, 12});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->setSpacing(6);
    if (!iconName.isEmpty()) {
        auto *icon = new QLabel(this);
        const auto tint = [icon, iconName, &display] {
            icon->setPixmap(Icons::icon(iconName, display, "primary").pixmap(16, 16));
        };
        connect(&display, &Display::changed, icon, tint);
        tint();
        layout->addWidget(icon);
    }
    layout->addWidget(m_text);
    layout->addWidget(m_remove);
    connect(m_remove, &QToolButton::clicked, this, &Chip::removed);
    retranslate();
}

void Chip::setText(const QString &text)
{
    m_text->setText(text);
    retranslate();
}

QString Chip::text() const { return m_text->text(); }

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        emit removed();
    else
        QFrame::keyPressEvent(event);
}

void Chip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::LayoutDirectionChange && layout())
        layout()->setContentsMargins(layoutDirection() == Qt::RightToLeft ? 0 : 8, 0,
                                     layoutDirection() == Qt::RightToLeft ? 8 : 0, 0);
}

void Chip::retranslate()
{
    setAccessibleName(m_text->text());
    m_remove->setToolTip(tr("Remove “%1”").arg(m_text->text()));
}
