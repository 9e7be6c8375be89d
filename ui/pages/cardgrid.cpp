#include "ui/pages/cardgrid.h"

#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/kpicard.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace {

constexpr int pageMargin = 16;
constexpr int gutter = 12;

} // namespace

CardGrid::CardGrid(Display &display, const QString &emptyIcon, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(display, emptyIcon, m_stack))
    , m_waiting(new QWidget(m_stack))
    , m_scroll(new QScrollArea(m_stack))
    , m_content(new QWidget)
    , m_grid(new QGridLayout(m_content))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_content->setProperty("look", QStringLiteral("page"));
    m_grid->setContentsMargins(pageMargin, gutter, pageMargin, pageMargin);
    m_grid->setSpacing(gutter);
    for (int column = 0; column < columns; ++column)
        m_grid->setColumnStretch(column, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_waiting);
    m_stack->addWidget(m_scroll);
}

void CardGrid::place(QWidget *widget, int row, int column, int span, int stretch)
{
    QSizePolicy policy = widget->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Ignored);
    if (stretch > 0)
        policy.setVerticalPolicy(QSizePolicy::Expanding);
    widget->setSizePolicy(policy);
    m_grid->addWidget(widget, row, column, 1, span);
    m_grid->setRowStretch(row, qMax(stretch, m_grid->rowStretch(row)));
}

void CardGrid::setState(State state)
{
    QWidget *shown = m_scroll;
    if (state == State::Waiting)
        shown = m_waiting;
    else if (state == State::Empty)
        shown = m_empty;
    m_stack->setCurrentWidget(shown);
}

CardGrid::State CardGrid::state() const
{
    if (m_stack->currentWidget() == m_scroll)
        return State::Content;
    return m_stack->currentWidget() == m_waiting ? State::Waiting : State::Empty;
}

void CardGrid::setBusy(bool busy)
{
    for (Card *card : findChildren<Card *>())
        card->setBusy(busy);
    for (KpiCard *card : findChildren<KpiCard *>())
        card->setBusy(busy);
}
