#include "ui/dialogs/segmentdialog.h"

#include "models/segments/store.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/copiedtext.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QFormLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace {

enum Kind { FixedList, RuleKind };

} // namespace

SegmentDialog::SegmentDialog(Display &shownBy, const Segments::Draft &draft,
                             const QList<Segments::Segment> &existing, QWidget *parent)
    : Dialog(shownBy, parent)
    , m_draft(draft)
    , m_english(new QLineEdit(this))
    , m_arabic(new QLineEdit(this))
    , m_englishLabel(new TextLabel(shownBy, Theme::TextRole::Body, "text2", this))
    , m_arabicLabel(new TextLabel(shownBy, Theme::TextRole::Body, "text2", this))
    , m_kind(new SegmentedControl(shownBy, this))
    , m_note(new TextLabel(shownBy, Theme::TextRole::Table, "text2", this))
    , m_problem(new TextLabel(shownBy, Theme::TextRole::Table, "warn", this))
{
    setObjectName(u"segmentDialog"_s);
    m_english->setObjectName(u"segmentNameEnglish"_s);
    m_arabic->setObjectName(u"segmentNameArabic"_s);
    m_kind->setObjectName(u"segmentKind"_s);
    m_note->setObjectName(u"segmentNote"_s);
    m_problem->setObjectName(u"segmentProblem"_s);
    for (const Segments::Segment &segment : existing)
        m_taken.append(segment.name);
    // What the marks are called is in the language shown.
    (shownBy.isArabic() ? m_arabic : m_english)
        ->setText(Segments::freeName(existing, CopiedText::withoutMarks(draft.name)));
    m_arabic->setLayoutDirection(Qt::RightToLeft);
    m_english->setLayoutDirection(Qt::LeftToRight);
    m_note->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_kind->setVisible(draft.rule && !draft.customers.isEmpty());

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    m_englishLabel->setBuddy(m_english);
    m_arabicLabel->setBuddy(m_arabic);
    form->addRow(m_englishLabel, m_english);
    form->addRow(m_arabicLabel, m_arabic);
    body()->addLayout(form);
    body()->addWidget(m_kind, 0, Qt::AlignLeading);
    body()->addWidget(m_note);
    body()->addWidget(m_problem);
    body()->addStretch();
    setMinimumWidth(480);
    for (QLineEdit *name : {m_english, m_arabic})
        connect(name, &QLineEdit::textChanged, this, &SegmentDialog::renewNotes);
    connect(m_kind, &SegmentedControl::chosen, this, &SegmentDialog::renewNotes);
    SegmentDialog::retranslate();
    QLineEdit *first = shownBy.isArabic() ? m_arabic : m_english;
    first->setFocus();
    first->selectAll();
}

void SegmentDialog::retranslate()
{
    setHeading(tr("Save as segment"));
    setButtons(tr("Save the segment"), tr("Cancel"));
    m_englishLabel->setText(tr("Name in English"));
    m_arabicLabel->setText(tr("Name in Arabic"));
    m_english->setAccessibleName(m_englishLabel->text());
    m_arabic->setAccessibleName(m_arabicLabel->text());
    m_kind->setSegments({tr("These customers"), tr("Everybody the rule holds for")});
    m_kind->setAccessibleName(tr("What the segment keeps"));
    renewNotes();
}

Segments::Draft SegmentDialog::read() const
{
    Segments::Draft draft = m_draft;
    const QString english = m_english->text().trimmed();
    draft.nameArabic = m_arabic->text().trimmed();
    draft.name = english.isEmpty() ? draft.nameArabic : english;
    const bool asRule =
        draft.rule && (draft.customers.isEmpty() || m_kind->current() == RuleKind);
    if (asRule)
        draft.customers.clear();
    else
        draft.rule.reset();
    return draft;
}

void SegmentDialog::renewNotes()
{
    const Segments::Draft draft = read();
    if (draft.rule) {
        m_note->setText(tr("Judged anew with every change of the data: %1.").arg(draft.ruleWords));
    } else {
        m_note->setText(display().format().counted(
            tr("%n customer(s), as they are now. Who comes later is not added.", nullptr,
               int(draft.customers.size())),
            draft.customers.size()));
    }
    if (draft.name.isEmpty())
        m_problem->setText(tr("Write a name in one of the two languages."));
    else if (m_taken.contains(draft.name))
        m_problem->setText(
            tr("There is a segment of this name. Saving puts the new one in its place; Undo brings "
               "the old one back."));
    else
        m_problem->clear();
    m_problem->setVisible(!m_problem->text().isEmpty());
    acceptButton()->setEnabled(!draft.name.isEmpty());
}

void SegmentDialog::accept()
{
    const Segments::Draft draft = read();
    if (draft.name.isEmpty())
        return;
    emit saveRequested(draft);
    Dialog::accept();
}
