#include "models/clv/bgnbd.h"

namespace Clv::BgNbd {

double logLikelihood(const Parameters &p, double x, double tx, double T)
{
    return BetaGeometric::logLikelihood(p, 0, x, tx, T);
}

double pAlive(const Parameters &p, double x, double tx, double T)
{
    return BetaGeometric::pAlive(p, 0, x, tx, T);
}

double conditionalExpectedPurchases(const Parameters &p, double x, double tx, double T, double t)
{
    return BetaGeometric::conditionalExpectedPurchases(p, 0, x, tx, T, t);
}

double expectedPurchases(const Parameters &p, double t)
{
    return BetaGeometric::expectedPurchases(p, 0, t);
}

} // namespace Clv::BgNbd
