#include "models/health/textforms.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Health {

namespace {

constexpr qsizetype fewestPhoneDigits = 7;
constexpr qsizetype mostPhoneDigits = 15; // ITU-T E.164
constexpr qsizetype keyDigits = 7;
constexpr qsizetype fewestNationalDigits = 8; // Kuwait, Qatar, Bahrain

const QSet<QString> &legalForms()
{
    static const QSet<QString> words{
        u"ltd"_s,   u"limited"_s, u"llc"_s,   u"co"_s,      u"company"_s,  u"inc"_s,       u"corp"_s,
        u"corporation"_s, u"est"_s, u"establishment"_s, u"plc"_s, u"gmbh"_s, u"wll"_s, u"fze"_s,
        u"group"_s, u"the"_s, u"and"_s, plainText(u"شركة"_s), plainText(u"مؤسسة"_s), plainText(u"المحدودة"_s),
        plainText(u"محدودة"_s), plainText(u"مجموعة"_s), plainText(u"مساهمة"_s), plainText(u"مقفلة"_s)};
    return words;
}

QChar oneArabicForm(QChar letter)
{
    switch (letter.unicode()) {
    case 0x0622: // alef with madda
    case 0x0623: // with hamza above
    case 0x0625: // with hamza below
    case 0x0671: // wasla
        return QChar(0x0627);
    case 0x0649: // alef maksura
    case 0x06CC: // Persian yeh
    case 0x0626: // yeh with hamza
        return QChar(0x064A);
    case 0x0624: // waw with hamza
        return QChar(0x0648);
    case 0x0629: // teh marbuta
        return QChar(0x0647);
    case 0x06A9: // Persian keheh
        return QChar(0x0643);
    default:
        return letter;
    }
}

} // namespace

QString emailForm(const QString &email)
{
    QString text;
    for (const QChar c : email) {
        if (!c.isSpace() && c.category() != QChar::Other_Format)
            text += c.toLower();
    }
    const qsizetype at = text.lastIndexOf(u'@');
    if (at < 1 || at + 1 >= text.size() || text.count(u'@') != 1 || !text.mid(at).contains(u'.'))
        return {};
    QString name = text.left(at);
    QString host = text.mid(at + 1);
    if (host == u"googlemail.com")
        host = u"gmail.com"_s;
    if (const qsizetype plus = name.indexOf(u'+'); plus > 0)
        name.truncate(plus);
    if (host == u"gmail.com")
        name.remove(u'.');
    return name.isEmpty() ? QString() : name + u'@' + host;
}

PhoneForm phoneForm(const QString &phone)
{
    PhoneForm form;
    bool isFirst = true;
    for (const QChar c : phone) {
        if (c == u'+' && isFirst) {
            form.isInternational = true;
        } else if (c.isDigit()) {
            form.digits += QChar(u'0' + char16_t(c.digitValue()));
            isFirst = false;
        } else if (c.isLetter()) {
            break; // an extension
        }
    }
    if (!form.isInternational && form.digits.startsWith(u"00"_s)) {
        form.isInternational = true;
        form.digits.remove(0, 2);
    }
    while (form.digits.startsWith(u'0'))
        form.digits.remove(0, 1);
    if (form.digits.size() < fewestPhoneDigits || form.digits.size() > mostPhoneDigits)
        return {};
    return form;
}

QString phoneKey(const PhoneForm &phone)
{
    return phone.digits.right(keyDigits);
}

