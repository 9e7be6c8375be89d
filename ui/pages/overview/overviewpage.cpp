#include "ui/pages/overview/overviewpage.h"

#include "models/insights/findings.h"
#include "ui/charts/bridgechart.h"
#include "ui/charts/chartcard.h"
#include "ui/charts/equitychart.h"
#include "ui/charts/minifunnelchart.h"
#include "ui/pages/overview/alertlist.h"
#include "ui/style/display.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/kpicard.h"
#include "ui/widgets/kpigraphic.h"
#include "ui/widgets/textlabel.h"

#include <QCoreApplication>

#include <cmath>

namespace {

/// Of revenue from existing customers: what companies reach on average and what the best reach, as
/// the design's source study gives them.
constexpr double averageExistingShare = 0.30;
constexpr double topExistingShare = 0.50;
/// The lifetime value that an acquired customer should be worth, in costs of acquiring one.
constexpr double targetClvToCac = 3;

struct TileWords
{
    const char *id;
    const char *title;
    const char *explanation;
    const char *page;
};

constexpr TileWords tileWords[] = {
    {"equity", QT_TRANSLATE_NOOP("OverviewPage", "Customer equity"),
     QT_TRANSLATE_NOOP(
         "OverviewPage",
         "Mean CLV × customers: what all customers together are expected to contribute "
         "within the horizon, discounted to today. The change compares the ends of two "
         "quarters, each valued with the data known at that day."),
     "equity"},
    {"mean-clv", QT_TRANSLATE_NOOP("OverviewPage", "Mean CLV"),
     QT_TRANSLATE_NOOP(
         "OverviewPage",
         "Sum of all customers' lifetime values ÷ customers. A customer's lifetime value "
         "is expected purchases × expected spend × margin, discounted. The bar is the "
         "interval that holds the true mean with the stated probability."),
     "clv"},
    {"active", QT_TRANSLATE_NOOP("OverviewPage", "Active customers"),
     QT_TRANSLATE_NOOP(
         "OverviewPage",
         "Customers with P(alive) ≥ 0.5. P(alive) is the probability that the customer "
         "is still active, judged from how often and how recently the customer bought."),
     "clv"},
    {"clv-to-cac", QT_TRANSLATE_NOOP("OverviewPage", "CLV to CAC"),
     QT_TRANSLATE_NOOP(
         "OverviewPage",
         "Mean CLV ÷ CAC. CAC, the cost of acquiring a customer, is the acquisition "
         "spend of 12 months ÷ customers who bought for the first time in them. Three "
         "times is a common target: below it, growth costs more than it returns soon."),
     "equity"},
    {"retention", QT_TRANSLATE_NOOP("OverviewPage", "Retention, 12 months"),
     QT_TRANSLATE_NOOP(
         "OverviewPage",
         "Of the customers who bought in the year before, the share that bought again "
         "in the 12 months up to the end of the period."),
     "lifecycle"},
    {"existing", QT_TRANSLATE_NOOP("OverviewPage", "Revenue from existing"),
     QT_TRANSLATE_NOOP(
         "OverviewPage",
         "Share of the period's revenue from customers whose first purchase was before "
         "the period. The marks are the average company (30 %) and the most successful "
         "(50 %) of 750 medium-sized B2B companies surveyed by Gleanster Research."),
     "equity"},
};

} // namespace

OverviewPage::OverviewPage(Display &shownBy, QWidget *parent)
    : AnalysisPage(shownBy, QStringLiteral("overview"), parent)
    , m_trend(new EquityChart(shownBy))
    , m_funnel(new MiniFunnelChart(shownBy))
    , m_bridge(new BridgeChart(shownBy))
{
    for (int tile = 0; tile < TileCount; ++tile) {
        m_tiles[tile] = new KpiCard(shownBy, content());
        m_tiles[tile]->setObjectName(QLatin1String(tileWords[tile].id));
        connect(m_tiles[tile], &KpiCard::clicked, this,
                [this, tile] { emit pageRequested(QLatin1String(tileWords[tile].page)); });
        place(m_tiles[tile], 0, 2 * tile, 2);
    }
    auto *trendCard = new ChartCard(shownBy, m_trend, content());
    place(trendCard, 1, 0, 8, 4);
    auto *funnelCard = new ChartCard(shownBy, m_funnel, content());
    place(funnelCard, 1, 8, 4, 4);
    connect(m_funnel, &MiniFunnelChart::stageActivated, this,
            [this] { emit pageRequested(QStringLiteral("lifecycle")); });

    m_movementCard = new ChartCard(shownBy, m_bridge, content());
    m_movementNote = new TextLabel(shownBy, Theme::TextRole::Table, "text2");
    m_movementNote->setWordWrap(true);
    m_movementNote->setContentsMargins(12, 8, 12, 8);
    m_movementCard->setFooter(m_movementNote);
    place(m_movementCard, 2, 0, 6, 3);

    m_alertCard = new Card(shownBy, content());
    m_alertCount = new Badge(shownBy, Badge::Tone::Bad);
    m_alertCard->addHeaderWidget(m_alertCount);
    m_alerts = new AlertList(shownBy);
    m_alertCard->setBody(m_alerts);
    connect(m_alerts, &AlertList::pageRequested, this, &Page::pageRequested);
    place(m_alertCard, 2, 6, 6, 3);
    m_trend->setMinimumHeight(190);
    m_bridge->setMinimumHeight(170);
    retranslate();
}

