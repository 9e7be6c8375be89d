#include "ui/dialogs/exportdialog.h"

#include "models/export/xlsxwriter.h"
#include "models/import/rowexport.h"
#include "ui/dialogs/latestjob.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QGridLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using Import::Kind;

namespace {

enum Format { Csv, Workbook };

} // namespace

ExportDialog::ExportDialog(Display &shownBy, const std::shared_ptr<const Workspace> &workspace, QWidget *parent)
    : Dialog(shownBy, parent)
    , m_all(new QCheckBox(this))
    , m_formatLabel(new TextLabel(shownBy, Theme::TextRole::Body, "text2", this))
    , m_format(new SegmentedControl(shownBy, this))
    , m_note(new TextLabel(shownBy, Theme::TextRole::Table, "text2", this))
    , m_counting(new LatestJob(this))
{
    setObjectName(u"exportDialog"_s);
    m_all->setObjectName(u"exportAllKinds"_s);
    m_format->setObjectName(u"exportFormat"_s);
    m_note->setObjectName(u"exportNote"_s);
    m_note->setWordWrap(true);
    auto *kinds = new QGridLayout;
    kinds->setHorizontalSpacing(24);
    kinds->setVerticalSpacing(6);
    kinds->addWidget(m_all, 0, 0, 1, 2);
    const QList<Kind> all = Import::allKinds();
    const int rows = int(all.size() + 1) / 2;
    for (int i = 0; i < int(all.size()); ++i) {
        auto *box = new QCheckBox(this);
        box->setObjectName(u"export_"_s + Import::kindName(all[i]));
        kinds->addWidget(box, 1 + i % rows, i / rows);
        m_boxes.insert(all[i], box);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::renewTexts);
    }
    body()->addLayout(kinds);
    body()->addSpacing(4);
    auto *format = new QHBoxLayout;
    format->setSpacing(12);
    format->addWidget(m_formatLabel);
    format->addWidget(m_format);
    format->addStretch();
    body()->addLayout(format);
    body()->addWidget(m_note);
    body()->addStretch();
    setMinimumWidth(520);
    connect(m_all, &QCheckBox::clicked, this, [this](bool checked) {
        for (QCheckBox *box : std::as_const(m_boxes))
            box->setChecked(checked && box->isEnabled());
        renewTexts();
    });
    connect(m_format, &SegmentedControl::chosen, this, &ExportDialog::renewTexts);
    ExportDialog::retranslate();
    m_all->setFocus();
    m_counting->start([workspace](const Progress &progress) { return Import::rowCounts(*workspace, progress); },
                      [this](const Result<QMap<Kind, qint64>> &counts) {
                          if (!counts)
                              return; // the rows can be exported uncounted; what is wrong is told then
                          m_counts = *counts;
                          for (auto box = m_boxes.begin(); box != m_boxes.end(); ++box) {
                              const bool hasRows = m_counts->value(box.key()) > 0;
                              if (!hasRows)
                                  box.value()->setChecked(false);
                              box.value()->setEnabled(hasRows);
                          }
                          renewTexts();
                      });
}

QList<Kind> ExportDialog::kinds() const
{
    QList<Kind> chosen;
    for (const Kind kind : Import::allKinds())
        if (m_boxes.value(kind)->isChecked())
            chosen.append(kind);
    return chosen;
}

QString ExportDialog::ending() const
{
    return m_format->current() == Workbook ? u"xlsx"_s : u"csv"_s;
}

void ExportDialog::retranslate()
{
    setHeading(tr("Export data"));
    setButtons(tr("Choose where to…"), tr("Cancel"));
    m_all->setText(tr("Everything that the workspace has"));
    m_formatLabel->setText(tr("As"));
    m_format->setSegments({tr("CSV"), tr("Excel workbook")});
    m_format->setAccessibleName(tr("Format of the files"));
    renewTexts();
}

void ExportDialog::renewTexts()
{
    const NumberFormat &format = display().format();
    for (auto box = m_boxes.begin(); box != m_boxes.end(); ++box) {
        const QString title = Import::kindTitle(box.key());
        const qint64 rows = m_counts ? m_counts->value(box.key()) : 0;
        //: a kind of rows and how many there are: %1 "Transactions", %2 "97,078"
        box.value()->setText(m_counts ? tr("%1 (%2)").arg(title, format.integer(rows)) : title);
    }
    const QList<Kind> chosen = kinds();
    const auto offered = std::ranges::count_if(m_boxes, [](const QCheckBox *box) { return box->isEnabled(); });
    m_all->setChecked(!chosen.isEmpty() && chosen.size() == offered);
    m_all->setEnabled(offered > 0);
    const qint64 mostRows = Export::XlsxWriter::mostRows - 1;
    const auto tooMany = std::ranges::find_if(chosen, [&](Kind kind) {
        return ending() == u"xlsx" && m_counts && m_counts->value(kind) > mostRows;
    });
    m_note->setToken(tooMany == chosen.end() ? "text2" : "warn");
    if (tooMany != chosen.end())
        //: %1 how many rows a sheet of Excel takes, %2 a kind of rows such as "Transactions"
        m_note->setText(tr("An Excel workbook holds at most %1 rows: choose CSV for \"%2\".")
                            .arg(format.integer(mostRows), Import::kindTitle(*tooMany)));
    else if (offered == 0)
        m_note->setText(tr("The workspace has no rows yet. Import some first."));
    else if (chosen.isEmpty())
        m_note->setText(tr("Tick what is to be exported."));
    else if (chosen.size() == 1)
        m_note->setText(tr("One file with the headings that the import knows, so that it can be read back."));
    else
        m_note->setText(format.counted(tr("%n file(s) in a folder, with the headings that the import knows, so that they can be "
                                          "read back.",
                                          nullptr, int(chosen.size())),
                                       chosen.size()));
    acceptButton()->setEnabled(!chosen.isEmpty() && tooMany == chosen.end());
}

void ExportDialog::accept()
{
    if (!acceptButton()->isEnabled())
        return;
    emit exportRequested(kinds(), ending());
    Dialog::accept();
}
