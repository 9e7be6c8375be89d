#include "ui/pages/data/customerspanel.h"

#include "ui/dialogs/counted.h"
#include "ui/dialogs/filechooser.h"
#include "ui/dialogs/latestjob.h"
#include "ui/pages/data/customercsv.h"
#include "ui/pages/data/tables.h"
#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"

#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;
using Model = Customers::CustomerTableModel;

namespace {
const QString hiddenKey = u"customers/hiddenColumns"_s;
}

CustomersPanel::CustomersPanel(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_model(new Model(this))
    , m_saving(new LatestJob(this))
    , m_card(new Card(display, this))
    , m_search(new QLineEdit(m_card))
    , m_columns(new Button(display, Button::Kind::Icon, u"columns"_s, m_card))
    , m_export(new Button(display, Button::Kind::Icon, u"export"_s, m_card))
    , m_columnMenu(new QMenu(this))
    , m_stack(new QStackedWidget(m_card))
    , m_table(new QTableView(m_stack))
    , m_empty(new EmptyState(display, u"user"_s, m_stack))
    , m_noMatch(new EmptyState(display, u"filter"_s, m_stack))
    , m_delay(new QTimer(this))
{
    m_table->setObjectName(u"customerTable"_s);
    m_search->setObjectName(u"customerTableSearch"_s);
    m_columns->setObjectName(u"columnButton"_s);
    m_export->setObjectName(u"exportCustomers"_s);
    m_search->setFixedWidth(240);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Icons::icon(u"search"_s, display), QLineEdit::LeadingPosition);
    Tables::prepare(*m_table, *m_model);
    Tables::enableCopy(*m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setColumnWidth(Model::NameColumn, 190);
    m_card->addHeaderWidget(m_search);
    m_card->addHeaderWidget(m_columns);
    m_card->addHeaderWidget(m_export);
    for (QWidget *state : QList<QWidget *>{m_table, m_empty, m_noMatch})
        m_stack->addWidget(state);
    m_card->setBody(m_stack);
    m_delay->setSingleShot(true);
    m_delay->setInterval(200);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);

    connect(m_search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_delay, &QTimer::timeout, this, [this] { m_model->search(m_search->text().trimmed()); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_model, &Model::searchFinished, this, &CustomersPanel::renewTitle);
    connect(m_model, &Model::workingChanged, m_card, &Card::setBusy);
    connect(m_model, &Model::failed, this, &CustomersPanel::failed);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            emit customerChosen(m_model->customerAt(now.row()));
    });
    connect(m_columns, &Button::clicked, this, [this] {
        m_columnMenu->setLayoutDirection(layoutDirection());
        m_columnMenu->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height() + 2)));
    });
    connect(m_columnMenu, &QMenu::aboutToShow, this, &CustomersPanel::fillColumnMenu);
    connect(m_export, &Button::clicked, this, &CustomersPanel::exportCsv);
    connect(m_empty, &EmptyState::actionTriggered, this, &CustomersPanel::importRequested);
    connect(m_noMatch, &EmptyState::actionTriggered, m_search, &QLineEdit::clear);
    connect(&display, &Display::changed, this, [this] { m_model->setNumberFormat(m_display.format()); });
    m_model->setNumberFormat(display.format());
    retranslate();
}

void CustomersPanel::setWorkspace(const std::shared_ptr<const Workspace> &workspace)
{
    m_search->clear();
    m_analysis.reset();
    if (const Result<void> cleared = m_model->setSnapshot(nullptr, nullptr); !cleared)
        emit failed(cleared.error());
    m_snapshot.reset();
    m_workspace = workspace;
    renewTitle();
}

void CustomersPanel::setSnapshot(const Customers::SnapshotPtr &snapshot)
{
    if (!m_workspace)
        return;
    m_snapshot = snapshot;
    m_analysis.reset();
    if (const Result<void> shown = m_model->setSnapshot(m_workspace.get(), snapshot); !shown)
        emit failed(shown.error());
    auto *number = new NumberDelegate(m_display, m_table);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (Model::isNumeric(column))
            m_table->setItemDelegateForColumn(column, number);
    }
    const QStringList hidden = QSettings().value(hiddenKey).toStringList();
    for (int column = 0; column < Model::FixedColumnCount; ++column)
        m_table->setColumnHidden(column, hidden.contains(QString::number(column)));
    if (!m_search->text().isEmpty())
        m_model->search(m_search->text().trimmed());
    renewTitle();
}

