#include "models/import/rowfingerprint.h"

#include "models/workspace/fingerprint.h"

namespace Import {

namespace {

template <typename Value, typename Add>
void addColumn(RowBlock &block, const std::vector<Value> &values, Add add)
{
    for (const std::uint32_t row : block.rows) {
        Fingerprint::Columns columns;
        add(columns, values[row]);
        block.sums[row] += columns.sum();
    }
}

} // namespace

void sumColumns(RowBlock &block, const TableLayout &layout)
{
    block.sums.assign(block.chunk.index.records(), 0);
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        const TableColumn &column = layout.columns[i];
        if (column.constant)
            continue;
        const BlockColumn &values = block.columns[i];
        const unsigned position = column.position;
        switch (column.storage) {
        case Storage::Integer:
            addColumn(block, values.integers, [position](auto &sum, std::int64_t value) {
                if (value != nullInteger)
                    sum.integer(position, value);
            });
            break;
        case Storage::Real:
            addColumn(block, values.reals,
                      [position](auto &sum, double value) { sum.real(position, value); });
            break;
        case Storage::Text:
            addColumn(block, values.texts, [position](auto &sum, std::string_view value) {
                if (!value.empty())
                    sum.text(position, value);
            });
            break;
        }
    }
}

} // namespace Import
