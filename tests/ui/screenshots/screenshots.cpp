// Renders every page of the demo workspace in both languages and themes to PNG files, for looking
// at. Not a test: nothing is compared.

#include "app/window/appearance.h"
#include "app/window/folderwatch.h"
#include "app/window/windowcontroller.h"
#include "models/demo/demoworkspace.h"
#include "ui/charts/clvhistogramchart.h"
#include "ui/charts/lifecyclefunnelchart.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/importwizard.h"
#include "ui/dialogs/segmentdialog.h"
#include "ui/pages/data/datapage.h"
#include "ui/pages/data/healthpanel.h"
#include "ui/pages/lifetimevalue/customervaluesmodel.h"
#include "ui/pages/lifetimevalue/fitcard.h"
#include "ui/pages/lifecycle/contactlist.h"
#include "ui/pages/lifecycle/contactsdialog.h"
#include "ui/pages/lifecycle/lifecyclepage.h"
#include "ui/pages/lifecycle/lifecycletab.h"
#include "ui/pages/lifecycle/segmentsdialog.h"
#include "ui/pages/lifetimevalue/lifetimevaluepage.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QEventLoop>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QStringEncoder>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

/// Lets the event loop run until \a until says so, at most a minute.
bool wait(const std::function<bool()> &until)
{
    QEventLoop loop;
    QTimer poll;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (until())
            loop.exit(0);
    });
    QObject::connect(&limit, &QTimer::timeout, &loop, [&] { loop.exit(1); });
    poll.start(20);
    limit.start(60000);
    return loop.exec() == 0;
}

void settle()
{
    QEventLoop loop;
    QTimer::singleShot(350, &loop, &QEventLoop::quit);
    loop.exec();
}

class Photographer
{
public:
    /// \a only: the id of one page; empty: every page.
    Photographer(Appearance &appearance, WindowController &controller, QDir folder, QString only)
        : m_appearance(appearance), m_controller(controller), m_folder(std::move(folder)), m_only(std::move(only))
    {}

