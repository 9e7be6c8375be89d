#include "models/import/rowpipeline.h"

#include "models/import/blockqueue.h"

#include <thread>

namespace Import {

Result<void> run(const RowPipeline &pipeline)
{
    BlockQueue queue;
    // Each belongs to its thread until that has been joined.
    Result<void> isRead;
    Result<void> isConverted;
    Result<void> isWritten;
    std::thread reader([&] {
        while (std::unique_ptr<RowBlock> block = queue.takeEmpty()) {
            const Result<bool> more = pipeline.read(*block);
            if (!more)
                isRead = more.error();
            if (!more || !*more)
                break;
            queue.pushRead(std::move(block));
        }
        queue.finishReading();
    });
    std::thread converter([&] {
        while (std::unique_ptr<RowBlock> block = queue.takeRead()) {
            isConverted = pipeline.convert(*block);
            if (!isConverted) {
                queue.close();
                break;
            }
            queue.pushFull(std::move(block));
        }
        queue.finishConverting();
    });
    while (std::unique_ptr<RowBlock> block = queue.takeFull()) {
        isWritten = pipeline.write(*block);
        if (!isWritten)
            break;
        queue.giveBack(std::move(block));
    }
    queue.close();
    reader.join();
    converter.join();
    if (!isWritten)
        return isWritten;
    return isConverted ? isRead : isConverted;
}

} // namespace Import
