#include "ui/shell/welcomepage.h"

#include "ui/shell/actions.h"
#include "ui/shell/recentlist.h"
#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

/// One of the large buttons: icon tile, what it does, a line about it, its shortcut.
class WelcomePage::Way final : public QAbstractButton
{
public:
    Way(Display &display, const QString &iconName, QAction *action, bool isMain, QWidget *parent)
        : QAbstractButton(parent)
        , m_display(display)
        , m_iconName(iconName)
        , m_action(action)
        , m_isMain(isMain)
    {
        setObjectName(u"welcome."_s + action->objectName());
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
        connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    }
    void setTexts(const QString &title, const QString &note)
    {
        setText(title);
        m_note = note;
        setAccessibleName(title);
        setAccessibleDescription(note);
        updateGeometry();
        update();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics note(m_display.font(Theme::TextRole::Table));
        const int lines = note.boundingRect(QRect(0, 0, noteWidth(), 200), Qt::TextWordWrap, m_note).height();
        return {350, 34 + lines + 14};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_display.color(m_isMain ? "primary" : "border"));
        painter.setBrush(m_display.color(m_isMain ? "tint" : underMouse() ? "hover" : "surface"));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        const QRect tile = mirrored(QRect(13, (height() - 36) / 2, 36, 36));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_display.color(m_isMain ? "primary" : "hover"));
        painter.drawRoundedRect(tile, 5, 5);
        Icons::icon(m_iconName, m_display, m_isMain ? "onPrimary" : "text2")
            .paint(&painter, tile.adjusted(10, 10, -10, -10));
        const int start = (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
        painter.setFont(m_display.font(Theme::TextRole::CardTitle));
        painter.setPen(m_display.color("text"));
        painter.drawText(mirrored(QRect(61, 9, width() - 70, 24)), start | Qt::AlignVCenter, text());
        painter.setFont(m_display.font(Theme::TextRole::Table));
        painter.setPen(m_display.color("text2"));
        painter.drawText(mirrored(QRect(61, 33, noteWidth(), height() - 36)), start | Qt::AlignTop | Qt::TextWordWrap,
                         m_note);
        paintKeys(painter);
        if (hasFocus()) {
            painter.setPen(QPen(m_display.color("focus"), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
        }
    }

private:
    [[nodiscard]] int noteWidth() const { return std::max(width(), 300) - 61 - 70; }
    [[nodiscard]] QRect mirrored(const QRect &box) const
    {
        return QStyle::visualRect(layoutDirection(), rect(), box);
    }
    void paintKeys(QPainter &painter) const
    {
        const QString keys = m_action->shortcut().toString(QKeySequence::NativeText);
        painter.setFont(m_display.font(Theme::TextRole::Axis));
        const int wide = painter.fontMetrics().horizontalAdvance(keys) + 10;
        const QRect cap = mirrored(QRect(width() - wide - 12, (height() - 18) / 2, wide, 18));
        painter.setPen(m_display.color("borderStrong"));
        painter.setBrush(m_display.color("surface"));
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.setPen(m_display.color("text2"));
        painter.drawText(cap, Qt::AlignCenter, NumberFormat::isolate(keys));
    }

    Display &m_display;
    QString m_iconName;
    QAction *m_action;
    QString m_note;
    bool m_isMain;
};

class WelcomePage::DropZone final : public QWidget
{
public:
    explicit DropZone(Display &display, QWidget *parent)
        : QWidget(parent)
        , title(new TextLabel(display, Theme::TextRole::CardTitle, "text", this))
        , note(new TextLabel(display, Theme::TextRole::Table, "text2", this))
        , choose(new Button(display, Button::Kind::Default, {}, this))
        , m_display(display)
    {
        setObjectName(u"dropZone"_s);
        choose->setObjectName(u"chooseFileButton"_s);
        note->setAlignment(Qt::AlignCenter);
        note->setWordWrap(true);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(24, 24, 24, 24);
        layout->setSpacing(10);
        layout->addStretch();
        layout->addSpacing(54);
        layout->addWidget(title, 0, Qt::AlignHCenter);
        layout->addWidget(note);
        layout->addWidget(choose, 0, Qt::AlignHCenter);
        layout->addStretch();
        setMinimumHeight(170);
    }

    TextLabel *title;
    TextLabel *note;
    Button *choose;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPen pen(m_display.color("input"), 1, Qt::DashLine);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.setBrush(m_display.color("surface"));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        const QRect disc(width() / 2 - 22, title->y() - 58, 44, 44);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_display.color("tint"));
        painter.drawEllipse(disc);
        Icons::icon(u"import"_s, m_display, "primary").paint(&painter, disc.adjusted(13, 13, -13, -13));
    }

