#include "models/demo/demotruth.h"

namespace Demo {

QJsonObject toJson(const Truth &truth, const DemoOptions &options)
{
    const QJsonObject purchases{{QStringLiteral("r"), truth.r},
                                {QStringLiteral("alpha"), truth.alpha},
                                {QStringLiteral("s"), truth.s},
                                {QStringLiteral("beta"), truth.beta}};
    const QJsonObject spend{{QStringLiteral("p"), truth.p},
                            {QStringLiteral("q"), truth.q},
                            {QStringLiteral("gamma"), truth.gamma}};
    return {{QStringLiteral("model"), QStringLiteral("pareto-nbd")},
            {QStringLiteral("period"), QStringLiteral("week")},
            {QStringLiteral("parameters"), purchases},
            {QStringLiteral("spend_model"), QStringLiteral("gamma-gamma")},
            {QStringLiteral("spend_parameters"), spend},
            {QStringLiteral("customers"), options.customers},
            {QStringLiteral("seed"), QString::number(options.seed)},
            {QStringLiteral("until"), options.until.toString(Qt::ISODate)}};
}

} // namespace Demo
