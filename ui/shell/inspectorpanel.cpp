#include "ui/shell/inspectorpanel.h"

#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

InspectorPanel::InspectorPanel(Display &display, QWidget *parent)
    : QFrame(parent)
    , m_display(display)
    , m_title(new TextLabel(display, Theme::TextRole::CardTitle, "text", this))
    , m_close(new Button(display, Button::Kind::Icon, u"close"_s, this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"inspectorPanel"_s);
    setFixedWidth(panelWidth);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    m_close->setObjectName(u"closeInspector"_s);
    connect(m_close, &Button::clicked, this, &InspectorPanel::closeRequested);
    connect(&display, &Display::changed, this, [this] { update(); });
    retranslate();
}

void InspectorPanel::setContent(QWidget *content)
{
    if (!content)
        return;
    for (int i = 0; i < m_stack->count(); ++i) {
        const auto *area = qobject_cast<QScrollArea *>(m_stack->widget(i));
        if (area->widget() == content) {
            m_stack->setCurrentIndex(i);
            return;
        }
    }
    auto *area = new QScrollArea(m_stack);
    scrollWithin(*area, content);
    m_stack->setCurrentIndex(m_stack->addWidget(area));
}

QWidget *InspectorPanel::content() const
{
    const auto *area = qobject_cast<QScrollArea *>(m_stack->currentWidget());
    return area ? area->widget() : nullptr;
}

void InspectorPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void InspectorPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        QFrame::keyPressEvent(event);
}

void InspectorPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_display.color("surface"));
    painter.setPen(m_display.color("border"));
    const int edge = isRightToLeft() ? width() - 1 : 0;
    painter.drawLine(edge, 0, edge, height());
}

void InspectorPanel::retranslate()
{
    setAccessibleName(tr("Inspector"));
    m_title->setText(tr("Details"));
    m_close->setToolTip(tr("Close the inspector (%1)").arg(NumberFormat::isolate(u"F9"_s)));
    m_close->setAccessibleName(tr("Close the inspector"));
}
