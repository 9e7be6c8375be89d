#include "ui/shell/navigationbar.h"

#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int fullWidth = 196;
constexpr int foldedWidth = 56;
constexpr int entryHeight = 32;
}

NavigationButton::NavigationButton(Display &display, const QString &iconName, QWidget *parent)
    : QToolButton(parent)
    , m_display(display)
    , m_iconName(iconName)
{
    setCheckable(true);
    setAutoExclusive(false);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void NavigationButton::setFolded(bool folded)
{
    m_folded = folded;
    updateGeometry();
    update();
}

QSize NavigationButton::sizeHint() const
{
    return {m_folded ? 40 : 180, entryHeight};
}

void NavigationButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isChecked() || underMouse()) {
        painter.setPen(isChecked() ? QPen(m_display.color("border")) : QPen(Qt::NoPen));
        painter.setBrush(m_display.color(isChecked() ? "surface" : "hover"));
        painter.drawRoundedRect(box, 5, 5);
    }
    if (isChecked()) {
        const QRectF bar(isRightToLeft() ? width() - 3.0 : 0.0, 7, 3, height() - 14);
        painter.fillRect(bar, m_display.color("primary"));
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_display.color("focus"), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
    const char *token = isChecked() ? "primary" : "text2";
    const QRect icon = m_folded ? QRect((width() - 16) / 2, (height() - 16) / 2, 16, 16)
                                : QRect(12, (height() - 16) / 2, 16, 16);
    Icons::icon(m_iconName, m_display, token)
        .paint(&painter, QStyle::visualRect(layoutDirection(), rect(), icon));
    if (m_folded)
        return;
    painter.setFont(m_display.font(Theme::TextRole::Button));
    painter.setPen(m_display.color(token));
    const QRect words = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(38, 0, -8, 0));
    painter.drawText(words, Qt::AlignVCenter | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

NavigationBar::NavigationBar(Display &display, QWidget *parent)
    : QFrame(parent)
    , m_display(display)
    , m_logo(new QLabel(this))
    , m_name(new TextLabel(display, Theme::TextRole::PageTitle, "text", this))
    , m_otherName(new TextLabel(display, Theme::TextRole::Body, "text2", this))
    , m_analyseTitle(new TextLabel(display, Theme::TextRole::Axis, "text2", this))
    , m_card(new QFrame(this))
    , m_workspaceName(new TextLabel(display, Theme::TextRole::CardTitle, "text", m_card))
    , m_workspaceState(new TextLabel(display, Theme::TextRole::Axis, "text2", m_card))
    , m_workspaceExtent(new TextLabel(display, Theme::TextRole::Axis, "text2", m_card))
    , m_settings(new NavigationButton(display, u"settings"_s, this))
{
    setObjectName(u"navigationBar"_s);
    m_logo->setPixmap(Icons::logo().pixmap(26, 26));
    m_logo->setFixedSize(26, 26);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 12, 8, 8);
    layout->setSpacing(0);
    auto *brand = new QHBoxLayout;
    brand->setContentsMargins(7, 0, 0, 12);
    brand->setSpacing(8);
    brand->addWidget(m_logo);
    brand->addWidget(m_name);
    brand->addWidget(m_otherName);
    brand->addStretch();
    layout->addLayout(brand);
    m_start = new QVBoxLayout;
    m_start->setSpacing(0);
    layout->addLayout(m_start);
    m_analyseTitle->setContentsMargins(8, 14, 8, 6);
    layout->addWidget(m_analyseTitle);
    m_analyse = new QVBoxLayout;
    m_analyse->setSpacing(0);
    layout->addLayout(m_analyse);
    layout->addStretch();

    m_card->setObjectName(u"workspaceCard"_s);
    auto *card = new QVBoxLayout(m_card);
    card->setContentsMargins(10, 7, 10, 7);
    card->setSpacing(0);
    card->addWidget(m_workspaceName);
    card->addWidget(m_workspaceState);
    card->addWidget(m_workspaceExtent);
    layout->addWidget(m_card);
    layout->addSpacing(6);
    m_settings->setObjectName(u"settingsButton"_s);
    m_settings->setCheckable(false);
    layout->addWidget(m_settings);
    setFixedWidth(fullWidth);

    connect(m_settings, &QToolButton::clicked, this, &NavigationBar::settingsRequested);
    connect(&display, &Display::changed, this, [this] {
        renewWorkspace();
        update();
    });
    retranslate();
}

