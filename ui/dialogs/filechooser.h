#pragma once

#include <QStringList>

#include <functional>

class QWidget;

/// File dialogs that open and return at once and remember the last folder.
namespace FileChooser {

struct Request
{
    QString title;
    QString filter;      ///< "Workspaces (*.qeema)"
    QString suggestion;  ///< file name or path
    QString suffix;      ///< added to a new file's name where it has none
};

void chooseExisting(QWidget *parent, const Request &request, bool several,
                    std::function<void(const QStringList &)> chosen);
void chooseFolder(QWidget *parent, const QString &title, std::function<void(const QString &)> chosen);
/// Asks before replacing a file that exists. Where the filter offers several kinds, the one chosen
/// decides the ending.
void chooseNew(QWidget *parent, const Request &request, std::function<void(const QString &)> chosen);

} // namespace FileChooser
