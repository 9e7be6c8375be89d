#include "models/insights/findings.h"

#include <QCoreApplication>

namespace Insights {

QString movementSentence(const Equity::EquityBridge &bridge, const QString &currencyCode,
                         const NumberFormat &format)
{
    const double gained = bridge.acquired + bridge.expansion;
    const double lost = bridge.contraction + bridge.churned;
    if (!(gained + lost > 0))
        return {};
    if (lost > gained) {
        //: %1 and %2 are amounts of money
        return QCoreApplication::translate("Findings", "Contraction and churn took %1, more than the %2 that "
                                           "acquisition and expansion added.")
            .arg(format.moneyShort(lost, currencyCode), format.moneyShort(gained, currencyCode));
    }
    const bool expansionLeads = bridge.expansion >= bridge.acquired;
    const double larger = expansionLeads ? bridge.expansion : bridge.acquired;
    const double smaller = expansionLeads ? bridge.acquired : bridge.expansion;
    if (!(smaller > 0) || larger / smaller > 20) {
        return (expansionLeads ? QCoreApplication::translate("Findings", "Expansion added %1, nearly all of the growth.")
                               : QCoreApplication::translate("Findings", "Acquisition added %1, nearly all of the growth."))
            .arg(format.moneyShort(larger, currencyCode));
    }
    if (larger / smaller < 1.05)
        return QCoreApplication::translate("Findings", "Expansion and acquisition added about the same.");
    //: %1 is a number such as 1.9
    return (expansionLeads ? QCoreApplication::translate("Findings", "Expansion added %1 times what acquisition did.")
                           : QCoreApplication::translate("Findings", "Acquisition added %1 times what expansion did."))
        .arg(format.decimal(larger / smaller, 1));
}

} // namespace Insights
