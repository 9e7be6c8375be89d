#include "ui/dialogs/importtexts.h"

#include "ui/style/display.h"
#include "ui/widgets/scrolling.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QScrollArea>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace ImportTexts {

QString reasonLine(const Import::RejectGroup &group, const NumberFormat &format)
{
    const QString reason = Import::rejectReasonText(group.reason);
    const QString rows = format.counted(
        QCoreApplication::translate("ImportTexts", "%n row(s)", nullptr, int(group.count)), group.count);
    const QString line = format.integer(group.firstLine);
    if (group.firstColumn.isEmpty())
        //: why rows would be rejected: %1 the reason, %2 how many rows, %3 the line of the first
        return QCoreApplication::translate("ImportTexts", "%1 (%2, first in line %3)").arg(reason, rows, line);
    const QString column = NumberFormat::isolate(group.firstColumn);
    if (group.firstValue.isEmpty())
        //: why rows would be rejected: %1 the reason, %2 how many rows, %3 the line of the first, %4 heading of the column
        return QCoreApplication::translate("ImportTexts", "%1 (%2, first in line %3, column \"%4\")").arg(reason, rows, line, column);
    //: why rows would be rejected: %1 the reason, %2 how many rows, %3 the line of the first, %4 heading of the column, %5 the cell there
    return QCoreApplication::translate("ImportTexts", "%1 (%2, first in line %3, column \"%4\": %5)")
        .arg(reason, rows, line, column, NumberFormat::isolate(group.firstValue));
}

QString delimiterTitle(char delimiter)
{
    switch (delimiter) {
    case ',': return QCoreApplication::translate("ImportTexts", "Comma ,");
    case ';': return QCoreApplication::translate("ImportTexts", "Semicolon ;");
    case '\t': return QCoreApplication::translate("ImportTexts", "Tab");
    case '|': return QCoreApplication::translate("ImportTexts", "Vertical bar |");
    default: return QString(QLatin1Char(delimiter));
    }
}

QString encodingTitle(const QString &encoding)
{
    // Without isolates, so that it is found by typing its first letters.
    if (encoding.compare(u"windows-1256"_s, Qt::CaseInsensitive) == 0
        || encoding.compare(u"ISO-8859-6"_s, Qt::CaseInsensitive) == 0)
        return QCoreApplication::translate("ImportTexts", "%1 (Arabic)").arg(encoding);
    return encoding;
}

QString dateOrderTitle(Import::DateOrder order)
{
    switch (order) {
    case Import::DateOrder::DayMonthYear: return QCoreApplication::translate("ImportTexts", "Day, month, year");
    case Import::DateOrder::MonthDayYear: return QCoreApplication::translate("ImportTexts", "Month, day, year");
    case Import::DateOrder::YearMonthDay: return QCoreApplication::translate("ImportTexts", "Year, month, day");
    }
    return {};
}

Import::DateOrder shownDateOrder(const Import::ColumnPlan &column)
{
    // A date that begins with four digits is read year first whatever the order says.
    qsizetype digits = 0;
    while (digits < column.example.size() && column.example[digits].isDigit())
        ++digits;
    return digits == 4 ? Import::DateOrder::YearMonthDay : column.dates.order;
}

QString fieldList(const QStringList &fields)
{
    QStringList titles;
    for (const QString &field : fields)
        titles.append(Import::fieldTitle(field));
    return titles.join(QCoreApplication::translate("ImportTexts", ", "));
}

QString fileSize(qint64 bytes, const NumberFormat &format)
{
    if (bytes < 1'000'000)
        return QCoreApplication::translate("ImportTexts", "%1 kB").arg(format.integer((bytes + 999) / 1000));
    return QCoreApplication::translate("ImportTexts", "%1 MB").arg(format.decimal(double(bytes) / 1e6, 1));
}

QString targetTitle(const Import::ColumnPlan &column)
{
    switch (column.target) {
    case Import::ColumnPlan::Target::Ignore: return QCoreApplication::translate("ImportTexts", "Do not import");
    case Import::ColumnPlan::Target::Field: return Import::fieldTitle(column.field);
    case Import::ColumnPlan::Target::Attribute:
        return QCoreApplication::translate("ImportTexts", "Attribute: %1").arg(NumberFormat::isolate(column.attribute));
    case Import::ColumnPlan::Target::Property:
        return QCoreApplication::translate("ImportTexts", "Property: %1").arg(NumberFormat::isolate(column.attribute));
    }
    return {};
}

void prepareTable(QTableWidget &table)
{
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false); // Tab leads on to the next control
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(28);
    table.verticalHeader()->hide();
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

void fillSample(QTableWidget &table, const Import::ImportPlan &plan, const Display &display, int rows)
{
    table.clear();
    const auto count = std::min<qsizetype>(rows, plan.sample.size());
    table.setColumnCount(int(plan.columns.size()));
    table.setRowCount(int(count));
    QStringList headings;
    for (const Import::ColumnPlan &column : plan.columns)
        headings.append(NumberFormat::isolate(column.heading));
    table.setHorizontalHeaderLabels(headings);
    for (int row = 0; row < count; ++row) {
        const QStringList &cells = plan.sample[row];
        for (int column = 0; column < table.columnCount(); ++column) {
            auto *item = new QTableWidgetItem(NumberFormat::isolate(cells.value(column)));
            const Import::ColumnPlan &about = plan.columns[column];
            if (about.found == Import::FoundType::Decimal)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
            if (about.target == Import::ColumnPlan::Target::Ignore)
                item->setForeground(display.color("text3"));
            table.setItem(row, column, item);
        }
    }
    for (int column = 0; column < table.columnCount(); ++column) {
        table.resizeColumnToContents(column);
        table.setColumnWidth(column, std::clamp(table.columnWidth(column), 70, 220));
    }
}

namespace {

/// Layouts do not mirror their margins: the room beside the scroll bar moves to its side.
class BarRoom final : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

protected:
    void changeEvent(QEvent *event) override
    {
        QScrollArea::changeEvent(event);
        if (event->type() == QEvent::LayoutDirectionChange)
            place();
    }
    void showEvent(QShowEvent *event) override
    {
        QScrollArea::showEvent(event);
        place();
    }

private:
    void place()
    {
        constexpr int room = 6;
        setViewportMargins(isRightToLeft() ? room : 0, 0, isRightToLeft() ? 0 : room, 0);
    }
};

} // namespace

QScrollArea *scrolling(QWidget *content, QWidget *parent)
{
    auto *area = new BarRoom(parent);
    scrollWithin(*area, content);
    return area;
}

} // namespace ImportTexts
