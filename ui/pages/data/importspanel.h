#pragma once

#include "models/import/importhistorymodel.h"

#include <QWidget>

class Button;
class Card;
class Display;
class EmptyState;
class LatestJob;
class QStackedWidget;
class QTableView;
class TextLabel;

/// The history of imports, newest first, with the way back.
class ImportsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportsPanel(Display &display, QWidget *parent = nullptr);

    void setWorkspace(const std::shared_ptr<const Workspace> &workspace);
    void reload();
    /// The folder that is watched (empty: none) and what is new in it.
    void setWatched(const QString &folder, const QStringList &files);

signals:
    void reimportRequested(const Import::ImportRecord &record);
    void watchFolderRequested();
    void stopWatchingRequested();
    void importFilesRequested(const QStringList &files);
    void ignoreFilesRequested(const QStringList &files);
    void importRequested();
    void undoRequested(const Import::ImportRecord &record);
    void rejectsRequested(BatchId batch);
    void loaded(const QList<Import::ImportRecord> &records);
    void failed(const Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void renewButtons();
    void buildWatchStrip();
    void renewWatch();
    [[nodiscard]] const Import::ImportRecord *chosen() const;

    Display &m_display;
    std::shared_ptr<const Workspace> m_workspace;
    Import::ImportHistoryModel *m_model;
    LatestJob *m_loading;
    Card *m_card;
    QStackedWidget *m_stack;
    QTableView *m_table;
    EmptyState *m_empty;
    Button *m_import;
    Button *m_rejects;
    Button *m_undo;
    Button *m_again;
    QString m_folder;
    QStringList m_newFiles;
    TextLabel *m_watchText = nullptr;
    Button *m_importNew = nullptr;
    Button *m_ignoreNew = nullptr;
    Button *m_chooseFolder = nullptr;
    Button *m_stopWatching = nullptr;
};
