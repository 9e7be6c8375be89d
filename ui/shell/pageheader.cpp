#include "ui/shell/pageheader.h"

#include "ui/shell/actions.h"
#include "ui/shell/filterbar.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

PageHeader::PageHeader(Display &display, const Actions &actions, QWidget *parent)
    : QFrame(parent)
    , m_display(display)
    , m_actions(actions)
    , m_title(new TextLabel(display, Theme::TextRole::PageTitle, "text", this))
    , m_filters(new FilterBar(display, this))
    , m_search(new Button(display, Button::Kind::Icon, u"search"_s, this))
    , m_export(new Button(display, Button::Kind::Field, u"export"_s, this))
    , m_inspector(new Button(display, Button::Kind::Icon, u"inspector"_s, this))
    , m_exportMenu(new QMenu(this))
{
    setObjectName(u"pageHeader"_s);
    setFixedHeight(52);
    m_title->setObjectName(u"pageTitle"_s);
    m_search->setObjectName(u"searchButton"_s);
    m_export->setObjectName(u"exportButton"_s);
    m_inspector->setObjectName(u"inspectorButton"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addSpacing(12);
    layout->addWidget(m_filters);
    layout->addStretch();
    layout->addWidget(m_search);
    layout->addWidget(m_export);
    layout->addWidget(m_inspector);
    for (const auto id : {"report.english"_L1, "report.arabic"_L1, "report.chart"_L1, "data.export"_L1, "data.exportCustomers"_L1})
        m_exportMenu->addAction(actions[id]);
    m_inspector->setCheckable(true);

    connect(m_search, &Button::clicked, actions["edit.search"_L1], &QAction::trigger);
    connect(m_inspector, &Button::clicked, actions["view.inspector"_L1], &QAction::trigger);
    connect(actions["view.inspector"_L1], &QAction::toggled, m_inspector, &Button::setChecked);
    connect(m_export, &Button::clicked, this, [this] {
        m_exportMenu->setLayoutDirection(layoutDirection());
        const int x = isRightToLeft() ? 0 : m_export->width() - m_exportMenu->sizeHint().width();
        m_exportMenu->popup(m_export->mapToGlobal(QPoint(x, m_export->height() + 2)));
    });
    connect(&display, &Display::changed, this, [this] { update(); });
    retranslate();
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setFiltersVisible(bool visible)
{
    m_filters->setVisible(visible);
}

void PageHeader::setInspectorAvailable(bool available)
{
    m_inspector->setEnabled(available);
}

void PageHeader::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PageHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_display.color("surface"));
    painter.setPen(m_display.color("border"));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_filters->setNarrow(width() < 1020);
}

void PageHeader::retranslate()
{
    m_search->setToolTip(tr("Search (%1)").arg(NumberFormat::isolate(u"Ctrl+K"_s)));
    m_search->setAccessibleName(tr("Search"));
    m_export->setText(tr("Export"));
    m_export->setAccessibleName(tr("Export"));
    m_exportMenu->setAccessibleName(tr("Export"));
    m_inspector->setToolTip(tr("Inspector (%1)").arg(NumberFormat::isolate(u"F9"_s)));
    m_inspector->setAccessibleName(tr("Inspector"));
}
