#include "ui/pages/analysispage.h"

#include "ui/style/display.h"
#include "ui/widgets/emptystate.h"

#include <QVBoxLayout>

#include <algorithm>

AnalysisPage::AnalysisPage(Display &shownBy, const QString &emptyIcon, QWidget *parent)
    : Page(shownBy, parent)
    , m_cards(new CardGrid(shownBy, emptyIcon, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_cards);
    connect(m_cards->empty(), &EmptyState::actionTriggered, this, &Page::importRequested);
    connect(&shownBy, &Display::changed, this, &AnalysisPage::renew);
}

void AnalysisPage::setAnalysis(const Insights::AnalysisPtr &analysis)
{
    m_analysis = analysis;
    renew();
}

void AnalysisPage::setBusy(bool busy)
{
    m_busy = busy;
    m_cards->setBusy(busy);
    showRightState();
}

bool AnalysisPage::showsEmptyState() const { return m_cards->state() == CardGrid::State::Empty; }

bool AnalysisPage::canShow(const Insights::Analysis &analysis) const
{
    return analysis.clv.customers > 0;
}

void AnalysisPage::retranslate()
{
    renewTexts();
    const auto [title, reason] = emptyTexts();
    m_cards->empty()->setTexts(title, reason);
    m_cards->empty()->setAction(tr("Import data"), QStringLiteral("import"));
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
        m_cards->setState(CardGrid::State::Content);
    else
        m_cards->setState(m_busy ? CardGrid::State::Waiting : CardGrid::State::Empty);
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
