#include "models/health/checks.h"

#include <array>

namespace Health {

namespace {

// 1990-01-01 as seconds and as days.
#define BEFORE_SENSE_SECONDS "631152000"
#define BEFORE_SENSE_DAYS "7305"

constexpr auto checks = std::to_array<Check>({
    {"future", Aspect::Impossible, Severity::Problem, "purchase", "time", "t.time > ?1", Repair::RemoveRows},
    {"future", Aspect::Impossible, Severity::Problem, "event", "time", "t.time > ?1", Repair::RemoveRows},
    {"future", Aspect::Impossible, Severity::Problem, "survey", "time", "t.time > ?1", Repair::RemoveRows},
    {"future", Aspect::Impossible, Severity::Problem, "interaction", "time", "t.time > ?1", Repair::RemoveRows},
    {"future", Aspect::Impossible, Severity::Problem, "deal_change", "changed_at", "t.changed_at > ?1", Repair::RemoveRows},
    {"future", Aspect::Impossible, Severity::Problem, "customer", "acquired_on", "t.acquired_on > ?2", Repair::ClearField},
    {"ancient", Aspect::Impossible, Severity::Problem, "purchase", "time", "t.time < " BEFORE_SENSE_SECONDS, Repair::RemoveRows},
    {"ancient", Aspect::Impossible, Severity::Problem, "event", "time", "t.time < " BEFORE_SENSE_SECONDS, Repair::RemoveRows},
    {"ancient", Aspect::Impossible, Severity::Problem, "survey", "time", "t.time < " BEFORE_SENSE_SECONDS, Repair::RemoveRows},
    {"ancient", Aspect::Impossible, Severity::Problem, "interaction", "time", "t.time < " BEFORE_SENSE_SECONDS, Repair::RemoveRows},
    {"ancient", Aspect::Impossible, Severity::Problem, "deal_change", "changed_at", "t.changed_at < " BEFORE_SENSE_SECONDS, Repair::RemoveRows},
    {"ancient", Aspect::Impossible, Severity::Problem, "subscription", "started_on", "t.started_on < " BEFORE_SENSE_DAYS, Repair::RemoveRows},
    {"ancient", Aspect::Impossible, Severity::Problem, "customer", "acquired_on", "t.acquired_on < " BEFORE_SENSE_DAYS, Repair::ClearField},
    {"zero", Aspect::Impossible, Severity::Warning, "purchase", "amount", "t.amount = 0", Repair::RemoveRows},
    {"negative", Aspect::Impossible, Severity::Warning, "purchase", "quantity", "t.quantity < 0 AND t.amount > 0", Repair::ClearField},
    {"margin", Aspect::Impossible, Severity::Warning, "purchase", "margin", "t.amount > 0 AND t.margin > t.amount", Repair::ClearField},
    {"negative", Aspect::Impossible, Severity::Problem, "customer", "acquisition_cost", "t.acquisition_cost < 0", Repair::ClearField},
    {"negative", Aspect::Impossible, Severity::Problem, "interaction", "minutes", "t.minutes < 0", Repair::ClearField},
    {"negative", Aspect::Impossible, Severity::Problem, "interaction", "cost", "t.cost < 0", Repair::ClearField},
    {"negative", Aspect::Impossible, Severity::Problem, "subscription", "price", "t.price < 0", Repair::ClearField},
    {"negative", Aspect::Impossible, Severity::Problem, "deal_change", "amount", "t.amount < 0", Repair::ClearField},
    {"negative", Aspect::Impossible, Severity::Problem, "cost", "hours", "t.hours < 0", Repair::ClearField},
    {"range", Aspect::Impossible, Severity::Problem, "deal_change", "probability", "t.probability < 0 OR t.probability > 1", Repair::ClearField},
    {"range", Aspect::Impossible, Severity::Problem, "interaction", "effort", "t.effort < 1 OR t.effort > 7", Repair::ClearField},
    {"score", Aspect::Impossible, Severity::Problem, "survey", "score",
     "(t.score < 0 OR t.score > 10) AND t.instrument IN (SELECT id FROM term WHERE upper(text) = 'NPS')", Repair::RemoveRows},
    {"order", Aspect::Impossible, Severity::Problem, "subscription", "ended_on", "t.ended_on < t.started_on", Repair::ClearField},
    {"order", Aspect::Impossible, Severity::Problem, "cost", "period_until", "t.period_until < t.period_from", Repair::None},
    {"address", Aspect::Impossible, Severity::Warning, "customer", "email",
     "t.email <> '' AND (t.email NOT LIKE '%_@_%._%' OR t.email LIKE '%@%@%')", Repair::ClearField},
    {"phone", Aspect::Impossible, Severity::Warning, "customer", "phone",
     "t.phone <> '' AND length(replace(replace(replace(replace(t.phone, ' ', ''), '-', ''), '(', ''), ')', '')) < 7", Repair::ClearField},
    {"untidy", Aspect::Completeness, Severity::Note, "customer", "email", "t.email <> trim(lower(t.email))", Repair::TidyField},
    {"untidy", Aspect::Completeness, Severity::Note, "customer", "name", "t.name <> trim(t.name) OR t.name LIKE '%  %'", Repair::TidyField},
    // A purchase or event without its customer is damage that opening finds.
    {"nobody", Aspect::Orphans, Severity::Problem, "survey", "customer", "NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = t.customer)", Repair::RemoveRows},
    {"nobody", Aspect::Orphans, Severity::Problem, "interaction", "customer", "NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = t.customer)", Repair::RemoveRows},
    {"unknown", Aspect::Orphans, Severity::Note, "customer", "name",
     "t.name IS NULL AND t.email IS NULL AND t.phone IS NULL AND t.company IS NULL", Repair::None},
});

#undef BEFORE_SENSE_SECONDS
#undef BEFORE_SENSE_DAYS

} // namespace

std::span<const Check> tableChecks()
{
    return checks;
}

} // namespace Health
