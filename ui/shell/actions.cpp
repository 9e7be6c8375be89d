#include "ui/shell/actions.h"

#include <QCoreApplication>
#include <QWidget>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    const char *id;
    const char *text;
    const char *shortcut = "";
    bool isCheckable = false;
};

constexpr auto rows = std::to_array<Row>({
    {"file.new", QT_TRANSLATE_NOOP("Actions", "New workspace…"), "Ctrl+N"},
    {"file.open", QT_TRANSLATE_NOOP("Actions", "Open workspace…"), "Ctrl+O"},
    {"file.demo", QT_TRANSLATE_NOOP("Actions", "Explore the demo workspace"), "Ctrl+D"},
    {"file.saveCopy", QT_TRANSLATE_NOOP("Actions", "Save a copy…"), "Ctrl+Shift+S"},
    {"file.close", QT_TRANSLATE_NOOP("Actions", "Close workspace"), "Ctrl+W"},
    {"file.quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q"},
    {"edit.undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "Ctrl+Z"},
    {"edit.redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "Ctrl+Shift+Z"},
    {"edit.search", QT_TRANSLATE_NOOP("Actions", "Search screens, actions and customers"), "Ctrl+K"},
    {"edit.settings", QT_TRANSLATE_NOOP("Actions", "Settings…"), "Ctrl+,"},
    {"view.overview", QT_TRANSLATE_NOOP("Actions", "Overview"), "Ctrl+1"},
    {"view.data", QT_TRANSLATE_NOOP("Actions", "Data"), "Ctrl+2"},
    {"view.lifecycle", QT_TRANSLATE_NOOP("Actions", "Lifecycle"), "Ctrl+3"},
    {"view.clv", QT_TRANSLATE_NOOP("Actions", "Lifetime value"), "Ctrl+4"},
    {"view.equity", QT_TRANSLATE_NOOP("Actions", "Customer equity"), "Ctrl+5"},
    {"view.back", QT_TRANSLATE_NOOP("Actions", "Back")},
    {"view.forward", QT_TRANSLATE_NOOP("Actions", "Forward")},
    {"view.sidebar", QT_TRANSLATE_NOOP("Actions", "Side bar with names"), "Ctrl+B", true},
    {"view.inspector", QT_TRANSLATE_NOOP("Actions", "Inspector"), "F9", true},
    {"view.language", QT_TRANSLATE_NOOP("Actions", "Switch between English and Arabic"), "Ctrl+Shift+L"},
    {"view.themeLight", QT_TRANSLATE_NOOP("Actions", "Light theme"), "", true},
    {"view.themeDark", QT_TRANSLATE_NOOP("Actions", "Dark theme"), "", true},
    {"view.themeSystem", QT_TRANSLATE_NOOP("Actions", "Theme of the system"), "", true},
    {"view.fullScreen", QT_TRANSLATE_NOOP("Actions", "Full screen"), "F11", true},
    {"data.import", QT_TRANSLATE_NOOP("Actions", "Import data…"), "Ctrl+I"},
    {"data.paste", QT_TRANSLATE_NOOP("Actions", "Paste a table…"), "Ctrl+V"},
    {"data.imports", QT_TRANSLATE_NOOP("Actions", "Show imports")},
    {"data.rejected", QT_TRANSLATE_NOOP("Actions", "Show rejected rows")},
    {"data.customers", QT_TRANSLATE_NOOP("Actions", "Show customers")},
    {"data.health", QT_TRANSLATE_NOOP("Actions", "Check the data's health")},
    {"data.duplicates", QT_TRANSLATE_NOOP("Actions", "Find duplicate customers")},
    {"data.export", QT_TRANSLATE_NOOP("Actions", "Export data…"), "Ctrl+Shift+X"},
    {"data.exportCustomers", QT_TRANSLATE_NOOP("Actions", "Export the customer table…")},
    {"analysis.refit", QT_TRANSLATE_NOOP("Actions", "Fit again and recompute"), "F5"},
    {"analysis.period", QT_TRANSLATE_NOOP("Actions", "Choose the period…"), "Ctrl+P"},
    {"analysis.compare", QT_TRANSLATE_NOOP("Actions", "Choose the comparison…")},
    {"analysis.segment", QT_TRANSLATE_NOOP("Actions", "Save the selection as a segment…"), "Ctrl+G"},
    {"report.english", QT_TRANSLATE_NOOP("Actions", "Report as PDF in English…"), "Ctrl+Shift+E"},
    {"report.arabic", QT_TRANSLATE_NOOP("Actions", "Report as PDF in Arabic…")},
    {"report.chart", QT_TRANSLATE_NOOP("Actions", "Export the chart…"), "Ctrl+E"},
    {"help.screen", QT_TRANSLATE_NOOP("Actions", "Help for this screen"), "F1"},
    {"help.shortcuts", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), "Ctrl+/"},
    {"help.about", QT_TRANSLATE_NOOP("Actions", "About Qeema")},
});

struct Place
{
    char16_t arabic;
    int latin;
};

// The letters of the Arabic (101) layout at the places of the Latin ones.
constexpr auto places = std::to_array<Place>({
    {u'ض', Qt::Key_Q}, {u'ص', Qt::Key_W}, {u'ث', Qt::Key_E}, {u'ق', Qt::Key_R}, {u'ف', Qt::Key_T},
    {u'غ', Qt::Key_Y}, {u'ع', Qt::Key_U}, {u'ه', Qt::Key_I}, {u'خ', Qt::Key_O}, {u'ح', Qt::Key_P},
    {u'ش', Qt::Key_A}, {u'س', Qt::Key_S}, {u'ي', Qt::Key_D}, {u'ب', Qt::Key_F}, {u'ل', Qt::Key_G},
    {u'ا', Qt::Key_H}, {u'ت', Qt::Key_J}, {u'ن', Qt::Key_K}, {u'م', Qt::Key_L}, {u'ئ', Qt::Key_Z},
    {u'ء', Qt::Key_X}, {u'ؤ', Qt::Key_C}, {u'ر', Qt::Key_V}, {u'ﻻ', Qt::Key_B}, {u'ى', Qt::Key_N},
    {u'ة', Qt::Key_M}, {u'و', Qt::Key_Comma}, {u'ز', Qt::Key_Period}, {u'ظ', Qt::Key_Slash},
    {u'١', Qt::Key_1}, {u'٢', Qt::Key_2}, {u'٣', Qt::Key_3}, {u'٤', Qt::Key_4}, {u'٥', Qt::Key_5},
    {u'٦', Qt::Key_6}, {u'٧', Qt::Key_7}, {u'٨', Qt::Key_8}, {u'٩', Qt::Key_9}, {u'٠', Qt::Key_0},
    // With Shift the same places type marks and other forms of a letter.
    {u'\u0625', Qt::Key_Y}, {u'\u0622', Qt::Key_N}, {u'\u0623', Qt::Key_H}, {u'\u0650', Qt::Key_S},
    {u'\u0652', Qt::Key_X}, {u'\u064F', Qt::Key_E}, {u'\u064E', Qt::Key_Q}, {u'\u064B', Qt::Key_W},
    {u'\u064C', Qt::Key_R}, {u'\u064D', Qt::Key_S}, {u'\u0651', Qt::Key_QuoteLeft}, {u'\u0640', Qt::Key_J},
});

} // namespace

