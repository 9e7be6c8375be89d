#include "ui/widgets/messagebar.h"

#include "models/core/error.h"
#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/style/looks.h"
#include "ui/style/ownwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

struct LevelLook
{
    QString name;
    QString icon;
    const char *token;
};

LevelLook lookOf(MessageBar::Level level)
{
    switch (level) {
    case MessageBar::Level::Good:
        return {u"good"_s, u"check"_s, "good"};
    case MessageBar::Level::Warn:
        return {u"warn"_s, u"warning"_s, "warn"};
    case MessageBar::Level::Error:
        return {u"error"_s, u"error"_s, "bad"};
    case MessageBar::Level::Info:
        break;
    }
    return {u"info"_s, u"info"_s, "info"};
}

} // namespace

MessageBar::MessageBar(Display &display, QWidget *parent)
    : QFrame(parent)
    , m_display(display)
    , m_icon(new QLabel(this))
    , m_text(new TextLabel(display, Theme::TextRole::Body, "text", this))
    , m_action(new Button(display, Button::Kind::Default, {}, this))
    , m_detailsButton(new Button(display, Button::Kind::Quiet, {}, this))
    , m_copy(new Button(display, Button::Kind::Quiet, u"copy"_s, this))
    , m_close(new Button(display, Button::Kind::Icon, u"close"_s, this))
    , m_details(new QPlainTextEdit(this))
{
    Looks::set(this, "message");
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_icon->setFixedSize(20, 20);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setObjectName(u"messageText"_s);
    for (Button *button : {m_action, m_detailsButton, m_copy})
        button->setSmall(true);
    m_action->setObjectName(u"messageAction"_s);
    m_detailsButton->setObjectName(u"messageDetails"_s);
    m_detailsButton->setCheckable(true);
    m_copy->setObjectName(u"messageCopy"_s);
    m_close->setObjectName(u"messageClose"_s);
    m_details->setReadOnly(true);
    m_details->setMaximumHeight(90);
    m_details->hide();
    m_copy->hide();

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_detailsButton);
    row->addWidget(m_copy);
    row->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->addLayout(row);
    layout->addWidget(m_details);

    connect(m_action, &QToolButton::clicked, this, &MessageBar::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_detailsButton, &QToolButton::toggled, this, [this](bool open) {
        m_details->setVisible(open);
        m_copy->setVisible(open);
        retranslate();
    });
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->text() + u'\n' + m_details->toPlainText());
    });
    connect(&display, &Display::changed, this, &MessageBar::applyDisplay);
    retranslate();
    applyDisplay();
    hide();
}

void MessageBar::showMessage(Level level, Text text, Text actionText, Text details)
{
    m_level = level;
    m_words = std::move(text);
    m_actionWords = std::move(actionText);
    m_detailWords = std::move(details);
    m_action->setVisible(m_actionWords != nullptr);
    m_detailsButton->setChecked(false);
    m_detailsButton->setVisible(m_detailWords != nullptr);
    applyDisplay();
    show();
}

void MessageBar::showError(const ::Error &error, Text actionText)
{
    if (error.kind == ::Error::Kind::Cancelled)
        return;
    showMessage(Level::Error, [error] { return error.message; }, std::move(actionText),
                error.oneLine() == error.message ? Text() : [error] { return inOwnWords(error); });
}

void MessageBar::renewWords()
{
    if (!m_words)
        return;
    m_text->setText(inOwnWords(m_words()));
    setAccessibleName(m_text->text());
    m_action->setText(m_actionWords ? m_actionWords() : QString());
    m_details->setPlainText(m_detailWords ? m_detailWords() : QString());
}

void MessageBar::dismiss()
{
    if (isHidden())
        return;
    hide();
    emit dismissed();
}

QString MessageBar::message() const { return m_text->text(); }

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void MessageBar::retranslate()
{
    m_detailsButton->setText(m_detailsButton->isChecked() ? tr("Hide details")
                                                          : tr("Show details"));
    m_copy->setText(tr("Copy"));
    m_close->setToolTip(tr("Close this message"));
    m_details->setAccessibleName(tr("Details"));
    renewWords();
}

void MessageBar::applyDisplay()
{
    const LevelLook look = lookOf(m_level);
    Looks::setProperty(this, "level", look.name);
    m_icon->setPixmap(Icons::icon(look.icon, m_display, look.token).pixmap(18, 18));
    m_details->setFont(m_display.font(Theme::TextRole::Table));
    renewWords();
}
