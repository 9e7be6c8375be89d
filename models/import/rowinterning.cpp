// The part of the conversion that gives ids to customers, terms and currencies. It comes after all
// checks, so that a rejected row brings neither.

#include "models/import/identity.h"
#include "models/import/rowconverter.h"

#include <algorithm>

namespace Import {

void RowConverter::collectRows(RowBlock &block)
{
    for (std::size_t r = 0; r < m_status.size(); ++r)
        if (m_status[r] == Good)
            block.rows.push_back(std::uint32_t(r));
}

void RowConverter::internCustomers(RowBlock &block)
{
    const bool isCustomers = m_plan.kind == Kind::Customers;
    const int index = m_layout.columnOf(isCustomers ? "ref" : "customer");
    if (index < 0)
        return;
    const std::vector<std::string_view> &refs =
        isCustomers ? block.columns[std::size_t(index)].texts : m_pending[std::size_t(index)];
    const bool byKey = m_plan.identity != Identity::CustomerId;
    if (byKey)
        findKeys(block, refs, index);
    constexpr std::size_t batch = 64;
    m_hashes.resize(batch);
    const bool hasOwnIds = isCustomers && m_plan.columnOf(QStringLiteral("customer_id")) >= 0;
    std::vector<std::uint32_t> kept;
    if (isCustomers)
        kept.reserve(block.rows.size());
    for (std::size_t start = 0; start < block.rows.size(); start += batch) {
        const std::size_t count = std::min(batch, block.rows.size() - start);
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t r = block.rows[start + i];
            m_hashes[i] = InternMap::hash(byKey ? m_keys[r] : refs[r]);
            m_known.customers.prefetch(m_hashes[i]);
        }
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t r = block.rows[start + i];
            const std::string_view key = byKey ? m_keys[r] : refs[r];
            if (isCustomers && m_plan.onDuplicate == OnDuplicate::UpdateOnly
                && !m_known.customers.contains(key, m_hashes[i])) {
                ++m_skipped;
                continue;
            }
            const auto [id, isNew] = m_known.customers.insert(key, m_hashes[i], m_nextCustomer);
            if (isNew && isCustomers && byKey) {
                // The id goes on being the customer's own name: two customers cannot share it.
                std::string_view &ref = block.columns[std::size_t(index)].texts[r];
                if (ref.empty() || !hasOwnIds)
                    ref = key;
                if (!m_known.refs.insert(ref, InternMap::hash(ref), m_nextCustomer).second) {
                    ref = key;
                    (void)m_known.refs.insert(ref, InternMap::hash(ref), m_nextCustomer);
                }
            }
            if (isNew) {
                ++m_nextCustomer;
                ++m_created;
                if (!isCustomers)
                    block.newCustomers.push_back(key);
            }
            if (!isCustomers) {
                block.columns[std::size_t(index)].integers[r] = id;
                continue;
            }
            if (!isNew && m_plan.onDuplicate == OnDuplicate::Reject) {
                reject(block, r, Reject::DuplicateCustomer,
                       m_layout.columns[std::size_t(index)].source);
            } else if (!isNew && m_plan.onDuplicate == OnDuplicate::Skip) {
                ++m_skipped;
            } else {
                kept.push_back(r);
                block.customers.push_back(id);
            }
        }
    }
    if (isCustomers)
        block.rows = std::move(kept);
}

void RowConverter::findKeys(RowBlock &block, const std::vector<std::string_view> &texts, int column)
{
    const bool byEmail = m_plan.identity == Identity::Email;
    int from = m_layout.columns[std::size_t(column)].source;
    const std::vector<std::string_view> *cells = &texts;
    if (m_plan.kind == Kind::Customers) {
        const int own = m_layout.columnOf(byEmail ? "email" : "phone");
        cells = &block.columns[std::size_t(own)].texts;
        from = m_layout.columns[std::size_t(own)].source;
    }
    m_keys.assign(cells->size(), {});
    std::erase_if(block.rows, [&](std::uint32_t r) {
        std::string key = byEmail ? normalisedEmail((*cells)[r])
                                  : normalisedPhone((*cells)[r], m_phoneCountry);
        if (key.empty()) {
            reject(block, r,
                   (*cells)[r].empty() ? Reject::Missing
                   : byEmail           ? Reject::EmailUnreadable
                                       : Reject::PhoneUnreadable,
                   from);
            return true;
        }
        m_keys[r] = block.keep(std::move(key));
        return false;
    });
}

void RowConverter::internTerms(RowBlock &block, const TableColumn &column, BlockColumn &out)
{
    const std::size_t index = std::size_t(&column - m_layout.columns.data());
    auto known = m_known.terms.find(column.field);
    if (known == m_known.terms.end())
        known = m_known.terms.emplace(column.field, InternMap(64)).first;
    std::string_view last;
    std::uint32_t lastId = 0;
    for (const std::uint32_t r : block.rows) {
        const std::string_view text = m_pending[index][r];
        if (text.empty())
            continue;
        if (lastId == 0 || text != last) {
            const auto [id, isNew] = known->second.insert(text, InternMap::hash(text), m_nextTerm);
            if (isNew) {
                ++m_nextTerm;
                block.newTerms.push_back({column.field, std::string(text), id});
            }
            last = text;
            lastId = id;
        }
        out.integers[r] = lastId;
    }
}

void RowConverter::internCurrencies(RowBlock &block, BlockColumn &out)
{
    auto known = m_known.terms.find("currency");
    if (known == m_known.terms.end())
        known = m_known.terms.emplace("currency", InternMap(64)).first;
    for (const std::uint32_t r : block.rows) {
        KnownCurrency &currency = m_currencies[m_rowCurrency[r]];
        if (currency.term == 0) {
            const std::string_view code(currency.code, 3);
            const auto [id, isNew] = known->second.insert(code, InternMap::hash(code), m_nextTerm);
            currency.term = id;
            if (isNew) {
                ++m_nextTerm;
                block.newTerms.push_back({"currency", std::string(code), id});
            }
        }
        out.integers[r] = currency.term;
    }
}

} // namespace Import
