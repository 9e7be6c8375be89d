#include "ui/widgets/kpicard.h"

#include "ui/style/display.h"
#include "ui/style/looks.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/infobutton.h"
#include "ui/widgets/kpigraphic.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

KpiCard::KpiCard(Display &display, QWidget *parent)
    : QFrame(parent)
    , m_display(display)
    , m_title(new TextLabel(display, Theme::TextRole::Table, "text2", this))
    , m_info(new InfoButton(display, this))
    , m_value(new TextLabel(display, Theme::TextRole::KpiValue, "text", this))
    , m_unit(new TextLabel(display, Theme::TextRole::Body, "text2", this))
    , m_weak(new Badge(display, Badge::Tone::Warn, this))
    , m_graphic(new KpiGraphic(display, this))
    , m_delta(new DeltaLabel(display, this))
{
    Looks::set(this, "card");
    setProperty("clickable", true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_title->setWordWrap(true); // two lines have room
    m_title->setWeight(QFont::Medium);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_unit->setWeight(QFont::Medium);
    m_unit->setElided(true);
    m_unit->setContentsMargins(0, 0, 0, 0);
    m_weak->hide();
    m_info->hide();
    m_value->setObjectName(u"kpiValue"_s);

    auto *top = new QHBoxLayout;
    top->setSpacing(4);
    top->addWidget(m_title, 1);
    top->addWidget(m_info);
    auto *figure = new QHBoxLayout;
    figure->setSpacing(6);
    figure->addWidget(m_value);
    auto *unitColumn =
        new QVBoxLayout; // the unit stands on the figure's base line, not at its bottom
    unitColumn->setContentsMargins(0, 0, 0, 4);
    unitColumn->addStretch();
    unitColumn->addWidget(m_unit);
    figure->addLayout(unitColumn);
    figure->addWidget(m_weak, 0, Qt::AlignVCenter);
    figure->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 8);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addLayout(figure);
    layout->addWidget(m_graphic);
    layout->addWidget(m_delta);
    renewHeights();
    connect(&display, &Display::changed, this, &KpiCard::renewHeights);
    setValue({});
}

/// Every tile keeps room for a title of two lines, so that those of a row are equally high.
void KpiCard::renewHeights()
{
    m_title->setFixedHeight(std::max(26, 2 * m_display.lineHeight(Theme::TextRole::Table)));
}

void KpiCard::setTitle(const QString &title)
{
    m_title->setText(title);
    m_info->setExplanation(title, m_info->explanation());
    renewAccessibleText();
}

void KpiCard::setExplanation(const QString &text)
{
    m_info->setExplanation(m_title->text(), text);
    m_info->setVisible(!text.isEmpty());
}

void KpiCard::setValue(const QString &value, const QString &unit)
{
    m_value->setText(value.isEmpty() ? u"–"_s : value);
    m_unit->setText(value.isEmpty() ? QString() : unit);
    m_unit->setVisible(!m_unit->text().isEmpty());
    m_unit->updateGeometry();
    renewAccessibleText();
}

void KpiCard::setWeakData(const QString &text, const QString &reason)
{
    m_weak->setText(text);
    m_weak->setToolTip(reason);
    m_weak->setVisible(!text.isEmpty());
    m_weak->updateGeometry();
    renewAccessibleText();
}

void KpiCard::setBusy(bool busy)
{
    if (busy == (graphicsEffect() != nullptr))
        return;
    if (!busy) {
        setGraphicsEffect(nullptr);
        return;
    }
    auto *effect = new QGraphicsOpacityEffect(this);
    effect->setOpacity(0.6);
    setGraphicsEffect(effect);
}

QString KpiCard::title() const { return m_title->text(); }

QString KpiCard::valueText() const
{
    return m_unit->text().isEmpty() ? m_value->text() : m_value->text() + u' ' + m_unit->text();
}

void KpiCard::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        emit clicked();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

void KpiCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit clicked();
    QFrame::mouseReleaseEvent(event);
}

void KpiCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        renewAccessibleText();
}

void KpiCard::focusInEvent(QFocusEvent *event)
{
    Looks::setProperty(this, "focused", true);
    renewAccessibleText();
    QFrame::focusInEvent(event);
}

void KpiCard::focusOutEvent(QFocusEvent *event)
{
    Looks::setProperty(this, "focused", false);
    QFrame::focusOutEvent(event);
}

void KpiCard::renewAccessibleText()
{
    setAccessibleName(tr("%1: %2", "a figure's name and value").arg(m_title->text(), valueText()));
    QStringList notes{m_delta->text()};
    if (m_weak->isVisibleTo(this))
        notes.prepend(m_weak->text());
    notes.removeAll(QString());
    setAccessibleDescription(notes.join(u". "_s));
}