void NavigationBar::addEntry(const QString &id, const QString &iconName, Group group)
{
    auto *button = new NavigationButton(m_display, iconName, this);
    button->setObjectName(u"navigation."_s + id);
    (group == Group::Start ? m_start : m_analyse)->addWidget(button);
    QWidget *last = m_order.isEmpty() ? nullptr : m_entries.value(m_order.last());
    if (last)
        setTabOrder(last, button);
    setTabOrder(button, m_settings);
    if (m_order.isEmpty())
        setFocusProxy(button);
    m_entries.insert(id, button);
    m_order.append(id);
    connect(button, &QToolButton::clicked, this, [this, id] {
        m_entries[id]->setChecked(id == m_current);
        emit activated(id);
    });
}

void NavigationBar::setEntryText(const QString &id, const QString &text, const QString &shortcut)
{
    NavigationButton *button = m_entries.value(id);
    button->setText(text);
    button->setAccessibleName(text);
    //: %1 is a screen's name, %2 its shortcut
    button->setToolTip(tr("%1 (%2)").arg(text, shortcut));
}

void NavigationBar::setCurrent(const QString &id)
{
    m_current = id;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it)
        it.value()->setChecked(it.key() == id);
}

void NavigationBar::setWorkspace(const QString &name, const QString &state, const QString &extent)
{
    m_fullName = name;
    m_workspaceState->setText(state);
    m_workspaceState->setVisible(!state.isEmpty());
    m_workspaceExtent->setText(extent);
    m_workspaceExtent->setVisible(!extent.isEmpty());
    renewWorkspace();
}

void NavigationBar::renewWorkspace()
{
    const QFontMetrics metrics(m_display.font(Theme::TextRole::CardTitle));
    m_workspaceName->setText(metrics.elidedText(m_fullName, Qt::ElideRight, fullWidth - 40));
    m_card->setToolTip(m_fullName);
    m_card->setVisible(!m_folded && !m_fullName.isEmpty());
}

void NavigationBar::setFolded(bool folded)
{
    if (folded == m_folded)
        return;
    m_folded = folded;
    setFixedWidth(folded ? foldedWidth : fullWidth);
    m_name->setVisible(!folded);
    m_otherName->setVisible(!folded);
    // The title keeps its place, so that the icons below do not jump.
    m_analyseTitle->setText(folded ? QString() : tr("Analyse"));
    for (NavigationButton *button : std::as_const(m_entries))
        button->setFolded(folded);
    m_settings->setFolded(folded);
    renewWorkspace();
}

void NavigationBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void NavigationBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        focusNextPrevChild(event->key() == Qt::Key_Down);
    else
        QFrame::keyPressEvent(event);
}

void NavigationBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_display.color("nav"));
    painter.setPen(m_display.color("border"));
    const int edge = isRightToLeft() ? 0 : width() - 1;
    painter.drawLine(edge, 0, edge, height());
    if (!m_card->isVisible())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_display.color("surface"));
    painter.drawRoundedRect(QRectF(m_card->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

void NavigationBar::retranslate()
{
    setAccessibleName(tr("Side bar"));
    m_name->setText(m_display.isArabic() ? u"قيمة"_s : u"Qeema"_s);
    m_otherName->setText(m_display.isArabic() ? u"Qeema"_s : u"قيمة"_s);
    m_analyseTitle->setText(m_folded ? QString() : tr("Analyse"));
    m_settings->setText(tr("Settings"));
    m_settings->setAccessibleName(tr("Settings"));
    m_settings->setToolTip(tr("Settings of the workspace and of the program"));
}
