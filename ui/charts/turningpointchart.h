#pragma once

#include "models/core/currency.h"
#include "models/lifecycle/turningpoint.h"
#include "ui/charts/chart.h"

/// When customers turn from value creation to value expansion: per cohort or segment the share
/// turned, and the revenue before and after the turn.
class TurningPointChart final : public Chart
{
    Q_OBJECT

public:
    enum class Groups { Cohorts, Segments, Saved };

    explicit TurningPointChart(Display &display, QWidget *parent = nullptr);

    void setData(const Lifecycle::TurningView &view, const Lifecycle::TurningQuery &query,
                 Groups groups, const Currency &currency);
    [[nodiscard]] QList<QStringList> dataTable() const override;
    /// The groups shown, in the order of the marks.
    [[nodiscard]] const QList<Lifecycle::TurningReading> &readings() const;

protected:
    void retranslate() override;
    void resetView() override;
    void layOut(const QSizeF &size) override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void drawOver(QCPPainter *painter) const override;

private:
    [[nodiscard]] QString groupName(qsizetype group, bool isShort) const;
    [[nodiscard]] double major(std::int64_t minor) const;
    [[nodiscard]] QRectF bar(qsizetype group, bool after) const;

    Lifecycle::TurningView m_view;
    Lifecycle::TurningQuery m_query;
    Groups m_groups = Groups::Cohorts;
    Currency m_currency;
    double m_unit = 1;
};
