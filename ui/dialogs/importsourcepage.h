#pragma once

#include "models/import/tablereader.h"

#include <QList>
#include <QWidget>

#include <functional>

class Button;
class Display;
class QListWidget;
class TextLabel;

/// The first step: which files. By button, by drop, or a table pasted from the clipboard.
class ImportSourcePage final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportSourcePage(Display &display, QWidget *parent = nullptr);

    void setSources(const QList<Import::Source> &sources);
    /// What went wrong with the last choice; empty: nothing.
    void setProblem(std::function<QString()> text);

signals:
    void filesWanted();
    void filesGiven(const QStringList &files);
    void pasteWanted();
    void fileRemoved(int index);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void renewProblem();

    Display &m_display;
    TextLabel *m_title;
    TextLabel *m_note;
    Button *m_choose;
    Button *m_paste;
    Button *m_remove;
    QListWidget *m_list;
    TextLabel *m_problem;
    std::function<QString()> m_problemText;
};
