#include "models/import/ziparchive.h"

#include <QCoreApplication>

#include <minizip/unzip.h>

#include <algorithm>

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::ZipArchive)
};

// minizip asks for its bytes through these, so that pasted bytes and file names in any script work.
SourceFile &fileOf(voidpf stream) { return *static_cast<SourceFile *>(stream); }

voidpf openStream(voidpf opaque, const void *, int) { return opaque; }
uLong readStream(voidpf, voidpf stream, void *to, uLong size)
{
    uLong done = 0;
    while (done < size) {
        const qint64 got = fileOf(stream).read(static_cast<char *>(to) + done, qint64(size - done));
        if (got <= 0)
            break;
        done += uLong(got);
    }
    return done;
}
uLong writeStream(voidpf, voidpf, const void *, uLong) { return 0; }
ZPOS64_T tellStream(voidpf, voidpf stream) { return ZPOS64_T(fileOf(stream).position()); }
long seekStream(voidpf, voidpf stream, ZPOS64_T offset, int origin)
{
    const qint64 base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? fileOf(stream).position()
                        : origin == ZLIB_FILEFUNC_SEEK_END ? fileOf(stream).size()
                                                           : 0;
    if (offset > ZPOS64_T(fileOf(stream).size()))
        return -1;
    const qint64 to = base + qint64(offset);
    return to >= 0 && to <= fileOf(stream).size() && fileOf(stream).seek(to) ? 0 : -1;
}
int closeStream(voidpf, voidpf) { return 0; }
int errorOfStream(voidpf, voidpf) { return 0; }

} // namespace

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(const Source &source)
{
    Result<std::unique_ptr<SourceFile>> file = SourceFile::open(source);
    if (!file)
        return file.error();
    std::unique_ptr<ZipArchive> archive(new ZipArchive);
    archive->m_file = std::move(*file);
    zlib_filefunc64_def functions{};
    functions.zopen64_file = openStream;
    functions.zread_file = readStream;
    functions.zwrite_file = writeStream;
    functions.ztell64_file = tellStream;
    functions.zseek64_file = seekStream;
    functions.zclose_file = closeStream;
    functions.zerror_file = errorOfStream;
    functions.opaque = archive->m_file.get();
    archive->m_zip = unzOpen2_64("archive", &functions);
    if (!archive->m_zip)
        return archive->damaged();
    unz_global_info64 info{};
    if (unzGetGlobalInfo64(archive->m_zip, &info) != UNZ_OK)
        return archive->damaged();
    if (info.number_entry > ZPOS64_T(maximumParts))
        return Error{Error::Kind::Format,
                     Tr::tr("%1 has %2 parts, far more than a spreadsheet has, so it is not read. "
                            "Open it in the program that made it and save it as CSV.")
                         .arg(source.name())
                         .arg(info.number_entry),
                     source.file};
    return archive;
}

ZipArchive::~ZipArchive()
{
    if (m_isOpen)
        unzCloseCurrentFile(m_zip);
    if (m_zip)
        unzClose(m_zip);
}

Error ZipArchive::damaged() const
{
    return {Error::Kind::Format,
            m_file->hasChanged()
                ? m_file->changed().message
                : Tr::tr("%1 is damaged or only half copied: its parts cannot be unpacked. Copy it "
                         "again, or open it in the program that made it and save it as CSV.")
                      .arg(m_file->source().name()),
            m_file->source().file};
}

bool ZipArchive::contains(const QString &part) const
{
    return unzLocateFile(m_zip, part.toUtf8().constData(), 2) == UNZ_OK;
}

Result<void> ZipArchive::begin(const QString &part)
{
    if (m_isOpen)
        unzCloseCurrentFile(m_zip);
    m_isOpen = false;
    m_inflated = 0;
    m_part = part;
    unz_file_info64 info{};
    if (!contains(part)
        || unzGetCurrentFileInfo64(m_zip, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK)
        return damaged();
    if (info.flag & 1)
        return Error{Error::Kind::Format,
                     Tr::tr("%1 is protected by a password. Open it, save a copy without the "
                            "password and import that.")
                         .arg(m_file->source().name()),
                     m_file->source().file};
    if (unzOpenCurrentFile(m_zip) != UNZ_OK)
        return damaged();
    m_isOpen = true;
    m_partBytes = qint64(info.uncompressed_size);
    m_packedBytes = std::max<qint64>(qint64(info.compressed_size), 1);
    return {};
}

Result<qint64> ZipArchive::read(char *to, qint64 bytes)
{
    const int got = unzReadCurrentFile(m_zip, to, unsigned(bytes));
    if (got < 0)
        return damaged();
    m_inflated += got;
    const bool bomb = m_inflated > maximumPart
                      || (m_inflated > ratioCountsFrom && m_inflated / m_packedBytes > maximumRatio);
    if (bomb)
        return Error{
            Error::Kind::Format,
            Tr::tr("%1 unpacks to far more than its size: the part %2 passed %3 MB. That is how "
                   "files are made that fill a machine, so it is not read. If it is genuine, open "
                   "it in the program that made it and save it as CSV.")
                .arg(m_file->source().name(), m_part)
                .arg(m_inflated >> 20),
            m_file->source().file};
    if (got == 0) {
        m_isOpen = false;
        if (unzCloseCurrentFile(m_zip) != UNZ_OK) // the checksum is wrong
            return damaged();
        if (m_file->hasChanged())
            return m_file->changed();
    }
    return qint64(got);
}

Result<QByteArray> ZipArchive::readAll(const QString &part, qint64 limit)
{
    if (const Result<void> begun = begin(part); !begun)
        return begun.error();
    QByteArray all;
    for (;;) {
        constexpr qsizetype piece = 1 << 16;
        const qsizetype size = all.size();
        all.resize(size + piece);
        const Result<qint64> got = read(all.data() + size, piece);
        if (!got)
            return got.error();
        all.resize(size + *got);
        if (*got == 0)
            return all;
        if (all.size() > limit)
            return Error{Error::Kind::Format,
                         Tr::tr("The part %2 of %1 is larger than %3 MB, so it is not read. Open "
                                "the file in the program that made it and save it as CSV.")
                             .arg(m_file->source().name(), part)
                             .arg(limit >> 20),
                         m_file->source().file};
    }
}

} // namespace Import
