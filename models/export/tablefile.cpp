#include "models/export/tablefile.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Export {

bool TableFile::isWorkbook(const QString &file)
{
    return file.endsWith(u".xlsx"_s, Qt::CaseInsensitive);
}

TableFile::TableFile(std::variant<CsvWriter, XlsxWriter> writer) : m_writer(std::move(writer)) {}

Result<TableFile> TableFile::open(const QString &file, const Options &options)
{
    if (isWorkbook(file)) {
        Result<XlsxWriter> workbook =
            XlsxWriter::open(file, {.name = options.sheet, .isRightToLeft = options.isRightToLeft});
        return workbook ? Result<TableFile>(TableFile(*std::move(workbook))) : workbook.error();
    }
    Result<CsvWriter> csv = CsvWriter::open(file, options.byteOrderMark);
    return csv ? Result<TableFile>(TableFile(*std::move(csv))) : csv.error();
}

void TableFile::writeHeadings(const QStringList &headings)
{
    if (auto *workbook = std::get_if<XlsxWriter>(&m_writer))
        workbook->writeHeadings(headings);
    else
        std::get<CsvWriter>(m_writer).writeRow(headings);
}

void TableFile::writeRow(const QList<Cell> &cells)
{
    if (auto *workbook = std::get_if<XlsxWriter>(&m_writer)) {
        workbook->writeRow(cells);
        return;
    }
    QStringList texts;
    texts.reserve(cells.size());
    for (const Cell &cell : cells)
        texts.append(text(cell));
    std::get<CsvWriter>(m_writer).writeRow(texts);
}

bool TableFile::isFull() const
{
    const auto *workbook = std::get_if<XlsxWriter>(&m_writer);
    return workbook && workbook->isFull();
}

Result<void> TableFile::commit()
{
    return std::visit([](auto &writer) { return writer.commit(); }, m_writer);
}

QString TableFile::text(const Cell &cell)
{
    if (const auto *words = std::get_if<QString>(&cell))
        return *words;
    if (const auto *number = std::get_if<double>(&cell)) {
        return std::isfinite(*number)
                   ? QString::number(*number, 'f', QLocale::FloatingPointShortest)
                   : QString();
    }
    if (const auto *day = std::get_if<QDate>(&cell))
        return day->toString(Qt::ISODate);
    if (const auto *moment = std::get_if<QDateTime>(&cell))
        return moment->toString(u"yyyy-MM-dd HH:mm:ss"_s);
    return {};
}

} // namespace Export
