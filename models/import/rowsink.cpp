#include "models/import/rowsink.h"

#include "models/core/dates.h"
#include "models/core/formulaguard.h"
#include "models/export/tablefile.h"

#include <QCoreApplication>
#include <QDate>
#include <QFileInfo>
#include <QSaveFile>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Export)
};

constexpr qsizetype bufferBytes = 1 << 20;

void appendNumber(QByteArray &out, std::int64_t value, int width = 0)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    for (auto missing = width - (end - digits.data()); missing > 0; --missing)
        out += '0';
    out.append(digits.data(), end - digits.data());
}

void appendDay(QByteArray &out, std::int64_t day)
{
    int year = 0;
    int month = 0;
    int dayOfMonth = 0;
    QDate(1970, 1, 1).addDays(day).getDate(&year, &month, &dayOfMonth);
    appendNumber(out, year, 4);
    out += '-';
    appendNumber(out, month, 2);
    out += '-';
    appendNumber(out, dayOfMonth, 2);
}

void appendTime(QByteArray &out, std::int64_t seconds)
{
    const std::int64_t day = epochDay(seconds);
    const std::int64_t rest = seconds - day * 86400;
    appendDay(out, day);
    if (rest == 0)
        return;
    out += ' ';
    appendNumber(out, rest / 3600, 2);
    out += ':';
    appendNumber(out, rest / 60 % 60, 2);
    out += ':';
    appendNumber(out, rest % 60, 2);
}

void appendMoney(QByteArray &out, std::int64_t minor, int digits)
{
    std::uint64_t value = minor < 0 ? 0 - std::uint64_t(minor) : std::uint64_t(minor);
    std::uint64_t unit = 1;
    for (int i = 0; i < digits; ++i)
        unit *= 10;
    if (minor < 0)
        out += '-';
    appendNumber(out, std::int64_t(value / unit));
    if (digits > 0) {
        out += '.';
        appendNumber(out, std::int64_t(value % unit), digits);
    }
}

void appendReal(QByteArray &out, double value)
{
    // Numbers of ordinary size without an exponent, which not every reader takes for a number.
    std::array<char, 64> text;
    const double size = std::fabs(value);
    const auto form = size == 0 || (size > 1e-9 && size < 1e17) ? std::chars_format::fixed
                                                                : std::chars_format::general;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, form).ptr;
    out.append(text.data(), end - text.data());
}

