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
    enum class Mode { Count, Percent, Value };

    explicit LifecycleFunnelChart(Display &display, QWidget *parent = nullptr);

    void setData(const Lifecycle::LifecycleFunnel &funnel);
    /// Lifetime value of those in each stage, in major units; empty: not known.
    void setValues(const QList<double> &values, const QString &currency);
    /// Value shows counts until the values are known.
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    /// Frames one stage; −1: none.
    void setSelectedStage(int stage);
    [[nodiscard]] int selectedStage() const { return m_selected; }
    [[nodiscard]] QList<QStringList> dataTable() const override;
    [[nodiscard]] QSize exportSize() const override { return {900, 420}; }
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// A stage's name or its rows were clicked, or Enter: its definition is wanted.
    void stageActivated(int stage);
    /// A column was clicked, or the loss before it: its customers are wanted.
    void customersWanted(int stage, bool lost);

protected:
    void retranslate() override;
    void applyStyle() override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    [[nodiscard]] int neighbour(int index, Qt::Key key) const override;
    void drawOver(QCPPainter *painter) const override;

private:
    struct Geometry;
    /// What can be pointed at: a stage as a whole, its column, the loss before it.
    enum class Part { Stage, Column, Loss };
    struct Place
    {
        int stage;
        Part part;
        bool operator==(const Place &) const = default;
    };
    [[nodiscard]] QList<Place> places() const; ///< in the order of the marks
    [[nodiscard]] Geometry geometry() const;
    void drawOwners(QCPPainter *painter, const Geometry &g) const;
    void drawColumns(QCPPainter *painter, const Geometry &g) const;
    void drawSteps(QCPPainter *painter, const Geometry &g) const;
    void drawTurningPoint(QCPPainter *painter, const Geometry &g) const;
    void drawRows(QCPPainter *painter, const Geometry &g) const;
    [[nodiscard]] QString stageName(qsizetype stage) const;
    [[nodiscard]] QString levelText(qsizetype stage) const;
    [[nodiscard]] bool showsValues() const;
    [[nodiscard]] double columnValue(qsizetype stage) const; ///< of a column, as a number
    [[nodiscard]] bool hasComparison() const;

    Lifecycle::LifecycleFunnel m_funnel;
    QList<double> m_values;
    QString m_currency;
    Mode m_mode = Mode::Count;
    int m_selected = -1;
};
