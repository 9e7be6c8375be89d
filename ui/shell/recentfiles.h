#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

/// A workspace that was open on this machine, and what it looked like when it was closed.
struct RecentFile
{
    QString file;
    QString nameEnglish;
    QString nameArabic;
    QString currency;
    qint64 customers = -1;      ///< −1: not known
    double equity = 0;          ///< major units; only with customers
    QList<double> trend;        ///< equity of the last eight quarters
    QDateTime opened;
    bool operator==(const RecentFile &) const = default;
};

/// The list on the welcome page; kept on the machine, not in a workspace.
namespace RecentFiles {

inline constexpr int most = 10;

[[nodiscard]] QList<RecentFile> load();
/// Puts \a entry first; an older entry of the same file goes.
void remember(const RecentFile &entry);
void remove(const QString &file);
/// The file was found at another place.
void relocate(const QString &from, const QString &to);

} // namespace RecentFiles
