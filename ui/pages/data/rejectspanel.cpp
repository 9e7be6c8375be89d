#include "ui/pages/data/rejectspanel.h"

#include "models/import/rejectlog.h"
#include "ui/dialogs/faultdelegate.h"
#include "ui/dialogs/filechooser.h"
#include "ui/dialogs/latestjob.h"
#include "ui/pages/data/tables.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"

#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using Reasons = Import::RejectReasonsModel;
using Rows = Import::RejectedRowsModel;

RejectsPanel::RejectsPanel(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_reasons(new Reasons(this))
    , m_rows(new Rows(this))
    , m_loading(new LatestJob(this))
    , m_reasonCard(new Card(display, this))
    , m_rowCard(new Card(display, this))
    , m_choice(new QComboBox(m_reasonCard))
    , m_save(new Button(display, Button::Kind::Default, u"export"_s, m_reasonCard))
    , m_reasonTable(new QTableView(m_reasonCard))
    , m_rowStack(new QStackedWidget(m_rowCard))
    , m_rowTable(new QTableView(m_rowStack))
    , m_empty(new EmptyState(display, u"check"_s, m_rowStack))
{
    m_choice->setObjectName(u"rejectBatch"_s);
    m_choice->setMinimumWidth(260);
    m_save->setObjectName(u"saveRejectedRows"_s);
    m_reasonTable->setObjectName(u"reasonTable"_s);
    m_rowTable->setObjectName(u"rejectedTable"_s);
    Tables::prepare(*m_reasonTable, *m_reasons);
    Tables::prepare(*m_rowTable, *m_rows);
    Tables::enableCopy(*m_rowTable);
    m_reasonTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_reasonTable->setColumnWidth(Reasons::ReasonColumn, 460);
    m_reasonTable->horizontalHeader()->setStretchLastSection(true);
    auto *number = new NumberDelegate(display, this);
    for (const int column : {Reasons::CountColumn, Reasons::ShareColumn, Reasons::FirstLineColumn})
        m_reasonTable->setItemDelegateForColumn(column, number);
    m_rowTable->setItemDelegate(new FaultDelegate(display, this));
    m_rowTable->setItemDelegateForColumn(Rows::LineColumn, number);
    m_reasonCard->addHeaderWidget(m_choice);
    m_reasonCard->addHeaderWidget(m_save);
    m_reasonCard->setBody(m_reasonTable);
    m_reasonCard->setMaximumHeight(240);
    m_rowStack->addWidget(m_rowTable);
    m_rowStack->addWidget(m_empty);
    m_rowCard->setBody(m_rowStack);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_reasonCard);
    layout->addWidget(m_rowCard, 1);

    connect(m_choice, &QComboBox::activated, this,
            [this](int at) { showBatch(BatchId{m_choice->itemData(at).toLongLong()}); });
    connect(m_save, &Button::clicked, this, &RejectsPanel::save);
    connect(m_reasonTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RejectsPanel::loadRows);
    connect(&display, &Display::changed, this, [this] {
        m_reasons->setNumberFormat(m_display.format());
        m_rows->setNumberFormat(m_display.format());
        renewSubtitle();
    });
    m_reasons->setNumberFormat(display.format());
    m_rows->setNumberFormat(display.format());
    retranslate();
    setRecords({});
}

void RejectsPanel::setWorkspace(const std::shared_ptr<const Workspace> &workspace)
{
    m_loading->cancel();
    m_rows->clear();
    m_reasons->setGroups({});
    m_workspace = workspace;
    m_batch = {};
    setRecords({});
}

void RejectsPanel::setRecords(const QList<Import::ImportRecord> &records)
{
    m_records.clear();
    for (const Import::ImportRecord &record : records) {
        if (record.rowsRejected > 0 && !record.undone)
            m_records.append(record);
    }
    renewChoice();
    const bool known = m_choice->findData(m_batch.value) >= 0;
    if (!known)
        showBatch(m_records.isEmpty() ? BatchId{} : m_records.first().batch);
}

