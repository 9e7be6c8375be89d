#include "ui/dialogs/filechooser.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace FileChooser {
namespace {

const QString folderKey = u"files/lastFolder"_s;

QFileDialog *make(QWidget *parent, const Request &request)
{
    auto *dialog = new QFileDialog(parent, request.title);
    dialog->setObjectName(u"fileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(request.filter);
    const QString folder =
        QSettings()
            .value(folderKey, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
            .toString();
    if (QFileInfo(folder).isDir())
        dialog->setDirectory(folder);
    return dialog;
}

void remember(const QString &file)
{
    QSettings().setValue(folderKey, QFileInfo(file).absolutePath());
}

} // namespace

void chooseExisting(QWidget *parent, const Request &request, bool several,
                    std::function<void(const QStringList &)> chosen)
{
    QFileDialog *dialog = make(parent, request);
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    dialog->setFileMode(several ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent,
                     [chosen = std::move(chosen)](const QStringList &files) {
                         remember(files.first());
                         chosen(files);
                     });
    dialog->open();
}

void chooseFolder(QWidget *parent, const QString &title, std::function<void(const QString &)> chosen)
{
    QFileDialog *dialog = make(parent, {title, {}, {}, {}});
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [chosen = std::move(chosen)](const QString &folder) { chosen(folder); });
    dialog->open();
}

void chooseNew(QWidget *parent, const Request &request, std::function<void(const QString &)> chosen)
{
    QFileDialog *dialog = make(parent, request);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(request.suffix);
    const QFileInfo suggestion(request.suggestion);
    if (suggestion.isAbsolute())
        dialog->setDirectory(suggestion.absolutePath());
    dialog->selectFile(suggestion.fileName());
    // The kind of file that is chosen becomes the ending of its name.
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        static const QRegularExpression ending(u"\\*\\.(\\w+)"_s);
        const QString suffix = ending.match(filter).captured(1);
        const QStringList files = dialog->selectedFiles();
        if (suffix.isEmpty())
            return;
        dialog->setDefaultSuffix(suffix);
        if (!files.isEmpty() && !QFileInfo(files.first()).isDir())
            dialog->selectFile(QFileInfo(files.first()).completeBaseName() + u'.' + suffix);
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [chosen = std::move(chosen)](const QString &file) {
                         remember(file);
                         chosen(file);
                     });
    dialog->open();
}

} // namespace FileChooser
