#pragma once

#include "models/import/kinds.h"
#include "models/workspace/workspace.h"
#include "ui/dialogs/dialog.h"

#include <QMap>

#include <memory>
#include <optional>

class LatestJob;
class QCheckBox;
class SegmentedControl;
class TextLabel;

/// Asks which kinds of rows are to be exported and whether as CSV or as Excel workbooks. Where to,
/// and the writing, are left to whom it tells.
class ExportDialog final : public Dialog
{
    Q_OBJECT

public:
    ExportDialog(Display &display, const std::shared_ptr<const Workspace> &workspace, QWidget *parent);

    [[nodiscard]] QList<Import::Kind> kinds() const; ///< that are ticked
    [[nodiscard]] QString ending() const;            ///< "csv" or "xlsx"

signals:
    void exportRequested(const QList<Import::Kind> &kinds, const QString &ending);

protected:
    void retranslate() override;
    void accept() override;

private:
    void renewTexts();

    std::optional<QMap<Import::Kind, qint64>> m_counts; ///< empty: still counting
    QMap<Import::Kind, QCheckBox *> m_boxes;
    QCheckBox *m_all;
    TextLabel *m_formatLabel;
    SegmentedControl *m_format;
    TextLabel *m_note;
    LatestJob *m_counting;
};
