// Writing rows of the workspace to files from the window.

#include "app/window/windowcontroller.h"

#include "app/window/appearance.h"
#include "models/import/rowexport.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/filechooser.h"
#include "ui/dialogs/question.h"
#include "ui/style/display.h"
#include "ui/widgets/messagebar.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

void WindowController::exportData()
{
    if (!m_session.isOpen())
        return;
    auto *dialog = new ExportDialog(m_appearance.display(), m_session.workspace(), m_window.get());
    connect(dialog, &ExportDialog::exportRequested, this, [this](const QList<Import::Kind> &kinds, const QString &ending) {
        if (kinds.size() == 1)
            chooseExportFile(kinds.first(), ending);
        else
            chooseExportFolder(kinds, ending);
    });
    dialog->open();
}

void WindowController::chooseExportFile(Import::Kind kind, const QString &ending)
{
    const QString filter = ending == u"xlsx" ? tr("Excel workbooks (*.xlsx)") : tr("CSV files (*.csv)");
    FileChooser::chooseNew(
        m_window.get(), {tr("Export data"), filter, Import::exportFileName(kind, ending), ending},
        [this, kind](const QString &file) {
            if (!m_session.isOpen())
                return;
            m_session.jobs().start(
                JobRunner::Lane::Reader, tr("Exporting data"), true,
                [workspace = m_session.workspace(), kind, file](const Progress &progress) {
                    return Import::exportRows(*workspace, kind, file, progress);
                },
                [this, file](const Result<qint64> &rows) {
                    if (rows)
                        saySaved(file);
                    else
                        sayError(rows.error());
                });
        });
}

void WindowController::chooseExportFolder(const QList<Import::Kind> &kinds, const QString &ending)
{
    FileChooser::chooseFolder(m_window.get(), tr("Export data"), [this, kinds, ending](const QString &folder) {
        QStringList there;
        for (const Import::Kind kind : kinds)
            if (const QString name = Import::exportFileName(kind, ending); QFileInfo::exists(QDir(folder).filePath(name)))
                there.append(name);
        if (there.isEmpty()) {
            exportInto(folder, kinds, ending);
            return;
        }
        //: between names of files
        const QString names = NumberFormat::isolate(there.join(tr(", ")));
        ask(m_appearance.display(), m_window.get(),
            {tr("Replace files?"), tr("%1 has %2 already.").arg(NumberFormat::isolate(folder), names), tr("Replace them"),
             tr("Keep them")},
            [this, folder, kinds, ending] { exportInto(folder, kinds, ending); });
    });
}

void WindowController::exportInto(const QString &folder, const QList<Import::Kind> &kinds, const QString &ending)
{
    if (!m_session.isOpen())
        return;
    m_session.jobs().start(
        JobRunner::Lane::Reader, tr("Exporting data"), true,
        [workspace = m_session.workspace(), folder, kinds, ending](const Progress &progress) {
            return Import::exportKinds(*workspace, kinds, folder, ending, progress);
        },
        [this, folder](const Result<QStringList> &files) {
            if (!files) {
                sayError(files.error());
                return;
            }
            say(int(MessageBar::Level::Good), [this, count = files->size(), folder] {
                return format().counted(tr("%n file(s) were saved in %1.", nullptr, int(count)), count)
                    .arg(NumberFormat::isolate(folder));
            });
        });
}