QString OverviewPage::title() const { return tr("Overview"); }

std::pair<QString, QString> OverviewPage::emptyTexts() const
{
    return {tr("No transactions yet"),
            tr("The overview needs customers and their orders. Twelve months of history give a "
               "useful first estimate.")};
}

bool OverviewPage::canShow(const Insights::Analysis &analysis) const
{
    return analysis.clv.customers > 0;
}

void OverviewPage::renewTexts()
{
    for (int tile = 0; tile < TileCount; ++tile) {
        m_tiles[tile]->setTitle(QCoreApplication::translate("OverviewPage", tileWords[tile].title));
        m_tiles[tile]->setExplanation(
            QCoreApplication::translate("OverviewPage", tileWords[tile].explanation));
    }
    m_alertCard->setTitle(tr("Needs attention"));
}

void OverviewPage::showNumbers(const Insights::Analysis &analysis)
{
    showEquityTiles(analysis);
    showRateTiles(analysis);
    m_trend->setData(analysis.equity);
    m_funnel->setData(analysis.lifecycle.funnel);
    showMovement(analysis);
    const QList<Insights::Alert> &alerts = analysis.overview.alerts;
    m_alerts->setAlerts(alerts);
    m_alertCount->setVisible(!alerts.isEmpty());
    m_alertCount->setText(display().format().integer(alerts.size()));
}

void OverviewPage::showEquityTiles(const Insights::Analysis &analysis)
{
    const NumberFormat &format = display().format();
    const Insights::KeyFigures &figures = analysis.overview.figures;
    const QString currency = analysis.query.settings.currency.code;
    const QString weak =
        analysis.clv.strength == Clv::DataStrength::Enough ? QString() : tr("Wide interval");

    const SplitMoney equity = splitMoney(figures.equity, currency, format);
    m_tiles[EquityTile]->setValue(equity.value, equity.unit);
    m_tiles[EquityTile]->setWeakData(weak, analysis.clv.remark);
    m_tiles[EquityTile]->graphic()->setSparkline(figures.equityTrend);
    if (std::isfinite(figures.previousEquity) && figures.previousEquity > 0) {
        const double change = figures.equity / figures.previousEquity - 1;
        //: %1 is a quarter such as Q1 2025
        m_tiles[EquityTile]->delta()->setChange(
            change, format.percent(std::abs(change), 1),
            tr("vs %1").arg(format.quarter(figures.previousEquityDate)));
    } else {
        //: %1 is a date
        m_tiles[EquityTile]->delta()->setNote(tr("at %1").arg(format.date(figures.equityDate)));
    }

    const SplitMoney mean = splitMoney(figures.meanClv, currency, format);
    m_tiles[MeanTile]->setValue(mean.value, mean.unit);
    m_tiles[MeanTile]->setWeakData(weak, analysis.clv.remark);
    m_tiles[MeanTile]->graphic()->setInterval(figures.meanClvLow, figures.meanClv,
                                              figures.meanClvHigh);
    const int decimals = figures.meanClv >= 100 ? 0 : 2;
    //: %1 is a percentage, %2 and %3 the ends of an interval
    m_tiles[MeanTile]->delta()->setNote(tr("%1 interval %2 – %3")
                                            .arg(format.percent(analysis.clv.query.intervalLevel),
                                                 format.decimal(figures.meanClvLow, decimals),
                                                 format.decimal(figures.meanClvHigh, decimals)));

    const double share =
        figures.customers > 0 ? double(figures.activeCustomers) / double(figures.customers) : 0;
    m_tiles[ActiveTile]->setValue(format.integer(figures.activeCustomers),
                                  format.percent(share, 1));
    m_tiles[ActiveTile]->graphic()->setBullet(share);
    //: %1 is the number 0.5, %2 the number of all customers
    m_tiles[ActiveTile]->delta()->setNote(
        tr("P(alive) ≥ %1, of %2").arg(format.decimal(0.5, 1), format.integer(figures.customers)));
}