void appendText(QByteArray &out, std::string_view text)
{
    const bool plain = text.find_first_of("\",\n\r") == std::string_view::npos;
    const bool isGuarded = FormulaGuard::isRun(text);
    if (plain) {
        if (isGuarded)
            out += '\'';
        out.append(text.data(), qsizetype(text.size()));
        return;
    }
    out += '"';
    if (isGuarded)
        out += '\'';
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

class CsvSink final : public RowSink
{
public:
    explicit CsvSink(const QString &file) : m_file(file) {}

    Result<void> open()
    {
        return m_file.open(QIODevice::WriteOnly) ? Result<void>() : Result<void>(cannotWrite());
    }
    void empty() override { separate(); }
    void text(std::string_view text) override
    {
        separate();
        appendText(m_buffer, text);
    }
    void integer(std::int64_t value) override
    {
        separate();
        appendNumber(m_buffer, value);
    }
    void real(double value) override
    {
        separate();
        appendReal(m_buffer, value);
    }
    void moment(std::int64_t seconds) override
    {
        separate();
        appendTime(m_buffer, seconds);
    }
    void day(std::int64_t days) override
    {
        separate();
        appendDay(m_buffer, days);
    }
    void money(std::int64_t minor, int digits) override
    {
        separate();
        appendMoney(m_buffer, minor, digits);
    }
    void endRow() override
    {
        m_buffer += '\n';
        m_isFirst = true;
        if (m_buffer.size() < bufferBytes)
            return;
        m_failed = m_failed || m_file.write(m_buffer) != m_buffer.size();
        m_buffer.clear();
    }
    [[nodiscard]] bool takesMore() const override { return !m_failed; }
    Result<void> finish() override
    {
        m_failed = m_failed || m_file.write(m_buffer) != m_buffer.size();
        m_buffer.clear();
        return !m_failed && m_file.commit() ? Result<void>() : Result<void>(cannotWrite());
    }

private:
    void separate()
    {
        if (!m_isFirst)
            m_buffer += ',';
        m_isFirst = false;
    }
    [[nodiscard]] Error cannotWrite() const
    {
        return {Error::Kind::File,
                Tr::tr("%1 cannot be written: %2. Choose another place.")
                    .arg(QFileInfo(m_file.fileName()).fileName(), m_file.errorString()),
                m_file.fileName()};
    }

    QSaveFile m_file;
    QByteArray m_buffer;
    bool m_isFirst = true;
    bool m_failed = false;
};

class WorkbookSink final : public RowSink
{
public:
    explicit WorkbookSink(Export::TableFile file) : m_file(std::move(file)) {}

    void empty() override { m_cells.append(Export::TableFile::Cell()); }
    void text(std::string_view text) override
    {
        m_cells.append(QString::fromUtf8(text.data(), qsizetype(text.size())));
    }
    void integer(std::int64_t value) override
    {
        // A cell holds a double: a longer number keeps its digits as a text.
        if (std::abs(value) <= mostExact)
            m_cells.append(double(value));
        else
            m_cells.append(QString::number(value));
    }
    void real(double value) override
    {
        // Spreadsheets count with 15 digits, as the import does; one that needs more keeps them as a
        // text.
        if (QByteArray::number(value, 'g', 15).toDouble() == value)
            return m_cells.append(value);
        QByteArray exact;
        appendReal(exact, value);
        m_cells.append(QString::fromLatin1(exact));
    }
    void moment(std::int64_t seconds) override
    {
        const QDateTime moment = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
        if (moment.time() == QTime(0, 0))
            m_cells.append(moment.date());
        else
            m_cells.append(moment);
    }
    void day(std::int64_t days) override { m_cells.append(QDate(1970, 1, 1).addDays(days)); }
    void money(std::int64_t minor, int digits) override
    {
        if (std::abs(minor) <= mostExact)
            return m_cells.append(double(minor) / std::pow(10, digits));
        QByteArray exact;
        appendMoney(exact, minor, digits);
        m_cells.append(QString::fromLatin1(exact));
    }
    void endRow() override
    {
        if (std::exchange(m_isHeading, false)) {
            QStringList headings;
            for (const Export::TableFile::Cell &cell : std::as_const(m_cells))
                headings.append(Export::TableFile::text(cell));
            m_file.writeHeadings(headings);
        } else {
            m_file.writeRow(m_cells);
        }
        m_cells.clear();
    }
    [[nodiscard]] bool takesMore() const override { return !m_file.isFull(); }
    Result<void> finish() override { return m_file.commit(); }

private:
    static constexpr std::int64_t mostExact = 999'999'999'999'999; ///< Excel keeps 15 digits

    Export::TableFile m_file;
    QList<Export::TableFile::Cell> m_cells;
    bool m_isHeading = true;
};

} // namespace

RowSink::~RowSink() = default;

Result<std::unique_ptr<RowSink>> openRowSink(const QString &file, const QString &sheet)
{
    if (Export::TableFile::isWorkbook(file)) {
        Result<Export::TableFile> workbook = Export::TableFile::open(file, {.sheet = sheet});
        if (!workbook)
            return workbook.error();
        return std::unique_ptr<RowSink>(std::make_unique<WorkbookSink>(*std::move(workbook)));
    }
    auto csv = std::make_unique<CsvSink>(file);
    if (const Result<void> opened = csv->open(); !opened)
        return opened.error();
    return std::unique_ptr<RowSink>(std::move(csv));
}

QByteArray periodText(std::int64_t first, std::int64_t last)
{
    const QDate from = QDate(1970, 1, 1).addDays(first);
    const QDate until = QDate(1970, 1, 1).addDays(last);
    QByteArray text;
    const bool wholeMonths = from.day() == 1 && until.day() == until.daysInMonth();
    const int months = (until.year() - from.year()) * 12 + until.month() - from.month() + 1;
    if (wholeMonths
        && (months == 1 || (months == 3 && from.month() % 3 == 1)
            || (months == 12 && from.month() == 1))) {
        appendNumber(text, from.year(), 4);
        if (months == 1) {
            text += '-';
            appendNumber(text, from.month(), 2);
        } else if (months == 3) {
            text += "-Q";
            appendNumber(text, (from.month() + 2) / 3);
        }
        return text;
    }
    appendDay(text, first);
    text += '/';
    appendDay(text, last);
    return text;
}

} // namespace Import
