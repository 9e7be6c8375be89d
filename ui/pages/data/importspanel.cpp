#include "ui/pages/data/importspanel.h"

#include "ui/dialogs/latestjob.h"
#include "ui/pages/data/tables.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"

#include <QEvent>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Model = Import::ImportHistoryModel;

ImportsPanel::ImportsPanel(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_model(new Model(this))
    , m_loading(new LatestJob(this))
    , m_card(new Card(display, this))
    , m_stack(new QStackedWidget(m_card))
    , m_table(new QTableView(m_stack))
    , m_empty(new EmptyState(display, u"import"_s, m_stack))
    , m_import(new Button(display, Button::Kind::Primary, u"import"_s, m_card))
    , m_rejects(new Button(display, Button::Kind::Default, {}, m_card))
    , m_undo(new Button(display, Button::Kind::Default, u"undo"_s, m_card))
{
    m_table->setObjectName(u"importTable"_s);
    m_import->setObjectName(u"importButton"_s);
    m_rejects->setObjectName(u"showRejectsButton"_s);
    m_undo->setObjectName(u"undoImportButton"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    Tables::prepare(*m_table, *m_model);
    Tables::enableCopy(*m_table);
    const int widths[] = {170, 120, 320, 110, 110, 110, 120};
    for (int column = 0; column < Model::ColumnCount; ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *number = new NumberDelegate(display, m_table);
    for (const int column : {Model::ImportedColumn, Model::UpdatedColumn, Model::RejectedColumn})
        m_table->setItemDelegateForColumn(column, number);
    m_card->addHeaderWidget(m_rejects);
    m_card->addHeaderWidget(m_undo);
    m_card->addHeaderWidget(m_import);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty);
    m_card->setBody(m_stack);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);

    connect(m_import, &Button::clicked, this, &ImportsPanel::importRequested);
    connect(m_empty, &EmptyState::actionTriggered, this, &ImportsPanel::importRequested);
    connect(m_rejects, &Button::clicked, this, [this] {
        if (const Import::ImportRecord *record = chosen())
            emit rejectsRequested(record->batch);
    });
    connect(m_undo, &Button::clicked, this, [this] {
        if (const Import::ImportRecord *record = chosen())
            emit undoRequested(*record);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ImportsPanel::renewButtons);
    connect(&display, &Display::changed, this, [this] { m_model->setNumberFormat(m_display.format()); });
    m_model->setNumberFormat(display.format());
    retranslate();
    renewButtons();
}

void ImportsPanel::setWorkspace(const std::shared_ptr<const Workspace> &workspace)
{
    m_workspace = workspace;
    m_loading->cancel();
    m_model->setRecords({});
    renewButtons();
}

void ImportsPanel::reload()
{
    if (!m_workspace)
        return;
    m_loading->start(
        [workspace = m_workspace](const Progress &) { return Import::loadImportHistory(*workspace); },
        [this](const Result<QList<Import::ImportRecord>> &records) {
            if (!records) {
                emit failed(records.error());
                return;
            }
            m_model->setRecords(*records);
            m_stack->setCurrentWidget(records->isEmpty() ? static_cast<QWidget *>(m_empty) : m_table);
            if (!records->isEmpty())
                m_table->selectRow(0);
            renewButtons();
            emit loaded(*records);
        });
}

const Import::ImportRecord *ImportsPanel::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model->record(rows.first().row());
}

void ImportsPanel::renewButtons()
{
    const Import::ImportRecord *record = chosen();
    const bool writable = m_workspace && !m_workspace->isReadOnly();
    m_import->setEnabled(writable);
    m_undo->setEnabled(writable && record && !record->undone && record->kind != u"demo");
    m_rejects->setEnabled(record && record->rowsRejected > 0);
}

void ImportsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportsPanel::retranslate()
{
    m_card->setTitle(tr("Imports"));
    m_card->setSubtitle(tr("newest first, with merges and repairs; each can be undone as a whole"));
    m_import->setText(tr("Import data"));
    m_undo->setText(tr("Undo"));
    m_undo->setToolTip(tr("Takes back everything this import or change brought"));
    m_rejects->setText(tr("Show rejected rows"));
    m_table->setAccessibleName(tr("Imports"));
    m_empty->setTexts(tr("Nothing imported yet"),
                      tr("Customer value needs transactions: who bought, when, and for how much. Twelve months of "
                         "history give a useful first estimate."));
    m_empty->setAction(tr("Import data"), u"import"_s);
    m_model->retranslate();
}
