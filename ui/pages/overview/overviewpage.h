#pragma once

#include "ui/pages/analysispage.h"

class AlertList;
class Badge;
class BridgeChart;
class ChartCard;
class EquityChart;
class MiniFunnelChart;
class TextLabel;

/// The key figures, where equity comes from, and what needs attention.
class OverviewPage final : public AnalysisPage
{
    Q_OBJECT

public:
    explicit OverviewPage(Display &display, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;

protected:
    void renewTexts() override;
    void showNumbers(const Insights::Analysis &analysis) override;
    [[nodiscard]] bool canShow(const Insights::Analysis &analysis) const override;
    [[nodiscard]] std::pair<QString, QString> emptyTexts() const override;

private:
    enum Tile { EquityTile, MeanTile, ActiveTile, CacTile, RetentionTile, ExistingTile, TileCount };

    void showEquityTiles(const Insights::Analysis &analysis);
    void showRateTiles(const Insights::Analysis &analysis);
    void showMovement(const Insights::Analysis &analysis);
    /// "vs previous year", or nothing to compare with.
    [[nodiscard]] QString comparisonNote(const Insights::Analysis &analysis) const;

    KpiCard *m_tiles[TileCount];
    EquityChart *m_trend;
    MiniFunnelChart *m_funnel;
    BridgeChart *m_bridge;
    ChartCard *m_movementCard;
    TextLabel *m_movementNote;
    Card *m_alertCard;
    Badge *m_alertCount;
    AlertList *m_alerts;
};
