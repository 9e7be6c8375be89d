#pragma once

#include "models/clv/derivation.h"
#include "models/clv/printedformulas.h"

#include <QCoreApplication>

namespace Clv {

/// Writes derivations: those of one customer's figures stand in customerderivation.cpp, those of all
/// customers in derivation.cpp.
class Deriver
{
public:
    Deriver(const Customers::Snapshot &snapshot, const ClvResult &result, std::size_t position,
            const NumberFormat &format)
        : m_snapshot(snapshot)
        , m_result(result)
        , m_position(position)
        , m_format(format)
    {}

    [[nodiscard]] Derivation derive(Figure figure) const;

private:
    [[nodiscard]] static QString say(const char *text)
    {
        return QCoreApplication::translate("Derivation", text);
    }
    /// Formulas, Latin letters and their numbers keep their order inside Arabic text.
    [[nodiscard]] static QString leftToRight(const QString &text)
    {
        return QChar(0x2066) + text + QChar(0x2069);
    }
    [[nodiscard]] const CustomerValues &values() const { return *m_result.values; }
    [[nodiscard]] bool hasModel() const { return !m_result.purchaseFit.parameters.isEmpty(); }
    [[nodiscard]] Model model() const
    {
        return modelFromName(m_result.purchaseFit.model).value_or(Model::BgNbd);
    }
    [[nodiscard]] QString money(double amount) const
    {
        return m_format.money(amount, m_snapshot.currency.code);
    }
    [[nodiscard]] bool isContract() const { return isContractual(model()); }
    [[nodiscard]] QString periodName() const;
    [[nodiscard]] QString periods(double count) const;
    [[nodiscard]] QString horizon() const;
    [[nodiscard]] QString customerInterval() const;

    void value(Derivation &d) const;
    void alive(Derivation &d) const;
    void expected(Derivation &d) const;
    void spend(Derivation &d) const;
    void interval(Derivation &d) const;
    void orders(Derivation &d) const;
    void gap(Derivation &d) const;
    void mean(Derivation &d) const;
    void total(Derivation &d) const;
    void holdout(Derivation &d) const;
    void bic(Derivation &d) const;

    void addParameters(Derivation &d, const FitSummary &fit) const;
    void addOwnTimes(Derivation &d) const; ///< x, t_x, T
    void addTerms(Derivation &d) const;    ///< margin, cost, discount and how, horizon
    void addOwnParameters(Derivation &d) const; ///< where attributes make them the customer's own
    void addContracts(Derivation &d) const;
    void contractValue(Derivation &d) const;
    /// The other figures of a contract.
    void contractFigure(Derivation &d, Figure figure) const;
    [[nodiscard]] double discountedTime() const;
    void addRows(Derivation &d) const;
    void setFormula(Derivation &d, const PrintedFormula &formula) const;

    const Customers::Snapshot &m_snapshot;
    const ClvResult &m_result;
    std::size_t m_position;
    const NumberFormat &m_format;
};

} // namespace Clv
