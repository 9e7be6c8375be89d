#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/workspace/database.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <string>

namespace Schema {
struct Versions;
}

/// What `qeema check` and opening found out about a file.
struct WorkspaceCheck
{
    int schemaVersion = 0;
    QStringList problems; ///< translated, empty: sound
    struct Count
    {
        QString table;
        qint64 rows = 0;
    };
    QList<Count> counts;

    [[nodiscard]] bool isSound() const { return problems.isEmpty(); }
};

/// An open .qeema file. Holds the writer's lock while it lives and gives out connections; closing
/// leaves a single file at rest. A file from a newer version, a read-only one and one that another
/// program writes to can be opened for reading only; readOnlyReason() says why.
class Workspace
{
public:
    enum class Access {
        Read,       ///< never writes, takes no lock
        Write,      ///< fails when the file cannot be written
        WriteOrRead, ///< the window: falls back to reading, with the reason
        /// A command, which reads nothing while it writes: with a journal that takes changes back
        /// rather than a log of them, every row goes to the disk once instead of twice.
        WriteAlone
    };

    /// Makes a new file with the current schema. An existing file is an error unless \a overwrite.
    static Result<Workspace> create(const QString &file, bool overwrite = false,
                                    Access access = Access::Write);
    /// Opens, checks (application id, version, schema text; quick_check where this installation did
    /// not close the file itself), migrates after a backup.
    static Result<Workspace> open(const QString &file, Access access,
                                  const Progress &progress = {});

    /// Circumstances that a test replaces.
    struct Circumstances
    {
        const Schema::Versions *versions = nullptr; ///< null: those of this program
        std::string vfs = {};                       ///< see Database::Place
    };
    static Result<Workspace> open(const QString &file, Access access, const Progress &progress,
                                  const Circumstances &circumstances);

    Workspace(Workspace &&) noexcept;
    Workspace &operator=(Workspace &&) noexcept;
    ~Workspace();

    [[nodiscard]] const QString &file() const;
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] const QString &
    readOnlyReason() const; ///< translated; empty: opened for reading as asked
    /// False for Access::WriteAlone and where the folder has no shared memory (a network folder):
    /// reading then waits while an import writes, which the window should say.
    [[nodiscard]] bool readsDuringWrites() const;
    [[nodiscard]] int schemaVersion() const;
    /// Whether this installation closed the file itself and it has not changed since. Opening then
    /// leaves quickCheck() to be made in the background.
    [[nodiscard]] bool wasClosedHere() const;
    /// SQLite's quick_check of the file; the error says what to do.
    Result<void> quickCheck(const Progress &progress = {}) const;

    /// Equal numbers: no statement has come in between that changes the rows of which columns are
    /// made. Counts from opening on.
    [[nodiscard]] std::uint64_t factChanges() const;
    /// Whether the table column_cache holds the rows as they are now. Never true for a file that
    /// this installation did not close itself.
    [[nodiscard]] bool hasColumnCache() const;
    /// The table was just written, with columnCacheMark, from the rows as they were at \a factChanges.
    void noteColumnCache(std::uint64_t factChanges) const;
    /// The key in the table setting that says so in the file; closing removes it where rows changed.
    static constexpr const char *columnCacheMark = "column_cache";

    /// A further connection for the calling thread. Close it before the workspace: only then can
    /// the file come to rest as a single file.
    [[nodiscard]] Result<Database> connect(Database::Mode mode) const;

    /// Copies the file into backups/ beside it, keeps the newest ten (see Backup). Returns the
    /// copy's path.
    Result<QString> backup(const QString &label, const Progress &progress = {}) const;
    /// Copies the workspace to a new file without the column cache.
    Result<void> saveCopy(const QString &file, const Progress &progress = {}) const;

private:
    struct OpenFile;
    explicit Workspace(std::unique_ptr<OpenFile> open);

    std::unique_ptr<OpenFile> m_open;
};

/// integrity_check, foreign keys, schema text, fingerprints of batches, row counts. An error only
/// where the file cannot be judged at all (missing, of another program, newer, cancelled).
Result<WorkspaceCheck> checkWorkspace(const QString &file, const Progress &progress = {});
