#include "ui/dialogs/importsourcepage.h"

#include "ui/dialogs/importtexts.h"
#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QListWidget>
#include <QMimeData>
#include <QUrl>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ImportSourcePage::ImportSourcePage(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_title(new TextLabel(display, Theme::TextRole::CardTitle, "text", this))
    , m_note(new TextLabel(display, Theme::TextRole::Table, "text2", this))
    , m_choose(new Button(display, Button::Kind::Primary, u"open"_s, this))
    , m_paste(new Button(display, Button::Kind::Default, u"copy"_s, this))
    , m_remove(new Button(display, Button::Kind::Default, u"trash"_s, this))
    , m_list(new QListWidget(this))
    , m_problem(new TextLabel(display, Theme::TextRole::Body, "bad", this))
{
    setAcceptDrops(true);
    m_choose->setObjectName(u"chooseFiles"_s);
    m_paste->setObjectName(u"pasteTable"_s);
    m_remove->setObjectName(u"removeFile"_s);
    m_list->setObjectName(u"fileList"_s);
    m_list->setMaximumHeight(170);
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignCenter);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_choose);
    buttons->addWidget(m_paste);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(10);
    layout->addStretch();
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_note);
    layout->addLayout(buttons);
    layout->addWidget(m_list);
    layout->addWidget(m_problem);
    layout->addStretch();
    setFocusProxy(m_choose);
    connect(m_choose, &Button::clicked, this, &ImportSourcePage::filesWanted);
    connect(m_paste, &Button::clicked, this, &ImportSourcePage::pasteWanted);
    connect(m_remove, &Button::clicked, this, [this] {
        if (m_list->currentRow() >= 0)
            emit fileRemoved(m_list->currentRow());
    });
    setSources({});
    retranslate();
}

void ImportSourcePage::setSources(const QList<Import::Source> &sources)
{
    m_list->clear();
    for (const Import::Source &source : sources) {
        const qint64 bytes = source.isPasted() ? source.content.size() : QFileInfo(source.file).size();
        //: a file in a list: %1 its name, %2 its size
        m_list->addItem(tr("%1 · %2").arg(NumberFormat::isolate(source.name()),
                                          ImportTexts::fileSize(bytes, m_display.format())));
        m_list->item(m_list->count() - 1)->setToolTip(source.isPasted() ? source.name() : source.file);
        m_list->item(m_list->count() - 1)->setIcon(Icons::icon(u"table"_s, m_display));
    }
    m_list->setCurrentRow(0);
    m_list->setVisible(!sources.isEmpty());
    m_remove->setVisible(!sources.isEmpty());
}

void ImportSourcePage::setProblem(std::function<QString()> text)
{
    m_problemText = std::move(text);
    renewProblem();
}

void ImportSourcePage::renewProblem()
{
    m_problem->setText(m_problemText ? m_problemText() : QString());
    m_problem->setVisible(m_problemText != nullptr);
}

void ImportSourcePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportSourcePage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ImportSourcePage::dropEvent(QDropEvent *event)
{
    QStringList files;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    event->acceptProposedAction();
    emit filesGiven(files);
}

void ImportSourcePage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste))
        emit pasteWanted();
    else if (event->key() == Qt::Key_Delete && m_list->hasFocus())
        m_remove->click();
    else
        QWidget::keyPressEvent(event);
}

void ImportSourcePage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_display.color("input"), 1, Qt::CustomDashLine);
    pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.setBrush(m_display.color("surface"));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

void ImportSourcePage::retranslate()
{
    m_title->setText(tr("Drop data files here, or choose them"));
    m_note->setText(tr("Tables with a row of headings: .csv, .tsv, .txt, .xlsx, .json. Several files are imported one "
                       "after the other. Transactions are enough to start."));
    m_choose->setText(tr("Choose files"));
    m_paste->setText(tr("Paste a table"));
    m_remove->setText(tr("Remove"));
    m_list->setAccessibleName(tr("Files to import"));
    renewProblem();
}
