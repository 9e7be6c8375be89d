#pragma once

#include "models/core/result.h"
#include "models/import/recordchunk.h"
#include "models/import/sourceformat.h"

#include <QByteArray>
#include <QDateTime>
#include <QIODevice>
#include <QString>

#include <memory>

namespace Import {

/// Where a table comes from: a file, or bytes that were pasted.
struct Source
{
    QString file;       ///< its path; of pasted bytes a name to show
    QByteArray content; ///< the pasted bytes; null: read the file

    [[nodiscard]] bool isPasted() const { return !content.isNull(); }
    [[nodiscard]] QString name() const; ///< without the folder
    bool operator==(const Source &) const = default;
};

/// The bytes of a source, read once from the beginning to the end or at any place. Notices when the
/// file changes meanwhile.
class SourceFile final
{
public:
    static Result<std::unique_ptr<SourceFile>> open(const Source &source);

    /// Reads up to \a bytes. 0: the end; −1: an error, see error().
    qint64 read(char *to, qint64 bytes);
    bool seek(qint64 position);
    [[nodiscard]] qint64 position() const { return m_device->pos(); }
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; } ///< so far
    void countAsRead(qint64 bytes) { m_bytesRead += bytes; }
    [[nodiscard]] const Source &source() const { return m_source; }
    /// Whether size or time of the file are others than when it was opened.
    [[nodiscard]] bool hasChanged() const;
    [[nodiscard]] Error changed() const;    ///< the sentence for that
    [[nodiscard]] Error cannotRead() const; ///< the sentence for a failed read

private:
    explicit SourceFile(Source source);

    Source m_source;
    std::unique_ptr<QIODevice> m_device;
    qint64 m_size = 0;
    qint64 m_bytesRead = 0;
    QDateTime m_modified;
};

/// Reads a table piece by piece at constant memory. Every format gives the same pieces, so all that
/// comes behind knows one.
class TableReader
{
public:
    static constexpr std::size_t blockBytes = 1 << 20;
    static constexpr std::size_t maximumCell = 1 << 20;   ///< bytes of one cell
    static constexpr std::size_t maximumRecord = 8 << 20; ///< bytes of one record

    TableReader() = default;
    TableReader(const TableReader &) = delete;
    TableReader &operator=(const TableReader &) = delete;
    virtual ~TableReader();

    /// Reads the next piece into \a chunk, reusing its memory. False: the end was reached before.
    /// Fails where the source cannot be read or changed meanwhile.
    virtual Result<bool> next(RecordChunk &chunk) = 0;

    [[nodiscard]] virtual qint64 bytesRead() const = 0;
    [[nodiscard]] virtual qint64 bytesInAll() const = 0;
};

/// The reader for \a format, at the beginning of \a source.
Result<std::unique_ptr<TableReader>> openTable(const Source &source, const SourceFormat &format);

} // namespace Import
