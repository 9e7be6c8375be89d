#include "models/demo/demoledger.h"

#include <algorithm>
#include <cmath>

namespace Demo {
namespace {

constexpr double spendPerNewCustomer = 1240;   // major units
constexpr double spendPerActiveCustomer = 228; // a year
constexpr double hourlyCost = 180;

struct Share
{
    const char *stage;
    double share;
};
constexpr std::array acquisitionShares{Share{"attract", 0.46}, Share{"capture", 0.14},
                                       Share{"nurture", 0.22}, Share{"convert", 0.18}};
constexpr std::array retentionShares{Share{"retain", 0.58}, Share{"expand", 0.31},
                                     Share{"advocate", 0.11}};
constexpr std::array<double, 6> channelShares{0.34, 0.22, 0.06, 0.12, 0.16, 0.10};

} // namespace

Ledger::Ledger(const DemoOptions &options, QDate firstMonth)
    : m_options(options)
    , m_firstMonth(firstMonth.year(), firstMonth.month(), 1)
    , m_won(std::size_t(monthIndex(options.until)) + 1, 0)
    , m_lost(m_won.size(), 0)
{}

qsizetype Ledger::monthIndex(QDate day) const
{
    return (day.year() - m_firstMonth.year()) * 12 + day.month() - m_firstMonth.month();
}

void Ledger::add(const Buyer &buyer)
{
    ++m_won[std::size_t(monthIndex(buyer.acquiredOn))];
    if (buyer.leftOn.isValid())
        ++m_lost[std::size_t(monthIndex(buyer.leftOn))];
}

std::vector<Cost> Ledger::costs() const
{
    Numerics::Random random(m_options.seed ^ 0x5bf0'3635'd1b4'21c7ULL);
    std::vector<Cost> costs;
    double active = 0;
    for (std::size_t month = 0; month < m_won.size(); ++month) {
        active += double(m_won[month] - m_lost[month]);
        const QDate first = m_firstMonth.addMonths(int(month));
        const auto spend = [&](bool isAcquisition, double major, const char *stage, int channel) {
            const double amount = major * std::exp(0.06 * random.normal());
            const double hours = std::round(amount * 0.4 / hourlyCost * 2) / 2;
            if (const qint64 minor = std::llround(amount * 100); minor > 0)
                costs.push_back({first, isAcquisition, minor, stage, channel, hours});
        };
        const double acquisition = spendPerNewCustomer * double(m_won[month]);
        for (const Share &share : acquisitionShares) {
            if (share.stage == acquisitionShares[0].stage) {
                for (std::size_t channel = 0; channel < channelShares.size(); ++channel)
                    spend(true, acquisition * share.share * channelShares[channel], share.stage,
                          int(channel));
            } else {
                spend(true, acquisition * share.share, share.stage, -1);
            }
        }
        for (const Share &share : retentionShares)
            spend(false, spendPerActiveCustomer / 12 * active * share.share, share.stage, -1);
    }
    return costs;
}

} // namespace Demo
