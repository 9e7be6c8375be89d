#include "models/customers/columnloader.h"

#include "models/workspace/cancelguard.h"
#include "models/workspace/database.h"
#include "models/workspace/rowcursor.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace Customers {
namespace {

/// One column in the order of its rows, sorted here: SQLite would sort on disk.
void cluster(SurveyColumn &column)
{
    std::vector<std::size_t> order(column.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t i) {
        return std::pair(column.customer[i], column.time[i]);
    });
    SurveyColumn sorted{column.instrument, {}, {}, {}};
    sorted.customer.reserve(order.size());
    sorted.time.reserve(order.size());
    sorted.score.reserve(order.size());
    for (const std::size_t i : order) {
        sorted.customer.push_back(column.customer[i]);
        sorted.time.push_back(column.time[i]);
        sorted.score.push_back(column.score[i]);
    }
    column = std::move(sorted);
}

} // namespace

Result<void> loadSurveys(Database &database, const CustomerIndexMap &map, Snapshot &snapshot,
                         const Progress &progress)
{
    const CancelGuard guard(database.handle(), progress);
    return database.attempt([&](SQLite::Database &connection) {
        std::map<std::int64_t, SurveyColumn> ofTerm;
        RowCursor row(connection, "SELECT instrument, customer, time, score FROM survey ORDER BY id");
        while (row.next()) {
            const CustomerIndex customer = map.indexOf(row.integer(1));
            if (customer == CustomerIndexMap::none)
                continue;
            SurveyColumn &column = ofTerm[row.integer(0)];
            column.customer.push_back(customer);
            column.time.push_back(row.integer(2));
            column.score.push_back(row.real(3));
        }
        SQLite::Statement name(connection, "SELECT text FROM term WHERE id = ?");
        for (auto &[term, column] : ofTerm) {
            name.bind(1, term);
            if (name.executeStep())
                column.instrument = QString::fromUtf8(name.getColumn(0).getText());
            name.reset();
            if (column.instrument.isEmpty())
                continue; // a damaged file: the rows name nothing
            cluster(column);
            snapshot.surveys.append(std::move(column));
        }
        std::ranges::sort(snapshot.surveys, {}, &SurveyColumn::instrument);
    });
}

} // namespace Customers
