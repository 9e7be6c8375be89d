#include "ui/dialogs/importcheckpage.h"

#include "ui/dialogs/counted.h"
#include "ui/dialogs/importtexts.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Target = Import::ColumnPlan::Target;

namespace {

bool isNumeric(Import::FieldType type)
{
    return type == Import::FieldType::Money || type == Import::FieldType::Real;
}

bool isDay(Import::FieldType type)
{
    return type == Import::FieldType::Time || type == Import::FieldType::Day;
}

} // namespace

ImportCheckPage::ImportCheckPage(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_columnsCard(new Card(display, this))
    , m_checkCard(new Card(display, this))
    , m_table(new QTableWidget(m_columnsCard))
{
    m_table->setObjectName(u"checkTable"_s);
    ImportTexts::prepareTable(*m_table);
    m_columnsCard->setBody(m_table);
    auto *body = new QWidget(m_checkCard);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(10);
    const auto text = [&](const char *token) {
        auto *label = new TextLabel(display, Theme::TextRole::Body, token, body);
        label->setWordWrap(true);
        layout->addWidget(label);
        return label;
    };
    m_summary = text("text");
    m_problems = text("warn");
    m_checkAll = new Button(display, Button::Kind::Default, {}, body);
    m_checkAll->setObjectName(u"checkAll"_s);
    layout->addWidget(m_checkAll, 0, Qt::AlignLeading);
    layout->addSpacing(8);
    m_duplicatesLabel = text("text2");
    m_duplicates = new QComboBox(body);
    m_duplicates->setObjectName(u"duplicates"_s);
    m_duplicatesLabel->setBuddy(m_duplicates);
    layout->addWidget(m_duplicates);
    layout->addStretch();
    m_promise = text("text2");
    m_checkCard->setBody(body);
    m_checkCard->setFixedWidth(340);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(12);
    columns->addWidget(m_columnsCard, 1);
    columns->addWidget(m_checkCard);
    setFocusProxy(m_checkAll);
    connect(m_checkAll, &Button::clicked, this, &ImportCheckPage::dryRunRequested);
    connect(m_duplicates, &QComboBox::activated, this,
            [this](int at) { emit duplicatesChosen(Import::OnDuplicate(at)); });
    retranslate();
}

void ImportCheckPage::setPlan(const Import::ImportPlan &plan)
{
    if (m_plan != plan)
        m_dryRun.reset();
    m_plan = plan;
    renewTable();
    renewTexts();
}

void ImportCheckPage::setDryRun(const std::optional<Import::ImportOutcome> &outcome)
{
    m_dryRun = outcome;
    m_checking = false;
    renewTexts();
}

void ImportCheckPage::setChecking(bool checking)
{
    m_checking = checking;
    renewTexts();
}

void ImportCheckPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportCheckPage::retranslate()
{
    m_columnsCard->setTitle(tr("What will be written"));
    m_checkCard->setTitle(tr("Check"));
    m_checkAll->setText(tr("Check all rows"));
    m_checkAll->setToolTip(tr("Reads the whole file as the import would, and writes nothing"));
    m_duplicatesLabel->setText(tr("Customers that the workspace already has"));
    m_duplicates->setAccessibleName(tr("Customers that the workspace already has"));
    m_duplicates->clear();
    m_duplicates->addItems({tr("Update with the file's values"), tr("Leave as they are"), tr("Reject the row")});
    m_promise->setText(tr("Nothing is written before you press Import. A backup of the workspace is made first."));
    m_table->setAccessibleName(tr("Columns that will be imported"));
    if (m_plan) {
        renewTable();
        renewTexts();
    }
}

QStringList ImportCheckPage::problems() const
{
    QStringList problems;
    const NumberFormat &format = m_display.format();
    for (const Import::ColumnPlan &column : m_plan->columns) {
        if (column.target != Target::Field)
            continue;
        const Import::Field *field = Import::findField(m_plan->kind, column.field);
        const QString heading = NumberFormat::isolate(column.heading);
        if (field->required && column.emptyShare > 0)
            problems.append(tr("%1 of the rows in the sample have nothing in %2; they will be rejected.")
                                .arg(format.percent(column.emptyShare, 1), heading));
        const bool isText = column.found == Import::FoundType::Text || column.found == Import::FoundType::Category;
        if (isNumeric(field->type) && (isText || column.found == Import::FoundType::Date))
            problems.append(tr("%1 does not look like numbers.").arg(heading));
        if (isDay(field->type) && isText)
            problems.append(tr("%1 does not look like dates.").arg(heading));
    }
    if (!m_plan->ambiguousDateColumn.isEmpty())
        problems.append(tr("The dates in %1 fit day first and month first. Say which under Format.")
                            .arg(NumberFormat::isolate(m_plan->ambiguousDateColumn)));
    return problems;
}

void ImportCheckPage::renewTexts()
{
    if (!m_plan)
        return;
    const NumberFormat &format = m_display.format();
    m_duplicates->setCurrentIndex(int(m_plan->onDuplicate));
    const bool hasCustomers = m_plan->kind == Import::Kind::Customers;
    m_duplicates->setVisible(hasCustomers);
    m_duplicatesLabel->setVisible(hasCustomers);
    m_checkAll->setEnabled(!m_checking);
    if (m_dryRun) {
        const qint64 good = m_dryRun->rowsRead - m_dryRun->rowsRejected;
        m_summary->setText(counted(tr("All rows were checked: %n row(s) ready to import.", nullptr, int(good)), good, format));
        QStringList lines;
        for (const Import::RejectGroup &group : m_dryRun->rejects) {
            //: why rows would be rejected: %1 the reason, %2 how many rows, %3 the line of the first
            lines.append(tr("%1 (%2, first in line %3)")
                             .arg(Import::rejectReasonText(group.reason),
                                  counted(tr("%n row(s)", nullptr, int(group.count)), group.count, format),
                                  format.integer(group.firstLine)));
        }
        m_problems->setText(lines.isEmpty()
                                ? QString()
                                : counted(tr("%n row(s) would be rejected:", nullptr, int(m_dryRun->rowsRejected)),
                                          m_dryRun->rowsRejected, format)
                                    + u'\n' + lines.join(u'\n'));
    } else {
        m_summary->setText(m_checking ? tr("Checking all rows. Nothing is written.")
                                      : counted(tr("About %n row(s), judged by the first rows.", nullptr,
                                                   int(m_plan->estimatedRows)),
                                                m_plan->estimatedRows, format));
        m_problems->setText(problems().join(u'\n'));
    }
    m_problems->setVisible(!m_problems->text().isEmpty());
}

void ImportCheckPage::renewTable()
{
    m_table->clear();
    m_table->setColumnCount(5);
    m_table->setHorizontalHeaderLabels({tr("Column in file"), tr("Goes to"), tr("Type found"), tr("Empty"), tr("Example")});
    const NumberFormat &format = m_display.format();
    int row = 0;
    m_table->setRowCount(int(m_plan->columns.size()));
    for (const Import::ColumnPlan &column : m_plan->columns) {
        if (column.target == Target::Ignore)
            continue;
        const QString cells[] = {NumberFormat::isolate(column.heading), ImportTexts::targetTitle(column),
                                 Import::foundTypeTitle(column.found), format.percent(column.emptyShare),
                                 NumberFormat::isolate(column.example)};
        for (int at = 0; at < 5; ++at) {
            auto *item = new QTableWidgetItem(cells[at]);
            if (at == 3)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
            m_table->setItem(row, at, item);
        }
        ++row;
    }
    m_table->setRowCount(row);
    const int widths[] = {190, 220, 110, 80, 160};
    for (int column = 0; column < 5; ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
}
