#pragma once

#include "models/clv/betageometric.h"

/// BG/NBD: Fader, Hardie & Lee 2005, "Counting your customers" the easy way, Marketing Science
/// 24:275-284.
namespace Clv::BgNbd {

using Parameters = BetaGeometric::Parameters;

/// Eq 6.
[[nodiscard]] double logLikelihood(const Parameters &p, double x, double tx, double T);
/// Fader & Hardie note 021 eq 1; 1 for x = 0.
[[nodiscard]] double pAlive(const Parameters &p, double x, double tx, double T);
/// Eq 10.
[[nodiscard]] double conditionalExpectedPurchases(const Parameters &p, double x, double tx,
                                                  double T, double t);
/// Eq 9.
[[nodiscard]] double expectedPurchases(const Parameters &p, double t);

} // namespace Clv::BgNbd

namespace Clv {

class BgNbdModel final : public BetaGeometricModel
{
public:
    BgNbdModel() : BetaGeometricModel(0) {}
};

} // namespace Clv
