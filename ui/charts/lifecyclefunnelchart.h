#pragma once

#include "models/lifecycle/lifecycle.h"
#include "ui/charts/chart.h"

/// The lifecycle as a funnel: owners above, stage columns with the previous stage outlined,
/// conversion of each step in the gaps, the turning point, and rows of drop-off, median days and
/// change beneath. Mirrored.
class LifecycleFunnelChart final : public Chart
{
    Q_OBJECT

public:
    enum class Mode { Count, Percent };

    explicit LifecycleFunnelChart(Display &display, QWidget *parent = nullptr);

    void setData(const Lifecycle::LifecycleFunnel &funnel);
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    /// Frames one stage; −1: none.
    void setSelectedStage(int stage);
    [[nodiscard]] int selectedStage() const { return m_selected; }
    [[nodiscard]] QList<QStringList> dataTable() const override;
    [[nodiscard]] QSize exportSize() const override { return {900, 420}; }
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void stageActivated(int stage); ///< clicked, or Enter

protected:
    void retranslate() override;
    void applyStyle() override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void drawOver(QCPPainter *painter) const override;

private:
    struct Geometry;
    [[nodiscard]] Geometry geometry() const;
    void drawOwners(QCPPainter *painter, const Geometry &g) const;
    void drawColumns(QCPPainter *painter, const Geometry &g) const;
    void drawSteps(QCPPainter *painter, const Geometry &g) const;
    void drawTurningPoint(QCPPainter *painter, const Geometry &g) const;
    void drawRows(QCPPainter *painter, const Geometry &g) const;
    [[nodiscard]] QString stageName(qsizetype stage) const;
    [[nodiscard]] QString levelText(qsizetype stage) const;
    [[nodiscard]] bool hasComparison() const;

    Lifecycle::LifecycleFunnel m_funnel;
    Mode m_mode = Mode::Count;
    int m_selected = -1;
};
