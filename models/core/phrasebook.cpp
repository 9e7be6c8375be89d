#include "models/core/phrasebook.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 3;      ///< a sentence in a sentence in a sentence
constexpr int leastLetters = 4; ///< "%1, %2" agrees with anything

std::size_t indexOf(Language language) { return language == Language::Arabic ? 1 : 0; }

} // namespace

Phrasebook::Form Phrasebook::formOf(const QString &text)
{
    Form form{text, {QString()}, {}, 0};
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        if (text[i] == u'%' && (next == u'n' || (next >= u'1' && next <= u'9'))) {
            form.values.append(next);
            form.literals.append(QString());
            ++i;
        } else {
            form.literals.last().append(text[i]);
            form.weight += text[i].isLetter();
        }
    }
    return form;
}

void Phrasebook::note(const QString &english, const QString &arabic)
{
    if (english == arabic || english.isEmpty() || arabic.isEmpty())
        return;
    const std::lock_guard lock(m_mutex);
    const bool isPlain = !english.contains(u'%') && !arabic.contains(u'%');
    if (isPlain) {
        m_plain[indexOf(Language::English)].insert(english, arabic);
        m_plain[indexOf(Language::Arabic)].insert(arabic, english);
        return;
    }
    const QString key = english + u'\n' + arabic;
    if (!m_composed.contains(key))
        m_composed.insert(key, {formOf(english), formOf(arabic)});
}

bool Phrasebook::match(const Form &form, const QString &sentence, QHash<QChar, QString> &values)
{
    const QString &first = form.literals.first();
    const QString &last = form.literals.last();
    if (!sentence.startsWith(first) || !sentence.endsWith(last) || sentence.size() < first.size() + last.size())
        return false;
    qsizetype at = first.size();
    const qsizetype end = sentence.size() - last.size();
    for (qsizetype i = 0; i < form.values.size(); ++i) {
        const bool isLast = i + 1 == form.values.size();
        // The shortest value that lets the words behind it follow.
        const qsizetype next = isLast ? end : sentence.indexOf(form.literals[i + 1], at);
        if (next < at || next > end)
            return false;
        const QString value = sentence.mid(at, next - at);
        const auto known = values.constFind(form.values[i]);
        if (known != values.constEnd() && *known != value)
            return false;
        values.insert(form.values[i], value);
        at = next + (isLast ? 0 : form.literals[i + 1].size());
    }
    return at == end;
}

QString Phrasebook::said(const QString &sentence, Language language, int depth) const
{
    const std::size_t to = indexOf(language);
    const std::size_t from = 1 - to;
    if (const auto plain = m_plain[from].constFind(sentence); plain != m_plain[from].constEnd())
        return *plain;
    const Phrase *best = nullptr;
    QHash<QChar, QString> bestValues;
    for (const Phrase &phrase : m_composed) {
        if (phrase[from].weight < leastLetters || (best && phrase[from].weight <= (*best)[from].weight))
            continue;
        QHash<QChar, QString> values;
        if (match(phrase[from], sentence, values)) {
            best = &phrase;
            bestValues = values;
        }
    }
    if (!best)
        return sentence;
    const Form &form = (*best)[to];
    QString result = form.literals.first();
    for (qsizetype i = 0; i < form.values.size(); ++i) {
        const QString value = bestValues.value(form.values[i]);
        result += (depth < deepest ? said(value, language, depth + 1) : value) + form.literals[i + 1];
    }
    return result;
}

QString Phrasebook::inLanguage(const QString &sentence, Language language) const
{
    const std::lock_guard lock(m_mutex);
    return said(sentence, language, 0);
}
