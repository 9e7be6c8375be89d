#include "ui/pages/analysispage.h"

#include "ui/charts/chart.h"
#include "ui/style/display.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/kpicard.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

#include <algorithm>

namespace {

constexpr int pageMargin = 16;
constexpr int gutter = 12;

} // namespace

AnalysisPage::AnalysisPage(Display &shownBy, const QString &emptyIcon, QWidget *parent)
    : Page(shownBy, parent)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(shownBy, emptyIcon, m_stack))
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
    connect(m_empty, &EmptyState::actionTriggered, this, &Page::importRequested);
    connect(&shownBy, &Display::changed, this, &AnalysisPage::renew);
}

void AnalysisPage::place(QWidget *widget, int row, int column, int span, int stretch)
{
    QSizePolicy policy = widget->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Ignored);
    if (stretch > 0)
        policy.setVerticalPolicy(QSizePolicy::Expanding);
    widget->setSizePolicy(policy);
    m_grid->addWidget(widget, row, column, 1, span);
    m_grid->setRowStretch(row, qMax(stretch, m_grid->rowStretch(row)));
}

void AnalysisPage::setAnalysis(const Insights::AnalysisPtr &analysis)
{
    m_analysis = analysis;
    renew();
}

void AnalysisPage::setBusy(bool busy)
{
    m_busy = busy;
    for (Card *card : findChildren<Card *>())
        card->setBusy(busy);
    for (KpiCard *card : findChildren<KpiCard *>())
        card->setBusy(busy);
    showRightState();
}

bool AnalysisPage::showsEmptyState() const { return m_stack->currentWidget() == m_empty; }

bool AnalysisPage::canShow(const Insights::Analysis &analysis) const
{
    return analysis.clv.customers > 0;
}

void AnalysisPage::retranslate()
{
    renewTexts();
    const auto [title, reason] = emptyTexts();
    m_empty->setTexts(title, reason);
    m_empty->setAction(tr("Import data"), QStringLiteral("import"));
    renew();
}

void AnalysisPage::renew()
{
    if (m_analysis && canShow(*m_analysis))
        showNumbers(*m_analysis);
    showRightState();
}

void AnalysisPage::showRightState()
{
    if (m_analysis && canShow(*m_analysis))
        m_stack->setCurrentWidget(m_scroll);
    else if (m_busy)
        m_stack->setCurrentWidget(m_waiting);
    else
        m_stack->setCurrentWidget(m_empty);
}

QString withCount(const QString &text, qint64 count, const NumberFormat &format)
{
    QString result = text;
    return result.replace(QString::number(count), format.integer(count));
}

SplitMoney splitMoney(double major, const QString &currencyCode, const NumberFormat &format)
{
    const QString text = format.shortNumber(major);
    const QString currency = format.currencyName(currencyCode);
    const auto gap = std::ranges::find_if(
        text, [](QChar c) { return c.isSpace(); }); // also one that does not break
    const qsizetype space = gap == text.cend() ? -1 : gap - text.cbegin();
    if (space < 0)
        return {format.decimal(major, qAbs(major) >= 100 ? 0 : 2), currency};
    const QString scale = text.mid(space + 1);
    const bool arabic = format.language() == Language::Arabic;
    return {text.left(space), arabic ? scale + u' ' + currency : currency + u' ' + scale};
}
