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
    connect(m_cards->empty(), &EmptyState::alternativeTriggered, this, &AnalysisPage::valuePurchases);
    connect(&shownBy, &Display::changed, this, &AnalysisPage::renew);
}

void AnalysisPage::setAnalysis(const Insights::AnalysisPtr &analysis)
{
    m_analysis = analysis;
    renewEmpty();
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
    renewEmpty();
    renew();
}

bool AnalysisPage::lacksSubscriptions() const
{
    return m_analysis && m_analysis->snapshot
           && Clv::isContractual(m_analysis->clv.query.model)
           && m_analysis->snapshot->subscriptions.size() == 0;
}

void AnalysisPage::renewEmpty()
{
    EmptyState *empty = m_cards->empty();
    empty->setAction(tr("Import data"), QStringLiteral("import"));
    if (!lacksSubscriptions()) {
        const auto [title, reason] = emptyTexts();
        empty->setTexts(title, reason);
        empty->setAlternative({});
        return;
    }
    const bool hasPurchases = m_analysis->snapshot->purchases.size() > 0;
    const QString model = Clv::modelTitle(m_analysis->clv.query.model);
    //: %1 is the name of a model
    const QString reason =
        hasPurchases
            ? tr("The model %1 is chosen, which follows subscriptions, and this workspace holds none: "
                 "none were imported, or their import was undone. Import subscriptions, or value the "
                 "customers by their purchases, which are here.")
            : tr("The model %1 is chosen, which follows subscriptions, and this workspace holds none: "
                 "none were imported, or their import was undone. Import subscriptions.");
    empty->setTexts(tr("No subscriptions to follow"), reason.arg(NumberFormat::isolate(model)));
    empty->setAlternative(hasPurchases ? tr("Value by purchases") : QString());
}

void AnalysisPage::valuePurchases()
{
    if (!lacksSubscriptions())
        return;
    WorkspaceSettings settings = m_analysis->query.settings;
    settings.clvModel = WorkspaceSettings().clvModel;
    emit settingsEdited(settings);
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
