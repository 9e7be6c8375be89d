#pragma once

#include "models/import/importjob.h"
#include "models/import/rowblock.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <array>
#include <memory>
#include <vector>

namespace SQLite {
class Database;
}

namespace Import {

/// Why a row is rejected. With a column's name behind it, it becomes the code that is stored.
enum class Reject : unsigned char {
    None,
    TooFewCells,
    TooManyCells,
    CellTooLong,
    RowTooLong,
    Unreadable,
    NulByte,
    BadEncoding,
    Missing,
    DateUnreadable,
    WholePeriod,
    HijriYear,
    DateOutOfReach,
    NumberUnreadable,
    OutOfRange,
    CurrencyUnknown,
    RateMissing,
    ChoiceUnknown,
    PeriodUnreadable,
    AttributeType,
    DuplicateCustomer,
    DuplicateOrder,
    DuplicateRow,
    EmailUnreadable,
    PhoneUnreadable,
    EndsBeforeStart,
    Count
};

[[nodiscard]] QString rejectCode(Reject reason, const QString &column);

/// Counts rejected rows by reason, keeps the first 1,000 of each and streams all of them to a
/// temporary CSV file with the layout of the source. Belongs to the parser's thread.
class RejectLog final
{
public:
    static constexpr qint64 keptPerReason = 1000;

    struct KeptRow
    {
        qint64 line = 0;
        int column = 0; ///< 1-based; 0: the row as a whole
        QString reason;
        QByteArray value;
        QByteArray cells; ///< JSON array
    };

    explicit RejectLog(const ImportPlan &plan);
    ~RejectLog();

    /// \a column: 0-based column of the file; −1: the row as a whole.
    void add(Reject reason, int column, const RecordChunk &chunk, std::size_t record);
    void addOverlong(qint64 line, std::string_view start);

    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] QList<RejectGroup> groups() const; ///< most frequent first
    [[nodiscard]] const std::vector<KeptRow> &keptRows() const { return m_kept; }
    /// Writes the reasons and the kept rows of import \a batch. Throws SQLite::Exception.
    void store(SQLite::Database &connection, std::int64_t batch) const;
    /// The file with all rows, complete; null: none was rejected.
    [[nodiscard]] std::shared_ptr<QTemporaryFile> takeFile();
    [[nodiscard]] bool failed() const
    {
        return m_failed;
    } ///< the temporary file could not be written

private:
    struct Group
    {
        QString code;
        QString text;
        qint64 count = 0;
        qint64 firstLine = 0;
        QString firstValue;
        QString firstColumn = {};
    };
    Group &group(Reject reason, int column);
    void note(Reject reason, int column, qint64 line, std::string_view value,
              const QByteArray &cells, std::string_view raw, std::size_t cellsPresent);
    void write(const QByteArray &bytes);
    [[nodiscard]] QByteArray headerRecord() const;

    const ImportPlan &m_plan;
    std::vector<Group> m_groups;
    QHash<int, std::size_t> m_groupOf; ///< by reason and column
    std::vector<KeptRow> m_kept;
    qint64 m_count = 0;
    std::shared_ptr<QTemporaryFile> m_file;
    QByteArray m_buffer;
    bool m_failed = false;
};

} // namespace Import
