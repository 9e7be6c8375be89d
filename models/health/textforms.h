#pragma once

#include <QString>

/// One form for texts that people write in many ways, to find what is the same.
namespace Health {

/// Lower case without spaces; what Gmail ignores (dots, a + and what follows) is left out there, a
/// + and what follows elsewhere too. Empty where it cannot be an address.
[[nodiscard]] QString emailForm(const QString &email);

/// A phone number as digits. An international one begins with its country's code.
struct PhoneForm
{
    QString digits; ///< empty: not a phone number
    bool isInternational = false;

    bool operator==(const PhoneForm &) const = default;
};
/// Reads any digits, +, 00, brackets, spaces and an extension behind "x" or "ext".
[[nodiscard]] PhoneForm phoneForm(const QString &phone);
/// The last seven digits, by which numbers that may be the same lie together.
[[nodiscard]] QString phoneKey(const PhoneForm &phone);
/// Whether two numbers can be one: equal, or a national one within an international one.
[[nodiscard]] bool isSamePhone(const PhoneForm &a, const PhoneForm &b);

/// Lower case letters and digits with single spaces. Arabic marks and tatweel are left out and the
/// forms of alef, yeh and teh marbuta made one; Latin letters lose their accents.
[[nodiscard]] QString plainText(const QString &text);
/// plainText() with the words sorted and legal forms (Ltd, Co, شركة, مؤسسة …) left out.
[[nodiscard]] QString nameForm(const QString &name);
/// Letters to insert, delete, replace or swap with their neighbour to turn \a a into \a b (optimal
/// string alignment: Boytsov 2011, "Indexing methods for approximate dictionary searching", 2.1).
[[nodiscard]] int editDistance(const QString &a, const QString &b);
/// How alike two names in nameForm() are, 0 to 1; 0 unless every word has its like: a word of four
/// to seven letters may differ by one edit, a longer one by two, an initial may be missing. Names
/// of many common words that differ in one are different names.
[[nodiscard]] double nameLikeness(const QString &a, const QString &b);

} // namespace Health
