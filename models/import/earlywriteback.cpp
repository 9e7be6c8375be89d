#include "models/import/earlywriteback.h"

#include <QFile>

#if defined(__linux__)
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace Import {

EarlyWriteback::EarlyWriteback(const QString &file) : m_file(QFile::encodeName(file)) {}

#if defined(__linux__)

namespace {
constexpr qint64 piece = qint64(16) << 20; ///< large enough for long writes, small for the end
}

EarlyWriteback::~EarlyWriteback()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

void EarlyWriteback::advance()
{
    if (m_descriptor < 0)
        m_descriptor = open(m_file.constData(), O_RDONLY | O_CLOEXEC);
    struct stat state = {};
    if (m_descriptor < 0 || fstat(m_descriptor, &state) != 0)
        return;
    const qint64 size = state.st_size;
    if (size - m_asked < piece)
        return;
    (void)sync_file_range(m_descriptor, m_asked, size - m_asked, SYNC_FILE_RANGE_WRITE);
    m_asked = size;
}

#else

EarlyWriteback::~EarlyWriteback() = default;
void EarlyWriteback::advance() {}

#endif

} // namespace Import
