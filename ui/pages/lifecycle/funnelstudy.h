#pragma once

#include "models/funnel/comparison.h"
#include "models/insights/analysis.h"
#include "ui/pages/lifecycle/segmentsource.h"

#include <memory>

using EventLogPtr = std::shared_ptr<const Funnel::EventLog>;

/// Everything the screen shows of one funnel of the person's own.
struct FunnelStudy
{
    EventLogPtr log; ///< to be kept for the next question
    std::optional<Error> problem;
    bool countsOnly = false;
    Funnel::FunnelResult result;
    std::optional<Funnel::TwoReadings> sides;
    std::shared_ptr<const Funnel::Sides> sideOf; ///< of every actor, where two sides are compared
    QList<Funnel::TrendRow> trend;
    Funnel::ConvertTimes times;
    Funnel::Drivers drivers;
    QString explanation;
    std::vector<std::uint32_t> accountOf; ///< per customer, where accounts count

    /// The first or second side of the comparison; without one, everybody.
    [[nodiscard]] const Funnel::FunnelReading &reading(int series) const;
    /// The customers of \a actors, who may be accounts: then their members. Ascending.
    [[nodiscard]] std::vector<Customers::CustomerIndex>
    customersOf(const std::vector<std::uint32_t> &actors) const;
};

/// What a funnel is asked of.
struct FunnelData
{
    Insights::AnalysisPtr analysis;
    EventLogPtr log; ///< of the analysis' snapshot; null: to be made
    QList<Segments::Segment> segments;
    SegmentSource judge;
    /// Of the query's comparison; null: to be found.
    std::shared_ptr<const Funnel::Sides> sideOf = {};
    NumberFormat format = NumberFormat(); ///< of sentences

    /// What \a query counts: the customers, or accounts, with their lifetime value as "clv". Rules
    /// and segments are judged while \a progress lives.
    [[nodiscard]] Result<Funnel::EventLog> counted(const Funnel::FunnelQuery &query,
                                                   const Progress &progress) const;
};

/// Asks all of it, on a worker. \a countsOnly: the numbers of the columns alone, while a slider is
/// dragged.
FunnelStudy studyFunnel(FunnelData data, Funnel::FunnelQuery query, bool countsOnly,
                        const Progress &progress);