void OverviewPage::showRateTiles(const Insights::Analysis &analysis)
{
    const NumberFormat &format = display().format();
    const Insights::KeyFigures &figures = analysis.overview.figures;
    const QString currency = analysis.query.settings.currency.code;

    KpiCard *cac = m_tiles[CacTile];
    if (std::isfinite(figures.clvToCac)) {
        cac->setValue(format.multiple(figures.clvToCac));
        const double scale = std::max(5.0, 1.2 * figures.clvToCac);
        cac->graphic()->setBullet(figures.clvToCac / scale, {targetClvToCac / scale});
        //: %1 is an amount of money, %2 the target such as 3×
        cac->delta()->setNote(
            tr("CAC %1 · target %2")
                .arg(format.money(figures.cac, currency), format.multiple(targetClvToCac, 0)));
    } else {
        cac->setValue({});
        cac->graphic()->clear();
        cac->delta()->setNote(tr("needs acquisition costs: import them"));
    }

    const auto percent = [&](double fraction, int decimals) {
        // The sign stands small beside the number, as a unit.
        return format.decimal(fraction * 100, decimals);
    };
    const QString percentSign =
        format.language() == Language::Arabic ? QStringLiteral("٪") : QStringLiteral("%");
    const auto showChange = [&](KpiCard *tile, double now, double before,
                                const QString &otherwise) {
        if (std::isfinite(before) && std::isfinite(now)) {
            const double points = (now - before) * 100;
            //: a change in percentage points
            tile->delta()->setChange(points,
                                     tr("%1 points").arg(format.decimal(std::abs(points), 1)),
                                     comparisonNote(analysis));
        } else {
            tile->delta()->setNote(otherwise);
        }
    };

    KpiCard *retention = m_tiles[RetentionTile];
    if (std::isfinite(figures.retention)) {
        retention->setValue(percent(figures.retention, 1), percentSign);
        retention->graphic()->setBullet(figures.retention);
        showChange(retention, figures.retention, figures.previousRetention,
                   tr("of the buyers of the year before"));
    } else {
        retention->setValue({});
        retention->graphic()->clear();
        retention->delta()->setNote(tr("needs two years of orders"));
    }

    KpiCard *existing = m_tiles[ExistingTile];
    if (std::isfinite(figures.revenueFromExisting)) {
        existing->setValue(percent(figures.revenueFromExisting, 0), percentSign);
        existing->graphic()->setBullet(figures.revenueFromExisting,
                                       {averageExistingShare, topExistingShare});
        //: %1 and %2 are percentages
        existing->delta()->setNote(
            tr("average %1, top %2")
                .arg(format.percent(averageExistingShare), format.percent(topExistingShare)));
    } else {
        existing->setValue({});
        existing->graphic()->clear();
        existing->delta()->setNote(tr("no revenue in this period"));
    }
}

QString OverviewPage::comparisonNote(const Insights::Analysis &analysis) const
{
    const Insights::PeriodFilter &filter = analysis.query.filter;
    if (!filter.comparison)
        return tr("in a year");
    // Short, because it stands behind a number in a narrow tile.
    return filter.comparison->until.addYears(1) == filter.period.until ? tr("in a year")
                                                                       : tr("vs before");
}

void OverviewPage::showMovement(const Insights::Analysis &analysis)
{
    const QList<Equity::EquityBridge> &bridges = analysis.equity.bridges;
    const Currency &currency = analysis.query.settings.currency;
    m_bridge->setData(bridges.isEmpty() ? Equity::EquityBridge{} : bridges.last(), currency);
    const QString sentence =
        bridges.isEmpty()
            ? QString()
            : Insights::movementSentence(bridges.last(), currency.code, display().format());
    m_movementNote->setText(sentence);
    m_movementNote->setVisible(!sentence.isEmpty());
}
