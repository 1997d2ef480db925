"""A small invented item of each dialect that we know of."""

from __future__ import annotations

__all__ = ["PIECES"]

PIECES = (
    b'{"uri": "http://northwire.example/1", "type": "text", "versioncreated": '
    b'"2026-03-03T08:00:00+01:00", "headline": "Rain", "body_text": "Wet.\\n\\nLISBON (Northwire)'
    b' - It rained.", "subject": [{"code": "subj:17", "name": "weather"}], "urgency": 3}',
    b"Id: rain-1\nVersion: 2\nUrgency: 3\nEmbargo: 2026-03-06T18:00:00Z\nStatus: corrected\n\n"
    b"CORRECTED-Rain in Lisbon\n\nBy Ana Exemplo\n\nLISBON, March 3 (Northwire) - It rained.\n\n"
    b"(Reporting by Ana Exemplo; editing by Max Muster)\n",
    b'<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf>'
    b'<head><title>Rain</title><docdata management-status="usable"><doc-id id-string="n1"/>'
    b'<urgency ed-urg="4"/><date.issue norm="20260303T080000Z"/></docdata></head><body><body.head>'
    b"<hedline><hl1>Rain</hl1></hedline><dateline><location>Lisbon</location></dateline>"
    b"</body.head><body.content><p>It rained &amp; rained.</p><table><tr><td>1</td></tr></table>"
    b"</body.content></body></nitf>",
    b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:northwire.example:1" '
    b'version="3"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:NW"/>'
    b"<versionCreated>2026-03-03T08:00:00+01:00</versionCreated>"
    b'<pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Rain</headline>'
    b'<language tag="en"/></contentMeta><contentSet><inlineXML contenttype='
    b'"application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>It rained.</p>'
    b"</body></html></inlineXML></contentSet></newsItem>",
    b'<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260303T080000Z</DateAndTime>'
    b"</NewsEnvelope><NewsItem><Identification><NewsIdentifier><ProviderId>northwire.example"
    b"</ProviderId><DateId>20260303</DateId><NewsItemId>n1</NewsItemId><RevisionId "
    b'PreviousRevision="0" Update="N">1</RevisionId></NewsIdentifier></Identification>'
    b"<NewsComponent><NewsLines><HeadLine>Rain</HeadLine></NewsLines><ContentItem><DataContent>"
    b"<p>It rained.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
    b"\x01nwr0003 3 i 38  nwr 0045\r\nPortugal/weather/\r\n\x02Rain in Lisbon =\r\n\r\nLisbon "
    b"(nwr) - It rained.\r\n\r\n\x03031212 GMT Mar 26\r\n\x7f\x7f\x04",
    b"\x16\x16\x01W2346 NW asian\r\nr i \x13\x11BC-PT--Rain, 3rd Ld-Writethru   03-03 0144\r\n"
    b"\x02^BC-PT--Rain, 3rd Ld-Writethru,27<\r\n^Rain in Lisbon<\r\n^By ANA EXEMPLO=\r\n\t"
    b"LISBON (NW) _ ``It rained,'' she said.\r\n\x03NW-WF-03-03-26 0056GMT<\x0c\x04",
    b"ZCZC NW1234\r\nu i BC-RAIN 03-03 0144\r\nRain in Lisbon\r\n\r\nIt rained.\r\nNNNN\r\n",
    b"From: desk@northwire.example\r\nSubject: =?utf-8?q?Rain?=\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n"
    b"\r\nIt rained.\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>It rained.</p>\r\n--x--\r\n",
    b"1_Site_News storiesEuropeEurope.portalSvet\n\nRain in Lisbon\n\nLisbon/Vienna, 3 March 2026 "
    b"(Northwire/dpa) \xe2\x80\x94 It rained.\n\nBack to top button\n",
    b"EMBARGOED until 18:00 GMT on March 6\n# Notizblock\n## Kontakte\n",
)
"""For splicing into others, and for formats that have no sample yet."""