void CustomersPanel::setAnalysis(const Insights::AnalysisPtr &analysis)
{
    if (!analysis || !m_workspace || analysis->snapshot != m_snapshot || !analysis->clv.values)
        return;
    m_analysis = analysis;
    const Clv::CustomerValues &values = *analysis->clv.values;
    std::vector<double> clv(m_snapshot->customers(), std::numeric_limits<double>::quiet_NaN());
    std::vector<double> alive = clv;
    for (std::size_t i = 0; i < values.size(); ++i) {
        clv[values.customer[i]] = values.clv[i];
        alive[values.customer[i]] = values.pAlive[i];
    }
    m_model->setExtraColumns({{[] { return tr("CLV"); }, std::move(clv), Model::Format::Money, 0},
                              {[] { return tr("P(alive)"); }, std::move(alive), Model::Format::Percent, 0}});
    auto *number = new NumberDelegate(m_display, m_table);
    for (int column = Model::FixedColumnCount; column < m_model->columnCount(); ++column)
        m_table->setItemDelegateForColumn(column, number);
}

void CustomersPanel::choose(CustomerId customer)
{
    int row = m_model->rowOf(customer);
    if (row < 0 && !m_search->text().isEmpty()) {
        m_search->clear();
        m_delay->stop();
        m_model->search({});
        row = m_model->rowOf(customer);
    }
    if (row >= 0) {
        m_table->setCurrentIndex(m_model->index(row, 0));
        m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
    } else {
        emit customerChosen(customer);
    }
}

void CustomersPanel::exportCsv()
{
    if (!m_workspace || !m_snapshot)
        return;
    CustomerTableExport table;
    for (int column = 0; column < Model::FixedColumnCount; ++column)
        table.headings.append(m_model->headerData(column, Qt::Horizontal).toString());
    if (m_analysis)
        table.headings.append({tr("CLV"), tr("P(alive)")});
    table.rows = m_model->visible();
    table.snapshot = m_snapshot;
    table.analysis = m_analysis;
    FileChooser::chooseNew(window(), {tr("Export the customer table"), tr("CSV files (*.csv)"), u"customers.csv"_s, u"csv"_s},
                           [this, table](const QString &file) {
                               m_saving->start(
                                   [workspace = m_workspace, table, file](const Progress &progress) {
                                       return writeCustomerCsv(*workspace, table, file, progress);
                                   },
                                   [this, file](const Result<void> &saved) {
                                       if (saved)
                                           emit fileSaved(file);
                                       else
                                           emit failed(saved.error());
                                   });
                           });
}

void CustomersPanel::fillColumnMenu()
{
    m_columnMenu->clear();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        QAction *action = m_columnMenu->addAction(m_model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        // One column stays, or nothing could be clicked any more.
        action->setEnabled(column != Model::ReferenceColumn);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_table->setColumnHidden(column, !shown);
            QStringList hidden;
            for (int each = 0; each < Model::FixedColumnCount; ++each) {
                if (m_table->isColumnHidden(each))
                    hidden.append(QString::number(each));
            }
            QSettings().setValue(hiddenKey, hidden);
        });
    }
}

void CustomersPanel::renewTitle()
{
    const NumberFormat &format = m_display.format();
    const qint64 all = m_snapshot ? m_snapshot->customers() : 0;
    const qint64 shown = m_model->rowCount();
    if (m_search->text().trimmed().isEmpty())
        m_card->setSubtitle(counted(tr("%n customer(s)", nullptr, int(all)), all, format));
    else
        //: %1 how many customers are shown, %2 of how many
        m_card->setSubtitle(tr("%1 of %2").arg(format.integer(shown), format.integer(all)));
    m_noMatch->setTexts(tr("No customers match"),
                        tr("No name, ID, company, e-mail or phone number holds \"%1\".").arg(NumberFormat::isolate(m_search->text())));
    m_stack->setCurrentIndex(all == 0 ? 1 : shown == 0 ? 2 : 0);
    m_export->setEnabled(shown > 0);
}

void CustomersPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CustomersPanel::retranslate()
{
    m_card->setTitle(tr("Customers"));
    m_search->setPlaceholderText(tr("Name, ID, company, e-mail"));
    m_search->setAccessibleName(tr("Search customers"));
    m_columns->setToolTip(tr("Choose columns"));
    m_columns->setAccessibleName(tr("Choose columns"));
    m_export->setToolTip(tr("Export the customer table as CSV"));
    m_export->setAccessibleName(tr("Export the customer table as CSV"));
    m_table->setAccessibleName(tr("Customers"));
    m_empty->setTexts(tr("No customers yet"), tr("Customers come with a customer list or with their transactions."));
    m_empty->setAction(tr("Import data"), u"import"_s);
    m_noMatch->setAction(tr("Clear the search"), u"close"_s);
    m_model->retranslate();
    renewTitle();
}
