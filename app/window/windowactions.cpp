#include "app/window/windowcontroller.h"

#include "app/window/appearance.h"
#include "app/window/folderwatch.h"
#include "app/window/reportjob.h"
#include "models/import/rowedit.h"
#include "ui/charts/chart.h"
#include "ui/commands/jobcommand.h"
#include "ui/dialogs/filechooser.h"
#include "ui/dialogs/helpdialog.h"
#include "ui/dialogs/importwizard.h"
#include "ui/dialogs/question.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/pages/data/datapage.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;

void WindowController::connectActions()
{
    Actions &actions = m_window->actions();
    const auto on = [&](QLatin1StringView id, auto &&slot) { connect(actions[id], &QAction::triggered, this, slot); };
    on("file.new"_L1, [this] { chooseNewWorkspace(); });
    on("file.open"_L1, [this] { chooseWorkspace(); });
    on("file.demo"_L1, [this] { openDemo(); });
    on("file.saveCopy"_L1, [this] { saveCopy(); });
    on("file.close"_L1, [this] { m_session.close(); });
    on("edit.settings"_L1, [this] { showSettings(); });
    on("view.language"_L1, [this] {
        AppearanceChoices choices = m_appearance.choices();
        choices.language = choices.language == Language::English ? Language::Arabic : Language::English;
        chooseAppearance(choices);
    });
    const std::pair<QLatin1StringView, AppearanceChoices::ThemeChoice> themes[] = {
        {"view.themeLight"_L1, AppearanceChoices::ThemeChoice::Light},
        {"view.themeDark"_L1, AppearanceChoices::ThemeChoice::Dark},
        {"view.themeSystem"_L1, AppearanceChoices::ThemeChoice::System}};
    for (const auto &[id, theme] : themes) {
        on(id, [this, theme = theme] {
            AppearanceChoices choices = m_appearance.choices();
            choices.theme = theme;
            chooseAppearance(choices);
        });
    }
    on("data.import"_L1, [this] { startWizard(); });
    on("data.paste"_L1, [this] { pasteTable(); });
    const std::pair<QLatin1StringView, DataPage::Tab> tabs[] = {{"data.imports"_L1, DataPage::ImportsTab},
                                                                {"data.rejected"_L1, DataPage::RejectsTab},
                                                                {"data.customers"_L1, DataPage::CustomersTab},
                                                                {"data.health"_L1, DataPage::HealthTab},
                                                                {"data.duplicates"_L1, DataPage::DuplicatesTab}};
    for (const auto &[id, tab] : tabs) {
        on(id, [this, tab = tab] {
            m_window->showPage(u"data"_s);
            m_data->showTab(tab);
        });
    }
    on("data.export"_L1, [this] { exportData(); });
    on("data.exportCustomers"_L1, [this] { m_data->exportCustomers(); });
    on("analysis.refit"_L1, [this] { m_session.refit(); });
    on("analysis.segment"_L1, [this] { saveSelection(); });
    on("report.english"_L1, [this] { exportReport(Language::English); });
    on("report.arabic"_L1, [this] { exportReport(Language::Arabic); });
    on("report.chart"_L1, [this] { exportChart(); });
    on("help.screen"_L1, [this] {
        (new HelpDialog(m_appearance.display(), m_window->currentId(), m_window->actions().all(), m_window.get()))->open();
    });
    on("help.shortcuts"_L1, [this] {
        (new HelpDialog(m_appearance.display(), {}, m_window->actions().all(), m_window.get()))->open();
    });
    on("help.about"_L1, [this] { (new AboutDialog(m_appearance.display(), m_window.get()))->open(); });
}

void WindowController::chooseAppearance(const AppearanceChoices &choices)
{
    m_appearance.choose(choices);
}

void WindowController::chooseWorkspace()
{
    FileChooser::chooseExisting(m_window.get(), {tr("Open workspace"), tr("Workspaces (*.qeema)"), {}, {}}, false,
                                [this](const QStringList &files) { openFile(files.first()); });
}

