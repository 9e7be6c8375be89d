#pragma once

#include <QString>

/// Why something failed: a kind for the program and a whole translated sentence for the person.
struct Error
{
    enum class Kind {
        File,        ///< cannot be opened, read or written; disk full
        Format,      ///< the content is not what it should be
        Damaged,     ///< a workspace that fails its checks
        Newer,       ///< a workspace from a newer version
        Locked,      ///< somebody else writes to the workspace
        Data,        ///< the data cannot answer this question
        Definition,  ///< a definition or option is wrong; the sentence names the field
        Cancelled,
        Internal
    };

    Kind kind = Kind::Internal;
    QString message; ///< what, where and what to do, in the user's language
    QString file = {};
    qint64 line = 0;    ///< 1-based; 0: not about a line
    int column = 0;     ///< 1-based; 0: not about a column

    /// The message on one line, with file, line and column in front where they are known and the
    /// message does not say them itself.
    [[nodiscard]] QString oneLine() const;

    static Error cancelled();
    bool operator==(const Error &) const = default;
};
