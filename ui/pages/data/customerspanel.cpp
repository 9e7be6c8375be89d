#include "ui/pages/data/customerspanel.h"

#include "models/customers/customertableexport.h"
#include "ui/dialogs/counted.h"
#include "ui/dialogs/filechooser.h"
#include "ui/dialogs/latestjob.h"
#include "ui/pages/data/filterheader.h"
#include "ui/pages/data/tables.h"
#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/progressstrip.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using Model = Customers::CustomerTableModel;

namespace {
const QString hiddenKey = u"customers/hiddenColumns"_s;
const QString filterKey = u"customers/filterRow"_s;

/// What most tables do without, and what is personal.
bool isHiddenAtFirst(int column)
{
    return column == Model::EmailColumn || column == Model::PhoneColumn || column == Model::StageColumn;
}
}

CustomersPanel::CustomersPanel(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_model(new Model(this))
    , m_saving(new LatestJob(this))
    , m_copying(new LatestJob(this))
    , m_savingProgress(new ProgressStrip(display, this))
    , m_copyingProgress(new ProgressStrip(display, this))
    , m_card(new Card(display, this))
    , m_chip(new Chip(display, u"filter"_s, m_card))
    , m_search(new QLineEdit(m_card))
    , m_filter(new Button(display, Button::Kind::Icon, u"filter"_s, m_card))
    , m_columns(new Button(display, Button::Kind::Icon, u"columns"_s, m_card))
    , m_export(new Button(display, Button::Kind::Icon, u"export"_s, m_card))
    , m_columnMenu(new QMenu(this))
    , m_stack(new QStackedWidget(m_card))
    , m_table(new QTableView(m_stack))
    , m_header(new FilterHeader(m_table))
    , m_empty(new EmptyState(display, u"user"_s, m_stack))
    , m_noMatch(new EmptyState(display, u"filter"_s, m_stack))
    , m_delay(new QTimer(this))
{
    m_table->setObjectName(u"customerTable"_s);
    m_search->setObjectName(u"customerTableSearch"_s);
    m_columns->setObjectName(u"columnButton"_s);
    m_export->setObjectName(u"exportCustomers"_s);
    m_filter->setObjectName(u"filterButton"_s);
    m_filter->setCheckable(true);
    m_chip->setObjectName(u"customerChip"_s);
    m_chip->hide();
    m_table->setHorizontalHeader(m_header);
    m_search->setFixedWidth(240);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Icons::icon(u"search"_s, display), QLineEdit::LeadingPosition);
    Tables::prepare(*m_table, *m_model);
    Tables::enableCopy(*m_table, [this] { copyRows(); });
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setColumnWidth(Model::NameColumn, 190);
    m_card->addHeaderWidget(m_chip);
    m_card->addHeaderWidget(m_search);
    m_card->addHeaderWidget(m_filter);
    m_card->addHeaderWidget(m_columns);
    m_card->addHeaderWidget(m_export);
    for (QWidget *state : QList<QWidget *>{m_table, m_empty, m_noMatch})
        m_stack->addWidget(state);
    m_card->setBody(m_stack);
    const QList<QWidget *> chain{m_chip, m_search, m_filter, m_columns, m_export, m_table}; // as they stand
    for (qsizetype i = 1; i < chain.size(); ++i)
        setTabOrder(chain[i - 1], chain[i]);
    m_header->setTabAfter(m_export);
    m_delay->setSingleShot(true);
    m_delay->setInterval(200);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_savingProgress);
    layout->addWidget(m_copyingProgress);
    layout->addWidget(m_card);
    showProgress(*m_saving, *m_savingProgress);
    showProgress(*m_copying, *m_copyingProgress);

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
    connect(m_filter, &Button::toggled, this, &CustomersPanel::showFilters);
    connect(m_header, &FilterHeader::filtersEdited, this, &CustomersPanel::applyFilters);
    connect(m_chip, &Chip::removed, this, [this] {
        m_chip->hide();
        m_model->setFilter({});
        renewTitle();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_columns, &Button::clicked, this, [this] {
        m_columnMenu->setLayoutDirection(layoutDirection());
        m_columnMenu->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height() + 2)));
    });
    connect(m_columnMenu, &QMenu::aboutToShow, this, &CustomersPanel::fillColumnMenu);
    connect(m_export, &Button::clicked, this, &CustomersPanel::exportTable);
    connect(m_empty, &EmptyState::actionTriggered, this, &CustomersPanel::importRequested);
    connect(m_noMatch, &EmptyState::actionTriggered, this, &CustomersPanel::clearAll);
    connect(&display, &Display::changed, this, [this] {
        m_model->setNumberFormat(m_display.format());
        renewChip();
    });
    m_model->setNumberFormat(display.format());
    retranslate();
    m_filter->setChecked(QSettings().value(filterKey).toBool());
}

