#pragma once

#include <expat.h>

#include <cstring>
#include <string_view>

namespace Import {

/// A parser of XML pieces that may stop in the middle. Documents that declare a type are refused:
/// spreadsheets never do, and entities are how small files grow without end.
template <typename Handler>
class XmlStream final
{
public:
    /// \a handler has startElement(name, attributes), endElement(name) and text(view).
    explicit XmlStream(Handler &handler) : m_parser(XML_ParserCreate("UTF-8")), m_handler(handler)
    {
        XML_SetUserData(m_parser, this);
        XML_SetElementHandler(m_parser, start, end);
        XML_SetCharacterDataHandler(m_parser, characters);
        XML_SetStartDoctypeDeclHandler(m_parser, doctype);
    }
    ~XmlStream() { XML_ParserFree(m_parser); }
    XmlStream(const XmlStream &) = delete;
    XmlStream &operator=(const XmlStream &) = delete;

    enum class State { Ready, Paused, Failed };

    State parse(const char *bytes, int size, bool isFinal)
    {
        return stateOf(XML_Parse(m_parser, bytes, size, isFinal));
    }
    State resume() { return stateOf(XML_ResumeParser(m_parser)); }
    /// From within the handler: return to the caller of parse() soon.
    void pause() { XML_StopParser(m_parser, XML_TRUE); }
    [[nodiscard]] bool hasDoctype() const { return m_hasDoctype; }
    [[nodiscard]] qint64 line() const { return qint64(XML_GetCurrentLineNumber(m_parser)); }

private:
    State stateOf(XML_Status status)
    {
        return status == XML_STATUS_OK          ? State::Ready
               : status == XML_STATUS_SUSPENDED ? State::Paused
                                                : State::Failed;
    }
    /// Names of office documents are known with and without a prefix: "x:row" is "row".
    static std::string_view localName(const char *name)
    {
        const char *colon = std::strchr(name, ':');
        return colon ? colon + 1 : name;
    }
    static void start(void *self, const char *name, const char **attributes)
    {
        static_cast<XmlStream *>(self)->m_handler.startElement(localName(name), attributes);
    }
    static void end(void *self, const char *name)
    {
        static_cast<XmlStream *>(self)->m_handler.endElement(localName(name));
    }
    static void characters(void *self, const char *text, int size)
    {
        static_cast<XmlStream *>(self)->m_handler.text({text, std::size_t(size)});
    }
    static void doctype(void *self, const char *, const char *, const char *, int)
    {
        auto *stream = static_cast<XmlStream *>(self);
        stream->m_hasDoctype = true;
        XML_StopParser(stream->m_parser, XML_FALSE);
    }

    XML_Parser m_parser;
    Handler &m_handler;
    bool m_hasDoctype = false;
};

/// The value of an attribute, empty where it is absent.
inline std::string_view attribute(const char **attributes, std::string_view name)
{
    for (; attributes[0]; attributes += 2)
        if (name == attributes[0])
            return attributes[1];
    return {};
}

} // namespace Import
