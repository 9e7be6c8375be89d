#include "ui/widgets/card.h"

#include "ui/style/display.h"
#include "ui/style/looks.h"
#include "ui/style/painttext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/thinbar.h"
#include "ui/widgets/wrappedtext.h"

#include <QAction>
#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QMenu>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int wordSpacing = 8; ///< between title and subtitle side by side
constexpr int padding = 12;
constexpr int leastHeader = 36;
constexpr int busyDelayMs = 300;
} // namespace

Card::Card(Display &display, QWidget *parent)
    : QFrame(parent)
    , m_display(display)
    , m_header(new QWidget(this))
    , m_title(new TextLabel(display, Theme::TextRole::CardTitle, "text", m_header))
    , m_subtitle(new TextLabel(display, Theme::TextRole::Table, "text3", m_header))
    , m_menuButton(new Button(display, Button::Kind::Icon, u"more"_s, m_header))
    , m_content(new QWidget(this))
    , m_busyBar(new ThinBar(display, this))
    , m_outer(new QVBoxLayout(this))
{
    Looks::set(this, "card");
    m_title->setElided(true);
    m_title->setObjectName(u"cardTitle"_s);
    m_subtitle->setElided(true);
    m_subtitle->setObjectName(u"cardSubtitle"_s);
    m_menuButton->setObjectName(u"cardMenuButton"_s);
    m_menuButton->setMenu(new QMenu(m_menuButton));
    m_menuButton->hide();
    m_busyBar->hide();

    auto *headerRow = new QHBoxLayout(m_header);
    headerRow->setContentsMargins(padding, 6, 6, 4);
    headerRow->setSpacing(8);
    m_words = new QBoxLayout(QBoxLayout::LeftToRight);
    m_words->setSpacing(wordSpacing);
    m_words->addWidget(m_title);
    m_words->addWidget(m_subtitle, 1);
    headerRow->addLayout(m_words, 1);
    m_controls = new QHBoxLayout;
    m_controls->setSpacing(8);
    headerRow->addLayout(m_controls);
    headerRow->addWidget(m_menuButton);
    m_header->setMinimumHeight(leastHeader);
    for (QWidget *watched : {m_header, static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_subtitle)})
        watched->installEventFilter(this);

    m_bodyLayout = new QVBoxLayout(m_content);
    m_bodyLayout->setContentsMargins(padding, 0, padding, padding);
    m_bodyLayout->setSpacing(8);

    m_outer->setContentsMargins(1, 1, 1, 1);
    m_outer->setSpacing(0);
    m_outer->addWidget(m_header);
    m_outer->addWidget(m_content, 1);
    connect(&display, &Display::changed, this, &Card::layOutHeader);
    layOutHeader();
    retranslate();
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_title->updateGeometry();
    fitHeader();
}

QString Card::title() const { return m_title->text(); }

void Card::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->updateGeometry();
    fitHeader();
}

QString Card::subtitle() const { return m_subtitle->text(); }

void Card::addHeaderWidget(QWidget *widget) { m_controls->addWidget(widget); }

void Card::setMenuActions(const QList<QAction *> &actions)
{
    m_menuButton->menu()->clear();
    m_menuButton->menu()->addActions(actions);
    m_menuButton->setVisible(!actions.isEmpty());
}

void Card::setBody(QWidget *body)
{
    if (m_body)
        m_body->deleteLater();
    m_body = body;
    if (m_body) {
        m_bodyLayout->addWidget(m_body, 1);
        m_body->setVisible(!m_placeholder);
    }
}

void Card::setPlaceholder(QWidget *placeholder)
{
    if (m_placeholder == placeholder)
        return;
    if (m_placeholder)
        m_placeholder->deleteLater();
    m_placeholder = placeholder;
    for (int i = 0; i < m_bodyLayout->count(); ++i) {
        if (QWidget *widget = m_bodyLayout->itemAt(i)->widget(); widget && widget != placeholder)
            widget->setVisible(!placeholder);
    }
    if (m_placeholder) {
        m_bodyLayout->addWidget(m_placeholder, 1);
        m_placeholder->show();
    }
}

