#include "models/export/xlsxwriter.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QTemporaryFile>

#include <xlsxwriter.h>

#include <cmath>
#include <filesystem>
#include <system_error>

namespace Export {
namespace {

constexpr qsizetype mostLetters = 32767; // of a cell
constexpr qsizetype mostSheetLetters = 31;
constexpr double columnWidth = 16; // in digits of the standard font

/// What XML 1.0 can hold; control characters are escaped by the library.
QByteArray cellText(const QString &text)
{
    QString clean = text.left(mostLetters);
    clean.remove(QChar(0xFFFE)).remove(QChar(0xFFFF));
    return clean.toUtf8();
}

QByteArray sheetName(const QString &name)
{
    QString clean;
    for (const QChar c : name) {
        if (!QStringLiteral("[]:*?/\\").contains(c))
            clean += c;
    }
    clean = clean.left(mostSheetLetters);
    while (clean.startsWith(u'\''))
        clean.remove(0, 1);
    while (clean.endsWith(u'\''))
        clean.chop(1);
    return clean.isEmpty() ? QByteArray("Qeema") : clean.toUtf8();
}

Error cannotWrite(const QString &file, const QString &reason)
{
    return {Error::Kind::File,
            QCoreApplication::translate(
                "XlsxWriter", "%1 cannot be written: %2. Choose another folder or free some space.")
                .arg(QFileInfo(file).fileName(), reason),
            file};
}

} // namespace

struct XlsxWriter::Workbook
{
    QString file;
    QString part; ///< where it is written before it takes its place
    lxw_workbook *book = nullptr;
    lxw_worksheet *sheet = nullptr;
    lxw_format *bold = nullptr;
    lxw_format *day = nullptr;
    lxw_format *moment = nullptr;
    lxw_row_t row = 0;
    bool tooManyRows = false;
    lxw_error problem = LXW_NO_ERROR;

    ~Workbook()
    {
        if (book)
            workbook_close(book);
        if (!part.isEmpty())
            QFile::remove(part);
    }

