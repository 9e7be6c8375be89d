#include "ui/charts/chart.h"

#include "models/export/xlsxwriter.h"
#include "ui/charts/plottools.h"
#include "ui/charts/svgdevice.h"
#include "ui/style/display.h"
#include "ui/style/painttext.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

std::optional<Chart::Format> formatOf(const QString &file)
{
    const QString extension = QFileInfo(file).suffix().toLower();
    if (extension == u"png")
        return Chart::Format::Png;
    if (extension == u"svg")
        return Chart::Format::Svg;
    if (extension == u"pdf")
        return Chart::Format::Pdf;
    if (extension == u"csv")
        return Chart::Format::Csv;
    return std::nullopt;
}

QString extensionOf(Chart::Format format)
{
    switch (format) {
    case Chart::Format::Png:
        return u"png"_s;
    case Chart::Format::Svg:
        return u"svg"_s;
    case Chart::Format::Pdf:
        return u"pdf"_s;
    case Chart::Format::Csv:
        return u"csv"_s;
    }
    return u"png"_s;
}

/// A field of RFC 4180.
QString quoted(const QString &field)
{
    if (!field.contains(u',') && !field.contains(u'"') && !field.contains(u'\n'))
        return field;
    return u'"' + QString(field).replace(u"\""_s, u"\"\""_s) + u'"';
}

} // namespace