void WindowController::chooseNewWorkspace(const QList<Import::Source> &thenImport)
{
    const QString suggestion = thenImport.isEmpty()
        ? tr("workspace") + u".qeema"_s
        : QFileInfo(thenImport.first().name()).completeBaseName() + u".qeema"_s;
    FileChooser::chooseNew(m_window.get(), {tr("New workspace"), tr("Workspaces (*.qeema)"), suggestion, u"qeema"_s},
                           [this, thenImport](const QString &file) {
                               m_importAfterOpening = thenImport;
                               m_session.create(file);
                           });
}

void WindowController::chooseAnyFile()
{
    FileChooser::chooseExisting(m_window.get(),
                                {tr("Choose a file"),
                                 tr("Workspaces and data files (*.qeema *.csv *.tsv *.txt *.xlsx *.json *.jsonl)") + u";;"_s + tr("All files (*)"),
                                 {}, {}},
                                true, [this](const QStringList &files) { take(files); });
}

void WindowController::saveCopy()
{
    const QFileInfo own(m_session.workspace()->file());
    FileChooser::chooseNew(m_window.get(),
                           {tr("Save a copy"), tr("Workspaces (*.qeema)"),
                            //: a copy's file name: %1 the workspace's
                            tr("%1 copy").arg(own.completeBaseName()) + u".qeema"_s, u"qeema"_s},
                           [this](const QString &file) { m_session.saveCopy(file); });
}

