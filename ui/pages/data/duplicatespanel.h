#pragma once

#include "models/health/duplicatesmodel.h"
#include "models/health/merge.h"

#include <QWidget>

#include <optional>

class Button;
class Card;
class Display;
class EmptyState;
class LatestJob;
class ProgressStrip;
class QStackedWidget;
class QTableView;
class QTableWidget;

/// Customers that are probably entered more than once, and merging them.
class DuplicatesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit DuplicatesPanel(Display &display, QWidget *parent = nullptr);

    void setWorkspace(const std::shared_ptr<const Workspace> &workspace);
    void setSnapshot(const Customers::SnapshotPtr &snapshot);
    /// Looks again, such as after a group was said to be different customers.
    void reload();

signals:
    /// \a description names what is merged, for the question and the undo menu.
    void mergeRequested(const QList<Health::Merge> &merges, const QString &description);
    void distinctRequested(const QString &key);
    void customerChosen(CustomerId customer);
    void failed(const Error &error);
    void searched(int groups); ///< the groups are shown

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void find();
    void retranslate();
    void renewTexts();
    void renewMembers();
    void renewFates();
    void renewButtons();
    void mergeChosen();
    void mergeCertain();
    [[nodiscard]] const Health::DuplicateGroup *chosen() const;
    [[nodiscard]] bool isWritable() const { return m_workspace && !m_workspace->isReadOnly(); }

    Display &m_display;
    std::shared_ptr<const Workspace> m_workspace;
    Customers::SnapshotPtr m_snapshot;
    bool m_isCurrent = false;
    Health::DuplicatesModel *m_model;
    LatestJob *m_finding;
    ProgressStrip *m_progress;
    Card *m_groupCard;
    QStackedWidget *m_stack;
    QTableView *m_table;
    EmptyState *m_none;
    Button *m_mergeCertain;
    Card *m_memberCard;
    CustomerId m_shownGroup; ///< first customer of the group whose entries are shown
    QTableWidget *m_members;
    Button *m_merge;
    Button *m_distinct;
};
