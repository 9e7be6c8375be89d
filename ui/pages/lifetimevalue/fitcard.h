#pragma once

#include "models/clv/diagnostics.h"
#include "models/insights/analysis.h"
#include "ui/widgets/card.h"

#include <optional>

class AliveCalibrationChart;
class Chart;
class ConditionalChart;
class CurvesChart;
class FrequencyChart;
class InfoButton;
class LatestJob;
class ProgressStrip;
class QStackedWidget;
class SegmentedControl;
class SpendFitChart;
class SplitBar;
class TextLabel;
class TrackingChart;

/// How well the model fits, one plot at a time, each with what it shows and how to judge it. The
/// day that parts calibration and holdout can be moved: the model is fitted anew on a worker.
class FitCard final : public Card
{
    Q_OBJECT

public:
    enum View { Tracking, Frequency, Conditional, Alive, Spend, Survival, Retention, ViewCount };

    explicit FitCard(Display &display, QWidget *parent = nullptr);

    void renewTexts();
    void showNumbers(const Insights::AnalysisPtr &analysis);
    void setView(View view);
    [[nodiscard]] View view() const;
    [[nodiscard]] Chart *chart(View view) const;
    /// The calibration's last day of what is shown.
    [[nodiscard]] QDate calibrationEnd() const { return m_shownEnd; }
    /// The fit that is shown with its test, for explanations; null before the first.
    [[nodiscard]] std::shared_ptr<const Clv::ClvResult> judged() const;
    [[nodiscard]] bool isRunning() const;

signals:
    void splitChosen(const QDate &calibrationEnd); ///< by the user
    void splitCancelled();                         ///< the split before stays
    void derivationRequested();                    ///< of the holdout error

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeCharts();
    void start(const QDate &end);
    void startIfNeeded();
    void cancel();
    void fill();
    void showView();
    void showProblem();
    void nameViews();
    /// Subscriptions renew or end: other pictures than those of purchases.
    [[nodiscard]] QList<View> offeredViews() const;
    [[nodiscard]] std::pair<QString, QString> explanation(View view) const;

    Insights::AnalysisPtr m_analysis;
    std::optional<Clv::FitDiagnostics> m_diagnostics;
    std::optional<Error> m_failure; ///< of the newest test
    QDate m_shownEnd;
    std::optional<QDate> m_chosenEnd; ///< by the user; none: the usual one
    bool m_isStale = false; ///< there are no diagnostics of the analysis yet
    QList<View> m_offered;
    SegmentedControl *m_views;
    SegmentedControl *m_kinds;
    InfoButton *m_info;
    QWidget *m_how;
    QStackedWidget *m_stack;
    TextLabel *m_problem;
    QWidget *m_waiting;
    TrackingChart *m_tracking;
    FrequencyChart *m_frequency;
    ConditionalChart *m_conditional;
    AliveCalibrationChart *m_alive;
    SpendFitChart *m_spend;
    CurvesChart *m_survival;
    CurvesChart *m_retention;
    ProgressStrip *m_progress;
    SplitBar *m_split;
    LatestJob *m_job;
};
