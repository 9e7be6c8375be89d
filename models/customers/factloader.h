#pragma once

#include "models/customers/columnloader.h"
#include "models/customers/exchange.h"
#include "models/workspace/readergroup.h"

#include <atomic>
#include <utility>
#include <vector>

namespace Customers {

/// How many rows several readings have taken together.
class RowCount
{
public:
    explicit RowCount(Progress progress) : m_progress(std::move(progress)) {}
    void expect(qint64 rows) { m_expected += rows; }
    /// \a step is what is being read, translated.
    void add(qint64 rows, const QString &step);

private:
    Progress m_progress;
    qint64 m_expected = 0;
    std::atomic<qint64> m_rows = 0;
};

/// Purchases or events on their way from the rows to columns: read in pieces of the row ids, which
/// may be read side by side, then clustered by customer.
class FactLoader
{
public:
    enum class Facts { Purchases, Events };

    /// Reads what the rows refer to (terms, rates) and divides them into pieces. \a count lives as
    /// long as the works do.
    static Result<FactLoader> prepare(Database &database, Facts facts, const Currency &currency,
                                      RowCount &count);
    /// One for each piece; they fill this object, which stays where it is until they are done.
    [[nodiscard]] std::vector<ReaderGroup::Work> works();
    /// Rows and highest id, as they were read.
    [[nodiscard]] std::pair<qint64, qint64> extent() const;
    /// Moves the rows, all read, into the columns of \a snapshot, whose customers are read. Fails
    /// where rows belong to no customer or their times do not fit together.
    Result<void> cluster(const CustomerIndexMap &map, Snapshot &snapshot);

private:
    /// The rows of a range of ids, in order of id.
    struct Piece
    {
        /// Row id, 0 where the next of wideCustomer holds it; from placeRows() on the place among all.
        std::vector<std::uint32_t> customer;
        std::vector<std::int64_t> wideCustomer; ///< row ids beyond 32 bits
        std::vector<std::int64_t> time;
        std::vector<std::uint32_t> row;
        std::vector<std::uint16_t> code;  ///< category or name
        std::vector<std::int64_t> amount; ///< minor units of the workspace's currency
        bool idTooLarge = false;
        QStringList unconverted;
    };
    /// Codes of a term field by term id. Terms beyond 65,535 of one field have the code of no term.
    struct TermCodes
    {
        std::vector<std::uint16_t> code; ///< by term id
        QList<QString> texts;

        [[nodiscard]] std::uint16_t of(std::int64_t term) const
        {
            return term > 0 && std::size_t(term) < code.size() ? code[std::size_t(term)] : 0;
        }
    };
    friend void loadTerms(SQLite::Database &connection, Snapshot &snapshot);

    static TermCodes termCodes(SQLite::Database &connection, const char *field, bool emptyFirst);
    Result<void> read(Database &database, std::size_t number);
    [[nodiscard]] Result<std::vector<std::uint32_t>> placeRows(const CustomerIndexMap &map,
                                                               std::size_t customers);
    [[nodiscard]] Result<std::int64_t> epoch() const;
    template <typename To, typename From, typename Convert>
    void scatter(std::vector<From> Piece::*from, std::vector<To> &to, Convert convert);

    /// \a amount: null, where the facts have none.
    template <typename Columns>
    void fill(Columns &columns, std::vector<std::uint16_t> &code, std::vector<std::int64_t> *amount);

    Facts m_facts = Facts::Purchases;
    QString m_file;
    QString m_step;
    RowCount *m_count = nullptr;
    Exchange m_exchange;
    TermCodes m_codes;
    std::int64_t m_highest = 0;
    qint64 m_mostRows = 0;
    std::vector<Piece> m_pieces;
};

} // namespace Customers
