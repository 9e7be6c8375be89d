#pragma once

#include "models/lifecycle/dealmembers.h"
#include "models/lifecycle/handoffs.h"
#include "models/lifecycle/meddic.h"
#include "models/lifecycle/meddicnotes.h"
#include "models/lifecycle/stagespend.h"
#include "ui/pages/lifecycle/dealsource.h"
#include "ui/pages/lifecycle/lifecycletab.h"

#include <memory>

class Card;
class HandOffCard;
class KpiCard;
class MeddicMissingChart;
class MeddicScoreChart;
class MeddicPanel;
class QualificationChart;
class RankedBarsChart;
class ReasonsChart;
class SegmentedControl;
class StageSpendChart;
class TextLabel;

/// Where departments hand customers to one another: waiting, loss, acceptance, promises kept; MEDDIC
/// of the deals; what is spent on each stage.
class HandOffsTab final : public LifecycleTab
{
    Q_OBJECT

public:
    explicit HandOffsTab(Display &display, QWidget *parent = nullptr);

    /// Where deals come from; empty: there are none (no workspace is open).
    void setDealSource(DealSource source);
    /// What was written about MEDDIC in the workspace.
    void setMeddicNotes(const Lifecycle::MeddicNotes &notes);
    [[nodiscard]] QString title() const override;

signals:
    /// The workspace's notes from now on; \a what names the change.
    void meddicNotesEdited(const Lifecycle::MeddicNotes &notes, const QString &what);

protected:
    void renewTexts() override;
    void showNumbers(const Insights::Analysis &analysis) override;
    [[nodiscard]] bool canShow(const Insights::Analysis &analysis) const override;
    [[nodiscard]] std::pair<QString, QString> emptyTexts() const override;
    void startComputing(const Insights::AnalysisPtr &analysis) override;
    [[nodiscard]] bool isReady() const override { return m_numbers != nullptr; }

private:
    struct Numbers
    {
        std::vector<Lifecycle::Deal> deals;
        std::vector<Lifecycle::Deal> judged; ///< with the scores written here
        Lifecycle::MeddicNotes notes;
        Lifecycle::HandOffView handOffs;
        Lifecycle::MeddicView meddic;
        Lifecycle::SpendView spend;
        Currency currency;
        QString problem; ///< why there are no deals; empty: none
    };

    void makeTiles();
    void makeCharts();
    void connectBars();
    Card *chartCard(RankedBarsChart *chart, int row, int column, int span);
    void showTiles();
    void showReasons();
    void showDealMembers(const QString &what, const Lifecycle::DealPlace &place);

    DealSource m_dealSource;
    std::shared_ptr<const Numbers> m_numbers;

    KpiCard *m_acceptance;
    KpiCard *m_inTime;
    KpiCard *m_velocity;
    KpiCard *m_share;
    HandOffCard *m_handOffs;
    QualificationChart *m_qualification;
    ReasonsChart *m_reasons;
    SegmentedControl *m_reasonKind;
    MeddicScoreChart *m_scores;
    MeddicMissingChart *m_missing;
    StageSpendChart *m_spend;
    TextLabel *m_spendNote;
    MeddicPanel *m_meddic;
    Lifecycle::MeddicNotes m_notes;
};
