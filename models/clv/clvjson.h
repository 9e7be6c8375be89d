#pragma once

#include "models/clv/clvresult.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace Clv {

/// The document that `qeema clv --json` prints; field names as in the command line's contract.
[[nodiscard]] QJsonObject toJson(const ClvResult &result, double secondsLoad,
                                 const QString &currency = {});

/// How a result was asked for: what makes two results comparable.
[[nodiscard]] QJsonObject toJson(const ClvQuery &query);

/// A fingerprint of what every customer did, as 16 hexadecimal digits: the same data give the same.
[[nodiscard]] QString dataFingerprint(const CustomerValues &values);

/// Headings of the per-customer table.
[[nodiscard]] QStringList customerTableColumns();

/// One row a customer as text (decimal points, no groups; empty where not available), in the order
/// of the result. \a reference gives the customer's own id in the company's data.
void forEachCustomerRow(const ClvResult &result,
                        const std::function<QString(Customers::CustomerIndex)> &reference,
                        const std::function<void(const QStringList &row)> &write);

} // namespace Clv