int latinKeyAt(int arabicKey)
{
    const auto found = std::ranges::find(places, arabicKey, [](const Place &place) { return int(place.arabic); });
    return found == places.end() ? 0 : found->latin;
}

Actions::Actions(QWidget *window)
    : QObject(window)
{
    for (const Row &row : rows) {
        auto *action = new QAction(window);
        action->setObjectName(QString::fromLatin1(row.id));
        action->setProperty("englishText", QString::fromUtf8(row.text));
        action->setCheckable(row.isCheckable);
        action->setShortcut(QKeySequence(QString::fromLatin1(row.shortcut)));
        window->addAction(action);
        m_all.append(action);
        m_byId.insert(QLatin1StringView(row.id), action);
    }
    (*this)["edit.redo"_L1]->setShortcuts({QKeySequence(u"Ctrl+Shift+Z"_s), QKeySequence(u"Ctrl+Y"_s)});
    retranslate(false);
}

QAction *Actions::operator[](QLatin1StringView id) const
{
    QAction *action = m_byId.value(id);
    Q_ASSERT_X(action, "Actions", id.data());
    return action;
}

QLatin1StringView Actions::idOf(const QAction *action)
{
    for (const Row &row : rows) {
        if (action->objectName() == QLatin1StringView(row.id))
            return QLatin1StringView(row.id);
    }
    return {};
}

QString Actions::englishText(const QAction *action)
{
    return action->property("englishText").toString();
}

void Actions::retranslate(bool rightToLeft)
{
    for (const Row &row : rows)
        (*this)[QLatin1StringView(row.id)]->setText(QCoreApplication::translate("Actions", row.text));
    // Back is where one came from: to the left in English, to the right in Arabic.
    (*this)["view.back"_L1]->setShortcut(QKeySequence(rightToLeft ? u"Alt+Right"_s : u"Alt+Left"_s));
    (*this)["view.forward"_L1]->setShortcut(QKeySequence(rightToLeft ? u"Alt+Left"_s : u"Alt+Right"_s));
}

QAction *Actions::actionByPosition(int key, Qt::KeyboardModifiers modifiers) const
{
    const int latin = latinKeyAt(key);
    if (latin == 0 || !modifiers.testFlag(Qt::ControlModifier))
        return nullptr;
    const QKeySequence pressed(QKeyCombination(modifiers & ~Qt::KeypadModifier, Qt::Key(latin)));
    const auto found = std::ranges::find_if(
        m_all, [&](const QAction *action) { return action->shortcuts().contains(pressed); });
    return found == m_all.cend() ? nullptr : *found;
}