    bool startRow()
    {
        tooManyRows = tooManyRows || int(row) >= mostRows;
        return !tooManyRows && problem == LXW_NO_ERROR;
    }
    void keep(lxw_error error)
    {
        if (error != LXW_NO_ERROR && problem == LXW_NO_ERROR)
            problem = error;
    }
    /// Excel's calendar begins in 1900; what lies before is kept as text.
    void writeMoment(lxw_col_t column, QDate date, QTime time, lxw_format *format)
    {
        if (date.year() < 1900) {
            QString iso = date.toString(Qt::ISODate);
            if (time.isValid())
                iso += QStringLiteral(" ") + time.toString(QStringLiteral("HH:mm:ss"));
            keep(worksheet_write_string(sheet, row, column, iso.toUtf8().constData(), nullptr));
            return;
        }
        lxw_datetime cell{};
        cell.year = date.year();
        cell.month = date.month();
        cell.day = date.day();
        if (time.isValid()) {
            cell.hour = time.hour();
            cell.min = time.minute();
            cell.sec = time.second();
        }
        keep(worksheet_write_datetime(sheet, row, column, &cell, format));
    }
};

XlsxWriter::XlsxWriter(std::unique_ptr<Workbook> workbook) : m_workbook(std::move(workbook)) {}

XlsxWriter::XlsxWriter(XlsxWriter &&) noexcept = default;
XlsxWriter &XlsxWriter::operator=(XlsxWriter &&) noexcept = default;
XlsxWriter::~XlsxWriter() = default;

Result<XlsxWriter> XlsxWriter::open(const QString &file, const Sheet &sheet)
{
    auto workbook = std::make_unique<Workbook>();
    workbook->file = file;
    // The library opens its file only when all is written: see now whether the place can be
    // written.
    QTemporaryFile probe(QFileInfo(file).absolutePath() + QStringLiteral("/.qeema-XXXXXX.xlsx"));
    if (QFileInfo(file).isDir())
        return cannotWrite(file,
                           QCoreApplication::translate("XlsxWriter", "a folder has this name"));
    if (!probe.open())
        return cannotWrite(file, probe.errorString());
    probe.setAutoRemove(false);
    workbook->part = probe.fileName();
    probe.close();

    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    workbook->book = workbook_new_opt(QFile::encodeName(workbook->part).constData(), &options);
    if (!workbook->book)
        return cannotWrite(file,
                           QCoreApplication::translate("XlsxWriter", "there is not enough memory"));
    workbook->sheet = workbook_add_worksheet(workbook->book, sheetName(sheet.name).constData());
    if (!workbook->sheet)
        return cannotWrite(
            file, QCoreApplication::translate("XlsxWriter", "no temporary file can be made"));
    workbook->bold = workbook_add_format(workbook->book);
    format_set_bold(workbook->bold);
    workbook->day = workbook_add_format(workbook->book);
    format_set_num_format(workbook->day, "yyyy-mm-dd");
    workbook->moment = workbook_add_format(workbook->book);
    format_set_num_format(workbook->moment, "yyyy-mm-dd hh:mm:ss");
    if (sheet.isRightToLeft)
        worksheet_right_to_left(workbook->sheet);
    return XlsxWriter(std::move(workbook));
}

void XlsxWriter::writeHeadings(const QStringList &headings)
{
    Workbook &book = *m_workbook;
    if (!book.startRow())
        return;
    worksheet_freeze_panes(book.sheet, book.row + 1, 0);
    if (!headings.isEmpty())
        book.keep(worksheet_set_column(book.sheet, 0, lxw_col_t(headings.size() - 1), columnWidth,
                                       nullptr));
    for (qsizetype i = 0; i < headings.size(); ++i)
        book.keep(worksheet_write_string(book.sheet, book.row, lxw_col_t(i),
                                         cellText(headings.at(i)).constData(), book.bold));
    ++book.row;
}

void XlsxWriter::writeRow(const QList<Cell> &cells)
{
    Workbook &book = *m_workbook;
    if (!book.startRow())
        return;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const auto column = lxw_col_t(i);
        const Cell &cell = cells.at(i);
        if (const auto *text = std::get_if<QString>(&cell); text && !text->isEmpty()) {
            book.keep(worksheet_write_string(book.sheet, book.row, column,
                                             cellText(*text).constData(), nullptr));
        } else if (const auto *number = std::get_if<double>(&cell);
                   number && std::isfinite(*number)) {
            book.keep(worksheet_write_number(book.sheet, book.row, column, *number, nullptr));
        } else if (const auto *day = std::get_if<QDate>(&cell); day && day->isValid()) {
            book.writeMoment(column, *day, QTime(), book.day);
        } else if (const auto *moment = std::get_if<QDateTime>(&cell);
                   moment && moment->isValid()) {
            book.writeMoment(column, moment->date(), moment->time(), book.moment);
        }
    }
    ++book.row;
}

bool XlsxWriter::isFull() const
{
    return m_workbook->tooManyRows || m_workbook->problem != LXW_NO_ERROR;
}

Result<void> XlsxWriter::commit()
{
    Workbook &book = *m_workbook;
    book.keep(workbook_close(std::exchange(book.book, nullptr)));
    if (book.tooManyRows)
        return Error{Error::Kind::Data,
                     QCoreApplication::translate("XlsxWriter",
                                                 "An Excel sheet holds at most 1,048,576 rows, and "
                                                 "there are more. Write a CSV file instead."),
                     book.file};
    if (book.problem != LXW_NO_ERROR)
        return cannotWrite(book.file, QString::fromUtf8(lxw_strerror(book.problem)));
    std::error_code failure;
    QFile::setPermissions(book.part, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup
                                         | QFile::ReadOther);
    std::filesystem::rename(book.part.toStdU16String(), book.file.toStdU16String(), failure);
    if (failure)
        return cannotWrite(book.file, QString::fromStdString(failure.message()));
    book.part.clear();
    return {};
}

namespace {

XlsxWriter::Cell cellOf(const QString &text)
{
    bool isNumber = false;
    const double number = QLocale::c().toDouble(text, &isNumber);
    if (isNumber && std::isfinite(number))
        return number;
    if (text.size() == 10) {
        if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid())
            return day;
    }
    return text;
}

} // namespace

Result<void> writeXlsxTable(const QString &file, const XlsxWriter::Sheet &sheet,
                            const QList<QStringList> &rows)
{
    Result<XlsxWriter> writer = XlsxWriter::open(file, sheet);
    if (!writer)
        return writer.error();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (i == 0) {
            writer->writeHeadings(rows.first());
            continue;
        }
        QList<XlsxWriter::Cell> cells;
        for (const QString &text : rows.at(i))
            cells.append(cellOf(text));
        writer->writeRow(cells);
    }
    return writer->commit();
}

} // namespace Export
