#include "models/export/csvwriter.h"

#include "models/core/formulaguard.h"

#include <QCoreApplication>

#include <utility>

namespace Export {
namespace {

constexpr qsizetype bufferSize = 1 << 20;

} // namespace

CsvWriter::CsvWriter(std::unique_ptr<QSaveFile> file)
    : m_file(std::move(file))
{
}

Result<CsvWriter> CsvWriter::open(const QString &file, bool byteOrderMark)
{
    CsvWriter writer(std::make_unique<QSaveFile>(file));
    if (!writer.m_file->open(QIODevice::WriteOnly))
        return writer.writeError();
    if (byteOrderMark)
        writer.m_buffer = "\xEF\xBB\xBF";
    return writer;
}

QByteArray CsvWriter::cell(const QString &text, char delimiter)
{
    QByteArray bytes = text.toUtf8();
    if (FormulaGuard::isRun({bytes.constData(), std::size_t(bytes.size())}))
        bytes.prepend('\'');
    return quoted(std::move(bytes), delimiter);
}

QByteArray CsvWriter::quoted(QByteArray utf8, char delimiter)
{
    const bool plain = utf8.isEmpty()
                       || (!utf8.contains('"') && !utf8.contains(delimiter) && !utf8.contains('\n')
                           && !utf8.contains('\r') && utf8.front() != ' ' && utf8.back() != ' ');
    return plain ? utf8 : '"' + utf8.replace('"', "\"\"") + '"';
}

void CsvWriter::writeRow(const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_buffer += ',';
        m_buffer += cell(cells.at(i));
    }
    m_buffer += '\n';
    if (m_buffer.size() >= bufferSize) {
        m_file->write(m_buffer); // an error stays in the file and is told by commit()
        m_buffer.clear();
    }
}

Result<void> CsvWriter::commit()
{
    m_file->write(m_buffer);
    m_buffer.clear();
    return m_file->commit() ? Result<void>() : Result<void>(writeError());
}

Error CsvWriter::writeError() const
{
    return {Error::Kind::File,
            QCoreApplication::translate("CsvWriter", "The file cannot be written: %1. Choose another place.")
                .arg(m_file->errorString()),
            m_file->fileName()};
}

} // namespace Export
