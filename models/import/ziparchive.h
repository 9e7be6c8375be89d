#pragma once

#include "models/core/result.h"
#include "models/import/tablereader.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace Import {

/// The parts of a ZIP file, read one at a time. What an archive claims about its sizes is not
/// believed: bytes are counted as they come, and what grows beyond reason is refused.
class ZipArchive final
{
public:
    static constexpr qint64 maximumPart = qint64(6) << 30; ///< inflated bytes of one part
    /// Deflate reaches 1,030 times with bytes that never change; sheets stay below 100.
    static constexpr qint64 maximumRatio = 400;
    static constexpr qint64 ratioCountsFrom = qint64(64) << 20;
    static constexpr int maximumParts = 20000;

    static Result<std::unique_ptr<ZipArchive>> open(const Source &source);
    ~ZipArchive();

    [[nodiscard]] bool contains(const QString &part) const;
    /// A small part as a whole, at most \a limit bytes.
    Result<QByteArray> readAll(const QString &part, qint64 limit);
    /// Begins to read \a part from its start.
    Result<void> begin(const QString &part);
    /// The next bytes of the part begun. 0: its end.
    Result<qint64> read(char *to, qint64 bytes);
    [[nodiscard]] qint64 partBytes() const { return m_partBytes; } ///< as the archive says
    [[nodiscard]] const SourceFile &file() const { return *m_file; }

private:
    ZipArchive() = default;
    [[nodiscard]] Error damaged() const;

    std::unique_ptr<SourceFile> m_file;
    void *m_zip = nullptr;
    bool m_isOpen = false;
    QString m_part;
    qint64 m_partBytes = 0;
    qint64 m_packedBytes = 0;
    qint64 m_inflated = 0;
};

} // namespace Import
