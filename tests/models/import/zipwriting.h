#pragma once

#include <QByteArray>
#include <QString>

#include <minizip/zip.h>

#include <map>

/// Writes a ZIP file with these parts, for spreadsheets made by hand.
inline bool writeZip(const QString &file, const std::map<QByteArray, QByteArray> &parts)
{
    const zipFile zip = zipOpen64(file.toLocal8Bit().constData(), APPEND_STATUS_CREATE);
    if (!zip)
        return false;
    bool sound = true;
    for (const auto &[name, bytes] : parts) {
        const zip_fileinfo info{};
        sound &= zipOpenNewFileInZip64(zip, name.constData(), &info, nullptr, 0, nullptr, 0, nullptr,
                                       Z_DEFLATED, 9, 1)
                 == ZIP_OK;
        sound &= zipWriteInFileInZip(zip, bytes.constData(), unsigned(bytes.size())) == ZIP_OK;
        sound &= zipCloseFileInZip(zip) == ZIP_OK;
    }
    return zipClose(zip, nullptr) == ZIP_OK && sound;
}

/// The parts of a spreadsheet with one or two sheets, as programs write them.
inline std::map<QByteArray, QByteArray> spreadsheet(const QByteArray &rows,
                                                    const QByteArray &texts = {},
                                                    const QByteArray &workbookPr = {},
                                                    const QByteArray &secondSheetRows = {})
{
    const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const QByteArray space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const QByteArray relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const auto sheet = [&](const QByteArray &content) {
        return head + "<worksheet " + space + "><sheetData>" + content + "</sheetData></worksheet>";
    };
    std::map<QByteArray, QByteArray> parts{
        {"[Content_Types].xml", head + "<Types/>"},
        {"xl/workbook.xml",
         head + "<workbook " + space + " xmlns:r=\"" + relation + "\">" + workbookPr
             + "<sheets><sheet name=\"Orders\" sheetId=\"1\" r:id=\"rId1\"/>"
             + (secondSheetRows.isEmpty()
                    ? QByteArray()
                    : QByteArray("<sheet name=\"طلبات\" sheetId=\"2\" r:id=\"rId2\"/>"))
             + "</sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         head + "<Relationships><Relationship Id=\"rId1\" Type=\"" + relation
             + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\""
             + relation + "/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/><Relationship "
             + "Id=\"rId3\" Type=\"" + relation
             + "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId4\" Type=\""
             + relation + "/styles\" Target=\"styles.xml\"/></Relationships>"},
        {"xl/styles.xml",
         head + "<styleSheet " + space
             + "><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/><numFmt "
               "numFmtId=\"165\" formatCode=\"#,##0.00\\ &quot;day&quot;\"/></numFmts><cellStyleXfs>"
               "<xf numFmtId=\"22\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf "
               "numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"},
        {"xl/sharedStrings.xml", head + "<sst " + space + ">" + texts + "</sst>"},
        {"xl/worksheets/sheet1.xml", sheet(rows)},
    };
    if (!secondSheetRows.isEmpty())
        parts.emplace("xl/worksheets/sheet2.xml", sheet(secondSheetRows));
    return parts;
}
