#pragma once

#include "models/core/result.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QString>

#include <atomic>
#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>

struct sqlite3;

namespace Detail {
template <typename T>
struct ResultOf
{
    using Type = Result<T>;
};
template <typename T>
struct ResultOf<Result<T>>
{
    using Type = Result<T>;
};
}

/// Result<T> of a function that returns T, void or already a Result.
template <typename T>
using ResultOf = typename Detail::ResultOf<T>::Type;

/// One connection to a workspace file, opened defensively. Not shared between threads: every job
/// opens its own. SQLite's exceptions end in attempt(); nothing outside sees them.
class Database
{
public:
    enum class Mode { ReadOnly, ReadWrite };

    /// What a connection may presume about the place of the file.
    struct Place
    {
        bool isUnchangeable = false; ///< nobody can write it: no locks, no journal are looked for
        std::string vfs = {};        ///< SQLite's name for how files are locked; empty: the system's
        /// Raised by every statement of a writing connection that may change the rows of which columns
        /// are made (customers, purchases, events, their terms and imports); null: nobody asks.
        std::shared_ptr<std::atomic<std::uint64_t>> factChanges = {};
    };

    /// Opens an existing file with every protection of the file format. Does not judge whether the
    /// file is a workspace: Workspace does.
    static Result<Database> open(const QString &file, Mode mode, const Place &place);
    static Result<Database> open(const QString &file, Mode mode) { return open(file, mode, Place()); }

    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;
    ~Database();

    /// The connection, for SQLite::Statement and SQLite::Transaction inside attempt().
    [[nodiscard]] SQLite::Database &connection() { return *m_connection; }
    /// The bare handle, for the importer and the column loader.
    [[nodiscard]] sqlite3 *handle() const { return m_connection->getHandle(); }
    [[nodiscard]] const QString &file() const { return m_file; }

    /// Runs \a work, which may use SQLiteCpp freely, and turns its exceptions into an Error that
    /// names the file. \a work returns void, T or Result<T>.
    template <std::invocable<SQLite::Database &> Work>
    auto attempt(Work &&work) -> ResultOf<std::invoke_result_t<Work, SQLite::Database &>>
    {
        try {
            if constexpr (std::is_void_v<std::invoke_result_t<Work, SQLite::Database &>>) {
                work(*m_connection);
                return {};
            } else {
                return work(*m_connection);
            }
        } catch (const SQLite::Exception &exception) {
            return errorOf(exception);
        }
    }

    /// The translated sentence for an SQLite result code (disk full, read-only, locked, damaged, …).
    [[nodiscard]] Error errorOf(int extendedCode, const QString &detail) const;

private:
    Database(QString file, std::unique_ptr<SQLite::Database> connection);
    [[nodiscard]] Error errorOf(const SQLite::Exception &exception) const;

    QString m_file;
    std::shared_ptr<std::atomic<std::uint64_t>> m_factChanges; ///< outlives the connection
    std::unique_ptr<SQLite::Database> m_connection;
};
