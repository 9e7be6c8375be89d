// Who tells whom: the window's pages, the session and its jobs, the watched folder.

#include "app/window/windowcontroller.h"

#include "app/window/appearance.h"
#include "app/window/folderwatch.h"
#include "ui/charts/chart.h"
#include "ui/commands/jobcommand.h"
#include "ui/commands/swapcommand.h"
#include "ui/dialogs/filechooser.h"
#include "ui/dialogs/importwizard.h"
#include "ui/dialogs/latestjob.h"
#include "ui/pages/data/datapage.h"
#include "ui/pages/equity/equitypage.h"
#include "ui/pages/lifecycle/lifecyclepage.h"
#include "ui/pages/lifetimevalue/lifetimevaluepage.h"
#include "ui/shell/filterbar.h"
#include "ui/shell/jobrow.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/searchbox.h"
#include "ui/shell/statusline.h"
#include "ui/shell/welcomepage.h"
#include "ui/widgets/messagebar.h"

#include <QFileInfo>
#include <QTimer>

using namespace Qt::StringLiterals;

void WindowController::connectSession()
{
    connect(&m_session, &Session::opened, this, &WindowController::showOpened);
    connect(&m_session, &Session::closing, this, [this] {
        rememberWorkspace();
        m_search->cancel();
        if (m_wizard)
            m_wizard->setWorkspace(nullptr, {});
        m_data->setWorkspace(nullptr);
        m_values->setNameLookup({});
        m_values->setSegmentSource({});
        m_equity->setKeptValues({});
        m_lifecycle->setDirectory({});
        m_lifecycle->setDealSource({});
        m_lifecycle->setSegmentSource({});
    });
    connect(&m_session, &Session::closed, this, &WindowController::showClosed);
    connect(&m_session, &Session::settingsChanged, this, &WindowController::renewTexts);
    connect(&m_session, &Session::settingsChanged, this, &WindowController::renewSegmentSource);
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        m_data->setSnapshot(m_session.snapshot());
        if (m_wizard)
            m_wizard->showReloaded(m_session.snapshot()->buyers()); // as the status bar counts
        m_window->header().filterBar()->setExtent(m_session.snapshot()->extent);
        renewTexts();
        if (!m_importAfterOpening.isEmpty())
            openWizard(std::exchange(m_importAfterOpening, {}));
    });
    connect(&m_session, &Session::segmentsChanged, this, &WindowController::showSegments);
    connect(&m_session, &Session::filterChanged, this,
            [this] { m_window->header().filterBar()->setFilter(m_session.filter()); });
    connect(&m_session, &Session::analysisStarted, this, [this] {
        for (Page *page : m_window->findChildren<Page *>())
            page->setBusy(true);
    });
    connect(&m_session, &Session::analysed, this, &WindowController::showNumbers);
    connect(&m_session, &Session::keptValuesChanged, this,
            [this] { m_equity->setKeptValues(m_session.keptValues()); });
    connect(&m_session, &Session::analysisFailed, this, [this](const Error &error) {
        showNumbers(nullptr);
        sayError(error);
    });
    connect(&m_session, &Session::failed, this, &WindowController::sayError);
    connect(&m_session, &Session::importProgressed, this, [this](const ProgressReport &report) {
        if (m_wizard)
            m_wizard->showProgress(report);
    });
    connect(&m_session, &Session::importEnded, this, [this](const Result<Import::ImportOutcome> &outcome) {
        if (outcome && !outcome->dryRun)
            m_folder->takeNote({outcome->file});
        if (m_wizard) {
            m_wizard->showOutcome(outcome);
        } else if (!outcome) {
            sayError(outcome.error());
        } else {
            const qint64 rows = outcome->rowsImported + outcome->rowsUpdated;
            const QString name = NumberFormat::isolate(QFileInfo(outcome->file).fileName());
            say(int(MessageBar::Level::Good), [this, rows, name] {
                //: %1 a file's name
                return format().counted(tr("%n row(s) were imported from %1.", nullptr, int(rows)), rows).arg(name);
            });
        }
        renewTexts(); // nothing is being written any more
    });
    connect(&m_session, &Session::importUndone, this, [this] {
        say(int(MessageBar::Level::Good), [] { return tr("The import was undone. The rows that it brought are gone."); });
    });
    connect(&m_session, &Session::edited, this, [this](const Health::EditOutcome &outcome) {
        const qint64 rows = outcome.rowsChanged + outcome.rowsRemoved;
        say(int(MessageBar::Level::Good),
            [this, rows] {
                return format().counted(
                    tr("Done: %n row(s) changed. The change stands under Imports and can be undone.", nullptr, int(rows)), rows);
            },
            [] { return tr("Undo"); }, [this] { m_undo.undo(); });
    });
    connect(&m_session, &Session::editUndone, this,
            [this] { say(int(MessageBar::Level::Good), [] { return tr("The change was undone. Everything is as it was before."); }); });
    connect(&m_session, &Session::distinctChanged, this, [this] { m_data->reloadDuplicates(); });
    connect(&m_session, &Session::segmentsKept, this, [this] { m_values->reloadSegments(); });
    connect(&m_session, &Session::copySaved, this, [this](const QString &file) {
        say(int(MessageBar::Level::Good), [file] { return tr("A copy was saved as %1.").arg(NumberFormat::isolate(file)); });
    });
}