double Chart::paintTitle(QCPPainter &painter, double width) const
{
    const Qt::Alignment start =
        (m_display.isArabic() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    double y = 0;
    const auto line = [&](const QString &text, const char *token, Theme::TextRole role) {
        if (text.isEmpty())
            return;
        const double height = m_display.lineHeight(role);
        const QFont font = m_display.font(role);
        PlotTools::drawText(&painter, m_display, QRectF(0, y, width, height), start,
                            PaintText::elided(font, text, width), token, role,
                            QFont::Weight(font.weight()));
        y += height;
    };
    line(title(), "text", Theme::TextRole::CardTitle);
    line(subtitle(), "text3", Theme::TextRole::Axis);
    return y > 0 ? y + 8 : 0;
}

void Chart::paint(QCPPainter &painter, const QSizeF &size, bool withTitle)
{
    prepare();
    m_exporting = true;
    painter.save();
    painter.setLayoutDirection(m_display.direction());
    const double top = withTitle ? paintTitle(painter, size.width()) : 0;
    painter.translate(0, top);
    const QSize plotSize(int(size.width()), std::max(40, int(size.height() - top)));
    if (m_empty) {
        PlotTools::drawText(&painter, m_display, QRectF(QPointF(), QSizeF(plotSize)),
                            Qt::AlignCenter, m_emptyTitle, "text2", Theme::TextRole::Body);
    } else {
        const QRect screen = m_plot->viewport();
        const QBrush ground(m_display.color("surface"));
        m_plot->setViewport(QRect(QPoint(), plotSize));
        prepareLayout(QSizeF(plotSize));
        m_plot->setBackground(Qt::NoBrush); // the caller's ground shows through
        m_plot->toPainter(&painter, plotSize.width(), plotSize.height());
        m_plot->setBackground(ground);
        m_plot->setViewport(screen);
    }
    painter.restore();
    m_exporting = false;
    replotQueued();
}

QImage Chart::image(const QSize &size, double pixelRatio, bool withTitle)
{
    QImage image((QSizeF(size) * pixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(m_display.color("surface"));
    constexpr int margin = 12;
    QCPPainter painter;
    if (painter.begin(&image)) {
        painter.setAntialiasing(true);
        painter.translate(margin, margin);
        paint(painter, QSizeF(size) - QSizeF(2 * margin, 2 * margin), withTitle);
        painter.end();
    }
    return image;
}

void Chart::copyImage()
{
    const QSize wanted = m_plot->isVisible() ? size().expandedTo({320, 200}) : exportSize();
    QGuiApplication::clipboard()->setImage(image(wanted, 2));
}

void Chart::copyData()
{
    QStringList lines;
    for (const QStringList &row : dataTable()) {
        QStringList fields = row;
        for (QString &field : fields)
            field.replace(u'\t', u' ').replace(u'\n', u' ');
        lines << fields.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

QByteArray Chart::csv() const
{
    // The mark at the start tells spreadsheets that the headings are UTF-8.
    QString text(QChar(0xFEFF));
    for (const QStringList &row : dataTable()) {
        QStringList fields;
        for (const QString &field : row)
            fields << quoted(field);
        text += fields.join(u',') + u"\r\n"_s;
    }
    return text.toUtf8();
}

QByteArray Chart::svg(const QSize &size)
{
    constexpr int margin = 12;
    SvgDevice device(QSizeF(size), title(), finding());
    QCPPainter painter;
    painter.begin(&device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setAntialiasing(true);
    painter.fillRect(QRectF(QPointF(), QSizeF(size)), m_display.color("surface"));
    painter.translate(margin, margin);
    paint(painter, QSizeF(size) - QSizeF(2 * margin, 2 * margin));
    painter.end();
    return device.document();
}

bool Chart::writePdf(const QString &file, const QSize &size)
{
    constexpr double pointsPerPixel = 0.75;
    constexpr int resolution = 300;
    constexpr int margin = 12;
    QPdfWriter writer(file);
    writer.setTitle(title());
    writer.setCreator(u"Qeema"_s);
    writer.setResolution(resolution);
    writer.setPageSize(
        QPageSize(QSizeF(size) * pointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QCPPainter painter;
    if (!painter.begin(&writer))
        return false;
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.setAntialiasing(true);
    painter.scale(resolution / 72.0 * pointsPerPixel, resolution / 72.0 * pointsPerPixel);
    if (m_display.theme().isDark())
        painter.fillRect(QRectF(QPointF(), QSizeF(size)), m_display.color("surface"));
    painter.translate(margin, margin);
    paint(painter, QSizeF(size) - QSizeF(2 * margin, 2 * margin));
    return painter.end();
}

Result<void> Chart::exportTo(const QString &file, const QSize &size)
{
    if (QFileInfo(file).suffix().compare(u"xlsx"_s, Qt::CaseInsensitive) == 0)
        return Export::writeXlsxTable(
            file, {title(), m_display.format().language() == Language::Arabic}, dataTable());
    const std::optional<Format> format = formatOf(file);
    if (!format) {
        return Error{Error::Kind::Definition,
                     tr("A chart can be written as PNG, SVG, PDF or CSV. Choose a file name that "
                        "ends in .png, "
                        ".svg, .pdf or .csv."),
                     file};
    }
    return write(file, *format, size.isEmpty() ? exportSize() : size);
}

Result<void> Chart::write(const QString &file, Format format, const QSize &size)
{
    prepare();
    const auto failed = [&](const QString &reason) {
        return Error{Error::Kind::File, tr("The chart could not be written: %1.").arg(reason),
                     file};
    };
    if (format == Format::Pdf) {
        // QPdfWriter cannot tell why it fails: look whether the place can be written first.
        QSaveFile probe(file);
        if (!probe.open(QIODevice::WriteOnly))
            return failed(probe.errorString());
        probe.cancelWriting();
        if (!writePdf(file, size))
            return failed(tr("the file could not be finished"));
        return {};
    }
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return failed(target.errorString());
    bool written = false;
    if (format == Format::Png) {
        QImage picture = image(size, 2);
        picture.setText(u"Title"_s, title());
        picture.setText(u"Description"_s, finding());
        written = picture.save(&target, "PNG");
    } else {
        const QByteArray content = format == Format::Svg ? svg(size) : csv();
        written = target.write(content) == content.size();
    }
    if (!written || !target.commit())
        return failed(target.errorString());
    return {};
}

void Chart::exportWithDialog(Format format)
{
    const QString extension = extensionOf(format);
    QString base = title();
    // A title such as "Q2: 48 %" holds characters that file systems refuse.
    for (QChar &c : base) {
        if (!c.isLetterOrNumber() && c != u'-' && c != u'_')
            c = u' ';
    }
    base = base.simplified().left(60).trimmed();
    auto *dialog = new QFileDialog(this, tr("Export “%1”").arg(title()));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(extension);
    dialog->setNameFilter(u"%1 (*.%2)"_s.arg(extension.toUpper(), extension));
    dialog->selectFile((base.isEmpty() ? m_name : base) + u'.' + extension);
    dialog->setLabelText(QFileDialog::Accept, tr("Export"));
    dialog->setLabelText(QFileDialog::Reject, tr("Cancel"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &file) {
        const QSize wanted = m_plot->isVisible() ? size().expandedTo({480, 300}) : exportSize();
        if (const Result<void> outcome = write(file, format, wanted); !outcome)
            emit exportFailed(outcome.error());
        else
            emit exported(file);
    });
    dialog->open();
}
