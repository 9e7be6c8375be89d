#include "ui/pages/data/datapage.h"

#include "ui/pages/data/customercard.h"
#include "ui/pages/data/customerspanel.h"
#include "ui/pages/data/duplicatespanel.h"
#include "ui/pages/data/healthpanel.h"
#include "ui/pages/data/importspanel.h"
#include "ui/pages/data/rejectspanel.h"
#include "ui/widgets/button.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

DataPage::DataPage(Display &display, QWidget *parent)
    : Page(display, parent)
    , m_tabs(new QTabBar(this))
    , m_export(new Button(display, Button::Kind::Default, u"export"_s, this))
    , m_stack(new QStackedWidget(this))
    , m_imports(new ImportsPanel(display, m_stack))
    , m_rejects(new RejectsPanel(display, m_stack))
    , m_customers(new CustomersPanel(display, m_stack))
    , m_health(new HealthPanel(display, m_stack))
    , m_duplicates(new DuplicatesPanel(display, m_stack))
    , m_card(new CustomerCardPanel(display))
{
    setObjectName(u"dataPage"_s);
    m_tabs->setObjectName(u"dataTabs"_s);
    m_export->setObjectName(u"exportData"_s);
    m_export->setSmall(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_card->setParent(this);
    m_card->hide();
    for (QWidget *panel : QList<QWidget *>{m_imports, m_rejects, m_customers, m_health, m_duplicates}) {
        m_stack->addWidget(panel);
        m_tabs->addTab(QString());
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(10);
    auto *top = new QHBoxLayout;
    top->addWidget(m_tabs);
    top->addStretch();
    top->addWidget(m_export);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);

    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_export, &Button::clicked, this, &DataPage::exportRequested);
    connect(m_imports, &ImportsPanel::importRequested, this, &Page::importRequested);
    connect(m_imports, &ImportsPanel::undoRequested, this, &DataPage::undoImportRequested);
    connect(m_imports, &ImportsPanel::reimportRequested, this, &DataPage::reimportRequested);
    connect(m_imports, &ImportsPanel::watchFolderRequested, this, &DataPage::watchFolderRequested);
    connect(m_imports, &ImportsPanel::stopWatchingRequested, this, &DataPage::stopWatchingRequested);
    connect(m_imports, &ImportsPanel::importFilesRequested, this, &DataPage::importFilesRequested);
    connect(m_imports, &ImportsPanel::ignoreFilesRequested, this, &DataPage::ignoreFilesRequested);
    connect(m_imports, &ImportsPanel::rejectsRequested, this, &DataPage::showRejects);
    connect(m_imports, &ImportsPanel::loaded, m_rejects, &RejectsPanel::setRecords);
    connect(m_imports, &ImportsPanel::failed, this, &DataPage::failed);
    connect(m_rejects, &RejectsPanel::failed, this, &DataPage::failed);
    connect(m_rejects, &RejectsPanel::fileSaved, this, &DataPage::fileSaved);
    connect(m_customers, &CustomersPanel::failed, this, &DataPage::failed);
    connect(m_customers, &CustomersPanel::fileSaved, this, &DataPage::fileSaved);
    connect(m_customers, &CustomersPanel::importRequested, this, &Page::importRequested);
    connect(m_customers, &CustomersPanel::customerChosen, this, &DataPage::openCard);
    connect(m_health, &HealthPanel::customerChosen, this, &DataPage::openCard);
    connect(m_health, &HealthPanel::failed, this, &DataPage::failed);
    connect(m_health, &HealthPanel::importRequested, this, &Page::importRequested);
    connect(m_health, &HealthPanel::repairRequested, this, &DataPage::repairRequested);
    connect(m_health, &HealthPanel::customersRequested, this, [this](const QList<CustomerId> &customers, const std::function<QString()> &description) {
        showTab(CustomersTab);
        m_customers->showOnly(customers, description);
    });
    connect(m_duplicates, &DuplicatesPanel::customerChosen, this, &DataPage::openCard);
    connect(m_duplicates, &DuplicatesPanel::failed, this, &DataPage::failed);
    connect(m_duplicates, &DuplicatesPanel::mergeRequested, this, &DataPage::mergeRequested);
    connect(m_duplicates, &DuplicatesPanel::distinctRequested, this, &DataPage::distinctRequested);
    connect(m_card, &CustomerCardPanel::failed, this, &DataPage::failed);
    retranslate();
}

QString DataPage::title() const
{
    return tr("Data");
}

void DataPage::setAnalysis(const Insights::AnalysisPtr &analysis)
{
    m_customers->setAnalysis(analysis);
    m_card->setAnalysis(analysis);
}

void DataPage::setBusy(bool)
{
    // What was imported does not change while values are computed.
}

QWidget *DataPage::inspector()
{
    return m_card;
}

void DataPage::setWorkspace(const WorkspacePtr &workspace)
{
    m_workspace = workspace;
    m_snapshot.reset();
    m_imports->setWorkspace(workspace);
    m_rejects->setWorkspace(workspace);
    m_customers->setWorkspace(workspace);
    m_health->setWorkspace(workspace);
    m_duplicates->setWorkspace(workspace);
    m_card->setWorkspace(workspace);
}

void DataPage::setSnapshot(const Customers::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    m_customers->setSnapshot(snapshot);
    m_health->setSnapshot(snapshot);
    m_duplicates->setSnapshot(snapshot);
    m_card->setSnapshot(snapshot);
    m_imports->reload();
}

void DataPage::openCard(CustomerId customer)
{
    m_card->showCustomer(customer);
    emit inspectorRequested(true);
}

void DataPage::setWatched(const QString &folder, const QStringList &files)
{
    m_imports->setWatched(folder, files);
}

void DataPage::reloadDuplicates()
{
    m_duplicates->reload();
}

void DataPage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

DataPage::Tab DataPage::currentTab() const
{
    return Tab(m_tabs->currentIndex());
}

void DataPage::showRejects(BatchId batch)
{
    m_rejects->showBatch(batch);
    showTab(RejectsTab);
}

void DataPage::showCustomer(CustomerId customer)
{
    showTab(CustomersTab);
    m_customers->choose(customer);
    m_card->showCustomer(customer);
}

void DataPage::exportCustomers()
{
    m_customers->exportTable();
}

void DataPage::retranslate()
{
    setAccessibleName(title());
    m_tabs->setAccessibleName(tr("Parts of the data screen"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Write the rows of the workspace to CSV files or Excel workbooks"));
    m_tabs->setTabText(ImportsTab, tr("Imports"));
    m_tabs->setTabText(RejectsTab, tr("Rejected rows"));
    m_tabs->setTabText(CustomersTab, tr("Customers"));
    m_tabs->setTabText(HealthTab, tr("Data health"));
    m_tabs->setTabText(DuplicatesTab, tr("Duplicates"));
}