private:
    Display &m_display;
};

WelcomePage::WelcomePage(Display &display, const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
{
    setObjectName(u"welcomePage"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_side = buildSide(actions);
    layout->addWidget(m_side);
    layout->addWidget(buildMain(), 1);
    connect(&display, &Display::changed, this, [this] { update(); });
    retranslate();
}

QWidget *WelcomePage::buildSide(const Actions &actions)
{
    auto *side = new QWidget(this);
    side->setFixedWidth(432);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(40, 46, 40, 24);
    layout->setSpacing(0);
    auto *brand = new QHBoxLayout;
    auto *logo = new QLabel(side);
    logo->setPixmap(Icons::logo().pixmap(52, 52));
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    m_name = new TextLabel(m_display, Theme::TextRole::WelcomeTitle, "text", side);
    m_otherName = new TextLabel(m_display, Theme::TextRole::Body, "text2", side);
    names->addWidget(m_name);
    names->addWidget(m_otherName);
    brand->setSpacing(14);
    brand->addWidget(logo);
    brand->addLayout(names, 1);
    layout->addLayout(brand);
    layout->addSpacing(16);
    m_purpose = new TextLabel(m_display, Theme::TextRole::PageTitle, "text", side);
    m_purpose->setWordWrap(true);
    layout->addWidget(m_purpose);
    layout->addSpacing(6);
    m_explanation = new TextLabel(m_display, Theme::TextRole::Body, "text2", side);
    m_explanation->setWordWrap(true);
    layout->addWidget(m_explanation);
    layout->addSpacing(22);
    const struct { const char *action; const char *icon; } ways[] = {
        {"file.demo", "play"}, {"file.new", "plus"}, {"file.open", "open"}};
    for (const auto &way : ways) {
        m_ways.append(new Way(m_display, QString::fromLatin1(way.icon), actions[QLatin1StringView(way.action)],
                              m_ways.isEmpty(), side));
        layout->addWidget(m_ways.last());
        layout->addSpacing(10);
    }
    layout->addStretch();
    m_languageTitle = new TextLabel(m_display, Theme::TextRole::Table, "text2", side);
    layout->addWidget(m_languageTitle);
    layout->addSpacing(4);
    auto *switches = new QHBoxLayout;
    m_language = new SegmentedControl(m_display, side);
    m_language->setObjectName(u"welcomeLanguage"_s);
    m_theme = new SegmentedControl(m_display, side);
    m_theme->setObjectName(u"welcomeTheme"_s);
    switches->addWidget(m_language);
    switches->addStretch();
    switches->addWidget(m_theme);
    layout->addLayout(switches);
    layout->addSpacing(12);
    m_privacy = new TextLabel(m_display, Theme::TextRole::Axis, "text2", side);
    m_privacy->setWordWrap(true);
    layout->addWidget(m_privacy);
    connect(m_language, &SegmentedControl::chosen, this, &WelcomePage::languageChosen);
    connect(m_theme, &SegmentedControl::chosen, this, &WelcomePage::themeChosen);
    return side;
}

QWidget *WelcomePage::buildMain()
{
    auto *main = new QWidget(this);
    auto *layout = new QVBoxLayout(main);
    layout->setContentsMargins(40, 34, 40, 24);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    m_recentTitle = new TextLabel(m_display, Theme::TextRole::PageTitle, "text", main);
    m_search = new QLineEdit(main);
    m_search->setObjectName(u"recentSearch"_s);
    m_search->setFixedWidth(220);
    m_search->addAction(Icons::icon(u"search"_s, m_display), QLineEdit::LeadingPosition);
    head->addWidget(m_recentTitle);
    head->addStretch();
    head->addWidget(m_search);
    layout->addLayout(head);
    layout->addSpacing(10);
    m_recent = new RecentList(m_display, main);
    layout->addWidget(m_recent);
    layout->addSpacing(20);
    m_drop = new DropZone(m_display, main);
    layout->addWidget(m_drop, 1);
    layout->addSpacing(20);
    m_steps = new Card(m_display, main);
    auto *body = new QWidget(m_steps);
    auto *steps = new QHBoxLayout(body);
    steps->setContentsMargins(4, 0, 4, 4);
    steps->setSpacing(24);
    for (const char *icon : {"import", "lifecycle", "equity"}) {
        auto *mark = new QLabel(body);
        mark->setPixmap(Icons::icon(QString::fromLatin1(icon), m_display, "primary").pixmap(16, 16));
        mark->setProperty("stepIcon", QString::fromLatin1(icon));
        mark->setAlignment(Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(1);
        m_stepTitles.append(new TextLabel(m_display, Theme::TextRole::CardTitle, "text", body));
        m_stepTexts.append(new TextLabel(m_display, Theme::TextRole::Table, "text2", body));
        m_stepTexts.last()->setWordWrap(true);
        words->addWidget(m_stepTitles.last());
        words->addWidget(m_stepTexts.last());
        words->addStretch();
        auto *step = new QHBoxLayout;
        step->setSpacing(10);
        step->addWidget(mark, 0, Qt::AlignTop);
        step->addLayout(words, 1);
        steps->addLayout(step, 1);
        connect(&m_display, &Display::changed, mark, [this, mark] {
            mark->setPixmap(Icons::icon(mark->property("stepIcon").toString(), m_display, "primary").pixmap(16, 16));
        });
    }
    m_steps->setBody(body);
    layout->addWidget(m_steps);
    connect(m_search, &QLineEdit::textChanged, m_recent, &RecentList::setFilter);
    connect(m_recent, &RecentList::openRequested, this, &WelcomePage::openRequested);
    connect(m_recent, &RecentList::locateRequested, this, &WelcomePage::locateRequested);
    connect(m_recent, &RecentList::removeRequested, this, &WelcomePage::removeRequested);
    connect(m_drop->choose, &Button::clicked, this, &WelcomePage::fileWanted);
    return main;
}

void WelcomePage::setRecent(const QList<RecentFile> &entries)
{
    m_recent->setEntries(entries);
}

void WelcomePage::setThemeChoice(ThemeChoice choice)
{
    m_theme->setCurrent(choice);
}

void WelcomePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WelcomePage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_display.color("app"));
    painter.fillRect(m_side->geometry(), m_display.color("nav"));
    painter.setPen(m_display.color("border"));
    const int edge = isRightToLeft() ? m_side->x() : m_side->geometry().right();
    painter.drawLine(edge, 0, edge, height());
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_side->setFixedWidth(width() < 1300 ? 396 : 432);
    // The steps are the first to go where the window is low.
    m_steps->setVisible(height() >= 720);
}

void WelcomePage::retranslate()
{
    m_name->setText(m_display.isArabic() ? u"قيمة"_s : u"Qeema"_s);
    m_otherName->setText(m_display.isArabic() ? u"Qeema"_s : u"قيمة"_s);
    m_purpose->setText(tr("What your customers are worth, and what makes it grow."));
    m_explanation->setText(tr("Measure lifetime value and customer equity, find where value creation turns into "
                              "value expansion, and decide where the next riyal should go."));
    m_ways[0]->setTexts(tr("Explore the demo workspace"),
                        tr("Rawafid Supplies: a made-up company with three years of data, all screens filled"));
    m_ways[1]->setTexts(tr("New workspace"), tr("An empty file, then import your data"));
    m_ways[2]->setTexts(tr("Open workspace"), tr("A .qeema file on this computer"));
    m_languageTitle->setText(tr("Language and theme"));
    m_language->setSegments({u"English"_s, u"العربية"_s});
    m_language->setCurrent(m_display.isArabic() ? 1 : 0);
    m_language->setAccessibleName(tr("Language"));
    m_theme->setSegments({tr("Light"), tr("Dark"), tr("System")});
    m_theme->setAccessibleName(tr("Theme"));
    m_privacy->setText(tr("Your data stays in the workspace file on this computer. Nothing is sent anywhere."));
    m_recentTitle->setText(tr("Recent workspaces"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search recent workspaces"));
    m_drop->title->setText(tr("Drop a file here"));
    m_drop->note->setText(
        tr("A workspace (.qeema) opens. A data file (.csv, .tsv, .txt) starts a new workspace and the import."));
    m_drop->choose->setText(tr("Choose a file"));
    m_steps->setTitle(tr("From file to decision"));
    const QStringList titles{tr("Import"), tr("Define the lifecycle"), tr("Read and decide")};
    const QStringList texts{tr("Transactions are enough to start. Customers, events and costs add depth."),
                            tr("Start from a template or name your own stages."),
                            tr("Lifetime value and equity, ready for the report.")};
    for (qsizetype i = 0; i < titles.size(); ++i) {
        m_stepTitles[i]->setText(titles[i]);
        m_stepTexts[i]->setText(texts[i]);
    }
}
