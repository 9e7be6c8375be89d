#include "ui/dialogs/dialog.h"

#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

Dialog::Dialog(Display &display, QWidget *parent)
    : QDialog(parent)
    , m_display(display)
    , m_heading(new TextLabel(display, Theme::TextRole::PageTitle, "text", this))
    , m_body(new QVBoxLayout)
    , m_reject(new Button(display, Button::Kind::Default, {}, this))
    , m_accept(new Button(display, Button::Kind::Primary, {}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_reject->setObjectName(u"rejectButton"_s);
    m_accept->setObjectName(u"acceptButton"_s);
    m_heading->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(m_heading);
    layout->addLayout(m_body, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_reject);
    buttons->addWidget(m_accept);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    connect(m_reject, &Button::clicked, this, &QDialog::reject);
    connect(m_accept, &Button::clicked, this, &QDialog::accept);
    connect(&display, &Display::changed, this, [this] { update(); });
}

void Dialog::setButtons(const QString &accept, const QString &reject)
{
    m_accept->setText(accept);
    m_accept->setVisible(!accept.isEmpty());
    m_reject->setText(reject);
    m_reject->setVisible(!reject.isEmpty());
    (accept.isEmpty() ? m_reject : m_accept)->setFocus();
}

void Dialog::setHeading(const QString &text)
{
    m_heading->setText(text);
    setWindowTitle(text);
}

void Dialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Dialog::keyPressEvent(QKeyEvent *event)
{
    // Tool buttons cannot be a dialog's default button, so Return in a field is brought to them here.
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    Button *button = m_accept->isHidden() ? m_reject : m_accept;
    if (isReturn && !(event->modifiers() & ~Qt::KeypadModifier) && button->isEnabled())
        button->click();
    else
        QDialog::keyPressEvent(event);
}

void Dialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_display.color("surface"));
}
