#include "ui/pages/data/healthpanel.h"

#include "models/health/factrowsmodel.h"
#include "ui/dialogs/latestjob.h"
#include "ui/pages/data/healthdelegates.h"
#include "ui/pages/data/healthtile.h"
#include "ui/pages/data/tables.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/progressstrip.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;
using Findings = Health::FindingsModel;
using Fields = Health::FieldsModel;
using Health::Aspect;
using Health::Severity;

namespace {

/// Nobody reads more; the number of all is in the title.
constexpr qint64 mostRowsShown = 100'000;

} // namespace

HealthPanel::HealthPanel(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_findings(new Findings(this))
    , m_fields(new Fields(this))
    , m_rows(new Health::FactRowsModel(this))
    , m_checking(new LatestJob(this))
    , m_loading(new LatestJob(this))
    , m_stack(new QStackedWidget(this))
    , m_overview(new QWidget(m_stack))
    , m_progress(new ProgressStrip(display, m_overview))
{
    setObjectName(u"healthPanel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_stack->addWidget(m_overview);
    buildFindings();
    buildRows();
    m_empty = new EmptyState(display, u"data"_s, m_stack);
    m_stack->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionTriggered, this, &HealthPanel::importRequested);
    connect(m_checking, &LatestJob::progressed, m_progress, &ProgressStrip::showProgress);
    connect(m_progress, &ProgressStrip::cancelRequested, m_checking, [this] {
        m_checking->cancel();
        m_progress->finish();
        m_findingsCard->setBusy(false);
        renewTexts();
    });
    connect(&display, &Display::changed, this, [this] {
        m_findings->setNumberFormat(m_display.format());
        m_fields->setNumberFormat(m_display.format());
        m_rows->setNumberFormat(m_display.format());
        renewTexts();
    });
    m_findings->setNumberFormat(display.format());
    m_fields->setNumberFormat(display.format());
    m_rows->setNumberFormat(display.format());
    retranslate();
    renewButtons();
}

void HealthPanel::buildFindings()
{
    auto *layout = new QVBoxLayout(m_overview);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(12);
    for (const Aspect aspect : Health::allAspects()) {
        auto *tile = new HealthTile(m_display, m_overview);
        tile->setObjectName(u"aspect%1"_s.arg(int(aspect)));
        tiles->addWidget(tile, 1);
        m_tiles.append(tile);
        connect(tile, &HealthTile::clicked, this,
                [this, aspect](bool checked) { chooseAspect(checked ? std::optional(aspect) : std::nullopt); });
    }
    layout->addLayout(tiles);
    layout->addWidget(m_progress);
    m_progress->hide();

    m_findingsCard = new Card(m_display, m_overview);
    m_findingsStack = new QStackedWidget(m_findingsCard);
    m_findingsTable = new QTableView(m_findingsStack);
    m_sound = new EmptyState(m_display, u"check"_s, m_findingsStack);
    m_showRows = new Button(m_display, Button::Kind::Default, u"table"_s, m_findingsCard);
    m_repair = new Button(m_display, Button::Kind::Default, u"edit"_s, m_findingsCard);
    m_findingsTable->setObjectName(u"findingsTable"_s);
    m_showRows->setObjectName(u"showFindingRows"_s);
    m_repair->setObjectName(u"repairFinding"_s);
    Tables::prepare(*m_findingsTable, *m_findings);
    Tables::enableCopy(*m_findingsTable);
    m_findingsTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_findingsTable->setSortingEnabled(true);
    m_findingsTable->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    const int widths[] = {104, 140, 116, 520, 84, 76, 160};
    for (int column = 0; column < Findings::ColumnCount; ++column)
        m_findingsTable->setColumnWidth(column, widths[column]);
    m_findingsTable->horizontalHeader()->setSectionResizeMode(Findings::FindingColumn, QHeaderView::Stretch);
    m_findingsTable->setItemDelegateForColumn(Findings::SeverityColumn, new HealthDelegates::SeverityDelegate(m_display, this));
    auto *number = new NumberDelegate(m_display, this);
    m_findingsTable->setItemDelegateForColumn(Findings::RowsColumn, number);
    m_findingsTable->setItemDelegateForColumn(Findings::ShareColumn, number);
    m_findingsStack->addWidget(m_findingsTable);
    m_findingsStack->addWidget(m_sound);
    m_findingsCard->addHeaderWidget(m_showRows);
    m_findingsCard->addHeaderWidget(m_repair);
    m_findingsCard->setBody(m_findingsStack);
    layout->addWidget(m_findingsCard, 3);

    m_fieldsCard = new Card(m_display, m_overview);
    m_fieldsTable = new QTableView(m_fieldsCard);
    m_showMissing = new Button(m_display, Button::Kind::Default, u"table"_s, m_fieldsCard);
    m_fieldsTable->setObjectName(u"fieldsTable"_s);
    m_showMissing->setObjectName(u"showMissingRows"_s);
    Tables::prepare(*m_fieldsTable, *m_fields);
    Tables::enableCopy(*m_fieldsTable);
    m_fieldsTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_fieldsTable->setSortingEnabled(true);
    m_fieldsTable->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_fieldsTable->setColumnWidth(Fields::TableColumn, 160);
    m_fieldsTable->setColumnWidth(Fields::FieldColumn, 220);
    m_fieldsTable->setColumnWidth(Fields::FilledColumn, 320);
    m_fieldsTable->setColumnWidth(Fields::MissingColumn, 110);
    m_fieldsTable->setColumnWidth(Fields::NewestColumn, 130);
    m_fieldsTable->setColumnWidth(Fields::FindingsColumn, 100);
    m_fieldsTable->horizontalHeader()->setSectionResizeMode(Fields::FilledColumn, QHeaderView::Stretch);
    m_fieldsTable->setItemDelegateForColumn(Fields::FilledColumn, new HealthDelegates::FilledDelegate(m_display, this));
    for (const int column : {Fields::MissingColumn, Fields::NewestColumn, Fields::FindingsColumn})
        m_fieldsTable->setItemDelegateForColumn(column, number);
    m_fieldsCard->addHeaderWidget(m_showMissing);
    m_fieldsCard->setBody(m_fieldsTable);
    layout->addWidget(m_fieldsCard, 2);

    connect(m_findingsTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HealthPanel::renewButtons);
    connect(m_fieldsTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HealthPanel::renewButtons);
    connect(m_findings, &Findings::modelReset, this, &HealthPanel::renewButtons);
    connect(m_findingsTable, &QTableView::doubleClicked, this, &HealthPanel::openRows);
    connect(m_showRows, &Button::clicked, this, &HealthPanel::openRows);
    connect(m_repair, &Button::clicked, this, [this] {
        if (const Health::Finding *finding = chosen())
            emit repairRequested(*finding);
    });
    const auto showMissing = [this] {
        const QModelIndexList rows = m_fieldsTable->selectionModel()->selectedRows();
        if (!rows.isEmpty() && m_showMissing->isEnabled())
            showRows(Health::missingFinding(m_fields->field(rows.first().row())));
    };
    connect(m_showMissing, &Button::clicked, this, showMissing);
    connect(m_fieldsTable, &QTableView::doubleClicked, this, showMissing);
}

void HealthPanel::buildRows()
{
    m_rowsCard = new Card(m_display, m_stack);
    m_back = new Button(m_display, Button::Kind::Default, u"back"_s, m_rowsCard);
    m_repairRows = new Button(m_display, Button::Kind::Default, u"edit"_s, m_rowsCard);
    m_rowsTable = new QTableView(m_rowsCard);
    m_back->setObjectName(u"backToFindings"_s);
    m_repairRows->setObjectName(u"repairRows"_s);
    m_rowsTable->setObjectName(u"factRows"_s);
    Tables::prepare(*m_rowsTable, *m_rows);
    Tables::enableCopy(*m_rowsTable);
    m_rowsCard->addHeaderWidget(m_repairRows);
    m_rowsCard->addHeaderWidget(m_back);
    m_rowsCard->setBody(m_rowsTable);
    m_stack->addWidget(m_rowsCard);
    connect(m_back, &Button::clicked, this, &HealthPanel::showFindings);
    connect(m_repairRows, &Button::clicked, this, [this] {
        if (m_shown)
            emit repairRequested(*m_shown);
    });
    connect(m_rowsTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (const CustomerId customer = m_rows->customerAt(now.row()); now.isValid() && customer.isValid())
            emit customerChosen(customer);
    });
}