void RejectsPanel::renewChoice()
{
    m_choice->clear();
    for (const Import::ImportRecord &record : std::as_const(m_records)) {
        //: an import: %1 the file's name, %2 the day
        m_choice->addItem(tr("%1, %2").arg(NumberFormat::isolate(QFileInfo(record.source).fileName()),
                                           m_display.format().date(record.started.date())),
                          record.batch.value);
    }
    m_choice->setCurrentIndex(m_choice->findData(m_batch.value));
    m_choice->setVisible(!m_records.isEmpty());
    m_save->setVisible(!m_records.isEmpty());
    m_reasonCard->setVisible(!m_records.isEmpty());
    m_rowStack->setCurrentWidget(m_records.isEmpty() ? static_cast<QWidget *>(m_empty) : m_rowTable);
}

void RejectsPanel::showBatch(BatchId batch)
{
    m_batch = batch;
    m_choice->setCurrentIndex(m_choice->findData(batch.value));
    loadBatch();
}

void RejectsPanel::loadBatch()
{
    m_rows->clear();
    m_reasons->setGroups({});
    m_isCut = false;
    renewSubtitle();
    if (!m_workspace || !m_batch.isValid())
        return;
    m_loading->start(
        [workspace = m_workspace, batch = m_batch](const Progress &) { return Import::loadRejectGroups(*workspace, batch); },
        [this](const Result<QList<Import::RejectGroup>> &groups) {
            if (!groups) {
                emit failed(groups.error());
                return;
            }
            m_reasons->setGroups(*groups);
            m_isCut = std::ranges::any_of(*groups, [](const Import::RejectGroup &group) {
                return group.count > Import::RejectLog::keptPerReason;
            });
            renewSubtitle();
            loadRows();
        });
}

void RejectsPanel::loadRows()
{
    if (!m_workspace || !m_batch.isValid())
        return;
    const QModelIndexList chosen = m_reasonTable->selectionModel()->selectedRows();
    const QString reason = chosen.isEmpty() ? QString() : m_reasons->group(chosen.first().row()).reason;
    if (const Result<void> loaded = m_rows->load(*m_workspace, m_batch, reason); !loaded) {
        emit failed(loaded.error());
        return;
    }
    m_rowTable->setColumnWidth(Rows::LineColumn, 70);
    m_rowTable->setColumnWidth(Rows::ReasonColumn, 280);
}

void RejectsPanel::save()
{
    QFileInfo source(u"rejected.csv"_s);
    for (const Import::ImportRecord &record : std::as_const(m_records)) {
        if (record.batch == m_batch)
            source.setFile(record.source);
    }
    FileChooser::chooseNew(
        window(), {tr("Save rejected rows"), tr("CSV files (*.csv)"), source.completeBaseName() + u"-rejected.csv"_s, u"csv"_s},
        [this](const QString &file) {
            m_loading->start(
                [workspace = m_workspace, batch = m_batch, file](const Progress &) {
                    return Import::saveRejectedRows(*workspace, batch, file);
                },
                [this, file](const Result<void> &saved) {
                    if (saved)
                        emit fileSaved(file);
                    else
                        emit failed(saved.error());
                });
        });
}

/// Of a long list the workspace keeps a part only: whoever saves it is told.
void RejectsPanel::renewSubtitle()
{
    m_rowCard->setSubtitle(m_isCut ? tr("the first %1 of each reason are kept; importing the file again gives all of them")
                                         .arg(m_display.format().integer(Import::RejectLog::keptPerReason))
                                   : tr("mend them in the file and import it again: known rows are recognised"));
}

void RejectsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RejectsPanel::retranslate()
{
    m_reasonCard->setTitle(tr("Why rows were rejected"));
    m_rowCard->setTitle(tr("Rejected rows"));
    renewSubtitle();
    m_choice->setAccessibleName(tr("Import whose rejected rows are shown"));
    m_save->setText(tr("Save rejected rows as CSV"));
    m_reasonTable->setAccessibleName(tr("Why rows were rejected"));
    m_rowTable->setAccessibleName(tr("Rejected rows"));
    m_empty->setTexts(tr("No rejected rows"), tr("Every row of every import was understood."));
    m_reasons->retranslate();
    m_rows->retranslate();
    renewChoice();
}
