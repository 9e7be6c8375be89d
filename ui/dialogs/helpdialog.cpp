#include "ui/dialogs/helpdialog.h"

#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>

using namespace Qt::StringLiterals;

HelpDialog::HelpDialog(Display &display, const QString &screen, const QList<QAction *> &actions, QWidget *parent)
    : Dialog(display, parent)
    , m_screen(screen)
    , m_text(new TextLabel(display, Theme::TextRole::Body, "text2", this))
    , m_table(new QTableWidget(this))
{
    setObjectName(u"helpDialog"_s);
    for (QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            m_actions.append(action);
    }
    m_text->setWordWrap(true);
    m_text->setVisible(!screen.isEmpty());
    m_table->setObjectName(u"shortcutTable"_s);
    m_table->setColumnCount(2);
    m_table->setRowCount(int(m_actions.size()));
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnWidth(1, 150);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    body()->addWidget(m_text);
    body()->addWidget(m_table, 1);
    resize(560, 560);
    retranslate();
}

QString HelpDialog::screenText() const
{
    if (m_screen == "overview"_L1)
        return tr("The overview says what your customers are worth now, how that changed, where customers are lost "
                  "between first contact and repeat purchase, and what needs attention. A click on a figure opens the "
                  "screen behind it with the same period.");
    if (m_screen == "data"_L1)
        return tr("Here you see what was imported, which rows were rejected and why, and every customer. An import can "
                  "be undone; rejected rows can be saved as a file, mended and imported again. Data health lists what "
                  "is missing, doubtful or impossible, with its rows and a repair where there is one; Duplicates "
                  "offers customers that were entered twice. Repairs and merges can be undone, also weeks later.");
    if (m_screen == "lifecycle"_L1)
        return tr("The lifecycle follows contacts from stage to stage: how many arrive, how many are lost, how long it "
                  "takes and who owns each stage. The turning point lies where value creation becomes value "
                  "expansion.");
    if (m_screen == "clv"_L1)
        return tr("Lifetime value is what a customer is expected to bring within the horizon, discounted to today. The "
                  "model card says how well the model fits; the table lists every customer with an interval. Tick "
                  "customers there, with Space or the mouse, to keep them as a segment.");
    if (m_screen == "equity"_L1)
        return tr("Customer equity is the sum of all lifetime values. The trend shows it at each quarter's end from "
                  "what was known that day; the bridge says why it changed.");
    return {};
}

void HelpDialog::retranslate()
{
    setHeading(m_screen.isEmpty() ? tr("Keyboard shortcuts") : tr("Help for this screen"));
    m_text->setText(screenText());
    m_table->setAccessibleName(tr("Keyboard shortcuts"));
    m_table->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    for (int row = 0; row < m_actions.size(); ++row) {
        const QAction *action = m_actions[row];
        m_table->setItem(row, 0, new QTableWidgetItem(action->text()));
        m_table->setItem(row, 1, new QTableWidgetItem(NumberFormat::isolate(
                                     action->shortcut().toString(QKeySequence::NativeText))));
    }
    setButtons({}, tr("Close"));
}

AboutDialog::AboutDialog(Display &display, QWidget *parent)
    : Dialog(display, parent)
    , m_text(new TextLabel(display, Theme::TextRole::Body, "text2", this))
    , m_small(new TextLabel(display, Theme::TextRole::Axis, "text2", this))
{
    setObjectName(u"aboutDialog"_s);
    auto *logo = new QLabel(this);
    logo->setPixmap(Icons::logo().pixmap(52, 52));
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(380);
    m_small->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(logo, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    body()->addLayout(row);
    body()->addWidget(m_small);
    retranslate();
}

void AboutDialog::retranslate()
{
    setHeading(tr("About Qeema"));
    m_text->setText(tr("Qeema says what customers are worth, where in the lifecycle value is won and lost, and which "
                       "customers carry it. Your data stays in the workspace file on this computer."));
    //: %1 is the program's version, %2 the version of Qt
    m_small->setText(tr("Version %1, with Qt %2, QCustomPlot and SQLite. Free software under the GNU General Public "
                        "License, version 3 or later. Fonts: IBM Plex and Noto, SIL Open Font License.")
                         .arg(NumberFormat::isolate(QStringLiteral(QEEMA_VERSION)),
                              NumberFormat::isolate(QString::fromLatin1(qVersion()))));
    setButtons({}, tr("Close"));
}
