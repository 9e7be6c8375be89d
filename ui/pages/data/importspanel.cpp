#include "ui/pages/data/importspanel.h"

#include "ui/dialogs/latestjob.h"
#include "ui/pages/data/tables.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QFileInfo>
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
    , m_again(new Button(display, Button::Kind::Default, u"refit"_s, m_card))
{
    m_table->setObjectName(u"importTable"_s);
    m_import->setObjectName(u"importButton"_s);
    m_rejects->setObjectName(u"showRejectsButton"_s);
    m_undo->setObjectName(u"undoImportButton"_s);
    m_again->setObjectName(u"importAgainButton"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    Tables::prepare(*m_table, *m_model);
    Tables::enableCopy(*m_table);
    const int widths[] = {170, 110, 220, 130, 130, 146, 100};
    for (int column = 0; column < Model::ColumnCount; ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *number = new NumberDelegate(display, m_table);
    for (const int column : {Model::ImportedColumn, Model::UpdatedColumn, Model::RejectedColumn})
        m_table->setItemDelegateForColumn(column, number);
    m_card->addHeaderWidget(m_rejects);
    m_card->addHeaderWidget(m_again);
    m_card->addHeaderWidget(m_undo);
    m_card->addHeaderWidget(m_import);
    setTabOrder(m_rejects, m_again); // as they stand
    setTabOrder(m_again, m_undo);
    setTabOrder(m_undo, m_import);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty);
    m_card->setBody(m_stack);
    buildWatchStrip();
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
    connect(m_again, &Button::clicked, this, [this] {
        if (const Import::ImportRecord *record = chosen())
            emit reimportRequested(*record);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ImportsPanel::renewButtons);
    connect(&display, &Display::changed, this, [this] {
        m_model->setNumberFormat(m_display.format());
        renewWatch();
    });
    m_model->setNumberFormat(display.format());
    retranslate();
    renewButtons();
}

void ImportsPanel::buildWatchStrip()
{
    auto *strip = new QWidget(m_card);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(12, 2, 8, 2);
    row->setSpacing(8);
    m_watchText = new TextLabel(m_display, Theme::TextRole::Table, "text2", strip);
    m_watchText->setObjectName(u"watchedFolder"_s);
    m_watchText->setElided(true);
    m_importNew = new Button(m_display, Button::Kind::Default, u"import"_s, strip);
    m_ignoreNew = new Button(m_display, Button::Kind::Quiet, {}, strip);
    m_chooseFolder = new Button(m_display, Button::Kind::Quiet, u"open"_s, strip);
    m_stopWatching = new Button(m_display, Button::Kind::Quiet, {}, strip);
    m_importNew->setObjectName(u"importNewFiles"_s);
    m_ignoreNew->setObjectName(u"ignoreNewFiles"_s);
    m_chooseFolder->setObjectName(u"chooseWatchedFolder"_s);
    m_stopWatching->setObjectName(u"stopWatching"_s);
    row->addWidget(m_watchText, 1);
    for (Button *button : {m_importNew, m_ignoreNew, m_chooseFolder, m_stopWatching}) {
        button->setSmall(true);
        row->addWidget(button);
    }
    m_card->setFooter(strip);
    connect(m_chooseFolder, &Button::clicked, this, &ImportsPanel::watchFolderRequested);
    connect(m_stopWatching, &Button::clicked, this, &ImportsPanel::stopWatchingRequested);
    connect(m_importNew, &Button::clicked, this, [this] { emit importFilesRequested(m_newFiles); });
    connect(m_ignoreNew, &Button::clicked, this, [this] { emit ignoreFilesRequested(m_newFiles); });
}

void ImportsPanel::setWatched(const QString &folder, const QStringList &files)
{
    m_folder = folder;
    m_newFiles = files;
    renewWatch();
}

void ImportsPanel::renewWatch()
{
    const NumberFormat &format = m_display.format();
    const auto files = m_newFiles.size();
    if (m_folder.isEmpty())
        m_watchText->setText(tr("No folder is watched. Files that come into a watched folder are offered for import."));
    else if (files == 0)
        m_watchText->setText(tr("Watching %1: nothing new.").arg(NumberFormat::isolate(m_folder)));
    else
        m_watchText->setText(format.counted(tr("Watching %1: %n new file(s).", nullptr, int(files)), files).arg(NumberFormat::isolate(m_folder)));
    const bool writable = m_workspace && !m_workspace->isReadOnly();
    m_importNew->setVisible(files > 0);
    m_importNew->setText(format.counted(tr("Import %n new file(s)", nullptr, int(files)), files));
    m_importNew->setEnabled(writable);
    m_ignoreNew->setVisible(files > 0);
    m_ignoreNew->setEnabled(writable);
    m_chooseFolder->setText(m_folder.isEmpty() ? tr("Watch a folder") : tr("Watch another folder"));
    m_chooseFolder->setEnabled(writable);
    m_stopWatching->setVisible(!m_folder.isEmpty());
    m_stopWatching->setEnabled(writable);
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
                Tables::chooseRow(*m_table, 0);
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
    const bool hasFile = record && Import::kindFromName(record->kind) && QFileInfo::exists(record->source);
    m_again->setEnabled(writable && hasFile);
    m_again->setToolTip(record && !hasFile ? tr("The file is no longer where it was imported from.")
                                           : tr("Takes the rows back and reads the file again with the same choices"));
    renewWatch();
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
    m_again->setText(tr("Import again"));
    m_ignoreNew->setText(tr("Not these"));
    m_stopWatching->setText(tr("Stop watching"));
    m_rejects->setText(tr("Show rejected rows"));
    m_table->setAccessibleName(tr("Imports"));
    m_empty->setTexts(tr("Nothing imported yet"),
                      tr("Customer value needs transactions: who bought, when, and for how much. Twelve months of "
                         "history give a useful first estimate."));
    m_empty->setAction(tr("Import data"), u"import"_s);
    m_model->retranslate();
    renewWatch();
}
