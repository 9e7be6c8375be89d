#include "app/window/windowcontroller.h"

#include "app/window/appearance.h"
#include "app/window/folderwatch.h"
#include "app/window/reportjob.h"
#include "models/customers/customerstore.h"
#include "models/insights/segmentfacts.h"
#include "models/lifecycle/stagereceipts.h"
#include "ui/commands/swapcommand.h"
#include "ui/dialogs/importwizard.h"
#include "ui/dialogs/latestjob.h"
#include "ui/dialogs/question.h"
#include "ui/pages/data/datapage.h"
#include "ui/pages/equity/equitypage.h"
#include "ui/pages/lifecycle/lifecyclepage.h"
#include "ui/pages/lifetimevalue/lifetimevaluepage.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/shell/filterbar.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/searchbox.h"
#include "ui/widgets/messagebar.h"

#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;

QString WindowController::demoFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/rawafid.qeema"_s;
}

WindowController::WindowController(Appearance &appearance, QObject *parent)
    : QObject(parent)
    , m_appearance(appearance)
    , m_window(std::make_unique<MainWindow>(appearance.display(), m_undo))
    , m_search(new LatestJob(this))
    , m_folder(new FolderWatch(m_session, this))
{
    m_session.setFormat(appearance.display().format());
    buildPages();
    connectSession();
    connectJobs();
    connectPages();
    connectActions();
    connectWelcome();
    connectFolder();
    m_window->setCloseGuard([this] { return mayClose(); });
    auto *minute = new QTimer(this);
    minute->setInterval(30'000);
    minute->start();
    connect(minute, &QTimer::timeout, this, &WindowController::renewModelAge);
    connect(&appearance, &Appearance::applied, this, [this] {
        m_session.setFormat(m_appearance.display().format());
        if (m_wizard)
            m_window->setTask(u"data"_s, m_wizard, tr("Import data")); // its title in the new language
        renewTexts();
        renewRecent();
    });
    renewRecent();
    renewTexts();
}

WindowController::~WindowController()
{
    if (m_wizard)
        m_wizard->setWorkspace(nullptr, {});
    m_data->setWorkspace(nullptr);
    m_values->setNameLookup({});
    m_values->setSegmentSource({});
    m_lifecycle->setDirectory({});
    m_lifecycle->setDealSource({});
    m_lifecycle->setSegmentSource({});
    rememberWorkspace();
}

void WindowController::buildPages()
{
    Display &display = m_appearance.display();
    using Group = NavigationBar::Group;
    m_data = new DataPage(display);
    m_values = new LifetimeValuePage(display);
    m_equity = new EquityPage(display);
    m_lifecycle = new LifecyclePage(display);
    m_window->addPage(u"overview"_s, u"overview"_s, Group::Start, new OverviewPage(display));
    m_window->addPage(u"data"_s, u"data"_s, Group::Start, m_data);
    m_window->addPage(u"lifecycle"_s, u"lifecycle"_s, Group::Analyse, m_lifecycle);
    m_window->addPage(u"clv"_s, u"clv"_s, Group::Analyse, m_values);
    m_window->addPage(u"equity"_s, u"equity"_s, Group::Analyse, m_equity);
}

void WindowController::openFile(const QString &file)
{
    m_session.open(file);
}

void WindowController::openDemo()
{
    m_session.openDemo(demoFile());
}

void WindowController::take(const QStringList &files)
{
    QList<Import::Source> data;
    for (const QString &file : files) {
        if (file.endsWith(u".qeema"_s, Qt::CaseInsensitive)) {
            openFile(file);
            return;
        }
        data.append({file, {}});
    }
    if (m_session.isOpen())
        openWizard(data);
    else
        chooseNewWorkspace(data);
}

void WindowController::showOpened()
{
    m_undo.clear();
    m_window->messages().dismiss();
    if (m_wizard)
        endWizard(false);
    m_data->setWorkspace(m_session.workspace());
    const auto store = std::make_shared<std::optional<Customers::CustomerStore>>();
    if (Result<Customers::CustomerStore> opened = Customers::CustomerStore::open(*m_session.workspace()))
        store->emplace(std::move(*opened));
    const Report::NameLookup lookup = [store](const QList<CustomerId> &ids) {
        QHash<qint64, Report::NamedCustomer> names;
        std::vector<std::int64_t> rows;
        for (const CustomerId id : ids)
            rows.push_back(id.value);
        if (!*store)
            return names;
        if (const Result<QList<Customers::Customer>> customers = (*store)->customers(rows)) {
            for (const Customers::Customer &customer : *customers)
                names.insert(customer.id.value, {customer.reference, customer.name});
        }
        return names;
    };
    m_values->setNameLookup(lookup);
    showSegments();
    m_lifecycle->setMeddicNotes(m_session.meddicNotes());
    m_values->setSegmentSource(
        [workspace = std::weak_ptr(m_session.workspace())](
            const Insights::Analysis &analysis, const Progress &progress) -> Result<Insights::SegmentLabels> {
            const Session::WorkspacePtr open = workspace.lock();
            return open ? Insights::segmentLabels(*open, analysis, progress) : Error::cancelled();
        });
    m_lifecycle->setFunnels(m_session.funnels());
    m_lifecycle->setDirectory(
        {lookup, [this](const QString &text, const CustomerDirectory::Found &found) { findCustomers(text, found); },
         [workspace = std::weak_ptr(m_session.workspace())](
             const Customers::SnapshotPtr &snapshot, CustomerId customer, const NumberFormat &format,
             const Progress &) -> Result<QStringList> {
             const Session::WorkspacePtr open = workspace.lock();
             if (!open)
                 return Error::cancelled();
             Result<Database> database = open->connect(Database::Mode::ReadOnly);
             if (!database)
                 return database.error();
             const Result<Lifecycle::LifecycleModel> lifecycle = Lifecycle::load(*database);
             if (!lifecycle)
                 return lifecycle.error();
             const auto receipts =
                 Lifecycle::stageReceipts(*database, *snapshot, *lifecycle, customer, format);
             if (!receipts)
                 return receipts.error();
             QStringList lines;
             for (const Lifecycle::StageReceipt &receipt : *receipts)
                 lines.append(Lifecycle::describe(receipt, format));
             return lines;
         }});
    m_lifecycle->setDealSource(
        [workspace = std::weak_ptr(m_session.workspace())](
            const Customers::Snapshot &snapshot,
            const Progress &progress) -> Result<std::vector<Lifecycle::Deal>> {
            const Session::WorkspacePtr open = workspace.lock();
            return open ? Lifecycle::loadDeals(*open, snapshot, progress) : Error::cancelled();
        });
    renewSegmentSource();
    for (Page *page : m_window->findChildren<Page *>()) {
        page->setBusy(false);
        page->setAnalysis(nullptr);
    }
    m_window->header().filterBar()->setExtent({});
    renewTexts();
    renewWritable();
    if (m_session.workspace()->isReadOnly())
        sayReadOnly();
    rememberWorkspace();
}

void WindowController::showClosed()
{
    m_undo.clear();
    if (m_wizard)
        endWizard(false);
    for (Page *page : m_window->findChildren<Page *>()) {
        page->setBusy(false);
        page->setAnalysis(nullptr);
    }
    m_window->messages().dismiss();
    renewRecent();
    renewTexts();
}

void WindowController::showNumbers(const Insights::AnalysisPtr &analysis)
{
    for (Page *page : m_window->findChildren<Page *>()) {
        page->setBusy(false);
        page->setAnalysis(analysis);
    }
    m_fitted.start();
    renewTexts();
    if (m_wizard)
        m_wizard->showComputed(analysis != nullptr);
    if (analysis)
        rememberWorkspace();
}

void WindowController::editSettings(const WorkspaceSettings &settings)
{
    if (!m_session.isOpen() || settings == m_session.settings())
        return;
    m_undo.push(new SwapCommand<WorkspaceSettings>(tr("Change settings"), m_session.settings(), settings,
                                                   [this](const WorkspaceSettings &to) { m_session.setSettings(to); }));
}

void WindowController::editLifecycle(const Lifecycle::LifecycleModel &lifecycle)
{
    if (!m_session.isOpen() || lifecycle == m_session.lifecycle())
        return;
    m_undo.push(new SwapCommand<Lifecycle::LifecycleModel>(
        tr("Change the lifecycle"), m_session.lifecycle(), lifecycle,
        [this](const Lifecycle::LifecycleModel &to) { m_session.setLifecycle(to); }));
}

void WindowController::saveSegment(const Segments::Draft &draft)
{
    m_session.makeSegment(draft, [this, joins = draft.joins](const Segments::Segment &segment) {
        if (joins) {
            joinSegment(segment);
            return;
        }
        editSegments(Segments::withSegment(m_session.segments(), segment),
                     tr("Save the segment %1").arg(NumberFormat::isolate(segment.name)));
        say(int(MessageBar::Level::Good),
            [name = segment.name] {
                return tr("The segment %1 was saved.").arg(NumberFormat::isolate(name));
            },
            [] { return tr("Undo"); }, [this] { m_undo.undo(); });
    });
}

void WindowController::joinSegment(const Segments::Segment &added)
{
    const QList<Segments::Segment> &segments = m_session.segments();
    const auto at = std::ranges::find(segments, added.name, &Segments::Segment::name);
    if (at == segments.end() || !at->isStatic())
        return; // removed, or made a rule, since it was chosen
    const Segments::Segment segment = Segments::joined(*at, added);
    const qsizetype count = segment.customers->size() - at->customers->size();
    const auto name = [this, english = segment.name, arabic = segment.nameArabic] {
        const bool isArabic = format().language() == Language::Arabic && !arabic.isEmpty();
        return NumberFormat::isolate(isArabic ? arabic : english);
    };
    if (count == 0) {
        say(int(MessageBar::Level::Info),
            [name] { return tr("All of them were in the segment %1 already.").arg(name()); });
        return;
    }
    editSegments(Segments::withSegment(segments, segment), tr("Add to the segment %1").arg(name()));
    say(int(MessageBar::Level::Good),
        [this, count, name] {
            //: %1 is a segment's name
            return format()
                .counted(tr("%n customer(s) were added to the segment %1.", nullptr, int(count)),
                         count)
                .arg(name());
        },
        [] { return tr("Undo"); }, [this] { m_undo.undo(); });
}

void WindowController::saveSelection()
{
    Page *page = m_window->currentPage();
    if (page && page->saveSelection())
        return;
    say(int(MessageBar::Level::Info), [] {
        return tr("Nothing is selected. Tick customers in the table of Lifetime value or drag across "
                  "its chart, then save the selection.");
    });
}

void WindowController::editSegments(const QList<Segments::Segment> &segments, const QString &what)
{
    m_undo.push(new SwapCommand<QList<Segments::Segment>>(
        what, m_session.segments(), segments,
        [this](const QList<Segments::Segment> &to) { m_session.setSegments(to); }));
}

void WindowController::renewSegmentSource()
{
    if (!m_session.isOpen())
        return;
    m_lifecycle->setSegmentSource(
        [workspace = std::weak_ptr(m_session.workspace()), settings = m_session.settings()](
            const Segments::Segment &segment, const Customers::SnapshotPtr &snapshot,
            const Progress &progress) -> Result<Segments::Mask> {
            const Session::WorkspacePtr open = workspace.lock();
            return open ? Insights::segmentMask(*open, snapshot, settings, segment, progress)
                        : Error::cancelled();
        });
}

void WindowController::showSegments()
{
    for (Page *page : m_window->findChildren<Page *>())
        page->setSegments(m_session.segments());
}

bool WindowController::mayClose()
{
    if (m_closingConfirmed || !(m_session.isImporting() || m_report)) {
        rememberWorkspace();
        m_session.jobs().cancelAll();
        return true;
    }
    ask(m_appearance.display(), m_window.get(),
        {tr("Close while work is under way?"),
         m_session.isImporting()
             ? tr("An import is running. Closing cancels it and takes back everything it has written.")
             : tr("A report is being made. Closing cancels it; no file is left behind."),
         tr("Cancel it and close"), tr("Keep working")},
        [this] {
            m_closingConfirmed = true;
            m_window->close();
        });
    return false;
}

void WindowController::findCustomers(const QString &text, const std::function<void(const QList<CustomerId> &)> &found)
{
    const Session::WorkspacePtr workspace = m_session.workspace();
    if (!workspace)
        return;
    m_session.jobs().start(
        JobRunner::Lane::Reader, {}, false,
        [workspace, text](const Progress &progress) { return Customers::searchCustomers(*workspace, text, progress); },
        [found](const Result<std::vector<std::int64_t>> &rows) {
            QList<CustomerId> customers;
            if (rows) {
                for (const std::int64_t row : *rows)
                    customers.append(CustomerId{row});
            }
            found(customers);
        });
}

void WindowController::searchCustomers(const QString &words)
{
    if (!m_session.isOpen())
        return;
    m_search->start(
        [workspace = m_session.workspace(), words](const Progress &progress) -> QList<CustomerHit> {
            QList<CustomerHit> hits;
            Result<std::vector<std::int64_t>> rows = Customers::searchCustomers(*workspace, words.trimmed(), progress);
            if (!rows)
                return hits;
            rows->resize(std::min<std::size_t>(rows->size(), 8));
            Result<Customers::CustomerStore> store = Customers::CustomerStore::open(*workspace);
            if (!store)
                return hits;
            if (const Result<QList<Customers::Customer>> customers = store->customers(*rows)) {
                for (const Customers::Customer &customer : *customers)
                    hits.append({customer.id, customer.reference, customer.name});
            }
            return hits;
        },
        [this, words](const QList<CustomerHit> &hits) { m_window->search().setCustomers(words, hits); });
}

void WindowController::showCustomer(CustomerId customer)
{
    m_window->showPage(u"data"_s);
    m_data->showCustomer(customer);
    m_window->setInspectorOpen(true);
}

void WindowController::say(int level, Words text, Words actionText, std::function<void()> action)
{
    m_messageAction = std::move(action);
    m_window->messages().showMessage(MessageBar::Level(level), std::move(text), std::move(actionText));
}

void WindowController::sayReadOnly()
{
    say(int(MessageBar::Level::Warn), [reason = m_session.workspace()->readOnlyReason()] { return reason; });
}

void WindowController::saySaved(const QString &file)
{
    say(int(MessageBar::Level::Good), [file] { return tr("Saved as %1.").arg(NumberFormat::isolate(file)); });
}

const NumberFormat &WindowController::format() const
{
    return m_appearance.display().format();
}

void WindowController::sayError(const Error &error)
{
    m_messageAction = {};
    m_window->messages().showError(error);
}
