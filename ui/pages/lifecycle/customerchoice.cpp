#include "ui/pages/lifecycle/customerchoice.h"

#include "models/journeys/nextevents.h"

#include <algorithm>

CustomerChoice CustomerChoice::of(const QString &what, List customers)
{
    std::sort(customers.begin(), customers.end());
    customers.erase(std::unique(customers.begin(), customers.end()), customers.end());
    CustomerChoice choice;
    choice.what = what;
    choice.find = [customers = std::move(customers)](const Progress &) { return customers; };
    return choice;
}

CustomerChoice CustomerChoice::ofMembers(const QString &what,
                                         const Customers::SnapshotPtr &snapshot,
                                         const FindMembers &find, bool withInstead)
{
    CustomerChoice choice;
    choice.what = what;
    choice.find = [find](const Progress &progress) -> Result<List> {
        const auto members = find(progress);
        if (!members)
            return members.error();
        List customers = Lifecycle::customersOf(*members);
        std::sort(customers.begin(), customers.end());
        customers.erase(std::unique(customers.begin(), customers.end()), customers.end());
        return customers;
    };
    if (withInstead) {
        choice.instead = [find, snapshot](const Progress &progress) -> Result<QList<Funnel::Instead>> {
            const auto members = find(progress);
            if (!members)
                return members.error();
            return Journeys::nextEvents(*snapshot, *members);
        };
    }
    return choice;
}

Segments::Draft CustomerChoice::draft(const Customers::Snapshot &snapshot,
                                      const List &customers) const
{
    Segments::Draft draft;
    draft.name = what;
    draft.madeFrom = what;
    draft.rule = rule;
    draft.ruleWords = ruleWords;
    for (const Customers::CustomerIndex customer : customers)
        draft.customers.append(snapshot.id(customer));
    return draft;
}
