#include "models/import/csvreader.h"
#include "models/import/csvtokeniser.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Import;
using namespace Qt::StringLiterals;

namespace {

using Table = QList<QByteArrayList>;

/// The rules read one byte at a time, with nothing clever: what the fast forms must agree with.
Table readPlainly(const QByteArray &text, char delimiter)
{
    Table table;
    QByteArrayList row;
    QByteArray cell;
    bool started = false; // something of the record was seen
    bool quoted = false;
    bool atStart = true;
    const auto endCell = [&] {
        row.append(cell);
        cell.clear();
        atStart = true;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
                cell += '"';
                ++i;
            } else if (c == '"') {
                quoted = false;
            } else {
                cell += c;
            }
            continue;
        }
        if (c == '\n' || c == '\r') {
            if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
                ++i;
            endCell();
            table.append(row);
            row.clear();
            started = false;
            continue;
        }
        started = true;
        if (c == delimiter) {
            endCell();
        } else if (c == '"' && atStart) {
            quoted = true;
            atStart = false;
        } else {
            cell += c;
            atStart = false;
        }
    }
    if (started) {
        endCell();
        table.append(row);
    }
    return table;
}

/// Empty and \a unclosed set where a quote is never closed.
Table readFast(const QByteArray &text, char delimiter, MaskForm form, bool *unclosed = nullptr)
{
    QByteArray padded = text + QByteArray(CsvTokeniser::padding, 'x');
    RecordIndex index;
    CsvTokeniser(delimiter, form).index(padded.constData(), std::size_t(text.size()), true, index);
    if (unclosed)
        *unclosed = index.unclosedQuote.has_value();
    Table table;
    std::string storage;
    for (std::size_t r = 0; r < index.records(); ++r) {
        QByteArrayList row;
        for (std::size_t c = 0; c < index.cells(r); ++c) {
            const std::uint32_t from = index.ends[index.firsts[r] + c] + 1;
            const std::uint32_t until = index.ends[index.firsts[r] + c + 1];
            const std::string_view content =
                cellContent({padded.constData() + from, until - from}, storage);
            row.append(QByteArray(content.data(), qsizetype(content.size())));
        }
        table.append(row);
    }
    return table;
}

} // namespace

class TestCsvTokeniser : public QObject
{
    Q_OBJECT
private slots:
    void splits_data();
    void splits();
    void randomTextAgreesWithThePlainReader_data();
    void randomTextAgreesWithThePlainReader();
    void everyLengthAroundABlockAgrees();
    void piecesGiveTheSameRecords();
    void linesAreCountedThroughQuotes();
    void readerAgreesAcrossItsBlocks_data();
    void readerAgreesAcrossItsBlocks();
};

void TestCsvTokeniser::splits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Table>("expected");
    QTest::newRow("nothing") << QByteArray() << Table{};
    QTest::newRow("one cell") << QByteArray("a") << Table{{"a"}};
    QTest::newRow("LF") << QByteArray("a,b\nc,d\n") << Table{{"a", "b"}, {"c", "d"}};
    QTest::newRow("CRLF") << QByteArray("a,b\r\nc,d\r\n") << Table{{"a", "b"}, {"c", "d"}};
    QTest::newRow("CR") << QByteArray("a,b\rc,d\r") << Table{{"a", "b"}, {"c", "d"}};
    QTest::newRow("empty cells") << QByteArray(",\n,,") << Table{{"", ""}, {"", "", ""}};
    QTest::newRow("blank line") << QByteArray("a\n\nb") << Table{{"a"}, {""}, {"b"}};
    QTest::newRow("quoted") << QByteArray("\"a,b\",\"c\nd\"\n") << Table{{"a,b", "c\nd"}};
    QTest::newRow("doubled quotes")
        << QByteArray("\"a\"\"b\",\"\"\"\",\"\"\n") << Table{{"a\"b", "\"", ""}};
    QTest::newRow("quote inside a cell")
        << QByteArray("27\" screen,x\n\"y,z\"\n") << Table{{"27\" screen", "x"}, {"y,z"}};
    QTest::newRow("text behind a quote") << QByteArray("\"a\"b\"c,d\n") << Table{{"ab\"c", "d"}};
    QTest::newRow("spaces before a quote") << QByteArray(" \"a\",b\n") << Table{{" \"a\"", "b"}};
    QTest::newRow("two lone quotes")
        << QByteArray("a\"b,c\"d\ne\n") << Table{{"a\"b", "c\"d"}, {"e"}};
}

void TestCsvTokeniser::splits()
{
    QFETCH(QByteArray, text);
    QFETCH(Table, expected);
    QCOMPARE(readPlainly(text, ','), expected);
    QCOMPARE(readFast(text, ',', MaskForm::Fastest), expected);
    QCOMPARE(readFast(text, ',', MaskForm::Portable), expected);
}

void TestCsvTokeniser::randomTextAgreesWithThePlainReader_data()
{
    QTest::addColumn<QByteArray>("alphabet");
    QTest::newRow("mostly regular") << QByteArray("aaaaaabcd,,\n");
    QTest::newRow("many quotes") << QByteArray("ab,\"\"\"\n\r");
    QTest::newRow("line ends") << QByteArray("a,\n\r\"");
    QTest::newRow("bytes above ASCII and NUL") << QByteArray("\xD9\x85\0\x80,\"\n", 7);
}