    /// Every page in one language, theme and window size.
    bool takeAll(Language language, bool dark, const QSize &size)
    {
        AppearanceChoices choices = m_appearance.choices();
        choices.language = language;
        choices.digits = Digits::ByLocale;
        choices.theme =
            dark ? AppearanceChoices::ThemeChoice::Dark : AppearanceChoices::ThemeChoice::Light;
        m_appearance.choose(choices);
        m_controller.window().resize(size);
        if (!wait([&] {
                return m_controller.session().analysis() && m_controller.session().jobs().isIdle();
            }))
            return false;
        const QString suffix =
            u"-%1-%2-%3x%4.png"_s.arg(languageCode(language), dark ? u"dark"_s : u"light"_s)
                .arg(size.width())
                .arg(size.height());
        for (const QString &id :
             {u"overview"_s, u"data"_s, u"lifecycle"_s, u"clv"_s, u"equity"_s}) {
            if (!m_only.isEmpty() && id != m_only)
                continue;
            m_controller.window().showPage(id);
            m_controller.window().setInspectorOpen(false);
            Page *page = m_controller.window().page(id);
            if (auto *lifecycle = qobject_cast<LifecyclePage *>(page)) {
                if (!takeTabs(*lifecycle, suffix))
                    return false;
            }
            if (!take(id + suffix))
                return false;
            if (auto *values = qobject_cast<LifetimeValuePage *>(page);
                values && !takeValues(*values, suffix))
                return false;
            if (!page || !page->inspector())
                continue;
            if (auto *values = qobject_cast<LifetimeValuePage *>(page);
                values && m_controller.session().snapshot()->customers() > 100)
                values->showCustomer(m_controller.session().snapshot()->id(42));
            m_controller.window().setInspectorOpen(true);
            if (!take(id + u"-inspector"_s + suffix))
                return false;
            if (id == u"clv" && !takeDerivation(*page, suffix))
                return false;
            if (id == u"data" && (!takeDataTabs(suffix) || !takeImport(suffix)))
                return false;
        }
        return true;
    }

private:
    bool takeDataTabs(const QString &suffix)
    {
        auto *page = qobject_cast<DataPage *>(m_controller.window().page(u"data"_s));
        const std::pair<DataPage::Tab, QString> tabs[] = {{DataPage::RejectsTab, u"rejects"_s},
                                                          {DataPage::HealthTab, u"health"_s},
                                                          {DataPage::DuplicatesTab, u"duplicates"_s},
                                                          {DataPage::CustomersTab, u"customers"_s}};
        m_controller.window().setInspectorOpen(false);
        for (const auto &[tab, name] : tabs) {
            page->showTab(tab);
            if (tab == DataPage::HealthTab)
                wait([&] { return page->findChild<HealthPanel *>()->isReady(); });
            if (tab == DataPage::CustomersTab)
                press("filterButton");
            if (!take(u"data-"_s + name + suffix))
                return false;
            if (tab == DataPage::CustomersTab)
                press("filterButton");
            if (tab == DataPage::HealthTab) {
                press("showFindingRows");
                if (!take(u"data-rows"_s + suffix))
                    return false;
                page->showTab(tab);
            }
        }
        page->showCustomer(m_controller.session().snapshot()->id(42));
        m_controller.window().setInspectorOpen(true);
        const bool taken = take(u"data-card"_s + suffix);
        page->showTab(DataPage::ImportsTab);
        m_controller.window().setInspectorOpen(false);
        return taken && takeExport(suffix) && takeWatchedFolder(suffix);
    }
    /// The dialog that asks what is exported, with some of it ticked.
    bool takeExport(const QString &suffix)
    {
        press("exportData");
        auto *dialog = m_controller.window().findChild<ExportDialog *>();
        if (!dialog || !wait([&] { return dialog->findChild<QCheckBox *>(u"export_customers"_s)->text().contains(u'('); }))
            return false;
        for (const QString &kind : {u"export_customers"_s, u"export_costs"_s})
            dialog->findChild<QCheckBox *>(kind)->setChecked(true);
        settle();
        const bool saved = dialog->grab().save(m_folder.filePath(u"data-export"_s + suffix));
        dialog->close();
        return saved;
    }
    /// A folder into which a file has come.
    bool takeWatchedFolder(const QString &suffix)
    {
        QTemporaryDir exports;
        FolderWatch &watch = m_controller.folderWatch();
        watch.setQuietSeconds(0);
        watch.watch(exports.path());
        const auto idle = [&] { return m_controller.session().jobs().isIdle(); };
        if (!wait([&] { return !watch.folder().isEmpty() && idle(); }))
            return false;
        QFile file(exports.filePath(u"orders_june.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write("customer_id,time,amount\nA,2025-01-02,5\n") <= 0)
            return false;
        file.close();
        if (!wait([&] { return !watch.files().isEmpty(); }) || !take(u"data-watched"_s + suffix))
            return false;
        watch.watch({});
        return wait([&] { return watch.folder().isEmpty() && idle(); });
    }
    /// Every step of the import of a small Arabic export, which is taken back afterwards.
    bool takeImport(const QString &suffix)
    {
        const QString file = QDir::temp().filePath(u"orders_2022-2025.csv"_s);
        {
            QString text = u"رقم الطلب;تاريخ الطلب;رقم العميل;اسم العميل;الجوال;إجمالي الطلب;حالة الطلب;المدينة\n"_s;
            for (int i = 0; i < 400; ++i)
                text += u"1004829%1;%2/06/2025 14:05;C-%3;فنادق رمال;+966 50 000 00%4;%5;%6;الرياض\n"_s.arg(i)
                            .arg(i % 37 == 5 ? 31 : 1 + i % 28)
                            .arg(i % 60)
                            .arg(i % 90 + 10)
                            .arg(i % 41 == 3 ? u"1,9O5"_s : QString::number(300 + i * 7) + u".50"_s)
                            .arg(i % 9 ? u"مكتمل"_s : u"مسترجع"_s);
            QFile out(file);
            const QByteArray bytes = QStringEncoder("windows-1256").encode(text);
            if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
                return false;
        }
        m_controller.take({file});
        ImportWizard *wizard = m_controller.importWizard();
        if (!wait([&] { return wizard->plan().has_value(); }) || !take(u"import-1-source"_s + suffix))
            return false;
        for (const QString &step : {u"import-2-format"_s, u"import-3-map"_s, u"import-4-check"_s}) {
            press("nextButton");
            if (step.endsWith(u"check")) {
                press("checkAll");
                wait([&] { return !m_controller.session().isImporting(); });
            }
            if (!take(step + suffix))
                return false;
        }
        BatchId batch;
        const auto remember = QObject::connect(&m_controller.session(), &Session::importEnded, &m_controller,
                                               [&batch](const Result<Import::ImportOutcome> &outcome) {
                                                   if (outcome)
                                                       batch = outcome->batch;
                                               });
        // Somebody else is writing, so that the import stands still for its picture.
        Result<Database> other = m_controller.session().workspace()->connect(Database::Mode::ReadWrite);
        if (!other)
            return false;
        other->connection().exec("BEGIN IMMEDIATE");
        press("nextButton");
        wizard->showProgress({0.62, {}, 248, 41'000, 1});
        if (!take(u"import-5-progress"_s + suffix))
            return false;
        other->connection().exec("ROLLBACK");
        const bool ended = wait([&] { return batch.isValid() && m_controller.session().jobs().isIdle(); });
        QObject::disconnect(remember);
        const bool taken = ended && take(u"import-5-run"_s + suffix);
        press("cancelWizard");
        m_controller.session().undoImport(batch);
        return taken && wait([&] { return m_controller.session().jobs().isIdle(); });
    }
    void press(const char *name)
    {
        if (auto *button = m_controller.window().findChild<QAbstractButton *>(QLatin1StringView(name)))
            button->click();
    }
    /// The plots of the fit, the maps with a selection, and the calculation for beginners.
    bool takeValues(LifetimeValuePage &page, const QString &suffix)
    {
        auto *fit = page.findChild<FitCard *>();
        if (!wait([&] { return !fit->isRunning(); }))
            return false;
        auto *histogram = page.findChild<ClvHistogramChart *>();
        const auto choose = [&page](const QString &control, int segment) {
            page.findChild<SegmentedControl *>(control)
                ->findChildren<QAbstractButton *>()
                .at(segment)
                ->click();
        };
        histogram->setRange(8000, 20000);
        emit histogram->rangeSelected(8000, 20000);
        auto *customers =
            static_cast<CustomerValuesModel *>(page.findChild<QTableView *>(u"customers"_s)->model());
        for (int view = 0; view <= FitCard::Spend; ++view) {
            choose(u"fitView"_s, view);
            choose(u"shapeKind"_s, view % 3);
            if (view == FitCard::Conditional)
                choose(u"modelSide"_s, 1);
            const bool showsTable = view == FitCard::Frequency;
            customers->setTicked(1, 3, showsTable);
            if (auto *area = page.findChild<QScrollArea *>())
                area->verticalScrollBar()->setValue(
                    showsTable ? area->verticalScrollBar()->maximum() : 0);
            if (!take(u"clv-fit%1"_s.arg(view) + suffix))
                return false;
            choose(u"modelSide"_s, 0);
        }
        choose(u"fitView"_s, 0);
        choose(u"shapeKind"_s, 0);
        customers->clearTicks();
        histogram->clearRange();
        return takePopups(page, suffix) && takeRelations(*fit, suffix);
    }

    /// What opens above the page: assumptions, ways of buying, attributes.
    bool takePopups(Page &page, const QString &suffix)
    {
        const std::pair<const char *, const char *> openers[] = {
            {"assumptions", "assumptionsPopover"},
            {"relation", "relationMenu"},
            {"covariates", "covariateMenu"}};
        for (const auto &[button, name] : openers) {
            press(button);
            settle();
            // Menus of earlier pictures may still wait for their deletion.
            const QList<QWidget *> popups = page.findChildren<QWidget *>(QLatin1StringView(name));
            if (popups.isEmpty()
                || !popups.last()->grab().save(
                    m_folder.filePath(u"clv-"_s + QLatin1StringView(name) + suffix)))
                return false;
            popups.last()->close();
        }
        return true;
    }

    /// The same page for other ways of buying.
    bool takeRelations(FitCard &fit, const QString &suffix)
    {
        Session &session = m_controller.session();
        const WorkspaceSettings before = session.settings();
        for (const Clv::Model model : {Clv::Model::BgBb, Clv::Model::Sbg}) {
            if (Clv::isContractual(model) && session.snapshot()->subscriptions.size() == 0)
                continue;
            WorkspaceSettings settings = before;
            settings.clvModel = Clv::modelName(model);
            settings.opportunityPeriod = PeriodUnit::Quarter;
            session.setSettings(settings);
            if (!wait([&] {
                    return session.analysis() && session.jobs().isIdle()
                           && session.analysis()->clv.query.model == model && !fit.isRunning();
                }))
                return false;
            if (!take(u"clv-"_s + settings.clvModel + suffix))
                return false;
            auto *page = qobject_cast<LifetimeValuePage *>(m_controller.window().currentPage());
            if (page && Clv::isContractual(model)) {
                page->showCustomer(session.snapshot()->id(session.analysis()->clv.values->customer[0]));
                if (!take(u"clv-"_s + settings.clvModel + u"-inspector"_s + suffix))
                    return false;
                m_controller.window().setInspectorOpen(false);
            }
        }
        session.setSettings(before);
        return wait([&] {
            return session.jobs().isIdle() && session.analysis()->query.settings == before;
        });
    }

    /// How a customer's value was computed.
    bool takeDerivation(Page &page, const QString &suffix)
    {
        page.inspector()->findChild<QAbstractButton *>(u"derivation0"_s)->click();
        auto *dialog = page.findChild<QDialog *>(u"derivationDialog"_s);
        settle();
        const bool saved =
            dialog && dialog->grab().save(m_folder.filePath(u"clv-derivation"_s + suffix));
        if (dialog)
            dialog->close();
        return saved;
    }

    /// What opens over the lifecycle screen: customers with receipts, the segment to be made of them,
    /// the saved segments.
    bool takeDialogs(LifecyclePage &page, const QString &suffix)
    {
        const auto save = [&](QWidget *dialog, const QString &name) {
            settle();
            return dialog && dialog->grab().save(m_folder.filePath(name + suffix));
        };
        auto *funnel = page.findChild<LifecycleFunnelChart *>();
        emit funnel->customersWanted(2, true);
        auto *contacts = page.findChild<ContactsDialog *>();
        if (!contacts || !wait([&] { return !contacts->isComputing(); }))
            return false;
        contacts->findChild<ContactList *>()->findChild<QTableView *>()->selectRow(3);
        bool taken = save(contacts, u"lifecycle-contacts"_s);
        contacts->findChild<QAbstractButton *>(u"saveSegment"_s)->click();
        auto *segment = contacts->findChild<SegmentDialog *>();
        taken = save(segment, u"lifecycle-segment"_s) && taken;
        delete segment;
        for (QAbstractButton *part : contacts->findChild<SegmentedControl *>()->findChildren<QAbstractButton *>())
            part->click();
        taken = wait([&] { return !contacts->isComputing(); }) && save(contacts, u"lifecycle-instead"_s) && taken;
        delete contacts;
        press("savedSegments");
        auto *segments = page.findChild<SegmentsDialog *>();
        taken = save(segments, u"lifecycle-segments"_s) && taken;
        delete segments;
        return taken;
    }

    /// The tabs behind the first one, each with its inspector where it has one.
    bool takeTabs(LifecyclePage &page, const QString &suffix)
    {
        if (!takeDialogs(page, suffix))
            return false;
        for (int tab = 1; tab < page.tabs().size(); ++tab) {
            page.showTab(tab);
            m_controller.window().setInspectorOpen(false);
            if (!wait([&] { return !page.currentTab()->isComputing(); })
                || !take(u"lifecycle-%1"_s.arg(tab) + suffix))
                return false;
            // The end of the page too, where it is longer than the window.
            if (auto *area = page.currentTab()->findChild<QScrollArea *>();
                area && area->verticalScrollBar()->maximum() > 0) {
                area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
                if (!take(u"lifecycle-%1-end"_s.arg(tab) + suffix))
                    return false;
                area->verticalScrollBar()->setValue(0);
            }
            if (!page.inspector())
                continue;
            m_controller.window().setInspectorOpen(true);
            if (!take(u"lifecycle-%1-inspector"_s.arg(tab) + suffix))
                return false;
        }
        page.showTab(1);
        const bool taken = takeFunnelOptions(page, suffix);
        page.showTab(0);
        m_controller.window().setInspectorOpen(false);
        return taken;
    }

    /// A funnel of alternative events in any order, by sessions, two groups compared.
    bool takeFunnelOptions(LifecyclePage &page, const QString &suffix)
    {
        m_controller.window().setInspectorOpen(true);
        press("stepAddAlternative0");
        page.inspector()->findChild<SegmentedControl *>(u"funnelOrder"_s)->findChildren<QAbstractButton *>().last()->click();
        press("stepAnchored1");
        page.inspector()->findChild<QComboBox *>(u"funnelCount"_s)->setCurrentIndex(3);
        auto *compare = page.inspector()->findChild<QComboBox *>(u"funnelCompare"_s);
        compare->setCurrentIndex(compare->findData(u"sector"_s));
        page.findChild<SegmentedControl *>(u"funnelTable"_s)->findChildren<QAbstractButton *>().last()->click();
        bool taken = wait([&] { return !page.currentTab()->isComputing(); })
                     && take(u"lifecycle-1-options"_s + suffix);
        // The lower half of the editor.
        for (QWidget *above = page.inspector(); above; above = above->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(above)) {
                area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
                break;
            }
        }
        taken = taken && take(u"lifecycle-1-options-end"_s + suffix);
        page.findChild<QComboBox *>(u"funnelPicker"_s)->setCurrentIndex(0);
        press("newFunnel");
        page.findChild<SegmentedControl *>(u"funnelTable"_s)->findChildren<QAbstractButton *>().first()->click();
        return taken && wait([&] { return !page.currentTab()->isComputing(); });
    }

    bool take(const QString &name)
    {
        settle();
        const bool saved = m_controller.window().grab().save(m_folder.filePath(name));
        QTextStream(stdout) << (saved ? "" : "not written: ") << m_folder.filePath(name)
                            << Qt::endl;
        return saved;
    }

    Appearance &m_appearance;
    WindowController &m_controller;
    QDir m_folder;
    QString m_only;
};

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Qeema"_s);
    if (argc < 2) {
        QTextStream(stderr) << "usage: screenshots FOLDER [WORKSPACE.qeema [PAGE]]\n";
        return 2;
    }
    QDir folder(QString::fromLocal8Bit(argv[1]));
    QTemporaryDir scratch;
    if (!folder.mkpath(u"."_s) || !scratch.isValid())
        return 1;
    // The person's own choices are neither read nor changed.
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, scratch.path());
    QString workspace = argc > 2 ? QString::fromLocal8Bit(argv[2])
                                 : scratch.filePath(u"Rawafid Supplies (demo).qeema"_s);
    if (argc <= 2) {
        const Result<void> made = createDemoWorkspace(workspace, {});
        if (!made) {
            QTextStream(stderr) << made.error().message << Qt::endl;
            return 1;
        }
    }
    Appearance appearance;
    WindowController controller(appearance);
    controller.window().resize(1440, 900);
    controller.window().show();
    controller.openFile(workspace);
    Photographer photographer(appearance, controller, folder, argc > 3 ? QString::fromLocal8Bit(argv[3]) : QString());
    for (const Language language : {Language::English, Language::Arabic}) {
        for (const bool dark : {false, true}) {
            for (const QSize size : {QSize(1440, 900), QSize(1280, 720), QSize(1920, 1080)}) {
                if (!photographer.takeAll(language, dark, size))
                    return 1;
            }
        }
    }
    return 0;
}
