#pragma once

#include "models/core/result.h"

#include <QSaveFile>
#include <QStringList>

#include <memory>

/// Files for people and other programs.
namespace Export {

/// Writes CSV with the quoting of RFC 4180 (UTF-8, comma, one line feed a row) so
/// that an existing file is replaced only when everything has been written.
///
/// A text that a spreadsheet would run as a formula (it begins with = + - @, a tab or a carriage
/// return and is not a number) gets an apostrophe in front.
class CsvWriter
{
public:
    /// \a byteOrderMark: for spreadsheet programs that otherwise misread Arabic.
    static Result<CsvWriter> open(const QString &file, bool byteOrderMark = false);

    void writeRow(const QStringList &cells);
    /// Makes the file appear. Writing errors of any row are told here.
    Result<void> commit();

    /// The cell as it is written, quoted where it must be.
    [[nodiscard]] static QByteArray cell(const QString &text, char delimiter = ',');
    /// \a utf8 in quotation marks where it must be, without a guard against formulas: for what goes
    /// back into a file as it came.
    [[nodiscard]] static QByteArray quoted(QByteArray utf8, char delimiter = ',');

private:
    explicit CsvWriter(std::unique_ptr<QSaveFile> file);
    [[nodiscard]] Error writeError() const;

    std::unique_ptr<QSaveFile> m_file;
    QByteArray m_buffer;
};

} // namespace Export