void CustomersPanel::setWorkspace(const std::shared_ptr<const Workspace> &workspace)
{
    m_search->clear();
    m_analysis.reset();
    if (const Result<void> cleared = m_model->setSnapshot(nullptr, nullptr); !cleared)
        emit failed(cleared.error());
    m_snapshot.reset();
    m_copying->cancel();
    m_copyingProgress->finish();
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
    m_chip->hide();
    renewColumns();
    if (!m_search->text().isEmpty())
        m_model->search(m_search->text().trimmed());
    renewTitle();
}

void CustomersPanel::setAnalysis(const Insights::AnalysisPtr &analysis)
{
    if (!analysis || !m_workspace || analysis->snapshot != m_snapshot || !analysis->clv.values)
        return;
    m_analysis = analysis;
    renewColumns();
}

/// Values of the analysis, then the attributes, behind the columns that every workspace has.
void CustomersPanel::renewColumns()
{
    QList<Model::ExtraColumn> extra;
    if (m_analysis) {
        const Clv::CustomerValues &values = *m_analysis->clv.values;
        std::vector<double> clv(m_snapshot->customers(), std::numeric_limits<double>::quiet_NaN());
        std::vector<double> alive = clv;
        for (std::size_t i = 0; i < values.size(); ++i) {
            clv[values.customer[i]] = values.clv[i];
            alive[values.customer[i]] = values.pAlive[i];
        }
        extra.append({[] { return tr("CLV"); }, std::move(clv), Model::Format::Money, 0});
        extra.append({[] { return tr("P(alive)"); }, std::move(alive), Model::Format::Percent, 0});
    }
    static const QStringList own{u"country"_s, u"city"_s, u"channel"_s, u"company"_s, u"stage"_s};
    for (const Customers::CodedColumn &column : m_snapshot->coded) {
        if (!own.contains(column.field))
            extra.append({[title = column.title] { return NumberFormat::isolate(title); }, {}, Model::Format::Decimal, 0, column.field});
    }
    for (const Customers::NumberColumn &column : m_snapshot->numbers) {
        const bool isWhole = std::ranges::all_of(column.value, [](double value) { return value != value || value == std::floor(value); });
        extra.append({[title = column.title] { return NumberFormat::isolate(title); }, column.value,
                      isWhole ? Model::Format::Integer : Model::Format::Decimal, 2});
    }
    m_model->setExtraColumns(std::move(extra));
    auto *number = new NumberDelegate(m_display, m_table);
    const QVariant stored = QSettings().value(hiddenKey);
    const QStringList hidden = stored.toStringList();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        m_table->setItemDelegateForColumn(column, m_model->isNumeric(column) ? number : nullptr);
        m_table->setColumnHidden(column, stored.isValid() ? hidden.contains(columnKey(column)) : isHiddenAtFirst(column));
    }
    m_header->renewFields([this](int column) { return filterHint(column); });
}

/// A name for a column that stays when others come and go.
QString CustomersPanel::columnKey(int column) const
{
    if (column < Model::FixedColumnCount) {
        static const QStringList names{u"ref"_s,   u"name"_s,     u"company"_s,   u"country"_s, u"city"_s, u"channel"_s,       u"email"_s,
                                       u"phone"_s, u"stage"_s,    u"acquired"_s,  u"purchases"_s, u"revenue"_s, u"lastPurchase"_s, u"meanOrder"_s};
        return names.at(column);
    }
    return u"extra:"_s + m_model->headerData(column, Qt::Horizontal).toString();
}

