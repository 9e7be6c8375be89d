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
/// 0 to 1, by Jaro and Winkler (Winkler 1990, "String comparator metrics and enhanced decision rules
/// in the Fellegi-Sunter model of record linkage").
[[nodiscard]] double similarity(const QString &a, const QString &b);

} // namespace Health
