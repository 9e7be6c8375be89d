#include "models/clv/printedformulas.h"

#include <QCoreApplication>

namespace Clv {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text) { return QCoreApplication::translate("Derivation", text); }

QString leftToRight(const QString &text) { return QChar(0x2066) + text + QChar(0x2069); }

} // namespace

QString parameterMeaning(const QString &parameter, const QString &model)
{
    const bool isBeta = model == "bg-nbd"_L1 || model == "mbg-nbd"_L1 || model == "bg-cnbd-k"_L1
                        || model == "mbg-cnbd-k"_L1;
    const bool isContract = model == "sbg"_L1 || model == "bdw"_L1;
    if (parameter.contains(u'.')) {
        const QString covariate = parameter.section(u'.', -1);
        if (parameter.startsWith("trans."_L1)) {
            //: %1 is an attribute of customers
            return say(QT_TRANSLATE_NOOP("Derivation", "how %1 raises the order rate, as a power of e"))
                .arg(leftToRight(covariate));
        }
        //: %1 is an attribute of customers
        return (parameter.startsWith("both."_L1)
                    ? say(QT_TRANSLATE_NOOP("Derivation",
                                            "how %1 raises order rate and leaving alike, as a power of e"))
                    : say(QT_TRANSLATE_NOOP("Derivation", "how %1 changes leaving, as a power of e")))
            .arg(leftToRight(covariate));
    }
    if (isContract || model == "bg-bb"_L1) {
        if (isContract && (parameter == "alpha"_L1 || parameter == "beta"_L1))
            return say(QT_TRANSLATE_NOOP("Derivation", "α ÷ (α + β) is the mean chance not to renew at first"));
        if (parameter == "c"_L1)
            return say(QT_TRANSLATE_NOOP("Derivation", "below 1 renewing becomes surer with time, above 1 less sure"));
        if (parameter == "alpha"_L1 || parameter == "beta"_L1)
            return say(QT_TRANSLATE_NOOP("Derivation", "α ÷ (α + β) is the mean chance to take an opportunity"));
        return say(QT_TRANSLATE_NOOP("Derivation", "γ ÷ (γ + δ) is the mean chance to leave before an opportunity"));
    }
    if (model == "gamma-gamma"_L1) {
        if (parameter == "p"_L1)
            return say(QT_TRANSLATE_NOOP("Derivation", "how alike a customer's orders are in amount"));
        if (parameter == "q"_L1)
            return say(QT_TRANSLATE_NOOP("Derivation", "how alike customers are in mean amount"));
        return say(QT_TRANSLATE_NOOP("Derivation", "scale of the amounts"));
    }
    if (parameter == "r"_L1)
        return say(QT_TRANSLATE_NOOP("Derivation", "how alike customers are in order rate"));
    if (parameter == "alpha"_L1)
        return say(QT_TRANSLATE_NOOP("Derivation", "r ÷ α is the mean order rate"));
    if (parameter == "k"_L1)
        return say(QT_TRANSLATE_NOOP("Derivation", "regularity of the gaps; 1 is without any"));
    if (isBeta && parameter == "a"_L1)
        return say(QT_TRANSLATE_NOOP("Derivation", "a ÷ (a + b) is the mean chance to leave after an order"));
    if (isBeta && parameter == "b"_L1)
        return say(QT_TRANSLATE_NOOP("Derivation", "the chance to stay, as a counts the chance to leave"));
    if (parameter == "s"_L1)
        return say(QT_TRANSLATE_NOOP("Derivation", "how alike customers are in how long they stay"));
    if (parameter == "beta"_L1)
        return say(QT_TRANSLATE_NOOP("Derivation", "scale of the time customers stay"));
    if (parameter == "b"_L1)
        return say(QT_TRANSLATE_NOOP("Derivation", "how fast the chance to leave grows with age"));
    return {};
}

QString parameterLetter(const QString &name)
{
    if (name == "alpha"_L1)
        return u"α"_s;
    if (name == "beta"_L1)
        return u"β"_s;
    if (name == "gamma"_L1)
        return u"γ"_s;
    if (name == "delta"_L1)
        return u"δ"_s;
    return name;
}