void CustomersPanel::rememberHidden()
{
    QStringList hidden;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (m_table->isColumnHidden(column))
            hidden.append(columnKey(column));
    }
    QSettings().setValue(hiddenKey, hidden);
}

QString CustomersPanel::filterHint(int column) const
{
    if (!m_model->isNumeric(column))
        return tr("contains");
    const NumberFormat &format = m_display.format();
    if (m_model->isDate(column))
        //: how to filter by a day: %1 "2024"
        return tr("e.g. %1, > %1").arg(NumberFormat::isolate(u"2024-05"_s));
    //: how to filter by a number: %1 "> 100", %2 "10..50"
    return tr("e.g. %1, %2").arg(NumberFormat::isolate(u"> "_s + format.integer(100)),
                                 NumberFormat::isolate(format.integer(10) + u".."_s + format.integer(50)));
}

void CustomersPanel::showFilters(bool shown)
{
    m_header->setFiltersVisible(shown);
    QSettings().setValue(filterKey, shown);
    applyFilters();
    if (shown && isVisible()) {
        if (QLineEdit *first = m_header->field(m_header->logicalIndex(0)))
            first->setFocus(Qt::OtherFocusReason);
    }
}

void CustomersPanel::applyFilters()
{
    const QHash<int, QString> filters = m_header->filters();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        QLineEdit *field = m_header->field(column);
        if (!field)
            continue;
        const bool isValid = m_model->isFilterValid(column, field->text());
        QPalette palette = this->palette();
        if (!isValid)
            palette.setColor(QPalette::Text, m_display.color("bad"));
        field->setPalette(palette);
        field->setToolTip(isValid ? filterHint(column) : tr("Not understood. %1").arg(filterHint(column)));
    }
    m_model->setColumnFilters(filters);
    renewTitle();
}

void CustomersPanel::clearAll()
{
    m_search->clear();
    m_delay->stop();
    m_model->search({});
    m_header->clearFilters();
    if (m_chip->isVisibleTo(m_card)) {
        m_chip->hide();
        m_model->setFilter({});
    }
    renewTitle();
}

void CustomersPanel::showOnly(const QList<CustomerId> &customers, const std::function<QString()> &description)
{
    if (!m_snapshot)
        return;
    clearAll();
    std::vector<Customers::CustomerIndex> shown;
    for (const CustomerId id : customers) {
        if (const Customers::CustomerIndex at = m_snapshot->indexOf(id); at < m_snapshot->customers())
            shown.push_back(at);
    }
    m_model->setFilter(shown);
    m_narrowing = description;
    renewChip();
    m_chip->show();
    renewTitle();
    m_table->setFocus(Qt::OtherFocusReason);
}

void CustomersPanel::renewChip()
{
    if (!m_narrowing)
        return;
    QString words = m_narrowing();
    if (words.endsWith(u'.'))
        words.chop(1);
    m_chip->setToolTip(words);
    m_chip->setText(words.size() > 44 ? words.left(42) + u'…' : words);
}

void CustomersPanel::choose(CustomerId customer)
{
    int row = m_model->rowOf(customer);
    if (row < 0) {
        clearAll();
        row = m_model->rowOf(customer);
    }
    if (row >= 0) {
        m_table->setCurrentIndex(m_model->index(row, 0));
        m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
    } else {
        emit customerChosen(customer);
    }
}

void CustomersPanel::showProgress(LatestJob &job, ProgressStrip &strip)
{
    strip.hide();
    connect(&job, &LatestJob::progressed, &strip, &ProgressStrip::showProgress);
    connect(&strip, &ProgressStrip::cancelRequested, &job, [&job, &strip] {
        job.cancel();
        strip.finish();
    });
}

Customers::CustomerTableExport CustomersPanel::shownTable() const
{
    Customers::CustomerTableExport table;
    table.columns = Tables::shownColumns(*m_table);
    for (const int column : std::as_const(table.columns))
        table.headings.append(Tables::plainHeading(*m_table, column));
    table.extra = m_model->extraColumns();
    table.snapshot = m_snapshot;
    table.until = m_analysis ? m_analysis->clv.until : QDate();
    table.sheet = tr("Customers");
    table.isRightToLeft = m_display.isArabic();
    return table;
}

