#pragma once

#include "models/lifecycle/handoffs.h"
#include "models/lifecycle/meddic.h"
#include "models/lifecycle/stagespend.h"
#include "ui/charts/rankedbarschart.h"

/// Marketing qualified, sales accepted, sales qualified and won deals.
class QualificationChart final : public RankedBarsChart
{
    Q_OBJECT

public:
    explicit QualificationChart(Display &display, QWidget *parent = nullptr);
    void setData(const Lifecycle::Qualification &counts);
    [[nodiscard]] QList<QStringList> dataTable() const override;

protected:
    void retranslate() override;

private:
    Lifecycle::Qualification m_counts;
};

/// Why sales rejected, or why deals were lost, most frequent first.
class ReasonsChart final : public RankedBarsChart
{
    Q_OBJECT

public:
    enum class Kind { Rejections, Losses };

    explicit ReasonsChart(Display &display, QWidget *parent = nullptr);
    void setData(const QList<Lifecycle::ReasonCount> &reasons, Kind kind, const Currency &currency);
    [[nodiscard]] QList<QStringList> dataTable() const override;

protected:
    void retranslate() override;

private:
    [[nodiscard]] QString reasonName(const QString &reason) const;

    QList<Lifecycle::ReasonCount> m_reasons;
    Kind m_kind = Kind::Rejections;
    Currency m_currency;
};

/// Win rate of deals by their MEDDIC score.
class MeddicScoreChart final : public RankedBarsChart
{
    Q_OBJECT

public:
    explicit MeddicScoreChart(Display &display, QWidget *parent = nullptr);
    void setData(const Lifecycle::MeddicView &view);
    [[nodiscard]] QList<QStringList> dataTable() const override;

protected:
    void retranslate() override;

private:
    Lifecycle::MeddicView m_view;
};

/// Elements of MEDDIC that nobody has answered in open deals.
class MeddicMissingChart final : public RankedBarsChart
{
    Q_OBJECT

public:
    explicit MeddicMissingChart(Display &display, QWidget *parent = nullptr);
    void setData(const Lifecycle::MeddicView &view);
    [[nodiscard]] QList<QStringList> dataTable() const override;

protected:
    void retranslate() override;

private:
    Lifecycle::MeddicView m_view;
};

/// Money and hours by stage; how much of it goes into acquisition.
class StageSpendChart final : public RankedBarsChart
{
    Q_OBJECT

public:
    explicit StageSpendChart(Display &display, QWidget *parent = nullptr);
    void setData(const Lifecycle::SpendView &view, const Currency &currency);
    [[nodiscard]] QList<QStringList> dataTable() const override;

protected:
    void retranslate() override;

private:
    Lifecycle::SpendView m_view;
    Currency m_currency;
};
