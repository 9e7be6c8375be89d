#pragma once

#include "models/clv/clvresult.h"

#include <QStringList>

namespace Clv {

/// A formula as books print it, and where.
struct PrintedFormula
{
    QStringList formulas;
    QString source;
};
/// Of P(alive); of the share that stays for contracts.
[[nodiscard]] PrintedFormula aliveFormula(Model model);
/// Of the purchases, opportunities or renewals expected.
[[nodiscard]] PrintedFormula expectedFormula(Model model);

/// "α" for alpha, "β" for beta, …, else as it is: how books print a parameter.
[[nodiscard]] QString parameterLetter(const QString &name);
/// What a parameter of the model says, translated. \a model: FitSummary::model.
[[nodiscard]] QString parameterMeaning(const QString &parameter, const QString &model);

} // namespace Clv
