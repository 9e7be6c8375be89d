#pragma once

#include "ui/shell/recentfiles.h"

#include <QFrame>

class Display;
class QVBoxLayout;
class TextLabel;

/// The recent workspaces of the welcome page: a row each with customers, equity and its course. A
/// file that is gone offers Locate and Remove.
class RecentList final : public QFrame
{
    Q_OBJECT

public:
    explicit RecentList(Display &display, QWidget *parent = nullptr);

    void setEntries(const QList<RecentFile> &entries);
    void setFilter(const QString &words); ///< only names and paths with these words

signals:
    void openRequested(const QString &file);
    void locateRequested(const QString &file);
    void removeRequested(const QString &file);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Row;
    void rebuild();

    Display &m_display;
    QVBoxLayout *m_layout;
    QList<RecentFile> m_entries;
    QString m_words;
};