void HealthPanel::setWorkspace(const std::shared_ptr<const Workspace> &workspace)
{
    m_checking->cancel();
    m_loading->cancel();
    m_progress->finish();
    m_rows->clear();
    m_workspace = workspace;
    m_snapshot.reset();
    m_report.reset();
    m_shown.reset();
    m_findings->setReport({});
    m_fields->setReport({});
    m_stack->setCurrentWidget(m_overview);
    renewTexts();
}

void HealthPanel::setSnapshot(const Customers::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    m_rows->clear();
    m_shown.reset();
    if (m_stack->currentWidget() == m_rowsCard)
        m_stack->setCurrentWidget(m_overview);
    if (isVisible())
        examine();
    else
        m_report.reset();
}

void HealthPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_report && !m_checking->isRunning())
        examine();
}

void HealthPanel::examine()
{
    if (!m_workspace || !m_snapshot)
        return;
    m_findingsCard->setBusy(true);
    m_progress->start(tr("Checking the data"));
    m_checking->start(
        [workspace = m_workspace, snapshot = m_snapshot,
         today = m_today.isValid() ? m_today : QDate::currentDate()](const Progress &progress) {
            return Health::checkHealth(*workspace, *snapshot, {today}, progress);
        },
        [this](const Result<Health::Report> &report) {
            m_progress->finish();
            m_findingsCard->setBusy(false);
            if (!report) {
                if (report.error().kind != Error::Kind::Cancelled)
                    emit failed(report.error());
                return;
            }
            m_report = *report;
            m_findings->setReport(*report);
            m_fields->setReport(*report);
            if (m_findings->rowCount() > 0)
                Tables::chooseRow(*m_findingsTable, 0);
            renewTexts();
            emit checked();
        });
}

