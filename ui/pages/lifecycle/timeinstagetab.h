#pragma once

#include "models/lifecycle/timeinstage.h"
#include "ui/pages/lifecycle/lifecycletab.h"

class Button;
class Card;
class CellTable;
class ContactList;
class CurvesChart;
class InfoButton;
class QTableView;
class TextLabel;

/// How long customers stay in each stage, who has waited longest, and how fast value is won.
class TimeInStageTab final : public LifecycleTab
{
    Q_OBJECT

public:
    explicit TimeInStageTab(Display &display, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void setDirectory(const CustomerDirectory &directory) override;

protected:
    void renewTexts() override;
    void showNumbers(const Insights::Analysis &analysis) override;
    [[nodiscard]] bool canShow(const Insights::Analysis &analysis) const override;
    [[nodiscard]] std::pair<QString, QString> emptyTexts() const override;
    void startComputing(const Insights::AnalysisPtr &analysis) override;
    [[nodiscard]] bool isReady() const override { return m_result.has_value(); }

private:
    struct Result
    {
        QList<Lifecycle::StageStay> stays;
        Lifecycle::Velocity velocity;
    };
    void makeCards(Display &display);
    void showStage();
    void showVelocity();
    void showMembers(int row, int column);
    void saveSegment();
    [[nodiscard]] static CustomerChoice::List waitingIn(const Lifecycle::StageStay &stay);
    [[nodiscard]] CustomerChoice waiting(const Lifecycle::StageStay &stay) const;
    [[nodiscard]] QString stageName(int stage) const;

    /// One part of the velocity.
    struct Figure
    {
        Card *card;
        InfoButton *info;
        TextLabel *value;
        TextLabel *note;
    };
    QList<Figure> m_figures;
    CurvesChart *m_curves;
    Card *m_tableCard;
    CellTable *m_stays;
    QTableView *m_stayView;
    Card *m_listCard;
    ContactList *m_list;
    Button *m_save;
    std::optional<Result> m_result;
    int m_stage = -1;
};
