#pragma once

#include "models/demo/demogenerator.h"
#include "models/numerics/random.h"

#include <array>
#include <vector>

namespace Demo {

/// One change of a deal.
struct DealRow
{
    qint64 time = 0; ///< epoch seconds
    const char *stage = "";
    qint64 amount = 0; ///< minor units
    double probability = 0;
    int owner = 0;          ///< dealOwners()
    int accepted = -1;      ///< −1: says nothing
    const char *reason = ""; ///< of a rejection or loss; empty: none
    std::array<int, 6> meddic{-1, -1, -1, -1, -1, -1}; ///< −1: not answered
};

std::span<const char *const> dealOwners();

/// The deal behind a contact who was nurtured: offered by marketing, accepted or rejected by sales,
/// qualified, won, lost or open. Empty: none. Deals that are won have the better MEDDIC scores, and
/// about one decision in four comes later than eight working hours. \a lastDay: days since 1970.
void fillDeal(Numerics::Random &random, const Contact &contact, qint64 lastDay,
              std::vector<DealRow> &rows);

} // namespace Demo