void HealthPanel::chooseAspect(std::optional<Aspect> aspect)
{
    m_aspect = aspect;
    for (qsizetype i = 0; i < m_tiles.size(); ++i)
        m_tiles[i]->setChecked(aspect && Health::allAspects()[i] == *aspect);
    m_findings->setAspect(aspect);
    if (m_findings->rowCount() > 0)
        Tables::chooseRow(*m_findingsTable, 0);
    renewTexts();
}

const Health::Finding *HealthPanel::chosen() const
{
    const QModelIndexList rows = m_findingsTable->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_findings->finding(rows.first().row());
}

void HealthPanel::openRows()
{
    if (const Health::Finding *finding = chosen())
        showRows(*finding);
}

void HealthPanel::showRows(const Health::Finding &finding)
{
    if (!m_workspace)
        return;
    m_findingsCard->setBusy(true);
    m_loading->start(
        [workspace = m_workspace, finding](const Progress &progress) {
            return Health::findingRows(*workspace, finding, mostRowsShown, progress);
        },
        [this, finding](const Result<std::vector<std::int64_t>> &rows) {
            m_findingsCard->setBusy(false);
            if (!rows) {
                if (rows.error().kind != Error::Kind::Cancelled)
                    emit failed(rows.error());
                return;
            }
            if (finding.table == u"customer" || finding.table == u"customer_attribute") {
                QList<CustomerId> customers;
                for (const std::int64_t row : *rows)
                    customers.append(CustomerId{row});
                emit customersRequested(customers, [this, finding] { return Health::findingText(finding, m_display.format()); });
            } else {
                showTable(finding, *rows);
            }
        });
}

void HealthPanel::showTable(const Health::Finding &finding, std::vector<std::int64_t> rows)
{
    if (const Result<void> loaded = m_rows->load(*m_workspace, finding.table, std::move(rows), finding.column); !loaded) {
        emit failed(loaded.error());
        return;
    }
    m_shown = finding;
    auto *number = new HealthDelegates::MarkDelegate(m_display, m_rowsTable);
    auto *words = new HealthDelegates::MarkTextDelegate(m_display, m_rowsTable);
    for (int column = 0; column < m_rows->columnCount(); ++column) {
        const bool isNumeric = Health::FactRowsModel::isNumeric(m_rows->columns().at(column));
        m_rowsTable->setItemDelegateForColumn(column, isNumeric ? static_cast<QAbstractItemDelegate *>(number) : words);
        m_rowsTable->setColumnWidth(column, isNumeric ? 130 : 150);
    }
    m_stack->setCurrentWidget(m_rowsCard);
    m_rowsTable->setFocus(Qt::OtherFocusReason);
    renewTexts();
}

void HealthPanel::showFindings()
{
    m_shown.reset();
    m_rows->clear();
    renewTexts();
    m_findingsTable->setFocus(Qt::OtherFocusReason);
}

void HealthPanel::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && m_stack->currentWidget() == m_rowsCard)
        showFindings();
    else if (isReturn && m_findingsTable->hasFocus())
        openRows();
    else if (isReturn && m_fieldsTable->hasFocus())
        m_showMissing->click();
    else
        QWidget::keyPressEvent(event);
}

