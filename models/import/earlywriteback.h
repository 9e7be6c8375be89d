#pragma once

#include <QByteArray>
#include <QString>

namespace Import {

/// Asks the system to bring a growing file to the disk while more is being written to it, so that
/// the sync at the end finds little left to do. It promises nothing and waits for nothing: where the
/// system knows no such request, nothing happens.
class EarlyWriteback final
{
public:
    /// \a file need not exist yet.
    explicit EarlyWriteback(const QString &file);
    ~EarlyWriteback();
    EarlyWriteback(const EarlyWriteback &) = delete;
    EarlyWriteback &operator=(const EarlyWriteback &) = delete;

    /// To be called now and then, cheap.
    void advance();

private:
    QByteArray m_file;
    int m_descriptor = -1;
    qint64 m_asked = 0; ///< bytes of the file that were asked for
};

} // namespace Import