void WindowController::connectJobs()
{
    JobRunner &jobs = m_session.jobs();
    connect(&jobs, &JobRunner::started, this, [this](int job, const QString &title, bool cancellable) {
        m_shownJobs.append(job);
        m_window->jobRow().setCancellable(cancellable);
        // The wizard shows its own progress.
        if (!(m_wizard && m_session.isImporting()))
            m_window->jobRow().start(title);
        QTimer::singleShot(300, this, [this, job, title, cancellable] {
            if (!m_shownJobs.contains(job))
                return;
            m_window->status().setTask(title);
            m_window->status().setTaskCancellable(cancellable);
        });
        renewTexts();
    });
    connect(&jobs, &JobRunner::progressed, this, [this](int job, const ProgressReport &report) {
        if (m_shownJobs.isEmpty() || job != m_shownJobs.last())
            return;
        m_window->jobRow().showProgress(report);
        m_window->status().setTaskProgress(report);
    });
    connect(&jobs, &JobRunner::ended, this, [this](int job) {
        m_shownJobs.removeAll(job);
        if (m_shownJobs.isEmpty()) {
            m_window->jobRow().finish();
            m_window->status().clearTask();
        }
        renewTexts();
    });
    const auto cancel = [this] {
        if (!m_shownJobs.isEmpty())
            m_session.jobs().cancel(m_shownJobs.last());
    };
    connect(&m_window->jobRow(), &JobRow::cancelRequested, this, cancel);
    connect(&m_window->status(), &StatusLine::cancelRequested, this, cancel);
}

void WindowController::connectPages()
{
    for (Page *page : m_window->findChildren<Page *>()) {
        connect(page, &Page::pageRequested, m_window.get(), &MainWindow::showPage);
        connect(page, &Page::importRequested, this, [this] { startWizard(); });
        connect(page, &Page::settingsEdited, this, &WindowController::editSettings);
        connect(page, &Page::lifecycleEdited, this, &WindowController::editLifecycle);
        connect(page, &Page::lifecycleQueryEdited, &m_session, &Session::setLifecycleQuery);
        connect(page, &Page::segmentRequested, this, &WindowController::saveSegment);
        connect(page, &Page::refitRequested, &m_session, &Session::refit);
        connect(page, &Page::customerActivated, this, &WindowController::showCustomer);
        connect(page, &Page::selectionChanged, this, [this](const QString &description) {
            m_selection = description;
            renewTexts();
        });
    }
    for (Chart *chart : m_window->findChildren<Chart *>()) {
        connect(chart, &Chart::exported, this, [this](const QString &file) {
            say(int(MessageBar::Level::Good), [file] { return tr("The chart was saved as %1.").arg(NumberFormat::isolate(file)); });
        });
        connect(chart, &Chart::exportFailed, this, &WindowController::sayError);
    }
    connect(m_lifecycle, &LifecyclePage::funnelsEdited, this,
            [this](const QList<Funnel::FunnelQuery> &funnels, const QString &what) {
                m_undo.push(new SwapCommand<QList<Funnel::FunnelQuery>>(
                    what, m_session.funnels(), funnels, [this](const QList<Funnel::FunnelQuery> &to) {
                        m_session.setFunnels(to);
                        m_lifecycle->setFunnels(to);
                    }));
            });
    connect(m_lifecycle, &LifecyclePage::funnelDraftEdited, this,
            [this](const Funnel::FunnelQuery &before, const Funnel::FunnelQuery &after,
                   const QString &what, int series) {
                m_undo.push(new SwapCommand<Funnel::FunnelQuery>(
                    what, before, after,
                    [this](const Funnel::FunnelQuery &to) { m_lifecycle->setFunnelDraft(to); }, series));
            });
    connect(m_lifecycle, &LifecyclePage::undoRequested, &m_undo, &QUndoStack::undo);
    connect(m_lifecycle, &LifecyclePage::redoRequested, &m_undo, &QUndoStack::redo);
    const auto showUndo = [this] {
        m_lifecycle->setUndo(m_undo.canUndo() ? m_undo.undoText() : QString(),
                             m_undo.canRedo() ? m_undo.redoText() : QString());
    };
    // With the page as its context: the stack empties itself after the window has gone.
    connect(&m_undo, &QUndoStack::indexChanged, m_lifecycle, showUndo);
    showUndo();
    connect(m_lifecycle, &LifecyclePage::segmentsWanted, &m_session, &Session::reloadSegments);
    connect(m_lifecycle, &LifecyclePage::segmentsEdited, this, &WindowController::editSegments);
    connect(m_lifecycle, &LifecyclePage::meddicNotesEdited, this,
            [this](const Lifecycle::MeddicNotes &notes, const QString &what) {
                m_undo.push(new SwapCommand<Lifecycle::MeddicNotes>(
                    what, m_session.meddicNotes(), notes, [this](const Lifecycle::MeddicNotes &to) {
                        m_session.setMeddicNotes(to);
                        m_lifecycle->setMeddicNotes(to);
                    }));
            });
    connect(m_data, &DataPage::undoImportRequested, this, &WindowController::confirmUndoImport);
    connect(m_data, &DataPage::repairRequested, this, &WindowController::repairData);
    connect(m_data, &DataPage::mergeRequested, this, &WindowController::mergeCustomers);
    connect(m_data, &DataPage::distinctRequested, this, &WindowController::judgeDistinct);
    connect(m_data, &DataPage::failed, this, &WindowController::sayError);
    connect(m_data, &DataPage::exportRequested, this, &WindowController::exportData);
    connect(m_data, &DataPage::fileSaved, this, &WindowController::saySaved);
    m_values->setSearch([this](const QString &text, const LifetimeValuePage::Found &found) { findCustomers(text, found); });
    connect(m_window->header().filterBar(), &FilterBar::filterEdited, &m_session, &Session::setFilter);
    connect(&m_window->messages(), &MessageBar::actionTriggered, this, [this] {
        m_window->messages().dismiss();
        if (m_messageAction)
            std::exchange(m_messageAction, {})();
    });
    SearchBox &search = m_window->search();
    connect(&search, &SearchBox::customersWanted, this, &WindowController::searchCustomers);
    connect(&search, &SearchBox::customerChosen, this, &WindowController::showCustomer);
}

