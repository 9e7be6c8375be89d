#include "ui/pages/lifecycle/ruleeditor.h"

#include "models/segments/words.h"
#include "ui/pages/lifecycle/conditioneditor.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// A condition, or one group of nothing but conditions.
bool isFlat(const Segments::Rule &rule)
{
    if (rule.kind == Segments::Rule::Kind::Condition)
        return true;
    return rule.kind != Segments::Rule::Kind::None
           && std::ranges::all_of(rule.rules, [](const Segments::Rule &part) {
                  return part.kind == Segments::Rule::Kind::Condition;
              });
}

} // namespace

RuleEditor::RuleEditor(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_match(new QComboBox)
    , m_words(new TextLabel(display, Theme::TextRole::Table, "text"))
    , m_rows(new QVBoxLayout)
    , m_add(new Button(display, Button::Kind::Link, u"plus"_s))
    , m_remove(new Button(display, Button::Kind::Link, u"close"_s))
{
    m_match->setObjectName(u"ruleMatch"_s);
    m_add->setObjectName(u"addCondition"_s);
    m_remove->setObjectName(u"removeRule"_s);
    m_words->setWordWrap(true);
    m_match->addItem(QString());
    m_match->addItem(QString());
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(4);
    outer->addWidget(m_words);
    outer->addWidget(m_match);
    m_rows->setSpacing(4);
    outer->addLayout(m_rows);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    outer->addLayout(buttons);
    connect(m_match, &QComboBox::activated, this, &RuleEditor::changed);
    connect(m_add, &Button::clicked, this, [this] {
        Segments::Condition condition;
        condition.field = u"frequency"_s;
        condition.op = Segments::Operator::AtLeast;
        condition.value = 1;
        addCondition(condition);
        renewShape();
        m_conditions.back()->setFocus();
        emit changed();
    });
    connect(m_remove, &Button::clicked, this, [this] {
        setRule({});
        emit changed();
    });
    renewTexts();
}

void RuleEditor::setFacts(const Segments::Facts &facts)
{
    m_facts = facts;
    m_fields = facts.snapshot ? Segments::fields(facts) : QList<Segments::Field>();
}

void RuleEditor::setRule(const std::optional<Segments::Rule> &rule)
{
    for (ConditionEditor *condition : m_conditions) {
        m_rows->removeWidget(condition);
        condition->hide();
        condition->deleteLater();
    }
    m_conditions.clear();
    m_nested.reset();
    if (rule && !isFlat(*rule)) {
        m_nested = rule;
    } else if (rule) {
        m_match->setCurrentIndex(rule->kind == Segments::Rule::Kind::Any ? 1 : 0);
        for (const Segments::Condition *condition : Segments::conditions(*rule))
            addCondition(*condition);
    }
    renewShape();
}

std::optional<Segments::Rule> RuleEditor::rule() const
{
    if (m_nested)
        return m_nested;
    if (m_conditions.empty())
        return {};
    std::vector<Segments::Rule> parts;
    for (const ConditionEditor *condition : m_conditions)
        parts.push_back(Segments::Rule::of(condition->condition()));
    return Segments::Rule::group(m_match->currentIndex() == 1 ? Segments::Rule::Kind::Any
                                                              : Segments::Rule::Kind::All,
                                 std::move(parts));
}

QString RuleEditor::problem() const
{
    for (const ConditionEditor *condition : m_conditions) {
        if (const QString found = condition->problem(); !found.isEmpty())
            return found;
    }
    return {};
}

void RuleEditor::addCondition(const Segments::Condition &condition)
{
    auto *editor = new ConditionEditor(m_display, m_fields, condition, this);
    m_conditions.push_back(editor);
    m_rows->addWidget(editor);
    connect(editor, &ConditionEditor::changed, this, &RuleEditor::changed);
    connect(editor, &ConditionEditor::removeRequested, this, [this, editor] {
        std::erase(m_conditions, editor);
        m_rows->removeWidget(editor);
        editor->hide();
        editor->deleteLater();
        renewShape();
        emit changed();
    });
}

void RuleEditor::renewShape()
{
    m_match->setVisible(m_conditions.size() > 1);
    m_words->setVisible(m_nested.has_value());
    m_remove->setVisible(m_nested.has_value());
    m_add->setVisible(!m_nested && !m_fields.isEmpty());
    if (m_nested && m_facts.snapshot)
        m_words->setText(Segments::describe(*m_nested, Segments::titles(m_facts), m_display.format()));
}

void RuleEditor::renewTexts()
{
    m_match->setItemText(0, tr("All of these hold"));
    m_match->setItemText(1, tr("Any of these holds"));
    m_match->setAccessibleName(tr("How the conditions are joined"));
    m_add->setText(tr("Add condition"));
    m_remove->setText(tr("Remove the rule"));
    for (ConditionEditor *condition : m_conditions)
        condition->renewTexts();
    renewShape();
}
