#include "models/clv/mbgnbd.h"

namespace Clv::MbgNbd {

double logLikelihood(const Parameters &p, double x, double tx, double T)
{
    return BetaGeometric::logLikelihood(p, 1, x, tx, T);
}

double pAlive(const Parameters &p, double x, double tx, double T)
{
    return BetaGeometric::pAlive(p, 1, x, tx, T);
}

double conditionalExpectedPurchases(const Parameters &p, double x, double tx, double T, double t)
{
    return BetaGeometric::conditionalExpectedPurchases(p, 1, x, tx, T, t);
}

double expectedPurchases(const Parameters &p, double t)
{
    return BetaGeometric::expectedPurchases(p, 1, t);
}

} // namespace Clv::MbgNbd
