#include "ui/pages/equity/equitypage.h"

#include "models/equity/storedtrend.h"
#include "ui/charts/bridgechart.h"
#include "ui/charts/chartcard.h"
#include "ui/charts/equitychart.h"
#include "ui/charts/spendreturnchart.h"
#include "ui/pages/equity/equationstrip.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QMenu>

EquityPage::EquityPage(Display &shownBy, QWidget *parent)
    : AnalysisPage(shownBy, QStringLiteral("equity"), parent)
    , m_trend(new EquityChart(shownBy))
    , m_measure(new SegmentedControl(shownBy))
    , m_source(new SegmentedControl(shownBy))
    , m_bridge(new BridgeChart(shownBy))
    , m_pair(new Button(shownBy, Button::Kind::Field))
    , m_spend(new SpendReturnChart(shownBy))
{
    auto *stripCard = new Card(shownBy, content());
    stripCard->setHeaderVisible(false);
    m_strip = new EquationStrip(shownBy);
    stripCard->setBody(m_strip);
    place(stripCard, 0, 0, columns);

    auto *trendCard = new ChartCard(shownBy, m_trend, content());
    m_measure->setObjectName(QStringLiteral("measure"));
    m_source->setObjectName(QStringLiteral("trendSource"));
    trendCard->addHeaderWidget(m_source);
    trendCard->addHeaderWidget(m_measure);
    place(trendCard, 1, 0, columns, 4);
    m_trend->setMinimumHeight(190);
    for (SegmentedControl *choice : {m_measure, m_source}) {
        connect(choice, &SegmentedControl::chosen, this, [this] {
            if (analysis())
                showTrend(*analysis());
        });
    }

    auto *bridgeCard = new ChartCard(shownBy, m_bridge, content());
    m_pair->setObjectName(QStringLiteral("quarterPair"));
    m_pair->setSmall(true);
    bridgeCard->addHeaderWidget(m_pair);
    place(bridgeCard, 2, 0, 7, 4);
    m_bridge->setMinimumHeight(190);
    connect(m_pair, &Button::clicked, this, &EquityPage::openBridgeMenu);

    m_spendCard = new ChartCard(shownBy, m_spend, content());
    place(m_spendCard, 2, 7, 5, 4);
    retranslate();
}

QString EquityPage::title() const { return tr("Customer equity"); }

std::pair<QString, QString> EquityPage::emptyTexts() const
{
    return {tr("No transactions yet"),
            tr("Equity needs customers and their orders. Twelve months of history give a useful "
               "first estimate.")};
}

void EquityPage::renewTexts()
{
    m_strip->renewTexts();
    m_measure->setSegments({tr("Total"), tr("Per customer")});
    m_measure->setAccessibleName(tr("What the trend shows"));
    m_source->setSegments({tr("By quarter"), tr("As kept")});
    m_source->setAccessibleName(tr("Which results the trend shows"));
    m_source->setToolTip(
        tr("By quarter: all quarters valued now, with the model in use. As kept: the results of each "
           "computation as they were then; a change of method breaks the line."));
    m_pair->setAccessibleName(tr("Quarters compared"));
    m_pair->setToolTip(tr("Choose the quarters to compare"));
    if (m_noCosts) {
        m_noCosts->setTexts(
            tr("No costs yet"),
            tr("What each unit of spend returns needs the costs of acquiring and of "
               "keeping customers, one row per period."));
        m_noCosts->setAction(tr("Import costs"), QStringLiteral("import"));
    }
}

void EquityPage::showNumbers(const Insights::Analysis &analysis)
{
    m_strip->showNumbers(analysis);
    showTrend(analysis);
    showBridge(analysis);
    showSpend(analysis);
}

void EquityPage::showTrend(const Insights::Analysis &analysis)
{
    const auto measure = m_measure->current() == 1 ? EquityChart::Measure::PerCustomer
                                                   : EquityChart::Measure::Total;
    m_trend->setData(m_source->current() == 1
                         ? Equity::storedTrend(m_kept, analysis.query.settings.currency)
                         : analysis.equity,
                     measure);
}

void EquityPage::setKeptValues(const QList<Clv::StoredClv> &kept)
{
    m_kept = kept;
    if (analysis() && m_source->current() == 1)
        showTrend(*analysis());
}

QString EquityPage::bridgeName(const Equity::EquityBridge &bridge) const
{
    const NumberFormat &format = display().format();
    //: from one quarter to the next: %1 and %2 are quarters
    return tr("%1 to %2").arg(format.quarter(bridge.from), format.quarter(bridge.until));
}

void EquityPage::showBridge(const Insights::Analysis &analysis)
{
    const QList<Equity::EquityBridge> &bridges = analysis.equity.bridges;
    m_bridgeIndex = int(bridges.size()) - 1;
    for (int index = 0; index < bridges.size(); ++index) {
        if (bridges[index].until == m_chosenUntil)
            m_bridgeIndex = index;
    }
    m_pair->setVisible(m_bridgeIndex >= 0);
    if (m_bridgeIndex >= 0)
        m_pair->setText(bridgeName(bridges[m_bridgeIndex]));
    m_bridge->setData(m_bridgeIndex >= 0 ? bridges[m_bridgeIndex] : Equity::EquityBridge{},
                      analysis.query.settings.currency);
}

void EquityPage::chooseBridge(int index)
{
    if (!analysis() || index < 0 || index >= analysis()->equity.bridges.size())
        return;
    const bool isNewest = index == analysis()->equity.bridges.size() - 1;
    m_chosenUntil = isNewest ? QDate() : analysis()->equity.bridges[index].until;
    showBridge(*analysis());
}

void EquityPage::openBridgeMenu()
{
    if (!analysis())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("quarterPairMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<Equity::EquityBridge> &bridges = analysis()->equity.bridges;
    for (int index = int(bridges.size()) - 1; index >= 0; --index) {
        QAction *action = menu->addAction(bridgeName(bridges[index]));
        action->setCheckable(true);
        action->setChecked(index == m_bridgeIndex);
        connect(action, &QAction::triggered, this, [this, index] { chooseBridge(index); });
    }
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const int x = rightToLeft ? m_pair->width() - menu->sizeHint().width() : 0;
    menu->popup(m_pair->mapToGlobal(QPoint(x, m_pair->height() + 2)));
}

void EquityPage::showSpend(const Insights::Analysis &analysis)
{
    bool hasCosts = analysis.spend.hasCosts;
    for (const Equity::SpendSummary &quarter : analysis.quarterlySpend)
        hasCosts = hasCosts || quarter.hasCosts;
    m_spend->setData(analysis.quarterlySpend, analysis.equity);
    if (hasCosts == (m_noCosts == nullptr))
        return;
    if (hasCosts) {
        m_spendCard->setPlaceholder(nullptr); // deletes the empty state
        m_noCosts = nullptr;
        return;
    }
    m_noCosts = new EmptyState(display(), QStringLiteral("equity"));
    connect(m_noCosts, &EmptyState::actionTriggered, this, &Page::importRequested);
    m_spendCard->setPlaceholder(m_noCosts);
    renewTexts();
}
