#include "ui/pages/lifecycle/conditioneditor.h"

#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using Segments::FieldType;
using Segments::Operator;

namespace {

constexpr int longestPeriodDays = 36500;

QList<Operator> operatorsOf(const Segments::Field *field)
{
    if (field && field->id == u"segment") // one is in a segment, or not
        return {Operator::Equals, Operator::NotEquals, Operator::OneOf, Operator::NoneOf};
    if (!field || field->type == FieldType::Text)
        return {Operator::Equals, Operator::NotEquals, Operator::OneOf,  Operator::NoneOf,
                Operator::Contains, Operator::Known,   Operator::Missing};
    return {Operator::AtLeast, Operator::AtMost,  Operator::More,  Operator::Less, Operator::Equals,
            Operator::NotEquals, Operator::Between, Operator::Known, Operator::Missing};
}

bool takesValue(Operator op) { return op != Operator::Known && op != Operator::Missing; }

bool takesList(Operator op)
{
    return op == Operator::OneOf || op == Operator::NoneOf || op == Operator::Between;
}

} // namespace

ConditionEditor::ConditionEditor(Display &display, const QList<Segments::Field> &fields,
                                 const Segments::Condition &condition, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_fields(fields)
    , m_condition(condition)
    , m_field(new QComboBox)
    , m_operator(new QComboBox)
    , m_value(new QComboBox)
    , m_periodLabel(new TextLabel(display, Theme::TextRole::Axis, "text3"))
    , m_period(new NumberField(display))
    , m_remove(new Button(display, Button::Kind::Icon, u"close"_s))
{
    m_field->setObjectName(u"conditionField"_s);
    m_operator->setObjectName(u"conditionOperator"_s);
    m_value->setObjectName(u"conditionValue"_s);
    m_period->setObjectName(u"conditionDays"_s);
    m_remove->setObjectName(u"removeCondition"_s);
    m_field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_field->setMinimumContentsLength(12);
    m_operator->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_operator->setMinimumContentsLength(6);
    m_value->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_value->setMinimumContentsLength(5);
    m_value->setEditable(true);
    m_value->setInsertPolicy(QComboBox::NoInsert);
    m_period->setDecimals(0);
    m_period->setRange(0, longestPeriodDays);
    m_period->setSingleStep(30);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 4);
    outer->setSpacing(4);
    auto *first = new QHBoxLayout;
    first->setSpacing(4);
    first->addWidget(m_field, 1);
    first->addWidget(m_remove);
    outer->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(4);
    second->addWidget(m_operator, 3);
    second->addWidget(m_value, 3);
    outer->addLayout(second);
    auto *third = new QHBoxLayout;
    third->setSpacing(4);
    third->addWidget(m_periodLabel, 1);
    third->addWidget(m_period, 1);
    outer->addLayout(third);

    renewTexts();
    connect(m_field, &QComboBox::activated, this, [this] {
        m_condition = {};
        m_condition.field = m_field->currentData().toString();
        if (const Segments::Field *now = field())
            m_condition.op = operatorsOf(now).first();
        showField();
        emit changed();
    });
    connect(m_operator, &QComboBox::activated, this, [this] {
        m_value->setVisible(takesValue(Operator(m_operator->currentData().toInt())));
        emit changed();
    });
    connect(m_value, &QComboBox::editTextChanged, this, [this] {
        if (!m_filling)
            emit changed();
    });
    connect(m_period, &NumberField::valueChanged, this, [this] {
        if (!m_filling)
            emit changed();
    });
    connect(m_remove, &Button::clicked, this, &ConditionEditor::removeRequested);
}

const Segments::Field *ConditionEditor::field() const
{
    const QString id = m_field->currentData().toString();
    const auto at = std::ranges::find(m_fields, id, &Segments::Field::id);
    return at == m_fields.end() ? nullptr : &*at;
}

void ConditionEditor::renewTexts()
{
    const Segments::Condition now =
        m_field->count() > 0 ? condition() : m_condition; // words change, the condition does not
    m_condition = now;
    {
        const QSignalBlocker blocked(m_field);
        m_field->clear();
        for (const Segments::Field &known : m_fields)
            m_field->addItem(m_display.isArabic() ? known.titleArabic : known.titleEnglish, known.id);
        if (m_field->findData(now.field) < 0 && !now.field.isEmpty())
            m_field->addItem(now.field, now.field); // no longer in the data: keep it visible
        m_field->setCurrentIndex(qMax(0, m_field->findData(now.field)));
    }
    m_condition.field = m_field->currentData().toString();
    m_field->setAccessibleName(tr("What the condition is about"));
    m_operator->setAccessibleName(tr("Comparison"));
    m_value->setAccessibleName(tr("Value"));
    m_periodLabel->setText(tr("in the last days (0: all time)"));
    m_period->setAccessibleName(tr("Days that count, 0 for all time"));
    m_remove->setToolTip(tr("Remove the condition"));
    m_remove->setAccessibleName(m_remove->toolTip());
    showField();
}

