#include "models/import/tablereader.h"

#include "models/import/csvreader.h"
#include "models/import/jsontablereader.h"
#include "models/import/xlsxreader.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace Import {

namespace {

template <typename Reader>
Result<std::unique_ptr<TableReader>> opened(Result<std::unique_ptr<Reader>> reader)
{
    if (!reader)
        return reader.error();
    return std::unique_ptr<TableReader>(std::move(*reader));
}

} // namespace

QString Source::name() const { return isPasted() ? file : QFileInfo(file).fileName(); }

SourceFile::SourceFile(Source source) : m_source(std::move(source)) {}

Result<std::unique_ptr<SourceFile>> SourceFile::open(const Source &source)
{
    std::unique_ptr<SourceFile> file(new SourceFile(source));
    if (source.isPasted()) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(source.content);
        file->m_device = std::move(buffer);
    } else {
        file->m_device = std::make_unique<QFile>(source.file);
    }
    if ((!source.isPasted() && QFileInfo(source.file).isDir())
        || !file->m_device->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return file->cannotRead();
    file->m_size = file->m_device->size();
    if (const auto *onDisk = qobject_cast<QFile *>(file->m_device.get()))
        file->m_modified = onDisk->fileTime(QFileDevice::FileModificationTime);
    return file;
}

qint64 SourceFile::read(char *to, qint64 bytes)
{
    const qint64 got = m_device->read(to, bytes);
    m_bytesRead += std::max<qint64>(got, 0);
    return got;
}

bool SourceFile::seek(qint64 position) { return m_device->seek(position); }

bool SourceFile::hasChanged() const
{
    const auto *onDisk = qobject_cast<QFile *>(m_device.get());
    return onDisk
           && (onDisk->size() != m_size
               || onDisk->fileTime(QFileDevice::FileModificationTime) != m_modified);
}

Error SourceFile::changed() const
{
    return {Error::Kind::File,
            QCoreApplication::translate("Import::CsvReader",
                                        "%1 changed while it was read. Wait until the program "
                                        "that writes it has finished, then import it again.")
                .arg(m_source.name()),
            m_source.file};
}

Error SourceFile::cannotRead() const
{
    if (!m_source.isPasted() && QFileInfo(m_source.file).isDir())
        return {Error::Kind::File,
                QCoreApplication::translate("Import::CsvReader", "%1 is a folder. Choose a file in it.")
                    .arg(m_source.file),
                m_source.file};
    return {Error::Kind::File,
            QCoreApplication::translate(
                "Import::CsvReader",
                "%1 cannot be read: %2. Check that the file exists and that you may read it.")
                .arg(m_source.name(), m_device->errorString()),
            m_source.file};
}

TableReader::~TableReader() = default;

Result<std::unique_ptr<TableReader>> openTable(const Source &source, const SourceFormat &format)
{
    switch (format.type) {
    case SourceType::Text:
        return opened(CsvReader::open(source, format));
    case SourceType::Xlsx:
        return opened(XlsxReader::open(source, format));
    case SourceType::Json:
        return opened(JsonTableReader::open(source, format));
    }
    return Error{Error::Kind::Format, QString(), source.file};
}

} // namespace Import
