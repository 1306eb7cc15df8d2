package org.planpulse.reports.pdf;

import java.nio.charset.StandardCharsets;
import org.planpulse.reports.document.Identity;

/** What a PDF says of itself in XMP (ISO 16684-1), with the mark of PDF/A-2b. */
final class XmpPacket {
  private static final String PACKET =
      """
      <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
       <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about=""
          xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
          xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
          xmlns:xmp="http://ns.adobe.com/xap/1.0/">
         <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
         <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
         <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
         <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
         <xmp:CreateDate>%sT00:00:00Z</xmp:CreateDate>
         <xmp:CreatorTool>%6$s</xmp:CreatorTool>
         <pdf:Producer>%6$s</pdf:Producer>
         <pdfaid:part>2</pdfaid:part>
         <pdfaid:conformance>B</pdfaid:conformance>
        </rdf:Description>
       </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """;

  private XmpPacket() {}

  static byte[] of(Identity identity) {
    return PACKET
        .formatted(
            escaped(identity.title()),
            escaped(identity.author()),
            escaped(identity.subject()),
            identity.language().locale().toLanguageTag(),
            identity.day(),
            PdfFile.PROGRAM)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