void ConditionEditor::showField()
{
    m_filling = true;
    const Segments::Field *about = field();
    const FieldType type = about ? about->type : FieldType::Text;
    const struct
    {
        Operator op;
        QString words;
    } words[] = {{Operator::Equals, tr("is")},
                 {Operator::NotEquals, tr("is not")},
                 {Operator::OneOf, tr("is one of")},
                 {Operator::NoneOf, tr("is none of")},
                 {Operator::Contains, tr("contains")},
                 {Operator::AtLeast, tr("at least")},
                 {Operator::AtMost, tr("at most")},
                 {Operator::More, tr("more than")},
                 {Operator::Less, tr("less than")},
                 {Operator::Between, tr("between")},
                 {Operator::Known, tr("is known")},
                 {Operator::Missing, tr("is not known")}};
    m_operator->clear();
    for (const Operator op : operatorsOf(about)) {
        const auto word = std::ranges::find(words, op, &std::remove_cvref_t<decltype(words[0])>::op);
        m_operator->addItem(word->words, int(op));
    }
    m_operator->setCurrentIndex(qMax(0, m_operator->findData(int(m_condition.op))));
    m_value->clear();
    if (about && type == FieldType::Text) {
        m_value->addItems(about->values);
        m_value->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    }
    m_value->lineEdit()->setPlaceholderText(type == FieldType::Date ? tr("2025-06-30")
                                            : takesList(m_condition.op) ? tr("value; value")
                                                                        : QString());
    showValue(m_condition.value);
    m_value->setVisible(takesValue(m_condition.op));
    const bool takesPeriod = about && about->takesPeriod;
    m_period->setVisible(takesPeriod);
    m_periodLabel->setVisible(takesPeriod);
    m_period->setValue(m_condition.withinDays);
    m_filling = false;
}

void ConditionEditor::showValue(const QJsonValue &value)
{
    const auto text = [this](const QJsonValue &one) {
        if (!one.isDouble())
            return one.toString();
        const double number = one.toDouble();
        return number == double(qint64(number)) ? m_display.format().integer(qint64(number))
                                                : m_display.format().decimal(number, 2);
    };
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &part : value.toArray())
            parts.append(text(part));
        m_value->setEditText(parts.join(u"; "_s));
    } else {
        m_value->setEditText(text(value));
    }
}

QJsonValue ConditionEditor::readValue(bool &isValid) const
{
    const auto op = Operator(m_operator->currentData().toInt());
    const Segments::Field *about = field();
    const FieldType type = about ? about->type : FieldType::Text;
    isValid = true;
    if (!takesValue(op))
        return {};
    const auto one = [&](const QString &typed) -> QJsonValue {
        const QString text = typed.trimmed();
        if (type == FieldType::Text) {
            isValid = isValid && !text.isEmpty();
            return text;
        }
        if (type == FieldType::Date) {
            isValid = isValid && QDate::fromString(text, Qt::ISODate).isValid();
            return text;
        }
        const std::optional<double> number = NumberFormat::parse(text);
        isValid = isValid && number.has_value();
        return number ? QJsonValue(*number) : QJsonValue();
    };
    if (!takesList(op))
        return one(m_value->currentText());
    QJsonArray values;
    for (const QString &part : m_value->currentText().split(u';', Qt::SkipEmptyParts))
        values.append(one(part));
    isValid = isValid && (op == Operator::Between ? values.size() == 2 : !values.isEmpty());
    if (isValid && op == Operator::Between && values[0].isDouble())
        isValid = values[0].toDouble() <= values[1].toDouble();
    return values;
}

Segments::Condition ConditionEditor::condition() const
{
    Segments::Condition condition = m_condition; // keeps days of a period from elsewhere
    condition.field = m_field->currentData().toString();
    condition.op = Operator(m_operator->currentData().toInt());
    bool isValid = true;
    condition.value = readValue(isValid);
    const Segments::Field *about = field();
    condition.withinDays = about && about->takesPeriod ? int(m_period->value()) : 0;
    return condition;
}

QString ConditionEditor::problem() const
{
    bool isValid = true;
    static_cast<void>(readValue(isValid));
    if (isValid)
        return {};
    const Segments::Field *about = field();
    const QString name = about ? (m_display.isArabic() ? about->titleArabic : about->titleEnglish)
                               : m_field->currentText();
    const auto op = Operator(m_operator->currentData().toInt());
    if (op == Operator::Between)
        return tr("The condition “%1” needs two values, the lower one first, parted by a semicolon.").arg(name);
    if (about && about->type == FieldType::Date)
        return tr("The condition “%1” needs a day such as 2025-06-30.").arg(name);
    return about && about->type != FieldType::Text
               ? tr("The condition “%1” needs a number.").arg(name)
               : tr("The condition “%1” needs a value.").arg(name);
}
