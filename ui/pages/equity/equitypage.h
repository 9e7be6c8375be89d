#pragma once

#include "models/clv/clvstore.h"
#include "ui/pages/analysispage.h"

class BridgeChart;
class Button;
class ChartCard;
class EmptyState;
class EquationStrip;
class EquityChart;
class SegmentedControl;
class SpendReturnChart;

/// What the customer base is worth, how that came about, and what spend returned.
class EquityPage final : public AnalysisPage
{
    Q_OBJECT

public:
    explicit EquityPage(Display &display, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] int shownBridge() const { return m_bridgeIndex; }
    /// Lifetime values as they were computed and kept, for the trend's second view.
    void setKeptValues(const QList<Clv::StoredClv> &kept);

protected:
    void renewTexts() override;
    void showNumbers(const Insights::Analysis &analysis) override;
    [[nodiscard]] std::pair<QString, QString> emptyTexts() const override;

private:
    void showTrend(const Insights::Analysis &analysis);
    void showBridge(const Insights::Analysis &analysis);
    void showSpend(const Insights::Analysis &analysis);
    void openBridgeMenu();
    void chooseBridge(int index);
    [[nodiscard]] QString bridgeName(const Equity::EquityBridge &bridge) const;

    EquationStrip *m_strip;
    EquityChart *m_trend;
    SegmentedControl *m_measure;
    SegmentedControl *m_source; ///< computed for each quarter, or as kept
    QList<Clv::StoredClv> m_kept;
    BridgeChart *m_bridge;
    Button *m_pair;
    SpendReturnChart *m_spend;
    ChartCard *m_spendCard;
    EmptyState *m_noCosts = nullptr;
    int m_bridgeIndex = -1; ///< into the equity result's bridges
    QDate m_chosenUntil;    ///< the chosen bridge's end; invalid: the newest
};
