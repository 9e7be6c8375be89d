#include "ui/pages/lifecycle/funnelconditioneditor.h"

#include "ui/style/display.h"
#include "ui/widgets/button.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

FunnelConditionEditor::FunnelConditionEditor(Display &display, const QString &prefix, int index,
                                             bool withAnyEvent, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_prefix(prefix)
    , m_index(index)
    , m_withAnyEvent(withAnyEvent)
    , m_head(new QHBoxLayout)
    , m_event(new QComboBox)
    , m_alternativesLayout(new QVBoxLayout)
    , m_rowsLayout(new QVBoxLayout)
    , m_addAlternative(new Button(display, Button::Kind::Link, u"plus"_s))
    , m_add(new Button(display, Button::Kind::Link, u"plus"_s))
{
    m_event->setObjectName(u"%1Event%2"_s.arg(prefix).arg(index));
    m_event->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_add->setObjectName(u"%1Add%2"_s.arg(prefix).arg(index));
    m_add->setSmall(true);
    m_addAlternative->setObjectName(u"%1AddAlternative%2"_s.arg(prefix).arg(index));
    m_addAlternative->setSmall(true);
    m_alternativesLayout->setSpacing(3);
    m_rowsLayout->setSpacing(3);
    auto *links = new QHBoxLayout;
    links->setSpacing(4);
    links->addWidget(m_addAlternative);
    links->addWidget(m_add);
    links->addStretch();
    m_head->setSpacing(4);
    m_head->addWidget(m_event, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addLayout(m_head);
    layout->addLayout(m_alternativesLayout);
    layout->addLayout(m_rowsLayout);
    layout->addLayout(links);
    connect(m_event, &QComboBox::currentIndexChanged, this, &FunnelConditionEditor::take);
    connect(m_addAlternative, &Button::clicked, this, [this] {
        // The first event that is not there yet.
        const QStringList names = m_condition.names();
        for (const QString &event : std::as_const(m_choices.events)) {
            if (names.contains(event))
                continue;
            m_condition.alternatives.append(event);
            break;
        }
        fill();
        emit edited();
    });
    connect(m_add, &Button::clicked, this, [this] {
        if (m_choices.properties.isEmpty())
            return;
        const FunnelChoices::Property &first = m_choices.properties.first();
        const QString value = first.values.value(first.values.size() > 1 ? 1 : 0);
        m_condition.where.append(
            {first.field, value.isEmpty() ? QJsonValue() : QJsonValue(value)});
        fill();
        emit edited();
    });
}

void FunnelConditionEditor::setCondition(const Funnel::Condition &condition,
                                         const FunnelChoices &choices)
{
    m_condition = condition;
    m_choices = choices;
    fill();
}

Funnel::Condition FunnelConditionEditor::condition() const { return m_condition; }

FunnelConditionEditor::Row FunnelConditionEditor::makeRow()
{
    const auto number = m_rows.size();
    const QString suffix =
        number == 0 ? QString::number(m_index) : u"%1_%2"_s.arg(m_index).arg(number);
    Row row{new QWidget(this), new QComboBox, new QComboBox,
            new Button(m_display, Button::Kind::Icon, u"close"_s)};
    row.property->setObjectName(m_prefix + u"Property"_s + suffix);
    row.value->setObjectName(m_prefix + u"Value"_s + suffix);
    row.remove->setObjectName(m_prefix + u"RemoveCondition"_s + suffix);
    for (QComboBox *box : {row.property, row.value})
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(row.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(row.property, 1);
    layout->addWidget(row.value, 1);
    layout->addWidget(row.remove);
    m_rowsLayout->addWidget(row.box);
    connect(row.property, &QComboBox::currentIndexChanged, this, [this, row] {
        if (m_filling)
            return;
        m_filling = true;
        fillValues(row.value, row.property->currentData().toString());
        row.value->setCurrentIndex(row.value->count() > 1 ? 1 : 0); // the first is "(no value)"
        m_filling = false;
        take();
    });
    connect(row.value, &QComboBox::currentIndexChanged, this, &FunnelConditionEditor::take);
    connect(row.remove, &Button::clicked, this, [this, number] {
        m_condition.where.removeAt(number);
        fill();
        emit edited();
    });
    return row;
}

FunnelConditionEditor::Alternative FunnelConditionEditor::makeAlternative()
{
    const auto number = m_alternatives.size();
    Alternative line{new QWidget(this), new QComboBox,
                     new Button(m_display, Button::Kind::Icon, u"close"_s)};
    const QString suffix = u"%1_%2"_s.arg(m_index).arg(number);
    line.event->setObjectName(m_prefix + u"Alternative"_s + suffix);
    line.remove->setObjectName(m_prefix + u"RemoveAlternative"_s + suffix);
    line.event->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(line.box);
    layout->setContentsMargins(12, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(line.event, 1);
    layout->addWidget(line.remove);
    m_alternativesLayout->addWidget(line.box);
    connect(line.event, &QComboBox::currentIndexChanged, this, &FunnelConditionEditor::take);
    connect(line.remove, &Button::clicked, this, [this, number] {
        m_condition.alternatives.removeAt(number);
        fill();
        emit edited();
    });
    return line;
}

void FunnelConditionEditor::fillEvents(QComboBox *box, const QString &event, bool withAny) const
{
    box->clear();
    if (withAny)
        box->addItem(tr("Any event"), QString());
    for (const QString &known : m_choices.events)
        box->addItem(known, known);
    if (box->findData(event) < 0)
        box->addItem(event, event); // an event that this workspace does not have yet
    box->setCurrentIndex(box->findData(event));
}

void FunnelConditionEditor::fillAlternatives()
{
    while (m_alternatives.size() < m_condition.alternatives.size())
        m_alternatives.append(makeAlternative());
    for (qsizetype i = 0; i < m_alternatives.size(); ++i) {
        const bool isUsed = i < m_condition.alternatives.size();
        m_alternatives[i].box->setVisible(isUsed);
        if (!isUsed)
            continue;
        fillEvents(m_alternatives[i].event, m_condition.alternatives[i], false);
        m_alternatives[i].event->setAccessibleName(
            tr("%1, or instead of it").arg(m_names[0]));
        m_alternatives[i].remove->setToolTip(tr("Remove this event"));
    }
    m_addAlternative->setVisible(m_condition.event
                                 && m_condition.names().size() < m_choices.events.size());
}

void FunnelConditionEditor::fill()
{
    m_filling = true;
    fillEvents(m_event, m_condition.event.value_or(QString()), m_withAnyEvent);
    fillAlternatives();
    while (m_rows.size() < m_condition.where.size())
        m_rows.append(makeRow());
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows[i].box->setVisible(i < m_condition.where.size());
        if (i < m_condition.where.size())
            fillRow(m_rows[i], m_condition.where[i]);
    }
    m_add->setVisible(!m_choices.properties.isEmpty());
    m_filling = false;
}

void FunnelConditionEditor::fillRow(const Row &row, const Funnel::PropertyEquals &test)
{
    row.property->clear();
    for (const FunnelChoices::Property &property : std::as_const(m_choices.properties))
        row.property->addItem(property.title, property.field);
    if (row.property->findData(test.property) < 0)
        row.property->addItem(test.property, test.property);
    row.property->setCurrentIndex(row.property->findData(test.property));
    fillValues(row.value, test.property);
    const QString value = test.value.isNull() ? QString() : Funnel::propertyText(test.value);
    if (row.value->findData(value) < 0)
        row.value->addItem(value, value);
    row.value->setCurrentIndex(row.value->findData(value));
    row.property->setAccessibleName(m_names[1]);
    row.value->setAccessibleName(m_names[2]);
    row.remove->setToolTip(tr("Remove the condition"));
}

void FunnelConditionEditor::fillValues(QComboBox *box, const QString &field) const
{
    box->clear();
    for (const FunnelChoices::Property &property : m_choices.properties) {
        if (property.field != field)
            continue;
        for (const QString &value : property.values)
            box->addItem(value.isEmpty() ? tr("(no value)") : value, value);
    }
}

void FunnelConditionEditor::take()
{
    if (m_filling)
        return;
    if (!m_condition.where.isEmpty())
        m_condition.rule.reset(); // a rule came by paste; the choice here replaces it
    const QString event = m_event->currentData().toString();
    m_condition.event = event.isEmpty() ? std::optional<QString>() : event;
    for (qsizetype i = 0; i < m_condition.alternatives.size(); ++i)
        m_condition.alternatives[i] = m_alternatives[i].event->currentData().toString();
    if (!m_condition.event && !m_condition.alternatives.isEmpty())
        m_condition.alternatives.clear(); // any event has none in its place
    m_filling = true;
    fillAlternatives();
    m_filling = false;
    for (qsizetype i = 0; i < m_condition.where.size(); ++i) {
        const QString value = m_rows[i].value->currentData().toString();
        m_condition.where[i] = {m_rows[i].property->currentData().toString(),
                                value.isEmpty() ? QJsonValue() : QJsonValue(value)};
    }
    emit edited();
}

void FunnelConditionEditor::renewTexts(const QStringList &names)
{
    m_names = names;
    m_event->setAccessibleName(names[0]);
    m_add->setText(tr("Add condition"));
    m_addAlternative->setText(tr("Or event"));
    m_addAlternative->setToolTip(tr("Count another event as this step too"));
    fill();
}
