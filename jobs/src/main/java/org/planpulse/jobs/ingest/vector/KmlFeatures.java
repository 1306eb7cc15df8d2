package org.planpulse.jobs.ingest.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.kml.KMLReader;

/**
 * Placemarks of a KML file, one at a time. Names and extended data become fields. Document types
 * and entities are not read: they can make a file fetch others, or grow without end.
 */
final class KmlFeatures extends StreamedFeatures {

  /** The only CRS of the format. */
  private static final String CRS = "EPSG:4326";

  private static final Set<String> SHAPES =
      Set.of("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry");

  private final InputStream bytes;
  private final XMLEventReader events;
  private final KMLReader shapes = new KMLReader();
  private boolean closed;
  private int number;

  KmlFeatures(Path file) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    bytes = Files.newInputStream(file);
    try {
      events = factory.createXMLEventReader(bytes);
      start();
    } catch (XMLStreamException e) {
      bytes.close();
      throw damaged(e);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  @Override
  public Optional<String> crs() {
    return Optional.of(CRS);
  }

  @Override
  public boolean isWhole() {
    return closed;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  @Override
  protected Feature read() throws IOException {
    try {
      return nextPlacemark();
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  private static DamagedContent damaged(XMLStreamException e) {
    return new DamagedContent(e.getLocation() == null ? 1 : e.getLocation().getLineNumber(), e);
  }

  private Feature nextPlacemark() throws XMLStreamException {
    while (events.hasNext()) {
      XMLEvent event = events.nextEvent();
      if (event.isStartElement() && name(event.asStartElement()).equals("Placemark")) {
        return placemark();
      }
      if (event.isEndElement() && event.asEndElement().getName().getLocalPart().equals("kml")) {
        closed = true;
      }
    }
    return null;
  }

  private Feature placemark() throws XMLStreamException {
    Map<String, String> fields = new LinkedHashMap<>();
    Geometry shape = null;
    String data = null;
    while (events.hasNext()) {
      XMLEvent event = events.peek();
      if (event.isStartElement() && SHAPES.contains(name(event.asStartElement()))) {
        shape = shape(element());
        continue;
      }
      events.nextEvent();
      if (event.isStartElement()) {
        StartElement start = event.asStartElement();
        switch (name(start)) {
          case "name", "description" -> put(fields, name(start), text());
          case "SimpleData" -> put(fields, attribute(start), text());
          case "Data" -> data = attribute(start);
          case "value" -> put(fields, data, text());
          default -> {
            // Styles, views and folders say nothing about the place.
          }
        }
      } else if (event.isEndElement()
          && event.asEndElement().getName().getLocalPart().equals("Placemark")) {
        return new Feature(++number, fields, shape);
      }
    }
    throw new XMLStreamException("the file ends in a Placemark");
  }

  private static void put(Map<String, String> fields, String name, String text) {
    if (name != null && !text.isBlank()) {
      fields.put(name, text.strip());
    }
  }

  /** The text up to the element's end; elements inside count with their text. */
  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int depth = 1; depth > 0; ) {
      XMLEvent event = events.nextEvent();
      if (event.isCharacters()) {
        text.append(event.asCharacters().getData());
      }
      depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
    }
    return text.toString();
  }

  /** The element that comes next, written out. */
  private String element() throws XMLStreamException {
    StringWriter text = new StringWriter();
    XMLEventWriter writer = XMLOutputFactory.newFactory().createXMLEventWriter(text);
    int depth = 0;
    do {
      XMLEvent event = events.nextEvent();
      writer.add(event);
      depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
    } while (depth > 0);
    writer.close();
    return text.toString();
  }

  /** The parser throws unchecked exceptions too; whatever it stumbles over, there is no shape. */
  private Geometry shape(String element) {
    try {
      Geometry shape = shapes.read(element);
      return shape == null || shape.isEmpty() ? null : shape;
    } catch (ParseException | RuntimeException e) {
      return null;
    }
  }

  private static String name(StartElement element) {
    return element.getName().getLocalPart();
  }

  private static String attribute(StartElement element) {
    Attribute name = element.getAttributeByName(new QName("name"));
    return name == null ? null : name.getValue();
  }
}
