#include "ui/dialogs/importheadcard.h"

#include "ui/dialogs/importtexts.h"
#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/style/ownwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ImportHeadCard::ImportHeadCard(Display &display, QWidget *parent)
    : Card(display, parent)
{
    setObjectName(u"headCard"_s);
    bodyLayout()->setSpacing(6);
    m_ready = addLine("good", "headReady");
    m_rejected = addLine("warn", "headRejected");
    m_leftOut = addLine("text2", "headLeftOut");
    m_show = new Button(display, Button::Kind::Link, {}, this);
    m_show->setObjectName(u"headShow"_s);
    m_show->setCheckable(true);
    m_show->setSmall(true);
    static_cast<QHBoxLayout *>(m_rejected.text->parentWidget()->layout())->addWidget(m_show);
    m_reasons = new TextLabel(display, Theme::TextRole::Table, "text2", this);
    m_reasons->setObjectName(u"headReasons"_s);
    m_reasons->setWordWrap(true);
    bodyLayout()->addWidget(m_reasons);
    m_note = new TextLabel(display, Theme::TextRole::Table, "text2", this);
    m_note->setObjectName(u"headNote"_s);
    m_note->setWordWrap(true);
    bodyLayout()->addWidget(m_note);
    connect(m_show, &QToolButton::toggled, this, &ImportHeadCard::renew);
    connect(&display, &Display::changed, this, &ImportHeadCard::renew);
    renew();
}

ImportHeadCard::Line ImportHeadCard::addLine(const char *token, const char *name)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    const Line line{new QLabel(row), new TextLabel(display(), Theme::TextRole::Body, token, row)};
    line.icon->setFixedSize(16, 16);
    line.text->setObjectName(QString::fromLatin1(name));
    line.text->setWordWrap(true);
    layout->addWidget(line.icon, 0, Qt::AlignVCenter);
    layout->addWidget(line.text, 1);
    bodyLayout()->addWidget(row);
    return line;
}

void ImportHeadCard::setCheck(const std::optional<Import::HeadCheck> &check)
{
    m_check = check;
    m_problem.reset();
    renew();
}

void ImportHeadCard::setProblem(const Error &problem)
{
    m_check.reset();
    m_problem = problem;
    renew();
}

void ImportHeadCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        renew();
}

void ImportHeadCard::showLine(const Line &line, const QString &icon, const char *token, const QString &text)
{
    line.text->setText(text);
    line.icon->setPixmap(Icons::icon(icon, display(), token).pixmap(16, 16));
    line.text->parentWidget()->setVisible(!text.isEmpty());
}

void ImportHeadCard::renew()
{
    const NumberFormat &format = display().format();
    const auto counted = [&](const QString &words, qint64 count) { return format.counted(words, count); };
    const bool hasCounts = m_check && m_check->rows > 0;
    const Import::HeadCheck check = m_check.value_or(Import::HeadCheck());
    if (!hasCounts)
        setTitle(tr("Check of the first rows"));
    else if (check.isWholeFile)
        setTitle(counted(tr("Check of all %n row(s)", nullptr, int(check.rows)), check.rows));
    else
        setTitle(counted(tr("Check of the first %n row(s)", nullptr, int(check.rows)), check.rows));
    showLine(m_ready, u"check"_s, "good",
             hasCounts ? counted(tr("%n row(s) ready", nullptr, int(check.ready())), check.ready()) : QString());
    showLine(m_rejected, u"warning"_s, "warn",
             check.rejected > 0 ? counted(tr("%n row(s) would be rejected", nullptr, int(check.rejected)), check.rejected)
                                : QString());
    showLine(m_leftOut, u"minus"_s, "text2",
             check.leftOut > 0 ? counted(tr("%n row(s) left out by their status", nullptr, int(check.leftOut)), check.leftOut)
                               : QString());
    QStringList reasons;
    for (const Import::RejectGroup &group : check.rejects)
        reasons.append(ImportTexts::reasonLine(group, format));
    m_reasons->setText(reasons.join(u'\n'));
    m_reasons->setVisible(m_show->isChecked() && !reasons.isEmpty());
    m_show->setText(m_show->isChecked() ? tr("Hide") : tr("Show"));
    m_show->setToolTip(tr("Why rows would be rejected"));
    m_show->setAccessibleName(m_show->toolTip());
    m_note->setText(m_problem   ? inOwnWords(*m_problem)
                    : !m_check  ? tr("Looking at the first rows.")
                    : hasCounts ? tr("Nothing is written before you press Import.")
                                : tr("Choose the columns that are required to see what would be imported."));
    m_note->setToken(m_problem ? "bad" : "text2");
}