void Card::setFooter(QWidget *footer)
{
    if (m_footer)
        m_footer->deleteLater();
    m_footer = footer;
    if (m_footer) {
        Looks::set(m_footer, "cardFooter");
        m_outer->addWidget(m_footer);
    }
}

void Card::setHeaderVisible(bool visible)
{
    m_header->setVisible(visible);
    m_bodyLayout->setContentsMargins(padding, visible ? 0 : padding, padding, padding);
}

void Card::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    if (!busy) {
        showBusy(false);
        return;
    }
    // Work below 0.3 s shows nothing.
    QTimer::singleShot(busyDelayMs, this, [this] {
        if (m_busy)
            showBusy(true);
    });
}

void Card::showBusy(bool shown)
{
    if (shown == m_busyBar->isVisibleTo(this))
        return;
    m_busyBar->setVisible(shown);
    m_busyBar->raise();
    if (shown) {
        auto *effect = new QGraphicsOpacityEffect(m_content);
        effect->setOpacity(0.6);
        m_content->setGraphicsEffect(effect);
    } else {
        m_content->setGraphicsEffect(nullptr);
    }
    emit busyShown(shown);
}

void Card::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::LayoutDirectionChange)
        layOutHeader();
}

void Card::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_busyBar->setGeometry(1, 1, width() - 2, 4);
    fitHeader();
}

bool Card::eventFilter(QObject *watched, QEvent *event)
{
    // Controls that come, go or change their words leave another width for the title.
    // So does another language's font.
    const bool isHeader = watched == m_header && event->type() == QEvent::LayoutRequest;
    if (isHeader || (watched != m_header && event->type() == QEvent::FontChange))
        fitHeader();
    return QFrame::eventFilter(watched, event);
}

void Card::fitHeader()
{
    const QMargins margins = m_header->layout()->contentsMargins();
    int taken = margins.left() + margins.right();
    if (const int controls = m_controls->sizeHint().width(); controls > 0)
        taken += controls + m_header->layout()->spacing();
    if (m_menuButton->isVisibleTo(m_header))
        taken += m_menuButton->sizeHint().width() + m_header->layout()->spacing();
    const int room = width() - 2 - taken;
    if (room <= 0)
        return;
    const int titleWidth = m_title->text().isEmpty()
                               ? 0
                               : int(PaintText::width(m_title->font(), m_title->text())) + 2;
    const int subtitleWidth =
        m_subtitle->text().isEmpty()
            ? 0
            : int(PaintText::width(m_subtitle->font(), m_subtitle->text())) + 2;
    // That of words side by side, also while they stand below each other: else one answer asks for
    // the other for ever.
    const int gap = titleWidth > 0 && subtitleWidth > 0 ? wordSpacing : 0;
    const bool isStacked = titleWidth + gap + subtitleWidth > room;
    const auto place = [&](TextLabel *label, Theme::TextRole role, int words) {
        const bool wraps = isStacked && words > room;
        if (label->wordWrap() != wraps) { // only changes: each asks for the layout anew
            label->setElided(!wraps);
            label->setWordWrap(wraps);
        }
        if (wraps)
            wrapWithin(*label, room);
        else
            label->setFixedHeight(m_display.lineHeight(role));
    };
    const auto direction = isStacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (m_words->direction() != direction) {
        m_words->setDirection(direction);
        m_words->setSpacing(isStacked ? 0 : wordSpacing);
    }
    m_subtitle->setVisible(!isStacked || subtitleWidth > 0);
    place(m_title, Theme::TextRole::CardTitle, titleWidth);
    place(m_subtitle, Theme::TextRole::Table, subtitleWidth);
    // A minimum that is set holds against what the layout needs, so it follows the lines.
    int lines = m_title->maximumHeight();
    if (isStacked && subtitleWidth > 0)
        lines += m_subtitle->maximumHeight();
    m_header->setMinimumHeight(qMax(leastHeader, lines + margins.top() + margins.bottom()));
}

void Card::layOutHeader()
{
    // Layout margins are physical.
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    m_header->layout()->setContentsMargins(mirrored ? 6 : padding, 6, mirrored ? padding : 6, 4);
    fitHeader();
}

void Card::retranslate() { m_menuButton->setToolTip(tr("More actions")); }
