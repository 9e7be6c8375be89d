#include "models/report/namelookup.h"

#include "models/customers/customerstore.h"

namespace Report {

NameLookup workspaceNames(const Workspace &workspace)
{
    Result<Customers::CustomerStore> opened = Customers::CustomerStore::open(workspace);
    if (!opened)
        return [](const QList<CustomerId> &) { return QHash<qint64, NamedCustomer>(); };
    const auto store = std::make_shared<Customers::CustomerStore>(*std::move(opened));
    return [store](const QList<CustomerId> &ids) {
        std::vector<std::int64_t> rows;
        for (const CustomerId id : ids)
            rows.push_back(id.value);
        QHash<qint64, NamedCustomer> names;
        if (const Result<QList<Customers::Customer>> customers = store->customers(rows)) {
            for (const Customers::Customer &customer : *customers)
                names.insert(customer.id.value, {customer.reference, customer.name});
        }
        return names;
    };
}

} // namespace Report
