#include "ui/shell/contentarea.h"

#include "ui/shell/inspectorpanel.h"

#include <QEvent>
#include <QStackedWidget>
#include <QStyle>

ContentArea::ContentArea(QStackedWidget *pages, InspectorPanel *inspector, QWidget *parent)
    : QWidget(parent)
    , m_pages(pages)
    , m_inspector(inspector)
{
    pages->setParent(this);
    inspector->setParent(this);
    inspector->hide();
}

void ContentArea::setInspectorOpen(bool open)
{
    m_open = open;
    m_inspector->setVisible(open);
    layOut();
}

void ContentArea::setCovering(bool covering)
{
    m_covering = covering;
    layOut();
}

void ContentArea::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void ContentArea::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        layOut();
}

void ContentArea::layOut()
{
    const bool beside = m_open && !m_covering;
    const QRect pages = rect().adjusted(0, 0, beside ? -InspectorPanel::panelWidth : 0, 0);
    m_pages->setGeometry(QStyle::visualRect(layoutDirection(), rect(), pages));
    const QRect panel(width() - InspectorPanel::panelWidth, 0, InspectorPanel::panelWidth, height());
    m_inspector->setGeometry(QStyle::visualRect(layoutDirection(), rect(), panel));
    if (m_open)
        m_inspector->raise();
}