void TestCsvTokeniser::randomTextAgreesWithThePlainReader()
{
    QFETCH(QByteArray, alphabet);
    QRandomGenerator random(11);
    int closed = 0;
    for (int round = 0; round < 4000; ++round) {
        QByteArray text;
        const int size = int(random.bounded(300));
        for (int i = 0; i < size; ++i)
            text += alphabet[qsizetype(random.bounded(quint32(alphabet.size())))];
        bool unclosed = false;
        const Table fast = readFast(text, ',', MaskForm::Fastest, &unclosed);
        const Table portable = readFast(text, ',', MaskForm::Portable);
        QVERIFY2(fast == portable, text.toPercentEncoding().constData());
        if (unclosed) {
            // Everything before the record with the open quote must still agree.
            const Table plain = readPlainly(text, ',');
            QVERIFY2(plain.mid(0, fast.size()) == fast, text.toPercentEncoding().constData());
            continue;
        }
        ++closed;
        QVERIFY2(fast == readPlainly(text, ','), text.toPercentEncoding().constData());
    }
    QVERIFY(closed > 100);
}

void TestCsvTokeniser::everyLengthAroundABlockAgrees()
{
    for (const QByteArray &tail : {QByteArray("\n"), QByteArray("\r\n"), QByteArray("\"x\"\n"),
                                   QByteArray("\"\"\"\"\r\n"), QByteArray(",\"a\"b\n")}) {
        for (int size = 0; size < 140; ++size) {
            for (const char fill : {'a', ','}) {
                const QByteArray text = QByteArray(size, fill) + tail + "1,2\r\n3";
                QCOMPARE(readFast(text, ',', MaskForm::Fastest), readPlainly(text, ','));
                QCOMPARE(readFast(text, ',', MaskForm::Portable), readPlainly(text, ','));
            }
        }
    }
}

void TestCsvTokeniser::piecesGiveTheSameRecords()
{
    const QByteArray text = "a,\"b\r\n\"\"c\"\r\n27\" x,y\r\rz,\"q\"\n";
    const Table whole = readPlainly(text, ',');
    for (qsizetype cut = 1; cut < text.size(); ++cut) {
        QByteArray padded = text.left(cut) + QByteArray(CsvTokeniser::padding, '"');
        RecordIndex index;
        CsvTokeniser(',').index(padded.constData(), std::size_t(cut), false, index);
        Table table = readFast(text.left(qsizetype(index.consumed)), ',', MaskForm::Fastest);
        QCOMPARE(table.size(), qsizetype(index.records()));
        table += readFast(text.mid(qsizetype(index.consumed)), ',', MaskForm::Fastest);
        QCOMPARE(table, whole);
    }
}

void TestCsvTokeniser::linesAreCountedThroughQuotes()
{
    const QByteArray text =
        "a\n\"b\n\r\nc\rd\",27\" x\r\ne\n\"f\ng\"h\ni\n" + QByteArray(CsvTokeniser::padding, 'x');
    for (const MaskForm form : {MaskForm::Fastest, MaskForm::Portable}) {
        RecordIndex index;
        CsvTokeniser(',', form).index(
            text.constData(), std::size_t(text.size()) - CsvTokeniser::padding, true, index);
        QCOMPARE(index.lines, (std::vector<std::uint32_t>{0, 1, 5, 6, 8}));
        QCOMPARE(index.linesConsumed, 9U);
    }
}

void TestCsvTokeniser::readerAgreesAcrossItsBlocks_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("plain") << QByteArray("12345,2025-01-01,9.99\n");
    QTest::newRow("CRLF") << QByteArray("12345,2025-01-01,9.99\r\n");
    QTest::newRow("quoted line ends") << QByteArray("\"1\n2\",\"3\"\"4\"\r\n");
    QTest::newRow("irregular") << QByteArray("27\" x,\"a\"b,c\r");
}

void TestCsvTokeniser::readerAgreesAcrossItsBlocks()
{
    QFETCH(QByteArray, line);
    QTemporaryDir folder;
    const QByteArray text = line.repeated(3 * (1 << 20) / line.size() + 7);
    QFile file(folder.filePath(u"rows.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    file.close();
    const QByteArrayList expected = readPlainly(line, ',').constFirst();
    const qint64 linesEach = 1 + line.count('\n') - (line.endsWith('\n') ? 1 : 0);
    for (const MaskForm form : {MaskForm::Fastest, MaskForm::Portable}) {
        Result<std::unique_ptr<CsvReader>> reader =
            CsvReader::open(Source{file.fileName(), {}}, SourceFormat(), form);
        QVERIFY(reader.ok());
        RecordChunk chunk;
        std::string storage;
        qint64 records = 0;
        for (;;) {
            const Result<bool> more = (*reader)->next(chunk);
            QVERIFY(more.ok());
            if (!*more)
                break;
            for (std::size_t r = 0; r < chunk.index.records(); ++r) {
                QCOMPARE(chunk.line(r), 1 + records * linesEach);
                QCOMPARE(chunk.index.cells(r), std::size_t(expected.size()));
                for (std::size_t c = 0; c < chunk.index.cells(r); ++c) {
                    const std::string_view content = cellContent(chunk.raw(r, c), storage);
                    QCOMPARE(QByteArray(content.data(), qsizetype(content.size())),
                             expected[qsizetype(c)]);
                }
                ++records;
            }
        }
        QCOMPARE(records, text.size() / line.size());
        QCOMPARE((*reader)->bytesRead(), text.size());
    }
}

QTEST_GUILESS_MAIN(TestCsvTokeniser)
#include "tst_csvtokeniser.moc"