void HealthPanel::renewButtons()
{
    const Health::Finding *finding = chosen();
    m_showRows->setEnabled(finding && finding->rows > 0);
    const QString repair = finding ? Health::repairText(*finding) : QString();
    m_repair->setText(repair.isEmpty() ? tr("Repair") : repair);
    m_repair->setEnabled(!repair.isEmpty() && isWritable());
    m_repair->setToolTip(finding && repair.isEmpty() ? tr("Nothing can mend this here: it needs better data.") : QString());
    const QModelIndexList fields = m_fieldsTable->selectionModel()->selectedRows();
    m_showMissing->setEnabled(!fields.isEmpty() && m_fields->field(fields.first().row()).filled < m_fields->field(fields.first().row()).rows);
}

void HealthPanel::renewTexts()
{
    const NumberFormat &format = m_display.format();
    const QList<Aspect> aspects = Health::allAspects();
    for (qsizetype i = 0; i < aspects.size(); ++i) {
        const Aspect aspect = aspects[i];
        QString value = u"–"_s;
        QString note;
        const char *token = "text3";
        if (m_report) {
            const qint64 findings = m_report->count(aspect);
            Severity worst = Severity::Note;
            for (const Health::Finding &finding : m_report->findings) {
                if (finding.aspect == aspect)
                    worst = std::max(worst, finding.severity);
            }
            // Rounded down: what lacks a cell is not complete.
            const double filled = std::floor(m_report->completeness() * 1000) / 1000;
            value = aspect == Aspect::Completeness ? format.percent(filled, filled > 0.99 && filled < 1 ? 1 : 0)
                                                   : format.integer(findings);
            note = findings == 0 ? tr("nothing found")
                                 : format.counted(tr("%n finding(s)", nullptr, int(findings)), findings);
            token = findings == 0 ? "good" : worst == Severity::Note ? "text" : HealthDelegates::tokenOf(worst);
        }
        m_tiles[i]->setFigure(Health::aspectTitle(aspect), value, note, token);
        m_tiles[i]->setToolTip(tr("Show only these findings; press again for all"));
    }
    const auto all = m_report ? m_report->findings.size() : 0;
    m_findingsCard->setTitle(m_aspect ? Health::aspectTitle(*m_aspect) : tr("Findings"));
    m_findingsCard->setSubtitle(m_report ? format.counted(tr("%n finding(s)", nullptr, int(m_aspect ? m_findings->rowCount() : all)),
                                                          m_aspect ? m_findings->rowCount() : all)
                                         : QString());
    m_findingsStack->setCurrentIndex(m_report && m_findings->rowCount() == 0 ? 1 : 0);
    m_sound->setTexts(tr("Nothing found"), m_aspect ? tr("No finding of this kind. Press the tile again to see all.")
                                                    : tr("No fault was found in any table."));
    const bool isEmpty = m_report && m_report->tables.isEmpty();
    if (m_shown) {
        m_rowsCard->setTitle(Health::tableTitle(m_shown->table));
        m_rowsCard->setSubtitle(Health::findingText(*m_shown, format));
        const QString repair = Health::repairText(*m_shown);
        m_repairRows->setText(repair);
        m_repairRows->setVisible(!repair.isEmpty());
        m_repairRows->setEnabled(isWritable());
    }
    m_stack->setCurrentWidget(m_shown ? static_cast<QWidget *>(m_rowsCard) : isEmpty ? m_empty : m_overview);
    renewButtons();
}

void HealthPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HealthPanel::retranslate()
{
    m_fieldsCard->setTitle(tr("Fields"));
    m_fieldsCard->setSubtitle(tr("how much of each column is filled, and until when"));
    m_showRows->setText(tr("Show the rows"));
    m_showMissing->setText(tr("Show the empty rows"));
    m_back->setText(tr("Back to the findings"));
    m_findingsTable->setAccessibleName(tr("Findings"));
    m_fieldsTable->setAccessibleName(tr("Fields and how much of them is filled"));
    m_rowsTable->setAccessibleName(tr("Rows of the finding"));
    m_empty->setTexts(tr("Nothing to check yet"), tr("Import customers or transactions: what is missing or impossible in them is listed here."));
    m_empty->setAction(tr("Import data"), u"import"_s);
    m_findings->retranslate();
    m_fields->retranslate();
    m_rows->retranslate();
    renewTexts();
}
