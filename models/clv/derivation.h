#pragma once

#include "models/clv/clvresult.h"
#include "models/core/numberformat.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace Clv {

/// A figure that can be asked how it was computed.
enum class Figure {
    CustomerValue,    ///< CLV of one customer
    CustomerAlive,    ///< P(alive)
    CustomerExpected, ///< expected orders
    CustomerSpend,    ///< expected spend per order
    CustomerInterval,
    CustomerOrders,
    CustomerGap,
    MeanValue, ///< of all customers
    TotalValue,
    HoldoutError,
    Bic
};

/// How a figure came about: what it means, its formula with the source, what goes in, and the
/// purchases it rests on. Texts are translated; formulas are the literature's and run left to
/// right.
struct Derivation
{
    struct Input
    {
        QString symbol; ///< "t_x"
        QString value;
        QString meaning; ///< translated
    };
    enum class Role { First, Repeat, Contract };
    struct Row
    {
        QDate day;
        double amount = 0; ///< money of the day after refunds; price of a contract, NaN: not known
        Role role = Role::First;
    };

    QString title;
    QString result;
    QString meaning;
    QStringList formulas;
    QString source; ///< "Fader, Hardie & Lee 2005, eq 10"
    QList<Input> parameters;
    QList<Input> inputs;
    QList<Row> rows;
    QString rowsNote;
};

/// \a position: the customer's place in the result's columns; ignored by figures of all customers.
[[nodiscard]] Derivation derive(Figure figure, const Customers::Snapshot &snapshot,
                                const ClvResult &result, std::size_t position,
                                const NumberFormat &format);

} // namespace Clv
