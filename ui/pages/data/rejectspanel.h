#pragma once

#include "models/import/importhistorymodel.h"
#include "models/import/rejectedrowsmodel.h"
#include "models/import/rejectreasonsmodel.h"

#include <QWidget>

class Button;
class Card;
class Display;
class EmptyState;
class LatestJob;
class QComboBox;
class QStackedWidget;
class QTableView;

/// The rejected rows of an import: reasons with counts, and the rows with the bad cell marked.
class RejectsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RejectsPanel(Display &display, QWidget *parent = nullptr);

    void setWorkspace(const std::shared_ptr<const Workspace> &workspace);
    /// The imports that can be chosen: those with rejected rows.
    void setRecords(const QList<Import::ImportRecord> &records);
    void showBatch(BatchId batch);

signals:
    void failed(const Error &error);
    void fileSaved(const QString &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void renewChoice();
    void loadBatch();
    void loadRows();
    void renewSubtitle();
    void save();

    Display &m_display;
    std::shared_ptr<const Workspace> m_workspace;
    QList<Import::ImportRecord> m_records;
    BatchId m_batch;
    bool m_isCut = false; ///< more rows were rejected than are kept
    Import::RejectReasonsModel *m_reasons;
    Import::RejectedRowsModel *m_rows;
    LatestJob *m_loading;
    Card *m_reasonCard;
    Card *m_rowCard;
    QComboBox *m_choice;
    Button *m_save;
    QTableView *m_reasonTable;
    QStackedWidget *m_rowStack;
    QTableView *m_rowTable;
    EmptyState *m_empty;
};
