#pragma once

#include "models/segments/draft.h"
#include "ui/dialogs/dialog.h"

class QLineEdit;
class SegmentedControl;
class TextLabel;

/// Asks for the names of a segment and, where its customers follow from a rule as well, whether the
/// list or the rule is kept. Saving is left to whom it tells.
class SegmentDialog final : public Dialog
{
    Q_OBJECT

public:
    /// \a existing: the workspace's segments, for names that are taken.
    SegmentDialog(Display &display, const Segments::Draft &draft,
                  const QList<Segments::Segment> &existing, QWidget *parent);

signals:
    void saveRequested(const Segments::Draft &draft);

protected:
    void retranslate() override;
    void accept() override;

private:
    [[nodiscard]] Segments::Draft read() const;
    void renewNotes();

    Segments::Draft m_draft;
    QStringList m_taken;
    QLineEdit *m_english;
    QLineEdit *m_arabic;
    TextLabel *m_englishLabel;
    TextLabel *m_arabicLabel;
    SegmentedControl *m_kind;
    TextLabel *m_note;
    TextLabel *m_problem;
};
