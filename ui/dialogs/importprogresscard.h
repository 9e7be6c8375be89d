#pragma once

#include "models/import/importjob.h"
#include "ui/widgets/card.h"

#include <QElapsedTimer>

#include <array>
#include <optional>

/// The steps of an import one under the other: what is done and how long it took, what is under way,
/// what follows, also behind the import itself.
class ImportProgressCard final : public Card
{
    Q_OBJECT

public:
    enum Step { Prepare, Rows, Finish, Save, Reload, Compute, StepCount };
    enum class State { Waiting, Running, Done, Stopped };

    explicit ImportProgressCard(Display &display, QWidget *parent = nullptr);

    void start(const Import::ImportPlan &plan);
    void showProgress(const ProgressReport &report);
    void showOutcome(const Result<Import::ImportOutcome> &outcome);
    /// The columns have been read again.
    void showReloaded(qint64 customers);
    /// Values and lifecycle are computed, or the data cannot answer yet.
    void showComputed(bool computed);
    [[nodiscard]] State state(Step step) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    class Mark;
    struct Row
    {
        Mark *mark = nullptr;
        TextLabel *title = nullptr;
        TextLabel *note = nullptr;
        TextLabel *figure = nullptr;
        qint64 milliseconds = 0;
    };
    void advance(int step);
    void renew();
    [[nodiscard]] QString titleOf(int step) const;
    [[nodiscard]] QString noteOf(int step) const;

    std::array<Row, StepCount> m_rows;
    std::optional<Import::ImportPlan> m_plan;
    std::optional<Import::ImportOutcome> m_outcome;
    ProgressReport m_report;
    int m_current = 0; ///< StepCount: all is done
    bool m_isStopped = false;
    qint64 m_customers = 0;
    bool m_isComputed = true;
    QElapsedTimer m_all;
    QElapsedTimer m_step;
    qint64 m_milliseconds = 0; ///< of all steps that are over
};
