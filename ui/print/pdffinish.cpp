#include "ui/print/pdffinish.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace Print {

namespace {

void addOutline(QPDF &document, const QList<OutlineEntry> &entries)
{
    const std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(document).getAllPages();
    QPDFObjectHandle outlines = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
    outlines.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    QPDFObjectHandle previous;
    int count = 0;
    for (const OutlineEntry &entry : entries) {
        if (entry.page < 0 || entry.page >= int(pages.size()))
            continue;
        QPDFObjectHandle item = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(entry.title.toStdString()));
        item.replaceKey("/Parent", outlines);
        QPDFObjectHandle destination = QPDFObjectHandle::newArray();
        destination.appendItem(pages[std::size_t(entry.page)].getObjectHandle());
        destination.appendItem(QPDFObjectHandle::newName("/Fit"));
        item.replaceKey("/Dest", destination);
        if (count == 0) {
            outlines.replaceKey("/First", item);
        } else {
            previous.replaceKey("/Next", item);
            item.replaceKey("/Prev", previous);
        }
        outlines.replaceKey("/Last", item);
        previous = item;
        ++count;
    }
    if (count == 0)
        return;
    outlines.replaceKey("/Count", QPDFObjectHandle::newInteger(count));
    document.getRoot().replaceKey("/Outlines", outlines);
    document.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

} // namespace

Result<QByteArray> finishPdf(const QByteArray &pdf, Language language,
                             const QList<OutlineEntry> &outline)
{
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("report", pdf.constData(), std::size_t(pdf.size()));
        QPDFObjectHandle root = document.getRoot();
        root.replaceKey("/Lang", QPDFObjectHandle::newString(languageCode(language).toStdString()));
        QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
        preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
        preferences.replaceKey("/Direction", QPDFObjectHandle::newName(
                                                 language == Language::Arabic ? "/R2L" : "/L2R"));
        root.replaceKey("/ViewerPreferences", preferences);
        addOutline(document, outline);

        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        const std::unique_ptr<Buffer> buffer(writer.getBuffer());
        return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()),
                          qsizetype(buffer->getSize()));
    } catch (const std::exception &exception) {
        return Error{
            Error::Kind::Internal,
            QCoreApplication::translate("ReportPrinter", "The report could not be finished: %1.")
                .arg(QString::fromUtf8(exception.what()))};
    }
}

Result<void> writeWhole(const QString &file, const QByteArray &content)
{
    const auto failed = [&](const QString &reason) {
        return Error{Error::Kind::File,
                     QCoreApplication::translate(
                         "ReportPrinter",
                         "The report could not be written to “%1”: %2. Choose another folder or "
                         "free some space.")
                         .arg(NumberFormat::isolate(QDir::toNativeSeparators(file)), reason),
                     file};
    };
    if (QFileInfo(file).isDir())
        return failed(QCoreApplication::translate("ReportPrinter", "it is a folder"));
    QSaveFile output(file);
    if (!output.open(QIODevice::WriteOnly))
        return failed(output.errorString());
    if (output.write(content) != content.size() || !output.commit())
        return failed(output.errorString());
    return {};
}

} // namespace Print