bool isSamePhone(const PhoneForm &a, const PhoneForm &b)
{
    if (a.digits.isEmpty() || b.digits.isEmpty())
        return false;
    if (a.digits == b.digits)
        return true;
    // One with and one without the country's code, which has one to three digits. Nobody writes the
    // zero of the national number behind it, except by mistake ("+966 (0)50 …").
    const PhoneForm &longer = a.digits.size() > b.digits.size() ? a : b;
    const PhoneForm &shorter = a.digits.size() > b.digits.size() ? b : a;
    if (shorter.isInternational && longer.isInternational) {
        const qsizetype zero = longer.digits.size() - shorter.digits.size();
        for (qsizetype at = 1; zero == 1 && at <= 3; ++at) {
            QString without = longer.digits;
            if (without.at(at) == u'0' && without.remove(at, 1) == shorter.digits)
                return true;
        }
        return false;
    }
    QString tail = longer.digits;
    if (!tail.endsWith(shorter.digits) || shorter.digits.size() < fewestNationalDigits)
        return false;
    tail.chop(shorter.digits.size());
    if (tail.endsWith(u'0'))
        tail.chop(1);
    return tail.size() >= 1 && tail.size() <= 3;
}

QString plainText(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    // Arabic letters with hamza fall apart as well when normalised, so theirs come first.
    QString whole;
    whole.reserve(text.size());
    for (const QChar c : text)
        whole += oneArabicForm(c);
    for (const QChar c : whole.normalized(QString::NormalizationForm_KD)) {
        if (c.isMark() || c.unicode() == 0x0640 || c.category() == QChar::Other_Format)
            continue;
        if (c.isDigit())
            plain += QChar(u'0' + char16_t(c.digitValue()));
        else if (c.isLetter() || c.isSurrogate())
            plain += oneArabicForm(c).toLower();
        else if (!plain.isEmpty() && !plain.endsWith(u' '))
            plain += u' ';
    }
    if (plain.endsWith(u' '))
        plain.chop(1);
    return plain;
}

QString nameForm(const QString &name)
{
    QStringList words;
    for (const QString &word : plainText(name).split(u' ', Qt::SkipEmptyParts)) {
        if (!legalForms().contains(word))
            words.append(word);
    }
    words.sort();
    return words.join(u' ');
}

int editDistance(const QString &a, const QString &b)
{
    const auto columns = std::size_t(b.size()) + 1;
    std::vector<int> before(columns, 0);
    std::vector<int> last(columns, 0);
    std::vector<int> now(columns, 0);
    for (std::size_t j = 0; j < columns; ++j)
        last[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        now[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = std::size_t(j);
            const int other = a[i - 1] == b[j - 1] ? 0 : 1;
            now[at] = std::min({last[at] + 1, now[at - 1] + 1, last[at - 1] + other});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[at] = std::min(now[at], before[at - 2] + 1);
        }
        before.swap(last);
        last.swap(now);
    }
    return last[columns - 1];
}

double nameLikeness(const QString &a, const QString &b)
{
    if (a == b)
        return a.isEmpty() ? 0 : 1;
    QStringList left = a.split(u' ', Qt::SkipEmptyParts);
    QStringList right = b.split(u' ', Qt::SkipEmptyParts);
    if (left.isEmpty() || right.isEmpty())
        return 0;
    for (qsizetype i = left.size() - 1; i >= 0; --i) {
        if (right.removeOne(left[i]))
            left.removeAt(i);
    }
    int edits = 0;
    for (qsizetype i = left.size() - 1; i >= 0; --i) {
        qsizetype best = -1;
        int fewest = 0;
        for (qsizetype j = 0; j < right.size(); ++j) {
            const qsizetype letters = std::min(left[i].size(), right[j].size());
            const int allowed = letters >= 8 ? 2 : letters >= 4 ? 1 : 0;
            if (allowed == 0 || std::abs(left[i].size() - right[j].size()) > allowed)
                continue;
            const int distance = editDistance(left[i], right[j]);
            if (distance <= allowed && (best < 0 || distance < fewest)) {
                best = j;
                fewest = distance;
            }
        }
        if (best < 0)
            continue;
        edits += fewest;
        left.removeAt(i);
        right.removeAt(best);
    }
    const auto isInitial = [](const QString &word) { return word.size() == 1; };
    if (!std::ranges::all_of(left, isInitial) || !std::ranges::all_of(right, isInitial)
        || left.size() + right.size() > 1)
        return 0;
    edits += int(left.size() + right.size());
    return 1 - double(edits) / double(std::max(a.size(), b.size()));
}

} // namespace Health