void WindowController::pasteTable()
{
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
    QStringList files;
    for (const QUrl &url : clipboard && clipboard->hasUrls() ? clipboard->urls() : QList<QUrl>()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    if (!files.isEmpty()) {
        take(files);
        return;
    }
    const QString text = clipboard ? clipboard->text() : QString();
    if (m_wizard) {
        m_window->showPage(u"data"_s);
        m_wizard->addPasted(text);
    } else if (!text.contains(u'\n')) {
        say(int(MessageBar::Level::Info),
            [] { return tr("The clipboard holds no table. Copy rows in your spreadsheet first, with their headings."); });
    } else if (m_session.isOpen()) {
        openWizard({Import::pastedTable(text)});
    } else {
        chooseNewWorkspace({Import::pastedTable(text)});
    }
}

void WindowController::startWizard(const QStringList &files)
{
    QList<Import::Source> sources;
    for (const QString &file : files)
        sources.append({file, {}});
    openWizard(sources);
}

void WindowController::openWizard(const QList<Import::Source> &sources)
{
    if (!m_session.isOpen())
        return;
    if (m_session.workspace()->isReadOnly()) {
        sayReadOnly();
        return;
    }
    if (!m_wizard) {
        m_wizard = new ImportWizard(m_appearance.display());
        m_wizard->setWorkspace(m_session.workspace(), m_session.settings().currency.code);
        connect(m_wizard, &ImportWizard::pasteWanted, this, &WindowController::pasteTable);
        connect(m_wizard, &ImportWizard::importRequested, &m_session, &Session::startImport);
        connect(m_wizard, &ImportWizard::cancelRequested, &m_session, &Session::cancelImport);
        connect(m_wizard, &ImportWizard::closed, this, &WindowController::endWizard);
        connect(m_wizard, &ImportWizard::saveRejectsRequested, this, &WindowController::saveRejects);
        connect(m_wizard, &ImportWizard::filesWanted, this, [this] {
            FileChooser::chooseExisting(m_window.get(),
                                        {tr("Choose data files"),
                                         tr("Data files (*.csv *.tsv *.txt *.xlsx *.json *.jsonl)") + u";;"_s + tr("All files (*)"), {}, {}},
                                        true, [this](const QStringList &chosen) {
                                            if (m_wizard)
                                                m_wizard->addFiles(chosen);
                                        });
        });
    }
    m_window->setTask(u"data"_s, m_wizard, tr("Import data"));
    m_window->showPage(u"data"_s);
    m_wizard->setFocus();
    if (!sources.isEmpty())
        m_wizard->addSources(sources);
}

void WindowController::endWizard(bool imported)
{
    m_session.cancelImport();
    m_wizard = nullptr;
    m_window->setTask(u"data"_s, nullptr);
    if (imported)
        m_window->showPage(u"overview"_s);
}

void WindowController::confirmUndoImport(const Import::ImportRecord &record)
{
    if (!m_session.isOpen() || m_session.workspace()->isReadOnly()) {
        if (m_session.isOpen())
            sayReadOnly();
        return;
    }
    const NumberFormat &format = m_appearance.display().format();
    if (Import::isEdit(record.kind)) {
        const qint64 rows = record.rowsUpdated;
        ask(m_appearance.display(), m_window.get(),
            {tr("Undo this change?"),
             format.counted(tr("%n row(s) get back what they were, and customers or rows that went come back.", nullptr, int(rows)), rows),
             tr("Undo the change"), tr("Keep it")},
            [this, batch = record.batch] { m_session.undoEdit(std::make_shared<BatchId>(batch)); });
        return;
    }
    const qint64 rows = record.rowsImported + record.rowsUpdated;
    ask(m_appearance.display(), m_window.get(),
        {tr("Undo this import?"),
         format.counted(tr("%n row(s) from %1 will be removed, and values that it changed get their old content back. The "
                           "file itself is not touched: it can be imported again.",
                           nullptr, int(rows)),
                        rows)
             .arg(NumberFormat::isolate(QFileInfo(record.source).fileName())),
         tr("Undo the import"), tr("Keep it")},
        [this, batch = record.batch, source = record.source] {
            connect(
                &m_session, &Session::importUndone, this,
                [this, source] {
                    if (QFileInfo::exists(source))
                        say(int(MessageBar::Level::Good),
                            [] { return tr("The import was undone. The rows that it brought are gone."); },
                            [] { return tr("Import the file again"); }, [this, source] { startWizard({source}); });
                },
                Qt::SingleShotConnection);
            m_session.undoImport(batch);
        });
}

void WindowController::importAgain(const Import::ImportRecord &record)
{
    const QString name = NumberFormat::isolate(QFileInfo(record.source).fileName());
    ask(m_appearance.display(), m_window.get(),
        //: %1 a file's name
        {tr("Import %1 again?").arg(name),
         record.undone ? tr("The file is read again with the same choices.")
                       : tr("The rows of this import are taken back first, then the file is read again with the same choices."),
         tr("Import again"), tr("Leave it")},
        [this, record] { m_session.importAgain(record.batch, record.source); });
}

void WindowController::chooseWatchedFolder()
{
    FileChooser::chooseFolder(m_window.get(), tr("Choose a folder to watch"), [this](const QString &folder) {
        const QString before = m_folder->folder();
        m_undo.push(new JobCommand(tr("Watch a folder"), [this, folder] { m_folder->watch(folder); },
                                   [this, before] { m_folder->watch(before); }));
    });
}

void WindowController::pushEdit(const QString &text, const QString &jobTitle, Session::Edit work)
{
    const auto batch = std::make_shared<BatchId>();
    m_undo.push(new JobCommand(
        text, [this, jobTitle, work = std::move(work), batch] { m_session.edit(jobTitle, work, batch); },
        [this, batch] { m_session.undoEdit(batch); }));
}

void WindowController::repairData(const Health::Finding &finding)
{
    const NumberFormat &format = m_appearance.display().format();
    const QString action = Health::repairText(finding);
    ask(m_appearance.display(), m_window.get(),
        {Health::findingText(finding, format), Health::repairPromise(finding, format), action, tr("Leave it")},
        [this, finding, action] {
            pushEdit(action, tr("Repairing the data"), [finding](const Workspace &workspace, const Progress &progress) {
                return Health::repairFinding(workspace, finding, progress);
            });
        });
}

void WindowController::mergeCustomers(const QList<Health::Merge> &merges, const QString &description)
{
    ask(m_appearance.display(), m_window.get(),
        {tr("Merge these customers?"),
         //: %1 a sentence that says which customers are merged
         tr("%1 Purchases, events and all other rows move with them. It can be undone, also later under Imports.").arg(description),
         tr("Merge"), tr("Leave them apart")},
        [this, merges] {
            pushEdit(tr("Merge customers"), tr("Merging customers"), [merges](const Workspace &workspace, const Progress &progress) {
                return Health::mergeCustomers(workspace, merges, progress);
            });
        });
}

void WindowController::judgeDistinct(const QString &key)
{
    m_undo.push(new JobCommand(
        tr("Keep customers apart"), [this, key] { m_session.setDistinct(key, true); },
        [this, key] { m_session.setDistinct(key, false); }));
}

void WindowController::saveRejects(const Import::ImportOutcome &outcome)
{
    const QFileInfo source(outcome.file);
    FileChooser::chooseNew(m_window.get(),
                           {tr("Save rejected rows"), tr("CSV files (*.csv)"),
                            source.absolutePath() + u'/' + source.completeBaseName() + u"-rejected.csv"_s, u"csv"_s},
                           [this, outcome](const QString &file) {
                               m_session.jobs().start(
                                   JobRunner::Lane::Reader, tr("Saving rejected rows"), false,
                                   [outcome, file](const Progress &) { return Import::saveRejectedRows(outcome, file); },
                                   [this, file](const Result<void> &saved) {
                                       if (saved)
                                           saySaved(file);
                                       else
                                           sayError(saved.error());
                                   });
                           });
}

void WindowController::exportReport(Language language)
{
    if (!m_session.analysis() || m_report) {
        say(int(MessageBar::Level::Info), [isMaking = m_report != nullptr] {
            return isMaking ? tr("A report is being made.") : tr("There is nothing to report yet: import transactions first.");
        });
        return;
    }
    const QString base = QFileInfo(m_session.workspace()->file()).completeBaseName();
    FileChooser::chooseNew(
        m_window.get(),
        {tr("Report as PDF"), tr("PDF files (*.pdf)"),
         base + u"-report-"_s + languageCode(language) + u".pdf"_s, u"pdf"_s},
        [this, language](const QString &file) {
            Report::ReportOptions options;
            options.language = language;
            options.digits = m_appearance.choices().digits;
            m_report = new ReportJob(m_session, options, file, m_appearance.display().language(), this);
            connect(m_report, &ReportJob::finished, this, [this, file](const Result<int> &pages) {
                m_report->deleteLater();
                m_report = nullptr;
                if (!pages) {
                    sayError(pages.error());
                    return;
                }
                say(int(MessageBar::Level::Good),
                    [this, count = *pages, file] {
                        return format().counted(tr("The report with %n page(s) was saved as %1.", nullptr, count), count)
                            .arg(NumberFormat::isolate(file));
                    },
                    [] { return tr("Open it"); }, [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
            });
            m_report->start();
        });
}

void WindowController::exportChart()
{
    Page *page = m_window->currentPage();
    Chart *chart = page ? page->focusedChart() : nullptr;
    if (!chart) {
        say(int(MessageBar::Level::Info), [] { return tr("This screen has no chart. Choose another screen to export one."); });
        return;
    }
    chart->exportWithDialog(Chart::Format::Pdf);
}

void WindowController::showSettings()
{
    const bool open = m_session.isOpen();
    auto *dialog = new SettingsDialog(m_appearance.display(), m_appearance.choices(),
                                      open ? std::optional(m_session.settings()) : std::nullopt,
                                      open && m_session.workspace()->isReadOnly(), m_window.get());
    connect(dialog, &SettingsDialog::appearanceEdited, this, &WindowController::chooseAppearance);
    connect(dialog, &SettingsDialog::workspaceEdited, this, &WindowController::editSettings);
    dialog->open();
}