void WindowController::connectWelcome()
{
    WelcomePage &welcome = m_window->welcome();
    connect(&welcome, &WelcomePage::openRequested, this, &WindowController::openFile);
    connect(&welcome, &WelcomePage::removeRequested, this, [this](const QString &file) {
        RecentFiles::remove(file);
        renewRecent();
    });
    connect(&welcome, &WelcomePage::locateRequested, this, [this](const QString &file) {
        FileChooser::chooseExisting(m_window.get(),
                                    {tr("Locate %1").arg(NumberFormat::isolate(QFileInfo(file).fileName())),
                                     tr("Workspaces (*.qeema)"), file, {}},
                                    false, [this, file](const QStringList &found) {
                                        RecentFiles::relocate(file, found.first());
                                        renewRecent();
                                        openFile(found.first());
                                    });
    });
    connect(&welcome, &WelcomePage::fileWanted, this, &WindowController::chooseAnyFile);
    connect(&welcome, &WelcomePage::languageChosen, this, [this](int language) {
        AppearanceChoices choices = m_appearance.choices();
        choices.language = Language(language);
        chooseAppearance(choices);
    });
    connect(&welcome, &WelcomePage::themeChosen, this, [this](int theme) {
        AppearanceChoices choices = m_appearance.choices();
        choices.theme = AppearanceChoices::ThemeChoice(theme);
        chooseAppearance(choices);
    });
    connect(m_window.get(), &MainWindow::filesDropped, this, &WindowController::take);
}

void WindowController::connectFolder()
{
    connect(m_folder, &FolderWatch::changed, this, [this] { m_data->setWatched(m_folder->folder(), m_folder->files()); });
    connect(m_folder, &FolderWatch::failed, this, &WindowController::sayError);
    connect(m_folder, &FolderWatch::filesFound, this, [this](const QStringList &files) {
        const QString folder = NumberFormat::isolate(m_folder->folder());
        say(int(MessageBar::Level::Info),
            [this, count = files.size(), folder] {
                //: %1 a folder's path
                return format().counted(tr("%n new file(s) came into %1.", nullptr, int(count)), count).arg(folder);
            },
            [] { return tr("Look at them"); }, [this, files] { startWizard(files); });
    });
    connect(m_data, &DataPage::watchFolderRequested, this, &WindowController::chooseWatchedFolder);
    connect(m_data, &DataPage::stopWatchingRequested, this, [this] {
        const QString folder = m_folder->folder();
        m_undo.push(new JobCommand(tr("Stop watching the folder"), [this] { m_folder->watch({}); },
                                   [this, folder] { m_folder->watch(folder); }));
    });
    connect(m_data, &DataPage::importFilesRequested, this, &WindowController::startWizard);
    connect(m_data, &DataPage::ignoreFilesRequested, m_folder, &FolderWatch::takeNote);
    connect(m_data, &DataPage::reimportRequested, this, &WindowController::importAgain);
}
