#include "ui/pages/lifetimevalue/derivationdialog.h"

#include "ui/style/display.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 26;
constexpr int symbolWidth = 92;
constexpr int valueWidth = 190;
constexpr int dayWidth = 140;

QTableWidgetItem *cell(const QString &text, Qt::Alignment alignment)
{
    auto *item = new QTableWidgetItem(text);
    item->setTextAlignment(alignment | Qt::AlignVCenter);
    item->setToolTip(text);
    return item;
}

/// The heading above numbers stands where they end, in both directions.
void alignNumbers(QTableWidget *table)
{
    table->horizontalHeaderItem(1)->setTextAlignment(Qt::AlignRight | Qt::AlignAbsolute
                                                     | Qt::AlignVCenter);
}

} // namespace

DerivationDialog::DerivationDialog(Display &shownBy, Subject subject, QWidget *parent)
    : Dialog(shownBy, parent)
    , m_subject(std::move(subject))
    , m_customer(new TextLabel(shownBy, Theme::TextRole::Table, "text3", this))
    , m_result(new TextLabel(shownBy, Theme::TextRole::KpiValue, "text", this))
    , m_meaning(new TextLabel(shownBy, Theme::TextRole::Body, "text2", this))
    , m_formula(new TextLabel(shownBy, Theme::TextRole::CardTitle, "text", this))
    , m_source(new TextLabel(shownBy, Theme::TextRole::Axis, "text3", this))
    , m_inputsTitle(new TextLabel(shownBy, Theme::TextRole::CardTitle, "text", this))
    , m_inputs(makeTable("derivationInputs", 3))
    , m_rowsTitle(new TextLabel(shownBy, Theme::TextRole::CardTitle, "text", this))
    , m_rows(makeTable("derivationRows", 3))
    , m_note(new TextLabel(shownBy, Theme::TextRole::Axis, "text3", this))
{
    setObjectName(u"derivationDialog"_s);
    if (!m_subject.result)
        m_subject.result = {m_subject.analysis, &m_subject.analysis->clv};
    m_result->setObjectName(u"derivationResult"_s);
    m_formula->setObjectName(u"derivationFormula"_s);
    m_formula->setWeight(QFont::Medium);
    for (TextLabel *label : {m_meaning, m_formula, m_source, m_note})
        label->setWordWrap(true);
    for (TextLabel *label : {m_result, m_meaning, m_formula, m_source})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body()->setSpacing(6);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_customer, m_result, m_meaning,
                                                            m_formula, m_source, m_inputsTitle})
        body()->addWidget(widget);
    body()->addWidget(m_inputs, 3);
    body()->addWidget(m_rowsTitle);
    body()->addWidget(m_rows, 2);
    body()->addWidget(m_note);
    m_rows->setColumnWidth(0, dayWidth);
    resize(620, 680);
    retranslate();
}

QTableWidget *DerivationDialog::makeTable(const char *name, int columns)
{
    auto *table = new QTableWidget(0, columns, this);
    table->setObjectName(QString::fromLatin1(name));
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setMinimumHeight(3 * rowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(columns - 1, QHeaderView::Stretch);
    table->setColumnWidth(0, symbolWidth);
    table->setColumnWidth(1, valueWidth);
    return table;
}

void DerivationDialog::retranslate()
{
    m_derivation = Clv::derive(m_subject.figure, *m_subject.analysis->snapshot, *m_subject.result,
                               m_subject.position, display().format());
    //: %1 is a figure such as "P(alive)"
    setHeading(tr("How was this computed: %1").arg(m_derivation.title));
    m_customer->setText(m_subject.customer);
    m_customer->setVisible(!m_subject.customer.isEmpty());
    m_result->setText(m_derivation.result);
    m_meaning->setText(m_derivation.meaning);
    m_meaning->setVisible(!m_derivation.meaning.isEmpty());
    m_formula->setText(m_derivation.formulas.join(u'\n'));
    m_formula->setVisible(!m_derivation.formulas.isEmpty());
    //: %1 is a publication
    m_source->setText(tr("Source: %1").arg(NumberFormat::isolate(m_derivation.source)));
    m_source->setVisible(!m_derivation.source.isEmpty());
    fillInputs();
    fillRows();
    setButtons({}, tr("Close"));
}

void DerivationDialog::fillInputs()
{
    m_inputsTitle->setText(tr("What goes in"));
    m_inputs->setAccessibleName(m_inputsTitle->text());
    m_inputs->setHorizontalHeaderLabels({tr("Symbol"), tr("Value"), tr("Meaning")});
    alignNumbers(m_inputs);
    const QList<Clv::Derivation::Input> inputs = m_derivation.inputs + m_derivation.parameters;
    m_inputs->setRowCount(int(inputs.size()));
    for (int row = 0; row < int(inputs.size()); ++row) {
        m_inputs->setItem(row, 0, cell(NumberFormat::isolate(inputs[row].symbol), Qt::AlignLeading));
        m_inputs->setItem(row, 1, cell(inputs[row].value, Qt::AlignRight | Qt::AlignAbsolute));
        m_inputs->setItem(row, 2, cell(inputs[row].meaning, Qt::AlignLeading));
    }
}

void DerivationDialog::fillRows()
{
    const NumberFormat &format = display().format();
    const bool hasRows = !m_derivation.rows.isEmpty();
    m_rowsTitle->setVisible(hasRows);
    m_rows->setVisible(hasRows);
    m_note->setText(m_derivation.rowsNote);
    m_note->setVisible(!m_derivation.rowsNote.isEmpty());
    //: %1 is a number
    m_rowsTitle->setText(tr("Orders behind it: %1").arg(format.integer(m_derivation.rows.size())));
    m_rows->setAccessibleName(m_rowsTitle->text());
    m_rows->setHorizontalHeaderLabels({tr("Day"), tr("Amount"), tr("Counts as")});
    alignNumbers(m_rows);
    m_rows->setRowCount(int(m_derivation.rows.size()));
    const QString currency = m_subject.analysis->snapshot->currency.code;
    for (int row = 0; row < int(m_derivation.rows.size()); ++row) {
        const Clv::Derivation::Row &order = m_derivation.rows[row];
        m_rows->setItem(row, 0, cell(format.date(order.day), Qt::AlignLeading));
        m_rows->setItem(row, 1,
                        cell(format.money(order.amount, currency),
                             Qt::AlignRight | Qt::AlignAbsolute));
        m_rows->setItem(row, 2,
                        cell(order.role == Clv::Derivation::Role::First
                                 ? tr("first order: the time begins")
                             : order.role == Clv::Derivation::Role::Repeat
                                 ? tr("repeat order")
                                 : tr("contract: its start and price"),
                             Qt::AlignLeading));
    }
}
