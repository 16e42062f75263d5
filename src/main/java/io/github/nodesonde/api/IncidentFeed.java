package io.github.nodesonde.api;

import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Incidents as RSS 2.0. One that is closed has another guid than while it was open, so that a reader shows the end as
 * something new.
 */
final class IncidentFeed {

    private final XMLStreamWriter xml;
    private final URI site;

    private IncidentFeed(XMLStreamWriter xml, URI site) {
        this.xml = xml;
        this.site = site;
    }

    /** @param site where the pages are that items lead to */
    static String of(List<IncidentJson> incidents, URI site, Instant asOf) {
        var text = new StringWriter();
        try {
            new IncidentFeed(XMLOutputFactory.newFactory().createXMLStreamWriter(text), site).write(incidents, asOf);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed could not be written to memory", e);
        }
        return text.toString();
    }

    private void write(List<IncidentJson> incidents, Instant asOf) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("rss");
        xml.writeAttribute("version", "2.0");
        xml.writeStartElement("channel");
        element("title", "Nodesonde incidents");
        element("link", site + "/incidents");
        element("description", "Nodes and networks that were not well.");
        element("lastBuildDate", date(asOf));
        for (IncidentJson incident : incidents) {
            write(incident);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(IncidentJson incident) throws XMLStreamException {
        var node = incident.node();
        var closedAt = incident.closedAt();
        String whose = node == null ? "network " + incident.network() : node;
        xml.writeStartElement("item");
        element("title", "%s %s %s".formatted(whose, closedAt == null ? "is" : "was", incident.verdict()));
        element("link", site + (node == null ? "/networks/" + incident.network() : "/nodes/" + node));
        element("description", incident.because() + (closedAt == null ? "" : " (over since " + closedAt + ")"));
        element("category", incident.network());
        element("pubDate", date(closedAt == null ? incident.openedAt() : closedAt));
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(incident.id() + (closedAt == null ? "" : "-closed"));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String date(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
