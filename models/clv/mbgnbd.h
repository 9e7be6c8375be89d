#pragma once

#include "models/clv/betageometric.h"

/// MBG/NBD: Batislam, Denizel & Filiztekin 2007, Int. J. of Research in Marketing 24:201-209.
namespace Clv::MbgNbd {

using Parameters = BetaGeometric::Parameters;

/// Eq 4, with the constants of the BG/NBD likelihood.
[[nodiscard]] double logLikelihood(const Parameters &p, double x, double tx, double T);
/// Below 1 for x = 0 too: a customer may leave right after the first purchase.
[[nodiscard]] double pAlive(const Parameters &p, double x, double tx, double T);
/// The BG/NBD expression with b + 1.
[[nodiscard]] double conditionalExpectedPurchases(const Parameters &p, double x, double tx,
                                                  double T, double t);
/// The BG/NBD expression with b + 1, times the chance to stay after the first purchase.
[[nodiscard]] double expectedPurchases(const Parameters &p, double t);

} // namespace Clv::MbgNbd

namespace Clv {

class MbgNbdModel final : public BetaGeometricModel
{
public:
    MbgNbdModel() : BetaGeometricModel(1) {}
};

} // namespace Clv
