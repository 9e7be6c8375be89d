#pragma once

#include "models/demo/demogenerator.h"

#include <vector>

namespace Demo {

/// One line of spend.
struct Cost
{
    QDate month; ///< its first day
    bool isAcquisition = false;
    qint64 amount = 0; ///< minor units
    const char *stage = "";
    int channel = -1; ///< contactChannels(); −1: none
    double hours = 0;
};

[[nodiscard]] inline const char *costKindName(const Cost &cost)
{
    return cost.isAcquisition ? "acquisition" : "retention";
}

/// Counts customers won and kept by month and turns the counts into monthly spend.
class Ledger
{
public:
    Ledger(const DemoOptions &options, QDate firstMonth);

    void add(const Buyer &buyer);
    [[nodiscard]] std::vector<Cost> costs() const;

private:
    [[nodiscard]] qsizetype monthIndex(QDate day) const;

    DemoOptions m_options;
    QDate m_firstMonth;
    std::vector<qint64> m_won; ///< by month
    std::vector<qint64> m_lost;
};

} // namespace Demo