void CustomersPanel::copyRows()
{
    if (!m_workspace || !m_snapshot)
        return;
    bool isAll = true;
    const std::vector<int> rows = Tables::selectedRows(*m_table, isAll);
    if (rows.empty())
        return;
    Customers::CustomerTableExport table = shownTable();
    for (const int row : rows)
        table.rows.push_back(m_model->indexAt(row));
    m_copyingProgress->start(tr("Copying rows"));
    m_copying->start(
        [workspace = m_workspace, table = std::move(table)](const Progress &progress) {
            return Customers::customerTableText(*workspace, table, progress);
        },
        [this, isAll](const Result<QString> &text) {
            m_copyingProgress->finish();
            if (!text) {
                emit failed(text.error());
                return;
            }
            QGuiApplication::clipboard()->setText(*text);
            if (!isAll)
                emit failed({Error::Kind::Data,
                             tr("Only the first %1 rows were copied. To get all of them, export the table as a file.")
                                 .arg(m_display.format().integer(Tables::mostCopiedRows))});
        });
}

void CustomersPanel::exportTable()
{
    if (!m_workspace || !m_snapshot)
        return;
    Customers::CustomerTableExport table = shownTable();
    table.rows = m_model->visible();
    FileChooser::chooseNew(window(),
                           {tr("Export the customer table"), tr("CSV files (*.csv)") + u";;"_s + tr("Excel workbooks (*.xlsx)"),
                            u"customers.csv"_s, u"csv"_s},
                           [this, table](const QString &file) {
                               m_savingProgress->start(tr("Exporting the customer table"));
                               m_saving->start(
                                   [workspace = m_workspace, table, file](const Progress &progress) {
                                       return Customers::writeCustomerTable(*workspace, table, file, progress);
                                   },
                                   [this, file](const Result<void> &saved) {
                                       m_savingProgress->finish();
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
            rememberHidden();
            applyFilters();
        });
    }
}

void CustomersPanel::renewTitle()
{
    const NumberFormat &format = m_display.format();
    const qint64 all = m_snapshot ? m_snapshot->customers() : 0;
    const qint64 shown = m_model->rowCount();
    const bool isNarrowed = !m_search->text().trimmed().isEmpty() || !m_header->filters().isEmpty() || m_chip->isVisibleTo(m_card);
    if (!isNarrowed)
        m_card->setSubtitle(counted(tr("%n customer(s)", nullptr, int(all)), all, format));
    else
        //: %1 how many customers are shown, %2 of how many
        m_card->setSubtitle(tr("%1 of %2").arg(format.integer(shown), format.integer(all)));
    m_noMatch->setTexts(tr("No customers match"),
                        m_search->text().trimmed().isEmpty()
                            ? tr("The filters under the headings leave nobody. Change one, or clear all.")
                            : tr("No name, ID, company, e-mail or phone number holds \"%1\".").arg(NumberFormat::isolate(m_search->text())));
    // With the filter row the table stays: its fields are the way back.
    m_stack->setCurrentIndex(all == 0 ? 1 : shown == 0 && m_header->filters().isEmpty() ? 2 : 0);
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
    m_export->setToolTip(tr("Export the customer table as CSV or Excel workbook"));
    m_export->setAccessibleName(tr("Export the customer table as CSV or Excel workbook"));
    m_table->setAccessibleName(tr("Customers"));
    m_empty->setTexts(tr("No customers yet"), tr("Customers come with a customer list or with their transactions."));
    m_empty->setAction(tr("Import data"), u"import"_s);
    m_noMatch->setAction(tr("Show all customers"), u"close"_s);
    m_filter->setToolTip(tr("Filter by column"));
    m_filter->setAccessibleName(tr("Filter by column"));
    m_model->retranslate();
    m_header->renewFields([this](int column) { return filterHint(column); });
    renewChip();
    renewTitle();
}