PrintedFormula aliveFormula(Model model)
{
    switch (model) {
    case Model::Nbd:
        return {{u"P(alive) = 1"_s}, u"Ehrenberg 1959 (NBD: nobody leaves)"_s};
    case Model::ParetoNbd:
        return {{u"P(alive) = A / (A + s·I)"_s, u"A = (α+T)^−(r+x) (β+T)^−s"_s,
                 u"I = ∫ₜₓᵀ (α+u)^−(r+x) (β+u)^−(s+1) du"_s},
                u"Schmittlein, Morrison & Colombo 1987; Fader & Hardie note 009, eq 36–37"_s};
    case Model::BgNbd:
        return {{u"P(alive) = 1 / (1 + [x>0] · a/(b+x−1) · ((α+T)/(α+t_x))^(r+x))"_s},
                u"Fader, Hardie & Lee 2005, Marketing Science 24; note 021"_s};
    case Model::MbgNbd:
        return {{u"P(alive) = 1 / (1 + a/(b+x) · ((α+T)/(α+t_x))^(r+x))"_s},
                u"Batislam, Denizel & Filiztekin 2007, IJRM 24"_s};
    case Model::BgCnbdK:
        return {{u"P(alive) = 1 / (1 + [x>0] · a/(b+x−1) / S)"_s,
                 u"S = ((α+t_x)/(α+T))^(r+kx) Σⱼ₌₀ᵏ⁻¹ Γ(r+kx+j)/(Γ(r+kx) j!) ((T−t_x)/(α+T))^j"_s},
                u"Platzer & Reutterer 2016; BTYDplus"_s};
    case Model::MbgCnbdK:
        return {{u"P(alive) = 1 / (1 + a/(b+x) / S)"_s,
                 u"S = ((α+t_x)/(α+T))^(r+kx) Σⱼ₌₀ᵏ⁻¹ Γ(r+kx+j)/(Γ(r+kx) j!) ((T−t_x)/(α+T))^j"_s},
                u"Platzer & Reutterer 2016; BTYDplus"_s};
    case Model::GgomNbd:
        return {{u"P(alive) = A / (A + B)"_s, u"A = (α+T)^−(r+x) (β/(β−1+e^(bT)))^s"_s,
                 u"B = ∫ₜₓᵀ (α+u)^−(r+x) · b s β^s e^(bu) / (β−1+e^(bu))^(s+1) du"_s},
                u"Bemmaor & Glady 2012, Management Science 58"_s};
    case Model::BgBb:
        return {{u"P(alive) = B(α+x, β+n−x)/B(α, β) · B(γ, δ+n)/B(γ, δ) / L(x, t_x, n)"_s,
                 u"L: the same + Σᵢ₌₀ⁿ⁻ᵗˣ⁻¹ B(α+x, β+t_x−x+i)/B(α, β) · B(γ+1, δ+t_x+i)/B(γ, δ)"_s},
                u"Fader, Hardie & Shang 2010, Marketing Science 29, eq 5, 11"_s};
    case Model::Sbg:
        return {{u"S(t) = B(α, β+t) / B(α, β)"_s, u"r_t = (β+t−1) / (α+β+t−1)"_s},
                u"Fader & Hardie 2007, J. of Interactive Marketing 21, eq 6, 8"_s};
    case Model::Bdw:
        return {{u"S(t) = B(α, β+t^c) / B(α, β)"_s, u"r_t = S(t) / S(t−1)"_s},
                u"Fader, Hardie, Liu, Davin & Steenburgh 2018, J. of Interactive Marketing 43"_s};
    case Model::Auto:
        break;
    }
    return {};
}

PrintedFormula expectedFormula(Model model)
{
    switch (model) {
    case Model::Nbd:
        return {{u"E[X(t)] = t · (r+x)/(α+T)"_s}, u"Ehrenberg 1959"_s};
    case Model::ParetoNbd:
        return {{u"E[X(t)] = P(alive) · (r+x)(β+T)/((α+T)(s−1)) · [1 − ((β+T)/(β+T+t))^(s−1)]"_s},
                u"Fader & Hardie note 009, eq 41"_s};
    case Model::BgNbd:
        return {{u"E[X(t)] = P(alive) · E_p[(1 − (1 + p t/(α+T))^−(r+x)) / p]"_s,
                 u"p ~ Beta(a, b+x)"_s},
                u"Fader, Hardie & Lee 2005, eq 10, as an expectation over p"_s};
    case Model::MbgNbd:
        return {{u"E[X(t)] = P(alive) · E_p[(1 − (1 + p t/(α+T))^−(r+x)) / p]"_s,
                 u"p ~ Beta(a, b+x+1)"_s},
                u"Batislam, Denizel & Filiztekin 2007"_s};
    case Model::BgCnbdK:
    case Model::MbgCnbdK:
        return {{u"E[X(t)] = P(alive) · E_p,λ[∫₀ᵗ λ(u) du]"_s},
                u"Platzer & Reutterer 2016; integrated"_s};
    case Model::GgomNbd:
        return {{u"E[X(t)] = P(alive) · (r+x)/(α+T) · ∫₀ᵗ S(T+u)/S(T) du"_s,
                 u"S(u) = (β/(β−1+e^(bu)))^s"_s},
                u"Bemmaor & Glady 2012; Adler 2022, erratum"_s};
    case Model::BgBb:
        return {{u"E[X(t)] = P(alive) · (α+x)/(α+β+n) · Σⱼ₌₁ᵗ B(γ, δ+n+j)/B(γ, δ+n)"_s},
                u"Fader, Hardie & Shang 2010, eq 13"_s};
    case Model::Sbg:
    case Model::Bdw:
        return {{u"E[renewals] = Σₜ₌₁ᴴ S(n+t) / S(n)"_s},
                u"Fader & Hardie 2010, Marketing Science 29, without discount"_s};
    case Model::Auto:
        break;
    }
    return {};
}

} // namespace Clv
